import Synchronization

/// A long list of short texts in a file, read a page at a time however long it is.
///
/// Each line is a few cells. After the lines stand the places at which the pages begin, eight bytes each.
package final class LineFile: Sendable {
  /// How many lines a page has.
  package static let page = 50
  private static let block = 64 << 10

  private struct State {
    var buffer: [UInt8] = []
    var written = 0
    var starts: [Int] = []
    var count = 0
  }

  private let file: LooseFile
  private let state = Mutex(State())

  package init() throws {
    file = try LooseFile()
  }

  package var count: Int { state.withLock { $0.count } }

  package func append(_ cells: [String]) throws {
    try state.withLock { state in
      if state.count % LineFile.page == 0 { state.starts.append(state.written + state.buffer.count) }
      state.count += 1
      for (index, cell) in cells.enumerated() {
        if index > 0 { state.buffer.append(0x1f) }
        // What parts cells and lines cannot stand in one.
        state.buffer.append(contentsOf: cell.utf8.map { $0 == 0x1f || $0 == 0x0a ? 0x20 : $0 })
      }
      state.buffer.append(0x0a)
      if state.buffer.count >= LineFile.block { try flush(&state) }
    }
  }

  private func flush(_ state: inout State) throws {
    try file.append(state.buffer[...])
    state.written += state.buffer.count
    state.buffer.removeAll(keepingCapacity: true)
  }

  /// Ends the list.
  /// - Returns: the file, and how many of its bytes are lines.
  package func finish() throws -> (file: LooseFile, size: Int) {
    let size = try state.withLock { state in
      try flush(&state)
      var places: [UInt8] = []
      for start in state.starts + [state.written] {
        withUnsafeBytes(of: Int64(start).littleEndian) { places.append(contentsOf: $0) }
      }
      try file.append(places[...])
      return state.written
    }
    return (file, size)
  }
}

extension FileStore {
  /// The lines of one page of a `LineFile`, pages from 0, of whose bytes `size` are lines.
  package func lines(_ hash: FileHash, page: Int, size: Int) throws -> [[String]] {
    guard page >= 0, page < 1 << 24 else { return [] }
    let places = try read(hash, at: size + 8 * page, count: 16)
    guard places.count == 16 else { return [] }
    func place(_ offset: Int) -> Int {
      (0..<8).reduce(0) { $0 | Int(places[offset + $1]) << (8 * $1) }
    }
    let (start, end) = (place(0), place(8))
    guard start >= 0, start <= end, end <= size else { return [] }
    return try read(hash, at: start, count: end - start).split(separator: 0x0a).map { line in
      line.split(separator: 0x1f, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }
}
