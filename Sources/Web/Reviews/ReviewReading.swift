import Basics
import Markup
import Records
import Rules
import Storage

/// The rounds that reach a unit, with what its own body has to do in each.
struct ReviewRounds: Sendable {
  struct Row: Sendable {
    let round: ReviewRound
    let key: String
    let holder: UnitLink
    let sentOn: CivilDate?
  }

  let unit: UnitLink
  let path: [UnitLink]
  let rows: [Row]
  let mayOpen: Bool
  /// Whether the reader sees what the unit has before it, and not only the rounds.
  let seesDesk: Bool
  /// The reader, where they are reviewed themselves.
  let own: ReviewSubject?
}

/// What a body has before it in a round.
struct ReviewDeskPage: Sendable {
  struct Row: Sendable {
    let line: ReviewLine
    let posts: [ReviewPost]
    /// What the body itself said.
    let own: ReviewMark?
    let rating: ReviewClass?
    let bodies: [ReviewStop]
  }

  struct Group: Sendable {
    let key: CapGroup
    let counts: [ReviewClass: Int]
    let standing: CapStanding?
    /// Those proposed highest with the fewest points: the first to be looked at again; the choice is the people's.
    let lowest: [(subject: ReviewSubject, name: String, score: Quantity)]
  }

  struct Below: Sendable {
    let unit: UnitLink
    let sentOn: CivilDate?
    let back: String?
    /// Nothing can be rated there: it counts as sent.
    let isQuiet: Bool

    var isSilent: Bool { sentOn == nil && !isQuiet }
  }

  let round: ReviewRound
  let key: String
  let unit: UnitLink
  let path: [UnitLink]
  let holder: UnitLink
  let rows: [Row]
  let all: Int
  let states: [ReviewState: Int]
  let filter: ReviewDeskFilter
  let groups: [Group]
  /// The cap of the regulation, where the round has not set its own.
  let cap: Cap?
  let compared: ReviewCompared
  /// How many in groups or by themselves are worth a look.
  let odd: Int
  let below: [Below]
  /// Whether the body itself has nothing to rate, so that nobody waits for it.
  let isQuiet: Bool
  /// At how many of the units whose reviews are steered whoever steers was.
  let steering: (attended: Int, assigned: Int)
  /// The meetings of the unit on whose agenda the round stands.
  let meetings: [MatterMeeting]
  let sent: ReviewsSent?
  let sentOn: CivilDate?
  let waiting: Int
  let troubles: Int
  let mayKeep: Bool
  let mayHold: Bool
  let firstSerial: Int
  let previous: String?
  let next: String?
  let request: String
  var objections: [Objection] = []
}

/// One evaluator on the way of a subject.
struct ReviewStop: Sendable {
  let evaluation: RoutedEvaluation
  let name: String
  let isDone: Bool
  let isDecider: Bool
}

extension Visit {
  /// A round as it is known; stops where there is none.
  func reviewRound(_ key: String) throws -> ReviewRound {
    guard let id = ID<FactMark>(key), let round = try ReviewStore(db: db).round(id, asOf.knowledge)?.value
    else { throw PageFault.absent }
    return round
  }

  /// The sheet of a round: a published one as it was published.
  func reviewSheet(_ round: ReviewRound) throws -> ReviewSheet {
    ReviewSheet(
      db: db,
      round,
      by: try regulations(for: round.unit),
      round.frozen.map { .entry($0) } ?? asOf.knowledge
    )
  }

  func reviewRounds(_ key: String) throws -> ReviewRounds {
    let unit = try unit(key)
    let path = try standing(of: unit)
    let isOwn = standing.home?.key == key
    if !isOwn { try require(.readReviews, on: unit) }
    let deeds = try deeds(on: unit)
    let store = ReviewStore(db: db)
    let rounds = try store.rounds(of: unit, asOf)
    let names = try names(of: rounds.map(\.value.unit))
    return ReviewRounds(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      rows: try rounds.map { fact in
        ReviewRounds.Row(
          round: fact.value,
          key: fact.value.key.description,
          holder: UnitLink(fact.value.unit.description, names[fact.value.unit] ?? ""),
          sentOn: try store.sent(by: unit, in: fact.value.key, asOf.knowledge)?.span.start
        )
      },
      mayOpen: viewpoint.isNow && deeds.contains(.holdReviews),
      seesDesk: deeds.contains(.readReviews),
      own: standing.home == nil ? nil : visitor.person.map { .person($0) }
    )
  }

  /// The last round in which somebody is reviewed where they are at home.
  func ownReview(
    _ person: ID<Person>,
    at home: ID<Rules.Unit>?
  ) throws -> (round: String, title: String, isPublished: Bool)? {
    guard let home else { return nil }
    let store = ReviewStore(db: db)
    let round = try store.rounds(of: home, asOf).first { try store.isReviewed(person, in: $0.value) }?.value
    return round.map { ($0.key.description, $0.title, $0.frozen != nil) }
  }

  /// The names of units as they stand around the day shown.
  func names(of units: [ID<Unit>]) throws -> [ID<Unit>: String] {
    try NameStore(db: db).names(of: Array(Set(units)), asOf.knowledge).mapValues { known in
      known.value(around: asOf.day) ?? ""
    }
  }

  /// Which marks of these the visitor may read.
  func reviewReader(_ bodies: Set<ID<Unit>>) throws -> ReviewReader {
    let read = try bodies.filter { try allows(.readReviews, on: $0) }
    return ReviewReader(person: visitor.person) { read.contains($0) }
  }

  static let reviewRows = 50

  func reviewDesk(_ key: String, _ unitKey: String, _ objections: [Objection] = []) throws -> ReviewDeskPage {
    let round = try reviewRound(key)
    let unit = try unit(unitKey)
    let path = try standing(of: unit, on: round.counted)
    try require(.readReviews, on: unit)
    let deeds = try deeds(on: unit)
    let sheet = try reviewSheet(round)
    let desk = try readable(sheet.desk(of: unit), of: round)
    let lines = desk.lines
    let units = lines.flatMap { $0.way.evaluations.compactMap(\.body) + $0.posts.map(\.unit) }
    let names = try names(of: units + [round.unit])
    let heads = try people(lines.flatMap { $0.way.evaluations.compactMap(\.person) })
    let groups = desk.groups
    let filter = try ReviewDeskFilter(self, groups)
    let shown = lines.filter(filter.shows)
    let start = min(asked.value("after").flatMap { Int(digits: $0) } ?? 0, max(shown.count - 1, 0))
    let store = ReviewStore(db: db)
    let sent = try store.sent(in: round.key, asOf.knowledge)
    return ReviewDeskPage(
      round: round,
      key: key,
      unit: path.last?.link ?? UnitLink(unitKey, ""),
      path: crumbs(path),
      holder: UnitLink(round.unit.description, names[round.unit] ?? ""),
      rows: shown.dropFirst(start).prefix(Visit.reviewRows).map { line in
        ReviewDeskPage.Row(
          line: line,
          posts: ReviewPost.all(of: line, names),
          own: desk.own(line),
          rating: line.rating,
          bodies: stops(line, names, heads)
        )
      },
      all: shown.count,
      states: Dictionary(lines.map { ($0.state, 1) }, uniquingKeysWith: +),
      filter: filter,
      groups: standings(groups, round),
      cap: sheet.cap,
      compared: try reviewCompared(round, unit),
      odd: try ReviewScores.groups(lines, by: .unit, reviewHints(round)).reduce(0) { count, group in
        count + group.outliers.found.count + group.outliers.odd.count
      },
      below: try below(unit, sheet, sent),
      isQuiet: try round.frozen == nil && sheet.quietUnits(among: [unit]).contains(unit),
      steering: try SteeringStore(db: db).lines(in: round, below: unit, asOf).tally,
      meetings: try allows(.readMeetings, on: unit)
        ? PreparationStore(db: db).meetings(about: AgendaMatter(.review, round.key.number), below: unit, asOf)
        : [],
      sent: sent.last { $0.value.unit == unit }?.value,
      sentOn: sent.last { $0.value.unit == unit && $0.span.end == nil }?.span.start,
      waiting: desk.waiting.count,
      troubles: lines.count { !$0.way.troubles.isEmpty || $0.way.evaluations.isEmpty },
      mayKeep: viewpoint.isNow && round.frozen == nil && deeds.contains(.keepReviews),
      mayHold: viewpoint.isNow && round.frozen == nil && unit == round.unit && deeds.contains(.holdReviews),
      firstSerial: start + 1,
      previous: start > 0 ? String(max(start - Visit.reviewRows, 0)) : nil,
      next: start + Visit.reviewRows < shown.count ? String(start + Visit.reviewRows) : nil,
      request: AccountForm.newRequest(),
      objections: objections
    )
  }

  /// The evaluators of a subject by their names, and who of them has spoken.
  func stops(_ line: ReviewLine, _ names: [ID<Unit>: String], _ heads: [ID<Person>: String]) -> [ReviewStop] {
    line.way.evaluations.enumerated().map { place, evaluation in
      let step = line.way.step(at: place)
      let isDone = line.said.contains { said in
        said.isPassed && said.body == evaluation.body && said.writer == evaluation.person
          && said.step == step
      }
      let unit = evaluation.body.flatMap { names[$0] } ?? ""
      let head = evaluation.person.flatMap { heads[$0] }
      return ReviewStop(
        evaluation: evaluation,
        name: head ?? unit,
        isDone: isDone,
        isDecider: step == .decision
      )
    }
  }

  func people(_ people: [ID<Person>]) throws -> [ID<Person>: String] {
    try NameStore(db: db).particulars(of: Array(Set(people)), asOf.knowledge).compactMapValues { known in
      known.value(around: asOf.day)?.name
    }
  }

  private func standings(
    _ groups: [CapGroup: [ReviewClass: [ReviewLine]]],
    _ round: ReviewRound
  ) -> [ReviewDeskPage.Group] {
    groups.map { key, classes in
      let standing = round.cap.flatMap { CapStanding(classes.mapValues(\.count), under: $0) }
      let highest = (classes[.excellent] ?? []).compactMap { line in
        line.said.score.map { (line.subject, line.name, $0) }
      }
      .sorted { one, other in one.2 != other.2 ? one.2 < other.2 : one.1 < other.1 }
      return ReviewDeskPage.Group(
        key: key,
        counts: classes.mapValues(\.count),
        standing: standing,
        lowest: (standing?.toMoveDown ?? 0) > 0
          ? highest.prefix(3).map { (subject: $0.0, name: $0.1, score: $0.2) } : []
      )
    }
    .sorted {
      ($0.key.sort.rawValue, $0.key.kind?.rawValue ?? "", $0.key.sector?.rawValue ?? "") < (
        $1.key.sort.rawValue, $1.key.kind?.rawValue ?? "", $1.key.sector?.rawValue ?? ""
      )
    }
  }

  private func below(
    _ unit: ID<Unit>,
    _ sheet: ReviewSheet,
    _ sent: [Fact<ReviewsSent>]
  ) throws -> [ReviewDeskPage.Below] {
    let all = try sheet.unitsBelow(unit)
    let done = Set(sent.filter { $0.span.end == nil }.map(\.value.unit))
    let quiet =
      sheet.round.frozen == nil
      ? try sheet.quietUnits(among: all.map(\.unit).filter { !done.contains($0) }) : []
    return all.map { below in
      let last = sent.last { $0.value.unit == below.unit }
      return ReviewDeskPage.Below(
        unit: UnitLink(below.unit.description, below.name),
        sentOn: last.flatMap { $0.span.end == nil ? $0.span.start : nil },
        back: last?.value.back,
        isQuiet: quiet.contains(below.unit)
      )
    }
  }
}
