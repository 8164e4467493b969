import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules
import Sheets

/// What stands beside a round's desk: classes compared, scores, published results with their file.
struct ReviewBesidePages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/reviews/:round/units/:unit/classes", use: classes)
    routes.get("/reviews/:round/units/:unit/similar", use: similar)
    routes.get("/reviews/:round/units/:unit/scores", use: scores)
    routes.get("/reviews/:round/units/:unit/results", use: results)
    routes.post("/reviews/:round/units/:unit/results", use: list)
    routes.files(of: "review-results", use: file)
  }

  private func keys(_ context: PageContext) -> (round: String, unit: String) {
    (context.parameters.get("round") ?? "", context.parameters.get("unit") ?? "")
  }

  /// `GET /reviews/:round/units/:unit/classes?rating=good`: whom the body put in which class.
  @Sendable func classes(_ request: Request, _ context: PageContext) async throws -> Response {
    let (round, unit) = keys(context)
    return try await reception.page(request, .reviews) {
      try $0.givenClasses(round, unit)
    } _: {
      givenClassesView($0, in: $1)
    }
  }

  /// `GET /reviews/:round/units/:unit/similar?rating=good`: what the units like it gave.
  @Sendable func similar(_ request: Request, _ context: PageContext) async throws -> Response {
    let (round, unit) = keys(context)
    return try await reception.page(request, .reviews) {
      try $0.unitsAlike(round, unit)
    } _: {
      unitsAlikeView($0, in: $1)
    }
  }

  /// `GET /reviews/:round/units/:unit/scores?by=class`.
  @Sendable func scores(_ request: Request, _ context: PageContext) async throws -> Response {
    let (round, unit) = keys(context)
    return try await reception.page(request, .reviews) {
      try $0.reviewScores(round, unit)
    } _: {
      reviewScoresView($0, in: $1)
    }
  }

  /// `GET /reviews/:round/units/:unit/results?rating=good&after=50`: of a published round; with `print=all` the whole
  /// list for paper, and taking it away is written down as an export is.
  @Sendable func results(_ request: Request, _ context: PageContext) async throws -> Response {
    let (round, unit) = keys(context)
    let isForPaper = Asked(request).value("print") != nil
    return try await reception.page(request, .reviews, isLogged: isForPaper) {
      try $0.reviewResults(round, unit)
    } _: {
      reviewResultsView($0, in: $1)
    }
  }

  /// `POST /reviews/:round/units/:unit/results` with `audience`: `none`, `cell`, `base`.
  @Sendable func list(_ request: Request, _ context: PageContext) async throws -> Response {
    let (key, unit) = keys(context)
    return try await reception.sent(request) { form in
      let word = form.text("audience")
      let audience = ReviewListing.Audience(rawValue: word)
      guard let round = ID<FactMark>(key), audience != nil || word == "none" else {
        return try await reception.fault(request, .absent)
      }
      let place = Path.results(key, of: unit)
      do {
        let receipt = try await reception.carryOut(ListResults(round, to: audience), form)
        return Answer.see(place.after(receipt))
      } catch let refused as Refused {
        return try await reception.page(answering: request, at: place, .reviews, .unprocessableContent) {
          var page = try $0.reviewResults(key, unit)
          page.objections = refused.objections
          return page
        } _: {
          reviewResultsView($0, in: $1)
        }
      }
    }
  }

  /// The results of a unit and all below it, one subject after the other, as they were published.
  @Sendable func file(_ request: Request, _ key: String, _ format: ExportFormat) async throws -> Response {
    try await reception.take(request, format) { visit in
      try visit.reviewFile("review-results", of: key) { unit, round, name in
        guard round.frozen != nil else { throw PageFault.absent }
        let path = try visit.standing(of: unit, on: round.counted)
        guard path.contains(where: { $0.unit == round.unit }) else { throw PageFault.absent }
        return try visit.exportResults(of: unit, round, format, name)
      }
    }
  }
}

extension Visit {
  fileprivate func exportResults(
    of unit: ID<Rules.Unit>,
    _ round: ReviewRound,
    _ format: ExportFormat,
    _ title: String
  ) throws -> ExportFile.Finished {
    let columns = [
      XLSXColumn("name", width: 36), XLSXColumn("unitName", width: 40), XLSXColumn("subject", width: 16),
      XLSXColumn("state", width: 18), XLSXColumn("rating", width: 16), XLSXColumn("score", width: 10),
      XLSXColumn("byRule", width: 16), XLSXColumn("reason", width: 60), XLSXColumn("digest", width: 70),
    ]
    let file = try ExportFile(format, title: title, columns: columns, created: moment)
    let knowledge = round.frozen.map { Knowledge.entry($0) } ?? asOf.knowledge
    let results = ReviewResults(db: db, round, by: try regulations(for: round.unit), knowledge)
    var (count, people): (Int, [ID<Person>]) = (0, [])
    try results.each(below: unit) { line in
      count += 1
      if let person = line.subject.person { people.append(person) }
      let decision = line.said.decision
      try file.write([
        .text(line.name), .text(line.unitName), .text(line.way.sort.rawValue), .text(line.state.rawValue),
        .text(decision?.rating?.rawValue), .text(line.said.score?.description),
        .text(line.byRule?.rawValue), .text(decision?.reason), .text(count == 1 ? round.hash : nil),
      ])
    }
    try logList(
      of: unit,
      on: round.counted,
      count: count,
      named: people.count > 5000 ? nil : people
    )
    return try file.finish()
  }
}
