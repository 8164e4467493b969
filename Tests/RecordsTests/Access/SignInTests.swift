import Basics
import Records
import Rules
import Storage
import Synchronization
import TestWorld
import Testing

@Suite("Signing in")
struct SignInTests {
  /// An account "an" in a small world; passwords are compared as they stand, without their cost.
  private struct Door {
    let world: World
    let account: ID<Account>
    let signIns: SignIns

    init() async throws {
      world = try await World.small()
      let deed = AddAccount(
        name: "an",
        displayName: "Nguyễn An",
        person: world.person("Nguyễn An"),
        password: "right"
      )
      account = ID(try await world.carryOut(deed).result ?? 0)
      signIns = SignIns(world.database, clock: world.clock.clock)
    }

    func knock(_ name: String = "an", _ password: String = "right") async throws -> SignInResult {
      try await signIns.signIn(try await signIns.credential(name), language: "vi") { $0 == password }
    }

    func visitor(_ token: [UInt8]) async throws -> Visitor? {
      let now = world.clock.now
      return try await world.read { try SignIns.visitor(token, $0, now: now) }
    }

    func signIn() async throws -> [UInt8] {
      guard case .signedIn(let token) = try await knock() else {
        Issue.record("not signed in")
        return []
      }
      return token
    }
  }

  @Test("the right password gives a token, and behind the token stands the account with its person")
  func right() async throws {
    let door = try await Door()
    let token = try await door.signIn()
    let visitor = try await door.visitor(token)
    #expect(token.count == 32)
    #expect(visitor?.account == door.account)
    #expect(visitor?.displayName == "Nguyễn An")
    #expect(visitor?.person == door.world.person("Nguyễn An"))
    #expect(visitor?.language == "vi")
    try await door.signIns.speak("en", token)
    #expect(try await door.visitor(token)?.language == "en")
  }

  @Test("another token, however near, is nobody's; the token itself is not kept")
  func otherToken() async throws {
    let door = try await Door()
    var token = try await door.signIn()
    #expect(try await door.world.read { try $0.exists("SELECT 1 FROM sign_in") })
    let kept: [UInt8]? = try await door.world.read { try $0.value("SELECT token FROM sign_in") }
    #expect(kept != token)
    token[31] ^= 1
    #expect(try await door.visitor(token) == nil)
    #expect(try await door.visitor([]) == nil)
  }

  @Test("signing out ends it; other sign-ins of the account go on")
  func signOut() async throws {
    let door = try await Door()
    let phone = try await door.signIn()
    let desk = try await door.signIn()
    try await door.signIns.signOut(phone)
    #expect(try await door.visitor(phone) == nil)
    #expect(try await door.visitor(desk) != nil)
  }

  @Test("a sign-in lasts twelve hours of the clock that is given, to the millisecond")
  func expiry() async throws {
    let door = try await Door()
    let token = try await door.signIn()
    door.world.clock.step(milliseconds: SignIns.lasts - 1)
    #expect(try await door.visitor(token) != nil)
    door.world.clock.step(milliseconds: 1)
    #expect(try await door.visitor(token) == nil)
    // The next sign-in clears away what has expired.
    _ = try await door.signIn()
    #expect(try await door.world.read { try $0.count("SELECT count(*) FROM sign_in") } == 1)
  }

  @Test("an unknown name is answered as a wrong password is, after a comparison of the same kind")
  func unknownName() async throws {
    let door = try await Door()
    let compared = Mutex<[String]>([])
    @Sendable func compare(_ digest: String) -> Bool {
      compared.withLock { $0.append(digest) }
      return false
    }
    for name in ["an", "nobody"] {
      let credential = try await door.signIns.credential(name)
      #expect(try await door.signIns.signIn(credential, language: "vi") { compare($0) } == .wrong)
    }
    let digests = compared.withLock { $0 }
    #expect(digests.count == 2)
    #expect(digests.last?.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$") == true)
  }

  @Test("an unknown name signs nobody in even when the comparison says yes")
  func unknownNameMatching() async throws {
    let door = try await Door()
    #expect(try await door.signIns.signIn(nil, language: "vi") { _ in true } == .wrong)
  }

  @Test("after five wrong passwords one must wait, longer each time; the right one then clears it")
  func throttling() async throws {
    let door = try await Door()
    for _ in 0..<5 { #expect(try await door.knock("an", "wrong") == .wrong) }
    #expect(try await door.knock() == .wait(seconds: 1))
    door.world.clock.step(milliseconds: 1000)
    #expect(try await door.knock("an", "wrong") == .wrong)
    #expect(try await door.knock() == .wait(seconds: 2))
    door.world.clock.step(milliseconds: 1500)
    #expect(try await door.knock() == .wait(seconds: 1))
    door.world.clock.step(milliseconds: 500)
    _ = try await door.signIn()
    for _ in 0..<4 { #expect(try await door.knock("an", "wrong") == .wrong) }
    _ = try await door.signIn()
  }

  @Test("nobody waits longer than five minutes")
  func longestWait() async throws {
    let door = try await Door()
    for _ in 0..<20 {
      #expect(try await door.knock("an", "wrong") == .wrong)
      door.world.clock.step(milliseconds: 300_000)
    }
    door.world.clock.step(milliseconds: -1)
    #expect(try await door.knock() == .wait(seconds: 1))
  }

  @Test("a locked account is locked, signed out everywhere, and told so only with the right password")
  func locked() async throws {
    let door = try await Door()
    let token = try await door.signIn()
    try await door.world.carryOut(LockAccount(account: door.account))
    #expect(try await door.visitor(token) == nil)
    #expect(try await door.knock("an", "wrong") == .wrong)
    #expect(try await door.knock() == .locked)
    try await door.world.carryOut(ResetPassword(account: door.account, password: "other"))
    #expect(try await door.knock("an", "right") == .wrong)
    guard case .signedIn = try await door.knock("an", "other") else {
      Issue.record("the new password does not open the door")
      return
    }
  }

  @Test("a digest is a digest of its own password only, and never twice the same")
  func digests() throws {
    let one = try #require(Passwords.digest("mật khẩu dài"))
    let other = try #require(Passwords.digest("mật khẩu dài"))
    #expect(one != other)
    #expect(Passwords.matches("mật khẩu dài", one))
    #expect(!Passwords.matches("mat khau dai", one))
    #expect(!Passwords.matches("mật khẩu dài", "nonsense"))
  }
}

@Suite("Accounts")
struct AccountTests {
  @Test(
    "an account's name is free, without a colon or a space, and not taken",
    arguments: ["console:an", "an do", "", "an"]
  )
  func names(name: String) async throws {
    let world = try await World.small()
    try await world.account("an")
    let head = try await world.head()
    let refusals = try await world.refusals(of: AddAccount(name: name, displayName: "An", password: "none"))
    #expect(refusals.map(\.field).contains(.account))
    #expect(try await world.head() == head)
  }

  @Test("deeds on an account that is not there are refused")
  func unknown() async throws {
    let world = try await World.small()
    let nobody = ID<Account>(1)
    let refusals = [Objection(.account, .unknownAccount(nobody.description))]
    #expect(try await world.refusals(of: LockAccount(account: nobody)) == refusals)
    #expect(try await world.refusals(of: ResetPassword(account: nobody, password: "x")) == refusals)
    let grant = GrantRights(
      account: nobody,
      role: .member,
      unit: world.unit("QN"),
      span: Span(open: "2025-01-01")
    )
    #expect(try await world.refusals(of: grant) == refusals)
  }

  @Test("everybody may change their own password, and nobody else's")
  func ownPassword() async throws {
    let world = try await World.small()
    let an = try await world.account("an")
    let binh = try await world.account("binh")
    #expect(try await world.refusals(of: ResetPassword(account: an, password: "x"), by: .account(an)) == [])
    let refusals = try await world.refusals(of: ResetPassword(account: an, password: "x"), by: .account(binh))
    #expect(refusals == [Objection(nil, .notAllowed(.manageAccounts))])
  }

  @Test("the same right twice over is refused")
  func grantTwice() async throws {
    let world = try await World.small()
    let an = try await world.account("an")
    try await world.grant(.leader, in: world.unit("HL"), to: an)
    let again = GrantRights(
      account: an,
      role: .leader,
      unit: world.unit("HL"),
      span: Span(open: "2025-01-01")
    )
    #expect(try await world.refusals(of: again) == [Objection(.role, .alreadyThere)])
  }
}
