import Basics
import Hummingbird
import Records
import Rules

/// What the find box finds: people, units and decisions in the visitor's reach.
struct FindPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/find", use: find)
  }

  /// `GET /find?q=le+thi+han`.
  @Sendable func find(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.page(request, nil) { visit in
      let search = String((visit.asked.value("q") ?? "").prefix(100))
      return Findings(
        search: search,
        people: try visit.people(search),
        units: try visit.units(search),
        decisions: try visit.decisions(search)
      )
    } _: { model, frame in
      findView(model, in: frame)
    }
  }
}

extension Visit {
  private static let most = 20

  fileprivate func people(_ search: String) throws -> [Findings.FoundPerson] {
    guard !VietnameseName.searchWords(search).isEmpty else { return [] }
    var found: [Findings.FoundPerson] = []
    var seen: Set<ID<Person>> = []
    let holders = try IdentifierStore(db: db).people(called: search)
    for place in standing.places where Rights.allows(place.role, .readRoll, on: .own) {
      var question = RollQuestion(unit: place.unit, asOf: asOf)
      if holders.isEmpty { question.search = search } else { question.people = holders }
      let slice = try RollStore(db: db).page(
        question,
        members: try figures(of: place.unit)[.total] ?? 0,
        everybody: try kept(.everybody) { try RollStore(db: db).everybody() },
        limit: Visit.most
      )
      for line in slice.lines where found.count < Visit.most && seen.insert(line.person).inserted {
        found.append(
          Findings.FoundPerson(
            person: PersonLink(line.person.description, line.name),
            unit: UnitLink(line.unit.description, line.unitName)
          )
        )
      }
    }
    return found
  }

  fileprivate func units(_ search: String) throws -> [CountedUnit] {
    var found: [CountedUnit] = []
    var seen: Set<ID<Unit>> = []
    for place in standing.seeing {
      for unit in try TreeStore(db: db).find(search, below: place.unit, asOf, limit: Visit.most)
      where found.count < Visit.most && seen.insert(unit.unit).inserted {
        found.append(CountedUnit(unit: unit.link, kind: unit.kind.rawValue, parent: nil, members: 0))
      }
    }
    return found
  }

  fileprivate func decisions(_ search: String) throws -> [DecisionLink] {
    try DecisionStore(db: db).find(search, limit: 8).compactMap { try decisionPage($0.id)?.decision }
  }
}
