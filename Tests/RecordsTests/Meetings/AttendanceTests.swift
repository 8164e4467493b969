import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("Who took part over a year")
struct AttendanceTests {
  private static let year: Period = {
    guard let year = Period(year: 2025) else { preconditionFailure("2025 is a year") }
    return year
  }()

  /// What a plain walk over every roll call of some cells says of each person at each meeting.
  private static func plain(
    _ world: World,
    _ meetings: [(cell: String, meeting: ID<FactMark>)]
  ) async throws -> [ID<FactMark>: [ID<Person>: (mark: AttendanceMark, isObliged: Bool)]] {
    try await world.read { db in
      var told: [ID<FactMark>: [ID<Person>: (mark: AttendanceMark, isObliged: Bool)]] = [:]
      for (_, meeting) in meetings {
        guard let reading = try MeetingStore(db: db).reading(meeting) else { continue }
        for line in reading.list {
          guard let mark = reading.marks[line.attendee.person]?.mark else { continue }
          told[meeting, default: [:]][line.attendee.person] = (mark, line.attendee.attending.isObliged)
        }
      }
      return told
    }
  }

  /// Meetings of three cells in a year in which people are excused, lent, elsewhere for a time and move.
  private static func held(
    _ world: World,
    seed: Int
  ) async throws -> [(cell: String, meeting: ID<FactMark>)] {
    var numbers = SeededNumbers(seed: seed)
    let (an, hanh) = (world.person("Nguyễn An"), world.person("Lò Thị Hạnh"))
    let rest: Span = .from("2025-03-01", until: "2025-05-01")
    try await world.carryOut(
      ExemptMember(person: an, .temporary, for: .health, asked: "2025-02-20", span: rest)
    )
    let stay: Span = .from("2025-02-01", until: "2025-08-01")
    let guest = BeginRole(person: hanh, unit: world.unit("C1"), role: .temporary, span: stay)
    try await world.carryOut(guest)
    var found: [(cell: String, meeting: ID<FactMark>)] = []
    for month in 1...9 {
      for cell in ["C1", "C2", "C3"] where numbers.chance(80) {
        let day = CivilDate("2025-01-04").adding(months: month - 1).adding(days: numbers.below(20))
        let list = try await world.read { try AttendeeStore(db: $0).list(of: world.unit(cell), AsOf(day)) }
        var marks: [ID<Person>: AttendanceMark] = [:]
        for line in list {
          marks[line.attendee.person] = AttendanceMark.allCases[numbers.below(5)]
        }
        let kind: MeetingKind = numbers.chance(20) ? .thematic : .regular
        let meeting = try await world.call(kind, of: cell, on: day)
        try await world.hold(meeting, of: cell, on: day, marks)
        // Those who need not come are marked too where they came.
        let others = list.filter { !$0.attendee.attending.isObliged }.map { line in
          CallRoll.Tap(Attendance(line.attendee.person, .present), saw: nil)
        }
        if !others.isEmpty { try await world.carryOut(CallRoll(meeting, others)) }
        found.append((cell, meeting))
      }
    }
    return found
  }

  @Test("a year of a cell and of a person is what every roll call of it says, one by one", arguments: 1...3)
  func recounted(seed: Int) async throws {
    let world = try await World.small()
    let meetings = try await Self.held(world, seed: seed)
    let plain = try await Self.plain(world, meetings)
    for cell in ["C1", "C2", "C3"] {
      let unit = world.unit(cell)
      let (lines, held) = try await world.read { db in
        let store = AttendanceStore(db: db)
        return (try store.marks(of: unit, Self.year, .now), try store.held(by: unit, Self.year, .now))
      }
      let own = meetings.filter { $0.cell == cell }.map(\.meeting)
      #expect(Set(held.map(\.id)) == Set(own) && held.map(\.day) == held.map(\.day).sorted())
      #expect(lines.count == own.map { plain[$0]?.count ?? 0 }.reduce(0, +))
      for line in lines {
        let told = try #require(plain[line.meeting]?[line.person])
        #expect(told.mark == line.mark && told.isObliged == line.isObliged, "\(line)")
      }
      for meeting in held {
        let obliged = lines.filter { $0.meeting == meeting.id && $0.isObliged }
        #expect(meeting.turnout?.obliged == obliged.count)
        #expect(meeting.turnout?.present == obliged.count(where: \.mark.isPresent))
      }
    }
    for name in ["Nguyễn An", "Lò Thị Hạnh", "Nguyễn Ấn"] {
      let person = world.person(name)
      let lines = try await world.read { try AttendanceStore(db: $0).marks(of: person, Self.year, .now) }
      #expect(lines.count == plain.values.count { $0[person] != nil })
      #expect(lines.count(where: \.isObliged) == plain.values.count { $0[person]?.isObliged == true })
    }
  }

  @Test("the rates of the units below are the sums of the meetings held in them", arguments: 4...5)
  func below(seed: Int) async throws {
    let world = try await World.small()
    let meetings = try await Self.held(world, seed: seed)
    let counts = try await world.read { db in
      try AttendanceStore(db: db).counts(below: world.unit("HL"), Self.year, AsOf("2025-11-01"))
    }
    let branches = ["C1": "B1", "C2": "B1", "C3": "B2"]
    for (branch, cells) in Dictionary(grouping: branches.keys, by: { branches[$0] ?? "" }) {
      let own = counts.filter { $0.branch == world.unit(branch) }
      var plain = (meetings: 0, obliged: 0, present: 0, unexcused: 0)
      for (cell, meeting) in meetings where cells.contains(cell) {
        let call = try #require(try await world.read { try MeetingStore(db: $0).reading(meeting) }).rollCall
        plain.meetings += 1
        plain.obliged += call.obliged
        plain.present += call.present
        plain.unexcused += call.unexcused
      }
      #expect(own.map(\.meetings).reduce(0, +) == plain.meetings)
      #expect(own.map { $0.meetings * $0.obliged }.reduce(0, +) == plain.obliged)
      #expect(own.map { $0.meetings * $0.present }.reduce(0, +) == plain.present)
      #expect(own.map(\.unexcused).reduce(0, +) == plain.unexcused)
    }
    #expect(!counts.contains { $0.branch == world.unit("T1") })
  }

  @Test("a meeting not closed, cancelled or of the committee alone is in nobody's year")
  func others() async throws {
    let world = try await World.small()
    try await world.met("C1", on: "2025-09-05")
    let open = try await world.call(.regular, of: "C1", on: "2025-10-05")
    try await world.carryOut(OpenMeeting(open, at: .evening))
    let an = world.person("Nguyễn An")
    try await world.carryOut(CallRoll(open, [CallRoll.Tap(Attendance(an, .present), saw: nil)]))
    try await world.carryOut(
      CancelMeeting(try await world.call(.regular, of: "C1", on: "2025-10-20"), why: "Bão")
    )
    let (marks, held) = try await world.read { db in
      let store = AttendanceStore(db: db)
      return (try store.marks(of: an, Self.year, .now), try store.held(by: world.unit("C1"), Self.year, .now))
    }
    #expect(marks.map(\.day) == ["2025-09-05"] && held.map(\.day) == ["2025-09-05"])
  }
}
