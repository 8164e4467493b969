package import Basics
package import Rules
import Storage

/// Writes a plan down, or writes it anew: a draft that others see and go on with.
package struct SavePlan: Operation {
  package static let operation = "savePlan"
  /// The plan; `nil` begins one.
  package var plan: ID<FactMark>?
  package var unit: ID<Unit>
  package var title: String
  package var body: String
  /// The entry of the version that was changed; refused when another one was kept since.
  package var version: Int64?

  package init(
    _ plan: ID<FactMark>?,
    unit: ID<Unit>,
    title: String,
    body: String,
    version: Int64? = nil
  ) {
    self.plan = plan
    self.unit = unit
    self.title = title
    self.body = body
    self.version = version
  }

  package var said: [(name: String, value: String?)] {
    [("plan", plan?.description), ("unit", unit.description), ("title", title)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.foundUnit, on: unit)
    try Written.text(title, .name, limit: 200).raise()
    let effective = try PlanReader.sound(body, isDraft: true).effective
    let store = DraftStore(db: work.db)
    var draft = PlanDraft(unit: unit, title: title, effective: effective, body: body, editor: work.account)
    guard let plan else {
      let id: ID<FactMark> = work.draw()
      try store.save(id, draft, from: work.today, isNew: true, work)
      return id.number
    }
    let (old, recorded) = try work.plan(plan, in: .draft)
    if let version, version != recorded { throw Refused(nil, .changedSince(entry: Int(version))) }
    draft.unit = old.value.unit
    if old.value.title == title, old.value.body == body { throw Refused(nil, .nothingChanges) }
    try store.save(plan, draft, from: old.span.start, isNew: false, work)
    return plan.number
  }
}

/// Takes a plan a step further: hands it in, sends it back with a reason, gives it up.
package struct TakePlanOn: Operation {
  package static let operation = "takePlanOn"
  package var plan: ID<FactMark>
  package var state: PlanState
  package var why: String?

  package init(_ plan: ID<FactMark>, to state: PlanState, why: String? = nil) {
    self.plan = plan
    self.state = state
    self.why = why
  }

  package var said: [(name: String, value: String?)] {
    [("plan", plan.description), ("state", state.rawValue), ("why", why)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let store = DraftStore(db: work.db)
    let old = try work.plan(plan, in: state == .submitted ? .draft : nil).fact
    try work.require(.foundUnit, on: old.value.unit)
    if state == .draft, old.value.state != .submitted { throw Refused(nil, .planNotOpen(old.value.state)) }
    // What is handed in does something.
    if state == .submitted { _ = try PlanReader.sound(old.value.body) }
    if state == .draft || state == .withdrawn { try Written.text(why ?? "", .reason, limit: 500).raise() }
    var draft = old.value
    draft.state = state
    draft.why = why
    draft.editor = work.account
    try store.save(plan, draft, from: old.span.start, isNew: false, work)
    return plan.number
  }
}

/// Closes a plan that was carried out in the same transaction, by another person than the one who handed it in.
struct ClosePlan: Operation {
  static let operation = "closePlan"
  let plan: ID<FactMark>
  /// The version that was read: signed is what was seen.
  let version: Int64

  var said: [(name: String, value: String?)] { [("plan", plan.description)] }

  func perform(_ work: Work) throws -> Int64? {
    let (old, recorded) = try work.plan(plan, in: .submitted)
    if recorded != version { throw Refused(nil, .changedSince(entry: Int(work.entry) - 1)) }
    if let account = work.account, account == old.value.editor { throw Refused(nil, .ownEntry) }
    var draft = old.value
    draft.state = .carriedOut
    draft.editor = work.account
    draft.why = nil
    try DraftStore(db: work.db).save(plan, draft, from: old.span.start, isNew: false, work)
    return plan.number
  }
}

/// Opens a plan again that was carried out and is undone in the same transaction: it can be mended and handed in anew.
struct ReopenPlan: Operation {
  static let operation = "reopenPlan"
  let plan: ID<FactMark>
  let why: String?
  let watch: ReorganiseWatch?

  var said: [(name: String, value: String?)] { [("plan", plan.description), ("why", why)] }

  func perform(_ work: Work) throws -> Int64? {
    try watch?.begin(work.db)
    guard let found = try DraftStore(db: work.db).draft(plan) else {
      throw Refused(nil, .unknownValue(plan.description, allowed: []))
    }
    try work.require(.foundUnit, on: found.fact.value.unit)
    if found.fact.value.state != .carriedOut { throw Refused(nil, .planNotOpen(found.fact.value.state)) }
    // Who signed is not the one to undo.
    if let account = work.account, account == found.fact.value.editor { throw Refused(nil, .ownEntry) }
    var draft = found.fact.value
    draft.state = .draft
    draft.why = why
    draft.editor = work.account
    try DraftStore(db: work.db).save(plan, draft, from: found.fact.span.start, isNew: false, work)
    return plan.number
  }
}

extension Work {
  /// A plan that is open; one in a state, when that is asked.
  fileprivate func plan(
    _ plan: ID<FactMark>,
    in state: PlanState?
  ) throws -> (fact: Fact<PlanDraft>, recorded: Int64) {
    guard let found = try DraftStore(db: db).draft(plan) else {
      throw Refused(nil, .unknownValue(plan.description, allowed: []))
    }
    let isRight = state.map { $0 == found.fact.value.state } ?? found.fact.value.state.isOpen
    if !isRight { throw Refused(nil, .planNotOpen(found.fact.value.state)) }
    return found
  }
}

extension Office {
  /// Signs a plan that was handed in, and carries it out: all of it in one transaction.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - version: the entry that wrote what was read, when it is asked that nothing changed since.
  ///   - actor: who signs; another person than the one who handed it in.
  ///   - request: a token by which a repeat is known.
  ///   - watch: hears how far it is.
  /// - Returns: the entries, in order.
  /// - Throws: `Refused`, with everything that stands in its way.
  @discardableResult
  package func sign(
    _ plan: ID<FactMark>,
    version: Int64? = nil,
    by actor: Actor,
    request: String?,
    watch: ReorganiseWatch? = nil
  ) async throws -> [Receipt] {
    let found = try await database.read { try DraftStore(db: $0).draft(plan) }
    guard let found else { throw Refused(nil, .unknownValue(plan.description, allowed: [])) }
    let text = found.fact.value.body
    let steps = try PlanReader.sound(text)
    let close = Errand(
      ClosePlan(plan: plan, version: version ?? found.recorded),
      by: actor,
      request: request.map { "\($0):close" }
    )
    return try await carryOut(
      try await errands(of: steps, body: text, by: actor, request: request, watch: watch) + [close]
    )
  }

  /// Undoes a plan that was signed, and opens it again: all of it in one transaction.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - why: the reason.
  ///   - actor: who undoes it; another person than the one who signed.
  ///   - request: a token by which a repeat is known.
  ///   - watch: hears how far it is.
  /// - Returns: the entries, in order.
  /// - Throws: `Refused`, with the entries that stand on it.
  @discardableResult
  package func undo(
    _ plan: ID<FactMark>,
    why: String?,
    by actor: Actor,
    request: String?,
    watch: ReorganiseWatch? = nil
  ) async throws -> [Receipt] {
    let found = try await database.read { try DraftStore(db: $0).carriedOut(plan) }
    guard let found else { throw Refused(nil, .unknownValue(plan.description, allowed: [])) }
    return try await undo(found.plan, why: why, by: actor, request: request, watch: watch)
  }
}
