import Basics
import Markup
import Records
import Rules

// A figure on the day shown beside the same figure on another day.
extension Visit {
  /// The day a page is to be compared with, `nil` when none was asked for.
  func against() throws -> CivilDate? { try day("against") }

  func comparedFigure(_ code: String, _ key: String) throws -> ComparedFigure {
    let apart = try FiguresApart(FigureQuestion(code, key, self), self)
    let side = try choice("list", ComparedFigure.Side.self)
    func list(_ other: ComparedFigure.Side) throws -> ComparedFigure.List {
      let count = apart.count(other)
      guard side == other else {
        let shown = 0..<(side == nil ? min(count, 20) : 0)
        return ComparedFigure.List(count: count, rows: try apart.rows(other, shown))
      }
      let stretch = try Stretch(count, asked)
      return ComparedFigure.List(
        count: count,
        rows: try apart.rows(other, stretch.range),
        firstSerial: stretch.range.lowerBound + 1,
        previous: stretch.previous,
        next: stretch.next
      )
    }
    let absent = try TreeStore(db: db).unit(apart.question.unit, AsOf(apart.against, asOf.knowledge)) == nil
    return ComparedFigure(
      code: code,
      unit: apart.question.link,
      path: crumbs(apart.question.path),
      days: apart.days,
      against: apart.against,
      counts: apart.counts,
      absentOn: absent ? apart.against : nil,
      came: try list(.came),
      went: try list(.went),
      side: side
    )
  }
}

/// What differs in a figure between the day shown and another day, told a part at a time.
struct FiguresApart {
  private enum Found: Sendable {
    case people(FigureApart<PersonApart>)
    case units(FigureApart<UnitCounted>)
    case work(FigureApart<WorkCounted>, FigureName)
  }

  let question: FigureQuestion
  let against: CivilDate
  let days: (then: CivilDate, later: CivilDate)
  private let visit: Visit
  private let found: Found

  init(_ question: FigureQuestion, _ visit: Visit) throws {
    guard case .figure(let figure) = question.name, !figure.needsPeriod, let against = try visit.against()
    else { throw PageFault.value(name: "against", visit.asked.value("against") ?? "") }
    if !figure.countsUnits && !figure.countsWork { try visit.require(.readRoll, on: question.unit) }
    self.question = question
    self.against = against
    self.visit = visit
    let (then, later) = (min(against, question.asOf.day), max(against, question.asOf.day))
    days = (then, later)
    let asOf = AsOf(then, question.asOf.knowledge)
    let store = ComparisonStore(db: visit.db)
    found = try visit.kept(.compared(figure, question.unit, asOf, later)) {
      if figure.countsWork {
        let work = WorkFigureStore(db: visit.db)
        return .work(try work.apart(figure, question.unit, from: asOf, to: later), figure)
      }
      return figure.countsUnits
        ? .units(try store.units(figure, question.unit, from: asOf, to: later))
        : .people(try store.people(figure, question.unit, from: asOf, to: later))
    }
  }

  var counts: (then: Int, later: Int) {
    switch found {
    case .people(let apart): (apart.then, apart.later)
    case .units(let apart): (apart.then, apart.later)
    case .work(let apart, _): (apart.then, apart.later)
    }
  }

  func count(_ side: ComparedFigure.Side) -> Int {
    switch found {
    case .people(let apart): side == .came ? apart.came.count : apart.went.count
    case .units(let apart): side == .came ? apart.came.count : apart.went.count
    case .work(let apart, _): side == .came ? apart.came.count : apart.went.count
    }
  }

  /// Some of the rows of a list, as the page and the file tell them.
  func rows(_ side: ComparedFigure.Side, _ range: Range<Int>) throws -> [ComparedFigure.Row] {
    guard !range.isEmpty else { return [] }
    switch found {
    case .people(let apart): return try people(Array((side == .came ? apart.came : apart.went)[range]), side)
    case .units(let apart): return try units(Array((side == .came ? apart.came : apart.went)[range]))
    case .work(let apart, let figure):
      return try visit.named((side == .came ? apart.came : apart.went)[range], figure).map { work in
        var row = ComparedFigure.Row(person: work.person, unit: work.unit, reason: nil, day: work.day)
        row.work = work
        return row
      }
    }
  }

  /// The people of some rows, for a file.
  func people(_ side: ComparedFigure.Side, _ range: Range<Int>) -> [PersonApart] {
    guard case .people(let apart) = found else { return [] }
    return Array((side == .came ? apart.came : apart.went)[range])
  }

  private func people(
    _ people: [PersonApart],
    _ side: ComparedFigure.Side
  ) throws -> [ComparedFigure.Row] {
    let names = NameStore(db: visit.db)
    let knowledge = visit.asOf.knowledge
    let day = side == .came ? days.later : days.then
    let particulars = try names.particulars(of: people.map(\.person), knowledge)
    let homes = Set(people.map(\.unit))
    let units = try names.names(of: Array(homes), knowledge)
    let open = question.code == FigureName.guests.rawValue ? try visit.opening(homes) : homes
    return people.map { apart in
      var row = ComparedFigure.Row(
        person: PersonLink(
          apart.person.description,
          particulars[apart.person]?.value(around: day)?.name ?? ""
        ),
        unit: UnitLink(apart.unit.description, units[apart.unit]?.value(around: day) ?? ""),
        reason: apart.reason?.code,
        day: apart.day
      )
      row.opens = open.contains(apart.unit)
      return row
    }
  }

  private func units(_ units: [UnitCounted]) throws -> [ComparedFigure.Row] {
    let turns = try ComparisonStore(db: visit.db).turns(
      of: units.map(\.unit.unit),
      after: days.then,
      until: days.later,
      visit.asOf.knowledge
    )
    return units.map { counted in
      let turn = turns[counted.unit.unit]
      let code = turn.map { $0.kind == .moved ? "movedUnit" : $0.kind.rawValue }
      return ComparedFigure.Row(person: nil, unit: counted.unit.link, reason: code, day: turn?.day)
    }
  }
}

extension ApartReason {
  /// The code by which phrases and files tell it.
  var code: String {
    switch self {
    case .movement(.in(let flow)): flow.rawValue
    case .movement(.out(let flow)): flow.rawValue
    case .movement(.recognised), .official: "official"
    }
  }
}
