import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

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

  @Test("an account and its first right are one entry: a right that cannot be leaves no account either")
  func firstRight() async throws {
    let world = try await World.small()
    let head = try await world.head()
    let unit = world.unit("HL")
    var deed = AddAccount(
      name: "an",
      displayName: "An",
      password: "none",
      right: AddAccount.Right(.officer, in: unit, Span(open: "2025-01-01"))
    )
    let account = ID<Account>(try await world.carryOut(deed).result ?? 0)
    #expect(try await world.head() == head + 1)
    let grants = try await world.read { try AccountStore(db: $0).grants(account, on: World.today) }
    #expect(grants.map(\.role) == [.officer] && grants.map(\.unit) == [unit])
    deed.name = "binh"
    deed.right = AddAccount.Right(.officer, in: ID(1), Span(open: "2025-01-01"))
    #expect(try await world.refusals(of: deed).map(\.field) == [.unit])
    #expect(try await world.read { try AccountStore(db: $0).account(named: "binh") } == nil)
  }

  @Test("a locked account is opened again by those who keep accounts, and only once")
  func unlocking() async throws {
    let world = try await World.small()
    let an = try await world.account("an")
    let officer = try await world.officer(.officer, in: world.unit("QN"), named: "officer")
    let keeper = try await world.officer(.administrator, in: world.unit("QN"), named: "keeper")
    let deed = UnlockAccount(account: an)
    #expect(try await world.refusals(of: deed, by: keeper) == [Objection(.account, .nothingChanges)])
    try await world.carryOut(LockAccount(account: an))
    #expect(try await world.refusals(of: deed, by: officer) == [Objection(nil, .notAllowed(.manageAccounts))])
    #expect(try await world.refusals(of: deed, by: keeper) == [])
    let now = world.clock.now
    let file = try await world.read { try AccountStore(db: $0).file(an, at: now, today: World.today) }
    #expect(file?.isLocked == false)
  }

  @Test("a new password leaves one signed in where it was changed, and nowhere else")
  func changing() async throws {
    let world = try await World.small()
    let an = try await world.account("an")
    let signIns = SignIns(world.database, clock: world.clock.clock)
    var tokens: [[UInt8]] = []
    for _ in 0..<2 {
      if case .signedIn(let token) = try await signIns.signIn("an", language: "vi", verify: { _ in true }) {
        tokens.append(token)
      }
    }
    let deed = ResetPassword(account: an, password: "other", stays: Passwords.kept(tokens[0]))
    try await world.carryOut(deed, by: .account(an))
    let now = world.clock.now
    let visitors = try await world.read { [tokens] db in
      try tokens.map { try SignIns.visitor($0, db, now: now)?.name }
    }
    #expect(visitors == ["an", nil])
    try await world.carryOut(SignOutEverywhere(account: an), by: .account(an))
    #expect(try await world.read { try $0.count("SELECT count(*) FROM sign_in") } == 0)
  }

  @Test("a password is not short, and not the name of its account")
  func weak() {
    #expect(Passwords.objections("mật khẩu dài", of: "an").isEmpty)
    for word in ["", "ngắn thôi", "BANTOCHUC-TU"] {
      #expect(Passwords.objections(word, of: "bantochuc-tu").map(\.field) == [.password])
    }
  }

  @Test("accounts are listed by name, paged both ways, and narrowed by words, role, unit and state")
  func listing() async throws {
    let world = try await World.small()
    for name in ["an", "binh", "chi", "dung", "em"] { try await world.account(name) }
    let binh = try await world.read { try AccountStore(db: $0).account(named: "binh") } ?? ID(0)
    try await world.grant(.secretary, in: world.unit("C1"), to: binh)
    try await world.carryOut(LockAccount(account: binh))
    func page(_ change: @escaping @Sendable (inout AccountQuestion) -> Void) async throws -> AccountSlice {
      try await world.read { db in
        var question = AccountQuestion()
        change(&question)
        return try AccountStore(db: db).page(question, today: World.today, limit: 2)
      }
    }
    let first = try await page { _ in }
    #expect(first.lines.map(\.name) == ["an", "binh"] && first.previous == nil && first.next == "binh")
    let second = try await page { $0.after = "binh" }
    #expect(second.lines.map(\.name) == ["chi", "dung"] && second.previous == "chi")
    let third = try await page { $0.after = "dung" }
    #expect(third.lines.map(\.name) == ["em"] && third.next == nil)
    let back = try await page { $0.before = "em" }
    #expect(back.lines.map(\.name) == ["chi", "dung"] && back.next == "dung" && back.previous == "chi")
    #expect(try await page { $0.search = "TAI khoan dung" }.lines.map(\.name) == ["dung"])
    #expect(try await page { $0.role = .secretary }.lines.first?.grants.map(\.role) == [.secretary])
    let (above, beside) = (world.unit("HL"), world.unit("C2"))
    #expect(try await page { $0.unit = above }.lines.map(\.name) == ["binh"])
    #expect(try await page { $0.unit = beside }.lines.isEmpty)
    #expect(try await page { $0.state = .locked }.lines.map(\.name) == ["binh"])
    #expect(try await page { $0.state = .secondFactor }.lines.isEmpty)
  }

  @Test("deeds on an account that is not there are refused")
  func unknown() async throws {
    let world = try await World.small()
    let nobody = ID<Account>(1)
    let refusals = [Objection(.account, .unknownAccount(nobody.description))]
    #expect(try await world.refusals(of: UnlockAccount(account: nobody)) == refusals)
    #expect(try await world.refusals(of: SignOutEverywhere(account: nobody)) == refusals)
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
