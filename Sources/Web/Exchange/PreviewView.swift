import Basics
import Markup
import Phrases
import Records
import Rules

/// What bringing in some lists would do: the numbers, what stands in the way, what would be written.
func previewView(
  _ sheet: JobSheet,
  _ summary: PreviewSummary,
  _ problems: [[String]],
  _ warnings: [[String]],
  _ commit: JobLine?,
  _ entry: Int?,
  in frame: Frame
) -> HTML {
  let key = sheet.line.key
  return """
    \(summary.wasMoved
      ? messageView(Message(.warning, Phrase.previewMoved.text, detail: Phrase.previewMovedMeaning.text)) : nil)
    \(numbers(summary, key))
    \(verdict(sheet, summary, commit, entry, frame))
    \(group("problems", .problemsOf(summary.problems), problems, summary.problems, key, problemTable))
    \(sheet.refused.isEmpty ? nil : files(.refusedRows, sheet.refused, "refused", sheet))
    \(group("warnings", .warnings, warnings, summary.warnings, key, warningTable))
    \(sheet.sent.isEmpty ? "<p class=\"quiet\">\(Phrase.filesGone)</p>" : files(.filesSent, sheet.sent, HandedLists.part, sheet))
    """
}

/// Rows read, sound, new, refused: each number that has rows behind it opens to them.
private func numbers(_ summary: PreviewSummary, _ key: String) -> HTML {
  """
  <dl class="standing">
  <div class="end"><dt>\(Phrase.rowsRead)</dt><dd>\(Phrase.number(summary.read))</dd></div>
  <div><dt>\(Phrase.rowsAccepted)</dt><dd>\(Phrase.number(summary.accepted))</dd></div>
  <div><dt>\(Phrase.rowsRefused)</dt><dd>\(opening(summary.refused, summary.problems > 0, key, "problems"))</dd></div>
  <div><dt>\(Phrase.rowsWarned)</dt><dd>\(opening(summary.warnings, summary.warnings > 0, key, "warnings"))</dd></div>
  <div><dt>\(Phrase.rowsSame)</dt><dd>\(Phrase.number(summary.same))</dd></div>
  \(summary.lists, { list in
    "<div><dt>\(Phrase.newRows(Phrase.list(list.list).text))</dt><dd>\(opening(list.count, list.count > 0, key, "new-" + list.list))</dd></div>"
  })
  </dl>
  """
}

private func opening(_ count: Int, _ opens: Bool, _ key: String, _ part: String) -> HTML {
  guard opens else { return "\(Phrase.number(count))" }
  return "<a class=\"figure\" href=\"\(path: .job(key, "rows", part))\">\(Phrase.number(count))</a>"
}

/// What can be done now, and by which button.
private func verdict(
  _ sheet: JobSheet,
  _ summary: PreviewSummary,
  _ commit: JobLine?,
  _ entry: Int?,
  _ frame: Frame
) -> HTML {
  if let commit, let entry {
    return """
      \(messageView(Message(.done, Phrase.listsTaken(summary.new).text)))
      <p><a href="\(path: frame.viewpoint.entry(entry))">\(Phrase.listsTakenIn(entry))</a> · \
      <a href="\(path: .job(commit.key))">\(Phrase.jobKind(commit.kind))</a></p>
      """
  }
  if let commit, !commit.state.isOver {
    return """
      <div class="actions"><a class="button primary" href="\(path: .job(commit.key))">\(Phrase.seeProgress)</a></div>
      """
  }
  let isWhole = summary.refused == 0 && summary.problems == 0
  let said: HTML =
    if !isWhole {
      messageView(
        Message(
          .refused,
          Phrase.nothingTaken(summary.refused).text,
          detail: Phrase.nothingTakenMeaning(offersRest: summary.new > 0).text
        )
      )
    } else if summary.read == 0 {
      messageView(Message(.warning, Phrase.noRows.text, detail: Phrase.noRowsMeaning.text))
    } else if summary.new == 0 {
      messageView(Message(.done, Phrase.allKnown.text))
    } else {
      messageView(Message(.done, Phrase.allSound.text, detail: Phrase.allSoundMeaning.text))
    }
  guard summary.new > 0, !sheet.sent.isEmpty else { return said }
  return """
    \(said)
    <form class="actions" method="post" action="\(path: .job(sheet.line.key, "import"))">\
    \(Form.hidden("token", frame.viewer.token))\(isWhole ? nil : Form.hidden("valid", "yes"))\
    \(isWhole
      ? "<button class=\"button primary\">\(Phrase.bringIn(summary.new))</button>"
      : "<button class=\"button\">\(Phrase.bringInValid(summary.new))</button>" as HTML)</form>
    """
}

private func group(
  _ part: String,
  _ title: Phrase,
  _ lines: [[String]],
  _ count: Int,
  _ key: String,
  _ table: ([[String]]) -> HTML
) -> HTML? {
  guard !lines.isEmpty else { return nil }
  let more: HTML? =
    count > lines.count
    ? "<a class=\"aside\" href=\"\(path: .job(key, "rows", part))\">\(Phrase.seeAll(count))</a>" : nil
  return """
    <section class="panel" aria-labelledby="\(part)"><header><h2 id="\(part)">\(title)</h2>\(more)</header>\
    \(table(lines))</section>
    """
}

private func files(_ title: Phrase, _ names: [String], _ part: String, _ sheet: JobSheet) -> HTML {
  """
  <section class="group" aria-labelledby="files-\(part)"><header><h2 id="files-\(part)">\(title)</h2>\
  <span class="aside">\(sheet.filesUntil.map { Phrase.filesUntil(momentText($0)).text } ?? "")</span></header>
  <div class="actions">\(names, { name in
    "<a class=\"button\" href=\"\(path: .job(sheet.line.key, "files", part).with("name", name))\" download>\(name)</a>"
  })</div></section>
  """
}

// MARK: Tables

/// What was found of one kind, a page at a time.
func previewRowsView(_ rows: PreviewRows, in frame: Frame) -> HTML {
  let list = rows.part.hasPrefix("new-") ? ListKind(rawValue: String(rows.part.dropFirst(4))) : nil
  let title: Phrase =
    list.map { .newRows(Phrase.list($0.rawValue).text) } ?? (rows.part == "warnings" ? .warnings : .problems)
  let table =
    list.map { newTable(rows.lines, $0) }
    ?? (rows.part == "warnings" ? warningTable(rows.lines) : problemTable(rows.lines))
  let here = Path.job(rows.key, "rows", rows.part)
  let pager = pager(
    previous: rows.page > 0 ? here.with("page", rows.page) : nil,
    next: (rows.page + 1) * LineFile.page < rows.count ? here.with("page", rows.page + 2) : nil
  )
  let first = rows.page * LineFile.page + 1
  return page(
    frame,
    title: title,
    isLandscape: true,
    content: """
      <div class="heading"><div>\(jobCrumbs(rows.key, .jobKind("importPreview")))<h1>\(title)</h1>\
      <p>\(Phrase.countedOf(first, nil))–\(Phrase.countedOf(first + rows.lines.count - 1, rows.count))</p></div></div>
      <section class="panel" aria-label="\(title)">\(table)\
      \(pager.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      """
  )
}

private func problemTable(_ lines: [[String]]) -> HTML {
  let columns = [
    Column(Phrase.listColumn.text), Column(Phrase.rowColumn.text, .number), Column(Phrase.columnColumn.text),
    Column(Phrase.writtenColumn.text), Column(Phrase.reasonColumn.text),
  ]
  return Table(caption: Phrase.problems.text, columns: columns, rows: lines, isDense: true) { line, page in
    guard line.count > 4 else { return }
    place(line, into: &page)
    page.markup("<td>")
    page.text(line[3])
    page.markup("</td><td class=\"reason\">")
    page.text(Spoken.mine(Array(line[4...])))
    page.markup("</td></tr>\n")
  }.html
}

private func warningTable(_ lines: [[String]]) -> HTML {
  let columns = [
    Column(Phrase.listColumn.text), Column(Phrase.rowColumn.text, .number), Column(Phrase.columnColumn.text),
    Column(Phrase.adviceColumn.text),
  ]
  return Table(caption: Phrase.warnings.text, columns: columns, rows: lines, isDense: true) { line, page in
    guard line.count > 3 else { return }
    place(line, into: &page)
    page.markup("<td class=\"reason\">")
    page.text(Spoken.mine(Array(line[3...])))
    page.markup("</td></tr>\n")
  }.html
}

/// List, row and column, as they stand at the beginning of a line.
private func place(_ line: [String], into page: inout HTML.Writer) {
  page.markup("<tr><th scope=\"row\">")
  page.write(Phrase.list(line[0]))
  page.markup("</th><td class=\"num\">")
  page.text(line[1])
  page.markup("</td><td>")
  page.text(columnName(line[2], in: line[0]))
  page.markup("</td>")
}

/// A column as the list's own heading names it.
private func columnName(_ field: String, in list: String) -> String {
  guard Language.current == .vi else { return field }
  return ListKind(rawValue: list)?.columns.first { $0.field.rawValue == field }?.vietnamese ?? field
}

private func newTable(_ lines: [[String]], _ list: ListKind) -> HTML {
  let columns =
    [Column(Phrase.rowColumn.text, .number)]
    + list.columns.map { Column(Language.current == .vi ? $0.vietnamese : $0.field.rawValue) }
  let caption = Phrase.newRows(Phrase.list(list.rawValue).text).text
  return Table(caption: caption, columns: columns, rows: lines, isDense: true) { line, page in
    page.markup("<tr><td class=\"num\">")
    page.text(line.first ?? "")
    page.markup("</td>")
    for (column, cell) in zip(list.columns, line.dropFirst()) {
      page.markup("<td>")
      page.write(term(cell, column.field))
      page.markup("</td>")
    }
    page.markup("</tr>\n")
  }.html
}

/// What stands in a cell, a code in words and a day as days are written.
private func term(_ cell: String, _ field: Field) -> Phrase {
  switch field {
  case _ where cell.isEmpty: return Phrase(verbatim: "")
  case .born: return LooseDate(cell).map(Phrase.birth) ?? Phrase(verbatim: cell)
  case .kind: return .unitKind(cell)
  case .sector: return .sector(cell)
  case .sex: return .sex(cell)
  case .role: return .role(cell)
  case .reason: return .reason(cell)
  case .post: return .post(cell)
  case .from, .until, .decided, .admitted, .official, .left:
    return CivilDate(cell).map(Phrase.day) ?? Phrase(verbatim: cell)
  default: return Phrase(verbatim: cell)
  }
}
