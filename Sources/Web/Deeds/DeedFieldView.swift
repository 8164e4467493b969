import Markup
import Phrases
import Rules

/// A field of a deed's form as the page shows it: label, what was written, what was wrong, and, when a text can
/// mean several, a button for each.
func deedFieldView(_ asked: DeedField, _ sheet: DeedSheet) -> HTML {
  let name = asked.field.rawValue
  let candidates = sheet.candidates[asked.field] ?? []
  let field = FormField(
    name,
    label(asked, sheet),
    kind: control(asked, sheet),
    value: sheet.values[asked.field] ?? "",
    hint: Phrase.deedHint(sheet.kind.rawValue, name)?.text,
    error: sheet.objection(to: asked.field).map { Phrase.refusal($0).leading.text },
    isRequired: asked.isRequired,
    autocomplete: "off"
  )
  return "\(field.html)\(candidates.isEmpty ? nil : candidatesView(candidates, name))"
}

/// What it asks for; where nothing need be written, that is said, but for the parts of a decision.
private func label(_ asked: DeedField, _ sheet: DeedSheet) -> String {
  let label = Phrase.deedField(sheet.kind.rawValue, asked.field.rawValue).text
  let isOwn = sheet.kind.fields.contains { $0.field == asked.field }
  return asked.isRequired || !isOwn ? label : "\(label) (\(Phrase.optional))"
}

private func control(_ asked: DeedField, _ sheet: DeedSheet) -> FormField.Kind {
  switch asked.control {
  case .text, .birth, .number: .text
  case .words: .words
  case .day: .day
  case .unit, .units: .lookup(Path("lookup", "units"))
  case .person: .lookup(Path("lookup", "people"))
  case .choice(let choices): .choice(options(choices, asked, sheet))
  case .suggested(let choices):
    .suggested(options(choices, asked, sheet).dropFirst().map { FormField.Choice($0.label, $0.label) })
  }
}

private func options(
  _ choices: DeedField.Choices,
  _ asked: DeedField,
  _ sheet: DeedSheet
) -> [FormField.Choice] {
  let options: [FormField.Choice] =
    switch choices {
    case .kindsBelow: sheet.kindsBelow.map { FormField.Choice($0, Phrase.unitKind($0).leading.text) }
    case .kinds:
      UnitKind.allCases.map { FormField.Choice($0.rawValue, Phrase.unitKind($0.rawValue).leading.text) }
    case .sectors:
      Sector.allCases.map { FormField.Choice($0.rawValue, Phrase.sector($0.rawValue).leading.text) }
    case .sexes: Sex.allCases.map { FormField.Choice($0.rawValue, Phrase.sex($0.rawValue).leading.text) }
    case .ties:
      AffiliationRole.allCases.filter { $0 != .home }.map {
        FormField.Choice($0.rawValue, Phrase.fact($0.rawValue).text)
      }
    case .reasons:
      endings(sheet).map { FormField.Choice($0.rawValue, Phrase.reason($0.rawValue).leading.text) }
    case .exemptionExtents:
      ExemptionExtent.allCases.map {
        FormField.Choice($0.rawValue, Phrase.stateExtent($0.rawValue).leading.text)
      }
    case .exemptionGrounds:
      ExemptionGround.allCases.map {
        FormField.Choice($0.rawValue, Phrase.exemptionGround($0.rawValue).leading.text)
      }
    case .waysOut:
      LeavingCase.reasons.map { FormField.Choice($0.rawValue, Phrase.reason($0.rawValue).leading.text) }
    case .disciplineForms:
      DisciplineForm.allCases.map {
        FormField.Choice($0.rawValue, Phrase.disciplineForm($0.rawValue).leading.text)
      }
    case .unitDisciplineForms:
      UnitDisciplineForm.allCases.map {
        FormField.Choice($0.rawValue, Phrase.unitDisciplineForm($0.rawValue).leading.text)
      }
    case .deletionGrounds:
      sheet.grounds.map { FormField.Choice($0, Phrase.deletionGround($0).leading.text) }
    case .knownPosts:
      KnownPost.allCases.map { FormField.Choice($0.rawValue, Phrase.post($0.rawValue).leading.text) }
    case .systems:
      KnownSystem.allCases.map { FormField.Choice($0.rawValue, Phrase.system($0.rawValue).leading.text) }
    case .ownIdentifiers:
      (sheet.ownFacts[asked.field] ?? []).map { own in
        let system = own.fact.details.first { $0.field == "system" }?.value ?? ""
        return FormField.Choice(own.value, "\(Phrase.system(system).leading): \(own.fact.value)")
      }
    case .ownTies, .ownPosts:
      (sheet.ownFacts[asked.field] ?? []).map { own in
        let what = own.fact.what == "post" ? Phrase.post(own.fact.value) : Phrase.fact(own.fact.what)
        let place = own.fact.unit.map { ", \($0.name)" } ?? ""
        return FormField.Choice(own.value, "\(what.leading)\(place) (\(Phrase.span(own.fact.span)))")
      }
    }
  return [FormField.Choice("", (asked.isRequired ? Phrase.choose : .notStated).text)] + options
}

/// The ways to leave that are gone in one step; those with steps of their own, only where one stands there already.
private func endings(_ sheet: DeedSheet) -> [LeavingReason] {
  let written = sheet.values[.reason].flatMap(LeavingReason.init(rawValue:))
  return LeavingReason.allCases.filter { $0 == .died || $0 == .transferred || $0 == written }
}

/// A button for each thing a text can mean.
func candidatesView(_ candidates: [DeedSheet.Candidate], _ name: String) -> HTML {
  """
  <div class="candidates" role="group" aria-label="\(Phrase.whichOne)"><p>\(Phrase.whichOne)</p>\
  \(candidates, { candidate($0, name) })</div>
  """
}

private func candidate(_ candidate: DeedSheet.Candidate, _ name: String) -> HTML {
  let about = [
    candidate.kind.map { Phrase.unitKindShort($0).text }, candidate.kind == nil ? nil : candidate.value,
    candidate.place,
  ].compactMap { $0 }.joined(separator: " · ")
  return """
    <button class="button" name="pick" value="\(name + ":" + candidate.value)"><bdi lang="vi">\(candidate.name)</bdi> \
    <small>\(about)</small></button>
    """
}
