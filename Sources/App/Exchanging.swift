import ArgumentParser
import Basics
import Glibc
import Phrases
import Records
import RulebookFiles
import Rules
import Storage

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Takes over the lists of an office: a folder of units, members, affiliations, posts, or one .xlsx."
  )

  @Argument(help: "The folder, or the .xlsx book.") var source: String
  @OptionGroup var record: RecordOptions
  @Flag(name: .customLong("dry-run"), help: "Says what would be taken and writes nothing.") var dryRun = false
  @Flag(name: .customLong("accept-valid"), help: "Takes what is sound and leaves out the rest.")
  var acceptValid = false
  @Option(name: .customLong("refused-to"), help: "A folder for the refused rows, to mend and import again.")
  var refusedTo: String?
  @Option(help: "table, csv or json.") var format: Format = .table

  func run() async throws {
    try await record.speaking {
      let lists = try ListSource(path: source)
      let place = record.place
      let new = try await place.exists() ? nil : try await place.build()
      let database = if let new { new.database } else { try await record.open() }
      let operation = ImportLists(
        lists,
        acceptsValid: acceptValid,
        isDryRun: dryRun,
        scratch: try Place.scratch()
      )
      let report: ImportReport
      do {
        if new != nil { try await Installation.prepare(database) }
        report = try await operation.run(
          Office(database, regulations: try shippedRulebooks().library),
          as: record.actor
        )
        // What was refused leaves no record behind where there was none.
        let isKept = report.entry != nil || (report.refused.isEmpty && !dryRun)
        if let new {
          if isKept { try await new.finish() } else { await new.abandon() }
        } else {
          try database.close()
        }
      } catch {
        await new?.abandon()
        throw error
      }
      if let refusedTo, !report.refused.isEmpty {
        try RefusedLists(report) { Phrase.refusal($0).text }.write(from: lists, to: refusedTo)
      }
      ToldImport(report, isDryRun: dryRun, acceptsValid: acceptValid, refusedTo: refusedTo).say(as: format)
      if !report.refused.isEmpty { throw Failure(code: 1, []) }
    }
  }
}

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Gives the four lists back, as they are known now."
  )

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case csv, xlsx
  }

  @Argument(help: "The folder to write to; made when it is not there.") var folder: String
  @OptionGroup var record: RecordOptions
  @Option(help: "csv or xlsx.") var format: Form = .csv

  func run() async throws {
    try await record.speaking {
      let database = try await record.open(readers: 1)
      let export = try ExportLists(to: folder, as: format == .csv ? .csv : .xlsx)
      let office = Office(database)
      let clock = office.clock
      let actor = record.actor
      let counts = try await database.read { db in try export.run(db) }
      let people = counts[.members] ?? 0
      try await office.reading(as: actor) { db in
        let root = try TreeStore(db: db).roots(AsOf(clock.today)).first ?? ID(0)
        return (root, clock.today, people)
      }
      for kind in ListKind.ofOrganisation {
        Console.note("\(kind.rawValue)  \(Phrase.number(counts[kind] ?? 0))")
      }
    }
  }
}

struct Templates: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "Writes empty lists to fill in, with the values they may hold and an example."
  )

  @Argument(help: "The folder to write to; made when it is not there.") var folder: String
  @Option(help: "The language of headings: vi or en.") var language: String = "vi"

  func run() async throws {
    do {
      try ListTemplates.write(to: folder, vietnamese: language == "vi", today: Clock.system.today)
    } catch {
      throw Failure(error) ?? error
    }
  }
}
