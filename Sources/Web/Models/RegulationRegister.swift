import Basics
import Markup
import Records
import Rules
import Storage

/// The working regulation of a unit, and how the units below stand with theirs.
struct RegulationRegister: Sendable {
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
  let request: String
  var values: [String: String] = [:]
  var objections: [Objection] = []
}

extension Visit {
  /// Every unit in and below one with how it stands on the day shown.
  func regulationLines(_ unit: ID<Rules.Unit>) throws -> [RegulationRegister.Judged] {
    let reading = RegulationReading(try regulations(for: unit), on: asOf.day)
    return try RegulationStore(db: db).lines(below: unit, asOf).map { line in
      guard let verdict = reading.map({ line.verdict(by: $0) }) else {
        return .init(line: line, state: line.kept == nil ? .missing : .current, why: nil)
      }
      let state = verdict.outcomeName.flatMap(RegulationState.init(rawValue:))
      return .init(
        line: line,
        state: state ?? (line.kept == nil ? .missing : .current),
        why: state == .current ? nil : verdict.deciding
      )
    }
  }

  func regulationRegister(_ key: String) throws -> RegulationRegister {
    let unit = try unit(key)
    let path = try standing(of: unit)
    try require(.readModels, on: unit)
    let all = try regulationLines(unit)
    let own = all.first { $0.line.unit == unit }
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
      states: Dictionary(all.map { ($0.state, 1) }, uniquingKeysWith: +),
      branches: try branches(all, unit),
      rows: Array(chosen[stretch.range]),
      count: chosen.count,
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next,
      isBoard: all.contains { $0.line.unit != unit },
      mayEnter: try viewpoint.isNow && own != nil && allows(.keepModels, on: unit),
      mayApprove: try viewpoint.isNow && isApprovable
        && (above.map { try allows(.verifyModels, on: $0.unit) } ?? false),
      request: AccountForm.newRequest()
    )
  }

  private func branches(
    _ lines: [RegulationRegister.Judged],
    _ unit: ID<Rules.Unit>
  ) throws -> [RegulationRegister.Branch] {
    let keys = Set(lines.compactMap(\.line.branch))
    let names = try NameStore(db: db).names(of: Array(keys), asOf.knowledge)
    var branches: [ID<Rules.Unit>: RegulationRegister.Branch] = [:]
    for judged in lines {
      guard let branch = judged.line.branch else { continue }
      let name = names[branch]?.value(around: asOf.day) ?? judged.line.name
      branches[branch, default: .init(unit: UnitLink(branch.description, name))]
        .states[judged.state, default: 0] += 1
    }
    return branches.values.sorted {
      VietnameseName.sortKey($0.unit.name) < VietnameseName.sortKey($1.unit.name)
    }
  }
}
