package import Storage

/// A file in the record.
package struct KeptFile: Hashable, Sendable {
  package let hash: FileHash
  package let size: Int
  package let type: String
  /// The moment it was last handed in.
  package let kept: Int64

  package init(hash: FileHash, size: Int, type: String, kept: Int64) {
    self.hash = hash
    self.size = size
    self.type = type
    self.kept = kept
  }
}

/// Keeps files in the record in pieces, so that a backup is one thing and no file is ever in memory whole.
///
///     let hash = try FileHash(of: scan)                     // before the transaction: it reads everything
///     let file = try FileStore(db: db).keep(scan, hash, type: "application/pdf", at: moment)
package struct FileStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// How large a piece is.
  package static let chunk = 256 << 10
  /// How long a file stays to which nothing refers: long enough to finish what it was sent for.
  package static let unreferenced: Int64 = 7 * 86_400_000

  /// Every column that refers to a file.
  ///
  /// What stands in none of them is swept: a table that refers to files must be named here.
  static let references: [(table: StaticString, column: StaticString)] = [
    ("decision_scan", "file"), ("job_file", "hash"), ("meeting_paper", "file"), ("task_progress", "file"),
    ("working_regulation", "file"),
  ]

  /// Keeps a file under its hash; one that is there already is the same one, and stays.
  /// - Throws: `FileChanged` when the bytes are no longer those that were hashed.
  @discardableResult
  package func keep(
    _ bytes: some FileBytes,
    _ hash: FileHash,
    type: String,
    at moment: Int64
  ) throws -> KeptFile {
    try sweep(before: moment - FileStore.unreferenced)
    if let known = try file(hash) {
      try db.execute("UPDATE file SET kept = \(moment) WHERE hash = \(hash)")
      return KeptFile(hash: hash, size: known.size, type: known.type, kept: moment)
    }
    let size = bytes.size
    try db.execute("INSERT INTO file (hash, size, type, kept) VALUES (\(hash), \(size), \(type), \(moment))")
    let inserter = try db.inserter("file_chunk", ["hash", "number", "bytes"])
    let digest = Digest()
    var offset = 0
    while offset < size {
      let block = try bytes.read(at: offset, count: FileStore.chunk)
      block.withUnsafeBufferPointer { digest.add($0) }
      try inserter.insert([hash.sqlValue, (offset / FileStore.chunk).sqlValue, block.sqlValue])
      offset += block.count
    }
    guard digest.finish() == hash.bytes else { throw FileChanged() }
    return KeptFile(hash: hash, size: size, type: type, kept: moment)
  }

  package func file(_ hash: FileHash) throws -> KeptFile? {
    try db.first("SELECT size, type, kept FROM file WHERE hash = \(hash)") { row in
      KeptFile(hash: hash, size: try row[0], type: try row[1], kept: try row[2])
    }
  }

  /// One piece of a file, `nil` after the last.
  package func chunk(_ number: Int, of hash: FileHash) throws -> [UInt8]? {
    try db.value("SELECT bytes FROM file_chunk WHERE hash = \(hash) AND number = \(number)")
  }

  /// So many bytes of a file from one place on; fewer only at its end.
  package func read(_ hash: FileHash, at offset: Int, count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var offset = offset
    while bytes.count < count, let chunk = try chunk(offset / FileStore.chunk, of: hash) {
      let piece = chunk.dropFirst(offset % FileStore.chunk).prefix(count - bytes.count)
      if piece.isEmpty { break }
      bytes += piece
      offset += piece.count
    }
    return bytes
  }

  /// A copy on this machine's disk, for what reads files by their place.
  package func copy(_ hash: FileHash) throws -> LooseFile {
    let copy = try LooseFile()
    try copyOut(hash) { try copy.append($0) }
    return copy
  }

  /// Gives a file away piece by piece.
  package func copyOut(_ hash: FileHash, _ take: (ArraySlice<UInt8>) throws -> Void) throws {
    var number = 0
    while let chunk = try chunk(number, of: hash) {
      try take(chunk[...])
      number += 1
    }
  }

  /// Removes what was handed in before a moment and is referred to by nothing.
  func sweep(before moment: Int64) throws {
    var unused: SQL = "f.kept < \(moment)"
    for (table, column) in FileStore.references {
      unused += " AND NOT EXISTS (SELECT 1 FROM \(name: table) r WHERE r.\(name: column) = f.hash)"
    }
    let old: [FileHash] = try db.rows("SELECT f.hash FROM file f WHERE \(unused) LIMIT 100") { try $0[0] }
    for hash in old {
      try db.execute("DELETE FROM file_chunk WHERE hash = \(hash)")
      try db.execute("DELETE FROM file WHERE hash = \(hash)")
    }
  }
}

/// A file changed between being hashed and being kept.
package struct FileChanged: Error {}
