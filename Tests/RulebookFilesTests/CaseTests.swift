import Basics
import Foundation
import RulebookFiles
import Rules
import TestWorld
import Testing

/// The worked cases of the shipped rulebooks.
@Suite struct CaseTests {
  static let files: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: Shipped.root + "/Rulebooks/cases")) ?? []).sorted()

  static func cases(_ file: String) throws -> CaseFile {
    let text = try RulebookFolder.text(of: Shipped.root + "/Rulebooks/cases/" + file)
    return try CaseFile.read(text, name: file).get()
  }

  @Test(
    "each worked case of a regulation comes out as it is written, and names a clause in force",
    arguments: files
  )
  func cases(of file: String) throws {
    let worked = try CaseTests.cases(file)
    let book = try Shipped.book(worked.rulebook)
    let calendar = try Shipped.folder.get().library.calendar
    for row in worked.cases {
      let place = "\(file):\(row.line)"
      let judge = try Judge(book, subject: row.subject, on: row.day, calendar: calendar)
      #expect(judge.rule.clauses.contains { $0.name == row.clause }, "\(place): no clause \(row.clause)")
      let verdict = judge.verdict(row.facts)
      #expect(verdict.outcomeName == row.outcome, "\(place)")
      #expect(verdict.isUndetermined == (row.outcome == nil), "\(place)")
      #expect(verdict.missing == row.missing, "\(place)")
      let values = Dictionary(verdict.values.map { ($0.fact.name, $0.text) }) { first, _ in first }
      for (name, text) in row.values { #expect(values[name] == text, "\(place): \(name)") }
    }
  }

  @Test("there are more than three hundred cases of reviews, and every clause of a review has one")
  func enough() throws {
    var count = 0
    for name in ["review-2019", "review-2023", "review-2025"] {
      let cases = try CaseTests.cases(name + ".yaml").cases
      count += cases.count
      let tested = Set(cases.map(\.clause))
      for (_, clause) in try Shipped.book(name).clauses {
        let isTwin = clause.name.hasPrefix("completed.person") || clause.name.hasSuffix("ByStructure")
        let isSame = clause.name.hasPrefix("good.") || clause.name.hasPrefix("completed.done")
        let isScore = clause.name == "notCompleted.score" || clause.name == "notCompleted.ownTasks"
        #expect(isTwin || isSame || isScore || tested.contains(clause.name), "\(name): \(clause.name)")
      }
    }
    #expect(count >= 300)
  }

  @Test("a second judge, written out by hand, says the same of every review of 2025")
  func secondJudge() throws {
    for row in try CaseTests.cases("review-2025.yaml").cases where row.subject != "points" {
      #expect(PlainReview(row.subject, row.facts).outcome == row.outcome, "line \(row.line)")
    }
  }

  @Test("the two judges agree on facts drawn at random, some of them missing")
  func random() throws {
    let book = try Shipped.book("review-2025")
    let day: CivilDate = "2025-12-31"
    var numbers = SplitMix(state: 20_251_231)
    for subject in ["collective", "organisation", "leader", "individual"] {
      let judge = try Judge(book, subject: subject, on: day)
      for _ in 0..<4000 {
        let facts = RandomFacts.draw(&numbers)
        #expect(
          judge.verdict(facts).outcomeName == PlainReview(subject, facts).outcome,
          "\(subject) \(facts)"
        )
      }
    }
  }
}
