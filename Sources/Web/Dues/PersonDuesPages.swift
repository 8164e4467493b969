import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// A member's dues: for the member, for those who keep the dues of their cell, for the officer; each look of
/// somebody else is written down.
struct PersonDuesPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/people/:person/dues", use: show)
    routes.post("/people/:person/dues", use: keep)
  }

  /// `GET /people/:person/dues?year=2026`.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("person") ?? ""
    return try await reception.page(request, nil, isLogged: true) { visit in
      try visit.personDues(key, try visit.duesYear())
    } _: { model, frame in
      personDuesView(model, in: frame)
    }
  }

  /// `POST /people/:person/dues` with `category`, `income`, `region`, `ground` and `month`; with `step=excuse`
  /// the month `excused`, and `reason`.
  @Sendable func keep(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("person") ?? ""
    return try await reception.sent(request) { form in
      guard let person = ID<Person>(key) else { return try await reception.fault(request, .absent) }
      var draft = PersonDues.Draft()
      draft.isReason = form.text("step") == "excuse"
      for name in ["category", "income", "region", "ground", "month", "excused", "reason"] {
        draft.values[name] = form.text(name)
      }
      do {
        let deed: any Operation
        var path = Path.personDues(key)
        if draft.isReason {
          let month = try month(form, "excused")
          deed = ExcuseUnpaidDues(person: person, month: month, reason: form.text("reason"))
          path = path.with("year", String(month.year))
        } else {
          deed = DeclareDues(person: person, basis: try basis(form), from: try month(form))
        }
        return Answer.see(path.after(try await reception.carryOut(deed, form)))
      } catch let refused as Refused {
        draft.objections = refused.objections
      }
      return try await again(request, key, draft)
    }
  }

  private func basis(_ form: AccountForm) throws -> DuesBasis {
    var objections: [Objection] = []
    guard let category = DuesCategory(rawValue: form.text("category")) else {
      throw Refused(.category, .blank)
    }
    let income = form.text("income")
    if !income.isEmpty, Dong.read(income) == nil {
      objections.append(Objection(.income, .notAnAmount(income)))
    }
    try objections.raise()
    let ground = form.text("ground")
    return DuesBasis(
      category,
      income: Dong.read(income),
      region: Int(digits: form.text("region")),
      ground: ground.isEmpty ? nil : ground
    )
  }

  private func month(_ form: AccountForm, _ name: String = "month") throws -> Month {
    let text = form.text(name)
    guard let month = Month(text) else { throw Refused(.month, text.isEmpty ? .blank : .notADay(text)) }
    return month
  }

  private func again(_ request: Request, _ key: String, _ draft: PersonDues.Draft) async throws -> Response {
    try await reception.answer(request, isLogged: true) { visit in
      var model = try visit.personDues(key, visit.asOf.day.year)
      model.draft = draft
      return model
    } _: { model, guest, asked in
      var frame = reception.frame(guest, asked, nil)
      frame.path = .personDues(key)
      frame.query = Query()
      return Answer.page(personDuesView(model, in: frame), .unprocessableContent)
    }
  }
}

extension Visit {
  fileprivate func personDues(_ key: String, _ year: Int) throws -> PersonDues {
    guard let person = ID<Person>(key) else { throw PageFault.absent }
    let isOwn = visitor.person == person
    let home = try Reach(db: db, today: today).unit(of: person)
    guard let home else { throw PageFault.absent }
    if !isOwn {
      try require(.readDues, on: home)
      try ReadingStore(db: db).log(try reader(of: home), opened: person, at: moment)
    }
    let store = DuesStore(db: db)
    let known = asOf.knowledge
    let bases = try store.bases(of: person, known)
    let month = Month(of: asOf.day)
    let library = try regulations(for: home)
    let name = try NameStore(db: db).particulars(of: [person], known)[person]?.value(around: asOf.day)?.name
    let states = try store.states(of: person, known)
    let lines = try lines(person, year, bases, states, library)
    let unpaid = try UnpaidMonths(db: db, by: library).months(
      of: person,
      among: Month.over(in: year, on: today),
      known
    )
    let clause = UnpaidRule(library, on: asOf.day).clause(months: unpaid.count)
    let keeps = try viewpoint.isNow && allows(.keepDues, on: home)
    return PersonDues(
      person: PersonLink(key, name ?? key),
      path: try allows(.readUnits, on: home) ? crumbs(try standing(of: home)) : [],
      year: year,
      month: month,
      bases: bases.reversed().map { Dated($0.value, $0.span) },
      reckoning: DuesRule(library, for: month).reckoning(
        bases.first { $0.span.contains(month.start) }?.value,
        in: states.filter { $0.span.contains(month.start) }.map(\.value)
      ),
      lines: lines,
      flag: clause.map { (unpaid.count, $0) },
      isOwn: isOwn,
      mayDeclare: viewpoint.isNow && (isOwn || keeps),
      mayExcuse: keeps && !isOwn,
      request: AccountForm.newRequest()
    )
  }

  private func lines(
    _ person: ID<Person>,
    _ year: Int,
    _ bases: [Fact<DuesBasis>],
    _ states: [Fact<StateKind>],
    _ library: RulebookLibrary
  ) throws -> [PersonDues.Line] {
    let store = DuesStore(db: db)
    let known = asOf.knowledge
    let homes = try store.homes(of: person, in: year, known)
    let payments = try store.payments(of: person, known)
    let reasons = try store.reasons(of: person, known)
    let kept = Set(
      try UnpaidMonths(db: db, by: library).months(of: person, among: homes.map(\.month), known)
    )
    let names = try NameStore(db: db).names(of: Array(Set(homes.map(\.unit))), known)
    return homes.map { month, unit in
      let payment = payments.first { $0.span.start == month.start }?.value
      let reason = reasons.first { $0.span.start == month.start }?.value
      let basis = bases.first { $0.span.contains(month.start) }?.value
      let reckoning = DuesRule(library, for: month).reckoning(
        basis,
        in: states.filter { $0.span.contains(month.start) }.map(\.value)
      )
      let state: PersonDues.Line.State =
        if let payment {
          payment.amount < reckoning.amount ?? 0 ? .less : .paid
        } else if basis?.category == .exempt {
          .exempt
        } else if reckoning.result == .excused {
          .owesNothing
        } else if reason != nil {
          .excused
        } else if kept.contains(month) {
          month.next.start <= today ? .open : .notYet
        } else {
          month.start > today ? .notYet : .notKept
        }
      return PersonDues.Line(
        month: month,
        unit: UnitLink(unit.description, names[unit]?.value(around: month.start) ?? ""),
        reckoning: reckoning,
        paid: payment.map { ($0.amount, $0.paid, $0.channel.rawValue) },
        reason: reason,
        state: state
      )
    }
  }
}
