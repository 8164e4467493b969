import Basics
import HTTPTypes
import Records
import Rules
import TestWorld
import Testing

@Suite("Who took part over a year, by its pages")
struct AttendancePageTests {
  /// Three meetings of C1, at one of which one of three was there, and one of C2.
  private static func site() async throws -> (site: Site, meetings: [ID<FactMark>]) {
    let site = try await Site.small()
    let world = site.world
    let (an, second, third) = (
      world.person("Nguyễn An"), world.person("Nguyễn Ân"), world.person("Đặng Thùy Ước")
    )
    var meetings: [ID<FactMark>] = []
    meetings.append(try await held(world, "2025-08-05", .regular, [an: .late]))
    meetings.append(try await held(world, "2025-09-05", .regular, [an: .excused, second: .absent]))
    meetings.append(try await held(world, "2025-09-20", .thematic, [third: .left]))
    meetings.append(try await world.met("C2", on: "2025-09-06"))
    return (site, meetings)
  }

  /// A meeting of C1 at which everybody was there but for some.
  private static func held(
    _ world: World,
    _ day: CivilDate,
    _ kind: MeetingKind,
    _ marks: [ID<Person>: AttendanceMark]
  ) async throws -> ID<FactMark> {
    let meeting = try await world.call(kind, of: "C1", on: day)
    try await world.hold(meeting, of: "C1", on: day, marks)
    return meeting
  }

  @Test("a cell's year tells each member month by month, every mark opens its meeting, and one had no quorum")
  func cell() async throws {
    let (site, meetings) = try await Self.site()
    var desk = Desk(try await site.visitor(.secretary, in: "C1"))
    let page = try await desk.get(site.path("C1", "/attendance?year=2025"))
    #expect(page.status == 200 && page.text.contains("thiếu túc số"))
    #expect(page.text.contains("05/09/2025, Vắng không lý do") && page.text.contains("05/08/2025, Đến muộn"))
    let addresses = PageChecker(page.text).addresses
    for name in ["Nguyễn An", "Nguyễn Ân", "Đặng Thùy Ước"] {
      #expect(addresses.contains { $0.hasPrefix("/people/\(site.world.person(name))/attendance") })
    }
    for meeting in meetings.prefix(3) { #expect(addresses.contains("/meetings/\(meeting)")) }
    #expect(!addresses.contains("/meetings/\(meetings[3])"))
    // 3 × 3 obliged, of whom 7 came.
    #expect(page.text.contains("77,8%"))
    let file = try await desk.browser.get(site.path("C1", "/attendance.csv?year=2025"))
    #expect(file.status == 404 || file.text.split(separator: "\n").count >= 10)
    let empty = try await desk.get(site.path("C1", "/attendance?year=2024"))
    #expect(empty.text.contains("Chưa có buổi sinh hoạt nào"))
    #expect(try await desk.browser.get(site.path("C2", "/attendance")).status == 404)
  }

  @Test("a committee has the rates of its units, each opening to the unit, and takes them as a file")
  func committee() async throws {
    let (site, _) = try await Self.site()
    var desk = Desk(try await site.visitor(.officer, in: "HL"))
    let page = try await desk.get(site.path("HL", "/attendance?year=2025"))
    #expect(page.text.contains("Đảng bộ xã Trường Sơn") && !page.text.contains("Nguyễn An"))
    // 9 of C1 with 7 there, 2 of C2 with 2 there.
    #expect(page.text.contains("9/11") && page.text.contains("81,8%"))
    let addresses = PageChecker(page.text).addresses
    #expect(addresses.contains { $0.hasPrefix(site.path("B1", "/attendance")) })
    let cells = try await desk.get(site.path("B1", "/attendance?year=2025"))
    #expect(cells.text.contains("Chi bộ thôn Ẩm Hồ") && cells.text.contains("Chi bộ bản Đòng"))
    for ending in ["csv", "xlsx"] {
      for unit in ["HL", "C1"] {
        #expect(try await desk.browser.get(site.path(unit, "/attendance.\(ending)?year=2025")).status == 200)
      }
    }
    let marks = try await desk.browser.get(site.path("C1", "/attendance.csv?year=2025"))
    #expect(marks.text.contains("Nguyễn Ân") && marks.text.contains("absent"))
  }

  @Test("a member sees their own year and nobody else's; a look of the secretary is written down for them")
  func own() async throws {
    let (site, meetings) = try await Self.site()
    let world = site.world
    let an = world.person("Nguyễn An")
    try await site.account("an", [(.member, world.unit("C1"))], person: an)
    var own = Desk(try await site.signedIn("an"))
    let home = try await own.get("/people/\(an)")
    #expect(home.text.contains("năm nay dự 2/3 buổi"))
    let mine = try await own.get("/people/\(an)/attendance")
    #expect(mine.text.contains("Tôi dự sinh hoạt") && mine.text.contains("66,7%"))
    #expect(PageChecker(mine.text).addresses.contains("/meetings/\(meetings[1])"))
    #expect(try await own.browser.get("/people/\(world.person("Nguyễn Ân"))/attendance").status == 404)
    #expect(try await own.browser.get(site.path("C1", "/attendance")).status >= 400)
    var secretary = Desk(try await site.visitor(.secretary, in: "C1"))
    let before = try await world.read { try ReadingStore(db: $0).readings(of: an).count }
    let seen = try await secretary.get("/people/\(an)/attendance?year=2025")
    #expect(seen.status == 200 && seen.text.contains("Vắng có lý do"))
    let after = try await world.read { try ReadingStore(db: $0).readings(of: an).count }
    #expect(after == before + 1)
    var other = try await site.visitor(.secretary, in: "C3")
    #expect(try await other.get("/people/\(an)/attendance").status == 404)
  }
}
