import Basics
import Hummingbird
import Markup
import Records
import Rules
import Storage

/// The forms about resolutions and tasks: filled in, and recorded.
struct ResolutionFormPages: Sendable {
  let reception: Reception

  /// Which form, and what the address names.
  struct Asking: Sendable {
    var kind: ResolutionForm.Kind
    var key: String
    /// The unit that answers a resolution.
    var unit = ""
  }

  func add(to routes: some RouterMethods<PageContext>) {
    add(to: routes, "/units/:unit/resolutions/new", .enter, "unit")
    add(to: routes, "/units/:unit/tasks/new", .assign, "unit")
    add(to: routes, "/units/:unit/tasks/members", .assignMembers, "unit")
    add(to: routes, "/resolutions/:resolution/change", .change, "resolution")
    add(to: routes, "/resolutions/:resolution/send", .send, "resolution")
    for word in CascadeWord.Code.allCases {
      add(to: routes, "/resolutions/:resolution/units/:unit/\(word.rawValue)", .answer(word), "resolution")
    }
    add(to: routes, "/resolutions/:resolution/units/:unit/remind", .remind, "resolution")
    add(to: routes, "/tasks/:task/change", .changeTask, "task")
    add(to: routes, "/tasks/:task/progress", .tell, "task")
    add(to: routes, "/tasks/:task/end", .end, "task")
  }

  private func add(
    to routes: some RouterMethods<PageContext>,
    _ path: String,
    _ kind: ResolutionForm.Kind,
    _ name: String
  ) {
    let place = RouterPath(path)
    @Sendable func asking(_ context: PageContext) -> Asking {
      Asking(kind: kind, key: context.parameters.get(name) ?? "", unit: context.parameters.get("unit") ?? "")
    }
    routes.get(place) { request, context in try await show(request, asking(context)) }
    routes.post(place) { request, context in try await take(request, asking(context)) }
  }

  private func show(_ request: Request, _ asking: Asking) async throws -> Response {
    try await reception.page(request, .units) { visit in
      try visit.resolutionDraft(asking, nil, nil).form
    } _: { form, frame in
      resolutionFormView(form, in: frame)
    }
  }

  /// A form that was sent: recorded, or shown once more with what was wrong.
  private func take(_ request: Request, _ asking: Asking) async throws -> Response {
    let asked = Asked(request)
    let limit = asking.kind == .tell ? FormBody.scanLimit : 0
    return try await reception.form(request, filesUpTo: limit) { sent, token, visitor in
      let form = AccountForm(pairs: sent.pairs, token: token, visitor: visitor)
      do {
        // Nothing is kept for whoever may not tell of the task.
        var draft = try await draft(asking, asked, form, nil)
        if let file = sent.files.first(where: { $0.field == Field.scan.rawValue }) {
          let hash: FileHash?
          do {
            hash = try await reception.keep(scan: file).hash
          } catch let refused as Refused {
            hash = nil
            draft.form.objections += refused.objections
          }
          if let hash {
            draft = try await self.draft(asking, asked, form, (hash, String(file.name.prefix(200))))
          }
        }
        let isPicking = !form.text("pick").isEmpty
        if !isPicking, draft.form.objections.isEmpty, let operation = draft.operation {
          do {
            let receipt = try await reception.carryOut(operation, form)
            return Answer.see(asking.destination(receipt).after(receipt))
          } catch let refused as Refused {
            draft.form.objections = refused.objections.gathered(of: form.all("whom").count)
          }
        }
        let shown = draft.form
        return try await reception.page(
          answering: request,
          at: shown.action,
          .units,
          isPicking && shown.objections.isEmpty ? .ok : .unprocessableContent
        ) { _ in
          shown
        } _: { form, frame in
          resolutionFormView(form, in: frame)
        }
      } catch let fault as PageFault {
        return try await reception.fault(request, fault)
      }
    }
  }

  private func draft(
    _ asking: Asking,
    _ asked: Asked,
    _ sent: AccountForm,
    _ file: (hash: FileHash, name: String)?
  ) async throws -> ResolutionDraftForm {
    try await reception.database.read { db in
      guard let arrival = try reception.visit(asked, sent.token, db) else { throw PageFault.signedOut }
      if let fault = arrival.fault { throw fault }
      return try arrival.visit.resolutionDraft(asking, sent, file)
    }
  }
}

/// A form with the deed it asks for, when it could be read.
struct ResolutionDraftForm: Sendable {
  var form: ResolutionForm
  var operation: (any Operation)?
}

extension ResolutionFormPages.Asking {
  /// Where to look at what came of it.
  fileprivate func destination(_ receipt: Receipt) -> Path {
    if kind == .assignMembers { return Path("units", key, "tasks").with("scope", "own") }
    let key = receipt.result.map { ID<FactMark>($0).description } ?? key
    switch kind {
    case .enter, .change, .send, .answer, .remind: return Path("resolutions", key)
    case .assign, .assignMembers, .changeTask, .tell, .end: return Path("tasks", key)
    }
  }
}
