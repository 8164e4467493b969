import Basics
import Testing

@testable import Rules

@Suite("What strikes of scores")
struct ReviewOutlierTests {
  private static func dot(
    _ number: Int,
    _ rating: ReviewClass,
    _ score: Int?,
    done: Int = 1,
    of assigned: Int = 1
  ) -> ReviewDot {
    ReviewDot(
      .person(ID(Int64(number))),
      rating,
      score: score.map { Quantity($0) },
      assigned: assigned,
      onTime: done
    )
  }

  @Test("everybody excellent, or everybody with the same points, is worth a look; a few are not")
  func ofAll() {
    let rated = [95, 92, 91].enumerated().map { Self.dot($0, .excellent, $1) }
    #expect(ReviewOutliers(rated).found == [.allExcellent])
    #expect(ReviewOutliers(Array(rated.prefix(2))).found.isEmpty)
    #expect(ReviewOutliers((0..<3).map { Self.dot($0, .good, 80) }).found == [.allTheSame])
    // Somebody without points keeps the others from being all the same.
    #expect(ReviewOutliers((0..<3).map { Self.dot($0, .good, $0 == 0 ? nil : 80) }).found.isEmpty)
  }

  @Test("points far from the tasks done on time strike on either side, and at the bound itself")
  func figures() {
    let rated = [
      Self.dot(1, .excellent, 80, done: 5, of: 10), Self.dot(2, .excellent, 79, done: 5, of: 10),
      Self.dot(3, .completed, 70, done: 10, of: 10), Self.dot(4, .completed, 71, done: 10, of: 10),
      Self.dot(5, .good, 95, done: 0, of: 0),
    ]
    let odd = ReviewOutliers(rated).odd.mapValues { $0.map(\.code).filter { $0 != "awayFromOthers" } }
    #expect(odd[.person(ID(1))] == ["aboveFigures"])
    #expect(odd[.person(ID(3))] == ["belowFigures"])
    #expect([2, 4, 5].allSatisfy { (odd[.person(ID($0))] ?? []).isEmpty })
  }

  @Test("of random scores those away from the others are those a plain reckoning finds", arguments: 0..<40)
  func others(_ seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    let scores = (0..<next(30)).map { _ in next(4) == 0 ? next(101) : 80 + next(8) }
    let dots = scores.enumerated().map { Self.dot($0, .good, $1, done: 0, of: 0) }
    let odd = ReviewOutliers(dots).odd
    // In twelfths, so that halves and one and a half of them stay whole.
    let sorted = scores.map { $0 * 12 }.sorted()
    func median(_ part: [Int]) -> Int {
      part.count.isMultiple(of: 2)
        ? (part[part.count / 2 - 1] + part[part.count / 2]) / 2 : part[part.count / 2]
    }
    for (number, score) in scores.enumerated() {
      var isOdd = false
      if scores.count >= 5 {
        let low = median(Array(sorted[..<(sorted.count / 2)]))
        let high = median(Array(sorted[((sorted.count + 1) / 2)...]))
        let reach = max((high - low) * 3 / 2, 120)
        isOdd = score * 12 < low - reach || score * 12 > high + reach
      }
      #expect((odd[.person(ID(Int64(number)))] != nil) == isOdd, "\(scores) \(score)")
    }
  }

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
