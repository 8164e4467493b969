import Basics
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// The form by which a round is opened.
struct RoundPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/reviews/new", use: show)
    routes.post("/units/:unit/reviews/new", use: take)
  }

  /// `GET /units/:unit/reviews/new`.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .reviews) {
      try $0.roundForm(key)
    } _: {
      roundFormView($0, in: $1)
    }
  }

  /// `POST` with `term`, `title`, `from`, `until`, `day`, the deadlines, `percent` and `base`.
  @Sendable func take(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.sent(request) { form in
      guard let unit = ID<Rules.Unit>(key) else { return try await reception.fault(request, .absent) }
      do {
        let deed = OpenRound(of: unit, try RoundPages.draft(form))
        let receipt = try await reception.carryOut(deed, form)
        let round = receipt.result.map { ID<FactMark>($0).description } ?? ""
        return Answer.see(Path.review(round, of: key).after(receipt))
      } catch let refused as Refused {
        let place = Path.openRound(key)
        return try await reception.page(answering: request, at: place, .reviews, .unprocessableContent) {
          var page = try $0.roundForm(key)
          page.objections = refused.objections
          page.values = Dictionary(form.pairs.map { ($0.name, $0.value) }) { first, _ in first }
          return page
        } _: {
          roundFormView($0, in: $1)
        }
      }
    }
  }

  private static func draft(_ form: AccountForm) throws(Refused) -> RoundDraft {
    var objections: [Objection] = []
    func day(_ field: Field, isRequired: Bool = false) -> CivilDate? {
      let text = form.text(field.rawValue)
      if text.isEmpty {
        if isRequired { objections.append(Objection(field, .blank)) }
        return nil
      }
      guard let day = CivilDate(text) else {
        objections.append(Objection(field, .notADay(text)))
        return nil
      }
      return day
    }
    let (from, last) = (day(.from, isRequired: true), day(.until, isRequired: true))
    let counted = day(.day, isRequired: true)
    let deadlines = ReviewRound.Deadlines(
      selfReview: day(.selfBy),
      evaluation: day(.evaluateBy),
      decision: day(.decideBy),
      publication: day(.publishBy)
    )
    let percent = form.text("percent").replacing(",", with: ".")
    var cap: ReviewRound.ChosenCap?
    if !percent.isEmpty {
      if let number = Quantity(percent), let base = Cap.Base(rawValue: form.text("base")) {
        cap = ReviewRound.ChosenCap(number, of: base)
      } else {
        objections.append(Objection(.percent, .notAnAmount(percent)))
      }
    }
    let term = ReviewTerm(rawValue: form.text("term"))
    if term == nil { objections.append(Objection(.subject, .blank)) }
    if let from, let last, last < from { objections.append(Objection(.until, .beforeDay(from))) }
    // The form says the last day, as people do.
    guard objections.isEmpty, let term, let from, let last, let counted,
      let days = Span(from: from, until: last.adding(days: 1))
    else { throw Refused(objections) }
    return RoundDraft(
      term,
      form.text("title"),
      days,
      counted: counted,
      deadlines: deadlines,
      cap: cap
    )
  }
}

/// The form of a round, with what was written in it.
struct RoundForm: Sendable {
  let unit: UnitLink
  let path: [UnitLink]
  /// The cap of the regulation in force, proposed.
  let cap: Cap?
  let request: String
  var values: [String: String]
  var objections: [Objection] = []
}

extension Visit {
  fileprivate func roundForm(_ key: String) throws -> RoundForm {
    let unit = try unit(key)
    let path = try standing(of: unit)
    try require(.holdReviews, on: unit)
    let year = today.year
    let cap = try regulations(for: unit).version(of: "review", on: today)?.caps.first
    return RoundForm(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      cap: cap,
      request: AccountForm.newRequest(),
      values: [
        "term": ReviewTerm.year.rawValue, "title": "", "from": "\(year)-01-01", "until": "\(year)-12-31",
        "day": today.description, "percent": cap?.percent.description ?? "",
        "base": cap?.base.rawValue ?? Cap.Base.good.rawValue,
      ]
    )
  }
}
