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

  /// A body the column of the time before counts: the unit itself, or one it goes on from.
  struct Part: Sendable {
    let unit: UnitLink
    let total: Int
    let path: Path
    let forebear: Forebear?
    /// The only one it goes on from, and nothing else: it took its place.
    let isAlone: Bool
  }

  struct Before: Sendable {
    let title: String
    let column: Column
    let parts: [Part]
    /// Those it goes on from whose reviews are not the reader's to see: they are not counted.
    let closed: [UnitLink]
  }

  let this: Column
  let before: Before?
  /// How many units alike there are, and what they gave.
  let alike: (units: Int, column: Column)?
}

/// Whom a body put in which class.
struct GivenClassesPage: Sendable {
  struct Row: Sendable {
    let value: GivenClass
    /// The round it was given in.
    let round: String
    /// By which body, on the list of several.
    let by: String?
  }

  let round: ReviewRound
  let key: String
  let unit: UnitLink
  let path: [UnitLink]
  /// The time before this round, with the titles of the rounds of that time; `nil` for the round itself.
  let before: String?
  let rows: [Row]
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
  let count: Int
  /// How many they all rated, or put in the class asked for.
  let sum: Int
  let firstSerial: Int
  let previous: String?
  let next: String?
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
    // Published sums of many units tell nothing of one: they are shown to whoever is not above them, and do not open.
    let (all, reached) = try unitsAlike(to: unit, comparison)
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
      before: try comparedBefore(comparison.before(of: unit), key, body),
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

  /// What a body and those it goes on from gave the time before: as far as the reader may see it, and nothing else.
  private func comparedBefore(
    _ bodies: [BodyBefore],
    _ key: String,
    _ body: String
  ) throws -> ReviewCompared.Before? {
    if bodies.isEmpty { return nil }
    let open = try bodies.filter { try allows(.readReviews, on: $0.unit) }
    let names = try names(before: bodies)
    var counts: [ID<Rules.Unit>: [ReviewClass: Int]] = [:]
    for (round, bodies) in Dictionary(grouping: open, by: \.round) {
      counts.merge(try reviewComparison(round).spreads(of: bodies.map(\.unit))) { one, _ in one }
    }
    let parts = open.map { part in
      let unit = part.unit.description
      return ReviewCompared.Part(
        unit: UnitLink(unit, names[part.unit] ?? ""),
        total: (counts[part.unit] ?? [:]).values.reduce(0, +),
        path: viewpoint.givenClasses(part.round.key.description, of: unit),
        forebear: part.forebear,
        isAlone: bodies.count == 1
      )
    }
    return ReviewCompared.Before(
      title: titles(of: open.isEmpty ? bodies : open),
      column: ReviewCompared.Column(
        counts: counts.values.reduce(into: [:]) { sum, counts in sum.merge(counts, uniquingKeysWith: +) },
        path: parts.count == 1
          ? parts.first?.path : viewpoint.givenClasses(key, of: body).with("time", "before")
      ),
      parts: parts,
      closed: bodies.filter { body in !open.contains(body) }
        .map { UnitLink($0.unit.description, names[$0.unit] ?? "") }
    )
  }

  private func titles(of bodies: [BodyBefore]) -> String {
    var seen: Set<String> = []
    return bodies.map(\.round.title).filter { seen.insert($0).inserted }.joined(separator: ", ")
  }

  /// What units were called on the day their round counted.
  private func names(before bodies: [BodyBefore]) throws -> [ID<Rules.Unit>: String] {
    let names = try NameStore(db: db).names(of: bodies.map(\.unit), asOf.knowledge)
    return Dictionary(bodies.map { ($0.unit, names[$0.unit]?.value(around: $0.round.counted) ?? "") }) {
      one,
      _ in one
    }
  }

  func givenClasses(_ key: String, _ unitKey: String) throws -> GivenClassesPage {
    let round = try reviewRound(key)
    let unit = try unit(unitKey)
    let path = try standing(of: unit, on: round.counted)
    try require(.readReviews, on: unit)
    let rating: ReviewClass? = try choice("rating")
    let comparison = reviewComparison(round)
    let isBefore = asked.value("time") == "before"
    let bodies =
      isBefore
      ? try comparison.before(of: unit).filter { try allows(.readReviews, on: $0.unit) }
      : [BodyBefore(unit: unit, round: round)]
    let names = isBefore ? try names(before: bodies) : [:]
    let all = try bodies.flatMap { body in
      try reviewComparison(body.round).list(of: body.unit).map { given in
        GivenClassesPage.Row(value: given, round: body.round.key.description, by: names[body.unit])
      }
    }
    let rows = all.filter { rating == nil || $0.value.rating == rating }
    let stretch = try Stretch(rows.count, asked)
    return GivenClassesPage(
      round: round,
      key: key,
      unit: path.last?.link ?? UnitLink(unitKey, ""),
      path: crumbs(path),
      before: isBefore ? titles(of: bodies) : nil,
      rows: Array(rows[stretch.range]),
      counts: Dictionary(all.map { ($0.value.rating, 1) }, uniquingKeysWith: +),
      rating: rating,
      count: rows.count,
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next
    )
  }

  /// The units like one with what they gave: all of them once a round is published, and those the reader is above.
  private func unitsAlike(
    to unit: ID<Rules.Unit>,
    _ comparison: ReviewComparison
  ) throws -> (all: [ReviewSpread], reached: [ReviewSpread]) {
    guard let likeness = try comparison.likeness(of: unit) else { return ([], []) }
    guard let frozen = comparison.round.frozen else {
      let found = try comparison.spreads(like: likeness, within: reviewPlaces).filter { $0.unit != unit }
      return (found, found)
    }
    // As it was published it stays, whatever is written later.
    let kept = FigureCache.Subject.classesGiven(
      comparison.round.key,
      likeness,
      comparison.knowledge,
      comparison.besides
    )
    let all = try cache.value(kept, head: frozen) { try comparison.spreads(like: likeness) }
      .filter { $0.unit != unit }
    if reviewPlaces.contains(comparison.round.unit) { return (all, all) }
    let places = try comparison.reached(from: reviewPlaces)
    return (all, all.filter { places.contains($0.unit) })
  }

  func unitsAlike(_ key: String, _ unitKey: String) throws -> UnitsAlikePage {
    let round = try reviewRound(key)
    let unit = try unit(unitKey)
    let path = try standing(of: unit, on: round.counted)
    try require(.readReviews, on: unit)
    let rating: ReviewClass? = try choice("rating")
    let rows = try unitsAlike(to: unit, reviewComparison(round)).reached
      .filter { spread in rating.map { (spread.counts[$0] ?? 0) > 0 } ?? true }
    let stretch = try Stretch(rows.count, asked)
    let classes = rating.map { [$0] } ?? ReviewClass.allCases
    return UnitsAlikePage(
      round: round,
      key: key,
      unit: path.last?.link ?? UnitLink(unitKey, ""),
      path: crumbs(path),
      rows: Array(rows[stretch.range]),
      rating: rating,
      count: rows.count,
      sum: rows.reduce(0) { sum, row in sum + classes.reduce(0) { $0 + (row.counts[$1] ?? 0) } },
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next
    )
  }
}
