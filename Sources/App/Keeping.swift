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
      try await Place.copy(database, to: file)
      try database.close()
      Console.note(Phrase.backedUp(file).text)
    }
  }
}

struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Restores a backup into a new record and verifies it: journal, integrity, figures."
  )

  @Argument(help: "The backup.") var file: String
  @OptionGroup var record: RecordOptions

  func run() async throws {
    try await record.speaking {
      let backup = try await RecordOptions.open(.file(file), readers: 1)
      if try await record.place.exists() {
        throw StorageError.cannotOpen(record.database, reason: "exists")
      }
      // Whatever comes of it, nothing but a record that was verified stays.
      let new = try await record.place.build()
      do {
        let proof = try await copied(backup, to: new.database)
        let today = Clock.system.today
        let (faults, members) = try await new.database.read { db in
          let figures = FigureStore(db: db)
          let members = try TreeStore(db: db).roots(AsOf(today)).map {
            try figures.memberFigures(of: $0, AsOf(today))[.total] ?? 0
          }
          return (try IntegrityChecks(db: db).run(), members.reduce(0, +))
        }
        guard faults.isEmpty else {
          throw Failure.refused(
            [Phrase.journalBroken(faults.count).text] + faults.prefix(20).map { CheckCommand.sentence($0) }
          )
        }
        try await new.finish()
        Console.note(
          Phrase.restored(record.database, entries: Int(proof.entries), members: members).text
        )
      } catch {
        await new.abandon()
        throw error
      }
    }
  }
}

struct MoveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: "Copies a whole installation to another place, from one engine to the other, and proves the copy.",
    discussion: "The record at --from stays as it is, and may be used meanwhile: the copy is of one moment."
  )

  @Option(help: "The record: the path of its file, or postgres://… of a server.") var from: String
  @Option(help: "Where the copy goes: nothing may be there.") var to: String
  @Option(name: .long, help: "The language of messages: vi or en.") var language: String = "en"
  @Option(help: "table, csv or json.") var format: Format = .table

  func run() async throws {
    try await RecordOptions.parse(["--database", to, "--language", language]).speaking {
      let source = try await RecordOptions.open(Place(from), readers: 1)
      if try await Place(to).exists() { throw StorageError.cannotOpen(to, reason: "exists") }
      let new = try await Place(to).build()
      do {
        let proof = try await copied(source, to: new.database)
        try await new.finish()
        say(proof)
      } catch {
        await new.abandon()
        throw error
      }
      try source.close()
    }
  }

  private func say(_ proof: MoveRecord.Proof) {
    switch format {
    case .json:
      Console.print(
        JSON.object([
          ("tables", .number(proof.tables)), ("rows", .number(proof.rows)),
          ("entries", .number(Int(proof.entries))), ("head", .text(proof.head.hex)),
          ("figures", .number(proof.figures)),
        ]).text
      )
    case .csv:
      Console.print("tables,rows,entries,head,figures")
      Console.print(
        "\(proof.tables),\(proof.rows),\(proof.entries),\(proof.head.hex),\(proof.figures)"
      )
    case .table:
      Console.print(Phrase.moved(proof.rows, proof.tables, Int(proof.entries), proof.figures, proof.head.hex).text)
    }
  }
}

/// Copies a record into an empty database and proves the copy.
/// - Throws: a refusal with every difference when the copy is not the same.
private func copied(_ source: any Database, to target: any Database) async throws -> MoveRecord.Proof {
  let proof = try await MoveRecord(from: source, to: target).run(on: Clock.system.today) { rows in
    Console.progress(Phrase.rowsCopied(rows).text)
  }
  Console.endProgress()
  guard proof.differences.isEmpty else {
    throw Failure.refused([Phrase.copyDiffers(proof.differences.count).text] + proof.differences.prefix(50))
  }
  return proof
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
