import Basics
import Rules
import Testing

/// Exact numbers, and terms of days.
@Suite struct QuantityTests {
  @Test("a number is read as it is written, and nothing else is a number")
  func reading() {
    #expect(Quantity("27.5")?.description == "27.5")
    #expect(Quantity("-3")?.description == "-3")
    #expect(Quantity("1e3") == Quantity(1000))
    #expect(Quantity("9050e-2")?.description == "90.5")
    for text in ["", "-", ".", ".5", "5.", "1,5", "0x1", "NaN", "1e", "1e99", "99999999999999999999", "١"] {
      #expect(Quantity(text) == nil, "\(text)")
    }
  }

  @Test("a number with many decimals lies on the right side of a bound, and never on it")
  func sides() throws {
    let bound = Quantity(90)
    #expect(try #require(Quantity("89.9999999999")) < bound)
    #expect(try #require(Quantity("90.0000000001")) > bound)
    #expect(try #require(Quantity("90.0000000000")) == bound)
    #expect(try #require(Quantity("-0.00000001")) < .zero)
  }

  @Test("a share of a whole is exact at its bound for every whole", arguments: [20, 30, 50, 70, 85])
  func shares(_ percent: Int) {
    for whole in 0...600 {
      let bound = Quantity(whole).share(Quantity(percent))
      for part in [whole * percent / 100, whole * percent / 100 + 1] {
        #expect((Quantity(part) >= bound) == (part * 100 >= whole * percent))
        #expect((Quantity(part) > bound) == (part * 100 > whole * percent))
      }
    }
  }

  @Test("a third is neither more nor less than it is, and nothing is divided by nothing")
  func division() throws {
    let divided: Quantity? = Quantity(1) / Quantity(3)
    let third = try #require(divided)
    #expect(third < Quantity("0.3334") ?? .zero)
    #expect(third > Quantity("0.3333") ?? .largest)
    #expect(Quantity(1) / .zero == nil)
    #expect(third.text(decimals: 2) == "0.33")
    #expect(Quantity("-7.5")?.floor == Quantity(-8))
  }

  @Test("a Saturday worked in exchange counts, a holiday does not, and an unknown year is not guessed")
  func workingDays() throws {
    func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }
    var calendar = WorkCalendar()
    calendar.add(year: 2025, free: [try day("2025-05-02")], worked: [try day("2025-04-26")])
    #expect(calendar.isWorked(try day("2025-04-26")))
    #expect(!calendar.isWorked(try day("2025-05-02")))
    #expect(!calendar.isWorked(try day("2025-05-03")))
    // Friday 25 April and two working days: Saturday 26, Monday 28.
    #expect(calendar.day(2, after: try day("2025-04-25")) == (try day("2025-04-28")))
    #expect(calendar.day(0, after: try day("2025-05-02")) == (try day("2025-05-02")))
    #expect(calendar.day(5, after: try day("2025-12-29")) == nil)
    #expect(calendar.unknownYear(5, after: try day("2025-12-29")) == 2026)
  }

  @Test("twelve months from 29 February end on the last of February, and month ends stay month ends")
  func monthEnds() throws {
    for (start, end) in [
      ("2024-02-29", "2025-02-28"), ("2023-02-28", "2024-02-28"), ("2024-12-31", "2025-12-31"),
      ("2024-08-31", "2025-08-31"),
    ] {
      #expect(CivilDate(start)?.adding(months: 12) == CivilDate(end))
    }
    #expect(CivilDate("2025-01-31")?.adding(months: 1) == CivilDate("2025-02-28"))
  }
}
