import Basics
import Markup
import Records
import Rules
import Storage

/// A deed as it was asked for: the form, and the operations it comes to once everything in it can be read.
struct DeedDraft: Sendable {
  var sheet: DeedSheet
  let target: DeedTarget
  let operations: [any Operation]
  let decision: DecisionText?
  /// The paper that came with it.
  let scan: Scan?
  let account: ID<Account>

  /// What the office is asked to carry out: the entry corrected first, then an entry for each operation.
  var errands: [Errand] {
    let seen = Seen(target.subjects, at: sheet.seen)
    var errands: [Errand] = []
    if let corrects = sheet.corrects {
      let annul = AnnulEntry(entry: corrects)
      errands.append(
        Errand(annul, by: .account(account), request: sheet.request + ".0", seen: seen)
      )
    }
    for (index, operation) in operations.enumerated() {
      errands.append(
        Errand(
          operation,
          by: .account(account),
          under: decision,
          scan: scan,
          request: index == 0 ? sheet.request : "\(sheet.request).\(index)",
          seen: errands.isEmpty ? seen : nil
        )
      )
    }
    return errands
  }
}

extension DeedTarget {
  /// What must not have been changed by others since the form was opened.
  var subjects: [Subject] {
    switch self {
    case .people(let people): people.map(Subject.person)
    case .unit(let unit): [.unit(unit)]
    case .entry: []
    }
  }
}

extension Visit {
  /// Whom or what a deed's address names.
  ///
  /// Stops when the visitor may not do it there.
  func target(of kind: DeedKind) throws -> DeedTarget {
    switch kind.target {
    case .person:
      let people = try asked.values("person").map { key in
        guard let person = ID<Person>(key) else { throw PageFault.absent }
        guard let unit = try Reach(db: db, today: today).unit(of: person) else { throw PageFault.absent }
        try require(kind.deed, on: unit)
        return person
      }
      if people.isEmpty || people.count > (kind.takesSeveral ? 500 : 1) { throw PageFault.absent }
      return .people(Array(Set(people)).sorted())
    case .unit:
      let unit = try unit(asked.value("unit") ?? "")
      guard try UnitStore(db: db).existence(unit).existence != nil else { throw PageFault.absent }
      try require(kind.deed, on: unit)
      return .unit(unit)
    case .entry:
      guard let entry = asked.value("entry").flatMap({ Int(digits: $0) }), entry > 0, entry <= head else {
        throw PageFault.absent
      }
      // Whose it is, the rehearsal finds out.
      return .entry(Int64(entry))
    }
  }

  /// The form for a deed, filled in with what was written, or with what is so now.
  func draft(_ kind: DeedKind, _ pairs: [Query.Pair]?, request: String) throws -> DeedDraft {
    let target = try target(of: kind)
    let corrects = try (pairs?.first { $0.name == "corrects" }?.value ?? asked.value("corrects"))
      .map { try correctable($0, kind, target) }
    var reading = DeedReading(self, try pairs ?? prefill(kind, target, corrects: corrects))
    var operations: [any Operation] = []
    var decision: DecisionText?
    if pairs != nil {
      operations = try reading.operations(kind, target)
      decision = try reading.decision(kind.decision)
      try settleWay(kind, target, &operations, &decision)
      if !reading.objections.isEmpty { operations = [] }
    }
    let written = pairs?.first { $0.name == "seen" }?.value
    let seen = written.flatMap { Int(digits: $0) }.map(Int64.init) ?? head
    var sheet = DeedSheet(
      kind: kind,
      subjects: [],
      path: [],
      facts: [],
      values: reading.values,
      kindsBelow: [],
      ownFacts: [:],
      candidates: reading.candidates,
      objections: reading.objections,
      meanwhile: [],
      corrects: corrects,
      seen: min(seen, head),
      request: request
    )
    try describe(target, in: &sheet)
    try describeWay(target, in: &sheet)
    return DeedDraft(
      sheet: sheet,
      target: target,
      operations: operations,
      decision: decision,
      scan: decision == nil ? nil : reading.scan(),
      account: visitor.account
    )
  }

  // MARK: What stands in the form at first

  private func prefill(_ kind: DeedKind, _ target: DeedTarget, corrects: Int64?) throws -> [Query.Pair] {
    var values: [Field: String] = [:]
    if let day = kind.dayField, kind != .recognise {
      values[day] = (asOf.day > today ? asOf.day : today).description
    }
    if kind == .askComment || kind == .receiveComment { values[.year] = String(today.year) }
    switch target {
    case .people(let people):
      guard people.count == 1, let life = try LifeStore(db: db).life(people[0]) else { break }
      if kind == .recognise, let term = life.term(on: today) {
        values[.official] = try officialDay(of: life, since: term.span.start)?.description
      }
      if kind == .correct || kind == .change, let known = life.particulars.last?.value {
        values[.name] = known.name
        values[.born] = known.born?.description
        values[.sex] = known.sex?.rawValue
        values[.ethnicity] = known.ethnicity
        values[.card] = known.card
      }
      try prefillWay(kind, life, &values)
      if kind == .holdPost, let home = life.home(on: today) {
        values[.unit] = try UnitStore(db: db).code(of: home.value.unit)
      }
    case .unit(let unit):
      guard let life = try UnitStore(db: db).life(unit) else { break }
      if kind == .rename { values[.name] = life.name(on: today) }
      if kind == .reclassify {
        values[.kind] = life.kind(on: today)?.rawValue
        values[.sector] = life.sectors.first { $0.span.contains(today) }?.value.rawValue
      }
    case .entry: break
    }
    for field in kind.fields {
      // A link may bring a value along: the unit to transfer to, the day of a plan.
      if let given = asked.value(field.field.rawValue), field.field != .person,
        field.field != .unit || kind.target == .person
      {
        values[field.field] = given
      }
    }
    if let corrects { try fill(&values, from: corrects, kind) }
    return values.map { Query.Pair(name: $0.key.rawValue, value: $0.value) }
  }

  /// From which day the rule has a member on probation official; `nil` when no rule is known.
  private func officialDay(of life: Life, since ceremony: CivilDate) throws -> CivilDate? {
    guard let home = life.home(on: today)?.value.unit else { return nil }
    return Probation(since: ceremony, considered: today, by: try regulations(for: home))?.official
  }

  /// What the entry to be corrected said, field by field.
  private func fill(_ values: inout [Field: String], from entry: Int64, _ kind: DeedKind) throws {
    guard let line = try JournalStore(db: db).entry(entry)?.line, let text = line.said else { return }
    let units = UnitStore(db: db)
    for (name, value) in Said(text).pairs {
      let field: Field? = name == "successors" ? .successor : Field(rawValue: name)
      guard let field, kind.fields.contains(where: { $0.field == field }) else { continue }
      values[field] = try ID<Unit>(value).flatMap { try units.code(of: $0) } ?? value
    }
    if kind == .endIdentifier {
      let said = Said(text).byName
      values[.value] = "\(said["system"] ?? "")@\(said["value"] ?? "")"
    }
    if kind == .endRole || kind == .leavePost {
      let said = Said(text).byName
      values[kind == .endRole ? .role : .post] =
        "\(said[kind == .endRole ? "role" : "post"] ?? "")@\(said["unit"] ?? "")"
    }
    guard let decision = line.decision else { return }
    values[.number] = decision.text.number
    values[.signed] = decision.text.signed.description
    values[.issuer] = try decision.text.issuer.flatMap { try units.code(of: $0) }
    values[.signer] = decision.text.signer
    values[.basis] = decision.text.basis
  }

  /// The entry that a form corrects, when it is one of this deed and of this subject.
  private func correctable(_ text: String, _ kind: DeedKind, _ target: DeedTarget) throws -> Int64 {
    guard let entry = Int(digits: text).map(Int64.init),
      let line = try JournalStore(db: db).entry(entry)?.line, let said = line.said
    else { throw PageFault.absent }
    let pairs = Said(said).byName
    guard DeedKind(correcting: line.operation, said: pairs) == kind else { throw PageFault.absent }
    let touched = try target.subjects.contains { subject in
      try !RecordChanges(db: db, of: entry).all(of: subject, limit: 1).isEmpty
    }
    // A deed that made its subject (an admission, a founding) is corrected from where it was done.
    if !touched, kind != .admit, kind != .found { throw PageFault.absent }
    return entry
  }

  // MARK: Whom it is about

  private func describe(_ target: DeedTarget, in sheet: inout DeedSheet) throws {
    switch target {
    case .people(let people):
      let names = try NameStore(db: db).particulars(of: people, .now)
      sheet.subjects = people.map { person in
        .person(PersonLink(person.description, names[person]?.last?.value.name ?? person.description))
      }
      guard people.count == 1, let life = try LifeStore(db: db).life(people[0]) else { return }
      if let home = life.home(on: today)?.value.unit, try allows(.readUnits, on: home) {
        sheet.path = crumbs(try TreeStore(db: db).path(to: home, AsOf(today)))
      }
      let standing = try facts(of: life)
      sheet.facts = standing.map(\.told)
      sheet.ownFacts[.role] = standing.compactMap { fact in
        guard case .affiliation(let tie) = fact.value, tie.role != .home else { return nil }
        return DeedSheet.OwnFact(value: "\(tie.role.rawValue)@\(tie.unit)", fact: fact.told)
      }
      sheet.ownFacts[.value] = standing.compactMap { fact in
        guard case .identifier(let own) = fact.value else { return nil }
        return DeedSheet.OwnFact(value: "\(own.system)@\(own.value)", fact: fact.told)
      }
      sheet.ownFacts[.post] = standing.compactMap { fact in
        guard case .post(let post) = fact.value else { return nil }
        return DeedSheet.OwnFact(value: "\(post.post)@\(post.unit)", fact: fact.told)
      }
    case .unit(let unit):
      let tree = TreeStore(db: db)
      sheet.subjects = [.unit(UnitLink(unit.description, try tree.lastName(unit)))]
      sheet.path = Array(crumbs(try tree.path(to: unit, AsOf(today))).dropLast())
      guard let life = try UnitStore(db: db).life(unit) else { return }
      sheet.facts = try facts(of: life).map(\.told)
      sheet.kindsBelow = (life.kind(on: today)?.children ?? []).map(\.rawValue)
    case .entry(let entry):
      guard let line = try JournalStore(db: db).entry(entry)?.line else { throw PageFault.absent }
      sheet.annulled = DeedSheet.AnnulledEntry(
        sequence: Int(line.seq),
        operation: line.operation,
        moment: time(line.moment),
        account: line.account,
        decision: line.decision?.link
      )
    }
  }

  private struct StandingFact {
    let value: FactValue
    let told: FactTold
  }

  /// What is so of a person today, or will be.
  private func facts(of life: Life) throws -> [StandingFact] {
    try standing(
      life.terms.map { Dated(.term($0.value), $0.span) }
        + life.affiliations.map { Dated(.affiliation($0.value), $0.span) }
        + life.posts.map { Dated(.post($0.value), $0.span) }
        + life.particulars.map { Dated(.particulars($0.value), $0.span) }
        + life.states.map { Dated(.state($0.value), $0.span) }
        + IdentifierStore(db: db).identifiers(of: life.person).map { Dated(.identifier($0.value), $0.span) },
      of: .person(life.person)
    )
  }

  private func facts(of life: UnitLife) throws -> [StandingFact] {
    try standing(
      life.names.map { Dated(.unitName($0.value), $0.span) }
        + life.kinds.map { Dated(.unitKind($0.value), $0.span) }
        + life.sectors.map { Dated(.unitSector($0.value), $0.span) }
        + life.parents.map { Dated(.unitParent($0.value), $0.span) },
      of: .unit(life.unit)
    )
  }

  private func standing(_ facts: [Dated<FactValue>], of subject: Subject) throws -> [StandingFact] {
    let open = facts.filter { fact in fact.span.end.map { $0 > today } ?? true }
    let changes = open.map { RecordChange(fact: ID(0), subject: subject, before: nil, after: $0) }
    let telling = try ChangeTelling(changes, db)
    return open.map { StandingFact(value: $0.value, told: telling.told($0)) }
  }
}
