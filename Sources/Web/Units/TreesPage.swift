package import Basics
import Hummingbird
import Records
import Rules

/// The tree below a unit on two days beside each other.
package struct TreesPage: Sendable {
  /// How a unit differs on the other day: a code of `Phrase.treeMark`, and what it says of that day.
  package struct Mark: Sendable {
    package var code: String
    package var other: String

    package init(_ code: String, _ other: String = "") {
      self.code = code
      self.other = other
    }
  }

  /// A unit in one of the trees.
  package struct Node: Sendable {
    package var unit: UnitLink
    package var members: Int
    package var marks: [Mark]
    package var below: [Node]

    package init(unit: UnitLink, members: Int, marks: [Mark], below: [Node] = []) {
      self.unit = unit
      self.members = members
      self.marks = marks
      self.below = below
    }

    /// How many units of this branch differ, itself not counted.
    var differing: Int { below.reduce(0) { $0 + $1.differing + ($1.marks.isEmpty ? 0 : 1) } }
  }

  /// One of the two trees.
  package struct Tree: Sendable {
    package var day: CivilDate
    package var isThere: Bool
    package var count: Int
    package var nodes: [Node]

    package init(day: CivilDate, isThere: Bool, count: Int, nodes: [Node]) {
      self.day = day
      self.isThere = isThere
      self.count = count
      self.nodes = nodes
    }
  }

  package var unit: UnitLink
  package var path: [UnitLink]
  package var against: CivilDate
  package var levels: Int
  package var then: Tree
  package var later: Tree

  package init(
    unit: UnitLink,
    path: [UnitLink],
    against: CivilDate,
    levels: Int,
    then: Tree,
    later: Tree
  ) {
    self.unit = unit
    self.path = path
    self.against = against
    self.levels = levels
    self.then = then
    self.later = later
  }
}

/// Two trees beside each other.
struct TreesPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/trees", use: trees)
  }

  /// `GET /units/:unit/trees?on=2024-12-31&against=2025-07-01&levels=2`: without another day, today.
  @Sendable func trees(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) { visit in
      try visit.treesPage(key)
    } _: { model, frame in
      treesView(model, in: frame)
    }
  }
}

extension Visit {
  fileprivate func treesPage(_ key: String) throws -> TreesPage {
    let unit = try unit(key)
    try require(.readFigures, on: unit)
    let path = try standing(of: unit)
    let against = try against() ?? (asOf.day == today ? today.startOfYear.adding(days: -1) : today)
    var levels = 2
    if let text = asked.value("levels") {
      guard let number = Int(digits: text), (1...3).contains(number) else {
        throw PageFault.value(name: "levels", text)
      }
      levels = number
    }
    let then = AsOf(min(against, asOf.day), asOf.knowledge)
    let later = AsOf(max(against, asOf.day), asOf.knowledge)
    let before = try self.levels(below: unit, then, levels)
    let after = try self.levels(below: unit, later, levels)
    return TreesPage(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      against: against,
      levels: levels,
      then: try tree(before, beside: after, of: unit, then, later, ("ended", "movedAway")),
      later: try tree(after, beside: before, of: unit, later, then, ("founded", "movedHere"))
    )
  }

  private func levels(below unit: ID<Unit>, _ asOf: AsOf, _ levels: Int) throws -> [LevelUnit] {
    try kept(.levels(unit, asOf, levels)) { try TreeLevels(db: db).below(unit, asOf, levels: levels) }
  }

  /// One of the trees, its units marked where the other differs.
  ///
  /// `apart`: the marks of a unit that the other tree does not show: not there at all, or elsewhere.
  private func tree(
    _ units: [LevelUnit],
    beside others: [LevelUnit],
    of root: ID<Unit>,
    _ asOf: AsOf,
    _ other: AsOf,
    _ apart: (absent: String, elsewhere: String)
  ) throws -> TreesPage.Tree {
    let beside = Dictionary(others.map { ($0.unit.unit, $0) }) { first, _ in first }
    let missing = units.map(\.unit.unit).filter { beside[$0] == nil }
    let store = TreeLevels(db: db)
    let elsewhere = try store.existing(missing, other)
    let lost = Set(others.compactMap(\.parent)).filter { $0 != root && beside[$0] == nil }
    let parents = try store.existing(Array(lost) + [root], other)
    func marks(_ here: LevelUnit) -> [TreesPage.Mark] {
      guard let there = beside[here.unit.unit] else {
        return [TreesPage.Mark(elsewhere[here.unit.unit] == nil ? apart.absent : apart.elsewhere)]
      }
      var marks: [TreesPage.Mark] = []
      if there.unit.name != here.unit.name { marks.append(TreesPage.Mark("renamed", there.unit.name)) }
      if there.unit.kind != here.unit.kind { marks.append(TreesPage.Mark("kind", there.unit.kind.rawValue)) }
      if there.parent != here.parent, let parent = there.parent {
        let name = beside[parent]?.unit.name ?? parents[parent]?.name ?? ""
        marks.append(TreesPage.Mark("moved", name))
      }
      return marks
    }
    let children = Dictionary(grouping: units) { $0.parent ?? root }
    func nodes(_ parent: ID<Unit>) -> [TreesPage.Node] {
      (children[parent] ?? []).map { child in
        TreesPage.Node(
          unit: child.unit.link,
          members: child.members,
          marks: marks(child),
          below: nodes(child.unit.unit)
        )
      }
    }
    return TreesPage.Tree(
      day: asOf.day,
      isThere: try TreeStore(db: db).unit(root, asOf) != nil,
      count: units.count,
      nodes: nodes(root)
    )
  }
}
