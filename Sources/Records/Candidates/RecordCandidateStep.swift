package import Basics
package import Rules
import Storage

/// Writes down one thing done on the way to an admission, or puts right how it was written down.
package struct RecordCandidateStep: Operation {
  package static let operation = "recordCandidateStep"
  package var person: ID<Person>
  package var step: CandidateStep
  /// The day it was done; of a check, the day it was asked for.
  package var day: CivilDate
  /// The step that is put right; none for a new one.
  package var corrects: ID<FactMark>?

  package init(person: ID<Person>, _ step: CandidateStep, on day: CivilDate, corrects: ID<FactMark>? = nil) {
    self.person = person
    self.step = step
    self.day = day
    self.corrects = corrects
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person.description), ("step", step.kind.rawValue), ("day", day.description),
      ("checked", step.checked?.rawValue), ("helper", step.helper?.description), ("body", step.body),
      ("number", step.number), ("answered", step.answered?.description),
      ("officials", step.officials.map(String.init)), ("present", step.present.map(String.init)),
      ("votes", step.votes.map(String.init)), ("corrects", corrects?.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let candidacy = try work.openCandidacy(of: person, for: .keepCandidates)
    // What a committee decides is written down by its own office.
    if step.kind == .committeeVote || step.kind == .decision {
      try work.require(.admit, on: candidacy.fact.value.unit)
    }
    var objections = step.objections(on: day, today: work.today)
    if let body = step.body { objections += Written.text(body, .body, limit: 120) }
    if let number = step.number { objections += Written.text(number, .number, limit: 120) }
    if step.kind == .helper, let helper = step.helper, try !work.isOfficial(helper, on: day) {
      objections.append(Objection(.person, .notOfficial(on: day)))
    }
    try objections.raise()

    let old = try CandidacyStore(db: work.db).steps(of: candidacy.number)
    var new = old
    if let corrects {
      guard let index = old.firstIndex(where: { $0.id == corrects && $0.value.kind == step.kind }) else {
        throw Refused(nil, .noSuchStep)
      }
      new[index].value = step
      new[index].span = Span(open: day)
      if new == old { throw Refused(nil, .nothingChanges) }
    } else {
      if old.contains(where: { $0.value == step && $0.span.start == day }) {
        throw Refused(.day, .alreadyThere)
      }
      new.append(Fact(step, Span(open: day), cited: work.cited))
    }
    try work.save(.candidateStep, from: old, to: new) { CandidacyStore.row(candidacy.number, person, $0) }
    return person.number
  }
}

/// Ends a candidacy without an admission: withdrawn by the candidate, or given up by the cell with its reason.
package struct EndCandidacy: Operation {
  package static let operation = "endCandidacy"
  package var person: ID<Person>
  package var outcome: CandidacyOutcome
  /// The first day no longer a candidate.
  package var day: CivilDate
  package var why: String?

  package init(person: ID<Person>, _ outcome: CandidacyOutcome, on day: CivilDate, why: String? = nil) {
    self.person = person
    self.outcome = outcome
    self.day = day
    self.why = why
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person.description), ("outcome", outcome.rawValue), ("day", day.description), ("why", why),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let old = try work.openCandidacy(of: person, for: .keepCandidates)
    var objections = why.map { Written.text($0, .reason, limit: 500) } ?? []
    let ways = CandidacyOutcome.allCases.filter { $0 != .admitted }.map(\.rawValue)
    if outcome == .admitted {
      objections.append(Objection(.value, .unknownValue(outcome.rawValue, allowed: ways)))
    }
    if outcome == .givenUp, why == nil { objections.append(Objection(.reason, .blank)) }
    if day > work.today { objections.append(Objection(.day, .notYet(day))) }
    try objections.raise()
    guard let span = old.fact.span.cut(at: day) else {
      throw Refused(.day, .endNotAfterStart(start: old.fact.span.start, end: day))
    }
    var new = old
    new.fact.span = span
    new.fact.value.outcome = outcome
    new.fact.value.why = why
    try CandidacyStore(db: work.db).save(new, from: old, work)
    return person.number
  }
}
