import Basics
import Hummingbird
import Markup
import Records
import Rules
import Storage

/// The forms about candidates and votes on recognition: filled in, and recorded.
struct CandidateFormPages: Sendable {
  let reception: Reception

  /// Which form, on whom.
  private struct Asking: Sendable {
    var kind: CandidateForm.Kind
    /// The unit or the person of the address.
    var key: String
  }

  func add(to routes: some RouterMethods<PageContext>) {
    add(to: routes, "/units/:unit/candidates/new") { context in
      Asking(kind: .begin, key: context.parameters.get("unit") ?? "")
    }
    add(to: routes, "/candidates/:person/steps/:step") { context in
      CandidateStep.Kind(rawValue: context.parameters.get("step") ?? "").map { step in
        Asking(kind: .step(step), key: context.parameters.get("person") ?? "")
      }
    }
    for kind in [CandidateForm.Kind.change, .move, .end, .ceremony] {
      add(to: routes, "/candidates/:person/\(kind.code)") { context in
        Asking(kind: kind, key: context.parameters.get("person") ?? "")
      }
    }
    add(to: routes, "/people/:person/recognition-vote") { context in
      Asking(kind: .vote, key: context.parameters.get("person") ?? "")
    }
  }

  private func add(
    to routes: some RouterMethods<PageContext>,
    _ path: String,
    _ asking: @escaping @Sendable (PageContext) -> Asking?
  ) {
    let place = RouterPath(path)
    routes.get(place) { request, context in try await show(request, asking(context)) }
    routes.post(place) { request, context in try await take(request, asking(context)) }
  }

  private func show(_ request: Request, _ asking: Asking?) async throws -> Response {
    try await reception.page(request, .candidates) { visit in
      guard let asking else { throw PageFault.absent }
      return try visit.candidateDraft(asking.kind, asking.key, nil).form
    } _: { form, frame in
      candidateFormView(form, in: frame)
    }
  }

  /// A form that was sent: recorded, or shown once more with what was wrong.
  private func take(_ request: Request, _ asking: Asking?) async throws -> Response {
    guard let asking else { return try await reception.fault(request, .absent) }
    let asked = Asked(request)
    return try await reception.sent(request) { sent in
      do {
        var draft = try await draft(asking, asked, sent)
        let isPicking = !sent.text("pick").isEmpty
        if !isPicking, draft.form.objections.isEmpty, let operation = draft.operation {
          do {
            let errand = Errand(
              operation,
              by: .account(sent.visitor.account),
              under: draft.decision,
              request: sent.request
            )
            let receipt = try await reception.office.carryOut(errand)
            return Answer.see(asking.kind.destination(receipt, draft).after(receipt))
          } catch let refused as Refused {
            draft.form.objections = refused.objections
          }
        }
        let form = draft.form
        return try await reception.page(
          answering: request,
          at: form.action,
          .candidates,
          isPicking && form.objections.isEmpty ? .ok : .unprocessableContent
        ) { _ in
          form
        } _: { form, frame in
          candidateFormView(form, in: frame)
        }
      } catch let fault as PageFault {
        return try await reception.fault(request, fault)
      }
    }
  }

  private func draft(_ asking: Asking, _ asked: Asked, _ sent: AccountForm) async throws -> CandidateDraft {
    try await reception.database.read { db in
      guard let arrival = try reception.visit(asked, sent.token, db) else { throw PageFault.signedOut }
      if let fault = arrival.fault { throw fault }
      return try arrival.visit.candidateDraft(asking.kind, asking.key, sent)
    }
  }
}

/// A form with the deed it asks for, when it could be read.
struct CandidateDraft: Sendable {
  var form: CandidateForm
  var operation: (any Operation)?
  var decision: DecisionText?
}

extension CandidateForm.Kind {
  /// The right it takes in the unit of the candidacy.
  fileprivate var deed: Deed {
    switch self {
    case .ceremony: .admit
    case .step(let step): step.isOfCommittee ? .admit : .keepCandidates
    default: .keepCandidates
    }
  }

  /// Where to look at what came of it.
  fileprivate func destination(_ receipt: Receipt, _ draft: CandidateDraft) -> Path {
    let key = receipt.result.map { ID<Person>($0).description } ?? draft.form.person?.key ?? ""
    return self == .ceremony || self == .vote ? Path("people", key) : Path("candidates", key)
  }
}

extension Visit {
  /// A form about a candidate as it stands at first, or with what was written in it.
  fileprivate func candidateDraft(
    _ asked: CandidateForm.Kind,
    _ key: String,
    _ sent: AccountForm?
  ) throws -> CandidateDraft {
    var kind = asked
    var person: ID<Person>?
    var filed: FiledCandidacy?
    let unit: ID<Unit>
    if kind == .begin {
      unit = try self.unit(key)
      if let text = self.asked.value("person") {
        guard let known = ID<Person>(text), try allowsReading(known) else { throw PageFault.absent }
        person = known
        kind = .again
      }
    } else {
      guard let known = ID<Person>(key) else { throw PageFault.absent }
      person = known
      if kind == .vote {
        guard let home = try Reach(db: db, today: today).unit(of: known) else { throw PageFault.absent }
        unit = home
      } else {
        let found = try candidacy(of: known)
        filed = found
        unit = found.fact.value.unit
      }
    }
    try require(.keepCandidates, on: unit)
    try require(kind.deed, on: unit)
    let correcting = try correcting(kind, filed)
    let prefilled =
      try sent?.pairs
      ?? prefill(kind, filed, in: unit, correcting: correcting)
      .map { Query.Pair(name: $0.key.rawValue, value: $0.value) }
    var reading = DeedReading(self, prefilled)
    let operation = try sent.flatMap { _ in
      try reading.operation(kind, person, in: unit, correcting: correcting?.id)
    }
    let name = try person.flatMap { try LifeStore(db: db).life($0)?.particulars.last?.value.name }
    var form = CandidateForm(
      kind: kind,
      person: person.map { PersonLink($0.description, name ?? "") },
      unit: UnitLink(unit.description, try TreeStore(db: db).lastName(unit)),
      action: action(kind, key, person, correcting?.id),
      back: kind == .begin ? viewpoint.candidates(key) : back(kind, person),
      values: reading.values,
      request: sent?.request ?? AccountForm.newRequest()
    )
    form.candidates = reading.candidates
    form.objections = reading.objections
    var draft = CandidateDraft(form: form, operation: reading.objections.isEmpty ? operation : nil)
    if kind == .ceremony, let filed { try describeCeremony(filed, &draft) }
    return draft
  }

  /// The step that `?fact=` names.
  private func correcting(
    _ kind: CandidateForm.Kind,
    _ filed: FiledCandidacy?
  ) throws -> Fact<CandidateStep>? {
    guard case .step(let step) = kind, let filed, let text = asked.value("fact") else { return nil }
    let own = try CandidacyStore(db: db).steps(of: filed.number)
    guard let id = ID<FactMark>(text), let fact = own.first(where: { $0.id == id && $0.value.kind == step })
    else { throw PageFault.absent }
    return fact
  }

  private func action(
    _ kind: CandidateForm.Kind,
    _ key: String,
    _ person: ID<Person>?,
    _ correcting: ID<FactMark>?
  ) -> Path {
    switch kind {
    case .begin, .again: .beginCandidacy(key, person: person?.description)
    case .vote: .recognitionVote(key)
    case .step(let step): .candidateStep(key, step.rawValue, correcting: correcting?.description)
    default: .candidateDeed(key, kind.code)
    }
  }

  private func back(_ kind: CandidateForm.Kind, _ person: ID<Person>?) -> Path {
    let key = person?.description ?? ""
    return kind == .vote || kind == .again ? viewpoint.person(key) : viewpoint.candidate(key)
  }

  /// The decision the ceremony carries out, and what is missing before it.
  private func describeCeremony(_ filed: FiledCandidacy, _ draft: inout CandidateDraft) throws {
    let steps = try CandidacyStore(db: db).steps(of: filed.number)
    let value = filed.fact.value
    let kind = try UnitStore(db: db).life(value.unit)?.kind(on: today)
    let progress = CandidateProgress(
      value,
      since: filed.fact.span.start,
      steps: steps.map { (day: $0.span.start, step: $0.value) },
      isBaseCell: kind == .baseCell,
      on: today,
      by: CandidateJudges(try regulations(for: value.unit), on: today)
    )
    draft.form.missing = progress.missing.map(\.clause)
    if let decision = steps.last(where: { $0.value.kind == .decision }), let number = decision.value.number {
      draft.decision = DecisionText(number: number, signed: decision.span.start)
    }
  }
}
