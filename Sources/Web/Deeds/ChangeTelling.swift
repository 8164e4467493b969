import Basics
import Records
import Rules
import Storage

/// Tells changes of the record, and facts as they stand, with the names of all they speak of: a few questions,
/// however many they are.
struct ChangeTelling {
  fileprivate let people: [ID<Person>: [Dated<Particulars>]]
  private let units: [ID<Unit>: [Dated<String>]]
  private let accounts: [ID<Account>: String]

  init(_ changes: [RecordChange], _ db: any Connection) throws {
    var people: Set<ID<Person>> = []
    var units: Set<ID<Unit>> = []
    var accounts: Set<ID<Account>> = []
    for change in changes {
      switch change.subject {
      case .person(let person): people.insert(person)
      case .unit(let unit): units.insert(unit)
      case .account(let account): accounts.insert(account)
      }
      for value in [change.before?.value, change.after?.value] {
        if let unit = value?.unit { units.insert(unit) }
        people.formUnion(value?.people ?? [])
      }
    }
    let names = NameStore(db: db)
    self.people = try names.particulars(of: people.sorted(), .now)
    self.units = try names.names(of: units.sorted(), .now)
    let store = AccountStore(db: db)
    self.accounts = try Dictionary(
      uniqueKeysWithValues: accounts.map { ($0, try store.displayName($0) ?? $0.description) }
    )
  }

  func told(_ change: RecordChange) -> ChangeTold {
    ChangeTold(
      subject: subject(change),
      before: change.before.map(told),
      after: change.after.map(told)
    )
  }

  private func subject(_ change: RecordChange) -> SubjectTold {
    switch change.subject {
    case .person(let person):
      // Of somebody who would not be known any more, only what was known tells the name.
      let former = [change.after, change.before].lazy.compactMap { dated -> String? in
        if case .particulars(let known)? = dated?.value { known.name } else { nil }
      }.first
      let name = people[person]?.value(around: change.day)?.name ?? former
      return .person(PersonLink(person.description, name ?? person.description))
    case .unit(let unit):
      let former = [change.after, change.before].lazy.compactMap { dated -> String? in
        if case .unitName(let name)? = dated?.value { name } else { nil }
      }.first
      return .unit(UnitLink(unit.description, units[unit]?.value(around: change.day) ?? former ?? ""))
    case .account(let account): return .account(accounts[account] ?? account.description)
    }
  }

  func told(_ dated: Dated<FactValue>) -> FactTold {
    let span = dated.span
    func link(_ unit: ID<Unit>) -> UnitLink {
      UnitLink(unit.description, units[unit]?.value(around: span.start) ?? unit.description)
    }
    switch dated.value {
    case .unitKind(let kind): return FactTold("kind", kind.rawValue, span: span)
    case .unitName(let name): return FactTold("name", name, span: span)
    case .unitSector(let sector): return FactTold("sector", sector.rawValue, span: span)
    case .unitParent(let parent): return FactTold("parent", unit: link(parent), span: span)
    case .rulebook(let name): return FactTold("rulebook", name, span: span)
    case .plan(let draft):
      return FactTold(
        "plan",
        draft.title,
        details: [FactTold.Detail("planState", draft.state.rawValue)],
        span: span
      )
    case .handover(let item):
      return FactTold(
        "handover",
        "\(item.giver) → \(item.receiver)",
        details: [
          FactTold.Detail("handoverKind", item.what ?? item.kind.rawValue),
          FactTold.Detail("handoverState", item.state.rawValue),
        ],
        span: span
      )
    case .successor(let unit): return FactTold("successor", unit: link(unit), span: span)
    case .affiliation(let tie): return FactTold(tie.role.rawValue, unit: link(tie.unit), span: span)
    case .post(let post): return FactTold("post", post.post, unit: link(post.unit), span: span)
    case .identifier(let identifier):
      return FactTold(
        "identifier",
        identifier.value,
        details: [FactTold.Detail("system", identifier.system)],
        span: span
      )
    case .transfer(let transfer):
      return FactTold(
        "transfer",
        transfer.outside ?? "",
        unit: transfer.target.map(link),
        details: [
          FactTold.Detail("transferKind", transfer.kind.rawValue),
          FactTold.Detail("state", transfer.state.rawValue),
          FactTold.Detail("letter", transfer.letter ?? ""),
        ].filter { !$0.value.isEmpty },
        span: span
      )
    case .state, .leavingCase, .warning, .matter, .discipline, .unitMatter, .unitDiscipline, .errorReport:
      return wayTold(dated.value, span, link)
    case .residenceComment(let comment):
      return FactTold(
        "residenceComment",
        unit: link(comment.unit),
        details: [
          FactTold.Detail("year", String(comment.year)),
          FactTold.Detail("commentState", comment.state.rawValue),
          FactTold.Detail("letter", comment.number ?? ""),
        ].filter { !$0.value.isEmpty },
        span: span
      )
    case .residenceExemption(let exemption):
      return FactTold(
        "residenceExemption",
        exemption.ground,
        details: exemption.sector.map { [FactTold.Detail("sector", $0.rawValue)] } ?? [],
        span: span
      )
    case .duesBasis(let category): return FactTold("duesBasis", category.rawValue, span: span)
    // What somebody paid is a share of what they earn: told to those who keep dues alone.
    case .duesPaid(let unit, _, let day):
      return FactTold(
        "duesPaid",
        unit: link(unit),
        details: [FactTold.Detail("paid", day.description)],
        span: span
      )
    case .duesReason(let reason): return FactTold("duesReason", reason, span: span)
    case .duesPassed(let amount): return FactTold("duesPassed", String(amount), span: span)
    case .badge(let award):
      return FactTold(
        "badge",
        String(award.years),
        details: award.number.map { [FactTold.Detail("badgeNumber", $0)] } ?? [],
        span: span
      )
    case .candidacy(let candidacy):
      return FactTold("candidacy", unit: link(candidacy.unit), details: details(candidacy), span: span)
    case .candidateStep(let step):
      return FactTold("candidateStep", step.kind.rawValue, details: details(step), span: span)
    case .recognitionVote(let vote):
      return FactTold(
        "recognitionVote",
        unit: link(vote.unit),
        details: [
          FactTold.Detail("votes", String(vote.votes)), FactTold.Detail("officials", String(vote.officials)),
        ],
        span: span
      )
    case .meeting(let fact): return meetingTold(fact, span, name)
    case .resolution(let fact): return resolutionTold(fact, span, name)
    case .review(let fact): return reviewTold(fact, span)
    case .model(let fact): return modelTold(fact, span)
    case .grant(let role, let unit): return FactTold("grant", role.rawValue, unit: link(unit), span: span)
    case .particulars(let known):
      return FactTold(
        "particulars",
        known.name,
        details: [
          FactTold.Detail("born", known.born?.description ?? ""),
          FactTold.Detail("sex", known.sex?.rawValue ?? ""),
          FactTold.Detail("ethnicity", known.ethnicity ?? ""),
          FactTold.Detail("card", known.card ?? ""),
        ].filter { !$0.value.isEmpty },
        span: span
      )
    case .term(let term):
      return FactTold(
        "term",
        details: [
          FactTold.Detail("decided", term.decided?.description ?? ""),
          FactTold.Detail("official", term.official?.description ?? ""),
          FactTold.Detail("reason", term.reason?.rawValue ?? ""),
        ].filter { !$0.value.isEmpty },
        span: span
      )
    }
  }
}

extension ChangeTelling {
  fileprivate func details(_ candidacy: Candidacy) -> [FactTold.Detail] {
    [
      FactTold.Detail("source", candidacy.source.rawValue),
      FactTold.Detail("schooling", candidacy.schooling?.rawValue ?? ""),
      FactTold.Detail("introducer", name(candidacy.introducer)),
      FactTold.Detail("secondIntroducer", name(candidacy.secondIntroducer)),
      FactTold.Detail("resolution", candidacy.resolution ?? ""),
      FactTold.Detail("outcome", candidacy.outcome?.rawValue ?? ""),
    ].filter { !$0.value.isEmpty }
  }

  fileprivate func details(_ step: CandidateStep) -> [FactTold.Detail] {
    [
      FactTold.Detail("checked", step.checked?.rawValue ?? ""), FactTold.Detail("helper", name(step.helper)),
      FactTold.Detail("body", step.body ?? ""), FactTold.Detail("value", step.number ?? ""),
      FactTold.Detail("answered", step.answered?.description ?? ""),
      FactTold.Detail("votes", step.votes.map(String.init) ?? ""),
      FactTold.Detail("officials", step.officials.map(String.init) ?? ""),
    ].filter { !$0.value.isEmpty }
  }

  fileprivate func name(_ person: ID<Person>?) -> String {
    person.flatMap { people[$0]?.last?.value.name } ?? ""
  }
}

extension FactValue {
  /// The people it speaks of, besides its subject.
  var people: [ID<Person>] {
    switch self {
    case .candidacy(let candidacy):
      [candidacy.introducer, candidacy.secondIntroducer].compactMap(\.self)
    case .candidateStep(let step): [step.helper].compactMap(\.self)
    case .resolution(.task(let task)): [task.answerer].compactMap(\.self)
    case .meeting(.attendance(let attendance)): [attendance.person]
    case .meeting(.ballot(let ballot)): [ballot.person]
    case .meeting(.following(let following)): [following.follower]
    case .meeting(.visitNote(let note)): [note.follower]
    case .review(.steering(let steering)): [steering.person]
    case .meeting(.visitItem(let item)): [item.follower, item.answerer].compactMap(\.self)
    case .meeting(.theme(let theme)): [theme.proposer].compactMap(\.self)
    case .meeting(.comment(let comment)): [comment.author]
    case .meeting(.meeting(let meeting)): [meeting.chair, meeting.taker].compactMap(\.self)
    case .meeting(.minutes(let minutes)):
      [minutes.takerSigned?.person, minutes.chairSigned?.person].compactMap(\.self)
    default: []
    }
  }

  /// The unit it speaks of, besides its subject.
  var unit: ID<Unit>? {
    switch self {
    case .unitParent(let unit), .successor(let unit), .grant(_, let unit): unit
    case .affiliation(let tie): tie.unit
    case .post(let post): post.unit
    case .candidacy(let candidacy): candidacy.unit
    case .recognitionVote(let vote): vote.unit
    case .candidateStep: nil
    case .transfer(let transfer): transfer.target
    case .state(let state): state.body
    case .discipline(let discipline): discipline.body
    case .matter(let matter): matter.discipline.body
    case .unitDiscipline(let discipline): discipline.body
    case .unitMatter(let matter): matter.discipline.body
    case .leavingCase, .warning, .errorReport: nil
    case .residenceComment(let comment): comment.unit
    case .unitKind, .unitName, .unitSector, .particulars, .term, .identifier, .rulebook, .duesBasis,
      .duesReason, .duesPassed, .badge, .residenceExemption, .plan, .meeting, .resolution,
      .review, .model, .handover:
      nil
    case .duesPaid(let unit, _, _): unit
    }
  }
}
