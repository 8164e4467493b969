package import Basics
package import Rules
import Storage

/// Enters the working regulation a unit adopted; the one before it is no longer in force.
package struct EnterRegulation: Operation {
  package static let operation = "enterRegulation"
  package var unit: ID<Unit>
  package var number: String
  package var edition: String?
  package var adopted: CivilDate
  /// From when it is in force.
  package var from: CivilDate
  package var file: FileHash?
  package var name: String?

  package init(
    of unit: ID<Unit>,
    _ number: String,
    edition: String? = nil,
    adopted: CivilDate,
    from: CivilDate,
    file: FileHash? = nil,
    name: String? = nil
  ) {
    self.unit = unit
    self.number = number
    self.edition = edition
    self.adopted = adopted
    self.from = from
    self.file = file
    self.name = name
  }

  package var said: [(name: String, value: String?)] {
    [
      ("unit", unit.description), ("number", number), ("edition", edition), ("adopted", adopted.description),
      ("from", from.description), ("file", name),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.keepModels, on: unit)
    var objections = Written.text(number, .number, limit: 60)
    if let edition { objections += Written.text(edition, .title) }
    if let name { objections += Written.text(name, .scan) }
    if let file, try FileStore(db: work.db).file(file) == nil {
      objections.append(Objection(.scan, .unknownValue(file.description, allowed: [])))
    }
    if adopted > work.today { objections.append(Objection(.day, .notYet(adopted))) }
    if from < adopted { objections.append(Objection(.from, .beforeDay(adopted))) }
    let (code, existence) = try UnitStore(db: work.db).existence(unit)
    if existence?.contains(from) != true {
      objections.append(
        Objection(.from, .unitAbsent(unit: code, exists: existence, needed: Span(open: from)))
      )
    }
    let old = try RegulationStore(db: work.db).regulations(of: unit)
    if old.contains(where: { $0.span.start == from }) { objections.append(Objection(.from, .alreadyThere)) }
    try objections.raise()
    let key: ID<FactMark> = work.draw()
    let kept = KeptRegulation(
      WorkingRegulation(key: key, of: unit, number: number, edition: edition, adopted: adopted),
      file: file,
      name: name
    )
    // An older one that is entered late holds until the next one began.
    let next = old.map(\.span.start).filter { $0 > from }.min()
    var changed = old
    for index in changed.indices where changed[index].span.contains(from) {
      changed[index].span = changed[index].span.cut(at: from) ?? changed[index].span
    }
    try work.save(.workingRegulation, from: old, to: changed, \.value.row)
    guard let span = Span(from: from, until: next ?? existence?.end) else {
      throw Refused(.from, .alreadyThere)
    }
    try work.write(.workingRegulation, work.draw(), span, kept.row)
    return key.number
  }
}

/// Approves the working regulation of a unit, as the unit above it.
package struct ApproveRegulation: Operation {
  package static let operation = "approveRegulation"
  package var regulation: ID<FactMark>
  package var day: CivilDate
  package var number: String?

  package init(_ regulation: ID<FactMark>, on day: CivilDate, number: String? = nil) {
    self.regulation = regulation
    self.day = day
    self.number = number
  }

  package var said: [(name: String, value: String?)] {
    [("regulation", regulation.description), ("day", day.description), ("number", number)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    guard let old = try RegulationStore(db: work.db).regulation(regulation) else {
      throw Refused(nil, .unknownValue(regulation.description, allowed: []))
    }
    let unit = old.value.regulation.unit
    let path = try TreeStore(db: work.db).path(to: unit, AsOf(work.today))
    guard let above = path.dropLast().last?.unit else { throw Refused(nil, .notAnEvaluator) }
    try work.require(.verifyModels, on: above)
    if old.value.regulation.approval != nil { throw Refused(nil, .alreadyThere) }
    var objections: [Objection] = []
    if let number { objections += Written.text(number, .number, limit: 60) }
    if day > work.today { objections.append(Objection(.day, .notYet(day))) }
    let adopted = old.value.regulation.adopted
    if day < adopted { objections.append(Objection(.day, .beforeDay(adopted))) }
    try objections.raise()
    var new = old
    new.value.regulation.approval = .init(by: above, on: day, number: number)
    try work.save(.workingRegulation, from: [old], to: [new], \.value.row)
    return regulation.number
  }
}
