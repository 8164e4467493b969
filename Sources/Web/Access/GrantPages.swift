import Basics
import Hummingbird
import Markup
import Phrases
import Records
import Rules
import Storage

/// Granting a role to an account, after seeing what it allows, and withdrawing it.
struct GrantPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/accounts/:account/grant", use: form)
    routes.post("/accounts/:account/grant", use: grant)
    routes.get("/accounts/:account/withdraw/:grant", use: asking)
    routes.post("/accounts/:account/withdraw/:grant", use: withdraw)
  }

  /// `GET /accounts/:account/grant?role=…&unit=…&from=…&until=…`: the form, and what the role would allow.
  @Sendable func form(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("account") ?? ""
    return try await reception.page(request, .accounts) { visit in
      try visit.requireKeeper()
      let draft = GrantDraft(
        role: visit.asked.value("role") ?? "",
        unit: visit.asked.value("unit") ?? "",
        from: visit.asked.value("from") ?? visit.today.description,
        until: visit.asked.value("until") ?? ""
      )
      return try visit.grantPage(key, draft, isAsked: visit.asked.value("role") != nil)
    } _: { model, frame in
      grantView(model, in: frame)
    }
  }

  /// `POST /accounts/:account/grant` with `role`, `unit`, `from`, `until`.
  @Sendable func grant(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("account") ?? ""
    return try await reception.sentByKeeper(request) { form in
      guard let account = ID<Account>(key) else { return try await reception.fault(request, .absent) }
      let draft = GrantDraft(
        role: form.text("role"),
        unit: form.text("unit"),
        from: form.text("from"),
        until: form.text("until")
      )
      do {
        let today = reception.clock.today
        let found = try await reception.database.read { db in
          try draft.right(AccountReader(db: db, today: today))
        }
        let right = try found.get()
        let deed = GrantRights(account: account, role: right.role, unit: right.unit, span: right.span)
        let receipt = try await reception.carryOut(deed, form)
        return Answer.see(Path.account(key).after(receipt))
      } catch let refused as Refused {
        return try await reception.page(
          answering: request,
          at: .account(key, "grant"),
          .accounts,
          .unprocessableContent
        ) { visit in
          try visit.requireKeeper()
          return try visit.grantPage(key, draft, isAsked: true, refused.objections)
        } _: { model, frame in
          grantView(model, in: frame)
        }
      }
    }
  }

  // MARK: Withdrawing

  /// `GET /accounts/:account/withdraw/:grant`.
  @Sendable func asking(_ request: Request, _ context: PageContext) async throws -> Response {
    let (key, grant) = (context.parameters.get("account") ?? "", context.parameters.get("grant") ?? "")
    return try await reception.page(request, .accounts) { visit in
      try visit.requireKeeper()
      return try visit.withdrawal(key, grant, day: visit.today.description)
    } _: { model, frame in
      withdrawView(model, in: frame)
    }
  }

  /// `POST /accounts/:account/withdraw/:grant` with `until`.
  @Sendable func withdraw(_ request: Request, _ context: PageContext) async throws -> Response {
    let (key, grant) = (context.parameters.get("account") ?? "", context.parameters.get("grant") ?? "")
    return try await reception.sentByKeeper(request) { form in
      let text = form.text("until")
      do {
        guard let id = ID<FactMark>(grant) else { return try await reception.fault(request, .absent) }
        guard let day = CivilDate(text) else {
          throw Refused(.until, text.isEmpty ? .blank : .notADay(text))
        }
        let deed = WithdrawRights(grant: id, day: day)
        let receipt = try await reception.carryOut(deed, form)
        return Answer.see(Path.account(key).after(receipt))
      } catch let refused as Refused {
        return try await reception.page(
          answering: request,
          at: Path("accounts", key, "withdraw", grant),
          .accounts,
          .unprocessableContent
        ) { visit in
          try visit.requireKeeper()
          return try visit.withdrawal(key, grant, day: text, refused.objections)
        } _: { model, frame in
          withdrawView(model, in: frame)
        }
      }
    }
  }
}

extension Visit {
  fileprivate func grantPage(
    _ key: String,
    _ draft: GrantDraft,
    isAsked: Bool,
    _ objections: [Objection] = []
  ) throws -> GrantPage {
    let page = try accountPage(key)
    var model = GrantPage(
      key: key,
      name: page.displayName,
      draft: draft,
      request: AccountForm.newRequest(),
      objections: objections
    )
    guard isAsked else { return model }
    switch try draft.right(AccountReader(db: db, today: today)) {
    case .success(let right):
      let name = try TreeStore(db: db).lastName(right.unit)
      model.preview = GrantPage.Preview(
        role: right.role,
        unit: UnitLink(right.unit.description, name),
        unitCode: try UnitStore(db: db).code(of: right.unit) ?? draft.unit,
        span: right.span
      )
    case .failure(let refused):
      if objections.isEmpty { model.objections = refused.objections }
    }
    return model
  }

  fileprivate func withdrawal(
    _ key: String,
    _ grant: String,
    day: String,
    _ objections: [Objection] = []
  ) throws -> Withdrawal {
    let page = try accountPage(key)
    guard let row = page.grants.first(where: { $0.key == grant }) else { throw PageFault.absent }
    return Withdrawal(
      key: key,
      name: page.displayName,
      grant: row,
      day: day,
      request: AccountForm.newRequest(),
      objections: objections
    )
  }
}
