import Basics
import Phrases
import Records
import Rules
import Sheets
import Storage

/// Says what bringing in some lists would do, and writes nothing: what is refused and why, what is to be looked
/// at, and every row that would be new.
struct ImportPreview: JobWork {
  let office: Office
  let scratch: @Sendable () throws -> any Scratchpad

  func run(_ job: Job, _ course: JobCourse) async throws -> JobOutcome {
    do {
      let lists = try await HandedLists(job, office.database)
      let found = try NewRows()
      let watch = ImportWatch(
        onBegin: { try course.confirm($0) },
        progress: { try course.tell($0.rawValue, $1, of: $2) },
        onNew: { try found.add($0) }
      )
      let rehearsal = ImportLists(
        lists.source,
        acceptsValid: true,
        isDryRun: true,
        watch: watch,
        scratch: try scratch()
      )
      let report = try await rehearsal.run(office, as: .account(job.account))
      return try tell(report, lists.source, found, course)
    } catch let error as SheetError where error.isAboutContent {
      let words = Spoken.inAll { error.spoken.text }
      return .failed("unreadable", ["vi": words[0], "en": words[1]])
    } catch is ListSourceError {
      return .failed("noLists")
    } catch is HandedLists.Gone {
      return .failed("gone")
    }
  }

  /// Writes down what was found, list by list, for pages and to be taken away.
  private func tell(
    _ report: ImportReport,
    _ source: ListSource,
    _ found: NewRows,
    _ course: JobCourse
  ) throws -> JobOutcome {
    var outcome = JobOutcome()
    func note(_ name: String, _ number: Int) { outcome.result[name] = String(number) }
    note("read", report.read)
    note("accepted", report.accepted)
    note("head", Int(report.head))
    func keep(_ part: String, _ lines: LineFile) throws {
      let (file, size) = try lines.finish()
      note(part, lines.count)
      guard lines.count > 0 else { return }
      note(part + ".size", size)
      outcome.files.append(try JobOutcome.Made(part, part, type: "application/octet-stream", file))
    }
    let problems = try LineFile()
    let refused = RefusedLists(report) { Phrase.refusal($0).text }
    try refused.each(from: source) { step in
      guard case .row(let kind, let line, let cells, let why) = step else { return }
      for row in why {
        try problems.append(
          [
            kind.rawValue, String(line), row.place.column?.rawValue ?? "",
            kind.cell(row.place.column, of: cells),
          ]
            + Spoken.inAll { Phrase.refusal(row.refusal).text }
        )
      }
      if problems.count % 500 < why.count {
        try course.tell("describing", problems.count, of: report.refused.count)
      }
    }
    try keep("problems", problems)
    let warnings = try LineFile()
    let order = report.warnings.sorted { one, other in
      (ListKind.allCases.firstIndex(of: one.place.list) ?? 0, one.place.row)
        < (ListKind.allCases.firstIndex(of: other.place.list) ?? 0, other.place.row)
    }
    for warning in order {
      try warnings.append(
        [warning.place.list.rawValue, String(warning.place.row), warning.place.column?.rawValue ?? ""]
          + Spoken.inAll { Phrase.advice(warning.advice).text }
      )
    }
    try keep("warnings", warnings)
    for (kind, lines) in found.lists { try keep("new-" + kind.rawValue, lines) }
    if !report.refused.isEmpty { outcome.files += try mendable(refused, source) }
    return outcome
  }

  /// The refused rows with their reasons, as text lists and as a book.
  private func mendable(_ refused: RefusedLists, _ source: ListSource) throws -> [JobOutcome.Made] {
    let folder = try LooseFolder()
    try refused.write(from: source, to: folder.path)
    var files: [JobOutcome.Made] = []
    for kind in ListKind.ofOrganisation {
      guard let file = try? LooseFile(reading: "\(folder.path)/\(kind.rawValue).csv") else { continue }
      files.append(try JobOutcome.Made("refused", kind.rawValue + ".csv", type: ExportFormat.csv.type, file))
    }
    let book = folder.path + "/refused.xlsx"
    try refused.writeBook(from: source, to: book, created: Int(office.clock.now() / 1000))
    let file = try LooseFile(reading: book)
    files.append(try JobOutcome.Made("refused", "refused.xlsx", type: ExportFormat.xlsx.type, file))
    return files
  }
}

/// The rows that would be new, list by list.
private struct NewRows: Sendable {
  let lists: [(kind: ListKind, lines: LineFile)]

  init() throws {
    lists = try ListKind.ofOrganisation.map { ($0, try LineFile()) }
  }

  func add(_ row: NewRow) throws {
    guard let list = lists.first(where: { $0.kind == row.list }) else { return }
    try list.lines.append([String(row.line)] + row.list.columns.map { row[$0.field] })
  }
}

extension ListKind {
  /// What is written in a column of a row.
  fileprivate func cell(_ field: Field?, of cells: [String]) -> String {
    guard let field, let index = columns.firstIndex(where: { $0.field == field }), index < cells.count else {
      return ""
    }
    return String(cells[index].prefix(120))
  }
}

extension SheetError {
  /// Whether the file could be opened but what is in it cannot be taken.
  fileprivate var isAboutContent: Bool {
    switch reason {
    case .cannotOpen, .cannotRead, .cannotWrite: false
    default: true
    }
  }

  /// What is wrong with the file, in words.
  fileprivate var spoken: Phrase {
    let words: Phrase =
      switch reason {
      case .notUTF8: .notUTF8
      case .unterminatedQuote: .unterminatedQuote
      case .notABook, .missingPart, .damagedPart, .swollenPart: .damagedBook
      case .oldBook: .oldBook
      case .lockedBook: .lockedBook
      default: .unreadableList
      }
    return .sheet(file, line, words.text)
  }
}
