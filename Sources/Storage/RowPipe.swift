import Dispatch
import Synchronization

/// Carries rows from a thread that reads one database to a thread that writes another.
///
/// It holds a few blocks at most: the reader waits for the writer. For the threads of databases only.
package final class RowPipe: Sendable {
  /// Some rows of one table, or word that the table is at its end.
  package struct Block: Sendable {
    package let table: Int
    package let rows: [[SQLValue]]

    package init(table: Int, rows: [[SQLValue]]) {
      self.table = table
      self.rows = rows
    }
  }

  /// Thrown to one side when the other one gave up.
  package struct Broken: Error {}

  private struct State {
    var blocks: [Block] = []
    var isComplete = false
    var isBroken = false
  }

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: 8)
  private let filled = DispatchSemaphore(value: 0)

  package init() {}

  /// Hands a block over, as soon as there is room.
  package func put(_ block: Block) throws {
    room.wait()
    let isBroken = state.withLock { state in
      state.blocks.append(block)
      return state.isBroken
    }
    filled.signal()
    if isBroken { throw Broken() }
  }

  /// How many rows, and how many bytes of files, go into one block.
  private static let size = 500
  private static let weight = 1 << 20

  /// Hands over all rows of a query, so many columns of each, a block at a time.
  package func put(_ cursor: any Cursor, of table: Int, columns: Int) throws {
    var rows: [[SQLValue]] = []
    var bytes = 0
    while let row = try cursor.next() {
      let values = (0..<columns).map { row.source.value($0) }
      rows.append(values)
      for case .bytes(.some(let data)) in values { bytes += data.count }
      if rows.count == RowPipe.size || bytes > RowPipe.weight {
        try put(Block(table: table, rows: rows))
        rows.removeAll(keepingCapacity: true)
        bytes = 0
      }
    }
    if !rows.isEmpty { try put(Block(table: table, rows: rows)) }
  }

  /// Says that no more blocks follow.
  package func complete() {
    state.withLock { $0.isComplete = true }
    filled.signal()
  }

  /// Says that this side gave up.
  package func giveUp() {
    state.withLock { $0.isBroken = true }
    room.signal()
    filled.signal()
  }

  /// The next block; `nil` when there are no more.
  package func take() throws -> Block? {
    filled.wait()
    let (block, isBroken) = state.withLock { state in
      (state.blocks.isEmpty ? nil : state.blocks.removeFirst(), state.isBroken)
    }
    if isBroken { throw Broken() }
    guard let block else { return nil }
    room.signal()
    return block
  }
}
