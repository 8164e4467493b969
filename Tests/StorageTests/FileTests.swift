import Foundation
import SQLiteStorage
import Storage
import Testing

@Suite("Files")
struct FileTests {
  @Test("a file that is not there is missing, and is not made")
  func missing() throws {
    let folder = try Folder()
    #expect(throws: StorageError.missing(folder.file("none.sqlite"))) {
      try SQLiteDatabase(path: folder.file("none.sqlite"))
    }
    #expect(!folder.has("none.sqlite"))
  }

  @Test("a folder that is not there is named")
  func noFolder() throws {
    let folder = try Folder()
    #expect(throws: StorageError.cannotOpen(folder.file("a/b.sqlite"), reason: "folder")) {
      try SQLiteDatabase(path: folder.file("a/b.sqlite"), create: true)
    }
  }

  @Test("a letter is not a database")
  func notADatabase() throws {
    let folder = try Folder()
    let path = try folder.write(
      String(repeating: "Kính gửi đồng chí Bí thư.\n", count: 200),
      to: "letter.sqlite"
    )
    #expect(throws: StorageError.notADatabase(path)) { try SQLiteDatabase(path: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("Kính gửi"))
  }

  @Test("a folder in the place of a file is an error, not a crash")
  func folderInPlace() throws {
    let folder = try Folder()
    #expect(throws: StorageError.self) { try SQLiteDatabase(path: folder.path) }
  }

  @Test("a file opened only to be read takes nothing, and stays as it is to the byte")
  func onlyRead() async throws {
    let folder = try Folder()
    let database = try folder.database("a.sqlite")
    try await database.migrate([])
    try database.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.file("a.sqlite")))
    let reading = try SQLiteDatabase(reading: folder.file("a.sqlite"))
    #expect(try await reading.migrated() == [])
    await #expect(throws: StorageError.readOnly) {
      try await reading.write { db in _ = try db.execute("CREATE TABLE t (id BIGINT PRIMARY KEY)") }
    }
    try reading.close()
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("a.sqlite"))) == before)
    #expect(throws: StorageError.missing(folder.file("none.sqlite"))) {
      try SQLiteDatabase(reading: folder.file("none.sqlite"))
    }
  }

  @Test("a folder that may not be written in says so", .enabled(if: geteuid() != 0, "root may everything"))
  func folderWithoutPermission() throws {
    let folder = try Folder()
    chmod(folder.path, 0o500)
    #expect(throws: StorageError.cannotOpen(folder.file("a.sqlite"), reason: "permission")) {
      try SQLiteDatabase(path: folder.file("a.sqlite"), create: true)
    }
  }

  @Test("a file that may only be read says so", .enabled(if: geteuid() != 0, "root may everything"))
  func readOnlyFile() async throws {
    let folder = try Folder()
    let database = try folder.database("a.sqlite")
    try await database.migrate([])
    try database.close()
    chmod(folder.file("a.sqlite"), 0o400)
    #expect(throws: StorageError.cannotOpen(folder.file("a.sqlite"), reason: "permission")) {
      try SQLiteDatabase(path: folder.file("a.sqlite"))
    }
  }

  @Test("a place where nobody may make a file is an error, not a crash")
  func impossiblePlace() {
    #expect(throws: StorageError.self) { try SQLiteDatabase(path: "/proc/chibo.sqlite", create: true) }
  }

  @Test("what was written is there when the file is opened again")
  func lasts() async throws {
    let folder = try Folder()
    let first = try folder.database()
    try await first.write { db in
      _ = try db.execute("CREATE TABLE a (id BIGINT PRIMARY KEY)")
      _ = try db.execute("INSERT INTO a VALUES (7)")
    }
    try first.close()
    #expect(!folder.has("record.sqlite-wal"))
    let again = try SQLiteDatabase(path: folder.file("record.sqlite"))
    #expect(try await again.read { try $0.value("SELECT id FROM a", as: Int.self) } == 7)
  }

  @Test("a record built beside its place is seen when it is finished, and not before")
  func building() async throws {
    let folder = try Folder()
    let built = try SQLiteDatabase(building: folder.file("new.sqlite"))
    try await built.write { db in _ = try db.execute("CREATE TABLE a (id BIGINT PRIMARY KEY)") }
    #expect(!folder.has("new.sqlite"))
    try built.finish()
    #expect(folder.has("new.sqlite"))
    #expect(!folder.has("new.sqlite.part"))
    let opened = try SQLiteDatabase(path: folder.file("new.sqlite"))
    #expect(try await opened.read { try $0.count("SELECT count(*) FROM a") } == 0)
    #expect(throws: StorageError.self) { try SQLiteDatabase(building: folder.file("new.sqlite")) }
  }

  @Test("a record that is given up leaves nothing")
  func abandoned() async throws {
    let folder = try Folder()
    let built = try SQLiteDatabase(building: folder.file("new.sqlite"))
    try await built.write { db in _ = try db.execute("CREATE TABLE a (id BIGINT PRIMARY KEY)") }
    built.abandon()
    #expect(!folder.has("new.sqlite"))
    #expect(!folder.has("new.sqlite.part"))
  }
}
