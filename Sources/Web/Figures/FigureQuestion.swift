import Basics
import Markup
import Records
import Rules

/// A figure as an address names it: one of the figures, or a line of the ledger.
struct FigureQuestion: Sendable {
  enum Name: Sendable {
    case figure(FigureName)
    /// A line of the ledger, of all members or of some.
    case movement(Movement.Kind, of: MemberStanding?)
  }

  let code: String
  let name: Name
  let unit: ID<Unit>
  let path: [TreeUnit]
  let asOf: AsOf
  /// The period it counts over, `nil` when it counts on a day.
  let period: Period?

  init(_ code: String, _ key: String, _ visit: Visit) throws {
    self.code = code
    name = try FigureQuestion.name(code)
    unit = try visit.unit(key)
    try visit.require(.readFigures, on: unit)
    switch name {
    case .figure(let figure) where figure.countsWork:
      try visit.require(.readResolutions, on: unit)
      let year = WorkFigureStore.period(around: visit.asOf.day)
      period = figure.countsTasks ? try visit.period() ?? year : nil
    case .figure(let figure) where !figure.needsPeriod: period = nil
    default: period = try visit.period() ?? visit.yearSoFar
    }
    // Tasks due within a period are counted as they stand on the day.
    let day = FigureQuestion.countsWork(name) ? visit.asOf.day : period?.last ?? visit.asOf.day
    asOf = AsOf(day, visit.asOf.knowledge)
    path = try visit.standing(of: unit, on: asOf.day)
  }

  private static func name(_ code: String) throws -> Name {
    if let figure = FigureName(rawValue: code) { return .figure(figure) }
    guard code.hasPrefix("ledger.") else { throw PageFault.absent }
    let parts = code.dropFirst(7).split(separator: ".", omittingEmptySubsequences: false)
    let standing = parts.count == 2 ? MemberStanding(rawValue: String(parts[1])) : nil
    guard parts.count == (standing == nil ? 1 : 2) else { throw PageFault.absent }
    let line = String(parts[0])
    if line == "recognised", standing == nil { return .movement(.recognised, of: nil) }
    if let flow = Inflow(rawValue: line) { return .movement(.in(flow), of: standing) }
    if let flow = Outflow(rawValue: line) { return .movement(.out(flow), of: standing) }
    throw PageFault.absent
  }

  private static func countsWork(_ name: Name) -> Bool {
    if case .figure(let figure) = name { figure.countsWork } else { false }
  }

  var link: UnitLink { path.last?.link ?? UnitLink(unit.description, "") }

  var time: FigurePage.Time {
    if FigureQuestion.countsWork(name) { return .day(asOf.day) }
    return period.map { .period(from: $0.from, until: $0.until) } ?? .day(asOf.day)
  }

  /// How many a figure of a day counts.
  func count(_ figure: FigureName, _ visit: Visit) throws -> Int {
    if figure.countsWork { return try work(figure, visit).count }
    guard figure.countsTies else { return try visit.figures(of: unit)[figure] ?? 0 }
    return try visit.kept(.counted(figure, unit, asOf, nil)) {
      try FigureStore(db: visit.db).count(figure, unit, asOf, nil)
    }
  }

  /// The question to the roll, for a figure about the people of a day.
  func roll(_ figure: FigureName) -> RollQuestion {
    var question = RollQuestion(unit: unit, asOf: asOf)
    switch figure {
    case .official: question.standing = .official
    case .probationary: question.standing = .probationary
    case .exempt: question.standing = .exempt
    case .suspended: question.standing = .suspended
    case .women: question.sex = .woman
    case .seconded: question.tie = .host
    case .inContact: question.tie = .residence
    case .guests: question.role = .host
    default: break
    }
    return question
  }

  /// The people counted over the period, in order of day.
  func people(_ visit: Visit) throws -> [CountedOnce] {
    guard let period else { return [] }
    switch name {
    case .figure(let figure):
      return try visit.kept(.counted(figure, unit, asOf, period)) {
        try FigureRows(db: visit.db).people(figure, unit, asOf, period)
      }
    case .movement(let kind, let standing):
      let movements = try visit.kept(.movements(unit, period, asOf.knowledge)) {
        try LedgerStore(db: visit.db).movements(of: unit, period, asOf.knowledge)
      }
      return movements.filter { $0.kind == kind && $0.isOf(standing) }.map {
        CountedOnce(person: $0.person, day: $0.day, unit: $0.unit)
      }
    }
  }

  /// The units counted on the day, by name.
  func units(_ figure: FigureName, _ visit: Visit) throws -> [UnitCounted] {
    try FigureRows(db: visit.db).units(figure, below: unit, asOf)
  }
}

/// A page of a list that is known whole: from one place, so many.
struct Stretch {
  static let size = 50
  let range: Range<Int>
  let previous: String?
  let next: String?

  /// A page of a list of so many rows: `after` the number of a row, or `before` one.
  init(_ count: Int, _ asked: Asked) throws {
    func number(_ name: String) throws -> Int? {
      guard let text = asked.value(name) else { return nil }
      guard let number = Int(digits: text) else { throw PageFault.value(name: name, text) }
      return number
    }
    let end: Int
    let start: Int
    if let before = try number("before") {
      end = min(max(before - 1, 0), count)
      start = max(end - Stretch.size, 0)
    } else {
      start = min(try number("after") ?? 0, count)
      end = min(start + Stretch.size, count)
    }
    range = start..<end
    previous = start > 0 ? String(start + 1) : nil
    next = end < count ? String(end) : nil
  }
}
