import ArgumentParser
import Phrases
import Records
import RulebookFiles
import Storage

struct ImportMeetingsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import-meetings",
    abstract:
      "Takes over meetings held before they were kept here: a folder of meetings, attendance, or one .xlsx.",
    discussion: """
      meetings: unit, day, kind, begins, closed, mode, place, theme, chair, taker, prepares, others, text, signed, own, \
      superior. attendance: unit, day, kind, person, mark, reason. With others = present, all who were obliged to come \
      and are not named in attendance count as present.
      """
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
      let lists = try ListSource(path: source, ListKind.ofMeetings)
      let database = try await record.open()
      let takeover = MeetingTakeover(
        lists,
        acceptsValid: acceptValid,
        isDryRun: dryRun,
        scratch: try Place.scratch()
      )
      let office = Office(database, regulations: try shippedRulebooks().library)
      let report = try await takeover.run(office, as: record.actor)
      try database.close()
      if let refusedTo, !report.refused.isEmpty {
        try RefusedLists(report) { Phrase.refusal($0).text }.write(from: lists, to: refusedTo)
      }
      ToldImport(report, isDryRun: dryRun, acceptsValid: acceptValid, refusedTo: refusedTo).say(as: format)
      if !report.refused.isEmpty { throw Failure(code: 1, []) }
    }
  }
}
