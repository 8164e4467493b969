import Basics
import Markup
import Records
import Rules

/// The classes a body gave, beside those it gave in the round before, and those of units like it.
struct ReviewCompared: Sendable {
  /// One column of the comparison, with the address of the list behind its numbers.
  struct Column: Sendable {
    let counts: [ReviewClass: Int]
    /// `nil` where the reader may not open it.
    let path: Path?

    var total: Int { counts.values.reduce(0, +) }
  }

  let this: Column
  let before: (title: String, column: Column)?
  /// How many units alike there are, and what they gave.
  let alike: (units: Int, column: Column)?
}

/// Whom a body put in which class.
struct GivenClassesPage: Sendable {
  let round: ReviewRound
  let key: String
  let unit: UnitLink
  let path: [UnitLink]
  let rows: [GivenClass]
  let counts: [ReviewClass: Int]
  let rating: ReviewClass?
  let count: Int
  let firstSerial: Int
  let previous: String?
  let next: String?
}

/// The units like one, each with what it gave.
struct UnitsAlikePage: Sendable {
  let round: ReviewRound
  let key: String
  let unit: UnitLink
  let path: [UnitLink]
  let rows: [ReviewSpread]
  let rating: ReviewClass?
}

extension Visit {
  func reviewComparison(_ round: ReviewRound) -> ReviewComparison {
    ReviewComparison(db: db, round, asOf.knowledge, besides: visitor.person)
  }

  /// Where the visitor reads reviews: these units and all below them.
  var reviewPlaces: [ID<Rules.Unit>] {
    standing.places.filter { Rights.allows($0.role, .readReviews, on: .below) }.map(\.unit)
  }

  /// A constant number of questions, whatever the round.
  func reviewCompared(_ round: ReviewRound, _ unit: ID<Rules.Unit>) throws -> ReviewCompared {
    let (key, body) = (round.key.description, unit.description)
    let comparison = reviewComparison(round)
    let before = try comparison.before(of: unit)
    let reached = try comparison.similar(to: unit, within: reviewPlaces)
    // Published sums of many units tell nothing of one: they are shown to whoever is not above them, and do not open.
    let all = round.frozen == nil ? reached : try comparison.similar(to: unit)
    let isOpen = all.count == reached.count
    let alike = isOpen || all.count >= 3 ? all : reached
    let sum = alike.reduce(into: [ReviewClass: Int]()) { sum, spread in
      sum.merge(spread.counts, uniquingKeysWith: +)
    }
    return ReviewCompared(
      this: ReviewCompared.Column(
        counts: try comparison.spread(of: unit),
        path: viewpoint.givenClasses(key, of: body)
      ),
      before: try before.map { before in
        let column = ReviewCompared.Column(
          counts: try reviewComparison(before).spread(of: unit),
          path: viewpoint.givenClasses(before.key.description, of: body)
        )
        return (before.title, column)
      },
      alike: alike.isEmpty
        ? nil
        : (
          alike.count,
          ReviewCompared.Column(
            counts: sum,
            path: isOpen || alike.count == reached.count ? viewpoint.unitsAlike(key, of: body) : nil
          )
        )
    )
  }

  func givenClasses(_ key: String, _ unitKey: String) throws -> GivenClassesPage {
    let round = try reviewRound(key)
    let unit = try unit(unitKey)
    let path = try standing(of: unit, on: round.counted)
    try require(.readReviews, on: unit)
    let rating: ReviewClass? = try choice("rating")
    let comparison = reviewComparison(round)
    let rows = try comparison.list(of: unit, in: rating)
    let stretch = try Stretch(rows.count, asked)
    return GivenClassesPage(
      round: round,
      key: key,
      unit: path.last?.link ?? UnitLink(unitKey, ""),
      path: crumbs(path),
      rows: Array(rows[stretch.range]),
      counts: try comparison.spread(of: unit),
      rating: rating,
      count: rows.count,
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next
    )
  }

  func unitsAlike(_ key: String, _ unitKey: String) throws -> UnitsAlikePage {
    let round = try reviewRound(key)
    let unit = try unit(unitKey)
    let path = try standing(of: unit, on: round.counted)
    try require(.readReviews, on: unit)
    let rating: ReviewClass? = try choice("rating")
    return UnitsAlikePage(
      round: round,
      key: key,
      unit: path.last?.link ?? UnitLink(unitKey, ""),
      path: crumbs(path),
      rows: try reviewComparison(round).similar(to: unit, within: reviewPlaces)
        .filter { spread in rating.map { (spread.counts[$0] ?? 0) > 0 } ?? true },
      rating: rating
    )
  }
}
