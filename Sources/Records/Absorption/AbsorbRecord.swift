import Basics
import Rules
import Storage
import Synchronization

/// Brings in the record of another installation: all that is known there, as known from this entry, and its journal
/// whole.
///
/// One entry, whatever the size. Accounts and rights stay where they were.
final class AbsorbRecord: Operation, Sendable {
  static let operation = "absorb"

  private let other: OtherRecord
  /// The code of the unit under which it comes.
  private let under: String
  private let day: CivilDate
  /// By which its rows come.
  private let pipe: RowPipe
  private let progress: @Sendable (Int) -> Void
  private let outcome = Mutex<Outcome?>(nil)

  /// What came of it.
  struct Outcome: Sendable {
    var before: Holdings
    var after: Holdings
    var isBalanced: Bool
    var renamed: [Renamed]
    var alike: [AlikePeople]
    var identifiersLeft: Int
    var rows: Int
  }

  init(
    _ other: OtherRecord,
    under: String,
    on day: CivilDate,
    from pipe: RowPipe,
    progress: @escaping @Sendable (Int) -> Void
  ) {
    self.other = other
    self.under = under
    self.day = day
    self.pipe = pipe
    self.progress = progress
  }

  var said: [(name: String, value: String?)] {
    [
      ("installation", String(other.installation)), ("origin", other.roots.first?.code), ("under", under),
      ("day", day.description), ("entries", String(other.entries)), ("head", other.head.hex),
    ]
  }

  /// What came of it, when it was carried out or rehearsed.
  var result: Outcome? { outcome.withLock { $0 } }

  func perform(_ work: Work) throws -> Int64? {
    let units = UnitStore(db: work.db)
    guard let parent = try units.unit(code: under) else { throw Refused(.parent, .unknownUnit(under)) }
    try work.requireEverywhere(.importLists)
    try work.require(.foundUnit, on: parent)
    try other.obstacles(under: under, on: day, in: work.db).map { Objection(.parent, $0.refusal) }.raise()
    let prefix = try other.prefixes.first { try OtherRecord.isFree($0, work.db) }
    guard let prefix, let root = other.roots.first else {
      throw Refused(.code, .codeTaken(other.roots.first?.code ?? ""))
    }
    let before = try holdings(work)

    try work.beginBulk()
    var rows = AbsorbedRows(work, other, prefix: prefix)
    var isOpen = false
    while let block = try pipe.take() {
      // What the journal belongs to is there by then.
      if case .lines = Parcel.all[block.table], !isOpen {
        try rows.open(origin: root.unit)
        isOpen = true
      }
      let earlier = rows.count / 50_000
      try rows.take(block)
      if rows.count / 50_000 > earlier { progress(rows.count) }
    }
    try put(root.unit, under: parent, units, work)
    let after = try holdings(work)
    let isBalanced = balances(before, after)
    let alike = try AlikeSearch(work: work).run(rows)
    outcome.withLock { outcome in
      outcome = Outcome(
        before: Holdings(of: before) + Holdings(of: other.places),
        after: Holdings(of: after),
        isBalanced: isBalanced,
        renamed: rows.renamed,
        alike: alike,
        identifiersLeft: rows.sameIdentifiers.count,
        rows: rows.count
      )
    }
    if !isBalanced { throw NotBalanced() }
    return rows.number
  }

  /// The top unit stands under the other from the day on; nothing else in the tree changes.
  private func put(_ root: ID<Unit>, under parent: ID<Unit>, _ units: UnitStore, _ work: Work) throws {
    guard let old = try units.life(root), let existence = old.existence else { return }
    var new = old
    new.parents.put(parent, from: day, within: existence, cited: work.cited)
    if let later = old.parents.first(where: { !new.parents.contains($0) }) {
      throw Refused(.parent, .laterFact(Refusal.LaterFact(.parent, later.span)))
    }
    try units.writeFacts(new, from: old, work)
    try units.refreshAncestry(of: [root], work)
    try units.demandSound([root])
  }

  private func holdings(_ work: Work) throws -> [ID<Unit>: ReorganisedTree.Place] {
    OtherRecord.byUnit(try ReorganisationStore(db: work.db).tree(on: day, for: []))
  }

  /// Whether each unit of both holds what it held, and there are no others.
  private func balances(
    _ before: [ID<Unit>: ReorganisedTree.Place],
    _ after: [ID<Unit>: ReorganisedTree.Place]
  ) -> Bool {
    let all = before.merging(other.places) { here, _ in here }
    return all.count == before.count + other.places.count && after.count == all.count
      && all.allSatisfy { unit, place in after[unit].map { $0.holds(as: place) } ?? false }
  }
}

/// Something was lost on the way, or doubled: nothing of it is kept.
struct NotBalanced: Error {}

extension ReorganisedTree.Place {
  /// Whether it is the same and holds as much; its code, and the unit above it, aside.
  fileprivate func holds(as other: ReorganisedTree.Place) -> Bool {
    kind == other.kind && name == other.name && sector == other.sector && members == other.members
      && officials == other.officials && posts == other.posts && openMatters == other.openMatters
  }
}

extension Holdings {
  fileprivate init(of places: [ID<Unit>: ReorganisedTree.Place]) {
    self = places.values.reduce(into: Holdings()) { sum, place in
      sum.units += 1
      sum.members += place.members
      sum.posts += place.posts.values.reduce(0, +)
      sum.openMatters += place.openMatters
    }
  }

  fileprivate static func + (one: Holdings, other: Holdings) -> Holdings {
    Holdings(
      units: one.units + other.units,
      members: one.members + other.members,
      posts: one.posts + other.posts,
      openMatters: one.openMatters + other.openMatters
    )
  }
}
