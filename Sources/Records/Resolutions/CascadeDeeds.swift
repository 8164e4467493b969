package import Basics
package import Rules
import Storage

/// To whom a resolution is sent.
package enum SendingScope: Hashable, Sendable {
  case units([ID<Unit>])
  case directlyBelow
  case cells
  case bases

  package enum Code: String, Hashable, Sendable, CaseIterable {
    case directlyBelow, cells, bases, units
  }

  package var code: Code {
    switch self {
    case .units: .units
    case .directlyBelow: .directlyBelow
    case .cells: .cells
    case .bases: .bases
    }
  }
}

/// Sends a resolution down: from now on the record follows what each unit does with it.
package struct SendResolution: Operation {
  package static let operation = "sendResolution"
  package var key: ID<FactMark>
  package var scope: SendingScope
  package var day: CivilDate

  package init(_ key: ID<FactMark>, to scope: SendingScope, on day: CivilDate) {
    self.key = key
    self.scope = scope
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    var units: String?
    if case .units(let chosen) = scope { units = chosen.map(\.description).joined(separator: " ") }
    return [
      ("resolution", key.description), ("scope", scope.code.rawValue), ("units", units),
      ("day", day.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let store = ResolutionStore(db: work.db)
    guard let fact = try store.facts(key).last?.fact else {
      throw Refused(nil, .unknownValue(key.description, allowed: []))
    }
    let unit = fact.value.unit
    try work.require(.keepResolutions, on: unit)
    if day > work.today { throw Refused(.day, .notYet(day)) }
    if day < fact.span.start { throw Refused(.day, .beforeDay(fact.span.start)) }
    let below = try work.below(unit, on: day)
    let chosen: [ID<Unit>] =
      switch scope {
      case .directlyBelow: below.filter { $0.depth == 1 }.map(\.unit)
      case .cells: below.filter { $0.kind == .cell || $0.kind == .baseCell }.map(\.unit)
      case .bases: below.filter { $0.kind == .baseCommittee || $0.kind == .baseCell }.map(\.unit)
      case .units(let units): units
      }
    let known = Set(below.map(\.unit))
    for stranger in chosen where !known.contains(stranger) {
      let units = UnitStore(db: work.db)
      let (code, above) = (try units.code(of: stranger) ?? "", try units.code(of: unit) ?? "")
      throw Refused(.units, .notDirectlyBelow(unit: code, parent: above))
    }
    let had = Set(try store.sent(key).filter { $0.span.end == nil }.map(\.value.unit))
    let new = chosen.filter { !had.contains($0) }
    if new.isEmpty { throw Refused(.scope, .nobodyToSendTo) }
    for receiver in new {
      let sent = ResolutionSent(resolution: key, unit: receiver)
      try work.write(.resolutionSent, work.draw(), Span(open: day), sent.row)
    }
    return key.number
  }
}

/// What a unit says of a resolution that was sent to it.
package enum CascadeWord: Hashable, Sendable {
  case received(CivilDate)
  case studied(ResolutionSent.Study)
  case reported(ResolutionSent.Report)

  package enum Code: String, Hashable, Sendable, CaseIterable {
    case received, studied, reported
  }

  package var code: Code {
    switch self {
    case .received: .received
    case .studied: .studied
    case .reported: .reported
    }
  }

  package var day: CivilDate {
    switch self {
    case .received(let day): day
    case .studied(let study): study.day
    case .reported(let report): report.day
    }
  }
}

/// Writes down that a unit received a resolution, that its members studied it, or what it reports of it.
package struct AnswerResolution: Operation {
  package static let operation = "answerResolution"
  package var key: ID<FactMark>
  package var unit: ID<Unit>
  package var word: CascadeWord

  package init(_ key: ID<FactMark>, of unit: ID<Unit>, _ word: CascadeWord) {
    self.key = key
    self.unit = unit
    self.word = word
  }

  package var said: [(name: String, value: String?)] {
    var said: [(name: String, value: String?)] = [
      ("resolution", key.description), ("unit", unit.description), ("step", word.code.rawValue),
      ("day", word.day.description),
    ]
    switch word {
    case .received: break
    case .studied(let study):
      said += [("place", study.place), ("members", String(study.members)), ("all", String(study.all))]
    case .reported(let report): said.append(("text", report.text))
    }
    return said
  }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.keepResolutions, on: unit)
    let old = try ResolutionStore(db: work.db).sent(key, to: unit).filter { $0.span.contains(work.today) }
    guard let sent = old.map(\.span.start).min() else { throw Refused(nil, .notSentHere) }
    var objections: [Objection] = []
    if word.day > work.today { objections.append(Objection(.day, .notYet(word.day))) }
    if word.day < sent { objections.append(Objection(.day, .beforeDay(sent))) }
    switch word {
    case .received: break
    case .studied(let study):
      objections += Written.text(study.place, .place) + study.objections()
    case .reported(let report): objections += Written.text(report.text, .text, limit: 4000)
    }
    try objections.raise()
    var new = old
    for index in new.indices {
      switch word {
      case .received(let day): new[index].value.received = day
      case .studied(let study): new[index].value.study = study
      case .reported(let report): new[index].value.report = report
      }
    }
    if new == old { throw Refused(nil, .nothingChanges) }
    try work.save(.resolutionSent, from: old, to: new, \.value.row)
    return key.number
  }
}

extension Work {
  /// The units below one on a day.
  fileprivate func below(
    _ unit: ID<Unit>,
    on day: CivilDate
  ) throws -> [(unit: ID<Unit>, kind: UnitKind, depth: Int)] {
    try db.rows(
      """
      SELECT a.unit, k.kind, a.depth FROM ancestry a
      JOIN unit_kind k ON k.unit = a.unit AND \(asOf("k", AsOf(day)))
      WHERE a.ancestor = \(unit) AND a.unit <> \(unit) AND \(asOf("a", AsOf(day))) ORDER BY a.unit
      """
    ) { (try $0[0], try $0[1], try $0[2]) }
  }
}
