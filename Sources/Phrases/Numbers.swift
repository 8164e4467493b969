package import Basics

extension Phrase {
  /// A whole number with its thousands marked: `131.548`, `131,548`.
  package static func number(_ number: Int) -> Phrase {
    Phrase(verbatim: grouped(number))
  }

  static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    guard digits.utf8.count > 3 else { return number < 0 ? "−" + digits : digits }
    let mark = UInt8(ascii: Language.current == .vi ? "." : ",")
    let marked = String(unsafeUninitializedCapacity: digits.utf8.count * 4 / 3 + 1) { buffer in
      var length = 0
      for (index, digit) in digits.utf8.enumerated() {
        if index > 0, (digits.utf8.count - index) % 3 == 0 {
          buffer[length] = mark
          length += 1
        }
        buffer[length] = digit
        length += 1
      }
      return length
    }
    return number < 0 ? "−" + marked : marked
  }

  /// A day: `20/11/2026`, `20 Nov 2026`.
  package static func day(_ day: CivilDate) -> Phrase {
    let (year, month, date) = day.parts
    return Phrase(
      vi: written(date, month, year),
      en: "\(date) \(shortMonths[month - 1]) \(year)"
    )
  }

  /// The ten signs of `20/11/2026`, put one by one: a roll has hundreds of days.
  private static func written(_ date: Int, _ month: Int, _ year: Int) -> String {
    String(unsafeUninitializedCapacity: 10) { buffer in
      for (place, part) in [(0, date), (3, month), (6, year / 100), (8, year % 100)] {
        buffer[place] = UInt8(48 + part / 10)
        buffer[place + 1] = UInt8(48 + part % 10)
      }
      buffer[2] = UInt8(ascii: "/")
      buffer[5] = UInt8(ascii: "/")
      return 10
    }
  }

  /// A birth date as far as it is known: a day, a month of a year, a year.
  package static func birth(_ birth: LooseDate) -> Phrase {
    guard let month = birth.month else { return Phrase(verbatim: String(birth.year)) }
    guard birth.day == nil else { return day(birth.earliest) }
    return Phrase(vi: "\(padded(month))/\(birth.year)", en: "\(shortMonths[month - 1]) \(birth.year)")
  }

  /// A span by its first and its last day: `3 Feb 1996 – 30 Jun 2025`, `from 3 Feb 1996`.
  package static func span(_ span: Span) -> Phrase {
    guard let end = span.end else {
      return span.start == .earliest
        ? Phrase(vi: "từ trước đến nay", en: "always")
        : Phrase(vi: "từ \(day(span.start))", en: "from \(day(span.start))")
    }
    guard span.start != .earliest else {
      return Phrase(
        vi: "đến hết ngày \(day(end.adding(days: -1)))",
        en: "until the end of \(day(end.adding(days: -1)))"
      )
    }
    return Phrase(verbatim: "\(day(span.start)) – \(day(end.adding(days: -1)))")
  }

  /// A month by its number alone, as under a bar of a chart.
  package static func month(_ month: Int) -> Phrase {
    Phrase(vi: "T\(month)", en: (1...12).contains(month) ? shortMonths[month - 1] : "\(month)")
  }

  /// A month of a year, as under a point of a line: `12/2025`, `Dec 2025`.
  package static func monthOfYear(_ month: Int, _ year: Int) -> Phrase {
    Phrase(vi: "\(month)/\(year)", en: "\(shortMonths[(month + 11) % 12]) \(year)")
  }

  /// A share of a whole in percent, to one decimal: `40,0 %`, `40.0%`.
  package static func percent(_ part: Int, of whole: Int) -> Phrase {
    guard whole > 0 else { return Phrase(verbatim: "–") }
    let thousandths = (part * 2000 + whole) / (whole * 2)
    let (units, tenth) = thousandths.quotientAndRemainder(dividingBy: 10)
    return Phrase(vi: "\(units),\(tenth)%", en: "\(units).\(tenth)%")
  }

  /// A moment by its day and minute in the organisation's own time.
  package static func moment(_ date: CivilDate, hour: Int, minute: Int) -> Phrase {
    Phrase(
      vi: "\(padded(hour)):\(padded(minute)) ngày \(day(date))",
      en: "\(day(date)) \(padded(hour)):\(padded(minute))"
    )
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }

  private static let shortMonths = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// One of two English forms by number.
  static func plural(_ count: Int, _ one: String, _ many: String) -> String {
    "\(grouped(count)) \(count == 1 ? one : many)"
  }
}
