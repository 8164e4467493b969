import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("Secondments")
struct SecondmentTests {
  private let day: CivilDate = "2025-10-01"

  private func count(
    _ world: World,
    _ question: SecondmentQuestion
  ) async throws -> SecondmentCount {
    try await world.read { try SecondmentStore(db: $0).count(question) }
  }

  @Test("lent with a post they count at home only, and both end on the day stated")
  func lent() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    let deed = SecondMember(
      person: an,
      to: world.unit("C3"),
      post: "deputySecretary",
      span: .from(day, until: "2026-10-01")
    )
    try await world.carryOut(deed, under: DecisionText(number: "5-QĐ/TU", signed: "2025-09-20"))
    #expect(try await world.members(world.unit("C1"), on: day) == 3)
    #expect(try await world.members(world.unit("C3"), on: day) == 2)
    let host = SecondmentQuestion(world.unit("HL"), .host, AsOf(day))
    let lines = try await world.read { try SecondmentStore(db: $0).page(host, 0..<9) }
    #expect(lines.map(\.hostName) == ["Chi bộ thôn Ưu Điềm"] && lines.first?.posts == ["deputySecretary"])
    #expect(lines.first?.cited == "5-QĐ/TU" && lines.first?.homeName == "Chi bộ thôn Ẩm Hồ")
    #expect(try await count(world, SecondmentQuestion(world.unit("C1"), .home, AsOf(day))).people == 1)
    #expect(try await count(world, SecondmentQuestion(world.unit("C1"), .host, AsOf(day))).people == 0)
    #expect(
      try await count(world, SecondmentQuestion(world.unit("C1"), .home, AsOf("2026-10-01"))).people == 0
    )
    let own = SecondMember(person: an, to: world.unit("C1"), span: Span(open: day))
    #expect(try await world.refusals(of: own) == [Objection(.unit, .alreadyThere)])
    #expect(try await world.refusals(of: deed) == [Objection(.unit, .alreadyThere)])
    #expect(try await world.integrityFaults() == [])
  }

  @Test(
    "the border guard of the province: 7, 5, 11 and 16 cadres, and 135 members in the meetings of 41 cells"
  )
  func borderGuard() async throws {
    let world = try await World.small()
    let posts = try await world.found(
      "BP",
      "Đảng bộ Bộ đội Biên phòng tỉnh",
      .baseCommittee,
      under: world.unit("QN"),
      sector: .borderGuard,
      on: "2000-01-01"
    )
    let station = try await world.found("BP1", "Chi bộ đồn biên phòng", .cell, under: posts, on: "2000-01-01")
    var guards: [ID<Person>] = []
    for number in 1...135 {
      guards.append(try await world.admit("Lê Biên \(number)", to: station, on: "2015-01-01"))
    }
    var cells: [ID<Unit>] = []
    for number in 1...41 {
      let base = world.unit(number.isMultiple(of: 2) ? "B1" : "B2")
      cells.append(
        try await world.found("V\(number)", "Chi bộ bản \(number)", .cell, under: base, on: "2000-01-01")
      )
    }
    let span = Span(open: "2021-01-01")
    func lend(_ guards: ArraySlice<ID<Person>>, to units: [ID<Unit>], as post: String?) async throws {
      for (index, person) in guards.enumerated() {
        try await world.carryOut(
          SecondMember(person: person, to: units[index % units.count], post: post, span: span)
        )
      }
    }
    try await lend(guards[0..<135], to: cells, as: nil)
    try await lend(guards[0..<7], to: [world.unit("HL"), world.unit("DH")], as: "committeeMember")
    try await lend(guards[7..<12], to: [world.unit("B1"), world.unit("B2")], as: "deputySecretary")
    try await lend(
      guards[12..<23],
      to: [world.unit("B1"), world.unit("B2")],
      as: "Đại biểu Hội đồng nhân dân xã"
    )
    try await lend(
      guards[23..<39],
      to: [world.unit("B1"), world.unit("B2"), world.unit("B3")],
      as: "committeeMember"
    )
    let asOf = AsOf(day)
    func people(
      _ side: SecondmentQuestion.Side,
      _ unit: ID<Unit>,
      _ change: (inout SecondmentQuestion) -> Void
    )
      async throws -> SecondmentCount
    {
      var asked = SecondmentQuestion(unit, side, asOf)
      change(&asked)
      let question = asked
      let rows = try await world.read { try SecondmentStore(db: $0).page(question, 0..<1000) }
      let counted = try await count(world, question)
      // A number is the size of the list it opens to.
      #expect(Set(rows.map(\.person)).count == counted.people && Set(rows.map(\.host)).count == counted.hosts)
      return counted
    }
    for (side, unit) in [(SecondmentQuestion.Side.home, posts), (.host, world.unit("QN"))] {
      #expect(try await people(side, unit) { $0.kind = .superiorCommittee }.people == 7)
      let deputies = try await people(side, unit) {
        $0.kind = .baseCommittee
        $0.post = "deputySecretary"
      }
      #expect(deputies.people == 5)
      #expect(try await people(side, unit) { $0.post = "Đại biểu Hội đồng nhân dân xã" }.people == 11)
      let members = try await people(side, unit) {
        $0.kind = .baseCommittee
        $0.post = "committeeMember"
      }
      #expect(members.people == 16)
      #expect(try await people(side, unit) { $0.kind = .cell } == SecondmentCount(people: 135, hosts: 41))
      #expect(try await people(side, unit) { _ in }.people == 135)
    }
    let kinds = try await world.read { try SecondmentStore(db: $0).byKind(.init(posts, .home, asOf)) }
    #expect(kinds.first?.kind == .cell && kinds.first?.count == SecondmentCount(people: 135, hosts: 41))
    let held = try await world.read { try SecondmentStore(db: $0).byPost(.init(posts, .home, asOf)) }
    #expect(held.map(\.count.people).sorted() == [5, 7, 11, 16])
    // Nobody is counted twice in the roll.
    #expect(try await world.members(world.unit("QN"), on: day) == 12 + 135)
    #expect(try await world.members(posts, on: day) == 135)
  }
}
