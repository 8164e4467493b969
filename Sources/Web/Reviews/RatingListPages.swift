import Basics
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// The list on which a body says what it has to say of all it evaluates.
struct RatingListPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/reviews/:round/units/:unit/list", use: show)
    routes.post("/reviews/:round/units/:unit/list", use: take)
  }

  /// `GET /reviews/:round/units/:unit/list?after=50`.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let (round, unit) = (context.parameters.get("round") ?? "", context.parameters.get("unit") ?? "")
    return try await reception.page(request, .reviews, isLogged: true) {
      try $0.ratingList(round, unit)
    } _: {
      ratingListView($0, in: $1)
    }
  }

  /// `POST` with `votes` and, of each subject such as `person-7`, `rating-person-7`, `general-person-7`,
  /// `results-person-7`, `agreed-person-7` and
  /// `reason-person-7`, beside what the page said of it; a rating is a class, `proposed` or `rule`.
  @Sendable func take(_ request: Request, _ context: PageContext) async throws -> Response {
    let (key, unitKey) = (context.parameters.get("round") ?? "", context.parameters.get("unit") ?? "")
    return try await reception.sent(request) { form in
      guard let round = ID<FactMark>(key), let unit = ID<Rules.Unit>(unitKey) else {
        return try await reception.fault(request, .absent)
      }
      let reading = RatingListForm(form: form, round: round, body: unit)
      return try await reception.answer(request, form, at: Path.ratingList(key, of: unitKey), .reviews) {
        try reading.deed()
      } again: {
        try $0.ratingList(key, unitKey)
      } _: {
        ratingListView($0, in: $1)
      }
    }
  }
}
