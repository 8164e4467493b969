import Basics
import Markup
import Phrases
import Records
import Rules

extension Visit {
  /// The month an address names, else the one of the day shown.
  func duesMonth() throws -> Month {
    guard let text = asked.value("month") else { return Month(of: asOf.day) }
    guard let month = Month(text) else { throw PageFault.value(name: "month", text) }
    return month
  }

  /// The year an address names, else the one of the day shown.
  func duesYear() throws -> Int {
    guard let text = asked.value("year") else { return asOf.day.year }
    guard let year = Int(digits: text), CivilDate(year: year, month: 1, day: 1) != nil else {
      throw PageFault.value(name: "year", text)
    }
    return year
  }

  func duesRule(_ unit: ID<Unit>, _ month: Month) throws -> DuesRule {
    DuesRule(try regulations(for: unit), for: month)
  }

  func duesSums(_ unit: ID<Unit>, _ month: Month, _ rule: DuesRule) throws -> DuesSums {
    try kept(.dues(unit, month, asOf.knowledge)) {
      try DuesStore(db: db).sums(of: unit, month, rule, asOf.knowledge)
    }
  }

  func duesPage(_ key: String, _ month: Month) throws -> DuesPage {
    let unit = try unit(key)
    try require(.readFigures, on: unit)
    let path = try standing(of: unit)
    let rule = try duesRule(unit, month)
    let store = DuesStore(db: db)
    let passed = try store.passed(by: unit, andBelow: month, asOf.knowledge)
    let below = try kept(.duesBelow(unit, month, asOf.knowledge)) {
      try store.sumsBelow(unit, month, rule, asOf.knowledge)
    }
    let names = try NameStore(db: db).names(of: below.keys.sorted(), asOf.knowledge)
    let rows = below.map { unit, sums in
      let name = names[unit]?.value(around: month.start) ?? ""
      return (
        unit: UnitLink(unit.description, name), totals: DuesTotals(sums, passed: passed[unit]?.value.amount)
      )
    }.sorted {
      (VietnameseName.sortKey($0.unit.name), $0.unit.key) < (
        VietnameseName.sortKey($1.unit.name), $1.unit.key
      )
    }
    let opens = try allows(.readDues, on: unit)
    return DuesPage(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      month: month,
      totals: DuesTotals(try duesSums(unit, month, rule), passed: passed[unit]?.value.amount),
      below: rows,
      rows: opens ? try sheet(unit, month, rule) : [],
      regulation: rule.judge?.book.documents.first?.number,
      mayKeep: try viewpoint.isNow && allows(.keepDues, on: unit),
      request: AccountForm.newRequest()
    )
  }

  private func sheet(_ unit: ID<Unit>, _ month: Month, _ rule: DuesRule) throws -> [DuesPage.Row] {
    let lines = try DuesStore(db: db).sheet(of: unit, month, asOf.knowledge, 0..<300)
    let isNew = !lines.contains { $0.payment != nil }
    return lines.map { line in
      let reckoning = rule.reckoning(line.basis, in: line.states)
      let known = line.payment?.value.amount ?? reckoning.amount
      return DuesPage.Row(
        person: PersonLink(line.person.description, line.name),
        category: line.basis?.category.rawValue,
        reckoning: reckoning,
        amount: known.flatMap { $0 > 0 ? String($0) : nil } ?? "",
        isTicked: line.payment != nil || isNew && line.reason == nil && reckoning.amount ?? 0 > 0,
        received: line.payment.map { ($0.value.paid, $0.value.channel.rawValue) },
        reason: line.reason
      )
    }
  }

  func duesPeople(_ key: String, _ month: Month) throws -> DuesPeoplePage {
    let unit = try unit(key)
    try require(.readDues, on: unit)
    let path = try standing(of: unit)
    let code = asked.value("of") ?? DuesFigure.open.rawValue
    guard let figure = DuesFigure(rawValue: code) else { throw PageFault.value(name: "of", code) }
    let rule = try duesRule(unit, month)
    let count = try duesSums(unit, month, rule)[figure]
    let stretch = try Stretch(count, asked)
    let rows = try DuesStore(db: db).lines(figure, of: unit, month, rule, asOf.knowledge, stretch.range).map {
      line in
      DuesPeoplePage.Row(
        person: PersonLink(line.person.description, line.name),
        unit: UnitLink(line.unit.description, line.unitName),
        category: line.basis?.category.rawValue,
        reckoning: rule.reckoning(line.basis, in: line.states),
        paid: line.payment?.value.amount,
        day: line.payment?.value.paid
      )
    }
    return DuesPeoplePage(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      month: month,
      figure: code,
      count: count,
      rows: rows,
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next
    )
  }

  func unpaidDues(_ key: String, _ year: Int) throws -> UnpaidPage {
    let unit = try unit(key)
    try require(.readDues, on: unit)
    let path = try standing(of: unit)
    let library = try regulations(for: unit)
    let rule = UnpaidRule(library, on: asOf.day)
    let fewest = rule.fewest
    let people = try fewest.map { fewest in
      try kept(.unpaid(unit, asOf, year)) {
        try UnpaidMonths(db: db, by: library).people(
          of: unit,
          asOf,
          among: Month.over(in: year, on: asOf.day),
          atLeast: fewest
        )
      }
    }
    let stretch = try Stretch(people?.count ?? 0, asked)
    return UnpaidPage(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      year: year,
      rule: fewest.flatMap { fewest in rule.clause(months: fewest).map { (fewest, $0) } },
      count: people?.count ?? 0,
      rows: (people ?? [])[stretch.range].map { member in
        UnpaidPage.Row(
          person: PersonLink(member.person.description, member.name),
          unit: UnitLink(member.unit.description, member.unitName),
          months: member.months
        )
      },
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next
    )
  }
}

extension DuesTotals {
  fileprivate init(_ sums: DuesSums, passed: Int?) {
    self.init(
      counts: Dictionary(uniqueKeysWithValues: DuesFigure.allCases.map { ($0.rawValue, sums[$0]) }),
      owed: sums.owed,
      unknown: sums.unknown,
      received: sums.received,
      passed: passed
    )
  }
}
