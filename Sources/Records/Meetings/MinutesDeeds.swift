package import Basics
package import Rules
import Storage

/// Writes the minutes of a meeting, or changes them while nobody has signed.
package struct WriteMinutes: Operation {
  package static let operation = "writeMinutes"
  package var meeting: ID<FactMark>
  package var text: String

  package init(_ meeting: ID<FactMark>, _ text: String) {
    self.meeting = meeting
    self.text = text
  }

  package var said: [(name: String, value: String?)] { [("meeting", meeting.description)] }

  /// No minutes of a meeting are longer.
  static let limit = 60_000

  package func perform(_ work: Work) throws -> Int64? {
    let held = try work.meeting(meeting, in: [.open, .closed])
    try work.demandUnsigned(meeting)
    if text.allSatisfy(\.isWhitespace) { throw Refused(.text, .blank) }
    if text.count > WriteMinutes.limit { throw Refused(.text, .tooLong(limit: WriteMinutes.limit)) }
    let old = try MeetingStore(db: work.db).minutes(of: meeting)
    if old?.value.text == text { throw Refused(nil, .nothingChanges) }
    let new = Fact(Minutes(text: text), held.span, id: old?.id)
    try work.save(.minutes, from: old.map { [$0] } ?? [], to: [new]) { fact in
      [meeting.sqlValue, held.value.unit.sqlValue] + fact.value.row
    }
    return meeting.number
  }
}

/// Signs the minutes as the one who wrote them, or as the one who led the meeting.
///
/// Whoever signs is that person; where they signed on paper, whoever keeps the cell's meetings enters it. With the
/// second signature the text no longer changes.
package struct SignMinutes: Operation {
  package static let operation = "signMinutes"
  package var meeting: ID<FactMark>
  package var signer: MinutesSigner
  /// Whether they signed the printed page, and this account enters it.
  package var isOnPaper: Bool
  /// What stands for the text that was read: signed is what was seen.
  package var hash: String

  package init(_ meeting: ID<FactMark>, as signer: MinutesSigner, isOnPaper: Bool, hash: String) {
    self.meeting = meeting
    self.signer = signer
    self.isOnPaper = isOnPaper
    self.hash = hash
  }

  package var said: [(name: String, value: String?)] {
    [
      ("meeting", meeting.description), ("signer", signer.rawValue), ("onPaper", isOnPaper ? "yes" : "no"),
      ("hash", hash),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let store = MeetingStore(db: work.db)
    guard let held = try store.meeting(meeting) else {
      throw Refused(nil, .unknownValue(meeting.description, allowed: []))
    }
    let person = signer == .taker ? held.value.taker : held.value.chair
    let own = try work.person
    if isOnPaper || own == nil || own != person { try work.require(.keepMeetings, on: held.value.unit) }
    if held.value.stage != .closed { throw Refused(nil, .meetingIs(held.value.stage)) }
    guard let person else { throw Refused(signer == .taker ? .taker : .chair, .blank) }
    if !isOnPaper, own != person { throw Refused(nil, .notYourOwn) }
    guard let old = try store.minutes(of: meeting) else { throw Refused(.text, .blank) }
    if old.value.isFrozen { throw Refused(nil, .minutesSigned) }
    if MinutesHash.of(old.value.text) != hash {
      throw Refused(nil, .changedSince(entry: Int(work.entry) - 1))
    }
    var new = old
    let signature = Minutes.Signature(person, isOnPaper: isOnPaper)
    switch signer {
    case .taker: new.value.takerSigned = signature
    case .chair: new.value.chairSigned = signature
    }
    if new == old { throw Refused(nil, .alreadyThere) }
    if new.value.takerSigned != nil, new.value.chairSigned != nil { new.value.hash = hash }
    try work.save(.minutes, from: [old], to: [new]) { fact in
      [meeting.sqlValue, held.value.unit.sqlValue] + fact.value.row
    }
    return meeting.number
  }
}

/// Adds a correction to minutes that are signed: they stay as they are, and it stands below them.
package struct AddToMinutes: Operation {
  package static let operation = "addToMinutes"
  package var meeting: ID<FactMark>
  package var text: String

  package init(_ meeting: ID<FactMark>, _ text: String) {
    self.meeting = meeting
    self.text = text
  }

  package var said: [(name: String, value: String?)] { [("meeting", meeting.description), ("text", text)] }

  package func perform(_ work: Work) throws -> Int64? {
    let held = try work.meeting(meeting, in: [.closed])
    if text.allSatisfy(\.isWhitespace) { throw Refused(.text, .blank) }
    if text.count > 4000 { throw Refused(.text, .tooLong(limit: 4000)) }
    guard try MeetingStore(db: work.db).minutes(of: meeting)?.value.isFrozen == true else {
      throw Refused(nil, .minutesNotSigned)
    }
    let id: ID<FactMark> = work.draw()
    let values = [meeting.sqlValue, held.value.unit.sqlValue, text.sqlValue]
    try work.write(.minutesAddendum, id, held.span, values)
    return id.number
  }
}

/// Scores what no count shows of a meeting: by the cell itself, or by a committee above.
package struct ScoreMeeting: Operation {
  package static let operation = "scoreMeeting"
  package var meeting: ID<FactMark>
  package var scores: [MeetingScore]

  package init(_ meeting: ID<FactMark>, _ scores: [MeetingScore]) {
    self.meeting = meeting
    self.scores = scores
  }

  package var said: [(name: String, value: String?)] {
    [("meeting", meeting.description)]
      + scores.map { ("\($0.scorer.rawValue) \($0.criterion)", $0.isMet ? "yes" : "no") }
  }

  package func perform(_ work: Work) throws -> Int64? {
    let store = MeetingStore(db: work.db)
    guard let held = try store.meeting(meeting) else {
      throw Refused(nil, .unknownValue(meeting.description, allowed: []))
    }
    for scorer in Set(scores.map(\.scorer)) {
      try work.require(scorer == .own ? .keepMeetings : .scoreMeetings, on: held.value.unit)
    }
    if held.value.stage != .closed { throw Refused(nil, .meetingIs(held.value.stage)) }
    let old = try store.scores(of: meeting)
    var new = old
    for score in scores {
      if !MeetingScore.criteria.contains(score.criterion) {
        throw Refused(nil, .unknownValue(score.criterion, allowed: MeetingScore.criteria))
      }
      if let note = score.note { try Written.text(note, .note, limit: 500).raise() }
      let index = new.firstIndex {
        $0.value.scorer == score.scorer && $0.value.criterion == score.criterion
      }
      if let index {
        new[index].value = score
      } else {
        new.append(Fact(score, held.span, id: work.draw()))
      }
    }
    if new == old { throw Refused(nil, .nothingChanges) }
    try work.save(.meetingScore, from: old, to: new) { fact in
      [meeting.sqlValue, held.value.unit.sqlValue] + fact.value.row
    }
    return meeting.number
  }
}

/// What stands for the text of minutes, in digits.
package enum MinutesHash {
  package static func of(_ text: String) -> String {
    let digest = Digest()
    digest.add(text)
    return digest.finish().hex
  }
}

extension Work {
  /// The person whose account acts; `nil` for the console, and for an account of nobody.
  var person: ID<Person>? {
    get throws {
      guard let account else { return nil }
      return try db.value("SELECT person FROM account WHERE id = \(account) AND person IS NOT NULL")
    }
  }
}
