/// A list in a text file, as every spreadsheet and office system can save it.
///
/// Takes what offices hand in: UTF-8 with or without a byte order mark, cells between commas, semicolons
/// or tabs as the line of headings shows, lines ending in the way of any system, cells in quotes with
/// line ends inside them. Blank rows are passed over and their lines counted. In a row with text after a
/// closing quote the rest of that line is passed over.
package final class CSVReader: SheetReader {
  /// What people call the list: `members.csv`.
  package let name: String
  private let blocks: FileBlocks
  private var row: TextRow
  private var line = 1
  private var isOver = false

  /// Opens a list and finds its delimiter.
  ///
  /// - Throws: a `SheetError` when the file is not there, or is no UTF-8.
  package init(path: String) throws {
    name = FileName.last(of: path)
    blocks = try FileBlocks(path: path, file: name)
    row = TextRow(delimiter: try Self.begin(blocks, file: name))
  }

  /// The next row that is not blank; `nil` after the last one.
  package func next() throws -> SheetRow? {
    while !isOver {
      if blocks.start == blocks.end {
        if blocks.atEnd { break }
        try blocks.more()
        continue
      }
      switch row.scan(blocks.bytes, complete: blocks.atEnd) {
      case .row(let bytes, let lines):
        let first = line
        blocks.start += bytes
        line += lines
        if row.isBlank, row.problem == nil { continue }
        return SheetRow(line: first, cells: row.cells, problem: row.problem)
      case .unfinished(let inQuotes):
        let isTooLong = blocks.end - blocks.start >= SheetLimits.rowBytes
        if blocks.atEnd || isTooLong {
          isOver = true
          let reason: SheetError.Reason =
            inQuotes ? .unterminatedQuote : .rowTooLong(limit: SheetLimits.rowBytes)
          throw SheetError(file: name, line: line, reason: reason)
        }
        try blocks.more()
      }
    }
    return nil
  }

  /// Passes over the byte order mark and finds the delimiter in the line of headings.
  private static func begin(_ blocks: FileBlocks, file: String) throws -> Delimiter {
    while blocks.bytes.count < 4, !blocks.atEnd { try blocks.more() }
    let first = blocks.bytes.prefix(4)
    if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF])
      || first.elementsEqual([0, 0, 0xFE, 0xFF])
    {
      throw SheetError(file: file, line: 1, reason: .notUTF8)
    }
    if first.starts(with: [0xEF, 0xBB, 0xBF]) { blocks.start += 3 }
    while true {
      let complete = blocks.atEnd || blocks.bytes.count >= SheetLimits.rowBytes
      if let delimiter = Delimiter.detected(in: blocks.bytes, complete: complete) { return delimiter }
      try blocks.more()
    }
  }
}
