import ArgumentParser
import Basics
import Records
import Rules
import Storage

/// Runs the questions that are asked most, many times in one process, and prints microseconds.
struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Times the questions asked most, in one process: JSON of microseconds."
  )

  @OptionGroup var record: RecordOptions
  @Option(help: "The codes of units, with commas.") var units: String
  @Option(help: "The day.") var on: CivilDate
  @Option(help: "How often each is asked.") var times: Int = 20

  func run() async throws {
    try await record.speaking {
      let database = try await record.open(readers: 1)
      let (codes, on, times) = (units.split(separator: ",").map(String.init), on, max(times, 1))
      let year = Period(from: on.startOfYear, until: on.adding(days: 1))
      var answers: [(String, JSON)] = []
      for code in codes {
        let timings = try await database.read { db in
          let question = try UnitQuestion.find(code, on: on, knownAt: nil, db, .system)
          let figures = FigureStore(db: db)
          let ledgers = LedgerStore(db: db)
          let rolls = RollStore(db: db)
          let roll = RollQuestion(unit: question.unit, asOf: question.asOf)
          let members = try figures.memberFigures(of: question.unit, question.asOf)[.total] ?? 0
          return [
            ("members", members),
            ("figures", try median(times) { _ = try figures.figures(of: question.unit, question.asOf) }),
            (
              "memberFigures",
              try median(times) { _ = try figures.memberFigures(of: question.unit, question.asOf) }
            ),
            ("ledger", try median(times) { if let year { _ = try ledgers.ledger(of: question.unit, year) } }),
            ("rollPage", try median(times) { _ = try rolls.page(roll, members: members) }),
          ]
        }
        answers.append((code, .object(timings.map { ($0.0, .number($0.1)) })))
      }
      Console.print(JSON.object(answers).text)
    }
  }
}

/// The median time of a piece of work, in microseconds.
private func median(_ times: Int, _ work: () throws -> Void) rethrows -> Int {
  let clock = ContinuousClock()
  var spans: [Duration] = []
  for _ in 0..<times {
    let span = try clock.measure { try work() }
    spans.append(span)
  }
  return microseconds(spans.sorted()[times / 2])
}
