import Basics
import HTTPTypes
import Records
import Rules
import Storage
import TestWorld
import Testing
import Web

/// Two servers over one record, and browsers that are led to either.
struct TwoSites {
  let record: SharedRecord
  let one: Site
  let other: Site

  /// Two servers whose clocks are ahead by so many milliseconds.
  init(ahead: [Int64] = [0, 0], through gate: ((any Database) -> GatedDatabase)? = nil) async throws {
    record = try await SharedRecord(ahead: ahead)
    one = Site(record.worlds[0], through: gate?(record.worlds[0].database))
    other = Site(record.worlds[1])
  }
}

@Suite("Several servers over one record")
struct SeveralServersTests {
  private static let decision = ["number": "31-QĐ/HU", "signed": "2025-11-01", "issuer": "HL"]
  private static let move = decision.merging(["unit": "C3", "day": "2025-11-03"]) { $1 }

  @Test("a form opened at one server is previewed at another and recorded at the first")
  func form() async throws {
    let sites = try await TwoSites()
    let browser = try await sites.one.visitor(.officer, in: "QN")
    var form = try await DeedForm(browser, DeedTests.path("transfer", "Nguyễn An", sites.one.world))
    form.browser = browser.at(sites.other)
    let preview = try await form.send("preview", Self.move)
    #expect(preview.status == 200, "\(DeedForm.errors(preview.text))")
    form.browser = browser
    let done = try await form.send("record", Self.move)
    #expect(done.status == 303, "\(DeedForm.errors(done.text))")
    // What it leads to is there at the other one, and says what was done.
    var elsewhere = browser.at(sites.other)
    #expect(try await elsewhere.get(done.location ?? "").text.contains("Đã ghi"))
  }

  @Test("one form sent to both servers at once is one deed, and both lead to the same page", arguments: 0..<5)
  func twice(turn: Int) async throws {
    let sites = try await TwoSites(ahead: [0, 90_000])
    let world = sites.one.world
    let browser = try await sites.one.visitor(.officer, in: "QN")
    let form = try await DeedForm(browser, DeedTests.path("transfer", "Nguyễn An", world))
    let head = try await world.head()
    @Sendable func send(_ site: Site) async throws -> Browser.Page {
      var form = form
      form.browser = browser.at(site)
      return try await form.send("record", Self.move)
    }
    async let first = send(sites.one)
    async let second = send(sites.other)
    let pages = try await [first, second]
    #expect(pages.map(\.status) == [303, 303])
    #expect(pages[0].location == pages[1].location)
    #expect(try await world.head() == head + 1)
    #expect(try await sites.other.world.read { try IntegrityChecks(db: $0).run().isEmpty })
  }

  @Test("a session begun at one server is good at another, and once ended or locked there opens nothing here")
  func session() async throws {
    let sites = try await TwoSites(ahead: [0, 90_000])
    let account = try await sites.one.account("ha", [(.officer, sites.one.world.unit("QN"))])
    var here = sites.one.browser
    let token = try await here.get("/sign-in").hidden("token") ?? ""
    var there = here.at(sites.other)
    let entered = try await there.post(
      "/sign-in",
      ["account": "ha", "password": Site.password, "token": token]
    )
    #expect(entered.status == 303)
    here = there.at(sites.one)
    #expect(try await here.get("/journal").status == 200)
    #expect(try await there.get("/journal").status == 200)
    let form = try await here.get("/journal").hidden("token") ?? ""
    _ = try await there.post("/sign-out", ["token": form])
    #expect(try await here.get("/journal").status == 303)

    here = try await sites.one.signedIn("ha")
    #expect(try await here.get("/journal").status == 200)
    try await sites.other.world.carryOut(LockAccount(account: account))
    #expect(try await here.get("/journal").status == 303)
    try await sites.other.world.carryOut(UnlockAccount(account: account))
    here = try await sites.one.signedIn("ha")
    let grant = try await sites.one.world.read { db in
      try AccountStore(db: db).grants(account, on: World.today).first?.id
    }
    let withdrawn = WithdrawRights(grant: try #require(grant), day: World.today)
    #expect(try await here.get(sites.one.path("QN")).status == 200)
    try await sites.other.world.carryOut(withdrawn)
    #expect(try await here.get(sites.one.path("QN")).status == 404)
    #expect(try await here.get("/journal").status == 404)
  }

  @Test("guesses are slowed down wherever they are made, and by no more for a clock that is ahead")
  func guesses() async throws {
    let sites = try await TwoSites(ahead: [0, 600_000])
    try await sites.one.account("ha", [(.officer, sites.one.world.unit("QN"))])
    var here = sites.one.browser
    let token = try await here.get("/sign-in").hidden("token") ?? ""
    var there = here.at(sites.other)
    let wrong: KeyValuePairs = ["account": "ha", "password": "x", "token": token]
    let right: KeyValuePairs = ["account": "ha", "password": Site.password, "token": token]
    for _ in 0..<2 {
      #expect(try await here.post("/sign-in", wrong).status == 401)
      #expect(try await there.post("/sign-in", wrong).status == 401)
    }
    #expect(try await there.post("/sign-in", wrong).status == 401)
    let paused = try await here.post("/sign-in", right)
    #expect(paused.status == 429 && paused.text.contains("1 phút"))
  }

  @Test("the second step begun at one server is finished at another, and its code is good once")
  func secondStep() async throws {
    let sites = try await TwoSites(ahead: [0, 5_000])
    let world = sites.one.world
    let account = try await sites.one.account("ha", [(.officer, world.unit("QN"))])
    let secret = OneTimeCodes.secret()
    func code() throws -> String {
      try #require(OneTimeCodes.code(secret, step: OneTimeCodes.step(at: world.clock.now)))
    }
    let enrol = EnrolSecondFactor(account: account, secret: secret, code: try code(), recovery: [])
    try await world.carryOut(enrol, by: .account(account))
    for site in [sites.one, sites.other] { site.world.clock.step(milliseconds: 60_000) }
    var here = sites.one.browser
    let token = try await here.get("/sign-in").hidden("token") ?? ""
    let turned = try await here.post(
      "/sign-in",
      ["account": "ha", "password": Site.password, "token": token]
    )
    #expect(turned.location == "/sign-in/second")
    var there = here.at(sites.other)
    let entered = try await there.post("/sign-in/second", ["code": try code(), "token": token])
    #expect(entered.status == 303)
    here = there.at(sites.one)
    #expect(try await here.get("/journal").status == 200)
    var thief = sites.one.browser
    _ = try await thief.get("/sign-in")
    let again = try await thief.post(
      "/sign-in",
      ["account": "ha", "password": Site.password, "token": thief.cookies["chibo-door"] ?? ""]
    )
    #expect(again.location == "/sign-in/second")
    let form: KeyValuePairs = ["code": try code(), "token": thief.cookies["chibo-door"] ?? ""]
    #expect(try await thief.post("/sign-in/second", form).status == 401)
  }

  @Test("lists handed in at one server are read by another and brought in where the button is pressed")
  func lists() async throws {
    let sites = try await TwoSites(ahead: [0, -3_600_000])
    var here = try await sites.one.visitor(.officer, in: "QN")
    let job = try #require(try await here.handIn(.sound).location)
    try await sites.other.server.jobs.finishAll()
    #expect(try await here.get(job).text.contains("Nhập 5 dòng"))
    var there = here.at(sites.other)
    let head = try await sites.one.world.head()
    let presses = try await [
      there.press("\(job)/import", on: job), here.press("\(job)/import", on: job),
    ]
    let commit = try #require(presses[0].location)
    #expect(presses[1].location == commit)
    try await sites.one.server.jobs.finishAll()
    try await sites.other.server.jobs.finishAll()
    for page in try await [here.get(commit), there.get(commit)] {
      #expect(page.text.contains("Đã nhập 5 dòng."))
      #expect(PageChecker(page.text).faults == [])
    }
    #expect(try await sites.one.world.head() == head + 1)
  }

  @Test("a figure at one server is the new one right after a deed at another, and opens to the same list")
  func figures() async throws {
    let sites = try await TwoSites()
    let browser = try await sites.one.visitor(.officer, in: "QN", language: "en")
    let path = sites.one.path("C1", "/figures/members.total")
    func shown(_ browser: Browser) async throws -> Int? {
      var browser = browser
      let page = try await browser.get(path).text
      let mark = try #require(page.firstRange(of: "<span class=\"great\">"))
      return Int(page[mark.upperBound...].prefix { $0 != "<" })
    }
    let (here, other) = (browser, browser.at(sites.other))
    let before = try #require(try await shown(here))
    #expect(try await shown(other) == before)
    for turn in 1...3 {
      let site = turn == 2 ? sites.other : sites.one
      let name = "Đỗ Thị Số \(turn)"
      try await site.world.admit(name, sex: .woman, to: site.world.unit("C1"), on: "2025-02-01")
      #expect(try await shown(here) == before + turn)
      #expect(try await shown(other) == before + turn)
      var there = other
      #expect(try await there.get(sites.one.path("C1", "/roll")).text.contains("Số <b>\(turn)</b>"))
    }
  }
}
