import ArgumentParser
import Basics
import Glibc
import Phrases
import Records
import Rules
import Storage

struct AccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: "Who may sign in, and what for.",
    subcommands: [Add.self, Reset.self, Lock.self, Unlock.self, RemoveSecondFactor.self]
  )

  /// A password read from standard input, or one made up and shown once.
  struct PasswordOptions: ParsableArguments {
    @Flag(name: .customLong("password-stdin"), help: "Reads the password from standard input.")
    var fromInput = false

    func password() throws -> String {
      let password = fromInput ? (readLine(strippingNewline: true) ?? "") : Passwords.readable()
      if password.count < Passwords.minimum {
        throw Refused(.password, .weakPassword(minimum: Passwords.minimum))
      }
      return password
    }

    func digest(_ password: String) throws -> String {
      guard let digest = Passwords.digest(password) else {
        throw StorageError.engine(code: 0, message: "argon2id", sql: "")
      }
      return digest
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Opens an account, with a role in a unit.")

    @Argument(help: "The name to sign in with.") var name: String
    @OptionGroup var record: RecordOptions
    @OptionGroup var password: PasswordOptions
    @Option(name: .customLong("display-name"), help: "The name others see.") var displayName: String?
    @Option(help: "administrator, officer, leader, secretary or member.") var role: Role?
    @Option(help: "The code of the unit the role is for.") var unit: String?
    @Option(help: "The number of the member whose record it may see.") var person: String?

    func validate() throws {
      if (role == nil) != (unit == nil) { throw ValidationError("--role and --unit go together") }
    }

    func run() async throws {
      try await record.speaking {
        let database = try await record.open()
        let office = Office(database)
        let (unit, person) = (unit, person)
        let found = try await database.read { db in
          (
            unit: try unit.map { code in
              guard let id = try UnitStore(db: db).unit(code: code) else {
                throw Refused(.unit, .unknownUnit(code))
              }
              return id
            },
            person: try person.map { code in
              guard let id = try LifeStore(db: db).person(code: code) else {
                throw Refused(.person, .unknownPerson(code))
              }
              return id
            }
          )
        }
        let word = try password.password()
        var right: AddAccount.Right?
        if let role, let unit = found.unit {
          right = AddAccount.Right(role, in: unit, Span(open: office.clock.today))
        }
        let deed = AddAccount(
          name: name,
          displayName: displayName ?? name,
          person: found.person,
          password: try password.digest(word),
          right: right
        )
        try await office.carryOut(Errand(deed, by: record.actor))
        if !password.fromInput { Console.print(Phrase.passwordIs(name, word).text) }
        Console.note(Phrase.accountDone(name).text)
      }
    }
  }

  struct Reset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Gives an account another password, unlocks it, signs it out everywhere."
    )

    @Argument(help: "The account.") var name: String
    @OptionGroup var record: RecordOptions
    @OptionGroup var password: PasswordOptions

    func run() async throws {
      try await record.speaking {
        let database = try await record.open()
        let account = try await AccountCommand.find(name, database)
        let word = try password.password()
        let operation = ResetPassword(account: account, password: try password.digest(word))
        try await Office(database).carryOut(Errand(operation, by: record.actor))
        if !password.fromInput { Console.print(Phrase.passwordIs(name, word).text) }
        Console.note(Phrase.accountDone(name).text)
      }
    }
  }

  struct Lock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Locks an account and signs it out everywhere.")

    @Argument(help: "The account.") var name: String
    @OptionGroup var record: RecordOptions

    func run() async throws {
      try await record.speaking {
        try await AccountCommand.carryOut(record, name) { LockAccount(account: $0) }
      }
    }
  }

  struct Unlock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Opens a locked account again.")

    @Argument(help: "The account.") var name: String
    @OptionGroup var record: RecordOptions

    func run() async throws {
      try await record.speaking {
        try await AccountCommand.carryOut(record, name) { UnlockAccount(account: $0) }
      }
    }
  }

  struct RemoveSecondFactor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove-second-factor",
      abstract: "Takes two-step sign-in away from an account whose owner lost the phone."
    )

    @Argument(help: "The account.") var name: String
    @OptionGroup var record: RecordOptions

    func run() async throws {
      try await record.speaking {
        try await AccountCommand.carryOut(record, name) { Records.RemoveSecondFactor(account: $0) }
      }
    }
  }

  /// Does something about an account, and says so.
  private static func carryOut(
    _ record: RecordOptions,
    _ name: String,
    _ deed: (ID<Account>) -> any Operation
  ) async throws {
    let database = try await record.open()
    let deed = deed(try await find(name, database))
    try await Office(database).carryOut(Errand(deed, by: record.actor))
    Console.note(Phrase.accountDone(name).text)
  }

  static func find(_ name: String, _ database: any Database) async throws -> ID<Account> {
    let found = try await database.read { db in try AccountStore(db: db).account(named: name) }
    guard let found else { throw Refused(.account, .unknownAccount(name)) }
    return found
  }
}
