import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import RulebookFiles
import Rules
import Storage

/// The steps of a plan, written in forms.
struct PlanStepPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/reorganisations/:plan/units", use: units)
    routes.post("/reorganisations/:plan/order", use: order)
    routes.post("/reorganisations/:plan/text", use: text)
    routes.get("/reorganisations/:plan/particulars", use: particulars)
    routes.post("/reorganisations/:plan/particulars", use: takeParticulars)
    routes.get("/reorganisations/:plan/steps/new", use: step)
    routes.post("/reorganisations/:plan/steps/new", use: takeStep)
    routes.get("/reorganisations/:plan/steps/:step", use: step)
    routes.post("/reorganisations/:plan/steps/:step", use: takeStep)
  }

  private var keeping: PlanKeeping { PlanKeeping(reception: reception) }

  /// `GET /reorganisations/:plan/units?q=hoan`: up to a dozen units a step may name, each as an option with its code.
  @Sendable func units(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("plan") ?? ""
    return try await reception.answer(request) { visit in
      let units = try visit.units(for: try visit.writing(key))
      let text = String((visit.asked.value("q") ?? "").prefix(100))
      return visit.speaking { _ in units.named(text).map { (code: $0.code, about: units.about($0)) } }
    } _: { units, _, _ in
      Answer.page("\(units, { "<option value=\"\($0.code)\">\($0.about)</option>" as HTML })")
    }
  }

  // MARK: A step

  /// `GET /reorganisations/:plan/steps/new?kind=merge`, or `…/steps/2`.
  @Sendable func step(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("plan") ?? ""
    let number = try number(context)
    return try await reception.page(request, .units) { visit in
      try visit.stepForm(try visit.writing(key), kind: visit.asked.value("kind"), number: number)
    } _: {
      stepFormView($0, in: $1)
    }
  }

  /// The number of a step in an address; none for a new one.
  private func number(_ context: PageContext) throws -> Int? {
    guard let text = context.parameters.get("step") else { return nil }
    return Int(digits: text) ?? 0
  }

  /// `POST` of the same with the fields, `version`, and `do`: `save`, `rows` or `newRows`.
  @Sendable func takeStep(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("plan") ?? ""
    let number = try number(context)
    return try await reception.sent(request) { form in
      var model: StepForm
      do {
        model = try await keeping.look(request, form) { visit in
          try visit.stepForm(
            try visit.writing(key, version: form.version),
            kind: visit.asked.value("kind"),
            number: number,
            form
          )
        }
      } catch let fault as PageFault {
        return try await reception.fault(request, fault)
      }
      let isSent = form.text("do") == "save" || !form.text("answer").isEmpty
      if let edit = model.edit {
        switch try await keeping.keep(edit, on: model.writing, form) {
        case .kept(let plan, let receipt): return Answer.see(next(model, plan).after(receipt))
        case .unchanged: return Answer.see(.plan(key))
        case .beside(let beside): return try await show(beside, model.action, request)
        case .refused(let objections): model.objections = objections
        }
      }
      let again = model
      let isWrong = isSent && (!again.errors.isEmpty || !again.objections.isEmpty)
      return try await reception.page(
        answering: request,
        at: again.action,
        .units,
        isWrong ? .unprocessableContent : .ok
      ) { _ in
        again
      } _: {
        stepFormView($0, in: $1)
      }
    }
  }

  /// Where to go on after a step was kept: a new division to who goes where, all others to the plan.
  private func next(_ model: StepForm, _ plan: ReorganisationPlan) -> Path {
    let key = model.writing.key
    guard model.number == nil, model.kind == .split else { return .plan(key) }
    return .planStep(key, plan.steps.count, "people")
  }

  /// Shows a version that somebody else kept beside that of a form.
  func show(_ beside: PlanBeside, _ action: Path, _ request: Request) async throws -> Response {
    try await reception.page(answering: request, at: .plan(beside.writing.key), .units, .conflict) { visit in
      var beside = beside
      let names = try AllotmentStore(db: visit.db).names(of: beside.mine.codes, on: beside.mine.effective)
      beside.names.merge(names) { one, _ in one }
      return beside
    } _: {
      planBesideView($0, action: action, in: $1)
    }
  }

  // MARK: The plan as a whole

  /// `POST /reorganisations/:plan/order` with `version` and `do`: `up:2`, `down:2` or `remove:2`.
  @Sendable func order(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("plan") ?? ""
    return try await take(request, key, .plan(key, "order")) { _, form in
      let words = form.text("do").split(separator: ":").map(String.init)
      guard words.count == 2, let number = Int(digits: words[1]) else { return nil }
      return switch words[0] {
      case "up": .raise(number)
      case "down": .raise(number + 1)
      case "remove": .remove(number)
      default: nil
      }
    }
  }

  /// `POST /reorganisations/:plan/text` with `version` and the plan as text, `body`.
  @Sendable func text(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("plan") ?? ""
    return try await take(request, key, .plan(key, "text")) { _, form in
      .text(form.exact("body").replacing("\r\n", with: "\n"))
    }
  }

  /// A change without a form of its own; what refuses it is told beside the text.
  private func take(
    _ request: Request,
    _ key: String,
    _ action: Path,
    _ edit: @Sendable (PlanWriting, AccountForm) -> PlanEdit?
  ) async throws -> Response {
    try await reception.sent(request) { form in
      do {
        let writing = try await keeping.look(request, form) { try $0.writing(key, version: form.version) }
        guard let edit = edit(writing, form) else { return Answer.see(.plan(key)) }
        switch try await keeping.keep(edit, on: writing, form) {
        case .kept(_, let receipt): return Answer.see(Path.plan(key).after(receipt))
        case .unchanged: return Answer.see(.plan(key))
        case .beside(let beside): return try await show(beside, action, request)
        case .refused(let objections): return try await refused(objections, writing, form, request)
        }
      } catch let fault as PageFault {
        return try await reception.fault(request, fault)
      }
    }
  }

  /// The text once more as it was typed, with what is wrong with it.
  private func refused(
    _ objections: [Objection],
    _ writing: PlanWriting,
    _ form: AccountForm,
    _ request: Request
  ) async throws -> Response {
    let isTyped = form.pairs.contains { $0.name == "body" }
    let body = isTyped ? form.exact("body").replacing("\r\n", with: "\n") : PlanWriter.text(writing.plan)
    var faults: [RulebookFault] = []
    do {
      _ = try PlanReader.read(body, name: Phrase.plan.text, isDraft: true)
    } catch {
      faults = error.faults
    }
    let model = PlanTextRefused(writing: writing, body: body, faults: faults, objections: objections)
    return try await reception.page(
      answering: request,
      at: .plan(writing.key),
      .units,
      .unprocessableContent
    ) { _ in
      model
    } _: {
      planTextRefusedView($0, in: $1)
    }
  }

  /// `GET /reorganisations/:plan/particulars`: the title, the effective day, the decision.
  @Sendable func particulars(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("plan") ?? ""
    return try await reception.page(request, .units) { visit in
      PlanParticulars(of: try visit.writing(key))
    } _: {
      planParticularsView($0, in: $1)
    }
  }

  /// `POST` of the same.
  @Sendable func takeParticulars(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("plan") ?? ""
    return try await reception.sent(request) { form in
      do {
        var (writing, model) = try await keeping.look(request, form) { visit in
          let writing = try visit.writing(key, version: form.version)
          return (writing, try visit.particulars(form, of: writing))
        }
        if let edit = model.edit {
          switch try await keeping.keep(edit, on: writing, title: model.value("title"), form) {
          case .kept(_, let receipt): return Answer.see(Path.plan(key).after(receipt))
          case .unchanged: return Answer.see(.plan(key))
          case .beside(let beside): return try await show(beside, .plan(key, "particulars"), request)
          case .refused(let objections): model.objections = objections
          }
        }
        writing = model.writing ?? writing
        let again = model
        let status: HTTPResponse.Status = form.text("pick").isEmpty ? .unprocessableContent : .ok
        return try await reception.page(answering: request, at: .plan(key, "particulars"), .units, status) {
          _ in
          again
        } _: {
          planParticularsView($0, in: $1)
        }
      } catch let fault as PageFault {
        return try await reception.fault(request, fault)
      }
    }
  }
}
