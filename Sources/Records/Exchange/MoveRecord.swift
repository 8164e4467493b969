package import Basics
import Rules
package import Storage

/// Copies a whole installation, journal and all, from one database into an empty one, whatever their engines, as of
/// one moment and while the first is used; and proves that the copy is the same.
package struct MoveRecord: Sendable {
  /// What was copied, and what the copy was compared by.
  package struct Proof: Hashable, Sendable {
    package var tables = 0
    package var rows = 0
    package var entries: Int64 = 0
    package var head: [UInt8] = []
    package var figures = 0
    /// What is not the same in the copy; empty when it is proved.
    package var differences: [String] = []
  }

  private let source: any Database
  private let target: any Database

  package init(from source: any Database, to target: any Database) {
    self.source = source
    self.target = target
  }

  /// Copies, then compares row counts, the figures of `today` and the journal's chain.
  ///
  /// `progress`: told how many rows were copied, from time to time.
  package func run(on today: CivilDate, progress: @escaping @Sendable (Int) -> Void) async throws -> Proof {
    try await target.migrate(Schema.migrations)
    let pipe = RowPipe()
    let shapes = try await source.read { try MoveRecord.shapes($0) }
    async let sent = send(shapes, today, into: pipe)
    let taken: Int
    do {
      taken = try await take(shapes, from: pipe, progress)
    } catch {
      pipe.giveUp()
      // The first cause is told: that of the reader, when it was the reader that gave up.
      if error is RowPipe.Broken { _ = try await sent }
      throw error
    }
    let original = try await sent
    let copy = try await target.read { db in try Sight(db, shapes, on: today) }
    var proof = Proof(tables: shapes.count, rows: taken, figures: copy.figures.count)
    proof.differences = original.differences(from: copy)
    let journal = try await target.read { try JournalCheck(db: $0).run() }
    proof.entries = journal.entries
    proof.head = journal.head
    if !journal.faults.isEmpty { proof.differences.append("journal: \(journal.faults.count)") }
    return proof
  }

  /// The tables of a record but that of its migrations.
  private static func shapes(_ db: any Connection) throws -> [TableShape] {
    try db.tables().filter { $0.name != "migration" }
  }

  /// Reads everything in one transaction, and looks at what the copy will be compared with.
  private func send(_ shapes: [TableShape], _ today: CivilDate, into pipe: RowPipe) async throws -> Sight {
    do {
      return try await source.read { db in
        for (number, shape) in shapes.enumerated() {
          try pipe.put(try db.cursor(shape.rows), of: number, columns: shape.columns.count)
        }
        pipe.complete()
        return try Sight(db, shapes, on: today)
      }
    } catch {
      pipe.giveUp()
      throw error
    }
  }

  /// Writes everything in one transaction.
  /// - Returns: how many rows there were.
  private func take(
    _ shapes: [TableShape],
    from pipe: RowPipe,
    _ progress: @escaping @Sendable (Int) -> Void
  ) async throws -> Int {
    try await target.write { db in
      try db.expectBulk()
      var count = 0
      try db.withoutIndexes(of: shapes.map(\.name)) {
        var inserter: (table: Int, rows: any Inserter)?
        while let block = try pipe.take() {
          if inserter?.table != block.table {
            let shape = shapes[block.table]
            inserter = (block.table, try db.inserter(into: shape.name, shape.columns.map(\.name)))
          }
          for row in block.rows { try inserter?.rows.insert(row) }
          count += block.rows.count
          if count % 50_000 < block.rows.count { progress(count) }
        }
      }
      return count
    }
  }
}

/// What a record is compared by: the rows of each table, the figures of its roots and of the units right below
/// them, the last link of its journal.
private struct Sight: Sendable {
  let counts: [String: Int]
  let figures: [String: Int]
  let head: [UInt8]

  init(_ db: any Connection, _ shapes: [TableShape], on day: CivilDate) throws {
    var counts: [String: Int] = [:]
    for shape in shapes { counts[shape.name] = try db.count(shape.count) }
    self.counts = counts
    let asOf = AsOf(day)
    let store = FigureStore(db: db)
    var figures: [String: Int] = [:]
    for root in try TreeStore(db: db).roots(asOf) {
      for unit in [root] + (try TreeStore(db: db).below(root, asOf).map(\.unit.unit)) {
        for (name, value) in try store.figures(of: unit, asOf) {
          figures["\(unit) \(name.rawValue)"] = value
        }
      }
    }
    self.figures = figures
    head = try db.value("SELECT hash FROM entry ORDER BY seq DESC LIMIT 1") ?? []
  }

  func differences(from copy: Sight) -> [String] {
    var found: [String] = []
    for (name, count) in counts.sorted(by: { $0.key < $1.key }) where copy.counts[name] != count {
      found.append("\(name): \(count) ≠ \(copy.counts[name] ?? 0)")
    }
    for (name, value) in figures.sorted(by: { $0.key < $1.key }) where copy.figures[name] != value {
      found.append("\(name): \(value) ≠ \(copy.figures[name] ?? 0)")
    }
    if head != copy.head { found.append("journal: \(head.hex) ≠ \(copy.head.hex)") }
    return found
  }
}
