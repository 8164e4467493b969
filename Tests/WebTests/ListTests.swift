import Basics
import HTTPTypes
import Records
import Rules
import TestWorld
import Testing

@Suite("Rolls and figures on pages")
struct ListTests {
  /// A world with so many more people in one cell and so many more cells.
  private func crowd(_ people: Int, cells: Int = 0) async throws -> Site {
    let world = try await World.small()
    for number in 0..<cells {
      try await world.found(
        "X\(number)",
        "Chi bộ thôn \(number)",
        .cell,
        under: world.unit("B1"),
        on: "2000-01-01"
      )
    }
    for number in 0..<people {
      try await world.admit(
        "Phạm Thị \(["An", "Bình", "Chi", "Dung", "Đào"][number % 5])",
        born: "1980-01-01",
        sex: number % 3 == 0 ? .woman : .man,
        to: world.unit(number % 2 == 0 ? "C1" : "C2"),
        on: "2025-03-03"
      )
    }
    return Site(world)
  }

  /// The people on the pages of a list, followed by their links from a first page on.
  private func walk(_ browser: inout Browser, _ first: String, _ way: String) async throws -> [[String]] {
    var pages: [[String]] = []
    var path: String? = first
    while let here = path, pages.count < 20 {
      let page = try await browser.get(here)
      #expect(page.status == 200)
      let rows = page.text.components(of: "<tr><td class=\"").dropFirst()
      pages.append(rows.map { String($0.firstMatch(of: /\/people\/([0-9A-Z]{13})/)?.1 ?? "") })
      path = page.turn(way)
    }
    return pages
  }

  @Test(
    "turning the pages shows everybody once, forwards and then backwards",
    arguments: [
      "/roll", "/roll?sex=M", "/figures/members.total", "/figures/members.admitted",
      "/figures/ledger.admitted",
    ]
  )
  func pages(list: String) async throws {
    let site = try await crowd(130)
    var browser = try await site.visitor(.officer, in: "HL")
    let forwards = try await walk(&browser, site.path("HL", list), "after")
    let everybody = forwards.flatMap { $0 }
    #expect(Set(everybody).count == everybody.count)
    #expect(everybody.count > 85 && forwards.count >= 2)
    let last = try await lastPage(&browser, site.path("HL", list))
    let backwards = try await walk(&browser, last, "before")
    #expect(Array(backwards.reversed().flatMap { $0 }) == everybody)
  }

  private func lastPage(_ browser: inout Browser, _ first: String) async throws -> String {
    var here = first
    for _ in 0..<20 {
      guard let next = try await browser.get(here).turn("after") else { return here }
      here = next
    }
    return here
  }

  @Test(
    "a page asks the record the same number of questions however large the organisation is",
    arguments: [
      "/", "", "/roll", "/roll?q=pham", "/figures/members.total", "/figures/members.admitted",
      "/figures/units.cells", "/figures/ledger.admitted", "/ledger", "/find?q=pham", "/journal", "person",
    ]
  )
  func constantQuestions(page: String) async throws {
    func count(_ people: Int, _ cells: Int) async throws -> Int {
      let site = try await crowd(people, cells: cells)
      var browser = try await site.visitor(.officer, in: "QN")
      site.recorded.forget()
      let isWhole = page == "/" || page.hasPrefix("/find") || page == "/journal"
      let path = page == "person" ? site.path(of: "Nguyễn An") : isWhole ? page : site.path("QN", page)
      #expect(try await browser.get(path).status == 200)
      return site.recorded.statements.count
    }
    let (few, many) = (try await count(3, 0), try await count(90, 12))
    #expect(few == many)
    #expect(many < 45)
  }

  @Test("a page looked at twice counts nothing again, until somebody does a deed")
  func cached() async throws {
    let site = try await crowd(3)
    var browser = try await site.visitor(.officer, in: "QN")
    _ = try await browser.get("/")
    site.recorded.forget()
    _ = try await browser.get("/")
    #expect(site.recorded.statements.count <= 3)
    let before = try await browser.get("/").text
    try await site.world.admit("Cao Thị Mới", to: site.world.unit("C1"), on: "2025-11-02")
    #expect(try await browser.get("/").text != before)
  }

  @Test("an exported list is written down, and each person on it sees that it was taken")
  func exported() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "HL")
    let list = try await browser.get(site.path("B1", "/roll.csv"))
    #expect(list.text.contains("person,name,born"))
    #expect(list.text.contains("Lò Thị Hạnh") && list.text.contains("Nguyễn An"))
    #expect(list.fields[.contentDisposition]?.contains("roll-B1-2025-11-03.csv") == true)
    let people = try await browser.get(site.path("HL", "/figures/ledger.admitted.csv"))
    #expect(people.status == 200)
    let file = try await browser.get(site.path(of: "Nguyễn An")).text
    #expect(file.contains("Xuất danh sách Đảng bộ xã Trường Sơn, 5 người"))
    #expect(file.contains("Tài khoản officer.hl"))
    let other = try await browser.get(site.path(of: "Hồ Văn Ía")).text
    #expect(!other.contains("Đảng bộ xã Trường Sơn, 5 người"))
  }

  @Test("of marked rows only those are exported")
  func marked() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "HL")
    let (one, other) = (site.world.person("Nguyễn An"), site.world.person("Hồ Văn Ía"))
    let list = try await browser.get(site.path("HL", "/roll.csv?person=\(one)&person=\(other)"))
    #expect(list.text.split(separator: "\n").count == 3)
    #expect(list.text.contains("Nguyễn An") && list.text.contains("Hồ Văn Ía"))
  }

  @Test("a book is a book: its bytes begin as such and are as many as it says")
  func book() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "HL")
    let book = try await browser.get(site.path("HL", "/roll.xlsx"))
    #expect(book.status == 200)
    #expect(book.text.hasPrefix("PK"))
  }

  @Test("a number on a page is the number of rows it opens to")
  func opens() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN", language: "en")
    for name in FigureName.allCases {
      let page = try await browser.get(site.path("QN", "/figures/\(name.rawValue)")).text
      let rows = page.components(of: "<tr><td class=\"num quiet\">").count - 1
      #expect(page.contains("<span class=\"great\">\(rows)</span>"), "\(name.rawValue)")
    }
    let flows = Inflow.allCases.map(\.rawValue) + Outflow.allCases.map(\.rawValue)
    for line in flows + ["recognised"] + flows.map({ $0 + ".official" }) + flows.map({ $0 + ".probationary" })
    {
      let query = "?from=2000-01-01&until=2026-01-01"
      let page = try await browser.get(site.path("QN", "/figures/ledger.\(line)") + query).text
      let rows = page.components(of: "<tr><td class=\"num quiet\">").count - 1
      #expect(page.contains("<span class=\"great\">\(rows)</span>"), "\(line)")
    }
  }

  @Test("the ledger of those on probation opens with them, and hands over those recognised")
  func ledgerByStanding() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN", language: "en")
    let period = "from=2001-01-01&until=2026-01-01"
    let page = try await browser.get(site.path("QN", "/ledger") + "?\(period)&standing=probationary").text
    let figures = site.path("QN", "/figures/")
    #expect(
      page.contains("aria-current=\"true\">Members on probation</a>")
        || page.contains("aria-current=\"true\">Probationary")
    )
    #expect(page.contains("\(figures)ledger.recognised?"))
    #expect(page.contains("\(figures)ledger.admitted.probationary?"))
    #expect(page.contains("\(figures)members.probationary?on=2000-12-31"))
    let official = try await browser.get(site.path("QN", "/ledger") + "?\(period)&standing=official").text
    #expect(official.contains("+</span><a class=\"figure\" href=\"\(figures)ledger.recognised?"))
  }
}

extension String {
  /// The pieces between the places where `mark` stands.
  fileprivate func components(of mark: String) -> [Substring] {
    split(separator: mark, omittingEmptySubsequences: false)
  }
}
