import Basics
import Rules
import Testing

@Suite("Who evaluates whom, one after the other")
struct ReviewItineraryTests {
  private static func route(_ evaluators: [ReviewRoute.Evaluator], posts: [String]) -> ReviewRoute {
    ReviewRoute(
      name: posts.isEmpty ? "member" : "deputy",
      text: Wording(vi: "Thẩm quyền", en: "Who evaluates"),
      number: "1",
      sorts: posts.isEmpty ? [.individual] : [.leader],
      posts: posts,
      kinds: [],
      evaluators: evaluators,
      confidence: .verified,
      source: nil
    )
  }

  private static let (base, one, other) = (ID<Unit>(1), ID<Unit>(2), ID<Unit>(3))
  private static let tree = ReviewTree([
    base: ReviewTree.Node(parent: nil, kind: .baseCommittee),
    one: ReviewTree.Node(parent: base, kind: .cell, head: ID(11)),
    other: ReviewTree.Node(parent: base, kind: .cell, head: ID(12)),
  ])

  @Test(
    "a deputy in two units under one superior is heard by the cell once, by both heads, and decided about last by it"
  )
  func twoPosts() {
    let deputy = KnownPost.deputySecretary.rawValue
    let routes = [Self.route([.cell, .head, .superior], posts: [deputy])]
    let way = ReviewItinerary(
      of: ID(20),
      at: Self.one,
      holding: [Post(Self.one, deputy), Post(Self.other, deputy)],
      by: routes,
      in: Self.tree
    )
    #expect(way.evaluations.map(\.evaluator) == [.cell, .head, .head, .superior])
    #expect(way.evaluations.map(\.person) == [nil, ID(11), ID(12), nil])
    #expect(way.decider == Self.base)
    #expect(way.sort == .leader)
  }

  @Test("no route ends with somebody who evaluates alone and passes it up, whatever posts are held where")
  func neverAHeadAlone() {
    let posts = [KnownPost.deputySecretary, .secretary, .committeeMember].map(\.rawValue)
    let routes = posts.map { Self.route([.cell, .head, .superior], posts: [$0]) }
    let places = [Self.one, Self.other]
    let all = places.flatMap { unit in posts.map { Post(unit, $0) } }
    for held in 0..<(1 << all.count) {
      let holding = all.indices.filter { held >> $0 & 1 == 1 }.map { all[$0] }
      let way = ReviewItinerary(of: ID(20), at: Self.one, holding: holding, by: routes, in: Self.tree)
      if holding.isEmpty { continue }
      #expect(way.evaluations.last?.evaluator == .superior)
      #expect(way.evaluations.count { $0.evaluator == .cell } == 1)
    }
  }
}
