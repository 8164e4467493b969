import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Probable duplicates")
struct DuplicateTests {
  private static func particulars(_ name: String, _ born: String?, card: String? = nil) -> Particulars {
    Particulars(name: name, born: born.flatMap { LooseDate($0) }, card: card)
  }

  @Test(
    "dates that can be the same day agree",
    arguments: [
      ("1957", "1957-05-12", true), ("1957-05", "1957-05-12", true), ("1957-06", "1957-05-12", false),
      ("1957", "1958", false), ("1957-05-12", "1957-05-12", true), ("1957-05-12", "1957-05-13", false),
    ]
  )
  func agree(one: String, other: String, expected: Bool) throws {
    let (one, other) = (try #require(LooseDate(one)), try #require(LooseDate(other)))
    #expect(one.agrees(with: other) == expected)
    #expect(other.agrees(with: one) == expected)
  }

  @Test(
    "names near each other count only on one full day of birth",
    arguments: [
      ("Nguyễn An", "Nguyen Ân", "1957-05-12", [DuplicateReason.nameAndBirth]),
      ("Nguyễn Văn An", "Nguyễn An", "1957-05-12", [.nearName]),
      ("Nguyễn An", "Trần An", "1957-05-12", [.nearName]),
      ("Nguyễn An", "Trần Bình", "1957-05-12", []),
      ("Nguyễn An", "Trần An", "1957", []),
      ("An", "Bình", "1957-05-12", []),
    ]
  )
  func reasons(one: String, other: String, born: String, expected: [DuplicateReason]) {
    let found = Duplicates.reasons(
      DuplicateTests.particulars(one, born),
      DuplicateTests.particulars(other, born)
    )
    #expect(found == expected)
  }

  private func find(
    _ particulars: Particulars,
    _ identifiers: [Identifier] = [],
    in world: World,
    by account: ID<Account>? = nil
  ) async throws -> [ProbableDuplicate] {
    try await world.read {
      try DuplicateStore(db: $0, today: World.today, account: account)
        .find(particulars, identifiers: identifiers)
    }
  }

  private static func names(_ found: [ProbableDuplicate]) -> [String] {
    found.map { one in
      switch one.whereabouts {
      case .known(_, _, let name, _, _, _): name
      case .elsewhere(let committee): "? \(committee ?? "–")"
      }
    }
  }

  @Test("the surest come first: identifier and card, then name and day, then what is only near")
  func graded() async throws {
    let world = try await World.small()
    let cell = world.unit("C1")
    try await world.admit("Đỗ Thị Bình", born: "1980", to: cell, on: "2010-01-01")
    try await world.admit("Đỗ Bình", born: "1980-02-03", to: cell, on: "2010-01-01")
    try await world.admit("Đỗ Thị Bình", born: "1980-02-03", to: cell, on: "2010-01-01")
    let carded = try await world.admit("Lý Khác", born: "1990", to: cell, on: "2015-01-01")
    try await world.carryOut(
      CorrectParticulars(
        person: carded,
        particulars: DuplicateTests.particulars("Lý Khác", "1990", card: "123")
      )
    )
    let handbook = Identifier(system: "handbook", value: "ST1")
    try await world.carryOut(
      RecordIdentifier(
        person: world.person("Nguyễn An"),
        identifier: handbook,
        span: Span(open: "2020-01-01")
      )
    )
    let asked = DuplicateTests.particulars("Đỗ Thị Bình", "1980-02-03", card: "1 23")
    let found = try await find(asked, [handbook], in: world)
    #expect(Set(DuplicateTests.names(found).prefix(2)) == ["Nguyễn An", "Lý Khác"])
    #expect(DuplicateTests.names(Array(found.dropFirst(2))) == ["Đỗ Thị Bình", "Đỗ Thị Bình", "Đỗ Bình"])
    #expect(found.map(\.grade) == [.certain, .certain, .likely, .possible, .possible])
    #expect(try await find(DuplicateTests.particulars("Đỗ Thị Bình", nil), in: world) == [])
    #expect(try await find(DuplicateTests.particulars("Do Thi Binh", "1980"), in: world).count == 2)
  }

  @Test("somebody out of reach is not named: only which committee to ask")
  func outOfReach() async throws {
    let world = try await World.small()
    let account = try await world.account("dh")
    try await world.grant(.officer, in: world.unit("DH"), to: account)
    let asked = DuplicateTests.particulars("Nguyễn An", "1957-05-12")
    #expect(DuplicateTests.names(try await find(asked, in: world)) == ["Nguyễn An"])
    #expect(
      DuplicateTests.names(try await find(asked, in: world, by: account)) == ["? Đảng bộ huyện Hoàn Lĩnh"]
    )
    try await world.grant(.officer, in: world.unit("HL"), to: account)
    #expect(DuplicateTests.names(try await find(asked, in: world, by: account)) == ["Nguyễn An"])
  }

  @Test("they are found by index, in a number of questions that does not grow")
  func questions() async throws {
    var counts: [Int] = []
    for extra in [1, 8] {
      let world = try await World.small()
      let account = try await world.account("hl")
      try await world.grant(.officer, in: world.unit("HL"), to: account)
      for number in 0..<extra {
        let cell = world.unit(number.isMultiple(of: 2) ? "C1" : "C4")
        try await world.admit("Đỗ Thị Bình", born: "1980-02-03", to: cell, on: "2010-01-01")
      }
      let database = RecordingDatabase(world.database, explains: true)
      let asked = DuplicateTests.particulars("Đỗ Thị Bình", "1980-02-03", card: "9")
      let found = try await database.read {
        try DuplicateStore(db: $0, today: World.today, account: account)
          .find(asked, identifiers: [Identifier(system: "handbook", value: "1")])
      }
      #expect(found.count == extra)
      let scans = database.plans.flatMap(\.steps).filter { $0.hasPrefix("SCAN p") || $0.hasPrefix("SCAN i") }
      #expect(scans == [])
      counts.append(database.statements.count)
    }
    #expect(counts[1] - counts[0] <= 1)
  }
}
