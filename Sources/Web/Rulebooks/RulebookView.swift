import Basics
import Markup
import Phrases
import Rules

/// A regulation's own page: its days and texts, every clause, what changed, what is not known.
func rulebookView(_ model: RulebookPage, in frame: Frame) -> HTML {
  let book = model.book
  let viewpoint = frame.viewpoint
  let title = Phrase(book.title)
  let notice: HTML? =
    book.span.contains(viewpoint.on)
    ? nil
    : """
    <div class="message past" role="note"><p>\(Phrase.notInForceThen(Phrase.span(book.span).text))</p></div>
    """
  return page(
    frame,
    title: title,
    content: """
      <div class="heading"><div><nav aria-label="\(Phrase.rulebooks)"><ol class="crumbs"><li>\
      <a href="\(path: viewpoint.rulebooks)">\(Phrase.rulebooks)</a></li></ol></nav>\
      <h1>\(title)</h1><p>\(Phrase.span(book.span)) · \(documents(book)) · <code>\(book.name)</code></p></div>
      <div class="actions">\(book.rules.isEmpty ? nil : judgeLink(book, viewpoint))\
      \(model.mayChange ? ownVersionLink(book) : nil)\
      <button class="button" type="button" data-print hidden>\(Phrase.print)</button></div></div>
      \(notice)
      \(versions(model, viewpoint))
      \(book.rules, { rulePanel($0, book) })
      \(book.model.map { modelPanel($0) })
      \(model.before.map { changesPanel(model.changes, of: book, since: $0) })
      \(book.caps.isEmpty ? nil : capsPanel(book.caps))
      \(book.words, { wordsPanel($0) })\(book.slots.isEmpty ? nil : slotsPanel(book.slots))
      \(factsPanel(book))
      \(model.sources.isEmpty ? nil : sourcesPanel(model.sources))
      """
  )
}

private func judgeLink(_ book: Rulebook, _ viewpoint: Viewpoint) -> HTML {
  "<a class=\"button primary\" href=\"\(path: viewpoint.judging(book.name))\">\(Phrase.judgeByHand)</a>"
}

private func ownVersionLink(_ book: Rulebook) -> HTML {
  "<a class=\"button\" href=\"\(path: .ownVersion(book.name))\">\(Phrase.ownVersion)…</a>"
}

private func documents(_ book: Rulebook) -> String {
  book.documents.map { document in
    document.day.map { "\(document.number) (\(Phrase.day($0)))" } ?? document.number
  }
  .joined(separator: ", ")
}

/// The other versions of the same regulation.
private func versions(_ model: RulebookPage, _ viewpoint: Viewpoint) -> HTML? {
  guard model.versions.count > 1 else { return nil }
  return "<div class=\"chips\">\(model.versions, { version($0, model.book, viewpoint) })</div>"
}

private func version(_ book: Rulebook, _ current: Rulebook, _ viewpoint: Viewpoint) -> HTML {
  let isCurrent = book.name == current.name
  return """
    <a class="\(isCurrent ? "chip on" : "chip" as HTML)" href="\(path: viewpoint.rulebook(book.name))"\
    \(attribute: "aria-current", isCurrent ? "page" : nil)>\(book.documents.first?.number ?? book.name) · \(Phrase.span(book.span))</a>
    """
}

private func rulePanel(_ rule: Rule, _ book: Rulebook) -> HTML {
  let telling = ConditionTelling(book: book)
  let title = Phrase(rule.title)
  return """
    <section class="panel rules" aria-labelledby="rule-\(rule.name)"><header><h2 id="rule-\(rule.name)">\(title)</h2>\
    <span class="aside">\(subjects(rule))</span></header>\
    \(Table(
      caption: title.text,
      columns: [
        Column(Phrase.outcome.text), Column(Phrase.clause.text), Column(Phrase.asks.text),
        Column(Phrase.confidence.text),
      ],
      rows: rule.clauses
    ) { clause, page in
      page.markup("<tr><th scope=\"row\">")
      page.piece(partView(clause.part, rule))
      page.markup("</th><td>")
      page.write(Phrase(clause.text))
      page.markup("<span class=\"detail\">§ ")
      page.text(clause.number)
      if !clause.subjects.isEmpty {
        page.text(" · " + clause.subjects.map { Phrase.reviewed($0)?.text ?? $0 }.joined(separator: ", "))
      }
      if clause.span != book.span {
        page.text(" · ")
        page.write(Phrase.span(clause.span))
      }
      page.markup("</span></td><td>")
      page.text(telling.told(clause.condition))
      page.markup("</td><td>")
      page.piece(confidenceView(clause.confidence, clause.sources))
      page.markup("</td></tr>\n")
    }.html)</section>
    """
}

private func subjects(_ rule: Rule) -> String {
  rule.subjects.compactMap { Phrase.reviewed($0)?.text }.joined(separator: " · ")
}

/// What a clause is for: a level, a ground that alone is enough, a precondition.
func partView(_ part: Clause.Part, _ rule: Rule) -> HTML {
  switch part {
  case .precondition: "\(Phrase.precondition)"
  case .level(let outcome): "\(Phrase(rule.outcomes[outcome].title))"
  case .ground(let outcome):
    "\(Phrase(rule.outcomes[outcome].title))<span class=\"detail\">\(Phrase.anyGround)</span>"
  }
}

func changesPanel(_ changes: [RulebookChange], of book: Rulebook, since before: Rulebook) -> HTML {
  let title = Phrase.changesAgainst(Phrase(before.title).text)
  return """
    <section class="panel rules" aria-labelledby="changes"><header><h2 id="changes">\(title)</h2>\
    <span class="aside">\(changes.count)</span></header>\
    \(Table(
      caption: title.text,
      columns: [
        Column(Phrase.clause.text), Column(Phrase.change.text), Column(Phrase.before.text),
        Column(Phrase.after.text),
      ],
      rows: changes,
      isDense: true
    ) { change, page in
      let clause = clause(change, in: book) ?? clause(change, in: before)
      page.markup("<tr><th scope=\"row\">")
      page.write(clause.map { Phrase($0.text) } ?? Phrase(book.title))
      if let name = change.clause {
        page.markup(" <span class=\"detail\"><code>")
        page.text(name)
        page.markup("</code></span>")
      }
      page.markup("</th><td>")
      page.write(Phrase.changeKind(change.kind))
      page.text(": ")
      page.write(Phrase.changeField(change.field))
      page.markup("</td><td>")
      page.text(told(change, change.before, in: before))
      page.markup("</td><td>")
      page.text(told(change, change.after, in: book))
      page.markup("</td></tr>\n")
    }.html)</section>
    """
}

/// The clause a change is about, as one of the two versions has it.
private func clause(_ change: RulebookChange, in book: Rulebook) -> Clause? {
  book.clauses.first { $0.rule.name == change.rule && $0.clause.name == change.clause }?.clause
}

/// One side of a change, in words where there are any.
private func told(_ change: RulebookChange, _ text: String?, in book: Rulebook) -> String {
  guard let text, !text.isEmpty else { return "–" }
  switch change.field {
  case "required":
    return clause(change, in: book).map { ConditionTelling(book: book).told($0.condition) } ?? text
  case "confidence": return Confidence(rawValue: text).map { Phrase.confidence($0).text } ?? text
  case "days": return Phrase.span(book.span).text
  case "subjects":
    return text.split(separator: ", ").map { Phrase.reviewed(String($0))?.text ?? String($0) }
      .joined(separator: ", ")
  case "outcomes":
    let rule = book.rules.first { $0.name == change.rule }
    return rule?.outcomes.map { Phrase($0.title).text }.joined(separator: ", ") ?? text
  default: return text
  }
}

private func capsPanel(_ caps: [Cap]) -> HTML {
  """
  <section class="panel" aria-labelledby="caps"><header><h2 id="caps">\(Phrase.caps)</h2></header>\
  <ul class="inside reasons">\(caps, {
    "<li>\(Phrase($0.text)) · § \($0.clause) · \(confidenceView($0.confidence))</li>"
  })</ul></section>
  """
}

/// Words that mean something to the rules, as the rulebook lists them.
private func wordsPanel(_ list: Rulebook.WordList) -> HTML {
  """
  <section class="panel"><header><h2>\(Phrase(list.text))</h2>\
  <span class="aside">\(confidenceView(list.confidence))</span></header>
  <p class="inside" lang="vi">\(list.words.joined(separator: ", "))</p></section>
  """
}

private func slotsPanel(_ slots: [Rulebook.Slot]) -> HTML {
  """
  <section class="panel" aria-labelledby="open"><header><h2 id="open">\(Phrase.openPlaces)</h2></header>\
  <ul class="inside reasons">\(slots, {
    "<li>\(Phrase($0.text)) · \(confidenceView($0.confidence, $0.source.map { [$0] } ?? []))</li>"
  })</ul></section>
  """
}

private func factsPanel(_ book: Rulebook) -> HTML {
  let telling = ConditionTelling(book: book)
  return """
    <section class="panel" aria-labelledby="facts"><header><h2 id="facts">\(Phrase.factsRead)</h2>\
    <span class="aside">\(book.facts.count)</span></header>\
    \(Table(
      caption: Phrase.factsRead.text,
      columns: [Column(Phrase.factName.text), Column(Phrase.factsRead.text), Column(Phrase.workedOut.text)],
      rows: book.facts,
      isDense: true
    ) { fact, page in
      page.markup("<tr><th scope=\"row\"><code>")
      page.text(fact.name)
      page.markup("</code></th><td>")
      page.write(Phrase(fact.title))
      page.markup(" <span class=\"quiet\">(")
      page.write(Phrase.factSort(fact.sort))
      page.markup(")</span></td><td>")
      page.text(fact.derived.map { telling.told($0.value) }.joined(separator: "; "))
      page.markup("</td></tr>\n")
    }.html)</section>
    """
}

private func sourcesPanel(_ sources: [(code: String, address: String)]) -> HTML {
  """
  <section class="panel" aria-labelledby="sources"><header><h2 id="sources">\(Phrase.sources)</h2></header>\
  <dl class="inside pairs sources">\(sources, { "<dt>\($0.code)</dt><dd>\($0.address)</dd>" })</dl></section>
  """
}
