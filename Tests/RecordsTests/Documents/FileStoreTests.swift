import Records
import Storage
import TestWorld
import Testing

@Suite("Files")
struct FileStoreTests {
  private static let day: Int64 = 86_400_000

  private func bytes(_ count: Int, seed: UInt8 = 1) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) &+ seed }
  }

  @Test(
    "a file comes back as it was kept, whatever its size",
    arguments: [
      0, 1, 1000, FileStore.chunk - 1, FileStore.chunk, FileStore.chunk + 1, 3 * FileStore.chunk + 77,
    ]
  )
  func comesBack(size: Int) async throws {
    let world = try await World.empty()
    let bytes = bytes(size)
    let hash = try FileHash(of: bytes)
    let file = try await world.database.write { db in
      try FileStore(db: db).keep(bytes, hash, type: "text/csv", at: 1000)
    }
    #expect(file == KeptFile(hash: hash, size: size, type: "text/csv", kept: 1000))
    try await world.read { (db) throws -> Void in
      let store = FileStore(db: db)
      #expect(try store.file(hash) == file)
      var read: [UInt8] = []
      try store.copyOut(hash) { read += $0 }
      #expect(read == bytes)
      let copy = try store.copy(hash)
      #expect(copy.size == size)
      #expect(try FileHash(of: copy) == hash)
      let middle = size / 2
      #expect(try store.read(hash, at: middle, count: 300_000) == Array(bytes[middle...].prefix(300_000)))
      #expect(try store.read(hash, at: size, count: 10) == [])
      // any knowledge: pieces are not dated.
      #expect(try db.count("SELECT count(*) FROM file_chunk WHERE length(bytes) > \(FileStore.chunk)") == 0)
    }
  }

  @Test("a file's address is the digest that any machine computes of it")
  func address() throws {
    let hash = try FileHash(of: Array("abc".utf8))
    #expect(hash.description == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319")
    #expect(FileHash(hash.description) == hash)
    for text in ["", "abc", hash.description.uppercased(), String(hash.description.dropLast()) + "g"] {
      #expect(FileHash(text) == nil, "\(text)")
    }
  }

  @Test("the same bytes handed in twice are one file")
  func once() async throws {
    let world = try await World.empty()
    let bytes = bytes(5000)
    let hash = try FileHash(of: bytes)
    for (moment, type) in [(Int64(1000), "text/csv"), (2000, "text/plain")] {
      try await world.tamper { db in try FileStore(db: db).keep(bytes, hash, type: type, at: moment) }
    }
    try await world.read { (db) throws -> Void in
      #expect(
        try FileStore(db: db).file(hash) == KeptFile(hash: hash, size: 5000, type: "text/csv", kept: 2000)
      )
      #expect(try db.count("SELECT count(*) FROM file_chunk") == 1)
    }
  }

  @Test("bytes that are not those of the hash are not kept")
  func changed() async throws {
    let world = try await World.empty()
    let hash = try FileHash(of: bytes(5000, seed: 2))
    await #expect(throws: FileChanged.self) {
      try await world.tamper { db in
        try FileStore(db: db).keep(bytes(5000), hash, type: "text/csv", at: 1000)
      }
    }
    #expect(try await world.read { try FileStore(db: $0).file(hash) } == nil)
  }

  @Test("what nothing refers to goes after a week, when the next file comes")
  func swept() async throws {
    let world = try await World.empty()
    let moment = 100 * FileStoreTests.day
    func keep(_ seed: UInt8, _ moment: Int64) async throws -> FileHash {
      let bytes = bytes(400_000, seed: seed)
      let hash = try FileHash(of: bytes)
      try await world.tamper { db in try FileStore(db: db).keep(bytes, hash, type: "text/csv", at: moment) }
      return hash
    }
    let old = try await keep(1, moment)
    let younger = try await keep(2, moment + 6 * FileStoreTests.day)
    #expect(try await world.read { try FileStore(db: $0).file(old) } != nil)
    let new = try await keep(3, moment + 8 * FileStoreTests.day)
    try await world.read { (db) throws -> Void in
      let store = FileStore(db: db)
      #expect(try store.file(old) == nil)
      #expect(try store.chunk(0, of: old) == nil)
      #expect(try store.file(younger) != nil)
      #expect(try store.file(new) != nil)
    }
  }
}
