import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("Reviews on pages")
struct ReviewPageTests {
  private static func site() async throws -> (site: Site, round: ID<FactMark>, an: ID<Person>) {
    let site = try await Site.small()
    let world = site.world
    let an = world.person("Nguyễn An")
    try await world.work(of: an, in: "C1")
    return (site, try await world.openRound(of: world.unit("B1")), an)
  }

  @Test(
    "an officer opens a round in a form; a second one over the same time is refused by the field, nothing lost"
  )
  func opened() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "HL")
    let form = site.path("HL", "/reviews/new")
    let values = [
      "term": "year", "title": "Kiểm điểm năm 2025", "from": "2025-01-01", "until": "2025-12-31",
      "day": "2025-10-31", "selfBy": "2025-12-01", "evaluateBy": "2025-12-10", "decideBy": "2025-12-20",
      "publishBy": "2025-12-31", "percent": "20", "base": "good",
    ]
    var wrong = values
    wrong["decideBy"] = "2025-12-05"
    wrong["percent"] = "nhiều"
    let refused = try await browser.fill(form, wrong)
    #expect(refused.status == 422 && refused.text.contains("Kiểm điểm năm 2025"))
    wrong["percent"] = "20"
    let days = try await browser.fill(form, wrong)
    #expect(days.status == 422 && days.text.contains("2025-12-05"))
    let opened = try await browser.fill(form, values)
    #expect(opened.status == 303)
    let list = try await browser.get(site.path("HL", "/reviews"))
    #expect(list.text.contains("Kiểm điểm năm 2025"))
    #expect(try await browser.fill(form, values).status == 422)
    var secretary = try await site.visitor(.secretary, in: "C1")
    #expect(try await secretary.get(site.path("C1", "/reviews/new")).status == 404)
    #expect(try await secretary.get(site.path("C1", "/reviews")).text.contains("Kiểm điểm năm 2025"))
  }

  @Test("the cell proposes, the base committee decides another class with a reason, and the reason is shown")
  func decided() async throws {
    let (site, round, an) = try await Self.site()
    let path = "/reviews/\(round)/person/\(an)"
    let cell = site.world.unit("C1").description
    var secretary = try await site.visitor(.secretary, in: "C1")
    let desk = try await secretary.get("/reviews/\(round)/units/\(cell)")
    #expect(desk.status == 200 && desk.text.contains("Nguyễn An") && desk.text.contains("chưa xác minh"))
    let values = [
      "step": "evaluation", "unit": cell, "rating": "excellent", "general": "28", "results": "64,5",
      "agreed": "3", "votes": "3", "text": "Hoàn thành vượt mức",
    ]
    let proposed = try await secretary.fill(path, values)
    #expect(proposed.status == 303)
    var decides = values
    decides["step"] = "decision"
    decides["unit"] = site.world.unit("B1").description
    #expect(try await secretary.fill(path, decides).status == 422)
    var officer = try await site.visitor(.officer, in: "B1")
    let page = try await officer.get(path)
    #expect(page.text.contains("92,5") && page.text.contains("3/3 đồng ý"))
    decides["rating"] = "good"
    let bare = try await officer.fill(path, decides)
    #expect(bare.status == 422 && bare.text.contains("phải nêu lý do"))
    decides["reason"] = "Tập thể chi bộ chỉ hoàn thành tốt"
    #expect(try await officer.fill(path, decides).status == 303)
    let told = try await officer.get(path)
    #expect(told.text.contains("Tập thể chi bộ chỉ hoàn thành tốt"))
    let table = try await officer.get("/reviews/\(round)/units/\(site.world.unit("B1"))")
    #expect(table.text.contains("Đã xếp loại") && table.text.contains("Nguyễn An"))
    // The next cell's secretary sees nothing of it.
    var other = try await site.visitor(.secretary, in: "C2")
    #expect(try await other.get(path).status == 404)
    #expect(try await other.get("/reviews/\(round)/units/\(cell)").status == 404)
  }

  @Test("a member reviews themselves, sees nothing others say before it is published, and objects afterwards")
  func ownReview() async throws {
    let (site, round, an) = try await Self.site()
    let world = site.world
    let path = "/reviews/\(round)/person/\(an)"
    let cell = world.unit("C1").description
    try await site.account("an", [(.member, world.unit("C1"))], person: an)
    var member = try await site.signedIn("an")
    let own = try await member.get(path)
    #expect(own.status == 200 && own.text.contains("Tự kiểm điểm"))
    let said = try await member.fill(
      path,
      [
        "step": "selfReview", "unit": cell, "writer": an.description, "rating": "good",
        "text": "Tôi tự nhận tốt",
      ]
    )
    #expect(said.status == 303)
    try await world.carryOut(
      world.mark(round, .person(an), .evaluation, by: "C1", .completed, points: 65, reason: "Chậm việc")
    )
    let during = try await member.get(path)
    #expect(during.text.contains("Tôi tự nhận tốt") && !during.text.contains("Chậm việc"))
    try await world.carryOut(
      world.mark(round, .person(an), .decision, by: "B1", .completed, points: 65, reason: "Chậm việc")
    )
    let unit = ReviewSubject.organisation(world.unit("C1"))
    for (step, body) in [(ReviewStep.evaluation, "C1"), (.decision, "B1")] {
      try await world.carryOut(world.mark(round, unit, step, by: body, .good, points: 85, reason: "Chung"))
    }
    #expect(
      try await member.fill(
        path,
        ["step": "matter", "kind": "objection", "unit": cell, "text": "Sớm"]
      ).status == 422
    )
    for code in ["C1", "C2"] { try await world.carryOut(SendReviews(round, of: world.unit(code))) }
    try await world.carryOut(PublishRound(round))
    let after = try await member.get(path)
    #expect(after.text.contains("Chậm việc") && after.text.contains("Khiếu nại"))
    let objected = try await member.fill(
      path,
      ["step": "matter", "kind": "objection", "unit": cell, "text": "Tôi đã hoàn thành đúng hạn"]
    )
    #expect(objected.status == 303)
    // Another member of the same cell opens nothing of it.
    try await site.account("other", [(.member, world.unit("C1"))], person: world.person("Nguyễn Ân"))
    var other = try await site.signedIn("other")
    #expect(try await other.get(path).status == 404)
  }

  @Test(
    "a cell rates its members in one list: rows in error say so and nothing typed is lost, rows left blank stay"
  )
  func list() async throws {
    let (site, round, an) = try await Self.site()
    let world = site.world
    var secretary = try await site.visitor(.secretary, in: "C1")
    let unit = "/reviews/\(round)/units/\(world.unit("C1"))"
    #expect(try await secretary.get(unit).text.contains("\(unit)/list"))
    let page = try await secretary.get("\(unit)/list?fill=rule")
    let (member, cell) = ("person-\(an)", "organisation-\(world.unit("C1"))")
    #expect(page.text.contains("rating-\(member)") && page.text.contains("rating-\(cell)"))
    // Where the rules give no class yet, nothing is filled in.
    #expect(page.text.contains("ghi điểm để xét") && !page.text.contains("value=\"rule\" selected"))
    func form(_ more: [String: String]) -> [String: String] {
      ["subject": member, "step-\(member)": "evaluation"].merging(more) { $1 }
    }
    let typed = ["rating-\(member)": "rule", "general-\(member)": "hai mươi", "results-\(member)": "60"]
    let wrong = try await secretary.fill("\(unit)/list", form(typed))
    #expect(
      wrong.status == 422 && wrong.text.contains("hai mươi") && wrong.text.contains("1 dòng cần xem lại")
    )
    let voted = typed.merging(["general-\(member)": "27", "agreed-\(member)": "5"]) { $1 }
    let unsaid = try await secretary.fill("\(unit)/list", form(voted))
    #expect(unsaid.status == 422 && unsaid.text.contains("Chưa ghi tổng số người bỏ phiếu"))
    let said = try await secretary.fill("\(unit)/list", form(voted.merging(["votes": "5"]) { $1 }))
    #expect(said.status == 303)
    let line = try #require(try await world.sheet(round) { try $0.line(.person(an)) })
    #expect(line.said.last?.vote == ReviewMark.Vote(5, of: 5))
    #expect(line.rating == .good && line.said.last?.reason == nil)
    // Whoever was rated has had their turn; the cell itself is still to be said.
    let rest = try await secretary.get("\(unit)/list")
    #expect(!rest.text.contains("rating-\(member)") && rest.text.contains("rating-\(cell)"))
    // The committee takes the proposal over as the page showed it.
    var officer = try await site.visitor(.officer, in: "B1")
    let above = "/reviews/\(round)/units/\(world.unit("B1"))/list"
    #expect(try await officer.get(above).text.contains("Như đề nghị: Tốt"))
    let taken = try await officer.fill(
      above,
      [
        "subject": member, "step-\(member)": "decision", "proposed-\(member)": "good",
        "rating-\(member)": "proposed",
      ]
    )
    #expect(taken.status == 303)
    #expect(try await world.sheet(round) { try $0.line(.person(an))?.state } == .decided)
    // Neither a member nor whoever reads alone finds the list.
    var leader = try await site.visitor(.leader, in: "C1")
    #expect(try await leader.get("\(unit)/list").status != 200)
  }
}
