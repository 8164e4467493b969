import Basics
import Markup
import Records
import Rules

/// A form of a transfer as it was read, and the deed it comes to when everything in it can be read.
struct TransferAsked: Sendable {
  var form: TransferForm
  var deed: (any Operation)?
}

extension Visit {
  /// The form in which a transfer is asked for: for a member by their side or themselves.
  func asking(_ key: String, _ pairs: [Query.Pair]?) throws -> TransferAsked {
    guard let person = ID<Person>(key), let unit = try Reach(db: db, today: today).unit(of: person) else {
      throw PageFault.absent
    }
    let isOwn = visitor.person == person
    if !isOwn { try require(.askTransfer, on: unit) }
    let name = try NameStore(db: db).particulars(of: [person], .now)[person]?.last?.value.name ?? key
    var reading = DeedReading(self, pairs ?? first)
    let deed = pairs == nil ? nil : try reading.asking(person, to: nil)
    return TransferAsked(
      form: form(.ask(PersonLink(key, name), isOwn: isOwn), reading, back: .person(key)),
      deed: deed
    )
  }

  /// The form in which a unit asks for somebody to come to it: whoever it is must be named rightly.
  func fetching(_ key: String, _ pairs: [Query.Pair]?) throws -> TransferAsked {
    let unit = try unit(key)
    try require(.receiveTransfer, on: unit)
    let name = try standing(of: unit, on: today).last?.link ?? UnitLink(key, "")
    var reading = DeedReading(self, pairs ?? first)
    var deed: (any Operation)?
    if pairs != nil {
      let (code, called) = (reading.text(.code, limit: 40), reading.text(.name))
      let person = try code.flatMap { code in try called.flatMap { try self.person(code, called: $0) } }
      if let code, called != nil, person == nil { reading.object(.code, .unknownPerson(code)) }
      let asked = try reading.asking(person ?? ID(0), to: unit)
      deed = person == nil ? nil : asked
    }
    return TransferAsked(form: form(.fetch(name), reading, back: .unit(key)), deed: deed)
  }

  /// Whose number and whole name these are; nobody's when the two do not belong together.
  private func person(_ code: String, called name: String) throws -> ID<Person>? {
    guard let person = try LifeStore(db: db).person(code: code) else { return nil }
    let known = try NameStore(db: db).particulars(of: [person], .now)[person] ?? []
    let key = VietnameseName.searchKey(name)
    return known.contains { VietnameseName.searchKey($0.value.name) == key } ? person : nil
  }

  /// The form of a step of a transfer.
  func step(_ key: String, _ move: String, _ pairs: [Query.Pair]?) throws -> TransferAsked {
    guard let move = TransferMove(rawValue: move), let id = ID<Transfer>(key) else { throw PageFault.absent }
    let page = try transfer(key, isLogged: pairs == nil)
    // What was done meanwhile is told by the deed itself.
    if pairs == nil, !page.moves.contains(move) { throw PageFault.notYours }
    let cells = move == .receive ? try cells(below: page.told.request.target) : []
    var values = [Query.Pair(name: Field.day.rawValue, value: today.description)]
    if move == .receive || move == .arrived {
      values.append(Query.Pair(name: Field.presented.rawValue, value: today.description))
    }
    var reading = DeedReading(self, pairs ?? values)
    let deed = pairs == nil ? nil : try reading.step(move, id, mayChoose: !cells.isEmpty)
    var form = form(.move(move, page), reading, back: .transfer(key))
    form.cells = cells
    return TransferAsked(form: form, deed: deed)
  }

  private func cells(below target: ID<Unit>?) throws -> [UnitLink] {
    guard let target else { return [] }
    let store = FigureRows(db: db)
    let found = try [FigureName.cells, .baseCells, .subgroups].flatMap {
      try store.units($0, below: target, AsOf(today))
    }
    return found.prefix(300).map(\.unit.link)
  }

  private var first: [Query.Pair] {
    [
      Query.Pair(name: Field.kind.rawValue, value: TransferKind.official.rawValue),
      Query.Pair(name: Field.day.rawValue, value: today.description),
    ]
  }

  private func form(_ kind: TransferForm.Kind, _ reading: DeedReading, back: TransferBack) -> TransferForm {
    TransferForm(
      kind: kind,
      values: reading.values,
      objections: reading.objections,
      candidates: reading.candidates,
      cells: [],
      request: AccountForm.newRequest(),
      back: back
    )
  }
}

extension DeedReading {
  /// What the form of asking says; `nil` when something in it cannot be read.
  fileprivate mutating func asking(_ person: ID<Person>, to unit: ID<Unit>?) throws -> AskTransfer? {
    let kind = choice(.kind, as: TransferKind.self)
    let event = choice(.event, as: TransferEvent.self)
    let outside = unit == nil ? text(.outside, isRequired: false, limit: 200) : nil
    let target = try unit ?? destination(.unit)
    if unit == nil, target == nil, outside == nil, objections.allSatisfy({ $0.field != .unit }) {
      object(.unit, .blank)
    }
    let (happened, until, day) = (day(.happened), day(.until, isRequired: false), day(.day))
    let note = text(.note, isRequired: false)
    guard objections.isEmpty, let kind, let event, let happened, let day else { return nil }
    return AskTransfer(
      person: person,
      to: target,
      outside: outside,
      kind: kind,
      event: event,
      happened: happened,
      until: until,
      day: day,
      note: note
    )
  }

  /// The unit somebody goes to: any of the record, by its code or its name, for a member knows where they go.
  mutating func destination(_ field: Field) throws -> ID<Unit>? {
    let text = values[field] ?? ""
    if text.isEmpty { return nil }
    let units = UnitStore(db: visit.db)
    if let unit = try units.unit(code: text) { return unit }
    if let unit = ID<Unit>(text), try units.code(of: unit) != nil { return unit }
    let tree = TreeStore(db: visit.db)
    let today = AsOf(visit.today)
    var found: [TreeUnit] = []
    for root in try tree.roots(today) { found += try tree.find(text, below: root, today, limit: 12) }
    let key = VietnameseName.searchKey(text)
    let exact = found.filter { VietnameseName.searchKey($0.name) == key }
    if exact.count == 1 { found = exact }
    guard let only = found.first else {
      object(field, .unknownUnit(text))
      return nil
    }
    if found.count == 1 {
      set(field, only.code)
      return only.unit
    }
    let above = try visit.namesAbove(found.map(\.unit))
    candidates[field] = found.map {
      DeedSheet.Candidate(value: $0.code, name: $0.name, kind: $0.kind.rawValue, place: above[$0.unit])
    }
    object(field, .several(text, found.count))
    return nil
  }

  fileprivate mutating func step(
    _ move: TransferMove,
    _ id: ID<Transfer>,
    mayChoose: Bool
  ) throws -> (any Operation)? {
    switch move {
    case .send:
      let (letter, day) = (text(.letter, limit: 60), day(.day))
      guard let letter, let day else { return nil }
      return SendTransfer(id, letter: letter, day: day)
    case .receive, .arrived:
      let (presented, day) = (day(.presented), day(.day))
      let unit = mayChoose ? values[.unit].flatMap { ID<Unit>($0) } : nil
      guard let presented, let day else { return nil }
      return ReceiveTransfer(id, in: unit, presented: presented, day: day)
    case .giveBack, .withdraw:
      let (reason, day) = (text(.reason), day(.day))
      guard let reason, let day else { return nil }
      return move == .giveBack
        ? ReturnTransfer(id, reason: reason, day: day) : WithdrawTransfer(id, reason: reason, day: day)
    }
  }
}
