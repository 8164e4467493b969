package import Basics
package import Rules
import Storage

/// Raises something about a subject of a round: a suggestion for review, a limitation, a remedy plan, an objection.
///
/// An objection is the subject's own, and is raised once its class is published.
package struct RaiseMatter: Operation {
  package static let operation = "raiseMatter"
  package var matter: ReviewMatter
  /// Of an attendance, the day of the session; everything else is raised on the day it is written.
  package var day: CivilDate?

  package init(_ matter: ReviewMatter, on day: CivilDate? = nil) {
    self.matter = matter
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [
      ("round", matter.round.description), ("person", matter.subject.person?.description),
      ("subject", matter.subject.unit?.description), ("kind", matter.kind.rawValue),
      ("unit", matter.unit.description), ("writer", matter.person?.description), ("text", matter.text),
      ("due", matter.due?.description), ("day", day?.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let round = try work.knownRound(matter.round).value
    let sheet = ReviewSheet(
      db: work.db,
      round,
      by: try work.regulations(for: round.unit),
      round.frozen.map { .entry($0) } ?? .now
    )
    guard let line = try sheet.line(matter.subject) else { throw Refused(nil, .notInRound) }
    try allow(line, round, work)
    var objections = Written.text(matter.text, .text, limit: 4000)
    if let due = matter.due, due < work.today { objections.append(Objection(.due, .beforeDay(work.today))) }
    let start = matter.kind == .attendance ? day ?? work.today : work.today
    if matter.kind == .attendance { objections += try doubts(of: start, round, line, work) }
    try objections.raise()
    var new = matter
    new.key = work.draw()
    try work.write(.reviewMatter, work.draw(), Span(open: start), new.row)
    return new.key.number
  }

  /// Why somebody cannot have been there: the day lies ahead or before the time reviewed, they are of no committee
  /// above, or it stands there already.
  private func doubts(
    of day: CivilDate,
    _ round: ReviewRound,
    _ line: ReviewLine,
    _ work: Work
  ) throws -> [Objection] {
    var objections: [Objection] = []
    if day > work.today { objections.append(Objection(.day, .notYet(day))) }
    if day < round.days.start { objections.append(Objection(.day, .beforeDay(round.days.start))) }
    guard let person = matter.person else { return objections }
    let steers = try SteeringStore(db: work.db).steers(person, line.unit, in: round.key, AsOf(work.today))
    if try !steers && !FollowingStore(db: work.db).isAbove(person, line.unit, on: day) {
      objections.append(Objection(.person, .notFromAbove))
    }
    let known = try ReviewStore(db: work.db).matters(of: matter.subject)
    let isThere = known.contains { other in
      other.value.kind == .attendance && other.value.round == round.key && other.value.person == person
        && other.span.start == day
    }
    if isThere { objections.append(Objection(.day, .alreadyThere)) }
    return objections
  }

  private func allow(_ line: ReviewLine, _ round: ReviewRound, _ work: Work) throws {
    let own = try work.person
    let isOneself = own != nil && matter.subject == .person(own ?? ID(0))
    switch matter.kind {
    case .objection:
      if round.frozen == nil { throw Refused(nil, .reviewsNotSent) }
      if isOneself, matter.person == own { return }
      // A unit's own objection; a member's is entered for them where they are at home.
      try work.require(.keepReviews, on: line.unit)
    case .remedyPlan:
      if isOneself { return }
      try work.require(.keepReviews, on: line.unit)
    case .attendance where own != nil && matter.person == own && matter.subject.person == nil:
      // Whoever steers the review of a unit says themselves that they were there.
      let steers = try SteeringStore(db: work.db).steers(
        own ?? ID(0),
        line.unit,
        in: round.key,
        AsOf(work.today)
      )
      if !steers { try work.require(.keepReviews, on: matter.unit) }
    case .suggestion, .limitation, .attendance:
      if isOneself { throw Refused(nil, .ownReview) }
      // Whoever is above may suggest; whoever evaluates may point out.
      guard try work.isAbove(matter.unit, line.unit, on: round.counted) || line.way.names(matter.unit) else {
        throw Refused(nil, .notAnEvaluator)
      }
      try work.require(.keepReviews, on: matter.unit)
    }
  }
}

/// Says what came of something raised: put right, reported, answered.
package struct AnswerMatter: Operation {
  package static let operation = "answerMatter"
  package var matter: ID<FactMark>
  package var text: String
  package var day: CivilDate

  package init(_ matter: ID<FactMark>, _ text: String, on day: CivilDate) {
    self.matter = matter
    self.text = text
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [("matter", matter.description), ("text", text), ("day", day.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    guard let old = try ReviewStore(db: work.db).matter(matter) else {
      throw Refused(nil, .unknownValue(matter.description, allowed: []))
    }
    if old.value.answer != nil { throw Refused(nil, .noneOpen) }
    try allow(old.value, work)
    var objections = Written.text(text, .text, limit: 4000)
    if day > work.today { objections.append(Objection(.day, .notYet(day))) }
    if day < old.span.start { objections.append(Objection(.day, .beforeDay(old.span.start))) }
    try objections.raise()
    var new = old
    new.value.answer = ReviewMatter.Answer(text, on: day)
    try work.save(.reviewMatter, from: [old], to: [new], \.value.row)
    return matter.number
  }

  private func allow(_ matter: ReviewMatter, _ work: Work) throws {
    let own = try work.person
    let isOneself = own != nil && matter.subject == .person(own ?? ID(0))
    switch matter.kind {
    case .suggestion, .remedyPlan:
      // The subject reports what was done.
      if isOneself { return }
      try work.require(.keepReviews, on: matter.unit)
    case .limitation, .attendance, .objection:
      if isOneself { throw Refused(nil, .ownReview) }
      let round = try work.knownRound(matter.round).value
      let sheet = ReviewSheet(
        db: work.db,
        round,
        by: try work.regulations(for: round.unit),
        round.frozen.map { .entry($0) } ?? .now
      )
      // An objection is answered by who decided; what was pointed out, by who pointed it out.
      let answerer = matter.kind == .objection ? try sheet.line(matter.subject)?.way.decider : matter.unit
      let ownSubjects = try ReviewStore(db: work.db).own(of: own, in: round)
      if matter.kind == .objection, let answerer, ownSubjects.hold(matter.subject, ratedBy: answerer) {
        throw Refused(nil, .ownReview)
      }
      try work.require(.keepReviews, on: answerer ?? matter.unit)
    }
  }
}

extension Work {
  fileprivate func isAbove(_ upper: ID<Unit>, _ lower: ID<Unit>, on day: CivilDate) throws -> Bool {
    try db.exists(
      """
      SELECT 1 FROM ancestry a
      WHERE a.unit = \(lower) AND a.ancestor = \(upper) AND a.depth > 0 AND \(asOf("a", AsOf(day)))
      """
    )
  }
}
