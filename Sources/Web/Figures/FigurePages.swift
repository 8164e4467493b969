import Basics
import Hummingbird
import Markup
import Records
import Rules

/// Figures opened: the number, and the very rows it counts.
struct FigurePages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/figures/:code", use: figure)
  }

  /// `GET /units/:unit/figures/members.women?on=…`, `…/ledger.admitted?from=…&until=…`; with `.csv` or
  /// `.xlsx` the rows as a file, with `as=picture` a picture, with `against=2024-12-31` two days beside each other.
  @Sendable func figure(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    let code = context.parameters.get("code") ?? ""
    for format in ExportFormat.allCases where code.hasSuffix("." + format.rawValue) {
      let code = String(code.dropLast(format.rawValue.count + 1))
      return try await FigureExport(reception: reception).answer(request, key, code, format)
    }
    let asked = Asked(request)
    if asked.value("against") != nil {
      return try await reception.page(request, .board) { visit in
        try visit.comparedFigure(code, key)
      } _: { model, frame in
        comparedView(model, in: frame)
      }
    }
    if asked.value("as") == "picture" {
      return try await reception.page(request, .board) { visit in
        try visit.figurePicture(FigureQuestion(code, key, visit))
      } _: { model, frame in
        figurePictureView(model, in: frame)
      }
    }
    return try await reception.page(request, .board) { visit in
      let question = try FigureQuestion(code, key, visit)
      switch question.name {
      case .figure(let figure) where figure.countsWork: return try visit.workPage(question, figure)
      case .figure(let figure) where figure.countsUnits: return try visit.unitsPage(question, figure)
      case .figure(let figure) where !figure.needsPeriod: return try visit.rollPage(question, figure)
      default: return try visit.periodPage(question)
      }
    } _: { model, frame in
      figureView(model, in: frame)
    }
  }
}

extension Visit {
  fileprivate func unitsPage(_ question: FigureQuestion, _ figure: FigureName) throws -> FigurePage {
    let units = try question.units(figure, self)
    let stretch = try Stretch(units.count, asked)
    let shown = units[stretch.range]
    let members = try FigureRows(db: db).members(of: shown.map(\.unit.unit), question.asOf)
    let rows = shown.map { counted in
      CountedUnit(
        unit: counted.unit.link,
        kind: counted.unit.kind.rawValue,
        parent: counted.parent.map { UnitLink($0.description, counted.parentName ?? "") },
        members: members[counted.unit.unit] ?? 0
      )
    }
    return page(question, count: units.count, .units(Array(rows)), stretch)
  }

  fileprivate func workPage(_ question: FigureQuestion, _ figure: FigureName) throws -> FigurePage {
    let counted = try question.work(figure, self)
    let stretch = try Stretch(counted.count, asked)
    let rows = try named(counted[stretch.range], figure)
    var page = page(question, count: counted.count, .work(rows), stretch)
    page.within = question.period.map { ($0.from, $0.last) }
    return page
  }

  fileprivate func periodPage(_ question: FigureQuestion) throws -> FigurePage {
    try require(.readRoll, on: question.unit)
    let people = try question.people(self)
    let stretch = try Stretch(people.count, asked)
    let shown = Array(people[stretch.range])
    let names = NameStore(db: db)
    let particulars = try names.particulars(of: shown.map(\.person), asOf.knowledge)
    let units = try names.names(of: Array(Set(shown.map(\.unit))), asOf.knowledge)
    let rows = shown.map { counted in
      let known = particulars[counted.person]?.value(around: counted.day)
      return CountedPerson(
        person: PersonLink(counted.person.description, known?.name ?? ""),
        born: known?.born,
        sex: known?.sex?.rawValue ?? "",
        unit: UnitLink(counted.unit.description, units[counted.unit]?.value(around: counted.day) ?? ""),
        on: counted.day
      )
    }
    return page(question, count: people.count, .people(rows), stretch)
  }

  private func page(
    _ question: FigureQuestion,
    count: Int,
    _ rows: FigurePage.Rows,
    _ stretch: Stretch
  ) -> FigurePage {
    FigurePage(
      code: question.code,
      unit: question.link,
      path: crumbs(question.path),
      time: question.time,
      count: count,
      rows: rows,
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next
    )
  }

  fileprivate func rollPage(_ question: FigureQuestion, _ figure: FigureName) throws -> FigurePage {
    try require(.readRoll, on: question.unit)
    let count = try question.count(figure, self)
    let slice = try rollSlice(question.roll(figure), members: count)
    // Who comes from elsewhere is told by name; their file stays with their home.
    let open: Set<ID<Unit>>? = figure == .guests ? try opening(Set(slice.lines.map(\.unit))) : nil
    return FigurePage(
      code: question.code,
      unit: question.link,
      path: crumbs(question.path),
      time: question.time,
      count: count,
      rows: .people(
        slice.lines.map { line in
          let opens = open?.contains(line.unit) ?? true
          var counted = CountedPerson(
            person: PersonLink(line.person.description, line.name),
            born: opens ? line.born : nil,
            sex: opens ? line.sex?.rawValue ?? "" : "",
            unit: UnitLink(line.unit.description, line.unitName),
            on: nil
          )
          counted.opens = opens
          return counted
        }
      ),
      firstSerial: slice.firstSerial,
      previous: slice.previous,
      next: slice.next,
      ledger: figure == .guests ? nil : try ledger(of: question.link, question.unit, yearSoFar)
    )
  }
}
