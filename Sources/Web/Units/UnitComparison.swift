package import Basics
import Hummingbird
import Markup
import Records
import Rules

/// The units directly below on two days beside each other, by one figure.
package struct UnitComparison: Sendable {
  package struct Row: Sendable {
    package var unit: UnitLink
    /// `nil`: not directly below on that day.
    package var then: Int?
    package var later: Int?

    package init(unit: UnitLink, then: Int?, later: Int?) {
      self.unit = unit
      self.then = then
      self.later = later
    }
  }

  package var unit: UnitLink
  package var path: [UnitLink]
  package var code: String
  package var days: (then: CivilDate, later: CivilDate)
  package var against: CivilDate
  package var rows: [Row]
  /// The figure of the unit itself.
  package var totals: (then: Int, later: Int)
  package var absentOn: CivilDate?

  package init(
    unit: UnitLink,
    path: [UnitLink],
    code: String,
    days: (then: CivilDate, later: CivilDate),
    against: CivilDate,
    rows: [Row],
    totals: (then: Int, later: Int),
    absentOn: CivilDate? = nil
  ) {
    self.unit = unit
    self.path = path
    self.code = code
    self.days = days
    self.against = against
    self.rows = rows
    self.totals = totals
    self.absentOn = absentOn
  }
}

/// The table of units on two days, as a page and as a file.
struct ComparisonPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/compare", use: compare)
    routes.files(of: "compare", use: export)
  }

  /// `GET /units/:unit/compare?against=2024-12-31&figure=members.women`.
  @Sendable func compare(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) { visit in
      try visit.unitComparison(key)
    } _: { model, frame in
      unitComparisonView(model, in: frame)
    }
  }

  @Sendable private func export(
    _ request: Request,
    _ key: String,
    _ format: ExportFormat
  ) async throws -> Response {
    try await reception.take(request, format) { visit in
      try visit.require(.exportLists, on: try visit.unit(key))
      let model = try visit.unitComparison(key)
      return TakenList(
        try visit.export(model, format),
        name: "compare-\(model.code)-\(model.days.then)-\(model.days.later)"
      )
    }
  }
}

extension Visit {
  /// The figures a table of units can be compared by.
  static let comparable: [FigureName] = [.total, .official, .probationary, .women]

  fileprivate func unitComparison(_ key: String) throws -> UnitComparison {
    let unit = try unit(key)
    try require(.readFigures, on: unit)
    let path = try standing(of: unit)
    let code = asked.value("figure") ?? FigureName.total.rawValue
    guard let figure = Visit.comparable.first(where: { $0.rawValue == code }) else {
      throw PageFault.value(name: "figure", code)
    }
    let against = try against() ?? (asOf.day == today ? today.startOfYear.adding(days: -1) : today)
    let days = (then: min(against, asOf.day), later: max(against, asOf.day))
    let before = try below(unit, on: days.then, nil)
    let after = try below(unit, on: days.later, nil)
    let then = Dictionary(before.map { ($0.unit.unit, $0.count(figure)) }) { first, _ in first }
    let stay = Set(after.map(\.unit.unit))
    let rows =
      after.map {
        UnitComparison.Row(unit: $0.unit.link, then: then[$0.unit.unit], later: $0.count(figure))
      }
      + before.filter { !stay.contains($0.unit.unit) }.map {
        UnitComparison.Row(unit: $0.unit.link, then: $0.count(figure), later: nil)
      }
    let absent = try TreeStore(db: db).unit(unit, AsOf(against, asOf.knowledge)) == nil
    return UnitComparison(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      code: code,
      days: days,
      against: against,
      rows: rows,
      totals: (
        try figure.count(of: unit, on: days.then, self), try figure.count(of: unit, on: days.later, self)
      ),
      absentOn: absent ? against : nil
    )
  }
}

extension FigureName {
  fileprivate func count(of unit: ID<Unit>, on day: CivilDate, _ visit: Visit) throws -> Int {
    let asOf = AsOf(day, visit.asOf.knowledge)
    return try visit.kept(.figures(unit, asOf, nil)) {
      try FigureStore(db: visit.db).figures(of: unit, asOf)
    }[self] ?? 0
  }
}

extension UnitBelow {
  fileprivate func count(_ figure: FigureName) -> Int {
    switch figure {
    case .official: official
    case .probationary: members - official
    case .women: women
    default: members
    }
  }
}
