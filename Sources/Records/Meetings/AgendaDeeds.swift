package import Basics
package import Rules
import Storage

/// Puts something on the agenda of a meeting, changes it, or notes what was said of it.
package struct PutItem: Operation {
  package static let operation = "putItem"
  package var meeting: ID<FactMark>
  /// The item that is changed; `nil` for a new one.
  package var item: ID<FactMark>?
  package var title: String
  /// Its place in the order; `nil`: where it is, a new one last.
  package var place: Int?
  package var note: String?
  package var isDone: Bool

  package init(
    _ meeting: ID<FactMark>,
    _ item: ID<FactMark>? = nil,
    title: String,
    place: Int? = nil,
    note: String? = nil,
    isDone: Bool = false
  ) {
    self.meeting = meeting
    self.item = item
    self.title = title
    self.place = place
    self.note = note
    self.isDone = isDone
  }

  package var said: [(name: String, value: String?)] {
    [
      ("meeting", meeting.description), ("item", item?.description), ("title", title),
      ("place", place.map(String.init)), ("note", note), ("done", isDone ? "yes" : "no"),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let held = try work.meeting(meeting, in: [.called, .open, .closed])
    try work.demandUnsigned(meeting)
    var objections = Written.text(title, .title)
    // What is noted may have several lines.
    if let note, note.count > 4000 { objections.append(Objection(.note, .tooLong(limit: 4000))) }
    try objections.raise()
    let old = try MeetingStore(db: work.db).items(of: meeting)
    var order = old
    var changed = MeetingItem(place: 0, title: title, note: note, isDone: isDone)
    var id: ID<FactMark>?
    var here = order.count
    if let item {
      guard let index = order.firstIndex(where: { $0.id == item }) else { throw Refused(nil, .noSuchStep) }
      id = item
      changed.part = order[index].value.part
      order.remove(at: index)
      here = index
    }
    let made = id ?? work.draw()
    order.insert(
      Fact(changed, held.span, id: made),
      at: min(max((place ?? here + 1) - 1, 0), order.count)
    )
    for index in order.indices { order[index].value.place = index + 1 }
    if order == old { throw Refused(nil, .nothingChanges) }
    try work.save(.meetingItem, from: old, to: order) { fact in
      [meeting.sqlValue, held.value.unit.sqlValue] + fact.value.row
    }
    return made.number
  }
}

/// Takes something off the agenda of a meeting.
package struct DropItem: Operation {
  package static let operation = "dropItem"
  package var meeting: ID<FactMark>
  package var item: ID<FactMark>

  package init(_ meeting: ID<FactMark>, _ item: ID<FactMark>) {
    self.meeting = meeting
    self.item = item
  }

  package var said: [(name: String, value: String?)] {
    [("meeting", meeting.description), ("item", item.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let held = try work.meeting(meeting, in: [.called, .open])
    try work.demandUnsigned(meeting)
    let old = try MeetingStore(db: work.db).items(of: meeting)
    var order = old.filter { $0.id != item }
    if order.count == old.count { throw Refused(nil, .noSuchStep) }
    let store = PreparationStore(db: work.db)
    for matter in try store.matters(of: meeting) where matter.value.item == item {
      if matter.value.matter.kind == .theme {
        try work.settle(matter.value.matter, held.value.unit, .proposed, meeting)
      }
      if let id = matter.id { try work.supersede(.itemMatter, id) }
    }
    for line in try store.comments(of: meeting) where line.comment.item == item {
      try work.supersede(.meetingComment, line.id)
    }
    for index in order.indices { order[index].value.place = index + 1 }
    try work.save(.meetingItem, from: old, to: order) { fact in
      [meeting.sqlValue, held.value.unit.sqlValue] + fact.value.row
    }
    return item.number
  }
}

/// Hands out a paper for a meeting.
package struct HandOutPaper: Operation {
  package static let operation = "handOutPaper"
  package var meeting: ID<FactMark>
  package var paper: MeetingPaper
  package var file: FileHash
  /// What the file was called when it was handed in.
  package var name: String

  package init(_ meeting: ID<FactMark>, _ paper: MeetingPaper, _ file: FileHash, name: String) {
    self.meeting = meeting
    self.paper = paper
    self.file = file
    self.name = name
  }

  package var said: [(name: String, value: String?)] {
    [
      ("meeting", meeting.description), ("kind", paper.kind.rawValue), ("title", paper.title),
      ("file", file.description),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let held = try work.meeting(meeting, in: [.called, .open, .closed])
    try work.demandUnsigned(meeting)
    try (Written.text(paper.title, .title) + Written.text(name, .scan, limit: 200)).raise()
    guard try FileStore(db: work.db).file(file) != nil else { throw Refused(.scan, .blank) }
    if try MeetingStore(db: work.db).papers(of: meeting).contains(where: { $0.file == file }) {
      throw Refused(.scan, .alreadyThere)
    }
    let id: ID<FactMark> = work.draw()
    try work.write(
      .meetingPaper,
      id,
      held.span,
      [
        meeting.sqlValue, held.value.unit.sqlValue, paper.kind.sqlValue, paper.title.sqlValue, file.sqlValue,
        name.sqlValue,
      ]
    )
    return id.number
  }
}
