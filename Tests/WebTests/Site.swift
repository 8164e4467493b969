import Basics
import Logging
import Records
import RulebookFiles
import Rules
import Storage
import TestWorld
import Web

/// The site over a small organisation, and people who come in.
struct Site {
  let world: World
  let server: PageServer
  let recorded: RecordingDatabase

  static let password = "mật khẩu thử"
  private static let digest = Passwords.digest(password)

  init(
    _ world: World,
    through database: (any Database)? = nil,
    _ options: ServerOptions = ServerOptions(),
    rulebooks: RulebookFolder = ShippedRules.folder
  ) {
    self.world = world
    recorded = RecordingDatabase(database ?? world.database)
    server = Site.server(recorded, world, options, rulebooks: rulebooks)
  }

  static func small() async throws -> Site { Site(try await World.small()) }

  /// A server that has counted nothing yet.
  static func server(
    _ database: any Database,
    _ world: World,
    _ options: ServerOptions = ServerOptions(),
    rulebooks: RulebookFolder = ShippedRules.folder
  ) -> PageServer {
    let files = StaticFiles(folder: "Public") ?? .none
    return buildServer(
      database: database,
      clock: world.clock.clock,
      files: files,
      rulebooks: rulebooks,
      options: options,
      scratch: World.scratch,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    )
  }

  var browser: Browser { Browser(server) }

  /// Opens an account that can sign in with the password of the tests.
  @discardableResult
  func account(
    _ name: String,
    _ roles: [(Role, ID<Unit>)] = [],
    person: ID<Person>? = nil
  ) async throws -> ID<Account> {
    let deed = AddAccount(
      name: name,
      displayName: "Tài khoản \(name)",
      person: person,
      password: Site.digest ?? ""
    )
    let account = ID<Account>(try await world.carryOut(deed).result ?? 0)
    for (role, unit) in roles { try await world.grant(role, in: unit, to: account) }
    return account
  }

  /// A browser in which this account has signed in.
  func signedIn(_ name: String, language: String = "vi") async throws -> Browser {
    let signIns = SignIns(world.database, clock: world.clock.clock)
    let result = try await signIns.signIn(name, language: language) { _ in true }
    var browser = browser
    if case .signedIn(let token) = result {
      browser.cookies["chibo"] = token.map { byte in
        let text = String(byte, radix: 16)
        return text.count == 1 ? "0" + text : text
      }.joined()
    }
    return browser
  }

  /// A browser of somebody new, with one role in one unit.
  func visitor(_ role: Role, in unit: String, language: String = "vi") async throws -> Browser {
    let name = "\(role.rawValue).\(unit.lowercased())"
    try await account(name, [(role, world.unit(unit))])
    return try await signedIn(name, language: language)
  }

  /// Lets this server look, again and again, at the work of others for as long as it takes to think it left
  /// behind.
  func letSilencePass() async throws {
    for _ in 0...4 {
      try await server.jobs.finishAll()
      world.clock.step(milliseconds: JobStore.silence / 3 + 1)
    }
    try await server.jobs.finishAll()
  }

  func path(_ unit: String, _ rest: String = "") -> String { "/units/\(world.unit(unit))\(rest)" }
  func path(of person: String) -> String { "/people/\(world.person(person))" }
}
