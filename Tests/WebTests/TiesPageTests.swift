import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("Secondments and residence contact on pages")
struct TiesPageTests {
  @Test("a secondment is recorded with its post and decision, and its numbers open to the people")
  func secondment() async throws {
    let site = try await Site.small()
    let world = site.world
    let desk = try await site.visitor(.officer, in: "QN")
    var form = try await DeedForm(desk, "/deeds/second?person=\(world.person("Nguyễn An"))")
    let values = [
      "unit": "C3", "post": "Phó bí thư", "from": "2025-10-01", "number": "5-QĐ/TU", "signed": "2025-09-20",
    ]
    let file = try await form.carryOut(values)
    #expect(file.status == 200 && file.text.contains("Tham gia sinh hoạt tại Chi bộ thôn Ưu Điềm"))
    var browser = form.browser
    let page = try await browser.get(site.path("HL", "/secondments"))
    #expect(page.status == 200 && PageChecker(page.text).faults == [])
    #expect(page.text.contains("1 người ở 1 đơn vị") && page.text.contains("5-QĐ/TU"))
    let opened = try await browser.get(site.path("HL", "/secondments?kind=cell&post=deputySecretary"))
    #expect(opened.text.contains("Chi bộ thôn Ẩm Hồ"))
    let none = try await browser.get(site.path("HL", "/secondments?kind=superiorCommittee")).text
    #expect(none.contains("Không có ai"))
    #expect(page.text.contains("/figures/guests.seconded") && page.text.contains("/figures/units.hosts"))
    for (unit, figure, count) in [
      ("HL", "guests.seconded", 1), ("C3", "guests.seconded", 1), ("C1", "guests.seconded", 0),
      ("QN", "units.hosts", 1), ("C1", "members.seconded", 1), ("C3", "members.seconded", 0),
    ] {
      for query in ["", "?as=picture", "?against=2025-06-01"] {
        let opened = try await browser.get(site.path(unit, "/figures/\(figure)\(query)"))
        #expect(opened.status == 200 && PageChecker(opened.text).faults == [], "\(unit) \(figure) \(query)")
        if query.isEmpty { #expect(opened.text.contains("<span class=\"great\">\(count)</span>")) }
      }
      #expect(try await browser.get(site.path(unit, "/figures/\(figure).csv")).status == 200)
    }
    let home = try await browser.get(site.path("C1", "/secondments?side=home")).text
    #expect(home.contains("Chi bộ thôn Ưu Điềm"))
    #expect(try await browser.get(site.path("HL", "/secondments?side=nowhere")).status == 400)
    var other = try await site.visitor(.secretary, in: "C3")
    // The host sees who comes; their file stays with their home.
    let hosted = try await other.get(site.path("C3", "/secondments")).text
    let guests = try await other.get(site.path("C3", "/figures/guests.seconded")).text
    #expect(guests.contains("great\">1<") && !guests.contains(site.path(of: "Nguyễn An")))
    #expect(hosted.contains("Chi bộ thôn Ẩm Hồ") && !hosted.contains(site.path(of: "Nguyễn An")))
    #expect(try await other.get(site.path("HL", "/secondments")).status == 404)
  }

  @Test("a cell's secretary records the residence comment, and the register shows who has none")
  func residence() async throws {
    let site = try await Site.small()
    let world = site.world
    let dao = world.person("Trần Đình Đạo")
    try await world.carryOut(
      BeginRole(person: dao, unit: world.unit("C1"), role: .residence, span: Span(open: "2025-05-20"))
    )
    let secretary = try await site.visitor(.secretary, in: "T1")
    var ask = try await DeedForm(secretary, "/deeds/askComment?person=\(dao)")
    let bad = try await ask.send("preview", ["year": "năm nay", "day": "2025-10-01"])
    #expect(bad.status == 422)
    #expect(try await ask.carryOut(["year": "2025", "day": "2025-10-01"]).status == 200)
    var receive = try await DeedForm(ask.browser, "/deeds/receiveComment?person=\(dao)")
    _ = try await receive.carryOut(["year": "2025", "day": "2025-10-20", "letter": "3-NX"])
    var browser = receive.browser
    let page = try await browser.get(site.path("T1", "/residence?show=kept"))
    #expect(page.status == 200 && PageChecker(page.text).faults == [])
    #expect(page.text.contains("Đã có nhận xét") && page.text.contains("3-NX"))
    #expect(page.text.contains("1 trong 3 người phải giữ liên hệ"))
    #expect(try await browser.get(site.path("T1", "/residence")).text.contains("Võ Y"))
    #expect(try await browser.get(site.path("T1", "/residence?show=all")).status == 400)
    #expect(try await browser.get(site.path("HL", "/residence")).status == 404)
    let desk = try await site.visitor(.officer, in: "HL")
    var exempt = try await DeedForm(desk, "/deeds/exemptResidence?unit=\(world.unit("T1"))")
    let values = [
      "reason": "Đi công tác xa", "from": "2025-10-01", "number": "8-HD", "signed": "2025-09-20",
    ]
    _ = try await exempt.carryOut(values)
    #expect(try await browser.get(site.path("T1", "/residence")).text.contains("Đi công tác xa"))
  }

  @Test(
    "the lists ask a constant number of questions, however many people stand on them",
    arguments: [
      "/secondments", "/residence?show=none", "/residence?show=kept",
    ]
  )
  func constant(page: String) async throws {
    let site = try await Site.small()
    let world = site.world
    var desk = try await site.visitor(.officer, in: "QN")
    func count() async throws -> Int {
      site.recorded.forget()
      #expect(try await desk.get(site.path("QN", page)).status == 200)
      return site.recorded.statements.count
    }
    func tie(_ name: String) async throws {
      for role in [AffiliationRole.host, .residence] {
        let deed = BeginRole(
          person: world.person(name),
          unit: world.unit("C4"),
          role: role,
          span: Span(open: "2025-05-20")
        )
        try await world.carryOut(deed)
      }
    }
    try await tie("Nguyễn An")
    let few = try await count()
    for name in ["Nguyễn Ân", "Nguyễn Ấn", "Lò Thị Hạnh", "Hồ Văn Ía", "Võ Y Ly"] { try await tie(name) }
    #expect(try await count() == few)
    #expect(few < 30)
  }
}
