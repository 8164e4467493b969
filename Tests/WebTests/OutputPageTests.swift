import Basics
import HTTPTypes
import Records
import Rules
import TestWorld
import Testing

@Suite("Outputs, votes by name, wording of minutes and ways to meet, by their pages")
struct OutputPageTests {
  /// A thematic meeting of C1 that was held today, and the secretary at its page.
  private static func held() async throws -> (site: Site, desk: Desk, path: String) {
    let site = try await Site.small()
    let meeting = try await site.world.call(.thematic, of: "C1", on: World.today) { draft in
      draft.theme = "Chi bộ 35: giữ rừng đầu nguồn"
      draft.chair = site.world.person("Nguyễn An")
    }
    try await site.world.hold(meeting, of: "C1", on: World.today)
    let desk = Desk(try await site.visitor(.secretary, in: "C1"))
    return (site, desk, "/meetings/\(meeting)")
  }

  @Test(
    "what a thematic meeting made is registered at it, flagged while it is missing, and stands in its minutes"
  )
  func outputs() async throws {
    var (site, desk, path) = try await Self.held()
    let before = try await desk.get(path)
    #expect(before.text.contains("Sản phẩm chuyên đề") && before.text.contains(">Chưa đủ<"))
    let draft = ["step": "register", "kind": "video ngắn", "title": "Giữ rừng", "link": "javascript:x"]
    let wrong = try await desk.send(path + "/outputs", draft)
    #expect(wrong.status == 422 && wrong.text.contains("không phải địa chỉ trang web"))
    let link = "https://example.vn/a?b=1&c=2"
    let done = try await desk.send(path + "/outputs", draft.merging(["link": link]) { $1 })
    #expect(done.text.contains("https://example.vn/a?b=1&amp;c=2</span>"))
    #expect(!done.text.contains(">Chưa đủ<"))
    let minutes = try await desk.get(path + "/minutes")
    #expect(minutes.text.contains("Sản phẩm chuyên đề – video ngắn: Giữ rừng"))
    // Minutes that are kept do not change by what is registered later: it stands below them.
    _ = try await desk.send(path + "/minutes", ["step": "write", "text": "1. Khai mạc\nĐúng giờ."])
    let later = try await desk.get(path + "/minutes")
    #expect(later.text.contains("Sản phẩm đăng ký sau buổi sinh hoạt"))
    _ = try await desk.get(path)
    let id = try #require(desk.page.hidden("output"))
    let dropped = try await desk.send(path + "/outputs", ["step": "drop", "output": id])
    #expect(dropped.text.contains("Chưa đăng ký sản phẩm nào"))
    var other = Desk(try await site.visitor(.secretary, in: "C2"))
    _ = try await other.get("/")
    let stolen = try await other.send(path + "/outputs", draft.merging(["link": ""]) { $1 })
    #expect(stolen.status == 404 || stolen.status == 422)
    #expect(!stolen.text.contains("giữ rừng đầu nguồn"))
  }

  @Test(
    "the outputs of a year open by unit to the meetings behind them, narrowed to those that miss them, as a file"
  )
  func year() async throws {
    let (site, desk, path) = try await Self.held()
    let meeting = try #require(ID<FactMark>(String(path.split(separator: "/").last ?? "")))
    let second = try await site.world.call(.thematic, of: "C2", on: "2025-05-06") { draft in
      draft.theme = "Chi bộ 35: làm đường"
    }
    try await site.world.hold(second, of: "C2", on: "2025-05-06")
    try await site.world.carryOut(RegisterOutput(meeting, MeetingOutput("podcast", title: "Chuyện bản")))
    var officer = Desk(try await site.visitor(.officer, in: "HL"))
    let year = try await officer.get(site.path("HL", "/outputs?year=2025"))
    #expect(year.text.contains("Chuyện bản") && year.text.contains("làm đường"))
    let missing = try await officer.get(site.path("HL", "/outputs?year=2025&state=missing"))
    #expect(!missing.text.contains("Chuyện bản") && missing.text.contains("làm đường"))
    #expect(PageChecker(missing.text).addresses.contains("/meetings/\(second)"))
    let file = try await officer.browser.get(site.path("HL", "/outputs.csv?year=2025"))
    #expect(file.text.contains("podcast") && file.text.contains("làm đường"))
    let empty = try await officer.get(site.path("HL", "/outputs?year=2019"))
    #expect(empty.text.contains("Không có chương trình nào"))
    #expect(try await officer.browser.get(site.path("HL", "/outputs?state=x")).status == 400)
    var secretary = desk
    #expect(try await secretary.browser.get(site.path("C2", "/outputs")).status == 404)
    #expect(try await secretary.get(site.path("C1", "/outputs")).text.contains("Chuyện bản"))
  }

  @Test("each votes by name on a form of its own; the names stand with the vote, and in the minutes")
  func named() async throws {
    var (site, desk, path) = try await Self.held()
    let form = try await desk.get(path + "/named-vote")
    let (an, second) = (site.world.person("Nguyễn An"), site.world.person("Nguyễn Ân"))
    #expect(form.text.contains("b-\(an)"))
    let none = try await desk.send(path + "/named-vote", ["title": "", "item": "", "b-\(an)": "agreed"])
    #expect(none.status == 422 && none.text.contains("value=\"agreed\" checked"))
    let values = [
      "title": "Nghị quyết chuyên đề", "item": "", "b-\(an)": "agreed", "b-\(second)": "against",
    ]
    let done = try await desk.send(path + "/named-vote", values)
    #expect(done.text.contains("Tán thành: Nguyễn An") && done.text.contains("Không tán thành: Nguyễn Ân"))
    let minutes = try await desk.get(path + "/minutes")
    #expect(minutes.text.contains("Tán thành: Nguyễn An; Không tán thành: Nguyễn Ân."))
    _ = try await desk.get(path)
    let change = try #require(
      PageChecker(desk.page.text).addresses.first { $0.contains("/named-vote?vote=") }
    )
    let again = try await desk.get(change)
    let vote = try #require(again.hidden("vote"))
    #expect(again.text.contains("value=\"against\" checked"))
    let put = values.merging(["vote": vote, "b-\(second)": "agreed"]) { $1 }
    let changed = try await desk.send(path + "/named-vote", put)
    #expect(changed.text.contains("Tán thành: Nguyễn An, Nguyễn Ân"))
    // A member reads the numbers of the vote.
    try await site.account("an", [(.member, site.world.unit("C1"))], person: an)
    var own = Desk(try await site.signedIn("an"))
    let seen = try await own.get(path)
    #expect(seen.text.contains("Nghị quyết chuyên đề") && !seen.text.contains("Nguyễn Ân"))
    #expect(try await own.browser.get(path + "/named-vote").status == 404)
  }

  @Test("a vote sent twice by a phone is recorded once, and what is wrong with it is said in words")
  func sentAgain() async throws {
    var (site, desk, path) = try await Self.held()
    let an = site.world.person("Nguyễn An")
    _ = try await desk.get(path + "/named-vote")
    let plain: [HTTPField.Name: String] = [.accept: "text/plain"]
    let values = [
      "title": "Nghị quyết", "item": "", "b-\(an)": "agreed", "request": String(repeating: "1", count: 32),
    ]
    let first = try await desk.send(path + "/named-vote", values, plain)
    let again = try await desk.send(path + "/named-vote", values, plain)
    #expect(first.status == 200 && again.status == 200 && first.text == again.text)
    #expect(first.text.hasPrefix(path + "?done="))
    let wrong = try await desk.send(
      path + "/named-vote",
      values.merging(["b-\(an)": "", "request": String(repeating: "2", count: 32)]) { $1 },
      plain
    )
    #expect(wrong.status == 422 && !wrong.text.contains("<"))
    let hands = [
      "title": "Giơ tay", "manner": "hands", "item": "", "officials": "3", "present": "3", "agreed": "3",
      "request": String(repeating: "3", count: 32),
    ]
    for _ in 0..<2 {
      let answer = try await desk.send(path + "/votes", hands, plain)
      #expect(answer.status == 200 && answer.text.hasPrefix(path))
    }
    let nameless = hands.merging(["manner": "named", "request": String(repeating: "4", count: 32)]) { $1 }
    let refused = try await desk.send(path + "/votes", nameless)
    #expect(refused.status == 422 && refused.text.contains("iểu quyết theo tên phải ghi từng người"))
    let meeting = try #require(ID<FactMark>(String(path.split(separator: "/").last ?? "")))
    let votes = try await site.world.read {
      try MeetingStore(db: $0).votes(of: meeting).map(\.value.proposal)
    }
    #expect(votes.sorted() == ["Giơ tay", "Nghị quyết"])
  }

  @Test(
    "an office words the minutes of its cells: what is wrong is said with its line, tried, and in force from a day"
  )
  func template() async throws {
    let (site, desk, path) = try await Self.held()
    var officer = Desk(try await site.visitor(.officer, in: "HL"))
    let place = site.path("HL", "/minutes-template")
    let first = try await officer.get(place)
    #expect(first.text.contains("mẫu có sẵn") && first.text.contains("{{#noi_dung}}"))
    let meeting = String(path.split(separator: "/").last ?? "")
    var values = ["text": "Một\n{{khong_co}}", "from": "2025-01-01", "meeting": meeting, "step": "record"]
    let wrong = try await officer.send(place, values)
    #expect(wrong.status == 422 && wrong.text.contains("òng 2: không có tên “khong_co”"))
    values["text"] = "Họp {{loai}}, chủ trì {{chu_tri}}, có mặt {{co_mat}}/{{phai_du}}."
    values["step"] = "preview"
    let tried = try await officer.send(place, values)
    #expect(tried.status == 200 && tried.text.contains("Họp Sinh hoạt chuyên đề, chủ trì Nguyễn An"))
    values["step"] = "record"
    let done = try await officer.send(place, values)
    #expect(done.status == 200 && done.text.contains("Các lần ban hành"))
    var secretary = desk
    let minutes = try await secretary.get(path + "/minutes")
    #expect(minutes.text.contains("Họp Sinh hoạt chuyên đề, chủ trì Nguyễn An"))
    let kept = try await secretary.send(path + "/minutes", ["step": "write", "text": "Văn bản đã lưu."])
    #expect(kept.text.contains("Văn bản đã lưu."))
    // Another wording later leaves what is kept.
    _ = try await officer.get(place)
    values["text"] = "Khác {{chi_bo}}"
    values["from"] = World.today.description
    _ = try await officer.send(place, values)
    #expect(try await secretary.get(path + "/minutes").text.contains("Văn bản đã lưu."))
    _ = try await officer.get(place)
    values["step"] = "drop"
    let back = try await officer.send(place, values)
    #expect(back.text.contains("Đang dùng: mẫu có sẵn") || back.text.contains("In use"))
    #expect(try await secretary.browser.get(site.path("C1", "/minutes-template")).status == 404)
  }

  @Test(
    "an officer above allows a cell to meet online from a day and takes it back; the cell itself does not"
  )
  func modes() async throws {
    let (site, desk, _) = try await Self.held()
    var officer = Desk(try await site.visitor(.officer, in: "B1"))
    let (page, form) = (site.path("C1", "/meetings"), site.path("C1", "/meetings/modes"))
    _ = try await officer.get(page)
    var values = ["step": "allow", "mode": "online", "ground": "", "from": "2025-11-01", "until": ""]
    let wrong = try await officer.send(form, values)
    #expect(wrong.status == 422 && wrong.text.contains("đang để trống"))
    values["ground"] = "03-HD/TW"
    let allowed = try await officer.send(form, values)
    #expect(allowed.text.contains("Trực tuyến") && allowed.text.contains("03-HD/TW"))
    var secretary = desk
    let seen = try await secretary.get(page)
    #expect(seen.text.contains("03-HD/TW") && !seen.text.contains("Thôi cho phép"))
    #expect(try await secretary.send(form, values).status == 422)
    let permission = try #require(allowed.hidden("permission"))
    let end = ["step": "end", "permission": permission, "from": "2025-11-01"]
    let ended = try await officer.send(form, end)
    #expect(ended.text.contains("Chi bộ chỉ sinh hoạt trực tiếp"))
  }
}
