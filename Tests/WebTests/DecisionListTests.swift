import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("The list of decisions, and an entry opened")
struct DecisionListTests {
  private static func site() async throws -> Site {
    let site = try await Site.small()
    let world = site.world
    let moves: [(String, String, CivilDate, String)] = [
      ("Nguyễn An", "C2", "2025-09-01", "HL"), ("Nguyễn Ân", "C2", "2025-09-15", "HL"),
      ("Hà Thị Ánh", "C3", "2025-10-01", "QN"),
    ]
    for (index, move) in moves.enumerated() {
      let text = DecisionText(number: "\(index + 1)-QĐ/X", signed: move.2, issuer: world.unit(move.3))
      try await world.carryOut(
        TransferMember(person: world.person(move.0), to: world.unit(move.1), day: move.2),
        under: text
      )
    }
    return site
  }

  @Test("the newest stands first, and the search narrows it by number, day and issuer")
  func search() async throws {
    let site = try await Self.site()
    var officer = try await site.visitor(.officer, in: "QN")
    func numbers(_ query: String) async throws -> [String] {
      let page = try await officer.get("/decisions" + query)
      #expect(page.status == 200 && PageChecker(page.text).faults == [], "\(query)")
      return ["3-QĐ/X", "2-QĐ/X", "1-QĐ/X"].filter { page.text.contains("<bdi>\($0)</bdi>") }
    }
    #expect(try await numbers("") == ["3-QĐ/X", "2-QĐ/X", "1-QĐ/X"])
    #expect(try await numbers("?number=2") == ["2-QĐ/X"])
    #expect(try await numbers("?signed=2025-09-10&until=2025-09-15") == ["2-QĐ/X"])
    #expect(try await numbers("?issuer=QN") == ["3-QĐ/X"])
    #expect(try await numbers("?number=none") == [])
    #expect(try await officer.get("/decisions?signed=x").status == 400)
    #expect(try await officer.get("/decisions?after=x").status == 400)
  }

  @Test("pages of the list miss nothing and repeat nothing")
  func paging() async throws {
    let site = try await Self.site()
    let question = DecisionQuestion(today: World.today)
    let whole = try await site.world.read { try DecisionStore(db: $0).list(question, limit: 10) }
    var found: [ListedDecision] = []
    while let page = try await site.world.read({ [found] db in
      try DecisionStore(db: db).list(
        question,
        after: found.last.map { ($0.decision.text.signed, $0.decision.id) },
        limit: 1
      ).first
    }) { found.append(page) }
    #expect(found == whole && whole.count == 3)
    #expect(whole.allSatisfy { $0.entries == 1 })
  }

  @Test("a committee sees the decisions that touched its own people or units, and no others")
  func reach() async throws {
    let site = try await Self.site()
    var officer = try await site.visitor(.officer, in: "HL")
    let page = try await officer.get("/decisions").text
    #expect(page.contains("1-QĐ/X") && page.contains("2-QĐ/X"))
    var other = try await site.visitor(.officer, in: "T1")
    #expect(try await !other.get("/decisions").text.contains("-QĐ/X"))
    var member = try await site.visitor(.member, in: "C1")
    #expect(try await member.get("/decisions").status == 404)
  }

  @Test("the journal is narrowed by who, what, when and under which decision, and by what still stands")
  func journal() async throws {
    let site = try await Self.site()
    let world = site.world
    let last = try await world.head()
    try await world.carryOut(AnnulEntry(entry: last))
    var officer = try await site.visitor(.officer, in: "QN")
    func rows(_ query: String) async throws -> Int {
      let page = try await officer.get("/journal" + query)
      #expect(page.status == 200 && PageChecker(page.text).faults == [], "\(query)")
      return page.text.split(separator: "<tr id=\"entry-").count - 1
    }
    #expect(try await rows("?operation=transfer") == 3)
    #expect(try await rows("?operation=transfer&standing=yes") == 2)
    #expect(try await rows("?number=2-Q") == 1)
    #expect(try await rows("?operation=annul") == 1)
    #expect(try await rows("?from=2030-01-01") == 0)
    #expect(try await rows("?until=1990-01-01") == 0)
    #expect(try await officer.get("/journal?from=x").status == 400)
  }

  @Test("an entry opens to what it changed, for the whole and for those whose people it changed")
  func entry() async throws {
    let site = try await Self.site()
    let world = site.world
    let entry = try await world.transfer(world.person("Nguyễn Ấn"), to: world.unit("C1"), on: "2025-10-05")
      .entry
    var whole = try await site.visitor(.officer, in: "QN")
    let page = try await whole.get("/journal/\(entry)")
    #expect(page.text.contains("Những gì đã thay đổi") && page.text.contains("Chi bộ thôn Ẩm Hồ"))
    #expect(page.text.contains("known=\(entry)") && page.text.contains("known=\(entry - 1)"))
    #expect(page.text.contains("/deeds/annul?entry=\(entry)"))
    #expect(page.text.contains("corrects=\(entry)"))
    var own = try await site.visitor(.officer, in: "HL")
    #expect(try await own.get("/journal/\(entry)").status == 200)
    var other = try await site.visitor(.officer, in: "DH")
    #expect(try await other.get("/journal/\(entry)").status == 404)
    var secretary = try await site.visitor(.secretary, in: "C1")
    #expect(try await secretary.get("/journal/\(entry)").status == 404)
  }
}
