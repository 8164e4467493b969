import Basics
import Markup
import Phrases

extension HTML.Writer {
  /// A person's name, whole and unbroken, the given name standing out, words that were found marked.
  mutating func name(_ name: String, found: [String] = []) {
    markup("<bdi class=\"name\" lang=\"vi\">")
    if found.isEmpty {
      let given = name.utf8.lastIndex(of: UInt8(ascii: " ")).map { name.utf8.index(after: $0) }
      text(name[..<(given ?? name.startIndex)])
      markup("<b>")
      text(name[(given ?? name.startIndex)...])
      markup("</b>")
    } else {
      let words = name.split(separator: " ")
      for (index, word) in words.enumerated() {
        if index > 0 { markup(" ") }
        let isGiven = index == words.count - 1
        if isGiven { markup("<b>") }
        markedWord(word, found)
        if isGiven { markup("</b>") }
      }
    }
    markup("</bdi>")
  }

  private mutating func markedWord(_ word: Substring, _ found: [String]) {
    let own = VietnameseName.nameWords(String(word))
    guard found.contains(where: { wanted in own.contains { $0.hasPrefix(wanted) } }) else {
      text(word)
      return
    }
    markup("<mark>")
    text(word)
    markup("</mark>")
  }

  /// A person's name that opens their file.
  mutating func person(_ person: PersonLink, _ viewpoint: Viewpoint, found: [String] = []) {
    markup("<a href=\"")
    path(viewpoint.person(person.key))
    markup("\">")
    name(person.name, found: found)
    markup("</a>")
  }

  /// A unit's name that opens its page.
  mutating func unit(_ unit: UnitLink, _ viewpoint: Viewpoint) {
    let path = viewpoint.unit(unit.key)
    if path.isOpen {
      markup("<a href=\"")
      self.path(path)
      markup("\">")
    }
    markup("<bdi lang=\"vi\">")
    text(unit.name)
    markup("</bdi>")
    if path.isOpen { markup("</a>") }
  }

  /// A number that opens the list it counts; a zero is grey, and opens too.
  mutating func figure(_ count: Int, _ path: Path) {
    guard path.isOpen else {
      write(Phrase.number(count))
      return
    }
    markup(count == 0 ? "<a class=\"figure zero\" href=\"" : "<a class=\"figure\" href=\"")
    self.path(path)
    markup("\">")
    write(Phrase.number(count))
    markup("</a>")
  }
}

/// A number that opens the list it counts.
func figureLink(_ count: Int, _ path: Path) -> HTML {
  HTML(reserving: 128) { $0.figure(count, path) }
}

/// A person's name that opens their file.
func personLink(_ person: PersonLink, _ viewpoint: Viewpoint) -> HTML {
  HTML(reserving: 128) { $0.person(person, viewpoint) }
}

/// A unit's name that opens its page.
func unitLink(_ unit: UnitLink, _ viewpoint: Viewpoint) -> HTML {
  HTML(reserving: 128) { $0.unit(unit, viewpoint) }
}

/// The units above, from the highest in reach down.
func crumbs(_ path: [UnitLink], _ viewpoint: Viewpoint) -> HTML? {
  guard !path.isEmpty else { return nil }
  return """
    <nav aria-label="\(Phrase.path)"><ol class="crumbs">\(path, { crumb($0, viewpoint) })</ol></nav>
    """
}

private func crumb(_ unit: UnitLink, _ viewpoint: Viewpoint) -> HTML {
  "<li>\(unitLink(unit, viewpoint))</li>"
}

/// A link to the same page of another year, where one turns to it.
func yearTurn(_ year: Int, _ viewpoint: Viewpoint, _ path: (Int) -> Path) -> HTML? {
  guard viewpoint.turns(to: year) else { return nil }
  return "<a class=\"button small\" href=\"\(path: path(year))\">\(String(year))</a>"
}

/// What a page says in place of a list that has nothing in it: what is missing, why that may be right,
/// and the next step.
func emptyView(_ what: Phrase, why: Phrase, next: HTML? = nil) -> HTML {
  """
  <div class="empty"><p><b>\(what)</b></p><p>\(why)</p>\(next)</div>
  """
}

/// The way to the pages before and after, by cursors the record understands.
func pager(previous: Path?, next: Path?) -> HTML? {
  guard previous != nil || next != nil else { return nil }
  return """
    <nav class="pager" aria-label="\(Phrase.pages)">\(previous.map(previousLink))\(next.map(nextLink))</nav>
    """
}

/// The way to the page before and to the next, from the rows the query names: `before` and `after` stand in it.
func pager(_ previous: String?, _ next: String?, _ query: Query, _ frame: Frame) -> HTML? {
  pager(
    previous: previous.map { frame.here(query.with("before", $0)) },
    next: next.map { frame.here(query.with("after", $0)) }
  )
}

private func previousLink(_ path: Path) -> HTML {
  "<a class=\"button small\" rel=\"prev\" href=\"\(path: path)\">\(Phrase.previousPage)</a>"
}

private func nextLink(_ path: Path) -> HTML {
  "<a class=\"button small\" rel=\"next\" href=\"\(path: path)\">\(Phrase.nextPage)</a>"
}
