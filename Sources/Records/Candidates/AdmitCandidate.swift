package import Basics
package import Rules
import Storage

/// Holds the ceremony: the candidate is a member on probation from that day, and their candidacy ends with it.
///
/// What the regulation in force on that day asks is looked at first; something missing is admitted over only with a
/// stated reason.
package struct AdmitCandidate: Operation {
  package static let operation = "admitCandidate"
  package var person: ID<Person>
  /// The day of the ceremony.
  package var admitted: CivilDate
  /// Why, when something the rules ask is missing.
  package var why: String?

  package init(person: ID<Person>, admitted: CivilDate, why: String? = nil) {
    self.person = person
    self.admitted = admitted
    self.why = why
  }

  package var said: [(name: String, value: String?)] {
    [("person", person.description), ("admitted", admitted.description), ("why", why)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let candidacy = try work.openCandidacy(of: person, for: .admit)
    let unit = candidacy.fact.value.unit
    var objections = why.map { Written.text($0, .reason, limit: 500) } ?? []
    if admitted > work.today { objections.append(Objection(.admitted, .notYet(admitted))) }
    try objections.raise()
    guard let life = try LifeStore(db: work.db).life(person), let known = life.particulars.last?.value else {
      throw Refused(.person, .unknownPerson(person.description))
    }
    guard let span = candidacy.fact.span.cut(at: admitted) else {
      throw Refused(.admitted, .endNotAfterStart(start: candidacy.fact.span.start, end: admitted))
    }
    let store = CandidacyStore(db: work.db)
    let steps = try store.steps(of: candidacy.number)
    if why == nil { try demandReady(candidacy, life, steps, work).raise() }

    let admission = AdmitMember(
      person: person,
      particulars: known,
      unit: unit,
      admitted: admitted,
      decided: steps.last { $0.value.kind == .decision }?.span.start
    )
    _ = try admission.admit(life, work)
    var ended = candidacy
    ended.fact.span = span
    ended.fact.value.outcome = .admitted
    ended.fact.value.why = why
    try store.save(ended, from: candidacy, work)
    return person.number
  }

  /// What the rules of that day find missing, or against it.
  private func demandReady(
    _ candidacy: FiledCandidacy,
    _ life: Life,
    _ steps: [Fact<CandidateStep>],
    _ work: Work
  ) throws -> [Objection] {
    let value = candidacy.fact.value
    let judges = CandidateJudges(try work.regulations(for: value.unit), on: admitted)
    let done = steps.map { (day: $0.span.start, step: $0.value) }
    let kind = try UnitStore(db: work.db).life(value.unit)?.kind(on: admitted)
    let progress = CandidateProgress(
      value,
      since: candidacy.fact.span.start,
      steps: done,
      isBaseCell: kind == .baseCell,
      on: admitted,
      by: judges
    )
    var missing = progress.missing.map(\.clause)
    let born = life.particulars.last?.value.born
    let conditions = judges.conditions(of: value, born: born, steps: done, on: admitted)
    missing += (conditions?.findings ?? []).filter { $0.truth == .notMet }.map(\.clause)
    var objections: [Objection] = []
    if !missing.isEmpty { objections.append(Objection(.reason, .stepsMissing(missing))) }
    if let earlier = value.earlier,
      let left = life.terms.first(where: { $0.value.membership == earlier })?.span.end
    {
      let applied = done.first { $0.step.kind == .application }?.day ?? candidacy.fact.span.start
      if judges.readmission(of: value, left: left, applied: applied)?.outcomeName == "tooEarly" {
        objections.append(Objection(.reason, .tooEarlyAgain(left: left)))
      }
    }
    return objections
  }
}
