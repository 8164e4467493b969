import Basics
import Markup
import Phrases
import Records
import Rules

/// The balance sheet of a plan: what each unit holds before and after, and that the sums are the same.
func planSheetView(_ sight: PlanSight, _ frame: Frame) -> HTML {
  let balances: HTML =
    sight.isBalanced
    ? "<span class=\"state good\">\(Phrase.planBalancesOn(sight.outlook.day))</span>"
    : "<span class=\"state bad\">\(Phrase.planNotBalanced)</span>"
  let pages = pager(
    sight.previous,
    sight.next,
    Query(["in": sight.focus]),
    frame
  )
  return """
    <section class="panel" aria-labelledby="sheet"><header><h2 id="sheet">\(Phrase.balanceSheet)</h2>\
    <span class="aside">\(balances)</span></header>
    \(sheetTable(sight, frame.viewpoint))\
    \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
    """
}

/// The columns of the sheet: their heads and what they count.
private let sheetColumns: [(kind: PassingKind, head: Phrase)] = [
  (.official, .officialMembers), (.probationary, .probationaryMembers), (.members, .planMembers),
  (.candidates, .candidates), (.transfers, .planTransfers), (.cases, .planCases),
  (.assessments, .planAssessments), (.posts, .planPosts),
]

private func sheetTable(_ sight: PlanSight, _ viewpoint: Viewpoint) -> HTML {
  let isFirst = sight.previous == nil
  var wasAfter = !isFirst
  let foot = HTML { page in
    page.markup("<tr><th scope=\"row\">")
    page.write(Phrase.beforeEqualsAfter)
    page.markup("</th>")
    let (before, after) = (sight.outlook.totalBefore, sight.outlook.totalAfter)
    for column in sheetColumns {
      let (one, other) = (column.kind.count(before), column.kind.count(after))
      page.markup("<td class=\"num whole\">")
      page.write(Phrase.number(one))
      page.markup(one == other ? " = " : column.kind == .posts ? " → " : " ≠ ")
      page.write(Phrase.number(other))
      page.markup("</td>")
    }
    page.markup("</tr>")
  }
  return Table(
    caption: Phrase.balanceSheet.text,
    columns: [Column(Phrase.unit.text)] + sheetColumns.map { Column($0.head.text, .number) },
    rows: sight.rows.enumerated().map { (index: $0, row: $1) },
    isDense: true,
    foot: foot
  ) { item, page in
    let (line, isAfter) = (item.row.line, item.row.isAfter)
    if item.index == 0 || isAfter != wasAfter {
      page.piece("<tr class=\"part\"><th colspan=\"\(String(sheetColumns.count + 1))\" scope=\"colgroup\">")
      page.write(isAfter ? Phrase.planAfterFrom(sight.outlook.day) : .planBeforeUntil(sight.outlook.day))
      page.markup("</th></tr>\n")
      wasAfter = isAfter
    }
    page.markup("<tr><th scope=\"row\">")
    page.piece(sheetName(line, sight, isAfter: isAfter, viewpoint))
    page.markup("</th>")
    for column in sheetColumns {
      let path = sight.people(
        column.kind,
        from: isAfter ? nil : .unit(line.code),
        to: isAfter ? .unit(line.code) : nil
      )
      page.markup("<td class=\"num\">")
      page.figure(column.kind.count(line.amount), path)
      page.markup("</td>")
    }
    page.markup("</tr>\n")
  }.html
}

/// A unit of the sheet, on the day on which it stands there, and what becomes of it.
private func sheetName(
  _ line: PlanOutlook.Line,
  _ sight: PlanSight,
  isAfter: Bool,
  _ viewpoint: Viewpoint
) -> HTML {
  let day = sight.outlook.day
  let there = viewpoint.moved(to: isAfter ? day : day.adding(days: -1))
  // What is only planned has no page yet; what is done has one from its day on.
  let link = sight.link(line.code, line.unit, line.name, isNew: line.mark == .begins)
  let name: HTML = link.map { unitLink($0, there) } ?? "<bdi lang=\"vi\">\(line.name)</bdi>"
  let mark = Phrase.planMark(line.mark, isAfter: isAfter)
  let compared: HTML? =
    sight.isDone && isAfter
    ? link.map {
      """
       <a href="\(path: there.lineage($0.key))">\(Phrase.planCompare)<span class="unseen"> \(line.name)</span></a>
      """
    } : nil
  return "\(name)\(mark.text.isEmpty ? nil : " <span class=\"quiet\">(\(mark))</span>")\(compared)"
}
