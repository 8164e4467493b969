import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Errors that members report")
struct ReportTests {
  @Test("only the person themselves reports, and only who corrects the record answers")
  func path() async throws {
    let world = try await World.small()
    let an = world.person("Nguyễn An")
    let own = Actor.account(try await world.account("an", for: an))
    let neighbour = Actor.account(try await world.account("on", for: world.person("Nguyễn Ân")))
    let officer = try await world.officer(in: world.unit("B1"), named: "officer")
    let secretary = try await world.officer(.secretary, in: world.unit("C1"), named: "secretary")
    let deed = ReportError(person: an, .born, right: "21/5/1957", note: "Theo giấy khai sinh")
    for actor in [neighbour, officer] {
      #expect(try await world.refusals(of: deed, by: actor) == [Objection(nil, .notYourOwn)])
    }
    try await world.carryOut(deed, by: own)
    #expect(
      try await world.refusals(of: deed, by: own) == [Objection(.topic, .stillOpen(since: World.today))]
    )
    let open = try await world.read {
      try LeavingLists(db: $0).reports(below: world.unit("QN"), today: World.today)
    }
    #expect(open.map(\.person) == [an] && open.first?.unit == world.unit("C1"))
    let id = try #require(open.first?.fact.id)
    let accept = AnswerReport(id, isRight: true)
    #expect(
      try await world.refusals(of: accept, by: secretary) == [
        Objection(nil, .notAllowed(.correctParticulars))
      ]
    )
    #expect(
      try await world.refusals(of: AnswerReport(id, isRight: false), by: officer) == [
        Objection(.answer, .blank)
      ]
    )
    try await world.carryOut(AnswerReport(id, isRight: false, answer: "Giấy khai sinh ghi 12/5"), by: officer)
    #expect(try await world.refusals(of: accept, by: officer) == [Objection(nil, .noneOpen)])
    let reports = try await world.read { try ErrorReportStore(db: $0).reports(of: an) }
    #expect(reports.map(\.value.state) == [.declined] && reports.first?.value.answer != nil)
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test("who can see a file is told by role and unit, from the widest reach to the narrowest")
  func seers() async throws {
    let world = try await World.small()
    for (role, unit, name) in [
      (Role.officer, "B1", "a"), (.officer, "B1", "b"), (.secretary, "C1", "c"), (.leader, "QN", "d"),
      (.administrator, "QN", "e"), (.officer, "DH", "f"),
    ] {
      _ = try await world.officer(role, in: world.unit(unit), named: name)
    }
    let seers = try await world.read { try SeerStore(db: $0).seers(of: world.unit("C1"), today: World.today) }
    #expect(seers.map(\.role) == [.leader, .officer, .secretary])
    #expect(seers.map(\.count) == [1, 2, 1])
  }
}
