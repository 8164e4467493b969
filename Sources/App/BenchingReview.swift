import ArgumentParser
import Basics
import Records
import RulebookFiles
import Rules
import Storage

/// Judges a whole unit for a year, as publishing a round of it does, and prints how long that took beside reading what
/// is judged.
struct BenchReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-review",
    abstract: "Times the judging of everybody and every unit below one: JSON of microseconds.",
    shouldDisplay: false
  )

  @OptionGroup var record: RecordOptions
  @Option(help: "The code of the unit.") var unit: String
  @Option(help: "The last day of the year looked back on.") var on: CivilDate

  func run() async throws {
    try await record.speaking {
      let database = try await record.open(readers: 1)
      let (code, on) = (unit, on)
      guard let days = Span(from: on.startOfYear, until: on.adding(days: 1)) else { return }
      let told = try await database.read { db in
        let question = try UnitQuestion.find(code, on: on, knownAt: nil, db, .system)
        let shipped = try shippedRulebooks().library
        let library = try OwnRulebookStore(db: db).library(over: shipped, for: question.unit, AsOf(on))
        let round = ReviewRound(
          key: ID(0),
          unit: question.unit,
          term: .year,
          title: "",
          days: days,
          counted: on
        )
        let clock = ContinuousClock()
        var (subjects, judged) = (0, 0)
        // Once before it is timed: both then find the record's pages read.
        try ReviewResults(db: db, round, by: library).each { line in judged += line.verdict == nil ? 0 : 1 }
        let reading = try clock.measure {
          try ReviewResults(db: db, round, by: RulebookLibrary([])).each { _ in subjects += 1 }
        }
        var digest = ""
        let judging = try clock.measure {
          let results = ReviewResults(db: db, round, by: library)
          digest = try results.digest().hash
        }
        return (subjects, judged, microseconds(reading), microseconds(judging), digest)
      }
      Console.print(
        JSON.object([
          ("subjects", .number(told.0)), ("judged", .number(told.1)), ("readMicroseconds", .number(told.2)),
          ("judgeMicroseconds", .number(told.3)), ("digest", .text(told.4)),
        ]).text
      )
      try database.close()
    }
  }
}

/// A span of time in whole microseconds.
func microseconds(_ time: Duration) -> Int {
  Int(time.components.seconds) * 1_000_000 + Int(time.components.attoseconds / 1_000_000_000_000)
}
