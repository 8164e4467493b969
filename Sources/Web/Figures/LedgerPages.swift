import Basics
import Hummingbird
import Records
import Rules

/// The ledger of a unit and of each unit directly below it.
struct LedgerPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/ledger", use: ledger)
  }

  /// `GET /units/:unit/ledger?from=2025-01-01&until=2025-07-01&standing=official`: without a period, the year up to
  /// the day shown; without a standing, of all members.
  @Sendable func ledger(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .board) { visit -> LedgerPage in
      let unit = try visit.unit(key)
      try visit.require(.readFigures, on: unit)
      let period = try visit.period() ?? visit.yearSoFar
      let path = try visit.standing(of: unit, on: period.last)
      let link = path.last?.link ?? UnitLink(key, "")
      let standing = try visit.choice("standing", MemberStanding.self)
      let ledgers = try visit.ledgersBelow(unit, period, standing)
      return LedgerPage(
        unit: link,
        path: visit.crumbs(path),
        total: try visit.ledger(of: link, unit, period, standing),
        below: try visit.below(unit, on: period.last, nil).compactMap { child in
          ledgers[child.unit.unit].map { MovementLedger($0, of: child.unit.link) }
        }
      )
    } _: { model, frame in
      ledgerPageView(model, in: frame)
    }
  }
}
