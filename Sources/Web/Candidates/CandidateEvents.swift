import Basics
import Markup
import Records
import Rules

extension Visit {
  /// What happened on a person's way to admission and to recognition.
  func candidateEvents(of person: ID<Person>) throws -> [LifeEvent] {
    let timeline = Timeline(db: db)
    let candidacies = FactHistory.facts(try timeline.candidacies(person, asOf.knowledge))
    let votes = FactHistory.facts(try timeline.recognitionVotes(person, asOf.knowledge))
    if candidacies.isEmpty, votes.isEmpty { return [] }
    let units = Set(candidacies.map(\.value.unit)).sorted()
    let names = try NameStore(db: db).names(of: units, asOf.knowledge)
    var events: [LifeEvent] = []
    for fact in candidacies {
      let start = fact.span.start
      let isMoved = candidacies.contains { $0.span.end == start && $0.value.outcome == nil }
      let code = isMoved ? "candidacyMoved" : "candidacyBegan"
      events.append(
        fact.began.event(start, code, names[fact.value.unit]?.value(around: start) ?? "", .members, self)
      )
      // That somebody was admitted, their membership tells.
      if let end = fact.span.end, let outcome = fact.value.outcome, outcome != .admitted {
        events.append(fact.ended.event(end, "candidacyEnded", outcome.rawValue, .members, self))
      }
    }
    for fact in FactHistory.facts(try timeline.candidateSteps(person, asOf.knowledge)) {
      let day = fact.span.start
      events.append(fact.began.event(day, "candidateStep", fact.value.kind.rawValue, .members, self))
    }
    for fact in votes {
      let told = "\(fact.value.votes)/\(fact.value.officials)"
      events.append(fact.began.event(fact.span.start, "recognitionVote", told, .members, self))
    }
    return events
  }

  /// What can be done about somebody as a candidate, or on probation.
  func candidateOffers(for life: Life, in unit: ID<Unit>, _ may: Set<Deed>) throws -> [DeedOffer] {
    let key = life.person.description
    let store = CandidacyStore(db: db)
    guard let term = life.term(on: today) else {
      if let open = try store.open(life.person) {
        guard try allows(.readPerson, on: open.fact.value.unit) else { return [] }
        return [DeedOffer("candidateFile", viewpoint.candidate(key))]
      }
      guard may.contains(.keepCandidates), !life.terms.isEmpty else { return [] }
      return [DeedOffer("againCandidacy", .beginCandidacy(unit.description, person: key))]
    }
    let isProbationary = term.value.official.map { $0 > today } ?? true
    guard isProbationary, may.contains(.keepCandidates) else { return [] }
    return [DeedOffer(RecordRecognitionVote.operation, .recognitionVote(key))]
  }

  /// The rules about candidates, as they hold for a unit on the day shown.
  func candidateJudges(for unit: ID<Unit>) throws -> CandidateJudges {
    CandidateJudges(try regulations(for: unit), on: asOf.day)
  }

  /// The candidates of a unit and below on the day shown.
  func candidates(of unit: ID<Unit>) throws -> [CandidateLine] {
    try kept(.candidates(unit, asOf)) {
      try CandidateList(db: db).candidates(in: unit, asOf, by: try candidateJudges(for: unit))
    }
  }
}
