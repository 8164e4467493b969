import ArgumentParser
import Basics
import Phrases
import Records
import Rules
import Storage

struct LedgerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Who came and who went: opening + in − out = closing."
  )

  @OptionGroup var record: RecordOptions
  @Option(help: "The unit's code.") var unit: String
  @Option(help: "The first day of the period.") var from: CivilDate
  @Option(help: "The first day after it.") var until: CivilDate
  @Option(name: .customLong("known-at"), help: "As known at an instant, or at #SEQ of the journal.")
  var knownAt: String?
  @Option(help: "Of official members alone, or of probationary ones.") var standing: MemberStanding?
  @Flag(help: "A ledger of each calendar month of the period.") var monthly = false
  @Option(help: "table, csv or json.") var format: Format = .table

  func validate() throws {
    if until <= from { throw ValidationError("--until must be after --from") }
  }

  func run() async throws {
    try await record.speaking {
      try await answering(format) {
        guard let period = Period(from: from, until: until) else { return }
        let database = try await record.open(readers: 1)
        let periods = monthly ? period.months : [period]
        let (code, knownAt, standing) = (unit, knownAt, standing)
        let ledgers = try await database.read { db in
          let question = try UnitQuestion.find(
            code,
            on: period.last,
            knownAt: knownAt,
            existing: false,
            db,
            .system
          )
          return try periods.map { period in
            try LedgerStore(db: db)
              .ledger(of: question.unit, period, question.asOf.knowledge, standing: standing)
          }
        }
        write(ledgers)
        if let wrong = ledgers.first(where: { $0.difference != 0 }) {
          throw Failure.refused([Phrase.notBalanced(wrong.difference).text])
        }
      }
    }
  }

  private func write(_ ledgers: [Ledger]) {
    switch format {
    case .json:
      let values = ledgers.map(json)
      Console.print((monthly ? JSON.list(values) : values.first ?? .list([])).text)
    case .csv where monthly:
      for (index, ledger) in ledgers.enumerated() {
        let lines = lines(ledger)
        if index == 0 { Console.print((["from", "until"] + lines.map(\.code)).joined(separator: ",")) }
        let days = ["\(ledger.period.from)", "\(ledger.period.until)"]
        Console.print((days + lines.map { "\($0.count)" }).joined(separator: ","))
      }
    case .csv:
      Console.print("flow,count")
      for ledger in ledgers { for line in lines(ledger) { Console.print("\(line.code),\(line.count)") } }
    case .table:
      for ledger in ledgers {
        Console.print("\(unit)  \(ledger.period.from) … \(ledger.period.last)")
        Columns.print(lines(ledger).map { ["\($0.sign)\($0.name)", Phrase.number($0.count).text] })
      }
    }
  }

  /// A ledger from its opening to its closing, line by line.
  private func lines(_ ledger: Ledger) -> [(sign: String, name: String, code: String, count: Int)] {
    [("", "opening", "opening", ledger.opening)]
      + came(ledger).map { ("+ ", $0.name, "in.\($0.name)", $0.count) }
      + went(ledger).map { ("− ", $0.name, "out.\($0.name)", $0.count) }
      + [("= ", "closing", "closing", ledger.closing)]
  }

  private func json(_ ledger: Ledger) -> JSON {
    .object([
      ("unit", .text(unit)), ("from", .text("\(ledger.period.from)")),
      ("until", .text("\(ledger.period.until)")),
      ("opening", .number(ledger.opening)),
      ("in", .object(came(ledger).map { ($0.name, .number($0.count)) })),
      ("out", .object(went(ledger).map { ($0.name, .number($0.count)) })),
      ("closing", .number(ledger.closing)),
    ])
  }

  private func came(_ ledger: Ledger) -> [(name: String, count: Int)] {
    Inflow.allCases.map { ($0.rawValue, ledger.inflows[$0] ?? 0) }
      + (ledger.standing == .official ? [("recognised", ledger.recognised)] : [])
  }

  private func went(_ ledger: Ledger) -> [(name: String, count: Int)] {
    (ledger.standing == .probationary ? [("recognised", ledger.recognised)] : [])
      + Outflow.allCases.map { ($0.rawValue, ledger.outflows[$0] ?? 0) }
  }
}

extension Period {
  /// Its calendar months, the first and the last as far as they lie in it.
  fileprivate var months: [Period] {
    var months: [Period] = []
    var start = from
    while start < until {
      let next = start.adding(days: 1 - start.parts.day).adding(months: 1)
      if let month = Period(from: start, until: min(next, until)) { months.append(month) }
      start = next
    }
    return months
  }
}
