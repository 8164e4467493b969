import Basics
import Phrases
import Records
import Rules

// From what a form says to the deeds of the record.
extension DeedReading {
  /// The operations a form asks for, one for each person; none when something could not be read.
  mutating func operations(_ kind: DeedKind, _ target: DeedTarget) throws -> [any Operation] {
    let made: [(any Operation)?] =
      switch target {
      case .people(let people): try people.map { try operation(kind, on: $0) }
      case .unit(let unit): [try operation(kind, on: unit)]
      case .entry(let entry): [text(.reason, limit: 500).map { AnnulEntry(entry: entry, why: $0) }]
      }
    let operations = made.compactMap { $0 }
    return objections.isEmpty && operations.count == made.count ? operations : []
  }

  private mutating func operation(_ kind: DeedKind, on person: ID<Person>) throws -> (any Operation)? {
    switch kind {
    case .recognise:
      let (official, why) = (day(.official), text(.reason, isRequired: false, limit: 500))
      return official.map { RecogniseMember(person: person, day: $0, why: why) }
    case .transfer:
      let (unit, day) = (try unit(.unit), day(.day))
      guard let unit, let day else { return nil }
      return TransferMember(person: person, to: unit, day: day)
    case .beginRole:
      let role = choice(.role, as: AffiliationRole.self)
      let (unit, span) = (try unit(.unit), span(.from, .until))
      guard let role, let unit, let span else { return nil }
      return BeginRole(person: person, unit: unit, role: role, span: span)
    case .endRole:
      let (tie, day) = (try own(.role), day(.until))
      guard let tie, let day else { return nil }
      guard let role = AffiliationRole(rawValue: tie.code) else {
        object(.role, .noSuchRole)
        return nil
      }
      return EndRole(person: person, unit: tie.unit, role: role, day: day)
    case .holdPost:
      let (post, unit, span) = (text(.post, limit: 120), try unit(.unit), span(.from, .until))
      guard let post, let unit, let span else { return nil }
      return HoldPost(person: person, unit: unit, post: Vocabulary.post(post), span: span)
    case .askComment:
      let (year, day) = (year(.year), day(.day))
      guard let year, let day else { return nil }
      return AskResidenceComment(person: person, year: year, day: day)
    case .receiveComment:
      let (year, day, number) = (year(.year), day(.day), text(.letter, isRequired: false, limit: 60))
      guard let year, let day else { return nil }
      return ReceiveResidenceComment(person: person, year: year, day: day, number: number)
    case .second:
      let (unit, post, span) = (
        try unit(.unit), text(.post, isRequired: false, limit: 120), span(.from, .until)
      )
      guard let unit, let span else { return nil }
      return SecondMember(person: person, to: unit, post: post.map(Vocabulary.post), span: span)
    case .leavePost:
      let (held, day) = (try own(.post), day(.until))
      guard let held, let day else { return nil }
      return LeavePost(person: person, unit: held.unit, post: held.code, day: day)
    case .endMembership:
      let (reason, left) = (choice(.reason, as: LeavingReason.self), day(.left))
      guard let reason, let left else { return nil }
      return EndMembership(person: person, reason: reason, day: left)
    case .recordIdentifier:
      let (system, value, span) = (text(.system, limit: 60), text(.value, limit: 60), span(.from, .until))
      guard let system, let value, let span else { return nil }
      guard let identifier = Identifier(system: Self.known(system), written: value) else {
        object(.value, .blank)
        return nil
      }
      return RecordIdentifier(person: person, identifier: identifier, span: span)
    case .endIdentifier:
      let (text, day) = (text(.value), day(.until))
      guard let text, let day else { return nil }
      guard let mark = text.firstIndex(of: "@") else {
        object(.value, .noSuchRole)
        return nil
      }
      let identifier = Identifier(
        system: String(text[..<mark]),
        value: String(text[text.index(after: mark)...])
      )
      return EndIdentifier(person: person, identifier: identifier, day: day)
    case .correct: return particulars().map { CorrectParticulars(person: person, particulars: $0) }
    case .change:
      let (particulars, from) = (particulars(), day(.from))
      guard let particulars, let from else { return nil }
      return CorrectParticulars(person: person, particulars: particulars, from: from)
    case .readmit:
      let known = try LifeStore(db: visit.db).life(person)?.particulars.last?.value
      let unit = try unit(.unit)
      guard let days = admission(), let known, let unit else { return nil }
      return admit(person, nil, known, unit, days)
    default: return try wayOperation(kind, on: person)
    }
  }

  private mutating func operation(_ kind: DeedKind, on unit: ID<Unit>) throws -> (any Operation)? {
    switch kind {
    case .admit:
      let (particulars, code) = (particulars(), text(.code, isRequired: false, limit: 40))
      guard let days = admission(), let particulars else { return nil }
      return admit(nil, code, particulars, unit, days)
    case .appoint:
      let (person, post, span) = (try person(.person), text(.post, limit: 120), span(.from, .until))
      guard let person, let post, let span else { return nil }
      return HoldPost(person: person, unit: unit, post: Vocabulary.post(post), span: span)
    case .found:
      let (code, name) = (text(.code, limit: 40), text(.name))
      let kind = choice(.kind, as: UnitKind.self)
      let (sector, day) = (choice(.sector, isRequired: false, as: Sector.self), day(.day))
      guard let code, let name, let kind, let day else { return nil }
      return FoundUnit(code: code, name: name, kind: kind, sector: sector, parent: unit, day: day)
    case .rename:
      let (name, day) = (text(.name), day(.day))
      guard let name, let day else { return nil }
      return RenameUnit(unit: unit, name: name, day: day)
    case .reclassify:
      let kind = choice(.kind, as: UnitKind.self)
      let (sector, day) = (choice(.sector, isRequired: false, as: Sector.self), day(.day))
      guard let kind, let day else { return nil }
      return ChangeUnit(unit: unit, kind: kind, sector: sector, day: day)
    case .move:
      let (parent, day) = (try self.unit(.parent), day(.day))
      guard let parent, let day else { return nil }
      return MoveUnit(unit: unit, under: parent, day: day)
    case .end:
      let (successors, day) = (try units(.successor), day(.day))
      guard let day else { return nil }
      return EndUnit(unit: unit, successors: successors, day: day)
    case .exemptResidence:
      let (sector, span) = (choice(.sector, isRequired: false, as: Sector.self), span(.from, .until))
      guard let ground = text(.reason), let span, objections.isEmpty else { return nil }
      return ExemptFromResidence(unit: unit, sector: sector, ground: ground, span: span)
    case .disciplineUnit: return try discipline(ofUnit: unit)
    case .confirmUnitDiscipline: return ConfirmUnitDiscipline(unit: unit)
    case .withdrawUnitDiscipline: return words(.reason).map { WithdrawUnitDiscipline(unit: unit, why: $0) }
    default: return nil
    }
  }

  /// A system by its code, when its name in any of our languages was written.
  private static func known(_ written: String) -> String {
    let key = VietnameseName.searchKey(written)
    for language in Language.allCases {
      let named = Language.$current.withValue(language) {
        KnownSystem.allCases.first { VietnameseName.searchKey(Phrase.system($0.rawValue).text) == key }
      }
      if let named { return named.rawValue }
    }
    return written
  }

  // MARK: Pieces several forms share

  private mutating func particulars() -> Particulars? {
    let name = text(.name)
    let known = Particulars(
      name: name ?? "",
      born: birth(.born),
      sex: choice(.sex, isRequired: false),
      ethnicity: text(.ethnicity, isRequired: false, limit: 60),
      card: text(.card, isRequired: false, limit: 40)
    )
    return name == nil ? nil : known
  }

  private struct Admission {
    let decided: CivilDate?
    let admitted: CivilDate
    let official: CivilDate?
    let from: CivilDate?
  }

  private mutating func admission() -> Admission? {
    let (decided, admitted) = (day(.decided, isRequired: false), day(.admitted))
    let (official, from) = (day(.official, isRequired: false), day(.from, isRequired: false))
    return admitted.map { Admission(decided: decided, admitted: $0, official: official, from: from) }
  }

  private func admit(
    _ person: ID<Person>?,
    _ code: String?,
    _ particulars: Particulars,
    _ unit: ID<Unit>,
    _ days: Admission
  ) -> AdmitMember {
    AdmitMember(
      person: person,
      code: code,
      particulars: particulars,
      unit: unit,
      admitted: days.admitted,
      decided: days.decided,
      official: days.official,
      homeFrom: days.from
    )
  }

  /// One of the person's own ties or posts: `CODE@UNIT`.
  private mutating func own(_ field: Field) throws -> (code: String, unit: ID<Unit>)? {
    guard let text = text(field) else { return nil }
    guard let mark = text.lastIndex(of: "@"), let unit = ID<Unit>(String(text[text.index(after: mark)...]))
    else {
      object(field, .noSuchRole)
      return nil
    }
    return (String(text[..<mark]), unit)
  }

  // MARK: The decision

  /// The decision a deed carries out, as the form names it.
  ///
  /// A number known to the record brings the rest with it.
  mutating func decision(_ need: DeedKind.DecisionNeed) throws -> DecisionText? {
    if need == .none { return nil }
    let isNamed = [Field.number, .signed, .issuer, .signer, .basis].contains { !(values[$0] ?? "").isEmpty }
    if need == .possible, !isNamed { return nil }
    guard let number = text(.number, limit: 120) else { return nil }
    if values[.signed, default: ""].isEmpty {
      let filed = try visit.decisions(numbered: number)
      if filed.count == 1 { return take(filed[0]) }
      if filed.count > 1 {
        candidates[.number] = filed.map {
          DeedSheet.Candidate(value: $0.id.description, name: $0.text.number, kind: nil, place: $0.issuerName)
        }
        object(.number, .several(number, filed.count))
        return nil
      }
    } else if let id = ID<Decision>(number), let filed = try visit.decision(id) {
      return take(filed)
    }
    let (signed, issuer) = (day(.signed), try unit(.issuer, isRequired: false))
    let (signer, basis) = (text(.signer, isRequired: false), text(.basis, isRequired: false, limit: 500))
    return signed.map {
      DecisionText(number: number, signed: $0, issuer: issuer, signer: signer, basis: basis)
    }
  }

  /// The paper handed in with the form, or with an earlier sending of it: `HASH:NAME`.
  func scan() -> Scan? {
    guard let halves = values[.scan]?.split(separator: ":", maxSplits: 1), halves.count == 2,
      let hash = FileHash(String(halves[0]))
    else { return nil }
    return Scan(hash, name: String(halves[1]))
  }

  private mutating func take(_ filed: FiledDecision) -> DecisionText {
    set(.number, filed.text.number)
    set(.signed, filed.text.signed.description)
    set(.issuer, (try? filed.text.issuer.flatMap { try UnitStore(db: visit.db).code(of: $0) }) ?? "")
    set(.signer, filed.text.signer ?? "")
    set(.basis, filed.text.basis ?? "")
    return filed.text
  }
}

extension Visit {
  /// The decisions with exactly this number, or this key, that are in reach.
  func decisions(numbered number: String) throws -> [FiledDecision] {
    if let id = ID<Decision>(number), let filed = try decision(id) { return [filed] }
    return try DecisionStore(db: db).find(number, limit: 20).filter { filed in
      try filed.text.number == number && decisionPage(filed.id) != nil
    }
  }

  fileprivate func decision(_ id: ID<Decision>) throws -> FiledDecision? {
    guard let filed = try DecisionStore(db: db).decision(id), try decisionPage(id) != nil else { return nil }
    return filed
  }
}
