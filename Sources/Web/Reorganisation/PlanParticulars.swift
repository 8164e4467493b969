import Basics
import Markup
import Phrases
import Records
import Rules
import Storage

/// What is said of a plan as a whole: its title, the effective day, the decision of all steps without one of their own.
struct PlanParticulars: Sendable {
  /// `nil` for a plan that is not kept yet.
  let writing: PlanWriting?
  var values: [String: String]
  var errors: [String: String] = [:]
  var candidates: [String: [DeedSheet.Candidate]] = [:]
  var objections: [Objection] = []
  var day: CivilDate?
  var decision: PlannedDecision?
  let request = AccountForm.newRequest()

  init(of writing: PlanWriting?, _ values: [String: String] = [:]) {
    self.writing = writing
    self.values = values
    guard let writing, values.isEmpty else { return }
    self.values = writing.plan.decision?.fields ?? [:]
    self.values["title"] = writing.title
    self.values["day"] = writing.plan.effective.description
  }

  func value(_ name: String) -> String { values[name] ?? "" }

  /// The change it comes to; none while something is wrong.
  var edit: PlanEdit? {
    guard errors.isEmpty, let day else { return nil }
    return .particulars(day, decision)
  }
}

extension Visit {
  /// Title, day and decision as a form sent them.
  ///
  /// `writing`: the plan they are of; `nil` for one that is begun.
  func particulars(_ form: AccountForm, of writing: PlanWriting?) throws -> PlanParticulars {
    var values: [String: String] = [:]
    for pair in form.pairs where values[pair.name] == nil { values[pair.name] = pair.value.clean }
    let pick = (values["pick"] ?? "").split(separator: ":", maxSplits: 1).map(String.init)
    if pick.count == 2 { values[pick[0]] = pick[1] }
    var model = PlanParticulars(of: writing, values)
    func wrong(_ name: String, _ refusal: Refusal) {
      model.errors[name] = Phrase.refusal(refusal).leading.text + "."
    }
    func day(_ name: String) -> CivilDate? {
      let text = model.value(name)
      let day = CivilDate(text) ?? CivilDate(list: text)
      if day == nil { wrong(name, text.isEmpty ? .blank : .notADay(text)) }
      return day
    }
    if let objection = Written.text(model.value("title"), .name, limit: 200).first {
      wrong("title", objection.refusal)
    }
    model.day = day("day")
    let isDecided = ["number", "signed", "issuer", "signer", "basis"].contains { !model.value($0).isEmpty }
    if isDecided {
      if model.value("number").isEmpty { wrong("number", .blank) }
      let signed = day("signed")
      let issuer = try issuer(model.value("issuer"), &model)
      if let signed {
        model.decision = PlannedDecision(
          number: model.value("number"),
          signed: signed,
          issuer: issuer,
          signer: model.value("signer").isEmpty ? nil : model.value("signer"),
          basis: model.value("basis").isEmpty ? nil : model.value("basis")
        )
      }
    }
    // One of several was chosen: the form is looked at once more before it is kept.
    if pick.count == 2 { model.day = nil }
    return model
  }

  private func issuer(_ text: String, _ model: inout PlanParticulars) throws -> String? {
    if text.isEmpty { return nil }
    let store = UnitStore(db: db)
    if try store.unit(code: text) != nil { return text }
    let found = try unitsNamed(text)
    if found.count == 1 {
      model.values["issuer"] = found[0].code
      return found[0].code
    }
    let above = try namesAbove(found.map(\.unit))
    let refusal: Refusal = found.isEmpty ? .unknownUnit(text) : .several(text, found.count)
    model.errors["issuer"] = Phrase.refusal(refusal).leading.text + "."
    if !found.isEmpty {
      model.candidates["issuer"] = found.map {
        DeedSheet.Candidate(value: $0.code, name: $0.name, kind: $0.kind.rawValue, place: above[$0.unit])
      }
    }
    return nil
  }
}

/// The form of what is said of a plan as a whole.
func planParticularsView(_ model: PlanParticulars, in frame: Frame) -> HTML {
  guard let writing = model.writing else { return "" }
  let message = model.objections.said(besides: []).map(messageView)
  return page(
    frame,
    title: .planParticulars,
    content: """
      <div class="heading"><div>\(crumbs(writing.path, frame.viewpoint))<h1>\(Phrase.planParticulars)</h1>\
      <p class="subject"><a href="\(path: .plan(writing.key))">\(writing.title)</a></p></div></div>
      \(message)
      <form class="form deed panel" method="post" action="\(path: .plan(writing.key, "particulars"))" novalidate>
      <button class="unseen" name="do" value="save" tabindex="-1" aria-hidden="true"></button>
      \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))\
      \(Form.hidden("version", String(writing.version)))
      \(planParticularsFields(model))
      <div class="actions"><button class="button primary" name="do" value="save">\(Phrase.keepPlan)</button>
      <a class="button" href="\(path: .plan(writing.key))">\(Phrase.backToPlan)</a></div></form>
      """
  )
}

func planParticularsFields(_ model: PlanParticulars) -> HTML {
  func field(_ name: String, _ label: Phrase, _ kind: FormField.Kind) -> HTML {
    FormField(
      name,
      label.text,
      kind: kind,
      value: model.value(name),
      error: model.errors[name] ?? (name == "title" ? model.objections.said(.name) : nil),
      autocomplete: "off"
    ).html
  }
  return """
    <div class="fields">\(field("title", .planTitle, .text))\(field("day", .planEffective, .day))</div>
    <fieldset class="decision-fields"><legend>\(Phrase.decision)</legend>
    <div class="fields">\(decisionFields(model.values, model.errors, isRequired: false, model.writing?.key))\
    \(model.candidates["issuer"].map { candidatesView($0, "issuer") })</div></fieldset>
    """
}
