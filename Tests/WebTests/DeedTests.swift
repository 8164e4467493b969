import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Deeds by their forms")
struct DeedTests {
  /// A deed with what an officer writes into its form.
  struct Case: Sendable, CustomStringConvertible {
    let deed: String
    /// A person by name or a unit by code.
    let on: String
    let values: [String: String]
    /// What the page that follows says.
    let shows: String
    var description: String { "\(deed) \(on)" }
  }

  static let decision = [
    "number": "15-QĐ/TU", "signed": "2025-10-28", "issuer": "QN", "signer": "Lê Bá Đông",
  ]

  static let cases: [Case] = [
    Case(
      deed: "recognise",
      on: "Võ Y Ly",
      values: ["official": "2025-11-01", "reason": "theo quyết định của cấp trên"],
      shows: "Công nhận đảng viên chính thức"
    ),
    Case(
      deed: "transfer",
      on: "Nguyễn An",
      values: ["unit": "C3", "day": "2025-11-03"],
      shows: "Chi bộ thôn Ưu Điềm"
    ),
    Case(
      deed: "transfer",
      on: "Nguyễn An",
      values: ["unit": "uu diem", "day": "1/12/2025"],
      shows: "Chi bộ thôn Ưu Điềm"
    ),
    Case(
      deed: "beginRole",
      on: "Nguyễn Ấn",
      values: ["role": "residence", "unit": "C1", "from": "2025-11-01"],
      shows: "Giữ mối liên hệ nơi cư trú"
    ),
    Case(
      deed: "holdPost",
      on: "Nguyễn Ấn",
      values: ["post": "Bí thư", "unit": "C3", "from": "2025-11-01"],
      shows: "Giữ chức bí thư"
    ),
    Case(
      deed: "endMembership",
      on: "Hồ Văn Ía",
      values: ["reason": "died", "left": "2025-11-02"],
      shows: "Ra khỏi danh sách"
    ),
    Case(
      deed: "correct",
      on: "Nguyễn An",
      values: ["name": "Nguyễn Văn An", "born": "12/5/1957", "sex": "M"],
      shows: "trước ghi: <del>Nguyễn An</del>"
    ),
    Case(
      deed: "recordIdentifier",
      on: "Nguyễn An",
      values: ["system": "Căn cước công dân", "value": "001 057 000111", "from": "2025-11-01"],
      shows: "001057000111"
    ),
    Case(
      deed: "change",
      on: "H'Ngun Niê",
      values: ["name": "H'Ngun Niê Kđăm", "born": "11/1990", "sex": "F", "from": "2025-11-01"],
      shows: "Kđăm"
    ),
    Case(
      deed: "admit",
      on: "C1",
      values: ["name": "Trương Thị Bưởi", "born": "2003", "sex": "F", "admitted": "2025-10-30"],
      shows: "<title>Trương Thị Bưởi"
    ),
    Case(
      deed: "appoint",
      on: "C1",
      values: ["person": "uoc dang", "post": "Phó bí thư", "from": "2025-11-01"],
      shows: "Phó bí thư"
    ),
    Case(
      deed: "found",
      on: "B1",
      values: [
        "code": "C9", "name": "Chi bộ thôn Mới", "kind": "cell", "sector": "residential", "day": "2025-11-01",
      ],
      shows: "Chi bộ thôn Mới"
    ),
    Case(
      deed: "rename",
      on: "C2",
      values: ["name": "Chi bộ bản Đòng Mới", "day": "2025-11-01"],
      shows: "Đòng Mới"
    ),
    Case(
      deed: "reclassify",
      on: "C2",
      values: ["kind": "cell", "sector": "borderGuard", "day": "2025-11-01"],
      shows: "biên phòng"
    ),
    Case(
      deed: "move",
      on: "C2",
      values: ["parent": "Ô Lâu", "day": "2025-11-01"],
      shows: "Đảng bộ xã Ô Lâu"
    ),
  ]

  static func path(_ deed: String, _ on: String, _ world: World) -> String {
    if let unit = world.unitsByCode[on] { return "/deeds/\(deed)?unit=\(unit)" }
    return "/deeds/\(deed)?person=\(world.person(on))"
  }

  @Test(
    "an officer does every deed by its form, sees before what will change, and is told after",
    arguments: cases
  )
  func deeds(each: Case) async throws {
    let site = try await Site.small()
    let world = site.world
    let browser = try await site.visitor(.officer, in: "QN")
    let before = try await world.live()
    var form = try await DeedForm(browser, Self.path(each.deed, each.on, world))
    var values = each.values
    if DeedTests.needsDecision(each.deed) { values.merge(Self.decision) { $1 } }
    let preview = try await form.send("preview", values)
    #expect(preview.status == 200, "\(DeedForm.errors(preview.text))")
    #expect(preview.text.contains("Những gì sẽ thay đổi"))
    #expect(try await world.live() == before, "a preview changes nothing")
    let done = try await form.send("record", values)
    try #require(done.status == 303, "\(DeedForm.errors(done.text))")
    let after = try await form.browser.get(done.location ?? "")
    #expect(after.text.contains("Đã ghi"))
    #expect(after.text.contains(each.shows))
    #expect(try await world.live() != before)
    #expect(try await world.read { try IntegrityChecks(db: $0).run().isEmpty })
  }

  private static func needsDecision(_ deed: String) -> Bool {
    !["correct", "change", "beginRole", "endMembership", "recordIdentifier"].contains(deed)
  }

  @Test(
    "a tie and a post are ended by choosing them, an empty unit by its successor, and who left may come again"
  )
  func endings() async throws {
    let site = try await Site.small()
    let world = site.world
    let person = world.person("Nguyễn Ấn")
    let (home, other) = (world.unit("C3"), world.unit("C1"))
    try await world.carryOut(
      BeginRole(person: person, unit: other, role: .residence, span: Span(open: "2025-01-01"))
    )
    try await world.carryOut(
      HoldPost(person: person, unit: home, post: "secretary", span: Span(open: "2025-01-01"))
    )
    try await world.found("C8", "Chi bộ trống", .cell, under: world.unit("B1"), on: "2020-01-01")
    let empty = try await world.read { try UnitStore(db: $0).unit(code: "C8") }
    try await world.end(world.person("Hồ Văn Ía"), .left, on: "2025-06-01")
    let browser = try await site.visitor(.officer, in: "QN")
    let steps: [(path: String, values: [String: String])] = [
      (Self.path("endRole", "Nguyễn Ấn", world), ["role": "residence@\(other)", "until": "2025-11-01"]),
      (Self.path("leavePost", "Nguyễn Ấn", world), ["post": "secretary@\(home)", "until": "2025-11-01"]),
      ("/deeds/end?unit=\(empty?.description ?? "")", ["successor": "C1, C2", "day": "2025-11-01"]),
      (Self.path("readmit", "Hồ Văn Ía", world), ["unit": "C1", "admitted": "2025-11-01"]),
    ]
    for step in steps {
      var form = try await DeedForm(browser, step.path)
      _ = try await form.carryOut(Self.decision.merging(step.values) { $1 })
    }
    let life = try await world.read { try LifeStore(db: $0).life(person) }
    #expect(life?.posts.first?.span.end == "2025-11-01")
    #expect(life?.affiliations.first { $0.value.role == .residence }?.span.end == "2025-11-01")
    let back = try await world.read { try LifeStore(db: $0).life(world.person("Hồ Văn Ía")) }
    #expect(back?.terms.count == 2 && back?.home(on: "2025-11-03")?.value.unit == other)
    let successors = try await world.read { db in try empty.map { try TreeStore(db: db).successors($0) } }
    #expect(successors?.count == 2)
  }

  @Test("a form sent twice is one deed, and leads to the same page")
  func twice() async throws {
    let site = try await Site.small()
    let world = site.world
    let browser = try await site.visitor(.officer, in: "QN")
    var form = try await DeedForm(browser, Self.path("transfer", "Nguyễn An", world))
    let values = Self.decision.merging(["unit": "C3", "day": "2025-11-03"]) { $1 }
    let first = try await form.send("record", values)
    let head = try await world.head()
    let second = try await form.send("record", values)
    #expect(first.status == 303 && second.status == 303)
    #expect(first.location == second.location)
    #expect(try await world.head() == head)
  }

  @Test("a deed's form is not there for whom the deed is not, and nobody learns from it what there is")
  func rights() async throws {
    let site = try await Site.small()
    let world = site.world
    let entry = try await world.transfer(world.person("Nguyễn An"), to: world.unit("C2"), on: "2025-10-01")
      .entry
    let paths =
      Self.cases.map { Self.path($0.deed, $0.on, world) } + [
        "/deeds/annul?entry=\(entry)", "/deeds/end?unit=\(world.unit("C1"))",
      ]
    for (role, unit) in [(Role.leader, "QN"), (.secretary, "C1"), (.administrator, "QN"), (.member, "C1")] {
      var browser = try await site.visitor(role, in: unit)
      for path in paths { #expect(try await browser.get(path).status == 404, "\(role) \(path)") }
    }
    var officer = try await site.visitor(.officer, in: "DH")
    for path in paths { #expect(try await officer.get(path).status == 404, "\(path)") }
    for path in [
      "/deeds/none", "/deeds/transfer", "/deeds/transfer?person=x", "/deeds/annul?entry=99999",
      "/deeds/found",
    ] {
      #expect(try await officer.get(path).status == 404, "\(path)")
    }
  }
}
