import Basics
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// Pieces of the tree, each asked for when its branch opens.
struct BranchPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/branch", use: branch)
  }

  /// `GET /units/:unit/branch?on=…`: the units directly below, as a list and not as a page.
  @Sendable func branch(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.answer(request) { visit in
      let unit = try visit.unit(key)
      try visit.require(.readFigures, on: unit)
      _ = try visit.standing(of: unit)
      return try visit.nodes(below: unit)
    } _: { nodes, guest, _ in
      Answer.page(branchView(nodes, guest.viewpoint))
    }
  }
}

extension Visit {
  /// How many branches an address may ask to be open.
  private static let mostOpen = 20

  /// The units directly below, closed.
  func nodes(below unit: ID<Unit>) throws -> [TreeNode] {
    try below(unit, yearSoFar).map {
      TreeNode(unit: $0.unit.link, members: $0.members, hasUnitsBelow: $0.hasUnitsBelow)
    }
  }

  /// The tree from the first unit of a path down to its last, each open to those directly below; further
  /// branches open as the address asks.
  func tree(_ path: [TreeUnit]) throws -> TreeNode {
    let asked = Set(asked.values("open").prefix(Visit.mostOpen))
    func opened(_ node: TreeNode) throws -> TreeNode {
      guard node.hasUnitsBelow, asked.contains(node.unit.key), let unit = ID<Unit>(node.unit.key) else {
        return node
      }
      var node = node
      node.below = try nodes(below: unit).map(opened)
      node.isAsked = true
      return node
    }
    var open: TreeNode?
    for (index, unit) in path.enumerated().reversed() {
      let inner = open
      let next = index + 1 < path.count ? path[index + 1].unit.description : nil
      let below = try nodes(below: unit.unit).map { child in
        if child.unit.key == next, let inner { return inner }
        return try opened(child)
      }
      open = TreeNode(
        unit: unit.link,
        members: try figures(of: unit.unit)[.total] ?? 0,
        hasUnitsBelow: !below.isEmpty,
        below: below
      )
    }
    return open ?? TreeNode(unit: UnitLink("", ""), members: 0, hasUnitsBelow: false)
  }
}
