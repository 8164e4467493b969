import CLibPQ
import Storage

/// One answer of a server, row by row.
///
/// While nothing else is asked, rows are taken off the line one at a time and memory stays flat; when something
/// is, the rest is taken in at once and read from there.
final class PostgresRun {
  let row = PostgresRow()
  private let link: PostgresLink
  private let text: String
  private var current: OpaquePointer?
  /// Rows taken in before they were asked for, the next one last.
  private var taken: [OpaquePointer] = []
  private var isOver = false

  init(_ link: PostgresLink, _ text: String) {
    self.link = link
    self.text = text
  }

  /// Moves to the next row.
  /// - Returns: whether there is one.
  func advance() throws -> Bool {
    PQclear(current)
    current = nil
    current = try taken.popLast() ?? receive()
    guard let current else { return false }
    try row.stand(on: current, at: 0, of: text)
    return true
  }

  /// Takes all that is left off the line.
  func takeIn() throws {
    var rest: [OpaquePointer] = []
    while let next = try receive() { rest.append(next) }
    taken = rest.reversed() + taken
  }

  /// The next row from the line; `nil` when the answer is complete.
  private func receive() throws -> OpaquePointer? {
    while !isOver {
      guard let result = PQgetResult(link.connection) else {
        end()
        break
      }
      switch PQresultStatus(result) {
      case PGRES_SINGLE_TUPLE: return result
      case PGRES_TUPLES_OK, PGRES_COMMAND_OK: PQclear(result)
      default:
        let error = StorageError.said(by: result, on: link, sql: text)
        PQclear(result)
        while let more = PQgetResult(link.connection) { PQclear(more) }
        end()
        throw error
      }
    }
    return nil
  }

  private func end() {
    isOver = true
    link.ended(self)
  }

  /// Lets go of what was not asked for.
  func finish() {
    PQclear(current)
    current = nil
    for result in taken { PQclear(result) }
    taken = []
    guard !isOver else { return }
    // A long answer is called off; a short one is as soon at its end.
    var left = 200
    while let more = PQgetResult(link.connection) {
      PQclear(more)
      left -= 1
      if left == 0 { link.callOff() }
    }
    end()
  }
}

/// A question whose rows are fetched some hundreds at a time, while other statements run between.
final class PostgresCursor: Cursor {
  private let row = PostgresRow()
  private let link: PostgresLink
  private let fetch: String
  private var block: OpaquePointer?
  private var place: Int32 = 0
  private var isOver = false
  private static let rows: Int32 = 500

  init(_ link: PostgresLink, _ name: String) {
    self.link = link
    fetch = "FETCH \(PostgresCursor.rows) FROM \(name)"
  }

  deinit { PQclear(block) }

  func next() throws -> Row? {
    if isOver { return nil }
    place += 1
    if place >= PQntuples(block) {
      let isLast = block != nil && PQntuples(block) < PostgresCursor.rows
      PQclear(block)
      block = nil
      place = 0
      if !isLast { block = try link.once(fetch) }
      isOver = PQntuples(block) == 0
    }
    if isOver { return nil }
    try row.stand(on: block, at: place, of: fetch)
    return Row(row)
  }
}
