import Basics
import Rules
import TestWorld
import Testing

@Suite("What dues are owed by the rule of the month")
struct DuesRuleTests {
  private let library = ShippedRules.library

  private static let sampleMonths = [
    "2025-12", "2026-01", "2026-02", "2026-03", "2026-12", "2027-12", "2028-01", "2030-06",
  ]

  /// Of each category one with incomes around whole hundreds of đồng, and each region.
  private static let bases: [DuesBasis] =
    DuesCategory.allCases.flatMap { category -> [DuesBasis] in
      if category.incomeFact != nil {
        return [1, 99, 100, 199, 200, 6_000_000, 10_000_000, 10_000_099, 123_456_789].map {
          DuesBasis(category, income: $0)
        }
      }
      if category.needsRegion { return DuesBasis.regions.map { DuesBasis(category, region: $0) } }
      return [DuesBasis(category, ground: category == .exempt ? "Hoàn cảnh đặc biệt" : nil)]
    }

  @Test(
    "the amount is what the regulation written out by hand gives, before and after each band",
    arguments: sampleMonths
  )
  func plain(text: String) throws {
    let month = try #require(Month(text))
    let rule = DuesRule(library, for: month)
    for basis in Self.bases {
      let expected = PlainDues.owed(basis, month.year, month.number)
      #expect(rule.reckoning(basis).amount == expected, "\(text) \(basis)")
    }
  }

  @Test("an insured salary of ten million owes 100,000, a pension of six million 30,000, a student 5,000")
  func workedExamples() throws {
    let rule = DuesRule(library, for: try #require(Month("2026-06")))
    #expect(rule.reckoning(DuesBasis(.insured, income: 10_000_000)).result == .owed(100_000))
    #expect(rule.reckoning(DuesBasis(.pensioner, income: 6_000_000)).result == .owed(30_000))
    #expect(rule.reckoning(DuesBasis(.student)).result == .owed(5_000))
  }

  @Test("what is no whole number of đồng is cut, never raised")
  func cut() throws {
    let rule = DuesRule(library, for: try #require(Month("2026-06")))
    #expect(rule.reckoning(DuesBasis(.insured, income: 10_000_099)).amount == 100_000)
    #expect(rule.reckoning(DuesBasis(.pensioner, income: 199)).amount == 0)
  }

  @Test("dues on a minimum wage are shown as unverified, those on a salary are not")
  func confidence() throws {
    let rule = DuesRule(library, for: try #require(Month("2026-06")))
    #expect(rule.reckoning(DuesBasis(.working, region: 4)).confidence == .unverified)
    #expect(rule.reckoning(DuesBasis(.insured, income: 10_000_000)).confidence == .verified)
    #expect(rule.reckoning(DuesBasis(.working, region: 4)).observed == 3_700_000)
  }

  @Test("before any regulation, or without a declaration, nothing is owed that anybody could name")
  func unknown() throws {
    let old = DuesRule(library, for: try #require(Month("2009-06")))
    #expect(old.reckoning(DuesBasis(.insured, income: 10_000_000)).result == .noRule)
    let rule = DuesRule(library, for: try #require(Month("2026-06")))
    #expect(rule.reckoning(nil).result == .undeclared)
    #expect(rule.reckoning(nil).amount == nil)
  }

  @Test("three unpaid months of a year are for the cell to consider, two are not; without a rule nothing is")
  func unpaid() {
    let rule = UnpaidRule(library, on: "2026-10-05")
    #expect(rule.fewest == 3)
    #expect(rule.clause(months: 2) == nil && rule.clause(months: 3) != nil)
    #expect(UnpaidRule(library, on: "2009-10-05").fewest == nil)
  }

  @Test("a declaration lacks what its category asks for, and has nothing it does not ask for")
  func declarations() {
    #expect(DuesBasis(.insured).objections == [Objection(.income, .blank)])
    #expect(DuesBasis(.student, income: 5).objections == [Objection(.income, .noIncomeNeeded)])
    #expect(DuesBasis(.working).objections == [Objection(.region, .blank)])
    #expect(DuesBasis(.working, region: 5).objections.count == 1)
    #expect(DuesBasis(.exempt).objections == [Objection(.ground, .blank)])
    #expect(DuesBasis(.insured, income: 0).objections.count == 1)
    #expect(Self.bases.allSatisfy { $0.objections.isEmpty })
  }

  @Test("the months of a year that are over end with the one before the day's")
  func monthsOver() {
    #expect(Month.over(in: 2026, on: "2026-03-31").map(\.description) == ["2026-01", "2026-02"])
    #expect(Month.over(in: 2026, on: "2026-04-01").count == 3)
    #expect(Month.over(in: 2025, on: "2026-03-31").count == 12)
    #expect(Month.over(in: 2027, on: "2026-03-31").isEmpty)
    #expect(Month("2026-13") == nil && Month("2026-02-17")?.description == "2026-02")
  }
}
