package import Basics
import Hummingbird
import Markup
import Records
import Rules

/// The candidates of a unit and below on the day shown, those that wait longest first.
package struct CandidateListPage: Sendable {
  package struct Row: Sendable {
    package var person: PersonLink
    package var unit: UnitLink
    package var source: String
    package var since: CivilDate
    package var done: Int
    package var asked: Int
    /// The step that comes next, by its name in the rulebook; `nil` when nothing is missing.
    package var next: String?
    package var waitingSince: CivilDate
    /// `expiring` or `expired`, and the last day the certificate is good.
    package var certificate: String?
    package var certificateUntil: CivilDate?

    package init(
      person: PersonLink,
      unit: UnitLink,
      source: String,
      since: CivilDate,
      done: Int,
      asked: Int,
      next: String?,
      waitingSince: CivilDate,
      certificate: String? = nil,
      certificateUntil: CivilDate? = nil
    ) {
      self.person = person
      self.unit = unit
      self.source = source
      self.since = since
      self.done = done
      self.asked = asked
      self.next = next
      self.waitingSince = waitingSince
      self.certificate = certificate
      self.certificateUntil = certificateUntil
    }
  }

  /// One way to narrow the list, with how many it would leave.
  package struct Facet: Sendable {
    package var name: String
    package var value: String
    package var count: Int
    package var isOn: Bool

    package init(_ name: String, _ value: String, count: Int, isOn: Bool) {
      self.name = name
      self.value = value
      self.count = count
      self.isOn = isOn
    }
  }

  package var unit: UnitLink
  package var path: [UnitLink]
  /// How many there are without filters.
  package var total: Int
  package var count: Int
  package var rows: [Row]
  package var facets: [Facet]
  package var firstSerial: Int
  package var previous: String?
  package var next: String?
  /// Whether a rule is known for the day.
  package var hasRule: Bool
  package var takesFiles: Bool
  package var mayBegin: Bool

  package init(
    unit: UnitLink,
    path: [UnitLink],
    total: Int,
    count: Int,
    rows: [Row],
    facets: [Facet] = [],
    firstSerial: Int = 1,
    previous: String? = nil,
    next: String? = nil,
    hasRule: Bool = true,
    takesFiles: Bool = false,
    mayBegin: Bool = false
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
    self.mayBegin = mayBegin
  }
}

/// The list a secretary works through, and an office's list over its branch, with filters and as a file.
struct CandidateListPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/candidates", use: list)
    routes.files(of: "candidates", use: file)
  }

  /// `GET /units/:unit/candidates?next=cellVote&source=student&certificate=expired&sort=name&after=50`.
  @Sendable func list(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .candidates) { visit in
      try visit.candidateListPage(key)
    } _: { model, frame in
      candidateListView(model, in: frame)
    }
  }

  /// `GET /units/:unit/candidates.csv` with the same filters; taking it away is written down.
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
      let lines = try visit.candidateLines(unit).found
      let file = try visit.export(lines, unit, format)
      return TakenList(file, name: "candidates-\(path.last?.code ?? "")-\(visit.asOf.day)")
    }
  }
}

extension Visit {
  /// All candidates of a unit, and those the filters leave, in the order asked for.
  fileprivate func candidateLines(_ unit: ID<Unit>) throws -> (all: [CandidateLine], found: [CandidateLine]) {
    let all = try candidates(of: unit)
    var found = all
    if let next = asked.value("next") { found = found.filter { $0.nextCode == next } }
    if let source = try choice("source", RecruitSource.self) {
      found = found.filter { $0.candidacy.source == source }
    }
    if let state = asked.value("certificate") {
      found = found.filter { $0.progress.certificate?.state == state }
    }
    if asked.value("sort") != "name" {
      found.sort { $0.progress.waitingSince < $1.progress.waitingSince }
    }
    return (all, found)
  }

  fileprivate func candidateListPage(_ key: String) throws -> CandidateListPage {
    let unit = try unit(key)
    try require(.readRoll, on: unit)
    let path = try standing(of: unit)
    let (all, found) = try candidateLines(unit)
    let stretch = try Stretch(found.count, asked)
    let isCell = path.last.map { $0.kind == .cell || $0.kind == .baseCell } ?? false
    return CandidateListPage(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      total: all.count,
      count: found.count,
      rows: found[stretch.range].map(CandidateListPage.Row.init),
      facets: facets(all),
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next,
      hasRule: try candidateJudges(for: unit).candidate != nil,
      takesFiles: try allows(.exportLists, on: unit),
      mayBegin: try isCell && viewpoint.isNow && allows(.keepCandidates, on: unit)
    )
  }

  /// The ways to narrow the list: by what comes next, in the order of the rule, by source and certificate.
  private func facets(_ all: [CandidateLine]) -> [CandidateListPage.Facet] {
    let order = all.first?.progress.requirements.map(\.code) ?? []
    func facet(
      _ name: String,
      _ value: String,
      _ isMeant: (CandidateLine) -> Bool
    ) -> CandidateListPage.Facet? {
      let count = all.count(where: isMeant)
      let isOn = asked.value(name) == value
      return count > 0 || isOn ? CandidateListPage.Facet(name, value, count: count, isOn: isOn) : nil
    }
    let steps = (order + ["ceremony"]).compactMap { code in facet("next", code) { $0.nextCode == code } }
    let sources = RecruitSource.allCases.compactMap { source in
      facet("source", source.rawValue) { $0.candidacy.source == source }
    }
    let states = ["expired", "expiring"].compactMap { state in
      facet("certificate", state) { $0.progress.certificate?.state == state }
    }
    return steps + states + sources
  }

  /// Writes the list into a file, and down who is on it.
  fileprivate func export(
    _ lines: [CandidateLine],
    _ unit: ID<Unit>,
    _ format: ExportFormat
  ) throws -> ExportFile.Finished {
    let file = try ExportFile(format, title: "candidates", columns: CandidateLine.columns, created: moment)
    for line in lines { try file.write(line.cells) }
    try logList(
      of: unit,
      on: asOf.day,
      count: lines.count,
      named: lines.map(\.candidacy.person)
    )
    return try file.finish()
  }
}

extension CandidateListPage.Row {
  init(_ line: CandidateLine) {
    let progress = line.progress
    let state = progress.certificate?.state
    let isMarked = state == "expired" || state == "expiring"
    self.init(
      person: PersonLink(line.candidacy.person.description, line.particulars.name),
      unit: UnitLink(line.candidacy.unit.description, line.unitName),
      source: line.candidacy.source.rawValue,
      since: line.since,
      done: progress.requirements.count - progress.missing.count,
      asked: progress.requirements.count,
      next: progress.next?.code,
      waitingSince: progress.waitingSince,
      certificate: isMarked ? state : nil,
      certificateUntil: progress.certificate?.until
    )
  }
}
