import Basics
import Hummingbird
import Records
import Rules

/// The roll of a unit and all below it, as a page and as a file.
struct RollPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/roll", use: roll)
    routes.get("/units/:unit/roll/people", use: people)
    routes.files(of: "roll", use: RollExport(reception: reception).answer)
  }

  /// `GET /units/:unit/roll?on=…&q=…&state=…&after=50.01J8Q4M3T5V9K`: fifty members, in register order.
  @Sendable func roll(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    if Asked(request).value("print") != nil { return try await sheet(request, key) }
    return try await reception.page(request, .roll) { visit in
      try visit.roll(of: try visit.unit(key))
    } _: { model, frame in
      rollView(model, in: frame)
    }
  }

  /// `GET /units/:unit/roll?print=all&…`: everybody whom the filters leave, or the marked ones, for paper; taking
  /// it away is written down as an export is.
  private func sheet(_ request: Request, _ key: String) async throws -> Response {
    try await reception.page(request, .roll, isLogged: true) { visit in
      try visit.rollSheet(of: try visit.unit(key))
    } _: { sheet, frame in
      rollSheetView(sheet, in: frame)
    }
  }

  /// `GET /units/:unit/roll/people?…`: whom the filters leave, one key a line, for marking them all.
  @Sendable func people(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.answer(request) { visit in
      let unit = try visit.unit(key)
      try visit.require(.readRoll, on: unit)
      let (question, _) = try visit.rollQuestion(unit)
      let members = try visit.counts(of: unit).total
      let slice = try RollStore(db: visit.db).page(question, members: members, limit: Roll.mostMarked)
      return slice.lines.map(\.person.description)
    } _: { keys, _, _ in
      Answer.text(keys.joined(separator: "\n"))
    }
  }
}

extension Visit {
  /// The roll of a unit as it is printed.
  fileprivate func rollSheet(of unit: ID<Unit>) throws -> RollSheet {
    try require(.readRoll, on: unit)
    let path = try standing(of: unit)
    var (question, filters) = try rollQuestion(unit)
    let marked = try markedPeople()
    if let marked { question.people = marked }
    let counts = try counts(of: unit)
    let store = RollStore(db: db)
    let matching = question.isNarrow ? try store.count(question) : counts.total
    let slice = try store.page(question, members: counts.total, limit: RollSheet.most)
    try logList(question, count: slice.lines.count)
    return RollSheet(
      unit: path.last?.link ?? UnitLink(unit.description, ""),
      path: crumbs(path),
      search: asked.value("q") ?? "",
      filters: filters,
      isMarked: marked != nil,
      matching: matching,
      counts: counts,
      rows: try rows(slice, question)
    )
  }

  /// The rows of a page; those whose home is out of reach do not open.
  private func rows(_ slice: RollSlice, _ question: RollQuestion) throws -> [RollRow] {
    guard question.role != nil else { return slice.lines.map { RollRow($0, on: asOf.day) } }
    let places = standing.places.filter { Rights.allows($0.role, .readPerson, on: .own) }.map(\.unit)
    let homes = Set(slice.lines.map(\.unit)).sorted()
    let open = try RollStore(db: db).standing(homes, under: places, AsOf(today))
    return slice.lines.map { line in
      var row = RollRow(line, on: asOf.day)
      row.isOpen = open.contains(line.unit)
      row.ties = line.ties
      return row
    }
  }

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
      search: String((asked.value("q") ?? "").prefix(100)),
      filters: filters,
      offers: [
        RollOffer(.state, RollQuestion.Standing.allCases.map(\.rawValue)),
        RollOffer(.sex, Sex.allCases.map(\.rawValue)),
        RollOffer(.ethnicity, offers.ethnicities),
        RollOffer(.age, RollQuestion.AgeBand.allCases.map(\.rawValue)),
        RollOffer(.post, offers.posts),
        RollOffer(.partyAge, RollQuestion.PartyAgeBand.allCases.map(\.rawValue)),
        RollOffer(.role, AffiliationRole.allCases.map(\.rawValue).filter { $0 != "home" }),
        RollOffer(.kind, [UnitKind.baseCell, .cell, .subgroup].map(\.rawValue)),
        RollOffer(.sector, Sector.allCases.map(\.rawValue)),
      ].filter { !$0.values.isEmpty },
      matching: matching,
      firstSerial: slice.firstSerial,
      rows: try rows(slice, question),
      previous: slice.previous,
      next: slice.next,
      advice: slice.lines.isEmpty ? try advice(question, filters) : nil,
      saved: try savedFilters(for: unit)
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
      state: line.state?.rawValue ?? (isOfficial ? "official" : "probationary")
    )
  }
}
