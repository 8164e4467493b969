package import Basics
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
}

/// Lists as text files in a folder.
final class TextListWriter: ListWriter {
  private let folder: String
  private var writer: CSVWriter?

  init(folder: String) {
    self.folder = folder
  }

  func begin(_ kind: ListKind) throws {
    try writer?.close()
    writer = try CSVWriter(path: folder + "/" + kind.rawValue + ".csv")
    try writer?.write(kind.columns.map(\.field.rawValue))
  }

  func write(_ cells: [ListCell]) throws {
    try writer?.write(cells.map(\.text))
  }

  func close() throws {
    try writer?.close()
    writer = nil
  }
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
