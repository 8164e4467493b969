import Testing

@testable import Sheets

@Suite("Values in a sheet")
struct ValueTests {
  @Test(
    "numbers are given in plain digits",
    arguments: [
      ("123", "123"), ("0123", "123"), ("1.0", "1"), ("045123456789", "45123456789"), ("-7", "-7"),
      ("1.23456789012E+11", "123456789012"), ("0.30000000000000004", "0.3"), ("12.300000000000001", "12.3"),
      ("1E-5", "0.00001"), ("-2.5e-3", "-0.0025"), ("1.5E+20", "150000000000000000000"), ("0", "0"),
      ("-0", "0"), ("000", "0"), ("123456789012345678", "123456789012345678"), ("0.1", "0.1"), ("abc", "abc"),
      ("9.99999999999999999", "10"), ("38.5", "38.5"),
    ]
  )
  func numbers(written: String, plain: String) {
    #expect(NumberText.plain(written) == plain)
  }

  @Test(
    "days are counted from 1900 with the day that never was",
    arguments: [
      (1, "1900-01-01"), (59, "1900-02-28"), (60, nil), (61, "1900-03-01"), (45_930, "2025-09-30"),
      (36_526.75, "2000-01-01"), (2_958_465, "9999-12-31"), (2_958_466, nil), (0, nil), (0.5, nil), (-1, nil),
      (.nan, nil),
    ] as [(Double, String?)]
  )
  func daysFrom1900(serial: Double, day: String?) {
    #expect(SerialDay.iso(serial, from1904: false) == day)
  }

  @Test(
    "days are counted from 1904 in books that say so",
    arguments: [(0, "1904-01-01"), (60, "1904-03-01"), (44_468, "2025-09-30"), (2_957_004, nil)]
      as [(Double, String?)]
  )
  func daysFrom1904(serial: Double, day: String?) {
    #expect(SerialDay.iso(serial, from1904: true) == day)
  }

  @Test("every day of three centuries keeps its number")
  func everyDay() throws {
    for number in 1...109_574 where number != 60 {
      let day = try #require(SerialDay.iso(Double(number), from1904: false))
      guard SerialDay.serial(iso: day) == number else {
        Issue.record("\(day) is not \(number)")
        break
      }
    }
    #expect(SerialDay.iso(109_574, from1904: false) == "2199-12-31")
  }

  @Test(
    "what is no day of a spreadsheet has no number",
    arguments: ["", "1957", "1957-05", "2023-02-29", "1899-12-31", "2024-13-01", "19-05-1957", "2024-1-01x"]
  )
  func noDay(text: String) {
    #expect(SerialDay.serial(iso: text) == nil)
  }

  @Test(
    "a format shows a day when it has a year, month, day or hour of its own",
    arguments: [
      ("dd/mm/yyyy", true), ("YYYY\\-MM\\-DD", true), ("[$-42A]d mmmm yyyy;@", true), ("[h]:mm", true),
      ("General", false), ("0.00", false), ("#,##0\\ \"đ\"", false), ("0\" days\"", false), ("[Red]0", false),
      ("_-* #,##0\\d_-", false), ("@", false), ("0.00E+00", false),
    ]
  )
  func formats(format: String, isDay: Bool) {
    #expect(NumberFormats.isDay(format: format) == isDay)
  }

  @Test(
    "targets are found from the part that points to them",
    arguments: [
      ("worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"), ("/xl/a.xml", "xl/a.xml"), ("../a.xml", "a.xml"),
      ("worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml"), ("./a.xml", "xl/a.xml"), ("../../../a", "a"),
    ]
  )
  func targets(target: String, part: String) {
    #expect(Relationships.resolved(target, in: "xl") == part)
  }

  @Test(
    "a column is known by its letters",
    arguments: [("A1", 0), ("z9", 25), ("AA10", 26), ("XFD1", 16_383)]
  )
  func columns(reference: String, column: Int) {
    #expect(SheetRows.column(of: reference) == column)
  }

  @Test("what is no reference has no column", arguments: ["", "1", "A", "A0", "?1", "AAAAAAAAA1"])
  func noColumn(reference: String) {
    #expect(SheetRows.column(of: reference) == nil)
  }
}
