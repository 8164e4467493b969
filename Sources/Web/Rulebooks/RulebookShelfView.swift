import Basics
import Markup
import Phrases
import Rules

/// The library: what is in force on the day shown, and the versions of other days.
func rulebookShelfView(_ shelf: RulebookShelf, in frame: Frame) -> HTML {
  page(
    frame,
    title: .rulebooks,
    content: """
      <div class="heading"><div><h1>\(Phrase.rulebooks)</h1><p>\(Phrase.rulebooksMeaning)</p></div>
      <div class="actions"><button class="button" type="button" data-print hidden>\(Phrase.print)</button>\
      </div></div>
      \(shelfPanel("force", .inForceThatDay, shelf.inForce, frame.viewpoint))
      \(shelf.others.isEmpty ? nil : shelfPanel("others", .otherVersions, shelf.others, frame.viewpoint))
      """
  )
}

private func shelfPanel(
  _ id: String,
  _ title: Phrase,
  _ rows: [RulebookShelf.Row],
  _ viewpoint: Viewpoint
) -> HTML {
  """
  <section class="panel" aria-labelledby="\(id)"><header><h2 id="\(id)">\(title)</h2>\
  <span class="aside">\(rows.count)</span></header>\
  \(rows.isEmpty ? emptyView(.noRulebook, why: .noRulebookMeaning) : shelfTable(title, rows, viewpoint))\
  </section>
  """
}

private func shelfTable(_ title: Phrase, _ rows: [RulebookShelf.Row], _ viewpoint: Viewpoint) -> HTML {
  Table(
    caption: title.text,
    columns: [
      Column(Phrase.rulebook.text), Column(Phrase.daysInForce.text), Column(Phrase.documents.text),
      Column(Phrase.clauses.text, .number), Column(Phrase.notVerified.text, .number),
      Column(Phrase.changedSince.text),
    ],
    rows: rows
  ) { row, page in
    let book = row.book
    let path = viewpoint.rulebook(book.name)
    page.markup("<tr><th scope=\"row\"><a href=\"")
    page.path(path)
    page.markup("\"><bdi>")
    page.write(Phrase(book.title))
    page.markup("</bdi></a>")
    if let province = book.scope.province {
      page.markup(" <span class=\"tag\">")
      page.text(province)
      page.markup("</span>")
    }
    page.markup("</th><td class=\"whole\">")
    page.write(Phrase.span(book.span))
    page.markup("</td><td class=\"words\">")
    page.text(book.documents.map(\.number).joined(separator: ", "))
    page.markup("</td><td class=\"num\">")
    page.number(book.clauses.count)
    page.markup("</td><td class=\"num\">")
    page.number(book.clauses.count { !$0.clause.confidence.isVerified } + book.slots.count)
    page.markup("</td><td class=\"words\">")
    if let before = row.before {
      page.markup("<a href=\"")
      page.path(path)
      page.markup("#changes\">")
      page.write(Phrase.changes(before.changes, before.name))
      page.markup("</a>")
    } else {
      page.markup("<span class=\"faint\">")
      page.write(Phrase.firstVersion)
      page.markup("</span>")
    }
    page.markup("</td></tr>\n")
  }.html
}

/// How sure we are, marked where it is less than sure, with the codes of the sources.
func confidenceView(_ confidence: Confidence, _ sources: [String] = []) -> HTML {
  let words = Phrase.confidence(confidence)
  let mark: HTML =
    switch confidence {
    case .verified, .verifiedOld: "<span class=\"quiet\">\(words)</span>"
    case .stated: "<span class=\"state ring\">\(words)</span>"
    case .unverified, .notFound: "<span class=\"state watch\">\(words)</span>"
    }
  return sources.isEmpty ? mark : "\(mark) <small class=\"quiet\">\(sources.joined(separator: ", "))</small>"
}
