import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules
import Storage

/// Keeps a plan as a form changed it: a version more; or, when somebody else kept one meanwhile, both are shown.
struct PlanKeeping: Sendable {
  let reception: Reception

  enum Outcome: Sendable {
    /// The plan as it is now.
    case kept(ReorganisationPlan, Receipt)
    case unchanged
    case refused([Objection])
    case beside(PlanBeside)
  }

  /// Looks at the record as the sender of a form.
  func look<Value: Sendable>(
    _ request: Request,
    _ form: AccountForm,
    _ body: @escaping @Sendable (Visit) throws -> Value
  ) async throws -> Value {
    let asked = Asked(request)
    return try await reception.database.read { db in
      guard let arrival = try reception.visit(asked, form.token, db) else { throw PageFault.signedOut }
      if let fault = arrival.fault { throw fault }
      return try arrival.visit.speaking { try body($0) }
    }
  }

  /// - Parameters:
  ///   - edit: what is changed.
  ///   - writing: the plan that the form was opened on.
  ///   - title: another title.
  ///   - form: as it was sent; of two versions, its `answer` says which is kept: `both` or `mine`.
  /// - Returns: what came of it.
  /// - Throws: whatever keeps the record from being read or written.
  func keep(
    _ edit: PlanEdit,
    on writing: PlanWriting,
    title: String? = nil,
    _ form: AccountForm
  ) async throws -> Outcome {
    var base = writing.plan
    var version = writing.version
    if let later = writing.later {
      let isAnswered = Int(digits: form.text("against")).map(Int64.init) == later.version
      let fits = edit.fits(later.plan, madeOn: writing.plan)
      switch form.text("answer") {
      case "both" where isAnswered && fits: base = later.plan
      case "mine" where isAnswered: break
      default:
        do {
          let mine = try edit.applied(to: writing.plan)
          return .beside(
            PlanBeside(writing: writing, later: later, mine: mine, fits: fits, title: title, form)
          )
        } catch {
          return .refused(error.objections)
        }
      }
      version = later.version
    }
    do {
      let deed = SavePlan(
        writing.id,
        unit: writing.unit,
        title: title ?? writing.later?.title ?? writing.title,
        body: try edit.text(on: base),
        version: version
      )
      let errand = Errand(deed, by: .account(form.visitor.account), request: form.request)
      return .kept(try edit.applied(to: base), try await reception.office.carryOut(errand))
    } catch let refused as Refused {
      if refused.objections.map(\.refusal) == [.nothingChanges] { return .unchanged }
      return .refused(refused.objections)
    }
  }
}

/// Two versions of one plan: that which somebody kept, and that which a form would make of the one before.
struct PlanBeside: Sendable {
  let writing: PlanWriting
  let later: PlanWriting.Later
  let mine: ReorganisationPlan
  /// Whether mine can go into theirs.
  let fits: Bool
  let title: String
  /// The form as it was sent.
  let pairs: [Query.Pair]
  /// What the units of both are called.
  var names: [String: String]

  init(
    writing: PlanWriting,
    later: PlanWriting.Later,
    mine: ReorganisationPlan,
    fits: Bool,
    title: String?,
    _ form: AccountForm
  ) {
    self.writing = writing
    self.later = later
    self.mine = mine
    self.fits = fits
    self.title = title ?? writing.title
    names = mine.named(over: writing.names)
    pairs = form.pairs.filter { !["token", "answer", "against", "request"].contains($0.name) }
  }
}

/// Both versions side by side, and what can be done about it.
func planBesideView(_ model: PlanBeside, action: Path, in frame: Frame) -> HTML {
  let later = model.later
  let at = Phrase.moment(later.at.day, hour: later.at.hour, minute: later.at.minute)
  return page(
    frame,
    title: Phrase(verbatim: model.title),
    content: """
      <div class="heading"><div>\(crumbs(model.writing.path, frame.viewpoint))<h1>\(model.title)</h1></div></div>
      <div class="message warning" role="alert"><p><b>\(Phrase.planKeptMeanwhile(later.editor, at))</b></p>\
      <p>\(Phrase.planKeptMeanwhileMeaning)</p></div>
      <div class="columns halves meanwhile">\(version(.theirPlan, "theirs", later.title, later.plan, beside: model.mine, model.names))\
      \(version(.yourPlan, "yours", model.title, model.mine, beside: later.plan, model.names))</div>
      <form class="form" method="post" action="\(path: action)">
      \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))\
      \(Form.hidden("against", String(later.version)))\(model.pairs, Form.hidden)
      <div class="actions">\(model.fits ? answer("both", .keepBothPlans, isFirst: true) : nil)\
      \(answer("mine", .keepMyPlan, isFirst: !model.fits))\
      <a class="button" href="\(path: .plan(model.writing.key))">\(Phrase.keepTheirPlan)</a></div></form>
      """
  )
}

private func answer(_ value: String, _ words: Phrase, isFirst: Bool) -> HTML {
  "<button class=\"button\(isFirst ? " primary" as HTML : "")\" name=\"answer\" value=\"\(value)\">\(words)</button>"
}

private func version(
  _ heading: Phrase,
  _ id: String,
  _ title: String,
  _ plan: ReorganisationPlan,
  beside other: ReorganisationPlan,
  _ names: [String: String]
) -> HTML {
  let lines = plan.steps.map { planned -> HTML in
    let isElsewhere = other.steps.contains(planned)
    return """
      <li><span>\(Phrase.planSentence(planned.step) { names[$0] ?? $0 })\
      \(isElsewhere ? nil : " <span class=\"tag note\">\(Phrase.onlyHere)</span>" as HTML)</span></li>
      """
  }
  let decision: HTML? = plan.decision.map { "<br>\(Phrase.planUnder($0.number))" }
  return """
    <section class="panel" aria-labelledby="\(id)"><header><h2 id="\(id)">\(heading)</h2></header>\
    <div class="inside"><p><b>\(title)</b><br>\(Phrase.planEffective) \(Phrase.day(plan.effective))\(decision)</p>\
    <ol class="plan-steps">\(lines, \.self)</ol></div></section>
    """
}
