import Basics
import Hummingbird
import Markup
import Records
import Rules
import Sheets

/// The report on recruits, and the people behind each of its numbers.
struct RecruitPages: Sendable {
  let reception: Reception

  private enum Found: Sendable {
    case report(RecruitReport)
    case people(RecruitPeople)
  }

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/recruits", use: recruits)
    routes.files(of: "recruits", use: file)
  }

  /// `GET /units/:unit/recruits.csv?from=…&until=…`, and with `list`, `by` and `value` the people of one number.
  @Sendable private func file(
    _ request: Request,
    _ key: String,
    _ format: ExportFormat
  ) async throws -> Response {
    try await reception.take(request, format) { visit in
      let unit = try visit.unit(key)
      try visit.require(.readRoll, on: unit)
      try visit.require(.exportLists, on: unit)
      let path = try visit.standing(of: unit)
      let period = try visit.period() ?? visit.yearSoFar
      let lists = try visit.choice("list", RecruitList.self).map { [$0] } ?? RecruitList.allCases
      let file = try visit.export(lists, unit, period, format)
      return TakenList(file, name: "recruits-\(path.last?.code ?? "")-\(period.from)-\(period.last)")
    }
  }

  /// `GET /units/:unit/recruits?from=…&until=…`, and with `list=admitted&by=sex&value=F` the people.
  @Sendable func recruits(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .candidates) { visit -> Found in
      let unit = try visit.unit(key)
      try visit.require(.readRoll, on: unit)
      guard let list = try visit.choice("list", RecruitList.self) else {
        return .report(try visit.recruitReport(unit))
      }
      return .people(try visit.recruitPeople(list, unit))
    } _: { found, frame in
      switch found {
      case .report(let report): recruitReportView(report, in: frame)
      case .people(let people): recruitPeopleView(people, in: frame)
      }
    }
  }
}

extension RecruitPages {
  fileprivate static let columns: [XLSXColumn] = [
    XLSXColumn("list", width: 12), XLSXColumn("person", width: 18), XLSXColumn("name", width: 34),
    XLSXColumn("born", width: 12), XLSXColumn("sex", width: 6), XLSXColumn("ethnicity", width: 14),
    XLSXColumn("day", content: .day), XLSXColumn("age", content: .number), XLSXColumn("unitName", width: 40),
    XLSXColumn("source", width: 18),
  ]
}

extension RecruitReport.Dimension {
  /// Under which line of the report somebody counts; `none` when the record does not say.
  fileprivate func value(_ recruit: Recruit) -> String {
    switch self {
    case .source: recruit.source?.rawValue ?? "none"
    case .sex: recruit.sex?.rawValue ?? "none"
    case .ethnicity: recruit.ethnicity ?? "none"
    case .age:
      recruit.age.flatMap { age in
        RollQuestion.AgeBand.allCases.first { $0.years.contains(age) }?.rawValue
      } ?? "none"
    }
  }

  /// The values that stand in an order of their own; others follow by their size.
  fileprivate var known: [String] {
    switch self {
    case .source: RecruitSource.allCases.map(\.rawValue)
    case .sex: [Sex.woman.rawValue, Sex.man.rawValue]
    case .age: RollQuestion.AgeBand.allCases.map(\.rawValue)
    case .ethnicity: []
    }
  }
}

extension Recruit {
  /// Years of age on the day it happened.
  fileprivate var age: Int? { born.map { day.years(since: $0.earliest) } }

  fileprivate func cells(_ list: RecruitList, _ code: String?) -> [ListCell] {
    [
      .text(list.rawValue), .text(code), .text(name), .text(born?.description), .text(sex?.rawValue),
      .text(ethnicity), .day(day), age.map { .number($0) } ?? .text(nil), .text(unitName),
      .text(source?.rawValue),
    ]
  }
}

extension Visit {
  private func recruits(_ list: RecruitList, _ unit: ID<Unit>, _ period: Period) throws -> [Recruit] {
    try kept(.recruits(list, unit, period, asOf.knowledge)) {
      try RecruitStore(db: db).recruits(list, of: unit, period, asOf.knowledge)
    }
  }

  /// Those of a list that the address asks for.
  private func asked(_ list: RecruitList, _ unit: ID<Unit>, _ period: Period) throws -> [Recruit] {
    let dimension = try choice("by", RecruitReport.Dimension.self)
    let value = asked.value("value") ?? ""
    return try recruits(list, unit, period).filter { recruit in
      dimension.map { $0.value(recruit) == value } ?? true
    }
  }

  /// Writes the people of some lists into a file, and down who is on it.
  fileprivate func export(
    _ lists: [RecruitList],
    _ unit: ID<Unit>,
    _ period: Period,
    _ format: ExportFormat
  ) throws -> ExportFile.Finished {
    let file = try ExportFile(format, title: "recruits", columns: RecruitPages.columns, created: moment)
    var people: Set<ID<Person>> = []
    var count = 0
    for list in lists {
      let found = try asked(list, unit, period)
      count += found.count
      people.formUnion(found.map(\.person))
      for start in stride(from: 0, to: found.count, by: 500) {
        let block = found[start..<min(start + 500, found.count)]
        let codes = try NameStore(db: db).codes(of: block.map(\.person))
        for recruit in block { try file.write(recruit.cells(list, codes[recruit.person])) }
      }
    }
    try logList(of: unit, on: period.last, count: count, named: people.count > 5000 ? nil : people.sorted())
    return try file.finish()
  }

  fileprivate func recruitReport(_ unit: ID<Unit>) throws -> RecruitReport {
    let path = try standing(of: unit)
    let period = try period() ?? yearSoFar
    let begun = try recruits(.begun, unit, period)
    let admitted = try recruits(.admitted, unit, period)
    let parts = RecruitReport.Dimension.allCases.map { dimension in
      var counts: [String: (begun: Int, admitted: Int)] = [:]
      for recruit in begun { counts[dimension.value(recruit), default: (0, 0)].begun += 1 }
      for recruit in admitted { counts[dimension.value(recruit), default: (0, 0)].admitted += 1 }
      let known = dimension.known.filter { counts[$0] != nil }
      let others = counts.keys.filter { !known.contains($0) && $0 != "none" }
        .sorted { one, other in
          let (a, b) = (counts[one]?.admitted ?? 0, counts[other]?.admitted ?? 0)
          return a == b ? one < other : a > b
        }
      let values = known + others + (counts["none"] == nil ? [] : ["none"])
      let lines = values.map { value in
        RecruitReport.Line(
          value,
          begun: counts[value]?.begun ?? 0,
          admitted: counts[value]?.admitted ?? 0
        )
      }
      return (dimension: dimension, lines: lines)
    }
    return RecruitReport(
      unit: path.last?.link ?? UnitLink(unit.description, ""),
      path: crumbs(path),
      from: period.from,
      until: period.until,
      parts: parts,
      begun: begun.count,
      admitted: admitted.count,
      takesFiles: try allows(.exportLists, on: unit)
    )
  }

  fileprivate func recruitPeople(_ list: RecruitList, _ unit: ID<Unit>) throws -> RecruitPeople {
    let path = try standing(of: unit)
    let period = try period() ?? yearSoFar
    let dimension = try choice("by", RecruitReport.Dimension.self)
    let value = asked.value("value") ?? ""
    let found = try asked(list, unit, period)
    let stretch = try Stretch(found.count, asked)
    return RecruitPeople(
      unit: path.last?.link ?? UnitLink(unit.description, ""),
      path: crumbs(path),
      list: list.rawValue,
      dimension: dimension,
      value: value,
      from: period.from,
      until: period.until,
      count: found.count,
      rows: found[stretch.range].map { recruit in
        RecruitPeople.Row(
          person: PersonLink(recruit.person.description, recruit.name),
          unitName: recruit.unitName,
          day: recruit.day,
          sex: recruit.sex?.rawValue ?? "",
          age: recruit.age,
          ethnicity: recruit.ethnicity ?? "",
          source: recruit.source?.rawValue ?? ""
        )
      },
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next,
      takesFiles: try allows(.exportLists, on: unit)
    )
  }
}
