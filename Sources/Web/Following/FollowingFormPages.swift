import Hummingbird
import Markup
import Records
import Rules
import Storage

/// The forms about following cells: filled in, and recorded.
struct FollowingFormPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    add(to: routes, "/units/:unit/followers/new", .assignFollower, "unit")
    add(to: routes, "/followings/:following/end", .endFollowing, "following")
    add(to: routes, "/meetings/:meeting/visit", .leaveVisitNote, "meeting")
    add(to: routes, "/meetings/:meeting/visit/items", .addVisitItem, "meeting")
    add(to: routes, "/visit-items/:item/close", .closeVisitItem, "item")
  }

  private func add(
    to routes: some RouterMethods<PageContext>,
    _ path: String,
    _ kind: FollowingForm,
    _ name: String
  ) {
    let place = RouterPath(path)
    routes.get(place) { request, context in
      let key = context.parameters.get(name) ?? ""
      return try await reception.page(request, .meetings) {
        try $0.followingDraft(kind, key, nil).form
      } _: {
        resolutionFormView($0, in: $1)
      }
    }
    routes.post(place) { request, context in
      try await take(request, kind, context.parameters.get(name) ?? "")
    }
  }

  /// A form that was sent: recorded, or shown once more with what was wrong.
  private func take(_ request: Request, _ kind: FollowingForm, _ key: String) async throws -> Response {
    let asked = Asked(request)
    return try await reception.sent(request) { form in
      do {
        var draft = try await reception.database.read { db in
          guard let arrival = try reception.visit(asked, form.token, db) else { throw PageFault.signedOut }
          if let fault = arrival.fault { throw fault }
          return try arrival.visit.followingDraft(kind, key, form)
        }
        let isPicking = !form.text("pick").isEmpty
        if !isPicking, let operation = draft.operation {
          do {
            let receipt = try await reception.carryOut(operation, form)
            return Answer.see(draft.form.back.after(receipt))
          } catch let refused as Refused {
            draft.form.objections = refused.objections
          }
        }
        let shown = draft.form
        return try await reception.page(
          answering: request,
          at: shown.action,
          .meetings,
          isPicking && shown.objections.isEmpty ? .ok : .unprocessableContent
        ) { _ in
          shown
        } _: {
          resolutionFormView($0, in: $1)
        }
      } catch let fault as PageFault {
        return try await reception.fault(request, fault)
      }
    }
  }
}
