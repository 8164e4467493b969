import Basics
import Testing

@testable import Rules

@Suite("The shorter rounds of a year")
struct PeriodRatingsTests {
  @Test("the shorter rounds of a year are counted, their mean is cut, the last is the latest")
  func periods() throws {
    func rating(
      _ term: ReviewTerm,
      _ from: String,
      _ until: String,
      _ given: ReviewClass,
      _ points: (Int, Int)?
    ) throws -> PeriodRatings.Rating {
      let from = try #require(CivilDate(from))
      return PeriodRatings.Rating(
        round: ID(Int64(from.number)),
        term: term,
        days: try #require(Span(from: from, until: CivilDate(until))),
        rating: given,
        points: points.map { .init(general: Quantity($0.0), results: Quantity($0.1)) }
      )
    }
    let ratings = try PeriodRatings([
      rating(.halfYear, "2025-07-01", "2026-01-01", .completed, nil),
      rating(.quarter, "2025-01-01", "2025-04-01", .good, (25, 50)),
      rating(.quarter, "2025-10-01", "2026-01-01", .notCompleted, (20, 20)),
      rating(.month, "2025-05-01", "2025-06-01", .good, (25, 51)),
    ])
    #expect(ratings.ratings.map(\.term) == [.quarter, .month, .quarter, .halfYear])
    #expect(ratings.last == .completed && ratings.worst == .notCompleted)
    let average = try #require(ratings.average)
    #expect(average.general.description == "23.33" && average.results.description == "40.33")
    let facts = ratings.facts
    #expect(facts["periods.rated"] == Quantity(4) && facts["periods.good"] == Quantity(2))
    #expect(facts["periods.notCompleted"] == Quantity(1) && facts["periods.excellent"] == .zero)
    #expect(facts["periods.score"]?.description == "63.66")
    #expect(PeriodRatings().facts["periods.score"] == nil && PeriodRatings().worst == nil)
  }
}
