import ArgumentParser
import Glibc
import Hummingbird
import Logging
import NIOCore
import Phrases
import Records
import SQLiteStorage
import Storage
import Web

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serves the pages of a record until it is asked to stop."
  )

  @OptionGroup var record: RecordOptions
  @OptionGroup var serving: ServingOptions

  func run() async throws {
    try await record.speaking {
      let database = try await record.open()
      try await serve(database: database, serving)
      try database.close()
    }
  }
}

/// Where and how pages are served.
struct ServingOptions: ParsableArguments {
  @Option(help: "The port; 0 for any that is free.") var port: Int = 8080
  @Option(help: "The address to listen at.") var host: String = "127.0.0.1"
  @Option(name: .customLong("public"), help: "The folder with the look of the pages.") var folder: String?
  @Option(
    name: .customLong("language-pack"),
    help: "A file of words that offers a further language; may be given several times."
  ) var packs: [String] = []
  @Flag(help: "Browsers reach this server over TLS only, through something in front of it.") var secure =
    false

  func validate() throws {
    if !(0...65_535).contains(port) { throw ValidationError("--port is 0 … 65535") }
  }
}

/// Serves the pages of a record, and says where once browsers can connect; returns when asked to stop.
func serve(database: any Database, clock: Clock = .system, _ serving: ServingOptions) async throws {
  let files = try publicFiles(serving.folder)
  let language = Language.current
  let host = serving.host
  let server = buildServer(
    database: database,
    clock: clock,
    files: files,
    rulebooks: try shippedRulebooks(),
    options: ServerOptions(host: host, port: serving.port, isSecure: serving.secure),
    scratch: { try Place.scratch() },
    logger: serverLog()
  )
  let packs = try serving.packs.map(languagePack)
  do {
    try await Language.$packs.withValue(packs) {
      try await server.run { port in
        let shown = host.contains(":") ? "[\(host)]" : host
        Language.$current.withValue(language) {
          Console.note(Phrase.servingAt("http://\(shown):\(port)/").text)
        }
      }
    }
  } catch let error as IOError where error.errnoCode == EADDRINUSE {
    throw Failure.unreachable(Phrase.portTaken(serving.port).text)
  } catch let error as IOError {
    throw Failure.unreachable(
      Phrase.cannotListen(host, serving.port, String(cString: strerror(error.errnoCode))).text
    )
  }
}

/// What went wrong, for the administrator, a line each on standard error.
private func serverLog() -> Logger {
  var logger = Logger(label: "chibo") { StreamLogHandler.standardError(label: $0) }
  logger.logLevel = .warning
  return logger
}

/// The folder with the look of the pages: the one named, else the one here, else the one beside the program.
private func publicFiles(_ named: String?) throws -> StaticFiles {
  if let named {
    guard let files = StaticFiles(folder: named) else {
      throw Failure.unreachable(Phrase.noSuchFile(named).text)
    }
    return files
  }
  var candidates = ["Public"]
  var place = programFolder()
  for _ in 0..<4 {
    candidates.append(place + "/Public")
    place += "/.."
  }
  for candidate in candidates {
    if let files = StaticFiles(folder: candidate) { return files }
  }
  throw Failure.unreachable(Phrase.noSuchFile("Public").text)
}

/// The folder in which this program lies.
func programFolder() -> String {
  var path = [CChar](repeating: 0, count: Int(PATH_MAX))
  let count = readlink("/proc/self/exe", &path, path.count)
  guard count > 0 else { return "." }
  let text = String(decoding: path[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return text.lastIndex(of: "/").map { String(text[..<$0]) } ?? "."
}
