import Basics
import HTTPTypes
import Hummingbird
import Markup
import Records
import Rules
import Storage

/// Transferring several members at once: filled in, previewed, recorded, all of it or nothing.
struct SeveralTransferPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/transfers/several", use: show)
    routes.post("/units/:unit/transfers/several", use: take)
  }

  /// `GET /units/:unit/transfers/several`.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, nil) { visit in
      try visit.several(key, nil).form
    } _: { model, frame in
      severalTransferView(model, in: frame)
    }
  }

  private enum Outcome: Sendable {
    case page(SeveralTransfer, HTTPResponse.Status)
    case done(Path)
  }

  /// `POST /units/:unit/transfers/several` with `person` for each marked, `unit.KEY` for their own place, `unit` for
  /// the others', `day`, the decision, and `step`: `preview`, `record`, `edit`.
  @Sendable func take(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    let address = Asked(request)
    return try await reception.sent(request) { form in
      let outcome: Outcome
      do {
        outcome = try await settle(key, address, form)
      } catch let fault as PageFault {
        return try await reception.fault(request, fault)
      }
      switch outcome {
      case .done(let path): return Answer.see(path)
      case .page(let model, let status):
        return try await reception.page(answering: request, at: .transferSeveral(key), nil, status) { _ in
          model
        } _: { model, frame in
          severalTransferView(model, in: frame)
        }
      }
    }
  }

  private func settle(_ key: String, _ address: Asked, _ form: AccountForm) async throws -> Outcome {
    let done = Path("units", key, "transfers")
    let found = try await reception.database.read { db in
      guard let arrival = try reception.visit(address, form.token, db) else { throw PageFault.signedOut }
      if let fault = arrival.fault { throw fault }
      let visit = arrival.visit
      let earlier = try form.request.flatMap {
        try JournalStore(db: db).entry(ofRequest: $0, by: visit.visitor.account)
      }
      return (asked: try visit.several(key, form.pairs), earlier: earlier)
    }
    // Sent again, it is done once.
    if let earlier = found.earlier { return .done(done.with("done", Int(earlier))) }
    var asked = found.asked
    asked.form.request = form.request ?? asked.form.request
    if form.text("step") == "edit" {
      asked.form.objections = []
      return .page(asked.form, .ok)
    }
    guard let deed = asked.deed else { return .page(asked.form, .unprocessableContent) }
    let errand = Errand(
      deed,
      by: .account(form.visitor.account),
      under: asked.decision,
      request: asked.form.request
    )
    do {
      if form.text("step") == "record" {
        return .done(done.after(try await reception.office.carryOut(errand)))
      }
      let seen = asked
      asked.form.preview = try await reception.office.rehearse([errand]) { db, before in
        let cache = FigureCache(capacity: 16)
        guard let visit = try reception.visit(address, form.token, db, cache: cache)?.visit else {
          throw PageFault.signedOut
        }
        return try visit.preview(deed, seen, after: before)
      }
      return .page(asked.form, .ok)
    } catch let refused as Refused {
      asked.form.take(refused.objections)
      return .page(asked.form, .unprocessableContent)
    }
  }
}

extension SeveralTransfer {
  /// Puts each objection where it belongs: by the person it is of, else over the form.
  fileprivate mutating func take(_ objections: [Objection]) {
    for objection in objections {
      if case .ofPerson(let person, _, let refusal) = objection.refusal,
        let index = rows.firstIndex(where: { $0.person.key == person.description })
      {
        rows[index].refusals.append(refusal)
      } else {
        self.objections.append(objection)
      }
    }
  }
}
