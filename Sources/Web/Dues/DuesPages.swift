import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// The dues of a unit: what is owed, received and passed on in a month, and the sheet on which a cell keeps it.
struct DuesPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/dues", use: show)
    routes.post("/units/:unit/dues", use: keep)
    routes.get("/units/:unit/dues/people", use: people)
    routes.get("/units/:unit/dues/unpaid", use: unpaid)
  }

  /// `GET /units/:unit/dues?month=2026-10`.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) { visit in
      try visit.duesPage(key, try visit.duesMonth())
    } _: { model, frame in
      duesView(model, in: frame)
    }
  }

  /// `POST /units/:unit/dues` with `month`, and either the sheet or, with `step=pass`, what was passed on.
  @Sendable func keep(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.sent(request) { form in
      guard let month = Month(form.text("month")), let unit = ID<Unit>(key) else {
        return try await reception.fault(request, .absent)
      }
      var draft = DuesPage.Draft()
      draft.isPassing = form.text("step") == "pass"
      draft.ticked = Set(form.all("paid"))
      for pair in form.pairs { draft.values[pair.name] = pair.value }
      do {
        let deed: any Operation =
          draft.isPassing
          ? PassDuesOn(unit: unit, month: month, passed: try passed(form))
          : ReceiveDues(unit: unit, month: month, lines: try lines(form, draft))
        let receipt = try await reception.carryOut(deed, form)
        return Answer.see(Path.dues(key).with("month", month.description).after(receipt))
      } catch let refused as Refused {
        draft.objections = refused.objections
      }
      return try await again(request, key, month, draft)
    }
  }

  /// The sheet: `day`, `channel`, and of each member `row`, `paid` and `amount-KEY`.
  private func lines(_ form: AccountForm, _ draft: DuesPage.Draft) throws -> [ReceiveDues.Line] {
    var objections: [Objection] = []
    let day = CivilDate(list: form.text("day"))
    if day == nil {
      objections.append(Objection(.day, form.text("day").isEmpty ? .blank : .notADay(form.text("day"))))
    }
    let channel = DuesChannel(rawValue: form.text("channel")) ?? .cash
    let lines = form.all("row").compactMap { key -> ReceiveDues.Line? in
      guard let person = ID<Person>(key) else { return nil }
      var amount: Int?
      if draft.ticked.contains(key) {
        let written = form.text("amount-\(key)")
        amount = Dong.read(written)
        if amount == nil {
          objections.append(Objection(.amount, written.isEmpty ? .blank : .notAnAmount(written)))
        }
      }
      return ReceiveDues.Line(person: person, amount: amount, channel: channel, day: day ?? .earliest)
    }
    try objections.raise()
    return lines
  }

  /// What was passed on: `passed` and `passedDay`.
  private func passed(_ form: AccountForm) throws -> DuesPassed {
    let (written, dayWritten) = (form.text("passed"), form.text("passedDay"))
    guard let amount = Dong.read(written) else {
      throw Refused(.amount, written.isEmpty ? .blank : .notAnAmount(written))
    }
    guard let day = CivilDate(list: dayWritten) else {
      throw Refused(.day, dayWritten.isEmpty ? .blank : .notADay(dayWritten))
    }
    return DuesPassed(amount: amount, day: day)
  }

  private func again(
    _ request: Request,
    _ key: String,
    _ month: Month,
    _ draft: DuesPage.Draft
  ) async throws -> Response {
    try await reception.page(answering: request, at: .dues(key), .units, .unprocessableContent) { visit in
      var model = try visit.duesPage(key, month)
      model.draft = draft
      return model
    } _: { model, frame in
      duesView(model, in: frame)
    }
  }

  /// `GET /units/:unit/dues/people?of=open&month=2026-10&after=50`: whom a figure counts.
  @Sendable func people(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) { visit in
      try visit.duesPeople(key, try visit.duesMonth())
    } _: { model, frame in
      duesPeopleView(model, in: frame)
    }
  }

  /// `GET /units/:unit/dues/unpaid?year=2026`: for the cell to consider.
  @Sendable func unpaid(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) { visit in
      try visit.unpaidDues(key, try visit.duesYear())
    } _: { model, frame in
      unpaidView(model, in: frame)
    }
  }
}

/// Amounts as people write them: `100.000`, `100 000 đ`; whole đồng only.
enum Dong {
  static func read(_ text: String) -> Int? {
    var kept = text
    for unit in ["đồng", "VND", "đ"] where kept.hasSuffix(unit) {
      kept.removeLast(unit.count)
      break
    }
    let groups = kept.split { $0 == "." || $0 == "," || $0.isWhitespace }
    // 100.50 is no whole amount: what follows a mark are three digits.
    guard let first = groups.first, first.utf8.count <= 3 || groups.count == 1,
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
    return Int(digits: groups.joined())
  }
}
