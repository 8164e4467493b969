import Basics
import HTTPTypes
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("What the page of a plan shows of what it does")
struct PlanSightTests {
  private static let body = """
    effective: 2025-12-01
    decision: {number: "12-QĐ/TU", signed: 2025-11-01, issuer: QN}
    steps:
      - merge: {units: [C1], into: C2, name: "Chi bộ thôn mới"}
    """

  /// A plan that is kept, and handed in when asked for.
  static func kept(
    _ site: Site,
    _ writer: Browser,
    _ body: String = PlanSightTests.body,
    isHandedIn: Bool = true
  ) async throws -> String {
    var form = try await DeedForm(writer, site.path("QN", "/reorganisations/new"))
    let kept = try await form.send("save", ["title": "Nhập hai chi bộ", "body": body])
    let plan = try #require(kept.location?.split(separator: "?").first.map(String.init))
    if isHandedIn {
      var handed = try await DeedForm(writer, plan)
      #expect(try await handed.send("submit", [:]).status == 303)
    }
    return plan
  }

  static func second(_ site: Site) async throws -> Browser {
    try await site.account("second", [(.officer, site.world.unit("QN"))])
    return try await site.signedIn("second")
  }

  @Test("a band opens exactly the members it is as wide as, and every number of the sheet opens")
  func opens() async throws {
    let site = try await Site.small()
    let writer = try await site.visitor(.officer, in: "QN")
    let plan = try await PlanSightTests.kept(site, writer)
    var browser = writer
    let page = try await browser.get(plan)
    #expect(page.text.contains("3 đảng viên chuyển đi đâu"))
    #expect(page.text.contains("class=\"chart flows\""))
    #expect(page.text.contains("Trước = sau"))
    #expect(page.text.contains("5 = 5"))
    let band = try await browser.get("\(plan)/people?from=C1&to=C2")
    #expect(band.status == 200)
    #expect(PageChecker(band.text).faults == [])
    #expect(band.text.ranges(of: "/people/").count >= 3)
    #expect(band.text.contains("1–3"))
    for kind in PassingKind.allCases {
      let list = try await browser.get("\(plan)/people?of=\(kind.rawValue)&to=C2")
      #expect(list.status == 200, "\(kind)")
      #expect(PageChecker(list.text).faults == [], "\(kind)")
    }
    // Who reads plans elsewhere, or none, does not see the names.
    for (role, unit) in [(Role.secretary, "C1"), (.officer, "DH")] {
      var stranger = try await site.visitor(role, in: unit)
      #expect(try await stranger.get("\(plan)/people?from=C1").status == 404, "\(role) in \(unit)")
    }
  }

  @Test("a plan is signed by typing the number of its decision, and by nothing else")
  func typed() async throws {
    let site = try await Site.small()
    let plan = try await PlanSightTests.kept(site, try await site.visitor(.officer, in: "QN"))
    let other = try await PlanSightTests.second(site)
    for wrong in ["", "13-QĐ/TU"] {
      var form = try await DeedForm(other, plan)
      let page = try await form.send("sign", ["number": wrong])
      #expect(page.status == 422)
      #expect(page.text.contains("12-QĐ/TU"))
    }
    #expect(try await site.world.members(site.world.unit("C2"), on: "2025-12-01") == 2)
  }

  @Test("a plan that took effect still shows what it did, and is undone as one by a third hand with a reason")
  func undone() async throws {
    let site = try await Site.small()
    let world = site.world
    let writer = try await site.visitor(.officer, in: "QN")
    let plan = try await PlanSightTests.kept(site, writer)
    let other = try await PlanSightTests.second(site)
    var signing = try await DeedForm(other, plan)
    #expect(try await signing.send("sign", ["number": "12-QĐ/TU"]).status == 303)
    var reader = writer
    let done = try await reader.get(plan)
    #expect(done.text.contains("3 đảng viên chuyển đi đâu"))
    #expect(done.text.contains("5 = 5"))
    #expect(try await reader.get("\(plan)/people?from=C1&to=C2").text.contains("1–3"))
    // Whoever signed does not undo it.
    var own = try await DeedForm(other, plan)
    let refused = try await own.send("undo", ["number": "12-QĐ/TU", "why": "Nhầm đơn vị"])
    #expect(refused.status == 422)
    var undoing = try await DeedForm(writer, plan)
    #expect(try await undoing.send("undo", ["number": "12-QĐ/TU"]).status == 422)
    #expect(try await undoing.send("undo", ["number": "12-QĐ/TU", "why": "Nhầm đơn vị"]).status == 303)
    #expect(try await world.members(world.unit("C1"), on: "2025-12-01") == 3)
    let again = try await reader.get(plan)
    #expect(again.text.contains("đang soạn") && again.text.contains("Nhầm đơn vị"))
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test("what was done since on top of a plan keeps it from being undone, and is named with its entry")
  func standing() async throws {
    let site = try await Site.small()
    let world = site.world
    let writer = try await site.visitor(.officer, in: "QN")
    let plan = try await PlanSightTests.kept(site, writer)
    let other = try await PlanSightTests.second(site)
    var signing = try await DeedForm(other, plan)
    #expect(try await signing.send("sign", ["number": "12-QĐ/TU"]).status == 303)
    let later = try await world.carryOut(
      RenameUnit(unit: world.unit("C2"), name: "Chi bộ đổi tên nữa", day: "2025-12-01")
    )
    var undoing = try await DeedForm(writer, plan)
    let page = try await undoing.send("undo", ["number": "12-QĐ/TU", "why": "Nhầm"])
    #expect(page.status == 422)
    #expect(page.text.contains("/journal/\(later.entry)"))
    #expect(try await world.members(world.unit("C2"), on: "2025-12-01") == 5)
  }

  @Test(
    "a unit that is divided shows where each named member goes, and a plan that leaves somebody out says so"
  )
  func divided() async throws {
    let site = try await Site.small()
    let writer = try await site.visitor(.officer, in: "QN")
    let body = """
      effective: 2025-12-01
      decision: {number: "13-QĐ/TU", signed: 2025-11-01, issuer: QN}
      steps:
        - dissolve: {unit: C1}
      """
    let plan = try await PlanSightTests.kept(site, writer, body, isHandedIn: false)
    var browser = writer
    let page = try await browser.get(plan)
    #expect(page.text.contains("Phải xử lý trước: 1 vướng mắc"))
    #expect(page.text.contains("Phân công những đảng viên còn lại"))
    #expect(PageChecker(page.text).faults == [])
  }
}
