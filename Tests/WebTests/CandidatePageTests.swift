import Basics
import HTTPTypes
import Records
import Rules
import TestWorld
import Testing

@Suite("Pages of candidates and of probation")
struct CandidatePageTests {
  /// A form opened and sent; the page it leads to.
  private func fill(
    _ browser: inout Browser,
    _ path: String,
    _ values: [String: String]
  ) async throws -> Browser.Page {
    var form = try await DeedForm(browser, path)
    let done = try await form.send("record", values)
    #expect(done.status == 303, "\(path): \(DeedForm.errors(done.text))")
    let page = try await browser.get(done.location ?? "/nowhere")
    #expect(page.status == 200)
    #expect(PageChecker(page.text).faults == [], "\(path)")
    return page
  }

  private static let steps: [(String, [String: String])] = [
    ("course", ["day": "2025-06-01", "number": "15/GCN"]),
    ("helper", ["person": "QN1004", "day": "2025-07-01"]),
    ("application", ["day": "2025-08-01"]), ("cv", ["day": "2025-08-02"]),
    (
      "check",
      ["subject": "own", "body": "Công an xã", "day": "2025-08-05", "answered": "2025-09-01"]
    ),
    ("massOpinion", ["body": "Đoàn thanh niên", "day": "2025-09-05"]),
    ("residenceOpinion", ["day": "2025-09-06"]),
    ("cellVote", ["day": "2025-09-20", "officials": "3", "present": "3", "votes": "3"]),
  ]

  @Test("a secretary takes somebody up and records every step of the cell; the office decides and admits")
  func path() async throws {
    let site = try await Site.small()
    var secretary = try await site.visitor(.secretary, in: "C1")
    let list = site.path("C1", "/candidates")
    #expect(try await secretary.get(list).text.contains("Thêm quần chúng ưu tú"))
    let begun = try await fill(
      &secretary,
      list + "/new",
      [
        "name": "Lê Thị Hoa", "born": "4/5/1999", "sex": "F", "from": "2025-05-01", "source": "cooperative",
        "schooling": "lowerSecondary", "introducer": "QN1001", "secondIntroducer": "QN1004",
      ]
    )
    #expect(begun.text.contains("Lê Thị Hoa"))
    let key = try #require(begun.text.firstMatch(of: /candidates\/([0-9A-Z]{13})\//)?.1)
    for (step, values) in Self.steps {
      #expect(try await secretary.get("/candidates/\(key)").text.contains("/steps/\(step)\""))
      _ = try await fill(&secretary, "/candidates/\(key)/steps/\(step)", values)
    }
    let waiting = try await secretary.get(list)
    #expect(waiting.text.contains("Nghị quyết của đảng ủy cơ sở"))
    #expect(try await secretary.get("/candidates/\(key)/steps/decision").status == 404)
    #expect(try await secretary.get("/candidates/\(key)/ceremony").status == 404)

    var officer = try await site.visitor(.officer, in: "B1")
    _ = try await fill(
      &officer,
      "/candidates/\(key)/steps/committeeVote",
      ["day": "2025-10-01", "officials": "15", "votes": "14"]
    )
    _ = try await fill(
      &officer,
      "/candidates/\(key)/steps/decision",
      ["day": "2025-10-20", "number": "31-QĐ/HU"]
    )
    #expect(try await officer.get(list).text.contains("Đủ, tổ chức lễ kết nạp"))
    let admitted = try await fill(&officer, "/candidates/\(key)/ceremony", ["admitted": "2025-11-02"])
    #expect(admitted.text.contains("Đảng viên dự bị") && admitted.text.contains("31-QĐ/HU"))
    #expect(!(try await officer.get(list).text.contains("/candidates/\(key)")))
    #expect(try await officer.get(list + "?on=2025-09-10").text.contains("/candidates/\(key)"))
    let probation = try await officer.get(site.path("C1", "/probation"))
    #expect(probation.text.contains("/people/\(key)") && probation.text.contains("02/11/2026"))
    #expect(try await site.world.integrityFaults() == [])
  }

  @Test("what is wrong stands at its field with what was written, and nothing is recorded")
  func faults() async throws {
    let site = try await Site.small()
    let world = site.world
    let hoa = try await world.candidate("Lê Thị Hoa", in: world.unit("C1"), since: "2025-08-01")
    let head = try await world.head()
    let browser = try await site.visitor(.officer, in: "B1")
    var form = try await DeedForm(browser, "/candidates/\(hoa)/steps/cellVote")
    let page = try await form.send(
      "record",
      ["day": "2025-10-01", "officials": "3", "present": "2", "votes": "3"]
    )
    #expect(page.status == 422)
    #expect(DeedForm.errors(page.text) == ["3 nhiều hơn 2."])
    #expect(page.text.contains("value=\"2025-10-01\""))
    var ceremony = try await DeedForm(browser, "/candidates/\(hoa)/ceremony")
    let refused = try await ceremony.send("record", ["admitted": "2025-11-02"])
    #expect(refused.status == 422 && refused.text.contains("òn thiếu, phải nêu lý do"))
    var end = try await DeedForm(browser, "/candidates/\(hoa)/end")
    #expect(try await end.send("record", ["value": "givenUp", "day": "2025-11-01"]).status == 422)
    // Three entries are the visitor's account and grants.
    let operations = try await world.read { db in
      try JournalStore(db: db).entry(try JournalStore(db: db).head())?.line.operation
    }
    #expect(operations == "grantRights")
    #expect(try await world.head() == head + 2)
  }

  @Test("a step is put right by its own form, which begins with what was written")
  func correction() async throws {
    let site = try await Site.small()
    let world = site.world
    let hoa = try await world.candidate("Lê Thị Hoa", in: world.unit("C1"), since: "2025-08-01")
    try await world.step(hoa, CandidateStep(.application), on: "2025-09-01")
    var browser = try await site.visitor(.secretary, in: "C1")
    let page = try await browser.get("/candidates/\(hoa)")
    let link = try #require(
      PageChecker(page.text).addresses.first { $0.contains("/steps/application?fact=") }
    )
    #expect(try await browser.get(link).text.contains("value=\"2025-09-01\""))
    let done = try await fill(&browser, link, ["day": "2025-09-03"])
    #expect(done.text.contains("03/09/2025") && !done.text.contains("01/09/2025"))
  }

  @Test("a candidate's page is a person's file: opening it is written down")
  func logged() async throws {
    let site = try await Site.small()
    let world = site.world
    let hoa = try await world.candidate("Lê Thị Hoa", in: world.unit("C1"), since: "2025-08-01")
    var officer = try await site.visitor(.officer, in: "QN")
    #expect(try await officer.get("/candidates/\(hoa)").status == 200)
    #expect(try await world.read { try ReadingStore(db: $0).count(of: hoa, since: 0) } == 1)
    #expect(try await officer.get("/people/\(hoa)").text.contains("Quần chúng ưu tú của"))
    for (role, place, status) in [
      (Role.secretary, "C1", 200), (.leader, "HL", 200), (.secretary, "C2", 404), (.officer, "DH", 404),
      (.administrator, "QN", 404),
    ] {
      var browser = try await site.visitor(role, in: place)
      #expect(try await browser.get("/candidates/\(hoa)").status == status, "\(role) \(place)")
      #expect(try await browser.get("/people/\(hoa)").status == status, "\(role) \(place)")
    }
  }

  @Test("the list narrows by what comes next, goes out as a file, and names who was on it")
  func lists() async throws {
    let site = try await Site.small()
    let world = site.world
    let hoa = try await world.candidate("Lê Thị Hoa", in: world.unit("C1"), since: "2025-08-01")
    let tu = try await world.candidate("Lê Văn Tư", in: world.unit("C2"), since: "2025-08-02", from: .student)
    try await world.step(hoa, CandidateStep(.course), on: "2021-01-10")
    var browser = try await site.visitor(.officer, in: "HL")
    let list = site.path("HL", "/candidates")
    let all = try await browser.get(list)
    #expect(PageChecker(all.text).faults == [])
    #expect(all.text.contains("\(hoa)") && all.text.contains("\(tu)"))
    let next = try await browser.get(list + "?next=helper")
    #expect(next.text.contains("\(hoa)") && !next.text.contains("candidates/\(tu)"))
    let expiring = try await browser.get(list + "?certificate=expiring")
    #expect(expiring.text.contains("candidates/\(hoa)") && !expiring.text.contains("candidates/\(tu)"))
    let file = try await browser.get(site.path("HL", "/candidates.csv?source=student"))
    #expect(file.text.contains("Lê Văn Tư") && !file.text.contains("Lê Thị Hoa"))
    #expect(try await world.read { try ReadingStore(db: $0).count(of: tu, since: 0) } == 1)
    #expect(try await world.read { try ReadingStore(db: $0).count(of: hoa, since: 0) } == 0)
    #expect(try await browser.get(site.path("HL", "/candidates.xlsx")).status == 200)
    #expect(try await browser.get(site.path("QN", "/candidates")).status == 404)
  }

  @Test("those due and those late are told apart on any day; the form proposes the day of the rule")
  func probation() async throws {
    let site = try await Site.small()
    let world = site.world
    world.clock.set("2026-06-10")
    var officer = try await site.visitor(.officer, in: "QN")
    let list = site.path("QN", "/probation")
    let late = try await officer.get(list + "?state=late")
    #expect(late.text.contains("Vũ Ỷ") && !late.text.contains("Võ Y"))
    let due = try await officer.get(list + "?state=onTime")
    #expect(due.text.contains("Võ Y") && !due.text.contains("Vũ Ỷ"))
    #expect(PageChecker(late.text).faults == [])
    #expect(try await officer.get(list + "?on=2026-04-01&state=onTime").text.contains("Vũ Ỷ"))
    let lan = world.person("Vũ Ỷ Lan")
    let form = try await officer.get("/deeds/recognise?person=\(lan)")
    #expect(form.text.contains("value=\"2026-03-26\""))
    for day in ["2026-04-01", "2026-05-01", "2026-06-01"] {
      _ = try await fill(
        &officer,
        "/people/\(lan)/recognition-vote",
        ["day": day, "officials": "9", "present": "9", "votes": "5"]
      )
    }
    let matter = try await officer.get(list + "?state=superior")
    #expect(matter.text.contains("Vũ Ỷ") && matter.text.contains("cấp ủy cấp trên trực tiếp xem xét"))
    #expect(try await officer.get(site.path("QN", "/probation.csv")).text.contains("2026-03-26"))
    #expect(try await officer.get("/").text.contains("Đến hạn công nhận chính thức"))
  }

  @Test("every number of the report on recruits opens to so many people")
  func report() async throws {
    let site = try await Site.small()
    let world = site.world
    try await world.candidate("Lê Thị Hoa", in: world.unit("C1"), since: "2025-08-01", from: .cooperative)
    var browser = try await site.visitor(.leader, in: "QN")
    let page = try await browser.get(site.path("QN", "/recruits"))
    #expect(PageChecker(page.text).faults == [])
    let links = PageChecker(page.text).addresses.filter { $0.contains("list=") }
      .map { $0.replacing("&amp;", with: "&") }
    #expect(links.count > 10)
    for link in links {
      let people = try await browser.get(link)
      #expect(people.status == 200)
      let rows = people.text.split(separator: "<tr><th scope=\"row\">").count - 1
      #expect(people.text.contains("<span class=\"great\">\(rows)</span>"), "\(link)")
    }
  }

  @Test("the report on recruits is a file too, of all or of the people of one number; who took it is known")
  func reportFile() async throws {
    let site = try await Site.small()
    let world = site.world
    let hoa = try await world.candidate(
      "Lê Thị Hoa",
      in: world.unit("C1"),
      since: "2025-08-01",
      from: .cooperative
    )
    try await world.candidate("Lê Văn Tư", in: world.unit("C1"), since: "2025-09-01", from: .student)
    var browser = try await site.visitor(.officer, in: "QN")
    let page = try await browser.get(site.path("QN", "/recruits")).text
    #expect(page.contains("/recruits.csv?from=") && page.contains("/recruits.xlsx?from="))
    let all = try await browser.get(site.path("QN", "/recruits.csv")).text
    #expect(all.contains("Lê Thị Hoa") && all.contains("Lê Văn Tư") && all.contains("cooperative"))
    let one = site.path("QN", "/recruits.csv?list=begun&by=source&value=student")
    let students = try await browser.get(one).text
    #expect(students.contains("Lê Văn Tư") && !students.contains("Lê Thị Hoa"))
    #expect(try await browser.get(site.path("QN", "/recruits.xlsx?list=admitted")).status == 200)
    #expect(try await world.read { try ReadingStore(db: $0).count(of: hoa, since: 0) } == 1)
  }

  @Test("a list asks as many questions however many candidates there are")
  func constant() async throws {
    let site = try await Site.small()
    let world = site.world
    var browser = try await site.visitor(.officer, in: "QN")
    func questions(_ page: String) async throws -> Int {
      let before = site.recorded.statements.count
      #expect(try await browser.get(site.path("QN", page)).status == 200)
      return site.recorded.statements.count - before
    }
    try await world.candidate("Lê Thị Hoa", in: world.unit("C1"), since: "2025-08-01")
    let (few, fewDue) = (try await questions("/candidates"), try await questions("/probation"))
    for number in 0..<30 {
      let one = try await world.candidate(
        "Lê Văn \(["An", "Bình", "Chi"][number % 3])",
        in: world.unit("C2"),
        since: "2025-08-01"
      )
      try await world.step(one, CandidateStep(.course), on: "2025-08-20")
    }
    #expect(try await questions("/candidates") == few)
    #expect(try await questions("/probation") == fewDue)
  }
}
