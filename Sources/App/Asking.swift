import ArgumentParser
import Basics
import Glibc
import Phrases
import Records
import Rules
import Sheets
import Storage

/// Which unit, on which day, as known when.
struct UnitQuestion {
  let unit: ID<Unit>
  let code: String
  let asOf: AsOf

  /// Finds a unit by its code, and refuses one that does not exist on the day.
  static func find(
    _ code: String,
    on day: CivilDate,
    knownAt: String?,
    existing: Bool = true,
    _ db: any Connection,
    _ clock: Clock
  ) throws -> UnitQuestion {
    let knowledge = try knowledge(knownAt, db, clock)
    let store = UnitStore(db: db)
    guard let found = try store.identity(code: code), let life = try store.life(found, knowledge),
      let existence = life.existence
    else {
      throw Refused(.unit, .unknownUnit(code))
    }
    if existing, !existence.contains(day) {
      throw Refused(.unit, .unitAbsent(unit: code, exists: existence, needed: Span(open: day)))
    }
    return UnitQuestion(unit: found, code: code, asOf: AsOf(day, knowledge))
  }

  static func knowledge(_ text: String?, _ db: any Connection, _ clock: Clock) throws -> Knowledge {
    guard let text else { return .now }
    if text.hasPrefix("#") {
      guard let entry = Int(digits: text.dropFirst()) else {
        throw ValidationError("--known-at is an instant or #SEQ")
      }
      return .entry(Int64(entry))
    }
    guard let moment = clock.moment(text) else { throw ValidationError("--known-at is an instant or #SEQ") }
    return .entry(try JournalStore(db: db).entry(at: moment))
  }
}

/// What a refused question answers a script that asked for JSON.
func answering(_ format: Format, _ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let refused as Refused where format == .json {
    let reasons = refused.objections.map { Failure.sentence($0.field, $0.refusal) }
    throw Failure.refused(reasons, json: .object([("reasons", .list(reasons.map { .text($0) }))]))
  }
}

struct FiguresCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "The figures of a unit on a day, and over a period."
  )

  @OptionGroup var record: RecordOptions
  @Option(help: "The unit's code.") var unit: String
  @Option(help: "The day; else the last of the period, else today.") var on: CivilDate?
  @Option(help: "The first day of a period.") var from: CivilDate?
  @Option(help: "The first day after it.") var until: CivilDate?
  @Option(name: .customLong("known-at"), help: "As known at an instant, or at #SEQ of the journal.")
  var knownAt: String?
  @Flag(help: "Also those excused from activities, and those suspended.") var states = false
  @Flag(help: "Also those lent elsewhere or to here, and those in contact where they live.") var ties = false
  @Flag(help: "Also tasks due in the period, else in the year of the day, and resolutions sent down.")
  var work = false
  @Option(help: "table, csv or json.") var format: Format = .table

  func validate() throws {
    if (from == nil) != (until == nil) { throw ValidationError("--from and --until go together") }
    if let from, let until, until <= from { throw ValidationError("--until must be after --from") }
  }

  func run() async throws {
    try await record.speaking {
      try await answering(format) {
        let database = try await record.open(readers: 1)
        let clock = Clock.system
        let day = on ?? until?.adding(days: -1) ?? clock.today
        let period = from.flatMap { from in until.flatMap { Period(from: from, until: $0) } }
        let (code, knownAt, ties, work) = (unit, knownAt, ties, work)
        let figures = try await database.read { db in
          let question = try UnitQuestion.find(code, on: day, knownAt: knownAt, db, clock)
          return try FigureStore(db: db).figures(
            of: question.unit,
            question.asOf,
            period: period,
            ties: ties,
            work: work
          )
        }
        write(figures, day)
      }
    }
  }

  private func write(_ figures: [FigureName: Int], _ day: CivilDate) {
    let asked = FigureName.allCases.filter { (states || !$0.countsStates) && (ties || !$0.countsTies) }
      .filter { work || !$0.countsWork }
    let known = asked.compactMap { name in figures[name].map { (name.rawValue, $0) } }
    switch format {
    case .json:
      let values = JSON.object(known.map { ($0.0, .number($0.1)) })
      Console.print(JSON.object([("unit", .text(unit)), ("on", .text("\(day)")), ("figures", values)]).text)
    case .csv:
      Console.print("figure,value")
      for (name, value) in known { Console.print("\(name),\(value)") }
    case .table:
      Console.print("\(unit)  \(day)")
      Columns.print(known.map { [$0.0, Phrase.number($0.1).text] })
    }
  }
}

struct RollCommand: AsyncParsableCommand {
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case csv, xlsx, json
  }

  static let configuration = CommandConfiguration(
    commandName: "roll",
    abstract: "The members of a unit and below on a day, in the order of the register."
  )

  @OptionGroup var record: RecordOptions
  @Option(help: "The unit's code.") var unit: String
  @Option(help: "The day; else today.") var on: CivilDate?
  @Option(name: .customLong("known-at"), help: "As known at an instant, or at #SEQ of the journal.")
  var knownAt: String?
  @Option(help: "csv, xlsx or json.") var format: Form = .csv
  @Option(help: "The file to write; else standard output.") var output: String?

  func validate() throws {
    if format == .xlsx, output == nil { throw ValidationError("--format xlsx needs --output FILE") }
  }

  func run() async throws {
    try await record.speaking {
      try await answering(format == .json ? .json : .csv) {
        let clock = Clock.system
        let day = on ?? clock.today
        let database = try await record.open(readers: 1)
        let office = Office(database, clock: clock)
        let (code, knownAt, format, output) = (unit, knownAt, format, output)
        let user = record.actor
        try await office.reading(as: user) { db in
          let question = try UnitQuestion.find(code, on: day, knownAt: knownAt, db, clock)
          let sink = try RollSink(format, output, title: code)
          let export = ExportRoll(db: db, question: RollQuestion(unit: question.unit, asOf: question.asOf))
          let count = try export.run(sink.write)
          try sink.close()
          return (question.unit, day, count)
        }
      }
    }
  }
}

/// Where a roll goes: text, a book, or JSON.
private final class RollSink {
  private var csv: CSVWriter?
  private var book: XLSXWriter?
  private var json: [String]?
  private var out: UnfinishedJSON?

  init(_ form: RollCommand.Form, _ path: String?, title: String) throws {
    let columns = ListKind.rollColumns
    switch form {
    case .csv:
      csv =
        if let path { try CSVWriter(path: path) } else {
          CSVWriter { bytes in bytes.withUnsafeBytes { _ = Console.write($0, to: STDOUT_FILENO) } }
        }
      try csv?.write(columns.map(\.name))
    case .xlsx:
      book = try XLSXWriter(path: path ?? "", properties: .init(title: title, author: "Chibo", created: 1))
      try book?.addSheet("roll", columns: ExportRoll.columns)
    case .json:
      out = try UnfinishedJSON(path)
    }
  }

  func write(_ cells: [ListCell]) throws {
    try csv?.write(cells.map(\.text))
    try book?.write(cells.map(\.cell))
    try out?.write(
      JSON.object(
        zip(ListKind.rollColumns, cells).map { column, cell in
          (column.name, .text(cell.text.isEmpty ? nil : cell.text))
        }
      )
    )
  }

  func close() throws {
    try csv?.close()
    try book?.close()
    try out?.close()
  }
}
