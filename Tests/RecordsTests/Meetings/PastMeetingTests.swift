import Basics
import Foundation
import Records
import RulebookFiles
import Rules
import Storage
import TestWorld
import Testing

@Suite("Meetings taken over from before they were kept here")
struct PastMeetingTests {
  private static func code(_ world: World, _ name: String) async throws -> String {
    let person = world.person(name)
    return try await world.read { try $0.value("SELECT code FROM person WHERE id = \(person)") } ?? ""
  }

  private static func take(
    _ world: World,
    _ meetings: String,
    _ attendance: String = "unit,day,kind,person,mark,reason\n",
    acceptsValid: Bool = false
  ) async throws -> ImportReport {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in ["meetings": meetings, "attendance": attendance] {
      try text.write(to: folder.appending(path: "\(name).csv"), atomically: true, encoding: .utf8)
    }
    let source = try ListSource(path: folder.path, name: "Sổ cũ", ListKind.ofMeetings)
    return try await MeetingTakeover(source, acceptsValid: acceptsValid, scratch: try World.scratch())
      .run(world.office, as: .console("test"))
  }

  private static func told(_ report: ImportReport) -> [String] {
    report.refused.map { row in
      "\(row.place.file):\(row.place.row):\(row.place.column?.rawValue ?? "") \(row.refusal)"
    }
  }

  @Test("a meeting taken over is the meeting it would be had it been held here, and is taken back as one")
  func same() async throws {
    let world = try await World.small()
    let (an, second) = (try await Self.code(world, "Nguyễn An"), try await Self.code(world, "Nguyễn Ân"))
    let meetings = """
      Mã đơn vị,ngày,loại sinh hoạt,bắt đầu,kết thúc,địa điểm,chuyên đề,chủ trì,thư ký,chuẩn bị cho ngày,số còn lại,\
      nội dung biên bản,đã ký biên bản,chi bộ tự chấm,cấp trên chấm
      C1,3/10/2025,thường kỳ,19:30,21:00,Nhà văn hóa thôn,,\(an),\(second),,có mặt,"Đọc nghị quyết.
      Kết luận: sửa đường.",có,đạt,order.kept
      C1,2025-10-01,họp chi ủy,17:00,,,,,,2025-10-03,,,,,
      C2,2025-10-04,thematic,20:00,21:40,,Giữ rừng,,,,,,,,

      """
    let attendance = "unit,day,kind,person,mark,reason\nC1,2025-10-03,,\(second),vắng có lý do,Ốm\n"
    let report = try await Self.take(world, meetings, attendance)
    #expect(Self.told(report).isEmpty)
    #expect(report.read == 4 && report.accepted == 4)

    let held = try await world.call(of: "C1", on: "2025-09-03")
    try await world.hold(held, of: "C1", on: "2025-09-03", [world.person("Nguyễn Ân"): .excused])
    let cell = world.unit("C1")
    let readings = try await world.read { db in
      let lines = try MeetingLists(db: db).meetings(of: cell, try #require(Period(year: 2025)))
      return try lines.compactMap { try MeetingStore(db: db).reading($0.id) }
    }
    let taken = try #require(readings.first { $0.day == "2025-10-03" })
    let kept = try #require(readings.first { $0.day == "2025-09-03" })
    #expect(taken.meeting.stage == .closed && taken.meeting.turnout == kept.meeting.turnout)
    #expect(taken.rollCall == kept.rollCall && taken.meeting.minutes == 90)
    #expect(taken.marks[world.person("Nguyễn Ân")]?.reason == "Ốm")
    let minutes = try #require(taken.minutes)
    #expect(minutes.text == "Đọc nghị quyết.\nKết luận: sửa đường." && minutes.isFrozen)
    #expect(minutes.chairSigned == Minutes.Signature(world.person("Nguyễn An"), isOnPaper: true))
    let missed = taken.scores.filter { !$0.isMet }
    #expect(taken.scores.count == 6 && missed.map(\.criterion) == ["order.kept"])
    #expect(missed.first?.scorer == .superior)
    #expect(taken.preparations.map(\.span.start) == ["2025-10-01"])
    // What lists cannot say is not held against it; what they say is.
    let facts = taken.facts(world.clock.clock).facts(by: .own)
    #expect(facts["preparation.draftResolution"] == nil && facts["papers.leadHours"] == nil)
    #expect(facts["preparation.committeeMet"] == Quantity(1))
    #expect(kept.facts(world.clock.clock).facts(by: .own)["preparation.committeeMet"] == Quantity(0))
    // Of a meeting of which the list names nobody nothing is counted.
    let other = world.unit("C2")
    let themed = try await world.read {
      try MeetingLists(db: $0).meetings(of: other, try #require(Period(year: 2025)))
    }
    #expect(themed.map(\.meeting.theme) == ["Giữ rừng"] && themed.first?.meeting.turnout == nil)
    #expect(try await world.read { try JournalCheck(db: $0).run().faults }.isEmpty)

    let entry: Int64? = try await world.read {
      try $0.value("SELECT min(seq) FROM entry WHERE operation = 'takeOverMeetings'")
    }
    try await world.carryOut(AnnulEntry(entry: try #require(entry)))
    let left = try await world.read {
      try MeetingLists(db: $0).meetings(of: cell, try #require(Period(year: 2025)))
    }
    #expect(left.map(\.id) == [held])
  }

  @Test("each row that cannot be true is refused by its file, row and column, and nothing is written")
  func refused() async throws {
    let world = try await World.small()
    let (an, stranger) = (
      try await Self.code(world, "Nguyễn An"), try await Self.code(world, "Lò Thị Hạnh")
    )
    try await world.call(of: "C1", on: "2025-10-20")
    let meetings = """
      unit,day,kind,begins,closed,theme,chair,taker,prepares,others,text,signed,own
      C9,2025-10-03,regular,19:30,,,,,,,,,
      B1,2025-10-03,regular,19:30,,,,,,,,,
      C1,2025-11-04,regular,19:30,,,,,,,,,
      C1,1990-01-01,regular,19:30,,,,,,,,,
      C1,2025-10-20,regular,19:30,,,,,,,,,
      C1,2025-09-05,thematic,19:30,,,,,,,,,
      C1,2025-09-06,regular,25:30,,,,,,,,,
      C1,2025-09-07,regular,19:30,,,\(stranger),0,,,,,
      C1,2025-09-08,regular,19:30,,,\(an),,,,Chữ,yes,
      C1,2025-09-09,regular,19:30,,,,,,,,,
      C1,2025-09-09,regular,20:30,,,,,,,,,
      C1,2025-09-10,preparation,20:30,,,,,2025-09-12,,,,
      C1,2025-09-13,preparation,20:30,,,,,2025-09-09,,,,
      C1,2025-09-14,weekly,20:30,,,,,,absent,,maybe,order
      C1,2025-09-15,regular,20:30,,,,,,present,,,
      C1,2025-09-16,regular,20:30,,,,,,,,,
      """
    let attendance = """
      unit,day,kind,person,mark,reason
      C1,2025-09-15,,\(stranger),excused,
      C1,2025-09-15,,\(an),excused,
      C1,2025-09-16,,\(an),excused,
      C1,2025-09-16,,\(an),absent,
      C1,2025-09-17,,\(an),excused,
      C1,2025-09-14,,\(an),excused,
      C1,2025-09-16,,\(an),sleeping,
      """
    let report = try await Self.take(world, meetings, attendance)
    let hangs = Refusal.hangsOnRefusedRow
    let criteria = MeetingScore.criteria.filter { $0 != "meeting.smallCell" }
    let count = try await world.read { try $0.count("SELECT count(*) FROM meeting") }
    #expect(count == 1)
    let old = Span.from("1990-01-01", until: "1990-01-02")
    #expect(
      Self.told(report) == [
        "meetings.csv:2:unit \(Refusal.unknownUnit("C9"))", "meetings.csv:3:unit \(Refusal.notACell)",
        "meetings.csv:4:day \(Refusal.notYet("2025-11-04"))",
        "meetings.csv:5:unit \(Refusal.unitAbsent(unit: "C1", exists: Span(open: "2000-01-01"), needed: old))",
        "meetings.csv:6:day \(Refusal.alreadyThere)", "meetings.csv:7:theme \(Refusal.blank)",
        "meetings.csv:8:begins \(Refusal.unknownValue("25:30", allowed: ["19:30"]))",
        "meetings.csv:9:chair \(Refusal.notOnRollCall)", "meetings.csv:9:taker \(Refusal.unknownPerson("0"))",
        "meetings.csv:10:taker \(Refusal.blank)", "meetings.csv:12:day \(Refusal.repeatedRow(line: 11))",
        "meetings.csv:13:prepares \(Refusal.noSuchMeeting("2025-09-12"))",
        "meetings.csv:14:prepares \(Refusal.beforeDay("2025-09-13"))",
        "meetings.csv:15:kind \(Refusal.unknownValue("weekly", allowed: MeetingKind.allCases.map(\.rawValue)))",
        "meetings.csv:15:others \(Refusal.unknownValue("absent", allowed: ["present"]))",
        "meetings.csv:15:signed \(Refusal.unknownValue("maybe", allowed: ["yes", "no"]))",
        "meetings.csv:15:own \(Refusal.unknownValue("order", allowed: ["met"] + criteria))",
        "meetings.csv:16: \(hangs)", "meetings.csv:17: \(hangs)",
        "attendance.csv:2:person \(Refusal.notOnRollCall)", "attendance.csv:3: \(hangs)",
        "attendance.csv:4: \(hangs)", "attendance.csv:5:person \(Refusal.repeatedRow(line: 4))",
        "attendance.csv:6:day \(Refusal.noSuchMeeting("2025-09-17"))", "attendance.csv:7: \(hangs)",
        "attendance.csv:8:mark \(Refusal.unknownValue("sleeping", allowed: AttendanceMark.allCases.map(\.rawValue)))",
      ]
    )
  }

  @Test("where an absence cannot be read its meeting is left out with it, and the rest is taken if asked for")
  func hanging() async throws {
    let world = try await World.small()
    let an = try await Self.code(world, "Nguyễn An")
    let meetings = """
      unit,day,kind,begins,others
      C1,2025-09-15,regular,20:30,present
      C1,2025-09-16,extraordinary,20:30,present
      """
    let attendance = "unit,day,person,mark\nC1,2025-09-15,\(an),sleeping\nC1,2025-09-15,\(an),late\n"
    let none = try await Self.take(world, meetings, attendance)
    #expect(none.entry == nil && none.accepted == 1)
    let report = try await Self.take(world, meetings, attendance, acceptsValid: true)
    #expect(
      Self.told(report) == [
        "meetings.csv:2: \(Refusal.hangsOnRefusedRow)",
        "attendance.csv:2:mark \(Refusal.unknownValue("sleeping", allowed: AttendanceMark.allCases.map(\.rawValue)))",
        "attendance.csv:3: \(Refusal.hangsOnRefusedRow)",
      ]
    )
    let cell = world.unit("C1")
    let lines = try await world.read {
      try MeetingLists(db: $0).meetings(of: cell, try #require(Period(year: 2025)))
    }
    #expect(lines.map(\.meeting.kind) == [.extraordinary])
  }

  @Test("who is called on each day of a year is the same, whether asked day by day or by its turns")
  func lists() async throws {
    let world = try await World.small()
    let cell = world.unit("C1")
    let exempt = [
      ("Nguyễn An", Span.from("2025-02-03", until: "2025-05-06")),
      ("Nguyễn Ân", .from("2025-03-01", until: "2025-03-02")),
    ]
    for (name, span) in exempt {
      try await world.carryOut(ExemptMember(person: world.person(name), .full, for: .health, span: span))
    }
    let visit = BeginRole(
      person: world.person("Hà Thị Ánh"),
      unit: cell,
      role: .temporary,
      span: .from("2025-06-07", until: "2025-08-09")
    )
    let away = BeginRole(
      person: world.person("Đặng Thùy Ước"),
      unit: world.unit("C4"),
      role: .temporary,
      span: .from("2025-07-01", until: "2025-07-02")
    )
    try await world.carryOut(visit)
    try await world.carryOut(away)
    try await world.carryOut(
      TransferMember(person: world.person("Nguyễn Ân"), to: world.unit("C2"), day: "2025-09-10")
    )
    try await world.read { db in
      let year = try #require(Period(year: 2025))
      let lists = try CalledLists(cell, year, db)
      var seen: Set<[Attending]> = []
      for number in 0..<365 {
        let day = year.from.adding(days: number)
        let asked = try AttendeeStore(db: db).list(of: cell, AsOf(day))
        let called = try lists.list(on: day)
        #expect(called.map(\.attendee.person) == asked.map(\.attendee.person), "\(day)")
        #expect(called.map(\.attendee.attending) == asked.map(\.attendee.attending), "\(day)")
        seen.insert(asked.map(\.attendee.attending))
      }
      #expect(seen.count > 4)
    }
  }
}
