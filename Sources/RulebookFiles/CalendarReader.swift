package import Basics
import Notation
package import Rules

/// Reads the calendar of a year: the free days, and the weekend days worked in exchange.
///
///     calendar: 2025
///     confidence: U
///     free:
///       - {from: 2025-09-01, until: 2025-09-03, vi: Quốc khánh, en: National day}
///     worked: []
package struct CalendarFile: Sendable {
  package let year: Int
  package let confidence: Confidence
  package let days: [FreeDays]
  package let worked: [CivilDate]

  /// Days on which nobody works, and why.
  package struct FreeDays: Sendable {
    package let span: Span
    package let title: Wording
  }

  package func add(to calendar: inout WorkCalendar) {
    var free: [CivilDate] = []
    for stretch in days {
      var day = stretch.span.start
      while stretch.span.contains(day) {
        free.append(day)
        day = day.adding(days: 1)
      }
    }
    calendar.add(year: year, free: free, worked: worked)
  }

  package static func read(_ text: String, name file: String) -> Result<CalendarFile, RulebookFaults> {
    let faults = FaultList(file)
    let found = Part.read(text, faults).flatMap { read($0) }
    guard let found, faults.faults.isEmpty else { return .failure(RulebookFaults(faults: faults.faults)) }
    return .success(found)
  }

  private static func read(_ whole: Part) -> CalendarFile? {
    whole.allow("calendar", "confidence", "note", "free", "worked")
    guard let yearPart = whole.required("calendar"), let number = yearPart.number,
      let confidence = whole.required("confidence")?.value(Confidence.self), let free = whole.required("free")
    else { return nil }
    let year = number.whole
    func check(_ day: CivilDate, _ part: Part) {
      if day.year != year { part.fault(.outsideYear(day, year)) }
    }
    var days: [FreeDays] = []
    for item in free.items {
      item.allow("from", "until", "vi", "en")
      guard let title = item.wording, let start = item.required("from")?.day else { continue }
      guard let span = Span(from: start, until: item["until"]?.day ?? start.adding(days: 1)) else {
        item.fault(.endsBeforeItBegins)
        continue
      }
      check(start, item)
      check((span.end ?? start).adding(days: -1), item)
      days.append(FreeDays(span: span, title: title))
    }
    var worked: [CivilDate] = []
    for item in whole["worked"]?.items ?? [] {
      guard let day = item.day else { continue }
      check(day, item)
      worked.append(day)
    }
    return CalendarFile(year: year, confidence: confidence, days: days, worked: worked)
  }
}
