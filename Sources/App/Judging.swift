import ArgumentParser
import Basics
import Phrases
import RulebookFiles
import Rules

/// The language of messages, where no record is asked.
struct LanguageOptions: ParsableArguments {
  @Option(name: .long, help: "The language of messages: vi or en.")
  var language: String = "en"

  func validate() throws {
    if Language(rawValue: language) == nil { throw ValidationError("--language is vi or en") }
  }

  /// Runs a verb in the chosen language, its errors told as everywhere.
  func speaking(_ body: () throws -> Void) throws {
    try Language.$current.withValue(Language(rawValue: language) ?? .en) {
      do {
        try body()
      } catch let error as RulebookFolder.Unreachable {
        throw Failure.unreachable(Phrase.noSuchFile(error.path).text)
      } catch let error as RulebookFaults {
        throw error.failure
      }
    }
  }
}

extension RulebookFaults {
  /// What is wrong in rulebooks, for a person and for a script.
  var failure: Failure {
    let list = faults.map { fault in
      JSON.object([
        ("file", .text(fault.file)), ("line", .number(fault.line)),
        ("reason", .text(Phrase.rulebookFault(fault.reason).text)),
      ])
    }
    return .refused(faults.map { Phrase.rulebookFault($0).text }, json: .object([("faults", .list(list))]))
  }
}

struct JudgeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge",
    abstract: "Applies a rulebook to facts, and says why."
  )

  @OptionGroup var speech: LanguageOptions
  @Argument(help: "A rulebook's file, or the name of a shipped one.") var rulebook: String
  @Option(help: "A JSON file of the subject, the day and the facts.") var facts: String
  @Option(help: "json or table.") var format: Format = .json

  func run() async throws {
    try speech.speaking {
      let (book, calendar) = try ShippedRulebooks.book(rulebook)
      let asked = try AskedFacts.read(facts, book)
      do throws(Judge.Obstacle) {
        let verdict = try judge(asked.facts, by: book, as: asked.subject, on: asked.day, calendar: calendar)
        for note in asked.notes { Console.note(note) }
        if format == .json { Console.print(verdict.json.text) } else { verdict.printTable() }
      } catch {
        throw Failure.refused(reasons: [Phrase.obstacle(error).text])
      }
    }
  }
}

extension Failure {
  /// Refused, with its reasons in words and for a script.
  static func refused(reasons: [String]) -> Failure {
    .refused(reasons, json: .object([("reasons", .list(reasons.map { .text($0) }))]))
  }
}

extension Verdict {
  /// The verdict as the contract writes it.
  var json: JSON {
    var members: [(String, JSON)] = [
      ("outcome", .text(outcomeName)),
      ("undetermined", .flag(isUndetermined)),
      ("missing", .list(missing.map { .text($0) })),
      ("findings", .list(findings.map(\.json))),
    ]
    let values = values
    if !values.isEmpty { members.append(("values", .object(values.map { ($0.fact.name, .text($0.text)) }))) }
    return .object(members)
  }

  /// The verdict for people.
  fileprivate func printTable() {
    Console.print("\(outcomeName ?? "undetermined")  \(missing.joined(separator: ", "))")
    for value in values { Console.print("\(value.fact.name) = \(value.text)") }
    Columns.print(
      findings.map { finding in
        [
          finding.clause.name, finding.level?.name ?? "", finding.clause.required, finding.observed ?? "?",
          "\(finding.truth)", finding.clause.confidence.rawValue,
        ]
      }
    )
  }
}

extension Verdict.Finding {
  fileprivate var json: JSON {
    .object([
      ("level", .text(level?.name)), ("clause", .text("\(clause.name) (\(clause.number))")),
      ("required", .text(clause.required)), ("observed", .text(observed)), ("met", .flag(truth == .met)),
      ("confidence", .text(clause.confidence.rawValue)),
    ])
  }
}

struct CapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cap",
    abstract: "How many may be rated highest under a cap, and how many are over it."
  )

  @Option(help: "The share in hundredths, such as 20.") var percent: String
  @Option(help: "Of whom: good, or goodOrBetter.") var base: String
  @Option(help: "How many are rated exactly good.") var good: Int
  @Option(help: "How many are proposed excellent.") var excellent: Int
  @Option(help: "json or table.") var format: Format = .json

  func validate() throws {
    if Cap.Base(rawValue: base) == nil { throw ValidationError("--base is good or goodOrBetter") }
    if capped == nil { throw ValidationError("--percent, --good and --excellent are numbers from 0 up") }
  }

  private var capped: Capped? {
    guard let percent = Quantity(percent), let base = Cap.Base(rawValue: base) else { return nil }
    return Capped(percent: percent, base: base, good: good, excellent: excellent)
  }

  func run() async throws {
    guard let capped else { return }
    let members = [
      ("allowed", capped.allowed), ("over", capped.over), ("finalExcellent", capped.finalExcellent),
      ("finalGood", capped.finalGood),
    ]
    switch format {
    case .json: Console.print(JSON.object(members.map { ($0.0, .number($0.1)) }).text)
    case .csv:
      for (name, value) in [("name", "value")] + members.map({ ($0.0, "\($0.1)") }) {
        Console.print("\(name),\(value)")
      }
    case .table: Columns.print(members.map { [$0.0, "\($0.1)"] })
    }
  }
}
