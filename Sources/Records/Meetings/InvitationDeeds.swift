package import Basics
package import Rules
import Storage

/// Says something of an item or a paper before the meeting: by whoever is invited to it.
package struct CommentBefore: Operation {
  package static let operation = "commentBefore"
  package var meeting: ID<FactMark>
  package var item: ID<FactMark>?
  package var paper: ID<FactMark>?
  package var text: String

  package init(
    _ meeting: ID<FactMark>,
    item: ID<FactMark>? = nil,
    paper: ID<FactMark>? = nil,
    _ text: String
  ) {
    self.meeting = meeting
    self.item = item
    self.paper = paper
    self.text = text
  }

  package var said: [(name: String, value: String?)] {
    [
      ("meeting", meeting.description), ("item", item?.description), ("paper", paper?.description),
      ("text", text),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let (held, author) = try work.invited(to: meeting)
    // It may have several lines.
    if text.allSatisfy(\.isWhitespace) { throw Refused(.text, .blank) }
    if text.count > 2000 { throw Refused(.text, .tooLong(limit: 2000)) }
    let store = MeetingStore(db: work.db)
    let isThere =
      switch (item, paper) {
      case (let item?, nil): try store.items(of: meeting).contains { $0.id == item }
      case (nil, let paper?): try store.papers(of: meeting).contains { $0.id == paper }
      default: false
      }
    if !isThere { throw Refused(nil, .noSuchStep) }
    let comment = MeetingComment(item: item, paper: paper, by: author, text)
    let id: ID<FactMark> = work.draw()
    try work.write(
      .meetingComment,
      id,
      held.span,
      [meeting.sqlValue, held.value.unit.sqlValue] + comment.row
    )
    return id.number
  }
}

/// Takes back what one said of a meeting, before it opens.
package struct TakeBackComment: Operation {
  package static let operation = "takeBackComment"
  package var meeting: ID<FactMark>
  package var comment: ID<FactMark>

  package init(_ meeting: ID<FactMark>, _ comment: ID<FactMark>) {
    self.meeting = meeting
    self.comment = comment
  }

  package var said: [(name: String, value: String?)] {
    [("meeting", meeting.description), ("comment", comment.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let (_, author) = try work.invited(to: meeting)
    let own = try PreparationStore(db: work.db).comments(of: meeting)
      .first { $0.id == comment && $0.comment.author == author }
    if own == nil { throw Refused(nil, .noSuchStep) }
    try work.supersede(.meetingComment, comment)
    return comment.number
  }
}

/// Invites somebody who is not of the cell to a meeting, or takes the invitation back.
package struct InviteGuest: Operation {
  package static let operation = "inviteGuest"
  package var meeting: ID<FactMark>
  package var guest: MeetingGuest

  package init(_ guest: MeetingGuest, to meeting: ID<FactMark>) {
    self.meeting = meeting
    self.guest = guest
  }

  package var said: [(name: String, value: String?)] {
    [
      ("meeting", meeting.description), ("person", guest.person?.description), ("name", guest.name),
      ("note", guest.note),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let held = try work.meeting(meeting, in: [.called, .open])
    try work.demandUnsigned(meeting)
    var objections = Written.text(guest.name, .name, limit: 120)
    if let note = guest.note { objections += Written.text(note, .note, limit: 200) }
    let known = try PreparationStore(db: work.db).guests(of: meeting).map(\.value)
    if known.contains(where: { $0.name == guest.name && $0.note == guest.note })
      || guest.person != nil && known.contains(where: { $0.person == guest.person })
    {
      objections.append(Objection(.name, .alreadyThere))
    }
    try objections.raise()
    let id: ID<FactMark> = work.draw()
    try work.write(
      .meetingGuest,
      id,
      held.span,
      [meeting.sqlValue, held.value.unit.sqlValue] + guest.row
    )
    return id.number
  }
}

/// Takes an invitation back.
package struct DropGuest: Operation {
  package static let operation = "dropGuest"
  package var meeting: ID<FactMark>
  package var guest: ID<FactMark>

  package init(_ guest: ID<FactMark>, of meeting: ID<FactMark>) {
    self.meeting = meeting
    self.guest = guest
  }

  package var said: [(name: String, value: String?)] {
    [("meeting", meeting.description), ("guest", guest.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    _ = try work.meeting(meeting, in: [.called, .open])
    guard try PreparationStore(db: work.db).guests(of: meeting).contains(where: { $0.id == guest }) else {
      throw Refused(nil, .noSuchStep)
    }
    try work.supersede(.meetingGuest, guest)
    return guest.number
  }
}

extension Work {
  /// A meeting that has not opened, and the one acting, who is invited to it: on its list, or as a guest.
  fileprivate func invited(to id: ID<FactMark>) throws -> (meeting: Fact<Meeting>, person: ID<Person>) {
    guard let found = try MeetingStore(db: db).meeting(id) else {
      throw Refused(nil, .unknownValue(id.description, allowed: []))
    }
    guard let own = try person,
      try isCalled(own, at: found.value.unit, on: found.span.start)
        || PreparationStore(db: db).guests(of: id).contains(where: { $0.value.person == own })
    else { throw Refused(nil, .notOnRollCall) }
    if found.value.stage != .called { throw Refused(nil, .meetingIs(found.value.stage)) }
    return (found, own)
  }
}
