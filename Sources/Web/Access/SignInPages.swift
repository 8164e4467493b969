import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules
import Storage

/// The door: signing in and out, and how the pages look and speak.
struct SignInPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/sign-in", use: show)
    routes.post("/sign-in", use: signIn)
    routes.post("/sign-out", use: signOut)
    routes.post("/settings", use: settings)
  }

  /// `GET /sign-in?back=…&language=en`.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let asked = Asked(request)
    let chosen = asked.value("language").flatMap(Language.init(rawValue:))
    let notice: SignIn.Notice? =
      switch asked.value("notice") {
      case "ended": .sessionEnded
      case "out": .signedOut
      default: nil
      }
    return try await door(asked, notice, back: asked.value("back"), chosen: chosen)
  }

  /// `POST /sign-in` with `account`, `password`, `token`, `back`.
  @Sendable func signIn(_ request: Request, _ context: PageContext) async throws -> Response {
    let asked = Asked(request)
    let form = try await FormBody.read(request)
    func value(_ name: String) -> String { form.first { $0.name == name }?.value ?? "" }
    let (account, password) = (value("account"), value("password"))
    let back = form.first { $0.name == "back" }?.value
    guard let door = asked.cookies.door, !door.isEmpty, value("token") == door else {
      return try await self.door(asked, .sessionEnded, account: account, back: back, status: .forbidden)
    }
    let signIns = SignIns(reception.database, clock: reception.clock)
    let language = asked.cookies.language ?? .vi
    let result: SignInResult
    do {
      result = try await signIns.signIn(account, language: language.rawValue) { digest in
        await SlowPasswords.matches(password, digest)
      }
    } catch StorageError.busy {
      var response = try await self.door(asked, .busy, account: account, back: back)
      response.busy()
      return response
    }
    switch result {
    case .signedIn(let token):
      return Answer.see(
        back.flatMap(Path.init(returning:)) ?? Path(),
        cookies: [reception.cookie(for: token)]
      )
    case .second(let token):
      let seconds = Int(SecondSteps.lasts / 1000)
      let cookie = Cookies.line(
        "chibo-second",
        Hex.text(token),
        seconds: seconds,
        isSecure: reception.isSecure
      )
      return Answer.see(Path.secondStep.with("back", back), cookies: [cookie])
    case .wrong:
      return try await self.door(
        asked,
        .wrong(triesLeft: nil),
        account: account,
        back: back,
        status: .unauthorized
      )
    case .wait(let seconds):
      let notice = SignIn.Notice.paused(minutes: max(1, (seconds + 59) / 60))
      return try await self.door(asked, notice, account: account, back: back, status: .tooManyRequests)
    case .locked:
      return try await self.door(asked, .locked, account: account, back: back, status: .unauthorized)
    }
  }

  /// `POST /sign-out` with `token`.
  @Sendable func signOut(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.form(request) { _, token, _ in
      try await SignIns(reception.database, clock: reception.clock).signOut(token)
      let gone = Cookies.line("chibo", "", seconds: 0, isSecure: reception.isSecure)
      return Answer.see(Path.signIn.with("notice", "out"), cookies: [gone])
    }
  }

  /// `POST /settings` with `language`, `theme` or `keys`, `token`, `back`.
  @Sendable func settings(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.form(request) { form, token, _ in
      func value(_ name: String) -> String? { form.first { $0.name == name }?.value }
      var cookies: [String] = []
      let year = 366 * 86_400
      if let language = value("language").flatMap(Language.init(rawValue:)) {
        try await SignIns(reception.database, clock: reception.clock).speak(language.rawValue, token)
        cookies.append(
          Cookies.line("chibo-language", language.rawValue, seconds: year, isSecure: reception.isSecure)
        )
      }
      if let theme = value("theme").flatMap(Theme.init(rawValue:)) {
        cookies.append(
          Cookies.line("chibo-theme", theme.rawValue, seconds: year, isSecure: reception.isSecure)
        )
      }
      if let keys = value("keys"), keys == "on" || keys == "off" {
        cookies.append(Cookies.line("chibo-keys", keys, seconds: year, isSecure: reception.isSecure))
      }
      return Answer.see(value("back").flatMap(Path.init(returning:)) ?? Path(), cookies: cookies)
    }
  }

  /// The sign-in page, with a token of its own that the browser must send back.
  private func door(
    _ asked: Asked,
    _ notice: SignIn.Notice?,
    account: String = "",
    back: String? = nil,
    chosen: Language? = nil,
    status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let organisation = try await reception.organisation()
    let token = asked.cookies.door ?? Hex.text(Passwords.token().prefix(16))
    let language = chosen ?? asked.cookies.language ?? .vi
    let safe = back.flatMap { Path(returning: $0)?.text }
    let page = Language.$current.withValue(language) {
      signInView(
        SignIn(organisation: organisation, notice: notice, account: account, back: safe, token: token)
      )
    }
    var response = Answer.page(page, status)
    func keep(_ name: String, _ value: String, _ seconds: Int) {
      let line = Cookies.line(name, value, seconds: seconds, isSecure: reception.isSecure)
      response.headers.append(HTTPField(name: .setCookie, value: line))
    }
    if asked.cookies.door == nil { keep("chibo-door", token, 86_400) }
    if let chosen { keep("chibo-language", chosen.rawValue, 366 * 86_400) }
    return response
  }
}

extension Reception {
  /// The name of the organisation whose record this is, as the door shows it.
  func organisation() async throws -> String {
    let today = clock.today
    return try await database.read { db in
      let tree = TreeStore(db: db)
      return try tree.roots(AsOf(today)).first.map { try tree.lastName($0) } ?? "Chibo"
    }
  }

  /// The cookie by which a browser is known from now on.
  func cookie(for token: [UInt8]) -> String {
    Cookies.line("chibo", Hex.text(token), seconds: Int(SignIns.lasts / 1000), isSecure: isSecure)
  }
}
