import Basics
import Markup
import Phrases

/// A unit in a table of units: what it is and its figures on the day shown.
package struct UnitRow: Sendable {
  package var unit: UnitLink
  package var kind: String
  package var sector: String?
  package var counts: MemberCounts
  /// Admitted since the beginning of the period of the page's ledger.
  package var admitted: Int
  /// The members a year ago, at the last ends of months, and on the day; empty when not looked at.
  package var trend: [Int]

  package init(
    unit: UnitLink,
    kind: String,
    sector: String?,
    counts: MemberCounts,
    admitted: Int,
    trend: [Int] = []
  ) {
    self.unit = unit
    self.kind = kind
    self.sector = sector
    self.counts = counts
    self.admitted = admitted
    self.trend = trend
  }
}

/// How many members a unit has on a day, and of what standing.
package struct MemberCounts: Sendable {
  package var total: Int
  package var official: Int
  package var probationary: Int
  package var women: Int

  package init(total: Int, official: Int, probationary: Int, women: Int) {
    self.total = total
    self.official = official
    self.probationary = probationary
    self.women = women
  }

  static func + (one: MemberCounts, other: MemberCounts) -> MemberCounts {
    MemberCounts(
      total: one.total + other.total,
      official: one.official + other.official,
      probationary: one.probationary + other.probationary,
      women: one.women + other.women
    )
  }
}

/// By which column a table of units runs, and which way.
package struct UnitOrder: Sendable {
  /// The columns a table of units can run by, as they stand in the address.
  package enum Key: String, CaseIterable, Sendable {
    case name
    case members
    case official
    case probationary
    case women
    case admitted
  }

  package var key: Key
  package var isDescending: Bool

  package init(_ key: Key = .name, isDescending: Bool = false) {
    self.key = key
    self.isDescending = isDescending
  }
}

/// The table of the units below: its figures open, its heads sort, its foot sums.
struct UnitTable {
  var caption: Phrase
  var rows: [UnitRow]
  var order: UnitOrder
  var frame: Frame
  /// The unit above, whose figures the foot opens.
  var parent: UnitLink
  /// The figures of the unit above itself, with those whose home it is: what the rows need not sum to.
  var total: MemberCounts
  var from: CivilDate
  var until: CivilDate
  var admitted: Int
  /// The members of the unit above itself over the last year.
  var trend: [Int] = []
  var showsKind: Bool

  var html: HTML {
    var columns = [column(.unit, .name, .start)]
    if showsKind { columns.append(Column(Phrase.kind.text)) }
    columns += [
      column(.members, .members, .number),
      column(.official, .official, .number),
      column(.probationary, .probationary, .number),
      column(.women, .women, .number),
      Column(Phrase.womenShare.text),
      column(.admittedThisYear, .admitted, .number),
    ]
    if showsTrend { columns += [Column(Phrase.lastYear.text), Column(Phrase.sinceYearAgo.text, .number)] }
    return Table(caption: caption.text, columns: columns, rows: rows, foot: foot) { row, page in
      write(row, into: &page)
    }.html
  }

  private func column(_ title: Phrase, _ key: UnitOrder.Key, _ side: Column.Side) -> Column {
    let isCurrent = order.key == key
    let descends = isCurrent ? !order.isDescending : key != .name
    var query = frame.query.without("sort", "way")
    query.append("sort", key.rawValue)
    if descends { query.append("way", "down") }
    return Column(
      title.text,
      side,
      sort: frame.here(query),
      order: isCurrent ? (order.isDescending ? .descending : .ascending) : .unsorted
    )
  }

  private func write(_ row: UnitRow, into page: inout HTML.Writer) {
    let viewpoint = frame.viewpoint
    page.markup("<tr><th scope=\"row\">")
    page.unit(row.unit, viewpoint)
    page.markup("</th>")
    if showsKind {
      page.markup("<td class=\"quiet\">")
      page.write(row.sector.map { Phrase.sector($0) } ?? Phrase.unitKindShort(row.kind))
      page.markup("</td>")
    }
    numbers(row.counts, of: row.unit, admitted: row.admitted, into: &page)
    if showsTrend { write(row.trend, of: row.unit, into: &page) }
    page.markup("</tr>\n")
  }

  private func numbers(
    _ counts: MemberCounts,
    of unit: UnitLink,
    admitted: Int,
    into page: inout HTML.Writer
  ) {
    let viewpoint = frame.viewpoint
    page.markup("<td class=\"num\">")
    page.figure(counts.total, viewpoint.figure("members.total", of: unit.key))
    page.markup("</td><td class=\"num\">")
    page.figure(counts.official, viewpoint.figure("members.official", of: unit.key))
    page.markup("</td><td class=\"num\">")
    page.figure(counts.probationary, viewpoint.figure("members.probationary", of: unit.key))
    page.markup("</td><td class=\"num\">")
    page.figure(counts.women, viewpoint.figure("members.women", of: unit.key))
    let share = Phrase.percent(counts.women, of: counts.total).text
    page.markup("</td><td class=\"shared\"><span>")
    page.text(share)
    page.markup("</span>")
    page.piece(Chart.share(counts.women, of: counts.total, sentence: "\(Phrase.women): \(share)").html)
    page.markup("</td><td class=\"num\">")
    page.figure(admitted, viewpoint.figure("members.admitted", of: unit.key, from: from, until: until))
    page.markup("</td>")
  }

  private var showsTrend: Bool { rows.contains { !$0.trend.isEmpty } }

  /// The line of the last year, and the change on a year ago, which opens to who came and went.
  private func write(_ trend: [Int], of unit: UnitLink, into page: inout HTML.Writer) {
    guard let first = trend.first, let last = trend.last else {
      page.markup("<td></td><td></td>")
      return
    }
    let sentence = Phrase.sparkSentence(first, last).text
    page.markup("<td>")
    page.piece(Chart.spark(UnitTable.shares(trend), within: scale, sentence: sentence).html)
    page.markup("</td><td class=\"num\">")
    let yearAgo = frame.viewpoint.on.adding(months: -12)
    page.change(last - first, frame.viewpoint.comparison(of: "members.total", unit.key, against: yearAgo))
    page.markup("</td>")
  }

  /// Each value in thousandths of the last one, so that small units and large ones have one scale.
  private static func shares(_ trend: [Int]) -> [Int] {
    let whole = max(trend.last ?? 0, 1)
    return trend.map { $0 * 1000 / whole }
  }

  /// The one scale of the column: never finer than a twentieth around, nor coarser than a half.
  private var scale: ClosedRange<Int> {
    let shares = rows.flatMap { UnitTable.shares($0.trend) }
    return max(min(shares.min() ?? 1000, 950), 500)...min(max(shares.max() ?? 1000, 1050), 1500)
  }

  private var foot: HTML {
    HTML(reserving: 1024) { page in
      page.markup("<tr><th scope=\"row\">")
      page.write(Phrase.total)
      page.markup("</th>")
      if showsKind { page.markup("<td></td>") }
      numbers(total, of: parent, admitted: admitted, into: &page)
      if showsTrend { write(trend, of: parent, into: &page) }
      page.markup("</tr>")
    }
  }
}
