import Basics
import HTTPTypes
import Records
import Rules
import Storage
import TestWorld
import Testing
import Web

@Suite("Bringing in lists by the browser")
struct ImportPageTests {
  /// The number of members of the province today.
  private func members(_ site: Site) async throws -> Int {
    try await site.world.members(site.world.unit("QN"), on: World.today)
  }

  private func sound(_ page: Browser.Page, _ status: Int = 200) {
    #expect(page.status == status)
    #expect(PageChecker(page.text).faults == [])
  }

  @Test("sound lists are previewed, brought in as one entry, and are then in the record")
  func whole() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN")
    sound(try await browser.get("/import"))
    let before = try await members(site)
    let head = try await site.world.head()
    let job = try #require(try await browser.handIn(.sound).location)
    let waiting = try await browser.get(job)
    sound(waiting)
    #expect(waiting.text.contains("Đang chờ đến lượt") && waiting.text.contains("data-progress"))
    try await site.server.jobs.finishAll()
    let preview = try await browser.get(job)
    sound(preview)
    #expect(preview.text.contains("Nhập 5 dòng") && !preview.text.contains("Chỉ nhập"))
    #expect(try await members(site) == before)
    #expect(try await site.world.head() == head)
    for (part, words) in [("new-units", "Chi bộ thôn Mới"), ("new-members", "Lò Văn Pản")] {
      let rows = try await browser.get("\(job)/rows/\(part)")
      sound(rows)
      #expect(rows.text.contains(words))
    }
    let commit = try #require(try await browser.press("\(job)/import", on: job).location)
    // A second press is the same deed.
    #expect(try await browser.press("\(job)/import", on: job).location == commit)
    try await site.server.jobs.finishAll()
    let done = try await browser.get(commit)
    sound(done)
    #expect(done.text.contains("Đã nhập 5 dòng.") && done.text.contains("/journal/\(head + 1)"))
    #expect(try await browser.press("\(job)/import", on: job).location == commit)
    try await site.server.jobs.finishAll()
    #expect(try await members(site) == before + 2)
    #expect(try await site.world.head() == head + 1)
    #expect(try await browser.get(job).text.contains("/journal/\(head + 1)"))
    sound(try await browser.get("/jobs"))
  }

  @Test("refused rows are told with what is written there and why; the sound ones can be taken alone")
  func mixed() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN")
    let before = try await members(site)
    let job = try #require(try await browser.handIn(.mixed).location)
    try await site.server.jobs.finishAll()
    let preview = try await browser.get(job)
    sound(preview)
    #expect(preview.text.contains("2022-02-31") && preview.text.contains("Chỉ nhập 5 dòng hợp lệ"))
    #expect(preview.text.contains("Có 2 dòng bị từ chối"))
    sound(try await browser.get("\(job)/rows/problems"))
    let list = try await browser.get("\(job)/files/refused?name=members.csv")
    #expect(list.status == 200)
    #expect(list.text.contains("Lò Văn Pản") && list.text.contains("reason refused"))
    #expect(!list.text.contains("Vừ A Páo"))
    #expect(list.text.contains("không phải là một ngày"))
    let book = try await browser.get("\(job)/files/refused?name=refused.xlsx")
    #expect(book.status == 200 && book.text.hasPrefix("PK"))
    #expect(try await browser.get("\(job)/files/list?name=members.csv").text == SentLists.mixed.files[1].text)
    // Not without saying so.
    #expect(try await browser.press("\(job)/import", on: job).location == job)
    let commit = try #require(try await browser.press("\(job)/import", on: job, "&valid=yes").location)
    #expect(commit != job)
    try await site.server.jobs.finishAll()
    let done = try await browser.get(commit)
    #expect(done.text.contains("Đã nhập 5 dòng.") && done.text.contains("2 dòng bị từ chối"))
    #expect(try await members(site) == before + 2)
  }

  @Test("when the record has moved since the preview, it is made again and says so")
  func moved() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN", language: "en")
    let job = try #require(try await browser.handIn(.sound).location)
    try await site.server.jobs.finishAll()
    let world = site.world
    try await world.rename(world.unit("C1"), "Chi bộ thôn Khác", on: "2025-11-01")
    let again = try #require(try await browser.press("\(job)/import", on: job).location)
    try await site.server.jobs.finishAll()
    let preview = try await browser.get(again)
    sound(preview)
    #expect(again != job && preview.text.contains("The record had changed since the preview"))
    // And when it moves while the work waits, nothing is written.
    let commit = try #require(try await browser.press("\(again)/import", on: again).location)
    try await world.rename(world.unit("C1"), "Chi bộ thôn Khác nữa", on: "2025-11-02")
    let head = try await world.head()
    try await site.server.jobs.finishAll()
    let failed = try await browser.get(commit)
    sound(failed)
    #expect(failed.text.contains("The record has changed since the preview."))
    #expect(failed.text.contains("Preview again"))
    #expect(try await world.head() == head)
    let third = try #require(try await browser.press("\(commit)/again", on: commit).location)
    try await site.server.jobs.finishAll()
    #expect(try await browser.get(third).text.contains("Bring in 5 rows"))
  }

  @Test("lists that are in the record already bring nothing new")
  func known() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN", language: "en")
    for _ in 0..<2 {
      let job = try #require(try await browser.handIn(.sound).location)
      try await site.server.jobs.finishAll()
      let commit = try #require(try await browser.press("\(job)/import", on: job).location)
      try await site.server.jobs.finishAll()
      let page = try await browser.get(commit)
      #expect(page.text.contains(commit == job ? "Nothing is new" : "5 rows brought in."))
    }
  }

  @Test("what cannot be a list is told by the field, and nothing is kept")
  func objections() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN", language: "en")
    let cases: [(names: [String], words: String)] = [
      ([], "No file was chosen."), (["notes.txt"], "“notes.txt” is no .xlsx"),
      (["members.csv", "members (1).csv"], "There are two files for “members”."),
      (["book.xlsx", "members.csv"], "Send one .xlsx book by itself."),
      (["list.csv"], "“list.csv” is no .xlsx"),
    ]
    for (names, words) in cases {
      let page = try await browser.handIn(SentLists(files: names.map { ($0, "person\n") }))
      sound(page, 422)
      #expect(page.text.contains(words), "\(names)")
    }
    #expect(try await site.world.read { try $0.count("SELECT count(*) FROM file") } == 0)
    let jobs = try await site.world.read { try $0.count("SELECT count(*) FROM job") }
    #expect(jobs == 0)
  }

  @Test("files that are not what their names say are told in words")
  func unreadable() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN", language: "en")
    let cases: [(name: String, text: String, words: String)] = [
      ("book.xlsx", "PK not really", "is not a sound .xlsx book"),
      ("members.csv", "person,name\n\"open", "a quote opens here and never closes"),
      ("members.csv", "", "There are no rows in the lists."),
      ("members.csv", "person;name\n1;2\n", "admitted"),
    ]
    for (name, text, words) in cases {
      let job = try #require(try await browser.handIn(SentLists(files: [(name, text)])).location)
      try await site.server.jobs.finishAll()
      let page = try await browser.get(job)
      sound(page)
      #expect(page.text.contains(words), "\(name) \(text)")
    }
  }

  @Test("only those who may bring in lists come in, and nobody sees what another one sent")
  func rights() async throws {
    let site = try await Site.small()
    var officer = try await site.visitor(.officer, in: "QN")
    let job = try #require(try await officer.handIn(.mixed).location)
    try await site.server.jobs.finishAll()
    var keeper = try await site.visitor(.administrator, in: "QN")
    let seen = try await keeper.get(job)
    sound(seen)
    #expect(!seen.text.contains("2022-02-31") && !seen.text.contains("Nhập"))
    #expect(try await keeper.get("/jobs").text.contains(job))
    let rest = [
      "rows/problems", "rows/new-members", "files/refused?name=members.csv", "files/list?name=members.csv",
    ]
    for part in rest { #expect(try await keeper.get("\(job)/\(part)").status == 404) }
    #expect(try await keeper.press("\(job)/import", on: "/jobs", "&valid=yes").status == 404)
    #expect(try await keeper.press("\(job)/again", on: "/jobs").status == 404)
    try await site.account("lower", [(.officer, site.world.unit("HL"))])
    try await site.account("head", [(.leader, site.world.unit("QN"))])
    try await site.account("twin", [(.officer, site.world.unit("QN"))])
    for name in ["lower", "head", "twin"] {
      var other = try await site.signedIn(name)
      #expect(try await other.get(job).status == 404, "\(name)")
      #expect(try await other.get("\(job)/progress").status == 404, "\(name)")
      for part in rest { #expect(try await other.get("\(job)/\(part)").status == 404, "\(name)") }
      #expect(try await other.press("\(job)/stop", on: "/jobs").status == 404, "\(name)")
      let page = try await other.get("/import")
      #expect(page.status == (name == "twin" ? 200 : 404), "\(name)")
      if name != "twin" {
        let sent = try await other.send(
          .post,
          "/import",
          SentLists.sound.body("x"),
          [.contentType: SentLists.type]
        )
        #expect(sent.status == 404, "\(name)")
      }
    }
    let stale = try await officer.send(
      .post,
      "/import",
      SentLists.sound.body("x"),
      [.contentType: SentLists.type]
    )
    #expect(stale.status == 403)
  }

  @Test("templates are given out, and are sound lists themselves")
  func templates() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN")
    for name in ["units.csv", "members.csv", "affiliations.csv", "posts.csv", "chibo.xlsx"] {
      let file = try await browser.get("/import/templates/\(name)")
      #expect(file.status == 200, "\(name)")
      #expect(file.fields[.contentDisposition]?.contains(name) == true)
    }
    #expect(try await browser.get("/import/templates/units.csv").text.contains("trực thuộc"))
    for name in ["x.csv", "..%2fchibo.css", "units"] {
      #expect(try await browser.get("/import/templates/\(name)").status == 404)
    }
  }
}
