import Basics
import Rules
import Storage

/// Something being said of subjects of a round: whether it may be, by whoever acts, and that it is kept.
struct MarkSaying {
  let work: Work
  let round: ReviewRound
  let library: RulebookLibrary
  let sheet: ReviewSheet
  private let ownSubjects: OwnSubjects
  /// The unit whose reviews whoever acts is known to keep.
  private var kept: ID<Unit>?

  init(_ round: ID<FactMark>, _ work: Work) throws {
    self.work = work
    self.round = try work.knownRound(round).value
    library = try work.regulations(for: self.round.unit)
    sheet = ReviewSheet(db: work.db, self.round, by: library)
    ownSubjects = try ReviewStore(db: work.db).own(of: try work.person, in: self.round)
  }

  /// What is published stays as it is; only who decided may decide again, on an objection that is open.
  ///
  /// What was sent up waits until it comes back.
  func demandUnpublished(_ mark: ReviewMark) throws {
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

  /// Demands once, for all that one body says, what is else demanded of each mark.
  mutating func demandKeeper(of body: ID<Unit>) throws {
    if round.frozen != nil { throw Refused(nil, .roundPublished) }
    if let sent = try ReviewStore(db: work.db).sent(by: body, in: round.key) {
      throw Refused(nil, .reviewsSent(on: sent.span.start))
    }
    try work.require(.keepReviews, on: body)
    kept = body
  }

  /// The mark as it would be kept, with what the rules give; with `takesRule` its class is the one they give.
  func ready(_ mark: ReviewMark, _ line: ReviewLine, takesRule: Bool = false) throws -> ReviewMark {
    try allow(mark, line)
    var new = mark
    // The rules are asked with what is said now.
    let score = mark.points?.score ?? line.said.score
    let verdict = sheet.judge(line.way.sort)?.verdict(line.facts.facts(line.way.sort, score: score))
    new.byRule = verdict?.outcomeName.flatMap(ReviewClass.init(rawValue:))
    if takesRule { new.rating = new.byRule }
    try objections(new, verdict, takesRule: takesRule).raise()
    return new
  }

  /// Keeps it in the place of what the same one said in the same step.
  @discardableResult
  func keep(_ new: ReviewMark, _ line: ReviewLine) throws -> ID<FactMark> {
    if let twin = line.marks.last(where: { $0.mark.isTwin(of: new) }) {
      try work.supersede(.reviewMark, twin.id)
    }
    let id: ID<FactMark> = work.draw()
    try work.write(.reviewMark, id, work.today.alone, new.row)
    return id
  }

  private func objections(_ new: ReviewMark, _ verdict: Verdict?, takesRule: Bool) -> [Objection] {
    var objections: [Objection] = []
    if let text = new.text { objections += Written.text(text, .text, limit: 20_000) }
    if let reason = new.reason { objections += Written.text(reason, .reason, limit: 2000) }
    if let vote = new.vote, vote.agreed > vote.voters {
      objections.append(Objection(.agreed, .moreThanAll(agreed: vote.agreed, all: vote.voters)))
    }
    if let points = new.points, let judge = sheet.judgeOfPoints {
      let facts = ["points.general": points.general, "points.results": points.results]
      for finding in judge.verdict(facts).findings where finding.truth != .met {
        let field: Field = finding.clause.name == "points.general" ? .general : .results
        objections.append(
          Objection(field, .againstClause(number: finding.clause.number, finding.clause.text))
        )
      }
    }
    if new.isPassed, new.step == .evaluation || new.step == .decision {
      let blocked = verdict?.findings.first { $0.clause.part == .precondition && $0.truth == .notMet }
      if let blocked {
        objections.append(Objection(nil, .nothingAssigned(number: blocked.clause.number)))
      } else if new.rating == nil {
        objections.append(Objection(.rating, takesRule ? .noClassByRules : .blank))
      } else if let rule = new.byRule, let rating = new.rating, rating != rule, new.reason == nil {
        objections.append(Objection(.reason, .deviates(from: rule)))
      }
    }
    if new.rating == nil, new.points == nil, new.text == nil, objections.isEmpty {
      objections.append(Objection(.text, .blank))
    }
    return objections
  }

  /// Whether whoever acts may say this of the subject, and whether it is their turn.
  private func allow(_ mark: ReviewMark, _ line: ReviewLine) throws {
    let own = try work.person
    if mark.step == .selfReview {
      guard mark.body == line.unit else { throw Refused(nil, .notAnEvaluator) }
      if let person = mark.subject.person, person == own, mark.writer == own { return }
      // Handed in on paper.
      if mark.writer != nil, mark.writer != mark.subject.person { throw Refused(nil, .notAnEvaluator) }
      return try demandKeeping(mark.body)
    }
    if ownSubjects.hold(mark.subject, ratedBy: mark.body) { throw Refused(nil, .ownReview) }
    guard line.way.names(mark.body) else { throw Refused(nil, .notAnEvaluator) }
    if let writer = mark.writer {
      // One who evaluates alone says it themselves, or hands it in on paper; a draft is nobody else's to write.
      let isHead = line.way.evaluations.contains {
        $0.evaluator == .head && $0.body == mark.body && $0.person == writer
      }
      guard mark.step == .evaluation, isHead, writer == own || mark.isPassed else {
        throw Refused(nil, .notAnEvaluator)
      }
      if writer != own { try demandKeeping(mark.body) }
    } else {
      try demandKeeping(mark.body)
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

  private func demandKeeping(_ body: ID<Unit>) throws {
    if body != kept { try work.require(.keepReviews, on: body) }
  }

  /// Refuses while somebody who comes before has passed nothing on.
  private func awaitOthers(before place: Int, _ line: ReviewLine) throws {
    if !line.hasHeard(before: place) { throw Refused(nil, .waitsForEvaluator) }
  }
}

extension ReviewMark {
  /// Whether it stands for the same word of the same one.
  func isTwin(of other: ReviewMark) -> Bool {
    step == other.step && body == other.body && writer == other.writer
      && (step != .comment && step != .appraisal || text == other.text)
  }
}
