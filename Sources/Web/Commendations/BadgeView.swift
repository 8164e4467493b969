import Basics
package import Markup
import Phrases
import Rules

/// Who reaches which badge on a day of award: sums by badge, the list with its form, the awards to come.
package func badgeView(_ model: BadgePage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let title = Phrase.badgesOn(model.day)
  let said = model.draft?.objections.said(besides: [.number, .signed, .signer])
  return page(
    frame,
    title: Phrase(verbatim: "\(title), \(model.unit.name)"),
    content: """
      \(unitHeading(
        model.unit, model.path, .badgesSentence(model.unit.name, model.day), frame, topic: .badgeTitle,
        actions: files(model, viewpoint)
      ))
      \(workTabs(model.unit.key, viewpoint, current: .badges))
      \(said.map(messageView))
      \(model.hasRule
        ? kindsView(model, viewpoint)
        : "<div class=\"message warning\" role=\"note\"><p>\(Phrase.noBadgeRule)</p></div>")
      \(listView(model, frame))
      \(model.upcoming.isEmpty ? nil : upcomingView(model, viewpoint))
      <p class="quiet">\(Phrase.countUnverified)\(model.start.map { " \(confidenceView($0))" as HTML })</p>
      """
  )
}

private func files(_ model: BadgePage, _ viewpoint: Viewpoint) -> [HTML] {
  ["csv", "xlsx"].compactMap { format in
    let path = viewpoint.badgesFile(
      model.unit.key,
      format,
      on: model.day.description,
      badge: model.badge.map(String.init)
    )
    guard path.isOpen, model.count > 0 else { return nil }
    return "<a class=\"button small\" href=\"\(path: path)\">\(Phrase.export) \(format.uppercased())</a>"
  }
}

/// How many reach each badge, and the money as far as it is known.
private func kindsView(_ model: BadgePage, _ viewpoint: Viewpoint) -> HTML? {
  guard !model.kinds.isEmpty else { return nil }
  let day = model.day.description
  func chip(_ words: Phrase, _ badge: String?, isOn: Bool) -> HTML {
    let path = viewpoint.badges(model.unit.key, on: day, badge: badge)
    return """
      <a class="\(isOn ? "chip on" : "chip" as HTML)" href="\(path: path)"\
      \(attribute: "aria-current", isOn ? "true" : nil)>\(words)</a>
      """
  }
  let known = model.kinds.allSatisfy { $0.money != nil }
  let sum = model.kinds.reduce(0) { $0 + ($1.money ?? 0) * $1.count }
  return """
    <section class="panel" aria-labelledby="kinds"><header><h2 id="kinds">\(Phrase.badgesOn(model.day))</h2>\
    <span class="aside chips">\(chip(.allBadges, nil, isOn: model.badge == nil))\
    \(model.kinds, { chip(.badgeShort($0.years), String($0.years), isOn: model.badge == $0.years) })</span></header>
    \(Table(
      caption: Phrase.badgesOn(model.day).text,
      columns: [
        Column(Phrase.badgeTitle.text), Column(Phrase.members.text, .number),
        Column(Phrase.badgeMoney.text, .number), Column(Phrase.confidence.text),
      ],
      rows: model.kinds,
      isDense: true,
      foot: """
        <tr><th scope="row">\(Phrase.badgeMoney)</th>\
        <td class="num">\(Phrase.number(model.kinds.reduce(0) { $0 + $1.count }))</td>\
        <td class="num whole">\(known ? "" : "≥ " as HTML)\(Phrase.dong(sum))</td><td></td></tr>
        """
    ) { kind, page in
      page.markup("<tr><th scope=\"row\">")
      page.write(Phrase.badgeOf(kind.years))
      page.markup("</th><td class=\"num\">")
      page.figure(kind.count, viewpoint.badges(model.unit.key, on: day, badge: String(kind.years)))
      page.markup("</td><td class=\"num whole\">")
      page.write(kind.money.map { Phrase.dong($0 * kind.count) } ?? Phrase.badgeMoneyUnknown)
      page.markup("</td><td>")
      page.piece(confidenceView(kind.confidence))
      page.markup("</td></tr>\n")
    }.html)</section>
    """
}

private func listView(_ model: BadgePage, _ frame: Frame) -> HTML {
  let query = frame.query.without("after", "before", "award").with("award", model.day.description)
  let pages = pager(model.previous, model.next, query, frame)
  let mayAward = model.mayAward && model.rows.contains { $0.awarded == nil }
  let table: HTML =
    model.rows.isEmpty ? emptyView(.noBadges, why: .noBadgesMeaning) : peopleTable(model, frame, mayAward)
  return """
    <section class="panel" aria-labelledby="people"><header><h2 id="people">\(Phrase.members)</h2>\
    <span class="aside">\(model.rows.isEmpty
      ? nil
      : "\(Phrase.range(model.firstSerial, model.firstSerial + model.rows.count - 1, of: model.count))" as HTML)\
    </span></header>
    \(mayAward ? awardForm(model, frame, table) : table)\
    \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
    """
}

private func peopleTable(_ model: BadgePage, _ frame: Frame, _ mayAward: Bool) -> HTML {
  let viewpoint = frame.viewpoint
  var columns = [
    Column(Phrase.name.text), Column(Phrase.born.text, .number), Column(Phrase.cell.text),
    Column(Phrase.badgeDecided.text, .number), Column(Phrase.badgeTitle.text, .number),
    Column(Phrase.badgeMoney.text, .number), Column(Phrase.badgeState.text),
  ]
  if mayAward { columns.insert(Column(Phrase.markTitle.text), at: 0) }
  return Table(caption: Phrase.badgesOn(model.day).text, columns: columns, rows: model.rows, isDense: true) {
    row,
    page in
    page.markup("<tr>")
    if mayAward {
      page.markup("<td class=\"box\">")
      if row.awarded == nil { page.piece(tick(row, model.draft)) }
      page.markup("</td>")
    }
    page.markup("<th scope=\"row\">")
    page.person(row.person, viewpoint)
    if row.wasReadmitted {
      page.markup("<small class=\"detail\">")
      page.write(Phrase.wasReadmitted)
      page.markup("</small>")
    }
    page.markup("</th><td class=\"num whole\">")
    if let born = row.born { page.write(Phrase.birth(born)) }
    page.markup("</td><td>")
    page.unit(row.cell, viewpoint)
    page.markup("</td><td class=\"num whole\">")
    page.write(Phrase.day(row.decided))
    page.markup("</td><td class=\"num whole\">")
    page.write(Phrase.badgeShort(row.years))
    page.markup("</td><td class=\"num whole\">")
    page.write(row.money.map { Phrase.number($0) } ?? Phrase.badgeMoneyUnknown)
    page.markup("</td><td>")
    if let awarded = row.awarded {
      page.write(Phrase.day(awarded.day))
      if let number = awarded.number { page.text(" · \(number)") }
    } else if mayAward {
      page.piece(numberField(row, model.draft))
    }
    page.markup("</td></tr>\n")
  }.html
}

private func tick(_ row: BadgePage.Row, _ draft: BadgePage.Draft?) -> HTML {
  let isTicked = draft.map { $0.ticked.contains(row.person.key) } ?? false
  return """
    <label class="tick" for="give-\(row.person.key)">\
    <input type="checkbox" id="give-\(row.person.key)" name="person" value="\(row.person.key)"\(flag: isTicked, "checked")>\
    <span class="unseen">\(row.person.name)</span></label>\(Form.hidden("years-\(row.person.key)", String(row.years)))
    """
}

private func numberField(_ row: BadgePage.Row, _ draft: BadgePage.Draft?) -> HTML {
  """
  <label class="unseen" for="number-\(row.person.key)">\(Phrase.badgeNumberOf(row.person.name))</label>\
  <input type="text" class="short" id="number-\(row.person.key)" name="number-\(row.person.key)" \
  value="\(draft?.values["number-\(row.person.key)"] ?? "")" autocomplete="off">
  """
}

/// The list as a form: who is awarded, and the decision.
private func awardForm(_ model: BadgePage, _ frame: Frame, _ table: HTML) -> HTML {
  let draft = model.draft
  return """
    <form method="post" action="\(path: .badges(model.unit.key))" data-draft>
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))\
    \(Form.hidden("award", model.day.description))
    \(table)
    <fieldset class="inside form narrow"><legend>\(Phrase.awardBadgesTitle)</legend>
    <p class="hint">\(Phrase.awardBadgesMeaning)</p>
    \(FormField(
      "number", Phrase.decisionNumber.text, value: draft?.values["number"] ?? "",
      error: draft?.objections.said(.number), autocomplete: "off"
    ).html)
    \(FormField(
      "signed", Phrase.signedOn.text, kind: .day, value: draft?.values["signed"] ?? "",
      error: draft?.objections.said(.signed), autocomplete: "off"
    ).html)
    \(FormField(
      "signer", Phrase.signer.text, value: draft?.values["signer"] ?? "", isRequired: false, autocomplete: "off"
    ).html)
    <button class="button primary">\(Phrase.awardBadges)</button></fieldset></form>
    """
}

/// How many reach each badge on the awards of the next three years.
private func upcomingView(_ model: BadgePage, _ viewpoint: Viewpoint) -> HTML {
  let kinds = Set(model.upcoming.flatMap { $0.counts.filter { $0.value > 0 }.keys }).sorted()
  return """
    <section class="panel" aria-labelledby="ahead"><header><h2 id="ahead">\(Phrase.upcomingAwards)</h2></header>
    \(Table(
      caption: Phrase.upcomingAwards.text,
      columns: [Column(Phrase.awardDay.text)] + kinds.map { Column(Phrase.badgeShort($0).text, .number) },
      rows: model.upcoming,
      isDense: true
    ) { award, page in
      page.markup("<tr><th scope=\"row\"><a href=\"")
      page.path(viewpoint.badges(model.unit.key, on: award.day.description))
      page.markup("\">")
      page.write(Phrase.day(award.day))
      page.markup("</a></th>")
      for years in kinds {
        page.markup("<td class=\"num\">")
        page.figure(
          award.counts[years] ?? 0,
          viewpoint.badges(model.unit.key, on: award.day.description, badge: String(years))
        )
        page.markup("</td>")
      }
      page.markup("</tr>\n")
    }.html)</section>
    """
}

/// Somebody's years in the Party, the badges they have and the one that comes next.
func seniorityView(_ seniority: Seniority) -> HTML {
  var lines: [Phrase] = []
  if let years = seniority.years, let decided = seniority.decided {
    lines.append(.seniority(years, from: decided))
  } else if seniority.isOfficial {
    lines.append(.seniorityUnknown)
  } else {
    lines.append(.seniorityProbationary)
  }
  lines += seniority.awards.map { award in
    let number = award.number.map { " · \($0)" } ?? ""
    return Phrase(verbatim: "\(Phrase.awarded(award.years, award.day))\(number)")
  }
  return """
    <section class="group" aria-labelledby="seniority"><header>\
    <h2 id="seniority">\(Phrase.seniorityTitle)</h2></header>
    \(lines, { "<p>\($0)</p>" })\
    \(seniority.suspension.map(suspensionView))\
    \(seniority.next.map { next in
      "<p>\(Phrase.nextBadge): <b>\(Phrase.nextBadgeOn(next.years, next.day))</b></p>" as HTML
    })\
    <p class="hint">\(Phrase.countUnverified)\(seniority.confidence.map { " \(confidenceView($0))" as HTML })</p></section>
    """
}

/// How long somebody was suspended, whether that counts, and by which clause.
private func suspensionView(_ suspension: Seniority.Suspension) -> HTML {
  """
  <p>\(Phrase.suspendedDays(suspension.days, leftOut: suspension.leftOut))<br>\
  \(suspension.clause.map(clauseView) ?? "<small>\(Phrase.noRuleThatDay.leading)</small>")</p>
  """
}
