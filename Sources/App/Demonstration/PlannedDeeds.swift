import Basics
import Demonstration
import Records
import Rules
import Storage

/// Turns what was planned for a day into deeds, and does them.
struct PlannedDeeds {
  let db: any Connection
  let desk: Desk
  let actor: Actor
  /// The last day of the history: what comes after it is a plan.
  let until: CivilDate

  /// - Returns: how many deeds it took.
  func carryOut(_ event: PlannedEvent) throws -> Int {
    let decision = try event.decision.map { planned in
      DecisionText(
        number: planned.number,
        signed: planned.signed,
        issuer: try unit(planned.issuer),
        signer: planned.signer
      )
    }
    if case .homesMoved(let people, _, let to) = event.deed, people.count == 1, event.day <= until {
      let ways = PlannedTransfers(db: db, desk: desk, actor: actor)
      let done = try ways.carryOut(try person(people[0]), to: try unit(to), on: event.day, under: decision)
      if let done { return done }
    }
    let operations = try operations(event.deed, on: event.day)
    for operation in operations {
      let isBefore = PlannedLeavings.proposes(operation) || PlannedStates.precedes(operation)
      let cited = isBefore ? nil : decision
      _ = try desk.carryOut(Errand(operation, by: actor, under: cited))
    }
    return operations.count
  }

  private func operations(_ deed: PlannedDeed, on day: CivilDate) throws -> [any Operation] {
    switch deed {
    case .unitFounded(let planned):
      [
        FoundUnit(
          code: planned.code,
          name: planned.name,
          kind: UnitKind(rawValue: planned.kind.rawValue) ?? .cell,
          sector: planned.sector.flatMap { Sector(rawValue: $0.rawValue) },
          parent: try planned.parent.map(unit),
          day: day
        )
      ]
    case .unitRenamed(let code, let name): [RenameUnit(unit: try unit(code), name: name, day: day)]
    case .unitMoved(let code, let parent): [MoveUnit(unit: try unit(code), under: try unit(parent), day: day)]
    case .sectorChanged(let code, let sector):
      [ChangeUnit(unit: try unit(code), sector: Sector(rawValue: sector.rawValue), day: day)]
    case .unitEnded(let code, let into):
      [EndUnit(unit: try unit(code), successors: try into.map(unit), day: day)]
    case .admitted(let arrivals): try arrivals.map { try admission($0, person: nil, homeFrom: nil) }
    case .readmitted(let arrival):
      [try admission(arrival, person: try person(arrival.person.code), homeFrom: nil)]
    case .takenOver(let arrivals): try arrivals.map { try admission($0, person: nil, homeFrom: day) }
    case .recognised(let recognised):
      try recognised.flatMap { recognition in
        let person = try person(recognition.person)
        var particulars = try particulars(person, on: day)
        particulars.card = recognition.card
        return [
          RecogniseMember(person: person, day: day),
          CorrectParticulars(person: person, particulars: particulars, from: day),
        ] as [any Operation]
      }
    case .homesMoved(let people, _, let to):
      try people.map { TransferMember(person: try person($0), to: try unit(to), day: day) }
    case .membershipsEnded(let people, let reason):
      try people.flatMap { code in
        let person = try person(code)
        let before =
          reason == .expelled && day <= until
          ? try PlannedStates(db: db).beforeExpulsion(person, on: day) : []
        let leaving = LeavingReason(rawValue: reason.rawValue) ?? .left
        return before + (try PlannedLeavings(db: db).deeds(person, leaving, on: day))
      }
    default: try smaller(deed, on: day)
    }
  }

  private func smaller(_ deed: PlannedDeed, on day: CivilDate) throws -> [any Operation] {
    switch deed {
    case .postTaken(let code, let body, let function):
      return [
        HoldPost(
          person: try person(code),
          unit: try unit(body),
          post: function.rawValue,
          span: Span(open: day)
        )
      ]
    case .postLeft(let code, let body, let function):
      let person = try person(code)
      let left = LeavePost(person: person, unit: try unit(body), post: function.rawValue, day: day)
      return [left] + (day <= until ? try PlannedStates(db: db).afterStepping(person, down: day) : [])
    case .affiliationBegun(let code, let place, .host):
      let person = try person(code)
      let post = PlannedStates.guestPost(person)
      return [SecondMember(person: person, to: try unit(place), post: post, span: Span(open: day))]
    case .affiliationBegun(let code, let place, let role):
      return [
        BeginRole(
          person: try person(code),
          unit: try unit(place),
          role: self.role(role),
          span: Span(open: day)
        )
      ]
    case .affiliationEnded(let code, let place, .host):
      let (person, unit) = (try person(code), try unit(place))
      let held = PlannedStates.guestPost(person)
      let holds = try held.map { post in
        try LifeStore(db: db).life(person)?.posts
          .contains { $0.value == Post(unit, post) && $0.span.start < day && $0.span.end == nil } ?? false
      }
      let ended = EndRole(person: person, unit: unit, role: .host, day: day)
      guard let held, holds == true else { return [ended] }
      return [ended, LeavePost(person: person, unit: unit, post: held, day: day)]
    case .affiliationEnded(let code, let place, let role):
      return [EndRole(person: try person(code), unit: try unit(place), role: self.role(role), day: day)]
    case .birthCorrected(let code, let born):
      let person = try person(code)
      var particulars = try particulars(person, on: day)
      particulars.born = born
      return [CorrectParticulars(person: person, particulars: particulars)]
    case .nameCorrected(let code, let name):
      let person = try person(code)
      var particulars = try particulars(person, on: day)
      particulars.name = name
      return [CorrectParticulars(person: person, particulars: particulars)]
    default:
      return []
    }
  }

  private func admission(
    _ arrival: PlannedArrival,
    person: ID<Person>?,
    homeFrom: CivilDate?
  ) throws -> AdmitMember {
    let planned = arrival.person
    return AdmitMember(
      person: person,
      code: planned.code,
      particulars: Particulars(
        name: planned.name,
        born: planned.born,
        sex: Sex(rawValue: planned.sex.rawValue),
        ethnicity: planned.ethnicity,
        card: planned.card
      ),
      unit: try unit(arrival.home),
      admitted: planned.admitted,
      decided: planned.decided,
      official: planned.official,
      homeFrom: homeFrom
    )
  }

  private func role(_ role: PlannedAffiliation.Role) -> AffiliationRole {
    AffiliationRole(rawValue: role.rawValue) ?? .residence
  }

  private func unit(_ code: String) throws -> ID<Rules.Unit> {
    guard let unit = try UnitStore(db: db).unit(code: code) else { throw Refused(.unit, .unknownUnit(code)) }
    return unit
  }

  private func person(_ code: String) throws -> ID<Person> {
    guard let person = try LifeStore(db: db).person(code: code) else {
      throw Refused(.person, .unknownPerson(code))
    }
    return person
  }

  private func particulars(_ person: ID<Person>, on day: CivilDate) throws -> Particulars {
    let life = try LifeStore(db: db).life(person)
    let known = life?.particulars.first { $0.span.contains(day) }?.value ?? life?.particulars.last?.value
    guard let known else { throw Refused(.person, .unknownPerson(person.description)) }
    return known
  }
}

/// The accounts with which a newcomer looks around.
enum DemonstrationSignIn {
  static let password = "son-giang-2025"
  /// The names, from the most to the least that each may see.
  static let names = [DemonstrationProvince.desk, "lanhdao", "bithu", "dangvien", "quantri"]
}
