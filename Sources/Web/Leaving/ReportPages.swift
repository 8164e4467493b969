import Basics
import Hummingbird
import Markup
import Phrases
import Records
import Rules
import Storage

/// A member reports an error in their own record; an officer answers.
struct ReportPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/people/:person/report", use: form)
    routes.post("/people/:person/report", use: send)
    routes.get("/reports/:report", use: report)
    routes.post("/reports/:report", use: answer)
  }

  /// `GET /people/:person/report`: for the person themselves, and for nobody else.
  @Sendable func form(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("person") ?? ""
    return try await reception.page(request, nil) { visit in
      try visit.reportForm(key)
    } _: { model, frame in
      reportFormView(model, in: frame)
    }
  }

  /// `POST /people/:person/report` with `topic`, `right`, `note`.
  @Sendable func send(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("person") ?? ""
    return try await reception.sent(request) { form in
      guard let person = ID<Person>(key), form.visitor.person == person else {
        return try await reception.fault(request, .absent)
      }
      do {
        let receipt = try await reception.carryOut(try deed(person, form), form)
        return Answer.see(Path("people", key).after(receipt))
      } catch let refused as Refused {
        return try await reception.page(
          answering: request,
          at: .reportError(key),
          nil,
          .unprocessableContent
        ) { visit in
          var model = try visit.reportForm(key)
          model.take(form, refused.objections)
          return model
        } _: { model, frame in
          reportFormView(model, in: frame)
        }
      }
    }
  }

  private func deed(_ person: ID<Person>, _ form: AccountForm) throws -> ReportError {
    guard let topic = ErrorReport.Topic(rawValue: form.text("topic")) else { throw Refused(.topic, .blank) }
    let note = form.line("note")
    return ReportError(
      person: person,
      topic,
      right: form.line("right"),
      note: note.isEmpty ? nil : note
    )
  }

  /// `GET /reports/:report`: for those who correct the record of the person.
  @Sendable func report(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("report") ?? ""
    return try await reception.page(request, nil) { visit in
      try visit.reportAnswer(key)
    } _: { model, frame in
      reportAnswerView(model, in: frame)
    }
  }

  /// `POST /reports/:report` with `answer`, and `step`: `accept` or `decline`.
  @Sendable func answer(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("report") ?? ""
    return try await reception.sent(request) { form in
      guard let id = ID<FactMark>(key) else { return try await reception.fault(request, .absent) }
      let answer = form.line("answer")
      let deed = AnswerReport(
        id,
        isRight: form.text("step") == "accept",
        answer: answer.isEmpty ? nil : answer
      )
      do {
        let receipt = try await reception.carryOut(deed, form)
        let person = receipt.result.map { ID<Person>($0) }
        return Answer.see(Path("people", person?.description ?? "").after(receipt))
      } catch let refused as Refused {
        return try await reception.page(
          answering: request,
          at: .report(key),
          nil,
          .unprocessableContent
        ) { visit in
          var model = try visit.reportAnswer(key)
          model.answer = answer
          model.objections = refused.objections
          return model
        } _: { model, frame in
          reportAnswerView(model, in: frame)
        }
      }
    }
  }
}

extension AccountForm {
  /// Words of several lines, told in one.
  fileprivate func line(_ name: String) -> String {
    text(name).split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

/// The form by which a member reports an error.
struct ReportForm: Sendable {
  let person: PersonLink
  /// What the record says now, topic by topic.
  let recorded: [(topic: ErrorReport.Topic, value: String)]
  let request: String
  var topic = ""
  var right = ""
  var note = ""
  var objections: [Objection] = []

  mutating func take(_ form: AccountForm, _ objections: [Objection]) {
    topic = form.text("topic")
    right = form.text("right")
    note = form.text("note")
    self.objections = objections
  }
}

/// A report with what the record says, for the officer who answers it.
struct ReportAnswer: Sendable {
  let key: String
  let person: PersonLink
  let path: [UnitLink]
  let report: Dated<ErrorReport>
  /// What the record says of it now.
  let recorded: String?
  /// The form of the correction, with what the member says is right in it; none where it is no particular.
  let correction: Path?
  let request: String
  var answer = ""
  var objections: [Objection] = []
}

extension Visit {
  fileprivate func reportForm(_ key: String) throws -> ReportForm {
    guard let person = ID<Person>(key), visitor.person == person,
      let life = try LifeStore(db: db).life(person), let known = life.particulars.last?.value
    else { throw PageFault.absent }
    var form = ReportForm(
      person: PersonLink(key, known.name),
      recorded: try recorded(life),
      request: AccountForm.newRequest()
    )
    form.topic = try choice("topic", ErrorReport.Topic.self)?.rawValue ?? ""
    return form
  }

  /// What the record says of each topic today; codes and days are put in words by the page.
  private func recorded(_ life: Life) throws -> [(topic: ErrorReport.Topic, value: String)] {
    guard let known = life.particulars.last?.value else { return [] }
    let term = life.term(on: today) ?? life.terms.last
    let home = try life.home(on: today).map { try TreeStore(db: db).lastName($0.value.unit) }
    let posts = life.posts.filter { $0.span.contains(today) }.map(\.value.post).joined(separator: ", ")
    return [
      (.name, known.name), (.born, known.born?.description ?? ""), (.sex, known.sex?.rawValue ?? ""),
      (.ethnicity, known.ethnicity ?? ""), (.card, known.card ?? ""),
      (.admitted, term?.span.start.description ?? ""), (.official, term?.value.official?.description ?? ""),
      (.unit, home ?? ""), (.post, posts),
    ]
  }

  fileprivate func reportAnswer(_ key: String) throws -> ReportAnswer {
    guard let id = ID<FactMark>(key), let found = try ErrorReportStore(db: db).report(id),
      let unit = try Reach(db: db, today: today).unit(of: found.person)
    else { throw PageFault.absent }
    try require(.correctParticulars, on: unit)
    guard let life = try LifeStore(db: db).life(found.person) else { throw PageFault.absent }
    let report = found.report.value
    let person = found.person.description
    let correction: Path? =
      switch report.topic {
      case .name, .born, .card, .ethnicity:
        Path.deed(.correct, "person", person).with(report.topic.rawValue, report.right).with("report", key)
      case .sex: Path.deed(.correct, "person", person).with("report", key)
      default: nil
      }
    return ReportAnswer(
      key: key,
      person: PersonLink(person, life.particulars.last?.value.name ?? person),
      path: crumbs(try TreeStore(db: db).path(to: unit, AsOf(today))),
      report: Dated(report, found.report.span),
      recorded: try recorded(life).first { $0.topic == report.topic }?.value,
      correction: report.state == .open ? correction : nil,
      request: AccountForm.newRequest()
    )
  }
}
