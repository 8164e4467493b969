import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Further filters of the roll")
struct RollFilterTests {
  private static let day: CivilDate = "2025-11-03"

  private func names(
    _ world: World,
    _ unit: String,
    _ narrow: (inout RollQuestion) -> Void
  ) async throws -> [String] {
    var question = RollQuestion(unit: world.unit(unit), asOf: AsOf(RollFilterTests.day))
    narrow(&question)
    let asked = question
    return try await world.read { db throws in
      let store = RollStore(db: db)
      let lines = try store.page(asked, members: 12, limit: 100).lines
      #expect(try store.count(asked) == lines.count)
      var listed: [String] = []
      try store.eachLine(asked) { listed.append($0.name) }
      #expect(listed == lines.map(\.name))
      return listed
    }
  }

  @Test("those tied otherwise are listed with their tie, wherever their home is, and do not count")
  func ties() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    try await world.carryOut(
      BeginRole(person: an, unit: world.unit("C4"), role: .temporary, span: Span(open: "2025-01-01"))
    )
    let before = try await names(world, "DH") { _ in }
    #expect(!before.contains("Nguyễn An"))
    #expect(try await names(world, "DH") { $0.role = .temporary } == ["Nguyễn An"])
    #expect(try await names(world, "DH") { $0.role = .host } == [])
    #expect(try await names(world, "HL") { $0.role = .temporary } == [])
    let unit = world.unit("DH")
    let line = try await world.read { db in
      var question = RollQuestion(unit: unit, asOf: AsOf(RollFilterTests.day))
      question.role = .temporary
      return try RollStore(db: db).page(question, members: 1).lines.first
    }
    #expect(line?.ties == ["Chi bộ khu phố 4"])
    #expect(line?.unitName == "Chi bộ thôn Ẩm Hồ")
  }

  @Test(
    "years since admission, the sector and kind of the cell, and the day of recognition, each as counted by hand"
  )
  func plain() async throws {
    let world = try await World.small()
    let new = try await world.admit("Đỗ Mới", to: world.unit("T1"), on: "2025-02-28")
    let everybody = try await names(world, "QN") { _ in }
    var byBand: [String] = []
    for band in RollQuestion.PartyAgeBand.allCases {
      let found = try await names(world, "QN") { $0.partyAge = band }
      byBand += found
      let province = world.unit("QN")
      let admitted = try await world.read { db in
        var question = RollQuestion(unit: province, asOf: AsOf(RollFilterTests.day))
        question.partyAge = band
        return try RollStore(db: db).page(question, members: 12).lines.map(\.admitted)
      }
      #expect(admitted.allSatisfy { band.years.contains(RollFilterTests.day.years(since: $0)) })
    }
    #expect(byBand.sorted() == everybody.sorted())
    let cells = try await names(world, "QN") { $0.kind = .cell }
    let baseCells = try await names(world, "QN") { $0.kind = .baseCell }
    #expect((cells + baseCells).sorted() == everybody.sorted() && baseCells.contains("Đỗ Mới"))
    #expect(try await names(world, "QN") { $0.sector = .school } == baseCells)
    #expect(try await names(world, "QN") { $0.dueBefore = "2026-02-28" }.contains("Đỗ Mới") == false)
    #expect(try await names(world, "QN") { $0.dueBefore = "2026-03-01" }.contains("Đỗ Mới"))
    #expect(try await names(world, "C1") { $0.people = [new] } == [])
    #expect(try await names(world, "T1") { $0.people = [new] } == ["Đỗ Mới"])
  }

  @Test("saved filters are each account's own, under one name once, and no more than fifty")
  func saved() async throws {
    let world = try await World.small()
    let (mine, theirs) = (try await world.account("one"), try await world.account("two"))
    let unit = world.unit("C1")
    try await world.tamper { db in
      let filters = SavedFilters(db: db)
      try filters.save(mine, " Nữ  trẻ ", "sex=F", for: nil)
      try filters.save(mine, "Nữ trẻ", "sex=F&age=18-30", for: unit)
      try filters.save(theirs, "Nữ trẻ", "sex=F", for: nil)
      let kept = try filters.all(of: mine)
      #expect(
        kept.map(\.name) == ["Nữ trẻ"] && kept.first?.query == "sex=F&age=18-30" && kept.first?.unit == unit
      )
      let id = try #require(kept.first?.id)
      #expect(throws: Refused.self) { try filters.save(mine, "  ", "sex=F", for: nil) }
      #expect(throws: Refused.self) { try filters.rename(id, of: mine, "") }
      try filters.rename(id, of: theirs, "Không phải của tôi")
      #expect(try filters.all(of: mine).map(\.name) == ["Nữ trẻ"])
      for number in 2...50 { try filters.save(mine, "Bộ lọc \(number)", "sex=M", for: nil) }
      #expect(throws: Refused.self) { try filters.save(mine, "Một bộ nữa", "sex=M", for: nil) }
      try filters.delete(id, of: theirs)
      #expect(try filters.all(of: mine).count == 50)
      try filters.delete(id, of: mine)
      #expect(try filters.all(of: mine).count == 49)
    }
  }
}
