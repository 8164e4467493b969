import Basics
package import Markup
import Phrases

/// What the find box found: people, units and decisions in reach, on the day shown.
package struct Findings: Sendable {
  /// A person found and where they are.
  package struct FoundPerson: Sendable {
    package var person: PersonLink
    package var unit: UnitLink?

    package init(person: PersonLink, unit: UnitLink?) {
      self.person = person
      self.unit = unit
    }
  }

  /// What was searched for, as it was written.
  package var search: String
  package var people: [FoundPerson]
  package var units: [CountedUnit]
  package var decisions: [DecisionLink]

  package init(
    search: String,
    people: [FoundPerson],
    units: [CountedUnit],
    decisions: [DecisionLink]
  ) {
    self.search = search
    self.people = people
    self.units = units
    self.decisions = decisions
  }
}

/// The page of what was found.
package func findView(_ findings: Findings, in frame: Frame) -> HTML {
  let isEmpty = findings.people.isEmpty && findings.units.isEmpty && findings.decisions.isEmpty
  return page(
    frame,
    title: .found(findings.search),
    content: """
      <div class="heading"><div><h1>\(Phrase.found(findings.search))</h1></div></div>
      \(isEmpty
        ? emptyView(.nothingFound(findings.search), why: .nothingFoundMeaning)
        : lists(findings, frame))
      """
  )
}

private func lists(_ findings: Findings, _ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let words = VietnameseName.searchWords(findings.search)
  let roll = viewpoint.roll(frame.viewer.unit.key, Query(["q": findings.search]))
  return """
    <div class="columns thirds">
    \(list(.people, findings.people, { person($0, words, viewpoint) }, more: roll))
    \(list(.units, findings.units, { unit($0, viewpoint) }))
    \(list(.decisions, findings.decisions, { "<li>\(decisionView($0, viewpoint))</li>" }))
    </div>
    """
}

private func list<Item>(
  _ title: Phrase,
  _ items: [Item],
  _ view: (Item) -> HTML,
  more: Path? = nil
) -> HTML? {
  guard !items.isEmpty else { return nil }
  return """
    <section class="group" aria-label="\(title)"><header><h2>\(title)</h2>\
    <span class="aside">\(Phrase.number(items.count))</span></header>
    <ul class="found" data-rows>\(items, view)</ul>\(more.map(moreLink))</section>
    """
}

private func moreLink(_ path: Path) -> HTML { "<p><a href=\"\(path: path)\">\(Phrase.moreInRoll)</a></p>" }

private func person(_ found: Findings.FoundPerson, _ words: [String], _ viewpoint: Viewpoint) -> HTML {
  let name = HTML { $0.person(found.person, viewpoint, found: words) }
  return "<li>\(name) \(found.unit.map { "<small>\(unitLink($0, viewpoint))</small>" as HTML })</li>"
}

private func unit(_ found: CountedUnit, _ viewpoint: Viewpoint) -> HTML {
  "<li>\(unitLink(found.unit, viewpoint)) <small>\(Phrase.unitKindShort(found.kind))</small></li>"
}
