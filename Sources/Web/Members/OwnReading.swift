import Basics
import Records
import Rules

extension Visit {
  /// What a member has still to do; `nil` where nothing was ever given to them.
  func ownTasks(_ person: ID<Person>) throws -> (open: Int, late: Int)? {
    let states = try TaskStore(db: db).lines(TaskQuestion(.person(person), asOf)).map(\.standing.state)
    return states.isEmpty ? nil : (states.count(where: \.isOpen), states.count { $0 == .late })
  }

  /// What a member's own page tells of their dues; `nil` for who is at home nowhere.
  func ownDues(of life: Life, at home: ID<Unit>?) throws -> OwnDues? {
    guard let home else { return nil }
    let store = DuesStore(db: db)
    let (person, known) = (life.person, asOf.knowledge)
    let library = try regulations(for: home)
    let month = Month(of: asOf.day)
    let basis = try store.bases(of: person, known).first { $0.span.contains(month.start) }?.value
    let last = try store.payments(of: person, known).last { $0.span.start <= asOf.day }
    return OwnDues(
      month: month,
      reckoning: DuesRule(library, for: month).reckoning(
        basis,
        in: life.states.filter { $0.span.contains(month.start) }.map(\.value.kind)
      ),
      last: last.map { (Month(of: $0.span.start), $0.value.amount, $0.value.paid) },
      unpaid: try UnpaidMonths(db: db, by: library).months(
        of: person,
        among: Month.over(in: asOf.day.year, on: min(asOf.day, today)),
        known
      )
    )
  }
}

extension Visit {
  /// The cell in which the visitor takes part: their home, or the one their sub-group stands in.
  func ownCell() throws -> ID<Unit>? {
    guard let home = standing.home.flatMap({ ID<Unit>($0.key) }) else { return nil }
    let now = AsOf(today)
    let path = try kept(.path(home, now)) { try TreeStore(db: db).path(to: home, now) }
    return path.last { $0.kind == .cell || $0.kind == .baseCell }?.unit
  }

  /// Tells a member of the meetings of their cell that are called.
  func tellMeetings(_ person: ID<Person>, _ file: inout PersonFile) throws {
    guard visitor.person == person, let cell = try ownCell() else { return }
    file.own?.page.cell = cell
    file.own?.page.meetings = try MeetingLists(db: db).coming(below: cell, from: today, limit: 5)
      .filter { $0.meeting.kind != .preparation }
  }
}
