import Basics
package import Rules
import Sheets

/// A plan written as the workbook it can be read from again; and an empty one to fill in, with the codes of the units.
package enum PlanBookWriter {
  /// Writes a plan, or the sheets for one.
  ///
  /// - Parameters:
  ///   - plan: what is written; without steps, an empty book to fill in.
  ///   - units: the units whose codes it may need, on a sheet of their own that is not read again.
  ///   - path: where the book will lie.
  ///   - vietnamese: whether headings are an office's own words.
  /// - Throws: `SheetError` when the book cannot be written.
  package static func write(
    _ plan: ReorganisationPlan,
    units: [PlanUnit] = [],
    to path: String,
    vietnamese: Bool
  ) throws {
    let book = try XLSXWriter(path: path, properties: .init(title: "Chibo", author: "Chibo", created: 1))
    func sheet(_ name: String, _ columns: [(name: String, word: String)], _ rows: [[String: String]]) throws {
      try book.addSheet(
        name,
        columns: columns.map { column in
          XLSXColumn(
            vietnamese ? column.word : column.name,
            width: 18,
            content: days.contains(column.name) ? .day : .text,
            choices: choices(column.name, on: name)
          )
        }
      )
      for row in rows {
        try book.write(
          columns.map { column in
            guard let text = row[column.name], !text.isEmpty else { return .empty }
            return days.contains(column.name) ? .day(text) : .text(text)
          }
        )
      }
    }
    try sheet(
      "plan",
      PlanReader.planColumns,
      [cells(plan.decision).merging(["effective": plan.effective.description]) { one, _ in one }]
    )
    try sheet("steps", PlanReader.stepColumns, plan.steps.map { cells($0, common: plan.decision) })
    let allShares = plan.steps.enumerated().flatMap { index, planned in
      shares(of: planned.step).map { $0.merging(["step": "\(index + 1)"]) { one, _ in one } }
    }
    try sheet("shares", PlanReader.shareColumns, allShares)
    if !units.isEmpty { try write(units, on: book, vietnamese) }
    try book.close()
  }

  private static let days: Set<String> = ["effective", "signed"]

  private static func choices(_ column: String, on sheet: String) -> [String] {
    switch (sheet, column) {
    case ("steps", "step"): StepDraft.steps.map(\.name)
    case ("steps", "kind"): UnitKind.allCases.map(\.rawValue)
    case ("steps", "sector"): Sector.allCases.map(\.rawValue)
    case ("shares", "what"): ["unit", "person", "post"]
    default: []
    }
  }

  private static func write(_ units: [PlanUnit], on book: XLSXWriter, _ vietnamese: Bool) throws {
    let headings =
      vietnamese
      ? ["mã", "tên", "loại", "trực thuộc", "đảng viên"] : ["code", "name", "kind", "parent", "members"]
    try book.addSheet(
      "units",
      columns: headings.enumerated().map { index, heading in
        XLSXColumn(heading, width: index == 1 ? 40 : 18, content: index == 4 ? .number : .text)
      }
    )
    for unit in units {
      try book.write([
        .text(unit.code), .text(unit.name), .text(unit.kind.rawValue),
        unit.parent.map { .text($0) } ?? .empty,
        .number(unit.members),
      ])
    }
  }

  private static func cells(_ decision: PlannedDecision?) -> [String: String] {
    guard let decision else { return [:] }
    return [
      "number": decision.number, "signed": decision.signed.description, "issuer": decision.issuer ?? "",
      "signer": decision.signer ?? "", "basis": decision.basis ?? "",
    ]
  }

  private static func cells(_ planned: PlannedStep, common: PlannedDecision?) -> [String: String] {
    var row = planned.decision == common ? [:] : cells(planned.decision)
    row["step"] = planned.step.name
    row["unit"] = planned.step.units.joined(separator: ", ")
    switch planned.step {
    case .found(let code, let name, let kind, let sector, let parent):
      row["unit"] = nil
      row["code"] = code
      row["name"] = name
      row["kind"] = kind.rawValue
      row["sector"] = sector?.rawValue
      row["under"] = parent
    case .rename(_, let name): row["name"] = name
    case .change(_, let kind, let sector):
      row["kind"] = kind?.rawValue
      row["sector"] = sector?.rawValue
    case .move(_, let under): row["under"] = under
    case .merge(_, let into, let name, let posts):
      row["into"] = into
      row["name"] = name
      if case .pass(let unit) = posts { row["posts"] = unit }
    case .split(_, let into, _, _, let posts):
      row["into"] = into.joined(separator: ", ")
      if case .pass(let unit) = posts { row["posts"] = unit }
    case .dissolve: break
    }
    return row
  }

  private static func shares(of step: ReorganisationStep) -> [[String: String]] {
    func rows(_ allotment: Allotment, _ what: String) -> [[String: String]] {
      allotment.named.map { ["what": what, "code": $0.code, "to": $0.unit] }
        + (allotment.rest.map { [["what": what, "code": "rest", "to": $0]] } ?? [])
    }
    let posts = step.postsKept.map {
      ["what": "post", "code": $0.person, "to": $0.unit, "post": $0.post]
    }
    switch step {
    case .split(_, _, let units, let people, _): return rows(units, "unit") + rows(people, "person") + posts
    case .dissolve(_, let units, let people): return rows(units, "unit") + rows(people, "person")
    default: return posts
    }
  }
}
