import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules
import Sheets

/// A unit's own assessments and the board of the units below; one assessment, and what is said in it.
struct ModelPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/models", use: year)
    routes.post("/units/:unit/models", use: begin)
    routes.files(of: "models", use: file)
    routes.get("/models/:assessment", use: show)
    routes.post("/models/:assessment", use: say)
  }

  /// `GET /units/:unit/models?year=2025&model=four-good-cell&state=sent&kind=cell`.
  @Sendable func year(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) {
      try $0.modelYear(key)
    } _: {
      modelYearView($0, in: $1)
    }
  }

  /// `POST /units/:unit/models` with `model` and `year`: a unit begins to grade itself.
  @Sendable func begin(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.sent(request) { form in
      guard let unit = ID<Rules.Unit>(key) else { return try await reception.fault(request, .absent) }
      do {
        let deed = BeginAssessment(of: unit, by: form.text("model"), Int(form.text("year")) ?? 0)
        let receipt = try await reception.carryOut(deed, form)
        let assessment = receipt.result.map { ID<FactMark>($0).description } ?? ""
        return Answer.see(Path.assessment(assessment).after(receipt))
      } catch let refused as Refused {
        return try await reception.page(
          answering: request,
          at: .models(key),
          .units,
          .unprocessableContent
        ) {
          try $0.modelYear(key, refused.objections)
        } _: {
          modelYearView($0, in: $1)
        }
      }
    }
  }

  /// `GET /models/:assessment`.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("assessment") ?? ""
    return try await reception.page(request, .units) {
      try $0.modelAssessment(key)
    } _: {
      modelAssessmentView($0, in: $1)
    }
  }

  /// `POST /models/:assessment` with `step`: `keep`, `send`, `verify`, `recognise`, `refuse`, `return`.
  @Sendable func say(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("assessment") ?? ""
    return try await reception.sent(request) { form in
      guard let assessment = ID<FactMark>(key) else { return try await reception.fault(request, .absent) }
      let place = Path.assessment(key)
      do {
        guard let deed = try ModelForm(form: form, assessment: assessment).deed() else {
          return try await reception.fault(request, .absent)
        }
        let receipt = try await reception.carryOut(deed, form)
        return Answer.see(place.after(receipt))
      } catch let refused as Refused {
        return try await reception.page(answering: request, at: place, .units, .unprocessableContent) {
          var page = try $0.modelAssessment(key)
          page.objections = refused.objections
          page.values = Dictionary(form.pairs.map { ($0.name, $0.value) }) { first, _ in first }
          return page
        } _: {
          modelAssessmentView($0, in: $1)
        }
      }
    }
  }

  @Sendable func file(_ request: Request, _ key: String, _ format: ExportFormat) async throws -> Response {
    try await reception.take(request, format) { visit in
      let unit = try visit.unit(key)
      try visit.require(.readModels, on: unit)
      try visit.require(.exportLists, on: unit)
      let question = try visit.modelQuestion(unit)
      let chosen = try visit.modelStandings(unit, question).units.filter { question.takes($0) }
      let lines = try ModelStore(db: visit.db).lines(of: chosen, AsOf(question.day, visit.asOf.knowledge))
      let code = try visit.standing(of: unit, on: question.day).last?.code ?? ""
      let name = "models-\(code)-\(question.year)"
      let columns = [
        XLSXColumn("code", width: 16), XLSXColumn("unitName", width: 40), XLSXColumn("kind", width: 20),
        XLSXColumn("model", width: 24), XLSXColumn("year", content: .number), XLSXColumn("state", width: 18),
        XLSXColumn("byModel", width: 16), XLSXColumn("signer", width: 28), XLSXColumn("number", width: 20),
        XLSXColumn("decided", content: .day), XLSXColumn("reason", width: 60),
      ]
      let file = try ExportFile(format, title: name, columns: columns, created: visit.moment)
      for line in lines {
        let decision = line.assessment?.decision
        try file.write([
          .text(line.code), .text(line.name), .text(line.kind.rawValue), .text(question.family),
          .number(question.year), .text(line.state.rawValue), .text(decision?.byModel?.rawValue),
          .text(decision?.signer), .text(decision?.number), decision.map { .day($0.day) } ?? .text(nil),
          .text(decision?.reason),
        ])
      }
      try visit.logList(of: unit, on: question.day, count: lines.count, named: [])
      return TakenList(try file.finish(), name: name)
    }
  }
}

/// What a form on the page of an assessment asks for.
struct ModelForm {
  let form: AccountForm
  let assessment: ID<FactMark>

  /// - Returns: `nil` for a form no page of ours would send.
  func deed() throws(Refused) -> (any Operation)? {
    switch form.text("step") {
    case "keep": return ScoreModel(assessment, try marks(.own))
    case "send": return ScoreModel(assessment, try marks(.own), isSent: true)
    case "verify": return VerifyModel(assessment, try marks(.verified))
    case "return": return ReturnModel(assessment, because: form.text("reason"))
    case "recognise", "refuse":
      let day = form.text("day")
      guard let decided = CivilDate(day) else { throw Refused(.day, day.isEmpty ? .blank : .notADay(day)) }
      return DecideModel(
        assessment,
        form.text("step") == "recognise",
        try marks(.decided),
        signer: form.text("signer"),
        number: words("number"),
        on: decided,
        reason: words("reason")
      )
    default: return nil
    }
  }

  /// The levels that were chosen: `level.NAME`, with `note.NAME` and `articles.NAME`.
  private func marks(_ step: ModelStep) throws(Refused) -> [ModelMark] {
    var marks: [ModelMark] = []
    for pair in form.pairs where pair.name.hasPrefix("level.") {
      let item = String(pair.name.dropFirst("level.".count))
      let text = form.text(pair.name)
      if text.isEmpty { continue }
      guard let level = Int(digits: text) else {
        throw Refused(.mark, .unknownValue(text, allowed: []))
      }
      let written = form.text("articles." + item).split(whereSeparator: { ",; ".contains($0) })
      var articles: [Int] = []
      for word in written where level > 0 {
        guard let article = Int(digits: String(word)) else {
          throw Refused(.mark, .unknownValue(String(word), allowed: []))
        }
        if !articles.contains(article) { articles.append(article) }
      }
      marks.append(
        ModelMark(item, step, level: level, articles: articles.sorted(), note: words("note." + item))
      )
    }
    return marks
  }

  private func words(_ name: String) -> String? {
    let text = form.text(name)
    return text.isEmpty ? nil : text
  }
}
