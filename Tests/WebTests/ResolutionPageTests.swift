import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("Resolutions and tasks on pages")
struct ResolutionPageTests {
  /// A resolution of a commune's committee sent to its cells, with a task of one of them under it.
  private static func site() async throws -> (site: Site, resolution: ID<FactMark>, task: ID<FactMark>) {
    let site = try await Site.small()
    let world = site.world
    let key = try await world.resolve("Phát triển du lịch cộng đồng", by: "B1", on: "2025-02-03")
    try await world.carryOut(SendResolution(key, to: .cells, on: "2025-02-05"))
    let task = try await world.assign(
      "Mở điểm lưu trú",
      to: "C1",
      by: world.person("Nguyễn An"),
      under: key,
      due: "2025-12-20",
      .quantity(Quantity(4), of: "điểm")
    )
    try await world.tell(task, 3, on: "2025-06-10")
    return (site, key, task)
  }

  @Test("a secretary sees what came from above, marks it studied, and sees no other cell in it")
  func studied() async throws {
    let (site, key, _) = try await Self.site()
    var browser = try await site.visitor(.secretary, in: "C2")
    let register = try await browser.get(site.path("C2", "/resolutions"))
    #expect(register.status == 200 && register.text.contains("Phát triển du lịch cộng đồng"))
    #expect(register.text.contains("Chưa hồi âm"))
    let page = try await browser.get("/resolutions/\(key)")
    #expect(page.text.contains("Chi bộ bản Đòng") && !page.text.contains("Chi bộ thôn Ẩm Hồ"))
    #expect(!page.text.contains("Mở điểm lưu trú"))
    let form = "/resolutions/\(key)/units/\(site.world.unit("C2"))/studied"
    var values = ["day": "2025-02-20", "place": "Sinh hoạt tháng 2", "members": "6", "all": "5"]
    let wrong = try await browser.fill(form, values)
    #expect(wrong.status == 422 && wrong.text.contains("Sinh hoạt tháng 2"))
    values["all"] = "7"
    let recorded = try await browser.fill(form, values)
    #expect(recorded.status == 303)
    let after = try await browser.get("/resolutions/\(key)")
    #expect(after.text.contains("6/7 đảng viên") && after.text.contains("Đã học tập"))
    let other = "/resolutions/\(key)/units/\(site.world.unit("C1"))/studied"
    #expect(try await browser.get(other).status == 404)
    #expect(try await browser.get("/resolutions/\(key)/send").status == 404)
  }

  @Test("a resolution rolls its tasks up, and every number opens to as many tasks")
  func rolledUp() async throws {
    let (site, key, _) = try await Self.site()
    var browser = try await site.visitor(.officer, in: "HL")
    let page = try await browser.get("/resolutions/\(key)")
    #expect(page.status == 200 && page.text.contains("75%"))
    let unit = site.world.unit("C1")
    let address = "/units/\(unit)/tasks?resolution=\(key)&state=underWay"
    #expect(page.text.contains(address.replacing("&", with: "&amp;")))
    let tasks = try await browser.get(address)
    #expect(tasks.text.contains("Mở điểm lưu trú") && tasks.text.contains("3/4 điểm"))
    let none = try await browser.get("/units/\(unit)/tasks?resolution=\(key)&state=late")
    #expect(!none.text.contains("Mở điểm lưu trú"))
    for figure in ["tasks.assigned", "tasks.done"] {
      let list = try await browser.get("/units/\(unit)/tasks?of=\(figure)&from=2025-01-01&until=2026-01-01")
      #expect(list.text.contains("Mở điểm lưu trú") == (figure == "tasks.assigned"))
    }
    for path in ["resolutions.csv", "resolutions.xlsx", "tasks.csv", "tasks.xlsx"] {
      #expect(try await browser.get("/units/\(site.world.unit("B1"))/\(path)").status == 200)
    }
  }

  @Test("a task in vague words comes back with the words that say nothing, and what was typed")
  func vague() async throws {
    let (site, key, _) = try await Self.site()
    var browser = try await site.visitor(.secretary, in: "C1")
    let path = site.path("C1", "/tasks/new?resolution=\(key)")
    var values = [
      "text": "Đẩy mạnh tuyên truyền", "unit": "C1", "measure": "evidence", "counted": "Báo cáo",
      "from": "2025-11-03", "due": "2025-12-31", "weight": "2", "resolution": "\(key)",
    ]
    let refused = try await browser.fill(path, values)
    #expect(refused.status == 422)
    #expect(refused.text.contains("“đẩy mạnh”") && refused.text.contains("S001-14"))
    #expect(refused.text.contains("Đẩy mạnh tuyên truyền"))
    #expect(refused.text.contains("Làm xong hoặc chưa") && !refused.text.contains("Done or not"))
    values["measure"] = "quantity"
    values["counted"] = "buổi"
    values["target"] = "2,5"
    let taken = try await browser.fill(path, values)
    #expect(taken.status == 303)
    let lines = try await site.world.tasks(.own(site.world.unit("C1")), on: "2025-11-03")
    #expect(lines.count == 2)
    let made = try #require(lines.first { $0.task.weight == 2 })
    #expect(made.task.measure.target == Quantity("2.5"))
  }

  @Test("a member sees and tells of their own tasks, and of nobody else's")
  func own() async throws {
    let (site, key, task) = try await Self.site()
    let world = site.world
    try await site.account("an", person: world.person("Nguyễn An"))
    var browser = try await site.signedIn("an")
    let own = try await browser.get(site.path(of: "Nguyễn An"))
    #expect(own.text.contains("Việc của tôi") && own.text.contains("1 việc đang làm"))
    #expect(try await browser.get(site.path(of: "Nguyễn An") + "/tasks").text.contains("Mở điểm lưu trú"))
    let values = ["quantity": "5", "day": "2025-11-02", "note": "Thêm hai điểm"]
    let told = try await browser.fill("/tasks/\(task)/progress", values)
    #expect(told.status == 303)
    let page = try await browser.get("/tasks/\(task)")
    #expect(page.text.contains("Vượt mức") && page.text.contains("Thêm hai điểm"))
    let others = try await world.assign("Việc của chi bộ", to: "C1")
    #expect(try await browser.get("/tasks/\(others)").status == 404)
    #expect(try await browser.get("/tasks/\(task)/change").status == 404)
    #expect(try await browser.get("/resolutions/\(key)").status == 404)
    #expect(try await browser.get(site.path(of: "Lò Thị Hạnh") + "/tasks").status == 404)
    let register = try await browser.get(site.path("C1", "/resolutions"))
    #expect(register.status == 404)
  }

  @Test("an officer enters a resolution, sends it to every cell, and carries a task over")
  func whole() async throws {
    let (site, key, task) = try await Self.site()
    var browser = try await site.visitor(.officer, in: "B1")
    let entered = try await browser.fill(
      site.path("B1", "/resolutions/new"),
      [
        "kind": "workProgramme", "title": "Chương trình năm 2025", "day": "2025-01-10", "parent": "",
        "text": "Điều 1.\nĐiều 2.",
      ]
    )
    #expect(entered.status == 303)
    let place = try #require(entered.location?.split(separator: "?").first.map(String.init))
    let page = try await browser.get(place)
    #expect(page.text.contains("Chương trình năm 2025") && page.text.contains("Điều 2."))
    let sent = try await browser.fill("\(place)/send", ["scope": "cells", "day": "2025-01-12"])
    #expect(sent.status == 303)
    #expect(try await browser.get(place).text.contains("Chi bộ bản Đòng"))
    let again = try await browser.fill("\(place)/send", ["scope": "cells", "day": "2025-01-12"])
    #expect(again.status == 422)
    let ended = try await browser.fill(
      "/tasks/\(task)/end",
      ["event": "carriedOver", "day": "2025-11-01", "reason": "Mưa lũ", "due": "2026-03-31"]
    )
    #expect(ended.status == 303)
    #expect(try await browser.get("/tasks/\(task)").text.contains("Chuyển kỳ sau"))
    #expect(try await browser.get("/resolutions/\(key)/change").status == 200)
    var stranger = try await site.visitor(.officer, in: "DH")
    #expect(try await stranger.get(place).status == 404)
    #expect(try await stranger.get("/tasks/\(task)").status == 404)
  }
}
