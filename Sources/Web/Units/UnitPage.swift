package import Basics

/// A unit on the day shown: what it is, where it stands, who leads it, what stands below.
package struct UnitPage: Sendable {
  package var unit: UnitLink
  package var code: String
  package var kind: String
  package var sector: String?
  package var existence: Span
  package var path: [UnitLink]
  package var tree: TreeNode
  package var counts: MemberCounts
  package var ledger: MovementLedger
  package var below: [UnitRow]
  package var order: UnitOrder
  package var posts: [PostHolder]
  /// Leading posts that nobody holds on the day.
  package var vacant: [VacantPost]
  /// How many units below have no secretary; `nil` where no units stand below.
  package var vacancies: Int?
  /// The members of the unit itself over the last year.
  package var trend: [Int]
  /// What happened to the unit, newest first: founded, renamed, moved, ended.
  package var history: [LifeEvent]
  /// What the unit became, when it has ended.
  package var ending: Ending?
  /// From which units it took over, and when.
  package var predecessors: [(unit: UnitLink, day: CivilDate)] = []
  /// What the reader may do to it.
  package var deeds: [DeedOffer] = []
  /// Its discipline; `nil` when there is none, or it is not the reader's to see.
  package var discipline: UnitDisciplineTold?
  /// Whether members are at home in it and no units stand below: the page tells of people then.
  package var isCell = false
  /// What waits in a cell; `nil` where the reader sees no people.
  package var duties: Duties?

  /// The end of a unit: its last day, its successors and the decision.
  package struct Ending: Sendable {
    package var last: CivilDate
    package var successors: [UnitLink]
    package var source: Source?

    package init(last: CivilDate, successors: [UnitLink], source: Source?) {
      self.last = last
      self.successors = successors
      self.source = source
    }
  }

  package init(
    unit: UnitLink,
    code: String,
    kind: String,
    sector: String?,
    existence: Span,
    path: [UnitLink],
    tree: TreeNode,
    counts: MemberCounts,
    ledger: MovementLedger,
    below: [UnitRow],
    order: UnitOrder = UnitOrder(),
    posts: [PostHolder],
    vacant: [VacantPost] = [],
    vacancies: Int? = nil,
    trend: [Int] = [],
    history: [LifeEvent],
    ending: Ending? = nil
  ) {
    self.unit = unit
    self.code = code
    self.kind = kind
    self.sector = sector
    self.existence = existence
    self.path = path
    self.tree = tree
    self.counts = counts
    self.ledger = ledger
    self.below = below
    self.order = order
    self.posts = posts
    self.vacant = vacant
    self.vacancies = vacancies
    self.trend = trend
    self.history = history
    self.ending = ending
  }
}

/// A post of a unit and who holds it on the day shown.
package struct PostHolder: Sendable {
  package var post: String
  package var person: PersonLink
  package var since: CivilDate
  package var source: Source?

  package init(post: String, person: PersonLink, since: CivilDate, source: Source?) {
    self.post = post
    self.person = person
    self.since = since
    self.source = source
  }
}

/// A leading post that nobody holds on the day shown, and who held it last.
package struct VacantPost: Sendable {
  package var post: String
  /// The first day without a holder; `nil` when none is known to have been.
  package var since: CivilDate?
  package var last: PersonLink?

  package init(post: String, since: CivilDate?, last: PersonLink?) {
    self.post = post
    self.since = since
    self.last = last
  }
}
