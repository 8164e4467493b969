import Basics
import Markup
import Records
import Rules

// What a roll is asked for, as it stands in the address, and a page of it.
extension Visit {
  /// The question to the roll of a unit, with what the address narrows it by.
  func rollQuestion(_ unit: ID<Unit>) throws -> (question: RollQuestion, filters: [RollFilter]) {
    var question = RollQuestion(unit: unit, asOf: asOf)
    question.search = String((asked.value("q") ?? "").prefix(100))
    let holders = try IdentifierStore(db: db).people(called: question.search)
    if !holders.isEmpty {
      // What another system calls them names them exactly: the words of it are no words of a name.
      question.people = holders
      question.search = ""
    }
    var filters: [RollFilter] = []
    for field in RollFilter.Field.allCases {
      guard let value = asked.value(field.rawValue) else { continue }
      guard question.narrow(field, value) else { throw PageFault.value(name: field.rawValue, value) }
      filters.append(RollFilter(field, value))
    }
    return (question, filters)
  }

  /// The people whose rows were marked, `nil` when none were.
  func markedPeople() throws -> [ID<Person>]? {
    let keys = asked.values("person")
    guard !keys.isEmpty else { return nil }
    return try keys.map { key in
      guard let person = ID<Person>(key) else { throw PageFault.value(name: "person", key) }
      return person
    }
  }

  /// A page of a roll, from where the address says.
  func rollSlice(_ question: RollQuestion, members: Int) throws -> RollSlice {
    let cursor = try cursor()
    return try kept(.rollPage(question, cursor)) {
      try RollStore(db: db).page(
        question,
        members: members,
        everybody: try kept(.everybody) { try RollStore(db: db).everybody() },
        from: cursor,
        limit: 50
      )
    }
  }

  /// `after=SERIAL.PERSON`, or `before=SERIAL.PERSON`.
  private func cursor() throws -> RollCursor? {
    for (name, isBackwards) in [("before", true), ("after", false)] {
      guard let text = asked.value(name) else { continue }
      let halves = text.split(separator: ".")
      guard halves.count == 2, let serial = Int(digits: halves[0]), let person = ID<Person>(String(halves[1]))
      else {
        throw PageFault.value(name: name, text)
      }
      return RollCursor(person: person, serial: serial, isBackwards: isBackwards)
    }
    return nil
  }
}

extension RollSlice {
  /// What the address of the page before says, `nil` on the first one.
  var previous: String? {
    guard hasBefore, let first = lines.first else { return nil }
    return "\(firstSerial).\(first.person)"
  }

  var next: String? {
    guard hasAfter, let last = lines.last else { return nil }
    return "\(firstSerial + lines.count - 1).\(last.person)"
  }
}

extension RollQuestion {
  /// Asks for one thing more.
  /// - Returns: whether the field can have this value.
  fileprivate mutating func narrow(_ field: RollFilter.Field, _ value: String) -> Bool {
    switch field {
    case .state:
      standing = Standing(rawValue: value)
      return standing != nil
    case .sex:
      sex = Sex(rawValue: value)
      return sex != nil
    case .age:
      age = AgeBand(rawValue: value)
      return age != nil
    case .ethnicity:
      ethnicity = value
      return true
    case .post:
      post = value
      return true
    case .partyAge:
      partyAge = PartyAgeBand(rawValue: value)
      return partyAge != nil
    case .kind:
      kind = UnitKind(rawValue: value)
      return kind != nil
    case .sector:
      sector = Sector(rawValue: value)
      return sector != nil
    case .due:
      dueBefore = CivilDate(value)
      return dueBefore != nil
    case .role:
      // A roll is of those whose home it is; others are looked at beside it.
      let asked = AffiliationRole(rawValue: value)
      role = asked == .home ? nil : asked
      return asked != nil
    }
  }

  /// The same question without one of its conditions.
  func without(_ field: RollFilter.Field) -> RollQuestion {
    var question = self
    switch field {
    case .state: question.standing = nil
    case .sex: question.sex = nil
    case .ethnicity: question.ethnicity = nil
    case .age: question.age = nil
    case .post: question.post = nil
    case .partyAge: question.partyAge = nil
    case .kind: question.kind = nil
    case .sector: question.sector = nil
    case .due: question.dueBefore = nil
    case .role: question.role = nil
    }
    return question
  }
}
