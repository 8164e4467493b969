package import Basics
package import Rules
import Storage

/// Says what the unit above found of each line a unit graded itself by.
package struct VerifyModel: Operation {
  package static let operation = "verifyModel"
  package var assessment: ID<FactMark>
  package var marks: [ModelMark]

  package init(_ assessment: ID<FactMark>, _ marks: [ModelMark]) {
    self.assessment = assessment
    self.marks = marks
  }

  package var said: [(name: String, value: String?)] {
    [("assessment", assessment.description)] + marks.said
  }

  package func perform(_ work: Work) throws -> Int64? {
    let open = try work.assessment(assessment, at: [.sent])
    guard let verifier = open.places.verifier else { throw Refused(nil, .notAnEvaluator) }
    try work.require(.verifyModels, on: verifier)
    if marks.contains(where: { $0.step != .verified }) { throw Refused(.mark, .notAnEvaluator) }
    try
      (open.model.objections(to: marks, for: open.value.profile, needsAll: true)
      + work.objections(toNotesOf: marks)).raise()
    try work.write(marks, of: assessment, by: verifier)
    try work.save(open.fact) { value in
      value.stage = .verified
      value.verified = work.today
      value.verifier = verifier
      value.back = nil
    }
    return assessment.number
  }
}

/// Sends an assessment back to the unit, with what is to be looked at again.
package struct ReturnModel: Operation {
  package static let operation = "returnModel"
  package var assessment: ID<FactMark>
  package var reason: String

  package init(_ assessment: ID<FactMark>, because reason: String) {
    self.assessment = assessment
    self.reason = reason
  }

  package var said: [(name: String, value: String?)] {
    [("assessment", assessment.description), ("reason", reason)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let open = try work.assessment(assessment, at: [.sent, .verified])
    // Whoever has it before them sends it back.
    let isVerified = open.value.stage == .verified
    guard let body = isVerified ? open.places.decider : open.places.verifier else {
      throw Refused(nil, .notAnEvaluator)
    }
    try work.require(isVerified ? .recogniseModels : .verifyModels, on: body)
    try Written.text(reason, .reason, limit: 1000).raise()
    try work.save(open.fact) { value in
      value.stage = .returned
      value.back = reason
    }
    return assessment.number
  }
}

/// Recognises a unit by a model, or does not: a named person decides, and says why when it is not what the model gives.
package struct DecideModel: Operation {
  package static let operation = "decideModel"
  package var assessment: ID<FactMark>
  package var isRecognised: Bool
  /// The levels that were decided; of a line left out, as it was verified.
  package var marks: [ModelMark]
  package var signer: String
  package var number: String?
  package var day: CivilDate
  package var reason: String?

  package init(
    _ assessment: ID<FactMark>,
    _ isRecognised: Bool,
    _ marks: [ModelMark] = [],
    signer: String,
    number: String? = nil,
    on day: CivilDate,
    reason: String? = nil
  ) {
    self.assessment = assessment
    self.isRecognised = isRecognised
    self.marks = marks
    self.signer = signer
    self.number = number
    self.day = day
    self.reason = reason
  }

  package var said: [(name: String, value: String?)] {
    [
      ("assessment", assessment.description), ("recognised", isRecognised ? "yes" : "no"), ("signer", signer),
      ("number", number), ("day", day.description), ("reason", reason),
    ] + marks.said
  }

  package func perform(_ work: Work) throws -> Int64? {
    let open = try work.assessment(assessment, at: [.verified])
    guard let decider = open.places.decider else { throw Refused(nil, .notAnEvaluator) }
    try work.require(.recogniseModels, on: decider)
    if marks.contains(where: { $0.step != .decided }) { throw Refused(.mark, .notAnEvaluator) }
    let verified = try ModelStore(db: work.db).marks(of: assessment).map(\.said.mark)
      .filter { $0.step == .verified }
    let said = Set(marks.map(\.item))
    let kept = verified.filter { !said.contains($0.item) }.map { mark in
      ModelMark(mark.item, .decided, level: mark.level, articles: mark.articles)
    }
    let all = marks + kept
    var objections = open.model.objections(to: all, for: open.value.profile, needsAll: true)
    objections += work.objections(toNotesOf: marks) + Written.text(signer, .signer, limit: 120)
    if let number { objections += Written.text(number, .number, limit: 60) }
    if let reason { objections += Written.text(reason, .reason, limit: 2000) }
    if day > work.today { objections.append(Objection(.day, .notYet(day))) }
    if let first = CivilDate(year: open.value.year, month: 1, day: 1), day < first {
      objections.append(Objection(.day, .beforeDay(first)))
    }
    let last = ModelAssessment.day(of: open.value.year, today: work.today)
    let figures = try ModelEvidence(db: work.db, by: open.library)
      .figures(of: open.value.subject, in: open.value.year, AsOf(last))
    let levels = Dictionary(all.map { ($0.item, $0.level) }) { first, _ in first }
    let outcome = open.model.verdict(on: levels, figures.facts, for: open.value.profile, by: open.book)
      .outcome
    if outcome != (isRecognised ? .recognised : .notRecognised), reason == nil {
      objections.append(Objection(.reason, .deviatesFromModel(outcome)))
    }
    try objections.raise()
    try work.write(all, of: assessment, by: decider)
    // What was decided is the unit's for good: nobody takes it over.
    try work.close(open.fact) { value in
      value.stage = .decided
      value.decision = .init(
        by: decider,
        isRecognised,
        byModel: outcome,
        signer: signer,
        number: number,
        on: day,
        reason: reason
      )
    }
    return assessment.number
  }
}
