import Basics
import HTTPTypes
import Records
import Rules
import TestWorld
import Testing

@Suite("Boards of models and what their numbers open")
struct ModelBoardPageTests {
  @Test(
    "a board and a register ask as many questions however many units there are, and fewer the second time"
  )
  func constant() async throws {
    let site = try await Site.small()
    let world = site.world
    var officer = try await site.visitor(.officer, in: "QN")
    func questions(_ page: String) async throws -> Int {
      let before = site.recorded.statements.count
      #expect(try await officer.get(site.path("QN", page)).status == 200)
      return site.recorded.statements.count - before
    }
    _ = try await world.verified("C1")
    _ = try await world.regulate("C1", adopted: "2025-08-01")
    let pages = ["/models?year=2025&model=four-good-cell", "/working-regulations"]
    var few: [Int] = []
    for page in pages { few.append(try await questions(page)) }
    for number in 0..<30 {
      let code = "M\(number)"
      try await world.found(code, "Chi bộ thôn \(number)", .cell, under: world.unit("B2"), on: "2024-02-01")
    }
    for (page, count) in zip(pages, few) {
      #expect(try await questions(page) == count, "\(page)")
      // Nobody has done anything since: what was counted is kept.
      #expect(try await questions(page) < count, "\(page)")
    }
  }

  @Test("a long board goes on in its order from page to page, and a deed shows at once")
  func pages() async throws {
    let site = try await Site.small()
    let world = site.world
    for number in 10..<70 {
      try await world.found(
        "M\(number)",
        "Chi bộ thôn \(number)",
        .cell,
        under: world.unit("B2"),
        on: "2024-02-01"
      )
    }
    var officer = try await site.visitor(.officer, in: "QN")
    let board = site.path("QN", "/models?year=2025&model=four-good-cell")
    // Sixty new cells, four old ones and a cell of the base.
    for (page, range) in [("", "1–50"), ("&after=50", "51–65")] {
      #expect(try await officer.get(board + page).text.contains(range))
      #expect(try await officer.get(site.path("QN", "/working-regulations?a=b" + page)).status == 200)
    }
    let listed = try await officer.get(board + "&after=50").text
    #expect(!listed.contains("Chi bộ thôn 10<") && listed.contains("Chi bộ thôn 69<"))
    let register = site.path("QN", "/working-regulations?state=current")
    #expect(try await !officer.get(register).text.contains("Chi bộ thôn Ẩm Hồ"))
    _ = try await world.regulate("C1", adopted: "2025-08-01", approved: "2025-08-12")
    #expect(try await officer.get(register).text.contains("Chi bộ thôn Ẩm Hồ"))
    #expect(try await !officer.get(board + "&state=sent").text.contains("Chi bộ thôn Ẩm Hồ"))
    let key = try await world.assess("C1")
    try await world.carryOut(ScoreModel(key, world.fourMarks(.own), isSent: true))
    #expect(try await officer.get(board + "&state=sent").text.contains("Chi bộ thôn Ẩm Hồ"))
  }

  @Test("who may annul finds the way beside a regulation; the unit itself is told whom to ask")
  func mistaken() async throws {
    let site = try await Site.small()
    _ = try await site.world.regulate("C1", adopted: "2025-08-01")
    let path = site.path("C1", "/working-regulations")
    var secretary = try await site.visitor(.secretary, in: "C1")
    let own = try await secretary.get(path).text
    #expect(own.contains("Đề nghị cấp ủy cấp trên") && !own.contains("/deeds/annul"))
    let officer = try await site.visitor(.officer, in: "B1")
    var reader = officer
    let page = try await reader.get(path).text
    let entry = try #require(page.firstMatch(of: /\/deeds\/annul\?entry=([0-9]+)/)?.1)
    var form = try await DeedForm(officer, "/deeds/annul?entry=\(entry)")
    let annulled = try await form.carryOut(["reason": "Nhập nhầm đơn vị"])
    #expect(annulled.status == 200)
    #expect(try await !reader.get(path).text.contains("01-QC/CB"))
  }

  @Test("the number of those disciplined opens their list for who reads of discipline, and for nobody else")
  func disciplined() async throws {
    let site = try await Site.small()
    let world = site.world
    let (one, other) = (
      try await world.officer(in: world.unit("QN"), named: "one"),
      try await world.officer(in: world.unit("QN"), named: "other")
    )
    let an = world.person("Nguyễn An")
    let text = DecisionText(number: "41-QĐ/HU", signed: "2025-10-01", issuer: world.unit("HL"))
    let reprimand = Discipline(.reprimand, by: world.unit("HL"), violated: "2025-03-01")
    try await world.carryOut(
      EnterDiscipline(person: an, reprimand, span: Span(open: "2025-10-05"), under: text),
      by: one
    )
    let own = "href=\"\(site.path(of: "Nguyễn An"))"
    let list = site.path("B1", "/disciplined?year=2025")
    var officer = try await site.visitor(.officer, in: "B1")
    // What waits for a second person is no fact.
    #expect(try await !officer.get(list).text.contains(own))
    try await world.carryOut(ConfirmDiscipline(person: an), by: other, under: text)
    let page = try await officer.get(list)
    #expect(page.status == 200 && page.text.contains(own) && page.text.contains("41-QĐ/HU"))
    #expect(page.text.contains("Đảng viên bị kỷ luật: 1") && PageChecker(page.text).faults == [])
    #expect(try await !officer.get(site.path("C2", "/disciplined?year=2025")).text.contains(own))
    #expect(try await !officer.get(site.path("B1", "/disciplined?year=2024")).text.contains(own))
    #expect(try await officer.get(site.path("B1", "/disciplined?year=x")).status == 400)
    #expect(try await officer.get(site.path("B2", "/disciplined?year=2025")).status == 404)

    let key = try await world.assess("C1", by: "five-good-four-no")
    let link = "/units/\(world.unit("C1"))/disciplined?year=2025"
    let seen = try await officer.get("/models/\(key)").text
    #expect(seen.contains(link))
    #expect(try await officer.get(link).text.contains(own))
    var secretary = try await site.visitor(.secretary, in: "C1")
    #expect(try await !secretary.get("/models/\(key)").text.contains("/disciplined"))
    #expect(try await secretary.get(link).status == 404)

    let file = try await officer.get(site.path("B1", "/disciplined.csv?year=2025"))
    #expect(file.status == 200 && file.text.contains("Nguyễn An") && file.text.contains("reprimand"))
    let looked = try await world.read { try ReadingStore(db: $0).readings(of: an, before: nil, limit: 10) }
    #expect(looked.count == 1)
  }

  @Test("an assessment that is not decided passes on with a plan: in its sheet, its list and its ledger")
  func handedOver() async throws {
    let site = try await Site.small()
    let world = site.world
    let open = try await world.verified("C1")
    let done = try await world.verified("C1", 2024)
    try await world.carryOut(
      DecideModel(done, true, signer: "Lò Văn Chính", on: World.today, reason: "Đã xem sổ")
    )
    let writer = try await site.visitor(.officer, in: "QN")
    let plan = try await PlanSightTests.kept(site, writer)
    var reader = writer
    let sheet = try await reader.get(plan)
    #expect(PageChecker(sheet.text).faults == [])
    #expect(
      sheet.text.contains("Mô hình đang chấm") && sheet.text.contains("people?of=assessments&amp;from=C1")
    )
    #expect(sheet.text.contains("1 hồ sơ chấm điểm mô hình chưa kết luận giao cho đơn vị tiếp nhận"))
    let list = try await reader.get("\(plan)/people?of=assessments&from=C1&to=C2")
    #expect(list.text.contains("/models/\(open)") && !list.text.contains("/models/\(done)"))
    #expect(list.text.contains("Chi bộ bốn tốt, 2025") && PageChecker(list.text).faults == [])
    var drawing = try await DeedForm(writer, plan + "/handover")
    #expect(try await drawing.send("draw", [:]).status == 303)
    let ledger = try await reader.get(plan + "/handover").text
    #expect(
      ledger.contains("1 hồ sơ chấm điểm mô hình chưa kết luận") && ledger.contains("3 hồ sơ đảng viên")
    )
  }
}
