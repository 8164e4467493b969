import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules
import Sheets

/// The rounds of a unit, what a body has before it, one subject; and what is said and sent in them.
struct ReviewPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/reviews", use: rounds)
    routes.files(of: "reviews", use: file)
    routes.get("/reviews/:round/units/:unit", use: desk)
    routes.post("/reviews/:round/units/:unit", use: send)
    routes.get("/reviews/:round/:sort/:key", use: subject)
    routes.post("/reviews/:round/:sort/:key", use: say)
  }

  /// `GET /units/:unit/reviews`.
  @Sendable func rounds(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .reviews) {
      try $0.reviewRounds(key)
    } _: {
      reviewRoundsView($0, in: $1)
    }
  }

  /// `GET /reviews/:round/units/:unit?state=open&after=50`.
  @Sendable func desk(_ request: Request, _ context: PageContext) async throws -> Response {
    let (round, unit) = (context.parameters.get("round") ?? "", context.parameters.get("unit") ?? "")
    return try await reception.page(request, .reviews) {
      try $0.reviewDesk(round, unit)
    } _: {
      reviewDeskView($0, in: $1)
    }
  }

  /// `POST /reviews/:round/units/:unit` with `step`: `send`, `back` (with `unit`, `reason`), `publish`.
  @Sendable func send(_ request: Request, _ context: PageContext) async throws -> Response {
    let (key, unitKey) = (context.parameters.get("round") ?? "", context.parameters.get("unit") ?? "")
    return try await reception.sent(request) { form in
      guard let round = ID<FactMark>(key), let unit = ID<Rules.Unit>(unitKey) else {
        return try await reception.fault(request, .absent)
      }
      let deed: (any Operation)? =
        switch form.text("step") {
        case "send": SendReviews(round, of: unit)
        case "back":
          ID<Rules.Unit>(form.text("unit")).map {
            SendReviewsBack(round, to: $0, because: form.text("reason"))
          }
        case "publish": PublishRound(round)
        default: nil
        }
      guard let deed else { return try await reception.fault(request, .absent) }
      do {
        let receipt = try await reception.carryOut(deed, form)
        return Answer.see(Path.review(key, of: unitKey).after(receipt))
      } catch let refused as Refused {
        let place = Path.review(key, of: unitKey)
        return try await reception.page(answering: request, at: place, .reviews, .unprocessableContent) {
          try $0.reviewDesk(key, unitKey, refused.objections)
        } _: {
          reviewDeskView($0, in: $1)
        }
      }
    }
  }

  /// `GET /reviews/:round/person/:key`, or `…/organisation/:key`, `…/collective/:key`.
  @Sendable func subject(_ request: Request, _ context: PageContext) async throws -> Response {
    let (round, sort) = (context.parameters.get("round") ?? "", context.parameters.get("sort") ?? "")
    let key = context.parameters.get("key") ?? ""
    return try await reception.page(request, .reviews, isLogged: true) { visit in
      guard let subject = ReviewSubject(sort, key) else { throw PageFault.absent }
      return try visit.reviewSubject(round, subject)
    } _: {
      reviewSubjectView($0, in: $1)
    }
  }

  /// `POST` to a subject's page with `step`: a step of the review, `state`, `matter` or `answer`.
  @Sendable func say(_ request: Request, _ context: PageContext) async throws -> Response {
    let (key, sort) = (context.parameters.get("round") ?? "", context.parameters.get("sort") ?? "")
    let subjectKey = context.parameters.get("key") ?? ""
    return try await reception.sent(request) { form in
      guard let round = ID<FactMark>(key), let subject = ReviewSubject(sort, subjectKey) else {
        return try await reception.fault(request, .absent)
      }
      let reading = ReviewReadingForm(form: form, round: round, subject: subject)
      return try await reception.answer(request, form, at: Path.review(key, subject), .reviews) {
        try reading.deed()
      } again: {
        try $0.reviewSubject(key, subject)
      } _: {
        reviewSubjectView($0, in: $1)
      }
    }
  }

  @Sendable func file(_ request: Request, _ key: String, _ format: ExportFormat) async throws -> Response {
    try await reception.take(request, format) { visit in
      try visit.reviewFile("reviews", of: key) { try visit.exportReviews($0, $1, format, $2) }
    }
  }
}

extension Visit {
  fileprivate func exportReviews(
    _ unit: ID<Rules.Unit>,
    _ round: ReviewRound,
    _ format: ExportFormat,
    _ title: String
  ) throws -> ExportFile.Finished {
    let columns = [
      XLSXColumn("name", width: 36), XLSXColumn("unitName", width: 40), XLSXColumn("subject", width: 16),
      XLSXColumn("state", width: 18), XLSXColumn("score", width: 10), XLSXColumn("byRule", width: 16),
      XLSXColumn("rating", width: 16), XLSXColumn("reason", width: 60),
      XLSXColumn("tasks", content: .number), XLSXColumn("done", content: .number),
      XLSXColumn("onTime", content: .number), XLSXColumn("beyond", content: .number),
    ]
    let file = try ExportFile(format, title: title, columns: columns, created: moment)
    let lines = try reviewSheet(round).lines(.evaluated(by: unit))
    let reader = try reviewReader(Set(lines.flatMap { $0.marks.map(\.mark.body) }))
    var people: [ID<Person>] = []
    for full in lines {
      let line = full.keeping { reader.mayRead($0, isPublished: round.frozen != nil) }
      func count(_ figure: TaskFigure) -> ListCell {
        .number(line.facts.tasks.reduce(0) { $0 + (figure.counts($1.key) ? $1.value : 0) })
      }
      if let person = line.subject.person { people.append(person) }
      try file.write([
        .text(line.name), .text(line.unitName), .text(line.way.sort.rawValue), .text(line.state.rawValue),
        .text(line.said.score?.description), .text(line.byRule?.rawValue), .text(line.rating?.rawValue),
        .text(line.said.decision?.reason), count(.assigned), count(.done), count(.onTime), count(.beyond),
      ])
    }
    try logList(of: unit, on: round.counted, count: lines.count, named: people)
    return try file.finish()
  }
}
