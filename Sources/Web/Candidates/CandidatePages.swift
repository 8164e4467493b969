import Basics
import Hummingbird
import Markup
import Records
import Rules

/// A candidate's page: opening it is written down, as with every person's file.
struct CandidatePages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/candidates/:person", use: candidate)
  }

  /// `GET /candidates/:person?on=…`.
  @Sendable func candidate(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("person") ?? ""
    return try await reception.page(request, .candidates, isLogged: true) { visit in
      guard let person = ID<Person>(key) else { throw PageFault.absent }
      return try visit.candidateFile(person)
    } _: { file, frame in
      candidateView(file, in: frame)
    }
  }
}

extension Visit {
  /// The candidacy of a person on the day shown, else the last before it, else the first.
  func candidacy(of person: ID<Person>) throws -> FiledCandidacy {
    let all = try CandidacyStore(db: db).candidacies(of: person, asOf.knowledge)
    let shown = all.last { $0.fact.span.start <= asOf.day } ?? all.first
    guard let shown else { throw PageFault.absent }
    return shown
  }

  fileprivate func candidateFile(_ person: ID<Person>) throws -> CandidateFile {
    let filed = try candidacy(of: person)
    let value = filed.fact.value
    try require(.readPerson, on: value.unit)
    guard let life = try LifeStore(db: db).life(person, asOf.knowledge),
      let known = life.particulars.last?.value
    else { throw PageFault.absent }
    try ReadingStore(db: db).log(try reader(of: value.unit), opened: person, at: moment)
    let span = filed.fact.span
    let end = span.end.map { min($0, asOf.day) } ?? asOf.day
    let steps = try CandidacyStore(db: db).steps(of: filed.number, asOf.knowledge)
      .filter { $0.span.start <= end }
    let done = steps.map { (day: $0.span.start, step: $0.value) }
    let judges = CandidateJudges(try regulations(for: value.unit), on: end)
    let kind = try UnitStore(db: db).life(value.unit)?.kind(on: end)
    let progress = CandidateProgress(
      value,
      since: span.start,
      steps: done,
      isBaseCell: kind == .baseCell,
      on: end,
      by: judges
    )
    let people = [value.introducer, value.secondIntroducer].compactMap(\.self)
    let names = try NameStore(db: db).particulars(of: people + steps.compactMap(\.value.helper), .now)
    let may = filed.isOpen && viewpoint.isNow ? try deeds(on: value.unit) : []
    var file = CandidateFile(
      person: PersonLink(person.description, known.name),
      code: life.code,
      path: crumbs(try standing(of: value.unit, on: end)),
      unit: UnitLink(value.unit.description, try TreeStore(db: db).lastName(value.unit)),
      candidacy: value,
      span: span,
      particulars: known,
      introducers: people.map { PersonLink($0.description, names[$0]?.last?.value.name ?? "") },
      requirements: [],
      certificate: progress.certificate,
      waitingSince: progress.waitingSince,
      conditions: judges.conditions(of: value, born: known.born, steps: done, on: end)?.findings ?? [],
      offers: CandidateFile.offers(person.description, may),
      ceremony: may.contains(.admit) ? .candidateDeed(person.description, "ceremony") : .closed
    )
    file.requirements = progress.requirements.map { requirement in
      let own = steps.filter { $0.value.kind == requirement.step }
      return CandidateFile.Requirement(
        code: requirement.code,
        clause: requirement.clause,
        isMet: requirement.isMet,
        isNext: requirement.code == progress.next?.code,
        entries: own.map { fact in
          CandidateFile.Entry(
            day: fact.span.start,
            step: fact.value,
            helper: fact.value.helper.flatMap { names[$0]?.last?.value.name },
            path: CandidateFile.form(person, fact.value.kind, may, correcting: fact.id)
          )
        },
        path: requirement.step.map { CandidateFile.form(person, $0, may) }
          ?? (may.contains(.keepCandidates) ? .candidateDeed(person.description, "change") : .closed)
      )
    }
    file.meetings = try meetings(about: AgendaMatter(.candidate, person.number))
    file.earlier = earlier(of: value, life, done, judges, since: span.start)
    return file
  }

  /// Of somebody who was a member before: when they left, and from when they may be admitted again.
  private func earlier(
    of candidacy: Candidacy,
    _ life: Life,
    _ done: [(day: CivilDate, step: CandidateStep)],
    _ judges: CandidateJudges,
    since: CivilDate
  ) -> (left: CivilDate, earliest: CivilDate?, isTooEarly: Bool, clause: Clause?)? {
    guard let earlier = candidacy.earlier,
      let left = life.terms.first(where: { $0.value.membership == earlier })?.span.end
    else { return nil }
    let applied = done.first { $0.step.kind == .application }?.day ?? since
    let verdict = judges.readmission(of: candidacy, left: left, applied: applied)
    let earliest = verdict?.values.first { $0.fact.name == "readmission.earliest" }?.amount.day
    return (left, earliest, verdict?.outcomeName == "tooEarly", verdict?.findings.first?.clause)
  }
}

extension CandidateFile {
  /// The form of a step, closed to whom it is not to record.
  fileprivate static func form(
    _ person: ID<Person>,
    _ step: CandidateStep.Kind,
    _ may: Set<Deed>,
    correcting: ID<FactMark>? = nil
  ) -> Path {
    let deed: Deed = step.isOfCommittee ? .admit : .keepCandidates
    guard may.contains(deed), may.contains(.keepCandidates) else { return .closed }
    return .candidateStep(person.description, step.rawValue, correcting: correcting?.description)
  }

  fileprivate static func offers(_ key: String, _ may: Set<Deed>) -> [DeedOffer] {
    guard may.contains(.keepCandidates) else { return [] }
    return [
      DeedOffer(ChangeCandidacy.operation, .candidateDeed(key, "change")),
      DeedOffer(MoveCandidacy.operation, .candidateDeed(key, "move")),
      DeedOffer(EndCandidacy.operation, .candidateDeed(key, "end")),
    ]
  }
}
