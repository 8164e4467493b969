public import Basics

/// Who evaluates subjects of a sort, one after the other, as a rulebook says it; the last of them decides.
public struct ReviewRoute: Hashable, Sendable {
  public let name: String
  /// The ground, in the words shown beside it.
  public let text: Wording
  public let number: String
  public let sorts: [ReviewSort]
  /// The posts it is of, by their codes or as they are written; none for any.
  public let posts: [String]
  /// The kinds of unit the post is held in, or the unit is of; none for any.
  public let kinds: [UnitKind]
  public let evaluators: [Evaluator]
  public let confidence: Confidence
  public let source: String?

  /// Who evaluates, seen from the subject.
  public enum Evaluator: String, Hashable, Sendable, CaseIterable {
    /// The cell where a member is at home.
    case cell
    /// The base organisation that cell is in, or is.
    case base
    /// The unit itself, or the unit of the post.
    case unit
    /// Whoever leads the unit of the post, as a person.
    case head
    /// The unit directly above the unit, or above that of the post.
    case superior
    case province
  }

  public init(
    name: String,
    text: Wording,
    number: String,
    sorts: [ReviewSort],
    posts: [String],
    kinds: [UnitKind],
    evaluators: [Evaluator],
    confidence: Confidence,
    source: String?
  ) {
    self.name = name
    self.text = text
    self.number = number
    self.sorts = sorts
    self.posts = posts
    self.kinds = kinds
    self.evaluators = evaluators
    self.confidence = confidence
    self.source = source
  }

  /// Whether it is of a post held in a unit of a kind.
  func concerns(_ post: String, in kind: UnitKind) -> Bool {
    sorts.contains(.leader) && (posts.isEmpty || posts.contains(post))
      && (kinds.isEmpty || kinds.contains(kind))
  }
}

/// The units among which a review goes up, as they stood on the day counted: who is above whom, and who leads.
public struct ReviewTree: Hashable, Sendable {
  public struct Node: Hashable, Sendable {
    public var parent: ID<Unit>?
    public var kind: UnitKind
    public var sector: Sector?
    /// The one secretary; `nil` when there is none.
    public var head: ID<Person>?

    public init(parent: ID<Unit>?, kind: UnitKind, sector: Sector? = nil, head: ID<Person>? = nil) {
      self.parent = parent
      self.kind = kind
      self.sector = sector
      self.head = head
    }
  }

  public var nodes: [ID<Unit>: Node]

  public init(_ nodes: [ID<Unit>: Node]) {
    self.nodes = nodes
  }

  public subscript(unit: ID<Unit>) -> Node? { nodes[unit] }

  /// The unit itself, or the first above it, of one of these kinds.
  func first(from unit: ID<Unit>, of kinds: Set<UnitKind>) -> ID<Unit>? {
    var next: ID<Unit>? = unit
    while let here = next, let node = nodes[here] {
      if kinds.contains(node.kind) { return here }
      next = node.parent
    }
    return nil
  }
}

/// One evaluation of a subject: by whom, and on what ground.
public struct RoutedEvaluation: Hashable, Sendable {
  public let route: ReviewRoute
  public let evaluator: ReviewRoute.Evaluator
  /// The body; `nil`: there is none, and somebody must be found.
  public let body: ID<Unit>?
  /// The person, where one evaluates alone.
  public let person: ID<Person>?
  /// What stands against it.
  public let trouble: Trouble?

  public enum Trouble: String, Hashable, Sendable, CaseIterable {
    /// The unit has no head, or no unit stands above it.
    case nobody
    /// The evaluator would rate themselves.
    case oneself
  }
}

/// The whole way of one subject through a round: who evaluates in which order, and who decides.
public struct ReviewItinerary: Hashable, Sendable {
  public let subject: ReviewSubject
  public let sort: ReviewSort
  public let evaluations: [RoutedEvaluation]

  /// The way of a unit, or of the committee that leads it.
  ///
  /// - Parameters:
  ///   - subject: A unit or its collective; of a person, nobody evaluates here.
  ///   - routes: The routes in force, those that go before first.
  ///   - tree: The units on the day counted.
  public init(of subject: ReviewSubject, by routes: [ReviewRoute], in tree: ReviewTree) {
    self.subject = subject
    let sort: ReviewSort = if case .collective = subject { .collective } else { .organisation }
    self.sort = sort
    guard let unit = subject.unit, let node = tree[unit],
      let route = routes.first(where: {
        $0.sorts.contains(sort) && ($0.kinds.isEmpty || $0.kinds.contains(node.kind))
      })
    else {
      evaluations = []
      return
    }
    evaluations = route.evaluators.map { RoutedEvaluation(route, $0, nil, home: unit, post: unit, tree) }
  }

  /// The way of a member: through the cell, and through as many places as they hold posts.
  ///
  /// - Parameters:
  ///   - person: The member.
  ///   - home: The unit where they are at home on the day counted.
  ///   - posts: The posts they hold on that day.
  ///   - routes: The routes in force, those that go before first.
  ///   - tree: The units on that day.
  public init(
    of person: ID<Person>,
    at home: ID<Unit>,
    holding posts: [Post],
    by routes: [ReviewRoute],
    in tree: ReviewTree
  ) {
    subject = .person(person)
    var ways: [(route: ReviewRoute, unit: ID<Unit>)] = []
    // From the lowest unit up: the highest of them decides.
    let ordered = posts.sorted { one, other in
      let depths = (tree.depth(one.unit), tree.depth(other.unit))
      return depths.0 != depths.1
        ? depths.0 > depths.1 : (one.unit.number, one.post) < (other.unit.number, other.post)
    }
    for post in ordered {
      guard let kind = tree[post.unit]?.kind,
        let route = routes.first(where: { $0.concerns(post.post, in: kind) })
      else { continue }
      if !ways.contains(where: { $0.route == route && $0.unit == post.unit }) {
        ways.append((route, post.unit))
      }
    }
    sort = ways.isEmpty ? .individual : .leader
    if ways.isEmpty, let route = routes.first(where: { $0.sorts.contains(.individual) }) {
      ways = [(route, home)]
    }
    var evaluations: [RoutedEvaluation] = []
    for way in ways {
      for evaluator in way.route.evaluators {
        let next = RoutedEvaluation(way.route, evaluator, person, home: home, post: way.unit, tree)
        // A cell hears its member once, however many posts they hold; whoever stands above two of them, after both.
        let again = evaluations.firstIndex { earlier in
          earlier.body == next.body && earlier.person == next.person
            && (evaluator == .cell || earlier.route == next.route)
        }
        if let again, next.body != nil {
          if evaluator == .cell { continue }
          evaluations.remove(at: again)
        }
        evaluations.append(next)
      }
    }
    self.evaluations = evaluations
  }

  /// The body that decides.
  public var decider: ID<Unit>? { evaluations.last?.body }

  /// What the evaluator at a place says: the last decides, all before it propose.
  public func step(at place: Int) -> ReviewStep {
    place == evaluations.count - 1 ? .decision : .evaluation
  }

  /// What somebody has to settle before the round begins.
  public var troubles: [RoutedEvaluation] { evaluations.filter { $0.trouble != nil } }

  /// Whether a body evaluates the subject, or decides.
  public func names(_ body: ID<Unit>) -> Bool { evaluations.contains { $0.body == body } }
}

extension ReviewTree {
  fileprivate func depth(_ unit: ID<Unit>) -> Int {
    var depth = 0
    var next = nodes[unit]?.parent
    while let here = next {
      depth += 1
      next = nodes[here]?.parent
    }
    return depth
  }
}

extension RoutedEvaluation {
  fileprivate init(
    _ route: ReviewRoute,
    _ evaluator: ReviewRoute.Evaluator,
    _ subject: ID<Person>?,
    home: ID<Unit>,
    post: ID<Unit>,
    _ tree: ReviewTree
  ) {
    let body: ID<Unit>? =
      switch evaluator {
      case .cell: home
      case .base: tree.first(from: home, of: [.baseCommittee, .baseCell])
      case .unit, .head: post
      case .superior: tree[post]?.parent
      case .province: tree.first(from: post, of: [.province])
      }
    let person = evaluator == .head ? tree[post]?.head : nil
    self.route = route
    self.evaluator = evaluator
    self.body = body
    self.person = person
    trouble =
      if body == nil || (evaluator == .head && person == nil) {
        .nobody
      } else if person != nil && person == subject {
        .oneself
      } else {
        nil
      }
  }
}
