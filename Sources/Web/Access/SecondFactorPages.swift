import Basics
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// One's own second factor: turned on with a phone in the hand, turned off with both factors.
struct SecondFactorPages: Sendable {
  let reception: Reception
  private static let place = Path.myAccount("second-factor")

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/account/second-factor", use: show)
    routes.post("/account/second-factor", use: enrol)
    routes.post("/account/second-factor/off", use: turnOff)
  }

  /// `GET /account/second-factor`: how to turn it on, or off.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.page(request, nil) { visit in
      try visit.accountPage(visit.visitor.account)
    } _: { account, frame in
      guard account.factor == nil else { return factorOffView(account, in: frame) }
      let model = Enrolment(
        account: account.name,
        secret: OneTimeCodes.secret(),
        role: account.mustHaveFactor,
        request: account.request
      )
      return enrolView(model, in: frame)
    }
  }

  /// `POST /account/second-factor` with `secret`, `code`.
  @Sendable func enrol(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.sent(request) { form in
      guard let secret = OneTimeCodes.secret(form.text("secret")) else {
        return Answer.see(SecondFactorPages.place)
      }
      let codes = RecoveryCodes.make()
      do {
        let deed = EnrolSecondFactor(
          account: form.visitor.account,
          secret: secret,
          code: form.text("code"),
          recovery: codes.map(RecoveryCodes.kept)
        )
        let receipt = try await reception.carryOut(deed, form)
        return try await reception.page(answering: request, at: .myAccount(), nil, .ok) { _ in
          receipt.wasRepeated ? [] : codes
        } _: { codes, frame in
          enrolledView(codes, in: frame)
        }
      } catch let refused as Refused {
        let model = Enrolment(
          account: form.visitor.name,
          secret: secret,
          request: form.request ?? AccountForm.newRequest(),
          objections: refused.objections
        )
        return try await reception.page(
          answering: request,
          at: SecondFactorPages.place,
          nil,
          .unprocessableContent
        ) { _ in
          model
        } _: { model, frame in
          enrolView(model, in: frame)
        }
      }
    }
  }

  /// `POST /account/second-factor/off` with `password`, `code`.
  @Sendable func turnOff(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.sent(request) { form in
      do {
        try await reception.confirm(form.visitor, form.exact("password"))
        let signIns = SignIns(reception.database, clock: reception.clock)
        try await signIns.confirm(form.visitor.account, code: form.text("code"))
        let deed = RemoveSecondFactor(account: form.visitor.account, stays: Passwords.kept(form.token))
        let receipt = try await reception.carryOut(deed, form)
        return Answer.see(Path.myAccount().after(receipt))
      } catch let refused as Refused {
        return try await reception.page(
          answering: request,
          at: SecondFactorPages.place,
          nil,
          .unprocessableContent
        ) { visit in
          try visit.accountPage(visit.visitor.account, refused.objections)
        } _: { model, frame in
          factorOffView(model, in: frame)
        }
      }
    }
  }
}
