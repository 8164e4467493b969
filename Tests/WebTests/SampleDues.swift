import Basics
import Markup
import Rules
import TestWorld
import Web

/// Dues and badges of the sample province.
extension Sample {
  private static let october = Month(of: day("2026-10-01"))
  private static let rule = DuesRule(ShippedRules.library, for: october)

  private static func reckoning(_ basis: DuesBasis?) -> DuesReckoning { rule.reckoning(basis) }

  private static let bases: [DuesBasis?] = [
    DuesBasis(.insured, income: 10_000_000), DuesBasis(.pensioner, income: 6_200_000),
    DuesBasis(.working, region: 4), DuesBasis(.student), DuesBasis(.exempt, ground: "Bệnh nặng, <dài ngày>"),
    nil,
  ]

  private static func totals(passed: Int?) -> DuesTotals {
    DuesTotals(
      counts: ["owing": 1_230, "paid": 1_100, "open": 130, "exempt": 16, "undeclared": 12],
      owed: 61_234_000,
      unknown: 12,
      received: 55_100_000,
      passed: passed
    )
  }

  private static func duesPage(rows: Bool, mayKeep: Bool, isNew: Bool = false) -> DuesPage {
    let lines = zip(rollRows, bases).enumerated().map { index, pair in
      let reckoning = reckoning(pair.1)
      return DuesPage.Row(
        person: pair.0.person,
        category: pair.1?.category.rawValue,
        reckoning: reckoning,
        amount: reckoning.amount.map { String($0) } ?? "",
        isTicked: index % 2 == 0,
        received: !isNew && index % 2 == 0 ? (day("2026-10-05"), "portal") : nil,
        reason: index == 3 ? "Đi viện" : nil
      )
    }
    return DuesPage(
      unit: commune,
      path: [province, commune],
      month: october,
      totals: totals(passed: rows ? nil : 40_000_000),
      below: rows ? [] : committees.prefix(4).map { ($0.unit, totals(passed: 10_000_000)) },
      rows: rows ? lines : [],
      regulation: rows ? "01-QĐ/TW" : nil,
      mayKeep: mayKeep,
      request: "r"
    )
  }

  private static func personDues(isOwn: Bool) -> PersonDues {
    let basis = DuesBasis(.working, region: 4)
    let states: [PersonDues.Line.State] = [.paid, .less, .open, .excused, .exempt, .notKept, .notYet]
    return PersonDues(
      person: person.person,
      path: [province, commune],
      year: 2026,
      month: october,
      bases: [Dated(basis, span("2026-01-01"))],
      reckoning: reckoning(basis),
      lines: states.enumerated().map { index, state in
        PersonDues.Line(
          month: Month(of: day("2026-0\(index + 1)-01")),
          unit: commune,
          reckoning: reckoning(basis),
          paid: index < 2 ? (11_100 - index * 100, day("2026-10-05"), "cash") : nil,
          reason: state == .excused ? "Đi viện" : nil,
          state: state
        )
      },
      flag: UnpaidRule(ShippedRules.library, on: day("2026-10-20")).clause(months: 3).map { (3, $0) },
      isOwn: isOwn,
      mayDeclare: true,
      mayExcuse: !isOwn,
      request: "r"
    )
  }

  private static func badgePage(mayAward: Bool) -> BadgePage {
    BadgePage(
      unit: commune,
      path: [province, commune],
      day: day("2026-11-07"),
      hasRule: true,
      start: .unverified,
      kinds: [
        BadgePage.Kind(years: 30, count: 12, money: 3_510_000, confidence: .unverified),
        BadgePage.Kind(years: 45, count: 3, money: nil, confidence: .notFound),
      ],
      badge: nil,
      count: 15,
      rows: rollRows.prefix(6).enumerated().map { index, row in
        BadgePage.Row(
          person: row.person,
          born: row.born,
          cell: row.cell,
          decided: day("1996-10-02"),
          years: index < 3 ? 45 : 30,
          money: index < 3 ? nil : 3_510_000,
          wasReadmitted: index == 1,
          awarded: index == 0 ? (day("2026-11-07"), "H-1") : nil
        )
      },
      next: "50",
      upcoming: [(day("2026-11-07"), [30: 12, 45: 3]), (day("2027-02-03"), [30: 4])],
      mayAward: mayAward,
      request: "r"
    )
  }

  static func duesPages(_ theme: Theme) -> [SamplePage] {
    let path = Path("units", commune.key, "dues")
    return [
      SamplePage("dues-cell") {
        duesView(duesPage(rows: true, mayKeep: true), in: frame(.units, path, theme: theme))
      },
      SamplePage("dues-cell-read") {
        duesView(duesPage(rows: true, mayKeep: false), in: frame(.units, path, theme: theme))
      },
      SamplePage("dues-committee") {
        duesView(duesPage(rows: false, mayKeep: true), in: frame(.units, path, theme: theme))
      },
      SamplePage("dues-wrong") {
        var page = duesPage(rows: true, mayKeep: true, isNew: true)
        var draft = DuesPage.Draft()
        draft.ticked = Set(page.rows.map(\.person.key))
        draft.values = Dictionary(page.rows.map { ("amount-\($0.person.key)", "1,5") }) { one, _ in one }
        draft.objections = [
          Objection(.amount, .notAnAmount("1,5")), Objection(.day, .dayAhead(day("2027-01-01"))),
        ]
        page.draft = draft
        return duesView(page, in: frame(.units, path, theme: theme))
      },
      SamplePage("dues-people") {
        duesPeopleView(
          DuesPeoplePage(
            unit: commune,
            path: [province, commune],
            month: october,
            figure: "open",
            count: 6,
            rows: zip(rollRows, bases).map { row, basis in
              DuesPeoplePage.Row(
                person: row.person,
                unit: row.cell,
                category: basis?.category.rawValue,
                reckoning: reckoning(basis),
                paid: nil,
                day: nil
              )
            }
          ),
          in: frame(.units, path, theme: theme)
        )
      },
      SamplePage("dues-unpaid") {
        let rule = UnpaidRule(ShippedRules.library, on: day("2026-10-20")).clause(months: 3)
        return unpaidView(
          UnpaidPage(
            unit: commune,
            path: [province, commune],
            year: 2026,
            rule: rule.map { (3, $0) },
            count: 2,
            rows: rollRows.prefix(2).map {
              UnpaidPage.Row(person: $0.person, unit: $0.cell, months: [october, october.next])
            }
          ),
          in: frame(.units, path, theme: theme)
        )
      },
      SamplePage("dues-person") {
        personDuesView(personDues(isOwn: false), in: frame(nil, Path("people", "k", "dues"), theme: theme))
      },
      SamplePage("dues-own") {
        personDuesView(personDues(isOwn: true), in: frame(nil, Path("people", "k", "dues"), theme: theme))
      },
      SamplePage("badges") {
        badgeView(
          badgePage(mayAward: true),
          in: frame(.units, Path("units", commune.key, "badges"), theme: theme)
        )
      },
      SamplePage("badges-read") {
        badgeView(
          badgePage(mayAward: false),
          in: frame(.units, Path("units", commune.key, "badges"), theme: theme)
        )
      },
    ]
  }
}
