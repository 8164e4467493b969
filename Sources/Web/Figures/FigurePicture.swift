package import Basics
import Markup
import Records
import Rules

/// A figure drawn: the units directly below by size, and the figure over two years.
package struct FigurePicture: Sendable {
  /// The figure of one unit below.
  package struct Part: Sendable {
    package var unit: UnitLink
    package var count: Int

    package init(_ unit: UnitLink, _ count: Int) {
      self.unit = unit
      self.count = count
    }
  }

  /// The figure on one day.
  package struct Point: Sendable {
    package var day: CivilDate
    package var count: Int

    package init(_ day: CivilDate, _ count: Int) {
      self.day = day
      self.count = count
    }
  }

  package var code: String
  package var unit: UnitLink
  package var path: [UnitLink]
  package var time: FigurePage.Time
  package var count: Int
  /// The largest first.
  package var parts: [Part]
  /// Empty for figures of a period and of units.
  package var points: [Point]

  package init(
    code: String,
    unit: UnitLink,
    path: [UnitLink],
    time: FigurePage.Time,
    count: Int,
    parts: [Part],
    points: [Point]
  ) {
    self.code = code
    self.unit = unit
    self.path = path
    self.time = time
    self.count = count
    self.parts = parts
    self.points = points
  }
}

extension Visit {
  func figurePicture(_ question: FigureQuestion) throws -> FigurePicture {
    let unit = question.unit
    let below = try below(unit, on: question.asOf.day, nil)
    let counts = try countsBelow(question, below)
    let parts = below.enumerated().compactMap { index, child -> (Int, FigurePicture.Part)? in
      guard let count = counts[child.unit.unit], count > 0 else { return nil }
      return (index, FigurePicture.Part(child.unit.link, count))
    }.sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }
    return FigurePicture(
      code: question.code,
      unit: question.link,
      path: crumbs(question.path),
      time: question.time,
      count: try count(question),
      parts: parts.map(\.1),
      points: try points(question)
    )
  }

  private func count(_ question: FigureQuestion) throws -> Int {
    switch question.name {
    case .figure(let figure) where !figure.needsPeriod:
      return try question.count(figure, self)
    default: return try question.people(self).count
    }
  }

  private func countsBelow(_ question: FigureQuestion, _ below: [UnitBelow]) throws -> [ID<Unit>: Int] {
    switch question.name {
    case .figure(let figure):
      return try kept(.countsBelow(figure, question.unit, question.asOf, question.period)) {
        try FigureStore(db: db).countsBelow(figure, question.unit, question.asOf, question.period)
      }
    case .movement(let kind, let standing):
      guard let period = question.period else { return [:] }
      return try ledgersBelow(question.unit, period, standing).mapValues { ledger in
        switch kind {
        case .in(let flow): ledger.inflows[flow] ?? 0
        case .out(let flow): ledger.outflows[flow] ?? 0
        case .recognised: ledger.recognised
        }
      }
    }
  }

  /// The last days of the 24 months before, and the day shown.
  private func points(_ question: FigureQuestion) throws -> [FigurePicture.Point] {
    guard case .figure(let figure) = question.name, !figure.needsPeriod, !figure.countsUnits,
      !figure.countsWork
    else { return [] }
    let days = Visit.monthEnds(24, before: question.asOf.day) + [question.asOf.day]
    let counts = try kept(.series(figure, question.unit, days, asOf.knowledge)) {
      try SeriesStore(db: db).counts(figure, of: question.unit, on: days, asOf.knowledge)
    }
    return zip(days, counts).map { FigurePicture.Point($0, $1) }
  }

  /// The last days of so many months before the month of a day, the oldest first.
  static func monthEnds(_ count: Int, before day: CivilDate) -> [CivilDate] {
    let (year, month, _) = day.parts
    guard let first = CivilDate(year: year, month: month, day: 1) else { return [] }
    return (0..<count).reversed().map { first.adding(months: -$0).adding(days: -1) }
  }
}
