package import Basics
import Hummingbird
package import Markup
import Records
import Rules
import Sheets

/// The members on probation of a unit and below, by when they are due.
package struct ProbationPage: Sendable {
  package struct Row: Sendable {
    package var person: PersonLink
    package var code: String
    package var unit: UnitLink
    package var ceremony: CivilDate
    /// `nil` when no rule is known for the day.
    package var due: CivilDate?
    package var latest: CivilDate?
    /// `tooEarly`, `onTime` or `late`.
    package var state: String?
    /// How many votes did not reach the bound, and whether they make it a matter for the direct superior.
    package var failedVotes = 0
    package var isForSuperior = false
    /// The forms open to the reader.
    package var recognise = Path.closed
    package var vote = Path.closed

    package init(
      person: PersonLink,
      code: String,
      unit: UnitLink,
      ceremony: CivilDate,
      due: CivilDate?,
      latest: CivilDate?,
      state: String?
    ) {
      self.person = person
      self.code = code
      self.unit = unit
      self.ceremony = ceremony
      self.due = due
      self.latest = latest
      self.state = state
    }
  }

  package var unit: UnitLink
  package var path: [UnitLink]
  package var total: Int
  package var count: Int
  package var rows: [Row]
  package var facets: [CandidateListPage.Facet]
  package var firstSerial: Int
  package var previous: String?
  package var next: String?
  package var hasRule: Bool
  package var takesFiles: Bool

  package init(
    unit: UnitLink,
    path: [UnitLink],
    total: Int,
    count: Int,
    rows: [Row],
    facets: [CandidateListPage.Facet],
    firstSerial: Int = 1,
    previous: String? = nil,
    next: String? = nil,
    hasRule: Bool = true,
    takesFiles: Bool = false
  ) {
    self.unit = unit
    self.path = path
    self.total = total
    self.count = count
    self.rows = rows
    self.facets = facets
    self.firstSerial = firstSerial
    self.previous = previous
    self.next = next
    self.hasRule = hasRule
    self.takesFiles = takesFiles
  }
}

/// Who is due for recognition, who is late, and whose votes failed.
struct ProbationPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/probation", use: list)
    routes.files(of: "probation", use: file)
  }

  /// `GET /units/:unit/probation?on=…&state=late&after=50`.
  @Sendable func list(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .candidates) { visit in
      try visit.probationPage(key)
    } _: { model, frame in
      probationView(model, in: frame)
    }
  }

  @Sendable private func file(
    _ request: Request,
    _ key: String,
    _ format: ExportFormat
  ) async throws -> Response {
    try await reception.take(request, format) { visit in
      let unit = try visit.unit(key)
      try visit.require(.readRoll, on: unit)
      try visit.require(.exportLists, on: unit)
      let path = try visit.standing(of: unit)
      let rows = try visit.probationRows(unit).found
      let file = try visit.export(rows, unit, format)
      return TakenList(file, name: "probation-\(path.last?.code ?? "")-\(visit.asOf.day)")
    }
  }
}

extension Visit {
  /// Everybody on probation in a unit and below on the day shown, those due first before the others.
  func probation(of unit: ID<Unit>) throws -> [ProbationPage.Row] {
    try kept(.probation(unit, asOf)) {
      let store = ProbationStore(db: db)
      let library = try regulations(for: unit)
      let judge = library.judge("charter", of: "probation", on: asOf.day)
      let judges = RecognitionJudges(library, on: asOf.day)
      let votes = try store.votes(in: unit, asOf)
      // Many have one ceremony: the rule is asked once for each day.
      var terms: [CivilDate: Probation] = [:]
      return try store.members(of: unit, asOf).map { line in
        let term =
          terms[line.ceremony]
          ?? judge.flatMap { Probation(since: line.ceremony, considered: asOf.day, by: $0) }
        terms[line.ceremony] = term
        var row = ProbationPage.Row(
          person: PersonLink(line.person.description, line.name),
          code: line.code,
          unit: UnitLink(line.unit.description, line.unitName),
          ceremony: line.ceremony,
          due: term?.due,
          latest: term?.latest,
          state: term?.outcome
        )
        row.failedVotes = (votes[line.person] ?? []).count { judges.isCarried($0.value) == false }
        row.isForSuperior = judges.isForSuperior(failed: row.failedVotes)
        return row
      }
    }
  }

  fileprivate func probationRows(
    _ unit: ID<Unit>
  ) throws -> (all: [ProbationPage.Row], found: [ProbationPage.Row]) {
    let all = try probation(of: unit)
    guard let state = asked.value("state") else { return (all, all) }
    return (all, all.filter { state == "superior" ? $0.isForSuperior : $0.state == state })
  }

  fileprivate func probationPage(_ key: String) throws -> ProbationPage {
    let unit = try unit(key)
    try require(.readRoll, on: unit)
    let path = try standing(of: unit)
    let (all, found) = try probationRows(unit)
    let stretch = try Stretch(found.count, asked)
    let may = viewpoint.isNow ? try deeds(on: unit) : []
    let facets = ["late", "onTime", "superior", "tooEarly"].compactMap { state in
      let count = all.count { state == "superior" ? $0.isForSuperior : $0.state == state }
      let isOn = asked.value("state") == state
      return count > 0 || isOn ? CandidateListPage.Facet("state", state, count: count, isOn: isOn) : nil
    }
    return ProbationPage(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      total: all.count,
      count: found.count,
      rows: found[stretch.range].map { row in
        var row = row
        let isDue = row.state == "late" || row.state == "onTime"
        if may.contains(.recognise), isDue { row.recognise = .deed(.recognise, "person", row.person.key) }
        if may.contains(.keepCandidates) { row.vote = .recognitionVote(row.person.key) }
        return row
      },
      facets: facets,
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next,
      hasRule: try regulations(for: unit).judge("charter", of: "probation", on: asOf.day) != nil,
      takesFiles: try allows(.exportLists, on: unit)
    )
  }

  /// Writes the list into a file, and down who is on it.
  fileprivate func export(
    _ rows: [ProbationPage.Row],
    _ unit: ID<Unit>,
    _ format: ExportFormat
  ) throws -> ExportFile.Finished {
    let columns = [
      XLSXColumn("person", width: 18), XLSXColumn("name", width: 34), XLSXColumn("unit", width: 18),
      XLSXColumn("unitName", width: 40), XLSXColumn("admitted", content: .day),
      XLSXColumn("due", content: .day), XLSXColumn("latest", content: .day), XLSXColumn("state", width: 12),
      XLSXColumn("failedVotes", content: .number), XLSXColumn("superior", width: 10),
    ]
    let file = try ExportFile(format, title: "probation", columns: columns, created: moment)
    for row in rows {
      try file.write([
        .text(row.code), .text(row.person.name), .text(row.unit.key), .text(row.unit.name),
        .day(row.ceremony), .day(row.due), .day(row.latest), .text(row.state), .number(row.failedVotes),
        .text(row.isForSuperior ? "yes" : nil),
      ])
    }
    try logList(
      of: unit,
      on: asOf.day,
      count: rows.count,
      named: rows.compactMap { ID<Person>($0.person.key) }
    )
    return try file.finish()
  }
}
