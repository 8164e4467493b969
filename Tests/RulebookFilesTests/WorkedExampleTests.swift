import Basics
import RulebookFiles
import Rules
import TestWorld
import Testing

/// The worked examples of the regulations, one by one, judged by the shipped version in force on their day.
@Suite("Worked examples")
struct WorkedExampleTests {
  /// One example: its number, the facts, and what comes of them.
  struct Example: Sendable, CustomTestStringConvertible {
    let number: String
    let family: String
    let subject: String
    let day: String
    let facts: [String: String]
    /// `undetermined` when people decide.
    let outcome: String
    let values: [String: String]

    /// Reads a line: number | family subject day | facts | outcome | values.
    init?(_ line: Substring) {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.split(separator: " ")
      }
      guard !line.hasPrefix("#"), parts.count == 5, parts[1].count == 3, let number = parts[0].first,
        let outcome = parts[3].first
      else { return nil }
      self.number = String(number)
      family = String(parts[1][0])
      subject = String(parts[1][1])
      day = String(parts[1][2])
      facts = Example.pairs(parts[2])
      self.outcome = String(outcome)
      values = Example.pairs(parts[4])
    }

    /// The last of a name counts: an example may say what is other than usual.
    private static func pairs(_ words: [Substring]) -> [String: String] {
      let pairs = words.map { $0.split(separator: "=") }.map { (String($0[0]), String($0[1])) }
      return Dictionary(pairs) { $1 }
    }

    var testDescription: String { "\(number): \(outcome)" }
  }

  static let examples: [Example] = {
    let path = Shipped.root + "/Tests/RulebookFilesTests/worked-examples.txt"
    let text = (try? RulebookFolder.text(of: path)) ?? ""
    return text.split(separator: "\n").compactMap { Example($0) }
  }()

  @Test("it comes out as the regulation's example says", arguments: examples)
  func example(_ example: Example) throws {
    let verdict = try #require(try judge(example)).verdict(facts(example.facts))
    #expect((verdict.outcomeName ?? "undetermined") == example.outcome)
    let values = Dictionary(verdict.values.map { ($0.fact.name, $0.text) }) { first, _ in first }
    for (name, text) in example.values { #expect(values[name] == text) }
  }

  @Test("every example is there, those told in figures of their own aside")
  func complete() {
    let apart: Set<String> = ["D06", "D11", "D12", "D13"]
    let told = Set(Self.examples.map(\.number)).union(apart)
    #expect(told == Set((1...25).map { $0 < 10 ? "D0\($0)" : "D\($0)" }))
  }

  @Test("D06: 48 good and 12 proposed; of the good 9 may stay, after moving down 10; of all 12")
  func cap() throws {
    let cap = try #require(
      try Shipped.folder.get().library.version(of: "review", on: "2025-12-31")?.caps.first
    )
    let good = try #require(Capped(percent: cap.percent, base: .good, good: 48, excellent: 12))
    #expect([good.allowed, good.over, good.finalExcellent, good.finalGood] == [9, 3, 10, 50])
    let all = try #require(Capped(percent: cap.percent, base: .goodOrBetter, good: 48, excellent: 12))
    #expect([all.allowed, all.over, all.finalExcellent] == [12, 0, 12])
    #expect(cap.confidence == .unverified)
  }

  @Test("D11: 85 minutes are 5 short, and 118 of a combined sitting 2", arguments: [(85, 0), (118, 1)])
  func duration(_ minutes: Int, _ combined: Int) throws {
    let enough = combined == 1 ? 120 : 90
    for (length, isMet) in [(minutes, false), (enough, true)] {
      let verdict = try meeting(["meeting.minutes": "\(length)", "meeting.combined": "\(combined)"])
      #expect(
        verdict.findings.contains { $0.clause.name.hasPrefix("duration") && $0.truth == .notMet } == !isMet
      )
      #expect(verdict.outcomeName == (isMet ? "met" : "notMet"))
    }
    #expect(enough - minutes == (combined == 1 ? 2 : 5))
  }

  @Test("D12: papers posted 23 and a half hours before are late, 24 hours before they are not")
  func papers() throws {
    for (hours, truth) in [("23.5", Truth.notMet), ("24", .met)] {
      let verdict = try meeting(["papers.leadHours": hours])
      #expect(verdict.findings.first { $0.clause.name == "papers" }?.truth == truth)
    }
  }

  @Test(
    "D13: of 52, 4 exempt and 2 away, 46 are obliged; 42 present are enough, and one without reason is too many"
  )
  func attendance() throws {
    let judge = try #require(
      try Shipped.folder.get().library.judge("meeting", of: "meeting", on: "2024-06-30")
    )
    let counted = [
      "roll.total": "52", "roll.exempt": "4", "roll.away": "2", "roll.visiting": "0",
      "attendance.present": "42",
    ]
    for (absent, truth) in [("0", Truth.met), ("1", .notMet)] {
      let verdict = judge.verdict(try facts(counted.merging(["attendance.unexcused": absent]) { $1 }))
      #expect(verdict.values.first { $0.fact.name == "attendance.obliged" }?.text == "46")
      #expect(verdict.findings.first { $0.clause.name == "attendance.share" }?.truth == .met)
      #expect(verdict.findings.first { $0.clause.name == "attendance.reason" }?.truth == truth)
    }
  }

  // MARK: Reading an example

  private func judge(_ example: Example) throws -> Judge? {
    let day = try #require(CivilDate(example.day))
    return try Shipped.folder.get().library.judge(example.family, of: example.subject, on: day)
  }

  private func meeting(_ facts: [String: String]) throws -> Verdict {
    let usual = [
      "preparation.committeeMet": "1", "preparation.draftResolution": "1", "meeting.minutes": "95",
      "meeting.combined": "0", "meeting.smallCell": "0", "papers.leadHours": "30",
    ]
    let judge = try Shipped.folder.get().library.judge("meeting", of: "meeting", on: "2025-11-30")
    return try #require(judge).verdict(try self.facts(usual.merging(facts) { $1 }))
  }

  private func facts(_ texts: [String: String]) throws -> [String: Quantity] {
    try texts.mapValues { text in
      try #require(CivilDate(text).map { Quantity($0) } ?? Quantity(text))
    }
  }
}
