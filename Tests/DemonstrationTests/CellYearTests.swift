import Basics
import Demonstration
import Testing

@Suite("A year of meetings of a fictional cell")
struct CellYearTests {
  private let cells = (1...300).map { "C\($0)" }

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private func year(_ code: String, _ until: CivilDate, seed: UInt64 = 3) -> [HeldMeeting] {
    let sectors = PlannedUnit.Sector.allCases
    let sector = sectors[code.utf8.reduce(0) { $0 + Int($1) } % sectors.count]
    return CellYear(code, sector, members: 27, seed: seed, until: until).meetings
  }

  @Test("nearly every month has its meeting and every quarter its theme, the committee meets before")
  func held() throws {
    let until = try day("2025-12-31")
    let years = cells.map { year($0, until) }
    func count(_ kind: HeldMeeting.Kind) -> Int { years.joined().count { $0.kind == kind } }
    #expect((3_400..<3_600).contains(count(.regular)))
    #expect((1_050..<1_200).contains(count(.thematic)))
    #expect((2_800..<3_300).contains(count(.preparation)))
    for meeting in years.joined() {
      #expect(meeting.closed > meeting.begins && meeting.closed < 24 * 60)
      #expect((meeting.kind == .thematic) == (meeting.theme != nil))
      #expect((meeting.kind == .preparation) == (meeting.prepares != nil))
      #expect(meeting.text != nil || !meeting.isSigned)
    }
  }

  @Test("nine of ten and more are there, and most of those away have a reason")
  func attendance() throws {
    let until = try day("2025-12-31")
    let meetings = cells.flatMap { year($0, until) }.filter { $0.kind != .preparation }
    var marks: [String: Int] = [:]
    for meeting in meetings {
      for person in 1...27 as ClosedRange<UInt64> {
        marks[meeting.mark(of: person)?.mark ?? "present", default: 0] += 1
      }
    }
    let all = meetings.count * 27
    let away = marks["excused", default: 0] + marks["absent", default: 0]
    #expect((all / 20..<all / 10).contains(away))
    #expect(marks["excused", default: 0] > marks["absent", default: 0] * 8)
  }

  @Test("a month is the same whenever one looks back at it, but for minutes still waited for")
  func prefix() throws {
    let (from, september) = (try day("2025-01-01"), try day("2025-09-01"))
    let (soon, late) = (try day("2025-09-30"), try day("2025-12-31"))
    for code in cells.prefix(60) {
      let later = year(code, late)
      for meeting in year(code, soon) where meeting.day >= from && meeting.day < september {
        #expect(later.contains(meeting))
      }
    }
    #expect(year("C1", late) != year("C1", late, seed: 4))
  }
}
