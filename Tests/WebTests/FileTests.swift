import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("A person's file and a decision's page")
struct FileTests {
  @Test("opening a file is written down once within the hour, and the person sees who did")
  func readings() async throws {
    let site = try await Site.small()
    try await site.account("an", [(.member, site.world.unit("C1"))], person: site.world.person("Nguyễn An"))
    var officer = try await site.visitor(.officer, in: "HL")
    _ = try await officer.get(site.path(of: "Nguyễn An"))
    _ = try await officer.get(site.path(of: "Nguyễn An"))
    var member = try await site.signedIn("an", language: "en")
    let own = try await member.get(site.path(of: "Nguyễn An")).text
    #expect(own.contains("Tài khoản officer.hl"))
    #expect(own.contains("1 in 12 months"))
    #expect(!own.contains("Tài khoản an</bdi></b> "))
  }

  @Test("the timeline tells transfers, posts, leaving and plans, each with its decision")
  func timeline() async throws {
    let site = try await Site.small()
    let world = site.world
    let an = world.person("Nguyễn An")
    let decision = DecisionText(number: "31-QĐ/ĐU", signed: "2025-09-01", issuer: world.unit("B1"))
    try await world.carryOut(
      TransferMember(person: an, to: world.unit("C2"), day: "2025-10-01"),
      under: decision
    )
    try await world.carryOut(
      HoldPost(person: an, unit: world.unit("C2"), post: "secretary", span: Span(open: "2025-10-05"))
    )
    try await world.end(an, .left, on: "2026-01-01")
    var browser = try await site.visitor(.officer, in: "QN", language: "en")
    let page = try await browser.get(site.path(of: "Nguyễn An"))
    #expect(PageChecker(page.text).faults == [])
    #expect(page.text.contains("Transferred to Chi bộ bản Đòng"))
    #expect(page.text.contains("31-QĐ/ĐU"))
    #expect(page.text.contains("Took the post of secretary, Chi bộ bản Đòng"))
    #expect(page.text.contains("<li class=\"planned\"><time datetime=\"2026-01-01\">"))
    let key = page.text.firstMatch(of: /\/decisions\/[0-9A-Z]{13}/).map { String($0.0) } ?? "none"
    let opened = try await browser.get(key)
    #expect(opened.status == 200)
    #expect(opened.text.contains("Nguyễn <b>An</b>") && opened.text.contains("Chi bộ bản Đòng"))
    var near = try await site.visitor(.secretary, in: "C2")
    #expect(try await near.get(key).status == 200)
    var far = try await site.visitor(.officer, in: "DH")
    #expect(try await far.get(key).status == 404)
    #expect(try await far.get("/find?q=31-Q%C4%90").text.contains("/decisions/") == false)
  }

  @Test("an entry of the journal opens to what it said, and names the one that took it back")
  func entries() async throws {
    let site = try await Site.small()
    let world = site.world
    let receipt = try await world.rename(world.unit("C1"), "Chi bộ thôn Mới", on: "2025-11-01")
    try await world.carryOut(AnnulEntry(entry: receipt.entry))
    var browser = try await site.visitor(.officer, in: "QN", language: "en")
    let page = try await browser.get("/journal/\(receipt.entry)").text
    #expect(page.contains("Chi bộ thôn Mới"))
    #expect(page.contains("<dt>Annulled by</dt><dd><a href=\"/journal/\(receipt.entry + 1)\""))
  }

  @Test("turning the pages of the journal shows every entry once, forwards and backwards")
  func journal() async throws {
    let site = try await Site.small()
    for number in 0..<90 {
      try await site.world.admit("Bùi Văn \(number)", to: site.world.unit("C1"), on: "2025-05-05")
    }
    var browser = try await site.visitor(.officer, in: "QN")
    let head = Int(try await site.world.head())
    var seen: [Int] = []
    var path: String? = "/journal"
    var last = ""
    while let here = path, seen.count < 1000 {
      let page = try await browser.get(here)
      seen += page.text.matches(of: /id="entry-(\d+)"/).compactMap { Int($0.1) }
      last = here
      path = page.turn("after")
    }
    #expect(seen == Array((1...head).reversed()))
    var back: [[Int]] = []
    path = last
    while let here = path, back.count < 10 {
      let page = try await browser.get(here)
      back.append(page.text.matches(of: /id="entry-(\d+)"/).compactMap { Int($0.1) })
      path = page.turn("before")
    }
    #expect(Array(back.reversed().joined()) == seen)
  }
}
