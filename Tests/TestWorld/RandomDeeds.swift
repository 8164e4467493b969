package import Basics
package import Records
import Rules
import Storage

/// Draws deeds that an office might do over ten years: most make sense, some are to be refused.
///
/// The same seed draws the same deeds in the same world.
package struct RandomDeeds {
  var numbers: SeededNumbers
  private let from: CivilDate
  private let days: Int
  private var founded = 0
  private var admitted = 0

  package init(seed: Int, from: CivilDate = "2010-01-01", years: Int = 10) {
    numbers = SeededNumbers(seed: seed)
    self.from = from
    days = years * 365
  }

  /// What the record holds that a deed can be about.
  private struct Known: Sendable {
    let units: [(id: ID<Unit>, kind: UnitKind)]
    let people: [ID<Person>]
    let transfers: [OpenTransfer]
  }

  package mutating func day() -> CivilDate { on(numbers.below(days)) }

  /// Half of all things happen on a few days of each year, so that much happens on one day.
  private mutating func on(_ number: Int) -> CivilDate {
    from.adding(days: chance(50) ? number - number % 180 : number)
  }

  /// A day of the second half more often than not: when most people and units are there.
  private mutating func later() -> CivilDate {
    chance(30) ? day() : on(days / 2 + numbers.below(days / 2))
  }

  /// A period within the ten years, of a day or more.
  package mutating func period() -> Period {
    let start = day()
    guard
      let period = Period(from: start, until: start.adding(days: chance(50) ? 180 : 1 + numbers.below(900)))
    else {
      preconditionFailure("a period ends after it begins")
    }
    return period
  }

  package mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.randomElement(using: &numbers)
  }

  package mutating func chance(_ percent: Int) -> Bool { numbers.chance(percent) }

  /// A deed on what the world holds now.
  package mutating func next(in world: World) async throws -> any Operation {
    let known = try await world.read { db in
      let units = try db.rows(
        "SELECT u.id, (SELECT k.kind FROM unit_kind k WHERE k.unit = u.id ORDER BY k.recorded LIMIT 1) FROM unit u ORDER BY u.id"
      ) { row in (id: try row[0] as ID<Unit>, kind: try (row[1] as UnitKind?) ?? .cell) }
      let people: [ID<Person>] = try db.rows("SELECT id FROM person ORDER BY id") { try $0[0] }
      return Known(units: units, people: people, transfers: try OpenTransfer.all(db))
    }
    let roll = numbers.below(132)
    if roll < 10 || known.units.count < RandomDeeds.opening.count { return found(known) }
    guard let unit = pick(known.units) else { return found(known) }
    if known.people.count < 6 || roll < 30 { return admit(known) }
    guard let person = pick(known.people) else { return admit(known) }
    switch roll {
    case ..<52: return TransferMember(person: person, to: home(known), day: later())
    case ..<61: return RecogniseMember(person: person, day: later(), why: "thử")
    case ..<69:
      return EndMembership(person: person, reason: pick(LeavingReason.allCases) ?? .left, day: later())
    case ..<74: return readmit(person, known)
    case ..<78:
      let role = pick([AffiliationRole.temporary, .host, .host, .residence]) ?? .host
      return BeginRole(person: person, unit: home(known), role: role, span: span())
    case ..<81:
      return HoldPost(person: person, unit: unit.id, post: KnownPost.secretary.rawValue, span: span())
    case ..<83:
      return LeavePost(person: person, unit: unit.id, post: KnownPost.secretary.rawValue, day: later())
    case ..<85:
      let named = Particulars(name: name(), born: LooseDate(year: 1950 + numbers.below(40)), sex: .woman)
      return CorrectParticulars(person: person, particulars: named, from: chance(50) ? day() : nil)
    case ..<87: return RenameUnit(unit: unit.id, name: "Chi bộ \(numbers.below(1000))", day: day())
    case ..<90: return ChangeUnit(unit: unit.id, sector: pick(Sector.allCases), day: day())
    case ..<95: return move(unit, known)
    case 100...: return way(of: person, to: home(known), known.transfers, on: later())
    default:
      // The newest are the ones most likely to stand empty.
      let unit = known.units.suffix(4).randomElement(using: &numbers) ?? unit
      let successors = known.units.filter { $0.kind == unit.kind && $0.id != unit.id }.map(\.id)
      return EndUnit(
        unit: unit.id,
        successors: chance(50) ? pick(successors).map { [$0] } ?? [] : [],
        day: later()
      )
    }
  }

  /// Where somebody may be at home: a cell more often than not.
  private mutating func home(_ known: Known) -> ID<Unit> {
    let cells = known.units.filter { $0.kind == .cell || $0.kind == .baseCell }
    return pick(cells.isEmpty || chance(10) ? known.units : cells)?.id ?? ID(0)
  }

  private mutating func span() -> Span {
    let start = later()
    return .from(start, until: chance(50) ? start.adding(days: 1 + numbers.below(700)) : nil)
  }

  private mutating func name() -> String {
    let families = ["Nguyễn", "Đặng", "Lò", "H'", "Trần", "Hồ"]
    let given = ["Ước", "Ân", "An", "Ấn", "Hạnh", "Ngun", "Đạo", "Dao", "Ánh"]
    return "\(pick(families) ?? "") Thị \(pick(given) ?? "") \(pick(given) ?? "")"
  }

  /// The first ones are a province and its branches, from the first day on: kind, and the parent's place.
  private static let opening: [(UnitKind, Int?)] = [
    (.province, nil), (.superiorCommittee, 0), (.superiorCommittee, 0), (.baseCommittee, 1),
    (.baseCommittee, 1),
    (.baseCommittee, 2), (.cell, 3), (.cell, 3), (.cell, 4), (.cell, 5), (.baseCell, 2),
  ]

  private mutating func found(_ known: Known) -> FoundUnit {
    founded += 1
    let code = "U\(founded)"
    let opening = RandomDeeds.opening
    if known.units.count < opening.count {
      let (kind, parent) = opening[known.units.count]
      let above = parent.map { known.units[$0].id }
      return FoundUnit(
        code: code,
        name: "Đảng bộ \(founded)",
        kind: kind,
        sector: nil,
        parent: above,
        day: from
      )
    }
    let kinds: [UnitKind] = [
      .cell, .cell, .cell, .baseCommittee, .baseCell, .superiorCommittee, .sectionCommittee,
    ]
    let kind = pick(kinds) ?? .cell
    let parents = known.units.filter { kind.parents.contains($0.kind) }
    return FoundUnit(
      code: code,
      name: "Chi bộ \(founded)",
      kind: kind,
      sector: chance(50) ? pick(Sector.allCases) : nil,
      parent: pick(chance(5) ? known.units : parents)?.id,
      day: chance(40) ? from : day()
    )
  }

  private mutating func admit(_ known: Known) -> AdmitMember {
    admitted += 1
    let day = chance(20) ? day() : on(numbers.below(days / 2))
    return AdmitMember(
      code: "P\(admitted)",
      particulars: Particulars(
        name: name(),
        born: LooseDate(year: 1940 + numbers.below(55)),
        sex: pick(Sex.allCases)
      ),
      unit: home(known),
      admitted: day,
      official: chance(30) ? day.adding(months: 12) : nil,
      homeFrom: chance(15) ? day.adding(days: numbers.below(400)) : nil
    )
  }

  private mutating func readmit(_ person: ID<Person>, _ known: Known) -> AdmitMember {
    AdmitMember(
      person: person,
      particulars: Particulars(name: name()),
      unit: home(known),
      admitted: later()
    )
  }

  private mutating func move(_ unit: (id: ID<Unit>, kind: UnitKind), _ known: Known) -> MoveUnit {
    let parents = known.units.filter { unit.kind.parents.contains($0.kind) }
    return MoveUnit(unit: unit.id, under: pick(parents)?.id ?? unit.id, day: later())
  }
}

extension World {
  /// An organisation that came about by so many random deeds, those refused left out.
  package static func random(seed: Int, deeds: Int) async throws -> World {
    let world = try await World.empty()
    var random = RandomDeeds(seed: seed)
    for _ in 0..<deeds { _ = try await world.refusals(of: try await random.next(in: world)) }
    return world
  }
}
