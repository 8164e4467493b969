import Basics
import HTTPTypes
import Records
import Rules
import Storage
import TestWorld
import Testing
import Web

@Suite("The handover ledger of a plan, and plans that take their time")
struct HandoverPageTests {
  /// The keys of the lines on a page, in order, each once.
  private static func items(_ text: String) -> [String] {
    var items: [String] = []
    for piece in text.split(separator: "name=\"item\" value=\"").dropFirst() {
      let key = String(piece.prefix { $0 != "\"" })
      if !items.contains(key) { items.append(key) }
    }
    return items
  }

  @Test(
    "what passes is drawn up from the plan, given by one and received by another, before or after the plan"
  )
  func signed() async throws {
    let site = try await Site.small()
    let writer = try await site.visitor(.officer, in: "QN")
    let plan = try await PlanSightTests.kept(site, writer)
    let ledger = plan + "/handover"
    var drawing = try await DeedForm(writer, ledger)
    #expect(try await drawing.send("draw", [:]).status == 303)
    var reader = writer
    let drawn = try await reader.get(ledger)
    #expect(drawn.text.contains("3 hồ sơ đảng viên"))
    #expect(drawn.text.contains("đã nhận 0 trên 1 mục"))
    #expect(PageChecker(drawn.text).faults == [])
    let item = try #require(HandoverPageTests.items(drawn.text).first)
    // The secretary of the cell that gives signs; a stranger does not even see it.
    let giver = try await site.visitor(.secretary, in: "C1")
    var giving = try await DeedForm(giver, ledger)
    #expect(try await giving.send("given", ["item": item]).status == 303)
    var stranger = try await site.visitor(.secretary, in: "C4")
    #expect(try await stranger.get(ledger).status == 404)
    var again = try await DeedForm(giver, ledger)
    #expect(try await again.send("received", ["item": item]).status == 422)

    let other = try await PlanSightTests.second(site)
    var signing = try await DeedForm(other, plan)
    #expect(try await signing.send("sign", ["number": "12-QĐ/TU"]).status == 303)
    var receiving = try await DeedForm(writer, ledger)
    #expect(try await receiving.send("received", ["item": item]).status == 303)
    let done = try await reader.get(plan)
    #expect(done.text.contains("đã nhận 1 trên 1 mục"))
    #expect(PageChecker(done.text).faults == [])
    #expect(try await site.world.integrityFaults() == [])
    #expect(try await site.world.journalFaults() == [])
  }

  @Test("minute books and seals are added by hand, and a unit that nobody knows is said by its field")
  func added() async throws {
    let site = try await Site.small()
    let writer = try await site.visitor(.officer, in: "QN")
    let ledger = try await PlanSightTests.kept(site, writer) + "/handover"
    var form = try await DeedForm(writer, ledger)
    let values = [
      "note": "4 sổ nghị quyết, 1 con dấu", "source": "C1", "outside": "C9", "person": "Lò Thị Hạnh",
    ]
    let refused = try await form.send("add", values)
    #expect(refused.status == 422)
    #expect(refused.text.contains("4 sổ nghị quyết, 1 con dấu") && refused.text.contains("C9"))
    #expect(try await form.send("add", values.merging(["outside": "C2"]) { $1 }).status == 303)
    var reader = writer
    let page = try await reader.get(ledger)
    #expect(page.text.contains("4 sổ nghị quyết, 1 con dấu") && page.text.contains("Lò Thị Hạnh"))
    let item = try #require(HandoverPageTests.items(page.text).first)
    var naming = try await DeedForm(writer, ledger)
    #expect(try await naming.send("answer", ["item": item, "person": "Hồ Văn Ía"]).status == 303)
    #expect(try await reader.get(ledger).text.contains("Hồ Văn Ía"))
  }

  @Test(
    "a large plan is signed as a job of its own, once however often it is pressed, and undone the same way"
  )
  func atLength() async throws {
    let site = Site(try await World.small(), ServerOptions(signedAtOnce: 2))
    let world = site.world
    let writer = try await site.visitor(.officer, in: "QN")
    let plan = try await PlanSightTests.kept(site, writer)
    let other = try await PlanSightTests.second(site)
    for _ in 0...1 {
      var signing = try await DeedForm(other, plan)
      #expect(try await signing.send("sign", ["number": "12-QĐ/TU"]).status == 303)
    }
    var reader = other
    let waiting = try await reader.get(plan)
    #expect(
      waiting.text.contains("Thực hiện phương án sắp xếp")
        && waiting.text.contains("đang chờ đến lượt".leading)
    )
    #expect(PageChecker(waiting.text).faults == [])
    #expect(try await world.members(world.unit("C2"), on: "2025-12-01") == 2)
    try await site.server.jobs.finishAll()
    #expect(try await world.members(world.unit("C2"), on: "2025-12-01") == 5)
    let done = try await reader.get(plan)
    #expect(done.text.contains("đã ký và thực hiện"))
    let jobs = try await reader.get("/jobs")
    #expect(jobs.text.ranges(of: "Thực hiện phương án sắp xếp").count == 1)
    let entries = try await world.database.read { try JournalStore(db: $0).head() }
    try await site.server.jobs.finishAll()
    #expect(try await world.database.read { try JournalStore(db: $0).head() } == entries)

    var undoing = try await DeedForm(writer, plan)
    #expect(try await undoing.send("undo", ["number": "12-QĐ/TU", "why": "Nhầm"]).status == 303)
    try await site.server.jobs.finishAll()
    #expect(try await world.members(world.unit("C1"), on: "2025-12-01") == 3)
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
  }

  @Test("a unit that took over says from whom, and its figures stand beside theirs together")
  func lineage() async throws {
    let site = try await Site.small()
    let plan = try await PlanSightTests.kept(site, try await site.visitor(.officer, in: "QN"))
    let other = try await PlanSightTests.second(site)
    var signing = try await DeedForm(other, plan)
    #expect(try await signing.send("sign", ["number": "12-QĐ/TU"]).status == 303)
    var reader = other
    let unit = try await reader.get(site.path("C2", "?on=2025-12-01"))
    #expect(unit.text.contains("Kế tục từ") && unit.text.contains("Chi bộ thôn Ẩm Hồ"))
    let page = try await reader.get(site.path("C2", "/lineage?on=2025-12-01"))
    #expect(page.status == 200)
    #expect(PageChecker(page.text).faults == [])
    #expect(page.text.contains("Cộng tiền thân"))
    let none = try await reader.get(site.path("C4", "/lineage"))
    #expect(none.text.contains("không kế tục đơn vị nào"))
    let vacancies = try await reader.get(site.path("QN", "/vacancies"))
    #expect(vacancies.text.contains("Số ngày"))
  }
}

extension String {
  fileprivate var leading: String { prefix(1).uppercased() + dropFirst() }
}
