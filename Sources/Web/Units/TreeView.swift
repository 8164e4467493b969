package import Markup
import Phrases

/// A unit in the tree at the side of a page, with those below it that are shown.
package struct TreeNode: Sendable {
  package var unit: UnitLink
  package var members: Int
  /// Whether units stand below it, shown here or not.
  package var hasUnitsBelow: Bool
  package var below: [TreeNode]
  /// Whether it is open because the address says so, not because the current unit stands in it.
  package var isAsked: Bool

  package init(
    unit: UnitLink,
    members: Int,
    hasUnitsBelow: Bool,
    below: [TreeNode] = [],
    isAsked: Bool = false
  ) {
    self.unit = unit
    self.members = members
    self.hasUnitsBelow = hasUnitsBelow
    self.below = below
    self.isAsked = isAsked
  }
}

/// The tree on the day shown, open along the path to the current unit.
///
/// It is a list of links, each branch with a link of its own that shows the same page with it open; with
/// script a branch opens in its place, by the arrow keys too, and is open again the next time.
func treeView(_ root: TreeNode, current: String, _ frame: Frame) -> HTML {
  """
  <nav class="panel tree" aria-label="\(Phrase.treeOn(frame.viewpoint.on))">
  <header><h2>\(Phrase.tree)</h2><span class="aside">\(Phrase.day(frame.viewpoint.on))</span></header>
  <ul data-tree>\(item(root, current, frame.viewpoint) { twig($0, frame) })</ul>
  <footer class="hints"><span><kbd>↑</kbd> <kbd>↓</kbd> \(Phrase.keyMove)</span> \
  <span><kbd>→</kbd> \(Phrase.keyShow)</span> <span><kbd>←</kbd> \(Phrase.keyHide)</span></footer>
  </nav>
  """
}

/// The units directly below a unit, as the piece of a tree that opens in its place.
package func branchView(_ units: [TreeNode], _ viewpoint: Viewpoint) -> HTML {
  "<ul>\(units, { item($0, "", viewpoint) { fetched($0, viewpoint) } })</ul>\n"
}

private func item(
  _ node: TreeNode,
  _ current: String,
  _ viewpoint: Viewpoint,
  _ twig: (TreeNode) -> HTML
) -> HTML {
  let below: HTML? =
    node.below.isEmpty ? nil : "<ul>\(node.below, { item($0, current, viewpoint, twig) })</ul>"
  return """
    <li data-unit="\(node.unit.key)"><div class="bough">\(twig(node))\
    <a class="place" href="\(path: viewpoint.unit(node.unit.key))"\
    \(attribute: "aria-current", node.unit.key == current ? "page" : nil)>\
    <bdi lang="vi">\(node.unit.name)</bdi> <span>\(Phrase.number(node.members))</span></a></div>\(below)</li>
    """
}

/// What opens and closes the branch of a unit in a page: a link to the same page with it open, or not.
private func twig(_ node: TreeNode, _ frame: Frame) -> HTML {
  guard node.hasUnitsBelow || !node.below.isEmpty else { return leaf }
  let key = node.unit.key
  if node.below.isEmpty {
    return link(node, frame.here(frame.query.with("open", key)), isOpen: false, frame.viewpoint)
  }
  // The path to the current unit is always open; only script closes it.
  guard node.isAsked else {
    return """
      <span class="twig open" data-branch="\(path: frame.viewpoint.branch(key))" \
      data-name="\(Phrase.openUnitsOf(node.unit.name))"></span>
      """
  }
  return link(node, frame.here(frame.query.without("open", value: key)), isOpen: true, frame.viewpoint)
}

private func fetched(_ node: TreeNode, _ viewpoint: Viewpoint) -> HTML {
  node.hasUnitsBelow ? link(node, viewpoint.unit(node.unit.key), isOpen: false, viewpoint) : leaf
}

private let leaf: HTML = "<span class=\"twig\"></span>"

private func link(_ node: TreeNode, _ path: Path, isOpen: Bool, _ viewpoint: Viewpoint) -> HTML {
  """
  <a class="twig \(isOpen ? "open" : "closed" as HTML)" href="\(path: path)" rel="nofollow" \
  aria-expanded="\(isOpen ? "true" : "false" as HTML)" aria-label="\(Phrase.openUnitsOf(node.unit.name))" \
  data-branch="\(path: viewpoint.branch(node.unit.key))"></a>
  """
}
