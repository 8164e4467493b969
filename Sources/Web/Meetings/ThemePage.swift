import Basics
import Markup
import Phrases
import Records
import Rules

/// What is proposed for the meetings of a cell; of a unit above, what it proposed to the cells below it.
struct ThemePage: Sendable {
  /// One proposal; of a unit above, with how many cells stand how with it.
  struct Row: Sendable {
    let line: ThemeLine
    var counts: [ProposedTheme.State: Int] = [:]
  }

  let unit: UnitLink
  let path: [UnitLink]
  let isCell: Bool
  /// Narrowed to one state.
  let state: ProposedTheme.State?
  /// Narrowed to the cells one proposal went to.
  let theme: String?
  let counts: [ProposedTheme.State: Int]
  let rows: [Row]
  let total: Int
  let previous: String?
  let next: String?
  let mayPropose: Bool
  let maySettle: Bool
  let mayExport: Bool
  /// The units directly below, to choose from.
  let below: [FormField.Choice]
  var written = Written()
  var objections: [Objection] = []

  /// What the fields of the form hold, as typed.
  struct Written: Sendable {
    var form = ProposedTheme.Form.theme.rawValue
    var title = ""
    var why = ""
    var units: Set<String> = []

    init() {}

    init(_ form: AccountForm) {
      self.form = form.text("kind")
      title = form.text("title")
      why = form.text("why")
      units = Set(form.all("units"))
    }
  }
}

extension Visit {
  /// The proposals of an address, as far as it narrows them.
  func themeLines(_ unit: ID<Unit>, isCell: Bool) throws -> [ThemeLine] {
    let store = PreparationStore(db: db)
    return isCell ? try store.themes(of: unit, asOf) : try store.themes(from: unit, asOf)
  }

  func themePage(
    _ key: String,
    _ written: ThemePage.Written = .init(),
    _ objections: [Objection] = []
  ) throws -> ThemePage {
    let unit = try unit(key)
    let path = try standing(of: unit)
    let isOwn = try ownCell() == unit
    if !isOwn { try require(.readMeetings, on: unit) }
    let isCell = path.last?.kind == .cell || path.last?.kind == .baseCell
    let deeds = try deeds(on: unit)
    let state: ProposedTheme.State? = try choice("state")
    let theme = asked.value("theme")
    let all = try themeLines(unit, isCell: isCell)
    let isFolded = !isCell && theme == nil
    let shown = theme.map { key in all.filter { $0.theme.key.description == key } } ?? all
    var rows: [ThemePage.Row] = []
    var places: [ID<FactMark>: Int] = [:]
    for line in shown where state == nil || line.theme.state == state {
      if isFolded, let place = places[line.theme.key] {
        rows[place].counts[line.theme.state, default: 0] += 1
        continue
      }
      places[line.theme.key] = rows.count
      rows.append(ThemePage.Row(line: line, counts: [line.theme.state: 1]))
    }
    let stretch = try Stretch(rows.count, asked)
    let mayKeep = viewpoint.isNow && deeds.contains(.keepMeetings)
    let below =
      isCell || !mayKeep
      ? []
      : try PreparationStore(db: db).receivers(below: unit, asOf)
        .map { FormField.Choice($0.unit.description, $0.name) }
    return ThemePage(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      isCell: isCell,
      state: state,
      theme: theme,
      counts: Dictionary(grouping: shown, by: \.theme.state).mapValues(\.count),
      rows: Array(rows[stretch.range]),
      total: shown.count,
      previous: stretch.previous,
      next: stretch.next,
      mayPropose: viewpoint.isNow && (mayKeep || isCell && isOwn),
      maySettle: isCell && mayKeep,
      mayExport: deeds.contains(.exportLists),
      below: below,
      written: written,
      objections: objections
    )
  }
}

/// The list of proposals with its forms.
func themePageView(_ model: ThemePage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let key = model.unit.key
  let files = model.mayExport && model.total > 0 ? fileLinks { viewpoint.themesFile(key, $0) } : []
  let pages = pager(model.previous, model.next, frame.query.without("after", "before"), frame)
  let fields: [Field] = [.title, .reason, .kind, .units]
  return page(
    frame,
    title: .themesOf(model.unit.name),
    isLandscape: !model.isCell,
    content: """
      \(unitHeading(model.unit, model.path, .themesOf(model.unit.name), frame, topic: .themesTitle, actions: files))
      \(workTabs(key, viewpoint, current: .meetings))
      \(model.objections.said(besides: fields).map(messageView))
      \(stateChips(model, frame))
      <section class="panel" aria-labelledby="listed"><header><h2 id="listed">\(Phrase.themesAll)</h2>\
      <span class="aside">\(Phrase.number(model.total))</span></header>
      \(model.rows.isEmpty ? emptyView(.noThemes, why: .noThemesMeaning) : themeTable(model, frame))\
      \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      \(model.mayPropose ? proposeForm(model, frame) : nil)
      """
  )
}

private func stateChips(_ model: ThemePage, _ frame: Frame) -> HTML? {
  guard model.total > 0 else { return nil }
  let rest = frame.query.without("state", "after", "before")
  let states = ProposedTheme.State.allCases.filter { model.counts[$0] != nil || model.state == $0 }
  return """
    <nav class="chips" aria-label="\(Phrase.themeStateTitle)">\
    <a class="\(model.state == nil ? "chip on" : "chip" as HTML)" href="\(path: frame.here(rest))">\
    \(Phrase.allOfThem) \(Phrase.number(model.total))</a>\(states, { state in
      let isOn = model.state == state
      let path = frame.here(isOn ? rest : rest.with("state", state.rawValue))
      return """
        <a class="\(isOn ? "chip on" : "chip" as HTML)"\(attribute: "aria-current", isOn ? "true" : nil) \
        href="\(path: path)">\(Phrase.themeState(state.rawValue)) \(Phrase.number(model.counts[state] ?? 0))</a>
        """
    })</nav>
    """
}

private func themeTable(_ model: ThemePage, _ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  var columns = [
    Column(Phrase.themeTitleField.text), Column(Phrase.themeProposed.text),
    Column(Phrase.themeStateTitle.text),
  ]
  if model.maySettle { columns.append(Column(Phrase.settleTheme.text)) }
  let table = Table(caption: Phrase.themesAll.text, columns: columns, rows: model.rows, isDense: true) {
    row,
    page in
    let theme = row.line.theme
    page.markup("<tr><th scope=\"row\">")
    page.piece(
      """
      <bdi lang="vi">\(theme.title)</bdi><span class="detail">\(Phrase.themeForm(theme.form.rawValue))\
      \(theme.why.map { " · <bdi lang=\"vi\">\($0)</bdi>" as HTML })</span>
      """
    )
    page.markup("</th>")
    page.cell(.themeProposed, proposer(row.line))
    page.cell(
      .themeStateTitle,
      model.isCell || model.theme != nil ? standing(row.line, model, viewpoint) : spread(row, frame)
    )
    if model.maySettle { page.cell(.settleTheme, settling(row.line, model, frame)) }
    page.markup("</tr>\n")
  }
  return "<div class=\"stacks\">\(table.html)</div>"
}

private func proposer(_ line: ThemeLine) -> HTML {
  let theme = line.theme
  let name: HTML =
    theme.source == .above
    ? "<bdi lang=\"vi\">\(line.originName)</bdi>"
    : line.proposerName.map { "<bdi lang=\"vi\">\($0)</bdi>" }
      ?? "\(Phrase.themeSource(theme.source.rawValue))"
  return """
    \(name)<span class="detail">\(Phrase.themeSource(theme.source.rawValue)) · \(Phrase.day(line.day))</span>
    """
}

/// How a proposal stands in a cell, and in which meeting.
private func standing(_ line: ThemeLine, _ model: ThemePage, _ viewpoint: Viewpoint) -> HTML {
  let theme = line.theme
  let words = Phrase.themeState(theme.state.rawValue)
  let tone: HTML =
    switch theme.state {
    case .proposed: "\(words)"
    case .chosen: "<span class=\"state ring\">\(words)</span>"
    case .dealtWith: "<span class=\"state good\">\(words)</span>"
    case .setAside: "<span class=\"state watch\">\(words)</span>"
    }
  let meeting: HTML? = theme.meeting.flatMap { meeting in
    line.meetingDay.map { day in
      "<span class=\"detail\"><a href=\"\(path: viewpoint.meeting(meeting.description))\">\(Phrase.day(day))</a></span>"
    }
  }
  let cell: HTML? = model.isCell ? nil : "<bdi lang=\"vi\">\(line.unitName)</bdi> "
  let reason: HTML? = theme.reason.map { "<span class=\"detail\"><bdi lang=\"vi\">\($0)</bdi></span>" }
  return "\(cell)\(tone)\(meeting)\(reason)"
}

/// How many cells stand how, each number opening to them.
private func spread(_ row: ThemePage.Row, _ frame: Frame) -> HTML {
  let rest = frame.query.without("after", "before", "state").with("theme", row.line.theme.key.description)
  let states = ProposedTheme.State.allCases.filter { row.counts[$0] != nil }
  return """
    <a href="\(path: frame.here(rest))">\(Phrase.sentToCells(row.counts.values.reduce(0, +)))</a>\
    <span class="detail">\(states, { state in
      let path = frame.here(rest.with("state", state.rawValue))
      return "\(Phrase.themeState(state.rawValue)) \(figureLink(row.counts[state] ?? 0, path)) "
    })</span>
    """
}

private func settling(_ line: ThemeLine, _ model: ThemePage, _ frame: Frame) -> HTML? {
  let theme = line.theme
  // What is chosen for a meeting follows the meeting.
  guard theme.meeting == nil else { return nil }
  let key = theme.key.description
  let hidden: HTML = """
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))\
    \(Form.hidden("theme", key))
    """
  if theme.state.isOver {
    return """
      <form method="post" action="\(path: .themes(model.unit.key))">\(hidden)\
      <button class="button small" name="step" value="proposed">\(Phrase.takeUpAgain)</button></form>
      """
  }
  return """
    <details class="more"><summary>\(Phrase.settleThemeHow)</summary>
    <form class="form" method="post" action="\(path: .themes(model.unit.key))">\(hidden)
    \(FormField("reason", Phrase.settleReason.text, autocomplete: "off", scope: "s-\(key)").html)
    <div class="actions"><button class="button small" name="step" value="setAside">\(Phrase.setAside)</button>\
    <button class="button small" name="step" value="dealtWith">\(Phrase.dealtWithOtherwise)</button></div></form></details>
    """
}

private func proposeForm(_ model: ThemePage, _ frame: Frame) -> HTML {
  let written = model.written
  let forms = ProposedTheme.Form.allCases.map {
    FormField.Choice($0.rawValue, Phrase.themeForm($0.rawValue).text)
  }
  let units: HTML? =
    model.below.isEmpty
    ? nil
    : """
    <fieldset><legend>\(Phrase.themeUnits)</legend><p class="hint">\(Phrase.themeUnitsHint)</p>
    <div class="choices">\(model.below, { unit in
      """
      <label for="u-\(unit.value)"><input type="checkbox" id="u-\(unit.value)" name="units" value="\(unit.value)"\
      \(flag: written.units.contains(unit.value), "checked")> <bdi lang="vi">\(unit.label)</bdi></label>
      """
    })</div>\(model.objections.said(.units).map { "<p class=\"error\">\($0)</p>" as HTML })</fieldset>
    """
  return """
    <section class="panel" aria-labelledby="propose"><header><h2 id="propose">\(Phrase.proposeTheme)</h2></header>
    <form class="form inside narrow" method="post" action="\(path: .themes(model.unit.key))" data-draft>\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))
    \(FormField("kind", Phrase.themeFormField.text, kind: .choice(forms), value: written.form, scope: "theme").html)
    \(FormField("title", Phrase.themeTitleField.text, value: written.title, error: model.objections.said(.title), autocomplete: "off", scope: "theme").html)
    \(FormField("why", Phrase.themeWhy.text, kind: .words, value: written.why, error: model.objections.said(.reason), isRequired: false, scope: "theme").html)
    \(units)
    <div class="actions"><button class="button primary" name="step" value="propose">\(Phrase.proposeTheme)</button></div></form></section>
    """
}
