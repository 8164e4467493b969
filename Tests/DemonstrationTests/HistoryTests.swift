import Basics
import Demonstration
import Testing

@Suite("The history of the fictional province")
struct HistoryTests {
  static let measured = DemonstrationPlan.measured

  private func plan(_ people: Int, seed: UInt64 = 1, until: CivilDate = measured) throws -> DemonstrationPlan
  {
    try #require(DemonstrationPlan(people: people, seed: seed, until: until))
  }

  @Test(
    "has exactly the size asked for on 30 September 2025",
    arguments: [(200, 1), (200, 9), (997, 4), (2_000, 2), (20_000, 3)] as [(Int, UInt64)]
  )
  func measured(people: Int, seed: UInt64) throws {
    let plan = try plan(people, seed: seed)
    var register = Register(plan.opening)
    for event in plan.events where event.day <= HistoryTests.measured { register.tell(event) }
    register.checkDay()

    #expect(register.problems.prefix(5) == [])
    #expect(register.total == people)
    #expect(register.admittedIn2025 == max(1, (1513 * people + 65_774) / 131_548))
    #expect(register.count(.province) == 1)
    #expect(register.count(.superiorCommittee) == max(1, (107 * people + 65_774) / 131_548))
    #expect(register.count(.baseCommittee) == max(1, (420 * people + 65_774) / 131_548))
    #expect(register.count(.baseCell) == max(1, (511 * people + 65_774) / 131_548))
    #expect(register.count(.cell) == plan.measure.cells)
  }

  @Test("of 131,548 people has 107 committees, 420 + 511 organisations and 1,513 admissions laid down")
  func fullSize() throws {
    let measure = try plan(131_548).measure
    #expect(measure.superiorCommittees == 107)
    #expect(measure.baseCommittees == 420)
    #expect(measure.baseCells == 511)
    #expect(measure.cells == 3900)
    #expect(measure.admittedIn2025 == 1513)
  }

  @Test("keeps every rule of homes, posts, parents and papers on every day", arguments: [200, 700, 2_000])
  func everyDay(people: Int) throws {
    let plan = try plan(people, seed: 5, until: CivilDate(number: HistoryTests.measured.number + 500))
    var register = Register(plan.opening)
    register.checkDay()
    for event in plan.events where event.day <= plan.until {
      if event.day > register.day { register.checkDay() }
      register.tell(event)
    }
    register.checkDay()
    #expect(register.problems.prefix(5) == [])
  }

  @Test("is the same from the same seed, and another from another")
  func seeded() throws {
    let one = try plan(700, seed: 3)
    let two = try plan(700, seed: 3)
    #expect(Array(one.events) == Array(two.events))
    #expect(Array(one.opening.people) == Array(two.opening.people))
    #expect(try Array(one.events) != Array(plan(700, seed: 4).events))
  }

  @Test(
    "up to a day is the same wherever it is cut",
    arguments: [
      "2014-06-01", "2015-01-01", "2015-01-02", "2019-12-31", "2025-06-30", "2025-07-01", "2027-03-05",
    ]
  )
  func cut(text: String) throws {
    let until = try #require(CivilDate(text))
    let short = try plan(900, seed: 7, until: until)
    let long = try plan(900, seed: 7, until: try #require(CivilDate("2028-01-01")))
    let past = short.events.filter { $0.day <= until }
    #expect(past == long.events.filter { $0.day <= until })
    #expect(Array(short.opening.homes) == Array(long.opening.homes))
    #expect(Array(short.opening.posts) == Array(long.opening.posts))
  }

  @Test("knows at its end of a transfer and a new name to come, decided already", arguments: [1, 2, 3])
  func plans(seed: Int) throws {
    let plan = try plan(20_000, seed: UInt64(seed))
    var register = Register(plan.opening)
    for event in plan.events where event.day <= plan.until { register.tell(event) }
    let ahead = plan.events.filter { $0.day > plan.until }
    for event in ahead {
      #expect(event.day <= plan.until.adding(days: 60))
      #expect(try #require(event.decision).signed <= plan.until)
      register.tell(event)
    }
    #expect(register.problems.prefix(5) == [])
    #expect(ahead.contains { if case .homesMoved = $0.deed { true } else { false } })
    #expect(ahead.contains { if case .unitRenamed = $0.deed { true } else { false } })
  }

  @Test("is no province below 200 or above six million people")
  func sizes() {
    #expect(DemonstrationPlan(people: 199, seed: 1, until: HistoryTests.measured) == nil)
    #expect(DemonstrationPlan(people: 6_000_001, seed: 1, until: HistoryTests.measured) == nil)
  }
}
