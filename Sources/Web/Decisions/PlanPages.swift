import Basics
import Hummingbird
import Records
import Rules

/// What takes effect next in the visitor's reach, and the way to withdraw it.
struct PlanPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/plans", use: plans)
  }

  /// `GET /plans`: what begins or ends after today, the nearest first.
  @Sendable func plans(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.page(request, .plans) { visit in
      guard !visit.standing.seeing.isEmpty else { throw PageFault.absent }
      return try visit.plansInReach()
    } _: { model, frame in
      plansView(model, in: frame)
    }
  }
}

extension Visit {
  /// The plans about people and units in reach.
  fileprivate func plansInReach() throws -> [PlanTold] {
    let plans = try PlanStore(db: db).plans(after: today)
    let people = Set(plans.compactMap(\.subject.person))
    let homes = try NameStore(db: db).homes(of: people.sorted(), today: today)
    let mine = try plans.filter { plan in
      switch plan.subject {
      case .person(let person):
        try homes[person].map {
          try allows(plan.fact.value.reading ?? .readPerson, on: $0)
        } ?? false
      case .unit(let unit): try allows(plan.fact.value.reading ?? .readUnits, on: unit)
      case .account: false
      }
    }
    let changes = mine.map { RecordChange(fact: ID(0), subject: $0.subject, before: nil, after: $0.fact) }
    let telling = try ChangeTelling(changes, db)
    return try zip(mine, changes).map { plan, change in
      let told = telling.told(change)
      let unit: ID<Unit>? =
        switch plan.subject {
        case .person(let person): homes[person]
        case .unit(let unit): unit
        case .account: nil
        }
      return PlanTold(
        day: plan.day,
        subject: told.subject,
        fact: told.after ?? FactTold("", span: plan.fact.span),
        begins: plan.begins,
        decision: plan.decision?.link,
        entry: Int(plan.entry),
        mayWithdraw: try viewpoint.known == nil && unit.map { try allows(.annul, on: $0) } ?? false
      )
    }
  }
}

extension Subject {
  fileprivate var person: ID<Person>? {
    if case .person(let person) = self { person } else { nil }
  }
}
