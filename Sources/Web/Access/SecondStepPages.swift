import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules
import Storage

/// The second step at the door: a code, or setting codes up where a role asks for them.
///
/// Between the password and this step nobody is signed in: a cookie of five minutes is all there is, and
/// nothing else opens to it.
struct SecondStepPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/sign-in/second", use: show)
    routes.post("/sign-in/second", use: take)
  }

  private var steps: SecondSteps { SecondSteps(reception.database, clock: reception.clock) }

  /// `GET /sign-in/second?back=…`.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let asked = Asked(request)
    guard let token = asked.cookies.pending, let pending = try await steps.pending(token) else {
      return SecondStepPages.again(asked.value("back"))
    }
    let secret = pending.isEnrolled ? nil : OneTimeCodes.secret()
    return try await page(asked, pending, secret: secret, back: asked.value("back"))
  }

  /// `POST /sign-in/second` with `code`, `token`, `back`; to set codes up, with `secret`.
  @Sendable func take(_ request: Request, _ context: PageContext) async throws -> Response {
    let asked = Asked(request)
    let form = try await FormBody.read(request)
    func value(_ name: String) -> String { form.first { $0.name == name }?.value ?? "" }
    let back = value("back").isEmpty ? nil : value("back")
    guard let door = asked.cookies.door, !door.isEmpty, value("token") == door,
      let token = asked.cookies.pending, let pending = try await steps.pending(token)
    else { return SecondStepPages.again(back) }
    do {
      if !pending.isEnrolled { return try await enrol(asked, pending, token, value, back) }
      return try await finish(asked, pending, token, code: value("code"), back)
    } catch StorageError.busy {
      let secret = pending.isEnrolled ? nil : OneTimeCodes.secret(value("secret"))
      var response = try await page(asked, pending, secret: secret, back: back, isBusy: true)
      response.busy()
      return response
    }
  }

  /// Lets somebody in who has a right code.
  private func finish(
    _ asked: Asked,
    _ pending: PendingSignIn,
    _ token: [UInt8],
    code: String,
    _ back: String?
  ) async throws -> Response {
    switch try await steps.finish(token, code: code) {
    case .signedIn(let session):
      let path = back.flatMap(Path.init(returning:)) ?? Path()
      return Answer.see(path, cookies: [reception.cookie(for: session), noLongerPending])
    case .wrong:
      let objections = [Objection(.code, .wrongCode)]
      return try await page(asked, pending, back: back, objections, .unauthorized)
    case .wait(let seconds):
      let objections = [Objection(.code, .tooManyTries(seconds: seconds))]
      return try await page(asked, pending, back: back, objections, .tooManyRequests)
    case .ended: return SecondStepPages.again(back)
    }
  }

  /// Sets codes up for somebody whose role asks for them, shows the recovery codes, and lets them in.
  private func enrol(
    _ asked: Asked,
    _ pending: PendingSignIn,
    _ token: [UInt8],
    _ value: (String) -> String,
    _ back: String?
  ) async throws -> Response {
    guard let secret = OneTimeCodes.secret(value("secret")) else { return SecondStepPages.again(back) }
    let codes = RecoveryCodes.make()
    do {
      let session = try await steps.enrol(
        token,
        secret: secret,
        code: value("code"),
        recovery: codes.map(RecoveryCodes.kept)
      )
      guard let session else { return SecondStepPages.again(back) }
      let model = SecondStep(
        organisation: try await reception.organisation(),
        account: pending.name,
        token: "",
        back: back.flatMap { Path(returning: $0)?.text }
      )
      let page = Language.$current.withValue(asked.cookies.language ?? .vi) { enrolledAtDoor(codes, model) }
      var response = Answer.page(page)
      for line in [reception.cookie(for: session), noLongerPending] {
        response.headers.append(HTTPField(name: .setCookie, value: line))
      }
      return response
    } catch let refused as Refused {
      return try await page(
        asked,
        pending,
        secret: secret,
        back: back,
        refused.objections,
        .unprocessableContent
      )
    }
  }

  private func page(
    _ asked: Asked,
    _ pending: PendingSignIn,
    secret: [UInt8]? = nil,
    back: String?,
    _ objections: [Objection] = [],
    _ status: HTTPResponse.Status = .ok,
    isBusy: Bool = false
  ) async throws -> Response {
    let today = reception.clock.today
    let role = try await reception.database.read { db in
      try SecondFactorStore(db: db).required(of: pending.account, on: today)
    }
    let model = SecondStep(
      organisation: try await reception.organisation(),
      account: pending.name,
      token: asked.cookies.door ?? "",
      back: back.flatMap { Path(returning: $0)?.text },
      secret: secret,
      role: role,
      objections: objections,
      isBusy: isBusy
    )
    let page = Language.$current.withValue(asked.cookies.language ?? .vi) { secondStepView(model) }
    return Answer.page(page, status)
  }

  private var noLongerPending: String {
    Cookies.line("chibo-second", "", seconds: 0, isSecure: reception.isSecure)
  }

  /// Back to the first step, for whoever took too long.
  private static func again(_ back: String?) -> Response {
    Answer.see(Path.signIn.with("back", back).with("notice", "ended"))
  }
}
