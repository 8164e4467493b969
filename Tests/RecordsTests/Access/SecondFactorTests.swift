import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("The second factor")
struct SecondFactorTests {
  /// An account "an" in a small world, an officer of the whole, with a phone that shows codes.
  struct Phone {
    let world: World
    let account: ID<Account>
    let secret: [UInt8]
    let recovery: [String]

    init(role: Role = .officer) async throws {
      world = try await World.small()
      account = try await world.account("an")
      try await world.grant(role, in: world.unit("QN"), to: account)
      secret = OneTimeCodes.secret()
      recovery = RecoveryCodes.make()
    }

    var signIns: SignIns { SignIns(world.database, clock: world.clock.clock) }
    var steps: SecondSteps { SecondSteps(world.database, clock: world.clock.clock) }

    /// The code the phone shows so many steps from now.
    func code(_ later: Int64 = 0) -> String {
      OneTimeCodes.code(secret, step: OneTimeCodes.step(at: world.clock.now) + later) ?? ""
    }

    func enrol() async throws {
      let deed = EnrolSecondFactor(
        account: account,
        secret: secret,
        code: code(),
        recovery: recovery.map(RecoveryCodes.kept)
      )
      try await world.carryOut(deed, by: .account(account))
      world.clock.step(milliseconds: 60_000)
    }

    func password() async throws -> SignInResult {
      try await signIns.signIn("an", language: "vi") { _ in true }
    }

    /// The token of the step after the password.
    func pending() async throws -> [UInt8] {
      guard case .second(let token) = try await password() else {
        Issue.record("no second step was asked for")
        return []
      }
      return token
    }

    func finish(_ code: String) async throws -> SecondStepResult {
      try await steps.finish(try await pending(), code: code)
    }
  }

  private static func isIn(_ result: SecondStepResult) -> Bool {
    if case .signedIn = result { return true }
    return false
  }

  @Test(
    "codes are those of RFC 6238, six digits of them",
    arguments: [
      (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
      (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ]
  )
  func standard(seconds: Int64, code: String) {
    let secret = Array("12345678901234567890".utf8)
    #expect(OneTimeCodes.code(secret, step: OneTimeCodes.step(at: seconds * 1000)) == code)
  }

  @Test("a secret reads back from the letters in which it is typed, and nothing else does")
  func letters() {
    let secret = OneTimeCodes.secret()
    #expect(secret.count == 20)
    #expect(OneTimeCodes.secret(OneTimeCodes.text(secret)) == secret)
    #expect(OneTimeCodes.text(Array("12345678901234567890".utf8)) == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    for text in ["", "GEZD", String(repeating: "1", count: 32)] { #expect(OneTimeCodes.secret(text) == nil) }
  }

  @Test("who has none signs in by password; who has one is signed in by the code, not before")
  func twoSteps() async throws {
    let phone = try await Phone()
    guard case .signedIn = try await phone.password() else {
      Issue.record("a password alone must do for who has no second factor")
      return
    }
    try await phone.enrol()
    let pending = try await phone.pending()
    let now = phone.world.clock.now
    #expect(try await phone.world.read { try SignIns.visitor(pending, $0, now: now) } == nil)
    let result = try await phone.steps.finish(pending, code: phone.code())
    guard case .signedIn(let token) = result else {
      Issue.record("the right code does not open the door: \(result)")
      return
    }
    #expect(try await phone.world.read { try SignIns.visitor(token, $0, now: now) }?.account == phone.account)
    #expect(try await phone.steps.finish(pending, code: phone.code(1)) == .ended)
  }

  @Test(
    "a clock that is one step off is forgiven, two are not",
    arguments: [(-1, true), (1, true), (2, false)]
  )
  func drift(steps: Int64, opens: Bool) async throws {
    let phone = try await Phone()
    try await phone.enrol()
    #expect(SecondFactorTests.isIn(try await phone.finish(phone.code(steps))) == opens)
  }

  @Test("a code is good once, and no code before it is good afterwards")
  func once() async throws {
    let phone = try await Phone()
    try await phone.enrol()
    #expect(SecondFactorTests.isIn(try await phone.finish(phone.code())))
    #expect(try await phone.finish(phone.code()) == .wrong)
    #expect(try await phone.finish(phone.code(-1)) == .wrong)
    #expect(SecondFactorTests.isIn(try await phone.finish(phone.code(1))))
  }

  @Test("the code by which it was set up does not open the door as well")
  func enrolmentCode() async throws {
    let phone = try await Phone()
    let code = phone.code()
    try await phone.enrol()
    phone.world.clock.step(milliseconds: -60_000)
    #expect(try await phone.finish(code) == .wrong)
  }

  @Test("a recovery code opens the door once, however it is written; what is kept of it is not the code")
  func recovery() async throws {
    let phone = try await Phone()
    try await phone.enrol()
    #expect(Set(phone.recovery).count == 10)
    let written = phone.recovery[3].uppercased().replacing("-", with: " ")
    #expect(SecondFactorTests.isIn(try await phone.finish(written)))
    #expect(try await phone.finish(phone.recovery[3]) == .wrong)
    #expect(SecondFactorTests.isIn(try await phone.finish(phone.recovery[4])))
    let account = phone.account
    let factor = try await phone.world.read { try SecondFactorStore(db: $0).factor(of: account) }
    #expect(factor?.codesLeft == 8)
    let kept: [[UInt8]] = try await phone.world.read { db in
      try db.rows("SELECT code FROM recovery_code") { try $0[0] }
    }
    #expect(!kept.contains(Array(phone.recovery[0].utf8)))
  }

  @Test("five minutes after the password the code comes too late")
  func tooLate() async throws {
    let phone = try await Phone()
    try await phone.enrol()
    let pending = try await phone.pending()
    phone.world.clock.step(milliseconds: SecondSteps.lasts - 1)
    #expect(try await phone.steps.pending(pending) != nil)
    phone.world.clock.step(milliseconds: 1)
    #expect(try await phone.steps.finish(pending, code: phone.code()) == .ended)
  }

  @Test("codes are guessed at no faster than passwords")
  func guessing() async throws {
    let phone = try await Phone()
    try await phone.enrol()
    for _ in 0..<5 { #expect(try await phone.finish("000000") == .wrong) }
    #expect(try await phone.finish(phone.code()) == .wait(seconds: 1))
    phone.world.clock.step(milliseconds: 1000)
    #expect(SecondFactorTests.isIn(try await phone.finish(phone.code())))
  }

  @Test("it is set up by its owner only, with a code of the very secret, and not twice")
  func enrolling() async throws {
    let phone = try await Phone()
    let other = try await phone.world.account("binh")
    let deed = EnrolSecondFactor(
      account: phone.account,
      secret: phone.secret,
      code: phone.code(),
      recovery: []
    )
    var wrong = deed
    wrong.code = "000000"
    let world = phone.world
    #expect(
      try await world.refusals(of: deed, by: .account(other)) == [
        Objection(nil, .notAllowed(.manageAccounts))
      ]
    )
    let own = Actor.account(phone.account)
    #expect(try await world.refusals(of: wrong, by: own) == [Objection(.code, .wrongCode)])
    #expect(try await world.refusals(of: deed, by: own) == [])
    #expect(try await world.refusals(of: deed, by: own) == [Objection(.code, .alreadyThere)])
  }

  @Test("neither the secret nor a code is ever in the journal")
  func silence() async throws {
    let phone = try await Phone()
    try await phone.enrol()
    let said: [String] = try await phone.world.read { db in
      try db.rows("SELECT body FROM payload ORDER BY entry") { try $0[0] }
    }
    #expect(said.last == "{\"account\":\"\(phone.account)\"}")
    let told = said.joined()
    #expect(!told.contains(OneTimeCodes.text(phone.secret)) && !told.contains(phone.recovery[0]))
  }

  @Test("an administrator takes it away, an officer does not; the account is signed out and asked no more")
  func takingAway() async throws {
    let phone = try await Phone()
    try await phone.enrol()
    let world = phone.world
    guard case .signedIn(let token) = try await phone.finish(phone.code()) else { return }
    let deed = RemoveSecondFactor(account: phone.account)
    let officer = try await world.officer(.officer, in: world.unit("QN"), named: "officer")
    let keeper = try await world.officer(.administrator, in: world.unit("QN"), named: "keeper")
    #expect(try await world.refusals(of: deed, by: officer) == [Objection(nil, .notAllowed(.manageAccounts))])
    #expect(try await world.refusals(of: deed, by: keeper) == [])
    let now = world.clock.now
    #expect(try await world.read { try SignIns.visitor(token, $0, now: now) } == nil)
    guard case .signedIn = try await phone.password() else {
      Issue.record("a second step is still asked for")
      return
    }
    #expect(try await world.refusals(of: deed, by: keeper) == [Objection(nil, .noSecondFactor)])
  }

  @Test("a role that must have it signs out who has none, and lets them in by setting it up only")
  func required() async throws {
    let phone = try await Phone()
    let world = phone.world
    guard case .signedIn(let before) = try await phone.password() else { return }
    try await world.carryOut(RequireSecondFactor([.officer]))
    let now = world.clock.now
    #expect(try await world.read { try SignIns.visitor(before, $0, now: now) } == nil)
    let pending = try await phone.pending()
    #expect(try await phone.steps.pending(pending)?.isEnrolled == false)
    #expect(try await phone.steps.finish(pending, code: phone.code()) == .ended)
    let kept = phone.recovery.map(RecoveryCodes.kept)
    await #expect(throws: Refused(.code, .wrongCode)) {
      try await phone.steps.enrol(pending, secret: phone.secret, code: "000000", recovery: kept)
    }
    let token = try await phone.steps.enrol(
      pending,
      secret: phone.secret,
      code: phone.code(),
      recovery: kept
    )
    #expect(token != nil)
    let deed = RemoveSecondFactor(account: phone.account)
    let refusals = try await world.refusals(of: deed, by: .account(phone.account))
    #expect(refusals == [Objection(nil, .secondFactorRequired(.officer))])
  }

  @Test("who is given a role that must have it goes on only after setting it up")
  func grantedLater() async throws {
    let phone = try await Phone(role: .member)
    let world = phone.world
    try await world.carryOut(RequireSecondFactor([.administrator, .leader]))
    guard case .signedIn(let token) = try await phone.password() else {
      Issue.record("a member need not have it")
      return
    }
    try await world.grant(.leader, in: world.unit("HL"), to: phone.account)
    let now = world.clock.now
    #expect(try await world.read { try SignIns.visitor(token, $0, now: now) } == nil)
    guard case .second = try await phone.password() else {
      Issue.record("a leader must have it")
      return
    }
  }

  @Test("only administrators of the whole say who must have it, and the same again is refused")
  func whoRequires() async throws {
    let world = try await World.small()
    let deed = RequireSecondFactor([.officer, .administrator])
    let officer = try await world.officer(.officer, in: world.unit("QN"), named: "officer")
    let lesser = try await world.officer(.administrator, in: world.unit("HL"), named: "lesser")
    let keeper = try await world.officer(.administrator, in: world.unit("QN"), named: "keeper")
    for actor in [officer, lesser] {
      #expect(try await world.refusals(of: deed, by: actor) == [Objection(nil, .notAllowed(.manageAccounts))])
    }
    #expect(try await world.refusals(of: deed, by: keeper) == [])
    #expect(try await world.refusals(of: deed, by: keeper) == [Objection(.role, .nothingChanges)])
    #expect(try await world.read { try SecondFactorStore(db: $0).required() } == [.administrator, .officer])
    #expect(try await world.refusals(of: RequireSecondFactor([]), by: keeper) == [])
  }
}
