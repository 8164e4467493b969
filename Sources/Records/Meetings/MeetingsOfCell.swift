import Basics
import Rules
import Storage

/// Holds the rows of one cell's meetings against the record: what is sound becomes meetings, what is not is refused
/// with all that hangs on it.
struct MeetingsOfCell {
  let run: MeetingTakeoverRun
  /// Whether the record has no meeting yet.
  let isFirst: Bool

  /// A row of the list with what it comes to; a refused one has none.
  private struct Line {
    let row: ListRow
    let day: CivilDate
    let kind: MeetingKind
    let begins: TimeOfDay
    var isSound = true
    /// The marks of those named in the other list.
    var marks: [ID<Person>: (mark: Attendance, line: Int)] = [:]
  }

  func judge(_ cell: StagedMeetings.Cell) throws -> (unit: ID<Unit>, meetings: [PastMeeting])? {
    let store = UnitStore(db: run.db)
    guard let unit = try store.unit(code: cell.code), let life = try store.life(unit) else {
      for row in cell.meetings + cell.attendance {
        run.refuse(row, Objection(.unit, .unknownUnit(cell.code)))
      }
      return nil
    }
    var lines = cell.meetings.compactMap { row -> Line? in
      guard let day = row.day(.day), let kind = MeetingKind(rawValue: row[.kind]),
        let begins = row.time(.begins)
      else { return nil }
      return Line(row: row, day: day, kind: kind, begins: begins)
    }
    lines.sort { ($0.day, $0.begins, $0.row.line) < ($1.day, $1.begins, $1.row.line) }
    let days = lines.map(\.day)
    guard let first = days.min(), let last = days.max(),
      let period = Period(from: first, until: last.adding(days: 1))
    else {
      for row in cell.attendance { refuseMeetingless(row) }
      return nil
    }
    let lists = try CalledLists(unit, period, run.db)
    let known = isFirst ? [] : try MeetingLists(db: run.db).meetings(of: unit, period)
    for index in lines.indices {
      var objections = try own(lines[index], life, lists)
      let twin = lines[..<index].first { $0.day == lines[index].day && $0.kind == lines[index].kind }
      if let twin { objections.append(Objection(.day, .repeatedRow(line: twin.row.line))) }
      let isKnown = known.contains {
        $0.day == lines[index].day && $0.meeting.kind == lines[index].kind && $0.meeting.stage != .cancelled
      }
      if isKnown { objections.append(Objection(.day, .alreadyThere)) }
      for objection in objections { refuse(&lines[index], objection) }
    }
    for row in cell.attendance { try mark(row, in: &lines, lists) }
    // What could not be read may have been an absence.
    for index in lines.indices where lines[index].isSound && run.broken.contains(key(lines[index])) {
      refuse(&lines[index], Objection(nil, .hangsOnRefusedRow))
    }
    let prepared = prepared(&lines, known)
    for index in lines.indices where !lines[index].isSound {
      for line in lines[index].marks.values.map(\.line).sorted() {
        if let row = cell.attendance.first(where: { $0.line == line }) {
          run.refuse(row, Objection(nil, .hangsOnRefusedRow))
        }
      }
    }
    let sound = lines.indices.filter { lines[$0].isSound }
    let places = Dictionary(uniqueKeysWithValues: sound.enumerated().map { ($1, $0) })
    return (
      unit,
      try sound.map { index in
        var past = try past(lines[index], of: unit, lists)
        past.prepares =
          switch prepared[index] {
          case .among(let other): places[other].map { .among($0) }
          case let other: other
          }
        return past
      }
    )
  }

  private func key(_ line: Line) -> String { MeetingTakeoverRun.key(line.row) }

  private func refuse(_ line: inout Line, _ objection: Objection) {
    line.isSound = false
    run.refuse(line.row, objection)
  }

  private func refuseMeetingless(_ row: ListRow) {
    let isBroken = run.broken.contains(MeetingTakeoverRun.key(row))
    let missing: Refusal = row.day(.day).map { .noSuchMeeting($0) } ?? .blank
    run.refuse(row, isBroken ? Objection(nil, .hangsOnRefusedRow) : Objection(.day, missing))
  }

  // MARK: What one row says

  private func own(_ line: Line, _ life: UnitLife, _ lists: CalledLists) throws -> [Objection] {
    let (row, day) = (line.row, line.day)
    if day > run.today { return [Objection(.day, .notYet(day))] }
    guard life.existence?.contains(day) == true else {
      let absent = Refusal.unitAbsent(unit: life.code, exists: life.existence, needed: day.alone)
      return [Objection(.unit, absent)]
    }
    var objections: [Objection] = []
    let unitKind = life.kind(on: day)
    if unitKind != .cell && unitKind != .baseCell { objections.append(Objection(.unit, .notACell)) }
    if line.kind.countsForQuarter, row.text(.theme) == nil { objections.append(Objection(.theme, .blank)) }
    for field in [Field.chair, .taker] {
      guard let code = row.text(field) else { continue }
      if try !lists.list(on: day).contains(where: { $0.code == code }) {
        objections.append(Objection(field, try stranger(code)))
      }
    }
    if row.text(.signed) != nil {
      for field in [Field.text, .chair, .taker] where row.text(field) == nil {
        objections.append(Objection(field, .blank))
      }
    }
    return objections
  }

  /// Why somebody who is not called at a cell's meetings cannot stand in its lists.
  private func stranger(_ code: String) throws -> Refusal {
    try LifeStore(db: run.db).person(code: code) == nil ? .unknownPerson(code) : .notOnRollCall
  }

  /// Takes in who was away, late or gone early.
  private func mark(_ row: ListRow, in lines: inout [Line], _ lists: CalledLists) throws {
    guard let day = row.day(.day), let mark = AttendanceMark(rawValue: row[.mark]) else { return }
    let kind = MeetingKind(rawValue: row[.kind])
    let meant = lines.indices.filter { index in
      guard lines[index].day == day else { return false }
      return kind.map { lines[index].kind == $0 } ?? (lines[index].kind != .preparation)
    }
    guard let index = meant.first else { return refuseMeetingless(row) }
    func refuse(_ objection: Objection) {
      run.refuse(row, objection)
      // Whoever is not named counts as present where the list says so: the meeting cannot be told without this row.
      if lines[index].isSound { self.refuse(&lines[index], Objection(nil, .hangsOnRefusedRow)) }
    }
    if meant.count > 1 {
      let days = meant.map { lines[$0].kind.rawValue }
      return refuse(Objection(.kind, .unknownValue(row[.kind], allowed: days)))
    }
    if !lines[index].isSound { return run.refuse(row, Objection(nil, .hangsOnRefusedRow)) }
    guard let called = try lists.list(on: day).first(where: { $0.code == row[.person] }) else {
      return refuse(Objection(.person, try stranger(row[.person])))
    }
    let person = called.attendee.person
    if let twin = lines[index].marks[person] {
      return refuse(Objection(.person, .repeatedRow(line: twin.line)))
    }
    lines[index].marks[person] = (Attendance(person, mark, reason: row.text(.reason)), row.line)
  }

  /// For each meeting of the committee, the one it prepared, by its place in the list.
  private func prepared(_ lines: inout [Line], _ known: [MeetingLine]) -> [Int: PastMeeting.Prepared] {
    var found: [Int: PastMeeting.Prepared] = [:]
    for index in lines.indices where lines[index].isSound {
      guard let day = lines[index].row.day(.prepares) else { continue }
      if lines[index].kind != .preparation {
        let kind = lines[index].kind.rawValue
        let allowed = [MeetingKind.preparation.rawValue]
        refuse(&lines[index], Objection(.kind, .unknownValue(kind, allowed: allowed)))
        continue
      }
      if day < lines[index].day {
        refuse(&lines[index], Objection(.prepares, .beforeDay(lines[index].day)))
      } else if let other = lines.firstIndex(where: { $0.day == day && $0.kind != .preparation }) {
        if lines[other].isSound {
          found[index] = .among(other)
        } else {
          refuse(&lines[index], Objection(.prepares, .hangsOnRefusedRow))
        }
      } else if let other = known.first(where: { $0.day == day && $0.meeting.kind != .preparation }) {
        found[index] = .known(other.id)
      } else {
        refuse(&lines[index], Objection(.prepares, .noSuchMeeting(day)))
      }
    }
    return found
  }

  // MARK: As a meeting

  private func past(_ line: Line, of unit: ID<Unit>, _ lists: CalledLists) throws -> PastMeeting {
    let row = line.row
    let list = try lists.list(on: line.day)
    func person(_ field: Field) -> ID<Person>? {
      guard let code = row.text(field) else { return nil }
      return list.first { $0.code == code }?.attendee.person
    }
    var meeting = Meeting(
      unit: unit,
      kind: line.kind,
      mode: MeetingMode(rawValue: row[.mode]) ?? .inPerson,
      stage: .closed,
      begins: line.begins,
      place: row.text(.place),
      theme: row.text(.theme),
      chair: person(.chair),
      taker: person(.taker),
      opened: line.begins,
      closed: row.time(.closed)
    )
    var marks: [Attendance] = []
    for attendee in list.map(\.attendee) {
      if let named = line.marks[attendee.person]?.mark {
        marks.append(named)
      } else if row.text(.others) != nil, attendee.attending.isObliged {
        marks.append(Attendance(attendee.person, .present))
      }
    }
    let given = Dictionary(uniqueKeysWithValues: marks.map { ($0.person, $0.mark) })
    let call = RollCall(list.map(\.attendee), given)
    if line.kind != .preparation, call.uncalled == 0 { meeting.turnout = call.turnout }
    var past = PastMeeting(day: line.day, meeting: meeting, marks: marks)
    past.minutes = row.text(.text).map { minutes($0, meeting, isSigned: row.text(.signed) != nil) }
    past.scores = row.scores(.own, by: .own) + row.scores(.superior, by: .superior)
    return past
  }

  /// The minutes as they were signed on paper.
  private func minutes(_ text: String, _ meeting: Meeting, isSigned: Bool) -> Minutes {
    guard isSigned, let taker = meeting.taker, let chair = meeting.chair else { return Minutes(text: text) }
    return Minutes(
      text: text,
      takerSigned: Minutes.Signature(taker, isOnPaper: true),
      chairSigned: Minutes.Signature(chair, isOnPaper: true),
      hash: MinutesHash.of(text)
    )
  }
}
