import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("The office")
struct OfficeTests {
  private func rename(_ world: World, _ name: String) -> RenameUnit {
    RenameUnit(unit: world.unit("C1"), name: name, day: "2024-01-01")
  }

  @Test("a request that comes again gets the first answer, and nothing is written")
  func repeated() async throws {
    let world = try await World.small()
    let deed = AdmitMember(
      particulars: Particulars(name: "Đỗ Thị Ân"),
      unit: world.unit("C1"),
      admitted: "2024-03-01"
    )
    let first = try await world.carryOut(deed, request: "form-1")
    let before = try await world.read { try LiveRecord($0) }
    world.clock.step(days: 3)
    let again = try await world.carryOut(deed, request: "form-1")
    #expect(!first.wasRepeated)
    #expect(again.wasRepeated)
    #expect([again.entry, again.moment] == [first.entry, first.moment])
    #expect(again.result == first.result)
    #expect(try await world.live() == before)
    #expect(try await world.head() == first.entry)
    // Another request for the same deed is another deed.
    #expect(try await !world.carryOut(deed, request: "form-2").wasRepeated)
  }

  @Test("moments rise although the clock stands still or goes back, and name one entry each")
  func moments() async throws {
    let world = try await World.small()
    var receipts: [Receipt] = []
    for number in 0..<6 {
      receipts.append(try await world.carryOut(rename(world, "Chi bộ \(number)")))
      if number == 2 { world.clock.step(days: -400) }
    }
    let moments = receipts.map(\.moment)
    #expect(zip(moments, moments.dropFirst()).allSatisfy { $0 < $1 })
    #expect(moments.last == receipts[0].moment + 5)
    for receipt in receipts {
      let entry = try await world.read { try JournalStore(db: $0).entry(at: receipt.moment) }
      #expect(entry == receipt.entry)
    }
    world.clock.step(days: 500)
    let late = try await world.carryOut(rename(world, "Chi bộ sau")).moment
    #expect(late == world.clock.now)
    #expect(try await world.journalFaults() == [])
  }

  @Test("identities rise with every deed, whatever the clock does, and name their installation")
  func identities() async throws {
    let world = try await World.small()
    var last: Int64 = 0
    for number in 0..<8 {
      let person = try await world.admit("Đỗ Thị \(number)", to: world.unit("C1"), on: "2024-03-01")
      #expect(person.number > last)
      #expect((person.number >> 11) & 0x3ff == 7)
      last = person.number
      world.clock.step(milliseconds: number.isMultiple(of: 2) ? -90_000_000 : 1)
    }
  }

  @Test("thousands of identities drawn in one millisecond are all different and rising")
  func manyIdentities() async throws {
    let world = try await World.empty()
    let unit = try await world.found("QN", "Đảng bộ tỉnh", .province, on: "2000-01-01")
    let deeds = (0..<700).map { number in
      let particulars = Particulars(name: "Đỗ \(number)")
      return Errand(
        AdmitMember(particulars: particulars, unit: unit, admitted: "2020-01-01"),
        by: World.console
      )
    }
    let results = try await world.office.carryOut(deeds).compactMap(\.result)
    #expect(results == results.sorted())
    let all: [Int64] = try await world.read { db in
      try db.rows(
        """
        SELECT id FROM person UNION ALL SELECT id FROM membership UNION ALL SELECT id FROM particulars
        UNION ALL SELECT id FROM affiliation UNION ALL SELECT id FROM roll UNION ALL SELECT id FROM membership_term
        """
      ) { try $0[0] }
    }
    #expect(all.count == 4200)
    #expect(Set(all).count == all.count)
  }

  @Test("several deeds in one transaction have an entry each; one refused takes all with it")
  func several() async throws {
    let world = try await World.small()
    let head = try await world.head()
    let an = world.person("Nguyễn An")
    let good = [
      Errand(rename(world, "Chi bộ Một"), by: World.console),
      Errand(TransferMember(person: an, to: world.unit("C2"), day: "2024-01-01"), by: World.console),
    ]
    let before = try await world.live()
    let bad = Errand(TransferMember(person: an, to: world.unit("C2"), day: "2025-01-01"), by: World.console)
    await #expect(throws: Refused(.unit, .alreadyThere)) { try await world.office.carryOut(good + [bad]) }
    #expect(try await world.live() == before)
    #expect(try await world.head() == head)
    let receipts = try await world.office.carryOut(good)
    #expect(receipts.map(\.entry) == [head + 1, head + 2])
    #expect(try await world.journalFaults() == [])
  }

  @Test("a deed refused leaves nothing: no entry, no decision, no identity, no account")
  func refusedLeavesNothing() async throws {
    let world = try await World.small()
    let paper = DecisionText(number: "99-QĐ", signed: "2024-01-01")
    let deed = FoundUnit(code: "X", name: "X", kind: .cell, sector: nil, parent: nil, day: "2024-01-01")
    #expect(try await world.refusals(of: deed, by: .console("somebody else"), under: paper) != [])
    let left = try await world.read { db in
      try db.count("SELECT count(*) FROM decision") + db.count("SELECT count(*) FROM unit WHERE code = 'X'")
        + db.count("SELECT count(*) FROM account WHERE name = 'console:somebody else'")
    }
    #expect(left == 0)
  }

  @Test("several deeds can carry out one decision: it is filed once; a blank number is refused")
  func decisions() async throws {
    let world = try await World.small()
    let paper = DecisionText(
      number: "01-QĐ/HU",
      signed: "2024-01-02",
      issuer: world.unit("HL"),
      signer: "Trần Đạo",
      basis: "Điều lệ"
    )
    let one = try await world.carryOut(rename(world, "Chi bộ Một"), under: paper)
    let other = try await world.carryOut(
      TransferMember(person: world.person("Nguyễn An"), to: world.unit("C2"), day: "2024-01-01"),
      under: paper
    )
    let lines = try await world.read { try JournalStore(db: $0).lines(limit: 2) }
    #expect(lines.map(\.seq) == [other.entry, one.entry])
    #expect(lines[0].decision == lines[1].decision)
    #expect(lines[0].decision?.text == paper)
    #expect(lines[0].decision?.issuerName == "Đảng bộ huyện Hoàn Lĩnh")
    #expect(try await world.read { try $0.count("SELECT count(*) FROM decision") } == 1)
    let id = try #require(lines[0].decision?.id)
    let changes = try await world.read { try DecisionStore(db: $0).changes(of: id) }
    #expect(Set(changes.map(\.entry)) == [one.entry, other.entry])
    let otherYear = DecisionText(number: "01-QĐ/HU", signed: "2025-01-02", issuer: world.unit("HL"))
    try await world.carryOut(rename(world, "Chi bộ Hai"), under: otherYear)
    #expect(try await world.read { try $0.count("SELECT count(*) FROM decision") } == 2)
    let blank = DecisionText(number: "", signed: "2025-01-02")
    #expect(
      try await world.refusals(of: rename(world, "Chi bộ Ba"), under: blank) == [Objection(.number, .blank)]
    )
  }

  @Test("an entry says what was asked, in order, so that it can be read back whatever stands in it")
  func said() async throws {
    let world = try await World.small()
    let receipt = try await world.carryOut(rename(world, "Chi bộ \"Một\" \\ hai"))
    let line = try await world.read { try JournalStore(db: $0).lines(limit: 1)[0] }
    let unit = world.unit("C1")
    let expected = #"{"unit":"\#(unit)","name":"Chi bộ \"Một\" \\ hai","day":"2024-01-01"}"#
    #expect(line.said == expected)
    #expect(line.seq == receipt.entry)
    #expect(line.account == "console:tester")
    #expect(line.operation == "renameUnit")
  }

  @Test("what was known is found by moment: the last entry made up to it, none before the first")
  func entriesByMoment() async throws {
    let world = try await World.small()
    let receipt = try await world.carryOut(rename(world, "Chi bộ Một"))
    let found = try await world.read { db in
      let store = JournalStore(db: db)
      return [
        try store.entry(at: receipt.moment - 1), try store.entry(at: receipt.moment), try store.entry(at: 0),
      ]
    }
    #expect(found == [receipt.entry - 1, receipt.entry, 0])
  }

  @Test("a timeline tells every version with the entry that wrote it and the one that replaced it")
  func timeline() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    let moved = try await world.transfer(an, to: world.unit("C2"), on: "2024-01-01").entry
    let back = try await world.carryOut(AnnulEntry(entry: moved)).entry
    let versions = try await world.read { try Timeline(db: $0).affiliations(an, .now) }
    let admission = try #require(versions.first?.by.entry)
    let told = versions.map { "\($0.fact.span) \($0.by.entry) \($0.superseded ?? 0)" }
    let expected = [
      "2000-02-03… \(admission) \(moved)", "2000-02-03…2024-01-01 \(moved) \(back)", "2000-02-03… \(back) 0",
      "2024-01-01… \(moved) \(back)",
    ]
    #expect(told == expected)
    let then = try await world.read { try Timeline(db: $0).affiliations(an, .entry(moved)) }
    #expect(then.map(\.superseded) == [moved, nil, nil])
  }
}

@Suite("The clock")
struct ClockTests {
  @Test("a day of the organisation begins at midnight in Việt Nam")
  func days() {
    let clock = Clock { 0 }
    #expect(clock.day(of: clock.start(of: "2025-11-03")) == "2025-11-03")
    #expect(clock.day(of: clock.start(of: "2025-11-03") - 1) == "2025-11-02")
    #expect(clock.day(of: clock.start(of: "1960-02-29")) == "1960-02-29")
    #expect(clock.text(clock.start(of: "2025-11-03")) == "2025-11-03T00:00:00.000+07:00")
  }

  @Test(
    "a moment is read back from what is written",
    arguments: [0, 1, 999, 1_762_128_000_123, -1, 86_399_999] as [Int64]
  )
  func roundTrip(moment: Int64) {
    let clock = Clock { 0 }
    #expect(clock.moment(clock.text(moment)) == moment)
  }

  @Test(
    "a day alone is its end; a time has two or three parts, a zone or none",
    arguments: [
      ("2025-11-03", "2025-11-03T23:59:59.999+07:00"), ("2025-11-03T14:05", "2025-11-03T14:05:00.000+07:00"),
      ("2025-11-03T14:05:09", "2025-11-03T14:05:09.000+07:00"),
      ("2025-11-03T14:05:09Z", "2025-11-03T21:05:09.000+07:00"),
      ("2025-11-03T14:05:09.5Z", nil), ("2025-11-03T25:00", nil), ("2025-11-03 14:05", nil),
      ("2025-02-30", nil),
      ("", nil), ("2025-11-03T", nil), ("2025-11-03T14:05-05:00", "2025-11-04T02:05:00.000+07:00"),
    ] as [(String, String?)]
  )
  func reading(text: String, expected: String?) {
    let clock = Clock { 0 }
    #expect(clock.moment(text).map { clock.text($0) } == expected)
  }
}
