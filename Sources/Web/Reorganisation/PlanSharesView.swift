import Basics
import Markup
import Phrases
import Rules

/// Who goes where when a unit is divided or dissolved: by rule, by list, by hand.
func planSharesView(_ model: PlanShares, in frame: Frame) -> HTML {
  let writing = model.writing
  let title = Phrase.ofPlanStep(model.isPeople ? .allotPeople : .allotUnits, model.number)
  let step = writing.plan.steps[model.number - 1].step
  return page(
    frame,
    title: title,
    content: """
      <div class="heading"><div>\(crumbs(writing.path, frame.viewpoint))<h1>\(title)</h1>\
      <p class="subject"><a href="\(path: .plan(writing.key))">\(writing.title)</a></p>\
      <p>\(Phrase.planSentence(step, writing.name)) · \(Phrase.planEffective) \(Phrase.day(writing.plan.effective))</p>\
      </div></div>
      \(notice(model))
      <form class="form deed panel" method="post" action="\(path: model.action)" novalidate>
      <button class="unseen" name="do" value="filter" tabindex="-1" aria-hidden="true"></button>
      \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))\
      \(Form.hidden("version", String(writing.version)))\(model.heirs, { Form.hidden("heirs", $0) })
      \(sums(model))
      \(model.isOpenEnded ? adding(model) : nil)
      \(model.heirs.isEmpty ? "<p>\(Phrase.noHeirYet)</p>" : body(model))
      </form>
      """
  )
}

private func notice(_ model: PlanShares) -> HTML? {
  if let message = model.objections.said(besides: []) { return messageView(message) }
  if !model.errors.isEmpty { return messageView(Message(.refused, Phrase.mendForm.text)) }
  return model.isChanged ? messageView(Message(.warning, Phrase.allotmentChanged.text)) : nil
}

/// How many are not allotted yet, and how many each unit gets.
private func sums(_ model: PlanShares) -> HTML {
  let left = model.notAllotted
  let sums = model.heirs.map { heir in
    Phrase.allottedTo(model.writing.name(heir), model.rows.count { $0.heir == heir })
  }
  let rest = model.rest.map { Phrase.planRest(to: model.writing.name($0), isPeople: model.isPeople) }
  return """
    <p class="marks" role="status"><span class="state \(left > 0 && model.rest == nil ? "watch" : "good" as HTML)">\
    \(Phrase.notAllotted(left, isPeople: model.isPeople))\(left > 0 ? rest.map { " (\($0))" as HTML } : nil)</span>\
    \(sums, { "<span>\($0)</span>" as HTML })</p>
    """
}

private func body(_ model: PlanShares) -> HTML {
  guard !model.rows.isEmpty else {
    return """
      <p>\(model.isPeople ? Phrase.nobodyToAllot : .nothingToAllot)</p><div class="fields">\(rest(model))</div>\(keeping(model))
      """
  }
  return """
    \(rule(model))\(list(model))
    <div class="fields">\(field("filter", .filterRows, .text, model, hint: .filterRowsHint))\(rest(model))</div>
    <div class="actions"><button class="button small" name="do" value="filter">\(Phrase.applyFilter)</button></div>
    \(hidden(model))\(table(model))
    <div class="bulk">\(select("markHeir", .allotMarked, model))\
    <button class="button" name="do" value="marked">\(Phrase.allotMarked)</button>\(buttons(model))</div>
    """
}

private func keeping(_ model: PlanShares) -> HTML { "<div class=\"actions\">\(buttons(model))</div>" }

private func buttons(_ model: PlanShares) -> HTML {
  """
  <button class="button primary" name="do" value="save">\(Phrase.keepAllotment)</button>\
  <a class="button" href="\(path: .plan(model.writing.key))">\(Phrase.backToPlan)</a>
  """
}

// MARK: At once

private func rule(_ model: PlanShares) -> HTML {
  let rules = model.rules.map { FormField.Choice($0.rawValue, Phrase.allotRule($0.rawValue).text) }
  let kinds = Set(model.rows.compactMap(\.kind?.rawValue)).sorted()
  let sectors = Set(model.rows.compactMap(\.sector?.rawValue)).sorted()
  let isFirst = model.values["rule"] == nil
  return """
    <details class="more"\(flag: model.rest == nil && model.notAllotted > 0 || model.errors["rule"] != nil, "open")>\
    <summary>\(Phrase.allotByRule)</summary>
    <div class="fields">\(field("rule", .allotRule, .choice(rules), model))\
    \(model.rules.contains(.older) ? field("age", .ageBound, .text, model) : nil)\
    \(model.rules.contains(.kind) ? field("kind", .unitKindField, .choice(kinds.map {
      FormField.Choice($0, Phrase.unitKind($0).leading.text)
    }), model) : nil)\
    \(model.rules.contains(.sector) ? field("sector", .unitSectorField, .choice(sectors.map {
      FormField.Choice($0, Phrase.sector($0).leading.text)
    }), model) : nil)\
    \(field("ruleHeir", .goesToUnit, .choice(places(model)), model))</div>
    <div class="choices"><label for="f-onlyNew"><input type="checkbox" id="f-onlyNew" name="onlyNew" value="yes"\
    \(flag: isFirst || !model.value("onlyNew").isEmpty, "checked")> \(Phrase.onlyNotAllotted)</label></div>
    <div class="actions"><button class="button" name="do" value="rule">\(Phrase.applyRule)</button></div></details>
    """
}

private func list(_ model: PlanShares) -> HTML {
  """
  <details class="more"\(flag: model.errors["codes"] != nil || model.errors["listHeir"] != nil, "open")>\
  <summary>\(Phrase.allotByList)</summary>
  <div class="fields">\(field("codes", .codesToAllot, .words, model))\
  \(field("listHeir", .goesToUnit, .choice(places(model)), model))</div>
  <div class="actions"><button class="button" name="do" value="list">\(Phrase.applyList)</button></div></details>
  """
}

private func adding(_ model: PlanShares) -> HTML {
  let lookup = FormField.Kind.lookup(Path.plan(model.writing.key, "units"))
  return """
    <div class="fields">\(field("newHeir", .addHeir, lookup, model, hint: .unitPickHint))</div>\
    \(model.candidates["newHeir"].map { candidatesView($0, "newHeir") })
    <div class="actions"><button class="button small" name="do" value="heir">\(Phrase.addHeir)</button></div>
    """
}

private func rest(_ model: PlanShares) -> HTML {
  var choices = places(model)
  choices[0] = FormField.Choice("", Phrase.nobodyRest.text)
  return FormField(
    "rest",
    Phrase.restGoesTo.text,
    kind: .choice(choices),
    value: model.rest ?? "",
    hint: model.isPeople ? Phrase.restGoesToHint.text : nil,
    isRequired: false
  ).html
}

private func places(_ model: PlanShares) -> [FormField.Choice] {
  [FormField.Choice("", Phrase.choose.text)]
    + model.heirs.map { FormField.Choice($0, model.writing.named($0)) }
}

private func field(
  _ name: String,
  _ label: Phrase,
  _ kind: FormField.Kind,
  _ model: PlanShares,
  hint: Phrase? = nil
) -> HTML {
  FormField(
    name,
    label.text,
    kind: kind,
    value: model.value(name),
    hint: hint?.text,
    error: model.errors[name],
    isRequired: false,
    autocomplete: "off"
  ).html
}

// MARK: By hand

/// The choices of the rows out of sight.
private func hidden(_ model: PlanShares) -> HTML {
  let shown = Set(model.shown.prefix(PlanShares.most).map(\.code))
  let others = model.rows.filter { !shown.contains($0.code) }
  let kept = others.filter { $0.heir != nil }
  let tooMany = model.shown.count > PlanShares.most
  return """
    \(kept, { Form.hidden("to.\($0.code)", $0.heir ?? "") })\
    \(tooMany ? "<p class=\"hint\">\(Phrase.tooManyToShow(PlanShares.most))</p>" : nil)\
    \(others.isEmpty || tooMany ? nil : "<p class=\"hint\">\(Phrase.rowsHidden(others.count))</p>")
    """
}

private func table(_ model: PlanShares) -> HTML {
  Table(
    caption: (model.isPeople ? Phrase.allotPeople : .allotUnits).text,
    columns: [
      Column(Phrase.markedColumn.text), Column((model.isPeople ? Phrase.member : .unit).text),
      Column(Phrase.goesToUnit.text),
    ],
    rows: Array(model.shown.prefix(PlanShares.most)),
    isDense: true
  ) { row, page in
    page.piece(
      """
      <tr><td><input type="checkbox" name="mark" value="\(row.code)" aria-label="\(Phrase.markToAllot(row.name))"\
      \(flag: row.isMarked, "checked")></td><th scope="row">
      """
    )
    if model.isPeople {
      page.name(row.name)
    } else {
      page.piece("<bdi lang=\"vi\">\(row.name)</bdi>")
    }
    page.piece(
      """
      <span class="detail">\(row.code) · \(row.about)</span></th><td><select name="to.\(row.code)" \
      aria-label="\(Phrase.goesToUnit(row.name))"><option value="">\(Phrase.notAllottedYet)</option>\
      \(model.heirs, { heir in
        "<option value=\"\(heir)\"\(flag: row.heir == heir, "selected")>\(model.writing.name(heir))</option>" as HTML
      })</select></td></tr>

      """
    )
  }.html
}

/// A choice of a unit beside a button.
private func select(_ name: String, _ label: Phrase, _ model: PlanShares) -> HTML {
  """
  <select name="\(name)" aria-label="\(label)">\(places(model), { choice in
    "<option value=\"\(choice.value)\"\(flag: choice.value == model.value(name), "selected")>\(choice.label)</option>" as HTML
  })</select>
  """
}
