/// Takes one row of a text list apart into its cells.
///
/// It looks at bytes: every sign that matters to a row is one byte in UTF-8, and no other character of
/// UTF-8 contains that byte.
struct TextRow {
  /// What a byte means to a row.
  private enum Meaning {
    static let delimiter: UInt8 = 1
    static let lineEnd: UInt8 = 2
    static let quote: UInt8 = 4
    static let closerLook: UInt8 = 8
  }

  /// Where the scan of a row ended.
  enum Ending {
    /// The row takes this many bytes and lines of the file.
    case row(bytes: Int, lines: Int)
    /// The row goes on after the last byte there is so far.
    case unfinished(inQuotes: Bool)
  }

  private let meanings: [UInt8]
  /// The cells of the row last scanned.
  private(set) var cells: [String] = []
  /// What is wrong with the row last scanned.
  private(set) var problem: SheetProblem?
  /// Whether all cells of the row last scanned are empty.
  private(set) var isBlank = true
  private var scratch: [UInt8] = []

  init(delimiter: Delimiter) {
    meanings = (0...UInt8.max).map { byte in
      switch byte {
      case delimiter.rawValue: Meaning.delimiter
      case 0x0A, 0x0D: Meaning.lineEnd
      case UInt8(ascii: "\""): Meaning.quote
      case 0..<0x20, 0x7F...: Meaning.closerLook
      default: 0
      }
    }
  }

  /// Scans the row that begins at the first byte of `text`.
  ///
  /// - Parameters:
  ///   - text: the bytes there are so far.
  ///   - complete: whether the file ends where `text` ends.
  /// - Returns: where the row ended, or that it goes on.
  mutating func scan(_ text: UnsafeBufferPointer<UInt8>, complete: Bool) -> Ending {
    let width = cells.count
    cells = []
    cells.reserveCapacity(width)
    problem = nil
    isBlank = true
    return meanings.withUnsafeBufferPointer { scan(text, complete: complete, meanings: $0) }
  }

  private mutating func scan(
    _ text: UnsafeBufferPointer<UInt8>,
    complete: Bool,
    meanings: UnsafeBufferPointer<UInt8>
  ) -> Ending {
    let count = text.count
    var lines = 0
    var index = 0
    while true {
      var start = index
      while start < count, text[start] == 0x20 { start += 1 }
      if start < count, text[start] == UInt8(ascii: "\"") {
        index = start + 1
        guard takeQuoted(text, from: &index, lines: &lines, complete: complete, meanings: meanings) else {
          return .unfinished(inQuotes: true)
        }
      } else {
        start = index
        var seen: UInt8 = 0
        while index < count {
          let meaning = meanings[Int(text[index])]
          if meaning & (Meaning.delimiter | Meaning.lineEnd) != 0 { break }
          seen |= meaning
          index += 1
        }
        if index == count, !complete { return .unfinished(inQuotes: false) }
        let cell = UnsafeBufferPointer(rebasing: text[start..<index])
        take(cell, lookCloser: seen & Meaning.closerLook != 0, quoted: false)
      }
      if index == count {
        return complete ? .row(bytes: index, lines: lines + 1) : .unfinished(inQuotes: false)
      }
      if meanings[Int(text[index])] == Meaning.delimiter {
        index += 1
        continue
      }
      if text[index] == 0x0D {
        index += 1
        if index == count, !complete { return .unfinished(inQuotes: false) }
        if index < count, text[index] == 0x0A { index += 1 }
        return .row(bytes: index, lines: lines + 1)
      }
      return .row(bytes: index + 1, lines: lines + 1)
    }
  }

  /// Takes the cell whose opening quote is before `index`.
  ///
  /// Leaves `index` at the delimiter or line end after it. After a closing quote with text behind it the
  /// rest of the line is passed over.
  ///
  /// - Returns: whether the cell ended.
  private mutating func takeQuoted(
    _ text: UnsafeBufferPointer<UInt8>,
    from index: inout Int,
    lines: inout Int,
    complete: Bool,
    meanings: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let count = text.count
    let start = index
    var seen: UInt8 = 0
    var doubled = false
    while true {
      guard index < count else { return false }
      let meaning = meanings[Int(text[index])]
      seen |= meaning
      if meaning == Meaning.quote {
        if index + 1 == count, !complete { return false }
        if index + 1 == count || text[index + 1] != UInt8(ascii: "\"") { break }
        doubled = true
        index += 1
      } else if meaning == Meaning.lineEnd {
        if text[index] == 0x0A || index + 1 == count || text[index + 1] != 0x0A { lines += 1 }
      }
      index += 1
    }
    let lookCloser = seen & Meaning.closerLook != 0
    let cell = UnsafeBufferPointer(rebasing: text[start..<index])
    if doubled {
      takeHalved(cell, lookCloser: lookCloser)
    } else {
      take(cell, lookCloser: lookCloser, quoted: true)
    }
    index += 1
    while index < count, text[index] == 0x20 { index += 1 }
    let isAfterCell = Meaning.delimiter | Meaning.lineEnd
    if index < count, meanings[Int(text[index])] & isAfterCell == 0 {
      note(.textAfterQuote, column: cells.count - 1)
      while index < count, meanings[Int(text[index])] != Meaning.lineEnd { index += 1 }
    }
    return true
  }

  /// Takes a cell in which every quote is written twice.
  private mutating func takeHalved(_ cell: UnsafeBufferPointer<UInt8>, lookCloser: Bool) {
    var halved = scratch
    scratch = []
    halved.removeAll(keepingCapacity: true)
    var index = 0
    while index < cell.count {
      halved.append(cell[index])
      index += cell[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    halved.withUnsafeBufferPointer { take($0, lookCloser: lookCloser, quoted: true) }
    scratch = halved
  }

  private mutating func take(_ cell: UnsafeBufferPointer<UInt8>, lookCloser: Bool, quoted: Bool) {
    var bytes = CellText.trimmed(cell)
    guard !bytes.isEmpty else { return cells.append("") }
    isBlank = false
    if NeutralCell.hasAddedApostrophe(bytes) { bytes = UnsafeBufferPointer(rebasing: bytes.dropFirst()) }
    guard lookCloser else { return cells.append(String(decoding: bytes, as: UTF8.self)) }
    guard let text = CellText.composed(bytes) else {
      note(.notUTF8, column: cells.count)
      return cells.append(String(decoding: bytes, as: UTF8.self))
    }
    if let control = CellText.controlCharacter(in: bytes) {
      note(.controlCharacter(control), column: cells.count)
    } else if !quoted, bytes.contains(0x09) {
      note(.controlCharacter(0x09), column: cells.count)
    }
    cells.append(text)
  }

  private mutating func note(_ reason: SheetProblem.Reason, column: Int) {
    if problem == nil { problem = SheetProblem(column: column, reason: reason) }
  }
}
