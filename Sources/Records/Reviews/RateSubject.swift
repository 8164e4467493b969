import Basics
package import Rules
import Storage

/// Says what a subject, an evaluator, an advising body or the deciding body has to say in its step.
///
/// What was said in the same step by the same one is replaced, while nothing was sent up.
package struct RateSubject: Operation {
  package static let operation = "rateSubject"
  package var mark: ReviewMark

  package init(_ mark: ReviewMark) {
    self.mark = mark
  }

  package var said: [(name: String, value: String?)] {
    [
      ("round", mark.round.description), ("person", mark.subject.person?.description),
      ("subject", mark.subject.unit?.description), ("step", mark.step.rawValue),
      ("unit", mark.body.description), ("writer", mark.writer?.description),
      ("rating", mark.rating?.rawValue), ("general", mark.points?.general.description),
      ("results", mark.points?.results.description),
      ("votes", mark.vote.map { "\($0.agreed)/\($0.voters)" }), ("text", mark.text),
      ("reason", mark.reason), ("passed", mark.isPassed ? "yes" : "no"),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let round = try work.knownRound(mark.round).value
    try demandUnpublished(round, work)
    let library = try work.regulations(for: round.unit)
    let sheet = ReviewSheet(db: work.db, round, by: library)
    guard let line = try sheet.line(mark.subject) else { throw Refused(nil, .notInRound) }
    try work.allow(mark, line)
    var new = mark
    let twin = line.marks.last { $0.mark.isTwin(of: mark) }
    // The rules are asked with what is said now.
    let score = mark.points?.score ?? line.said.score
    let verdict = sheet.judge(line.way.sort)?.verdict(line.facts.facts(line.way.sort, score: score))
    new.byRule = verdict?.outcomeName.flatMap(ReviewClass.init(rawValue:))
    try objections(new, line, library, round, verdict).raise()
    if twin?.mark == new { throw Refused(nil, .nothingChanges) }
    if let twin { try work.supersede(.reviewMark, twin.id) }
    let id: ID<FactMark> = work.draw()
    try work.write(.reviewMark, id, work.today.alone, new.row)
    return id.number
  }

  /// What is published stays as it is; only who decided may decide again, on an objection that is open.
  ///
  /// What was sent up waits until it comes back.
  private func demandUnpublished(_ round: ReviewRound, _ work: Work) throws {
    let store = ReviewStore(db: work.db)
    if round.frozen != nil {
      let isContested = try store.matters(of: mark.subject).contains { matter in
        matter.value.round == round.key && matter.value.kind == .objection && matter.value.answer == nil
      }
      if mark.step != .decision || !isContested { throw Refused(nil, .roundPublished) }
    } else if let sent = try store.sent(by: mark.body, in: round.key) {
      throw Refused(nil, .reviewsSent(on: sent.span.start))
    }
  }

  private func objections(
    _ new: ReviewMark,
    _ line: ReviewLine,
    _ library: RulebookLibrary,
    _ round: ReviewRound,
    _ verdict: Verdict?
  ) -> [Objection] {
    var objections: [Objection] = []
    if let text = new.text { objections += Written.text(text, .text, limit: 20_000) }
    if let reason = new.reason { objections += Written.text(reason, .reason, limit: 2000) }
    if let vote = new.vote {
      if vote.agreed > vote.voters {
        objections.append(Objection(.agreed, .moreThanAll(agreed: vote.agreed, all: vote.voters)))
      }
    }
    if let points = new.points, let judge = library.judge("review", of: "points", on: round.last) {
      let facts = ["points.general": points.general, "points.results": points.results]
      for finding in judge.verdict(facts).findings where finding.truth != .met {
        let field: Field = finding.clause.name == "points.general" ? .general : .results
        objections.append(
          Objection(field, .againstClause(number: finding.clause.number, finding.clause.text))
        )
      }
    }
    if new.isPassed, new.step == .evaluation || new.step == .decision {
      if new.rating == nil { objections.append(Objection(.rating, .blank)) }
      if let blocked = verdict?.findings.first(where: {
        $0.clause.part == .precondition && $0.truth == .notMet
      }) {
        objections.append(Objection(nil, .nothingAssigned(number: blocked.clause.number)))
      } else if let rule = new.byRule, let rating = new.rating, rating != rule, new.reason == nil {
        objections.append(Objection(.reason, .deviates(from: rule)))
      }
    }
    if new.rating == nil, new.points == nil, new.text == nil {
      objections.append(Objection(.text, .blank))
    }
    return objections
  }
}

extension ReviewMark {
  /// Whether it stands for the same word of the same one.
  func isTwin(of other: ReviewMark) -> Bool {
    step == other.step && body == other.body && writer == other.writer
      && (step != .comment && step != .appraisal || text == other.text)
  }
}

extension Work {
  /// Whether whoever acts may say this of the subject, and whether it is their turn.
  fileprivate func allow(_ mark: ReviewMark, _ line: ReviewLine) throws {
    let own = try person
    if mark.step == .selfReview {
      guard mark.body == line.unit else { throw Refused(nil, .notAnEvaluator) }
      if let person = mark.subject.person, person == own, mark.writer == own { return }
      // Handed in on paper.
      if mark.writer != nil, mark.writer != mark.subject.person { throw Refused(nil, .notAnEvaluator) }
      return try require(.keepReviews, on: mark.body)
    }
    if let own, mark.subject == .person(own) { throw Refused(nil, .ownReview) }
    guard line.way.names(mark.body) else { throw Refused(nil, .notAnEvaluator) }
    let heads = line.way.evaluations.filter { $0.evaluator == .head && $0.body == mark.body }
    if let writer = mark.writer {
      // One who evaluates alone says it themselves.
      guard mark.step == .evaluation, writer == own, heads.contains(where: { $0.person == own }) else {
        throw Refused(nil, .notAnEvaluator)
      }
    } else {
      try require(.keepReviews, on: mark.body)
    }
    switch mark.step {
    case .selfReview, .comment, .appraisal: return
    case .decision:
      guard mark.body == line.way.decider else { throw Refused(nil, .notAnEvaluator) }
      try awaitOthers(before: line.way.evaluations.count - 1, line)
    case .evaluation:
      guard
        let place = line.way.evaluations.dropLast().firstIndex(where: {
          $0.body == mark.body && (mark.writer == nil ? $0.evaluator != .head : $0.person == mark.writer)
        })
      else { throw Refused(nil, .notAnEvaluator) }
      try awaitOthers(before: place, line)
    }
  }

  /// Refuses while somebody who comes before has passed nothing on.
  private func awaitOthers(before place: Int, _ line: ReviewLine) throws {
    for evaluation in line.way.evaluations.prefix(place) where evaluation.trouble == nil {
      let isDone = line.said.contains { said in
        said.step == .evaluation && said.isPassed && said.body == evaluation.body
          && said.writer == evaluation.person
      }
      if !isDone { throw Refused(nil, .waitsForEvaluator) }
    }
  }
}

/// States of a subject what a regulation asks and the record does not count.
package struct StateForReview: Operation {
  package static let operation = "stateForReview"
  package var statement: ReviewStatement

  package init(_ statement: ReviewStatement) {
    self.statement = statement
  }

  package var said: [(name: String, value: String?)] {
    [
      ("round", statement.round.description), ("person", statement.subject.person?.description),
      ("subject", statement.subject.unit?.description), ("unit", statement.unit.description),
      ("name", statement.name), ("quantity", statement.quantity.description), ("note", statement.note),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let round = try work.openRound(statement.round).value
    try work.require(.keepReviews, on: statement.unit)
    let sheet = ReviewSheet(db: work.db, round, by: try work.regulations(for: round.unit))
    guard let line = try sheet.line(statement.subject) else { throw Refused(nil, .notInRound) }
    if let own = try work.person, statement.subject == .person(own) { throw Refused(nil, .ownReview) }
    guard line.way.names(statement.unit) else { throw Refused(nil, .notAnEvaluator) }
    var objections: [Objection] = []
    let asked = sheet.stated(line.way.sort)
    if let fact = asked.first(where: { $0.name == statement.name }) {
      if fact.sort.bounds?.contains(statement.quantity) == false {
        objections.append(Objection(.quantity, .notAnAmount(statement.quantity.description)))
      }
    } else {
      objections.append(Objection(.subject, .unknownValue(statement.name, allowed: asked.map(\.name))))
    }
    if let note = statement.note { objections += Written.text(note, .note, limit: 1000) }
    try objections.raise()
    for old in try ReviewStore(db: work.db).statements(of: statement.subject, in: round.key)
    where old.value.name == statement.name {
      if old.value == statement { throw Refused(nil, .nothingChanges) }
      if let id = old.id { try work.supersede(.reviewStatement, id) }
    }
    let id: ID<FactMark> = work.draw()
    try work.write(.reviewStatement, id, Span(open: work.today), statement.row)
    return id.number
  }
}
