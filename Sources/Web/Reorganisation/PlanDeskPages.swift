import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import RulebookFiles
import Rules
import Storage

/// The desk on which plans of reorganisation are prepared by one and signed by another.
struct PlanDeskPages: Sendable {
  let reception: Reception
  let runner: JobRunner
  /// A plan that changes the unit of more members than this is signed as a job of its own.
  let signedAtOnce: Int

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/reorganisations", use: list)
    routes.get("/units/:unit/reorganisations/new", use: begin)
    routes.post("/units/:unit/reorganisations/new", use: keepNew)
    routes.get("/reorganisations/:plan", use: show)
    routes.post("/reorganisations/:plan", use: take)
  }

  /// `GET /units/:unit/reorganisations`: the plans of a unit and of those below it.
  @Sendable func list(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) {
      try $0.plans(of: key)
    } _: {
      planListView($0, in: $1)
    }
  }

  /// `GET /units/:unit/reorganisations/new`: an empty plan.
  @Sendable func begin(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) {
      try $0.newPlan(in: key, nil)
    } _: {
      planDeskView($0, in: $1)
    }
  }

  /// `POST /units/:unit/reorganisations/new` with `title`, `body`, and `step`: `preview` or `save`.
  @Sendable func keepNew(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.sent(request) { form in
      // Begun by its day and decision, and not by a text.
      if form.text("step").isEmpty {
        return try await PlanBeginning(reception: reception).take(request, key, form)
      }
      var draft = PlanDesk.Draft(form)
      if form.text("step") == "save", let unit = ID<Unit>(key) {
        do {
          let deed = SavePlan(nil, unit: unit, title: draft.title, body: draft.body)
          let errand = Errand(deed, by: .account(form.visitor.account), request: form.request)
          let receipt = try await reception.office.carryOut(errand)
          return Answer.see(Path.plan(ID<FactMark>(receipt.result ?? 0).description).after(receipt))
        } catch let refused as Refused {
          draft.objections = refused.objections
        }
      }
      let kept = draft
      return try await reception.page(
        answering: request,
        at: .newPlan(key),
        .units,
        kept.objections.isEmpty ? .ok : .unprocessableContent
      ) {
        try $0.newPlan(in: key, kept)
      } _: {
        planDeskView($0, in: $1)
      }
    }
  }

  /// `GET /reorganisations/:plan`: a plan held against the record as it now is.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("plan") ?? ""
    return try await reception.page(request, .units) {
      try $0.plan(key, nil, runner)
    } _: {
      planDeskView($0, in: $1)
    }
  }

  /// `POST /reorganisations/:plan` with `step`: `preview`, `save`, `submit`, `return`, `withdraw`, `sign` or
  /// `undo`.
  @Sendable func take(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("plan") ?? ""
    return try await reception.sent(request) { form in
      var draft = PlanDesk.Draft(form)
      if form.text("step") != "preview", let plan = ID<FactMark>(key) {
        do {
          if let signing = PlanSigning.Act(rawValue: form.text("step")) {
            let done = try await PlanSigning(reception: reception, runner: runner, atOnce: signedAtOnce)
              .carryOut(signing, plan, draft, form)
            if let done { return Answer.see(done) }
            draft.isWrongNumber = true
          } else if let receipt = try await carryOut(form.text("step"), plan, draft, form) {
            return Answer.see(Path.plan(key).after(receipt))
          }
        } catch let refused as Refused {
          draft.objections = refused.objections
        }
      }
      let kept = draft
      return try await reception.page(
        answering: request,
        at: .plan(key),
        .units,
        kept.objections.isEmpty && !kept.isWrongNumber ? .ok : .unprocessableContent
      ) {
        try $0.plan(key, kept, runner)
      } _: {
        planDeskView($0, in: $1)
      }
    }
  }

  private func carryOut(
    _ step: String,
    _ plan: ID<FactMark>,
    _ draft: PlanDesk.Draft,
    _ form: AccountForm
  ) async throws -> Receipt? {
    let actor = Actor.account(form.visitor.account)
    func one(_ deed: any Operation) async throws -> Receipt {
      try await reception.office.carryOut(Errand(deed, by: actor, request: form.request))
    }
    switch step {
    case "save":
      return try await one(SavePlan(plan, unit: ID(0), title: draft.title, body: draft.body))
    case "submit": return try await one(TakePlanOn(plan, to: .submitted))
    case "return": return try await one(TakePlanOn(plan, to: .draft, why: draft.why))
    case "withdraw": return try await one(TakePlanOn(plan, to: .withdrawn, why: draft.why))
    default: return nil
    }
  }
}

extension Visit {
  fileprivate func plans(of key: String) throws -> PlanList {
    let unit = try unit(key)
    try require(.readPlans, on: unit)
    let path = try standing(of: unit, on: today)
    let rows = try DraftStore(db: db).drafts(below: unit, on: today, limit: 200).map { line in
      PlanList.Row(
        key: line.id.description,
        title: line.draft.title,
        unit: UnitLink(line.draft.unit.description, line.unitName),
        effective: line.draft.effective,
        state: line.draft.state,
        at: time(line.moment)
      )
    }
    return PlanList(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      rows: rows,
      mayWrite: try viewpoint.isNow && allows(.foundUnit, on: unit)
    )
  }

  func newPlan(in key: String, _ draft: PlanDesk.Draft?) throws -> PlanDesk {
    let unit = try unit(key)
    try require(.foundUnit, on: unit)
    let path = try standing(of: unit, on: today)
    var desk = PlanDesk(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      plan: nil,
      state: .draft,
      draft: draft
        ?? PlanDesk.Draft(
          body: Phrase.planTemplate(today.adding(days: 1 - today.parts.day).adding(months: 1))
        ),
      mayWrite: true,
      maySign: false,
      request: AccountForm.newRequest()
    )
    desk.particulars = PlanParticulars(
      of: nil,
      [
        "title": desk.draft.title,
        "day": today.adding(days: 1 - today.parts.day).adding(months: 1).description,
      ]
    )
    if draft != nil { try hold(&desk) }
    return desk
  }

  fileprivate func plan(_ key: String, _ draft: PlanDesk.Draft?, _ runner: JobRunner) throws -> PlanDesk {
    guard let id = ID<FactMark>(key), let found = try DraftStore(db: db).draft(id) else {
      throw PageFault.absent
    }
    let kept = found.fact.value
    try require(.readPlans, on: kept.unit)
    let path = try standing(of: kept.unit, on: today)
    let isWriter = try viewpoint.isNow && allows(.foundUnit, on: kept.unit)
    var held = draft ?? PlanDesk.Draft(title: kept.title, body: kept.body)
    if kept.state != .draft { (held.title, held.body) = (kept.title, kept.body) }
    var desk = PlanDesk(
      unit: path.last?.link ?? UnitLink(kept.unit.description, ""),
      path: crumbs(path),
      plan: key,
      state: kept.state,
      draft: held,
      mayWrite: isWriter,
      maySign: isWriter && kept.editor != visitor.account,
      request: AccountForm.newRequest()
    )
    desk.versions = try DraftStore(db: db).versions(of: id).map { version in
      PlanDesk.Version(
        title: version.draft.title,
        state: version.draft.state,
        why: version.draft.why,
        editor: version.editorName,
        at: time(version.moment),
        entry: Int(version.entry)
      )
    }
    try hold(&desk, knows: kept.body)
    if kept.state == .carriedOut {
      desk.mayUndo = isWriter && kept.editor != visitor.account
      try look(&desk, kept.body, at: try knowledgeBefore(id) ?? .now)
    }
    desk.handover = try handoverSheet(id, of: kept, limit: 12)
    if let job = try JobStore(db: db).last(.signPlan, "plan", key), job.state != .done {
      desk.job = JobLine(job, runner.course(job), self)
      desk.isOwnJob = job.account == visitor.account
    }
    let isOpen = isWriter && kept.state == .draft
    desk.steps = try steps(key, kept.body, version: found.recorded, isOpen: isOpen)
    desk.steps?.balances = desk.sheet?.steps ?? []
    return desk
  }

  /// What the plan makes of the units it touches, as known at an entry.
  private func look(_ desk: inout PlanDesk, _ body: String?, at knowledge: Knowledge) throws {
    guard case .success(let plan) = desk.draft.read else { return }
    let outlook = try outlook(plan, body: desk.draft.body, knowledge)
    // What is not kept has no pages of its own.
    let key = body == desk.draft.body ? desk.plan : nil
    desk.sight = try PlanSight(outlook, of: plan, key: key, isDone: desk.state == .carriedOut, self)
  }

  /// Holds a plan that is not over against the record as it now is.
  private func hold(_ desk: inout PlanDesk, knows body: String? = nil) throws {
    guard desk.state.isOpen else { return }
    switch desk.draft.read {
    case .failure(let wrong): desk.faults = wrong.faults
    case .success(let plan) where plan.steps.isEmpty: return
    case .success(let plan):
      desk.sheet = try kept(.planSheet(desk.draft.body, today)) {
        try ReorganisationStore(db: db).sheet(of: plan, rulebooks.library, today: today)
      }
      try look(&desk, body, at: .now)
    }
  }
}
