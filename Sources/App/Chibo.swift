import ArgumentParser
import Glibc

/// The `chibo` command: every way into a record from a console.
@main
struct Chibo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chibo",
    abstract: "The working system of a multi-tier membership organisation.",
    discussion: """
      Every verb takes --database with the path of a record, or postgres://… of one on a server. Exit: 0 done, 1 refused with the reasons, \
      2 the record or a file cannot be reached, 64 wrong usage.
      """,
    version: "0.1.0",
    subcommands: [
      Initialise.self, ImportCommand.self, ExportCommand.self, Templates.self, FiguresCommand.self,
      LedgerCommand.self, RollCommand.self, CheckCommand.self, JournalCommand.self, AccountCommand.self,
      MoveCommand.self, BackupCommand.self, RestoreCommand.self, MigrateCommand.self, ServeCommand.self,
      DemoCommand.self, BenchCommand.self, JudgeCommand.self, CapCommand.self, RulebookCommand.self,
      BenchJudgeCommand.self, BenchReviewCommand.self, ReorganiseCommand.self, AbsorbCommand.self, ImportMeetingsCommand.self,
    ]
  )

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      failure.say()
      Glibc.exit(failure.code)
    } catch {
      guard let failure = Failure(error) else { exit(withError: error) }
      failure.say()
      Glibc.exit(failure.code)
    }
  }
}
