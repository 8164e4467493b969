import Basics
import Markup
import Phrases
import Rules
import Web

/// Every page of the site, made from the sample province: what tests check and what one looks at.
struct SamplePage: Sendable, CustomStringConvertible {
  var name: String
  var make: @Sendable () -> HTML

  init(_ name: String, _ make: @escaping @Sendable () -> HTML) {
    self.name = name
    self.make = make
  }

  var description: String { name }

  func html(in language: Language) -> HTML {
    Language.$current.withValue(language) { make() }
  }
}

extension Sample {
  static let pastDay = day("2024-12-31")
  static let planDay = day("2026-12-01")

  static func pages(theme: Theme = .system) -> [SamplePage] {
    [
      SamplePage("sign-in") { signInView(SignIn(organisation: province.name, token: "t")) },
      SamplePage("sign-in-wrong") {
        signInView(
          SignIn(
            organisation: province.name,
            notice: .wrong(triesLeft: 3),
            account: "lthu.ha",
            back: "/units/01J8?on=2024-12-31",
            token: "t"
          )
        )
      },
      SamplePage("sign-in-paused") {
        signInView(SignIn(organisation: province.name, notice: .paused(minutes: 9), account: "x", token: "t"))
      },
      SamplePage("board") { boardView(board, in: frame(.board, Path(), theme: theme)) },
      SamplePage("board-unbalanced") {
        var board = board
        board.ledger.closing += 3
        return boardView(board, in: frame(.board, Path(), theme: theme))
      },
      SamplePage("unit") {
        unitView(unitPage(past: false), in: frame(.units, Path("units", commune.key), theme: theme))
      },
      SamplePage("unit-past") {
        unitView(
          unitPage(past: true),
          in: frame(.units, Path("units", commune.key), on: pastDay, theme: theme)
        )
      },
      SamplePage("unit-plan") {
        unitView(
          unitPage(past: false),
          in: frame(.units, Path("units", commune.key), on: planDay, theme: theme)
        )
      },
      SamplePage("roll") { rollView(roll(), in: frame(.roll, rollPath, theme: theme)) },
      SamplePage("roll-found") {
        rollView(
          roll(
            searching: "hanh",
            filters: [RollFilter(.sex, "F")],
            rows: rollRows.filter { $0.person.name.hasSuffix("Hạnh") || $0.person.name.hasSuffix("Hành") }
          ),
          in: frame(.roll, rollPath, query: Query(["q": "hanh", "sex": "F"]), theme: theme)
        )
      },
      SamplePage("roll-none") {
        rollView(
          roll(searching: "xyz", filters: [RollFilter(.ethnicity, "Mông")], rows: []),
          in: frame(.roll, rollPath, query: Query(["q": "xyz", "ethnicity": "Mông"]), theme: theme)
        )
      },
      SamplePage("roll-saved") {
        var roll = roll(searching: "", filters: [RollFilter(.role, "temporary")])
        roll.saved = savedRolls
        return rollView(roll, in: frame(.roll, rollPath, query: Query(["role": "temporary"]), theme: theme))
      },
      SamplePage("roll-sheet") {
        rollSheetView(rollSheet, in: frame(.roll, rollPath, query: Query(["print": "all"]), theme: theme))
      },
      SamplePage("filters") {
        filterDeskView(
          FilterDesk(unit: commune, path: [province, commune], saved: savedRolls),
          in: frame(.roll, Path("units", commune.key, "filters"), theme: theme)
        )
      },
      SamplePage("filters-refused") {
        let draft = FilterDesk.Draft(
          key: nil,
          name: "",
          query: Query(["sex": "F"]),
          isForUnit: true,
          Refused(.name, .blank)
        )
        return filterDeskView(
          FilterDesk(unit: commune, path: [province, commune], saved: [], draft: draft),
          in: frame(.roll, Path("units", commune.key, "filters"), theme: theme)
        )
      },
      SamplePage("person-own") {
        personView(ownFile, in: frame(.roll, Path("people", person.person.key), theme: theme))
      },
      SamplePage("looks") {
        looksPageView(ownFile, in: frame(.roll, Path("people", person.person.key, "looks"), theme: theme))
      },
      SamplePage("person") {
        personView(person, in: frame(.roll, Path("people", person.person.key), theme: theme))
      },
      SamplePage("figure-people") {
        figureView(figureOfPeople, in: frame(.board, figurePath, theme: theme))
      },
      SamplePage("figure-units") { figureView(figureOfUnits, in: frame(.board, figurePath, theme: theme)) },
      SamplePage("figure-zero") { figureView(emptyFigure, in: frame(.board, figurePath, theme: theme)) },
      SamplePage("ledger") {
        ledgerPageView(
          LedgerPage(unit: province, path: [], total: ledger, below: [unitPage(past: false).ledger]),
          in: frame(.board, Path("units", province.key, "ledger"), theme: theme)
        )
      },
      SamplePage("journal") { journalView(journal, in: frame(.journal, Path("journal"), theme: theme)) },
      SamplePage("journal-broken") {
        var journal = journal
        journal.chain = .breaks(at: 31_007)
        return journalView(journal, in: frame(.journal, Path("journal"), theme: theme))
      },
      SamplePage("entry") {
        entryView(entry, in: frame(.journal, Path("journal", "48213"), theme: theme))
      },
      SamplePage("entry-sealed") {
        var sealed = entry
        sealed.payload = nil
        sealed.annulledBy = 48_214
        return entryView(sealed, in: frame(.journal, Path("journal", "48213"), theme: theme))
      },
      SamplePage("decision") {
        decisionPageView(decisionPage, in: frame(nil, Path("decisions", "k"), theme: theme))
      },
      SamplePage("find") { findView(findings, in: frame(nil, Path("find"), theme: theme)) },
      SamplePage("find-none") {
        findView(
          Findings(search: "<b>không", people: [], units: [], decisions: []),
          in: frame(nil, Path("find"), theme: theme)
        )
      },
      SamplePage("not-found") { notFoundView(in: frame(nil, Path("x"), theme: theme)) },
      SamplePage("not-yours") { notYoursView(in: frame(nil, Path("x"), theme: theme)) },
      SamplePage("failed") { failureView(request: "01J8Q4M3T5V9K", in: frame(nil, Path("x"), theme: theme)) },
      SamplePage("failed-unknown") { failureView(request: "01J8Q4M3T5V9K") },
      SamplePage("refused") {
        refusedView([Phrase(verbatim: "12-QĐ/ĐU < 3")], in: frame(nil, Path("x"), theme: theme))
      },
      SamplePage("unit-absent") {
        unitAbsentView(
          commune,
          existence: span("1996-02-03", "2025-07-01"),
          in: frame(
            .units,
            Path("units", commune.key),
            on: day("1990-01-01"),
            known: Viewpoint.Known(sequence: 411, moment: made),
            theme: theme,
            message: Message(.done, "Đã ghi.", detail: "Entry 48 214")
          )
        )
      },
    ] + duesPages(theme)
  }

  static let rollPath = Path("units", commune.key, "roll")
  static let figurePath = Path("units", province.key, "figures", "ledger.admitted")

  static var findings: Findings {
    Findings(
      search: "hanh",
      people: rollRows.prefix(8).map { .init(person: $0.person, unit: $0.cell) },
      units: committees.prefix(5).map {
        CountedUnit(unit: $0.unit, kind: $0.kind, parent: province, members: $0.counts.total)
      },
      decisions: [decision]
    )
  }
}
