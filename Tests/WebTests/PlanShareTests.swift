import Basics
import HTTPTypes
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Who goes where when a unit is divided, and a plan as a file")
struct PlanShareTests {
  private let day = "2025-12-01"

  /// A plan of one step on the desk of an officer.
  private func plan(_ site: Site, _ step: String) async throws -> (browser: Browser, plan: String) {
    var browser = try await site.visitor(.officer, in: "QN")
    let path = site.path("QN", "/reorganisations/new")
    let page = try await browser.get(path)
    let sent = try await browser.post(
      path,
      [
        "token": page.hidden("token") ?? "", "request": page.hidden("request") ?? "", "title": "Chia tách",
        "body": "effective: \(day)\nsteps:\n  - \(step)\n", "step": "save",
      ]
    )
    let plan = try #require(sent.location?.split(separator: "?").first.map(String.init))
    return (browser, plan)
  }

  private func kept(_ site: Site, _ plan: String) async throws -> ReorganisationStep {
    let id = ID<FactMark>(plan.split(separator: "/").last.map(String.init) ?? "")
    let body = try await site.world.read { db in
      try id.flatMap { try DraftStore(db: db).draft($0)?.fact.value.body }
    }
    return try #require(try PlanReader.read(body ?? "", name: "plan").steps.first).step
  }

  private func send(
    _ browser: inout Browser,
    _ path: String,
    _ values: [String: String],
    _ several: String = ""
  ) async throws -> Browser.Page {
    let page = try await browser.get(path)
    #expect(page.status == 200 && PageChecker(page.text).faults == [])
    var all = values
    for name in ["token", "request", "version"] { all[name] = page.hidden(name) }
    let sent = try await browser.send(
      .post,
      path,
      Browser.body(all) + several,
      [.contentType: "application/x-www-form-urlencoded"]
    )
    if sent.status != 303 { #expect(PageChecker(sent.text).faults == []) }
    return sent
  }

  private func code(_ site: Site, _ name: String) async throws -> String {
    try await site.world.life(site.world.person(name))?.code ?? ""
  }

  @Test("the members of a cell are allotted by hand, by rule and by list, and those left are counted")
  func people() async throws {
    let site = try await Site.small()
    var (browser, plan) = try await plan(site, "split: {unit: C1, into: [C2, C3]}")
    let path = plan + "/steps/1/people"
    let first = try await browser.get(path)
    #expect(first.text.contains("Chưa phân: 3 người"))
    let an = try await code(site, "Nguyễn An")
    let hand = try await send(&browser, path, ["to.\(an)": "C2", "do": "save"])
    #expect(hand.status == 303)
    guard case .split(_, _, _, let people, _) = try await kept(site, plan) else { return }
    #expect(people == Allotment(named: [.init(an, to: "C2")]))
    #expect(try await browser.get(path).text.contains("Chưa phân: 2 người"))
    // Over fifty years of age to one cell: told, and not kept before it is saved.
    let rule = try await send(
      &browser,
      path,
      ["rule": "older", "age": "50", "ruleHeir": "C3", "onlyNew": "yes", "to.\(an)": "C2", "do": "rule"]
    )
    #expect(rule.status == 200 && rule.text.contains("Chưa phân: 0 người"))
    let wrong = try await send(&browser, path, ["rule": "older", "age": "", "ruleHeir": "", "do": "rule"])
    #expect(wrong.status == 422 && wrong.text.contains("f-ruleHeir-error"))
    let list = try await send(&browser, path, ["codes": "\(an) XX", "listHeir": "C3", "do": "list"])
    #expect(list.status == 422 && list.text.contains("Không có ở đây: XX"))
    let marked = try await send(&browser, path, ["markHeir": "C3", "do": "marked"], "&mark=\(an)")
    #expect(marked.status == 200 && marked.text.contains("<option value=\"C3\" selected>"))
    let even = try await send(&browser, path, ["rule": "even", "do": "rule"])
    #expect(even.text.contains("Chi bộ bản Đòng: 2") && even.text.contains("Chi bộ thôn Ưu Điềm: 1"))
    let found = try await send(&browser, path, ["filter": "uoc", "do": "filter", "to.\(an)": "C3"])
    #expect(
      found.text.contains("2 dòng khác đang ẩn") && found.text.contains("name=\"to.\(an)\" value=\"C3\"")
    )
    // All others go to one of them.
    let rest = try await send(&browser, path, ["to.\(an)": "C2", "rest": "C3", "do": "save"])
    #expect(rest.status == 303)
    guard case .split(_, _, _, let all, _) = try await kept(site, plan) else { return }
    #expect(all == Allotment(named: [.init(an, to: "C2")], rest: "C3"))
    #expect(try await browser.get(plan).text.contains("Cân đối: không sót ai, không sót việc"))
  }

  @Test("units below are allotted by their numbers, and those of a unit that is dissolved to units one adds")
  func units() async throws {
    let site = try await Site.small()
    var (browser, plan) = try await plan(site, "split: {unit: B1, into: [B2, B3]}")
    let even = try await send(&browser, plan + "/steps/1/units", ["rule": "members", "do": "rule"])
    #expect(even.text.contains("Đảng bộ xã Ô Lâu: 1") && even.text.contains("Đảng bộ phường Ái Tử: 1"))
    let kept = try await send(
      &browser,
      plan + "/steps/1/units",
      ["to.C1": "B2", "to.C2": "B3", "do": "save"]
    )
    #expect(kept.status == 303)
    guard case .split(_, _, let units, _, _) = try await self.kept(site, plan) else { return }
    #expect(units.named == [.init("C1", to: "B2"), .init("C2", to: "B3")])

    (browser, plan) = try await self.plan(try await Site.small(), "dissolve: {unit: C1}")
    let none = try await browser.get(plan + "/steps/1/people")
    #expect(none.text.contains("Chưa có nơi đến") && PageChecker(none.text).faults == [])
    let added = try await send(&browser, plan + "/steps/1/people", ["newHeir": "ban dong", "do": "heir"])
    #expect(added.status == 200 && added.text.contains("name=\"heirs\" value=\"C2\""))
    let saved = try await send(
      &browser,
      plan + "/steps/1/people",
      ["heirs": "C2", "rest": "C2", "do": "save"]
    )
    #expect(saved.status == 303)
    #expect(try await browser.get(plan).text.contains("đảng viên về Chi bộ bản Đòng"))
  }

  @Test("of two secretaries one is chosen to stay, and never both")
  func posts() async throws {
    let site = try await Site.small()
    for (name, unit) in [("Nguyễn An", "C1"), ("Lò Thị Hạnh", "C2")] {
      let deed = HoldPost(
        person: site.world.person(name),
        unit: site.world.unit(unit),
        post: "secretary",
        span: Span(open: "2020-01-01")
      )
      try await site.world.carryOut(deed)
    }
    var (browser, plan) = try await plan(site, "merge: {units: [C1], into: C2}")
    let (an, hanh) = (try await code(site, "Nguyễn An"), try await code(site, "Lò Thị Hạnh"))
    let path = plan + "/steps/1/posts"
    let both = ["keep.\(an)|secretary|C1": "C2", "keep.\(hanh)|secretary|C2": "C2", "do": "save"]
    let refused = try await send(&browser, path, both)
    #expect(refused.status == 422 && refused.text.contains("Chức vụ này chỉ một người giữ."))
    let one = try await send(&browser, path, ["keep.\(an)|secretary|C1": "C2", "do": "save"])
    #expect(one.status == 303)
    #expect(try await kept(site, plan).postsKept == [PostKept("secretary", by: an, in: "C2")])
    #expect(try await browser.get(plan).text.contains("giữ tiếp"))
    let none = try await send(&browser, path, ["do": "save"])
    #expect(none.status == 303)
    #expect(try await kept(site, plan).postsKept == [])
  }

  @Test(
    "a plan is taken away as a workbook and handed in again; of a file with faults each is told, and nothing kept"
  )
  func files() async throws {
    let site = try await Site.small()
    var (browser, plan) = try await plan(site, "merge: {units: [C1], into: C2}")
    let book = try await browser.get(plan + "/plan.xlsx")
    #expect(book.status == 200 && book.fields[.contentType]?.contains("spreadsheet") == true)
    #expect(try await browser.get(plan + "/plan.yaml").text.contains("merge"))
    #expect(try await browser.get(site.path("QN", "/reorganisations/plan.xlsx")).status == 200)
    func hand(
      _ text: String,
      _ name: String,
      to path: String,
      version: String = ""
    ) async throws -> Browser.Page {
      let token = try await browser.get(plan).hidden("token") ?? ""
      let boundary = "----ChiboPlan"
      var body = ""
      for (field, value) in [("token", token), ("version", version)] where !value.isEmpty {
        body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n"
      }
      body +=
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"plan\"; filename=\"\(name)\"\r\n"
        + "Content-Type: text/plain\r\n\r\n\(text)\r\n--\(boundary)--\r\n"
      return try await browser.send(
        .post,
        path,
        body,
        [.contentType: "multipart/form-data; boundary=\(boundary)"]
      )
    }
    let before = try await kept(site, plan)
    let wrong = try await hand(
      "effective: 2025-12-01\nsteps:\n  - melt: {unit: C1}\n",
      "sai.yaml",
      to: plan + "/file"
    )
    #expect(wrong.status == 422 && wrong.text.contains("melt") && PageChecker(wrong.text).faults == [])
    #expect(try await kept(site, plan) == before)
    let none = try await hand("x", "anh.png", to: plan + "/file")
    #expect(none.status == 422 && none.text.contains("anh.png"))
    let sound = "effective: 2025-12-01\nsteps:\n  - rename: {unit: C3, name: \"Tên mới\"}\n"
    let version = try await browser.get(plan).hidden("version") ?? ""
    #expect(try await hand(sound, "sap-xep.yaml", to: plan + "/file", version: version).status == 303)
    #expect(try await kept(site, plan) == .rename(unit: "C3", name: "Tên mới"))
    // Handed in on a version that is not the newest any more, both are shown.
    let late = try await hand(
      sound.replacing("Tên mới", with: "Tên khác"),
      "sap-xep.yaml",
      to: plan + "/file",
      version: version
    )
    #expect(late.status == 409 && late.text.contains("Tên khác") && PageChecker(late.text).faults == [])
    let begun = try await hand(sound, "Phương án hè.yaml", to: site.path("QN", "/reorganisations/file"))
    #expect(begun.status == 303)
    #expect(try await browser.get(begun.location ?? "").text.contains("Phương án hè"))
  }
}
