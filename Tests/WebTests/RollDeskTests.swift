import Basics
import HTTPTypes
import Records
import Rules
import TestWorld
import Testing

@Suite("What is done with a roll")
struct RollDeskTests {
  @Test("filters are saved under a name, used on another unit's roll, renamed and deleted, without script")
  func saved() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN")
    let filters = site.path("HL", "/filters")
    let roll = try await browser.get(site.path("HL", "/roll?sex=F"))
    let token = try #require(roll.hidden("token"))
    let saved = try await browser.post(filters, ["token": token, "sex": "F", "name": "Nữ", "after": "1.x"])
    #expect(saved.status == 303 && saved.location == site.path("HL", "/roll?sex=F"))
    let elsewhere = try await browser.get(site.path("DH", "/roll")).text
    #expect(elsewhere.contains("href=\"\(site.path("DH", "/roll?sex=F"))\">Nữ</a>"))
    // Nobody else sees them.
    var other = try await site.visitor(.leader, in: "QN")
    #expect(!(try await other.get(site.path("DH", "/roll")).text.contains(">Nữ</a>")))

    let wrong = try await browser.post(filters, ["token": token, "sex": "M", "name": "  "])
    #expect(wrong.status == 422)
    #expect(wrong.text.contains("id=\"f-name-error\"") && wrong.text.contains("name=\"sex\" value=\"M\""))
    let renamed = try await browser.post(
      filters + "/1",
      ["token": token, "deed": "rename", "name": "Phụ nữ"]
    )
    #expect(renamed.status == 303)
    #expect(try await browser.get(filters).text.contains("<b>Phụ nữ</b>"))
    #expect(
      try await browser.post(filters + "/1", ["token": token, "deed": "rename", "name": ""]).status == 422
    )
    _ = try await browser.post(filters + "/1", ["token": token, "deed": "delete", "name": ""])
    #expect(!(try await browser.get(filters).text.contains("Phụ nữ")))
    #expect(try await browser.post(filters, ["token": "x", "sex": "F", "name": "Nữ"]).status == 403)
  }

  @Test("each further filter is a chip that can be taken off, and an unknown value is told")
  func filters() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN")
    for query in ["partyAge=20-29", "kind=cell", "sector=residential", "due=2026-12-31", "role=temporary"] {
      let page = try await browser.get(site.path("QN", "/roll?" + query))
      #expect(page.status == 200)
      #expect(page.text.contains("class=\"chip on\" href=\"\(site.path("QN", "/roll"))\""), "\(query)")
    }
    for query in ["partyAge=7", "kind=x", "sector=x", "due=2026-02-30", "role=x"] {
      #expect(try await browser.get(site.path("QN", "/roll?" + query)).status == 400, "\(query)")
    }
  }

  @Test("somebody here for a time is on the list of such, does not count, and opens only within reach")
  func ties() async throws {
    let site = try await Site.small()
    let world = site.world
    let an = world.person("Nguyễn An")
    try await world.carryOut(
      BeginRole(person: an, unit: world.unit("C4"), role: .temporary, span: Span(open: "2025-01-01"))
    )
    var browser = try await site.visitor(.officer, in: "DH")
    let page = try await browser.get(site.path("DH", "/roll?role=temporary")).text
    #expect(page.contains("không tính vào danh sách") && page.contains("tại Chi bộ khu phố 4"))
    #expect(!page.contains("href=\"\(site.path(of: "Nguyễn An"))\""))
    #expect(!(try await browser.get(site.path("DH", "/roll")).text.contains("tại Chi bộ khu phố 4")))
    var above = try await site.visitor(.officer, in: "QN")
    let whole = try await above.get(site.path("DH", "/roll?role=temporary")).text
    #expect(whole.contains("href=\"\(site.path(of: "Nguyễn An"))\""))
    // The list of such people taken away is told to them, though their home is elsewhere.
    let list = try await browser.get(site.path("DH", "/roll.csv?role=temporary")).text
    #expect(list.contains("Nguyễn An"))
    let file = try await above.get(site.path(of: "Nguyễn An")).text
    #expect(file.contains("Xuất danh sách Đảng bộ thành phố Đông Hà, 1 người"))
  }

  @Test("the whole list prints with its unit, day and count, the marked rows alone too, and each is told")
  func printed() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN")
    let sheet = try await browser.get(site.path("HL", "/roll?print=all&on=2025-06-01")).text
    #expect(sheet.contains("data-landscape") && sheet.contains("Tính đến ngày 01/06/2025"))
    #expect(sheet.contains("Lò Thị") && sheet.contains("print-line"))
    let an = site.world.person("Nguyễn An")
    let marked = try await browser.get(site.path("HL", "/roll?print=marked&person=\(an)")).text
    #expect(marked.contains("1 người được chọn") && !marked.contains("Lò Thị"))
    let file = try await browser.get(site.path(of: "Nguyễn An")).text
    #expect(file.contains("Xuất danh sách Đảng bộ huyện Hoàn Lĩnh"))
    #expect(file.contains("Xuất danh sách Đảng bộ huyện Hoàn Lĩnh, 1 người"))
    // Who was not marked is told of the whole list only.
    let other = try await browser.get(site.path(of: "Lò Thị Hạnh")).text
    #expect(other.contains("Xuất danh sách Đảng bộ huyện Hoàn Lĩnh"))
    #expect(!other.contains("Xuất danh sách Đảng bộ huyện Hoàn Lĩnh, 1 người"))
  }

  @Test("everybody whom the filters leave can be marked, by those who see the roll")
  func markable() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN")
    let all = try await browser.get(site.path("HL", "/roll/people")).text.split(separator: "\n")
    let women = try await browser.get(site.path("HL", "/roll/people?sex=F")).text.split(separator: "\n")
    #expect(Set(women).isStrictSubset(of: all) && !women.isEmpty)
    #expect(try await browser.get(site.path("HL", "/roll")).text.contains("formaction=\"/deeds/transfer\""))
    var leader = try await site.visitor(.leader, in: "QN")
    #expect(!(try await leader.get(site.path("HL", "/roll")).text.contains("/deeds/")))
    #expect(!(try await browser.get(site.path("HL", "/roll?on=2025-01-01")).text.contains("/deeds/")))
    var outside = try await site.visitor(.officer, in: "DH")
    #expect(try await outside.get(site.path("HL", "/roll/people")).status == 404)
  }

  @Test("somebody is found by the number another system gave, in the find box and on the roll")
  func identifier() async throws {
    let site = try await Site.small()
    let world = site.world
    let citizen = Identifier(system: "citizenCard", value: "001084012345")
    let paper = DecisionText(number: "07-CV/HU", signed: "2024-01-02", issuer: world.unit("HL"))
    try await world.carryOut(
      RecordIdentifier(
        person: world.person("Nguyễn An"),
        identifier: citizen,
        span: Span(open: "2024-01-01")
      ),
      under: paper
    )
    var browser = try await site.visitor(.officer, in: "QN")
    for path in ["/find?q=001084012345", site.path("QN", "/roll?q=001084%20012345")] {
      let text = try await browser.get(path).text
      #expect(
        text.contains(site.path(of: "Nguyễn An")) && !text.contains(site.path(of: "Nguyễn Ân")),
        "\(path)"
      )
    }
    let file = try await browser.get(site.path(of: "Nguyễn An")).text
    #expect(file.contains("Căn cước công dân") && file.contains("001084012345") && file.contains("07-CV/HU"))
    var elsewhere = try await site.visitor(.officer, in: "DH")
    #expect(!(try await elsewhere.get("/find?q=001084012345").text.contains("/people/")))
  }

  @Test("one's own file speaks in plain words, is not written down, and shows who looked as what")
  func own() async throws {
    let site = try await Site.small()
    let an = site.world.person("Nguyễn An")
    try await site.account("an", [], person: an)
    var own = try await site.signedIn("an")
    let first = try await own.get(site.path(of: "Nguyễn An")).text
    #expect(first.contains("<b>Đảng viên chính thức</b>, <bdi lang=\"vi\">Chi bộ thôn Ẩm Hồ</bdi>"))
    #expect(first.contains("Tự mở hồ sơ của chính mình thì không ghi lại"))
    var officer = try await site.visitor(.officer, in: "HL")
    _ = try await officer.get(site.path(of: "Nguyễn An"))
    let second = try await own.get(site.path(of: "Nguyễn An")).text
    #expect(second.contains("Tài khoản officer.hl") && second.contains("Đảng bộ huyện Hoàn Lĩnh"))
    #expect(!second.contains("<li><span><b><bdi lang=\"vi\">Tài khoản an</bdi>"))
    let looks = try await own.get(site.path(of: "Nguyễn An") + "/looks")
    #expect(looks.status == 200 && looks.text.contains("Tài khoản officer.hl"))
    var stranger = try await site.visitor(.officer, in: "DH")
    #expect(try await stranger.get(site.path(of: "Nguyễn An") + "/looks").status == 404)
  }
}
