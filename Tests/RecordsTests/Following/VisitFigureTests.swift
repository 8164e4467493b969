import Basics
import Records
import Rules
import TestWorld
import Testing

@Suite("Meetings that followers were to come to, counted")
struct VisitFigureTests {
  /// What a plain recount knows of a meeting.
  private struct Held {
    let meeting: ID<FactMark>
    let unit: String
    let day: CivilDate
    var states: [ID<Person>: VisitState] = [:]
  }

  @Test(
    "assigned, came, did not come and no note left are as many as a plain recount finds, and open to as many"
  )
  func counted() async throws {
    let world = try await World.small()
    let people = ["Trần Đình Đạo", "Trần Đình Dao", "Nguyễn Ấn"].map { world.person($0) }
    for person in people { try await world.seat(person, in: "HL") }
    var numbers = SeededNumbers(seed: 11)
    var followings: [(person: ID<Person>, unit: String, span: Span)] = []
    for person in people {
      for unit in ["C1", "C2"] where numbers.chance(75) {
        let from = CivilDate("2025-01-01").adding(days: numbers.below(120))
        let until = numbers.chance(40) ? from.adding(days: 30 + numbers.below(120)) : nil
        try await world.follow(unit, by: person, from: from, until: until)
        followings.append((person, unit, until.flatMap { Span(from: from, until: $0) } ?? Span(open: from)))
      }
    }
    var held: [Held] = []
    for month in 1...8 {
      for unit in ["C1", "C2", "C3"] where numbers.chance(80) {
        let day = CivilDate("2025-01-03").adding(months: month - 1).adding(days: numbers.below(20))
        held.append(try await hold(world, unit, day, followings, &numbers))
      }
    }
    let period = try #require(Period(from: "2025-02-01", until: "2025-08-01"))
    for (code, units) in [("B1", ["C1", "C2"]), ("C2", ["C2"]), ("B2", ["C3"]), ("HL", ["C1", "C2", "C3"])] {
      let within = held.filter { units.contains($0.unit) && period.from <= $0.day && $0.day < period.until }
      for figure in VisitFigure.allCases {
        for person in people {
          let expected = Set(
            within.filter { $0.states[person].map(figure.states.contains) ?? false }.map(\.meeting)
          )
          let question = VisitQuestion(
            .below(world.unit(code)),
            period,
            AsOf("2025-09-01"),
            follower: person,
            figure
          )
          let (count, lines, counts) = try await world.read { db in
            let store = VisitStore(db: db)
            return (
              try store.count(question), try store.lines(question, limit: 1000), try store.counts(question)
            )
          }
          #expect(count == expected.count && Set(lines.map(\.meeting)) == expected && lines.count == count)
          #expect(counts.reduce(0) { $0 + $1.count } == count)
        }
      }
    }
    #expect(held.contains { !$0.states.isEmpty })
  }

  private func hold(
    _ world: World,
    _ unit: String,
    _ day: CivilDate,
    _ followings: [(person: ID<Person>, unit: String, span: Span)],
    _ numbers: inout SeededNumbers
  ) async throws -> Held {
    var marks: [ID<Person>: AttendanceMark] = [:]
    var noted: Set<ID<Person>> = []
    var states: [ID<Person>: VisitState] = [:]
    for following in followings where following.unit == unit && following.span.contains(day) {
      let person = following.person
      if numbers.chance(60) { marks[person] = [.present, .late, .left, .excused, .absent][numbers.below(5)] }
      let isAway = marks[person].map { !$0.isPresent } ?? false
      if !isAway, numbers.chance(50) { noted.insert(person) }
      states[person] =
        isAway ? .absent : noted.contains(person) ? .noted : marks[person] == nil ? .absent : .noNote
    }
    let meeting = try await world.met(unit, on: day, .regular, marks)
    for person in noted.sorted() {
      try await world.carryOut(LeaveVisitNote(meeting, of: person, "Ghi nhận"))
    }
    return Held(meeting: meeting, unit: unit, day: day, states: states)
  }
}
