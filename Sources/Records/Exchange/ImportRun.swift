import Basics
import Rules
import Storage

/// One import while it runs: reads the lists, holds them against the rules and the record, writes.
final class ImportRun {
  let work: Work
  let stage: StagedLists
  let acceptsValid: Bool
  let watch: ImportWatch
  var report = ImportReport()
  /// The file of each list, as people call it.
  var files: [ListKind: String] = [:]
  /// The optional columns each list has: what it does not speak of is not compared.
  var present: [ListKind: Set<Field>] = [:]
  /// The units of the record and of the lists.
  var units: [ID<Unit>: UnitLife] = [:]
  var unitsByCode: [String: ID<Unit>] = [:]
  /// Units that are not taken, with all that hangs on them.
  var refusedUnits: Set<String> = []
  /// People with a row that could not be read.
  var brokenPeople: Set<String> = []
  /// Whether the record held anybody before.
  let isEmpty: Bool
  /// What lives and units are held against.
  let regulations: RegulationsByUnit

  init(work: Work, stage: StagedLists, acceptsValid: Bool, watch: ImportWatch) throws {
    self.work = work
    self.stage = stage
    self.acceptsValid = acceptsValid
    self.watch = watch
    regulations = try RegulationsByUnit(work)
    isEmpty = try !work.db.exists("SELECT 1 FROM person")
  }

  /// Whether it still makes sense to write.
  var writes: Bool { acceptsValid || report.refused.isEmpty }

  func run(_ source: ListSource) throws -> ImportReport {
    try work.beginBulk()
    let unitRows = try read(source)
    try watch.tell(.judging, unitRows.count, report.read)
    try ImportUnits(run: self).take(unitRows)
    let people = try ImportPeople(run: self)
    if isEmpty {
      // Nobody is looked up while nobody is there: the indexes are made at the end.
      try work.db.withoutIndexes(of: LifeStore.tables) { try people.takeAll() }
    } else {
      try people.takeAll()
    }
    try watch.tell(.closing, report.read, report.read)
    if writes { try ImportAdvice(run: self).add() }
    report.refused.sort { ($0.place.list.number, $0.place.row) < ($1.place.list.number, $1.place.row) }
    report.accepted = max(report.read - refusedLines.reduce(0) { $0 + $1.count }, 0)
    return report
  }

  /// Reads all lists: rows about people are staged, those about units kept.
  private func read(_ source: ListSource) throws -> [ListRow] {
    var unitRows: [ListRow] = []
    let staging = try stage.inserter()
    for list in try source.open() {
      files[list.kind] = list.name
      let missing = try list.readHeadings()
      present[list.kind] = Set(list.kind.columns.map(\.field).filter(list.has))
      for heading in list.unknown {
        warn(ListPlace(list: list.kind, file: list.name, row: 1, column: nil), .unknownColumn(heading))
      }
      for field in missing { refuse(list.kind, 1, Objection(field, .blank)) }
      if !missing.isEmpty { continue }
      while let (raw, shape) = try list.next() {
        var row = raw
        report.read += 1
        if report.read % ImportWatch.pace == 0 { try watch.tell(.reading, report.read, nil) }
        let objections = shape.map { [$0] } ?? row.understand()
        for objection in objections { refuse(row.kind, row.line, objection) }
        if row.kind == .units {
          if objections.isEmpty { unitRows.append(row) } else { refusedUnits.insert(row[.code]) }
        } else if objections.isEmpty {
          try staging.insert(StagedLists.values(row))
        } else if row.kind == .members {
          brokenPeople.insert(row[.person])
        }
      }
    }
    return unitRows
  }

  func place(_ kind: ListKind, _ line: Int, _ field: Field?) -> ListPlace {
    ListPlace(list: kind, file: files[kind] ?? kind.rawValue, row: line, column: field)
  }

  private var refusedLines: [Set<Int>] = ListKind.allCases.map { _ in [] }

  func isRefused(_ kind: ListKind, _ line: Int) -> Bool { refusedLines[kind.number].contains(line) }

  func refuse(_ kind: ListKind, _ line: Int, _ objection: Objection) {
    refusedLines[kind.number].insert(line)
    report.refused.append(RefusedRow(place: place(kind, line, objection.field), refusal: objection.refusal))
  }

  func warn(_ place: ListPlace, _ advice: Advice) {
    report.warnings.append(Warning(place: place, advice: advice))
  }
}
