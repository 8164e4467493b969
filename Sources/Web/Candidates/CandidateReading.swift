import Basics
import Records
import Rules

// From what a form about a candidate says to the deeds of the record.
extension DeedReading {
  /// The operation a form asks for; `nil` when something could not be read.
  ///
  /// `person`: whom it is about, but for somebody new; `correcting`: the step that is put right.
  mutating func operation(
    _ kind: CandidateForm.Kind,
    _ person: ID<Person>?,
    in unit: ID<Unit>,
    correcting: ID<FactMark>?
  ) throws -> (any Operation)? {
    switch (kind, person) {
    case (.begin, _), (.again, _): return try begin(kind, person, in: unit)
    case (.change, let person?): return try about().map { ChangeCandidacy(person: person, $0) }
    case (.move, let person?):
      let (unit, day) = (try self.unit(.unit), day(.day))
      guard let unit, let day else { return nil }
      return MoveCandidacy(person: person, to: unit, day: day)
    case (.end, let person?):
      let (outcome, day) = (choice(.value, as: CandidacyOutcome.self), day(.day))
      let why = text(.reason, isRequired: false, limit: 500)
      guard let outcome, let day else { return nil }
      return EndCandidacy(person: person, outcome, on: day, why: why)
    case (.ceremony, let person?):
      let (day, why) = (day(.admitted), text(.reason, isRequired: false, limit: 500))
      return day.map { AdmitCandidate(person: person, admitted: $0, why: why) }
    case (.vote, let person?):
      let (day, officials) = (day(.day), number(.officials))
      let (present, votes) = (number(.present, isRequired: false), number(.votes))
      guard let day, let officials, let votes else { return nil }
      return RecordRecognitionVote(
        person: person,
        on: day,
        officials: officials,
        present: present,
        votes: votes
      )
    case (.step(let step), let person?):
      guard let (done, day) = try self.step(step) else { return nil }
      return RecordCandidateStep(person: person, done, on: day, corrects: correcting)
    default: return nil
    }
  }

  private mutating func begin(
    _ kind: CandidateForm.Kind,
    _ person: ID<Person>?,
    in unit: ID<Unit>
  ) throws -> (any Operation)? {
    var particulars: Particulars?
    var code: String?
    if let person {
      particulars = try LifeStore(db: visit.db).life(person)?.particulars.last?.value
    } else if let name = text(.name) {
      particulars = Particulars(name: name)
    }
    if person == nil {
      particulars?.born = birth(.born)
      particulars?.sex = choice(.sex, isRequired: false)
      particulars?.ethnicity = text(.ethnicity, isRequired: false, limit: 60)
      code = text(.code, isRequired: false, limit: 40)
    }
    let (since, about) = (day(.from), try about())
    guard let particulars, let since, let about else { return nil }
    return BeginCandidacy(
      person: person,
      code: code,
      particulars: particulars,
      unit: unit,
      since: since,
      about
    )
  }

  /// Where somebody comes from and who introduces them.
  private mutating func about() throws -> CandidacyDraft? {
    let source = choice(.source, as: RecruitSource.self)
    let schooling = choice(.schooling, isRequired: false, as: Schooling.self)
    let (one, other) = (try somebody(.introducer), try somebody(.secondIntroducer))
    let resolution = text(.resolution, isRequired: false, limit: 120)
    let expunged: Bool? =
      switch values[.expunged] ?? "" {
      case "yes": true
      case "no": false
      default: nil
      }
    return source.map {
      CandidacyDraft(
        source: $0,
        schooling: schooling,
        introducer: one,
        secondIntroducer: other,
        resolution: resolution,
        isExpunged: expunged
      )
    }
  }

  private mutating func somebody(_ field: Field) throws -> ID<Person>? {
    (values[field] ?? "").isEmpty ? nil : try person(field)
  }

  private mutating func step(_ kind: CandidateStep.Kind) throws -> (CandidateStep, CivilDate)? {
    var step = CandidateStep(kind)
    for asked in CandidateForm.Kind.step(kind).fields {
      switch asked.field {
      case .number: step.number = text(.number, isRequired: asked.isRequired, limit: 120)
      case .body: step.body = text(.body, isRequired: asked.isRequired, limit: 120)
      case .subject: step.checked = choice(.subject)
      case .person: step.helper = try person(.person)
      case .answered: step.answered = day(.answered, isRequired: false)
      case .officials: step.officials = number(.officials)
      case .present: step.present = number(.present, isRequired: false)
      case .votes: step.votes = number(.votes)
      default: break
      }
    }
    let day = day(.day)
    guard let day, objections.isEmpty else { return nil }
    return (step, day)
  }

  private mutating func number(_ field: Field, isRequired: Bool = true) -> Int? {
    guard let text = text(field, isRequired: isRequired, limit: 9) else { return nil }
    guard let number = Int(digits: text) else {
      object(field, .unknownValue(text, allowed: []))
      return nil
    }
    return number
  }
}

// What stands in a form about a candidate at first.
extension Visit {
  func prefill(
    _ kind: CandidateForm.Kind,
    _ filed: FiledCandidacy?,
    in unit: ID<Unit>,
    correcting: Fact<CandidateStep>?
  ) throws -> [Field: String] {
    var values: [Field: String] = [:]
    let day = kind.fields.first { $0.isRequired && $0.field.isDay }?.field
    if let day { values[day] = today.description }
    if kind.fields.contains(where: { $0.field == .officials }), kind != .step(.committeeVote) {
      values[.officials] = String(try figures(of: unit)[.official] ?? 0)
    }
    if kind == .change, let value = filed?.fact.value {
      let codes = try NameStore(db: db).codes(
        of: [value.introducer, value.secondIntroducer].compactMap(\.self)
      )
      values[.source] = value.source.rawValue
      values[.schooling] = value.schooling?.rawValue
      values[.introducer] = value.introducer.flatMap { codes[$0] }
      values[.secondIntroducer] = value.secondIntroducer.flatMap { codes[$0] }
      values[.resolution] = value.resolution
      values[.expunged] = value.isExpunged.map { $0 ? "yes" : "no" }
    }
    if let correcting {
      let step = correcting.value
      values[.day] = correcting.span.start.description
      values[.subject] = step.checked?.rawValue
      values[.person] = try step.helper.flatMap { try NameStore(db: db).codes(of: [$0])[$0] }
      values[.body] = step.body
      values[.number] = step.number
      values[.answered] = step.answered?.description
      values[.officials] = step.officials.map(String.init)
      values[.present] = step.present.map(String.init)
      values[.votes] = step.votes.map(String.init)
    }
    return values
  }
}

extension Field {
  fileprivate var isDay: Bool { self == .day || self == .from || self == .admitted }
}
