import Basics
import RulebookFiles
package import Rules
import Sheets

/// A plan as a workbook: a sheet `plan` with its day and decision, a sheet `steps` with a row each, and a sheet
/// `shares` that says, by the number of the step, who and what goes where.
///
/// Headings are ours or an office's own words, in any order; a step's own decision stands in its row.
extension PlanReader {
  static let planColumns: [(name: String, word: String)] = [
    ("effective", "có hiệu lực từ"), ("number", "số quyết định"), ("signed", "ngày ký"),
    ("issuer", "nơi ban hành"),
    ("signer", "người ký"), ("basis", "căn cứ"),
  ]
  static let stepColumns: [(name: String, word: String)] =
    [
      ("step", "việc"), ("unit", "đơn vị"), ("into", "vào"), ("under", "trực thuộc"), ("code", "mã mới"),
      ("name", "tên"),
      ("kind", "loại"), ("sector", "lĩnh vực"), ("posts", "chức vụ"),
    ] + planColumns.dropFirst()
  static let shareColumns: [(name: String, word: String)] = [
    ("step", "việc"), ("what", "đối tượng"), ("code", "mã"), ("to", "đến"), ("post", "chức vụ"),
  ]

  /// - Throws: `RulebookFaults`, with every row that cannot be understood; `SheetError` when it is no workbook.
  package static func read(book path: String) throws -> ReorganisationPlan {
    let book = try XLSXBook(path: path)
    var faults: [RulebookFault] = []
    func rows(_ sheet: String, _ columns: [(name: String, word: String)]) throws -> [BookRow] {
      guard let name = book.sheetNames.first(where: { $0.lowercased() == sheet }) else { return [] }
      let reader = try book.reader(sheet: name)
      guard let headings = try reader.next() else { return [] }
      let names = headings.cells.map { heading in
        columns.first { $0.name == heading.lowercased() || $0.word == heading.lowercased() }?.name
      }
      for (heading, name) in zip(headings.cells, names) where name == nil && !heading.isEmpty {
        faults.append(RulebookFault(file: reader.name, line: headings.line, .unknownKey(heading)))
      }
      var found: [BookRow] = []
      while let row = try reader.next() {
        var cells: [String: String] = [:]
        for (name, cell) in zip(names, row.cells) where !cell.isEmpty { if let name { cells[name] = cell } }
        let heads = zip(names, headings.cells).reduce(into: [String: String]()) { heads, head in
          if let name = head.0 { heads[name] = head.1 }
        }
        found.append(BookRow(file: reader.name, line: row.line, cells: cells, headings: heads))
      }
      return found
    }

    let whole = try rows("plan", planColumns).first
    let common = decision(whole, &faults)
    var drafts = try rows("steps", stepColumns).map { row in (row: row, draft: StepDraft(row)) }
    for share in try rows("shares", shareColumns) {
      do throws(RulebookFault.Reason) {
        let number = try share.needed("step")
        guard let index = Int(number).map({ $0 - 1 }), drafts.indices.contains(index) else {
          throw .unreadable(number)
        }
        try drafts[index].draft.add(share)
      } catch {
        faults.append(share.fault(error))
      }
    }
    var steps: [PlannedStep] = []
    for (row, draft) in drafts {
      do throws(RulebookFault.Reason) {
        steps.append(PlannedStep(try draft.understood(), under: decision(row, &faults) ?? common))
      } catch {
        faults.append(row.fault(error))
      }
    }
    let effective = whole?.cells["effective"]
    let day = effective.flatMap { CivilDate(list: $0) }
    if day == nil {
      let reason = effective.map { RulebookFault.Reason.notADay($0) } ?? .missing("effective")
      faults.append(whole?.fault(reason) ?? RulebookFault(file: "plan", line: 1, reason))
    }
    if drafts.isEmpty { faults.append(RulebookFault(file: "steps", line: 1, .blank)) }
    guard let day, faults.isEmpty else { throw RulebookFaults(faults: faults) }
    return ReorganisationPlan(effective: day, under: common, steps: steps)
  }

  /// The decision a row names; `nil` when it names none.
  private static func decision(_ row: BookRow?, _ faults: inout [RulebookFault]) -> PlannedDecision? {
    guard let row, let number = row.cells["number"] else { return nil }
    guard let text = row.cells["signed"] else {
      faults.append(row.fault(.missing("signed")))
      return nil
    }
    guard let signed = CivilDate(list: text) else {
      faults.append(row.fault(.notADay(text)))
      return nil
    }
    return PlannedDecision(
      number: number,
      signed: signed,
      issuer: row.cells["issuer"],
      signer: row.cells["signer"],
      basis: row.cells["basis"]
    )
  }
}

/// A row of a plan's workbook: what stands under each heading.
private struct BookRow {
  let file: String
  let line: Int
  let cells: [String: String]
  /// The headings as the file writes them.
  let headings: [String: String]

  func fault(_ reason: RulebookFault.Reason) -> RulebookFault {
    RulebookFault(file: file, line: line, column: column(of: reason), reason)
  }

  /// The heading under which stands what cannot be understood.
  private func column(of reason: RulebookFault.Reason) -> String? {
    switch reason {
    case .missing(let name): headings[name]
    case .notADay(let text), .unreadable(let text), .unknownValue(let text, _):
      cells.first { $0.value.lowercased() == text.lowercased() }.flatMap { headings[$0.key] }
    default: nil
    }
  }

  func needed(_ name: String) throws(RulebookFault.Reason) -> String {
    guard let text = cells[name] else { throw .missing(name) }
    return text
  }

  /// Several codes in one cell.
  func codes(_ name: String) -> [String] {
    (cells[name] ?? "").split { ", ;\n".contains($0) }.map(String.init)
  }
}

extension StepDraft {
  fileprivate init(_ row: BookRow) {
    step = row.cells["step"]
    units = row.codes("unit")
    into = row.codes("into")
    under = row.cells["under"]
    code = row.cells["code"]
    name = row.cells["name"]
    kind = row.cells["kind"]
    sector = row.cells["sector"]
    posts = row.cells["posts"]
  }

  /// A row of the shares: a unit or a person, or all the others of them, and where they go.
  fileprivate mutating func add(_ row: BookRow) throws(RulebookFault.Reason) {
    let what = try row.needed("what").lowercased()
    let code = try row.needed("code")
    if what == "post" || what == "chức vụ" {
      kept.append(Kept(try row.needed("post"), code, in: row.cells["to"]))
      return
    }
    let heir = try row.needed("to")
    func add(to allotment: inout Allotment) {
      if StepDraft.restWords.contains(code.lowercased()) {
        allotment.rest = heir
      } else {
        allotment.named.append(Allotment.Share(code, to: heir))
      }
    }
    switch what {
    case "unit", "đơn vị": add(to: &unitShares)
    case "person", "đảng viên": add(to: &peopleShares)
    default: throw .unknownValue(what, allowed: ["unit", "person", "post"])
    }
  }
}
