import ArgumentParser
import Basics
import Foundation
import Phrases
import Records
import RulebookFiles
import Rules
import Storage

struct ReorganiseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reorganise",
    abstract: "Carries out a plan of reorganisation, or says what it would do.",
    discussion: """
      A plan names units by code and is one transaction: all of it, or nothing. It is refused when anything would be \
      left without a place. --undo takes a plan back as long as nothing later stands on it.
      """
  )

  @Argument(help: "The plan: a .yaml file or an .xlsx book.") var plan: String?
  @OptionGroup var record: RecordOptions
  @Flag(name: .customLong("dry-run"), help: "Says what it would do and writes nothing.") var dryRun = false
  @Option(help: "Takes back the plan of which this entry of the journal, #SEQ, is a part.") var undo: String?
  @Option(help: "table, csv or json.") var format: Format = .table

  func validate() throws {
    if (plan == nil) == (undo == nil) { throw ValidationError("give a plan, or --undo #SEQ") }
    if let undo, entry(undo) == nil { throw ValidationError("--undo is #SEQ") }
  }

  private func entry(_ text: String) -> Int64? {
    Int64(text.hasPrefix("#") ? String(text.dropFirst()) : text)
  }

  func run() async throws {
    try await record.speaking {
      try await answering(format) {
        if let undo, let entry = entry(undo) { return try await takeBack(entry) }
        let (plan, body) = try read()
        let database = try await record.open()
        let office = Office(database, regulations: try shippedRulebooks().library)
        let today = office.clock.today
        let regulations = office.regulations
        let sheet = try await database.read { db in
          try ReorganisationStore(db: db).sheet(of: plan, regulations, today: today)
        }
        var answer = PlanAnswer(sheet: sheet, plan: plan)
        if sheet.allBlocking.isEmpty && sheet.isBalanced {
          try await carryOut(plan, body, office, &answer)
        }
        answer.write(format)
        if !answer.isSound { throw Failure(code: 1, format == .table ? [] : answer.reasons) }
      }
    }
  }

  private func carryOut(
    _ plan: ReorganisationPlan,
    _ body: String,
    _ office: Office,
    _ answer: inout PlanAnswer
  ) async throws {
    if dryRun {
      answer.refused = try await office.rehearse(plan, by: record.actor)
      return
    }
    do {
      answer.entries = try await office.carryOut(plan, body: body, by: record.actor).map(\.entry)
    } catch let refused as Refused {
      answer.refused = refused.objections
    }
  }

  private func takeBack(_ entry: Int64) async throws {
    let database = try await record.open()
    let office = Office(database, regulations: try shippedRulebooks().library)
    guard let plan = try await database.read({ db in try ReorganisationStore(db: db).plan(of: entry) }) else {
      throw Refused(.entry, .unknownEntry(Int(entry)))
    }
    let receipts = try await office.undo(plan, why: nil, by: record.actor)
    let entries = receipts.map { JSON.number(Int($0.entry)) }
    if format == .json {
      Console.print(JSON.object([("undone", .flag(true)), ("entries", .list(entries))]).text)
    }
    Console.note(Phrase.planUndone.text)
  }

  private func read() throws -> (plan: ReorganisationPlan, body: String) {
    let path = plan ?? ""
    do {
      if path.lowercased().hasSuffix(".xlsx") {
        let plan = try PlanReader.read(book: path)
        return (plan, PlanWriter.text(plan))
      }
      guard let body = try? String(contentsOfFile: path, encoding: .utf8) else {
        throw Failure.unreachable(Phrase.noSuchFile(path).text)
      }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return (try PlanReader.read(body, name: name), body)
    } catch let faults as RulebookFaults {
      throw faults.planFailure
    }
  }
}

extension RulebookFaults {
  /// A plan that cannot be understood, in the form of one that can.
  fileprivate var planFailure: Failure {
    let blocking = faults.map { fault in
      JSON.object([
        ("step", .text(nil)), ("unit", .text(nil)), ("file", .text(fault.file)),
        ("line", .number(fault.line)),
        ("reason", .text(Phrase.rulebookFault(fault.reason).text)),
      ])
    }
    let nothing = JSON.object([
      ("before", PlanAnswer.json(Holdings())), ("after", PlanAnswer.json(Holdings())),
    ])
    return .refused(
      faults.map { Phrase.rulebookFault($0).text },
      json: .object([
        ("balanced", .flag(false)), ("steps", .list([])), ("total", nothing), ("blocking", .list(blocking)),
        ("advisory", .list([])),
      ])
    )
  }
}

/// What a plan answers: its balance, what stands in its way, and the entries that carried it out.
struct PlanAnswer {
  let sheet: BalanceSheet
  let plan: ReorganisationPlan
  /// What refused it when it was carried out, or tried.
  var refused: [Objection] = []
  var entries: [Int64] = []

  var isSound: Bool { sheet.isBalanced && sheet.allBlocking.isEmpty && refused.isEmpty }

  /// What stands in its way, in words.
  var reasons: [String] {
    sheet.allBlocking.map { "\($0.unit ?? ""): \(Phrase.refusal($0.refusal).text)" }
      + refused.map { Phrase.refusal($0.refusal).text }
  }

  func write(_ format: Format) {
    switch format {
    case .json: Console.print(json.text)
    case .csv:
      Console.print(
        "step,kind,units,into,unitsBefore,membersBefore,postsBefore,mattersBefore,unitsAfter,membersAfter,postsAfter,mattersAfter"
      )
      for (index, step) in sheet.steps.enumerated() {
        let words = [step.step.step.units, step.step.step.heirs].map { $0.joined(separator: " ") }
        let cells =
          ["\(index + 1)", step.step.step.name] + words + columns(step.before) + columns(step.after)
        Console.print(cells.joined(separator: ","))
      }
    case .table: writeTable()
    }
  }

  private func columns(_ holdings: Holdings) -> [String] {
    [holdings.units, holdings.members, holdings.posts, holdings.openMatters].map { "\($0)" }
  }

  private func writeTable() {
    Console.print((sheet.isBalanced ? Phrase.planBalanced : .planNotBalanced).text)
    Columns.print(
      sheet.steps.enumerated().map { index, step in
        let words = [step.step.step.units, step.step.step.heirs].map { $0.joined(separator: " ") }
        return ["\(index + 1)", step.step.step.name] + words + [flow(step.before, step.after)]
      } + [["", Phrase.planTotal.text, "", "", flow(sheet.before, sheet.after)]]
    )
    let reasons = reasons
    if !reasons.isEmpty {
      Console.print(Phrase.planBlocking.text)
      for reason in reasons { Console.print("  \(reason)") }
    }
    if !sheet.advisory.isEmpty {
      Console.print(Phrase.planAdvisory.text)
      for advice in sheet.advisory {
        Console.print("  \(advice.unit): \(Phrase.planAdvice(advice.matter).text)")
      }
    }
    if !entries.isEmpty {
      Console.note("\(Phrase.planCarriedOut.text): \(entries.map { "#\($0)" }.joined(separator: " "))")
    }
  }

  private func flow(_ before: Holdings, _ after: Holdings) -> String {
    zip(columns(before), columns(after)).map { "\($0) → \($1)" }.joined(separator: "  ")
  }

  var json: JSON {
    let steps = sheet.steps.enumerated().map { index, step in
      JSON.object([
        ("step", .number(index + 1)), ("kind", .text(step.step.step.name)),
        ("units", .list(step.step.step.units.map { .text($0) })),
        ("into", .list(step.step.step.heirs.map { .text($0) })),
        ("decision", .text(step.step.decision?.number)),
        ("before", PlanAnswer.json(step.before)), ("after", PlanAnswer.json(step.after)),
      ])
    }
    let blocking =
      sheet.allBlocking.map { finding in
        JSON.object([
          ("step", finding.step.map { .number($0) } ?? .text(nil)), ("unit", .text(finding.unit)),
          ("reason", .text(Phrase.refusal(finding.refusal).text)),
        ])
      }
      + refused.map { objection in
        JSON.object([
          ("step", .text(nil)), ("unit", .text(nil)),
          ("reason", .text(Phrase.refusal(objection.refusal).text)),
        ])
      }
    let advisory = sheet.advisory.map { advice in
      JSON.object([("unit", .text(advice.unit)), ("reason", .text(Phrase.planAdvice(advice.matter).text))])
    }
    return .object([
      ("balanced", .flag(sheet.isBalanced)), ("steps", .list(steps)),
      (
        "total",
        .object([("before", PlanAnswer.json(sheet.before)), ("after", PlanAnswer.json(sheet.after))])
      ),
      ("blocking", .list(blocking)), ("advisory", .list(advisory)),
      ("entries", .list(entries.map { .number(Int($0)) })),
    ])
  }

  static func json(_ holdings: Holdings) -> JSON {
    .object([
      ("units", .number(holdings.units)), ("members", .number(holdings.members)),
      ("posts", .number(holdings.posts)), ("openMatters", .number(holdings.openMatters)),
    ])
  }
}
