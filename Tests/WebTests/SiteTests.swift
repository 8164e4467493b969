import Basics
import HTTPTypes
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("The site")
struct SiteTests {
  /// Where forms are sent, which is no place to look at; and what leads to the same page.
  private static let forms: Set<String> = [
    "/settings", "/sign-out", "/find", "#main", "/account/password", "/account/sign-out",
    "/account/second-factor/off",
  ]

  @Test(
    "every address on every page is answered with a sound page of the same day and language",
    arguments: [("vi", ""), ("en", ""), ("vi", "on=2010-06-01"), ("en", "on=2026-02-01"), ("en", "known=20")]
  )
  func crawl(language: String, moment: String) async throws {
    let site = try await Site.small()
    let world = site.world
    let decision = DecisionText(number: "12-QĐ/HU", signed: "2025-10-01", issuer: world.unit("HL"))
    let person = world.person("Lò Thị Hạnh")
    let move = TransferMember(person: person, to: world.unit("C3"), day: "2026-01-10")
    try await world.carryOut(move, under: decision)
    var browser = try await site.visitor(.officer, in: "QN", language: language)
    var waiting = ["/", "/journal", "/find?q=nguyen", "/find?q=12-Q%C4%90"].map { path in
      moment.isEmpty ? path : path + (path.contains("?") ? "&" : "?") + moment
    }
    var known = Set(waiting)
    var visited = 0
    while let path = waiting.popLast(), visited < 260 {
      visited += 1
      let page = try await browser.get(path)
      #expect(page.status == 200, "\(path)")
      guard page.fields[.contentType]?.hasPrefix("text/html") == true else { continue }
      let checker = PageChecker(page.text)
      #expect(checker.faults == [], "\(path)")
      #expect(page.text.contains("<html lang=\"\(language)\""))
      for address in checker.addresses {
        // A browser keeps the place within a page to itself.
        let next = String(address.replacing("&amp;", with: "&").prefix { $0 != "#" })
        // A form's address is asked for with what the form says.
        let isForm =
          SiteTests.forms.contains(next) || next.isEmpty
          || next.hasPrefix("/deeds/") && !next.contains("?") || next.hasSuffix("/scans")
        // A period's first and last day lead to days on which the unit may not be there yet.
        let staysThere =
          moment.isEmpty ? !next.contains("on=") && !next.contains("known=") : next.contains(moment)
        if !isForm, staysThere, !next.contains("sort="), known.insert(next).inserted { waiting.append(next) }
      }
    }
    #expect(visited > 60)
  }

  @Test("a day, a period, a number or a filter that cannot be read is told, and nothing breaks")
  func unreadable() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN")
    let unit = site.path("QN")
    let cases = [
      "/?on=2025-02-30", "/?on=x", "/?known=999999", "/?known=-1", "/?known=0", "\(unit)?sort=age",
      "\(unit)/ledger?from=2025-01-01&until=2025-01-01", "\(unit)/ledger?from=2025-01-01",
      "\(unit)/ledger?standing=gone",
      "\(unit)/figures/members.admitted?from=x&until=y", "\(unit)/roll?state=gone", "\(unit)/roll?after=1",
      "\(unit)/roll?after=x.y", "\(unit)/roll?age=7", "\(unit)/figures/members.left?after=z",
      "/journal?after=z", "\(unit)/roll.csv?person=z", "/?on=%zz",
    ]
    for path in cases {
      let page = try await browser.get(path)
      #expect(page.status == 400, "\(path)")
      #expect(PageChecker(page.text).faults == [], "\(path)")
    }
    let absent = [
      "/people/zzz", "/units/x", "/units/x/roll", "/journal/999999", "/sign-out", "/decisions/x/scans",
      "/decisions/x",
      "\(unit)/figures/members.none",
      "\(unit)/figures/ledger.none", "\(unit)/figures/ledger.admitted.gone",
      "\(unit)/figures/ledger.recognised.official", "/nothing/here", "/journal/x",
    ]
    for path in absent {
      let page = try await browser.get(path)
      #expect(page.status == 404, "\(path)")
      #expect(PageChecker(page.text).faults == [], "\(path)")
    }
  }

  @Test("a unit that did not exist on the day says when it did, and the way there leads to it")
  func unitAbsent() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN", language: "en")
    for rest in ["", "/roll", "/figures/members.total"] {
      let page = try await browser.get(site.path("C1", rest) + "?on=1999-12-31")
      #expect(page.status == 404)
      #expect(page.text.contains("did not exist on 31 Dec 1999"))
      #expect(page.text.contains("href=\"\(site.path("C1"))?on=2000-01-01\""))
    }
  }

  @Test("as known earlier, a later correction is not seen; a moment and its entry show the same")
  func knowledge() async throws {
    let site = try await Site.small()
    let world = site.world
    let before = try await world.head()
    world.clock.step(milliseconds: 3_600_000)
    let corrected = Particulars(name: "Nguyễn Văn An", born: LooseDate("1957-05-12"), sex: .man)
    let person = world.person("Nguyễn An")
    try await world.carryOut(CorrectParticulars(person: person, particulars: corrected))
    var browser = try await site.visitor(.officer, in: "QN")
    let file = site.path(of: "Nguyễn An")
    let now = try await browser.get(file).text
    #expect(now.contains("<title>Nguyễn Văn An"))
    #expect(now.contains("<del>Nguyễn An</del>") && now.contains("<ins>Nguyễn Văn An</ins>"))
    #expect(now.contains("dòng nhật ký \(before + 1)"))
    let earlier = try await browser.get(file + "?known=\(before)").text
    #expect(earlier.contains("<title>Nguyễn An"))
    #expect(!earlier.contains("Nguyễn Văn An"))
    #expect(try await browser.get(file + "?known=2025-11-03T08:30").text.contains("<title>Nguyễn An"))
  }

  @Test("every page tells the browser to load nothing from elsewhere and to keep nothing")
  func fields() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN")
    for path in ["/", "/units/x", "/?on=x", site.path(of: "Nguyễn An")] {
      let fields = try await browser.get(path).fields
      #expect(fields[.init("Content-Security-Policy") ?? .accept]?.contains("default-src 'self'") == true)
      #expect(fields[.init("X-Content-Type-Options") ?? .accept] == "nosniff")
      #expect(fields[.init("Referrer-Policy") ?? .accept] == "same-origin")
      #expect(fields[.cacheControl] == "private, no-store")
    }
  }

  @Test("the files of the pages are given out, nothing beside them, and not twice to who has them")
  func files() async throws {
    let site = try await Site.small()
    var browser = site.browser
    let sheet = try await browser.get("/chibo.css")
    #expect(sheet.status == 200 && sheet.fields[.contentType] == "text/css; charset=utf-8")
    let tag = sheet.fields[.eTag] ?? ""
    #expect(try await browser.get("/chibo.css", [.ifNoneMatch: tag]).status == 304)
    for path in [
      "/../Package.swift", "/..%2fPackage.swift", "/%2e%2e/Package.swift", "//etc/passwd", "/.swift-format",
    ] {
      let page = try await browser.get(path)
      #expect(page.status == 303 || page.status == 404, "\(path)")
      #expect(!page.text.contains("swift-tools-version"))
    }
    #expect(try await browser.get("/healthz").text == "ok")
  }

  @Test("a record that is held by somebody else is told kindly, with when to come again")
  func busy() async throws {
    let world = try await World.small()
    var browser = Browser(Site.server(HeldDatabase(failure: .busy), world))
    browser.cookies["chibo"] = String(repeating: "a", count: 64)
    let page = try await browser.get("/")
    #expect(page.status == 503)
    #expect(page.fields[.retryAfter] != nil)
    #expect(PageChecker(page.text).faults == [])
  }

  @Test(
    "a record whose server is gone is told kindly, with when to come again",
    arguments: [
      StorageError.disconnected("db"), .uncertain("db"), .server("db", .unreachable, reason: "refused"),
    ]
  )
  func gone(failure: StorageError) async throws {
    let world = try await World.small()
    var browser = Browser(Site.server(HeldDatabase(failure: failure), world))
    browser.cookies["chibo"] = String(repeating: "a", count: 64)
    let page = try await browser.get("/")
    #expect(page.status == 503)
    #expect(page.fields[.retryAfter] != nil)
    #expect(page.text.contains("Tạm thời không kết nối được với hồ sơ.") && !page.text.contains("refused"))
    #expect(PageChecker(page.text).faults == [])
  }

  @Test(
    "a form sent while the server is gone is handed back, and says whether it may have been recorded",
    arguments: [
      (StorageError.uncertain("db"), "chưa biết đã ghi hay chưa"), (.disconnected("db"), "Chưa ghi gì."),
    ]
  )
  func formIsHandedBack(failure: StorageError, sentence: String) async throws {
    let world = try await World.small()
    var browser = Browser(Site.server(HeldDatabase(failure: failure), world))
    browser.cookies["chibo"] = String(repeating: "a", count: 64)
    let values = ["request": "aaaabbbbccccddddeeeeffff00001111", "name": "Lò “Văn”"]
    let type: [HTTPField.Name: String] = [.contentType: "application/x-www-form-urlencoded"]
    let page = try await browser.send(.post, "/deeds/found?unit=1", Browser.body(values), type)
    #expect(page.status == 503)
    #expect(page.fields[.retryAfter] != nil)
    #expect(page.text.contains(sentence))
    for (name, value) in values { #expect(page.hidden(name) == value) }
    #expect(page.text.contains("action=\"/deeds/found?unit=1\""))
    #expect(PageChecker(page.text).faults == [])
  }

  @Test("a fault is told by a number only, never by what broke")
  func fault() async throws {
    let world = try await World.small()
    let failure = StorageError.engine(code: 1, message: "no such table", sql: "SELECT secret")
    var browser = Browser(Site.server(HeldDatabase(failure: failure), world))
    browser.cookies["chibo"] = String(repeating: "a", count: 64)
    let page = try await browser.get("/")
    #expect(page.status == 500)
    #expect(
      page.text.contains("Số của yêu cầu") && !page.text.contains("secret") && !page.text.contains("table")
    )
  }
}

/// A record that always fails.
private struct HeldDatabase: Database {
  let failure: StorageError
  var address: String { "held" }

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    throw failure
  }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any Connection) throws -> Value
  ) async throws -> Value {
    throw failure
  }

  func close() throws {}
}
