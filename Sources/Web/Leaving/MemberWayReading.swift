import Basics
import Records
import Rules

extension Visit {
  /// What a person's file says of their way, as far as the reader may know it.
  func way(of life: Life, at unit: ID<Unit>?, isOwn: Bool) throws -> MemberWay {
    let person = life.person
    let timeline = Timeline(db: db)
    let states = FactHistory.facts(try timeline.states(person, asOf.knowledge))
    let cases = FactHistory.facts(try timeline.leavingCases(person, asOf.knowledge))
    let warnings = FactHistory.facts(try timeline.warnings(person, asOf.knowledge))
    let readsDiscipline = try isOwn || unit.map { try allows(.readDiscipline, on: $0) } ?? false
    let disciplines =
      readsDiscipline ? FactHistory.facts(try timeline.disciplines(person, asOf.knowledge)) : []
    let matter =
      readsDiscipline && !isOwn ? try DisciplineStore(db: db).matter(of: person, asOf.knowledge) : nil
    let bodies =
      states.compactMap(\.value.body) + disciplines.map(\.value.body)
      + (matter.map { [$0.value.discipline.body] } ?? [])
    let names = try NameStore(db: db).names(of: Array(Set(bodies)).sorted(), asOf.knowledge)
    func link(_ unit: ID<Unit>, _ day: CivilDate) -> UnitLink {
      UnitLink(unit.description, names[unit]?.value(around: day) ?? "")
    }
    var way = MemberWay()
    way.states = states.map { state in
      MemberWay.Line(
        state.value,
        state.span,
        unit: state.value.body.map { link($0, state.span.start) },
        source: state.began.source(.members)
      )
    }
    way.cases = cases.reversed().map {
      MemberWay.Line($0.value, $0.span, source: $0.current.source(.members))
    }
    way.warnings = warnings.map { MemberWay.Line($0.value, $0.span, source: $0.began.source(.members)) }
    way.disciplines = disciplines.reversed().map { fact in
      MemberWay.Line(
        fact.value,
        fact.span,
        unit: link(fact.value.body, fact.span.start),
        source: fact.began.source(.members)
      )
    }
    way.pending = try matter.map { fact in
      MemberWay.Pending(
        fact.value,
        unit: link(fact.value.discipline.body, fact.span.start),
        enteredBy: try fact.value.enteredBy.flatMap { try AccountStore(db: db).displayName($0) } ?? "–",
        isOwnEntry: fact.value.enteredBy == visitor.account
      )
    }
    if let unit { try judge(&way, life, try regulations(for: unit)) }
    way.events = events(states) + events(warnings) + events(cases) + events(disciplines)
    return way
  }

  /// What the regulations say of it: grounds, votes, and when admission again could be considered.
  private func judge(_ way: inout MemberWay, _ life: Life, _ library: RulebookLibrary) throws {
    for line in way.cases {
      guard let ground = line.value.ground, way.grounds[ground] == nil,
        let judge = library.judge("charter", of: "deletion", on: line.span.start),
        let clause = judge.rule.clauses.first(where: { $0.name == ground })
      else { continue }
      way.grounds[ground] = MemberWay.ClauseTold(clause)
    }
    way.votes = way.cases.map { line in
      guard let vote = line.value.vote,
        let judge = library.judge("charter", of: "leavingVote", on: vote.day)
      else { return nil }
      let verdict = judge.verdict(line.value.voteFacts)
      return MemberWay.VoteTold(
        outcome: verdict.outcome.map { judge.rule.outcomes[$0].title },
        clause: verdict.findings.first.map { MemberWay.ClauseTold($0.clause) }
      )
    }
    let term = life.term(on: asOf.day)
    let past = life.terms.filter { $0.span.end.map { $0 <= asOf.day } ?? false }
    if past.isEmpty { return }
    way.memberships = life.terms.reversed().map { MemberWay.Line($0.value, $0.span) }
    guard term == nil, let last = past.last, let left = last.span.end, last.value.reason != .died,
      let judge = library.judge("charter", of: "readmission", on: today)
    else { return }
    let facts = ["readmission.left": Quantity(left), "readmission.expunged": Quantity(0)]
    let verdict = judge.verdict(facts)
    guard
      let earliest = verdict.values.first(where: { $0.fact.name == "readmission.earliest" })?.amount.day
    else { return }
    way.readmission = (earliest, judge.rule.clauses.first.map { MemberWay.ClauseTold($0) })
  }

  // MARK: What happened

  private func events(_ states: [FactHistory<MemberState>]) -> [LifeEvent] {
    states.flatMap { state -> [LifeEvent] in
      let code = state.value.kind.rawValue
      let extent = state.value.extent?.rawValue ?? ""
      var events = [state.began.event(state.span.start, code, extent, .members, self)]
      if let end = state.span.end {
        events.append(state.ended.event(end, code + "Ended", "", .members, self))
      }
      return events
    }
  }

  private func events(_ warnings: [FactHistory<CellWarning>]) -> [LifeEvent] {
    warnings.map { $0.began.event($0.span.start, "warned", String($0.value.number), .members, self) }
  }

  private func events(_ cases: [FactHistory<LeavingCase>]) -> [LifeEvent] {
    cases.flatMap { leaving -> [LifeEvent] in
      var events = [
        leaving.began.event(
          leaving.span.start,
          "caseOpened",
          leaving.value.reason.rawValue,
          .members,
          self
        )
      ]
      // One that was carried out is told with the leaving itself.
      if let ending = leaving.value.ending, ending.outcome == .closed {
        events.append(leaving.current.event(ending.day, "caseClosed", "", .members, self))
      }
      return events
    }
  }

  private func events(_ disciplines: [FactHistory<Discipline>]) -> [LifeEvent] {
    disciplines.flatMap { fact -> [LifeEvent] in
      let form = fact.value.form.rawValue
      var events = [fact.began.event(fact.span.start, "disciplined", form, .members, self)]
      if let end = fact.span.end {
        events.append(fact.ended.event(end, "disciplineEnded", form, .members, self))
      }
      return events
    }
  }

  // MARK: One's own

  /// What a member reported of their record, and who may see it.
  func ownRecord(of person: ID<Person>, at unit: ID<Unit>?) throws -> OwnRecord {
    let reports = try ErrorReportStore(db: db).reports(of: person, asOf.knowledge)
    let seers = try unit.map { try SeerStore(db: db).seers(of: $0, today: today) } ?? []
    return OwnRecord(
      reports: reports.map { Dated($0.value, $0.span) },
      seers: seers.map { OwnRecord.Seer(role: $0.role.rawValue, unit: $0.unitName, count: $0.count) }
    )
  }
}
