package import Basics
package import Rules
package import Storage

/// One subject of a round with all that is known of it, and what the rules make of that.
package struct ReviewLine: Sendable {
  package let subject: ReviewSubject
  package let name: String
  /// Where a member is at home on the day counted; of a unit, the unit itself.
  package let unit: ID<Unit>
  package let unitName: String
  /// What a member holds on that day.
  package let posts: [Post]
  package let way: ReviewItinerary
  package let facts: ReviewFacts
  package let marks: [SaidMark]
  /// Who judges subjects of its sort; `nil` where no regulation is known for the time.
  let judge: Judge?
  /// The points by which it is judged: those said when it was read.
  let score: Quantity?

  /// What the rules give, worked out when asked; `nil` where no regulation is known for the time.
  package var verdict: Verdict? { judge?.verdict(facts.facts(way.sort, score: score)) }
  package var said: [ReviewMark] { marks.map(\.mark) }
  package var state: ReviewState { ReviewState(way, assigned: facts.assigned, said) }
  /// The class the rules give; `nil` where they leave it to people.
  package var byRule: ReviewClass? { verdict?.outcomeName.flatMap(ReviewClass.init(rawValue:)) }
  package var rating: ReviewClass? { said.standing }

  /// The same with those of its marks alone that somebody may read; what the rules give stays as it is.
  package func keeping(_ mayRead: (ReviewMark) -> Bool) -> ReviewLine {
    with(marks: marks.filter { mayRead($0.mark) })
  }

  /// The same with one more word, as it will have been said on a day.
  package func saying(_ mark: ReviewMark, on day: CivilDate) -> ReviewLine {
    with(marks: marks + [SaidMark(id: ID(0), day: day, mark: mark)])
  }

  /// The same with other marks, as they were said since.
  package func with(marks: [SaidMark]) -> ReviewLine {
    ReviewLine(
      subject: subject,
      name: name,
      unit: unit,
      unitName: unitName,
      posts: posts,
      way: way,
      facts: facts,
      marks: marks,
      judge: judge,
      score: score
    )
  }
}

/// Which subjects of a round a sheet holds.
package enum ReviewScope: Hashable, Sendable {
  /// Everybody at home in a unit and below, and those units: each of them once.
  case home(ID<Unit>)
  /// Those a body evaluates or decides about.
  case evaluated(by: ID<Unit>)
  /// A unit, its collective, and those at home in the unit itself: nobody below it.
  case directly(in: ID<Unit>)
  /// A unit and its collective alone.
  case unit(ID<Unit>)
  case person(ID<Person>)
}

/// Reads the subjects of a round: a constant number of questions, however many there are.
package struct ReviewSheet {
  package let db: any Connection
  package let round: ReviewRound
  let library: RulebookLibrary
  let asOf: AsOf
  let routes: [ReviewRoute]
  private let judges: [ReviewSort: Judge]
  /// What points may be given.
  let judgeOfPoints: Judge?

  /// - Parameters:
  ///   - db: The record.
  ///   - round: The round.
  ///   - library: The regulations as they hold for the unit that holds it.
  ///   - knowledge: Up to which entry; a published round is known as it was published.
  package init(
    db: any Connection,
    _ round: ReviewRound,
    by library: RulebookLibrary,
    _ knowledge: Knowledge = .now
  ) {
    self.db = db
    self.round = round
    self.library = library
    asOf = AsOf(round.counted, knowledge)
    routes =
      (library.version(of: "evaluators", on: round.last)?.routes ?? [])
      + (library.version(of: "review", on: round.last)?.routes ?? [])
    var judges: [ReviewSort: Judge] = [:]
    for sort in ReviewSort.allCases {
      judges[sort] = library.judge("review", of: sort.rawValue, on: round.last)
    }
    self.judges = judges
    judgeOfPoints = library.judge("review", of: "points", on: round.last)
  }

  /// The cap of the regulation; a round may set the share where the text leaves it open.
  package var cap: Cap? { library.version(of: "review", on: round.last)?.caps.first }

  package func judge(_ sort: ReviewSort) -> Judge? { judges[sort] }

  /// What a regulation asks of subjects of a sort that the record does not count: somebody states it.
  package func stated(_ sort: ReviewSort) -> [RuleFact] {
    let counted = ReviewFacts().facts(sort, score: .zero)
    return judges[sort]?.asked.filter { counted[$0.name] == nil } ?? []
  }

  /// The subjects, units before people, people as on the roll.
  package func lines(_ scope: ReviewScope) throws -> [ReviewLine] { try read(scope).lines }

  /// What a body has before it.
  package func desk(of body: ID<Unit>) throws -> ReviewDesk {
    let (lines, tree) = try read(.evaluated(by: body))
    return ReviewDesk(of: body, lines, in: tree)
  }

  private func read(_ scope: ReviewScope) throws -> (lines: [ReviewLine], tree: ReviewTree) {
    let reviewed = try reviewed(scope)
    let people = try people(reviewed)
    let units = try units(reviewed)
    let tree = try tree(reviewed)
    let collected = try ReviewFactStore(sheet: self, reviewed: reviewed, tree: tree).collect()
    let marks = try marks(reviewed)
    var lines: [ReviewLine] = []
    for unit in units {
      for subject in [ReviewSubject.organisation(unit.id), .collective(unit.id)] {
        if case .collective = subject, !unit.hasCollective { continue }
        let way = ReviewItinerary(of: subject, by: routes, in: tree)
        if case .evaluated(let body) = scope, !way.names(body) { continue }
        lines.append(
          line(way, unit.name, unit.id, unit.name, [], collected.facts(of: way), marks[subject] ?? [])
        )
      }
    }
    for person in people {
      let way = ReviewItinerary(
        of: person.id,
        at: person.home,
        holding: person.posts,
        by: routes,
        in: tree
      )
      if case .evaluated(let body) = scope, !way.names(body) { continue }
      lines.append(
        line(
          way,
          person.name,
          person.home,
          person.homeName,
          person.posts,
          collected.facts(of: way),
          marks[way.subject] ?? []
        )
      )
    }
    return (lines, tree)
  }

  /// One subject; `nil` when it is not reviewed in this round.
  package func line(_ subject: ReviewSubject) throws -> ReviewLine? {
    let scope: ReviewScope =
      switch subject {
      case .person(let person): .person(person)
      case .organisation(let unit), .collective(let unit): .unit(unit)
      }
    return try lines(scope).first { $0.subject == subject }
  }

  private func line(
    _ way: ReviewItinerary,
    _ name: String,
    _ unit: ID<Unit>,
    _ unitName: String,
    _ posts: [Post],
    _ facts: ReviewFacts,
    _ marks: [SaidMark]
  ) -> ReviewLine {
    ReviewLine(
      subject: way.subject,
      name: name,
      unit: unit,
      unitName: unitName,
      posts: posts,
      way: way,
      facts: facts,
      marks: marks,
      judge: judges[way.sort],
      score: marks.map(\.mark).score
    )
  }

  private func marks(_ reviewed: Reviewed) throws -> [ReviewSubject: [SaidMark]] {
    let store = ReviewStore(db: db)
    var marks: [ReviewSubject: [SaidMark]] = [:]
    for condition in [
      "t.round = \(round.key) AND t.person IN (\(reviewed.people))" as SQL,
      "t.round = \(round.key) AND t.subject IN (\(reviewed.units))",
    ] {
      for said in try store.marks(condition, asOf.knowledge) {
        marks[said.mark.subject, default: []].append(said)
      }
    }
    return marks
  }
}
