import Basics
import HTTPTypes
import Records
import Rules
import TestWorld
import Testing

@Suite("The pages of accounts")
struct AccountPageTests {
  /// A site with somebody who keeps accounts, signed in, and an account "an" of a secretary.
  private struct Desk {
    let site: Site
    var browser: Browser
    let account: ID<Account>

    init() async throws {
      site = try await Site.small()
      browser = try await site.visitor(.administrator, in: "QN")
      account = try await site.account(
        "an",
        [(.secretary, site.world.unit("C1"))],
        person: site.world.person("Nguyễn An")
      )
    }

    var place: String { "/accounts/\(account)" }

    /// Sends a form of a page as the page made it, with what is written in it.
    mutating func send(
      _ path: String,
      from page: String,
      _ fields: [String: String] = [:]
    ) async throws -> Browser.Page {
      let shown = try await browser.get(page)
      let body = ["token": shown.hidden("token") ?? "", "request": shown.hidden("request") ?? ""]
        .merging(fields) { $1 }
      return try await browser.post(form: body, to: path)
    }
  }

  static let pages = ["/accounts", "/accounts/new", "/accounts/{an}", "/accounts/{an}/grant"]

  @Test("accounts are there for those who keep them for the whole, and for nobody else", arguments: pages)
  func reach(page: String) async throws {
    var desk = try await Desk()
    let path = page.replacing("{an}", with: desk.account.description)
    let shown = try await desk.browser.get(path)
    #expect(shown.status == 200)
    #expect(PageChecker(shown.text).faults == [])
    for (role, unit) in [(Role.officer, "QN"), (.leader, "QN"), (.administrator, "HL"), (.member, "C1")] {
      var other = try await desk.site.visitor(role, in: unit)
      #expect(try await other.get(path).status == 404, "\(role) of \(unit)")
      #expect(try await !other.get("/rights").text.contains("href=\"/accounts\""))
    }
  }

  @Test("a deed on an account is not there either for somebody who does not keep accounts")
  func deedsOfOthers() async throws {
    let desk = try await Desk()
    var officer = try await desk.site.visitor(.officer, in: "QN")
    let token = try await officer.get("/rights").hidden("token") ?? ""
    let head = try await desk.site.world.head()
    for deed in ["/password", "/lock", "/unlock", "/sign-out", "/second-factor", "/grant"] {
      #expect(try await officer.post(form: ["token": token], to: desk.place + deed).status == 404, "\(deed)")
    }
    for path in ["/accounts", "/accounts/required"] {
      #expect(try await officer.post(form: ["token": token], to: path).status == 404, "\(path)")
    }
    #expect(try await desk.site.world.head() == head)
  }

  @Test("an account is opened with a first right in one entry, its made password shown once and good")
  func opening() async throws {
    var desk = try await Desk()
    let head = try await desk.site.world.head()
    let shown = try await desk.browser.get("/accounts/new")
    let form = [
      "token": shown.hidden("token") ?? "", "request": shown.hidden("request") ?? "", "account": "moi",
      "name": "Lò Văn Mới", "person": "", "how": "made", "password": "", "role": "officer", "unit": "hl",
      "from": "2025-11-01", "until": "",
    ]
    let opened = try await desk.browser.post(form: form, to: "/accounts")
    #expect(opened.status == 200)
    #expect(PageChecker(opened.text).faults == [])
    #expect(try await desk.site.world.head() == head + 1)
    let code = opened.text.split(separator: "<code>").dropFirst().first?.prefix { $0 != "<" } ?? ""
    #expect(code.count == 20)
    let again = try await desk.browser.post(form: form, to: "/accounts")
    #expect(again.status == 200 && !again.text.contains("<code>"))
    #expect(try await desk.site.world.head() == head + 1)
    var owner = desk.site.browser
    let token = try await owner.get("/sign-in").hidden("token") ?? ""
    let entered = try await owner.post(
      "/sign-in",
      ["account": "moi", "password": String(code), "token": token]
    )
    #expect(entered.status == 303)
    #expect(try await owner.get(desk.site.path("HL")).status == 200)
  }

  @Test("what is wrong with a new account is said by each field, what was written is kept, nothing is done")
  func refusedOpening() async throws {
    var desk = try await Desk()
    let head = try await desk.site.world.head()
    let page = try await desk.send(
      "/accounts",
      from: "/accounts/new",
      [
        "account": "moi", "name": "Lò <Văn> Mới", "person": "nobody", "how": "typed", "password": "ngắn",
        "role": "officer", "unit": "nowhere", "from": "2025-13-01", "until": "",
      ]
    )
    #expect(page.status == 422)
    #expect(PageChecker(page.text).faults == [])
    for field in ["person", "password", "unit", "from"] {
      #expect(page.text.contains("id=\"f-\(field)-error\""), "\(field)")
    }
    #expect(page.text.contains("value=\"Lò &lt;Văn&gt; Mới\""))
    #expect(try await desk.site.world.head() == head)
  }

  @Test("a right is shown in words before it is recorded; a unit is found by its code or its name")
  func granting() async throws {
    var desk = try await Desk()
    let head = try await desk.site.world.head()
    let place = desk.place + "/grant"
    let preview = try await desk.browser.get(place + "?role=leader&unit=hl&from=2025-11-03&until=2026-01-01")
    #expect(preview.status == 200 && preview.text.contains("Mở hồ sơ đảng viên"))
    #expect(PageChecker(preview.text).faults == [])
    #expect(try await desk.site.world.head() == head)
    let fields = ["role": "leader", "unit": "HL", "from": "2025-11-03", "until": "2026-01-01"]
    let done = try await desk.send(place, from: place, fields)
    #expect(done.location?.hasPrefix(desk.place + "?done=") == true)
    let page = try await desk.browser.get(desk.place)
    #expect(page.text.contains("Lãnh đạo cấp ủy") && page.text.contains("03/11/2025 – 31/12/2025"))
    let twice = try await desk.send(place, from: place, fields)
    #expect(twice.status == 422 && twice.text.contains("id=\"f-role-error\""))
    let several = try await desk.browser.get(place + "?role=leader&unit=chi&from=2025-11-03")
    #expect(several.status == 200 && several.text.contains("id=\"f-unit-error\""))
  }

  @Test("a right is withdrawn from a day on, and not for a time after it has ended")
  func withdrawing() async throws {
    var desk = try await Desk()
    let shown = try await desk.browser.get(desk.place)
    let link = PageChecker(shown.text).addresses.first { $0.contains("/withdraw/") } ?? ""
    #expect(try await desk.send(link, from: link, ["until": "soon"]).status == 422)
    let done = try await desk.send(link, from: link, ["until": "2025-11-03"])
    #expect(done.location?.hasPrefix(desk.place + "?done=") == true)
    let page = try await desk.browser.get(desk.place)
    #expect(page.text.contains("đã hết") && !page.text.contains("/withdraw/"))
    var secretary = try await desk.site.signedIn("an")
    #expect(try await secretary.get(desk.site.path("C1")).status == 404)
    #expect(try await desk.send(link, from: link, ["until": "2026-01-01"]).status == 422)
  }

  @Test("a locked account is out at once, and back in after it is unlocked; a form sent twice does it once")
  func locking() async throws {
    var desk = try await Desk()
    var secretary = try await desk.site.signedIn("an")
    #expect(try await secretary.get("/account").status == 200)
    let token = try await desk.browser.get(desk.place).hidden("token") ?? ""
    let form = ["token": token, "request": String(repeating: "a", count: 32)]
    #expect(try await desk.browser.post(form: form, to: desk.place + "/lock").status == 303)
    let head = try await desk.site.world.head()
    #expect(try await desk.browser.post(form: form, to: desk.place + "/lock").status == 303)
    #expect(try await desk.site.world.head() == head)
    #expect(try await secretary.get("/account").status == 303)
    let unlock = ["token": token, "request": String(repeating: "b", count: 32)]
    #expect(try await desk.browser.post(form: unlock, to: desk.place + "/unlock").status == 303)
    secretary = try await desk.site.signedIn("an")
    #expect(try await secretary.get("/account").status == 200)
    let out = ["token": token, "request": String(repeating: "c", count: 32)]
    #expect(try await desk.browser.post(form: out, to: desk.place + "/sign-out").status == 303)
    #expect(try await secretary.get("/account").status == 303)
  }

  @Test("seen from another day accounts are of today, and nothing is offered to change them")
  func otherDay() async throws {
    var desk = try await Desk()
    for path in ["/accounts", desk.place] {
      let page = try await desk.browser.get(path + "?on=2024-12-31")
      #expect(page.status == 200 && page.text.contains("luôn hiện theo hôm nay"))
      #expect(!page.text.contains("/accounts/new") && !page.text.contains("/lock\""))
    }
  }

  @Test("the table of rights is the one of the rules, with one's own roles marked")
  func rights() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.secretary, in: "C1", language: "en")
    let page = try await browser.get("/rights")
    #expect(page.status == 200)
    #expect(PageChecker(page.text).faults == [])
    let rows = page.text.split(separator: "<tr><th scope=\"row\">").dropFirst()
    #expect(rows.count == Deed.allCases.count)
    for (row, deed) in zip(rows, Deed.allCases) {
      let may = Role.allCases.count { !Rights.relations($0, deed).isEmpty }
      #expect(row.split(separator: "<td").dropFirst().count { !$0.contains(">no<") } == may, "\(deed)")
    }
    #expect(page.text.split(separator: "your role").count == 2)
  }
}
