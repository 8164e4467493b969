import Basics
import Hummingbird
import Records
import Rules

/// The roll of a unit and all below it, as a page and as a file.
struct RollPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/roll", use: roll)
    routes.get("/units/:unit/roll.csv") { request, context in
      try await RollExport(reception: reception).answer(request, context.parameters.get("unit") ?? "", .csv)
    }
    routes.get("/units/:unit/roll.xlsx") { request, context in
      try await RollExport(reception: reception).answer(request, context.parameters.get("unit") ?? "", .xlsx)
    }
  }

  /// `GET /units/:unit/roll?on=…&q=…&state=…&after=50.01J8Q4M3T5V9K`: fifty members, in register order.
  @Sendable func roll(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .roll) { visit in
      try visit.roll(of: try visit.unit(key))
    } _: { model, frame in
      rollView(model, in: frame)
    }
  }
}

extension Visit {
  fileprivate func roll(of unit: ID<Unit>) throws -> Roll {
    try require(.readRoll, on: unit)
    let path = try standing(of: unit)
    let (question, filters) = try rollQuestion(unit)
    let counts = try counts(of: unit)
    let store = RollStore(db: db)
    let matching =
      question.isNarrow ? try kept(.rollCount(question)) { try store.count(question) } : counts.total
    let isWhole = asked.value("rows") == "all" && matching <= Roll.mostAtOnce
    let slice =
      isWhole
      ? try store.page(question, members: counts.total, limit: Roll.mostAtOnce)
      : try rollSlice(question, members: counts.total)
    let offers = try kept(.rollOffers(unit, asOf)) { try store.offers(unit, asOf) }
    return Roll(
      unit: path.last?.link ?? UnitLink(unit.description, ""),
      path: crumbs(path),
      counts: counts,
      search: question.search,
      filters: filters,
      offers: [
        RollOffer(.state, RollQuestion.Standing.allCases.map(\.rawValue)),
        RollOffer(.sex, Sex.allCases.map(\.rawValue)),
        RollOffer(.ethnicity, offers.ethnicities),
        RollOffer(.age, RollQuestion.AgeBand.allCases.map(\.rawValue)),
        RollOffer(.post, offers.posts),
      ].filter { !$0.values.isEmpty },
      matching: matching,
      firstSerial: slice.firstSerial,
      rows: slice.lines.map { RollRow($0, on: asOf.day) },
      previous: slice.previous,
      next: slice.next,
      advice: slice.lines.isEmpty ? try advice(question, filters) : nil
    )
  }

  /// Of the filters, the one whose removal finds most.
  private func advice(_ question: RollQuestion, _ filters: [RollFilter]) throws -> Roll.Advice? {
    var best: Roll.Advice?
    for filter in filters {
      let wider = question.without(filter.field)
      let found = try kept(.rollCount(wider)) { try RollStore(db: db).count(wider) }
      if found > best?.found ?? 0 { best = Roll.Advice(filter: filter, found: found) }
    }
    return best
  }
}

extension RollRow {
  fileprivate init(_ line: RollLine, on day: CivilDate) {
    let isOfficial = line.official.map { $0 <= day } ?? false
    self.init(
      person: PersonLink(line.person.description, line.name),
      card: line.card,
      born: line.born,
      sex: line.sex?.rawValue ?? "",
      ethnicity: line.ethnicity,
      cell: UnitLink(line.unit.description, line.unitName),
      post: line.post,
      admitted: line.admitted,
      official: isOfficial ? line.official : nil,
      due: isOfficial ? nil : line.official ?? line.admitted.adding(months: 12),
      state: isOfficial ? "official" : "probationary"
    )
  }
}
