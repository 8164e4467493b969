import Basics
import Records
import Rules
import Storage

/// The record read row by row and counted by hand: person by person, day by day.
///
/// Slow and plain, and made
/// of nothing that the record itself derives.
struct PlainRecord: Sendable {
  struct Row<Value: Sendable>: Sendable {
    let start: CivilDate
    let end: CivilDate?
    let value: Value

    func holds(_ day: CivilDate) -> Bool { start <= day && (end.map { day < $0 } ?? true) }
  }

  struct TermRow: Sendable {
    let official: CivilDate?
    let reason: String?
  }

  var units: [Int64] = []
  var kinds: [Int64: [Row<String>]] = [:]
  var parents: [Int64: [Row<Int64>]] = [:]
  var people: [Int64] = []
  var terms: [Int64: [Row<TermRow>]] = [:]
  var homes: [Int64: [Row<Int64>]] = [:]
  var women: [Int64: [Row<Bool>]] = [:]
  var names: [Int64: [Row<String>]] = [:]
  var states: [Int64: [Row<String>]] = [:]
  var successors: [Int64: [Row<Int64>]] = [:]
  /// The units a person is lent to, and those where they keep contact.
  var hosts: [Int64: [Row<Int64>]] = [:]
  var residences: [Int64: [Row<Int64>]] = [:]

  init(_ db: any Connection, _ knowledge: Knowledge = .now) throws {
    func read<Value>(_ sql: SQL, _ value: (Storage.Row) throws -> Value) throws -> [Int64: [Row<Value>]] {
      var found: [Int64: [Row<Value>]] = [:]
      try db.each(sql) { row in
        let recorded: Int64 = try row[3]
        let superseded: Int64? = try row[4]
        switch knowledge {
        case .now: if superseded != nil { return }
        case .entry(let last): if recorded > last || superseded.map({ $0 <= last }) ?? false { return }
        }
        found[try row[0], default: []].append(Row(start: try row[1], end: try row[2], value: try value(row)))
      }
      return found.mapValues { $0.sorted { $0.start < $1.start } }
    }
    units = try db.rows("SELECT id FROM unit ORDER BY id") { try $0[0] }
    people = try db.rows("SELECT id FROM person ORDER BY id") { try $0[0] }
    kinds = try read("SELECT unit, start_on, end_on, recorded, superseded, kind FROM unit_kind") { try $0[5] }
    parents = try read("SELECT unit, start_on, end_on, recorded, superseded, parent FROM unit_parent") {
      try $0[5]
    }
    terms = try read(
      "SELECT person, start_on, end_on, recorded, superseded, official_on, reason FROM membership_term"
    ) { TermRow(official: try $0[5], reason: try $0[6]) }
    homes = try read(
      "SELECT person, start_on, end_on, recorded, superseded, unit FROM affiliation WHERE role = 'home'"
    ) { try $0[5] }
    hosts = try read(
      "SELECT person, start_on, end_on, recorded, superseded, unit FROM affiliation WHERE role = 'host'"
    ) { try $0[5] }
    residences = try read(
      "SELECT person, start_on, end_on, recorded, superseded, unit FROM affiliation WHERE role = 'residence'"
    ) { try $0[5] }
    women = try read("SELECT person, start_on, end_on, recorded, superseded, sex FROM particulars") {
      try $0[5] as String? == "F"
    }
    names = try read("SELECT person, start_on, end_on, recorded, superseded, name FROM particulars") {
      try $0[5]
    }
    states = try read("SELECT person, start_on, end_on, recorded, superseded, state FROM member_state") {
      try $0[5]
    }
    successors = try read("SELECT unit, start_on, end_on, recorded, superseded, successor FROM lineage") {
      try $0[5]
    }
  }

  /// The figures by other ties than the home.
  func tieFigures(of unit: Int64, on day: CivilDate) -> [FigureName: Int] {
    let members = people.filter { person in terms[person]?.contains { $0.holds(day) } ?? false }
    let lent = members.flatMap { person in
      (hosts[person] ?? []).filter { $0.holds(day) && isIn($0.value, unit, on: day) }
        .map { (person, $0.value) }
    }
    func tied(_ ties: [Int64: [Row<Int64>]]) -> Int {
      members.count { person in
        counts(person, in: unit, on: day) && ties[person]?.contains { $0.holds(day) } ?? false
      }
    }
    return [
      .seconded: tied(hosts), .inContact: tied(residences), .guests: Set(lent.map(\.0)).count,
      .hosts: Set(lent.map(\.1)).subtracting([unit]).count,
    ]
  }

  /// Whether `unit` is `ancestor` or stands below it on the day: climbing step by step.
  func isIn(_ unit: Int64, _ ancestor: Int64, on day: CivilDate) -> Bool {
    var current: Int64? = unit
    while let here = current, exists(here, on: day) {
      if here == ancestor { return true }
      current = parents[here]?.first { $0.holds(day) }?.value
    }
    return false
  }

  func exists(_ unit: Int64, on day: CivilDate) -> Bool { kinds[unit]?.contains { $0.holds(day) } ?? false }

  func home(_ person: Int64, on day: CivilDate) -> Int64? { homes[person]?.first { $0.holds(day) }?.value }

  /// Whether somebody counts in a unit on a day: a member, at home in it or below.
  func counts(_ person: Int64, in unit: Int64, on day: CivilDate) -> Bool {
    guard terms[person]?.contains(where: { $0.holds(day) }) ?? false else { return false }
    return home(person, on: day).map { isIn($0, unit, on: day) } ?? false
  }

  func figures(of unit: Int64, on day: CivilDate, _ period: Period?) -> [FigureName: Int] {
    let present = people.filter { counts($0, in: unit, on: day) }
    let official = present.count { person in
      terms[person]?.first { $0.holds(day) }?.value.official.map { $0 <= day } ?? false
    }
    let women = present.count { person in self.women[person]?.first { $0.holds(day) }?.value ?? false }
    var figures: [FigureName: Int] = [
      .total: present.count, .official: official, .probationary: present.count - official, .women: women,
    ]
    for (figure, state) in [(FigureName.exempt, "exempt"), (.suspended, "suspended")] {
      figures[figure] = present.count { person in
        states[person]?.contains { $0.holds(day) && $0.value == state } ?? false
      }
    }
    func below(_ kinds: String...) -> Int {
      units.count { other in
        guard other != unit, isIn(other, unit, on: day) else { return false }
        return self.kinds[other]?.first { $0.holds(day) }.map { kinds.contains($0.value) } ?? false
      }
    }
    figures[.superiorCommittees] = below("superiorCommittee")
    figures[.baseCommittees] = below("baseCommittee")
    figures[.baseCells] = below("baseCell")
    figures[.baseOrganisations] = below("baseCommittee", "baseCell")
    figures[.cells] = below("cell")
    figures[.subgroups] = below("subgroup")
    guard let period else { return figures }
    figures[.admitted] = people.count { person in
      terms[person]?.contains { term in
        period.from <= term.start && term.start < period.until && counts(person, in: unit, on: term.start)
      } ?? false
    }
    figures[.left] = people.count { person in
      terms[person]?.contains { term in
        guard let left = term.end, period.from <= left, left < period.until else { return false }
        return counts(person, in: unit, on: left.adding(days: -1))
      } ?? false
    }
    return figures
  }

  /// Whether somebody is an official member on a day.
  private func isOfficial(_ person: Int64, on day: CivilDate) -> Bool {
    terms[person]?.first { $0.holds(day) }?.value.official.map { $0 <= day } ?? false
  }

  /// The ledger of a unit's official members or of those on probation, told by comparing each day with the one
  /// before: who is counted in the unit, and as what.
  func ledger(of unit: Int64, _ period: Period, _ standing: MemberStanding) -> PlainLedger {
    var ledger = PlainLedger()
    func isMeant(_ person: Int64, on day: CivilDate) -> Bool {
      counts(person, in: unit, on: day) && isOfficial(person, on: day) == (standing == .official)
    }
    for person in people where terms[person] != nil {
      if isMeant(person, on: period.from.adding(days: -1)) { ledger.opening += 1 }
      if isMeant(person, on: period.last) { ledger.closing += 1 }
      var day = period.from
      while day < period.until {
        let eve = day.adding(days: -1)
        let one = self.ledger(of: unit, Period(from: day, until: day.adding(days: 1)) ?? period, only: person)
        // What they were when they came, and when they went.
        if isOfficial(person, on: day) == (standing == .official) {
          ledger.inflows.merge(one.inflows) { $0 + $1 }
        }
        if isOfficial(person, on: eve) == (standing == .official) {
          ledger.outflows.merge(one.outflows) { $0 + $1 }
        }
        if counts(person, in: unit, on: eve), counts(person, in: unit, on: day), one.inflows.isEmpty,
          !isOfficial(person, on: eve), isOfficial(person, on: day)
        {
          ledger.recognised += 1
        }
        day = day.adding(days: 1)
      }
    }
    return ledger
  }

  /// The ledger of a unit, walked person by person over every day of the period.
  func ledger(of unit: Int64, _ period: Period, only one: Int64? = nil) -> PlainLedger {
    var ledger = PlainLedger()
    let eve = period.from.adding(days: -1)
    for person in one.map({ [$0] }) ?? people where terms[person] != nil {
      var yesterday = counts(person, in: unit, on: eve)
      if yesterday { ledger.opening += 1 }
      var day = period.from
      while day < period.until {
        let today = counts(person, in: unit, on: day)
        let left = terms[person]?.first { $0.end == day }
        let begun = terms[person]?.first { $0.start == day }
        if yesterday, let left { ledger.outflows[outflow(left.value.reason), default: 0] += 1 }
        if yesterday, left == nil, !today { ledger.outflows[departure(person, day), default: 0] += 1 }
        if today, begun != nil || left != nil { ledger.inflows[inflow(person, day), default: 0] += 1 }
        if today, begun == nil, left == nil, !yesterday {
          ledger.inflows[inflow(person, day), default: 0] += 1
        }
        yesterday = today
        day = day.adding(days: 1)
      }
      if yesterday { ledger.closing += 1 }
    }
    return ledger
  }

  private func outflow(_ reason: String?) -> Outflow {
    switch reason {
    case "died": .died
    case "deleted": .deleted
    case "expelled": .expelled
    case "transferred": .transferredOut
    default: .left
    }
  }

  /// Gone without leaving: to another home, or with the unit.
  private func departure(_ person: Int64, _ day: CivilDate) -> Outflow {
    guard homes[person]?.contains(where: { $0.start == day }) ?? false else { return .reorganisedOut }
    return inherited(person, on: day) ? .reorganisedOut : .transferredOut
  }

  /// Whether the home of the day is in a unit that took over from the one before on that very day.
  private func inherited(_ person: Int64, on day: CivilDate) -> Bool {
    guard let old = home(person, on: day.adding(days: -1)), let new = home(person, on: day) else {
      return false
    }
    return successors[old]?.contains { $0.value == new && $0.start == day } ?? false
  }

  private func inflow(_ person: Int64, _ day: CivilDate) -> Inflow {
    guard let home = homes[person]?.first(where: { $0.holds(day) }), home.start == day,
      let terms = terms[person], let index = terms.firstIndex(where: { $0.holds(day) })
    else { return .reorganisedIn }
    let earlier = homes[person]?.contains { terms[index].holds($0.start) && $0.start < day } ?? false
    if earlier { return inherited(person, on: day) ? .reorganisedIn : .transferredIn }
    if terms[index].start < day { return .takenOver }
    return index == 0 ? .admitted : .readmitted
  }
}

/// A ledger as it was counted by hand.
struct PlainLedger: Hashable, Sendable {
  var opening = 0
  var inflows: [Inflow: Int] = [:]
  var outflows: [Outflow: Int] = [:]
  var recognised = 0
  var closing = 0

  init() {}

  init(_ ledger: Ledger) {
    opening = ledger.opening
    inflows = ledger.inflows
    outflows = ledger.outflows
    recognised = ledger.standing == nil ? 0 : ledger.recognised
    closing = ledger.closing
  }
}
