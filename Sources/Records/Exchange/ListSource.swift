import Basics
import Glibc
import Rules
import Sheets

/// What was handed in: a folder of lists, or one book with a sheet for each.
package struct ListSource: Sendable {
  package let path: String
  /// What the journal calls it.
  package let name: String
  private let isBook: Bool
  /// The lists that are looked for.
  private let kinds: [ListKind]

  /// - Throws: `ListSourceError` when there is nothing at the path, or no list in it.
  package init(path: String, name: String? = nil, _ kinds: [ListKind] = ListKind.ofOrganisation) throws {
    self.path = path
    self.kinds = kinds
    self.name = name ?? path.split(separator: "/").last.map(String.init) ?? path
    isBook = path.lowercased().hasSuffix(".xlsx")
    if access(path, R_OK) != 0 { throw ListSourceError.missing(path) }
    if !isBook, kinds.allSatisfy({ access(ListSource.file($0, in: path), F_OK) != 0 }) {
      throw ListSourceError.noLists(path, kinds)
    }
  }

  /// Opens each list that is there, in the order in which they are best read.
  func open() throws -> [OpenList] {
    if isBook {
      let book = try XLSXBook(path: path)
      let names = Dictionary(book.sheetNames.map { ($0.lowercased(), $0) }) { first, _ in first }
      let lists = try kinds.compactMap { kind in
        try names[kind.rawValue].map { OpenList(kind, try book.reader(sheet: $0)) }
      }
      if lists.isEmpty { throw ListSourceError.noLists(path, kinds) }
      return lists
    }
    return try kinds.compactMap { kind in
      let file = ListSource.file(kind, in: path)
      return access(file, F_OK) == 0 ? OpenList(kind, try CSVReader(path: file)) : nil
    }
  }

  private static func file(_ kind: ListKind, in folder: String) -> String {
    folder + (folder.hasSuffix("/") ? "" : "/") + kind.rawValue + ".csv"
  }
}

/// Why what was handed in cannot be opened.
package enum ListSourceError: Error, Hashable, Sendable {
  case missing(String)
  /// None of the lists looked for is in it.
  case noLists(String, [ListKind])
}

/// One list while it is read: its headings understood, its rows in the order of our columns.
final class OpenList {
  let kind: ListKind
  let name: String
  private let reader: any SheetReader
  /// For each of our columns, where it stands in the list.
  private var positions: [Int?] = []
  private var width = 0
  /// Whether the headings have been read.
  private var isOpen = false
  /// Headings that mean nothing to us.
  private(set) var unknown: [String] = []

  init(_ kind: ListKind, _ reader: any SheetReader) {
    self.kind = kind
    self.reader = reader
    name = reader.name
  }

  /// Reads the headings.
  /// - Returns: the required columns that are not among them.
  func readHeadings() throws -> [Field] {
    isOpen = true
    guard let headings = try reader.next() else {
      positions = kind.columns.map { _ in nil }
      return []
    }
    width = headings.cells.count
    positions = Array(repeating: nil, count: kind.columns.count)
    for (index, heading) in headings.cells.enumerated() where !heading.isEmpty {
      let folded = VietnameseName.searchKey(heading)
      let column = kind.columns.firstIndex {
        $0.field.rawValue.lowercased() == folded || VietnameseName.searchKey($0.vietnamese) == folded
      }
      if let column, positions[column] == nil { positions[column] = index } else { unknown.append(heading) }
    }
    return kind.columns.enumerated().filter { $0.element.isRequired && positions[$0.offset] == nil }
      .map(\.element.field)
  }

  func has(_ field: Field) -> Bool {
    ListRow.index(of: field, in: kind).map { positions[$0] != nil } ?? false
  }

  /// The next row: its cells in the order of our columns, and what is wrong with its shape.
  func next() throws -> (row: ListRow, shape: Objection?)? {
    guard let raw = try reader.next() else { return nil }
    var cells: [String] = []
    cells.reserveCapacity(positions.count)
    for position in positions {
      if let position, position < raw.cells.count {
        cells.append(raw.cells[position])
      } else {
        cells.append("")
      }
    }
    let row = ListRow(kind: kind, line: raw.line, cells: cells)
    if let problem = raw.problem { return (row, objection(problem)) }
    if raw.cells.count != width, !isPadded(raw.cells) {
      return (row, Objection(nil, .wrongNumberOfFields(expected: width, found: raw.cells.count)))
    }
    return (row, nil)
  }

  /// A sheet leaves out empty cells at the end of a row, which is no fault.
  private func isPadded(_ cells: [String]) -> Bool {
    guard reader is XLSXReader else { return false }
    return cells.count < width || cells.dropFirst(width).allSatisfy(\.isEmpty)
  }

  private func objection(_ problem: SheetProblem) -> Objection {
    let column = positions.firstIndex(of: problem.column).map { kind.columns[$0].field }
    return switch problem.reason {
    case .controlCharacter: Objection(column, .controlCharacter)
    case .noSuchDay(let text): Objection(column, .notADay(text))
    case .notUTF8, .textAfterQuote, .failedFormula: Objection(column, .unreadableRow)
    }
  }
}
