import Basics
import Markup
import Records
import RulebookFiles
import Rules
import Storage

/// One subject of a round as its page shows it: to whoever evaluates it, or to the person reviewed.
struct ReviewSubjectPage: Sendable {
  /// What the reader can say here, as which body, in which step.
  struct Turn: Sendable {
    let step: ReviewStep
    let body: UnitLink
    /// The reader themselves, who reviews themselves, or evaluates as a head.
    let writer: String?
    /// What was said before in the same step, or what the reader begins with.
    let known: ReviewMark?
    /// Nothing was said yet, and the year's shorter rounds have points to begin with.
    var mayStartFromPeriods = false
  }

  struct Matter: Sendable {
    let fact: Fact<ReviewMatter>
    let unit: String
    /// Who was there, of an attendance.
    let person: String?
    let mayAnswer: Bool
  }

  /// What was decided of a unit by a model, for a year.
  struct Model: Sendable {
    let key: String
    let title: Wording?
    let assessment: ModelAssessment
  }

  struct Home: Sendable {
    let unit: UnitLink
    let days: Span
  }

  let round: ReviewRound
  let key: String
  let line: ReviewLine
  let unit: UnitLink
  let path: [UnitLink]
  let stops: [ReviewStop]
  /// What the reader may read, with the names of who said it.
  let marks: [(said: SaidMark, by: String)]
  /// The classes before, each with the name of the unit it was of where that was merged into this one.
  let past: [(value: PastClass, of: String?)]
  let matters: [Matter]
  let statements: [ReviewStatement]
  /// The cells a member follows, with their classes in this round.
  let followed: [FollowedClass]
  /// What the regulations ask and the record does not count.
  let asked: [RuleFact]
  /// What models decided of a unit for the time looked back on; `nil` for a person.
  let models: [Model]?
  /// Where a member was at home in the time looked back on.
  let homes: [Home]
  let facts: [RuleFact]
  let book: Rulebook?
  let turns: [Turn]
  /// The units as which the reader can raise something, and what.
  let raises: [(kind: ReviewMatter.Kind, unit: UnitLink)]
  let states: UnitLink?
  /// The unit in which the reader can give the subject a task.
  let assigns: String?
  let isOwn: Bool
  let seesVerdict: Bool
  /// Of an organisation, what was found of criteria that are credited beside the class.
  let creative: (book: Rulebook, verdict: Verdict)?
  /// Whether the forms begin with the mean of the shorter rounds' points.
  let startsFromPeriods: Bool
  let back: Path
  let request: String
  var values: [String: String] = [:]
  var objections: [Objection] = []
}

extension Visit {
  func reviewSubject(_ key: String, _ subject: ReviewSubject) throws -> ReviewSubjectPage {
    let round = try reviewRound(key)
    let sheet = try reviewSheet(round)
    let isOwn = subject.person != nil && subject.person == visitor.person
    guard var line = try sheet.line(subject) else { throw PageFault.absent }
    let bodies = Set([line.unit] + line.way.evaluations.compactMap(\.body))
    let reading = try bodies.filter { try allows(.readReviews, on: $0) }
    let isHead = line.way.evaluations.contains { $0.person != nil && $0.person == visitor.person }
    if !isOwn, !isHead, reading.isEmpty { try require(.readReviews, on: line.unit) }
    if let person = subject.person, !isOwn, let home = try Reach(db: db, today: today).unit(of: person) {
      try ReadingStore(db: db).log(try reader(of: home), opened: person, at: moment)
    }
    let store = ReviewStore(db: db)
    // What was said on an objection after a round was published is shown beside what was published.
    line = line.with(marks: try store.marks(of: subject, in: round.key, asOf.knowledge))
    let all = line
    let reader = try reviewReader(Set(line.marks.map(\.mark.body)))
    line = line.keeping { reader.mayRead($0, isPublished: round.frozen != nil) }
    let names = try names(of: Array(bodies) + line.marks.map(\.mark.body) + [round.unit])
    let heads = try people(
      line.way.evaluations.compactMap(\.person) + line.marks.compactMap(\.mark.writer)
    )
    let path = try standing(of: line.unit, on: round.counted)
    let matters = try matters(of: subject, round, all, names)
    return ReviewSubjectPage(
      round: round,
      key: key,
      line: line,
      unit: UnitLink(line.unit.description, line.unitName),
      path: isOwn ? [] : crumbs(path),
      stops: isOwn && round.frozen == nil
        ? stops(line.with(marks: []), names, heads) : stops(line, names, heads),
      marks: line.marks.map { said in
        (said, said.mark.writer.flatMap { heads[$0] } ?? names[said.mark.body] ?? "")
      },
      past: try pastClasses(subject, round, isOwn),
      matters: matters,
      statements: isOwn && round.frozen == nil
        ? [] : try store.statements(of: subject, in: round.key, asOf.knowledge).map(\.value),
      followed: isOwn && round.frozen == nil
        ? [] : try subject.person.map { try store.followed(by: $0, in: round, asOf.knowledge) } ?? [],
      asked: sheet.stated(line.way.sort),
      models: try models(of: subject, round),
      homes: try homes(subject, round),
      facts: sheet.judge(line.way.sort)?.book.facts ?? [],
      book: sheet.judge(line.way.sort)?.book,
      turns: try turns(all, round, isOwn, names),
      raises: try raises(all, round, isOwn, names),
      states: try statesAs(all, round, isOwn, names),
      assigns: try viewpoint.isNow && allows(.keepResolutions, on: line.unit) ? line.unit.description : nil,
      isOwn: isOwn,
      // Before it is published nobody sees what others make of them; the record's own figures everybody does.
      seesVerdict: !isOwn || round.frozen != nil,
      creative: try creative(all, round),
      startsFromPeriods: asked.value("start") == "periods",
      back: backFrom(round, all, reading),
      request: AccountForm.newRequest()
    )
  }

  /// What a rulebook of creative criteria makes of an organisation in a year; what they weigh is left to people.
  private func creative(
    _ line: ReviewLine,
    _ round: ReviewRound
  ) throws -> (book: Rulebook, verdict: Verdict)? {
    guard round.term == .year, case .organisation = line.subject,
      let judge = try regulations(for: round.unit).judge("creative", of: "organisation", on: round.last)
    else { return nil }
    return (judge.book, judge.verdict(line.facts.facts(.organisation, score: line.said.score)))
  }

  private func backFrom(_ round: ReviewRound, _ line: ReviewLine, _ reading: Set<ID<Rules.Unit>>) -> Path {
    let desk = line.way.evaluations.compactMap(\.body).first { reading.contains($0) }
    return desk.map { viewpoint.review(round.key.description, of: $0.description) }
      ?? viewpoint.reviews(line.unit.description)
  }

  private func pastClasses(
    _ subject: ReviewSubject,
    _ round: ReviewRound,
    _ isOwn: Bool
  ) throws -> [(value: PastClass, of: String?)] {
    let all = try ReviewStore(db: db).decisions(of: subject, asOf.knowledge).filter { past in
      past.round != round.key && (past.isPublished || !isOwn)
    }
    let merged = Set(all.compactMap { $0.subject == subject ? nil : $0.subject.unit })
    let names = try NameStore(db: db).names(of: Array(merged), asOf.knowledge)
    return all.map { past in
      let name = past.subject.unit.flatMap { names[$0]?.value(around: past.days.start) }
      return (past, past.subject == subject ? nil : name)
    }
  }

  /// Where a member was at home in the time looked back on: both parts, when they moved.
  private func homes(_ subject: ReviewSubject, _ round: ReviewRound) throws -> [ReviewSubjectPage.Home] {
    guard let person = subject.person, let life = try LifeStore(db: db).life(person, asOf.knowledge) else {
      return []
    }
    let homes = life.affiliations.compactMap { fact -> (unit: ID<Rules.Unit>, days: Span)? in
      guard fact.value.role == .home, let days = fact.span.intersection(round.days) else { return nil }
      return (fact.value.unit, days)
    }
    let names = try NameStore(db: db).names(of: homes.map(\.unit), asOf.knowledge)
    return homes.map { home in
      let name = names[home.unit]?.value(around: home.days.start) ?? ""
      return ReviewSubjectPage.Home(unit: UnitLink(home.unit.description, name), days: home.days)
    }
  }

  /// What was decided of a unit by models for years of the round, as known when that was published.
  private func models(of subject: ReviewSubject, _ round: ReviewRound) throws -> [ReviewSubjectPage.Model]? {
    guard let unit = subject.unit else { return nil }
    let library = try regulations(for: unit)
    let knowledge = round.frozen.map { Knowledge.entry($0) } ?? asOf.knowledge
    let years = round.days.start.year...round.last.year
    return try ModelStore(db: db).decided(of: unit, knowledge).filter { decided in
      decided.subject == unit && years.contains(decided.year)
    }.map { decided in
      ReviewSubjectPage.Model(
        key: decided.key.description,
        title: try library.model(of: decided, today: today)?.book.title,
        assessment: decided
      )
    }
  }

  private func matters(
    of subject: ReviewSubject,
    _ round: ReviewRound,
    _ line: ReviewLine,
    _ names: [ID<Rules.Unit>: String]
  ) throws -> [ReviewSubjectPage.Matter] {
    let isOwn = subject.person != nil && subject.person == visitor.person
    let found = try ReviewStore(db: db).matters(of: subject, asOf.knowledge)
    let others = try self.names(of: found.map(\.value.unit))
    let there = try people(found.filter { $0.value.kind == .attendance }.compactMap(\.value.person))
    return try found.map { fact in
      let matter = fact.value
      let answerer: ID<Rules.Unit>? = matter.kind == .objection ? line.way.decider : matter.unit
      let isSubjects = matter.kind == .suggestion || matter.kind == .remedyPlan
      let may = try isSubjects && isOwn || !isOwn && answerer.map { try allows(.keepReviews, on: $0) } == true
      return ReviewSubjectPage.Matter(
        fact: fact,
        unit: others[matter.unit] ?? "",
        person: matter.kind == .attendance ? matter.person.flatMap { there[$0] } : nil,
        mayAnswer: viewpoint.isNow && matter.answer == nil && may
      )
    }
  }
}
