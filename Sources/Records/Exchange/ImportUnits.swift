import Basics
import Rules
import Storage

/// Takes the units of an import: rows of one code are its spans, held against each other and the tree.
struct ImportUnits {
  let run: ImportRun

  func take(_ rows: [ListRow]) throws {
    try loadRecorded()
    let byCode = Dictionary(grouping: rows) { $0[.code] }
    let codes = rows.map { $0[.code] }.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    var seen: Set<String> = []
    let order = codes.filter { seen.insert($0).inserted }
    var fresh: [String] = []
    for code in order where run.unitsByCode[code] == nil {
      run.unitsByCode[code] = try UnitStore(db: run.work.db).identity(code: code) ?? run.work.draw()
      fresh.append(code)
    }
    var lives: [String: UnitLife] = [:]
    for code in fresh {
      let rows = (byCode[code] ?? []).sorted { $0[.from] < $1[.from] }
      if let life = life(code, rows) { lives[code] = life }
    }
    for code in order where !fresh.contains(code) || lives[code] == nil {
      guard !fresh.contains(code) else { continue }
      compare(code, byCode[code] ?? [])
    }
    for (_, life) in lives { run.units[life.unit] = life }
    judge(fresh, byCode)
    guard run.writes else { return }
    let sound = fresh.filter { !run.refusedUnits.contains($0) }
    for row in sound.flatMap({ byCode[$0] ?? [] }) { try run.watch.found(row) }
    try write(sound)
  }

  /// The units of the record, which the lists lean on.
  private func loadRecorded() throws {
    let store = UnitStore(db: run.work.db)
    let known: [ID<Unit>] = try run.work.db.rows(
      "SELECT DISTINCT k.unit FROM unit_kind k WHERE \(known("k")) ORDER BY k.unit"
    ) { try $0[0] }
    for unit in known {
      guard let life = try store.life(unit) else { continue }
      run.units[unit] = life
      run.unitsByCode[life.code] = unit
    }
  }

  /// The life that rows of one code say; `nil`, and the rows refused, when they contradict each other.
  private func life(_ code: String, _ rows: [ListRow]) -> UnitLife? {
    guard let unit = run.unitsByCode[code] else { return nil }
    var life = UnitLife(unit: unit, code: code)
    var isSound = !run.refusedUnits.contains(code)
    var reached: Span?
    for row in rows {
      guard let span = row.span else { continue }
      if let reached {
        if reached.overlaps(span) {
          refuse(row, .from, .overlapInUnit(reached))
          isSound = false
        } else if reached.end != span.start {
          refuse(row, .from, .gapInUnit(from: reached.end ?? span.start, until: span.start))
          isSound = false
        }
      }
      reached = span
      if let kind = UnitKind(rawValue: row[.kind]) { life.kinds.extend(row.fact(kind, span)) }
      life.names.extend(row.fact(row[.name], span))
      if let sector = Sector(rawValue: row[.sector]) { life.sectors.extend(row.fact(sector, span)) }
      if let parent = row.text(.parent) {
        if let id = run.unitsByCode[parent] {
          life.parents.extend(row.fact(id, span))
        } else {
          let hangs = run.refusedUnits.contains(parent)
          refuse(row, .parent, hangs ? .hangsOnRefusedRow : .unknownUnit(parent))
          isSound = false
        }
      }
    }
    if !isSound {
      for row in rows where !isRefused(row) { refuse(row, nil, .hangsOnRefusedRow) }
      run.refusedUnits.insert(code)
    }
    return life
  }

  /// Holds the lists' units against the tree, until nothing more falls with what fell.
  private func judge(_ codes: [String], _ rows: [String: [ListRow]]) {
    let circles = circular(codes)
    var changed = true
    while changed {
      changed = false
      for code in codes where !run.refusedUnits.contains(code) {
        guard let unit = run.unitsByCode[code], let life = run.units[unit] else { continue }
        let findings =
          circles.contains(unit)
          ? life.kinds.map { UnitFinding($0.span.start, .parent, .ownAncestor(code)) }
          : life.findings { run.units[$0] }
        let hangs = life.parents.first {
          run.units[$0.value].map { run.refusedUnits.contains($0.code) } ?? true
        }
        if findings.isEmpty, hangs == nil { continue }
        let own = rows[code] ?? []
        for finding in findings {
          guard let row = own.last(where: { $0.span?.contains(finding.day) ?? false }) ?? own.first else {
            continue
          }
          refuse(row, finding.objection.field, finding.objection.refusal)
        }
        for row in own where !isRefused(row) { refuse(row, .parent, .hangsOnRefusedRow) }
        run.refusedUnits.insert(code)
        changed = true
      }
    }
  }

  /// The units that would, on some day, stand under themselves.
  private func circular(_ codes: [String]) -> Set<ID<Unit>> {
    var found: Set<ID<Unit>> = []
    for code in codes {
      guard let start = run.unitsByCode[code], let life = run.units[start] else { continue }
      for first in life.parents {
        var day = first.span
        var above = first.value
        var steps = 0
        while steps < 64 {
          if above == start {
            found.insert(start)
            break
          }
          guard let next = run.units[above]?.parents.first(where: { $0.span.overlaps(day) }),
            let shared = next.span.intersection(day)
          else { break }
          day = shared
          above = next.value
          steps += 1
        }
      }
    }
    return found
  }

  /// A unit that is there already must be the same.
  private func compare(_ code: String, _ rows: [ListRow]) {
    guard let unit = run.unitsByCode[code], let life = run.units[unit] else { return }
    let said = self.life(code, rows.sorted { $0[.from] < $1[.from] })
    if let said, life.sameFacts(said) { return }
    var isSaid = false
    for row in rows {
      guard let day = row.span?.start else { continue }
      for (field, recorded) in recordedCells(life, on: day)
      where run.present[.units]?.contains(field) ?? false {
        guard row[field] != recorded else { continue }
        refuse(row, field, .differs(recorded: recorded, given: row[field]))
        isSaid = true
      }
    }
    if !isSaid, let row = rows.first {
      let recorded = life.existence.map { "\($0)" } ?? ""
      refuse(row, .from, .differs(recorded: recorded, given: row.span.map { "\($0)" } ?? ""))
    }
  }

  /// What a list would say of a unit as it was on a day.
  private func recordedCells(_ life: UnitLife, on day: CivilDate) -> [(Field, String)] {
    let spans = [
      life.kinds.map(\.span), life.names.map(\.span), life.sectors.map(\.span), life.parents.map(\.span),
    ]
    let current = spans.flatMap { $0 }.filter { $0.contains(day) }
    let next = spans.flatMap { $0 }.map(\.start).filter { $0 > day }.min()
    let end = current.compactMap(\.end).min()
    return [
      (.name, life.name(on: day) ?? ""), (.kind, life.kind(on: day)?.rawValue ?? ""),
      (.sector, life.sectors.first { $0.span.contains(day) }?.value.rawValue ?? ""),
      (.parent, life.parent(on: day).flatMap { run.units[$0]?.code } ?? ""),
      (.from, current.map(\.start).max()?.description ?? ""),
      (.until, Span.earlier(next, end)?.description ?? ""),
    ]
  }

  private func write(_ codes: [String]) throws {
    let work = run.work
    let lineages = Lineages(
      existence: { run.units[$0]?.existence },
      parents: { run.units[$0]?.parents.map { Dated($0.value, $0.span) } ?? [] }
    )
    let store = UnitStore(db: work.db)
    for code in codes {
      guard let unit = run.unitsByCode[code], run.units[unit] != nil else { continue }
      if try store.identity(code: code) == nil { try work.insert(.unit, unit, [code.sqlValue]) }
    }
    for code in codes {
      guard let unit = run.unitsByCode[code], let life = run.units[unit] else { continue }
      try store.writeFacts(life, from: nil, work)
      run.report.new += life.kinds.count + life.names.count
      for dated in lineages.ancestors(of: unit) {
        try work.write(.ancestry, work.draw(), dated.span, UnitStore.ancestryRow(unit, dated.value))
      }
    }
  }

  private func refuse(_ row: ListRow, _ field: Field?, _ refusal: Refusal) {
    run.refuse(.units, row.line, Objection(field, refusal))
  }

  private func isRefused(_ row: ListRow) -> Bool {
    run.isRefused(.units, row.line)
  }
}

extension Array {
  /// Adds a fact after the last one; one that says the same and follows it at once makes it longer.
  fileprivate mutating func extend<Value>(_ fact: Fact<Value>) where Element == Fact<Value> {
    if let last = last, last.value == fact.value, last.span.end == fact.span.start,
      let longer = Span(from: last.span.start, until: fact.span.end)
    {
      self[count - 1].span = longer
    } else {
      append(fact)
    }
  }
}

extension UnitLife {
  /// Whether both say the same, whatever they cite.
  fileprivate func sameFacts(_ other: UnitLife) -> Bool {
    kinds.map { Dated($0.value, $0.span) } == other.kinds.map { Dated($0.value, $0.span) }
      && names.map { Dated($0.value, $0.span) } == other.names.map { Dated($0.value, $0.span) }
      && sectors.map { Dated($0.value, $0.span) } == other.sectors.map { Dated($0.value, $0.span) }
      && parents.map { Dated($0.value, $0.span) } == other.parents.map { Dated($0.value, $0.span) }
  }
}
