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

  /// `GET /find?q=le+thi+han`; with `part=suggestions` only the first few, for the list under the find box.
  @Sendable func find(_ request: Request, _ context: PageContext) async throws -> Response {
    if Asked(request).value("part") == "suggestions" {
      return try await reception.answer(request) { visit in
        try visit.findings(people: 5, units: 5, decisions: 5)
      } _: { model, guest, _ in
        Answer.page(suggestionsView(model, guest.viewpoint))
      }
    }
    return try await reception.page(request, nil) { visit in
      try visit.findings(people: 20, units: 20, decisions: 8)
    } _: { model, frame in
      findView(model, in: frame)
    }
  }
}

extension Visit {
  /// What is found of each sort, at most so many.
  fileprivate func findings(people: Int, units: Int, decisions: Int) throws -> Findings {
    let typed = (asked.value("q") ?? "").prefix(100)
    let search = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !VietnameseName.searchWords(search).isEmpty else {
      return Findings(search: search, people: [], units: [], decisions: [])
    }
    return Findings(
      search: search,
      people: try self.people(search, most: people),
      units: try self.units(search, most: units),
      decisions: try self.decisions(search, most: decisions)
    )
  }

  private func people(_ search: String, most: Int) throws -> [Findings.FoundPerson] {
    var found: [Findings.FoundPerson] = []
    var seen: Set<ID<Person>> = []
    let holders = try IdentifierStore(db: db).people(called: search)
    for place in standing.places where Rights.allows(place.role, .readRoll, on: .own) && found.count < most {
      var question = RollQuestion(unit: place.unit, asOf: asOf)
      if holders.isEmpty { question.search = search } else { question.people = holders }
      let slice = try RollStore(db: db).page(
        question,
        members: try figures(of: place.unit)[.total] ?? 0,
        everybody: try kept(.everybody) { try RollStore(db: db).everybody() },
        limit: most
      )
      for line in slice.lines where found.count < most && seen.insert(line.person).inserted {
        found.append(
          Findings.FoundPerson(
            person: PersonLink(line.person.description, line.name),
            unit: UnitLink(line.unit.description, line.unitName)
          )
        )
      }
    }
    if let own = try ownRecord(search), found.count < most, seen.insert(own.id).inserted {
      found.append(Findings.FoundPerson(person: own.link, unit: standing.home))
    }
    return found
  }

  /// The visitor's own record, when it is the one looked for: it is theirs to see whatever their role.
  private func ownRecord(_ search: String) throws -> (id: ID<Person>, link: PersonLink)? {
    guard let own = visitor.person,
      let name = try NameStore(db: db).particulars(of: [own], asOf.knowledge)[own]?.value(around: asOf.day)?
        .name
    else { return nil }
    let words = VietnameseName.nameWords(name)
    let isMeant = VietnameseName.searchWords(search).allSatisfy { wanted in
      words.contains { $0.hasPrefix(wanted) }
    }
    return isMeant ? (own, PersonLink(own.description, name)) : nil
  }

  private func units(_ search: String, most: Int) throws -> [CountedUnit] {
    var found: [CountedUnit] = []
    var seen: Set<ID<Unit>> = []
    for place in standing.seeing where found.count < most {
      for unit in try TreeStore(db: db).find(search, below: place.unit, asOf, limit: most)
      where found.count < most && seen.insert(unit.unit).inserted {
        found.append(CountedUnit(unit: unit.link, kind: unit.kind.rawValue, parent: nil, members: 0))
      }
    }
    return found
  }

  /// Of the newest decisions with such a number, those that open to the visitor.
  private func decisions(_ search: String, most: Int) throws -> [DecisionLink] {
    var found: [DecisionLink] = []
    for decision in try DecisionStore(db: db).find(search, limit: 3 * most) where found.count < most {
      let isIssuedHere =
        try decision.text.issuer.map { try allows(.readUnits, on: $0) } ?? standing.readsJournal
      if isIssuedHere {
        found.append(decision.link)
      } else if let page = try decisionPage(decision.id) {
        found.append(page.decision)
      }
    }
    return found
  }
}
