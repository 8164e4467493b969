import ArgumentParser
import Basics
import RulebookFiles
import Rules

/// Times the judge: verdicts of Regulation 366 a second on one core, beside the same conditions written by hand.
struct BenchJudgeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-judge",
    abstract: "Times the judge against conditions written by hand: JSON.",
    shouldDisplay: false
  )

  @Option(help: "How many verdicts.") var times: Int = 400_000

  func run() async throws {
    let clock = ContinuousClock()
    var folder = try ShippedRulebooks.load()
    let loading = try clock.measure { folder = try ShippedRulebooks.load() }
    guard let book = folder.library.book(named: "review-2025"), let day = CivilDate("2025-12-31") else {
      return
    }
    let judge = try Judge(book, subject: "collective", on: day)
    let sheets = (0..<64).map { judge.sheet(BenchJudgeCommand.facts($0)) }
    let hands = (0..<64).map { HandReview(judge.sheet(BenchJudgeCommand.facts($0)), book.places) }
    var judged = 0
    let ruled = clock.measure {
      for turn in 0..<times { judged &+= judge.verdict(sheet: sheets[turn & 63]).outcome ?? 9 }
    }
    var handed = 0
    let written = clock.measure {
      for turn in 0..<times { handed &+= hands[turn & 63].verdict().outcome ?? 9 }
    }
    guard judged == handed else { throw Failure.refused(["the two judges differ"]) }
    Console.print(
      JSON.object([
        ("verdictsPerSecond", .number(perSecond(ruled))), ("byHandPerSecond", .number(perSecond(written))),
        ("books", .number(folder.library.books.count)),
        ("loadMicroseconds", .number(microseconds(loading))),
      ]).text
    )
  }

  private func perSecond(_ time: Duration) -> Int { times * 1_000_000 / max(microseconds(time), 1) }

  /// Facts of which every level has some.
  private static func facts(_ turn: Int) -> [String: Quantity] {
    let done = 40 - (turn % 9 == 0 ? 1 : 0)
    return [
      "review.score": 45 + turn, "tasks.assigned": 40, "tasks.done": done,
      "tasks.onTime": done - (turn % 5 == 0 ? 3 : 0), "tasks.beyond": turn % 20, "limitations.noted": 2,
      "limitations.remedied": 2, "units.disciplined": turn % 11 == 0 ? 1 : 0, "people.disciplined": 0,
    ].mapValues { Quantity($0) }
  }
}

/// The conditions of Regulation 366 for a collective as a programmer would write them, with each one's answer kept.
private struct HandReview {
  private let score, assigned, done, onTime, beyond, noted, remedied, units, people: Int64?

  init(_ sheet: [Quantity?], _ places: [String: Int]) {
    func value(_ name: String) -> Int64? { places[name].flatMap { sheet[$0] }?.millionths }
    score = value("review.score")
    assigned = value("tasks.assigned")
    done = value("tasks.done")
    onTime = value("tasks.onTime")
    beyond = value("tasks.beyond")
    noted = value("limitations.noted")
    remedied = value("limitations.remedied")
    units = value("units.disciplined")
    people = value("people.disciplined")
  }

  @inline(never)
  func verdict() -> (outcome: Int?, answers: [Bool?]) {
    var answers: [Bool?] = []
    answers.reserveCapacity(15)
    func ask(_ one: Int64?, _ other: Int64?, _ test: (Int64, Int64) -> Bool) {
      if let one, let other { answers.append(test(one, other)) } else { answers.append(nil) }
    }
    ask(assigned, 0, >)
    ask(score, 50_000_000, <)
    ask(score, 90_000_000, >=)
    ask(done, assigned, >=)
    ask(onTime, assigned, >=)
    ask(beyond, assigned) { $0 * 10 >= $1 * 3 }
    ask(remedied, noted, >=)
    ask(units, 0, ==)
    ask(people, 0, ==)
    ask(score, 70_000_000, >=)
    ask(done, assigned, >=)
    ask(onTime, assigned, >=)
    ask(score, 50_000_000, >=)
    ask(done, assigned, >=)
    if let done, let onTime, let assigned {
      answers.append((done - onTime) * 5 <= assigned)
    } else {
      answers.append(nil)
    }
    guard answers[0] == true, let isFailed = answers[1] else { return (nil, answers) }
    if isFailed { return (3, answers) }
    for (level, range) in [(0, 2..<9), (1, 9..<12), (2, 12..<15)] {
      if answers[range].contains(false) { continue }
      return (answers[range].contains(nil) ? nil : level, answers)
    }
    return (nil, answers)
  }
}
