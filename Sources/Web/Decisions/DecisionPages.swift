import Basics
import Hummingbird
import Records
import Rules

/// A decision opened to what it changed, as far as that is in the visitor's reach.
struct DecisionPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/decisions", use: list)
    routes.get("/decisions/:decision", use: decision)
  }

  /// `GET /decisions/:decision`.
  @Sendable func decision(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("decision") ?? ""
    return try await reception.page(request, nil) { visit in
      guard let id = ID<Decision>(key), let page = try visit.decisionPage(id) else { throw PageFault.absent }
      return page
    } _: { model, frame in
      decisionPageView(model, in: frame)
    }
  }
}

extension Visit {
  /// A decision with what it changed; `nil` when it is not there, or none of it is in reach.
  func decisionPage(_ id: ID<Decision>) throws -> DecisionPage? {
    let store = DecisionStore(db: db)
    guard let decision = try store.decision(id) else { return nil }
    let all = try store.changes(of: id)
    let changes = try mine(all)
    let issued = try decision.text.issuer.map { try allows(.readUnits, on: $0) } ?? standing.readsJournal
    if changes.isEmpty, !issued { return nil }
    var page = DecisionPage(
      decision: decision.link,
      effective: all.first?.day,
      signer: decision.text.signer,
      basis: decision.text.basis,
      changes: try told(changes)
    )
    page.scans = try store.scans(of: id).map { .init(file: $0.file.description, name: $0.name) }
    if viewpoint.known == nil, let issuer = decision.text.issuer, try allows(.fileDecisions, on: issuer) {
      page.request = AccountForm.newRequest()
    }
    return page
  }

  /// The changes of people and units in reach, or of the visitor.
  private func mine(_ changes: [DecisionChange]) throws -> [DecisionChange] {
    let people = Set(changes.compactMap(\.person))
    let homes = try NameStore(db: db).homes(of: people.sorted(), today: today)
    return try changes.filter { change in
      switch change.subject {
      case .unit(let unit): try allows(.readUnits, on: unit)
      case .person(let person):
        try person == visitor.person || homes[person].map { try allows(.readPerson, on: $0) } ?? false
      }
    }
  }

  private func told(_ changes: [DecisionChange]) throws -> [DecisionPage.Change] {
    let store = NameStore(db: db)
    let people = try store.particulars(of: Set(changes.compactMap(\.person)).sorted(), .now)
    let units = try store.names(of: Set(changes.flatMap(\.units)).sorted(), .now)
    return changes.map { change in
      func name(_ unit: ID<Unit>) -> String { units[unit]?.value(around: change.day) ?? "" }
      let subject: DecisionPage.Change.Subject =
        switch change.subject {
        case .person(let person):
          .person(PersonLink(person.description, people[person]?.value(around: change.day)?.name ?? ""))
        case .unit(let unit): .unit(UnitLink(unit.description, name(unit)))
        }
      let (code, value, place) = change.words(name)
      return DecisionPage.Change(
        subject: subject,
        event: LifeEvent(
          day: change.day,
          code: code,
          value: value,
          place: place,
          source: nil,
          recorded: nil,
          isPlanned: change.day > today
        )
      )
    }
  }
}

extension DecisionChange {
  fileprivate var person: ID<Person>? {
    if case .person(let person) = subject { person } else { nil }
  }

  /// The units it speaks of.
  fileprivate var units: [ID<Unit>] {
    var units: [ID<Unit>] = []
    if case .unit(let unit) = subject { units.append(unit) }
    switch event {
    case .began(let affiliation), .ended(let affiliation): units.append(affiliation.unit)
    case .postBegan(let post), .postEnded(let post): units.append(post.unit)
    case .under(let parent): units.append(parent)
    default: break
    }
    return units
  }

  /// It as an event of a timeline: its code, of what, and where.
  fileprivate func words(_ name: (ID<Unit>) -> String) -> (code: String, value: String, place: String?) {
    switch event {
    case .admitted: ("admitted", "", nil)
    case .recognised: ("official", "", nil)
    case .left(let reason): ("left", (reason ?? .left).rawValue, nil)
    case .began(let affiliation): (affiliation.role.rawValue, name(affiliation.unit), nil)
    case .ended(let affiliation): ("affiliationEnded", name(affiliation.unit), nil)
    case .postBegan(let post): ("postBegan", post.post, name(post.unit))
    case .postEnded(let post): ("postEnded", post.post, name(post.unit))
    case .named(let text): ("named", text, nil)
    case .founded(let kind): ("kind", kind.rawValue, nil)
    case .became(let kind): ("kind", kind.rawValue, nil)
    case .dissolved: ("dissolved", "", nil)
    case .under(let parent): ("moved", name(parent), nil)
    case .worksIn(let sector): ("sector", sector.rawValue, nil)
    }
  }
}
