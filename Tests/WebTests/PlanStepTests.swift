import Basics
import HTTPTypes
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("A plan of reorganisation written in forms")
struct PlanStepTests {
  /// An officer's desk with a plan that was just begun.
  private struct Desk {
    let site: Site
    var browser: Browser
    let plan: String

    init(_ site: Site) async throws {
      self.site = site
      browser = try await site.visitor(.officer, in: "QN")
      let path = site.path("QN", "/reorganisations/new")
      let page = try await browser.get(path)
      #expect(PageChecker(page.text).faults == [])
      let sent = try await browser.post(
        path,
        [
          "token": page.hidden("token") ?? "", "request": page.hidden("request") ?? "",
          "title": "Sắp xếp chi bộ",
          "day": "2025-12-01", "number": "12-QĐ/TU", "signed": "2025-11-01", "issuer": "QN", "do": "begin",
        ]
      )
      plan = try #require(sent.location?.split(separator: "?").first.map(String.init))
    }

    /// Opens a form of the plan and sends it.
    mutating func send(
      _ part: String,
      _ values: [String: String],
      more: String = ""
    ) async throws -> Browser.Page {
      let page = try await browser.get(plan + part)
      try #require(page.status == 200, "\(part)")
      #expect(PageChecker(page.text).faults == [], "\(part)")
      return try await post(part, values.merging(hidden(page)) { one, _ in one }, more: more)
    }

    func hidden(_ page: Browser.Page) -> [String: String] {
      ["token", "request", "version", "rows", "newRows"].reduce(into: [:]) { $0[$1] = page.hidden($1) }
    }

    mutating func post(
      _ part: String,
      _ values: [String: String],
      more: String = ""
    ) async throws -> Browser.Page {
      let sent = try await browser.send(
        .post,
        plan + part,
        Browser.body(values) + more,
        [.contentType: "application/x-www-form-urlencoded"]
      )
      if sent.status != 303 { #expect(PageChecker(sent.text).faults == [], "\(part)") }
      return sent
    }

    /// The plan as it is kept.
    func kept() async throws -> ReorganisationPlan {
      let id = ID<FactMark>(plan.split(separator: "/").last.map(String.init) ?? "")
      let body = try await site.world.read { db in
        try id.flatMap { try DraftStore(db: db).draft($0)?.fact.value.body }
      }
      return try PlanReader.read(body ?? "", name: "plan", isDraft: true)
    }

    mutating func page() async throws -> Browser.Page {
      let page = try await browser.get(plan)
      #expect(PageChecker(page.text).faults == [])
      return page
    }
  }

  private let decision = PlannedDecision(number: "12-QĐ/TU", signed: "2025-11-01", issuer: "QN")

  @Test("every kind of step is written by a form, told as a sentence, and changed by the same form")
  func kinds() async throws {
    var desk = try await Desk(try await Site.small())
    let forms: [(kind: String, values: [String: String], step: ReorganisationStep, said: String)] = [
      (
        "found", ["code": "C9", "name": "Chi bộ Mới", "kind": "cell", "sector": "school", "parent": "B1"],
        .found(code: "C9", name: "Chi bộ Mới", kind: .cell, sector: .school, parent: "B1"),
        "Thành lập Chi bộ Mới (chi bộ), trực thuộc Đảng bộ xã Trường Sơn"
      ),
      (
        "rename", ["unit": "C3", "name": "Chi bộ Ưu Điềm"], .rename(unit: "C3", name: "Chi bộ Ưu Điềm"),
        "Đổi tên Chi bộ thôn Ưu Điềm thành Chi bộ Ưu Điềm"
      ),
      (
        "move", ["unit": "C4", "parent": "B2"], .move(unit: "C4", under: "B2"),
        "về trực thuộc Đảng bộ xã Ô Lâu"
      ),
      (
        "change", ["unit": "T1", "sector": "agency"], .change(unit: "T1", kind: nil, sector: .agency),
        "Chuyển Chi bộ Trường THCS Đèo Ngang thành cơ quan"
      ),
      (
        "merge", ["units.0": "C1", "mode": "standing", "successor": "ban dong", "name": ""],
        .merge(units: ["C1"], into: "C2", name: nil, posts: .end),
        "Sáp nhập Chi bộ thôn Ẩm Hồ vào Chi bộ bản Đòng"
      ),
      (
        "dissolve", ["unit": "C9", "people": "C2"],
        .dissolve(unit: "C9", units: Allotment(), people: Allotment(rest: "C2")), "Giải thể Chi bộ Mới"
      ),
    ]
    for form in forms {
      let sent = try await desk.send(
        "/steps/new?kind=\(form.kind)",
        form.values.merging(["do": "save"]) { one, _ in one }
      )
      #expect(sent.status == 303, "\(form.kind): \(DeedForm.errors(sent.text))")
      #expect(try await desk.kept().steps.last == PlannedStep(form.step, under: decision))
      #expect(try await desk.page().text.contains(form.said), "\(form.kind)")
    }
    // Each opens again with what was written, and sent so nothing changes.
    for number in 1...forms.count {
      let page = try await desk.browser.get("\(desk.plan)/steps/\(number)")
      #expect(page.status == 200 && PageChecker(page.text).faults == [])
    }
    let changed = try await desk.send("/steps/2", ["unit": "C3", "name": "Chi bộ khác", "do": "save"])
    #expect(changed.status == 303)
    #expect(try await desk.kept().steps[1].step == .rename(unit: "C3", name: "Chi bộ khác"))
    let own = [
      "unit": "C3", "name": "Chi bộ khác", "own": "yes", "number": "13-QĐ/TU", "signed": "2025-11-02",
      "do": "save",
    ]
    #expect(try await desk.send("/steps/2", own).status == 303)
    #expect(try await desk.kept().steps[1].decision?.number == "13-QĐ/TU")
    #expect(try await desk.page().text.contains("theo Quyết định 13-QĐ/TU"))
  }

  @Test("steps go up and down and away, and the day and decision of the plan are those of its steps")
  func order() async throws {
    var desk = try await Desk(try await Site.small())
    for (unit, name) in [("C1", "Một"), ("C2", "Hai"), ("C3", "Ba")] {
      _ = try await desk.send("/steps/new?kind=rename", ["unit": unit, "name": name, "do": "save"])
    }
    func names() async throws -> [String] { try await desk.kept().steps.flatMap(\.step.units) }
    for (pressed, left) in [
      ("down:1", ["C2", "C1", "C3"]), ("up:3", ["C2", "C3", "C1"]), ("remove:1", ["C3", "C1"]),
    ] {
      let page = try await desk.page()
      let sent = try await desk.post("/order", desk.hidden(page).merging(["do": pressed]) { one, _ in one })
      #expect(sent.status == 303)
      #expect(try await names() == left)
    }
    let sent = try await desk.send(
      "/particulars",
      ["title": "Tên khác", "day": "2026-01-01", "number": "20-QĐ/TU", "signed": "2025-12-20", "do": "save"]
    )
    #expect(sent.status == 303)
    let plan = try await desk.kept()
    #expect(plan.effective == "2026-01-01")
    #expect(plan.steps.allSatisfy { $0.decision?.number == "20-QĐ/TU" })
    #expect(try await desk.page().text.contains("Tên khác"))
  }

  @Test(
    "what is wrong is said by its field in the reader's language, several that are meant are offered, and what was written is kept"
  )
  func wrong() async throws {
    var desk = try await Desk(try await Site.small())
    let blank = try await desk.send("/steps/new?kind=rename", ["unit": "", "name": "Tên", "do": "save"])
    #expect(blank.status == 422)
    #expect(blank.text.contains("f-unit-error") && blank.text.contains("value=\"Tên\""))
    let several = try await desk.send(
      "/steps/new?kind=rename",
      ["unit": "chi bộ thôn", "name": "Tên", "do": "save"]
    )
    #expect(several.status == 422 && several.text.contains("value=\"unit:C1\""))
    let picked = try await desk.send(
      "/steps/new?kind=rename",
      ["unit": "chi bộ thôn", "name": "Tên", "pick": "unit:C1"]
    )
    #expect(picked.status == 200 && picked.text.contains("value=\"C1\""))
    let taken = try await desk.send(
      "/steps/new?kind=found",
      ["code": "C1", "name": "Tên", "kind": "cell", "parent": "B1", "do": "save"]
    )
    #expect(taken.status == 422 && taken.text.contains("f-code-error"))
    let alone = try await desk.send(
      "/steps/new?kind=merge",
      ["units.0": "C2", "mode": "standing", "successor": "C2", "do": "save"]
    )
    #expect(alone.status == 422)
    #expect(try await desk.kept().steps.isEmpty)
    #expect(try await desk.browser.get("\(desk.plan)/units?q=dong").text.contains("C2"))
    var english = desk
    try await desk.site.account("reader", [(.officer, desk.site.world.unit("QN"))])
    english.browser = try await desk.site.signedIn("reader", language: "en")
    let told = try await english.send("/steps/new?kind=rename", ["unit": "", "name": "Tên", "do": "save"])
    #expect(told.text.contains("is blank.") && !told.text.contains("bỏ trống"))
    let day = try await desk.send("/particulars", ["title": "", "day": "2025-02-30", "do": "save"])
    #expect(day.status == 422 && day.text.contains("f-day-error") && day.text.contains("f-title-error"))
  }

  @Test("cells merge into one that is founded by the same form, of the kind and under the unit of the first")
  func mergeIntoNew() async throws {
    var desk = try await Desk(try await Site.small())
    let sent = try await desk.send(
      "/steps/new?kind=merge",
      ["units.0": "C1, C2", "mode": "new", "code": "CM", "name": "Chi bộ Trường Sơn", "do": "save"]
    )
    #expect(sent.status == 303, "\(DeedForm.errors(sent.text))")
    let steps = try await desk.kept().steps.map(\.step)
    #expect(
      steps == [
        .found(code: "CM", name: "Chi bộ Trường Sơn", kind: .cell, sector: .residential, parent: "B1"),
        .merge(units: ["C1", "C2"], into: "CM", name: nil, posts: .end),
      ]
    )
    #expect(try await desk.page().text.contains("Cân đối: không sót ai, không sót việc"))
  }

  @Test("a version that somebody kept meanwhile is shown beside one's own, and both can be kept")
  func beside() async throws {
    let site = try await Site.small()
    var desk = try await Desk(site)
    let opened = try await desk.browser.get("\(desk.plan)/steps/new?kind=rename")
    let mine = desk.hidden(opened).merging(["unit": "C1", "name": "Của tôi", "do": "save"]) { one, _ in one }
    try await site.account("second", [(.officer, site.world.unit("QN"))])
    var other = desk
    other.browser = try await site.signedIn("second")
    #expect(
      try await other.send("/steps/new?kind=rename", ["unit": "C2", "name": "Của người khác", "do": "save"])
        .status == 303
    )
    let beside = try await desk.post("/steps/new?kind=rename", mine)
    #expect(beside.status == 409)
    for words in ["Tài khoản second", "Của tôi", "Của người khác", "name=\"answer\" value=\"both\""] {
      #expect(beside.text.contains(words), "\(words)")
    }
    #expect(try await desk.kept().steps.count == 1)
    let against = try #require(beside.hidden("against"))
    let both = mine.merging(["against": against, "answer": "both", "request": beside.hidden("request") ?? ""])
    { $1 }
    #expect(try await desk.post("/steps/new?kind=rename", both).status == 303)
    #expect(try await desk.kept().steps.flatMap(\.step.units) == ["C2", "C1"])
    // The same step changed by both: mine instead of theirs, when it is asked for.
    let old = try await desk.browser.get("\(desk.plan)/steps/1")
    #expect(try await other.send("/steps/1", ["unit": "C2", "name": "Lần hai", "do": "save"]).status == 303)
    let again = desk.hidden(old).merging(["unit": "C2", "name": "Khác nữa", "do": "save"]) { one, _ in one }
    let clash = try await desk.post("/steps/1", again)
    #expect(clash.status == 409 && !clash.text.contains("value=\"both\""))
    let answer = again.merging(
      ["against": clash.hidden("against") ?? "", "answer": "mine", "request": clash.hidden("request") ?? ""]
    ) { $1 }
    #expect(try await desk.post("/steps/1", answer).status == 303)
    #expect(try await desk.kept().steps[0].step == .rename(unit: "C2", name: "Khác nữa"))
  }

  @Test("the same draft is there as text: typed wrong it comes back with every fault, typed right it is kept")
  func typed() async throws {
    var desk = try await Desk(try await Site.small())
    let page = try await desk.page()
    let wrong = "effective: 2025-12-01\nsteps:\n  - melt: {unit: C1}\n  - move: {unit: C2}\n"
    let told = try await desk.post("/text", desk.hidden(page).merging(["body": wrong]) { one, _ in one })
    #expect(told.status == 422)
    for words in ["melt", "thiếu under", "- move: {unit: C2}"] {
      #expect(told.text.contains(words), "\(words)")
    }
    let right = "effective: 2025-12-02\nsteps:\n  - move: {unit: C3, under: B1}\n"
    #expect(
      try await desk.post("/text", desk.hidden(page).merging(["body": right]) { one, _ in one }).status == 303
    )
    #expect(try await desk.kept().steps.map(\.step) == [.move(unit: "C3", under: "B1")])
    let stranger = try await desk.page()
    #expect(stranger.text.contains("move: {unit: C3, under: B1}"))
  }

  @Test("the forms of a plan are for those who write it")
  func rights() async throws {
    let site = try await Site.small()
    let desk = try await Desk(site)
    for (role, unit) in [(Role.leader, "QN"), (.officer, "DH"), (.secretary, "C1")] {
      var stranger = try await site.visitor(role, in: unit)
      for part in ["/steps/new?kind=merge", "/particulars", "/units?q=c"] {
        #expect(try await stranger.get(desk.plan + part).status == 404, "\(role) \(part)")
      }
      let sent = try await stranger.send(
        .post,
        desk.plan + "/steps/new?kind=rename",
        "token=\(try await stranger.get("/account").hidden("token") ?? "")&unit=C1&name=X&do=save",
        [.contentType: "application/x-www-form-urlencoded"]
      )
      #expect(sent.status == 404, "\(role)")
    }
    var leader = try await site.signedIn("leader.qn")
    #expect(try await leader.get(desk.plan + "/plan.yaml").status == 200)
  }
}
