import Basics
import HTTPTypes
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("A member's way by its forms")
struct LeavingPageTests {
  private static func path(_ deed: String, _ name: String, _ world: World) -> String {
    "/deeds/\(deed)?person=\(world.person(name))"
  }

  private static let decision = [
    "number": "41-QĐ/HU", "signed": "2025-10-20", "issuer": "HL", "signer": "Lê Bá Đông",
  ]

  @Test(
    "the secretary proposes a deletion from a phone, the officer carries out the decision, and it is counted"
  )
  func deletion() async throws {
    let site = try await Site.small()
    let world = site.world
    let name = "Nguyễn An"
    var secretary = try await site.visitor(.secretary, in: "C1")
    let steps: [(deed: String, values: [String: String], shows: String)] = [
      (
        "warn",
        ["ground": "deletion.dues", "note": "Ba tháng chưa đóng\nđảng phí", "day": "2025-08-01"],
        "Nhắc nhở lần 1"
      ),
      (
        "openLeaving", ["reason": "deleted", "ground": "deletion.dues", "day": "2025-09-01"],
        "Đang chờ: nghe đảng viên trình bày"
      ),
      ("hearLeaving", ["day": "2025-09-05", "hearing": "Đi làm xa"], "Đi làm xa"),
      ("voteLeaving", ["day": "2025-09-10", "agreed": "2", "officials": "3"], "2 trên 3 đảng viên"),
    ]
    for step in steps {
      var form = try await DeedForm(secretary, Self.path(step.deed, name, world))
      let page = try await form.carryOut(step.values)
      #expect(page.text.contains(step.shows), "\(step.deed)")
      #expect(PageChecker(page.text).faults == [], "\(step.deed)")
    }
    let cases = try await secretary.get(site.path("C1", "/cases"))
    #expect(cases.text.contains("Quyết định của cấp có thẩm quyền"))
    #expect(PageChecker(cases.text).faults == [])
    // The vote is judged by a rule nobody has verified, and the page says so.
    let file = try await secretary.get(site.path(of: name))
    #expect(file.text.contains("Chi bộ đề nghị") && file.text.contains("chưa xác minh"))
    #expect(try await secretary.get(Self.path("decideLeaving", name, world)).status == 404)
    let officer = try await site.visitor(.officer, in: "QN")
    var form = try await DeedForm(officer, Self.path("decideLeaving", name, world))
    let page = try await form.carryOut(Self.decision.merging(["left": "2025-10-25"]) { $1 })
    #expect(page.text.contains("Ra khỏi danh sách: xóa tên"))
    #expect(page.text.contains("Xét kết nạp lại sớm nhất từ 25/10/2028"))
    var browser = officer
    let leavings = try await browser.get(
      site.path("QN", "/leavings?from=2025-01-01&until=2026-01-01&reason=deleted&ground=deletion.dues")
    )
    #expect(leavings.text.contains("41-QĐ/HU") && leavings.text.contains("Xóa tên: không đóng đảng phí"))
    #expect(PageChecker(leavings.text).faults == [])
    #expect(try await browser.get(site.path("QN", "/cases")).text.contains("Không có trường hợp nào"))
  }

  @Test("a form about a way out that is wrong comes again, says so by the field, and keeps what was written")
  func wrong() async throws {
    let site = try await Site.small()
    let world = site.world
    let officer = try await site.visitor(.officer, in: "QN")
    var form = try await DeedForm(officer, Self.path("openLeaving", "Nguyễn An", world))
    let page = try await form.send(
      "preview",
      ["reason": "left", "note": "Xin ra vì sức khỏe", "day": "2025-09-01"]
    )
    #expect(page.status == 422 && page.text.contains("Xin ra vì sức khỏe"))
    #expect(!DeedForm.errors(page.text).isEmpty)
    let more = try await form.send("preview", ["reason": "left", "occurred": "hôm qua", "day": "2025-09-01"])
    #expect(more.status == 422 && more.text.contains("hôm qua"))
  }

  @Test("an exemption shows on the file and the roll, is a filter of the roll, and opens as a figure")
  func exemption() async throws {
    let site = try await Site.small()
    let world = site.world
    let secretary = try await site.visitor(.secretary, in: "C1")
    var form = try await DeedForm(secretary, Self.path("exempt", "Nguyễn An", world))
    let file = try await form.carryOut([
      "extent": "full", "ground": "age", "asked": "2025-09-20", "from": "2025-10-01",
    ])
    #expect(file.text.contains("Miễn công tác và sinh hoạt") && file.text.contains("tuổi cao"))
    var browser = secretary
    let roll = try await browser.get(site.path("C1", "/roll?state=exempt"))
    #expect(roll.text.contains("Nguyễn An") && !roll.text.contains("Nguyễn Ân"))
    #expect(roll.text.contains("state ring"))
    let figure = try await browser.get(site.path("C1", "/figures/members.exempt"))
    #expect(figure.status == 200 && figure.text.contains(site.path(of: "Nguyễn An")))
    #expect(try await browser.get(Self.path("suspend", "Nguyễn An", world)).status == 404)
    let officer = try await site.visitor(.officer, in: "QN")
    var suspend = try await DeedForm(officer, Self.path("suspend", "Nguyễn An", world))
    let values = ["body": "HL", "from": "2025-10-15"].merging(Self.decision) { $1 }
    #expect(try await suspend.carryOut(values).text.contains("Đình chỉ sinh hoạt"))
    var end = try await DeedForm(officer, Self.path("endExemption", "Nguyễn An", world))
    #expect(try await end.carryOut(["until": "2025-10-20"]).text.contains("Thôi miễn sinh hoạt"))
  }

  @Test(
    "a discipline takes two officers; the secretary learns nothing of it, the member sees it once it is a fact"
  )
  func discipline() async throws {
    let site = try await Site.small()
    let world = site.world
    let name = "Nguyễn An"
    let one = try await site.visitor(.officer, in: "QN")
    let other = try await site.visitor(.officer, in: "HL")
    var secretary = try await site.visitor(.secretary, in: "C1")
    try await site.account("an", [], person: world.person(name))
    var member = try await site.signedIn("an")
    var form = try await DeedForm(one, Self.path("discipline", name, world))
    let values = [
      "form": "reprimand", "body": "HL", "violated": "2025-03-01", "from": "2025-10-21",
      "note": "Vi phạm nguyên tắc",
    ].merging(Self.decision) { $1 }
    let entered = try await form.carryOut(values)
    #expect(entered.text.contains("Chờ xác nhận") && entered.text.contains("người khác phải xác nhận"))
    #expect(!entered.text.contains("deeds/confirmDiscipline"))
    for place in [site.path(of: name), site.path("C1", "/cases"), "/plans", "/decisions"] {
      #expect(try await !secretary.get(place).text.contains("hiển trách"), "\(place)")
    }
    #expect(try await !member.get(site.path(of: name)).text.contains("hiển trách"))
    // The same account has the form's address, and nothing comes of it.
    var own = try await DeedForm(one, Self.path("confirmDiscipline", name, world))
    let refused = try await own.send("record", [:])
    #expect(refused.status == 422 && refused.text.contains("Người nhập không thể tự xác nhận"))
    var waiting = other
    let cases = try await waiting.get(site.path("HL", "/cases"))
    #expect(cases.text.contains("Khiển trách") && cases.text.contains("41-QĐ/HU"))
    #expect(PageChecker(cases.text).faults == [])
    var confirm = try await DeedForm(other, Self.path("confirmDiscipline", name, world))
    let done = try await confirm.carryOut([:])
    #expect(done.text.contains("Kỷ luật: khiển trách") && done.text.contains("41-QĐ/HU"))
    for place in [site.path(of: name), site.path("C1", "/cases"), "/decisions"] {
      #expect(try await !secretary.get(place).text.contains("hiển trách"), "\(place)")
    }
    #expect(try await member.get(site.path(of: name)).text.contains("Kỷ luật: khiển trách"))
    for place in [
      Self.path("discipline", name, world), Self.path("confirmDiscipline", name, world),
      Self.path("withdrawDiscipline", name, world),
    ] {
      #expect(try await secretary.get(place).status == 404)
      #expect(try await member.get(place).status == 404)
    }
  }

  @Test("a member reports an error on their own page; the correction answers it, and the member sees that")
  func report() async throws {
    let site = try await Site.small()
    let world = site.world
    let person = world.person("Nguyễn An")
    try await site.account("an", [], person: person)
    var member = try await site.signedIn("an")
    var officer = try await site.visitor(.officer, in: "HL")
    let own = try await member.get("/people/\(person)")
    #expect(own.text.contains("/people/\(person)/report") && own.text.contains("Ai xem được hồ sơ này"))
    #expect(own.text.contains("Đảng bộ huyện Hoàn Lĩnh"))
    #expect(try await officer.get("/people/\(person)/report").status == 404)
    let form = try await member.get("/people/\(person)/report")
    #expect(PageChecker(form.text).faults == [])
    func body(_ page: Browser.Page, _ values: [String: String]) -> String {
      var all = values
      all["token"] = page.hidden("token")
      all["request"] = page.hidden("request")
      return Browser.body(all)
    }
    let wrong = try await member.send(
      .post,
      "/people/\(person)/report",
      body(form, ["topic": "born", "right": ""]),
      [.contentType: "application/x-www-form-urlencoded"]
    )
    #expect(wrong.status == 422 && PageChecker(wrong.text).faults == [])
    let sent = try await member.send(
      .post,
      "/people/\(person)/report",
      body(form, ["topic": "born", "right": "21/5/1957", "note": "Theo\ngiấy khai sinh"]),
      [.contentType: "application/x-www-form-urlencoded"]
    )
    #expect(sent.status == 303)
    #expect(try await member.get("/people/\(person)").text.contains("Chờ trả lời"))
    let cases = try await officer.get(site.path("HL", "/cases"))
    let mark = try #require(cases.text.firstRange(of: "href=\"/reports/"))
    let key = cases.text[mark.upperBound...].prefix { $0 != "\"" }
    let task = try await officer.get("/reports/\(key)")
    #expect(task.text.contains("12/05/1957") && task.text.contains("21/5/1957"))
    #expect(PageChecker(task.text).faults == [])
    #expect(try await member.get("/reports/\(key)").status == 404)
    let link = try #require(task.text.firstRange(of: "href=\"/deeds/correct"))
    let address = "/deeds/correct" + task.text[link.upperBound...].prefix { $0 != "\"" }
    let path = address.replacing("&amp;", with: "&")
    var correct = try await DeedForm(officer, path)
    _ = try await correct.carryOut(["name": "Nguyễn An", "born": "21/5/1957", "sex": "M"])
    let answered = try await member.get("/people/\(person)")
    #expect(answered.text.contains("Đã đính chính") && answered.text.contains("21/5/1957"))
    #expect(try await !officer.get(site.path("HL", "/cases")).text.contains("/reports/"))
  }

  @Test("of many open cases a page shows the oldest, and each list all of its own, fifty at a time")
  func many() async throws {
    let site = try await Site.small()
    let world = site.world
    for number in 0..<60 {
      let day = ("2025-03-01" as CivilDate).adding(days: number)
      let person = try await world.admit("Lò Văn Số \(number)", to: world.unit("C1"), on: "2020-01-01")
      try await world.carryOut(OpenLeaving(person: person, .left, occurred: day, day: day))
    }
    var officer = try await site.visitor(.officer, in: "QN")
    func rows(_ query: String) async throws -> (count: Int, text: String) {
      let page = try await officer.get(site.path("QN", "/cases\(query)"))
      #expect(page.status == 200 && PageChecker(page.text).faults == [], "\(query)")
      return (page.text.split(separator: "<tr><th scope=\"row\">").count - 1, page.text)
    }
    let beginning = try await rows("")
    #expect(beginning.count == 20 && beginning.text.contains("1–20") && beginning.text.contains("list=cases"))
    let first = try await rows("?list=cases")
    #expect(first.count == 50 && first.text.contains("after=50"))
    #expect(try await rows("?list=cases&after=50").count == 10)
    #expect(try await rows("?list=matters").count == 0)
    #expect(try await officer.get(site.path("QN", "/cases?list=all")).status == 400)
  }

  @Test("an officer leaves it as it is only with a reason, which the member reads")
  func declined() async throws {
    let site = try await Site.small()
    let world = site.world
    let person = world.person("Nguyễn An")
    let account = try await site.account("an", [], person: person)
    try await world.carryOut(ReportError(person: person, .card, right: "38.001.234"), by: .account(account))
    let report = try await world.read { try ErrorReportStore(db: $0).reports(of: person).first?.id }
    let path = "/reports/\(report?.description ?? "")"
    var officer = try await site.visitor(.officer, in: "B1")
    let page = try await officer.get(path)
    func send(_ answer: String) async throws -> Browser.Page {
      try await officer.send(
        .post,
        path,
        Browser.body([
          "token": page.hidden("token") ?? "", "request": page.hidden("request") ?? "", "step": "decline",
          "answer": answer,
        ]),
        [.contentType: "application/x-www-form-urlencoded"]
      )
    }
    #expect(try await send("").status == 422)
    #expect(try await send("Thẻ đã đổi theo quyết định năm 2025").status == 303)
    var member = try await site.signedIn("an")
    let own = try await member.get("/people/\(person)")
    #expect(own.text.contains("Giữ nguyên") && own.text.contains("Thẻ đã đổi"))
  }
}
