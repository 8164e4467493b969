import Basics
import Markup
import Records
import Rules
import Storage

/// One sending of a deed's form: read, rehearsed, carried out.
struct Attempt: Sendable {
  let reception: Reception
  let asked: Asked
  let token: [UInt8]
  let kind: DeedKind
  let pairs: [Query.Pair]
  let request: String

  private var office: Office { reception.office }

  /// Looks at the record as the visitor.
  private func look<Value: Sendable>(
    _ body: @escaping @Sendable (Visit) throws -> Value
  ) async throws -> Value {
    try await reception.database.read { db in
      guard let arrival = try reception.visit(asked, token, db) else { throw PageFault.signedOut }
      if let fault = arrival.fault { throw fault }
      return try body(arrival.visit)
    }
  }

  func head() async throws -> Int64 { try await look { $0.head } }

  /// Where the deed led that this very form asked for before; `nil` when it is sent for the first time.
  func earlier() async throws -> Path? {
    try await look { visit in
      guard let seq = try JournalStore(db: visit.db).entry(ofRequest: request, by: visit.visitor.account)
      else {
        return nil
      }
      return try destination(visit, [seq])
    }
  }

  func draft() async throws -> DeedDraft {
    try await look { try $0.draft(kind, pairs, request: request) }
  }

  /// Carries the deed out.
  /// - Returns: where to look at what came of it.
  func record(_ draft: DeedDraft) async throws -> Path {
    let receipts = try await office.carryOut(draft.errands)
    return try await look { try destination($0, receipts.map(\.entry)) }
  }

  /// Finds out what the deed would do.
  func rehearse(_ draft: DeedDraft) async throws -> DeedSheet.Preview {
    try await office.rehearse(draft.errands) { db, before in
      guard let visit = try reception.visit(asked, token, db, cache: FigureCache(capacity: 16))?.visit else {
        throw PageFault.signedOut
      }
      return try visit.preview(draft, after: before)
    }
  }

  /// What others changed of the deed's subjects since the form was opened.
  func meanwhile(_ draft: DeedDraft) async throws -> [ChangeTold] {
    try await look { visit in
      let changes = try draft.target.subjects.flatMap { subject in
        try RecordChanges(db: visit.db, after: draft.sheet.seen).all(of: subject, limit: 50)
      }
      let mine = try changes.filter(visit.mayRead)
      let telling = try ChangeTelling(mine, visit.db)
      return mine.map(telling.told)
    }
  }

  /// The page that shows what came of it, saying so.
  private func destination(_ visit: Visit, _ entries: [Int64]) throws -> Path {
    guard let last = entries.last else { return Path() }
    let changes = try RecordChanges(db: visit.db, of: last).all(limit: 20)
    var path = Path()
    for change in changes {
      switch change.subject {
      case .person(let person) where try visit.allowsReading(person):
        path = Path("people", person.description)
      case .unit(let unit) where try visit.allows(.readUnits, on: unit):
        path = Path("units", unit.description)
      default: continue
      }
      break
    }
    if case .unit(let unit) = try? visit.target(of: kind), kind != .found, kind != .admit {
      path = Path("units", unit.description)
    }
    return path.with("done", Int(last))
  }
}

extension Visit {
  /// Whether a change is the visitor's to be told of: of a discipline, only those are who may read of it.
  fileprivate func mayRead(_ change: RecordChange) throws -> Bool {
    guard let deed = change.reading else { return true }
    let unit: ID<Unit>? =
      switch change.subject {
      case .person(let person): try Reach(db: db, today: today).unit(of: person)
      case .unit(let unit): unit
      case .account: nil
      }
    return try unit.map { try allows(deed, on: $0) } ?? false
  }

  /// What a deed would do, in a record in which it is done.
  fileprivate func preview(_ draft: DeedDraft, after before: Int64) throws -> DeedSheet.Preview {
    let changes = try RecordChanges(db: db, after: before).all(limit: 300)
    let telling = try ChangeTelling(changes, db)
    let filed = try draft.decision.map { text in
      (link: try link(text), isFiled: try DecisionStore(db: db).isFiled(text, upTo: before))
    }
    return DeedSheet.Preview(
      day: draft.sheet.kind.dayField.flatMap { draft.sheet.values[$0] }.flatMap { CivilDate($0) },
      changes: changes.map(telling.told),
      counts: try counts(changes, after: before),
      advice: try advice(changes),
      duplicates: try duplicates(draft, changes),
      decision: filed?.link,
      isFiled: filed?.isFiled ?? false
    )
  }

  private func link(_ text: DecisionText) throws -> DecisionLink {
    let issuer = try text.issuer.map { try TreeStore(db: db).lastName($0) }
    return DecisionLink(key: nil, number: text.number, signed: text.signed, issuer: issuer)
  }

  /// The headcounts that change, of the units people come to or leave and of those that move.
  private func counts(_ changes: [RecordChange], after before: Int64) throws -> [DeedSheet.Count] {
    var units: [ID<Unit>] = []
    var last: CivilDate?
    for change in changes {
      for value in [change.before?.value, change.after?.value] {
        let unit: ID<Unit>? =
          switch value {
          case .affiliation(let tie) where tie.role == .home: tie.unit
          case .unitParent(let parent): parent
          default: nil
          }
        guard let unit else { continue }
        if !units.contains(unit) { units.append(unit) }
        last = Swift.max(last ?? change.day, change.day)
      }
    }
    guard let day = last else { return [] }
    let store = FigureStore(db: db)
    let names = try NameStore(db: db).names(of: units, .now)
    return try units.prefix(6).compactMap { unit in
      let then = try store.memberFigures(of: unit, AsOf(day, .entry(before)))[.total] ?? 0
      let now = try store.memberFigures(of: unit, AsOf(day))[.total] ?? 0
      guard then != now else { return nil }
      let link = UnitLink(unit.description, names[unit]?.value(around: day) ?? "")
      return DeedSheet.Count(unit: link, day: day, before: then, after: now)
    }
  }

  /// The people who may be the one to be admitted, but for the one the rehearsal made.
  private func duplicates(_ draft: DeedDraft, _ changes: [RecordChange]) throws -> [ProbableDuplicate] {
    guard let admission = draft.operations.first as? AdmitMember, admission.person == nil else { return [] }
    let made = changes.lazy.compactMap { change -> ID<Person>? in
      if case .person(let person) = change.subject { person } else { nil }
    }.first
    return try DuplicateStore(db: db, today: today, account: visitor.account)
      .find(admission.particulars, but: made)
  }

  /// What a rulebook would object to in the lives the deed touches.
  private func advice(_ changes: [RecordChange]) throws -> [Advice] {
    var found: [Advice] = []
    var seen: Set<ID<Person>> = []
    let judges = Judges(try regulations())
    for change in changes {
      guard case .person(let person) = change.subject, seen.insert(person).inserted, seen.count <= 50,
        let life = try LifeStore(db: db).life(person)
      else { continue }
      for (_, advice) in life.advice(judges) where !found.contains(advice) { found.append(advice) }
    }
    return found
  }

  /// Stops unless the visitor may annul an entry: whoever may not learns nothing of it.
  func requireAnnulling(_ entry: Int64) throws {
    let changes = try RecordChanges(db: db, of: entry).all(limit: 200)
    if changes.isEmpty {
      if !standing.readsJournal { throw PageFault.absent }
      return
    }
    if changes.count >= 200, !standing.readsJournal { throw PageFault.absent }
    for change in changes {
      let unit: ID<Unit>? =
        switch change.subject {
        case .person(let person): try Reach(db: db, today: today).unit(of: person)
        case .unit(let unit): unit
        case .account: nil
        }
      guard let unit, try mayRead(change) else { throw PageFault.absent }
      try require(.annul, on: unit)
    }
  }
}
