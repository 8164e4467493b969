import Basics
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// One's own account: what one may do, what is kept of one, the password, the devices, the keys.
struct MyAccountPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/account", use: account)
    routes.post("/account/password", use: change)
    routes.post("/account/sign-out", use: signOut)
  }

  /// `GET /account`.
  @Sendable func account(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.page(request, nil) { visit in
      try visit.myAccount()
    } _: { model, frame in
      myAccountView(model, in: frame)
    }
  }

  /// `POST /account/password` with `password`, `new`, `again`.
  @Sendable func change(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.sent(request) { form in
      let (old, new) = (form.exact("password"), form.exact("new"))
      do {
        let weak = Passwords.objections(new, of: form.visitor.name).map { Objection(.new, $0.refusal) }
        let differs = new == form.exact("again") ? [] : [Objection(.again, .passwordsDiffer)]
        try (weak + differs).raise()
        try await reception.confirm(form.visitor, old)
        let deed = ResetPassword(
          account: form.visitor.account,
          password: try await SlowPasswords.digest(new),
          stays: Passwords.kept(form.token)
        )
        let receipt = try await reception.carryOut(deed, form)
        return Answer.see(Path.myAccount().after(receipt))
      } catch let refused as Refused {
        return try await reception.page(answering: request, at: .myAccount(), nil, .unprocessableContent) {
          visit in
          try visit.myAccount(refused.objections)
        } _: { model, frame in
          myAccountView(model, in: frame)
        }
      }
    }
  }

  /// `POST /account/sign-out`: out everywhere, here too.
  @Sendable func signOut(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.sent(request) { form in
      let deed = SignOutEverywhere(account: form.visitor.account)
      _ = try await reception.carryOut(deed, form)
      let gone = Cookies.line("chibo", "", seconds: 0, isSecure: reception.isSecure)
      return Answer.see(Path.signIn.with("notice", "out"), cookies: [gone])
    }
  }
}

extension Reception {
  /// Refuses unless this is the visitor's own password.
  func confirm(_ visitor: Visitor, _ password: String) async throws {
    try await SignIns(database, clock: clock).confirm(visitor.name) { digest in
      await SlowPasswords.matches(password, digest)
    }
  }
}

extension Visit {
  fileprivate func myAccount(_ objections: [Objection] = []) throws -> MyAccount {
    let account = try accountPage(visitor.account, objections)
    let looks = try visitor.person.map { person in
      let yearAgo = clock.start(of: today.adding(months: -12))
      return try ReadingStore(db: db).readings(of: person, limit: 1000).count { $0.moment >= yearAgo }
    }
    return MyAccount(
      account: account,
      file: visitor.person?.description,
      looksInYear: looks ?? 0,
      theme: asked.cookies.theme,
      hasKeys: asked.cookies.hasKeys
    )
  }
}
