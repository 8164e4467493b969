import Basics
import HTTPTypes
import Records
import Rules
import Storage
import TestWorld
import Testing
import Web

@Suite("While something large is written")
struct BusyTests {
  /// A server whose visitors are soon told to come again, and the same record as somebody else writes to it.
  private struct Held {
    let record: SharedRecord
    let site: Site
    var officer: Browser
    var administrator: Browser
    let account: ID<Account>

    init() async throws {
      record = try await SharedRecord()
      site = Site(record.worlds[0])
      officer = try await site.visitor(.officer, in: "QN", language: "en")
      administrator = try await site.visitor(.administrator, in: "QN", language: "en")
      account = try await site.account("an", [(.secretary, site.world.unit("C1"))])
    }

    /// The server as it is while the lock is held.
    var hasty: Site { Site(record.worlds[0], through: nil, ServerOptions(patience: .milliseconds(20))) }

    func lock() async -> HeldLock { await HeldLock(of: record.worlds[1].database) }
  }

  /// A form: the page it stands on, where it goes, what is typed.
  struct Sent: Sendable, CustomTestStringConvertible {
    var path: String
    var values: [String: String] = [:]
    var isAdministrators = false
    var testDescription: String { path }
  }

  static let forms = [
    Sent(
      path: "/deeds/transfer?person={person}",
      values: [
        "unit": "C3", "day": "2025-11-03", "number": "32-QĐ/HU", "signed": "2025-11-01", "issuer": "HL",
        "step": "record", "seen": "1",
      ]
    ),
    Sent(
      path: "/deeds/transfer?person={person}",
      values: [
        "unit": "C3", "day": "2025-11-03", "number": "32-QĐ/HU", "signed": "2025-11-01", "issuer": "HL",
        "step": "preview", "seen": "1000",
      ]
    ),
    Sent(
      path: "/deeds/found?unit={unit}",
      values: [
        "code": "Z9", "name": "Chi bộ thôn “Mới”", "kind": "cell", "day": "2025-11-03", "number": "33-QĐ/HU",
        "signed": "2025-11-01", "issuer": "HL", "sector": "residential", "step": "record", "seen": "1000",
      ]
    ),
    Sent(path: "/units/{unit}/filters", values: ["name": "Nữ trẻ & giỏi", "sex": "F"]),
    Sent(path: "/settings", values: ["language": "vi", "back": "/journal"]),
    Sent(path: "/sign-out"),
    Sent(path: "/journal/verify"),
    Sent(path: "/account/sign-out", values: ["request": "11112222333344445555666677778888"]),
    Sent(
      path: "/account/password",
      values: ["password": "x", "new": "một câu rất dài", "again": "một câu rất dài"]
    ),
    Sent(
      path: "/accounts",
      values: [
        "request": "11112222333344445555666677778888", "account": "moi", "name": "Lò Văn Mới", "person": "",
        "how": "made", "role": "officer", "unit": "hl", "from": "2025-11-01", "until": "",
      ],
      isAdministrators: true
    ),
    Sent(
      path: "/accounts/{account}/lock",
      values: ["request": "11112222333344445555666677778888"],
      isAdministrators: true
    ),
    Sent(
      path: "/accounts/{account}/grant",
      values: [
        "request": "11112222333344445555666677778888", "role": "leader", "unit": "hl", "from": "2025-11-01",
        "until": "",
      ],
      isAdministrators: true
    ),
  ]

  @Test(
    "every form is handed back with what was typed, in the sender's language, and taken when sent again",
    arguments: forms
  )
  func handedBack(sent: Sent) async throws {
    let held = try await Held()
    let world = held.site.world
    let path = sent.path.replacing("{person}", with: world.person("Nguyễn An").description)
      .replacing("{unit}", with: world.unit("B1").description)
      .replacing("{account}", with: held.account.description)
    var browser = (sent.isAdministrators ? held.administrator : held.officer).at(held.hasty)
    let head = try await world.head()
    var values = sent.values
    values["token"] = try await browser.token(of: "/rights")
    if path.hasPrefix("/deeds") { values["request"] = "aaaabbbbccccddddeeeeffff00001111" }
    if values["seen"] != nil { values["seen"] = String(head) }
    let lock = await held.lock()
    let type: [HTTPField.Name: String] = [.contentType: "application/x-www-form-urlencoded"]
    let page = try await browser.send(.post, path, Browser.body(values), type)
    #expect(page.status == 503)
    #expect(page.fields[.retryAfter] != nil)
    #expect(PageChecker(page.text).faults == [])
    #expect(page.text.contains("<html lang=\"en\"") && page.text.contains("The record is busy."))
    #expect(page.text.contains("action=\"\(path)\""))
    for name in values.keys where !["password", "new", "again"].contains(name) {
      #expect(page.text.contains("name=\"\(name)\""), "\(name)")
    }
    #expect(!page.text.contains("một câu rất dài"))
    #expect(try await world.head() == head)
    try await lock.release()
    if sent.values["name"] != nil || path.hasPrefix("/deeds/transfer") {
      #expect(page.hidden("name") == sent.values["name"].map { $0.replacing("&", with: "&amp;") })
    }
    if sent.values["new"] == nil {
      var patient = browser.at(held.site)
      let taken = try await patient.send(.post, path, Browser.body(values), type)
      #expect([200, 303].contains(taken.status), "\(DeedForm.errors(taken.text))")
    }
  }

  @Test("a page that writes down who looked says that it must wait, the others open")
  func pages() async throws {
    let held = try await Held()
    let lock = await held.lock()
    var browser = held.officer.at(held.hasty)
    let person = held.site.path(of: "Nguyễn An")
    for path in [person, held.site.path("C1", "/roll.csv")] {
      let page = try await browser.get(path)
      #expect(page.status == 503 && page.fields[.retryAfter] != nil, "\(path)")
      #expect(PageChecker(page.text).faults == [])
      #expect(page.text.contains("<html lang=\"en\"") && page.text.contains("href=\"\(path)\""))
    }
    for path in ["/", held.site.path("C1"), "/journal", "/jobs", "/import"] {
      #expect(try await browser.get(path).status == 200, "\(path)")
    }
    try await lock.release()
    #expect(try await held.officer.at(held.site).status(of: person) == 200)
  }

  @Test("lists cannot be handed in meanwhile, and the page says that they must be chosen again")
  func lists() async throws {
    let held = try await Held()
    let lock = await held.lock()
    var browser = held.officer.at(held.hasty)
    let page = try await browser.handIn(.sound)
    #expect(page.status == 503 && PageChecker(page.text).faults == [])
    #expect(page.text.contains("The file has to be chosen again."))
    try await lock.release()
    #expect(try await held.site.world.read { try $0.count("SELECT count(*) FROM file") } == 0)
    #expect(try await held.site.world.read { try $0.count("SELECT count(*) FROM job") } == 0)
  }

  @Test("at the door the name is kept, and so is the secret of the second step")
  func door() async throws {
    let held = try await Held()
    let world = held.site.world
    try await world.carryOut(RequireSecondFactor([.secretary]))
    var browser = held.site.browser
    let token = try await browser.get("/sign-in?language=en").hidden("token") ?? ""
    let form: KeyValuePairs = ["account": "an", "password": Site.password, "token": token]
    let lock = await held.lock()
    var hasty = browser.at(held.hasty)
    let turned = try await hasty.post("/sign-in", form)
    #expect(turned.status == 503 && turned.fields[.retryAfter] != nil)
    #expect(PageChecker(turned.text).faults == [])
    #expect(turned.text.contains("The record is busy.") && turned.text.contains("value=\"an\""))
    #expect(!turned.text.contains(Site.password))
    try await lock.release()
    var patient = browser.at(held.site)
    #expect(try await patient.post("/sign-in", form).location == "/sign-in/second")
    let setup = try await patient.get("/sign-in/second")
    let secret = try #require(setup.hidden("secret"))
    let code = OneTimeCodes.secret(secret).flatMap {
      OneTimeCodes.code($0, step: OneTimeCodes.step(at: world.clock.now))
    }
    let second: KeyValuePairs = ["secret": secret, "code": code ?? "", "token": token]
    let again = await held.lock()
    hasty = patient.at(held.hasty)
    let waits = try await hasty.post("/sign-in/second", second)
    #expect(waits.status == 503 && PageChecker(waits.text).faults == [])
    #expect(waits.hidden("secret") == secret && waits.text.contains("The record is busy."))
    try await again.release()
    #expect(try await patient.post("/sign-in/second", second).status == 200)
    #expect(patient.cookies["chibo"] != nil)
  }
}

extension Browser {
  fileprivate func status(of path: String) async throws -> Int {
    var browser = self
    return try await browser.get(path).status
  }
}
