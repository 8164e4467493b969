import Basics
package import Markup
import Phrases

/// Two trees beside each other: what differs is marked, and what does not is folded away.
package func treesView(_ model: TreesPage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let sentence = Phrase.treesSentence(model.unit.name, model.then.day, model.later.day)
  let differing = differing(model.then.nodes) + differing(model.later.nodes)
  return page(
    frame,
    title: sentence,
    content: """
      \(unitHeading(model.unit, model.path, sentence, frame))
      \(unitTabs(model.unit.key, viewpoint, current: .trees))
      <div class="beside">\(againstForm(model.against, frame))\
      <div class="chips" role="group" aria-label="\(Phrase.levelsShown)">\
      \(1...3, { level($0, model, viewpoint) })</div></div>
      <p>\(differing == 0 ? Phrase.sameOnBoth : Phrase.differing(differing))</p>
      <div class="columns halves">\(tree(model.then, "then", viewpoint))\
      \(tree(model.later, "later", viewpoint))</div>
      """
  )
}

private func differing(_ nodes: [TreesPage.Node]) -> Int {
  nodes.reduce(0) { $0 + $1.differing + ($1.marks.isEmpty ? 0 : 1) }
}

private func level(_ count: Int, _ model: TreesPage, _ viewpoint: Viewpoint) -> HTML {
  let isCurrent = count == model.levels
  let path = viewpoint.trees(model.unit.key, against: model.against, levels: count)
  return """
    <a class="\(isCurrent ? "chip on" : "chip" as HTML)" href="\(path: path)"\
    \(attribute: "aria-current", isCurrent ? "true" : nil)>\(Phrase.levels(count))</a>
    """
}

private func tree(_ tree: TreesPage.Tree, _ id: StaticString, _ viewpoint: Viewpoint) -> HTML {
  let there = viewpoint.moved(to: tree.day)
  let id = HTML(stringLiteral: id)
  let body: HTML
  if !tree.isThere {
    body = "<div class=\"inside\"><p>\(Phrase.notThereOn(tree.day))</p></div>"
  } else if tree.nodes.isEmpty {
    body = emptyView(.noUnitsBelow, why: .noUnitsOfKindMeaning)
  } else {
    body = "<ul class=\"twin\">\(tree.nodes, { node($0, there) })</ul>"
  }
  return """
    <section class="panel" aria-labelledby="\(id)"><header><h2 id="\(id)">\(Phrase.then(tree.day))</h2>\
    <span class="aside">\(Phrase.unitsInAll(tree.count))</span></header>\(body)</section>
    """
}

private func node(_ node: TreesPage.Node, _ viewpoint: Viewpoint) -> HTML {
  """
  <li><div class="bough">\(unitLink(node.unit, viewpoint)) \
  \(figureLink(node.members, viewpoint.figure("members.total", of: node.unit.key)))</div>\
  \(node.marks.isEmpty ? nil : "<div class=\"marks\">\(node.marks, mark)</div>" as HTML)\
  \(below(node, viewpoint))</li>
  """
}

private func below(_ unit: TreesPage.Node, _ viewpoint: Viewpoint) -> HTML? {
  guard !unit.below.isEmpty else { return nil }
  let differing = unit.differing
  let count: HTML =
    differing == 0
    ? "\(Phrase.unitsInAll(unit.below.count))"
    : "\(Phrase.unitsInAll(unit.below.count)) · \(Phrase.ofThemDiffer(differing))"
  return """
    <details\(flag: differing > 0, "open")><summary>\(count)</summary>\
    <ul>\(unit.below, { node($0, viewpoint) })</ul></details>
    """
}

private func mark(_ mark: TreesPage.Mark) -> HTML {
  let shape: HTML =
    switch mark.code {
    case "ended": "state bad"
    case "founded": "state good"
    case "movedAway", "movedHere", "moved": "state watch"
    default: "state ring"
    }
  return "<span class=\"\(shape)\">\(Phrase.treeMark(mark.code, mark.other))</span>"
}
