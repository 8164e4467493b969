import Basics
import Records
import Rules

/// What the visitor may say of a subject, raise about it, or state.
extension Visit {
  /// What the reader can say of the subject, in the order of the steps.
  func turns(
    _ line: ReviewLine,
    _ round: ReviewRound,
    _ isOwn: Bool,
    _ names: [ID<Rules.Unit>: String]
  ) throws -> [ReviewSubjectPage.Turn] {
    guard viewpoint.isNow else { return [] }
    var turns: [ReviewSubjectPage.Turn] = []
    func add(_ step: ReviewStep, _ body: ID<Rules.Unit>, writer: ID<Person>? = nil) {
      var known = line.said.last { $0.step == step && $0.body == body && $0.writer == writer }
      let average = step == .evaluation || step == .decision ? line.facts.periods.average : nil
      let mayStart = known == nil && average != nil
      if mayStart, asked.value("start") == "periods" {
        known = ReviewMark(round: round.key, subject: line.subject, step: step, body: body, points: average)
      }
      turns.append(
        ReviewSubjectPage.Turn(
          step: step,
          body: UnitLink(body.description, names[body] ?? ""),
          writer: writer?.description,
          known: known,
          mayStartFromPeriods: mayStart
        )
      )
    }
    let isContested = try ReviewStore(db: db).matters(of: line.subject, asOf.knowledge).contains { matter in
      matter.value.round == round.key && matter.value.kind == .objection && matter.value.answer == nil
    }
    if round.frozen != nil {
      let own = try ReviewStore(db: db).own(of: visitor.person, in: round)
      if isContested, let decider = line.way.decider, !own.hold(line.subject, ratedBy: decider),
        try allows(.keepReviews, on: decider)
      {
        add(.decision, decider)
      }
      return turns
    }
    let store = ReviewStore(db: db)
    func isOpen(_ body: ID<Rules.Unit>) throws -> Bool {
      try store.sent(by: body, in: round.key, asOf.knowledge) == nil
    }
    if try isOpen(line.unit) {
      if isOwn {
        add(.selfReview, line.unit, writer: visitor.person)
      } else if try allows(.keepReviews, on: line.unit) {
        add(.selfReview, line.unit)
      }
    }
    if isOwn { return turns }
    let own = try store.own(of: visitor.person, in: round)
    for (place, evaluation) in line.way.evaluations.enumerated() {
      guard let body = evaluation.body, !own.hold(line.subject, ratedBy: body), try isOpen(body)
      else { continue }
      if let person = evaluation.person {
        if person == visitor.person { add(.evaluation, body, writer: person) }
      } else if try allows(.keepReviews, on: body) {
        add(line.way.step(at: place), body)
      }
    }
    if let decider = line.way.decider, !own.hold(line.subject, ratedBy: decider), try isOpen(decider),
      try allows(.keepReviews, on: decider)
    {
      add(.appraisal, decider)
    }
    return turns
  }

  func raises(
    _ line: ReviewLine,
    _ round: ReviewRound,
    _ isOwn: Bool,
    _ names: [ID<Rules.Unit>: String]
  ) throws -> [(kind: ReviewMatter.Kind, unit: UnitLink)] {
    guard viewpoint.isNow else { return [] }
    let home = UnitLink(line.unit.description, names[line.unit] ?? line.unitName)
    var raises: [(kind: ReviewMatter.Kind, unit: UnitLink)] = []
    let keepsHome = try allows(.keepReviews, on: line.unit)
    if round.frozen != nil, isOwn || (keepsHome && line.subject.person == nil) {
      raises.append((.objection, home))
    }
    if isOwn || keepsHome { raises.append((.remedyPlan, home)) }
    if !isOwn, let decider = line.way.decider, try allows(.keepReviews, on: decider) {
      let body = UnitLink(decider.description, names[decider] ?? "")
      raises += [(.suggestion, body), (.limitation, body)]
      if line.subject.person == nil { raises.append((.attendance, body)) }
    }
    return raises
  }

  /// The body as which the reader can state what the record does not count.
  func statesAs(
    _ line: ReviewLine,
    _ round: ReviewRound,
    _ isOwn: Bool,
    _ names: [ID<Rules.Unit>: String]
  ) throws -> UnitLink? {
    guard viewpoint.isNow, !isOwn, round.frozen == nil else { return nil }
    let body = try line.way.evaluations.compactMap(\.body).last { try allows(.keepReviews, on: $0) }
    return body.map { UnitLink($0.description, names[$0] ?? "") }
  }
}
