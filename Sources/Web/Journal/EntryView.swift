import Basics
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
  /// What it changed, as far as the reader may see it.
  package var changes: [ChangeTold]
  /// What can be done about it.
  package var deeds: [DeedOffer]

  package init(
    line: JournalRow,
    payload: [(name: String, value: String)]?,
    hashBefore: String,
    annuls: Int? = nil,
    annulledBy: Int? = nil,
    changes: [ChangeTold] = [],
    deeds: [DeedOffer] = []
  ) {
    self.changes = changes
    self.deeds = deeds
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
      <p>\(Phrase.operation(line.operation)) · \(line.summary)</p></div>\
      <div class="actions">\(deedMenu(model.deeds))</div></div>
      <section class="panel" aria-labelledby="changed"><header><h2 id="changed">\(Phrase.whatChanged)</h2></header>\
      \(model.changes.isEmpty
        ? "<p class=\"inside\">\(Phrase.nothingChanged)</p>"
        : changesTable(model.changes, caption: .whatChanged, viewpoint))</section>
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
      <dt>\(Phrase.hashBefore)</dt><dd><code class="long">\(model.hashBefore)</code></dd></dl>
      \(knownAt(line.sequence, model.changes, viewpoint))</section>
      </div>
      """
  )
}

/// The record as it was known once this entry was the last, and just before.
private func knownAt(_ sequence: Int, _ changes: [ChangeTold], _ viewpoint: Viewpoint) -> HTML {
  let places: [Path] =
    changes.first.map { change in
      switch change.subject {
      case .person(let person): [Path("people", person.key)]
      case .unit(let unit): [Path("units", unit.key)]
      case .account: []
      }
    } ?? []
  let place = places.first ?? Path()
  return """
    <p>\(Phrase.seeAsKnown)</p><ul class="ways">\
    <li><a href="\(path: place.with("known", sequence))">\(Phrase.asKnownAfter)</a></li>\
    \(sequence > 1 ? "<li><a href=\"\(path: place.with("known", sequence - 1))\">\(Phrase.asKnownBefore)</a></li>" as HTML : nil)</ul>
    """
}

private func payloadView(_ payload: [(name: String, value: String)]) -> HTML {
  """
  <dl class="pairs">\(payload, { "<dt>\(Phrase.said($0.name))</dt><dd>\(saidValue($0.name, $0.value))</dd>" })</dl>
  """
}

/// A value as it was said: days and codes in words, all else as written.
private func saidValue(_ name: String, _ value: String) -> Phrase {
  if let day = CivilDate(value) { return .day(day) }
  switch name {
  case "kind": return .unitKind(value)
  case "sector": return .sector(value)
  case "sex": return .sex(value)
  case "post": return .post(value)
  case "reason": return .reason(value)
  default: return Phrase(verbatim: value)
  }
}

private func decisionPair(_ decision: DecisionLink, _ viewpoint: Viewpoint) -> HTML {
  "<dt>\(Phrase.decision)</dt><dd>\(decisionView(decision, viewpoint))</dd>"
}

private func entryPair(_ name: Phrase, _ sequence: Int, _ viewpoint: Viewpoint) -> HTML {
  """
  <dt>\(name)</dt><dd><a href="\(path: viewpoint.entry(sequence))">\(Phrase.number(sequence))</a></dd>
  """
}
