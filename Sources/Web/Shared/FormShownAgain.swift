import HTTPTypes
import Hummingbird
import Markup
import Records
import Rules

/// A page that is shown again with a form as it was sent, and with what stands against it.
protocol FormShownAgain: Sendable {
  var values: [String: String] { get set }
  var objections: [Objection] { get set }
}

extension Reception {
  /// Carries out what a form on a page asks; refused, the page is shown again as it was sent.
  ///
  /// `deed`: `nil` for a form no page of ours would send.
  func answer<Model: FormShownAgain>(
    _ request: Request,
    _ form: AccountForm,
    at place: Path,
    _ module: Module?,
    deed: () async throws -> (any Operation)?,
    again read: @escaping @Sendable (Visit) throws -> Model,
    _ view: @Sendable (Model, Frame) -> HTML
  ) async throws -> Response {
    do {
      guard let deed = try await deed() else { return try await fault(request, .absent) }
      return Answer.see(place.after(try await carryOut(deed, form)))
    } catch let refused as Refused {
      return try await page(answering: request, at: place, module, .unprocessableContent) { visit in
        var page = try read(visit)
        page.objections = refused.objections
        page.values = Dictionary(form.pairs.map { ($0.name, $0.value) }) { first, _ in first }
        return page
      } _: { page, frame in
        view(page, frame)
      }
    }
  }
}
