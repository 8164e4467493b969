package import Basics
package import Rules
import Storage

/// A matter with the words in which it stands on an agenda.
package struct TakenMatter: Hashable, Sendable {
  package var matter: AgendaMatter
  package var title: String

  package init(_ matter: AgendaMatter, _ title: String) {
    self.matter = matter
    self.title = title
  }

  var said: (name: String, value: String?) { (matter.description, title) }
}

/// Puts what is due on the agenda of a meeting, each where the order of the meeting has its place.
package struct PutMatters: Operation {
  package static let operation = "putMatters"
  package var meeting: ID<FactMark>
  package var matters: [TakenMatter]

  package init(_ meeting: ID<FactMark>, _ matters: [TakenMatter]) {
    self.meeting = meeting
    self.matters = matters
  }

  package var said: [(name: String, value: String?)] {
    [("meeting", meeting.description)] + matters.map(\.said)
  }

  package func perform(_ work: Work) throws -> Int64? {
    let held = try work.meeting(meeting, in: [.called, .open])
    try work.demandUnsigned(meeting)
    if try work.put(matters, on: meeting, held) == 0 { throw Refused(nil, .nothingChanges) }
    return meeting.number
  }
}

/// Says what became of an item at a meeting: closed, or kept for next time.
package struct SettleItem: Operation {
  package static let operation = "settleItem"
  package var meeting: ID<FactMark>
  package var item: ID<FactMark>
  package var outcome: MatterOutcome
  /// What was said of it; `nil` leaves what was noted.
  package var note: String?

  package init(_ meeting: ID<FactMark>, _ item: ID<FactMark>, _ outcome: MatterOutcome, note: String? = nil) {
    self.meeting = meeting
    self.item = item
    self.outcome = outcome
    self.note = note
  }

  package var said: [(name: String, value: String?)] {
    [
      ("meeting", meeting.description), ("item", item.description), ("outcome", outcome.rawValue),
      ("note", note),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let held = try work.meeting(meeting, in: [.open, .closed])
    try work.demandUnsigned(meeting)
    if let note, note.count > 4000 { throw Refused(.note, .tooLong(limit: 4000)) }
    let items = try MeetingStore(db: work.db).items(of: meeting)
    guard let old = items.first(where: { $0.id == item }) else { throw Refused(nil, .noSuchStep) }
    var done = old
    done.value.isDone = true
    done.value.note = note ?? old.value.note
    func columns(_ row: [SQLValue]) -> [SQLValue] { [meeting.sqlValue, held.value.unit.sqlValue] + row }
    let known = try PreparationStore(db: work.db).matters(of: meeting).filter { $0.value.item == item }
    var told = known
    if told.isEmpty {
      told = [Fact(ItemMatter(item, AgendaMatter(.item, item.number)), held.span, id: work.draw())]
    }
    told[0].value.outcome = outcome
    if done == old, told == known { throw Refused(nil, .nothingChanges) }
    try work.save(.meetingItem, from: [old], to: [done]) { columns($0.value.row) }
    try work.save(.itemMatter, from: known, to: told) { columns($0.value.row) }
    try work.settleThemes(of: meeting, held.value)
    return item.number
  }
}

extension Work {
  /// Puts matters on the agenda of a meeting that are not there yet; how many there were.
  func put(_ matters: [TakenMatter], on meeting: ID<FactMark>, _ held: Fact<Meeting>) throws -> Int {
    let store = PreparationStore(db: db)
    let unit = held.value.unit
    let there = Set(try store.matters(of: meeting).map(\.value.matter))
    let old = try MeetingStore(db: db).items(of: meeting)
    var order = old
    var about: [ItemMatter] = []
    for taken in matters
    where !there.contains(taken.matter) && !about.contains(where: { $0.matter == taken.matter }) {
      try Written.text(taken.title, .title).raise()
      guard try concerns(taken.matter, unit) else {
        throw Refused(nil, .unknownValue(taken.matter.description, allowed: []))
      }
      let id: ID<FactMark> = draw()
      let item = Fact(MeetingItem(place: 0, title: taken.title), held.span, id: id)
      order.insert(item, at: taken.matter.kind.place(in: order.map(\.value)))
      about.append(ItemMatter(id, taken.matter))
    }
    for index in order.indices { order[index].value.place = index + 1 }
    func columns(_ row: [SQLValue]) -> [SQLValue] { [meeting.sqlValue, unit.sqlValue] + row }
    try save(.meetingItem, from: old, to: order) { columns($0.value.row) }
    for matter in about { try write(.itemMatter, draw(), held.span, columns(matter.row)) }
    try settleThemes(of: meeting, held.value)
    return about.count
  }

  /// Whether a matter is one of the cell's.
  private func concerns(_ matter: AgendaMatter, _ unit: ID<Unit>) throws -> Bool {
    let key = ID<FactMark>(matter.number)
    switch matter.kind {
    case .task: return try TaskStore(db: db).facts(key).last?.value.unit == unit
    case .resolution: return try ResolutionStore(db: db).concerns(key, unit, on: today)
    case .review: return try ReviewStore(db: db).openRounds(of: unit).contains { $0.key == key }
    case .theme: return try !PreparationStore(db: db).theme(key, in: unit).isEmpty
    case .candidate:
      return try db.exists(
        """
        SELECT 1 FROM candidacy c JOIN ancestry a ON a.unit = c.unit AND a.ancestor = \(unit)
          AND \(asOf("a", AsOf(today)))
        WHERE c.person = \(matter.number) AND \(known("c"))
        """
      )
    case .recognition:
      return try db.exists(
        """
        SELECT 1 FROM roll r JOIN ancestry a ON a.unit = r.unit AND a.ancestor = \(unit)
          AND \(asOf("a", AsOf(today)))
        WHERE r.person = \(matter.number) AND \(asOf("r", AsOf(today)))
        """
      )
    case .transfer:
      return try db.exists(
        "SELECT 1 FROM transfer x WHERE x.id = \(matter.number) AND (x.source = \(unit) OR x.target = \(unit))"
      )
    case .item:
      return try db.exists(
        "SELECT 1 FROM meeting_item t WHERE t.id = \(key) AND t.unit = \(unit) AND \(known("t"))"
      )
    }
  }

  /// Lets the themes on the agenda of a meeting follow it: chosen while it is ahead, dealt with once it is over.
  func settleThemes(of meeting: ID<FactMark>, _ held: Meeting) throws {
    // What a committee speaks of beforehand is not dealt with yet.
    if held.kind == .preparation { return }
    for matter in try PreparationStore(db: db).matters(of: meeting) where matter.value.matter.kind == .theme {
      let isKept = matter.value.outcome == .kept
      switch held.stage {
      case .called, .open: try settle(matter.value.matter, held.unit, .chosen, meeting)
      case .closed: try settle(matter.value.matter, held.unit, isKept ? .proposed : .dealtWith, meeting)
      case .cancelled: try settle(matter.value.matter, held.unit, .proposed, meeting)
      }
    }
  }

  /// Says how a theme stands by a meeting; one chosen for another stays as it is.
  func settle(
    _ matter: AgendaMatter,
    _ unit: ID<Unit>,
    _ state: ProposedTheme.State,
    _ meeting: ID<FactMark>
  ) throws {
    let old = try PreparationStore(db: db).theme(ID(matter.number), in: unit)
    if old.contains(where: { $0.value.meeting != nil && $0.value.meeting != meeting }) { return }
    var new = old
    for index in new.indices {
      new[index].value.state = state
      new[index].value.meeting = state == .proposed ? nil : meeting
      new[index].value.reason = nil
    }
    try save(.theme, from: old, to: new, \.value.row)
  }
}

extension AgendaMatter.Kind {
  /// The part of the regulation's order behind which it stands.
  private var part: String {
    switch self {
    case .task, .item: "report"
    case .resolution: "documents"
    case .theme, .review: "discussion"
    case .candidate, .recognition, .transfer: "personnel"
    }
  }

  /// Where a new item of this kind goes: behind its part and what stands there already, else before the conclusion.
  fileprivate func place(in items: [MeetingItem]) -> Int {
    guard var place = items.firstIndex(where: { $0.part == part }) else {
      return items.firstIndex { $0.part == "conclusion" } ?? items.count
    }
    place += 1
    while place < items.count, items[place].part == nil { place += 1 }
    return place
  }
}
