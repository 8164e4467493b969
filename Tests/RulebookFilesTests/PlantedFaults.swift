import Basics
import Foundation
import Rules

/// Everything that is planted in a sound rulebook, one at a time.
enum PlantedFaults {
  typealias Plant = FaultTests.Plant

  static let all: [Plant] = file + heads + conditions + meanings

  private static let file: [Plant] = [
    Plant(what: "rulebook: sample-1", with: "rulebook: [sample-1", line: 2, reason: .notYAML("")),
    Plant(what: "rulebook: sample-1", with: "rulebook:", line: 1, reason: .missing("rulebook")),
    Plant(what: "rulebook: sample-1", with: "rulebook: sample/1", reason: .expected("a-z 0-9 -")),
    Plant(what: "family: sample\n", with: "", line: 1, reason: .missing("family")),
    Plant(what: "family: sample\n", with: "famly: sample\nfamily: sample\n", reason: .unknownKey("famly")),
    Plant(what: "family: sample\n", with: "family: \" \"\n", reason: .blank),
    Plant(what: "title: {vi: Mẫu, en: Sample}", with: "title: {vi: Mẫu}", reason: .missing("en")),
    Plant(what: "title: {vi: Mẫu, en: Sample}", with: "title: Sample", reason: .missing("vi")),
    Plant(what: "from: 2025-01-01\n", with: "from: 2025-02-29\n", reason: .notADay("2025-02-29")),
    Plant(what: "until: 2026-01-01", with: "until: 2024-01-01", reason: .endsBeforeItBegins),
    Plant(what: "{number: 1-QĐ, day", with: "{nummer: 1-QĐ, day", reason: .unknownKey("nummer")),
    Plant(what: "day: 2025-01-01, source", with: "day: 1/13/2025, source", reason: .notADay("1/13/2025")),
  ]

  private static let heads: [Plant] = [
    Plant(
      what: "sort: points",
      with: "sort: point",
      reason: .unknownValue("point", allowed: FactSort.allCases.map(\.rawValue))
    ),
    Plant(
      what: "tasks.done: {vi: việc, en: tasks, sort: count}",
      with: "tasks.done: {vi: việc, en: tasks}",
      reason: .missing("sort")
    ),
    Plant(
      what: "derived: tasks.done - 1",
      with: "derived: day.due - 1",
      reason: .derivedFromLater("day.due")
    ),
    Plant(
      what: "derived: tasks.done - 1",
      with: "derived: tasks.late - 1",
      reason: .derivedFromLater("tasks.late")
    ),
    Plant(
      what: "derived: tasks.done - 1",
      with: "derived: tasks.gone - 1",
      reason: .unknownFact("tasks.gone")
    ),
    Plant(what: "  - rule: size", with: "  - rule: review", reason: .repeatedName("review")),
    Plant(what: "subjects: [unit]", with: "subjects: [cell]", line: 25, reason: .repeatedName("cell")),
    Plant(what: "otherwise: poor", with: "otherwise: bad", reason: .unknownOutcome("bad")),
    Plant(what: "    otherwise: poor\n", with: "", line: 22, reason: .emptyOutcome("poor")),
    Plant(what: "level: good, number", with: "level: best, number", reason: .unknownOutcome("best")),
    Plant(what: "level: good, number", with: "number", reason: .missing("precondition, ground, level")),
    Plant(
      what: "level: good, number",
      with: "level: good, ground: good, number",
      reason: .missing("precondition, ground, level")
    ),
    Plant(what: "clause: fair.score", with: "clause: good.score", reason: .repeatedName("good.score")),
    Plant(
      what: "confidence: V,",
      with: "confidence: X,",
      reason: .unknownValue("X", allowed: Confidence.allCases.map(\.rawValue))
    ),
    Plant(what: "confidence: V, sources: [X1]", with: "confidence: V", reason: .verifiedWithoutSource),
    Plant(what: "percent: 20", with: "percent: 120", reason: .wrongCap),
    Plant(
      what: "{outcome: good, percent",
      with: "{outcome: best, percent",
      line: 1,
      reason: .unknownOutcome("best")
    ),
  ]

  private static let conditions: [Plant] = [
    asks("review.scored >= 70", .unknownFact("review.scored")),
    asks("review.score", .noComparison),
    asks("review.score >=", .unfinished),
    asks("review.score >= 70 and", .unfinished),
    asks("review.score >= 70 xor 1", .unreadable("xor")),
    asks("review.score ≥ 70", .unreadable("≥")),
    asks("review.score >= 70.00001", .tooFine("70.00001")),
    asks("review.score >= 7.0.0", .notANumber("7.0.0")),
    asks("tasks.done >= 30%", .shareOfNothing("30")),
    asks("(tasks.done + 1 >= 30", .unfinished),
    asks("power(tasks.done, 2) >= 30", .unreadable("power")),
    asks("day.due >= 2025-02-30", .notADay("2025-02-30")),
    asks("1 >= 0", .nothingAsked),
    asks("open", .openAndNotMarked),
  ]

  private static let meanings: [Plant] = [
    asks("review.score >= 70 and review.score < 60", .contradiction("review.score")),
    asks("review.score >= 110", .boundOutOfReach("review.score", Quantity(110))),
    asks("review.score >= 0", .boundOutOfReach("review.score", .zero)),
    Plant(what: "review.score >= 50", with: "review.score >= 80", reason: .levelsCrossed("good", "fair")),
    Plant(
      what: "sources: [X1]}",
      with: "sources: [X1], from: 2024-12-31}",
      reason: .outsideItsDays(Span(from: day("2025-01-01"), until: day("2026-01-01")) ?? .always)
    ),
    Plant(what: "sources: [X1]}", with: "sources: [X1], subjects: [unit]}", reason: .unknownSubject("unit")),
    Plant(what: "sources: [X1]}", with: "sources: [X1], optional: yes}", reason: .optionalLevel),
    Plant(what: "sources: [X1]}", with: "sources: [X1], gives: {pay: \"1\"}}", reason: .unknownFact("pay")),
    Plant(
      what: "{from: 30, outcome: large}",
      with: "{from: 31, outcome: large}",
      reason: .gap(Quantity(30), Quantity(31))
    ),
    Plant(
      what: "{from: 30, outcome: large}",
      with: "{from: 29, outcome: large}",
      reason: .overlap(Quantity(29), Quantity(30))
    ),
    Plant(
      what: "{from: 30, outcome: large}",
      with: "{from: 30, until: 90, outcome: large}",
      line: 32,
      reason: .gap(Quantity(90), .largest)
    ),
    Plant(
      what: "{until: 30, outcome: small}",
      with: "{until: 0, outcome: small}",
      reason: .endsBeforeItBegins
    ),
    Plant(what: "of: tasks.done", with: "of: tasks.undone", reason: .unknownFact("tasks.undone")),
  ]

  /// A clause that asks something else.
  private static func asks(_ condition: String, _ reason: RulebookFault.Reason) -> Plant {
    Plant(what: "require: review.score >= 70", with: "require: \"\(condition)\"", reason: reason)
  }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? .earliest }
}
