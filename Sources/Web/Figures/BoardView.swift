package import Basics
package import Markup
import Phrases

/// The situation of a unit and of what stands directly below it, on the day shown.
package struct Board: Sendable {
  /// How many units of each kind stand below.
  package struct UnitCounts: Sendable {
    package var superiorCommittees: Int
    package var baseOrganisations: Int
    package var baseCommittees: Int
    package var baseCells: Int
    package var cells: Int

    package init(
      superiorCommittees: Int,
      baseOrganisations: Int,
      baseCommittees: Int,
      baseCells: Int,
      cells: Int
    ) {
      self.superiorCommittees = superiorCommittees
      self.baseOrganisations = baseOrganisations
      self.baseCommittees = baseCommittees
      self.baseCells = baseCells
      self.cells = cells
    }
  }

  /// Admissions of one month.
  package struct Month: Sendable {
    package var from: CivilDate
    package var until: CivilDate
    package var admitted: Int

    package init(from: CivilDate, until: CivilDate, admitted: Int) {
      self.from = from
      self.until = until
      self.admitted = admitted
    }
  }

  package var unit: UnitLink
  package var units: UnitCounts
  package var counts: MemberCounts
  package var ledger: MovementLedger
  /// Whether each unit below was found to balance too; `nil` when that was not looked at.
  package var balancesBelow: Bool?
  package var rows: [UnitRow]
  package var order: UnitOrder
  /// How many units below have no secretary; `nil` where no units stand below.
  package var vacancies: Int?
  /// The members of the unit itself over the last year.
  package var trend: [Int]
  package var months: [Month]
  /// What waits before admissions and recognitions; `nil` where the reader sees no people.
  package var duties: Duties?
  /// Who leads, where the unit is a cell: its page tells of people.
  var cell: CellFront?

  package init(
    unit: UnitLink,
    units: UnitCounts,
    counts: MemberCounts,
    ledger: MovementLedger,
    balancesBelow: Bool?,
    rows: [UnitRow],
    order: UnitOrder = UnitOrder(),
    vacancies: Int? = nil,
    trend: [Int] = [],
    months: [Month]
  ) {
    self.unit = unit
    self.units = units
    self.counts = counts
    self.ledger = ledger
    self.balancesBelow = balancesBelow
    self.rows = rows
    self.order = order
    self.vacancies = vacancies
    self.trend = trend
    self.months = months
  }

  var admitted: Int { ledger.came.first { $0.code == "admitted" }?.count ?? 0 }
}

/// The situation board.
package func boardView(_ board: Board, in frame: Frame) -> HTML {
  if let cell = board.cell { return cellBoardView(board, cell, in: frame) }
  let viewpoint = frame.viewpoint
  // Whoever does the work of a cell begins with what waits for them.
  let duties = board.duties.flatMap { dutiesView($0, board.unit, frame) }
  return page(
    frame,
    title: .situationBoard,
    content: """
      <div class="heading"><div><h1>\(Phrase.situationBoard)</h1>\(unitCounts(board, viewpoint))</div>
      <div class="actions"><button class="button" type="button" data-print hidden>\(Phrase.printBoard)\
      </button></div></div>
      \(frame.viewer.isAtHand ? duties : nil)
      <section class="group" aria-label="\(Phrase.ledger)">
      \(ledgerView(board.ledger, viewpoint))
      \(balanceLine(board, viewpoint))
      </section>
      \(frame.viewer.isAtHand ? nil : duties)
      \(columns(board, frame))
      """
  )
}

/// The table and the drawings: beside a long table, else the widest of them below a short one.
private func columns(_ board: Board, _ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let (mosaic, composition) = (mosaicView(board, viewpoint), compositionView(board, viewpoint))
  let isShort = board.rows.count < 12
  let months = monthsView(board, viewpoint, width: isShort ? 920 : 360)
  guard isShort else {
    return """
      <div class="columns wide-narrow">\(table(board, frame))
      <div class="stack">\(mosaic)\(months)\(composition)</div></div>
      """
  }
  return """
    <div class="columns wide-narrow"><div class="stack">\(table(board, frame))\(months)</div>
    <div class="stack">\(mosaic)\(composition)</div></div>
    """
}

/// What stands below, kind by kind; a kind that is not there is not named, but grassroots units always are.
private func unitCounts(_ board: Board, _ viewpoint: Viewpoint) -> HTML {
  let units = board.units
  func count(_ number: Int, _ code: String, _ kind: String) -> HTML {
    let words = Phrase.unitCount(number, kind).text
    let name = words.drop { !$0.isWhitespace }
    return "\(figureLink(number, viewpoint.figure(code, of: board.unit.key)))\(String(name))"
  }
  let superior: HTML? =
    units.superiorCommittees > 0
    ? "\(count(units.superiorCommittees, "units.superiorCommittees", "superiorCommittee")), " : nil
  return """
    <p class="lead"><bdi lang="vi">\(board.unit.name)</bdi>: \(superior)\
    \(figureLink(units.baseOrganisations, viewpoint.figure("units.baseOrganisations", of: board.unit.key))) \
    \(Phrase.baseOrganisationsWord(units.baseOrganisations)) \
    (\(count(units.baseCommittees, "units.baseCommittees", "baseCommittee")), \
    \(count(units.baseCells, "units.baseCells", "baseCell"))), \
    \(count(units.cells, "units.cells", "cell")).</p>
    """
}

private func balanceLine(_ board: Board, _ viewpoint: Viewpoint) -> HTML {
  """
  <p class="balance">\(balanceState(board))<span>\(countsLine(board.counts, board.unit, viewpoint))</span>\
  \(board.vacancies.map { vacancies($0, board.unit, viewpoint) })\
  <a class="push" href="\(path: viewpoint.ledger(
    board.unit.key,
    from: board.ledger.from,
    until: board.ledger.until
  ))">\(Phrase.sameLedgerBelow)</a></p>
  """
}

/// How many units have no secretary, which opens to them.
func vacancies(_ count: Int, _ unit: UnitLink, _ viewpoint: Viewpoint) -> HTML {
  let words: HTML = "\(Phrase.vacanciesBelow) \(figureLink(count, viewpoint.vacancies(unit.key)))"
  return count == 0 ? "<span>\(words)</span>" : "<span class=\"state watch\"><span>\(words)</span></span>"
}

private func balanceState(_ board: Board) -> HTML? {
  guard board.ledger.difference == 0, let below = board.balancesBelow else { return nil }
  return below
    ? "<span class=\"state good\">\(Phrase.balancesBelow(board.rows.count))</span>"
    : "<span class=\"state bad\">\(Phrase.notBalancedBelow)</span>"
}

/// Official, probationary and women, each opening.
func countsLine(_ counts: MemberCounts, _ unit: UnitLink, _ viewpoint: Viewpoint) -> HTML {
  """
  \(Phrase.official) \(figureLink(counts.official, viewpoint.figure("members.official", of: unit.key))) · \
  \(Phrase.probationary) \
  \(figureLink(counts.probationary, viewpoint.figure("members.probationary", of: unit.key))) · \
  \(Phrase.women) \(figureLink(counts.women, viewpoint.figure("members.women", of: unit.key))) \
  (\(Phrase.percent(counts.women, of: counts.total)))
  """
}

private func table(_ board: Board, _ frame: Frame) -> HTML {
  let table = UnitTable(
    caption: .unitsBelow,
    rows: board.rows,
    order: board.order,
    frame: frame,
    parent: board.unit,
    total: board.counts,
    from: board.ledger.from,
    until: board.ledger.until,
    admitted: board.admitted,
    trend: board.trend,
    showsKind: false
  )
  return """
    <section class="panel" aria-labelledby="below"><header><h2 id="below">\(Phrase.unitsBelow)</h2>\
    <span class="aside">\(Phrase.number(board.rows.count))</span></header>
    \(board.rows.isEmpty ? emptyView(.noUnitsBelow, why: .rollEmptyMeaning) : table.html)
    \(keyHints())</section>
    """
}

/// The keys of a table, under it, for those who have a keyboard.
func keyHints() -> HTML {
  """
  <footer class="hints"><span><kbd>j</kbd> <kbd>k</kbd> \(Phrase.keyRows)</span> \
  <span><kbd>Enter</kbd> \(Phrase.keyOpen)</span> <span><kbd>d</kbd> \(Phrase.keyDay)</span> \
  <span><kbd>?</kbd> \(Phrase.keyAll)</span></footer>
  """
}

private func monthsView(_ board: Board, _ viewpoint: Viewpoint, width: Int) -> HTML? {
  guard let first = board.months.first else { return nil }
  let most = board.months.map(\.admitted).max() ?? 0
  let bars = board.months.map { month in
    Bar(
      month.admitted,
      label: Phrase.month(month.from.parts.month).text,
      amountLabel: Phrase.number(month.admitted).text,
      path: viewpoint.figure("members.admitted", of: board.unit.key, from: month.from, until: month.until),
      isMarked: month.admitted == most && most > 0
    )
  }
  let sum = board.months.reduce(0) { $0 + $1.admitted }
  let year = first.from.year
  return """
    <section class="panel" aria-labelledby="admitted"><header><h2 id="admitted">\(Phrase.admittedByMonth)</h2>\
    <span class="aside">\(figureLink(sum, viewpoint.figure(
      "members.admitted",
      of: board.unit.key,
      from: board.ledger.from,
      until: board.ledger.until
    ))) \(Phrase.inYear(year))</span></header>
    <div class="inside">\
    \(Chart.bars(bars, width: width, sentence: Phrase.admittedSentence(sum, year).text).html)</div></section>
    """
}
