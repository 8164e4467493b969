import Basics
import Markup
import Phrases
import Rules

/// A form about a candidate: one column, large enough for a thumb, each fault beside its field.
func candidateFormView(_ form: CandidateForm, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let fields = form.kind.fields
  var frame = frame
  frame.message = form.objections.said(besides: fields.map(\.field))
  let title = Phrase.candidateForm(form.kind.code)
  let who: HTML =
    form.person.map {
      "<bdi class=\"name\" lang=\"vi\">\($0.name)</bdi>, <bdi lang=\"vi\">\(form.unit.name)</bdi>"
    }
    ?? "<bdi lang=\"vi\">\(form.unit.name)</bdi>"
  let crumb: HTML =
    form.kind == .vote
    ? "<a href=\"\(path: viewpoint.probation(form.unit.key))\">\(Phrase.probationTitle)</a>"
    : "<a href=\"\(path: viewpoint.candidates(form.unit.key))\">\(Phrase.candidates)</a>"
  return page(
    frame,
    title: title,
    content: """
      <div class="heading"><div><nav aria-label="\(Phrase.path)"><ol class="crumbs"><li>\(crumb)</li></ol></nav>
      <h1>\(title)</h1><p>\(who)</p></div></div>
      \(missing(form))
      <form class="form narrow" method="post" action="\(path: form.action)" data-draft>\
      \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", form.request))
      \(fields, { field($0, form) })
      <div class="actions"><button class="button primary">\(title)</button>\
      <a class="button" href="\(path: form.back)">\(Phrase.notDoing)</a></div></form>
      """
  )
}

/// Said before a ceremony, so that nobody is admitted over it without knowing.
private func missing(_ form: CandidateForm) -> HTML? {
  guard !form.missing.isEmpty else { return nil }
  return """
    <section class="panel narrow" aria-labelledby="missing">\
    <header><h2 id="missing">\(Phrase.missingBeforeCeremony)</h2></header>
    <div class="inside stack">\(form.missing, clauseLine)<p>\(Phrase.missingBeforeCeremonyMeaning)</p></div></section>
    """
}

private func field(_ asked: CandidateForm.Asked, _ form: CandidateForm) -> HTML {
  let name = asked.field.rawValue
  let code = form.kind == .again ? "begin" : form.kind.code
  let label = Phrase.candidateField(code, name).text
  let field = FormField(
    name,
    asked.isRequired ? label : "\(label) (\(Phrase.optional))",
    kind: control(asked),
    value: form.values[asked.field] ?? "",
    hint: Phrase.candidateHint(code, name)?.text,
    error: form.objections.said(asked.field),
    isRequired: asked.isRequired,
    autocomplete: "off"
  )
  let candidates = form.candidates[asked.field] ?? []
  return "\(field.html)\(candidates.isEmpty ? nil : candidatesView(candidates, name))"
}

private func control(_ asked: CandidateForm.Asked) -> FormField.Kind {
  func choice<Code: RawRepresentable<String>>(_ codes: [Code], _ words: (String) -> Phrase) -> FormField.Kind
  {
    let none = FormField.Choice("", (asked.isRequired ? Phrase.choose : .notStated).text)
    return .choice([none] + codes.map { FormField.Choice($0.rawValue, words($0.rawValue).leading.text) })
  }
  return switch asked.control {
  case .text, .number, .birth: .text
  case .words: .words
  case .day: .day
  case .unit: .lookup(Path("lookup", "units"))
  case .person: .lookup(Path("lookup", "people"))
  case .sexes: choice(Sex.allCases) { .sex($0) }
  case .sources: choice(RecruitSource.allCases) { .recruitSource($0) }
  case .schoolings: choice(Schooling.allCases) { .schooling($0) }
  case .outcomes:
    choice(CandidacyOutcome.allCases.filter { $0 != .admitted }) { .candidacyOutcome($0) }
  case .checked: choice(CandidateStep.Checked.allCases) { .checkedOf($0) }
  case .yesNo:
    .choice([
      FormField.Choice("", Phrase.notStated.text), FormField.Choice("no", Phrase.noWord.text),
      FormField.Choice("yes", Phrase.yesWord.text),
    ])
  }
}
