package import Basics
package import Records
package import Rules

/// The deeds of the record in few words, done at the console.
extension World {
  @discardableResult
  package func found(
    _ code: String,
    _ name: String,
    _ kind: UnitKind,
    under parent: ID<Unit>? = nil,
    sector: Sector? = nil,
    on day: CivilDate
  ) async throws -> ID<Unit> {
    let deed = FoundUnit(code: code, name: name, kind: kind, sector: sector, parent: parent, day: day)
    return ID(try await carryOut(deed).result ?? 0)
  }

  @discardableResult
  package func admit(
    _ name: String,
    code: String? = nil,
    born: String? = nil,
    sex: Sex? = nil,
    to unit: ID<Unit>,
    on day: CivilDate,
    official: CivilDate? = nil,
    homeFrom: CivilDate? = nil
  ) async throws -> ID<Person> {
    let deed = AdmitMember(
      code: code,
      particulars: Particulars(name: name, born: born.flatMap { LooseDate($0) }, sex: sex),
      unit: unit,
      admitted: day,
      official: official,
      homeFrom: homeFrom
    )
    return ID(try await carryOut(deed).result ?? 0)
  }

  @discardableResult
  package func transfer(_ person: ID<Person>, to unit: ID<Unit>, on day: CivilDate) async throws -> Receipt {
    try await carryOut(TransferMember(person: person, to: unit, day: day))
  }

  @discardableResult
  package func recognise(_ person: ID<Person>, on day: CivilDate) async throws -> Receipt {
    try await carryOut(RecogniseMember(person: person, day: day, why: "thử"))
  }

  @discardableResult
  package func end(_ person: ID<Person>, _ reason: LeavingReason, on day: CivilDate) async throws -> Receipt {
    try await carryOut(EndMembership(person: person, reason: reason, day: day))
  }

  @discardableResult
  package func rename(_ unit: ID<Unit>, _ name: String, on day: CivilDate) async throws -> Receipt {
    try await carryOut(RenameUnit(unit: unit, name: name, day: day))
  }

  @discardableResult
  package func move(_ unit: ID<Unit>, under parent: ID<Unit>, on day: CivilDate) async throws -> Receipt {
    try await carryOut(MoveUnit(unit: unit, under: parent, day: day))
  }

  @discardableResult
  package func end(
    _ unit: ID<Unit>,
    into successors: [ID<Unit>] = [],
    on day: CivilDate
  ) async throws -> Receipt {
    try await carryOut(EndUnit(unit: unit, successors: successors, day: day))
  }

  /// Opens an account whose password nobody knows.
  @discardableResult
  package func account(_ name: String, for person: ID<Person>? = nil) async throws -> ID<Account> {
    let deed = AddAccount(name: name, displayName: "Tài khoản \(name)", person: person, password: "none")
    return ID(try await carryOut(deed).result ?? 0)
  }

  @discardableResult
  package func grant(
    _ role: Role,
    in unit: ID<Unit>,
    to account: ID<Account>,
    _ span: Span = Span(open: "2020-01-01")
  ) async throws -> ID<FactMark> {
    let deed = GrantRights(account: account, role: role, unit: unit, span: span)
    return ID(try await carryOut(deed).result ?? 0)
  }

  /// Opens an account with one role in one unit.
  package func officer(_ role: Role = .officer, in unit: ID<Unit>, named name: String) async throws -> Actor {
    let account = try await account(name)
    try await grant(role, in: unit, to: account)
    return .account(account)
  }

  // MARK: What is true

  /// How many members a unit and those below it have on a day.
  package func members(_ unit: ID<Unit>, on day: CivilDate, _ knowledge: Knowledge = .now) async throws -> Int
  {
    try await read { db in
      try FigureStore(db: db).memberFigures(of: unit, AsOf(day, knowledge))[.total] ?? -1
    }
  }

  package func life(_ person: ID<Person>, _ knowledge: Knowledge = .now) async throws -> Life? {
    try await read { try LifeStore(db: $0).life(person, knowledge) }
  }

  package func life(_ unit: ID<Unit>, _ knowledge: Knowledge = .now) async throws -> UnitLife? {
    try await read { try UnitStore(db: $0).life(unit, knowledge) }
  }

  package func integrityFaults() async throws -> [IntegrityFault] {
    try await read { try IntegrityChecks(db: $0).run() }
  }

  package func journalFaults() async throws -> [JournalFault] {
    try await read { try JournalCheck(db: $0).run().faults }
  }

  /// The last entry of the journal.
  package func head() async throws -> Int64 {
    try await read { try JournalStore(db: $0).head() }
  }
}
