import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Reviews beside each other on pages")
struct ReviewBesideTests {
  /// A round of B1 in which a member and their cell are rated, published or not.
  private static func rated(
    isPublished: Bool,
    besides others: Int = 0
  ) async throws -> (site: Site, round: ID<FactMark>, an: ID<Person>) {
    let site = try await Site.small()
    let world = site.world
    let an = world.person("Nguyễn An")
    try await world.work(of: an, in: "C1")
    for number in 0..<others {
      try await world.admit("Hồ Văn \(10 + number)", to: world.unit("C2"), on: "2020-03-01")
    }
    let round = try await world.openRound(of: world.unit("B1"))
    try await world.rate(an, in: "C1", of: "B1", round, .good, points: 85)
    if isPublished {
      try await world.carryOut(SendReviews(round, of: world.unit("C1")))
      try await world.carryOut(PublishRound(round))
    }
    return (site, round, an)
  }

  @Test("the desk compares classes; its numbers open the lists they count, and a neighbour opens neither")
  func compared() async throws {
    let (site, round, an) = try await Self.rated(isPublished: false)
    let base = site.world.unit("B1")
    let desk = "/reviews/\(round)/units/\(base)"
    var officer = try await site.visitor(.officer, in: "B1")
    let page = try await officer.get(desk)
    #expect(page.text.contains("So sánh cơ cấu xếp loại"))
    #expect(page.text.contains("href=\"\(desk)/classes?rating=good\">2</a>"))
    let list = try await officer.get("\(desk)/classes?rating=good")
    #expect(list.status == 200 && list.text.contains("Nguyễn An") && list.text.contains("/person/\(an)"))
    #expect(try await officer.get("\(desk)/classes?rating=excellent").text.contains("Chưa xếp loại"))
    #expect(try await officer.get("\(desk)/classes?rating=best").status == 400)
    #expect(try await officer.get("\(desk)/similar").status == 200)
    var other = try await site.visitor(.officer, in: "B2")
    for part in ["classes", "similar", "scores", "steering"] {
      #expect(try await other.get("\(desk)/\(part)").status == 404, "\(part)")
    }
    // Results are listed once they are published.
    #expect(try await officer.get("\(desk)/results").status == 404)
  }

  @Test("of those capped together each class opens as a list; who is over the cap is for people to say")
  func capped() async throws {
    let site = try await Site.small()
    let world = site.world
    let people = ["Nguyễn An", "Nguyễn Ân"].map { world.person($0) }
    let round = try await world.openRound(of: world.unit("B1"))
    for (person, rating) in zip(people, [ReviewClass.excellent, .good]) {
      try await world.work(of: person, in: "C1")
      try await world.carryOut(
        world.mark(round, .person(person), .evaluation, by: "C1", rating, points: 92, reason: "Theo điểm")
      )
    }
    var officer = try await site.visitor(.officer, in: "B1")
    let desk = "/reviews/\(round)/units/\(world.unit("B1"))"
    let page = try await officer.get(desk).text
    #expect(page.contains("href=\"\(desk)?group=individual&amp;rating=good#whom\">1</a>"))
    // One of two is over a fifth of the good: named is nobody, and the two numbers open no list.
    #expect(page.contains("<span class=\"swatch over\"></span>Vượt tỷ lệ <b>+1</b>"))
    #expect(page.contains("href=\"\(desk)?group=individual&amp;rating=excellent#whom\">1</a>"))
    let good = try await officer.get("\(desk)?group=individual&rating=good").text
    #expect(good.contains("1–1 trên 1") && good.contains("/person/\(people[1])"))
    #expect(!good.contains("<th scope=\"row\"><a href=\"/reviews/\(round)/person/\(people[0])"))
    #expect(
      try await officer.get("\(desk)?group=individual&rating=completed").text.contains(
        "Đảng viên: Hoàn thành 0"
      )
    )
    #expect(try await officer.get("\(desk)?group=nobody").status == 400)
    #expect(try await officer.get("\(desk)?rating=best").status == 400)
  }

  @Test("scores stand as dots with their words and their table; points far from the tasks done are ringed")
  func scores() async throws {
    let site = try await Site.small()
    let world = site.world
    let an = world.person("Nguyễn An")
    try await world.work(of: an, in: "C1", done: 0)
    let round = try await world.openRound(of: world.unit("B1"))
    try await world.rate(an, in: "C1", of: "B1", round, .good, points: 85)
    var officer = try await site.visitor(.officer, in: "B1")
    let path = "/reviews/\(round)/units/\(world.unit("B1"))/scores"
    let page = try await officer.get(path)
    #expect(page.text.contains("class=\"chart dots\"") && page.text.contains("class=\"spot odd\""))
    #expect(page.text.contains("85 điểm, nhưng chỉ 0% nhiệm vụ đúng hạn"))
    #expect(page.text.contains("Xem dạng bảng"))
    #expect(try await officer.get(path + "?by=class").status == 200)
    let desk = try await officer.get("/reviews/\(round)/units/\(world.unit("B1"))")
    #expect(desk.text.contains("2 trường hợp nên xem lại"))
  }

  @Test("members read published results where they are listed to them, and no others")
  func listed() async throws {
    let (site, round, an) = try await Self.rated(isPublished: true)
    let world = site.world
    func results(_ code: String) -> String { "/reviews/\(round)/units/\(world.unit(code))/results" }
    try await site.account("an", [(.member, world.unit("C1"))], person: an)
    try await site.account("hanh", [(.member, world.unit("C2"))], person: world.person("Lò Thị Hạnh"))
    var member = try await site.signedIn("an")
    var neighbour = try await site.signedIn("hanh")
    #expect(try await member.get(results("C1")).status == 404)
    var officer = try await site.visitor(.officer, in: "B1")
    let own = try await officer.get(results("B1"))
    let hash = try await world.read { try ReviewStore(db: $0).round(round)?.value.hash }
    #expect(try own.text.contains(#require(hash)) && own.text.contains("Nguyễn An"))
    #expect(try await officer.fill(results("B1"), ["audience": "cell"]).status == 303)
    #expect(try await officer.fill(results("B1"), ["audience": "cell"]).status == 422)
    #expect(try await officer.fill(results("B1"), ["audience": "everybody"]).status == 404)
    let listed = try await member.get(results("C1"))
    #expect(listed.status == 200 && listed.text.contains("Hoàn thành tốt nhiệm vụ"))
    #expect(listed.text.contains("Theo điểm") && !listed.text.contains("/person/\(an)"))
    #expect(try await member.get(results("B1")).status == 404)
    #expect(try await neighbour.get(results("C1")).status == 404)
    #expect(try await officer.fill(results("B1"), ["audience": "base"]).status == 303)
    #expect(try await neighbour.get(results("C1")).status == 200)
    #expect(try await neighbour.get(results("B1")).status == 200)
    #expect(
      try await neighbour.get(site.path(of: "Lò Thị Hạnh")).text.contains(
        "/reviews/\(round)/units/\(world.unit("B1"))/results"
      )
    )
    // A member changes nothing of it.
    #expect(try await neighbour.fill(results("B1"), ["audience": "none"]).status != 303)
    #expect(try await officer.fill(results("B1"), ["audience": "none"]).status == 303)
    #expect(try await neighbour.get(results("B1")).status == 404)
  }

  @Test("a long list of results goes on from page to page; its sums are of all, and on paper it is whole")
  func paged() async throws {
    let (site, round, an) = try await Self.rated(isPublished: true, besides: 60)
    let world = site.world
    let path = "/reviews/\(round)/units/\(world.unit("B1"))/results"
    var officer = try await site.visitor(.officer, in: "B1")
    func rows(_ page: Browser.Page) -> Int { page.text.ranges(of: "<th scope=\"row\">").count }
    let first = try await officer.get(path)
    let second = try await officer.get(path + "?after=50")
    let all = try await officer.get(path + "?print=all")
    #expect(rows(first) == 50 && rows(first) + rows(second) == rows(all) && rows(all) > 64)
    #expect(
      first.text.contains("1–50") && second.text.contains("51–\(rows(all))") && !all.text.contains("1–50")
    )
    for page in [first, second, all] {
      #expect(PageChecker(page.text).faults == [])
      // One member and one cell are rated, on whichever page.
      #expect(page.text.contains("Tốt 2"))
    }
    let good = try await officer.get(path + "?rating=good")
    #expect(rows(good) == 2 && good.text.contains("Nguyễn An") && !good.text.contains("print=all"))
    #expect(first.text.contains("print=all") && all.text.contains("Về danh sách kết quả"))
    // Paper is taken away: whoever is on it sees that.
    let looked = try await world.read { try ReadingStore(db: $0).readings(of: an, before: nil, limit: 10) }
    #expect(looked.count == 1)
  }

  @Test("the results of a unit and all below go away as a file, which is logged")
  func file() async throws {
    let (site, round, an) = try await Self.rated(isPublished: true)
    var officer = try await site.visitor(.officer, in: "B1")
    let path = site.path("B1", "/review-results.csv?round=\(round)")
    let file = try await officer.get(path)
    let rows = file.text.split(separator: "\n").map(String.init)
    // B1 and its two cells, with everybody at home there; nobody leads together.
    #expect(rows.count == 1 + 3 + 5)
    let hash = try await site.world.read { try ReviewStore(db: $0).round(round)?.value.hash }
    #expect(try rows[1].contains(#require(hash)))
    let row = try #require(rows.first { $0.contains("Nguyễn An") })
    #expect(row.contains("decided") && row.contains("good") && row.contains("85"))
    let looked = try await site.world.read {
      try ReadingStore(db: $0).readings(of: an, before: nil, limit: 10)
    }
    #expect(!looked.isEmpty)
    #expect(try await officer.get(site.path("B1", "/review-results.xlsx?round=\(round)")).status == 200)
    #expect(try await officer.get(site.path("C3", "/review-results.csv?round=\(round)")).status == 404)
    var secretary = try await site.visitor(.secretary, in: "C1")
    #expect(try await secretary.get(site.path("C1", "/review-results.csv?round=\(round)")).status == 404)
  }

  @Test("who steers is assigned on a page, says on their own that they were there, and is counted on both")
  func steered() async throws {
    let site = try await Site.small()
    let world = site.world
    let dao = world.person("Trần Đình Đạo")
    try await world.seat(dao, in: "HL", .standingMember)
    let round = try await world.openRound(of: world.unit("HL"))
    let path = "/reviews/\(round)/units/\(world.unit("HL"))/steering"
    var officer = try await site.visitor(.officer, in: "HL")
    let nobody = try await officer.fill(
      path,
      ["step": "assign", "unit": "", "ground": "Phân công số 5"]
    )
    #expect(nobody.status == 422 && nobody.text.contains("Phân công số 5"))
    let assign = [
      "step": "assign", "unit": world.unit("B1").description, "person": dao.description,
      "ground": "Phân công số 5",
    ]
    #expect(try await officer.fill(path, assign).status == 303)
    #expect(try await officer.fill(path, assign).status == 422)
    #expect(try await officer.get(path).text.contains("đã dự 0/1 nơi được phân công"))
    try await site.account("dao", [(.member, world.unit("T1"))], person: dao)
    var member = try await site.signedIn("dao")
    #expect(try await member.get(site.path(of: "Trần Đình Đạo")).text.contains("Tôi chỉ đạo kiểm điểm"))
    let own = "/people/\(dao)/steering"
    let page = try await member.get(own)
    #expect(page.status == 200 && page.text.contains("Đảng bộ xã Trường Sơn"))
    let steering = page.hidden("steering") ?? ""
    let said = ["steering": steering, "step": "attend", "day": "2025-10-20", "text": "Gợi ý ba việc"]
    var wrong = said
    wrong["day"] = "2026-10-20"
    let refused = try await member.fill(own, wrong)
    #expect(refused.status == 422 && refused.text.contains("Gợi ý ba việc"))
    #expect(try await member.fill(own, said).status == 303)
    #expect(try await member.get(own).text.contains("đã dự 1/1 nơi được phân công"))
    let desk = try await officer.get("/reviews/\(round)/units/\(world.unit("HL"))")
    #expect(desk.text.contains("đã dự 1/1 nơi được phân công"))
    let unit = try await officer.get("/reviews/\(round)/organisation/\(world.unit("B1"))")
    #expect(unit.text.contains("Gợi ý ba việc") && unit.text.contains("Trần Đình Đạo"))
    var other = try await site.visitor(.officer, in: "B3")
    #expect(try await other.get(own).status == 404)
    #expect(try await officer.fill(path, ["step": "end", "steering": steering]).status == 303)
  }

  @Test(
    "an evaluator may start from the mean of the year's quarters; a creative criterion shows what was found"
  )
  func periods() async throws {
    let site = try await Site.small()
    let world = site.world
    let an = world.person("Nguyễn An")
    for (from, until, points) in [("2025-01-01", "2025-04-01", 80), ("2025-04-01", "2025-07-01", 71)] {
      guard let from = CivilDate(from), let until = CivilDate(until) else { continue }
      let last = until.adding(days: -1)
      let measure = TaskMeasure.quantity(Quantity(3), of: "lần")
      let task = try await world.assign("Việc", to: "C1", by: an, from: from, due: last, measure)
      try await world.tell(task, 4, on: last)
      let quarter = try await world.openRound(
        of: world.unit("B1"),
        .quarter,
        days: .from(from, until: until),
        counted: last,
        cap: nil
      )
      try await world.rate(an, in: "C1", of: "B1", quarter, .good, points: points)
      try await world.carryOut(SendReviews(quarter, of: world.unit("C1")))
      try await world.carryOut(PublishRound(quarter))
    }
    let year = try await world.openRound(of: world.unit("B1"))
    var secretary = try await site.visitor(.secretary, in: "C1")
    let path = "/reviews/\(year)/person/\(an)"
    let page = try await secretary.get(path)
    #expect(page.text.contains("Xếp loại các kỳ trong năm") && page.text.contains("75,5 điểm"))
    #expect(page.text.contains("\(path)?start=periods") && !page.text.contains("value=\"45.5\""))
    let started = try await secretary.get(path + "?start=periods")
    #expect(started.text.contains("value=\"30\"") && started.text.contains("value=\"45.5\""))
    let unit = try await secretary.get("/reviews/\(year)/organisation/\(world.unit("C1"))")
    #expect(unit.text.contains("Tiêu chí sáng tạo") && unit.text.contains("S003-33"))
    #expect(unit.text.contains("chưa xác minh"))
    let desk = try await secretary.get("/reviews/\(year)/units/\(world.unit("C1"))")
    #expect(desk.text.contains("Trong năm: Tốt, Tốt · 75,5 điểm"))
  }

  @Test("a unit with nothing to rate is said to count as sent; what is due goes on an agenda and comes back")
  func quietAndDue() async throws {
    let site = try await Site.small()
    let world = site.world
    let an = world.person("Nguyễn An")
    try await world.work(of: an, in: "C1")
    let round = try await world.openRound(of: world.unit("B1"))
    var officer = try await site.visitor(.officer, in: "B1")
    let desk = try await officer.get("/reviews/\(round)/units/\(world.unit("B1"))")
    #expect(desk.text.contains("không có gì để xếp loại, coi như đã gửi") && desk.text.contains("chưa gửi"))
    let quiet = try await officer.get("/reviews/\(round)/units/\(world.unit("C2"))")
    #expect(quiet.text.contains("Đợt không chờ đơn vị này"))
    let meeting = try await world.call(of: "C1", on: "2025-11-10")
    var secretary = try await site.visitor(.secretary, in: "C1")
    let page = try await secretary.get("/meetings/\(meeting)")
    let matter = AgendaMatter(.review, round.number)
    #expect(page.text.contains("Kiểm điểm năm 2025: tự kiểm điểm, còn 2 trường hợp"))
    #expect(page.text.contains("/reviews/\(round)/units/\(world.unit("C1"))"))
    let put = try await secretary.fill(
      "/meetings/\(meeting)",
      ["matter": matter.description],
      to: "/meetings/\(meeting)/due"
    )
    #expect(put.status == 303)
    let own = try await secretary.get("/reviews/\(round)/units/\(world.unit("C1"))")
    #expect(own.text.contains("/meetings/\(meeting)"))
  }
}
