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

  var count: Int { people.count + units.count + decisions.count }
}

/// The page of what was found.
package func findView(_ findings: Findings, in frame: Frame) -> HTML {
  guard !findings.search.isEmpty else {
    return page(
      frame,
      title: .findTitle,
      content: """
        <div class="heading"><div><h1>\(Phrase.findTitle)</h1></div></div>
        \(pageFinder(findings, frame))<p class="quiet">\(Phrase.findHint)</p>
        """
    )
  }
  return page(
    frame,
    title: .found(findings.search),
    content: """
      <div class="heading"><div><h1>\(Phrase.found(findings.search))</h1></div></div>
      \(pageFinder(findings, frame))
      \(findings.count == 0
        ? emptyView(.nothingFound(findings.search), why: .nothingFoundMeaning)
        : lists(findings, frame))
      """
  )
}

/// The find box once more, with what was searched for in it, to be changed where one looks.
private func pageFinder(_ findings: Findings, _ frame: Frame) -> HTML {
  """
  <form class="finder wide" role="search" aria-label="\(Phrase.findAgain)" \
  action="\(path: frame.viewpoint.find)" method="get">
  <input type="search" name="q" value="\(findings.search)" aria-label="\(Phrase.find)" autocomplete="off">\
  \(frame.viewpoint.kept.pairs, Form.hidden)<button class="button">\(Phrase.findVerb)</button></form>
  """
}

/// The list under the find box while one types: the first of each sort, and the way to the rest.
package func suggestionsView(_ findings: Findings, _ viewpoint: Viewpoint) -> HTML {
  let words = VietnameseName.searchWords(findings.search)
  let people = findings.people.map { found in
    Suggestion(
      viewpoint.person(found.person.key),
      HTML { $0.name(found.person.name, found: words) },
      found.unit.map { "<bdi lang=\"vi\">\($0.name)</bdi>" }
    )
  }
  let units = findings.units.map { found in
    Suggestion(
      viewpoint.unit(found.unit.key),
      "<bdi lang=\"vi\">\(found.unit.name)</bdi>",
      "\(Phrase.unitKindShort(found.kind))"
    )
  }
  let decisions = findings.decisions.compactMap { found in
    found.key.map { key in
      let more = [found.signed.map { Phrase.day($0).text }, found.issuer].compactMap(\.self)
      return Suggestion(viewpoint.decision(key), "\(found.number)", "\(more.joined(separator: " · "))")
    }
  }
  let all = viewpoint.find.with("q", findings.search).keeping(viewpoint.kept)
  return """
    \(group(.people, people))\(group(.units, units))\(group(.decisions, decisions))\
    <a class="all" role="option" tabindex="-1" href="\(path: all)">\(Phrase.allFound(findings.search))</a>\
    <p data-said>\(findings.count == 0 ? Phrase.nothingFound(findings.search) : Phrase.suggested(findings.count))</p>
    """
}

/// One line of the list under the find box.
private struct Suggestion {
  let path: Path
  let name: HTML
  let more: HTML?

  init(_ path: Path, _ name: HTML, _ more: HTML?) {
    self.path = path
    self.name = name
    self.more = more
  }

  var html: HTML {
    """
    <a role="option" tabindex="-1" href="\(path: path)"><span>\(name)</span>\(more.map { "<small>\($0)</small>" })</a>
    """
  }
}

private func group(_ title: Phrase, _ suggestions: [Suggestion]) -> HTML? {
  guard !suggestions.isEmpty else { return nil }
  return """
    <div role="group" aria-label="\(title)"><span aria-hidden="true">\(title)</span>\(suggestions, \.html)</div>
    """
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
