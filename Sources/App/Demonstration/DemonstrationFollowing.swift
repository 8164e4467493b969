import Basics
import Demonstration
import Records
import Rules
import Storage

/// Who of the committees of the fictional province follows which cell, what they saw at meetings, and what is proposed
/// for meetings to come.
struct DemonstrationFollowing {
  let db: any Connection
  let desk: Desk
  let officer: Actor
  let root: ID<Rules.Unit>
  let day: CivilDate
  let seed: UInt64

  private static let notes = [
    "Chi bộ sinh hoạt đúng trình tự, ý kiến còn tập trung ở một vài đồng chí.",
    "Nghị quyết tháng ngắn gọn, phân công rõ người, rõ việc; cần nêu rõ thời hạn.",
    "Đảng viên dự đông, thảo luận sôi nổi; biên bản cần ghi đủ ý kiến khác nhau.",
  ]
  private static let found = [
    "Gửi tài liệu trước buổi họp ít nhất ba ngày", "Báo cáo kết quả phần việc còn chậm tại kỳ họp sau",
    "Bổ sung số liệu vào sổ theo dõi đảng viên đi làm ăn xa",
  ]
  private static let themes = [
    "Đảng viên nêu gương trên không gian mạng", "Chi bộ với phòng, chống thiên tai",
    "Học và làm theo Bác: mỗi chi bộ một việc cụ thể",
  ]

  @discardableResult
  private func carryOut(_ operation: any Operation) throws -> Int64? {
    try desk.carryOut(Errand(operation, by: officer)).result
  }

  /// Gives how many deeds it took; `own`: the committee where a newcomer looks around.
  func fill(_ committees: [DemonstrationCommittee], own: ID<Rules.Unit>?) throws -> Int {
    let before = try JournalStore(db: db).head()
    for theme in DemonstrationFollowing.themes.prefix(2) {
      try carryOut(ProposeTheme(in: root, .theme, theme, why: "Theo hướng dẫn sinh hoạt chuyên đề của năm"))
    }
    for committee in committees where committee.place % 12 == 5 || committee.unit == own {
      let above = try TreeStore(db: db).holders(committee.unit, AsOf(day)).map(\.person)
      guard !above.isEmpty else { continue }
      for (number, cell) in committee.cells.enumerated() {
        try follow(cell, by: above[number % above.count])
      }
    }
    return Int(try JournalStore(db: db).head() - before)
  }

  private func follow(_ cell: DemonstrationCommittee.Cell, by follower: ID<Person>) throws {
    guard let founded = try UnitStore(db: db).existence(cell.unit).existence?.start else { return }
    let from = max(day.adding(days: -300), founded)
    // Whoever came to the committee since follows from then on.
    let store = FollowingStore(db: db)
    guard from < day.adding(days: -40), try store.isAbove(follower, cell.unit, on: from) else { return }
    let assigned = AssignFollower(
      follower,
      to: cell.unit,
      span: Span(open: from),
      ground: "Phân công của Ban Thường vụ"
    )
    try carryOut(assigned)
    guard let year = Period(from: from, until: day) else { return }
    let lot = TaskWords.lot(String(cell.unit.number), seed)
    func part(_ number: Int) -> Int { TaskWords.lot(lot, number) }
    let held = try MeetingLists(db: db).meetings(of: cell.unit, year).filter { $0.meeting.closed != nil }
    for (number, meeting) in held.enumerated() where (number + part(1)) % 4 == 0 {
      let id = meeting.id
      let marks = try MeetingStore(db: db).marks(of: id)
      if marks.contains(where: { $0.value.person == follower && !$0.value.mark.isPresent }) { continue }
      let note = DemonstrationFollowing.notes[part(2 + number) % DemonstrationFollowing.notes.count]
      try carryOut(LeaveVisitNote(id, of: follower, note))
      guard part(20 + number) % 3 == 0 else { continue }
      let what = DemonstrationFollowing.found[part(40 + number) % DemonstrationFollowing.found.count]
      let due = meeting.day.adding(days: 30)
      guard let item = try carryOut(AddVisitItem(id, of: follower, what, due: due)),
        part(60 + number) % 3 > 0,
        due.adding(days: -4) <= day
      else { continue }
      let closing = VisitItem.Closing(on: due.adding(days: -4), "Chi bộ đã thực hiện, có ghi trong biên bản")
      try carryOut(CloseVisitItem(ID(item), closing))
    }
  }
}
