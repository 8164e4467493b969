import Basics
import Phrases
import Records
import Rules

// The deeds of a member's way: excused, suspended, on the way out, disciplined.
extension DeedReading {
  /// What a form about a member's way asks for.
  mutating func wayOperation(_ kind: DeedKind, on person: ID<Person>) throws -> (any Operation)? {
    switch kind {
    case .exempt:
      let extent = choice(.extent, as: ExemptionExtent.self)
      let ground = choice(.ground, as: ExemptionGround.self)
      let (asked, span) = (day(.asked, isRequired: false), span(.from, .until))
      guard let extent, let ground, let span else { return nil }
      return ExemptMember(person: person, extent, for: ground, asked: asked, span: span)
    case .suspend:
      let (body, span) = (try unit(.body), span(.from, .until))
      guard let body, let span else { return nil }
      return SuspendMember(person: person, by: body, span: span)
    case .endExemption: return day(.until).map { EndState(person: person, .exempt, day: $0) }
    case .endSuspension: return day(.until).map { EndState(person: person, .suspended, day: $0) }
    case .discipline: return try discipline(of: person)
    case .confirmDiscipline: return ConfirmDiscipline(person: person)
    case .withdrawDiscipline: return words(.reason).map { WithdrawDiscipline(person: person, why: $0) }
    default: return leavingOperation(kind, on: person)
    }
  }

  private mutating func leavingOperation(_ kind: DeedKind, on person: ID<Person>) -> (any Operation)? {
    switch kind {
    case .warn:
      let ground = text(.ground, isRequired: false, limit: 80)
      let (note, day) = (words(.note), day(.day))
      guard let note, let day else { return nil }
      return WarnMember(person: person, ground: ground, note: note, day: day)
    case .openLeaving:
      let reason = choice(.reason, as: LeavingReason.self)
      let ground = text(.ground, isRequired: false, limit: 80)
      let (occurred, note) = (day(.occurred, isRequired: false), words(.note, isRequired: false))
      guard let opened = day(.day), let reason else { return nil }
      return OpenLeaving(
        person: person,
        reason,
        ground: ground,
        occurred: occurred,
        note: note,
        day: opened
      )
    case .hearLeaving:
      let (day, said) = (day(.day), words(.hearing, isRequired: false, limit: 1000))
      return day.map { HearMember(person: person, day: $0, said: said) }
    case .voteLeaving:
      let (day, agreed, officials) = (day(.day), count(.agreed), count(.officials))
      guard let day, let agreed, let officials else { return nil }
      return VoteOnLeaving(person: person, day: day, agreed: agreed, of: officials)
    case .decideLeaving: return day(.left).map { DecideLeaving(person: person, day: $0) }
    case .closeLeaving:
      let (why, day) = (words(.reason), day(.day))
      guard let why, let day else { return nil }
      return CloseLeaving(person: person, day: day, why: why)
    default: return nil
    }
  }

  private mutating func discipline(of person: ID<Person>) throws -> (any Operation)? {
    let form = choice(.form, as: DisciplineForm.self)
    let body = try unit(.body)
    let (violated, span) = (day(.violated, isRequired: false), span(.from, .until))
    let post = text(.post, isRequired: false, limit: 160)
    let (agreed, officials) = (count(.agreed, isRequired: false), count(.officials, isRequired: false))
    let (above, all) = (count(.above, isRequired: false), count(.aboveAll, isRequired: false))
    let note = words(.note, isRequired: false)
    if agreed != nil, officials == nil { object(.officials, .blank) }
    if officials != nil, agreed == nil { object(.agreed, .blank) }
    if above != nil, all == nil { object(.aboveAll, .blank) }
    for (field, some, whole) in [(Field.agreed, agreed, officials), (.above, above, all)] {
      if let some, let whole, some > whole { object(field, .moreThanAll(agreed: some, all: whole)) }
    }
    guard let form, let body, let span else { return nil }
    let vote: Discipline.Vote? =
      if let agreed, let officials {
        Discipline.Vote(agreed, of: officials, above: above, of: all)
      } else {
        nil
      }
    let discipline = Discipline(
      form,
      by: body,
      violated: violated,
      post: form == .removal ? post : nil,
      vote: vote,
      note: note
    )
    return EnterDiscipline(person: person, discipline, span: span, under: nil)
  }
}

extension Visit {
  /// The matter that waits about the one person a form is about.
  func matter(of target: DeedTarget) throws -> DisciplineMatter? {
    guard case .people(let people) = target, people.count == 1 else { return nil }
    return try DisciplineStore(db: db).matter(of: people[0])?.value
  }

  /// The deeds of their way that make sense for a person as they stand today.
  func wayDeeds(for life: Life) throws -> [(DeedKind, Bool)] {
    let term = life.term(on: today)
    func isIn(_ kind: StateKind) -> Bool {
      life.states.contains { $0.value.kind == kind && ($0.span.end.map { $0 > today } ?? true) }
    }
    let open = try LeavingStore(db: db).openCase(of: life.person)?.value
    let matter = try DisciplineStore(db: db).matter(of: life.person)?.value
    let isMember = term != nil
    let sensible: [(DeedKind, Bool)] = [
      (.exempt, isMember && !isIn(.exempt)), (.endExemption, isIn(.exempt)),
      (.suspend, isMember && !isIn(.suspended)), (.endSuspension, isIn(.suspended)),
      (.warn, isMember), (.openLeaving, isMember && open == nil),
      (.hearLeaving, open?.waitsFor == .hearing), (.voteLeaving, open?.waitsFor == .vote),
      (.decideLeaving, open?.waitsFor == .decision), (.closeLeaving, open != nil),
      (.discipline, isMember && matter == nil),
      (.confirmDiscipline, matter != nil && matter?.enteredBy != visitor.account),
      (.withdrawDiscipline, matter != nil),
    ]
    return sensible.filter(\.1)
  }

  /// What stands in a form about a member's way at first.
  func prefillWay(_ kind: DeedKind, _ life: Life, _ values: inout [Field: String]) throws {
    switch kind {
    case .voteLeaving:
      guard let home = life.home(on: today)?.value.unit else { return }
      values[.officials] = try figures(of: home)[.official].map(String.init)
    case .decideLeaving:
      let open = try LeavingStore(db: db).openCase(of: life.person)?.value
      if open?.reason == .died { values[.left] = open?.occurred?.adding(days: 1).description }
    default: return
    }
  }

  /// What a form's deed takes along: the decision kept with a matter, the report that a correction answers.
  func settleWay(
    _ kind: DeedKind,
    _ target: DeedTarget,
    _ operations: inout [any Operation],
    _ decision: inout DecisionText?
  ) throws {
    if var deed = operations.first as? EnterDiscipline {
      // What one person enters carries out no decision yet.
      deed.decision = decision
      operations = [deed]
      decision = nil
    }
    if var deed = operations.first as? EnterUnitDiscipline {
      deed.decision = decision
      operations = [deed]
      decision = nil
    }
    if kind == .confirmUnitDiscipline { decision = try unitMatter(of: target)?.decision }
    if kind == .confirmDiscipline { decision = try matter(of: target)?.decision }
    if kind == .correct, !operations.isEmpty, let report = try openReport(of: target) {
      operations.append(AnswerReport(report, isRight: true))
    }
  }

  /// What a form about a member's way says beside it, and offers in it.
  func describeWay(_ target: DeedTarget, in sheet: inout DeedSheet) throws {
    if sheet.kind == .correct { sheet.answersReport = try openReport(of: target) != nil }
    try describeUnitDiscipline(target, in: &sheet)
    guard case .people(let people) = target, people.count == 1 else { return }
    let person = people[0]
    var facts: [Dated<FactValue>] = []
    switch sheet.kind {
    case .warn, .openLeaving, .hearLeaving, .voteLeaving, .decideLeaving, .closeLeaving:
      let store = LeavingStore(db: db)
      if let open = try store.openCase(of: person) {
        facts.append(Dated(.leavingCase(open.value), open.span))
      }
      facts += try store.warnings(of: person).map { Dated(.warning($0.value), $0.span) }
      if let unit = try Reach(db: db, today: today).unit(of: person) {
        let judge = try regulations(for: unit).judge("charter", of: "deletion", on: today)
        sheet.grounds = judge?.rule.clauses.map(\.name) ?? []
      }
    case .discipline, .confirmDiscipline, .withdrawDiscipline:
      let store = DisciplineStore(db: db)
      if let matter = try store.matter(of: person) { facts.append(Dated(.matter(matter.value), matter.span)) }
      facts += try store.disciplines(of: person).map { Dated(.discipline($0.value), $0.span) }
    default: return
    }
    let changes = facts.map { RecordChange(fact: ID(0), subject: .person(person), before: nil, after: $0) }
    let telling = try ChangeTelling(changes, db)
    sheet.facts = facts.map(telling.told) + sheet.facts
  }
}

extension Visit {
  /// The open report, of the one person a correction is about, that the correction answers: `report=` in the address.
  func openReport(of target: DeedTarget) throws -> ID<FactMark>? {
    guard let id = asked.value("report").flatMap({ ID<FactMark>($0) }), case .people(let people) = target,
      let found = try ErrorReportStore(db: db).report(id), people == [found.person],
      found.report.value.state == .open
    else { return nil }
    return id
  }
}
