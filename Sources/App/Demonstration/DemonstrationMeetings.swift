import Basics
import Demonstration
import Records
import Rules
import Sheets
import Storage

/// The year of meetings that the cells of the fictional province had before its last day, taken over from two lists as
/// an office takes over its old books.
struct DemonstrationMeetings {
  let database: any Database
  let seed: UInt64
  let until: CivilDate
  let clock: Clock
  let regulations: RulebookLibrary
  /// The cell of which every meeting was told on its day.
  let told: ID<Rules.Unit>?

  /// Gives how many entries it took.
  func fill(_ committees: [DemonstrationCommittee]) async throws -> Int {
    let folder = try LooseFolder()
    let lists = (
      meetings: try CSVWriter(path: "\(folder.path)/meetings.csv"),
      attendance: try CSVWriter(path: "\(folder.path)/attendance.csv")
    )
    try lists.meetings.write(ListKind.meetings.columns.map(\.field.rawValue))
    try lists.attendance.write(ListKind.attendance.columns.map(\.field.rawValue))
    let cells = committees.flatMap(\.cells).filter { $0.unit != told }
    var count = 0
    // A few cells at a time: what is read of them is written at once.
    for first in stride(from: 0, to: cells.count, by: 200) {
      let some = Array(cells[first..<min(first + 200, cells.count)])
      let books = try await database.read { db in try some.compactMap { try book(of: $0, db) } }
      for book in books where !book.meetings.isEmpty {
        count += 1
        for row in book.meetings { try lists.meetings.write(row) }
        for row in book.attendance { try lists.attendance.write(row) }
      }
    }
    try lists.meetings.close()
    try lists.attendance.close()
    let takeover = MeetingTakeover(
      try ListSource(path: folder.path, name: "Sổ sinh hoạt chi bộ", ListKind.ofMeetings),
      scratch: try Place.scratch()
    )
    let office = Office(database, clock: clock, regulations: regulations)
    let report = try await takeover.run(office, as: .console("demo"))
    if let refused = report.refused.first {
      throw Refused(refused.place.column, refused.refusal)
    }
    return count
  }

  /// The rows of one cell in both lists.
  private struct Book: Sendable {
    var meetings: [[String]] = []
    var attendance: [[String]] = []
  }

  private func book(of cell: DemonstrationCommittee.Cell, _ db: any Connection) throws -> Book? {
    guard let life = try UnitStore(db: db).life(cell.unit) else { return nil }
    let year = CellYear(
      life.code,
      cell.sector.flatMap { PlannedUnit.Sector(rawValue: $0.rawValue) },
      members: cell.lines.count,
      seed: seed,
      until: until
    )
    let held = year.meetings
    guard let first = held.first?.day, let period = Period(from: first, until: until.adding(days: 1)) else {
      return nil
    }
    let lists = try CalledLists(cell.unit, period, db)
    let leaders = cell.lines.filter { $0.post != nil }.sorted { one, other in
      (one.post == KnownPost.secretary.rawValue ? 0 : 1, one.code)
        < (other.post == KnownPost.secretary.rawValue ? 0 : 1, other.code)
    }.map(\.code)
    var book = Book()
    var regular: Set<CivilDate> = []
    // What a committee's meeting prepares is written first: it may have been before the cell was there.
    for meeting in held.reversed() {
      let kind = life.kind(on: meeting.day)
      guard kind == .cell || kind == .baseCell else { continue }
      if let prepares = meeting.prepares, !regular.contains(prepares) { continue }
      let obliged = try lists.list(on: meeting.day).filter(\.attendee.attending.isObliged)
      guard obliged.count >= 3 else { continue }
      if meeting.kind == .regular { regular.insert(meeting.day) }
      let codes = Set(obliged.map(\.code))
      // Who leads and who writes: those in the leading body, else the first of the register.
      let able = leaders.filter(codes.contains) + obliged.map(\.code).filter { !leaders.contains($0) }
      let day = meeting.day.description
      book.meetings.append([
        life.code, day, meeting.kind.rawValue, DemonstrationMeetings.time(meeting.begins),
        DemonstrationMeetings.time(meeting.closed), "", meeting.place, meeting.theme ?? "", able[0], able[1],
        meeting.prepares?.description ?? "",
        meeting.kind == .preparation ? "" : AttendanceMark.present.rawValue,
        meeting.text ?? "", meeting.isSigned ? "yes" : "", meeting.own ?? "", meeting.superior ?? "",
      ])
      if meeting.kind == .preparation { continue }
      for line in obliged where line.code != able[0] && line.code != able[1] {
        guard let number = UInt64(line.code), let away = meeting.mark(of: number) else { continue }
        book.attendance.append([
          life.code, day, meeting.kind.rawValue, line.code, away.mark, away.reason ?? "",
        ])
      }
    }
    return book
  }

  /// A time of a day, given in minutes since midnight.
  static func time(_ minutes: Int) -> String { TimeOfDay(minutes: minutes)?.description ?? "" }
}
