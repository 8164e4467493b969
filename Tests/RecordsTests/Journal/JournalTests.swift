import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("The journal")
struct JournalTests {
  /// A world whose every journaled table has rows, superseded ones among them.
  private static let written = Task {
    let world = try await lived()
    try await bringIn(world)
    return world
  }

  /// A world with all that an installation writes itself.
  static func lived() async throws -> World {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    let paper = DecisionText(
      number: "01-QĐ/HU",
      signed: "2024-01-02",
      issuer: world.unit("HL"),
      signer: "Trần Đạo",
      basis: "Điều lệ"
    )
    try await world.carryOut(
      TransferMember(person: an, to: world.unit("C2"), day: "2024-02-01"),
      under: paper
    )
    try await world.carryOut(
      HoldPost(person: an, unit: world.unit("C2"), post: "secretary", span: Span(open: "2024-03-01"))
    )
    let particulars = Particulars(
      name: "Nguyễn Văn An",
      born: LooseDate("1957"),
      sex: .man,
      ethnicity: "Kinh",
      card: "0123"
    )
    try await world.carryOut(CorrectParticulars(person: an, particulars: particulars), under: paper)
    let hoa = try await world.candidate("Lê Thị Hoa", in: world.unit("C1"), since: "2025-08-01")
    try await world.step(hoa, CandidateStep(.cv), on: "2025-09-01")
    try await world.carryOut(
      RecordRecognitionVote(person: world.person("Võ Y Ly"), on: "2025-10-01", officials: 9, votes: 5)
    )
    let handbook = Identifier(system: "handbook", value: "ST-0077")
    try await world.carryOut(
      RecordIdentifier(person: an, identifier: handbook, span: Span(open: "2024-01-01")),
      under: paper
    )
    try await world.carryOut(EndIdentifier(person: an, identifier: handbook, day: "2025-01-01"))
    let scan = Array("%PDF-1.4".utf8)
    let hash = try FileHash(of: scan)
    try await world.tamper { _ = try FileStore(db: $0).keep(scan, hash, type: "application/pdf", at: 0) }
    if let filed = try await world.read({ try DecisionStore(db: $0).find("01-QĐ/HU").first?.id }) {
      try await world.carryOut(AttachScan(to: filed, Scan(hash, name: "01.pdf")))
    }
    try await world.carryOut(
      PutRulebookInForce(unit: world.unit("HL"), text: SampleRulebook.text("rieng", from: "2025-01-01")),
      under: paper
    )
    try await world.end(world.person("Hồ Văn Ía"), .transferred, on: "2025-06-01")
    try await way(of: an, in: world)
    try await meet(world)
    try await resolve(world)
    try await prepare(world)
    try await review(world)
    try await assess(world)
    let unit = try await world.found("E1", "Chi bộ trống", .cell, under: world.unit("B1"), on: "2020-01-01")
    try await world.move(unit, under: world.unit("B2"), on: "2021-01-01")
    try await world.end(unit, into: [world.unit("C1")], on: "2022-01-01")
    try await keepDuesAndAward(world, an, paper)
    try await transferAndContact(world, paper)
    let account = try await world.account("an", for: an)
    let grant = try await world.grant(.member, in: world.unit("C1"), to: account)
    try await world.carryOut(WithdrawRights(grant: grant, day: "2026-01-01"))
    let renamed = try await world.rename(world.unit("C1"), "Chi bộ khác", on: "2023-01-01")
    try await world.carryOut(AnnulEntry(entry: renamed.entry), request: "token")
    return world
  }

  /// Another value of the same type, a single byte away where there is one.
  private static func flipped(_ value: SQLValue) -> SQLValue? {
    switch value {
    case .integer(.some(let number)): .integer(number ^ 0x100_0000)
    case .text(.some(let text)):
      text.isEmpty ? .text("x") : .text(String(decoding: flipped(Array(text.utf8)), as: UTF8.self))
    case .bytes(.some(let bytes)): .bytes(flipped(bytes))
    case .day(.some(let text)): .text(text + "0")
    default: nil
    }
  }

  private static func flipped(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    guard let last = bytes.indices.last else { return [1] }
    bytes[last] ^= 1
    return bytes
  }

  @Test("one byte changed in any column of any row of the record is found, with its entry and table")
  func everyColumn() async throws {
    let world = try await JournalTests.written.value.copy(watchesReferences: false)
    var changed = 0
    for table in JournaledTable.all {
      let columns =
        (table.isDated ? ["start_on", "end_on", "restores"] : []) + table.columns as [StaticString]
      for column in columns {
        // One row of each column that has a value: the first and, where there is one, a superseded one.
        let order: [SQL] = table.isDated ? ["superseded IS NULL", "superseded IS NOT NULL"] : ["1 = 1"]
        for condition in order {
          let found = try await world.read { db in
            try db.first(
              """
              SELECT id, recorded, \(name: column) FROM \(name: table.name)
              WHERE \(name: column) IS NOT NULL AND \(condition) ORDER BY id LIMIT 1
              """
            ) { row in (id: try row[0] as Int64, entry: try row[1] as Int64, value: row.source.value(2)) }
          }
          guard let found, let other = JournalTests.flipped(found.value) else { continue }
          let copy = try await world.copy(watchesReferences: false)
          // What the schema itself refuses cannot be planted: no end before a start.
          let planted: Void? = try? await copy.tamper { db in
            try db.execute(
              """
              UPDATE \(name: table.name) SET \(name: column) = \(other)
              WHERE id = \(found.id) AND recorded = \(found.entry)
              """
            )
          }
          guard planted != nil else { continue }
          changed += 1
          let faults = try await copy.journalFaults()
          #expect(faults == [.rows(found.entry, table: "\(table.name)")], "\(table.name).\(column)")
        }
      }
    }
    #expect(changed > 90, "only \(changed)")
  }

  @Test("one byte changed in any column of an entry is found, with its number")
  func entryColumns() async throws {
    let columns: [StaticString] = [
      "moment", "account", "operation", "decision", "request", "annuls", "result", "payload", "rows",
      "previous", "hash",
    ]
    for column in columns {
      let copy = try await JournalTests.written.value.copy(watchesReferences: false)
      let found = try await copy.read { db in
        try db.first(
          "SELECT seq, \(name: column) FROM entry WHERE \(name: column) IS NOT NULL ORDER BY seq DESC LIMIT 1"
        ) { (seq: try $0[0] as Int64, value: $0.source.value(1)) }
      }
      guard let found, let other = JournalTests.flipped(found.value) else {
        Issue.record("no entry with \(column)")
        continue
      }
      try await copy.tamper { db in
        try db.execute("UPDATE entry SET \(name: column) = \(other) WHERE seq = \(found.seq)")
      }
      let faults = try await copy.journalFaults()
      #expect(faults.contains(.line(found.seq)) || faults.contains(.chain(found.seq)), "\(column): \(faults)")
    }
  }

  @Test("what an entry said cannot be changed unseen; it can be sealed")
  func payload() async throws {
    let world = try await JournalTests.written.value.copy()
    try await world.tamper { db in try db.execute("UPDATE payload SET body = NULL WHERE entry IN (5, 6)") }
    #expect(try await world.journalFaults() == [])
    #expect(try await world.read { try JournalStore(db: $0).entry(5)?.line.said } == nil)
    try await world.tamper { db in try db.execute("UPDATE payload SET body = body || ' ' WHERE entry = 7") }
    #expect(try await world.journalFaults() == [.payload(7)])
    try await world.tamper { db in try db.execute("DELETE FROM payload WHERE entry = 7") }
    #expect(try await world.journalFaults() == [.payload(7)])
  }

  @Test("a row taken away from any table is found, with the entry that wrote it")
  func deletedRows() async throws {
    let world = try await JournalTests.written.value
    for table in JournaledTable.all {
      let copy = try await world.copy(watchesReferences: false)
      let found = try await copy.read { db in
        try db.first("SELECT id, recorded FROM \(name: table.name) ORDER BY id DESC LIMIT 1") {
          (id: try $0[0] as Int64, entry: try $0[1] as Int64)
        }
      }
      guard let found else {
        Issue.record("\(table.name) is empty")
        continue
      }
      try await copy.tamper { db in
        try db.execute("DELETE FROM \(name: table.name) WHERE id = \(found.id) AND recorded = \(found.entry)")
      }
      let faults = try await copy.journalFaults()
      #expect(faults.contains(.rows(found.entry, table: "\(table.name)")), "\(table.name): \(faults)")
    }
  }

  @Test("a row that no entry wrote is found, under an entry that is there and under one that is not")
  func addedRows() async throws {
    let world = try await JournalTests.written.value.copy(watchesReferences: false)
    let unit = world.unit("C1")
    try await world.tamper { db in
      try db.execute(
        "INSERT INTO unit_sector (id, start_on, recorded, unit, sector) VALUES (5, '2020-01-01', 3, \(unit), 'agency')"
      )
    }
    #expect(try await world.journalFaults() == [.rows(3, table: "unit_sector")])
    try await world.tamper { db in
      try db.execute("UPDATE unit_sector SET recorded = 5000 WHERE id = 5")
      try db.execute("INSERT INTO payload (entry, body) VALUES (6000, '{}')")
    }
    #expect(
      Set(try await world.journalFaults()) == [
        .orphan(5000, table: "unit_sector"), .orphan(6000, table: "payload"),
      ]
    )
  }

  @Test("a fact taken back, or given back, without an entry is found")
  func superseded() async throws {
    let world = try await JournalTests.written.value
    let taken = try await world.copy(watchesReferences: false)
    try await taken.tamper { db in
      try db.execute("UPDATE affiliation SET superseded = 20 WHERE superseded IS NULL AND recorded = 13")
    }
    #expect(try await taken.journalFaults() == [.rows(20, table: "affiliation")])
    let given = try await world.copy(watchesReferences: false)
    let entry = try await given.read {
      try $0.value("SELECT max(superseded) FROM unit_name", as: Int64.self) ?? 0
    }
    try await given.tamper { db in
      try db.execute("UPDATE unit_name SET superseded = NULL WHERE superseded = \(entry)")
    }
    #expect(try await given.journalFaults() == [.rows(entry, table: "unit_name")])
  }

  @Test("an entry that is gone leaves a gap, a broken chain and rows without an entry")
  func droppedEntry() async throws {
    let world = try await JournalTests.written.value.copy(watchesReferences: false)
    try await world.tamper { db in
      try db.execute("DELETE FROM entry WHERE seq = 14")
      try db.execute("DELETE FROM payload WHERE entry = 14")
    }
    let faults = try await world.journalFaults()
    #expect(faults.contains(.gap(before: 15)))
    #expect(faults.contains(.chain(15)))
    #expect(faults.contains(.orphan(14, table: "affiliation")))
  }

  @Test("the last entries gone leave rows without an entry, and another head")
  func droppedEnd() async throws {
    let world = try await JournalTests.written.value.copy(watchesReferences: false)
    let before = try await world.read { try JournalCheck(db: $0).run() }
    let last = before.entries
    try await world.tamper { db in
      try db.execute("DELETE FROM entry WHERE seq = \(last)")
      try db.execute("DELETE FROM payload WHERE entry = \(last)")
    }
    let after = try await world.read { try JournalCheck(db: $0).run() }
    #expect(after.entries == last - 1)
    #expect(after.head != before.head)
    #expect(after.faults.contains(.orphan(last, table: "unit_name")))
  }
}
