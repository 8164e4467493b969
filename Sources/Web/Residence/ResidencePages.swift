import Basics
import Hummingbird
import Records
import Rules

/// Contact of a unit's members with the organisation where they live: how many in each group, and who.
struct ResidenceDesk: Sendable {
  struct Row: Sendable {
    var person: PersonLink
    var opensPerson: Bool
    var home: PlaceTold
    var residence: PlaceTold?
    var since: CivilDate?
    var state: ResidenceComment.State?
    var day: CivilDate?
    var number: String?
  }

  var unit: UnitLink
  var path: [UnitLink]
  var year: Int
  var group: ResidenceQuestion.Group
  var counts: [ResidenceQuestion.Group: Int]
  var exemptions: [Dated<ResidenceExemption>]
  var rows: [Row]
  var firstSerial: Int
  var previous: String?
  var next: String?

  func count(_ group: ResidenceQuestion.Group) -> Int { counts[group] ?? 0 }
}

/// The register of contact where members live.
struct ResidencePages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/residence", use: desk)
  }

  /// `GET /units/:unit/residence?show=none&year=2026&after=50`.
  @Sendable func desk(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) { visit in
      try visit.residenceDesk(key)
    } _: { model, frame in
      residenceDeskView(model, in: frame)
    }
  }
}

extension Visit {
  fileprivate func residenceDesk(_ key: String) throws -> ResidenceDesk {
    let unit = try unit(key)
    try require(.readPerson, on: unit)
    let path = try standing(of: unit)
    let year = try residenceYear()
    let group = try choice("show", ResidenceQuestion.Group.self) ?? ResidenceQuestion.Group.none
    let question = ResidenceQuestion(unit, year: year, asOf)
    let store = ResidenceStore(db: db)
    let counts = try kept(.residence(question)) { try store.counts(question) }
    let stretch = try Stretch(counts[group] ?? 0, asked)
    let lines = try store.page(question, group, stretch.range)
    let open = try opening(Set(lines.map(\.home) + lines.compactMap(\.residence)))
    return ResidenceDesk(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      year: year,
      group: group,
      counts: counts,
      exemptions: try store.exemptions(for: unit, asOf),
      rows: lines.map { line in
        ResidenceDesk.Row(
          person: PersonLink(line.person.description, line.name),
          opensPerson: open.contains(line.home),
          home: place(line.home, line.homeName, open),
          residence: line.residence.map { place($0, line.residenceName ?? "", open) },
          since: line.since,
          state: line.state,
          day: line.day,
          number: line.number
        )
      },
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next
    )
  }

  private func residenceYear() throws -> Int {
    guard let text = asked.value("year") else { return asOf.day.year }
    guard let year = Int(digits: text), text.count == 4 else { throw PageFault.value(name: "year", text) }
    return year
  }
}
