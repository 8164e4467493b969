import Basics
import Markup
import Records
import Rules
import Storage

/// The working regulation of a unit, and how the units below stand with theirs.
struct RegulationRegister: Sendable {
  /// A unit in few bytes with how it stands; what is kept of a register.
  struct Standing: Sendable {
    let unit: RegulationStanding
    let state: RegulationState
  }

  /// All units with how they stand, and counted by branch.
  struct Standings: Sendable {
    let units: [Standing]
    let branches: [Branch]
  }

  /// A unit with how it stands, and the clause by which it does.
  struct Judged: Sendable {
    let line: RegulationLine
    let state: RegulationState
    let why: Clause?
  }

  /// The units of one branch, counted by how they stand.
  struct Branch: Sendable {
    let unit: UnitLink
    var states: [RegulationState: Int] = [:]
  }

  let unit: UnitLink
  let path: [UnitLink]
  /// `nil` where no rulebook says when one is out of date.
  let book: Rulebook?
  let own: Judged?
  let past: [Fact<KeptRegulation>]
  let approver: String?
  let state: RegulationState?
  let states: [RegulationState: Int]
  let branches: [Branch]
  let rows: [Judged]
  let count: Int
  let firstSerial: Int
  let previous: String?
  let next: String?
  let isBoard: Bool
  let mayEnter: Bool
  let mayApprove: Bool
  /// The entries the reader may annul where one was a mistake, by the regulation's number in the record.
  let annuls: [ID<FactMark>: Int]
  let request: String
  var values: [String: String] = [:]
  var objections: [Objection] = []
}

extension Visit {
  /// Every unit in and below one with how it stands on the day shown.
  func regulationStandings(_ unit: ID<Rules.Unit>) throws -> RegulationRegister.Standings {
    try kept(.regulationBoard(unit, asOf)) {
      let reading = RegulationReading(try regulations(for: unit), on: asOf.day)
      let store = RegulationStore(db: db)
      // Many units have adopted theirs on one day: each case is judged once.
      var judged: [RegulationFacts: RegulationState] = [:]
      let units = try store.standings(below: unit, asOf).map { standing in
        let facts = standing.facts
        let state = judged[facts] ?? RegulationReading.state(of: reading?.verdict(on: facts), on: facts)
        judged[facts] = state
        return RegulationRegister.Standing(unit: standing, state: state)
      }
      var states: [ID<Rules.Unit>: [RegulationState: Int]] = [:]
      for standing in units {
        if let branch = standing.unit.branch { states[branch, default: [:]][standing.state, default: 0] += 1 }
      }
      return RegulationRegister.Standings(
        units: units,
        branches: try store.branches(below: unit, asOf).compactMap { branch in
          states[branch.unit].map { .init(unit: UnitLink(branch.unit.description, branch.name), states: $0) }
        }
      )
    }
  }

  /// Some of them with their regulations, and the clauses by which they stand as they do.
  func judgedLines(
    _ standings: [RegulationRegister.Standing],
    of unit: ID<Rules.Unit>
  ) throws -> [RegulationRegister.Judged] {
    let reading = RegulationReading(try regulations(for: unit), on: asOf.day)
    return try RegulationStore(db: db).lines(of: standings.map(\.unit), asOf).map { line in
      let verdict = reading?.verdict(on: line.facts)
      let state = RegulationReading.state(of: verdict, on: line.facts)
      return .init(line: line, state: state, why: state == .current ? nil : verdict?.deciding)
    }
  }

  func regulationRegister(_ key: String) throws -> RegulationRegister {
    let unit = try unit(key)
    let path = try standing(of: unit)
    try require(.readModels, on: unit)
    let standings = try regulationStandings(unit)
    let all = standings.units
    let own = try judgedLines(all.filter { $0.unit.unit == unit }, of: unit).first
    let state: RegulationState? = try choice("state")
    let chosen = all.filter { state == nil || $0.state == state }
    let stretch = try Stretch(chosen.count, asked)
    let above = path.dropLast().last
    let past = try RegulationStore(db: db).regulations(of: unit, asOf.knowledge)
    let approver = own?.line.kept?.regulation.approval?.unit ?? above?.unit
    let isApprovable = own?.line.kept.map { $0.regulation.approval == nil } ?? false
    return RegulationRegister(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      book: try regulations(for: unit).version(of: WorkingRegulation.family, on: asOf.day),
      own: own,
      past: past.filter { $0.value.regulation.key != own?.line.kept?.regulation.key },
      approver: try approver.flatMap { try names(of: [$0])[$0] },
      state: state,
      states: all.reduce(into: [:]) { $0[$1.state, default: 0] += 1 },
      branches: standings.branches,
      rows: try judgedLines(Array(chosen[stretch.range]), of: unit),
      count: chosen.count,
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next,
      isBoard: all.contains { $0.unit.unit != unit },
      mayEnter: try viewpoint.isNow && own != nil && allows(.keepModels, on: unit),
      mayApprove: try viewpoint.isNow && isApprovable
        && (above.map { try allows(.verifyModels, on: $0.unit) } ?? false),
      annuls: try viewpoint.isNow && allows(.annul, on: unit) && allows(.changeUnit, on: unit)
        ? RegulationStore(db: db).lastEntries(of: unit).mapValues(Int.init) : [:],
      request: AccountForm.newRequest()
    )
  }
}
