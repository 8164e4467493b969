import Basics
import HTTPTypes
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Preparing a meeting by its pages")
struct PreparationPageTests {
  /// A browser that sends the forms of the page last read.
  private struct Desk {
    var browser: Browser
    var page = Browser.Page(status: 0, fields: [:], text: "")

    init(_ browser: Browser) {
      self.browser = browser
    }

    @discardableResult
    mutating func get(_ path: String) async throws -> Browser.Page {
      page = try await browser.get(path)
      if page.fields[.contentType]?.hasPrefix("text/html") == true {
        #expect(PageChecker(page.text).faults == [], "\(path)")
      }
      return page
    }

    @discardableResult
    mutating func send(_ path: String, _ values: [String: String]) async throws -> Browser.Page {
      var all = values
      all["token"] = page.hidden("token")
      let type = [HTTPField.Name.contentType: "application/x-www-form-urlencoded"]
      let answer = try await browser.send(.post, path, Browser.body(all), type)
      guard answer.status == 303, let next = answer.location else { return answer }
      return try await get(next)
    }
  }

  /// A paper of a meeting, handed out at the console.
  private static func paper(_ world: World, of meeting: ID<FactMark>) async throws -> FileHash {
    let bytes = Array("%PDF-1.7 tài liệu".utf8)
    let hash = try FileHash(of: bytes)
    try await world.tamper { _ = try FileStore(db: $0).keep(bytes, hash, type: "application/pdf", at: 0) }
    try await world.carryOut(
      HandOutPaper(meeting, MeetingPaper(.paper, "Báo cáo tháng"), hash, name: "a.pdf")
    )
    return hash
  }

  @Test(
    "what is due is offered with every box ticked, goes on the agenda, and its page says at which meeting"
  )
  func due() async throws {
    let site = try await Site.small()
    let task = try await site.world.assign("Thu gom rác thải", to: "C1", due: "2025-09-30")
    let later = try await site.world.assign("Trồng cây ven đường", to: "C1", due: "2025-10-15")
    var desk = Desk(try await site.visitor(.secretary, in: "C1"))
    let form = try await desk.get(site.path("C1", "/meetings/new"))
    let (key, other) = ("task-\(task)", "task-\(later)")
    #expect(form.text.contains("name=\"matter\" value=\"\(key)\" checked"))
    #expect(form.text.contains("name=\"matter\" value=\"\(other)\" checked"))
    #expect(form.text.contains("Nhiệm vụ quá hạn từ 30/09/2025: Thu gom rác thải"))
    var values = [
      "kind": "regular", "mode": "inPerson", "day": "hôm nay", "begins": "19:30", "place": "", "theme": "",
      "chair": "", "taker": "", "prepares": "", "reason": "", "fromList": "", "matter": key,
    ]
    // What was not ticked stays so on a page that comes back.
    let wrong = try await desk.send(site.path("C1", "/meetings/new"), values)
    #expect(wrong.status == 422 && wrong.text.contains("value=\"\(key)\" checked"))
    #expect(wrong.text.contains("value=\"\(other)\">"))
    values["day"] = World.today.description
    let called = try await desk.send(site.path("C1", "/meetings/new"), values)
    #expect(called.text.contains("quá hạn từ 30/09/2025: Thu gom rác thải</span>"))
    #expect(called.text.contains("name=\"matter\" value=\"\(other)\" checked"))
    let invitation = try #require(PageChecker(called.text).addresses.first { $0.hasSuffix("/invitation") })
    let path = invitation.replacing("/invitation", with: "")
    let put = try await desk.send(path + "/due", ["matter": other])
    #expect(put.text.contains("Trồng cây ven đường</span>") && !put.text.contains("name=\"matter\""))
    #expect(try await desk.send(path + "/due", ["matter": other]).status == 422)
    #expect(try await desk.get("/tasks/\(task)").text.contains("Đưa ra sinh hoạt"))
    // Held: the one is closed, the other kept for next time.
    try await desk.get(path)
    try await desk.send(path + "/stage", ["step": "open", "time": "19:30"])
    let meeting = try #require(ID<FactMark>(String(path.split(separator: "/").last ?? "")))
    let items = try await site.world.read { try MeetingStore(db: $0).items(of: meeting) }
    for (title, step) in [("Thu gom rác", "closed"), ("Trồng cây", "kept")] {
      let item = try #require(items.first { $0.value.title.contains(title) })
      let values = [
        "item": "\(try #require(item.id))", "title": item.value.title, "note": "Đã nghe", "step": step,
      ]
      let settled = try await desk.send(path + "/items", values)
      #expect(settled.text.contains(step == "kept" ? "Để lại lần sau</span>" : "Đã kết thúc</span>"))
    }
    #expect(try await desk.get("/tasks/\(later)").text.contains("Để lại lần sau"))
    // Neither a member nor another cell's secretary puts anything there.
    var stranger = Desk(try await site.visitor(.secretary, in: "C2"))
    try await stranger.get(site.path("C2"))
    #expect(try await stranger.send(path + "/due", ["matter": key]).status != 200)
  }

  @Test(
    "a member proposes a theme; the secretary sets one aside and chooses the other for a thematic meeting"
  )
  func themes() async throws {
    let site = try await Site.small()
    let an = site.world.person("Nguyễn An")
    try await site.account("an", [(.member, site.world.unit("C1"))], person: an)
    let path = site.path("C1", "/themes")
    var member = Desk(try await site.signedIn("an"))
    let empty = try await member.get(path)
    #expect(empty.text.contains("Chưa có đề xuất nào"))
    let wrong = try await member.send(
      path,
      ["step": "propose", "kind": "theme", "title": "", "why": "Mùa khô"]
    )
    #expect(wrong.status == 422 && wrong.text.contains("Mùa khô") && wrong.text.contains("đang để trống"))
    let values = ["step": "propose", "kind": "theme", "title": "Giữ rừng đầu nguồn", "why": "Mùa khô tới"]
    let proposed = try await member.send(path, values)
    #expect(proposed.text.contains("Giữ rừng đầu nguồn") && proposed.text.contains("Nguyễn An"))
    #expect(!proposed.text.contains("Tạm gác"))
    try await member.send(path, values.merging(["title": "Chợ phiên"]) { $1 })
    #expect(try await member.browser.get(path + ".csv").status == 404)
    #expect(try await member.browser.get(site.path("C2", "/themes")).status == 404)
    var desk = Desk(try await site.visitor(.secretary, in: "C1"))
    try await desk.get(path)
    let cell = site.world.unit("C1")
    let lines = try await site.world.read { try PreparationStore(db: $0).themes(of: cell, AsOf(World.today)) }
    let (market, forest) = (try #require(lines.first), try #require(lines.last))
    let aside = ["step": "setAside", "theme": "\(market.theme.key)", "reason": ""]
    #expect(try await desk.send(path, aside).status == 422)
    let set = try await desk.send(path, aside.merging(["reason": "Chưa hợp mùa"]) { $1 })
    #expect(set.text.contains("Chưa hợp mùa") && set.text.contains("Đưa lại danh mục"))
    let form = try await desk.get(site.path("C1", "/meetings/new"))
    #expect(form.text.contains("Chọn từ danh mục đề xuất") && !form.text.contains("Chợ phiên"))
    let called = try await desk.send(
      site.path("C1", "/meetings/new"),
      [
        "kind": "thematic", "mode": "inPerson", "day": World.today.description, "begins": "19:30",
        "fromList": "\(forest.theme.key)",
      ]
    )
    #expect(called.text.contains("<b>Giữ rừng đầu nguồn</b>"))
    let chosen = try await desk.get(path + "?state=chosen")
    #expect(chosen.text.contains("Giữ rừng đầu nguồn") && !chosen.text.contains("Chợ phiên"))
  }

  @Test("an officer proposes to the cells of one base, sees how they stand, and takes the list away")
  func above() async throws {
    let site = try await Site.small()
    let path = site.path("HL", "/themes")
    var desk = Desk(try await site.visitor(.officer, in: "HL"))
    let page = try await desk.get(path)
    let base = site.world.unit("B1").description
    #expect(page.text.contains("name=\"units\" value=\"\(base)\""))
    let values = ["step": "propose", "kind": "matter", "title": "Đường làng", "why": "", "units": base]
    let sent = try await desk.send(path, values)
    #expect(sent.text.contains("2 chi bộ"))
    let cell = site.world.unit("C1")
    let key = try #require(
      try await site.world.read { try PreparationStore(db: $0).themes(of: cell, AsOf(World.today)).first }
    ).theme.key
    let cells = try await desk.get(path + "?theme=\(key)")
    #expect(cells.text.contains("Mới đề xuất"))
    let file = try await desk.browser.get(path + ".csv")
    #expect(file.status == 200 && file.text.contains("Đường làng"))
    var secretary = Desk(try await site.visitor(.secretary, in: "C1"))
    #expect(try await secretary.get(site.path("C1", "/meetings/new")).text.contains("Đường làng"))
  }

  @Test("a comment beforehand is read by the secretary and its author, and by nobody else")
  func comments() async throws {
    let site = try await Site.small()
    let meeting = try await site.world.call(of: "C1", on: World.today)
    _ = try await Self.paper(site.world, of: meeting)
    for (name, person) in [("an", "Nguyễn An"), ("other", "Nguyễn Ân")] {
      let who = site.world.person(person)
      try await site.account(name, [(.member, site.world.unit("C1"))], person: who)
    }
    let path = "/meetings/\(meeting)"
    var own = Desk(try await site.signedIn("an"))
    let page = try await own.get(path)
    #expect(page.text.contains("Rút lại được cho đến khi khai mạc"))
    #expect(page.text.contains("Việc mở tài liệu được ghi lại"))
    let papers = try await site.world.read { try MeetingStore(db: $0).papers(of: meeting) }
    let about = "paper-\(try #require(papers.first?.id))"
    #expect(try await own.send(path + "/comments", ["about": about, "text": " "]).status == 422)
    let said = try await own.send(path + "/comments", ["about": about, "text": "Số liệu <chưa> khớp"])
    #expect(said.text.contains("Số liệu &lt;chưa&gt; khớp") && said.text.contains("Rút ý kiến"))
    var secretary = Desk(try await site.visitor(.secretary, in: "C1"))
    #expect(try await secretary.get(path).text.contains("chưa&gt; khớp"))
    var other = Desk(try await site.signedIn("other"))
    #expect(try await !other.get(path).text.contains("khớp"))
    var leader = Desk(try await site.visitor(.leader, in: "HL"))
    #expect(try await !leader.get(path).text.contains("khớp"))
    let comment = try #require(said.hidden("comment"))
    #expect(try await other.send(path + "/comments", ["step": "back", "comment": comment]).status == 422)
    #expect(
      try await !own.send(path + "/comments", ["step": "back", "comment": comment]).text.contains("khớp")
    )
  }

  @Test("the secretary sees who opened the papers and how long before, and how many opened all")
  func readers() async throws {
    let site = try await Site.small()
    let meeting = try await site.world.call(of: "C1", on: World.today)
    let hash = try await Self.paper(site.world, of: meeting)
    let cell = site.world.unit("C1")
    let obliged = try await site.world.read { db in
      try AttendeeStore(db: db).list(of: cell, AsOf(World.today)).count { $0.attendee.attending.isObliged }
    }
    for (name, person) in [("an", "Nguyễn An"), ("late", "Nguyễn Ân")] {
      let who = site.world.person(person)
      try await site.account(name, [(.member, site.world.unit("C1"))], person: who)
    }
    let path = "/meetings/\(meeting)"
    // Eight in the morning, of a meeting at half past seven in the evening.
    site.world.clock.set(World.today)
    var own = try await site.signedIn("an")
    #expect(try await own.get(path + "/readers").status == 404)
    #expect(try await own.get(path + "/papers/\(hash)").text.hasPrefix("%PDF"))
    var secretary = Desk(try await site.visitor(.secretary, in: "C1"))
    #expect(try await secretary.get(path).text.contains("1/\(obliged) đảng viên đã mở đủ tài liệu"))
    let page = try await secretary.get(path + "/readers")
    #expect(page.text.contains("trước 11 giờ 30 phút") && page.text.contains("chưa mở"))
    site.world.clock.step(milliseconds: 12 * 3_600_000)
    var late = try await site.signedIn("late")
    _ = try await late.get(path + "/papers/\(hash)")
    var again = try await site.signedIn("secretary.c1")
    let after = try await again.get(path + "/readers")
    #expect(after.text.contains("sau giờ họp") && after.text.contains("1/\(obliged) đảng viên"))
  }

  @Test(
    "a guest who is in the record reads the meeting; the invitation and the calendar name guests and papers"
  )
  func guests() async throws {
    let site = try await Site.small()
    let meeting = try await site.world.call(of: "C1", on: World.today)
    _ = try await Self.paper(site.world, of: meeting)
    let hanh = site.world.person("Lò Thị Hạnh")
    try await site.account("hanh", [(.member, site.world.unit("C2"))], person: hanh)
    let path = "/meetings/\(meeting)"
    var guest = Desk(try await site.signedIn("hanh"))
    #expect(try await guest.browser.get(path).status == 404)
    var desk = Desk(try await site.visitor(.secretary, in: "C1"))
    try await desk.get(path)
    let values = ["name": "Lò Thị Hạnh", "note": "Phó bí thư đảng ủy", "code": "QN0000"]
    #expect(try await desk.send(path + "/guests", values).status == 422)
    let code = try await site.world.read { try LifeStore(db: $0).life(hanh)?.code } ?? ""
    let invited = try await desk.send(path + "/guests", values.merging(["code": code]) { $1 })
    #expect(invited.text.contains("Phó bí thư đảng ủy"))
    let paper = try await desk.get(path + "/invitation")
    #expect(paper.text.contains("Lò Thị Hạnh") && paper.text.contains("Báo cáo tháng"))
    let calendar = try await desk.browser.get(path + "/invitation.ics").text.replacing("\r\n ", with: "")
    #expect(calendar.contains("Báo cáo tháng") && calendar.contains("Lò Thị Hạnh"))
    let page = try await guest.get(path)
    #expect(page.status == 200 && page.text.contains("Gửi ý kiến") && !page.text.contains("Nguyễn Ân"))
    let invitee = try #require(invited.hidden("guest"))
    try await desk.get(path)
    try await desk.send(path + "/guests", ["step": "drop", "guest": invitee])
    #expect(try await guest.browser.get(path).status == 404)
  }
}
