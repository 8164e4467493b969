import Basics
import HTTPTypes
import Records
import Rules
import TestWorld
import Testing

@Suite("Meetings by their pages")
struct MeetingPageTests {
  private static let values = [
    "kind": "combined", "mode": "inPerson", "day": World.today.description, "begins": "19:30",
    "place": "Nhà văn hóa thôn", "theme": "Hiến đất làm đường", "chair": "", "taker": "", "prepares": "",
    "reason": "",
  ]

  /// A meeting of C1 that the secretary has called and opened, and the secretary's desk.
  private static func opened() async throws -> (site: Site, desk: Desk, path: String) {
    let site = try await Site.small()
    var desk = Desk(try await site.visitor(.secretary, in: "C1"))
    _ = try await desk.get(site.path("C1", "/meetings/new"))
    var values = values
    values["chair"] = "\(site.world.person("Nguyễn An"))"
    values["taker"] = "\(site.world.person("Nguyễn Ân"))"
    let called = try await desk.send(site.path("C1", "/meetings/new"), values)
    #expect(called.status == 200 && called.text.contains("Hiến đất làm đường"))
    let path = try #require(PageChecker(called.text).addresses.first { $0.hasSuffix("/invitation") })
      .replacing("/invitation", with: "")
    let open = try await desk.send(path + "/stage", ["step": "open", "time": "19:32"])
    #expect(open.text.contains("Điểm danh") && open.text.contains("Đang họp"))
    return (site, desk, path)
  }

  @Test("what is wrong in a meeting that is called is said by the field, and what was written stays")
  func wrong() async throws {
    let site = try await Site.small()
    var desk = Desk(try await site.visitor(.secretary, in: "C1"))
    let form = site.path("C1", "/meetings/new")
    _ = try await desk.get(form)
    let changed = ["theme": "", "day": "hôm nay", "begins": "25:00", "place": "Nhà văn hóa"]
    let page = try await desk.send(form, Self.values.merging(changed) { $1 })
    #expect(page.status == 422 && page.text.contains("hôm nay") && page.text.contains("25:00"))
    #expect(page.text.contains("Nhà văn hóa"))
    let themeless = try await desk.send(form, Self.values.merging(["theme": "", "mode": "online"]) { $1 })
    #expect(themeless.status == 422 && themeless.text.contains("đang để trống"))
    #expect(themeless.text.contains("hưa được cấp ủy cấp trên cho phép"))
    // A committee has no cell meetings of its own.
    var officer = Desk(try await site.visitor(.officer, in: "B1"))
    let committee = site.path("B1", "/meetings/new")
    _ = try await officer.get(committee)
    #expect(try await officer.send(committee, Self.values).status == 422)
  }

  @Test("a script is told the marks as they are; a page without one sends all of them at once")
  func roll() async throws {
    let (site, opened, path) = try await Self.opened()
    var desk = opened
    let (an, second) = ("\(site.world.person("Nguyễn An"))", "\(site.world.person("Nguyễn Ân"))")
    let script: [HTTPField.Name: String] = [.accept: "text/plain"]
    let first = try await desk.send(path + "/roll", ["m-\(an)": "present"], script)
    #expect(first.status == 200 && first.text.contains("\(an) present"))
    // Somebody else says otherwise, over what they saw; a phone that saw nothing does not undo it.
    _ = try await desk.send(
      path + "/roll",
      ["m-\(an)": "excused", "s-\(an)": "present", "r-\(an)": "Đi viện"]
    )
    let late = try await desk.send(path + "/roll", ["m-\(an)": "present", "m-\(second)": "absent"], script)
    #expect(late.text.contains("\(an) excused") && late.text.contains("\(second) absent"))
    let stranger = "\(site.world.person("Lò Thị Hạnh"))"
    let refused = try await desk.send(path + "/roll", ["m-\(stranger)": "present"], script)
    #expect(refused.status == 422 && refused.text.contains("hông có trong danh sách điểm danh"))
    let page = try await desk.get(path)
    #expect(page.text.contains("Đi viện"))
    // Whoever is not called yet keeps the meeting from being closed.
    let early = try await desk.send(path + "/stage", ["step": "close", "time": "21:10"])
    #expect(early.status == 422 && early.text.contains("chưa điểm danh"))
  }

  @Test(
    "a meeting is held to its end: noted, voted, closed, written down, signed by two, printed with its code"
  )
  func whole() async throws {
    let (site, opened, path) = try await Self.opened()
    var desk = opened
    let cell = site.world.unit("C1")
    let list = try await site.world.read { try AttendeeStore(db: $0).list(of: cell, AsOf(World.today)) }
    var marks: [String: String] = [:]
    for line in list { marks["m-\(line.attendee.person)"] = "present" }
    let called = try await desk.send(path + "/roll", marks)
    #expect(called.text.contains("Đủ túc số"))
    let noted = try await desk.send(
      path + "/items",
      ["title": "Mừng thọ", "note": "Ba đồng chí", "step": "put"]
    )
    #expect(noted.text.contains("Ba đồng chí"))
    let many = ["title": "Nghị quyết", "manner": "hands", "officials": "3", "present": "3", "agreed": "4"]
    #expect(try await desk.send(path + "/votes", many).status == 422)
    let vote = many.merging(["agreed": "3"]) { $1 }
    #expect(try await desk.send(path + "/votes", vote).text.contains("Thông qua"))
    let closed = try await desk.send(path + "/stage", ["step": "close", "time": "21:40"])
    #expect(closed.text.contains("128 phút") && closed.text.contains("Chất lượng buổi sinh hoạt"))
    _ = try await desk.send(path + "/scores", ["scorer": "own", "order.kept": "yes"])
    let draft = try await desk.get(path + "/minutes")
    #expect(draft.text.contains("Ba đồng chí") && draft.text.contains("Biểu quyết “Nghị quyết”"))
    let written = try await desk.send(path + "/minutes", ["step": "write", "text": "1. Khai mạc\nĐúng giờ."])
    let hash = try #require(written.hidden("hash"))
    var sign = ["step": "sign", "signer": "taker", "paper": "yes", "hash": hash]
    _ = try await desk.send(path + "/minutes", sign)
    // The chair signs with an account of their own.
    try await site.account("chair", person: site.world.person("Nguyễn An"))
    var chair = Desk(try await site.signedIn("chair"))
    let own = try await chair.get(path + "/minutes")
    #expect(own.text.contains("Ký với tư cách chủ trì") && !own.text.contains("Ghi biên bản</h2>"))
    sign = ["step": "sign", "signer": "chair", "hash": hash]
    let signed = try await chair.send(path + "/minutes", sign)
    #expect(signed.text.contains(hash) && signed.text.contains("class=\"qr\""))
    let late = try await desk.send(path + "/minutes", ["step": "write", "text": "Khác"])
    #expect(late.status == 422 && late.text.contains("đã có chữ ký"))
    let added = try await desk.send(path + "/minutes", ["step": "add", "text": "Bổ sung danh sách"])
    #expect(added.text.contains("Bổ sung danh sách"))
  }

  @Test(
    "a member reads the agenda, the papers and their own mark; nobody of another cell learns of the meeting"
  )
  func members() async throws {
    let (site, _, path) = try await Self.opened()
    let an = site.world.person("Nguyễn An")
    let meeting = try #require(ID<FactMark>(String(path.split(separator: "/").last ?? "")))
    try await site.world.carryOut(
      CallRoll(meeting, [.init(Attendance(an, .excused, reason: "Đi viện"), saw: nil)])
    )
    try await site.account("an", [(.member, site.world.unit("C1"))], person: an)
    var own = Desk(try await site.signedIn("an"))
    let page = try await own.get(path)
    #expect(page.text.contains("Vắng có lý do") && page.text.contains("Chương trình"))
    #expect(!page.text.contains("Đặng Thùy") && !page.text.contains("Đi viện"))
    #expect(try await own.send(path + "/stage", ["step": "close", "time": "21:00"]).status == 422)
    let stranger = site.world.person("Lò Thị Hạnh")
    try await site.account("hanh", [(.member, site.world.unit("C2"))], person: stranger)
    var other = try await site.signedIn("hanh")
    var secretary = try await site.visitor(.secretary, in: "C2")
    for place in [path, path + "/minutes", path + "/invitation", path + "/invitation.ics"] {
      #expect(try await other.get(place).status == 404, "\(place)")
      #expect(try await secretary.get(place).status == 404, "\(place)")
    }
    var leader = try await site.visitor(.leader, in: "HL")
    #expect(try await leader.get(path).text.contains("Đặng Thùy"))
  }

  @Test("the invitation goes into a calendar, at the organisation's time")
  func invitation() async throws {
    var (_, desk, path) = try await Self.opened()
    let calendar = try await desk.browser.get(path + "/invitation.ics")
    #expect(calendar.fields[.contentType] == "text/calendar; charset=utf-8")
    // 19:30 in Vietnam is 12:30 of the same day in UTC.
    #expect(calendar.text.contains("DTSTART:20251103T123000Z\r\n"))
    #expect(calendar.text.contains("LOCATION:Nhà văn hóa thôn\r\n"))
    let lines = calendar.text.split(separator: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 76 })
  }

  @Test(
    "a committee sees which of its cells met in which month, and each number leads to the meetings behind it"
  )
  func board() async throws {
    let site = try await Site.small()
    for month in ["2025-01-06", "2025-02-06", "2025-04-07"] as [CivilDate] {
      let meeting = try await site.world.call(of: "C1", on: month)
      try await site.world.hold(meeting, of: "C1", on: month)
    }
    var desk = Desk(try await site.visitor(.officer, in: "HL"))
    let board = try await desk.get(site.path("HL", "/meetings"))
    #expect(board.text.contains("1/2") && board.text.contains("0/2"))
    #expect(PageChecker(board.text).addresses.contains(site.path("B1", "/meetings?year=2025")))
    let cell = try await desk.get(site.path("C1", "/meetings?year=2025"))
    #expect(cell.text.contains("thiếu 7 tháng"))
    let before = try await desk.get(site.path("C1", "/meetings?year=1999"))
    #expect(before.text.contains("Chưa có buổi sinh hoạt nào"))
    #expect(try await desk.browser.get(site.path("C1", "/meetings?year=nay")).status == 400)
  }
}
