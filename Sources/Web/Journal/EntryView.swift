package import Markup
import Phrases

/// One entry of the journal opened: what it said, by whom, and its place in the chain.
package struct EntryPage: Sendable {
  package var line: JournalRow
  /// What the entry said, name by name; `nil` once it is sealed.
  package var payload: [(name: String, value: String)]?
  package var hashBefore: String
  /// The entry this one takes back.
  package var annuls: Int?
  /// The entry that took this one back.
  package var annulledBy: Int?

  package init(
    line: JournalRow,
    payload: [(name: String, value: String)]?,
    hashBefore: String,
    annuls: Int? = nil,
    annulledBy: Int? = nil
  ) {
    self.line = line
    self.payload = payload
    self.hashBefore = hashBefore
    self.annuls = annuls
    self.annulledBy = annulledBy
  }
}

/// An entry's page.
package func entryView(_ model: EntryPage, in frame: Frame) -> HTML {
  let line = model.line
  let viewpoint = frame.viewpoint
  return page(
    frame,
    title: .entryTitle(line.sequence),
    content: """
      <div class="heading"><div><h1>\(Phrase.entryTitle(line.sequence))</h1>\
      <p>\(Phrase.operation(line.operation)) · \(line.summary)</p></div></div>
      <div class="columns wide-narrow">
      <section class="group" aria-labelledby="said"><header><h2 id="said">\(Phrase.whatItSaid)</h2></header>
      \(model.payload.map(payloadView) ?? "<p>\(Phrase.sealed)</p>")</section>
      <section class="group" aria-label="\(Phrase.journalTitle)"><dl class="pairs">\
      <dt>\(Phrase.momentTitle)</dt><dd>\(momentText(line.moment))</dd>\
      <dt>\(Phrase.account)</dt><dd>\(line.account)</dd>\
      \(line.decision.map { decisionPair($0, viewpoint) })\
      \(model.annuls.map { entryPair(.annuls, $0, viewpoint) })\
      \(model.annulledBy.map { entryPair(.annulledBy, $0, viewpoint) })\
      <dt>\(Phrase.hash)</dt><dd><code class="long">\(line.hash)</code></dd>\
      <dt>\(Phrase.hashBefore)</dt><dd><code class="long">\(model.hashBefore)</code></dd></dl></section>
      </div>
      """
  )
}

private func payloadView(_ payload: [(name: String, value: String)]) -> HTML {
  """
  <dl class="pairs">\(payload, { "<dt>\($0.name)</dt><dd>\($0.value)</dd>" })</dl>
  """
}

private func decisionPair(_ decision: DecisionLink, _ viewpoint: Viewpoint) -> HTML {
  "<dt>\(Phrase.decision)</dt><dd>\(decisionView(decision, viewpoint))</dd>"
}

private func entryPair(_ name: Phrase, _ sequence: Int, _ viewpoint: Viewpoint) -> HTML {
  """
  <dt>\(name)</dt><dd><a href="\(path: viewpoint.entry(sequence))">\(Phrase.number(sequence))</a></dd>
  """
}
