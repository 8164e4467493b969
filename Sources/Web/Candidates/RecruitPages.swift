import Basics
import Hummingbird
import Markup
import Records
import Rules

/// The report on recruits, and the people behind each of its numbers.
struct RecruitPages: Sendable {
  let reception: Reception

  private enum Found: Sendable {
    case report(RecruitReport)
    case people(RecruitPeople)
  }

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/recruits", use: recruits)
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
}

extension Visit {
  private func recruits(_ list: RecruitList, _ unit: ID<Unit>, _ period: Period) throws -> [Recruit] {
    try kept(.recruits(list, unit, period, asOf.knowledge)) {
      try RecruitStore(db: db).recruits(list, of: unit, period, asOf.knowledge)
    }
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
      admitted: admitted.count
    )
  }

  fileprivate func recruitPeople(_ list: RecruitList, _ unit: ID<Unit>) throws -> RecruitPeople {
    let path = try standing(of: unit)
    let period = try period() ?? yearSoFar
    let dimension = try choice("by", RecruitReport.Dimension.self)
    let value = asked.value("value") ?? ""
    let found = try recruits(list, unit, period).filter { recruit in
      dimension.map { $0.value(recruit) == value } ?? true
    }
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
      next: stretch.next
    )
  }
}
