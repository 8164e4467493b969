import Basics
import Records
import Rules
import Storage
import Synchronization
import TestWorld
import Testing

/// Counts how many guesses got as far as being compared; none is right.
private final class Tally: Sendable {
  private let count = Mutex(0)
  var compared: Int { count.withLock { $0 } }

  func compare() -> Bool {
    count.withLock { $0 += 1 }
    return false
  }
}

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
      try await signIns.signIn(name, language: "vi") { $0 == password }
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
      #expect(try await door.signIns.signIn(name, language: "vi") { compare($0) } == .wrong)
    }
    let digests = compared.withLock { $0 }
    #expect(digests.count == 2)
    #expect(digests.last?.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$") == true)
  }

  @Test("an unknown name signs nobody in even when the comparison says yes")
  func unknownNameMatching() async throws {
    let door = try await Door()
    #expect(try await door.signIns.signIn("nobody", language: "vi") { _ in true } == .wrong)
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

  @Test("an unknown name waits as a known one does, however it is guessed at")
  func unknownWaits() async throws {
    let door = try await Door()
    for name in ["an", "nobody"] {
      for _ in 0..<5 { #expect(try await door.knock(name, "wrong") == .wrong) }
      #expect(try await door.knock(name) == .wait(seconds: 1))
    }
    let kept: [[UInt8]] = try await door.world.read { db in
      try db.rows("SELECT subject FROM throttle") { try $0[0] }
    }
    #expect(kept.count == 2 && kept.allSatisfy { $0.count == 32 })
  }

  @Test("many guesses at one moment are counted before any is compared: five get as far as that")
  func together() async throws {
    let door = try await Door()
    let signIns = door.signIns
    let tally = Tally()
    let results = try await withThrowingTaskGroup(of: SignInResult.self) { group in
      for _ in 0..<20 {
        group.addTask { try await signIns.signIn("an", language: "vi") { _ in tally.compare() } }
      }
      return try await group.reduce(into: [SignInResult]()) { $0.append($1) }
    }
    #expect(tally.compared == 5)
    #expect(results.count { $0 == .wrong } == 5)
  }

  @Test("failures of more than a day ago are forgotten")
  func forgotten() async throws {
    let door = try await Door()
    for _ in 0..<5 { _ = try await door.knock("nobody", "wrong") }
    door.world.clock.step(milliseconds: 86_400_000)
    _ = try await door.knock("an", "wrong")
    #expect(try await door.world.read { try $0.count("SELECT count(*) FROM throttle") } == 1)
  }

  @Test("a password changed while it was compared opens nothing")
  func changedMeanwhile() async throws {
    let door = try await Door()
    let result = try await door.signIns.signIn("an", language: "vi") { digest in
      let deed = ResetPassword(account: door.account, password: "other")
      return (try? await door.world.carryOut(deed)) != nil && digest == "right"
    }
    #expect(result == .wrong)
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
