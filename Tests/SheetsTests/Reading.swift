import Sheets

extension SheetReader {
  /// All rows of the list.
  func all() throws -> [SheetRow] {
    var rows: [SheetRow] = []
    while let row = try next() { rows.append(row) }
    return rows
  }

  /// The cells of all rows of the list.
  func cells() throws -> [[String]] {
    try all().map(\.cells)
  }
}

/// The error with which `body` ends; `nil` when it ends well.
func sheetError(_ body: () throws -> Void) throws -> SheetError? {
  do {
    try body()
    return nil
  } catch let error as SheetError {
    return error
  }
}
