import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("Long histories of deeds, corrections and annulments")
struct RandomHistoryTests {
  /// What a record answered once, and must answer again as known then.
  private struct Answer: Hashable, Sendable {
    let unit: Int64
    let day: CivilDate
    let figures: [FigureName: Int]
    let roll: [String]
    let path: [String]
  }

  private static func answers(
    _ world: World,
    _ knowledge: Knowledge,
    on days: [CivilDate]
  ) async throws -> [Answer] {
    try await world.read { db in
      let units: [Int64] = try db.rows("SELECT id FROM unit ORDER BY id LIMIT 12") { try $0[0] }
      var answers: [Answer] = []
      for unit in units {
        for day in days {
          let asOf = AsOf(day, knowledge)
          let slice = try RollStore(db: db).page(RollQuestion(unit: ID(unit), asOf: asOf), members: 10)
          let figures = try FigureStore(db: db).figures(of: ID(unit), asOf)
          let path = try TreeStore(db: db).path(to: ID(unit), asOf).map(\.code)
          answers.append(
            Answer(
              unit: unit,
              day: day,
              figures: figures,
              roll: slice.lines.map { "\($0.code) \($0.name)" },
              path: path
            )
          )
        }
      }
      return answers
    }
  }

  @Test("earlier answers stay what they were, nothing is ever amiss, the journal holds", arguments: 1...6)
  func histories(seed: Int) async throws {
    let world = try await World.random(seed: seed, deeds: 45)
    var random = RandomDeeds(seed: seed + 100)
    var kept: [(entry: Int64, days: [CivilDate], answers: [Answer])] = []
    var annulled = 0
    for step in 0..<60 {
      let head = try await world.head()
      if random.chance(35), let entry = random.pick(Array(max(1, head - 25)...head)) {
        if try await world.refusals(of: AnnulEntry(entry: entry)).isEmpty { annulled += 1 }
      } else {
        _ = try await world.refusals(of: try await random.next(in: world))
      }
      guard step.isMultiple(of: 6) else { continue }
      let now = try await world.head()
      let days = [random.day(), random.day()]
      kept.append((now, days, try await RandomHistoryTests.answers(world, .entry(now), on: days)))
      #expect(
        try await RandomHistoryTests.answers(world, .now, on: days).map(\.figures)
          == kept[kept.count - 1].answers.map(\.figures)
      )
      #expect(try await world.integrityFaults() == [], "seed \(seed), step \(step)")
    }
    for memory in kept {
      let again = try await RandomHistoryTests.answers(world, .entry(memory.entry), on: memory.days)
      let byUnit = Dictionary(grouping: again, by: \.unit)
      for answer in memory.answers {
        #expect(byUnit[answer.unit]?.contains(answer) == true, "seed \(seed), as known at \(memory.entry)")
      }
    }
    #expect(annulled > 3)
    #expect(try await world.journalFaults() == [])
  }

  @Test("all entries taken back in reverse order give back the record as it began", arguments: 20...25)
  func allTheWayBack(seed: Int) async throws {
    let world = try await World.random(seed: seed, deeds: 60)
    let head = try await world.head()
    var states: [Int64: LiveRecord] = [:]
    for entry in stride(from: head, through: 1, by: -1) {
      let refusals = try await world.refusals(of: AnnulEntry(entry: entry))
      #expect(refusals == [], "seed \(seed), entry \(entry)")
      states[entry] = try await world.live()
    }
    #expect(try await world.live().tables == [:])
    #expect(try await world.integrityFaults() == [])
    #expect(try await world.journalFaults() == [])
    // And every state on the way was the one of its time: the journal told backwards.
    for (entry, state) in states where entry > 1 && entry.isMultiple(of: 7) {
      let then = try await world.read { try LiveRecord($0, asKnownAt: entry - 1) }
      #expect(state == then, "before entry \(entry)")
    }
  }

  @Test("an annulment taken back restores exactly what was before it", arguments: 40...45)
  func thereAndBack(seed: Int) async throws {
    let world = try await World.random(seed: seed, deeds: 60)
    for entry in stride(from: try await world.head(), through: 1, by: -3) {
      let before = try await world.live()
      guard try await world.refusals(of: AnnulEntry(entry: entry)).isEmpty else {
        #expect(try await world.live() == before)
        continue
      }
      let annulment = try await world.head()
      #expect(try await world.live() != before, "seed \(seed), entry \(entry)")
      try await world.carryOut(AnnulEntry(entry: annulment))
      #expect(try await world.live() == before, "seed \(seed), entry \(entry)")
    }
    #expect(try await world.integrityFaults() == [])
  }

  @Test("the histories are alive: every kind of deed is carried out in some of them, and refused in some")
  func alive() async throws {
    var done: Set<String> = []
    for seed in 1...6 {
      let world = try await World.random(seed: seed, deeds: 90)
      done.formUnion(
        try await world.read { db in
          try db.rows("SELECT DISTINCT operation FROM entry") { try $0[0] as String }
        }
      )
      #expect(try await world.head() < 90)
    }
    let expected: Set<String> = [
      "foundUnit", "renameUnit", "changeUnit", "moveUnit", "endUnit", "admit", "recognise", "transfer",
      "beginRole", "endMembership", "askTransfer", "sendTransfer", "receiveTransfer",
      "exempt", "suspend", "second", "correctParticulars",
    ]
    #expect(expected.isSubset(of: done), "missing: \(expected.subtracting(done))")
  }
}
