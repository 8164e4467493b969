package import Basics
package import Rules
import Storage

/// Admits somebody: from the ceremony on they are a member on probation, with a home.
///
/// Somebody who was a member before is named by their identity and begins a second membership.
package struct AdmitMember: Operation {
  package static let operation = "admit"
  /// Who it is, when the record knows them already.
  package var person: ID<Person>?
  /// The member's number; one is made when it is not given.
  package var code: String?
  package var particulars: Particulars
  package var unit: ID<Unit>
  /// The day of the ceremony.
  package var admitted: CivilDate
  /// The day of the decision.
  package var decided: CivilDate?
  /// The first day as an official member, for somebody taken over from elsewhere.
  package var official: CivilDate?
  /// The first day of the home, when it is later than the admission: taken over from elsewhere.
  package var homeFrom: CivilDate?

  package init(
    person: ID<Person>? = nil,
    code: String? = nil,
    particulars: Particulars,
    unit: ID<Unit>,
    admitted: CivilDate,
    decided: CivilDate? = nil,
    official: CivilDate? = nil,
    homeFrom: CivilDate? = nil
  ) {
    self.person = person
    self.code = code
    self.particulars = particulars
    self.unit = unit
    self.admitted = admitted
    self.decided = decided
    self.official = official
    self.homeFrom = homeFrom
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person?.description), ("code", code), ("name", particulars.name),
      ("born", particulars.born?.description), ("sex", particulars.sex?.rawValue),
      ("ethnicity", particulars.ethnicity), ("card", particulars.card), ("unit", unit.description),
      ("admitted", admitted.description), ("decided", decided?.description),
      ("official", official?.description), ("from", homeFrom?.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.admit, on: unit)
    let store = LifeStore(db: work.db)
    var objections = Written.text(particulars.name, .name)
    if let code { objections += Written.text(code, .code, limit: 40) }
    if let homeFrom, homeFrom < admitted {
      objections.append(Objection(.from, .homeBeforeAdmission(home: homeFrom, admitted: admitted)))
    }
    try objections.raise()

    let old = try known(store, work)
    // Whoever is a candidate is admitted from their candidacy.
    if let old, let candidacy = try CandidacyStore(db: work.db).open(old.person) {
      throw Refused(.person, .alreadyACandidate(since: candidacy.fact.span.start))
    }
    return try admit(old, work)
  }

  /// Writes the admission down; `old`: the life of somebody the record knows.
  func admit(_ old: Life?, _ work: Work) throws -> Int64? {
    let store = LifeStore(db: work.db)
    let id: ID<Person> = old?.person ?? work.draw()
    var life = old ?? Life(person: id, code: code ?? id.description)
    if old == nil { try work.insert(.person, id, [life.code.sqlValue]) }
    if let current = life.terms.first(where: { $0.span.contains(admitted) }) {
      throw Refused(.admitted, .alreadyAMember(since: current.span.start))
    }
    if let later = life.terms.first(where: { $0.span.start > admitted }) {
      throw Refused(.admitted, .laterFact(.init(.membership, later.span)))
    }
    if life.particulars.isEmpty { life.particulars = [Fact(particulars, .always, cited: work.cited)] }
    let term = Term(decided: decided, official: official)
    life.terms.append(Fact(term, Span(open: admitted), cited: work.cited))
    let home = Affiliation(unit, .home)
    life.affiliations.append(Fact(home, Span(open: homeFrom ?? admitted), cited: work.cited))
    try store.save(life, from: old, work)
    return id.number
  }

  /// The life of somebody who was here before, or whose facts were annulled.
  private func known(_ store: LifeStore, _ work: Work) throws -> Life? {
    if let person {
      guard let life = try store.life(person) else {
        throw Refused(.person, .unknownPerson(person.description))
      }
      try work.require(.readPerson, on: person)
      return life
    }
    guard let code, let person = try store.person(code: code), let life = try store.life(person) else {
      return nil
    }
    if !life.terms.isEmpty || !life.particulars.isEmpty { throw Refused(.code, .codeTaken(code)) }
    return life
  }
}
