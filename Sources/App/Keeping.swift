import ArgumentParser
import Basics
import Glibc
import Phrases
import Records
import Rules
import SQLiteStorage
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
      if access(record.database, F_OK) == 0 {
        throw StorageError.cannotOpen(record.database, reason: "exists")
      }
      let database = try await record.make(number: number.map(Int64.init))
      try database.close()
      Console.note(Phrase.ready(record.database).text)
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
      if pending {
        let path = "\(record.database).before-\(Clock.system.today)-\(getpid())"
        try await database.copy(to: path)
        copy = path
      }
      let done = try await database.migrate(Schema.migrations)
      try database.close()
      Console.note(Phrase.migratedTo(done, copy: copy).text)
    }
  }
}

struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Writes a copy of the whole record to a new file, while it is used."
  )

  @Argument(help: "The file to write; it must not be there.") var file: String
  @OptionGroup var record: RecordOptions

  func run() async throws {
    try await record.speaking {
      let database = try await record.open(readers: 1)
      try await database.copy(to: file)
      Console.note(Phrase.backedUp(file).text)
    }
  }
}

struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Restores a backup into a new file and verifies it: journal, integrity, figures."
  )

  @Argument(help: "The backup.") var file: String
  @OptionGroup var record: RecordOptions

  func run() async throws {
    try await record.speaking {
      let backup = try await RecordOptions.parse(["--database", file]).open(readers: 1)
      if access(record.database, F_OK) == 0 {
        throw StorageError.cannotOpen(record.database, reason: "exists")
      }
      let part = record.database + ".part"
      SQLiteDatabase.remove(part)
      // Whatever comes of it, nothing but the record stays.
      defer { SQLiteDatabase.remove(part) }
      try await backup.copy(to: part)
      let (journal, faults, members) = try await verified(part)
      guard journal.faults.isEmpty, faults.isEmpty else {
        throw Failure.refused(
          [Phrase.journalBroken(journal.faults.count + faults.count).text]
            + journal.faults.prefix(20).map { JournalCommand.sentence($0) }
            + faults.prefix(20).map { CheckCommand.sentence($0) }
        )
      }
      if rename(part, record.database) != 0 {
        throw StorageError.cannotOpen(record.database, reason: String(cString: strerror(errno)))
      }
      Console.note(
        Phrase.restored(record.database, entries: Int(journal.entries), members: members).text
      )
    }
  }

  /// Reads the whole copy once: its journal, its integrity, its members today.
  private func verified(_ path: String) async throws -> (JournalReport, [IntegrityFault], Int) {
    let restored = try SQLiteDatabase(path: path, readers: 1)
    let today = Clock.system.today
    let found = try await restored.read { db in
      let roots = try TreeStore(db: db).roots(AsOf(today))
      let figures = FigureStore(db: db)
      let members = try roots.map { try figures.memberFigures(of: $0, AsOf(today))[.total] ?? 0 }
      return (try JournalCheck(db: db).run(), try IntegrityChecks(db: db).run(), members.reduce(0, +))
    }
    try restored.close()
    return found
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
    }
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
            ]).text
          )
        } else {
          Console.print(Phrase.journalHolds(Int(report.entries), report.head.hex).text)
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
