import ArgumentParser
import Records

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "serve", abstract: "Serves the pages.")

  @OptionGroup var record: RecordOptions

  func run() async throws {
    _ = try await record.open()
  }
}
