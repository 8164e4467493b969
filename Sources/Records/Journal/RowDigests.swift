import Storage

/// The digests of the rows an entry wrote, table by table: what `entry.rows` holds.
///
/// A table counts with the versions the entry wrote, in order of identity, and those it superseded. Both
/// are read back from the record itself, so that what is digested is what stands there.
struct RowDigests: Equatable {
  /// Table number and digest, in the order of tables.
  private(set) var tables: [(number: Int, digest: [UInt8])] = []

  static func == (one: RowDigests, other: RowDigests) -> Bool {
    one.packed == other.packed
  }

  mutating func add(table number: Int, _ digest: [UInt8]) {
    tables.append((number, digest))
  }

  /// One byte for the table and the digest's bytes, one table after the other.
  var packed: [UInt8] {
    var bytes: [UInt8] = []
    for table in tables {
      bytes.append(UInt8(table.number))
      bytes += table.digest
    }
    return bytes
  }

  init() {}

  init?(packed bytes: [UInt8]) {
    let size = Digest.size + 1
    guard bytes.count % size == 0 else { return nil }
    for start in stride(from: 0, to: bytes.count, by: size) {
      tables.append((Int(bytes[start]), Array(bytes[(start + 1)..<(start + size)])))
    }
  }

  /// The tables whose digests differ between the two.
  func differences(from other: RowDigests) -> [Int] {
    let mine = Dictionary(tables.map { ($0.number, $0.digest) }) { first, _ in first }
    let others = Dictionary(other.tables.map { ($0.number, $0.digest) }) { first, _ in first }
    return Set(mine.keys).union(others.keys).filter { mine[$0] != others[$0] }.sorted()
  }
}

extension JournaledTable {
  /// Gives the lasting columns of the versions that entries wrote, ordered by entry and identity.
  func written(by entry: Int64? = nil) -> SQL {
    let condition: SQL = entry.map { "WHERE recorded = \($0) " } ?? ""
    return "SELECT recorded, \(names: lasting) FROM \(name: name) \(condition)ORDER BY recorded, id"
  }

  /// Gives entry, identity and version of what entries superseded, in order.
  func superseded(by entry: Int64? = nil) -> SQL {
    let condition: SQL = entry.map { "= \($0)" } ?? "IS NOT NULL"
    return """
      SELECT superseded, id, recorded FROM \(name: name) WHERE superseded \(condition)
      ORDER BY superseded, id, recorded
      """
  }

  /// The digest of what one entry wrote and superseded here, `nil` when that is nothing.
  func digest(of entry: Int64, _ db: any Connection) throws -> [UInt8]? {
    let digest = Digest()
    var isEmpty = true
    try db.each(written(by: entry)) { row in
      isEmpty = false
      add(row, to: digest)
    }
    if isDated {
      try db.each(superseded(by: entry)) { row in
        isEmpty = false
        addSuperseded(row, to: digest)
      }
    }
    return isEmpty ? nil : digest.finish()
  }

  func add(_ row: Row, to digest: Digest) {
    for column in 1...lasting.count { digest.add(row, column) }
  }

  func addSuperseded(_ row: Row, to digest: Digest) {
    digest.add("superseded")
    digest.add(row, 1)
    digest.add(row, 2)
  }
}
