import Basics
import Records
import SQLiteStorage
import Storage
import TestWorld
import Testing

@Suite("Values on their way into and out of the record")
struct ValueTests {
  private func table() async throws -> any Database {
    let database = try await TestEngine.empty("values")
    try await database.write { db in
      _ = try db.execute(
        "CREATE TABLE thing (id BIGINT PRIMARY KEY, word TEXT, day DATE, hash BYTEA, number BIGINT)"
      )
    }
    return database
  }

  @Test("a null of each type is a null, and comes back as nothing")
  func nulls() async throws {
    let database = try await table()
    try await database.write { db in
      let word: String? = nil
      let day: CivilDate? = nil
      let bytes: [UInt8]? = nil
      let number: Int64? = nil
      try db.execute("INSERT INTO thing VALUES (1, \(word), \(day), \(bytes), \(number))")
      let found = try db.first("SELECT word, day, hash, number FROM thing") { row in
        (try row[0] as String?, try row[1] as CivilDate?, try row[2] as [UInt8]?, try row[3] as Int64?)
      }
      #expect(found?.0 == nil)
      #expect(found?.1 == nil)
      #expect(found?.2 == nil)
      #expect(found?.3 == nil)
      #expect(try db.count("SELECT count(*) FROM thing WHERE word IS NOT DISTINCT FROM \(word)") == 1)
    }
  }

  @Test("each type has a null of its own")
  func typedNulls() {
    #expect(String?.none.sqlValue == .text(nil))
    #expect(CivilDate?.none.sqlValue == .day(nil))
    #expect([UInt8]?.none.sqlValue == .bytes(nil))
    #expect(Int64?.none.sqlValue == .integer(nil))
  }

  @Test("an empty text is not a null, nor are no bytes")
  func empties() async throws {
    let database = try await table()
    try await database.write { db in
      try db.execute("INSERT INTO thing (id, word, hash) VALUES (1, \(""), \([UInt8]()))")
      let inserter = try db.inserter("thing", ["id", "word", "hash"])
      try inserter.insert([.integer(2), .text(""), .bytes([])])
      #expect(try db.count("SELECT count(*) FROM thing WHERE word IS NOT NULL AND hash IS NOT NULL") == 2)
      #expect(try db.rows("SELECT word FROM thing") { try $0[0] as String? } == ["", ""])
      #expect(try db.rows("SELECT hash FROM thing") { try $0[0] as [UInt8]? } == [[], []])
    }
  }

  @Test(
    "texts keep every mark and every byte",
    // No list and no form takes a null byte; a server's texts cannot hold one at all.
    arguments: ["Đặng Thùy Ước", "H'Ngun Niê", TestEngine.isServed ? "" : "a\u{0}b", "Đ\u{302}"]
  )
  func texts(text: String) async throws {
    let database = try await table()
    try await database.write { db in
      try db.execute("INSERT INTO thing (id, word) VALUES (1, \(text))")
      try db.inserter("thing", ["id", "word", "day"]).insert([.integer(2), .text(text), .day("2024-02-29")])
      let back: [String] = try db.rows("SELECT word FROM thing ORDER BY id") { try $0[0] }
      #expect(back.map { Array($0.utf8) } == [Array(text.utf8), Array(text.utf8)])
    }
  }

  @Test("a row written by an inserter has its texts, days, bytes and numbers each in its column")
  func inserterKeepsColumns() async throws {
    let database = try await table()
    try await database.write { db in
      let inserter = try db.inserter("thing", ["day", "word", "hash", "number", "id"])
      try inserter.insert([
        .day("2024-02-29"), .text("bản Đòng"), .bytes([0, 255]), .integer(.min), .integer(1),
      ])
      try inserter.insert([.day(nil), .text("Ẩm Hồ"), .bytes(nil), .integer(nil), .integer(2)])
      let rows = try db.rows("SELECT word, day, hash, number FROM thing ORDER BY id") { row in
        [row.source.value(0), row.source.value(1), row.source.value(2), row.source.value(3)]
      }
      #expect(rows[0] == [.text("bản Đòng"), .text("2024-02-29"), .bytes([0, 255]), .integer(.min)])
      #expect(rows[1] == [.text("Ẩm Hồ"), .text(nil), .text(nil), .text(nil)])
    }
  }

  @Test("days come back as days, bytes as bytes, the largest numbers whole")
  func roundTrip() async throws {
    let database = try await table()
    try await database.write { db in
      let bytes = (0...255).map { UInt8($0) }
      try db.execute(
        "INSERT INTO thing VALUES (\(Int64.max), 'x', \(CivilDate.earliest), \(bytes), \(Int64.min))"
      )
      let found = try db.first("SELECT id, day, hash, number FROM thing") { row in
        (try row[0] as Int64, try row[1] as CivilDate, try row[2] as [UInt8], try row[3] as Int64)
      }
      #expect(found?.0 == .max)
      #expect(found?.1 == .earliest)
      #expect(found?.2 == bytes)
      #expect(found?.3 == .min)
    }
  }

  @Test("nothing where something was asked for is named with its column")
  func unexpectedNull() async throws {
    let database = try await table()
    let error = try await storageError {
      try await database.write { db in
        try db.execute("INSERT INTO thing (id) VALUES (1)")
        _ = try db.first("SELECT id, day FROM thing") { try $0[1] as CivilDate }
      }
    }
    #expect(error == .unexpectedNull(column: 1))
  }

  @Test("a text that is no day is not read as one")
  func unreadableDay() async throws {
    let database = try await table()
    let error = try await storageError {
      try await database.read { db in
        _ = try db.value("SELECT '2023-02-29'", as: CivilDate.self)
      }
    }
    #expect(error == .unreadable("2023-02-29"))
  }
}
