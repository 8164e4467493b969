import Basics
import HTTPTypes
import Hummingbird
import Markup
import Records
import Rules
import Sheets

/// A page of reviews that is shown again with a form as it was sent, and with what stands against it.
protocol FormShownAgain: Sendable {
  var values: [String: String] { get set }
  var objections: [Objection] { get set }
}

extension ReviewSubjectPage: FormShownAgain {}
extension RatingList: FormShownAgain {}
extension SteeringPage: FormShownAgain {}
extension OwnSteering: FormShownAgain {}

extension Reception {
  /// Carries out what a form on a page of reviews asks; refused, the page is shown again as it was sent.
  ///
  /// `deed`: `nil` for a form no page of ours would send.
  func answer<Model: FormShownAgain>(
    _ request: Request,
    _ form: AccountForm,
    at place: Path,
    _ module: Module? = .reviews,
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

extension Visit {
  /// The file of a unit in the round the address names, for whoever may take it away: its name says which list it is.
  func reviewFile(
    _ list: String,
    of key: String,
    _ write: (_ unit: ID<Rules.Unit>, _ round: ReviewRound, _ name: String) throws -> ExportFile.Finished
  ) throws -> TakenList {
    let unit = try unit(key)
    try require(.readReviews, on: unit)
    try require(.exportLists, on: unit)
    let round = try reviewRound(asked.value("round") ?? "")
    let code = try standing(of: unit, on: round.counted).last?.code ?? ""
    let name = "\(list)-\(code)-\(round.last)"
    return TakenList(try write(unit, round, name), name: name)
  }
}
