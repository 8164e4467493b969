package import Basics
package import Rules
import Storage

/// Takes somebody up as a candidate of a cell: from then on the record follows what is missing for their admission.
///
/// Somebody the record knows, such as a member who left, is named by their identity; their earlier membership is
/// linked.
package struct BeginCandidacy: Operation {
  package static let operation = "beginCandidacy"
  package var person: ID<Person>?
  /// The person's number; one is made when it is not given.
  package var code: String?
  package var particulars: Particulars
  package var candidacy: CandidacyDraft
  package var unit: ID<Unit>
  package var since: CivilDate

  package init(
    person: ID<Person>? = nil,
    code: String? = nil,
    particulars: Particulars,
    unit: ID<Unit>,
    since: CivilDate,
    _ candidacy: CandidacyDraft
  ) {
    self.person = person
    self.code = code
    self.particulars = particulars
    self.unit = unit
    self.since = since
    self.candidacy = candidacy
  }

  package var said: [(name: String, value: String?)] {
    [
      ("person", person?.description), ("code", code), ("name", particulars.name),
      ("born", particulars.born?.description), ("sex", particulars.sex?.rawValue),
      ("ethnicity", particulars.ethnicity), ("unit", unit.description), ("from", since.description),
    ] + candidacy.said
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.keepCandidates, on: unit)
    var objections = Written.text(particulars.name, .name) + candidacy.texts
    if let code { objections += Written.text(code, .code, limit: 40) }
    if since > work.today { objections.append(Objection(.from, .notYet(since))) }
    let (unitCode, existence) = try UnitStore(db: work.db).existence(unit)
    if existence?.contains(Span(open: since)) != true {
      let refusal = Refusal.unitAbsent(unit: unitCode, exists: existence, needed: Span(open: since))
      objections.append(Objection(.from, refusal))
    }
    objections += try work.objections(toIntroducers: candidacy, on: since)
    try objections.raise()

    let lives = LifeStore(db: work.db)
    let store = CandidacyStore(db: work.db)
    let old = try known(lives, work)
    if let old {
      if let current = old.terms.first(where: { $0.span.end.map { $0 > since } ?? true }) {
        throw Refused(.person, .alreadyAMember(since: current.span.start))
      }
      if let other = try store.candidacies(of: old.person).first(where: {
        $0.fact.span.end.map { $0 > since } ?? true
      }) {
        throw Refused(.person, .alreadyACandidate(since: other.fact.span.start))
      }
    }
    let id: ID<Person> = old?.person ?? work.draw()
    if old == nil {
      var life = Life(person: id, code: code ?? id.description)
      try work.insert(.person, id, [life.code.sqlValue])
      life.particulars = [Fact(particulars, .always, cited: work.cited)]
      try lives.save(life, from: nil, work)
    }
    var begun = candidacy.applied(to: Candidacy(person: id, unit: unit, source: candidacy.source))
    begun.earlier = old?.terms.last?.value.membership
    try store.begin(begun, Span(open: since), work)
    return id.number
  }

  /// The life of somebody who was here before.
  private func known(_ store: LifeStore, _ work: Work) throws -> Life? {
    if let person {
      guard let life = try store.life(person) else {
        throw Refused(.person, .unknownPerson(person.description))
      }
      try work.require(.readPerson, on: person)
      return life
    }
    if let code, try store.person(code: code) != nil { throw Refused(.code, .codeTaken(code)) }
    return nil
  }
}

/// What is said of a candidacy when it begins, and can be put right later.
package struct CandidacyDraft: Hashable, Sendable {
  package var source: RecruitSource
  package var schooling: Schooling?
  package var introducer: ID<Person>?
  package var secondIntroducer: ID<Person>?
  package var resolution: String?
  package var isExpunged: Bool?

  package init(
    source: RecruitSource,
    schooling: Schooling? = nil,
    introducer: ID<Person>? = nil,
    secondIntroducer: ID<Person>? = nil,
    resolution: String? = nil,
    isExpunged: Bool? = nil
  ) {
    self.source = source
    self.schooling = schooling
    self.introducer = introducer
    self.secondIntroducer = secondIntroducer
    self.resolution = resolution
    self.isExpunged = isExpunged
  }

  var said: [(name: String, value: String?)] {
    [
      ("source", source.rawValue), ("schooling", schooling?.rawValue),
      ("introducer", introducer?.description), ("secondIntroducer", secondIntroducer?.description),
      ("resolution", resolution), ("expunged", isExpunged.map { $0 ? "yes" : "no" }),
    ]
  }

  var texts: [Objection] { resolution.map { Written.text($0, .resolution, limit: 120) } ?? [] }

  func applied(to candidacy: Candidacy) -> Candidacy {
    var candidacy = candidacy
    candidacy.source = source
    candidacy.schooling = schooling
    candidacy.introducer = introducer
    candidacy.secondIntroducer = secondIntroducer
    candidacy.resolution = resolution
    candidacy.isExpunged = isExpunged
    return candidacy
  }
}

/// Puts right, or completes, what is said of a candidacy: where somebody comes from, who introduces them.
package struct ChangeCandidacy: Operation {
  package static let operation = "changeCandidacy"
  package var person: ID<Person>
  package var draft: CandidacyDraft

  package init(person: ID<Person>, _ draft: CandidacyDraft) {
    self.person = person
    self.draft = draft
  }

  package var said: [(name: String, value: String?)] { [("person", person.description)] + draft.said }

  package func perform(_ work: Work) throws -> Int64? {
    let old = try work.openCandidacy(of: person, for: .keepCandidates)
    try draft.texts.raise()
    try work.objections(toIntroducers: draft, on: old.fact.span.start).raise()
    var new = old
    new.fact.value = draft.applied(to: old.fact.value)
    if new == old { throw Refused(nil, .nothingChanges) }
    try CandidacyStore(db: work.db).save(new, from: old, work)
    return person.number
  }
}

/// Lets another cell go on with a candidate: from the day on theirs, the steps stay.
package struct MoveCandidacy: Operation {
  package static let operation = "moveCandidacy"
  package var person: ID<Person>
  package var unit: ID<Unit>
  package var day: CivilDate

  package init(person: ID<Person>, to unit: ID<Unit>, day: CivilDate) {
    self.person = person
    self.unit = unit
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [("person", person.description), ("unit", unit.description), ("day", day.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let old = try work.openCandidacy(of: person, for: .keepCandidates)
    try work.require(.keepCandidates, on: unit)
    if old.fact.value.unit == unit { throw Refused(.unit, .alreadyThere) }
    let (code, existence) = try UnitStore(db: work.db).existence(unit)
    guard existence?.contains(Span(open: day)) == true else {
      throw Refused(.unit, .unitAbsent(unit: code, exists: existence, needed: Span(open: day)))
    }
    guard let before = old.fact.span.cut(at: day) else {
      throw Refused(.day, .endNotAfterStart(start: old.fact.span.start, end: day))
    }
    var ended = old.fact
    ended.span = before
    var moved = old.fact.value
    moved.unit = unit
    let next = Fact(moved, Span(open: day), cited: work.cited)
    try work.save(.candidacy, from: [old.fact], to: [ended, next]) { CandidacyStore.row(old.number, $0) }
    return person.number
  }
}

extension Work {
  /// The candidacy a person has now, which the account may work on.
  func openCandidacy(of person: ID<Person>, for deed: Deed) throws -> FiledCandidacy {
    let all = try CandidacyStore(db: db).candidacies(of: person)
    guard let last = all.last else { throw Refused(.person, .notACandidate(on: today)) }
    try require(deed, on: last.fact.value.unit)
    guard last.isOpen else { throw Refused(.person, .notACandidate(on: today)) }
    return last
  }

  /// Those who introduce are official members, two different ones.
  func objections(toIntroducers draft: CandidacyDraft, on day: CivilDate) throws -> [Objection] {
    var objections: [Objection] = []
    for (field, person) in [
      (Field.introducer, draft.introducer), (.secondIntroducer, draft.secondIntroducer),
    ] {
      guard let person else { continue }
      if try !isOfficial(person, on: day) { objections.append(Objection(field, .notOfficial(on: day))) }
    }
    if let one = draft.introducer, one == draft.secondIntroducer {
      objections.append(Objection(.secondIntroducer, .alreadyThere))
    }
    return objections
  }

  func isOfficial(_ person: ID<Person>, on day: CivilDate) throws -> Bool {
    try db.exists(
      "SELECT 1 FROM roll r WHERE r.person = \(person) AND \(asOf("r", AsOf(day))) AND r.official_on <= \(day)"
    )
  }
}
