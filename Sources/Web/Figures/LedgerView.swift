package import Basics
package import Markup
import Phrases

/// How a unit's roll moved over a period: opening, who came, who went, closing.
package struct MovementLedger: Sendable {
  /// One line of the ledger: why people came or went, and how many.
  package struct Movement: Sendable {
    /// The contract's name of the line, such as `transferredIn`; `transferredIn.official` of some members.
    package var code: String
    package var count: Int

    /// What it is called where it is plain whose ledger it is.
    var name: Phrase { .movement(String(code.prefix { $0 != "." })) }

    package init(_ code: String, _ count: Int) {
      self.code = code
      self.count = count
    }
  }

  package var unit: UnitLink
  /// Whom it is about, `official` or `probationary`; `nil` for all members.
  package var standing: String?
  package var from: CivilDate
  /// The first day after the period.
  package var until: CivilDate
  package var opening: Int
  package var came: [Movement]
  package var went: [Movement]
  package var closing: Int

  package init(
    unit: UnitLink,
    standing: String? = nil,
    from: CivilDate,
    until: CivilDate,
    opening: Int,
    came: [Movement],
    went: [Movement],
    closing: Int
  ) {
    self.unit = unit
    self.standing = standing
    self.from = from
    self.until = until
    self.opening = opening
    self.came = came
    self.went = went
    self.closing = closing
  }

  /// The last day of the period.
  package var last: CivilDate { until.adding(days: -1) }

  /// The figure its opening and its closing are.
  var headcount: String { standing.map { "members." + $0 } ?? "members.total" }

  /// By how many people opening, movements and closing differ; 0 when the ledger balances.
  package var difference: Int {
    let arrivals = came.reduce(0) { $0 + $1.count }
    let departures = went.reduce(0) { $0 + $1.count }
    return opening + arrivals - departures - closing
  }
}

/// The ledger as a strip, with its closing under a double rule.
///
/// An unbalanced one says so first.
func ledgerView(_ ledger: MovementLedger, _ viewpoint: Viewpoint, balance: Phrase? = nil) -> HTML {
  """
  \(imbalance(ledger))
  <dl class="ledger" aria-label="\(Phrase.ledgerOf(ledger.from, ledger.last))">
  <div class="end"><dt>\(Phrase.membersBefore(ledger.from))</dt>\
  <dd>\(figureLink(ledger.opening, opening(ledger, viewpoint)))</dd></div>
  \(ledger.came, { movement($0, "+", ledger, viewpoint) })
  \(ledger.went, { movement($0, "−", ledger, viewpoint) })
  <div class="end closing"><dt>= \(Phrase.membersOn(ledger.last))</dt>\
  <dd>\(figureLink(ledger.closing, closing(ledger, viewpoint)))</dd></div>
  </dl>
  """
}

private func imbalance(_ ledger: MovementLedger) -> HTML? {
  let difference = abs(ledger.difference)
  guard difference > 0 else { return nil }
  return """
    <div class="message refused" role="alert"><p><b>\(Phrase.outOfBalance(difference))</b></p>\
    <p>\(Phrase.outOfBalanceMeaning)</p></div>
    """
}

private func movement(
  _ movement: MovementLedger.Movement,
  _ sign: StaticString,
  _ ledger: MovementLedger,
  _ viewpoint: Viewpoint
) -> HTML {
  let path = line(movement.code, ledger, viewpoint)
  return """
    <div class="\(sign.utf8CodeUnitCount == 1 ? "came" as HTML : "went")">\
    <dt>\(movement.name)</dt>\
    <dd><span class="sign">\(HTML(stringLiteral: sign))</span>\(figureLink(movement.count, path))</dd></div>
    """
}

private func line(_ code: String, _ ledger: MovementLedger, _ viewpoint: Viewpoint) -> Path {
  viewpoint.figure("ledger." + code, of: ledger.unit.key, from: ledger.from, until: ledger.until)
}

private func opening(_ ledger: MovementLedger, _ viewpoint: Viewpoint) -> Path {
  viewpoint.figure(ledger.headcount, of: ledger.unit.key, on: ledger.from.adding(days: -1))
}

private func closing(_ ledger: MovementLedger, _ viewpoint: Viewpoint) -> Path {
  viewpoint.figure(ledger.headcount, of: ledger.unit.key, on: ledger.last)
}

/// The ledger of a unit and of each unit directly below it, one row each.
package struct LedgerPage: Sendable {
  package var unit: UnitLink
  package var path: [UnitLink]
  package var total: MovementLedger
  package var below: [MovementLedger]

  package init(unit: UnitLink, path: [UnitLink], total: MovementLedger, below: [MovementLedger]) {
    self.unit = unit
    self.path = path
    self.total = total
    self.below = below
  }
}

package func ledgerPageView(_ model: LedgerPage, in frame: Frame) -> HTML {
  let title = Phrase.ledgerOf(model.total.from, model.total.last)
  let movements =
    model.total.came.map { "+ \($0.name)" }
    + model.total.went.map { "− \($0.name)" }
  let columns =
    [Column(Phrase.unit.text), Column(Phrase.membersBefore(model.total.from).text, .number)]
    + movements.map { Column($0, .number) }
    + [Column(Phrase.membersOn(model.total.last).text, .number)]
  let table = Table(
    caption: title.text,
    columns: columns,
    rows: model.below,
    isDense: true,
    foot: HTML { ledgerRow(model.total, frame.viewpoint, isFoot: true, into: &$0) }
  ) { ledger, page in ledgerRow(ledger, frame.viewpoint, isFoot: false, into: &page) }
  return page(
    frame,
    title: Phrase(verbatim: "\(model.unit.name), \(title)"),
    isLandscape: true,
    content: """
      \(paperHead(model.unit, path: model.path + [model.unit], frame))
      <div class="heading"><div>\(crumbs(model.path, frame.viewpoint))<h1>\(model.unit.name)</h1>\
      <p>\(title)</p></div></div>
      \(standings(model.total, frame))
      \(ledgerView(model.total, frame.viewpoint))
      <section class="panel" aria-label="\(title)">\(table.html)</section>
      """
  )
}

/// All members, the official, those on probation: the same ledger of each.
private func standings(_ ledger: MovementLedger, _ frame: Frame) -> HTML {
  let choices: [(standing: String?, name: Phrase)] = [
    (nil, .allMembers), ("official", .figure("members.official")),
    ("probationary", .figure("members.probationary")),
  ]
  return """
    <nav class="chips" aria-label="\(Phrase.ledgerOfWhom)">\(choices, { choice($0.standing, $0.name, ledger, frame) })</nav>
    """
}

private func choice(_ standing: String?, _ name: Phrase, _ ledger: MovementLedger, _ frame: Frame) -> HTML {
  let isCurrent = standing == ledger.standing
  var query = frame.query.without("standing")
  if let standing { query.append("standing", standing) }
  return """
    <a class="\(isCurrent ? "chip on" : "chip" as HTML)" href="\(path: frame.here(query))"\
    \(attribute: "aria-current", isCurrent ? "true" : nil)>\(name)</a>
    """
}

private func ledgerRow(
  _ ledger: MovementLedger,
  _ viewpoint: Viewpoint,
  isFoot: Bool,
  into page: inout HTML.Writer
) {
  page.markup(ledger.difference == 0 ? "<tr><th scope=\"row\">" : "<tr class=\"wrong\"><th scope=\"row\">")
  if isFoot {
    page.write(Phrase.total)
  } else {
    page.unit(ledger.unit, viewpoint)
  }
  page.markup("</th><td class=\"num\">")
  page.figure(ledger.opening, opening(ledger, viewpoint))
  for movement in ledger.came + ledger.went {
    page.markup("</td><td class=\"num\">")
    page.figure(movement.count, line(movement.code, ledger, viewpoint))
  }
  page.markup("</td><td class=\"num closing\">")
  page.figure(ledger.closing, closing(ledger, viewpoint))
  page.markup("</td></tr>\n")
}
