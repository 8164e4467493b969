import Foundation
import RulebookFiles
import Rules
import Testing

/// Rulebooks with something wrong in them.
@Suite struct FaultTests {
  /// A sound rulebook, into which each fault is planted.
  static let sound = """
    rulebook: sample-1
    family: sample
    title: {vi: Mẫu, en: Sample}
    documents:
      - {number: 1-QĐ, day: 2025-01-01, source: X1}
    from: 2025-01-01
    until: 2026-01-01
    facts:
      review.score: {vi: điểm, en: score, sort: points}
      tasks.done: {vi: việc, en: tasks, sort: count}
      tasks.late: {vi: chậm, en: late, sort: count, derived: tasks.done - 1}
      day.due: {vi: hạn, en: due, sort: day}
    rules:
      - rule: review
        title: {vi: Xếp loại, en: Review}
        subjects: [cell, leader]
        outcomes:
          good: {vi: Tốt, en: Good}
          fair: {vi: Khá, en: Fair}
          poor: {vi: Kém, en: Poor}
        otherwise: poor
        clauses:
          - {clause: good.score, level: good, number: "1", vi: a, en: a, require: review.score >= 70, confidence: V, sources: [X1]}
          - {clause: fair.score, level: fair, number: "2", vi: b, en: b, require: review.score >= 50, confidence: U}
      - rule: size
        title: {vi: Cỡ, en: Size}
        subjects: [unit]
        outcomes:
          small: {vi: Nhỏ, en: Small}
          large: {vi: Lớn, en: Large}
        bands:
          - of: tasks.done
            number: "3"
            vi: c
            en: c
            confidence: U
            rows:
              - {until: 30, outcome: small}
              - {from: 30, outcome: large}
    caps:
      - {outcome: good, percent: 20, base: good, clause: "4", confidence: U, vi: d, en: d}
    """

  struct Plant: CustomTestStringConvertible {
    let what: String
    let with: String
    /// The line on which it is found; the line of what was replaced when not said.
    var line: Int?
    let reason: RulebookFault.Reason

    var testDescription: String { "\(with) → \(reason)" }
  }

  @Test("a sound rulebook has no fault")
  func soundRulebook() throws {
    #expect((try? RulebookFile.read(FaultTests.sound, name: "sample-1.yaml").get()) != nil)
  }

  @Test("each planted fault is refused with its file, its line and why", arguments: PlantedFaults.all)
  func planted(_ plant: Plant) throws {
    let range = try #require(FaultTests.sound.range(of: plant.what))
    let text = FaultTests.sound.replacingCharacters(in: range, with: plant.with)
    let line = plant.line ?? 1 + FaultTests.sound[..<range.lowerBound].count { $0 == "\n" }
    do {
      _ = try RulebookFile.read(text, name: "sample-1.yaml").get()
      Issue.record("it was taken")
    } catch {
      let found = error.faults.contains { fault in
        guard fault.file == "sample-1.yaml", fault.line == line else { return false }
        if case .notYAML = plant.reason, case .notYAML = fault.reason { return true }
        return fault.reason == plant.reason
      }
      #expect(found, "\(error.faults.map { "\($0.line): \($0.reason)" })")
    }
  }

  @Test("there are forty planted faults, no two the same")
  func forty() {
    #expect(Set(PlantedFaults.all.map { $0.what + $0.with }).count >= 40)
  }

  @Test("two versions in force on one day are refused")
  func overlap() throws {
    let book = try RulebookFile.read(FaultTests.sound, name: "sample-1.yaml").get()
    var other = book
    other.name = "sample-2"
    let faults = RulebookFolder.overlaps(RulebookLibrary([book, other]))
    #expect(faults.map(\.reason) == [.overlapsVersion("sample-1", book.span)])
  }

  @Test("the calendar of a year holds days of that year only")
  func calendar() {
    let text = "calendar: 2025\nconfidence: U\nfree:\n  - {from: 2026-01-01, vi: a, en: a}\n"
    guard case .failure(let error) = CalendarFile.read(text, name: "2025.yaml") else {
      Issue.record("it was taken")
      return
    }
    #expect(error.faults.map(\.line).allSatisfy { $0 == 4 })
  }
}
