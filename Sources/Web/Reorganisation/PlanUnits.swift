import Basics
import Phrases
import Records
import Rules
import Storage

/// The units that a step of a plan may name: those below the office that prepares it on the plan's day, and those the
/// plan itself founds.
struct PlanUnits: Sendable {
  let units: [PlanUnit]
  private let byCode: [String: Int]

  init(_ standing: [PlanUnit], _ plan: ReorganisationPlan) {
    let founded = plan.steps.compactMap { planned -> PlanUnit? in
      guard case .found(let code, let name, let kind, let sector, let parent) = planned.step else {
        return nil
      }
      return PlanUnit(code: code, name: name, kind: kind, sector: sector, parent: parent)
    }
    units = founded + standing
    byCode = Dictionary(units.enumerated().map { ($1.code.lowercased(), $0) }) { first, _ in first }
  }

  func unit(_ code: String) -> PlanUnit? { byCode[code.lowercased()].map { units[$0] } }

  /// The units directly below one as they stand on the plan's day.
  func below(_ code: String) -> [PlanUnit] { units.filter { $0.parent == code } }

  /// Those whose code is, or begins with, a text, or whose name has its words.
  func named(_ text: String, limit: Int = 12) -> [PlanUnit] {
    if let unit = unit(text) { return [unit] }
    let words = VietnameseName.searchWords(text)
    guard !words.isEmpty else { return [] }
    let key = VietnameseName.searchKey(text)
    var found: [PlanUnit] = []
    for unit in units {
      let own = VietnameseName.nameWords(VietnameseName.searchKey(unit.name))
      let code = VietnameseName.searchWords(unit.code).joined()
      let isMeant = words.allSatisfy { word in
        own.contains { $0.hasPrefix(word) } || code.hasPrefix(word)
      }
      guard isMeant else { continue }
      // A name written whole is that unit, though others begin with the same words.
      if VietnameseName.searchKey(unit.name) == key, units.count(where: { $0.name == unit.name }) == 1 {
        return [unit]
      }
      if found.count < limit { found.append(unit) }
    }
    return found
  }

  /// What tells a unit apart from others of its name.
  func about(_ unit: PlanUnit) -> String {
    let above = unit.parent.flatMap { self.unit($0) }?.name
    return [unit.name, Phrase.unitKindShort(unit.kind.rawValue).text, above].compactMap(\.self)
      .joined(separator: " · ")
  }

  func candidates(_ found: [PlanUnit]) -> [DeedSheet.Candidate] {
    found.map { unit in
      DeedSheet.Candidate(
        value: unit.code,
        name: unit.name,
        kind: unit.kind.rawValue,
        place: unit.parent.flatMap { self.unit($0) }?.name
      )
    }
  }
}

extension Visit {
  /// The units that the steps of a plan may name.
  func units(for writing: PlanWriting) throws -> PlanUnits {
    PlanUnits(
      try AllotmentStore(db: db).units(below: writing.unit, on: writing.plan.effective),
      writing.plan
    )
  }
}
