import ArgumentParser
import Basics
import Phrases
import Records
import RulebookFiles
import Rules
import Storage

struct AbsorbCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "absorb",
    abstract: "Brings in the record of another installation, its journal whole, or says what it would bring.",
    discussion: """
      The other record is read and stays as it is; stop its server first. All that is known there comes in as one entry, \
      all of it or nothing. Accounts and rights stay behind. Who may be one person in both is listed, never merged.
      """
  )

  @Argument(help: "The other record: the path of its file, or postgres://… of a server.") var other: String
  @Option(help: "The code of the unit under which its top unit comes to stand.") var under: String
  @Option(help: "From which day it stands there; today when not given.") var on: String?
  @Flag(name: .customLong("dry-run"), help: "Says what it would do and writes nothing.") var dryRun = false
  @OptionGroup var record: RecordOptions
  @Option(help: "table, csv or json.") var format: Format = .table

  func validate() throws {
    if let on, CivilDate(on) == nil { throw ValidationError("--on is a day: 2025-07-01") }
  }

  func run() async throws {
    try await record.speaking {
      try await answering(format) {
        let database = try await record.open()
        let source = try await RecordOptions.known(try await Place(other).openReading())
        let office = Office(database, regulations: try shippedRulebooks().library)
        let absorption = Absorption(
          of: source,
          into: office,
          under: under,
          on: on.flatMap { CivilDate($0) } ?? office.clock.today
        )
        let report = try await absorption.run(by: record.actor, isDryRun: dryRun) { rows in
          Console.progress(Phrase.rowsCopied(rows).text)
        }
        Console.endProgress()
        let answer = AbsorptionAnswer(report: report)
        answer.write(format)
        if !answer.isSound { throw Failure(code: 1, format == .table ? [] : answer.reasons) }
      }
    }
  }
}

/// What bringing in another record answers.
struct AbsorptionAnswer {
  let report: AbsorptionReport

  var isSound: Bool { report.isBalanced && report.blocking.isEmpty }

  /// What stands in its way, in words.
  var reasons: [String] {
    report.blocking.map { obstacle in
      let words = Phrase.refusal(obstacle.refusal).text
      return obstacle.unit.map { "\($0): \(words)" } ?? words
    }
  }

  func write(_ format: Format) {
    switch format {
    case .json: Console.print(json.text)
    case .csv:
      Console.print("what,from,to,why")
      for renamed in report.renamed {
        Console.print([renamed.kind.rawValue, renamed.from, renamed.to, ""].joined(separator: ","))
      }
      for pair in report.alike {
        let why = pair.reasons.map(\.rawValue).joined(separator: " ")
        Console.print(["alike", pair.here.code, pair.there.code, why].joined(separator: ","))
      }
    case .table: writeTable()
    }
  }

  private func writeTable() {
    if report.blocking.isEmpty {
      Console.print((report.isBalanced ? Phrase.absorptionBalanced : .absorptionNotBalanced).text)
      Columns.print([
        ["", Phrase.planUnits.text, Phrase.planMembers.text, Phrase.planPosts.text, Phrase.planMatters.text],
        ["→"] + columns(report.before), ["="] + columns(report.after),
      ])
    } else {
      Console.print(Phrase.planBlocking.text)
      for reason in reasons { Console.print("  \(reason)") }
    }
    if !report.renamed.isEmpty {
      Console.print(Phrase.absorptionRenamed.text)
      for renamed in report.renamed { Console.print("  \(renamed.from) → \(renamed.to)") }
    }
    if !report.alike.isEmpty {
      Console.print(Phrase.absorptionAlike.text)
      for pair in report.alike {
        let why = pair.reasons.map { Phrase.alike($0.rawValue).text }.joined(separator: ", ")
        Console.print("  \(words(pair.here)) | \(words(pair.there)): \(why)")
      }
    }
    if !report.advisory.isEmpty {
      Console.print(Phrase.planAdvisory.text)
      for advice in report.advisory { Console.print("  \(Phrase.absorptionAdvice(advice).text)") }
    }
    if let entry = report.entry {
      let origin = report.origin ?? ""
      Console.note(Phrase.absorbed(origin, rows: report.rows, entry: Int(entry), report.head.hex).text)
    }
  }

  private func columns(_ holdings: Holdings) -> [String] {
    [holdings.units, holdings.members, holdings.posts, holdings.openMatters].map { "\($0)" }
  }

  private func words(_ someone: AlikePeople.Someone) -> String {
    [someone.code, someone.name, someone.born?.description, someone.unit].compactMap { $0 }
      .joined(separator: " · ")
  }

  private var json: JSON {
    let blocking = report.blocking.map { obstacle in
      JSON.object([
        ("unit", .text(obstacle.unit)), ("reason", .text(Phrase.refusal(obstacle.refusal).text)),
      ])
    }
    return .object([
      ("balanced", .flag(report.isBalanced)), ("before", PlanAnswer.json(report.before)),
      ("after", PlanAnswer.json(report.after)), ("renamed", .list(report.renamed.map(json))),
      ("alike", .list(report.alike.map(json))), ("blocking", .list(blocking)),
      (
        "advisory",
        .list(report.advisory.map { .object([("reason", .text(Phrase.absorptionAdvice($0).text))]) })
      ),
      (
        "journal",
        .object([
          ("installation", report.installation.map { .number(Int($0)) } ?? .text(nil)),
          ("origin", .text(report.origin)), ("entries", .number(Int(report.entries))),
          ("head", .text(report.head.hex)),
        ])
      ),
      ("rows", .number(report.rows)), ("entry", report.entry.map { .number(Int($0)) } ?? .text(nil)),
    ])
  }

  private func json(_ renamed: Renamed) -> JSON {
    .object([
      ("what", .text(renamed.kind.rawValue)), ("from", .text(renamed.from)), ("to", .text(renamed.to)),
    ])
  }

  private func json(_ pair: AlikePeople) -> JSON {
    .object([
      ("why", .list(pair.reasons.map { .text($0.rawValue) })), ("here", json(pair.here)),
      ("there", json(pair.there)),
    ])
  }

  private func json(_ someone: AlikePeople.Someone) -> JSON {
    .object([
      ("person", .text(someone.code)), ("name", .text(someone.name)),
      ("born", .text(someone.born?.description)), ("unit", .text(someone.unit)),
    ])
  }
}
