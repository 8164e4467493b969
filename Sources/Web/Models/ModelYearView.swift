import Basics
import Markup
import Phrases
import Records
import Rules

/// The pages about models and working regulations of a unit side by side.
enum ModelTab {
  case models, regulations
}

func modelTabs(_ unit: String, _ viewpoint: Viewpoint, current: ModelTab) -> HTML {
  tabsView(
    .modelsTitle,
    [
      Tab(.modelsTitle, viewpoint.models(unit), isCurrent: current == .models),
      Tab(.regulationsTitle, viewpoint.regulations(unit), isCurrent: current == .regulations),
    ]
  )
}

/// A unit's own assessments, then the board of the units below.
func modelYearView(_ model: ModelYear, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let question = model.question
  let key = model.unit.key
  func year(_ year: Int) -> HTML? {
    yearTurn(year, viewpoint) { viewpoint.models(key, question.query(year: $0)) }
  }
  let files =
    model.isBoard && model.count > 0
    ? fileLinks { viewpoint.modelsFile(key, $0, question.query()) } : []
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.modelsTitle) · \(model.unit.name)"),
    isLandscape: true,
    content: """
      \(unitHeading(
        model.unit, model.path, .modelsMeaning(question.year), frame, topic: .modelsTitle, actions: files
      ))
      \(model.objections.said(besides: []).map(messageView))
      \(modelTabs(key, viewpoint, current: .models))
      <nav class="turns" aria-label="\(Phrase.yearTitle)">\(year(question.year - 1))<b>\(String(question.year))</b>\
      \(year(question.year + 1))</nav>
      \(ownPanel(model, frame))\(model.isBoard ? board(model, frame) : nil)
      """
  )
}

/// Whether a unit is one the models of this house are for at all: then its own stand first.
private func ownPanel(_ model: ModelYear, _ frame: Frame) -> HTML? {
  if model.isBoard, model.own.isEmpty, model.begins.isEmpty { return nil }
  let items = model.own.map { own -> HTML in
    let assessment = own.assessment
    let decision: HTML? = assessment.decision.map {
      " <span class=\"detail\">\(Phrase.modelSigned($0.signer, $0.day))</span>"
    }
    let other: HTML? = own.other.map { " <small>\(Phrase.modelTakenOver($0))</small>" }
    return """
      <li><a href="\(path: frame.viewpoint.assessment(own.key))">\
      \(own.title.map { Phrase($0) } ?? Phrase(verbatim: assessment.family)), \(String(assessment.year))</a> \
      \(modelStateView(ModelAssessment.state(of: assessment)))\(other)\(decision)</li>
      """
  }
  let begin = model.begins.map { book -> HTML in
    """
    <form method="post" action="\(path: .models(model.unit.key))">\(Form.hidden("token", frame.viewer.token))\
    \(Form.hidden("request", AccountForm.newRequest()))\(Form.hidden("year", String(model.question.year)))\
    <button class="button" name="model" value="\(book.family)">\(Phrase.beginAssessment): \(Phrase(book.title)), \
    \(String(model.question.year))</button></form>
    """
  }
  return """
    <section class="panel" aria-labelledby="own"><header><h2 id="own">\(Phrase.modelsOwn)</h2></header>
    \(items.isEmpty ? emptyView(.modelsOwnNone, why: .modelsOwnNoneMeaning) : "<ul class=\"found\">\(items, \.self)</ul>")\
    \(begin.isEmpty ? nil : "<div class=\"inside actions\">\(begin, \.self)</div>" as HTML)</section>
    """
}

private func board(_ model: ModelYear, _ frame: Frame) -> HTML {
  guard let book = model.question.book else { return emptyView(.modelNone, why: .modelNoneMeaning) }
  let viewpoint = frame.viewpoint
  let chips = model.books.map { other -> HTML in
    let isOn = other.family == book.family
    var question = model.question.query()
    question = question.without("model", "state", "kind").with("model", other.family)
    return """
      <a class="\(isOn ? "chip on" : "chip" as HTML)"\(attribute: "aria-current", isOn ? "true" : nil) \
      href="\(path: viewpoint.models(model.unit.key, question))">\(Phrase(other.title))</a>
      """
  }
  return """
    <nav class="chips" aria-label="\(Phrase.modelSection)">\(chips, \.self)</nav>
    <p class="quiet"><a href="\(path: viewpoint.rulebook(book.name))">\(Phrase(book.title))</a>\
    \(book.model.map { ": \(Phrase($0.text))\($0.confidence.isUnverified ? " (\(Phrase.unverifiedRule))" as HTML : nil)" as HTML })</p>
    \(stateChips(model, viewpoint))
    \(rateTable(model, viewpoint))\(branchTable(model, viewpoint))\(unitTable(model, frame))
    """
}

private func stateChips(_ model: ModelYear, _ viewpoint: Viewpoint) -> HTML {
  let query = model.question.query().without("state")
  let all = model.states.values.reduce(0, +)
  func chip(_ words: Phrase, _ count: Int, _ state: ModelState?) -> HTML {
    let isOn = model.question.state == state
    let path = viewpoint.models(model.unit.key, state.map { query.with("state", $0.rawValue) } ?? query)
    return """
      <a class="\(isOn ? "chip on" : "chip" as HTML)"\(attribute: "aria-current", isOn ? "true" : nil) \
      href="\(path: path)">\(words) <b>\(Phrase.number(count))</b></a>
      """
  }
  let states = ModelState.allCases.filter { (model.states[$0] ?? 0) > 0 || model.question.state == $0 }
  return """
    <nav class="chips" aria-label="\(Phrase.modelStateTitle)">\(chip(.modelEligible, all, nil))\
    \(states, { chip(.modelState($0.rawValue), model.states[$0] ?? 0, $0) })</nav>
    """
}

/// The share of those recognised, kind by kind, years side by side; each number opens its units.
private func rateTable(_ model: ModelYear, _ viewpoint: Viewpoint) -> HTML? {
  guard !model.rates.isEmpty else { return nil }
  let columns =
    [Column(Phrase.modelLevel.text)] + model.years.map { Column(String($0), .number) }
  return """
    <section class="panel" aria-labelledby="rates"><header><h2 id="rates">\(Phrase.modelRates)</h2></header>
    <p class="inside quiet">\(Phrase.modelRatesMeaning)</p>
    <div class="stacks">\(Table(caption: Phrase.modelRates.text, columns: columns, rows: model.rates, isDense: true) { rate, page in
      page.markup("<tr><th scope=\"row\">")
      page.write(Phrase.unitKind(rate.kind.rawValue).leading)
      page.markup("</th>")
      for year in model.years {
        page.markup("<td class=\"num\"")
        page.attribute("data-head", String(year))
        page.markup(">")
        if let counts = rate.years[year], counts.all > 0 {
          let query = model.question.query(year: year).without("state", "kind").with("kind", rate.kind.rawValue)
          page.figure(
            counts.recognised,
            viewpoint.models(model.unit.key, query.with("state", ModelState.recognised.rawValue))
          )
          page.text("/")
          page.figure(counts.all, viewpoint.models(model.unit.key, query))
          page.markup(" <span class=\"quiet\">")
          page.write(Phrase.percent(counts.recognised, of: counts.all))
          page.markup("</span>")
        } else {
          page.text("–")
        }
        page.markup("</td>")
      }
      page.markup("</tr>\n")
    }.html)</div></section>
    """
}

private func branchTable(_ model: ModelYear, _ viewpoint: Viewpoint) -> HTML? {
  guard model.branches.count > 1 else { return nil }
  let states = ModelState.allCases.filter { state in model.branches.contains { ($0.states[state] ?? 0) > 0 } }
  let columns =
    [Column(Phrase.unit.text), Column(Phrase.modelEligible.text, .number)]
    + states.map { Column(Phrase.modelState($0.rawValue).text, .number) }
  return """
    <section class="panel" aria-labelledby="branches"><header><h2 id="branches">\(Phrase.modelByUnit)</h2></header>
    <div class="stacks">\(Table(caption: Phrase.modelByUnit.text, columns: columns, rows: model.branches, isDense: true) { branch, page in
      let query = model.question.query().without("state", "kind")
      func figure(_ head: Phrase, _ count: Int, _ query: Query) {
        page.markup("<td class=\"num\"")
        page.attribute("data-head", head.text)
        page.markup(">")
        page.figure(count, viewpoint.models(branch.unit.key, query))
        page.markup("</td>")
      }
      page.markup("<tr><th scope=\"row\">")
      page.unit(branch.unit, viewpoint)
      page.markup("</th>")
      figure(.modelEligible, branch.states.values.reduce(0, +), query)
      for state in states {
        figure(.modelState(state.rawValue), branch.states[state] ?? 0, query.with("state", state.rawValue))
      }
      page.markup("</tr>\n")
    }.html)</div></section>
    """
}

private func unitTable(_ model: ModelYear, _ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let pages = pager(model.previous, model.next, frame.query.without("after", "before", "done"), frame)
  let range: HTML? =
    model.lines.isEmpty
    ? nil : "\(Phrase.range(model.firstSerial, model.firstSerial + model.lines.count - 1, of: model.count))"
  let columns = [
    Column(Phrase.unit.text), Column(Phrase.modelLevel.text), Column(Phrase.modelStateTitle.text),
    Column(Phrase.modelGives.text), Column(Phrase.modelDecision.text),
  ]
  let table = Table(caption: Phrase.modelBelow.text, columns: columns, rows: model.lines, isDense: true) {
    line,
    page in
    page.markup("<tr><th scope=\"row\">")
    page.unit(UnitLink(line.unit.description, line.name), viewpoint)
    if let above = line.above { page.piece("<span class=\"detail\"><bdi lang=\"vi\">\(above)</bdi></span>") }
    page.markup("</th>")
    page.cell(.modelLevel, "\(Phrase.unitKind(line.kind.rawValue))")
    page.cell(
      .modelStateTitle,
      line.assessment.map { assessment in
        "<a href=\"\(path: viewpoint.assessment(assessment.key.description))\">\(modelStateView(line.state))</a>"
      } ?? modelStateView(line.state)
    )
    let decision = line.assessment?.decision
    page.cell(
      .modelGives,
      decision.map { "\($0.byModel.map { Phrase.modelOutcome($0.rawValue) } ?? .modelOpen)" }
    )
    page.cell(
      .modelDecision,
      decision.map { decision in
        """
        \(Phrase.modelSigned(decision.signer, decision.day))\
        \(decision.reason.map { "<span class=\"detail\"><bdi lang=\"vi\">\($0)</bdi></span>" as HTML })
        """
      }
    )
    page.markup("</tr>\n")
  }
  return """
    <section class="panel" aria-labelledby="listed"><header><h2 id="listed">\(Phrase.modelBelow)</h2>\
    <span class="aside">\(range)</span></header>
    \(model.lines.isEmpty ? emptyView(.modelNoUnits, why: .modelNoUnitsMeaning) : "<div class=\"stacks\">\(table.html)</div>")\
    \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
    """
}

/// Where a unit stands, as a mark.
func modelStateView(_ state: ModelState) -> HTML {
  let words = Phrase.modelState(state.rawValue)
  switch state {
  case .recognised: return "<span class=\"state good\">\(words)</span>"
  case .notRecognised, .returned: return "<span class=\"state bad\">\(words)</span>"
  case .sent, .verified: return "<span class=\"state watch\">\(words)</span>"
  case .drafted: return "<span class=\"state ring\">\(words)</span>"
  case .nothing: return "<span class=\"quiet\">\(words)</span>"
  }
}

extension ModelQuestion {
  /// The same question as an address asks it.
  func query(year: Int? = nil) -> Query {
    var query = Query().with("year", String(year ?? self.year))
    if !family.isEmpty { query = query.with("model", family) }
    if let state { query = query.with("state", state.rawValue) }
    if let kind { query = query.with("kind", kind.rawValue) }
    return query
  }
}
