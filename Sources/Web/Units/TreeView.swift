import Markup
import Phrases

/// A unit in the tree at the side of a page, with those below it that are shown.
package struct TreeNode: Sendable {
  package var unit: UnitLink
  package var members: Int
  /// Whether units stand below it, shown here or not.
  package var hasUnitsBelow: Bool
  package var below: [TreeNode]

  package init(unit: UnitLink, members: Int, hasUnitsBelow: Bool, below: [TreeNode] = []) {
    self.unit = unit
    self.members = members
    self.hasUnitsBelow = hasUnitsBelow
    self.below = below
  }
}

/// The tree on the day shown, open along the path to the current unit; further units open by their links.
///
/// It is a list of links that any browser walks; with script the arrow keys move along it.
func treeView(_ root: TreeNode, current: String, _ frame: Frame) -> HTML {
  """
  <nav class="panel tree" aria-label="\(Phrase.treeOn(frame.viewpoint.on))">
  <header><h2>\(Phrase.tree)</h2><span class="aside">\(Phrase.day(frame.viewpoint.on))</span></header>
  <ul data-tree>\(branch(root, current, frame.viewpoint))</ul>
  <footer class="hints"><span><kbd>↑</kbd> <kbd>↓</kbd> \(Phrase.keyMove)</span> \
  <span><kbd>→</kbd> \(Phrase.keyOpen)</span></footer>
  </nav>
  """
}

private func branch(_ node: TreeNode, _ current: String, _ viewpoint: Viewpoint) -> HTML {
  let below: HTML? =
    node.below.isEmpty ? nil : "<ul>\(node.below, { branch($0, current, viewpoint) })</ul>"
  let sign: HTML = node.below.isEmpty ? (node.hasUnitsBelow ? "closed" : "leaf") : "open"
  return """
    <li><a class="\(sign)" href="\(path: viewpoint.unit(node.unit.key))"\
    \(attribute: "aria-current", node.unit.key == current ? "page" : nil)>\
    <bdi lang="vi">\(node.unit.name)</bdi> <span>\(Phrase.number(node.members))</span></a>\(below)</li>
    """
}
