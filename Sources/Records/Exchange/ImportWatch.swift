package import Rules
package import Storage

/// What an import is doing.
package enum ImportStep: String, CaseIterable, Hashable, Sendable {
  /// The lists are read.
  case reading
  /// Units and people are held against the rules and the record, and written.
  case judging
  /// What is written is put in order.
  case closing
}

/// A row of a list whose facts are not in the record yet.
package struct NewRow: Hashable, Sendable {
  package let list: ListKind
  package let line: Int
  private let cells: [String]

  init(_ row: ListRow) {
    list = row.kind
    line = row.line
    cells = row.cells
  }

  package subscript(_ field: Field) -> String {
    ListRow.index(of: field, in: list).map { cells[$0] } ?? ""
  }
}

/// Follows an import from outside: whether it may begin, how far it is, and what is new in the lists.
///
/// What it throws ends the import, and nothing is written.
package struct ImportWatch: Sendable {
  /// After so many rows it is told.
  static let pace = 250

  private let onBegin: (@Sendable (any Connection) throws -> Void)?
  private let progress: (@Sendable (_ step: ImportStep, _ rows: Int, _ total: Int?) throws -> Void)?
  private let onNew: (@Sendable (NewRow) throws -> Void)?

  /// Follows one import.
  ///
  /// `onBegin`: asked in the transaction that writes, before anything is read or written.
  package init(
    onBegin: (@Sendable (any Connection) throws -> Void)? = nil,
    progress: (@Sendable (_ step: ImportStep, _ rows: Int, _ total: Int?) throws -> Void)? = nil,
    onNew: (@Sendable (NewRow) throws -> Void)? = nil
  ) {
    self.onBegin = onBegin
    self.progress = progress
    self.onNew = onNew
  }

  func begin(_ db: any Connection) throws { try onBegin?(db) }

  func tell(_ step: ImportStep, _ rows: Int, _ total: Int?) throws { try progress?(step, rows, total) }

  func found(_ row: ListRow) throws { try onNew?(NewRow(row)) }
}
