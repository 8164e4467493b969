import Basics
import RulebookFiles
import Rules
import TestWorld
import Testing

/// What holds of every verdict, whatever the facts.
@Suite struct PropertyTests {
  private static let subjects = ["collective", "organisation", "leader", "individual"]
  private static let day = CivilDate(year: 2025, month: 12, day: 31) ?? .earliest

  @Test("one more task done on time never lowers a class, undetermined aside", arguments: subjects)
  func oneMoreTask(_ subject: String) throws {
    let judge = try Judge(Shipped.book("review-2025"), subject: subject, on: PropertyTests.day)
    var numbers = SplitMix(state: 366)
    for _ in 0..<3000 {
      var facts = RandomFacts.draw(&numbers)
      guard let assigned = facts["tasks.assigned"], let done = facts["tasks.done"],
        let onTime = facts["tasks.onTime"], done < assigned
      else { continue }
      let before = judge.verdict(facts)
      facts["tasks.done"] = done + Quantity(1)
      facts["tasks.onTime"] = onTime + Quantity(1)
      let after = judge.verdict(facts)
      guard let was = before.outcome, let becomes = after.outcome else { continue }
      // The outcomes stand in order, the highest first.
      #expect(becomes <= was, "\(facts)")
    }
  }

  @Test(
    "what is said to be lacking is just enough, and one less of what is counted is not",
    arguments: subjects
  )
  func lacking(_ subject: String) throws {
    let judge = try Judge(Shipped.book("review-2025"), subject: subject, on: PropertyTests.day)
    var numbers = SplitMix(state: 30)
    var found: [String: Int] = [:]
    for _ in 0..<1000 {
      let facts = RandomFacts.draw(&numbers)
      for finding in judge.verdict(facts).findings {
        guard let lacking = finding.lacking, let have = facts[lacking.fact.name] else { continue }
        found[lacking.fact.name, default: 0] += 1
        #expect(finding.truth == .notMet && lacking.amount > .zero)
        func truth(_ amount: Quantity) -> Truth? {
          var more = facts
          more[lacking.fact.name] = have + amount
          return judge.verdict(more).findings.first { $0.clause.name == finding.clause.name }?.truth
        }
        #expect(truth(lacking.amount) == .met, "\(finding.clause.name) \(facts)")
        guard lacking.fact.sort == .count else { continue }
        #expect(truth(lacking.amount - Quantity(1)) == .notMet, "\(finding.clause.name) \(facts)")
      }
    }
    #expect(Set(found.keys).isSuperset(of: ["tasks.done", "tasks.onTime", "tasks.beyond", "review.score"]))
  }

  @Test("a fact of which a regulation says nothing never changes an outcome", arguments: subjects)
  func unrelated(_ subject: String) throws {
    let judge = try Judge(Shipped.book("review-2025"), subject: subject, on: PropertyTests.day)
    var numbers = SplitMix(state: 7)
    for _ in 0..<500 {
      let facts = RandomFacts.draw(&numbers)
      var more = facts
      more["weather.rain"] = Quantity(numbers.next(100))
      if subject == "individual" {
        more["confidence.lowPercent"] = Quantity(99)
        more["units.disciplined"] = Quantity(3)
      }
      #expect(judge.verdict(facts).outcomeName == judge.verdict(more).outcomeName)
    }
  }

  @Test("the order of clauses and of facts never matters")
  func order() throws {
    var numbers = SplitMix(state: 11)
    let book = try Shipped.book("review-2025")
    for subject in PropertyTests.subjects {
      let straight = try Judge(book, subject: subject, on: PropertyTests.day)
      for _ in 0..<20 {
        var turned = book
        for rule in turned.rules.indices {
          var clauses = turned.rules[rule].clauses
          for index in clauses.indices.reversed() { clauses.swapAt(index, numbers.next(index + 1)) }
          turned.rules[rule].clauses = clauses
        }
        let other = try Judge(turned, subject: subject, on: PropertyTests.day)
        for _ in 0..<50 {
          let facts = RandomFacts.draw(&numbers)
          let one = straight.verdict(facts)
          let two = other.verdict(facts)
          #expect(one.outcomeName == two.outcomeName)
          #expect(Set(one.missing) == Set(two.missing))
        }
      }
    }
  }

  @Test(
    "on a day exactly the version in force that day judges, also on its first and last day",
    arguments: [
      ("2018-03-08", "review-2019"), ("2023-10-03", "review-2019"), ("2023-10-04", "review-2023"),
      ("2025-08-29", "review-2023"), ("2025-08-30", "review-2025"), ("2030-01-01", "review-2025"),
    ]
  )
  func versions(_ text: String, _ name: String) throws {
    let library = try Shipped.folder.get().library
    let day = try #require(CivilDate(text))
    #expect(library.version(of: "review", on: day)?.name == name)
    for book in library.versions(of: "review") where book.name != name {
      #expect(throws: Judge.Obstacle.notInForce(day, book.span)) {
        try Judge(book, subject: "leader", on: day)
      }
    }
  }

  @Test("no version is in force before the first")
  func before() throws {
    let library = try Shipped.folder.get().library
    #expect(library.version(of: "review", on: "2018-03-07") == nil)
  }

  @Test("a term of thirty working days over Tết and its exchange days ends where a count by hand ends")
  func terms() throws {
    let calendar = try Shipped.folder.get().library.calendar
    for (start, count, end) in [
      ("2026-02-13", 1, "2026-02-23"), ("2025-08-29", 1, "2025-09-03"), ("2025-12-31", 1, "2026-01-05"),
      ("2026-01-09", 1, "2026-01-10"), ("2025-04-25", 2, "2025-04-28"), ("2024-02-29", 1, "2024-03-01"),
    ] {
      let from = try #require(CivilDate(start))
      #expect(calendar.day(count, after: from) == CivilDate(end), "\(start) + \(count)")
    }
  }

  @Test("what is not verified says so wherever it is asked, and nothing verified lacks a source")
  func marks() throws {
    for book in try Shipped.folder.get().library.books {
      for (_, clause) in book.clauses where [.verified, .verifiedOld].contains(clause.confidence) {
        #expect(!clause.sources.isEmpty, "\(book.name) \(clause.name)")
      }
    }
    let cap = try #require(Shipped.book("review-2025").caps.first)
    #expect(cap.confidence == .unverified)
  }
}
