import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("Following cells on pages")
struct FollowingPageTests {
  /// A cell followed since March, with one meeting before that and two after it.
  private static func site() async throws -> (site: Site, meetings: [ID<FactMark>]) {
    let site = try await Site.small()
    let world = site.world
    let dao = world.person("Trần Đình Đạo")
    try await world.seat(dao, in: "HL")
    try await world.follow("C1", by: dao, from: "2025-03-01")
    var meetings: [ID<FactMark>] = []
    for day in ["2025-02-05", "2025-09-05", "2025-10-05"] as [CivilDate] {
      meetings.append(
        try await world.met("C1", on: day, .regular, day == "2025-09-05" ? [dao: .present] : [:])
      )
    }
    try await site.account("dao", person: dao)
    return (site, meetings)
  }

  @Test(
    "a follower sees the meetings of the cell while they follow it, leaves a note, and opens nothing else of it"
  )
  func own() async throws {
    let (site, meetings) = try await Self.site()
    let world = site.world
    var browser = try await site.signedIn("dao")
    let person = "/people/\(world.person("Trần Đình Đạo"))"
    let file = try await browser.get(person)
    #expect(file.text.contains("Tôi theo dõi") && file.text.contains("còn 1 buổi chưa có ghi nhận"))
    let mine = try await browser.get("\(person)/following")
    #expect(mine.status == 200 && mine.text.contains("Chi bộ thôn Ẩm Hồ"))
    #expect(mine.text.contains("/meetings/\(meetings[1])") && !mine.text.contains("/meetings/\(meetings[0])"))
    #expect(try await browser.get("/meetings/\(meetings[0])").status == 404)
    let page = try await browser.get("/meetings/\(meetings[1])")
    #expect(page.status == 200 && page.text.contains("Trần Đình Đạo") && !page.text.contains("Nguyễn Ân"))
    #expect(try await browser.get(site.path("C1", "/meetings")).status == 200)
    #expect(try await browser.get(site.path("C1", "/roll")).status == 404)
    #expect(try await browser.get(site.path("C2", "/meetings")).status == 404)
    let blank = try await browser.fill("/meetings/\(meetings[1])/visit", ["text": ""])
    #expect(blank.status == 422)
    let noted = try await browser.fill("/meetings/\(meetings[1])/visit", ["text": "Chuẩn bị kỹ"])
    #expect(noted.status == 303)
    let item = ["text": "Bổ sung sổ biên bản", "due": "2025-11-30", "answered": ""]
    #expect(try await browser.fill("/meetings/\(meetings[1])/visit/items", item).status == 303)
    let after = try await browser.get("\(person)/following")
    #expect(after.text.contains("Đã dự, có ghi nhận") && after.text.contains("Bổ sung sổ biên bản"))
    let found = try await world.read { db in
      try FollowingStore(db: db).items(.unit(world.unit("C1")), AsOf(World.today)).first?.item.key
    }
    let key = try #require(found)
    let close = ["day": "2025-11-02", "note": "Đã bổ sung"]
    #expect(try await browser.fill("/visit-items/\(key)/close", close).status == 303)
    let meeting = try await browser.get("/meetings/\(meetings[1])")
    #expect(meeting.text.contains("Đã bổ sung") && meeting.text.contains("Chuẩn bị kỹ"))
  }

  @Test("a member of the cell sees who follows it, and not what they noted")
  func member() async throws {
    let (site, meetings) = try await Self.site()
    let world = site.world
    let dao = world.person("Trần Đình Đạo")
    try await world.carryOut(LeaveVisitNote(meetings[1], of: dao, "Nhiều đồng chí vắng"))
    try await site.account("an", person: world.person("Nguyễn An"))
    var browser = try await site.signedIn("an")
    let page = try await browser.get("/meetings/\(meetings[1])")
    #expect(page.text.contains("Trần Đình Đạo") && !page.text.contains("Nhiều đồng chí vắng"))
    #expect(try await browser.get("/meetings/\(meetings[1])/visit").status == 404)
    #expect(try await browser.get(site.path("C1", "/followers")).status == 404)
    var secretary = try await site.visitor(.secretary, in: "C1")
    #expect(try await secretary.get("/meetings/\(meetings[1])").text.contains("Nhiều đồng chí vắng"))
    let followers = try await secretary.get(site.path("C1", "/followers"))
    #expect(followers.status == 200 && !followers.text.contains("Phân công theo dõi</a>"))
    #expect(try await secretary.get(site.path("C1", "/followers/new")).status == 404)
    var other = try await site.visitor(.secretary, in: "C2")
    #expect(try await other.get(site.path("C1", "/followers")).status == 404)
    #expect(try await other.get(site.path("C1", "/visits")).status == 404)
  }

  @Test(
    "a desk assigns and ends, and every number of who came opens to as many meetings, as a page and a file"
  )
  func desk() async throws {
    let (site, meetings) = try await Self.site()
    let world = site.world
    var browser = try await site.visitor(.officer, in: "HL")
    let board = try await browser.get(site.path("HL", "/followers"))
    #expect(board.status == 200 && board.text.contains("/following\"") && board.text.contains("15-QĐ/ĐU"))
    for (figure, count) in [
      ("visits.assigned", 2), ("visits.attended", 1), ("visits.absent", 1), ("visits.noNote", 1),
    ] {
      let list = try await browser.get(site.path("HL", "/visits?of=\(figure)"))
      let shown = meetings.count { list.text.contains("/meetings/\($0)\"") }
      #expect(shown == count, "\(figure)")
    }
    let cells = try await browser.get(site.path("HL", "/followers?by=cell"))
    #expect(cells.text.contains("cell=\(world.unit("C1"))"))
    for ending in ["csv", "xlsx"] {
      #expect(try await browser.get(site.path("HL", "/visits.\(ending)")).status == 200)
    }
    let path = site.path("HL", "/followers/new")
    let values = ["unit": "C2", "person": "QN1006", "from": "2025-11-01", "until": "", "ground": "QĐ 2"]
    let refused = try await browser.fill(path, values)
    #expect(refused.status == 422 && refused.text.contains("phải giữ chức vụ"))
    try await world.seat(world.person("Nguyễn Ấn"), in: "HL")
    let taken = try await browser.fill(path, values)
    #expect(taken.status == 303)
    let assigned = try await world.read { try FollowingStore(db: $0).facts(of: world.unit("C2")) }
    let id = try #require(assigned.first?.id)
    #expect(try await browser.fill("/followings/\(id)/end", ["day": "2025-11-03"]).status == 303)
    let ended = try await world.read { try FollowingStore(db: $0).fact(id)?.span.end }
    #expect(ended == "2025-11-03")
  }

  @Test(
    "the cells of a month are told by what is missing, each meeting opens, and what leaders see opens too"
  )
  func boards() async throws {
    let (site, meetings) = try await Self.site()
    let world = site.world
    let key = try await world.resolve("Chuyển đổi số", by: "HL", on: "2025-10-01", .yearTheme)
    try await world.carryOut(SendResolution(key, to: .cells, on: "2025-10-02"))
    try await world.assign("Mở lớp", to: "C1", under: key, from: "2025-10-05", due: "2025-11-20")
    var browser = try await site.visitor(.officer, in: "HL")
    let month = try await browser.get(site.path("HL", "/meetings/cells?month=2025-10"))
    #expect(month.status == 200 && month.text.contains("/meetings/\(meetings[2])"))
    #expect(month.text.contains("Không họp <") || month.text.contains("Không họp 3"))
    let missed = try await browser.get(
      site.path("HL", "/meetings/cells?month=2025-10&state=missed&sort=name")
    )
    #expect(
      missed.text.contains("Chi bộ bản Đòng") && !missed.text.contains("Chi bộ thôn Ẩm Hồ</bdi></a></th>")
    )
    #expect(try await browser.get(site.path("HL", "/meetings/cells?quarter=2025-3")).status == 200)
    #expect(try await browser.get(site.path("HL", "/meetings/cells?quarter=2025-5")).status == 400)
    #expect(try await browser.get(site.path("HL", "/cell-meetings.csv?month=2025-10")).status == 200)
    let year = try await browser.get(site.path("HL", "/meetings"))
    #expect(year.text.contains("/meetings/cells?month=2025-10") && year.text.contains("quarter=2025-3"))
    let leader = try await browser.get(site.path("HL", "/board"))
    #expect(leader.status == 200 && leader.text.contains("Chi bộ bản Đòng"))
    #expect(leader.text.contains("step=silent") && leader.text.contains("due=2025-11"))
    let silent = try await browser.get("/resolutions/\(key)?step=silent")
    #expect(
      silent.text.contains("Chi bộ bản Đòng") && !silent.text.contains("Chi bộ thôn Ẩm Hồ</bdi></a></th>")
    )
    let due = try await browser.get(site.path("B1", "/tasks?due=2025-11"))
    #expect(due.text.contains("Mở lớp"))
    #expect(try await !browser.get(site.path("B1", "/tasks?done=2025-11")).text.contains("Mở lớp"))
    let programmes = try await browser.get(site.path("QN", "/programmes"))
    #expect(programmes.status == 404)
    #expect(try await browser.get(site.path("HL", "/programmes")).text.contains("Chuyển đổi số"))
    let remind = "/resolutions/\(key)/units/\(world.unit("C2"))/remind"
    #expect(try await browser.fill(remind, ["note": "Báo cáo trước ngày 10"]).status == 303)
    var secretary = try await site.visitor(.secretary, in: "C2")
    #expect(try await secretary.get(site.path("C2", "/resolutions")).text.contains("Báo cáo trước ngày 10"))
    #expect(try await secretary.get(site.path("C2")).text.contains("Cấp trên nhắc"))
    #expect(try await secretary.get(site.path("HL", "/board")).status == 404)
  }
}
