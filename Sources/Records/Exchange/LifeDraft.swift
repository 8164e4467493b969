import Basics
import Rules

/// A life put together from the rows of lists, on top of what is recorded of the person.
struct LifeDraft {
  let run: ImportRun
  private(set) var life: Life
  /// How many facts are new.
  private(set) var added = 0
  /// The row each fact came from, in the order of the life's facts; `nil` for recorded ones.
  private var termRows: [ListRow?]
  private var affiliationRows: [ListRow?]
  private var postRows: [ListRow?]

  init(run: ImportRun, code: String, old: Life?) {
    self.run = run
    life = old ?? Life(person: ID(0), code: code)
    termRows = life.terms.map { _ in nil }
    affiliationRows = life.affiliations.map { _ in nil }
    postRows = life.posts.map { _ in nil }
  }

  /// Adds what the rows say.
  /// - Returns: what differs from the record, or names a unit that is not there.
  mutating func add(_ rows: [ListRow]) -> [(row: ListRow, objection: Objection)] {
    var wrong: [(row: ListRow, objection: Objection)] = []
    for row in rows {
      guard let span = row.span else { continue }
      switch row.kind {
      case .members:
        if let known = life.terms.first(where: { $0.id != nil && $0.span.start == span.start }) {
          wrong += differences(row, known, span).map { (row, $0) }
        } else {
          addParticulars(row, span)
          life.terms.append(row.fact(row.term, span))
          termRows.append(row)
          added += 1
        }
      case .affiliations:
        guard let unit = unit(row, &wrong), let role = AffiliationRole(rawValue: row[.role]) else { continue }
        let value = Affiliation(unit, role)
        if life.affiliations.contains(where: { $0.id != nil && $0.value == value && $0.span == span }) {
          continue
        }
        life.affiliations.append(row.fact(value, span))
        affiliationRows.append(row)
        added += 1
      case .posts:
        guard let unit = unit(row, &wrong) else { continue }
        let value = Post(unit, row[.post])
        if life.posts.contains(where: { $0.id != nil && $0.value == value && $0.span == span }) { continue }
        life.posts.append(row.fact(value, span))
        postRows.append(row)
        added += 1
      case .units, .meetings, .attendance:
        break
      }
    }
    return wrong
  }

  private func unit(_ row: ListRow, _ wrong: inout [(row: ListRow, objection: Objection)]) -> ID<Unit>? {
    let code = row[.unit]
    if let unit = run.unitsByCode[code] {
      guard run.refusedUnits.contains(code) else { return unit }
      // A home in a unit that is not taken stays in the life, so that the life falls with it.
      if row.kind == .affiliations, row[.role] == AffiliationRole.home.rawValue { return unit }
      wrong.append((row, Objection(.unit, .hangsOnRefusedRow)))
      return nil
    }
    let hangs = run.refusedUnits.contains(code)
    wrong.append((row, Objection(.unit, hangs ? .hangsOnRefusedRow : .unknownUnit(code))))
    return nil
  }

  private mutating func addParticulars(_ row: ListRow, _ span: Span) {
    let particulars = row.particulars
    guard let last = life.particulars.indices.last else {
      life.particulars = [row.fact(particulars, .always)]
      return
    }
    guard life.particulars[last].value != particulars, life.particulars[last].span.contains(span.start) else {
      return
    }
    _ = life.particulars.set(particulars, from: span.start, cited: row.text(.decision))
  }

  private func differences(_ row: ListRow, _ known: Fact<Term>, _ span: Span) -> [Objection] {
    let lastDay = known.span.end?.adding(days: -1) ?? .latest
    let recorded = life.particulars.last { $0.span.contains(lastDay) }?.value ?? life.particulars.last?.value
    let cells: [(Field, String?)] = [
      (.name, recorded?.name), (.born, recorded?.born?.description), (.sex, recorded?.sex?.rawValue),
      (.ethnicity, recorded?.ethnicity), (.card, recorded?.card),
      (.decided, known.value.decided?.description), (.official, known.value.official?.description),
      (.left, known.span.end?.description), (.reason, known.value.reason?.rawValue),
    ]
    return cells.compactMap { field, value in
      guard run.present[.members]?.contains(field) ?? false, row[field] != value ?? "" else { return nil }
      return Objection(field, .differs(recorded: value ?? "", given: row[field]))
    }
  }

  /// The rows whose facts are not in the record.
  var newRows: [ListRow] { (termRows + affiliationRows + postRows).compactMap { $0 } }

  // MARK: Leaving out

  /// The row of a fact; for a recorded one, the row that contradicts it.
  private func row(_ place: Place) -> ListRow? {
    let own: ListRow? =
      switch place {
      case .term(let index): termRows[index]
      case .affiliation(let index): affiliationRows[index]
      case .post(let index): postRows[index]
      case .state: nil
      }
    return own ?? affiliationRows.compactMap { $0 }.last ?? termRows.compactMap { $0 }.last
  }

  func refuse(_ finding: Finding) {
    guard let row = row(finding.place) else { return }
    if case .unitAbsent(let code, nil, _) = finding.objection.refusal, run.refusedUnits.contains(code) {
      run.refuse(row.kind, row.line, Objection(.unit, .hangsOnRefusedRow))
    } else {
      run.refuse(row.kind, row.line, finding.objection)
    }
  }

  /// Refuses every row of the person that is not refused yet.
  func refuseAll() {
    for row in (termRows + affiliationRows + postRows).compactMap({ $0 })
    where !run.isRefused(row.kind, row.line) {
      run.refuse(row.kind, row.line, Objection(.person, .hangsOnRefusedRow))
    }
  }

  mutating func leaveOut(_ places: Set<Place>) {
    for index in life.affiliations.indices.reversed() where places.contains(.affiliation(index)) {
      guard affiliationRows[index] != nil else { continue }
      life.affiliations.remove(at: index)
      affiliationRows.remove(at: index)
      added -= 1
    }
    for index in life.posts.indices.reversed() where places.contains(.post(index)) {
      guard postRows[index] != nil else { continue }
      life.posts.remove(at: index)
      postRows.remove(at: index)
      added -= 1
    }
  }
}
