package import Basics
package import Rules
package import Storage

/// Who waits for a large plan, and hears how far it is.
package struct ReorganiseWatch: Sendable {
  /// Called in the transaction, before anything is written.
  let begin: @Sendable (any Connection) throws -> Void
  /// How many people are passed on, of how many.
  let progress: @Sendable (Int, Int) throws -> Void

  package init(
    onBegin begin: @escaping @Sendable (any Connection) throws -> Void,
    progress: @escaping @Sendable (Int, Int) throws -> Void
  ) {
    self.begin = begin
    self.progress = progress
  }
}

/// Takes the steps of a plan that one decision orders: units begin, change and end on one day, and whatever they
/// held goes to those that take over.
///
/// A plan with several decisions is several of these in one transaction.
package struct Reorganise: Operation {
  package static let operation = "reorganise"
  package var day: CivilDate
  package var steps: [PlannedStep]
  /// The number of the first step in the whole plan, from 1.
  package var first: Int
  /// The plan as it was written, kept with its first part.
  package var body: String?
  var watch: ReorganiseWatch?

  package init(_ steps: [PlannedStep], on day: CivilDate, first: Int = 1, body: String? = nil) {
    self.steps = steps
    self.day = day
    self.first = first
    self.body = body
  }

  package var said: [(name: String, value: String?)] {
    [("day", day.description)]
      + steps.enumerated().map { index, planned in
        let words = [planned.step.units, planned.step.heirs].map { $0.joined(separator: " ") }
        return (
          "\(first + index) \(planned.step.name)", words.filter { !$0.isEmpty }.joined(separator: " → ")
        )
      }
  }

  package func perform(_ work: Work) throws -> Int64? {
    try watch?.begin(work.db)
    var tree = try ReorganisationStore(db: work.db).tree(on: day, for: steps)
    let before = tree.named
    let sheet = tree.take(steps)
    try sheet.allBlocking.map { Objection(.day, .ofUnit($0.unit ?? "", $0.refusal)) }.raise()

    var change = TreeChange(tree, work)
    try change.demandRights()
    try change.writeUnits()
    let sent = try change.sent(before)
    try change.passOnPeople(sent, watch)
    try change.passOnMatters(sent)
    try change.writeLineage()
    try UnitStore(db: work.db).demandSound(change.touched)
    return try keep(change, work).number
  }

  /// Writes down which steps of which plan these are.
  private func keep(_ change: TreeChange, _ work: Work) throws -> ID<Reorganisation> {
    let store = ReorganisationStore(db: work.db)
    let earlier = first > 1 ? try store.plan(of: work.entry - 1) : nil
    let plan: ID<Reorganisation> = earlier ?? work.draw()
    if earlier == nil { try work.insert(.reorganisation, plan, [day.sqlValue, (body ?? "").sqlValue]) }
    for (index, planned) in steps.enumerated() {
      for unit in (planned.step.units + planned.step.heirs).compactMap({ change.id($0) }) {
        try work.insert(
          .reorganisationStep,
          work.draw(ReorganisationStep.self),
          [plan.sqlValue, (first + index).sqlValue, planned.step.name.sqlValue, unit.sqlValue]
        )
      }
    }
    return plan
  }
}

extension Office {
  /// Carries out a plan in one transaction, an entry for each of its decisions: all of it, or nothing.
  ///
  /// - Parameters:
  ///   - plan: what is to happen.
  ///   - body: the plan as it was written.
  ///   - actor: who answers for it.
  ///   - request: a token by which a repeat is known.
  /// - Returns: the entries, in order.
  /// - Throws: `Refused`, with everything that stands in its way.
  @discardableResult
  package func carryOut(
    _ plan: ReorganisationPlan,
    body: String,
    by actor: Actor,
    request: String? = nil
  ) async throws -> [Receipt] {
    try await carryOut(try await errands(of: plan, body: body, by: actor, request: request))
  }

  /// What a plan would meet when it is carried out: empty when nothing refuses it.
  ///
  /// It is carried out, and taken back.
  package func rehearse(_ plan: ReorganisationPlan, by actor: Actor) async throws -> [Objection] {
    do {
      try await rehearse(try await errands(of: plan, body: "", by: actor, request: nil)) { _, _ in }
      return []
    } catch let refused as Refused {
      return refused.objections
    }
  }

  func errands(
    of plan: ReorganisationPlan,
    body: String,
    by actor: Actor,
    request: String?,
    watch: ReorganiseWatch? = nil
  ) async throws -> [Errand] {
    let issuers = Set(plan.steps.compactMap { $0.decision?.issuer })
    let known = try await database.read { db in
      try issuers.reduce(into: [String: ID<Unit>]()) { $0[$1] = try UnitStore(db: db).unit(code: $1) }
    }
    if let unknown = issuers.sorted().first(where: { known[$0] == nil }) {
      throw Refused(.issuer, .unknownUnit(unknown))
    }
    var first = 1
    return plan.parts.map { part in
      defer { first += part.count }
      let decision = part.first?.decision.map { decision in
        DecisionText(
          number: decision.number,
          signed: decision.signed,
          issuer: decision.issuer.flatMap { known[$0] },
          signer: decision.signer,
          basis: decision.basis
        )
      }
      var deed = Reorganise(part, on: plan.effective, first: first, body: first == 1 ? body : nil)
      deed.watch = watch
      return Errand(
        deed,
        by: actor,
        under: decision,
        request: request.map { "\($0):\(first)" }
      )
    }
  }

  /// Undoes a plan: its entries are annulled, the newest first, in one transaction; the plan of an office that was
  /// signed is opened again.
  @discardableResult
  package func undo(
    _ plan: ID<Reorganisation>,
    why: String?,
    by actor: Actor,
    request: String? = nil,
    watch: ReorganiseWatch? = nil
  ) async throws -> [Receipt] {
    let (entries, draft) = try await database.read { db in
      let entries = try ReorganisationStore(db: db).entries(of: plan)
      return (entries, try entries.first.flatMap { try DraftStore(db: db).closed(after: $0) })
    }
    if entries.isEmpty { throw Refused(.entry, .unknownEntry(0)) }
    let annulments = entries.map { entry in
      Errand(AnnulEntry(entry: entry, why: why), by: actor, request: request.map { "\($0):\(entry)" })
    }
    let reopen = draft.map { draft in
      Errand(
        ReopenPlan(plan: draft, why: why, watch: watch),
        by: actor,
        request: request.map { "\($0):close" }
      )
    }
    // The one that asks who may do it comes first.
    return try await carryOut((reopen.map { [$0] } ?? []) + annulments)
  }
}
