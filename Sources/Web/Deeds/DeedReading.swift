import Basics
import Markup
import Records
import Rules

/// What was written in a deed's form, read field by field.
///
/// What cannot be read is objected to, and the rest is read all the same: a form is mended in one go.
struct DeedReading {
  let visit: Visit
  private(set) var objections: [Objection] = []
  /// The several units or people a text can mean, by field.
  var candidates: [Field: [DeedSheet.Candidate]] = [:]
  /// What each field says now; a text that names one unit or person is replaced by its code.
  private(set) var values: [Field: String] = [:]

  init(_ visit: Visit, _ pairs: [Query.Pair]) {
    self.visit = visit
    for pair in pairs {
      guard let field = Field(rawValue: pair.name), values[field] == nil else { continue }
      values[field] = pair.value.trimmed
    }
    // One of several that a text could mean was pressed: `pick=unit:C1`.
    if let pick = pairs.first(where: { $0.name == "pick" })?.value.split(separator: ":", maxSplits: 1),
      pick.count == 2, let field = Field(rawValue: String(pick[0]))
    {
      values[field] = String(pick[1])
    }
  }

  mutating func object(_ field: Field?, _ refusal: Refusal) {
    objections.append(Objection(field, refusal))
  }

  mutating func set(_ field: Field, _ value: String) { values[field] = value }

  // MARK: Texts and days

  mutating func text(_ field: Field, isRequired: Bool = true, limit: Int = 300) -> String? {
    let text = values[field] ?? ""
    if text.isEmpty {
      if isRequired { object(field, .blank) }
      return nil
    }
    let wrong = Written.text(text, field, limit: limit)
    objections += wrong
    return wrong.isEmpty ? text : nil
  }

  mutating func day(_ field: Field, isRequired: Bool = true) -> CivilDate? {
    let text = values[field] ?? ""
    if text.isEmpty {
      if isRequired { object(field, .blank) }
      return nil
    }
    guard let day = CivilDate(text) ?? CivilDate(list: text) else {
      object(field, .notADay(String(text.prefix(40))))
      return nil
    }
    values[field] = day.description
    return day
  }

  /// A year, written with its four digits.
  mutating func year(_ field: Field) -> Int? {
    guard let text = text(field, limit: 20) else { return nil }
    guard let year = Int(digits: text), text.count == 4 else {
      object(field, .unknownValue(text, allowed: []))
      return nil
    }
    return year
  }

  mutating func birth(_ field: Field) -> LooseDate? {
    let text = values[field] ?? ""
    if text.isEmpty { return nil }
    guard let birth = LooseDate(text) ?? LooseDate(list: text) else {
      object(field, .notABirthDate(String(text.prefix(40))))
      return nil
    }
    return birth
  }

  mutating func count(_ field: Field, isRequired: Bool = true) -> Int? {
    let text = values[field] ?? ""
    if text.isEmpty {
      if isRequired { object(field, .blank) }
      return nil
    }
    guard let number = Int(digits: text), number <= 1_000_000 else {
      object(field, .unknownValue(String(text.prefix(40)), allowed: []))
      return nil
    }
    return number
  }

  /// Words of several lines, told in one.
  mutating func words(_ field: Field, isRequired: Bool = true, limit: Int = 500) -> String? {
    let lines = (values[field] ?? "").split(whereSeparator: \.isNewline)
    values[field] = lines.joined(separator: " ")
    return text(field, isRequired: isRequired, limit: limit)
  }

  /// The days of two fields, the second of which may be open.
  mutating func span(_ from: Field, _ until: Field) -> Span? {
    guard let start = day(from) else {
      _ = day(until, isRequired: false)
      return nil
    }
    let end = day(until, isRequired: false)
    guard let span = Span(from: start, until: end) else {
      object(until, .endNotAfterStart(start: start, end: end ?? start))
      return nil
    }
    return span
  }

  mutating func choice<Code: RawRepresentable<String> & CaseIterable>(
    _ field: Field,
    isRequired: Bool = true,
    as type: Code.Type = Code.self
  ) -> Code? {
    let text = values[field] ?? ""
    if text.isEmpty {
      if isRequired { object(field, .blank) }
      return nil
    }
    guard let code = Code(rawValue: text) else {
      object(field, .unknownValue(String(text.prefix(40)), allowed: Code.allCases.map(\.rawValue)))
      return nil
    }
    return code
  }

  // MARK: Units and people, by code or name

  /// The unit a field names: its key, its code, or enough of its name to tell it from all others in reach.
  mutating func unit(_ field: Field, isRequired: Bool = true) throws -> ID<Unit>? {
    guard let text = text(field, isRequired: isRequired) else { return nil }
    let units = UnitStore(db: visit.db)
    // Not every unit a deed names is the visitor's to see: a member may go where only the code is known.
    if let unit = try units.unit(code: text) { return unit }
    if let unit = ID<Unit>(text), let code = try units.code(of: unit) {
      values[field] = code
      return unit
    }
    let found = try visit.unitsNamed(text)
    if found.count == 1 {
      values[field] = found[0].code
      return found[0].unit
    }
    if found.isEmpty {
      object(field, .unknownUnit(text))
    } else {
      let above = try visit.namesAbove(found.map(\.unit))
      candidates[field] = found.map {
        DeedSheet.Candidate(value: $0.code, name: $0.name, kind: $0.kind.rawValue, place: above[$0.unit])
      }
      object(field, .several(text, found.count))
    }
    return nil
  }

  /// The units a field names, apart by commas or spaces when they are codes.
  mutating func units(_ field: Field) throws -> [ID<Unit>] {
    let text = values[field] ?? ""
    if text.isEmpty { return [] }
    let store = UnitStore(db: visit.db)
    var units: [ID<Unit>] = []
    for piece in text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == " " }) {
      let known = ID<Unit>(String(piece)).flatMap { id in (try? store.code(of: id)).map { _ in id } }
      guard let unit = try store.unit(code: String(piece)) ?? known else {
        // Not codes, then: the whole text is one name.
        return try unit(field).map { [$0] } ?? []
      }
      if !units.contains(unit) { units.append(unit) }
    }
    return units
  }

  /// The person a field names: their number, or enough of their name.
  mutating func person(_ field: Field) throws -> ID<Person>? {
    guard let text = text(field) else { return nil }
    if let person = try LifeStore(db: visit.db).person(code: text) ?? ID<Person>(text),
      try visit.allowsReading(person)
    {
      return person
    }
    let found = try visit.peopleNamed(text)
    if found.count == 1 {
      values[field] = found[0].code
      return found[0].person
    }
    if found.isEmpty {
      object(field, .unknownPerson(text))
    } else {
      candidates[field] = found.map {
        DeedSheet.Candidate(value: $0.code, name: $0.name, kind: nil, place: $0.unitName)
      }
      object(field, .several(text, found.count))
    }
    return nil
  }
}

extension String {
  /// Without the spaces around it.
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension Visit {
  /// The units in reach whose name or code answers to a text, today, up to a dozen.
  func unitsNamed(_ text: String) throws -> [TreeUnit] {
    var found: [TreeUnit] = []
    var seen: Set<ID<Unit>> = []
    for place in standing.seeing {
      for unit in try TreeStore(db: db).find(text, below: place.unit, AsOf(today), limit: 12)
      where found.count < 12 && seen.insert(unit.unit).inserted {
        found.append(unit)
      }
    }
    // A name written whole is that unit, though others begin with the same words.
    let key = VietnameseName.searchKey(text)
    let exact = found.filter { VietnameseName.searchKey($0.name) == key }
    return exact.count == 1 ? exact : found
  }

  /// What stands directly above some units today, by name: what tells those of one name apart.
  func namesAbove(_ units: [ID<Unit>]) throws -> [ID<Unit>: String] {
    try TreeStore(db: db).namesAbove(units, AsOf(today))
  }

  /// The members in reach whose name answers to a text, today, up to a dozen.
  func peopleNamed(_ text: String) throws -> [RollLine] {
    var found: [RollLine] = []
    var seen: Set<ID<Person>> = []
    for place in standing.places where Rights.allows(place.role, .readRoll, on: .own) {
      var question = RollQuestion(unit: place.unit, asOf: AsOf(today))
      question.search = text
      let slice = try RollStore(db: db).page(
        question,
        members: try figures(of: place.unit)[.total] ?? 0,
        everybody: try kept(.everybody) { try RollStore(db: db).everybody() },
        limit: 12
      )
      for line in slice.lines where found.count < 12 && seen.insert(line.person).inserted {
        found.append(line)
      }
    }
    return found
  }

  /// Whether the person's file opens to the visitor.
  func allowsReading(_ person: ID<Person>) throws -> Bool {
    if visitor.person == person { return true }
    guard let unit = try Reach(db: db, today: today).unit(of: person) else { return false }
    return try allows(.readPerson, on: unit)
  }
}
