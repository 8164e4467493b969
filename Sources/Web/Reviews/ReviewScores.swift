import Basics
import Records
import Rules

/// The scores a body has before it in a round, one dot for each subject, in groups.
struct ReviewScores: Sendable {
  enum Way: String, CaseIterable, Sendable {
    case unit
    case rating = "class"
  }

  /// Those of one unit, one sort or one class, with what strikes of them.
  struct Group: Sendable {
    let key: String
    /// The unit they are at home in, the class, or the sort of what is no person.
    let title: Title
    let dots: [Entry]
    let outliers: ReviewOutliers

    enum Title: Hashable, Sendable {
      case unit(String)
      case sort(ReviewSort)
      case rating(ReviewClass)
    }

    var scores: [Quantity] { dots.compactMap(\.dot.score) }
  }

  struct Entry: Sendable {
    let dot: ReviewDot
    let name: String
  }

  let round: ReviewRound
  let key: String
  let unit: UnitLink
  let path: [UnitLink]
  let way: Way
  let groups: [Group]
  /// By which bounds something is worth a look; `nil` where no rulebook says any.
  let hints: ReviewHints?
}

extension ReviewScores {
  /// Those of these lines who have a class, in groups: members by the unit they are at home in, units by their sort.
  static func groups(_ lines: [ReviewLine], by way: Way, _ hints: ReviewHints?) -> [Group] {
    var order: [Group.Title] = []
    var entries: [Group.Title: [Entry]] = [:]
    for line in lines {
      guard let rating = line.rating else { continue }
      func count(_ figure: TaskFigure) -> Int {
        line.facts.tasks.reduce(0) { $0 + (figure.counts($1.key) ? $1.value : 0) }
      }
      let dot = ReviewDot(
        line.subject,
        rating,
        score: line.said.score,
        assigned: count(.assigned),
        onTime: count(.onTime)
      )
      let title: Group.Title =
        switch (way, line.subject) {
        case (.rating, _): .rating(rating)
        case (.unit, .person): .unit(line.unitName)
        case (.unit, _): .sort(line.way.sort)
        }
      if entries[title] == nil { order.append(title) }
      entries[title, default: []].append(Entry(dot: dot, name: line.name))
    }
    if way == .rating { order = ReviewClass.allCases.map(Group.Title.rating).filter { entries[$0] != nil } }
    return order.enumerated().map { place, title in
      let entries = entries[title] ?? []
      return Group(
        key: String(place + 1),
        title: title,
        dots: entries,
        outliers: ReviewOutliers(entries.map(\.dot), by: hints)
      )
    }
  }
}

extension Visit {
  func reviewScores(_ key: String, _ unitKey: String) throws -> ReviewScores {
    let round = try reviewRound(key)
    let unit = try unit(unitKey)
    let path = try standing(of: unit, on: round.counted)
    try require(.readReviews, on: unit)
    let way: ReviewScores.Way = try choice("by") ?? .unit
    let hints = try reviewHints(round)
    return ReviewScores(
      round: round,
      key: key,
      unit: path.last?.link ?? UnitLink(unitKey, ""),
      path: crumbs(path),
      way: way,
      groups: ReviewScores.groups(
        try readable(reviewSheet(round).desk(of: unit), of: round).lines,
        by: way,
        hints
      ),
      hints: hints
    )
  }

  /// What the unit that holds a round finds worth a look.
  func reviewHints(_ round: ReviewRound) throws -> ReviewHints? {
    ReviewHints(try regulations(for: round.unit), on: round.last)
  }

  /// What a body has before it in a round, with those of the marks that the visitor may read.
  func readable(_ desk: ReviewDesk, of round: ReviewRound) throws -> ReviewDesk {
    let reader = try reviewReader(Set(desk.lines.flatMap { $0.marks.map(\.mark.body) }))
    let lines = desk.lines.map { line in
      line.keeping { reader.mayRead($0, isPublished: round.frozen != nil) }
    }
    return ReviewDesk(of: desk.body, lines, in: desk.tree)
  }
}
