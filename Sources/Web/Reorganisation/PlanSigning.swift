import Basics
import Markup
import Records
import RulebookFiles
import Rules
import Storage

/// Signs a plan, or undoes one: at once when it is small, as a job of its own when it moves thousands.
struct PlanSigning: Sendable {
  enum Act: String, Sendable {
    case sign, undo
  }

  let reception: Reception
  let runner: JobRunner
  /// With more members than this whose unit changes it is a job.
  let atOnce: Int

  /// Does it, or puts it on the list of work.
  /// - Returns: where to go on; `nil` when the number typed is not the plan's.
  /// - Throws: `Refused`, with everything that stands in its way.
  func carryOut(
    _ act: Act,
    _ plan: ID<FactMark>,
    _ draft: PlanDesk.Draft,
    _ form: AccountForm
  ) async throws -> Path? {
    let actor = Actor.account(form.visitor.account)
    let office = reception.office
    guard let found = try await reception.database.read({ try DraftStore(db: $0).draft(plan) }) else {
      throw Refused(nil, .unknownValue(plan.description, allowed: []))
    }
    let steps = try PlanReader.sound(found.fact.value.body)
    // What a plan without a decision is signed by is its title.
    let number = steps.steps.compactMap(\.decision?.number).first ?? found.fact.value.title
    if draft.number.lowercased() != number.lowercased() { return nil }
    if act == .undo { try Written.text(draft.why, .reason, limit: 500).raise() }
    let key = plan.description
    if try await isLarge(steps, act, plan) {
      let now = reception.clock.now()
      let said = JobNotes([
        "plan": key, "version": String(found.recorded), "act": act.rawValue, "why": draft.why,
      ])
      try await reception.database.write { db in
        let store = JobStore(db: db)
        // Pressed twice, or by two, it is done once.
        if let last = try store.last(.signPlan, "plan", key), !last.state.isOver { return }
        _ = try store.make(.signPlan, by: form.visitor.account, said: said, at: now)
      }
      runner.ring()
      return .plan(key)
    }
    let receipts: [Receipt]
    switch act {
    case .sign:
      receipts = try await office.sign(plan, version: found.recorded, by: actor, request: form.request)
    case .undo: receipts = try await office.undo(plan, why: draft.why, by: actor, request: form.request)
    }
    return receipts.last.map { Path.plan(key).after($0) } ?? .plan(key)
  }

  private func isLarge(_ steps: ReorganisationPlan, _ act: Act, _ plan: ID<FactMark>) async throws -> Bool {
    try await reception.database.read { db in
      let store = ReorganisationStore(db: db)
      let knowledge = act == .undo ? try DraftStore(db: db).knowledgeBefore(plan) ?? .now : .now
      return try store.outlook(of: steps, knowledge).rehomed > atOnce
    }
  }
}

/// Signs, or undoes, a plan that is too large for a page to wait for.
struct SigningWork: JobWork {
  let office: Office

  func run(_ job: Job, _ course: JobCourse) async throws -> JobOutcome {
    guard let plan = job.said["plan"].flatMap({ ID<FactMark>($0) }) else { return .failed("gone") }
    let actor = Actor.account(job.account)
    let watch = ReorganiseWatch(
      onBegin: { try course.confirm($0) },
      progress: { try course.tell("passingOn", $0, of: $1) }
    )
    let receipts: [Receipt]
    if job.said["act"] == PlanSigning.Act.undo.rawValue {
      receipts = try await office.undo(
        plan,
        why: job.said["why"],
        by: actor,
        request: job.request,
        watch: watch
      )
    } else {
      let version = job.said["version"].flatMap { Int64($0) }
      receipts = try await office.sign(plan, version: version, by: actor, request: job.request, watch: watch)
    }
    return JobOutcome(result: job.said, entry: receipts.last?.entry)
  }

  /// A server that vanished wrote all of it or nothing: the journal knows which.
  func found(_ job: Job, _ db: any Connection) throws -> JobOutcome? {
    try JobStore(db: db).entry(of: job.request + ":close").map { JobOutcome(result: job.said, entry: $0) }
      ?? .failed("vanished")
  }
}
