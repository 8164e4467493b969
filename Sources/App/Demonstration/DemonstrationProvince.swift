import Basics
import Demonstration
import Glibc
import Phrases
import Records
import Rules
import Sheets
import Storage

/// Carries out the plan of the fictional province: takes over its lists of 2015 as an office would, then
/// does every deed of its history through the deeds' own code, on the day on which it was done.
struct DemonstrationProvince {
  let plan: DemonstrationPlan
  let database: any Database
  let regulations: RulebookLibrary

  /// How many events go into one transaction.
  private static let batch = 5000
  /// The desk that does the deeds.
  static let desk = "bantochuc"

  /// `progress`: told the day reached and how many deeds were done, from time to time.
  ///
  /// Gives how many deeds were done.
  func fill(progress: (CivilDate, Int) -> Void) async throws -> Int {
    try await Installation.prepare(database, number: Int64(plan.seed % 1024))
    let lists = DemonstrationLists(opening: plan.opening)
    let first = clock(DemonstrationPlan.takenOver.adding(days: 1))
    try await lists.takeOver(Office(database, clock: first, regulations: regulations))
    let desk = try await openDesk()
    let story = try await story()
    let review = DemonstrationReview(plan, looked: story?.cell)
    let done = try await doDeeds(desk, story, review, progress) + keepDues()
    let signedIn = try await openSignIns()
    return done + (try await beginWays(desk, signedIn, story?.cell))
  }

  /// The meetings of the first cell that had a secretary when the lists were taken over; `nil` where the history ends
  /// before there would be a year of them.
  private func story() async throws -> DemonstrationCellStory? {
    guard plan.until >= DemonstrationCellStory.begins.adding(months: 12) else { return nil }
    let (seed, until) = (plan.seed, plan.until)
    return try await database.read { db in
      let day = AsOf(DemonstrationPlan.takenOver.adding(days: 1))
      let found = try TreeStore(db: db).first(.cell, holding: KnownPost.secretary.rawValue, day)
      guard let found, let life = try UnitStore(db: db).life(found.unit) else { return nil }
      return DemonstrationCellStory(
        found.unit,
        life.code,
        life.sectors.first?.value,
        seed: seed,
        until: until
      )
    }
  }

  private func clock(_ day: CivilDate) -> Clock {
    // Eight in the morning of the day; the journal itself makes each moment later than the one before.
    let clock = Clock.system
    let start = clock.start(of: day) + 8 * 3_600_000
    return Clock { start }
  }

  /// Eight in the evening, when what was held is written down.
  private func evening(_ day: CivilDate) -> Clock {
    let start = Clock.system.start(of: day) + 20 * 3_600_000
    return Clock { start }
  }

  /// The dues of one committee in ten; of those the one in one of whose cells a newcomer looks around.
  private func keepDues() async throws -> Int {
    let now = AsOf(plan.until)
    let units = try await database.read { db -> [ID<Rules.Unit>] in
      let tree = TreeStore(db: db)
      guard let root = try tree.roots(now).first else { return [] }
      let all = try FigureRows(db: db).units(.superiorCommittees, below: root, now).map(\.unit.unit)
      let cell = try tree.first(.cell, holding: KnownPost.secretary.rawValue, now)
      let own = try cell.flatMap { cell in
        try tree.path(to: cell.unit, now).first { $0.kind == .superiorCommittee }?.unit
      }
      let others = all.enumerated().filter { $0.offset % 12 == 5 && $0.element != own }.map(\.element)
      return (own.map { [$0] } ?? []) + others
    }
    var deeds = 0
    for unit in units {
      let dues = DemonstrationDues(
        unit: unit,
        until: plan.until,
        clock: clock(plan.until),
        regulations: regulations
      )
      deeds += try await dues.fill(database)
    }
    return deeds
  }

  // MARK: The sign-ins

  private func openDesk() async throws -> ID<Account> {
    let day = DemonstrationPlan.takenOver.adding(days: 1)
    let root = try await database.read { db in try UnitStore(db: db).unit(code: "SG") ?? ID(0) }
    return try await open(
      DemonstrationProvince.desk,
      "Ban Tổ chức Tỉnh ủy",
      role: .officer,
      on: root,
      person: nil,
      day: day
    )
  }

  /// Opens the other sign-ins: one for every role, in the province as it is at the end.
  private func openSignIns() async throws -> SignedIn? {
    let day = plan.until
    let now = AsOf(day)
    let places = try await database.read { db in
      let root = try TreeStore(db: db).roots(now).first ?? ID(0)
      // The first cell that has a secretary: hers is the account of a secretary and of a member.
      let cell = try TreeStore(db: db).first(.cell, holding: KnownPost.secretary.rawValue, now)
      return (root: root, cell: cell)
    }
    _ = try await open(
      "quantri",
      "Quản trị hệ thống",
      role: .administrator,
      on: places.root,
      person: nil,
      day: day
    )
    _ = try await open(
      "lanhdao",
      "Thường trực Tỉnh ủy",
      role: .leader,
      on: places.root,
      person: nil,
      day: day
    )
    guard let cell = places.cell else { return nil }
    let secretary = try await open(
      "bithu",
      "Bí thư chi bộ",
      role: .secretary,
      on: cell.unit,
      person: cell.person,
      day: day
    )
    let member = try await open(
      "dangvien",
      "Đảng viên",
      role: .member,
      on: cell.unit,
      person: cell.person,
      day: day
    )
    return SignedIn(
      root: places.root,
      cell: cell.unit,
      person: cell.person,
      secretary: secretary,
      member: member
    )
  }

  /// Where newcomers look around, and as whom.
  private struct SignedIn: Sendable {
    let root: ID<Rules.Unit>
    let cell: ID<Rules.Unit>
    let person: ID<Person>
    let secretary: ID<Account>
    let member: ID<Account>
  }

  /// Begins what is under way at the end; gives how many deeds it took.
  private func beginWays(
    _ officer: ID<Account>,
    _ signedIn: SignedIn?,
    _ told: ID<Rules.Unit>?
  ) async throws -> Int {
    guard let signedIn else { return 0 }
    let (day, clock, regulations) = (plan.until, clock(plan.until), regulations)
    let begun = try await database.write { db in
      let desk = try Desk(db, clock, regulations)
      let ways = DemonstrationWays(db: db, desk: desk, officer: .account(officer), day: day)
      let excused = try ways.exemptOld(below: signedIn.root)
      let open = try ways.leaveOpen(in: signedIn.cell, signedIn.person, .account(signedIn.member))
      guard
        let committee = try TreeStore(db: db).path(to: signedIn.cell, AsOf(day)).dropLast().last?.unit
      else { return excused + open }
      return excused + open + (try ways.disciplineUnits(below: signedIn.root, committee))
    }
    let work = DemonstrationWork(
      database: database,
      officer: .account(officer),
      root: signedIn.root,
      people: plan.measure.people,
      seed: plan.seed,
      day: day,
      clock: clock,
      regulations: regulations,
      looked: DemonstrationWork.Looked(
        cell: signedIn.cell,
        leader: signedIn.person,
        secretary: .account(signedIn.secretary)
      ),
      told: told
    )
    return begun + (try await work.fill())
  }

  private func open(
    _ name: String,
    _ displayName: String,
    role: Role,
    on unit: ID<Rules.Unit>,
    person: ID<Person>?,
    day: CivilDate
  ) async throws -> ID<Account> {
    let office = Office(database, clock: clock(day))
    let digest = Passwords.digest(DemonstrationSignIn.password) ?? ""
    let account = AddAccount(
      name: name,
      displayName: displayName,
      person: person,
      password: digest,
      right: AddAccount.Right(role, in: unit, Span(open: day))
    )
    let opened = try await office.carryOut(
      Errand(account, by: .console("demo"), request: "demonstration:\(name)")
    )
    return ID<Account>(opened.result ?? 0)
  }

  // MARK: The history

  private func doDeeds(
    _ desk: ID<Account>,
    _ story: DemonstrationCellStory?,
    _ review: DemonstrationReview?,
    _ progress: (CivilDate, Int) -> Void
  ) async throws -> Int {
    var events = plan.events.makeIterator()
    var (story, review) = (story, review)
    var done = 0
    var batch: [PlannedEvent] = []
    var isOver = false
    while !isOver {
      batch.removeAll(keepingCapacity: true)
      while batch.count < DemonstrationProvince.batch, let event = events.next() { batch.append(event) }
      isOver = batch.count < DemonstrationProvince.batch
      let (some, until, told, judged, last) = (batch, plan.until, story, review, isOver)
      let (count, goesOn, goesOnJudging) = try await database.write { db in
        var (count, told, judged) = (0, told, judged)
        try db.expectBulk()
        func goOn(through day: CivilDate) throws {
          let deeds = try told?.goOn(through: day, db, as: .account(desk), regulations) { day in
            try Desk(db, evening(day), regulations)
          }
          let rated = try judged?.goOn(through: day, db, as: .account(desk), regulations) { day in
            try Desk(db, evening(day), regulations)
          }
          count += (deeds ?? 0) + (rated ?? 0)
        }
        for event in some {
          try goOn(through: min(event.day.adding(days: -1), until))
          // A plan is recorded today, for its day.
          let work = try Desk(db, clock(min(event.day, until)), regulations)
          count += try PlannedDeeds(db: db, desk: work, actor: .account(desk), until: until)
            .carryOut(event)
        }
        if last { try goOn(through: until) }
        return (count, told, judged)
      }
      done += count
      (story, review) = (goesOn, goesOnJudging)
      if let last = batch.last { progress(min(last.day, plan.until), done) }
    }
    return done
  }
}
