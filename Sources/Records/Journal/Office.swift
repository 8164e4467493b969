import Basics
package import Rules
package import Storage

/// Where deeds are carried out: one transaction, one entry each.
///
/// The same door for a page, a command and a list.
package struct Office: Sendable {
  package let database: any Database
  package let clock: Clock
  /// The regulations that deeds are held against, as shipped; an office's own versions go over them.
  package let regulations: RulebookLibrary

  package init(
    _ database: any Database,
    clock: Clock = .system,
    regulations: RulebookLibrary = RulebookLibrary()
  ) {
    self.database = database
    self.clock = clock
    self.regulations = regulations
  }

  /// Carries out one operation.
  /// - Throws: `Refused` when a rule or a right says no; nothing is written then.
  @discardableResult
  package func carryOut(_ errand: Errand) async throws -> Receipt {
    try await carryOut([errand])[0]
  }

  /// Carries out several operations in one transaction, an entry each: all of them, or none.
  ///
  /// When a server went away while it was asked to make them lasting, it is asked, once it or its successor is there
  /// again, whether it did: each operation has a token it is known by.
  package func carryOut(_ errands: [Errand]) async throws -> [Receipt] {
    let known = errands.map { errand in
      var known = errand
      known.request = errand.request ?? "own:\(Array(Passwords.token().prefix(16)).hex)"
      return known
    }
    let requests = known.compactMap(\.request)
    do {
      return try await database.write { db in
        let desk = try desk(db)
        return try known.map { try desk.carryOut($0) }
      }
    } catch StorageError.uncertain(let address) {
      guard let receipts = try await receipts(of: requests, address) else {
        throw StorageError.disconnected(address)
      }
      return receipts
    }
  }

  /// What came of operations whose server went away; `nil` when nothing did.
  ///
  /// Asked as a writer: whoever was still writing has ended by then.
  private func receipts(of requests: [String], _ address: String) async throws -> [Receipt]? {
    do {
      return try await database.write { db in
        let desk = try desk(db)
        let receipts = try requests.compactMap { try desk.receipt(of: $0) }
        return receipts.count == requests.count ? receipts : nil
      }
    } catch let error as StorageError where error.isAbsence {
      throw StorageError.uncertain(address)
    }
  }

  /// Carries out several operations as if, and takes all of it back: what `look` saw of it remains.
  ///
  /// `look` is given the record as it would be, and the last entry before.
  package func rehearse<Sight: Sendable>(
    _ errands: [Errand],
    _ look: @escaping @Sendable (any Connection, _ before: Int64) throws -> Sight
  ) async throws -> Sight {
    do {
      return try await database.write { db in
        let before = try JournalStore(db: db).head()
        let desk = try desk(db)
        for errand in errands { _ = try desk.carryOut(errand) }
        throw Rehearsed(sight: try look(db, before))
      }
    } catch let rehearsed as Rehearsed<Sight> {
      return rehearsed.sight
    }
  }

  package func desk(_ db: any Connection) throws -> Desk { try Desk(db, clock, regulations) }

  /// Ends a rehearsal: thrown so that the transaction is taken back.
  private struct Rehearsed<Sight: Sendable>: Error {
    let sight: Sight
  }
}

/// The journal while one transaction adds to it.
package final class Desk {
  private let db: any Connection
  private let clock: Clock
  private let regulations: RulebookLibrary
  private var seq: Int64
  private var lastMoment: Int64
  private var lastHash: [UInt8]
  private var consoles: [String: ID<Account>] = [:]

  package init(
    _ db: any Connection,
    _ clock: Clock,
    _ regulations: RulebookLibrary = RulebookLibrary()
  ) throws {
    self.db = db
    self.clock = clock
    self.regulations = regulations
    let head = try db.first("SELECT seq, moment, hash FROM entry ORDER BY seq DESC LIMIT 1") { row in
      (try row[0] as Int64, try row[1] as Int64, try row[2] as [UInt8])
    }
    (seq, lastMoment, lastHash) = head ?? (0, 0, [UInt8](repeating: 0, count: Digest.size))
  }

  package func carryOut(_ errand: Errand) throws -> Receipt {
    if let request = errand.request, let earlier = try receipt(of: request) { return earlier }
    try errand.seen?.demandUnchanged(db)
    let moment = max(clock.now(), lastMoment + 1)
    let entry = seq + 1
    var numbers = try Numbers(db, now: moment)

    // The entry stands first, so that what it writes can point to it; its digests follow.
    let account: ID<Account>? =
      if case .account(let account) = errand.actor { account } else { nil }
    let none: [UInt8] = []
    try db.execute(
      """
      INSERT INTO entry (seq, moment, account, operation, payload, rows, previous, hash)
      VALUES (\(entry), \(moment), \(account ?? ID(0)), \(type(of: errand.operation).operation),
        \(none), \(none), \(lastHash), \(none))
      """
    )
    let decision: ID<Decision>? = errand.decision == nil ? nil : numbers.draw()
    let work = Work(
      db: db,
      entry: entry,
      moment: moment,
      today: clock.day(of: moment),
      account: account,
      decision: decision,
      cited: errand.decision?.number,
      regulations: regulations,
      numbers: numbers
    )
    let author = try account ?? console(errand.actor, work)
    let filed = try errand.decision.map { try DecisionStore(db: db).file($0, as: decision ?? ID(0), work) }
    if let filed, let scan = errand.scan { try work.keep(scan, of: filed) }
    let result = try errand.operation.perform(work)
    try work.finish()

    let payload = Said.json(errand.operation.said)
    let line = EntryLine(
      seq: entry,
      moment: moment,
      account: author,
      operation: type(of: errand.operation).operation,
      decision: filed,
      request: errand.request,
      annuls: work.annuls,
      result: result,
      payload: Digest.of(payload),
      rows: try work.digests().packed,
      previous: lastHash
    )
    let hash = line.hash
    try db.execute(
      """
      UPDATE entry SET account = \(author), decision = \(filed), request = \(errand.request),
        annuls = \(work.annuls), result = \(result), payload = \(line.payload), rows = \(line.rows), hash = \(hash)
      WHERE seq = \(entry)
      """
    )
    try db.execute("INSERT INTO payload (entry, body) VALUES (\(entry), \(payload))")
    seq = entry
    lastMoment = moment
    lastHash = hash
    return Receipt(entry: entry, moment: moment, result: result, wasRepeated: false)
  }

  /// What came of this request when it was carried out before.
  ///
  /// What is told again is lasting again: something is written, so that a server that waits for its standby waits for
  /// all before it too.
  fileprivate func receipt(of request: String) throws -> Receipt? {
    let found = try db.first("SELECT seq, moment, result FROM entry WHERE request = \(request)") { row in
      Receipt(entry: try row[0], moment: try row[1], result: try row[2], wasRepeated: true)
    }
    if found != nil { try db.execute("UPDATE installation SET last_number = last_number WHERE id = 1") }
    return found
  }

  /// The account that stands for somebody at the console, made the first time.
  private func console(_ actor: Actor, _ work: Work) throws -> ID<Account> {
    guard case .console(let user) = actor else { return ID(0) }
    let name = "console:\(user)"
    if let known = consoles[name] { return known }
    let found: ID<Account>? = try db.value("SELECT id FROM account WHERE name = \(name)")
    let id = found ?? work.draw()
    if found == nil {
      try work.insert(.account, id, [name.sqlValue, name.sqlValue, ID<Person>.sqlNull])
    }
    consoles[name] = id
    return id
  }
}
