import Basics
import HTTPTypes
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("The desk of plans of reorganisation")
struct PlanDeskTests {
  private static let body = """
    effective: 2025-12-01
    decision: {number: "12-QĐ/TU", signed: 2025-11-01, issuer: QN}
    steps:
      - merge: {units: [C1], into: C2, name: "Chi bộ thôn mới"}
    """

  @Test("one writes a plan down and hands it in, another signs it, and it is done from its day on")
  func signed() async throws {
    let site = try await Site.small()
    let world = site.world
    let writer = try await site.visitor(.officer, in: "QN")
    var form = try await DeedForm(writer, site.path("QN", "/reorganisations/new"))
    let kept = try await form.send("save", ["title": "Nhập hai chi bộ", "body": Self.body])
    #expect(kept.status == 303)
    let plan = try #require(kept.location?.split(separator: "?").first.map(String.init))
    var browser = writer
    let page = try await browser.get(plan)
    #expect(page.text.contains("Cân đối: không sót ai, không sót việc"))
    #expect(page.text.contains("Nhập hai chi bộ"))
    #expect(PageChecker(page.text).faults == [])
    var handed = try await DeedForm(writer, plan)
    #expect(try await handed.send("submit", [:]).status == 303)
    // Whoever handed it in does not sign it.
    var own = try await DeedForm(writer, plan)
    #expect(try await own.send("sign", ["number": "12-QĐ/TU"]).status == 422)
    #expect(try await world.members(world.unit("C2"), on: "2025-12-01") == 2)

    try await site.account("second", [(.officer, world.unit("QN"))])
    let other = try await site.signedIn("second")
    var signing = try await DeedForm(other, plan)
    #expect(try await signing.send("sign", ["number": "12-qđ/tu"]).status == 303)
    #expect(try await world.members(world.unit("C2"), on: "2025-11-30") == 2)
    #expect(try await world.members(world.unit("C2"), on: "2025-12-01") == 5)
    var reader = other
    let done = try await reader.get(plan)
    #expect(done.text.contains("đã ký và thực hiện"))
    #expect(PageChecker(done.text).faults == [])
    let list = try await reader.get(site.path("QN", "/reorganisations"))
    #expect(list.text.contains("Nhập hai chi bộ"))
    #expect(PageChecker(list.text).faults == [])
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test("what stands in the way, and what cannot be read, is said on the page, and what was typed is kept")
  func blocked() async throws {
    let site = try await Site.small()
    let writer = try await site.visitor(.officer, in: "QN")
    var form = try await DeedForm(writer, site.path("QN", "/reorganisations/new"))
    let body = "effective: 2025-12-01\nsteps:\n  - dissolve: {unit: C1}\n"
    let page = try await form.send("preview", ["title": "Giải thể", "body": body])
    #expect(page.status == 200)
    #expect(page.text.contains("vẫn còn 3 người sinh hoạt") && page.text.contains("dissolve: {unit: C1}"))
    #expect(PageChecker(page.text).faults == [])
    var wrong = try await DeedForm(writer, site.path("QN", "/reorganisations/new"))
    let told = try await wrong.send("save", ["title": "Sai", "body": "steps:\n  - melt: {}\n"])
    #expect(told.status == 422)
    #expect(told.text.contains("melt"))
    #expect(PageChecker(told.text).faults == [])
  }

  @Test("a plan is for those with the work of units: a secretary and an officer elsewhere do not find it")
  func rights() async throws {
    let site = try await Site.small()
    let writer = try await site.visitor(.officer, in: "HL")
    var form = try await DeedForm(writer, site.path("HL", "/reorganisations/new"))
    let kept = try await form.send("save", ["title": "Nhập hai chi bộ", "body": Self.body])
    let plan = try #require(kept.location?.split(separator: "?").first.map(String.init))
    for (role, unit) in [(Role.secretary, "C1"), (.officer, "DH")] {
      var stranger = try await site.visitor(role, in: unit)
      #expect(try await stranger.get(plan).status == 404, "\(role) in \(unit)")
    }
    var leader = try await site.visitor(.leader, in: "QN")
    let page = try await leader.get(plan)
    #expect(page.status == 200 && !page.text.contains("name=\"step\""))
  }
}
