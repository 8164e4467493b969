import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import RulebookFiles
import Rules

/// The people behind a number of a plan: from where, to where, a page of them at a time.
struct PlanPeople: Sendable {
  struct Row: Sendable {
    /// `nil` where the matter is about the unit itself.
    let person: PersonLink?
    let name: String
    let before: UnitLink
    let after: String?
    let post: String?
    /// Of an assessment by a model, where it stands, and the model with its year.
    let assessment: (key: String, title: String)?
  }

  let plan: String
  let title: String
  let unit: UnitLink
  let path: [UnitLink]
  let kind: PassingKind
  let from: String?
  let to: String?
  let day: CivilDate
  let count: Int
  let rows: [Row]
  /// How many of them belong to units that are not the reader's to see.
  let hidden: Int
  let firstSerial: Int
  let previous: String?
  let next: String?
}

/// Opens the bands and the figures of a plan.
struct PlanPeoplePages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/reorganisations/:plan/people", use: people)
  }

  /// `GET /reorganisations/:plan/people?of=official&from=C1&to=C2`, `fromBelow=` and `toBelow=` with all below.
  ///
  /// That somebody looked is written down with the names, as when a list is taken away: a plan is not yet their roll.
  @Sendable func people(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("plan") ?? ""
    return try await reception.page(request, .units, isLogged: true) {
      try $0.planPeople(key)
    } _: {
      planPeopleView($0, in: $1)
    }
  }
}

extension Visit {
  fileprivate func planPeople(_ key: String) throws -> PlanPeople {
    guard let id = ID<FactMark>(key), let found = try DraftStore(db: db).draft(id) else {
      throw PageFault.absent
    }
    let kept = found.fact.value
    try require(.readPlans, on: kept.unit)
    let kind = try choice("of", PassingKind.self) ?? .members
    if kind == .cases { try require(.readDiscipline, on: kept.unit) }
    if kind == .assessments { try require(.readModels, on: kept.unit) }
    guard case .success(let plan) = PlanDesk.Draft(title: kept.title, body: kept.body).read else {
      throw PageFault.absent
    }
    let knowledge = kept.state == .carriedOut ? try knowledgeBefore(id) ?? .now : .now
    let outlook = try outlook(plan, body: kept.body, knowledge)
    let (before, after) = (outlook.before.byCode, outlook.after.byCode)
    func fits(_ name: String, _ code: String?, _ lines: [String: PlanOutlook.Line]) -> Bool {
      if let wanted = asked.value(name) { return code == wanted }
      guard let above = asked.value(name + "Below") else { return true }
      return code.flatMap { lines[$0] }?.stands(under: above) ?? false
    }
    let all = outlook.passages.filter { passage in
      passage.arePosts == (kind == .posts) && kind.count(passage.amount) > 0
        && fits("from", passage.from, before) && fits("to", passage.to, after)
    }
    let asOf = AsOf(plan.effective, knowledge)
    let open = try reached(all, asOf)
    let shown = all.filter { $0.unitID.map(open.contains) ?? false }
    let count = shown.reduce(0) { $0 + kind.count($1.amount) }
    let stretch = try Stretch(count, asked)
    let lines = try PassingStore(db: db).lines(kind, of: shown, asOf, stretch.range)
    try logList(of: kept.unit, on: plan.effective, count: lines.count, named: lines.compactMap(\.person))
    let path = try standing(of: kept.unit, on: today)
    func name(_ side: String) -> String? {
      (asked.value(side) ?? asked.value(side + "Below")).map { outlook.names[$0] ?? $0 }
    }
    return PlanPeople(
      plan: key,
      title: kept.title,
      unit: path.last?.link ?? UnitLink(kept.unit.description, ""),
      path: crumbs(path),
      kind: kind,
      from: name("from"),
      to: name("to"),
      day: plan.effective,
      count: count,
      rows: rows(lines, shown, outlook, try regulations(for: kept.unit)),
      hidden: all.reduce(0) { $0 + kind.count($1.amount) } - count,
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next
    )
  }

  /// Of the units that pass something on, those whose people the reader may see: where they are, or where they go.
  private func reached(_ passages: [PlanOutlook.Passage], _ asOf: AsOf) throws -> Set<ID<Unit>> {
    let places = standing.places.filter { Rights.allows($0.role, .readRoll, on: .own) }.map(\.unit)
    let units = Array(Set(passages.compactMap(\.unitID))).sorted()
    let store = RollStore(db: db)
    var open = try store.standing(units, under: places, asOf)
    guard asOf.day <= today else { return open }
    let heirs = try store.standing(
      Array(Set(passages.compactMap(\.heirID))).sorted(),
      under: places,
      AsOf(today)
    )
    for passage in passages {
      if let unit = passage.unitID, let heir = passage.heirID, heirs.contains(heir) { open.insert(unit) }
    }
    return open
  }

  private func rows(
    _ lines: [PassingLine],
    _ passages: [PlanOutlook.Passage],
    _ outlook: PlanOutlook,
    _ library: RulebookLibrary
  ) -> [PlanPeople.Row] {
    var (rest, named): ([ID<Unit>: String], [String: String]) = ([:], [:])
    for passage in passages {
      guard let heir = passage.heir else { continue }
      if let people = passage.people {
        for code in people { named[code] = heir }
      } else if let unit = passage.unitID {
        rest[unit] = heir
      }
    }
    return lines.map { line in
      let heir = line.code.flatMap { named[$0] } ?? rest[line.unit]
      return PlanPeople.Row(
        person: line.person.map { PersonLink($0.description, line.name) },
        name: line.name,
        before: UnitLink(line.unit.description, line.unitName),
        after: heir.map { outlook.names[$0] ?? (rest[line.unit] == $0 ? line.unitName : $0) },
        post: line.post,
        assessment: line.assessment.map { assessed in
          let day = ModelAssessment.day(of: assessed.year, today: today)
          let title = library.version(of: assessed.family, on: day).map { Phrase($0.title).text }
          return (assessed.key.description, "\(title ?? assessed.family), \(assessed.year)")
        }
      )
    }
  }
}

/// The people behind a number of a plan.
private func planPeopleView(_ model: PlanPeople, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let title = Phrase.passingKind(model.kind.rawValue)
  let pages = pager(model.previous, model.next, frame.query.without("after", "before"), frame)
  let range: HTML? =
    model.rows.isEmpty
    ? nil : "\(Phrase.range(model.firstSerial, model.firstSerial + model.rows.count - 1, of: model.count))"
  return page(
    frame,
    title: title,
    content: """
      <div class="heading"><div>\(crumbs(model.path, viewpoint))<h1>\(title)</h1>\
      <p>\(Phrase.planPeople(model.from, model.to, on: model.day))</p></div><div class="actions">\
      <a class="button" href="\(path: .plan(model.plan))">\(model.title)</a></div></div>
      <section class="panel" aria-labelledby="people"><header><h2 id="people">\(title)</h2>\
      <span class="aside">\(range)</span></header>
      \(model.rows.isEmpty ? emptyView(.planNobodyHere, why: .planNobodyHereMeaning) : peopleTable(model, viewpoint))\
      \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      \(model.hidden > 0 ? "<p class=\"quiet\">\(Phrase.planHidden(model.hidden))</p>" : nil)
      """
  )
}

private func peopleTable(_ model: PlanPeople, _ viewpoint: Viewpoint) -> HTML {
  var columns = [Column(Phrase.name.text), Column(Phrase.planFrom.text), Column(Phrase.planTo.text)]
  if model.kind == .posts { columns.insert(Column(Phrase.planPost.text), at: 1) }
  let there = viewpoint.moved(to: model.day.adding(days: -1))
  return Table(
    caption: Phrase.passingKind(model.kind.rawValue).text,
    columns: columns,
    rows: model.rows,
    isDense: true
  ) { row, page in
    page.markup("<tr><th scope=\"row\">")
    if let person = row.person {
      page.person(person, viewpoint)
    } else if let assessment = row.assessment {
      page.piece(
        """
        <a href="\(path: viewpoint.assessment(assessment.key))"><bdi lang="vi">\(row.name)</bdi></a>\
        <span class="detail">\(assessment.title)</span>
        """
      )
    } else {
      page.text(row.name)
    }
    page.markup("</th>")
    if model.kind == .posts {
      page.markup("<td>")
      page.write(Phrase.post(row.post ?? ""))
      page.markup("</td>")
    }
    page.markup("<td>")
    page.unit(row.before, there)
    page.markup("</td><td>")
    if let after = row.after {
      page.text(after)
    } else {
      page.write(model.kind == .posts ? Phrase.planPostEnds : .planNowhere)
    }
    page.markup("</td></tr>\n")
  }.html
}
