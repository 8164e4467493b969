import ArgumentParser
import Basics
import Glibc
import Phrases
import Records
import Rules
import Sheets
import Storage

/// Writing to the two streams of a console.
enum Console {
  /// What was asked for.
  static func print(_ text: String) {
    write(text + "\n", to: STDOUT_FILENO)
  }

  /// What a person should know meanwhile.
  static func note(_ text: String) {
    write(text + "\n", to: STDERR_FILENO)
  }

  /// A line that is written over by the next one, where there is a terminal.
  static func progress(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    write("\r\u{1b}[K" + text, to: STDERR_FILENO)
  }

  static func endProgress() {
    progress("")
  }

  /// Writes all of a text; nobody listening any more is no error.
  static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in _ = write(UnsafeRawBufferPointer(bytes), to: descriptor) }
  }

  /// Writes all bytes.
  /// - Returns: whether they were written.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
    return true
  }

  /// Whoever sits at this console.
  static var user: String {
    getpwuid(geteuid()).flatMap { String(validatingCString: $0.pointee.pw_name) } ?? String(geteuid())
  }
}

/// Why a command could not do what was asked: a sentence for a person, a code for a script.
struct Failure: Error {
  let code: Int32
  let lines: [String]
  /// The same for a script that asked for JSON.
  var json: JSON?

  init(code: Int32, _ lines: [String], json: JSON? = nil) {
    self.code = code
    self.lines = lines
    self.json = json
  }

  /// Refused by a rule or by the data.
  static func refused(_ lines: [String], json: JSON? = nil) -> Failure {
    Failure(code: 1, lines, json: json)
  }

  /// The record or a file cannot be reached.
  static func unreachable(_ line: String) -> Failure { Failure(code: 2, [line]) }

  /// An error of the record or of a file; `nil` for any other, such as wrong usage.
  init?(_ error: any Error) {
    switch error {
    case let error as Refused:
      self.init(code: 1, error.objections.map { Failure.sentence($0.field, $0.refusal) })
    case let error as StorageError:
      self.init(code: 2, [Failure.sentence(error)])
    case let error as ListSourceError:
      self.init(code: 2, [Failure.sentence(error)])
    case let error as SheetError where error.findsNoRoom:
      self.init(code: 2, [Phrase.sheet(error.file, nil, Phrase.diskFull.text).text])
    case let error as SheetError:
      self.init(code: error.isAboutContent ? 1 : 2, [Phrase.sheet(error.file, error.line, error.words).text])
    default:
      return nil
    }
  }

  func say() {
    if let json { Console.print(json.text) }
    for line in lines { Console.note(line) }
  }

  static func sentence(_ field: Field?, _ refusal: Refusal) -> String {
    let words = Phrase.refusal(refusal).text
    return field.map { "\($0.rawValue): \(words)" } ?? words
  }

  private static func sentence(_ error: ListSourceError) -> String {
    switch error {
    case .missing(let path): Phrase.noSuchFile(path).text
    case .noLists(let path, let kinds): Phrase.noLists(path, kinds.map(\.rawValue)).text
    }
  }

  private static func sentence(_ error: StorageError) -> String {
    switch error {
    case .missing(let path): Phrase.noDatabase(path).text
    case .notADatabase(let path): Phrase.notADatabase(path).text
    case .cannotOpen(let path, let reason):
      switch reason {
      case "permission": Phrase.noPermission(path).text
      case "folder": Phrase.noFolder(path).text
      case "exists": Phrase.isThereAlready(path).text
      default: Phrase.cannotOpen(path, reason).text
      }
    case .server(let address, let problem, let reason):
      switch problem {
      case .unreachable: Phrase.serverUnreachable(address, reason).text
      case .signIn: Phrase.serverSignIn(address, reason).text
      case .address: Phrase.serverAddress(reason).text
      case .mayNotCreate: Phrase.serverMayNotCreate(address, reason).text
      case .version: Phrase.serverVersion(address, reason).text
      case .encoding: Phrase.serverEncoding(address, reason).text
      }
    case .disconnected(let address): Phrase.serverLeft(address).text
    case .uncertain(let address): Phrase.serverLeftUncertain(address).text
    case .full: Phrase.diskFull.text
    case .busy: Phrase.busy.text
    case .readOnly: Phrase.readOnly.text
    case .corrupt(let what): Phrase.corrupt(what).text
    case .constraint(let what): Phrase.engineSays(what).text
    case .unexpectedNull, .unreadable: Phrase.corrupt("\(error)").text
    case .engine(_, let message, _): Phrase.engineSays(message).text
    }
  }
}

extension SheetError {
  /// Whether the file could be opened but what is in it cannot be taken.
  var isAboutContent: Bool {
    switch reason {
    case .cannotOpen, .cannotRead, .cannotWrite: false
    default: true
    }
  }

  /// Whether the medium is full.
  var findsNoRoom: Bool {
    if case .cannotWrite(let number) = reason { return [ENOSPC, EDQUOT, EFBIG].contains(number) }
    return false
  }

  /// What happened, in words.
  var words: String {
    switch reason {
    case .cannotOpen(let number), .cannotRead(let number), .cannotWrite(let number):
      String(cString: strerror(number))
    case .notUTF8: Phrase.notUTF8.text
    case .unterminatedQuote: Phrase.unterminatedQuote.text
    case .notABook, .missingPart, .damagedPart, .swollenPart: Phrase.damagedBook.text
    case .oldBook: Phrase.oldBook.text
    case .lockedBook: Phrase.lockedBook.text
    default: Phrase.unreadableList.text
    }
  }
}

/// What every verb that asks a record takes.
struct RecordOptions: ParsableArguments {
  @Option(name: .long, help: "The record: the path of its file, or postgres://… of a server.")
  var database: String

  @Option(name: .long, help: "The language of messages: vi or en.")
  var language: String = "en"

  func validate() throws {
    if Language(rawValue: language) == nil { throw ValidationError("--language is vi or en") }
  }

  var place: Place { Place(database) }

  /// Opens a record that is there and up to date.
  func open(migrating: Bool = false, readers: Int = 4) async throws -> any Database {
    try await RecordOptions.open(place, migrating: migrating, readers: readers)
  }

  static func open(_ place: Place, migrating: Bool = false, readers: Int = 4) async throws -> any Database {
    try await known(try await place.open(readers: readers), migrating: migrating)
  }

  /// A record that is ours and up to date, or may be brought up to date.
  static func known(_ database: any Database, migrating: Bool = false) async throws -> any Database {
    let done = try await database.migrated()
    let wanted = Schema.migrations.map(\.name)
    guard !done.isEmpty, done.elementsEqual(wanted.prefix(done.count)) else {
      throw StorageError.notADatabase(database.address)
    }
    if !migrating, done.count < wanted.count {
      throw Failure.unreachable(Phrase.needsMigration(database.address).text)
    }
    return database
  }

  /// Runs a verb in the chosen language.
  func speaking(_ body: () async throws -> Void) async throws {
    try await Language.$current.withValue(Language(rawValue: language) ?? .en) {
      do {
        try await body()
      } catch let failure as Failure {
        throw failure
      } catch {
        throw Failure(error) ?? error
      }
    }
  }

  var actor: Actor { .console(Console.user) }
}

/// How an answer is written.
enum Format: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json
}
