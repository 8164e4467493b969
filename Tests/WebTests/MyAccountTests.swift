import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("One's own account")
struct MyAccountTests {
  @Test(
    "everybody sees what they may do and what is kept of them, each in sound pages",
    arguments: Role.allCases
  )
  func own(role: Role) async throws {
    let site = try await Site.small()
    let person = role == .member ? site.world.person("Nguyễn An") : nil
    try await site.account("an", [(role, site.world.unit("QN"))], person: person)
    for language in ["vi", "en"] {
      var browser = try await site.signedIn("an", language: language)
      for path in ["/account", "/account/second-factor", "/rights"] {
        let page = try await browser.get(path)
        #expect(page.status == 200)
        #expect(PageChecker(page.text).faults == [], "\(path)")
      }
      let page = try await browser.get("/account")
      #expect(page.text.contains(site.path(of: "Nguyễn An")) == (person != nil))
      #expect(page.text.contains(language == "vi" ? "thiết bị này" : "this device"))
    }
  }

  @Test("a password is changed with the old one, twice the same and not weak; other devices are out")
  func password() async throws {
    let site = try await Site.small()
    try await site.account("an", [(.leader, site.world.unit("QN"))])
    var here = try await site.signedIn("an")
    var there = try await site.signedIn("an")
    let shown = try await here.get("/account")
    func form(_ old: String, _ new: String, _ again: String) -> [String: String] {
      [
        "token": shown.hidden("token") ?? "", "request": shown.hidden("request") ?? "", "password": old,
        "new": new, "again": again,
      ]
    }
    let refused: [([String: String], String)] = [
      (form("wrong", "một câu rất dài", "một câu rất dài"), "password"),
      (form(Site.password, "ngắn", "ngắn"), "new"),
      (form(Site.password, "một câu rất dài", "một câu khác hẳn"), "again"),
    ]
    for (form, field) in refused {
      let page = try await here.post(form: form, to: "/account/password")
      #expect(page.status == 422)
      #expect(page.text.contains("id=\"f-\(field)-error\""), "\(field)")
      #expect(PageChecker(page.text).faults == [])
      #expect(!page.text.contains("rất dài"))
    }
    let done = try await here.post(
      form: form(Site.password, "một câu rất dài", "một câu rất dài"),
      to: "/account/password"
    )
    #expect(done.location?.hasPrefix("/account?done=") == true)
    #expect(try await here.get("/account").status == 200)
    #expect(try await there.get("/account").status == 303)
  }

  @Test("guessing the old password is slowed down as at the door")
  func guessing() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.leader, in: "QN")
    let token = try await browser.get("/account").hidden("token") ?? ""
    for turn in 0..<6 {
      let form = ["token": token, "password": "x", "new": "một câu rất dài", "again": "một câu rất dài"]
      let page = try await browser.post(form: form, to: "/account/password")
      #expect(page.text.contains("Đã thử quá nhiều lần.") == (turn == 5))
    }
  }

  @Test("signing out everywhere signs out here too")
  func everywhere() async throws {
    let site = try await Site.small()
    try await site.account("an", [(.leader, site.world.unit("QN"))])
    var here = try await site.signedIn("an")
    var there = try await site.signedIn("an")
    let token = try await here.get("/account").hidden("token") ?? ""
    let done = try await here.post(form: ["token": token], to: "/account/sign-out")
    #expect(done.location == "/sign-in?notice=out")
    #expect(try await there.get("/account").status == 303)
  }

  @Test("keys are turned off for this browser, and on again")
  func keys() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.leader, in: "QN")
    let token = try await browser.get("/account").hidden("token") ?? ""
    #expect(try await !browser.get("/").text.contains("data-keys"))
    let form = ["token": token, "keys": "off", "back": "/account"]
    #expect(try await browser.post(form: form, to: "/settings").location == "/account")
    #expect(try await browser.get("/").text.contains("data-keys=\"off\""))
    _ = try await browser.post(form: ["token": token, "keys": "on"], to: "/settings")
    #expect(try await !browser.get("/").text.contains("data-keys"))
  }
}

@Suite("The second step at the door")
struct SecondStepTests {
  /// Signs in by the form, up to the second step.
  private static func knock(_ site: Site, _ name: String) async throws -> (Browser, Browser.Page) {
    var browser = site.browser
    let token = try await browser.get("/sign-in").hidden("token") ?? ""
    let page = try await browser.post(
      "/sign-in",
      ["account": name, "password": Site.password, "token": token, "back": "/rights"]
    )
    return (browser, page)
  }

  private static func code(_ secret: String, _ site: Site, _ later: Int64 = 0) -> String {
    let step = OneTimeCodes.step(at: site.world.clock.now) + later
    return OneTimeCodes.secret(secret).flatMap { OneTimeCodes.code($0, step: step) } ?? ""
  }

  @Test("turned on with a code, asked for at the door, and turned off with both factors")
  func roundTrip() async throws {
    let site = try await Site.small()
    try await site.account("an", [(.leader, site.world.unit("QN"))])
    var browser = try await site.signedIn("an")
    let shown = try await browser.get("/account/second-factor")
    let secret = shown.hidden("secret") ?? ""
    var form = [
      "token": shown.hidden("token") ?? "", "request": shown.hidden("request") ?? "", "secret": secret,
      "code": "000000",
    ]
    let wrong = try await browser.post(form: form, to: "/account/second-factor")
    #expect(wrong.status == 422 && wrong.hidden("secret") == secret)
    #expect(PageChecker(wrong.text).faults == [])
    form["code"] = SecondStepTests.code(secret, site)
    let done = try await browser.post(form: form, to: "/account/second-factor")
    #expect(done.status == 200)
    #expect(PageChecker(done.text).faults == [])
    #expect(done.text.split(separator: "<li><code>").count == 11)
    let again = try await browser.post(form: form, to: "/account/second-factor")
    #expect(again.status == 200 && !again.text.contains("<li><code>"))

    site.world.clock.step(milliseconds: 60_000)
    var (door, turned) = try await SecondStepTests.knock(site, "an")
    #expect(turned.location == "/sign-in/second?back=%2Frights")
    #expect(try await door.get("/rights").status == 303)
    let step = try await door.get(turned.location ?? "")
    #expect(step.status == 200)
    #expect(PageChecker(step.text).faults == [])
    let proof = step.hidden("token") ?? ""
    let guess = try await door.post(form: ["token": proof, "code": "123"], to: "/sign-in/second")
    #expect(guess.status == 401)
    let right = ["token": proof, "code": SecondStepTests.code(secret, site), "back": "/rights"]
    #expect(try await door.post(form: right, to: "/sign-in/second").location == "/rights")
    #expect(try await door.get("/rights").status == 200)
    #expect(door.cookies["chibo-second"] == nil)

    site.world.clock.step(milliseconds: 60_000)
    let off = try await door.get("/account/second-factor")
    #expect(PageChecker(off.text).faults == [])
    let token = off.hidden("token") ?? ""
    let code = SecondStepTests.code(secret, site)
    let fields = ["token": token, "code": code, "password": "wrong"]
    #expect(try await door.post(form: fields, to: "/account/second-factor/off").status == 422)
    let both = ["token": token, "code": code, "password": Site.password]
    let ended = try await door.post(form: both, to: "/account/second-factor/off")
    #expect(ended.location?.hasPrefix("/account?done=") == true)
    #expect(try await SecondStepTests.knock(site, "an").1.location == "/rights")
  }

  @Test("who must have it is led to set it up after the password, and gets nowhere else until then")
  func required() async throws {
    let site = try await Site.small()
    var keeper = try await site.visitor(.administrator, in: "QN")
    try await site.account("an", [(.officer, site.world.unit("HL"))])
    let shown = try await keeper.get("/accounts")
    #expect(shown.text.contains("Hiện chưa vai trò nào bắt buộc"))
    let rule = [
      "token": shown.hidden("token") ?? "", "request": shown.hidden("request") ?? "", "role": "officer",
    ]
    #expect(try await keeper.post(form: rule, to: "/accounts/required").status == 303)

    var (door, turned) = try await SecondStepTests.knock(site, "an")
    let step = try await door.get(turned.location ?? "")
    #expect(step.status == 200 && step.text.contains("cán bộ tổ chức"))
    #expect(PageChecker(step.text).faults == [])
    for path in ["/", "/account", "/rights", site.path("HL")] {
      #expect(try await door.get(path).status == 303)
    }
    let secret = step.hidden("secret") ?? ""
    var form = ["token": step.hidden("token") ?? "", "secret": secret, "code": "000000", "back": "/rights"]
    let wrong = try await door.post(form: form, to: "/sign-in/second")
    #expect(wrong.status == 422 && wrong.hidden("secret") == secret)
    form["code"] = SecondStepTests.code(secret, site)
    let entered = try await door.post(form: form, to: "/sign-in/second")
    #expect(entered.status == 200)
    #expect(PageChecker(entered.text).faults == [])
    #expect(entered.text.split(separator: "<li><code>").count == 11)
    #expect(try await door.get(site.path("HL")).status == 200)
  }

  @Test("without the password, or five minutes after it, the second step leads back to the first")
  func ended() async throws {
    let site = try await Site.small()
    var stranger = site.browser
    #expect(try await stranger.get("/sign-in/second").location == "/sign-in?notice=ended")
    _ = try await stranger.get("/sign-in")
    let form = ["token": stranger.cookies["chibo-door"] ?? "", "code": "123456"]
    #expect(try await stranger.post(form: form, to: "/sign-in/second").status == 303)
    #expect(stranger.cookies["chibo"] == nil)
  }

  @Test("an administrator takes it away from somebody on the account's page")
  func takenAway() async throws {
    let site = try await Site.small()
    var keeper = try await site.visitor(.administrator, in: "QN")
    let account = try await site.account("an", [(.leader, site.world.unit("QN"))])
    let secret = OneTimeCodes.secret()
    let deed = EnrolSecondFactor(
      account: account,
      secret: secret,
      code: SecondStepTests.code(OneTimeCodes.text(secret), site),
      recovery: []
    )
    try await site.world.carryOut(deed)
    let page = try await keeper.get("/accounts/\(account)")
    #expect(page.text.contains("Gỡ xác thực hai bước"))
    let form = ["token": page.hidden("token") ?? ""]
    let done = try await keeper.post(form: form, to: "/accounts/\(account)/second-factor")
    #expect(done.location?.hasPrefix("/accounts/\(account)?done=") == true)
    #expect(try await SecondStepTests.knock(site, "an").1.location == "/rights")
  }
}
