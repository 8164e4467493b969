import Basics
import Markup
import Phrases
import Records
import RulebookFiles
import Rules
import Storage

/// One visitor's look at the record, inside one transaction: who, from where, and what they may see.
struct Visit {
  let db: any Connection
  let clock: Clock
  let moment: Int64
  let today: CivilDate
  let visitor: Visitor
  let standing: Standing
  let asked: Asked
  let viewpoint: Viewpoint
  let asOf: AsOf
  /// The last entry of the journal.
  let head: Int64
  let cache: FigureCache
  /// The regulations as shipped.
  let rulebooks: RulebookFolder

  /// What was counted before at this state of the journal, else counted now.
  func kept<Value: Sendable>(_ subject: FigureCache.Subject, _ make: () throws -> Value) rethrows -> Value {
    try cache.value(subject, head: head, make)
  }

  // MARK: Rights

  /// The deeds the visitor may do on a unit.
  func deeds(on unit: ID<Unit>) throws -> Set<Deed> {
    try kept(.reach(visitor.account, unit, today)) {
      let roles = try Reach(db: db, today: today).roles(of: visitor.account, on: unit)
      return Set(
        Deed.allCases.filter { deed in roles.contains { Rights.allows($0.role, deed, on: $0.relation) } }
      )
    }
  }

  func allows(_ deed: Deed, on unit: ID<Unit>) throws -> Bool { try deeds(on: unit).contains(deed) }

  /// Stops unless the visitor may do this: as if nothing were there, when not even the unit is theirs to see.
  func require(_ deed: Deed, on unit: ID<Unit>) throws {
    let deeds = try deeds(on: unit)
    if deeds.contains(deed) { return }
    throw deeds.contains(.readUnits) ? PageFault.notYours : PageFault.absent
  }

  /// The visitor as one who reads what a unit keeps, for the log of readings.
  func reader(of unit: ID<Unit>) throws -> Reader {
    try Reader.of(visitor.account, reading: unit, today: today, db)
  }

  // MARK: Units

  /// The unit of an address, known to the record.
  func unit(_ key: String) throws -> ID<Unit> {
    guard let unit = ID<Unit>(key) else { throw PageFault.absent }
    return unit
  }

  /// The unit as it is on the day shown.
  ///
  /// Stops when it did not exist then, telling when it did.
  func standing(of unit: ID<Unit>, on day: CivilDate? = nil) throws -> [TreeUnit] {
    let asOf = AsOf(day ?? asOf.day, asOf.knowledge)
    let path = try kept(.path(unit, asOf)) { try TreeStore(db: db).path(to: unit, asOf) }
    if path.last?.unit == unit { return path }
    guard let existence = try UnitStore(db: db).existence(unit).existence else { throw PageFault.absent }
    let link = UnitLink(unit.description, try TreeStore(db: db).lastName(unit))
    throw PageFault.unitAbsent(link, existence, on: asOf.day)
  }

  /// The units above, from the first one in the visitor's reach down, as links.
  func crumbs(_ path: [TreeUnit]) -> [UnitLink] {
    let granted = Set(standing.seeing.map(\.unit))
    let start = path.firstIndex { granted.contains($0.unit) } ?? max(path.count - 1, 0)
    return path[start...].map(\.link)
  }

  // MARK: Time

  /// A day that the address names, `nil` when it does not.
  func day(_ name: String) throws -> CivilDate? {
    guard let text = asked.value(name) else { return nil }
    guard let day = CivilDate(text) else { throw PageFault.value(name: name, text) }
    return day
  }

  /// A word of the address that is one of several, `nil` when there is none.
  func choice<Word: RawRepresentable<String>>(_ name: String, _ words: Word.Type = Word.self) throws -> Word?
  {
    guard let text = asked.value(name) else { return nil }
    guard let word = Word(rawValue: text) else { throw PageFault.value(name: name, text) }
    return word
  }

  /// The period a page was asked for, `nil` when it was not.
  func period() throws -> Period? {
    let (from, until) = (asked.value("from"), asked.value("until"))
    guard from != nil || until != nil else { return nil }
    guard let start = from.flatMap({ CivilDate($0) }), let end = until.flatMap({ CivilDate($0) }),
      let period = Period(from: start, until: end)
    else { throw PageFault.period(from ?? "", until ?? "") }
    return period
  }

  /// The year of the day shown, up to that day.
  var yearSoFar: Period {
    let day = asOf.day
    return Period(from: day.startOfYear, until: day.adding(days: 1)) ?? Visit.firstDay
  }

  private static let firstDay: Period = {
    guard let period = Period(from: .earliest, until: CivilDate.earliest.adding(days: 1)) else {
      preconditionFailure("the calendar has a first day")
    }
    return period
  }()

  /// A moment of the journal in the organisation's time.
  func time(_ moment: Int64) -> Moment { clock.time(moment) }
}

extension Clock {
  /// A moment in the organisation's time, to the minute.
  func time(_ moment: Int64) -> Moment {
    let day = day(of: moment)
    let minutes = Int((moment - start(of: day)) / 60_000)
    return Moment(day: day, hour: minutes / 60, minute: minutes % 60)
  }
}

extension TreeUnit {
  var link: UnitLink { UnitLink(unit.description, name) }
}

extension FiledDecision {
  var link: DecisionLink {
    DecisionLink(key: id.description, number: text.number, signed: text.signed, issuer: issuerName)
  }
}
