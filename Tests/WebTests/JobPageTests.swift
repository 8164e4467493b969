import Basics
import HTTPTypes
import Records
import Rules
import Storage
import TestWorld
import Testing
import Web

@Suite("Long work and its pages")
struct JobPageTests {
  private func sound(_ page: Browser.Page) {
    #expect(page.status == 200)
    #expect(PageChecker(page.text).faults == [])
  }

  @Test("the journal's chain is verified by a button, and its page says what was found")
  func verify() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.leader, in: "QN", language: "en")
    #expect(try await browser.get("/journal").text.contains("The chain has never been verified."))
    let job = try #require(try await browser.press("/journal/verify", on: "/journal").location)
    // Pressed twice it is verified once.
    #expect(try await browser.press("/journal/verify", on: "/journal").location == job)
    try await site.server.jobs.finishAll()
    let page = try await browser.get(job)
    sound(page)
    let head = try await site.world.head()
    #expect(page.text.contains("The chain holds: \(head) entries verified."))
    let journal = try await browser.get("/journal")
    sound(journal)
    #expect(journal.text.contains("The chain holds: \(head) entries verified"))
    // Somebody else who reads the journal sees the same.
    var officer = try await site.visitor(.officer, in: "QN")
    #expect(try await officer.get(job).status == 200)
    var lower = try await site.visitor(.officer, in: "HL")
    #expect(try await lower.get(job).status == 404)
    #expect(try await lower.press("/journal/verify", on: "/").status == 404)
  }

  @Test("a journal that was tampered with is told by the entry at which it breaks")
  func breaks() async throws {
    let site = try await Site.small()
    try await site.world.tamper { db in try db.execute("UPDATE entry SET account = account + 1 WHERE seq = 3")
    }
    var browser = try await site.visitor(.leader, in: "QN", language: "en")
    let job = try #require(try await browser.press("/journal/verify", on: "/journal").location)
    try await site.server.jobs.finishAll()
    #expect(try await browser.get(job).text.contains("The chain breaks at entry 3."))
    #expect(try await browser.get("/journal").text.contains("The chain breaks at entry 3."))
  }

  @Test("work that waits can be stopped, and done after all")
  func stopAndAgain() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN")
    let job = try #require(try await browser.handIn(.sound).location)
    #expect(try await browser.press("\(job)/stop", on: job).location == job)
    try await site.server.jobs.finishAll()
    let stopped = try await browser.get(job)
    sound(stopped)
    #expect(stopped.text.contains("Đã dừng theo yêu cầu."))
    #expect(try await browser.get("\(job)/progress").text.contains("data-over"))
    _ = try await browser.press("\(job)/again", on: job)
    try await site.server.jobs.finishAll()
    #expect(try await browser.get(job).text.contains("Nhập 5 dòng"))
  }

  @Test("what a server left behind is read again, and a deed is told as it is in the journal")
  func leftBehind() async throws {
    let site = try await Site.small()
    let world = site.world
    var browser = try await site.visitor(.officer, in: "QN", language: "en")
    let job = try #require(try await browser.handIn(.sound).location)
    func leaveBehind() async throws {
      let now = world.clock.clock.now()
      try await world.tamper { db in _ = try JobStore(db: db).claim(by: "gone", at: now) }
    }
    try await leaveBehind()
    try await site.server.jobs.finishAll()
    #expect(try await browser.get(job).text.contains("Beginning"))
    try await site.letSilencePass()
    #expect(try await browser.get(job).text.contains("Bring in 5 rows"))
    // A deed of which nothing was written fails, and can be done again.
    let commit = try #require(try await browser.press("\(job)/import", on: job).location)
    try await leaveBehind()
    try await site.letSilencePass()
    let failed = try await browser.get(commit)
    sound(failed)
    #expect(
      failed.text.contains("The server went down in the middle of it.") && failed.text.contains("Do it again")
    )
    _ = try await browser.press("\(commit)/again", on: commit)
    try await site.server.jobs.finishAll()
    let head = try await world.head()
    #expect(try await browser.get(commit).text.contains("5 rows brought in."))
    // One that was written before its server vanished is done.
    let key = try #require(ID<Job>(String(commit.suffix(13))))
    try await world.tamper { db in
      try db.execute(
        "UPDATE job SET state = 'running', heartbeat = 1, ended = NULL, entry = NULL WHERE id = \(key)"
      )
    }
    try await site.letSilencePass()
    let done = try await browser.get(commit)
    #expect(done.text.contains("5 rows brought in.") && done.text.contains("/journal/\(head)"))
    #expect(try await world.head() == head)
  }

  @Test("who may no longer bring in lists brings in nothing by work put on the list before")
  func withdrawn() async throws {
    let site = try await Site.small()
    let world = site.world
    let account = try await site.account("ha")
    try await world.grant(.officer, in: world.unit("QN"), to: account)
    var browser = try await site.signedIn("ha")
    let job = try #require(try await browser.handIn(.sound).location)
    try await world.tamper { db in
      try db.execute("UPDATE access_grant SET start_on = '2019-01-01', end_on = '2020-01-01'")
    }
    try await site.server.jobs.finishAll()
    let state = try await world.read { db in try db.value("SELECT state FROM job", as: String.self) }
    #expect(state == "failed")
    #expect(try await browser.get(job).status == 200)
    #expect(try await !browser.get(job).text.contains("Nhập 5 dòng"))
  }
}
