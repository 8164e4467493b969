import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Long work")
struct JobStoreTests {
  private static let now: Int64 = 1_800_000_000_000

  private func account(_ world: World) async throws -> ID<Account> {
    let deed = AddAccount(name: "ha", displayName: "Lê Thu Hà", person: nil, password: "")
    return ID(try await world.carryOut(deed).result ?? 0)
  }

  /// Looks at the table of work as somebody who asked for it.
  private func keeping(
    _ body: @escaping @Sendable (JobStore, ID<Account>, _ now: Int64) throws -> Void
  ) async throws {
    let world = try await World.small()
    let account = try await account(world)
    try await world.database.write { try body(JobStore(db: $0), account, JobStoreTests.now) }
  }

  @Test("each piece of work is taken by one runner only, the oldest first")
  func claimedOnce() async throws {
    try await keeping { store, account, now throws in
      let first = try store.make(.verifyJournal, by: account, at: now)
      let second = try store.make(.importPreview, by: account, at: now)
      #expect(first < second)
      #expect(try store.claim(by: "a", at: now)?.id == first)
      #expect(try store.claim(by: "b", at: now)?.id == second)
      #expect(try store.claim(by: "a", at: now) == nil)
      #expect(try store.job(first)?.state == .running)
      #expect(try store.job(first)?.attempts == 1)
      #expect(try store.countOpen(of: account) == 2)
      #expect(try store.open(.verifyJournal)?.id == first)
    }
  }

  @Test("what a runner says of work that is no longer its own is not heard")
  func notItsOwn() async throws {
    try await keeping { store, account, now throws in
      let id = try store.make(.importCommit, by: account, at: now)
      let job = try #require(try store.claim(by: "a", at: now))
      let early = try #require(try store.pulses().first)
      try store.beat(id, by: "a", step: "reading", done: 5, total: 9, at: now + 5000)
      #expect(try store.hearing(id, by: "a") == .goOn)
      // Whose heart has beaten since is not taken over.
      #expect(try store.takeOver(early, by: "b") == nil)
      let pulse = try #require(try store.pulses().first)
      #expect(pulse.job == id && pulse != early)
      #expect(try store.takeOver(pulse, by: "b")?.id == id)
      #expect(try store.takeOver(pulse, by: "c") == nil)
      #expect(try store.hearing(id, by: "a") == .lost)
      #expect(try store.hearing(id, by: "b") == .goOn)
      try store.beat(id, by: "a", step: "reading", done: 6, total: 9, at: now + 6000)
      try store.end(id, by: "a", as: .done, result: JobNotes(["rows": "1"]), at: now + 7000)
      #expect(try store.job(id)?.state == .running)
      #expect(try store.job(id)?.done == 5)
      try store.end(id, by: "b", as: .failed, result: JobNotes(["why": "vanished"]), at: now + 8000)
      #expect(try store.job(id)?.state == .failed)
      #expect(try store.job(id)?.result["why"] == "vanished")
      try store.again(id)
      #expect(try store.job(id)?.state == .waiting)
      #expect(try store.job(id)?.request == job.request)
    }
  }

  @Test("a heart beats on though the clock of its machine stands still or goes back")
  func beats() async throws {
    try await keeping { store, account, now throws in
      let id = try store.make(.importCommit, by: account, at: now)
      _ = try store.claim(by: "a", at: now)
      var seen: Set<JobPulse> = []
      for moment in [now, now, now - 3_600_000, now + 1, now + 9] {
        try store.beat(id, by: "a", step: nil, done: 0, total: nil, at: moment)
        seen.formUnion(try store.pulses())
      }
      #expect(seen.count == 5)
      #expect(try store.job(id)?.heartbeat == now + 9)
    }
  }

  @Test("work that waits stops at once; work that runs is told to")
  func stopped() async throws {
    try await keeping { store, account, now throws in
      let waiting = try store.make(.verifyJournal, by: account, at: now)
      try store.askToStop(waiting, at: now)
      #expect(try store.job(waiting)?.state == .stopped)
      let running = try store.make(.verifyJournal, by: account, at: now)
      _ = try store.claim(by: "a", at: now)
      try store.askToStop(running, at: now)
      #expect(try store.job(running)?.state == .running)
      #expect(try store.hearing(running, by: "a") == .stop)
      try store.release(running, by: "a", forgets: true)
      #expect(try store.job(running)?.attempts == 0)
      #expect(try store.job(running)?.state == .waiting)
    }
  }

  @Test("notes come back as they were written, whatever is in them")
  func notes() async throws {
    let world = try await World.small()
    let account = try await account(world)
    let said = JobNotes(["a": "một\nhai\\ba\tbốn\\n", "b": "", "trống": " "])
    try await world.database.write { (db) throws -> Void in
      let store = JobStore(db: db)
      let id = try store.make(.importPreview, by: account, said: said, at: JobStoreTests.now)
      #expect(try store.job(id)?.said == said)
    }
  }

  @Test("files of work stay for a week after it ended, then go")
  func filesGo() async throws {
    let world = try await World.small()
    let account = try await account(world)
    let day: Int64 = 86_400_000
    let now = JobStoreTests.now
    let bytes = Array("person,name\n".utf8)
    let hash = try FileHash(of: bytes)
    let job = try await world.database.write { db in
      try FileStore(db: db).keep(bytes, hash, type: "text/csv", at: now)
      let store = JobStore(db: db)
      let file = JobFile(part: "list", name: "members.csv", hash: hash)
      let id = try store.make(.importPreview, by: account, files: [file], at: now)
      _ = try store.claim(by: "a", at: now)
      try store.end(id, by: "a", as: .done, result: JobNotes(), at: now + 2 * day)
      return id
    }
    func later(_ days: Int64) async throws -> Bool {
      try await world.database.write { db in
        _ = try JobStore(db: db).make(.verifyJournal, by: account, at: now + days * day)
        let other = Array("\(days)".utf8)
        try FileStore(db: db).keep(other, FileHash(of: other), type: "text/csv", at: now + days * day)
        return try FileStore(db: db).file(hash) != nil && !JobStore(db: db).files(of: job).isEmpty
      }
    }
    #expect(try await later(8))
    #expect(try await !later(10))
    #expect(try await world.read { try FileStore(db: $0).file(hash) } == nil)
  }

  @Test("a long list is read a page at a time, and whole")
  func lines() async throws {
    let world = try await World.empty()
    let list = try LineFile()
    for number in 0..<1234 { try list.append([String(number), "dòng\n\(number)", ""]) }
    let (file, size) = try list.finish()
    let hash = try FileHash(of: file)
    let pages = try await world.database.write { db in
      let store = FileStore(db: db)
      try store.keep(file, hash, type: "x", at: 1)
      return try (0..<27).map { try store.lines(hash, page: $0, size: size) }
    }
    #expect(pages.map(\.count) == Array(repeating: 50, count: 24) + [34, 0, 0])
    #expect(pages.joined().map { $0[0] } == (0..<1234).map(String.init))
    #expect(pages[3][7] == ["157", "dòng 157", ""])
  }
}
