package import Basics
package import Rules
import Storage

/// Enters a discipline as it was decided: a matter that waits, until another account confirms it.
///
/// What the journal shows of it names the person and no more; the matter itself is told to those who may
/// read of disciplines.
package struct EnterDiscipline: Operation {
  package static let operation = "discipline"
  package var person: ID<Person>
  package var discipline: Discipline
  package var span: Span
  /// The decision it carries out once it is confirmed.
  package var decision: DecisionText?

  package init(
    person: ID<Person>,
    _ discipline: Discipline,
    span: Span,
    under decision: DecisionText?
  ) {
    self.person = person
    self.discipline = discipline
    self.span = span
    self.decision = decision
  }

  package var said: [(name: String, value: String?)] { [("person", person.description)] }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.discipline, on: person)
    guard var decision else { throw Refused(.number, .blank) }
    decision.issuer = discipline.body
    if let note = discipline.note { try Written.text(note, .note, limit: 500).raise() }
    if let violated = discipline.violated, violated > span.start {
      throw Refused(.violated, .endNotAfterStart(start: violated, end: span.start))
    }
    let store = DisciplineStore(db: work.db)
    if let waiting = try store.matter(of: person) {
      throw Refused(nil, .stillOpen(since: waiting.span.start))
    }
    try work.demandAllowed(discipline, of: person, on: span.start)
    let matter = DisciplineMatter(discipline, span, under: decision, by: work.account)
    try work.save(.matter, from: [], to: [Fact(matter, span)]) { DisciplineStore.row(person, $0) }
    return person.number
  }
}

/// Confirms what another account entered: from now on the discipline is a fact, with all that follows from it.
///
/// An expulsion ends the membership, a removal ends the posts, in this same entry.
package struct ConfirmDiscipline: Operation {
  package static let operation = "confirmDiscipline"
  package var person: ID<Person>

  package init(person: ID<Person>) {
    self.person = person
  }

  package var said: [(name: String, value: String?)] { [("person", person.description)] }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.discipline, on: person)
    let store = DisciplineStore(db: work.db)
    guard let waiting = try store.matter(of: person) else { throw Refused(nil, .noneOpen) }
    let matter = waiting.value
    // Two people, always: somebody at the console is one person too.
    if work.account == matter.enteredBy { throw Refused(nil, .ownEntry) }
    guard work.decision != nil, work.cited == matter.decision.number else { throw Refused(.number, .blank) }
    try work.demandAllowed(matter.discipline, of: person, on: waiting.span.start)
    try work.save(.matter, from: [waiting], to: []) { DisciplineStore.row(person, $0) }
    let fact = Fact(matter.discipline, waiting.span, cited: work.cited)
    try work.save(.discipline, from: [], to: [fact]) { fact in
      [person.sqlValue] + DisciplineStore.said(fact.value) + [
        matter.enteredBy.sqlValue, work.account.sqlValue, fact.cited.sqlValue, fact.line.sqlValue,
      ]
    }
    try follow(matter.discipline, from: waiting.span.start, work)
    return person.number
  }

  /// What the discipline brings with it.
  private func follow(_ discipline: Discipline, from day: CivilDate, _ work: Work) throws {
    switch discipline.form {
    case .reprimand, .warning: break
    case .expulsion:
      if let open = try LeavingStore(db: work.db).openCase(of: person) {
        throw Refused(nil, .stillOpen(since: open.span.start))
      }
      try work.end(person, .expelled, on: day)
    case .removal:
      try work.change(person) { life in
        let taken = life.posts.filter { fact in
          let isNamed = discipline.post.map { $0 == "\(fact.value.post)@\(fact.value.unit)" } ?? true
          return isNamed && fact.span.contains(day)
        }
        if taken.isEmpty { throw Refused(.post, .noSuchRole) }
        life.posts.removeAll { taken.contains($0) }
        // A post that began on the very day was never held.
        life.posts += taken.compactMap { fact in
          guard fact.span.start < day, let span = fact.span.cut(at: day) else { return nil }
          var ended = fact
          ended.span = span
          return ended
        }
      }
    }
  }
}

/// Takes back what was entered and not confirmed.
package struct WithdrawDiscipline: Operation {
  package static let operation = "withdrawDiscipline"
  package var person: ID<Person>
  package var why: String

  package init(person: ID<Person>, why: String) {
    self.person = person
    self.why = why
  }

  package var said: [(name: String, value: String?)] {
    [("person", person.description), ("why", why)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.discipline, on: person)
    try Written.text(why, .reason, limit: 500).raise()
    guard let waiting = try DisciplineStore(db: work.db).matter(of: person) else {
      throw Refused(nil, .noneOpen)
    }
    try work.save(.matter, from: [waiting], to: []) { DisciplineStore.row(person, $0) }
    return person.number
  }
}

extension Work {
  /// Refuses a discipline that a verified clause of the regulations forbids: a form that is none for somebody on
  /// probation, a vote that fell short, a violation too long ago.
  ///
  /// What the regulations of the day do not say, or say unverified, is left to those who decide.
  func demandAllowed(_ discipline: Discipline, of person: ID<Person>, on day: CivilDate) throws {
    guard let life = try LifeStore(db: db).life(person) else {
      throw Refused(.person, .unknownPerson(person.description))
    }
    guard let term = life.term(on: day.adding(days: -1)) ?? life.term(on: day) else {
      throw Refused(.from, .notAMember(on: day))
    }
    if discipline.form == .removal, !life.posts.contains(where: { $0.span.contains(day) }) {
      throw Refused(.post, .noSuchRole)
    }
    guard let unit = try Reach(db: db, today: today).unit(of: person) else { return }
    let library = try regulations(for: unit)
    let isOfficial = term.value.official.map { $0 <= day } ?? false
    let facts = discipline.facts(on: day, isOfficial: isOfficial)
    var objections: [Objection] = []
    for subject in ["discipline", "limitation"] {
      guard let judge = library.judge("charter", of: subject, on: day) else { continue }
      let verdict = judge.verdict(facts)
      for finding in verdict.findings where finding.truth == .notMet {
        guard finding.clause.confidence == .verified else { continue }
        let clause = Refusal.againstClause(number: finding.clause.number, finding.clause.text)
        objections.append(Objection(.form, clause))
      }
      let isVoteMissing = verdict.missing.contains { $0.hasPrefix("discipline.vote") }
      if discipline.form == .expulsion, isVoteMissing, objections.isEmpty {
        objections.append(Objection(discipline.vote == nil ? .agreed : .above, .blank))
      }
    }
    try objections.raise()
  }
}
