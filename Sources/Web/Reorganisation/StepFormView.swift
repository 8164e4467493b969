import Basics
import Markup
import Phrases
import Rules

/// The form of a step of a plan.
func stepFormView(_ model: StepForm, in frame: Frame) -> HTML {
  let writing = model.writing
  let title =
    model.number.map { Phrase.ofPlanStep(.planStepName(model.kind.rawValue), $0) }
    ?? .planStepName(model.kind.rawValue)
  return page(
    frame,
    title: title,
    content: """
      <div class="heading"><div>\(crumbs(writing.path, frame.viewpoint))<h1>\(title)</h1>\
      <p class="subject"><a href="\(path: .plan(writing.key))">\(writing.title)</a></p>\
      <p>\(Phrase.planEffective) \(Phrase.day(writing.plan.effective))</p></div></div>
      \(notice(model))
      <form class="form deed panel" method="post" action="\(path: model.action)" novalidate>
      <button class="unseen" name="do" value="save" tabindex="-1" aria-hidden="true"></button>
      \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))\
      \(Form.hidden("version", String(writing.version)))\(Form.hidden("rows", String(model.rows)))\
      \(Form.hidden("newRows", String(model.newRows)))
      \(StepFields(model: model).html)
      \(StepFields(model: model).decision)
      <div class="actions"><button class="button primary" name="do" value="save">\(Phrase.keepPlanStep)</button>
      <a class="button" href="\(path: .plan(writing.key))">\(Phrase.backToPlan)</a></div>
      </form>
      """
  )
}

private func notice(_ model: StepForm) -> HTML? {
  if let message = model.objections.said(besides: []) { return messageView(message) }
  guard !model.errors.isEmpty else { return nil }
  return messageView(Message(.refused, Phrase.mendForm.text))
}

/// The fields of a step, by its kind.
private struct StepFields {
  let model: StepForm

  var html: HTML {
    switch model.kind {
    case .found:
      """
      <div class="fields">\(text("code", .unitCode))\(text("name", .unitName))\(kind())\(sector())\
      \(unit("parent", .unitUnder, isRequired: false))</div>
      """
    case .rename: "<div class=\"fields\">\(unit("unit", .unit))\(text("name", .newName))</div>"
    case .move: "<div class=\"fields\">\(unit("unit", .unit))\(unit("parent", .unitUnder))</div>"
    case .change:
      """
      <div class="fields">\(unit("unit", .unit))\(kind(isRequired: false))\(sector())</div>
      """
    case .merge: merge
    case .split: split
    case .dissolve:
      """
      <div class="fields">\(unit("unit", .unitDissolved))\(unit("people", .membersGoTo, isRequired: false))\
      \(unit("below", .unitsGoTo, isRequired: false))</div>
      """
    }
  }

  private var merge: HTML {
    let isNew = model.value("mode") == "new"
    return """
      \(rows(.unitsMerged, hint: .unitsMergedHint))
      <fieldset class="form"><legend>\(Phrase.mergedInto)</legend>
      <div class="choices">\(way("standing", .intoStanding, !isNew))</div>
      <div class="fields">\(unit("successor", .unitTakingOver, isRequired: false))</div>
      <div class="choices">\(way("new", .intoNew, isNew))</div>
      <div class="fields">\(text("code", .newUnitCode, isRequired: false))\
      \(kind(isRequired: false, hint: .asFirstUnit))\(sector(hint: .asFirstUnit))\
      \(unit("parent", .unitUnder, isRequired: false, hint: .asFirstUnit))</div>
      <div class="fields">\(text("name", .nameAfterwards, isRequired: isNew))</div></fieldset>
      """
  }

  private func way(_ value: String, _ words: Phrase, _ isChosen: Bool) -> HTML {
    """
    <label for="f-mode-\(value)"><input type="radio" id="f-mode-\(value)" name="mode" value="\(value)"\
    \(flag: isChosen, "checked")> \(words)</label>
    """
  }

  private var split: HTML {
    """
    <div class="fields">\(unit("unit", .unitDivided))</div>
    \(rows(.dividedInto, hint: .unitsMergedHint))
    <fieldset class="form"><legend>\(Phrase.dividedIntoNew)</legend>\
    <p class="hint">\(Phrase.dividedIntoNewHint)</p>
    <div class="fields">\(Array(0..<model.newRows), { row in
      "\(text("new.\(row).code", .newUnitCode, isRequired: false, number: row + 1))\(text("new.\(row).name", .newUnitName, isRequired: false, number: row + 1))" as HTML
    })</div>
    <div class="actions"><button class="button small" name="do" value="newRows">\(Phrase.moreRows)</button></div></fieldset>
    <div class="choices"><label for="f-stays"><input type="checkbox" id="f-stays" name="stays" value="yes"\
    \(flag: !model.value("stays").isEmpty, "checked")> \(Phrase.unitStays)</label></div>
    """
  }

  /// A field for each unit, and a button for more of them.
  private func rows(_ legend: Phrase, hint: Phrase) -> HTML {
    """
    <fieldset class="form"><legend>\(legend)</legend><p class="hint">\(hint)</p>
    <div class="fields">\(Array(0..<model.rows), { row in
      unit("units.\(row)", .unitNumber(row + 1), isRequired: false, hint: nil)
    })</div>
    <div class="actions"><button class="button small" name="do" value="rows">\(Phrase.moreRows)</button></div></fieldset>
    """
  }

  var decision: HTML {
    let isOwn = !model.value("own").isEmpty
    let common = model.writing.plan.decision
    return """
      <details class="more"\(flag: isOwn, "open")><summary>\(Phrase.ownDecision)</summary>
      <div class="choices"><label for="f-own"><input type="checkbox" id="f-own" name="own" value="yes"\(flag: isOwn, "checked")> \
      \(Phrase.ownDecision)</label></div>
      \(common.map { "<p class=\"hint\">\(Phrase.planUnder($0.number).leading)</p>" as HTML })
      <div class="fields">\(decisionFields(model.values, model.errors, isRequired: isOwn, model.writing.key))\
      \(candidates("issuer"))</div></details>
      """
  }

  // MARK: One field

  private func field(
    _ name: String,
    _ label: String,
    _ kind: FormField.Kind,
    isRequired: Bool = true,
    hint: Phrase? = nil
  ) -> HTML {
    FormField(
      name,
      label,
      kind: kind,
      value: model.value(name),
      hint: hint?.text,
      error: model.errors[name],
      isRequired: isRequired,
      autocomplete: "off"
    ).html
  }

  private func text(_ name: String, _ label: Phrase, isRequired: Bool = true, number: Int? = nil) -> HTML {
    let words = number.map { "\(label.text) \($0)" } ?? label.text
    return field(name, words, .text, isRequired: isRequired)
  }

  private func unit(
    _ name: String,
    _ label: Phrase,
    isRequired: Bool = true,
    hint: Phrase? = .unitPickHint
  ) -> HTML {
    let lookup = FormField.Kind.lookup(Path.plan(model.writing.key, "units"))
    return "\(field(name, label.text, lookup, isRequired: isRequired, hint: hint))\(candidates(name))"
  }

  private func candidates(_ name: String) -> HTML? {
    model.candidates[name].map { candidatesView($0, name) }
  }

  private func kind(isRequired: Bool = true, hint: Phrase? = nil) -> HTML {
    let kinds = UnitKind.allCases.map {
      FormField.Choice($0.rawValue, Phrase.unitKind($0.rawValue).leading.text)
    }
    let none = FormField.Choice("", (isRequired ? Phrase.choose : .notStated).text)
    return field(
      "kind",
      Phrase.unitKindField.text,
      .choice([none] + kinds),
      isRequired: isRequired,
      hint: hint
    )
  }

  private func sector(hint: Phrase? = nil) -> HTML {
    let sectors = Sector.allCases.map {
      FormField.Choice($0.rawValue, Phrase.sector($0.rawValue).leading.text)
    }
    let none = FormField.Choice("", Phrase.notStated.text)
    return field(
      "sector",
      Phrase.unitSectorField.text,
      .choice([none] + sectors),
      isRequired: false,
      hint: hint
    )
  }
}

/// The fields of a decision of a plan, or of one of its steps.
func decisionFields(
  _ values: [String: String],
  _ errors: [String: String],
  isRequired: Bool,
  _ plan: String?
) -> HTML {
  func field(_ name: String, _ label: Phrase, _ kind: FormField.Kind, isRequired: Bool = false) -> HTML {
    FormField(
      name,
      label.text,
      kind: kind,
      value: values[name] ?? "",
      error: errors[name],
      isRequired: isRequired,
      autocomplete: "off"
    ).html
  }
  let lookup = plan.map { Path.plan($0, "units") } ?? Path("lookup", "units")
  return """
    \(field("number", .decisionNumber, .text, isRequired: isRequired))\
    \(field("signed", .signedOn, .day, isRequired: isRequired))\
    \(field("issuer", .issuer, .lookup(lookup)))\(field("signer", .signer, .text))\(field("basis", .basis, .text))
    """
}
