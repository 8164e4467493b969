import Basics
import Hummingbird
import Markup
import Phrases
import Records
import Rules
import Storage

/// What those who keep accounts do with them: open, reset, lock, unlock, sign out, take the second factor away.
struct AccountDeedPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/accounts/new", use: form)
    routes.post("/accounts", use: open)
    routes.post("/accounts/:account/password", use: reset)
    routes.post("/accounts/:account/lock") { request, context in
      try await deed(request, context) { LockAccount(account: $0) }
    }
    routes.post("/accounts/:account/unlock") { request, context in
      try await deed(request, context) { UnlockAccount(account: $0) }
    }
    routes.post("/accounts/:account/sign-out") { request, context in
      try await deed(request, context) { SignOutEverywhere(account: $0) }
    }
    routes.post("/accounts/:account/second-factor") { request, context in
      try await deed(request, context) { RemoveSecondFactor(account: $0) }
    }
  }

  // MARK: Opening

  /// `GET /accounts/new`.
  @Sendable func form(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.page(request, .accounts) { visit in
      try visit.requireKeeper()
      return NewAccount(from: visit.today.description, request: AccountForm.newRequest())
    } _: { model, frame in
      newAccountView(model, in: frame)
    }
  }

  /// `POST /accounts` with `account`, `name`, `person`, `how`, `password`, `role`, `unit`, `from`, `until`.
  @Sendable func open(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.sentByKeeper(request) { form in
      let draft = NewAccount(form)
      let word = draft.isMade ? Passwords.readable() : form.exact("password")
      let digest = try await SlowPasswords.digest(word)
      do {
        let clock = reception.clock
        let (deed, objections) = try await reception.database.read { db in
          try draft.deed(digest, AccountReader(db: db, today: clock.today))
        }
        try (objections + Passwords.objections(word, of: draft.account)).raise()
        let receipt = try await reception.carryOut(deed, form)
        let key = ID<Account>(receipt.result ?? 0).description
        guard draft.isMade else { return Answer.see(Path.account(key).after(receipt)) }
        return try await shown(request, key, draft.account, receipt.wasRepeated ? nil : word)
      } catch let refused as Refused {
        return try await reception.page(
          answering: request,
          at: .account("new"),
          .accounts,
          .unprocessableContent
        ) { visit in
          try visit.requireKeeper()
          return draft.with(refused.objections)
        } _: { model, frame in
          newAccountView(model, in: frame)
        }
      }
    }
  }

  // MARK: With one

  /// `POST /accounts/:account/password` with `how`, `password`.
  @Sendable func reset(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("account") ?? ""
    return try await reception.sentByKeeper(request) { form in
      guard let account = ID<Account>(key) else { return try await reception.fault(request, .absent) }
      let isMade = form.text("how") != "typed"
      let word = isMade ? Passwords.readable() : form.exact("password")
      let (moment, today) = (reception.clock.now(), reception.clock.today)
      let name = try await reception.database.read { db in
        try AccountStore(db: db).file(account, at: moment, today: today)?.name
      }
      guard let name else { return try await reception.fault(request, .absent) }
      do {
        try Passwords.objections(word, of: name).raise()
        let deed = ResetPassword(account: account, password: try await SlowPasswords.digest(word))
        let receipt = try await reception.carryOut(deed, form)
        guard isMade else { return Answer.see(Path.account(key).after(receipt)) }
        return try await shown(request, key, name, receipt.wasRepeated ? nil : word)
      } catch let refused as Refused {
        return try await again(request, key, refused)
      }
    }
  }

  /// A deed that needs nothing but the account.
  private func deed(
    _ request: Request,
    _ context: PageContext,
    _ make: @Sendable (ID<Account>) -> any Operation
  ) async throws -> Response {
    let key = context.parameters.get("account") ?? ""
    return try await reception.sentByKeeper(request) { form in
      guard let account = ID<Account>(key) else { return try await reception.fault(request, .absent) }
      do {
        let receipt = try await reception.carryOut(make(account), form)
        return Answer.see(Path.account(key).after(receipt))
      } catch let refused as Refused {
        return try await again(request, key, refused)
      }
    }
  }

  /// The account's page once more, with why it could not be.
  private func again(_ request: Request, _ key: String, _ refused: Refused) async throws -> Response {
    try await reception.page(answering: request, at: .account(key), .accounts, .unprocessableContent) {
      visit in
      try visit.requireKeeper()
      return try visit.accountPage(key, refused.objections)
    } _: { model, frame in
      accountView(model, in: frame)
    }
  }

  /// A password that was made, shown this once; `nil` when the form was sent twice and it was shown before.
  private func shown(
    _ request: Request,
    _ key: String,
    _ account: String,
    _ password: String?
  ) async throws -> Response {
    try await reception.page(answering: request, at: .account(key), .accounts, .ok) { visit in
      try visit.requireKeeper()
    } _: { _, frame in
      passwordShownView(account, password, key: key, in: frame)
    }
  }
}
