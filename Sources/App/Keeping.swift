import ArgumentParser
import Basics
import Glibc
import Phrases
import Records
import Rules
import Storage

struct Initialise: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "init", abstract: "Makes an empty record.")

  @OptionGroup var record: RecordOptions
  @Option(help: "The installation's number, 0 … 1023; else drawn at random.") var number: Int?

  func validate() throws {
    if let number, !(0...1023).contains(number) { throw ValidationError("--number is 0 … 1023") }
  }

  func run() async throws {
    try await record.speaking {
      if try await record.place.exists() {
        throw StorageError.cannotOpen(record.database, reason: "exists")
      }
      let database = try await record.place.make()
      try await Installation.prepare(database, number: number.map(Int64.init))
      try database.close()
      Console.note(Phrase.ready(database.address).text)
    }
  }
}

struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Brings a record up to date, a copy from before beside it."
  )

  @OptionGroup var record: RecordOptions

  func run() async throws {
    try await record.speaking {
      let database = try await record.open(migrating: true)
      let pending = try await database.migrated().count < Schema.migrations.count
      var copy: String?
      // A server takes all steps in one transaction, and is backed up by its own means.
      if pending, case .file(let path) = record.place {
        let name = "\(path).before-\(Clock.system.today)-\(getpid())"
        try await Place.copy(database, to: name)
        copy = name
      }
      let done = try await database.migrate(Schema.migrations)
      try database.close()
      Console.note(Phrase.migratedTo(done, copy: copy).text)
    }
  }
}

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Looks through the whole record for what cannot be."
  )

  @OptionGroup var record: RecordOptions
  @Option(help: "table, csv or json.") var format: Format = .table

  func run() async throws {
    try await record.speaking {
      let database = try await record.open(readers: 1)
      let faults = try await database.read { db in try IntegrityChecks(db: db).run() }
      switch format {
      case .json:
        let list = faults.map { fault in
          JSON.object([
            ("check", .text(fault.check.rawValue)), ("subject", .text(fault.subject)),
            ("detail", .text(fault.detail)), ("meaning", .text(Phrase.check(fault.check).text)),
            ("remedy", .text(Phrase.remedy(fault.check).text)),
          ])
        }
        Console.print(
          JSON.object([("checks", .number(IntegrityCheck.allCases.count)), ("faults", .list(list))]).text
        )
      case .csv:
        Console.print("check,subject,detail")
        for fault in faults { Console.print("\(fault.check.rawValue),\(fault.subject),\(fault.detail)") }
      case .table:
        for fault in faults { Console.print(CheckCommand.sentence(fault)) }
      }
      if !faults.isEmpty { throw Failure(code: 1, []) }
      Console.note(Phrase.allChecked(IntegrityCheck.allCases.count).text)
    }
  }

  static func sentence(_ fault: IntegrityFault) -> String {
    "\(fault.check.rawValue)  \(fault.subject)  \(fault.detail)  "
      + "\(Phrase.check(fault.check)) — \(Phrase.remedy(fault.check))"
  }
}

struct JournalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "The sequence of everything ever done.",
    subcommands: [Verify.self, Show.self]
  )

  static func sentence(_ fault: JournalFault) -> String {
    switch fault {
    case .gap(let seq): Phrase(vi: "thiếu mục trước \(seq)", en: "an entry is missing before \(seq)").text
    case .chain(let seq):
      Phrase(vi: "mục \(seq) không nối với mục trước", en: "entry \(seq) does not follow from the one before")
        .text
    case .line(let seq): Phrase(vi: "mục \(seq) đã bị sửa", en: "entry \(seq) was altered").text
    case .payload(let seq):
      Phrase(vi: "nội dung mục \(seq) đã bị sửa", en: "what entry \(seq) said was altered").text
    case .rows(let seq, let table):
      Phrase(
        vi: "các dòng của mục \(seq) trong \(table) đã bị sửa",
        en: "rows of entry \(seq) in \(table) were altered"
      ).text
    case .orphan(let seq, let table):
      Phrase(
        vi: "bảng \(table) có dòng của mục \(seq) không tồn tại",
        en: "\(table) holds rows of entry \(seq), which does not exist"
      ).text
    case .moment(let seq):
      Phrase(vi: "thời điểm mục \(seq) đi lùi", en: "the moment of entry \(seq) goes back").text
    case .absorbed(let seq, let origin, let at):
      Phrase.absorbedJournalBroken(Int(seq), origin, at: Int(at)).text
    }
  }

  /// The journal of another installation that was brought in.
  fileprivate static func json(_ journal: AbsorbedJournal) -> JSON {
    .object([
      ("entry", .number(Int(journal.recorded))), ("installation", .number(Int(journal.installation))),
      ("origin", .text(journal.origin)), ("entries", .number(Int(journal.entries))),
      ("head", .text(journal.head.hex)),
    ])
  }

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Recomputes every digest and every hash, finds rows no entry wrote, prints the head."
    )

    @OptionGroup var record: RecordOptions
    @Option(help: "table, csv or json.") var format: Format = .table

    func run() async throws {
      try await record.speaking {
        let database = try await record.open(readers: 1)
        let report = try await database.read { db in try JournalCheck(db: db).run() }
        let sentences = report.faults.map(JournalCommand.sentence)
        if format == .json {
          Console.print(
            JSON.object([
              ("entries", .number(Int(report.entries))), ("head", .text(report.head.hex)),
              ("faults", .list(sentences.map { .text($0) })),
              ("absorbed", .list(report.absorbed.map(JournalCommand.json))),
            ]).text
          )
        } else {
          Console.print(Phrase.journalHolds(Int(report.entries), report.head.hex).text)
          for journal in report.absorbed where report.holds(journal) {
            let entries = Int(journal.entries)
            Console.print(Phrase.absorbedJournalHolds(journal.origin, entries, journal.head.hex).text)
          }
        }
        if !report.faults.isEmpty {
          throw Failure.refused([Phrase.journalBroken(report.faults.count).text] + sentences.prefix(100))
        }
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The newest entries.")

    @OptionGroup var record: RecordOptions
    @Option(help: "How many.") var last: Int = 20
    @Option(help: "table, csv or json.") var format: Format = .table

    func run() async throws {
      try await record.speaking {
        let database = try await record.open(readers: 1)
        let last = last
        let lines = try await database.read { db in try JournalStore(db: db).lines(limit: max(last, 1)) }
        let clock = Clock.system
        if format == .json {
          Console.print(
            JSON.list(
              lines.map { line in
                .object([
                  ("entry", .number(Int(line.seq))), ("moment", .text(clock.text(line.moment))),
                  ("account", .text(line.account)), ("operation", .text(line.operation)),
                  ("decision", .text(line.decision?.text.number)), ("said", .text(line.said)),
                  ("hash", .text(line.hash.hex)),
                ])
              }
            ).text
          )
          return
        }
        for line in lines {
          let decision = line.decision.map { "  \($0.text.number)" } ?? ""
          Console.print(
            "#\(line.seq)  \(clock.text(line.moment))  \(line.account)  \(line.operation)\(decision)"
              + "  \(line.said ?? "—")  \(line.hash.hex.prefix(12))"
          )
        }
      }
    }
  }
}
