package import Basics
package import Rules
import Storage

/// Asks the organisation where a member lives for its yearly comment.
package struct AskResidenceComment: Operation {
  package static let operation = "askComment"
  package var person: ID<Person>
  package var year: Int
  package var day: CivilDate

  package init(person: ID<Person>, year: Int, day: CivilDate) {
    self.person = person
    self.year = year
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [("person", person.description), ("year", String(year)), ("day", day.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.keepContact, on: person)
    let store = ResidenceStore(db: work.db)
    let unit = try store.residence(of: person, on: day)
    let known = try store.comments(of: person, year: year)
    if let last = known.last {
      throw Refused(.year, .laterFact(.init(.role, last.span)))
    }
    let asked = Fact(ResidenceComment(unit, year: year, .asked), Span(open: day), cited: work.cited)
    try store.save(person, from: known, to: [asked], work)
    return person.number
  }
}

/// Records that the organisation where a member lives gave its comment of a year: its day and number, nothing more.
package struct ReceiveResidenceComment: Operation {
  package static let operation = "receiveComment"
  package var person: ID<Person>
  package var year: Int
  package var day: CivilDate
  package var number: String?

  package init(person: ID<Person>, year: Int, day: CivilDate, number: String? = nil) {
    self.person = person
    self.year = year
    self.day = day
    self.number = number
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person.description), ("year", String(year)), ("day", day.description), ("letter", number),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.keepContact, on: person)
    if let number { try Written.text(number, .letter, limit: 60).raise() }
    let store = ResidenceStore(db: work.db)
    let old = try store.comments(of: person, year: year)
    var new = old
    let unit: ID<Unit>
    if let last = new.last {
      if last.value.state == .received { throw Refused(.year, .alreadyThere) }
      if day < last.span.start { throw Refused(.day, .beforeDay(last.span.start)) }
      unit = last.value.unit
      if let before = last.span.cut(at: day) {
        new[new.count - 1].span = before
      } else {
        new.removeLast()
      }
    } else {
      unit = try store.residence(of: person, on: day)
    }
    let comment = ResidenceComment(unit, year: year, .received, number: number)
    new.append(Fact(comment, Span(open: day), cited: work.cited))
    try store.save(person, from: old, to: new, work)
    return person.number
  }
}

/// States that members of a unit and below, or those of one sector, need not keep contact where they live.
package struct ExemptFromResidence: Operation {
  package static let operation = "exemptResidence"
  package var unit: ID<Unit>
  package var sector: Sector?
  package var ground: String
  package var span: Span

  package init(unit: ID<Unit>, sector: Sector? = nil, ground: String, span: Span) {
    self.unit = unit
    self.sector = sector
    self.ground = ground
    self.span = span
  }

  package var said: [(name: String, value: String?)] {
    [
      ("unit", unit.description), ("sector", sector?.rawValue), ("reason", ground),
      ("from", span.start.description), ("until", span.end?.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.affiliate, on: unit)
    try Written.text(ground, .reason).raise()
    let store = ResidenceStore(db: work.db)
    let old = try store.exemptions(of: unit)
    if old.contains(where: { $0.value.sector == sector && $0.span.overlaps(span) }) {
      throw Refused(.sector, .alreadyThere)
    }
    let new = Fact(ResidenceExemption(sector: sector, ground: ground), span, cited: work.cited)
    try work.save(.residenceExemption, from: old, to: old + [new]) { fact in
      [
        unit.sqlValue, fact.value.sector.sqlValue, fact.value.ground.sqlValue, fact.cited.sqlValue,
        fact.line.sqlValue,
      ]
    }
    return unit.number
  }
}
