import Basics
package import Markup
import Phrases
import Rules

/// A member's dues: what is owed now and why, the months of a year, and the forms that are theirs to fill.
package func personDuesView(_ model: PersonDues, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let key = model.person.key
  let title = model.isOwn ? Phrase.yourDues : Phrase.duesOfPerson(model.person.name)
  let draft = model.draft
  let fields: [Field] =
    draft?.isReason == true ? [.month, .reason] : [.category, .income, .region, .ground, .month]
  return page(
    frame,
    title: title,
    content: """
      <div class="heading"><div>\(crumbs(model.path, viewpoint))<h1>\(title)</h1>\
      <p><a href="\(path: viewpoint.person(key))">\(HTML(reserving: 128) { $0.name(model.person.name) })</a></p></div>\
      <div class="actions"><button class="button" type="button" data-print hidden>\(Phrase.print)</button></div></div>
      \(draft?.objections.said(besides: fields).map(messageView))
      \(model.flag.map(flagView))
      <div class="columns wide-narrow"><div class="stack">
      \(reckoningView(model))
      \(yearView(model, viewpoint))</div>
      <div class="stack">\(basisView(model))\
      \(model.mayDeclare ? declareForm(model, frame) : nil)\
      \(model.mayExcuse ? reasonForm(model, frame) : nil)</div></div>
      <p class="quiet">\(Phrase.duesCut)</p>
      """
  )
}

private func flagView(_ months: Int, _ clause: Clause) -> HTML {
  """
  <div class="message warning" role="note"><p><b>\(Phrase.flaggedMonths(months))</b></p>\
  <p class="quiet">§ \(clause.number) · \(Phrase(clause.text)) · \(confidenceView(clause.confidence))</p>\
  <p class="quiet">\(Phrase.proposalOnly)</p></div>
  """
}

/// What is owed for the month and by which clause.
private func reckoningView(_ model: PersonDues) -> HTML {
  let reckoning = model.reckoning
  let isUndeclared = reckoning.result == .undeclared
  return """
    <section class="panel" aria-labelledby="owed"><header>\
    <h2 id="owed">\(Phrase.duesRequiredNow(model.month))</h2></header>
    <dl class="inside pairs"><dt>\(Phrase.duesRequired)</dt><dd><b>\(reckoningWords(reckoning))</b></dd>\
    \(reckoning.clause.map { clause in
      "<dt>\(Phrase.clause)</dt><dd>\(Phrase(clause.text)) <span class=\"detail\">§ \(clause.number)</span></dd>" as HTML
    })\
    \(reckoning.observed.map { "<dt>\(Phrase.duesObserved)</dt><dd>\(Phrase.dong($0))</dd>" as HTML })\
    \(reckoning.result == .excused ? nil : standingWords(reckoning).map {
      "<dt>\(Phrase.duesState)</dt><dd>\($0)</dd>" as HTML
    })\
    \(reckoning.confidence.map { confidence in
      "<dt>\(Phrase.confidence)</dt><dd>\(confidenceView(confidence, reckoning.clause?.sources ?? []))</dd>" as HTML
    })\
    </dl>\(isUndeclared ? "<p class=\"inside hint\">\(Phrase.duesUndeclaredMeaning)</p>" as HTML : nil)</section>
    """
}

private func yearView(_ model: PersonDues, _ viewpoint: Viewpoint) -> HTML {
  let key = model.person.key
  return """
    <section class="panel" aria-labelledby="year"><header><h2 id="year">\(Phrase.duesYear(model.year))</h2>\
    <span class="aside turns"><a class="button small" href="\(path: viewpoint.personDues(key, model.year - 1))">\
    \(Phrase.yearBefore)</a><a class="button small" href="\(path: viewpoint.personDues(key, model.year + 1))">\
    \(Phrase.yearAfter)</a></span></header>
    \(model.lines.isEmpty ? emptyView(.nobodyThere, why: .nobodyThereMeaning) : monthTable(model, viewpoint))</section>
    """
}

/// The months of a year; the cell is named where there was more than one.
private func monthTable(_ model: PersonDues, _ viewpoint: Viewpoint) -> HTML {
  let namesUnit = Set(model.lines.map(\.unit.key)).count > 1
  var columns = [
    Column(Phrase.duesMonth.text), Column(Phrase.duesState.text), Column(Phrase.duesRequired.text, .number),
    Column(Phrase.duesReceived.text, .number),
  ]
  if namesUnit { columns.append(Column(Phrase.cell.text)) }
  let table = Table(
    caption: Phrase.duesYear(model.year).text,
    columns: columns,
    rows: model.lines,
    isDense: true
  ) { line, page in
    page.markup("<tr><th scope=\"row\">")
    page.write(Phrase.monthName(line.month))
    page.markup("</th><td class=\"words\">")
    page.piece(stateView(line))
    page.markup("</td>")
    for (head, amount) in [
      (Phrase.duesRequired, line.reckoning.amount), (Phrase.duesReceived, line.paid?.amount),
    ] {
      page.markup("<td class=\"num whole\"")
      page.attribute("data-head", head.text)
      page.markup(">")
      page.write(amount.map { Phrase.number($0) } ?? Phrase(verbatim: "–"))
      page.markup("</td>")
    }
    if namesUnit { page.cell(.cell, unitLink(line.unit, viewpoint)) }
    page.markup("</tr>\n")
  }
  return "<div class=\"months\">\(table.html)</div>"
}

private func stateView(_ line: PersonDues.Line) -> HTML {
  let received: Phrase? = line.paid.map { .receivedOn($0.day, $0.channel) }
  return switch line.state {
  case .paid: "\(received?.leading ?? .duesFigure("paid"))"
  case .less: "<span class=\"state watch\">\(Phrase.paidLess.leading)</span> \(received ?? .paidLess)"
  case .open: "<span class=\"state watch\">\(Phrase.duesFigure("open"))</span>"
  case .excused: "\(Phrase.goodReason): \(line.reason ?? "")"
  case .exempt: "\(Phrase.duesFigure("exempt"))"
  case .owesNothing: "\(standingWords(line.reckoning))"
  case .notKept: "<span class=\"quiet\">\(Phrase.sheetNotKept)</span>"
  case .notYet: "<span class=\"quiet\">\(Phrase.notOverYet)</span>"
  }
}

/// On what the dues stand, since when, and before.
private func basisView(_ model: PersonDues) -> HTML {
  """
  <section class="group" aria-labelledby="basis"><header><h2 id="basis">\(Phrase.duesBasisTitle)</h2></header>
  \(model.bases.isEmpty
    ? "<p class=\"hint\">\(Phrase.duesUndeclared.leading)</p>"
    : "<dl class=\"pairs\">\(model.bases, basisPair)</dl>")</section>
  """
}

private func basisPair(_ basis: Dated<DuesBasis>) -> HTML {
  let value = basis.value
  let details = [
    value.income.map { Phrase.dong($0).text }, value.region.map { Phrase.duesRegion($0).text }, value.ground,
  ].compactMap(\.self)
  return """
    <dt>\(Phrase.span(basis.span).leading)</dt><dd>\(Phrase.duesCategory(value.category.rawValue))\
    \(details, { "<small class=\"detail\">\($0)</small>" })</dd>
    """
}

private func declareForm(_ model: PersonDues, _ frame: Frame) -> HTML {
  let draft = model.draft?.isReason == false ? model.draft : nil
  let current = model.bases.first?.value
  func value(_ name: String, _ fallback: String) -> String { draft?.values[name] ?? fallback }
  let categories = DuesCategory.allCases.filter { !model.isOwn || $0 != .exempt }.map {
    FormField.Choice($0.rawValue, Phrase.duesCategory($0.rawValue).text)
  }
  let regions =
    [FormField.Choice("", Phrase.noRegion.text)]
    + DuesBasis.regions.map { FormField.Choice(String($0), Phrase.duesRegion($0).text) }
  let fields = [
    FormField(
      "category",
      Phrase.duesCategoryTitle.text,
      kind: .choice(categories),
      value: value("category", current?.category.rawValue ?? ""),
      error: draft?.objections.said(.category)
    ),
    FormField(
      "income",
      Phrase.duesIncome.text,
      value: value("income", current?.income.map { String($0) } ?? ""),
      hint: Phrase.incomeHint.text,
      error: draft?.objections.said(.income),
      isRequired: false,
      autocomplete: "off"
    ),
    FormField(
      "region",
      Phrase.duesRegionTitle.text,
      kind: .choice(regions),
      value: value("region", current?.region.map { String($0) } ?? ""),
      hint: Phrase.regionHint.text,
      error: draft?.objections.said(.region),
      isRequired: false
    ),
    FormField(
      "month",
      Phrase.fromMonth.text,
      value: value("month", model.month.description),
      hint: Phrase.monthHint.text,
      error: draft?.objections.said(.month),
      autocomplete: "off"
    ),
  ]
  let ground =
    model.isOwn
    ? []
    : [
      FormField(
        "ground",
        Phrase.duesGround.text,
        value: value("ground", current?.ground ?? ""),
        error: draft?.objections.said(.ground),
        isRequired: false,
        autocomplete: "off"
      )
    ]
  return """
    <section class="group" aria-labelledby="declare"><header><h2 id="declare">\(Phrase.declareDuesTitle)</h2></header>
    <p class="hint">\(Phrase.declareDuesMeaning)</p>
    \(Form(
      action: .personDues(model.person.key), token: frame.viewer.token, button: Phrase.declareDues.text,
      fields: fields + ground, hidden: [Query.Pair(name: "request", value: model.request)]
    ).html)</section>
    """
}

private func reasonForm(_ model: PersonDues, _ frame: Frame) -> HTML? {
  let draft = model.draft?.isReason == true ? model.draft : nil
  let months = model.lines.filter { [.open, .excused, .notKept].contains($0.state) }.map {
    FormField.Choice($0.month.description, Phrase.monthName($0.month).text)
  }
  guard !months.isEmpty else { return nil }
  let fields = [
    FormField(
      "excused",
      Phrase.duesMonth.text,
      kind: .choice(months),
      value: draft?.values["excused"] ?? "",
      error: draft?.objections.said(.month)
    ),
    FormField(
      "reason",
      Phrase.goodReason.text,
      value: draft?.values["reason"] ?? "",
      hint: Phrase.goodReasonHint.text,
      error: draft?.objections.said(.reason),
      isRequired: false,
      autocomplete: "off"
    ),
  ]
  return """
    <section class="group" aria-labelledby="excuse"><header><h2 id="excuse">\(Phrase.goodReason)</h2></header>
    \(reasonFields(fields, model, frame))</section>
    """
}

private func reasonFields(_ fields: [FormField], _ model: PersonDues, _ frame: Frame) -> HTML {
  Form(
    action: .personDues(model.person.key),
    token: frame.viewer.token,
    button: Phrase.recordReason.text,
    fields: fields,
    hidden: [Query.Pair(name: "request", value: model.request), Query.Pair(name: "step", value: "excuse")]
  ).html
}
