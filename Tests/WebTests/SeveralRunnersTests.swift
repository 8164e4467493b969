import Basics
import HTTPTypes
import Records
import Rules
import Storage
import Synchronization
import TestWorld
import Testing
import Web

@Suite("Long work of several servers")
struct SeveralRunnersTests {
  /// Two servers, of which the first can be cut off while it writes, and lists that wait to be brought in.
  private struct Desk {
    let sites: TwoSites
    let gate: GatedDatabase
    var here: Browser
    var there: Browser
    /// The preview, which is done, and the work that brings in, which waits.
    let preview: String
    let commit: String

    init(ahead: [Int64] = [0, 0]) async throws {
      let made = Mutex<GatedDatabase?>(nil)
      sites = try await TwoSites(ahead: ahead) { database in
        let gate = GatedDatabase(database)
        made.withLock { $0 = gate }
        return gate
      }
      gate = try #require(made.withLock { $0 })
      here = try await sites.one.visitor(.officer, in: "QN", language: "en")
      there = here.at(sites.other)
      preview = try #require(try await here.handIn(.sound).location)
      try await sites.one.server.jobs.finishAll()
      commit = try #require(try await here.press("\(preview)/import", on: preview).location)
    }

    var id: ID<Job> {
      get throws { try #require(ID<Job>(String(commit.suffix(13)))) }
    }

    /// Lets the first server begin, and cuts it off before it writes: comes back with the work it is still at.
    func cutOff() async throws -> Task<Void, any Error> {
      gate.shut(after: 1)
      let jobs = sites.one.server.jobs
      let work = Task { try await jobs.finishAll() }
      await gate.isReached()
      return work
    }

    func job() async throws -> Job {
      let id = try id
      return try #require(try await sites.other.world.read { try JobStore(db: $0).job(id) })
    }

    func head() async throws -> Int64 { try await sites.other.world.head() }
  }

  @Test(
    "work left behind is judged by what one saw oneself, however the machines' clocks differ",
    arguments: [[0, 0], [7_200_000, 0], [0, 7_200_000]] as [[Int64]]
  )
  func clocks(ahead: [Int64]) async throws {
    var desk = try await Desk(ahead: ahead)
    let other = desk.sites.other
    let id = try desk.id
    let moment = desk.sites.one.world.clock.now
    try await desk.sites.one.world.tamper { db in _ = try JobStore(db: db).claim(by: "gone", at: moment) }
    // A server that has just come up has seen nothing yet, and neither do long hours pass at once.
    try await other.server.jobs.finishAll()
    #expect(try await desk.job().state == .running)
    for turn in 1...9 {
      try await desk.sites.one.world.tamper { db in
        try JobStore(db: db).beat(id, by: "gone", step: nil, done: turn, total: nil, at: moment)
      }
      other.world.clock.step(milliseconds: 3_000)
      try await other.server.jobs.finishAll()
      #expect(try await desk.job().state == .running, "whose heart beats is alive")
    }
    other.world.clock.step(milliseconds: 3_600_000)
    try await other.server.jobs.finishAll()
    #expect(try await desk.job().state == .running, "who did not look has not seen it still")
    try await other.letSilencePass()
    #expect(try await desk.job().state == .failed)
    #expect(try await desk.job().result["why"] == "vanished")
    let head = try await desk.head()
    _ = try await desk.there.press("\(desk.commit)/again", on: desk.commit)
    try await other.server.jobs.finishAll()
    #expect(try await desk.here.get(desk.commit).text.contains("5 rows brought in."))
    #expect(try await desk.head() == head + 1)
  }

  @Test("while somebody holds the writer's lock no heart can beat, and none is thought dead")
  func heldLock() throws {
    let one = JobPulse(job: ID(1), runner: "a", attempts: 1, heartbeat: 5)
    var watch = JobWatch()
    func looks(at moment: Int64) -> Bool { watch.look([one], at: moment) }
    func confirms(_ pulse: JobPulse, at moment: Int64) -> Bool {
      watch.confirm([pulse], at: moment) == [pulse]
    }
    let first = looks(at: 0)
    #expect(!first)
    for second in 1...30 {
      // Each time the lock was waited for.
      let isStill = looks(at: Int64(second) * 3_000)
      #expect(isStill)
      watch.forget()
    }
    // The lock is free again: from here on it is silence.
    let found = [91_000, 96_000, 100_999, 101_000].map { confirms(one, at: $0) }
    #expect(found == [false, false, false, true])
    // A beat in between, and all begins anew; so it does when it was begun again.
    let beaten = JobPulse(job: ID(1), runner: "a", attempts: 1, heartbeat: 6)
    let again = JobPulse(job: ID(1), runner: "a", attempts: 2, heartbeat: 6)
    let anew = [confirms(beaten, at: 104_000), confirms(beaten, at: 113_000), confirms(again, at: 122_000)]
    #expect(anew == [false, false, false])
  }

  @Test("a deed that was taken over while its server was cut off is done once, and both tell the same")
  func takenOver() async throws {
    var desk = try await Desk()
    let head = try await desk.head()
    let work = try await desk.cutOff()
    try await desk.sites.other.letSilencePass()
    #expect(try await desk.job().result["why"] == "vanished")
    // Not done again by anybody yet, the first comes back: what is no longer its own it does not write.
    desk.gate.open()
    try await work.value
    #expect(try await desk.head() == head)
    #expect(try await desk.here.get(desk.commit).text.contains("Nothing is half done."))
    _ = try await desk.there.press("\(desk.commit)/again", on: desk.commit)
    try await desk.sites.other.server.jobs.finishAll()
    for page in try await [desk.here.get(desk.commit), desk.there.get(desk.commit)] {
      #expect(page.text.contains("5 rows brought in."))
    }
    #expect(try await desk.head() == head + 1)
  }

  @Test("a deed that was done again elsewhere before its first server came back is one entry")
  func doneElsewhere() async throws {
    var desk = try await Desk()
    let head = try await desk.head()
    let work = try await desk.cutOff()
    try await desk.sites.other.letSilencePass()
    _ = try await desk.there.press("\(desk.commit)/again", on: desk.commit)
    try await desk.sites.other.server.jobs.finishAll()
    #expect(try await desk.head() == head + 1)
    desk.gate.open()
    try await work.value
    #expect(try await desk.head() == head + 1)
    let job = try await desk.job()
    #expect(job.entry == head + 1 && job.state == .done)
    #expect(try await desk.sites.one.world.read { try IntegrityChecks(db: $0).run().isEmpty })
  }

  @Test("the token of a job makes one entry of it, even for two who both believe that it is theirs")
  func token() async throws {
    let desk = try await Desk()
    let world = desk.sites.one.world
    let head = try await desk.head()
    let job = try await desk.job()
    var receipts: [Receipt] = []
    for site in [desk.sites.one, desk.sites.other] {
      let deed = FoundUnit(
        code: "Z1",
        name: "Chi bộ Mới",
        kind: .cell,
        sector: .residential,
        parent: world.unit("B1"),
        day: World.today
      )
      receipts.append(try await site.world.carryOut(deed, request: job.request))
    }
    #expect(receipts.map(\.wasRepeated) == [false, true])
    #expect(Set(receipts.map(\.entry)) == [head + 1])
    #expect(try await desk.head() == head + 1)
  }

  @Test("work that was written before its server vanished is done, though somebody asked it to stop")
  func stoppedTooLate() async throws {
    var desk = try await Desk()
    try await desk.sites.one.server.jobs.finishAll()
    let entry = try await desk.head()
    let id = try desk.id
    try await desk.sites.one.world.tamper { db in
      try db.execute(
        """
        UPDATE job SET state = 'running', runner = 'gone', heartbeat = 1, ended = NULL, entry = NULL, stopping = 1
        WHERE id = \(id)
        """
      )
    }
    try await desk.sites.other.letSilencePass()
    let job = try await desk.job()
    #expect(job.state == .done && job.entry == entry)
    #expect(try await desk.there.get(desk.commit).text.contains("5 rows brought in."))
  }

  @Test("asked at another server to stop, work stops before it writes, and nothing is written")
  func stopped() async throws {
    var desk = try await Desk()
    let head = try await desk.head()
    let work = try await desk.cutOff()
    #expect(try await desk.there.press("\(desk.commit)/stop", on: desk.commit).status == 303)
    let waiting = try await desk.there.get("\(desk.commit)/progress").text
    #expect(waiting.contains("The server that runs it stops when it hears of it."))
    #expect(!waiting.contains("Nothing is written."))
    desk.gate.open()
    try await work.value
    #expect(try await desk.job().state == .stopped)
    #expect(try await desk.head() == head)
    #expect(try await desk.there.get(desk.commit).text.contains("It was stopped, as asked."))
  }

  @Test(
    "while another server writes, a wish to stop its work is told to be too early, and is good afterwards"
  )
  func cannotStop() async throws {
    let desk = try await Desk()
    let patient = ServerOptions(patience: .milliseconds(20))
    let hasty = Site(desk.sites.record.worlds[1], through: nil, patient)
    let work = try await desk.cutOff()
    let token = try await desk.here.at(hasty).token(of: desk.commit)
    let lock = await HeldLock(of: desk.sites.record.worlds[0].database)
    var there = desk.here.at(hasty)
    let told = try await there.post("\(desk.commit)/stop", ["token": token])
    #expect(told.status == 503 && told.fields[.retryAfter] != nil)
    #expect(PageChecker(told.text).faults == [])
    #expect(told.text.contains("It cannot be stopped just now."))
    #expect(told.text.contains("action=\"\(desk.commit)/stop\""))
    try await lock.release()
    var later = desk.there
    #expect(try await later.post("\(desk.commit)/stop", ["token": token]).status == 303)
    desk.gate.open()
    try await work.value
    #expect(try await desk.job().state == .stopped)
  }

  @Test("a page tells of work on another server what is in the record, with when that was, and no more")
  func toldElsewhere() async throws {
    var desk = try await Desk(ahead: [0, 3_600_000])
    let id = try desk.id
    let moment = desk.sites.one.world.clock.now
    try await desk.sites.one.world.tamper { db in
      let store = JobStore(db: db)
      _ = try store.claim(by: "elsewhere", at: moment)
      try store.beat(id, by: "elsewhere", step: "judging", done: 3, total: 5, at: moment)
    }
    for page in try await [desk.here.get(desk.commit), desk.there.get("\(desk.commit)/progress")] {
      #expect(PageChecker(page.text).faults == [])
      #expect(page.text.contains("3 / 5 lines"))
      #expect(page.text.contains("It runs on another server. This is how far it was at"))
      #expect(page.text.contains("at 3 Nov 2025 08:23."))
      #expect(!page.text.contains("left"))
    }
  }
}

extension Browser {
  /// The token of the forms of a page.
  func token(of path: String) async throws -> String {
    var browser = self
    return try await browser.get(path).hidden("token") ?? ""
  }
}
