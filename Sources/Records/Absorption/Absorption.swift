package import Basics
package import Rules
package import Storage

/// Another installation on its way into this one: looked through first, then brought in, or only tried.
package struct Absorption: Sendable {
  private let other: any Database
  private let office: Office
  private let under: String
  private let day: CivilDate

  /// `under`: the code of the unit under which its top unit comes to stand from the day on.
  package init(of other: any Database, into office: Office, under: String, on day: CivilDate) {
    self.other = other
    self.office = office
    self.under = under
    self.day = day
  }

  /// Brings it in, or says what stands in the way.
  ///
  /// - Parameters:
  ///   - actor: who answers for it.
  ///   - isDryRun: whether all of it is taken back.
  ///   - request: a token by which a repeat is known.
  ///   - progress: told how many rows have come, from time to time.
  /// - Returns: what both held and what all hold, or what stands in the way.
  /// - Throws: what an engine throws.
  package func run(
    by actor: Actor,
    isDryRun: Bool = false,
    request: String? = nil,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> AbsorptionReport {
    let (under, day) = (under, day)
    guard try await other.migrated() == Schema.migrations.map(\.name) else {
      return AbsorptionReport(blocking: [Obstacle(nil, .absorption(.otherVersion))])
    }
    let sight = try await other.read { try OtherRecord($0, on: day) }
    var report = AbsorptionReport(sight)
    report.blocking = try await office.database.read {
      try sight.obstacles(under: under, on: day, in: $0)
    }
    if !report.blocking.isEmpty { return report }
    do {
      try await bring(sight, by: actor, isDryRun, request, progress, &report)
    } catch let refused as Refused {
      report.blocking = refused.objections.map { Obstacle(nil, $0.refusal) }
    }
    return report
  }

  private func bring(
    _ sight: OtherRecord,
    by actor: Actor,
    _ isDryRun: Bool,
    _ request: String?,
    _ progress: @escaping @Sendable (Int) -> Void,
    _ report: inout AbsorptionReport
  ) async throws {
    let pipe = RowPipe()
    let absorb = AbsorbRecord(sight, under: under, on: day, from: pipe, progress: progress)
    let errand = Errand(absorb, by: actor, request: request)
    async let sent: Void = send(sight, into: pipe)
    do {
      if isDryRun {
        try await office.rehearse([errand]) { _, _ in }
      } else {
        report.entry = try await office.carryOut(errand).entry
      }
    } catch {
      pipe.giveUp()
      // The first cause is told: that of the reader, when it was the reader that gave up.
      if error is RowPipe.Broken { try await sent }
      guard error is NotBalanced, let outcome = absorb.result else { throw error }
      return report.take(outcome, of: sight)
    }
    // A request that was carried out before takes nothing.
    guard let outcome = absorb.result else {
      pipe.giveUp()
      try? await sent
      return
    }
    try await sent
    report.take(outcome, of: sight)
  }

  /// Sends all of it as of one moment: that at which it was looked through.
  private func send(_ sight: OtherRecord, into pipe: RowPipe) async throws {
    do {
      try await other.read { db in
        let head: [UInt8]? = try db.value("SELECT e.hash FROM entry e ORDER BY e.seq DESC LIMIT 1")
        guard head == sight.head else { throw Refused(nil, .absorption(.otherMoved)) }
        for (number, parcel) in Parcel.all.enumerated() {
          try pipe.put(try db.cursor(parcel.rows), of: number, columns: parcel.columns)
        }
        pipe.complete()
      }
    } catch {
      pipe.giveUp()
      throw error
    }
  }
}

/// What came of bringing in another installation, or would come of it.
package struct AbsorptionReport: Sendable {
  package var installation: Int64?
  /// The code of its top unit.
  package var origin: String?
  package var entries: Int64 = 0
  package var head: [UInt8] = []
  /// What the units of both held, and what all units hold now.
  package var before = Holdings()
  package var after = Holdings()
  package var isBalanced = false
  package var renamed: [Renamed] = []
  package var alike: [AlikePeople] = []
  package var blocking: [Obstacle] = []
  package var advisory: [AbsorptionAdvice] = []
  package var rows = 0
  /// The entry that brought it in.
  package var entry: Int64?

  init(blocking: [Obstacle]) { self.blocking = blocking }

  init(_ other: OtherRecord) {
    installation = other.installation
    origin = other.roots.count == 1 ? other.roots.first?.code : nil
    entries = other.entries
    head = other.head
  }

  fileprivate mutating func take(_ outcome: AbsorbRecord.Outcome, of other: OtherRecord) {
    (before, after, isBalanced) = (outcome.before, outcome.after, outcome.isBalanced)
    (renamed, alike, rows) = (outcome.renamed, outcome.alike, outcome.rows)
    if !alike.isEmpty { advisory.append(.alike(alike.count)) }
    if outcome.identifiersLeft > 0 { advisory.append(.identifiersStayed(outcome.identifiersLeft)) }
    let units = renamed.count { $0.kind == .unit }
    if !renamed.isEmpty { advisory.append(.renamed(units: units, people: renamed.count - units)) }
    if other.accounts + other.grants > 0 {
      advisory.append(.accountsStayed(other.accounts, grants: other.grants))
    }
  }
}
