import ArgumentParser
import Phrases
import Records
import Storage

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
      let (entries, members) = try await record.place.build().filled { restored in
        let proof = try await copied(backup, to: restored)
        let today = Clock.system.today
        let (faults, members) = try await restored.read { db in
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
        return (Int(proof.entries), members)
      }
      Console.note(Phrase.restored(record.database, entries: entries, members: members).text)
    }
  }
}

struct MoveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract:
      "Copies a whole installation to another place, from one engine to the other, and proves the copy.",
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
      say(try await Place(to).build().filled { try await copied(source, to: $0) })
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
      Console.print(
        Phrase.moved(proof.rows, proof.tables, Int(proof.entries), proof.figures, proof.head.hex).text
      )
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
