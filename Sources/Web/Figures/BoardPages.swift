import Basics
import Hummingbird
import Markup
import Records
import Rules

/// The page one begins at: the board of the widest unit in reach, or a member's own file.
struct BoardPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/", use: board)
  }

  private enum Beginning: Sendable {
    case board(Board)
    case file(String)
  }

  /// `GET /?on=2025-12-31&sort=members&way=down`: the situation of the unit and of what stands below it.
  @Sendable func board(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.answer(request) { visit -> Beginning in
      guard let place = visit.standing.seeing.first else {
        guard let person = visit.visitor.person else { throw PageFault.absent }
        return .file(person.description)
      }
      return .board(try visit.board(of: place.unit))
    } _: { beginning, guest, asked in
      switch beginning {
      case .board(let board): Answer.page(boardView(board, in: reception.frame(guest, asked, .board)))
      case .file(let key): Answer.see(guest.viewpoint.person(key))
      }
    }
  }
}

extension Visit {
  fileprivate func board(of unit: ID<Unit>) throws -> Board {
    try require(.readFigures, on: unit)
    let path = try standing(of: unit)
    let link = path.last?.link ?? UnitLink(unit.description, "")
    let period = yearSoFar
    let figures = try figures(of: unit)
    let below = try below(unit, period)
    let ledgers = try ledgersBelow(unit, period)
    let order = try order()
    let months = try kept(.admissionsByMonth(unit, asOf, period)) {
      let counts = try TreeStore(db: db).admissionsByMonth(unit, asOf, period)
      return Dictionary(counts.map { ($0.month, $0.count) }) { $0 + $1 }
    }
    var board = Board(
      unit: link,
      units: Board.UnitCounts(
        superiorCommittees: figures[.superiorCommittees] ?? 0,
        baseOrganisations: figures[.baseOrganisations] ?? 0,
        baseCommittees: figures[.baseCommittees] ?? 0,
        baseCells: figures[.baseCells] ?? 0,
        cells: figures[.cells] ?? 0
      ),
      counts: try counts(of: unit),
      ledger: try ledger(of: link, unit, period),
      balancesBelow: below.isEmpty ? nil : ledgers.values.allSatisfy { $0.difference == 0 },
      rows: rows(below, order, trends: try trends(below: unit)),
      order: order,
      vacancies: below.isEmpty ? nil : try vacancies(below: unit),
      trend: below.isEmpty ? [] : try trend(of: unit),
      months: Visit.months(of: period, months)
    )
    board.duties = try duties(of: unit)
    board.cell = try cellFront(path.last, crumbs(path))
    return board
  }

  /// The months of a year up to the last day, those without admissions too.
  private static func months(of period: Period, _ counts: [Int: Int]) -> [Board.Month] {
    (1...period.last.parts.month).compactMap { month in
      guard let from = CivilDate(year: period.from.year, month: month, day: 1) else { return nil }
      let until = min(from.adding(months: 1), period.until)
      return Board.Month(from: from, until: until, admitted: counts[month] ?? 0)
    }
  }
}
