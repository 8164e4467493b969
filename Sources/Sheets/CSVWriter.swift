import Glibc

/// Writes a list as a text file that any office can open, and that reads back the same.
///
/// Cells stand between commas, in quotes where they need it, lines end in LF, and no cell can be taken for
/// a formula (`NeutralCell`). The same rows give the same bytes.
///
///     let list = try CSVWriter(path: "members.csv")
///     try list.write(["person", "name"])
///     try list.close()
package final class CSVWriter {
  private static let block = 64 << 10

  private var buffer: [UInt8] = []
  private var line = 0
  private let sink: ([UInt8]) throws -> Void
  private let file: OpenFile?
  private var isClosed = false

  /// Writes to a file, which has its name only after `close`.
  ///
  /// - Parameters:
  ///   - path: where the list will lie.
  ///   - bom: whether to begin with a byte order mark, by which some spreadsheets know UTF-8.
  /// - Throws: a `SheetError` when the file cannot be made.
  package init(path: String, bom: Bool = false) throws {
    let file = try OpenFile(UnfinishedFile(path: path))
    self.file = file
    sink = { try file.write($0) }
    begin(bom: bom)
  }

  /// Writes to wherever `sink` takes the bytes, in blocks.
  package init(bom: Bool = false, _ sink: @escaping ([UInt8]) throws -> Void) {
    file = nil
    self.sink = sink
    begin(bom: bom)
  }

  /// Writes one row.
  package func write(_ cells: [String]) throws {
    guard !isClosed else { throw SheetError(file: file?.unfinished.name ?? "", reason: .notOpen) }
    line += 1
    file?.line = line
    for (index, cell) in cells.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      append(cell)
    }
    buffer.append(0x0A)
    if buffer.count >= Self.block { try flush() }
  }

  /// Writes what is left, and gives the file its name.
  ///
  /// Calling it again does nothing.
  package func close() throws {
    guard !isClosed else { return }
    isClosed = true
    if !buffer.isEmpty { try flush() }
    try file?.finish()
  }

  private func begin(bom: Bool) {
    buffer.reserveCapacity(2 * Self.block)
    if bom { buffer.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
  }

  private func flush() throws {
    try sink(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func append(_ cell: String) {
    var cell = cell
    cell.withUTF8 { bytes in
      let isFormula = NeutralCell.isFormula(bytes)
      let needsQuotes = bytes.contains(where: Self.needsQuotes)
      if needsQuotes { buffer.append(UInt8(ascii: "\"")) }
      if isFormula { buffer.append(UInt8(ascii: "'")) }
      if needsQuotes {
        for byte in bytes {
          if byte == UInt8(ascii: "\"") { buffer.append(byte) }
          buffer.append(byte)
        }
        buffer.append(UInt8(ascii: "\""))
      } else {
        buffer.append(contentsOf: bytes)
      }
    }
  }

  /// Also what other lists use as delimiter, so that none is ever taken for another.
  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D, UInt8(ascii: ";"), 0x09: true
    default: false
    }
  }
}

/// The file of a text list while it is open; given up unfinished, it is taken away.
private final class OpenFile {
  let unfinished: UnfinishedFile
  /// The row being written.
  var line = 0
  private var descriptor: Int32

  init(_ unfinished: UnfinishedFile) throws {
    self.unfinished = unfinished
    descriptor = try unfinished.open()
  }

  deinit {
    guard descriptor >= 0 else { return }
    Glibc.close(descriptor)
    unfinished.discard()
  }

  func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
        if count >= 0 {
          written += count
        } else if errno != EINTR {
          throw unfinished.failure(line: line)
        }
      }
    }
  }

  func finish() throws {
    let closed = Glibc.close(descriptor)
    descriptor = -1
    do {
      guard closed == 0 else { throw unfinished.failure(line: line) }
      try unfinished.finish(line: line)
    } catch {
      unfinished.discard()
      throw error
    }
  }
}
