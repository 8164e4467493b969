import Basics
import Markup
import Phrases
import Records
import Rules

/// The discipline of a unit on its page: what waits for a second person, and what is a fact.
func unitDisciplineView(_ told: UnitDisciplineTold, _ deeds: [DeedOffer], _ viewpoint: Viewpoint) -> HTML {
  """
  <section class="group" aria-labelledby="discipline"><header>\
  <h2 id="discipline">\(Phrase.unitDisciplineTitle)</h2></header>
  \(told.pending.map { pendingView($0, deeds, viewpoint) })
  \(told.lines.isEmpty ? nil : "<dl class=\"pairs\">\(told.lines, { line($0, told, viewpoint) })</dl>")
  <p class="hint">\(Phrase.unitDisciplineSeen)</p></section>
  """
}

private func pair(_ name: Phrase, _ value: HTML) -> HTML { "<dt>\(name)</dt><dd>\(value)</dd>" }

private func pendingView(
  _ pending: UnitDisciplineTold.Pending,
  _ deeds: [DeedOffer],
  _ viewpoint: Viewpoint
) -> HTML {
  let matter = pending.matter
  let decision = DecisionLink(
    key: nil,
    number: matter.decision.number,
    signed: matter.decision.signed,
    issuer: pending.unit.name
  )
  let next = deeds.filter { $0.deed == "confirmUnitDiscipline" || $0.deed == "withdrawUnitDiscipline" }
  return """
    <div class="way panel"><div class="inside"><p><b>\
    \(Phrase.unitDisciplineForm(matter.discipline.form.rawValue).leading)</b> \
    <span class="state watch">\(Phrase.isPending.leading)</span></p>
    <dl class="pairs">\(pair(.deedField("disciplineUnit", "from"), "\(Phrase.span(matter.span))"))\
    \(pair(.decision, decisionView(decision, viewpoint)))\
    \(matter.discipline.note.map { pair(.deedField("disciplineUnit", "note"), "<bdi lang=\"vi\">\($0)</bdi>") })\
    \(pair(.enteredBy, "<bdi>\(pending.enteredBy)</bdi>"))</dl>
    <p>\(pending.isOwnEntry ? Phrase.confirmYourself : .pendingMeaning)</p>
    \(next.isEmpty ? nil : "<p class=\"actions\">\(next, button)</p>")</div></div>
    """
}

private func button(_ offer: DeedOffer) -> HTML {
  let goesOn = offer.deed == "confirmUnitDiscipline"
  return """
    <a class="button\(goesOn ? " primary" as HTML : "")" href="\(path: offer.path)">\(Phrase.deed(offer.deed))</a>
    """
}

private func line(
  _ line: MemberWay.Line<UnitDiscipline>,
  _ told: UnitDisciplineTold,
  _ viewpoint: Viewpoint
) -> HTML {
  pair(
    Phrase.unitDisciplineForm(line.value.form.rawValue).leading,
    """
    \(Phrase.span(line.span))\(line.unit.map { ", \(unitLink($0, viewpoint))" as HTML })\
    \(line.value.note.map { "<br><bdi lang=\"vi\">\($0)</bdi>" as HTML })\
    \(line.source.map { "<br>\(sourceView($0, viewpoint))" as HTML })\
    \(line.value.form == .dissolution ? "<br>\(afterDissolution(told))" : nil)
    """
  )
}

/// Whether a unit that was to be dissolved is still there.
private func afterDissolution(_ told: UnitDisciplineTold) -> HTML {
  if let end = told.end, end <= told.day { return "<small>\(Phrase.dissolvedAndEnded(end))</small>" }
  return "<span class=\"state watch\">\(Phrase.stillStands(told.end))</span>"
}

// MARK: In the list of what is open

/// The disciplines of units below that wait for a second person.
func unitMatterSection(_ matters: [AboutUnit<UnitDisciplineMatter>], _ viewpoint: Viewpoint) -> HTML {
  let table = Table(
    caption: Phrase.unitMattersTitle.text,
    columns: [
      Column(Phrase.unit.text), Column(Phrase.disciplineTitle.text),
      Column(Phrase.inForceFrom.text, .number), Column(Phrase.decision.text), Column(Phrase.stateTitle.text),
    ],
    rows: matters
  ) { about, page in
    head(about, about.fact.value.discipline.form, viewpoint, into: &page)
    page.markup("<td>")
    page.text(about.fact.value.decision.number)
    page.markup("</td><td><span class=\"state watch\">")
    page.write(Phrase.isPending.leading)
    page.markup("</span></td></tr>\n")
  }
  return """
    <section class="panel" aria-labelledby="unit-matters"><header>\
    <h2 id="unit-matters">\(Phrase.unitMattersTitle)</h2>\
    <span class="aside">\(Phrase.number(matters.count))</span></header>
    \(matters.isEmpty ? emptyView(.noMatters, why: .mattersMeaning) : table.html)</section>
    """
}

/// The units below that were disciplined since the year began.
func disciplinedUnitSection(_ units: [AboutUnit<UnitDiscipline>], _ viewpoint: Viewpoint) -> HTML {
  let table = Table(
    caption: Phrase.disciplinedUnitsTitle.text,
    columns: [
      Column(Phrase.unit.text), Column(Phrase.disciplineTitle.text),
      Column(Phrase.inForceFrom.text, .number), Column(Phrase.decision.text),
    ],
    rows: units
  ) { about, page in
    head(about, about.fact.value.form, viewpoint, into: &page)
    page.markup("<td>")
    page.text(about.fact.cited ?? "–")
    page.markup("</td></tr>\n")
  }
  return """
    <section class="panel" aria-labelledby="unit-disciplines"><header>\
    <h2 id="unit-disciplines">\(Phrase.disciplinedUnitsTitle)</h2>\
    <span class="aside">\(Phrase.number(units.count))</span></header>
    \(units.isEmpty ? emptyView(.noDisciplinedUnits, why: .disciplinedUnitsMeaning) : table.html)</section>
    """
}

private func head<Value>(
  _ about: AboutUnit<Value>,
  _ form: UnitDisciplineForm,
  _ viewpoint: Viewpoint,
  into page: inout HTML.Writer
) {
  page.markup("<tr><th scope=\"row\">")
  page.unit(UnitLink(about.unit.description, about.name), viewpoint)
  page.markup("</th><td>")
  page.write(Phrase.unitDisciplineForm(form.rawValue).leading)
  page.markup("</td><td class=\"num whole\">")
  page.write(Phrase.day(about.fact.span.start))
  page.markup("</td>")
}
