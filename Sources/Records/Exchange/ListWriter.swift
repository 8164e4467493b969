package import Basics
import Glibc
import Rules
package import Sheets

/// One row of a list on its way out, with its days known as days.
package enum ListCell: Hashable, Sendable {
  case text(String?)
  case day(CivilDate?)
  case number(Int)

  /// As it stands in a text list.
  package var text: String {
    switch self {
    case .text(let text): text ?? ""
    case .day(let day): day?.description ?? ""
    case .number(let number): String(number)
    }
  }

  /// As it stands in a book.
  package var cell: XLSXWriter.Cell {
    switch self {
    case .text(let text): text.map { .text($0) } ?? .empty
    case .day(let day): day.map { .day($0.description) } ?? .empty
    case .number(let number): .number(number)
    }
  }
}

/// Where lists are written: one file each, or the sheets of one book.
protocol ListWriter: AnyObject {
  func begin(_ kind: ListKind) throws
  func write(_ cells: [ListCell]) throws
  func close() throws
  /// Leaves what was there before as it was.
  func abandon()
}

/// Lists as text files in a folder: written beside those that may be there, and put in their place together.
final class TextListWriter: ListWriter {
  private let folder: String
  private let beside: String
  private var writer: CSVWriter?
  private var written: [ListKind] = []

  init(folder: String) throws {
    self.folder = folder
    beside = folder + "/.unfinished"
    if mkdir(beside, 0o755) != 0, errno != EEXIST {
      throw SheetError(file: beside, reason: .cannotWrite(errno: errno))
    }
  }

  func begin(_ kind: ListKind) throws {
    try writer?.close()
    written.append(kind)
    writer = try CSVWriter(path: place(kind, in: beside))
    try writer?.write(kind.columns.map(\.field.rawValue))
  }

  func write(_ cells: [ListCell]) throws {
    try writer?.write(cells.map(\.text))
  }

  func close() throws {
    try writer?.close()
    writer = nil
    for kind in written where rename(place(kind, in: beside), place(kind, in: folder)) != 0 {
      throw SheetError(file: place(kind, in: folder), reason: .cannotWrite(errno: errno))
    }
    rmdir(beside)
  }

  func abandon() {
    writer = nil
    for kind in written { unlink(place(kind, in: beside)) }
    rmdir(beside)
  }

  private func place(_ kind: ListKind, in folder: String) -> String { "\(folder)/\(kind.rawValue).csv" }
}

/// Lists as the sheets of one book.
final class BookListWriter: ListWriter {
  private let writer: XLSXWriter

  init(path: String, created: Int) throws {
    writer = try XLSXWriter(
      path: path,
      properties: .init(title: "Chibo", author: "Chibo", created: created)
    )
  }

  func begin(_ kind: ListKind) throws {
    try writer.addSheet(kind.rawValue, columns: kind.columns.map { BookListWriter.column($0, choices: []) })
  }

  func write(_ cells: [ListCell]) throws {
    try writer.write(cells.map(\.cell))
  }

  func close() throws { try writer.close() }

  /// The book takes its place only when it is closed.
  func abandon() {}

  static func column(_ column: ListKind.Column, choices: [String]) -> XLSXColumn {
    XLSXColumn(
      column.field.rawValue,
      width: column.field.width,
      content: column.field.isDay ? .day : .text,
      choices: choices
    )
  }
}

extension Field {
  /// Whether a list's column holds days.
  var isDay: Bool {
    switch self {
    case .from, .until, .decided, .admitted, .official, .left: true
    default: false
    }
  }

  fileprivate var width: Double {
    switch self {
    case .name: 34
    case .decision, .post: 24
    case .kind, .person: 18
    default: 13
    }
  }
}
