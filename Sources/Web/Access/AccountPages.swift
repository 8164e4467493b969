import Basics
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// The accounts there are, and each of them, for those who keep accounts.
///
/// Everybody else finds nothing here.
struct AccountPages: Sendable {
  let reception: Reception
  private static let size = 50

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/accounts", use: list)
    routes.get("/accounts/:account", use: account)
    routes.post("/accounts/required", use: require)
  }

  /// `GET /accounts?q=…&role=…&unit=…&state=…&after=…`: fifty accounts, by name.
  @Sendable func list(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.page(request, .accounts) { visit in
      try visit.requireKeeper()
      return try visit.accountsPage(AccountPages.size)
    } _: { model, frame in
      accountsView(model, in: frame)
    }
  }

  /// `GET /accounts/:account`.
  @Sendable func account(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("account") ?? ""
    return try await reception.page(request, .accounts) { visit in
      try visit.requireKeeper()
      return try visit.accountPage(key)
    } _: { model, frame in
      accountView(model, in: frame)
    }
  }

  /// `POST /accounts/required` with any number of `role`: the roles that must have a second factor.
  @Sendable func require(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.sentByKeeper(request) { form in
      let roles = Set(form.all("role").compactMap(Role.init(rawValue:)))
      do {
        let receipt = try await reception.carryOut(RequireSecondFactor(roles), form)
        return Answer.see(Path.accounts.after(receipt))
      } catch let refused as Refused {
        return try await reception.page(answering: request, at: .accounts, .accounts, .unprocessableContent) {
          visit in
          try visit.requireKeeper()
          return try visit.accountsPage(AccountPages.size)
        } _: { model, frame in
          var frame = frame
          frame.message = refused.objections.said(besides: [])
          return accountsView(model, in: frame)
        }
      }
    }
  }
}

extension Visit {
  fileprivate func accountsPage(_ size: Int) throws -> AccountsPage {
    let store = AccountStore(db: db)
    var question = AccountQuestion()
    question.search = String((asked.value("q") ?? "").prefix(100))
    question.role = try choice("role")
    question.state = try choice("state")
    var problem: Refusal?
    if let text = asked.value("unit") {
      switch try AccountReader(db: db, today: today).unit(written: text) {
      case .success(let unit): question.unit = unit
      case .failure(let refused): problem = refused.objections.first?.refusal
      }
    }
    question.after = asked.value("after")
    question.before = asked.value("before")
    let slice = try store.page(question, today: today, limit: size)
    return AccountsPage(
      count: try store.count(),
      asked: AccountsPage.Asked(
        search: question.search,
        role: asked.value("role") ?? "",
        unit: asked.value("unit") ?? "",
        state: asked.value("state") ?? ""
      ),
      unitProblem: problem,
      lines: problem != nil
        ? []
        : slice.lines.map { line in
          AccountsPage.Line(
            key: line.account.description,
            name: line.name,
            displayName: line.displayName,
            isLocked: line.isLocked,
            hasSecondFactor: line.hasSecondFactor,
            lastSignIn: line.lastSignIn.map(time),
            grants: line.grants.map { GrantRow($0, today: today) }
          )
        },
      previous: problem == nil ? slice.previous : nil,
      next: problem == nil ? slice.next : nil,
      required: Set(try SecondFactorStore(db: db).required()),
      request: AccountForm.newRequest()
    )
  }
}
