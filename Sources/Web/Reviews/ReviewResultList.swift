import Basics
import Markup
import Records
import Rules
import Storage

/// The published results of a unit in a round: as a list for whoever works on them, and for members where the unit that
/// holds the round lists them.
struct ReviewResultList: Sendable {
  struct Row: Sendable {
    let subject: ReviewSubject
    let name: String
    let unitName: String
    let sort: ReviewSort
    let state: ReviewState
    let rating: ReviewClass?
    let score: Quantity?
    let reason: String?

    init(_ line: ReviewLine) {
      let decision = line.said.decision
      subject = line.subject
      name = line.name
      unitName = line.unitName
      sort = line.way.sort
      state = line.state
      rating = decision?.rating
      score = line.said.score
      reason = decision?.reason
    }
  }

  let round: ReviewRound
  let key: String
  let unit: UnitLink
  let path: [UnitLink]
  let holder: UnitLink
  /// Those of the page shown, or all of them for paper.
  let rows: [Row]
  /// How many there are of the class asked for; of each class in the whole unit.
  let count: Int
  let counts: [ReviewClass: Int]
  let rating: ReviewClass?
  let firstSerial: Int
  let previous: String?
  let next: String?
  /// Whether the whole list was asked for, to be printed.
  let isForPaper: Bool
  /// The units directly below, each with a list of its own, where this one holds units alone.
  let below: [UnitLink]
  let audience: ReviewListing.Audience?
  let mayList: Bool
  /// Whether the reader sees more than what is listed: each name opens.
  let opensSubjects: Bool
  let request: String
  var objections: [Objection] = []
}

extension Visit {
  func reviewResults(_ key: String, _ unitKey: String) throws -> ReviewResultList {
    let round = try reviewRound(key)
    let unit = try unit(unitKey)
    guard round.frozen != nil else { throw PageFault.absent }
    let path = try standing(of: unit, on: round.counted)
    let listing = try SteeringStore(db: db).listing(of: round.key, asOf.knowledge)?.value
    let deeds = try deeds(on: unit)
    if !deeds.contains(.readReviews), try !isListed(unit, path, round, listing) {
      try require(.readReviews, on: unit)
    }
    let kind = path.last?.kind ?? .cell
    let isHigh = [.centre, .province, .superiorCommittee].contains(kind)
    let sheet = try reviewSheet(round)
    let lines = try sheet.lines(isHigh ? .directly(in: unit) : .home(unit))
    let rating: ReviewClass? = try choice("rating")
    let chosen = lines.filter { rating == nil || $0.said.decision?.rating == rating }
    let stretch = try Stretch(chosen.count, asked)
    let isForPaper = asked.value("print") != nil
    let shown = isForPaper ? chosen[...] : chosen[stretch.range]
    // What is taken away whole is written down as an export is.
    if isForPaper {
      let people = shown.compactMap(\.subject.person)
      try logList(of: unit, on: round.counted, count: shown.count, named: people.count > 5000 ? nil : people)
    }
    let below = isHigh ? try sheet.unitsBelow(unit) : []
    return ReviewResultList(
      round: round,
      key: key,
      unit: path.last?.link ?? UnitLink(unitKey, ""),
      path: deeds.contains(.readReviews) ? crumbs(path) : [],
      holder: UnitLink(round.unit.description, try names(of: [round.unit])[round.unit] ?? ""),
      rows: shown.map(ReviewResultList.Row.init),
      count: chosen.count,
      counts: lines.reduce(into: [:]) { counts, line in
        if let rating = line.said.decision?.rating { counts[rating, default: 0] += 1 }
      },
      rating: rating,
      firstSerial: isForPaper ? 1 : stretch.range.lowerBound + 1,
      previous: isForPaper ? nil : stretch.previous,
      next: isForPaper ? nil : stretch.next,
      isForPaper: isForPaper,
      below: below.map { UnitLink($0.unit.description, $0.name) },
      audience: listing?.audience,
      mayList: try viewpoint.isNow && allows(.holdReviews, on: round.unit),
      opensSubjects: deeds.contains(.readReviews),
      request: AccountForm.newRequest()
    )
  }

  /// Whether the results of a unit are listed to the visitor: those of their own cell, or of their base organisation, on
  /// the day counted.
  private func isListed(
    _ unit: ID<Rules.Unit>,
    _ path: [TreeUnit],
    _ round: ReviewRound,
    _ listing: ReviewListing?
  ) throws -> Bool {
    guard let listing, let place = try ownResults(round, listing.audience) else { return false }
    return path.contains { $0.unit == place }
  }

  /// The newest published results that are listed to a member; `nil` where there are none.
  func ownListing(at home: ID<Rules.Unit>?) throws -> (round: String, unit: String)? {
    guard let home else { return nil }
    let store = SteeringStore(db: db)
    for fact in try ReviewStore(db: db).rounds(of: home, asOf) where fact.value.frozen != nil {
      guard let listing = try store.listing(of: fact.value.key, asOf.knowledge)?.value,
        let place = try ownResults(fact.value, listing.audience)
      else { continue }
      return (fact.value.key.description, place.description)
    }
    return nil
  }

  /// The unit whose results are listed to the visitor in a round; `nil` where they are not reviewed in it.
  func ownResults(_ round: ReviewRound, _ audience: ReviewListing.Audience) throws -> ID<Rules.Unit>? {
    guard let person = visitor.person else { return nil }
    let asOf = AsOf(round.counted, round.frozen.map { .entry($0) } ?? self.asOf.knowledge)
    guard let home = try ReviewStore(db: db).home(of: person, in: round, asOf.knowledge) else { return nil }
    let path = try TreeStore(db: db).path(to: home, asOf)
    let kinds: Set<UnitKind> =
      switch audience {
      case .cell: [.cell, .baseCell]
      case .base: [.baseCommittee, .baseCell]
      }
    return path.last { kinds.contains($0.kind) }?.unit
  }
}
