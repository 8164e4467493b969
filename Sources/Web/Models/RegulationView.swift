import Basics
import Markup
import Phrases
import Records
import Rules

/// A unit's working regulation, then how the units below stand with theirs.
func regulationView(_ model: RegulationRegister, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let key = model.unit.key
  let query = model.state.map { Query().with("state", $0.rawValue) } ?? Query()
  let files = model.count > 0 ? fileLinks { viewpoint.regulationsFile(key, $0, query) } : []
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.regulationsTitle) · \(model.unit.name)"),
    isLandscape: true,
    content: """
      \(unitHeading(
        model.unit, model.path, .regulationsMeaning, frame, topic: .regulationsTitle, actions: files
      ))
      \(model.objections.said(besides: [.number, .title, .day, .from, .scan]).map(messageView))
      \(modelTabs(key, viewpoint, current: .regulations))
      \(ownView(model, frame))\(model.isBoard ? registerBelow(model, frame) : nil)
      """
  )
}

private func ownView(_ model: RegulationRegister, _ frame: Frame) -> HTML? {
  guard let own = model.own else { return nil }
  let content: HTML =
    own.line.kept.map { kept in regulationPairs(kept, own, model) }
    ?? emptyView(.regulationOwnNone, why: .regulationOwnNoneMeaning)
  let past = model.past.map { fact -> HTML in
    let until: HTML? = fact.span.end.map { " \(Phrase.regulationUntil($0))" }
    return """
      <li><b class="code">\(fact.value.regulation.number)</b> \(Phrase.regulationInForce(fact.span.start))\(until)\
      \(paperLink(fact.value, model))\(annulLink(fact.value.regulation, model))</li>
      """
  }
  return """
    <section class="panel" aria-labelledby="own"><header><h2 id="own">\(Phrase.regulationOwn)</h2>\
    <span class="aside">\(regulationStateView(own.state))</span></header>\(content)\
    \(past.isEmpty ? nil : "<h3 class=\"inside\">\(Phrase.regulationsEarlier)</h3><ul class=\"found\">\(past, \.self)</ul>" as HTML)\
    \(approveForm(model, frame))\(enterForm(model, frame))\(mistakeView(own, model))</section>
    """
}

/// The way to take back what was entered, or approved, by mistake: with a reason, on the page of annulments.
private func annulLink(_ regulation: WorkingRegulation, _ model: RegulationRegister) -> HTML? {
  model.annuls[regulation.key].map { entry in
    let words: Phrase = regulation.approval == nil ? .annulRegulation : .annulApproval
    return
      " · <a href=\"\(path: .annul(entry))\">\(words)<span class=\"unseen\"> \(regulation.number)</span></a>"
  }
}

/// What can be done where the regulation in force was entered by mistake, and by whom.
private func mistakeView(_ own: RegulationRegister.Judged, _ model: RegulationRegister) -> HTML? {
  guard let regulation = own.line.kept?.regulation else { return nil }
  if let link = annulLink(regulation, model) {
    return "<p class=\"inside quiet\">\(Phrase.regulationMistake)\(link)</p>"
  }
  return model.mayEnter && own.line.above != nil
    ? "<p class=\"inside quiet\">\(Phrase.regulationMistakeAbove)</p>" : nil
}

private func regulationPairs(
  _ kept: KeptRegulation,
  _ own: RegulationRegister.Judged,
  _ model: RegulationRegister
) -> HTML {
  let regulation = kept.regulation
  var pairs: [(Phrase, HTML)] = [
    (.regulationNumber, "<b class=\"code\">\(regulation.number)</b>\(paperLink(kept, model))")
  ]
  if let edition = regulation.edition {
    pairs.append((.regulationEdition, "<bdi lang=\"vi\">\(edition)</bdi>"))
  }
  pairs.append((.regulationAdopted, "\(Phrase.day(regulation.adopted))"))
  if let from = own.line.from { pairs.append((.regulationFrom, "\(Phrase.day(from))")) }
  let approval: HTML =
    regulation.approval.map { approval in
      """
      \(Phrase.regulationApprovedBy(model.approver ?? "", approval.day))\
      \(approval.number.map { " · <span class=\"code\">\($0)</span>" as HTML })
      """
    } ?? "<span class=\"state watch\">\(Phrase.regulationNotApproved)</span>"
  // At the top there is nobody who would approve it.
  if own.line.above != nil || regulation.approval != nil { pairs.append((.regulationApproval, approval)) }
  if let why = own.why { pairs.append((.regulationWhy, clauseView(why))) }
  return "<dl class=\"pairs inside\">\(pairs, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" })</dl>"
}

private func clauseView(_ clause: Clause) -> HTML {
  """
  \(Phrase(clause.text)) <span class="detail">§ \(clause.number) · \(confidenceView(clause.confidence, clause.sources))</span>
  """
}

private func paperLink(_ kept: KeptRegulation, _ model: RegulationRegister) -> HTML? {
  kept.file.map { file in
    " <a href=\"\(path: .regulationFile(model.unit.key, file.description))\">\(kept.name ?? Phrase.regulationFile.text)</a>"
  }
}

func regulationStateView(_ state: RegulationState) -> HTML {
  let words = Phrase.regulationState(state.rawValue)
  return switch state {
  case .current: "<span class=\"state good\">\(words)</span>"
  case .unapproved: "<span class=\"state ring\">\(words)</span>"
  case .outdated: "<span class=\"state watch\">\(words)</span>"
  case .missing: "<span class=\"state bad\">\(words)</span>"
  }
}

private func formField(
  _ model: RegulationRegister,
  _ step: String,
  _ field: Field,
  _ label: Phrase,
  _ kind: FormField.Kind = .text,
  _ first: String = "",
  isRequired: Bool = true
) -> HTML {
  let isSent = model.values["step"] == step
  return FormField(
    field.rawValue,
    label.text,
    kind: kind,
    value: isSent ? model.values[field.rawValue] ?? "" : first,
    error: isSent ? model.objections.said(field) : nil,
    isRequired: isRequired,
    autocomplete: "off",
    scope: step
  ).html
}

private func enterForm(_ model: RegulationRegister, _ frame: Frame) -> HTML? {
  guard model.mayEnter else { return nil }
  let today = frame.viewpoint.today.description
  return """
    <details class="more inside"\(flag: model.values["step"] == "enter", "open")><summary>\(Phrase.enterRegulation)</summary>
    <form class="form" method="post" action="\(path: .regulations(model.unit.key))" enctype="multipart/form-data" data-draft>\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))
    <div class="fields">\(formField(model, "enter", .number, .regulationNumber))\
    \(formField(model, "enter", .title, .regulationEdition, isRequired: false))\
    \(formField(model, "enter", .day, .regulationAdopted, .day, today))\
    \(formField(model, "enter", .from, .regulationFrom, .day, today))\
    \(formField(model, "enter", .scan, .regulationFile, .file(".pdf,.jpg,.jpeg,.png"), isRequired: false))</div>
    <div class="actions"><button class="button primary" name="step" value="enter">\(Phrase.enterRegulation)</button></div></form></details>
    """
}

private func approveForm(_ model: RegulationRegister, _ frame: Frame) -> HTML? {
  guard model.mayApprove, let regulation = model.own?.line.kept?.regulation else { return nil }
  return """
    <details class="more inside"\(flag: model.values["step"] == "approve", "open")><summary>\(Phrase.approveRegulation)</summary>
    <form class="form" method="post" action="\(path: .regulations(model.unit.key))" enctype="multipart/form-data">\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))\
    \(Form.hidden("regulation", regulation.key.description))
    <div class="fields">\(formField(model, "approve", .day, .regulationApproved, .day, frame.viewpoint.today.description))\
    \(formField(model, "approve", .number, .regulationPaper, isRequired: false))</div>
    <div class="actions"><button class="button" name="step" value="approve">\(Phrase.approveRegulation)</button></div></form></details>
    """
}

// MARK: The units below

private func registerBelow(_ model: RegulationRegister, _ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let key = model.unit.key
  func chip(_ words: Phrase, _ count: Int, _ state: RegulationState?) -> HTML {
    let isOn = model.state == state
    let path = viewpoint.regulations(key, state.map { Query().with("state", $0.rawValue) } ?? Query())
    return """
      <a class="\(isOn ? "chip on" : "chip" as HTML)"\(attribute: "aria-current", isOn ? "true" : nil) \
      href="\(path: path)">\(words) <b>\(Phrase.number(count))</b></a>
      """
  }
  let rule: HTML? = model.book.map { book in
    "<p class=\"quiet\">\(Phrase.regulationRule) <a href=\"\(path: viewpoint.rulebook(book.name))\">\(Phrase(book.title))</a></p>"
  }
  return """
    \(rule)<nav class="chips" aria-label="\(Phrase.modelStateTitle)">\(chip(.allOfThem, model.states.values.reduce(0, +), nil))\
    \(RegulationState.allCases, { chip(.regulationState($0.rawValue), model.states[$0] ?? 0, $0) })</nav>
    \(branchTable(model, viewpoint))\(unitTable(model, frame))
    """
}

private func branchTable(_ model: RegulationRegister, _ viewpoint: Viewpoint) -> HTML? {
  guard model.branches.count > 1 else { return nil }
  let columns =
    [Column(Phrase.unit.text)]
    + RegulationState.allCases.map { Column(Phrase.regulationState($0.rawValue).text, .number) }
  return """
    <section class="panel" aria-labelledby="branches"><header><h2 id="branches">\(Phrase.modelByUnit)</h2></header>
    <div class="stacks">\(Table(caption: Phrase.modelByUnit.text, columns: columns, rows: model.branches, isDense: true) { branch, page in
      page.markup("<tr><th scope=\"row\">")
      page.unit(branch.unit, viewpoint)
      page.markup("</th>")
      for state in RegulationState.allCases {
        page.markup("<td class=\"num\"")
        page.attribute("data-head", Phrase.regulationState(state.rawValue).text)
        page.markup(">")
        page.figure(
          branch.states[state] ?? 0,
          viewpoint.regulations(branch.unit.key, Query().with("state", state.rawValue))
        )
        page.markup("</td>")
      }
      page.markup("</tr>\n")
    }.html)</div></section>
    """
}

private func unitTable(_ model: RegulationRegister, _ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let pages = pager(model.previous, model.next, frame.query.without("after", "before", "done"), frame)
  let range: HTML? =
    model.rows.isEmpty
    ? nil : "\(Phrase.range(model.firstSerial, model.firstSerial + model.rows.count - 1, of: model.count))"
  let columns = [
    Column(Phrase.unit.text), Column(Phrase.modelStateTitle.text), Column(Phrase.regulationNumber.text),
    Column(Phrase.regulationAdopted.text), Column(Phrase.regulationWhy.text),
  ]
  let table = Table(caption: Phrase.regulationsBelow.text, columns: columns, rows: model.rows, isDense: true)
  {
    judged,
    page in
    let line = judged.line
    let path = viewpoint.regulations(line.unit.description)
    page.markup("<tr><th scope=\"row\"><a href=\"")
    page.path(path)
    page.markup("\"><bdi lang=\"vi\">")
    page.text(line.name)
    page.markup("</bdi></a>")
    if let above = line.above { page.piece("<span class=\"detail\"><bdi lang=\"vi\">\(above)</bdi></span>") }
    page.markup("</th>")
    page.cell(.modelStateTitle, regulationStateView(judged.state))
    page.cell(.regulationNumber, line.kept.map { "<span class=\"code\">\($0.regulation.number)</span>" })
    page.cell(.regulationAdopted, line.kept.map { "\(Phrase.day($0.regulation.adopted))" })
    page.cell(
      .regulationWhy,
      judged.why.map { why in
        """
        \(Phrase(why.text))\(why.confidence.isUnverified ? " <span class=\"detail\">\(Phrase.unverifiedRule)</span>" as HTML : nil)
        """
      }
    )
    page.markup("</tr>\n")
  }
  return """
    <section class="panel" aria-labelledby="listed"><header><h2 id="listed">\(Phrase.regulationsBelow)</h2>\
    <span class="aside">\(range)</span></header>
    \(model.rows.isEmpty ? emptyView(.regulationsNone, why: .regulationsNoneMeaning) : "<div class=\"stacks\">\(table.html)</div>")\
    \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
    """
}
