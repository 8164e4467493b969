import Basics
import Markup
import Phrases
import Records
import Rules

/// What the thematic meetings of a programme made in a year, in and below a unit.
struct OutputYear: Sendable {
  /// A meeting of the programme, and whether it made as much as that asks for.
  struct Judged: Sendable {
    let line: OutputLine
    let isEnough: Bool
  }

  /// Which meetings are listed.
  enum State: String, CaseIterable {
    case all, enough, missing

    func takes(_ judged: Judged) -> Bool {
      self == .all || judged.isEnough == (self == .enough)
    }
  }

  /// A unit directly below, with its meetings counted.
  struct Row: Sendable {
    let unit: UnitLink
    var asked = 0
    var enough = 0
    var outputs = 0
  }

  let unit: UnitLink
  let path: [UnitLink]
  let year: Int
  let state: State
  let isCell: Bool
  /// The programme of the year's last day; `nil` when there was none.
  let programme: Rulebook?
  let rows: [Row]
  let sum: Row
  let lines: [Judged]
  let count: Int
  let firstSerial: Int
  let previous: String?
  let next: String?
}

extension Visit {
  func askedState() throws -> OutputYear.State {
    guard let text = asked.value("state") else { return .all }
    guard let state = OutputYear.State(rawValue: text) else { throw PageFault.value(name: "state", text) }
    return state
  }

  /// The meetings of a year whose programme asks for outputs, by the programme that holds for the unit asked about.
  func outputLines(_ unit: ID<Unit>, _ year: Int) throws -> [OutputYear.Judged] {
    try kept(.outputs(unit, year, asOf)) {
      guard let period = Period(year: year) else { return [] }
      let library = try regulations(for: unit)
      var judges: [String: Judge] = [:]
      return try MeetingLists(db: db).thematic(below: unit, period, asOf).compactMap { line in
        guard let book = library.version(of: OutputProgramme.family, on: line.day),
          OutputProgramme(book).asks(line.kind, theme: line.theme)
        else { return nil }
        let judge =
          judges[book.name]
          ?? library.judge(OutputProgramme.family, of: OutputProgramme.family, on: line.day)
        judges[book.name] = judge
        let verdict = judge?.verdict(OutputProgramme.facts(line.outputs.count))
        return OutputYear.Judged(line: line, isEnough: verdict?.outcomeName == "met")
      }
    }
  }

  func outputYear(_ key: String) throws -> OutputYear {
    let unit = try unit(key)
    try require(.readMeetings, on: unit)
    let path = try standing(of: unit)
    let (year, state) = (try askedYear(), try askedState())
    let all = try outputLines(unit, year)
    let isCell = path.last?.kind.isCell ?? false
    let chosen = all.filter { state.takes($0) }
    let stretch = try Stretch(chosen.count, asked)
    let link = path.last?.link ?? UnitLink(key, "")
    var sum = OutputYear.Row(unit: link)
    for judged in all { sum.add(judged) }
    let lastDay = Period(year: year)?.until.adding(days: -1) ?? asOf.day
    return OutputYear(
      unit: link,
      path: crumbs(path),
      year: year,
      state: state,
      isCell: isCell,
      programme: try regulations(for: unit).version(of: OutputProgramme.family, on: lastDay),
      rows: isCell ? [] : try outputRows(unit, all),
      sum: sum,
      lines: Array(chosen[stretch.range]),
      count: chosen.count,
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next
    )
  }

  /// The meetings counted for each unit directly below that has any.
  private func outputRows(_ unit: ID<Unit>, _ all: [OutputYear.Judged]) throws -> [OutputYear.Row] {
    var branches: [ID<Unit>: ID<Unit>] = [:]
    for cell in try MeetingLists(db: db).cells(below: unit, asOf) {
      branches[cell.unit] = cell.branch ?? cell.unit
    }
    var rows: [ID<Unit>: OutputYear.Row] = [:]
    let names = try NameStore(db: db).names(of: Array(Set(branches.values)), asOf.knowledge)
    for judged in all {
      let branch = branches[judged.line.unit] ?? judged.line.unit
      let name = names[branch]?.value(around: asOf.day) ?? judged.line.unitName
      rows[branch, default: OutputYear.Row(unit: UnitLink(branch.description, name))].add(judged)
    }
    return rows.values.sorted {
      VietnameseName.sortKey($0.unit.name) < VietnameseName.sortKey($1.unit.name)
    }
  }
}

extension OutputYear.Row {
  mutating func add(_ judged: OutputYear.Judged) {
    asked += 1
    if judged.isEnough { enough += 1 }
    outputs += judged.line.outputs.count
  }
}

/// The outputs of a year: by unit, each number opening to the meetings behind it.
func outputYearView(_ model: OutputYear, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let key = model.unit.key
  func year(_ year: Int) -> HTML? { yearTurn(year, viewpoint) { viewpoint.outputs(key, year: $0) } }
  let state = model.state == .all ? nil : model.state.rawValue
  let files =
    model.count > 0
    ? fileLinks { viewpoint.outputsFile(key, $0, year: model.year, state: state) } : []
  return page(
    frame,
    title: .outputsOf(model.unit.name, model.year),
    isLandscape: true,
    content: """
      \(unitHeading(model.unit, model.path, .outputsOf(model.unit.name, model.year), frame, topic: .outputsTitle, actions: files))
      \(workTabs(key, viewpoint, current: .meetings))
      <nav class="turns" aria-label="\(Phrase.yearTitle)">\(year(model.year - 1))<b>\(String(model.year))</b>\
      \(year(model.year + 1))</nav>
      \(programmeView(model, viewpoint))\(sumsView(model, viewpoint))\(byUnit(model, viewpoint))\
      \(byMeeting(model, frame))
      """
  )
}

private func programmeView(_ model: OutputYear, _ viewpoint: Viewpoint) -> HTML {
  guard let book = model.programme else { return "<p class=\"quiet\">\(Phrase.outputsNoProgramme)</p>" }
  return """
    <p class="quiet">\(Phrase.outputsProgrammeOf) <a href="\(path: viewpoint.rulebook(book.name))">\
    \(Phrase(book.title))</a></p>
    """
}

private func sumsView(_ model: OutputYear, _ viewpoint: Viewpoint) -> HTML {
  func chip(_ words: Phrase, _ count: Int, _ state: OutputYear.State) -> HTML {
    let path = viewpoint.outputs(
      model.unit.key,
      year: model.year,
      state: state == .all ? nil : state.rawValue
    )
    return """
      <a class="chip\(model.state == state ? " on" : "" as HTML)" href="\(path: path)"\(attribute: "aria-current", model.state == state ? "true" : nil)>\
      \(words) <b>\(Phrase.number(count))</b></a>
      """
  }
  let sum = model.sum
  return """
    <nav class="chips" aria-label="\(Phrase.outputsTitle)">\(chip(.outputsAsked, sum.asked, .all))\
    \(chip(.outputsEnough, sum.enough, .enough))\(chip(.outputsMissing, sum.asked - sum.enough, .missing))</nav>
    """
}

private func byUnit(_ model: OutputYear, _ viewpoint: Viewpoint) -> HTML? {
  guard !model.rows.isEmpty else { return nil }
  let columns = [
    Column(Phrase.unit.text), Column(Phrase.outputsAsked.text, .number),
    Column(Phrase.outputsEnough.text, .number), Column(Phrase.outputsMissing.text, .number),
    Column(Phrase.outputsCount.text, .number),
  ]
  return """
    <section class="panel" aria-labelledby="units"><header><h2 id="units">\(Phrase.outputsByUnit)</h2>\
    <span class="aside">\(Phrase.outputsSum(model.sum.outputs))</span></header>
    <div class="stacks">\(Table(caption: Phrase.outputsByUnit.text, columns: columns, rows: model.rows, isDense: true) { row, page in
      func figure(_ head: Phrase, _ count: Int, _ state: String?) {
        page.markup("<td class=\"num\"")
        page.attribute("data-head", head.text)
        page.markup(">")
        page.figure(count, viewpoint.outputs(row.unit.key, year: model.year, state: state))
        page.markup("</td>")
      }
      page.markup("<tr><th scope=\"row\">")
      page.unit(row.unit, viewpoint)
      page.markup("</th>")
      figure(.outputsAsked, row.asked, nil)
      figure(.outputsEnough, row.enough, "enough")
      figure(.outputsMissing, row.asked - row.enough, "missing")
      figure(.outputsCount, row.outputs, nil)
      page.markup("</tr>\n")
    }.html)</div></section>
    """
}

private func byMeeting(_ model: OutputYear, _ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let pages = pager(model.previous, model.next, frame.query.without("after", "before"), frame)
  let range: HTML? =
    model.lines.isEmpty
    ? nil
    : "\(Phrase.range(model.firstSerial, model.firstSerial + model.lines.count - 1, of: model.count))"
  let columns = [
    Column(Phrase.meetingTime.text), Column(Phrase.unit.text), Column(Phrase.meetingFormField("theme").text),
    Column(Phrase.outputsTitle.text), Column(Phrase.stateTitle.text),
  ]
  return """
    <section class="panel" aria-labelledby="listed"><header><h2 id="listed">\(Phrase.outputsByMeeting)</h2>\
    <span class="aside">\(range)</span></header>
    \(model.lines.isEmpty ? emptyView(.outputsNone, why: .outputsNoneMeaning) : stacked(Table(
      caption: Phrase.outputsByMeeting.text,
      columns: columns,
      rows: model.lines,
      isDense: true
    ) { judged, page in
      let line = judged.line
      page.markup("<tr><th scope=\"row\"><a href=\"")
      page.path(viewpoint.meeting(line.meeting.description))
      page.markup("\">")
      page.write(Phrase.day(line.day))
      page.markup("</a></th>")
      page.cell(.unit, "<bdi lang=\"vi\">\(line.unitName)</bdi>")
      page.cell(.meetingFormField("theme"), line.theme.map { "<span lang=\"vi\">\($0)</span>" })
      page.cell(
        .outputsTitle,
        line.outputs.isEmpty ? "–" : "\(line.outputs, { "<div>\(outputTold($0))</div>" })"
      )
      page.cell(
        .stateTitle,
        judged.isEnough
          ? "<span class=\"state good\">\(Phrase.outputsEnough)</span>"
          : "<span class=\"state watch\">\(Phrase.outputsMissing)</span>"
      )
      page.markup("</tr>\n")
    }.html))\(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
    """
}

/// A table whose rows stand below each other on a phone.
private func stacked(_ table: HTML) -> HTML { "<div class=\"stacks\">\(table)</div>" }
