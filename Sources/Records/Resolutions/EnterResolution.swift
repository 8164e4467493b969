package import Basics
package import Rules
import Storage

/// What is said of a resolution when it is entered.
package struct ResolutionDraft: Hashable, Sendable {
  package var kind: ResolutionKind
  package var number: String?
  package var title: String
  package var text: String?
  package var basis: String?
  package var day: CivilDate
  /// The first day on which it is no longer in force.
  package var until: CivilDate?
  package var meeting: ID<FactMark>?
  package var vote: ID<FactMark>?
  package var parent: ID<FactMark>?

  package init(
    _ kind: ResolutionKind,
    _ title: String,
    on day: CivilDate,
    until: CivilDate? = nil,
    number: String? = nil,
    text: String? = nil,
    basis: String? = nil,
    meeting: ID<FactMark>? = nil,
    vote: ID<FactMark>? = nil,
    parent: ID<FactMark>? = nil
  ) {
    self.kind = kind
    self.title = title
    self.day = day
    self.until = until
    self.number = number
    self.text = text
    self.basis = basis
    self.meeting = meeting
    self.vote = vote
    self.parent = parent
  }

  var said: [(name: String, value: String?)] {
    [
      ("kind", kind.rawValue), ("number", number), ("title", title), ("basis", basis),
      ("day", day.description), ("until", until?.description), ("meeting", meeting?.description),
      ("vote", vote?.description), ("parent", parent?.description),
    ]
  }

  func resolution(_ key: ID<FactMark>, of unit: ID<Unit>) -> Resolution {
    Resolution(
      key: key,
      unit: unit,
      kind: kind,
      number: number,
      title: title,
      text: text,
      basis: basis,
      meeting: meeting,
      vote: vote,
      parent: parent
    )
  }
}

/// Enters a resolution of a unit: what it laid down, on what it rests, what it carries out.
package struct EnterResolution: Operation {
  package static let operation = "enterResolution"
  package var unit: ID<Unit>
  package var draft: ResolutionDraft

  package init(of unit: ID<Unit>, _ draft: ResolutionDraft) {
    self.unit = unit
    self.draft = draft
  }

  package var said: [(name: String, value: String?)] { [("unit", unit.description)] + draft.said }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.keepResolutions, on: unit)
    let span = try work.span(of: draft, by: unit)
    let key: ID<FactMark> = work.draw()
    try work.write(.resolution, work.draw(), span, draft.resolution(key, of: unit).row)
    return key.number
  }
}

/// Corrects what was said of a resolution.
package struct ChangeResolution: Operation {
  package static let operation = "changeResolution"
  package var key: ID<FactMark>
  package var draft: ResolutionDraft

  package init(_ key: ID<FactMark>, _ draft: ResolutionDraft) {
    self.key = key
    self.draft = draft
  }

  package var said: [(name: String, value: String?)] { [("resolution", key.description)] + draft.said }

  package func perform(_ work: Work) throws -> Int64? {
    let facts = try ResolutionStore(db: work.db).facts(key).map(\.fact)
    guard let first = facts.first, let last = facts.last else {
      throw Refused(nil, .unknownValue(key.description, allowed: []))
    }
    try work.require(.keepResolutions, on: last.value.unit)
    if draft.parent == key { throw Refused(.parent, .resolutionNotAbove) }
    let span = try work.span(of: draft, by: first.value.unit)
    // Whoever took it over has it from the same day on.
    var changed = facts
    for index in changed.indices {
      changed[index].value = draft.resolution(key, of: facts[index].value.unit)
      let start = index == 0 ? span.start : facts[index].span.start
      let end = index == facts.count - 1 ? span.end : facts[index].span.end
      guard let span = Span(from: start, until: end) else {
        throw Refused(.day, .endNotAfterStart(start: start, end: end ?? start))
      }
      changed[index].span = span
    }
    if changed == facts { throw Refused(nil, .nothingChanges) }
    try work.save(.resolution, from: facts, to: changed, \.value.row)
    return key.number
  }
}

extension Work {
  /// The days of a resolution; refused when it cannot stand as it is said.
  fileprivate func span(of draft: ResolutionDraft, by unit: ID<Unit>) throws -> Span {
    var objections = Written.text(draft.title, .title)
    if let number = draft.number { objections += Written.text(number, .number, limit: 60) }
    if let basis = draft.basis { objections += Written.text(basis, .basis, limit: 500) }
    // The text of a resolution has several lines.
    if let text = draft.text, text.count > 20_000 {
      objections.append(Objection(.text, .tooLong(limit: 20_000)))
    }
    if draft.day > today { objections.append(Objection(.day, .notYet(draft.day))) }
    let (code, existence) = try UnitStore(db: db).existence(unit)
    if existence?.contains(draft.day) != true {
      objections.append(
        Objection(.day, .unitAbsent(unit: code, exists: existence, needed: draft.day.alone))
      )
    }
    if let meeting = draft.meeting {
      let store = MeetingStore(db: db)
      let isOwn = try store.meeting(meeting)?.value.unit == unit
      let isVoted = try draft.vote.map { vote in try store.votes(of: meeting).contains { $0.id == vote } }
      if !isOwn || isVoted == false {
        objections.append(Objection(nil, .unknownValue(meeting.description, allowed: [])))
      }
    }
    if let parent = draft.parent, try !ResolutionStore(db: db).concerns(parent, unit, on: draft.day) {
      objections.append(Objection(.parent, .resolutionNotAbove))
    }
    try objections.raise()
    guard let span = Span(from: draft.day, until: draft.until) else {
      throw Refused(.until, .endNotAfterStart(start: draft.day, end: draft.until ?? draft.day))
    }
    return span
  }
}
