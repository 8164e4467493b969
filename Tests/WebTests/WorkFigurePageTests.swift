import Basics
import HTTPTypes
import Records
import Rules
import TestWorld
import Testing

@Suite("Figures of tasks and resolutions on pages")
struct WorkFigurePageTests {
  private static func site() async throws -> (site: Site, done: ID<FactMark>, late: ID<FactMark>) {
    let site = try await Site.small()
    let world = site.world
    let key = try await world.resolve("Du lịch cộng đồng", by: "HL", on: "2025-02-03")
    try await world.carryOut(SendResolution(key, to: .cells, on: "2025-02-05"))
    try await world.carryOut(AnswerResolution(key, of: world.unit("C1"), .received("2025-03-01")))
    let an = world.person("Nguyễn An")
    let done = try await world.assign("Hiến đất làm đường", to: "C1", by: an, due: "2025-06-30")
    let late = try await world.assign("Sửa cầu treo", to: "C2", due: "2025-05-31")
    try await world.tell(done, 1, on: "2025-06-20", note: "Biên bản bàn giao")
    return (site, done, late)
  }

  @Test("a figure of tasks opens to the tasks behind it, as a list, a picture, a file and beside another day")
  func opens() async throws {
    let (site, done, late) = try await Self.site()
    var desk = Desk(try await site.visitor(.officer, in: "HL"))
    for (figure, counted) in [
      ("assigned", [done, late]), ("done", [done]), ("onTime", [done]), ("beyond", []), ("late", [late]),
      ("due", []),
    ] as [(String, [ID<FactMark>])] {
      let page = try await desk.get(site.path("HL", "/figures/tasks.\(figure)"))
      let addresses = PageChecker(page.text).addresses
      #expect(page.text.contains("<span class=\"great\">\(counted.count)</span>"), "\(figure)")
      for task in [done, late] { #expect(addresses.contains("/tasks/\(task)") == counted.contains(task)) }
    }
    let earlier = try await desk.get(site.path("HL", "/figures/tasks.done?on=2025-06-01"))
    #expect(earlier.text.contains("<span class=\"great\">0</span>"))
    let other = try await desk.get(
      site.path("HL", "/figures/tasks.assigned?from=2024-01-01&until=2025-01-01")
    )
    #expect(other.text.contains("<span class=\"great\">0</span>"))
    let beside = try await desk.get(site.path("HL", "/figures/tasks.done?against=2025-06-01"))
    #expect(
      beside.text.contains("<span class=\"great\">+1</span>") && beside.text.contains("Hiến đất làm đường")
    )
    let picture = try await desk.get(site.path("HL", "/figures/tasks.assigned?as=picture"))
    #expect(picture.text.contains("Đảng bộ xã Trường Sơn"))
    let file = try await desk.browser.get(site.path("HL", "/figures/tasks.late.csv"))
    #expect(file.status == 200 && file.text.contains("Sửa cầu treo") && !file.text.contains("Hiến đất"))
    let apart = try await desk.browser.get(site.path("HL", "/figures/tasks.done.csv?against=2025-06-01"))
    #expect(apart.text.contains("came") && apart.text.contains("Hiến đất"))
    let desktop = try await desk.get(site.path("HL", "/tasks"))
    #expect(PageChecker(desktop.text).addresses.contains(site.path("HL", "/figures/tasks.late")))
  }

  @Test(
    "a figure of resolutions opens to the units they were sent to; neither opens to who reads no resolutions"
  )
  func resolutions() async throws {
    let (site, _, _) = try await Self.site()
    var desk = Desk(try await site.visitor(.officer, in: "HL"))
    let sent = try await desk.get(site.path("HL", "/figures/resolutions.sent"))
    #expect(sent.text.contains("<span class=\"great\">4</span>") && sent.text.contains("Chi bộ thôn Ẩm Hồ"))
    let received = try await desk.get(site.path("HL", "/figures/resolutions.received"))
    #expect(received.text.contains("Du lịch cộng đồng") && !received.text.contains("Chi bộ thôn Ưu Điềm"))
    var secretary = try await site.visitor(.secretary, in: "C2")
    #expect(try await secretary.get(site.path("C1", "/figures/tasks.done")).status == 404)
    #expect(try await secretary.get(site.path("C2", "/figures/tasks.late")).status == 200)
  }
}
