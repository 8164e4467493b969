import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Two days, two trees, and what a unit consists of, on the pages")
struct BesideTests {
  /// A site whose commune B1 has seen people come and go since the end of 2024.
  private static func site() async throws -> Site {
    let site = try await Site.small()
    let world = site.world
    try await world.admit("Đỗ Thị Ân", sex: .woman, to: world.unit("C1"), on: "2025-03-01")
    try await world.end(world.person("Nguyễn An"), .died, on: "2025-09-01")
    try await world.transfer(world.person("Nguyễn Ấn"), to: world.unit("C2"), on: "2025-10-01")
    return site
  }

  @Test("a figure beside another day shows both numbers, who came and who went, and why")
  func figure() async throws {
    let site = try await BesideTests.site()
    var browser = try await site.visitor(.officer, in: "QN", language: "en")
    let address = site.path("B1", "/figures/members.total") + "?against=2024-12-31"
    let page = try await browser.get(address).text
    #expect(PageChecker(page).faults == [])
    let figures = site.path("B1", "/figures/members.total")
    #expect(page.contains("href=\"\(figures)?on=2024-12-31\">5</a>"))
    #expect(page.contains("href=\"\(figures)?against=2024-12-31&amp;list=came\">2</a>"))
    #expect(page.contains("href=\"\(figures)?against=2024-12-31&amp;list=went\">1</a>"))
    #expect(page.contains("href=\"\(figures)\">6</a>"))
    #expect(page.contains("Admitted</td>"))
    #expect(page.contains("Transferred in</td>"))
    #expect(page.contains("Died</td>"))
    let list = try await browser.get(address + "&list=went").text
    #expect(list.contains("Nguyễn <b>An</b>"))
    #expect(!list.contains("Đỗ Thị <b>Ân</b>"))
    let file = try await browser.get(site.path("B1", "/figures/members.total.csv") + "?against=2024-12-31")
    let lines = file.text.split(whereSeparator: \.isNewline)
    #expect(lines.count == 4)
    #expect(lines.contains { $0.contains("went") && $0.contains("Nguyễn An") && $0.contains("died") })
  }

  @Test("taking a comparison away is written down as a reading")
  func exportIsLogged() async throws {
    let site = try await BesideTests.site()
    var browser = try await site.visitor(.officer, in: "QN")
    let count = { try await site.world.read { try $0.count("SELECT count(*) FROM reading") } }
    let before = try await count()
    _ = try await browser.get(site.path("B1", "/figures/members.total.xlsx") + "?against=2024-12-31")
    #expect(try await count() > before)
  }

  @Test("the units of two days stand beside each other, each number opening on its own day")
  func units() async throws {
    let site = try await BesideTests.site()
    let world = site.world
    try await world.found("C9", "Chi bộ bản Mới", .cell, under: world.unit("B1"), on: "2025-02-01")
    var browser = try await site.visitor(.officer, in: "QN", language: "en")
    let page = try await browser.get(site.path("B1", "/compare") + "?against=2024-12-31").text
    #expect(PageChecker(page).faults == [])
    #expect(page.contains("href=\"\(site.path("C2", "/figures/members.total"))?on=2024-12-31\">2</a>"))
    #expect(page.contains("href=\"\(site.path("C2", "/figures/members.total"))\">3</a>"))
    #expect(page.contains("href=\"\(site.path("C2", "/figures/members.total"))?against=2024-12-31\">+1</a>"))
    #expect(page.contains("not yet there"))
    let file = try await browser.get(site.path("B1", "/compare.csv") + "?against=2024-12-31").text
    #expect(file.contains("Chi bộ bản Đòng,2,3,1"))
  }

  @Test("in two trees, units that ended, appeared, moved or took another name are marked on either side")
  func trees() async throws {
    let site = try await Site.small()
    let world = site.world
    try await world.rename(world.unit("C1"), "Chi bộ thôn Hồ", on: "2025-02-01")
    try await world.move(world.unit("C2"), under: world.unit("B2"), on: "2025-03-01")
    try await world.transfer(world.person("Nguyễn Ấn"), to: world.unit("C1"), on: "2025-04-01")
    try await world.transfer(world.person("Hồ Văn Ía"), to: world.unit("C1"), on: "2025-04-01")
    try await world.end(world.unit("C3"), into: [world.unit("C1")], on: "2025-05-01")
    try await world.found("C9", "Chi bộ bản Mới", .cell, under: world.unit("B1"), on: "2025-02-01")
    var browser = try await site.visitor(.officer, in: "QN", language: "en")
    let page = try await browser.get(site.path("HL", "/trees") + "?on=2024-12-31").text
    #expect(PageChecker(page).faults == [])
    for mark in [
      "later ended", "founded since", "on the other day: Chi bộ thôn Hồ",
      "on the other day: Chi bộ thôn Ẩm Hồ",
      "on the other day under Đảng bộ xã Ô Lâu", "on the other day under Đảng bộ xã Trường Sơn",
    ] { #expect(page.contains(mark), "\(mark)") }
    let commune = try await browser.get(site.path("B1", "/trees") + "?on=2024-12-31").text
    #expect(commune.contains("later moved elsewhere"))
    let same = try await browser.get(site.path("DH", "/trees") + "?on=2024-12-31").text
    #expect(same.contains("both days are the same"))
  }

  @Test("a branch is given as a list of its own, and an address can ask for it open")
  func branch() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN")
    let piece = try await browser.get(site.path("B1", "/branch") + "?on=2024-12-31").text
    #expect(piece.hasPrefix("<ul>"))
    #expect(piece.contains("href=\"\(site.path("C1"))?on=2024-12-31\""))
    let closed = try await browser.get(site.path("QN")).text
    #expect(!closed.contains("data-unit=\"\(site.world.unit("B1"))\""))
    let open = try await browser.get(site.path("QN") + "?open=\(site.world.unit("HL"))").text
    #expect(open.contains("data-unit=\"\(site.world.unit("B1"))\""))
    #expect(PageChecker(open).faults == [])
  }

  @Test("a unit says which leading posts nobody holds, since when, and who held them last")
  func vacancies() async throws {
    let site = try await Site.small()
    let world = site.world
    let span = try #require(Span(from: "2020-01-01", until: "2025-07-01"))
    let deed = HoldPost(
      person: world.person("Nguyễn An"),
      unit: world.unit("C1"),
      post: "secretary",
      span: span
    )
    try await world.carryOut(deed)
    var browser = try await site.visitor(.officer, in: "QN", language: "en")
    let unit = try await browser.get(site.path("C1")).text
    #expect(unit.contains("No secretary since 1 Jul 2025"))
    #expect(unit.contains("Nguyễn <b>An</b>"))
    #expect(!(try await browser.get(site.path("C1") + "?on=2025-06-30").text.contains("No secretary")))
    let list = try await browser.get(site.path("B1", "/vacancies")).text
    #expect(list.contains("1 Jul 2025"))
    #expect(list.contains("never recorded"))
    // Who sees no people sees that a post is vacant, and not whose it was.
    var administrator = try await site.visitor(.administrator, in: "QN", language: "en")
    let bare = try await administrator.get(site.path("B1", "/vacancies")).text
    #expect(bare.contains("1 Jul 2025"))
    #expect(!bare.contains("Nguyễn"))
  }

  @Test("every number by kind and sector opens to as many units")
  func kinds() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN", language: "en")
    let page = try await browser.get(site.path("QN", "/kinds")).text
    #expect(PageChecker(page).faults == [])
    let address = site.path("QN", "/kinds") + "?kind=cell&amp;sector=residential"
    #expect(page.contains("href=\"\(address)\">4</a>"))
    let list = try await browser.get(address.replacing("&amp;", with: "&")).text
    #expect(list.contains("<span class=\"great\">4</span>"))
    #expect(list.contains("1–4 of 4"))
    let homes = try await browser.get(site.path("QN", "/kinds") + "?list=homes&sector=school").text
    #expect(homes.contains("<span class=\"great\">3</span>"))
  }

  @Test("a picture has a bar for each unit below and a point for each month, and all of them open")
  func picture() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN", language: "en")
    let page = try await browser.get(site.path("HL", "/figures/members.women") + "?as=picture").text
    #expect(PageChecker(page).faults == [])
    #expect(page.contains("href=\"\(site.path("B1", "/figures/members.women"))\">"))
    #expect(page.contains("href=\"\(site.path("HL", "/figures/members.women"))?on=2024-11-30\""))
    #expect(page.components("class=\"dot\"").count == 26)
    let period = "?from=2025-01-01&until=2025-07-01&as=picture"
    let admitted = try await browser.get(site.path("HL", "/figures/ledger.admitted") + period).text
    #expect(admitted.contains(site.path("T1", "/figures/ledger.admitted") + "?from=2025-01-01"))
    #expect(!admitted.contains("class=\"dot\""))
  }

  @Test("a page of two days asks as many questions of a province as of a commune")
  func questions() async throws {
    for rest in [
      "", "/compare?against=2024-12-31", "/trees?against=2024-12-31", "/kinds", "/vacancies", "/branch",
      "/figures/members.women?against=2024-12-31", "/figures/members.women?as=picture",
    ] {
      var counts: [Int] = []
      for extra in [1, 12] {
        let site = try await Site.small()
        let world = site.world
        for number in 0..<extra {
          let code = "X\(number)"
          let cell = try await world.found(
            code,
            "Chi bộ \(code)",
            .cell,
            under: world.unit("B1"),
            on: "2020-01-01"
          )
          try await world.admit("Đỗ Thị \(code)", sex: .woman, to: cell, on: "2025-02-01")
        }
        var browser = try await site.visitor(.officer, in: "QN")
        site.recorded.forget()
        _ = try await browser.get(site.path("B1", rest))
        counts.append(site.recorded.statements.count)
      }
      #expect(counts[0] == counts[1], "\(rest)")
    }
  }

  @Test("another day that cannot be read, or no day for a figure of a period, is told")
  func unreadable() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN")
    for rest in [
      "/figures/members.total?against=x", "/figures/members.admitted?against=2024-12-31",
      "/figures/members.total?against=2024-12-31&list=x", "/compare?against=x", "/compare?figure=x",
      "/trees?levels=9", "/kinds?kind=x", "/kinds?sector=x", "/kinds?list=x", "/vacancies?after=x",
    ] {
      #expect(try await browser.get(site.path("QN", rest)).status == 400, "\(rest)")
    }
  }

  @Test("a unit that was not there on the other day is compared with nothing, and the page says so")
  func absent() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN", language: "en")
    for rest in ["/figures/members.total", "/figures/units.cells", "/compare", "/trees"] {
      let page = try await browser.get(site.path("B1", rest) + "?against=1999-12-31")
      #expect(page.status == 200)
      #expect(page.text.contains("On 31 Dec 1999 this unit did not exist"), "\(rest)")
    }
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [Substring] { split(separator: separator) }
}
