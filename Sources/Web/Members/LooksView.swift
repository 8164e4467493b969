package import Markup
import Phrases

/// The list of readings, which the person concerned sees too.
func looksView(_ file: PersonFile, _ viewpoint: Viewpoint) -> HTML {
  """
  <section class="group" aria-labelledby="looks"><header><h2 id="looks">\(Phrase.whoLooked)</h2>\
  <span class="aside">\(Phrase.looksInYear(file.looksInYear))</span></header>
  \(file.looks.isEmpty ? "<p class=\"hint\">\(Phrase.nobodyLooked)</p>" : lookList(file.looks))
  \(file.earlierLooks.map { earlier($0, file, viewpoint) })
  <p class="hint">\(Phrase.sameListSeen) \(Phrase.ownLooksUnlogged)</p></section>
  """
}

private func earlier(_ before: String, _ file: PersonFile, _ viewpoint: Viewpoint) -> HTML {
  """
  <p><a href="\(path: viewpoint.looks(at: file.person.key, before: before))">\(Phrase.earlierLooks)</a></p>
  """
}

/// Everybody who looked at a person, page by page.
package func looksPageView(_ file: PersonFile, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let first = frame.query.pairs.contains { $0.name == "before" } ? viewpoint.looks(at: file.person.key) : nil
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.whoLooked), \(file.person.name)"),
    content: """
      <div class="heading"><div>\(crumbs(file.path, viewpoint))<h1>\(Phrase.whoLooked)</h1>\
      <p>\(personLink(file.person, viewpoint)) · \(Phrase.looksInYear(file.looksInYear))</p></div></div>
      <section class="panel" aria-label="\(Phrase.whoLooked)"><div class="inside">
      \(file.looks.isEmpty ? "<p class=\"hint\">\(Phrase.noEarlierLooks)</p>" : lookList(file.looks))
      <p class="hint">\(Phrase.sameListSeen) \(Phrase.ownLooksUnlogged)</p>
      \(pager(
        previous: first,
        next: file.earlierLooks.map { viewpoint.looks(at: file.person.key, before: $0) }
      ))</div></section>
      """
  )
}

private func lookList(_ looks: [Look]) -> HTML { "<ul class=\"looks\">\(looks, lookItem)</ul>" }

private func lookItem(_ look: Look) -> HTML {
  """
  <li><span><b><bdi lang="vi">\(look.who)</bdi></b> \(look.role)</span> \
  <span class="quiet whole">\(momentText(look.moment))</span>\
  \(look.purpose.map { "<small>\($0)</small>" as HTML })</li>
  """
}
