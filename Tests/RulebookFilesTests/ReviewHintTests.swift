import Basics
import RulebookFiles
import Rules
import TestWorld
import Testing

@Suite("What strikes of scores")
struct ReviewHintTests {
  /// What strikes by the shipped bounds, or by an office's own in their place.
  private static func outliers(_ rated: [ReviewDot], by own: Rulebook? = nil) throws -> ReviewOutliers {
    let shipped = try Shipped.folder.get().library
    let hints = try #require(ReviewHints(own.map(shipped.adding) ?? shipped, on: "2025-12-31"))
    return ReviewOutliers(rated, by: hints)
  }

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
  func ofAll() throws {
    let rated = [95, 92, 91].enumerated().map { Self.dot($0, .excellent, $1) }
    #expect(try Self.outliers(rated).found.map(\.name) == ["group.allExcellent"])
    #expect(try Self.outliers(Array(rated.prefix(2))).found.isEmpty)
    let same = try Self.outliers((0..<3).map { Self.dot($0, .good, 80) })
    #expect(same.found.map(\.name) == ["group.allTheSame"])
    // Somebody without points keeps the others from being all the same.
    let without = (0..<3).map { Self.dot($0, .good, $0 == 0 ? nil : 80) }
    #expect(try Self.outliers(without).found.isEmpty)
  }

  @Test("points far from the tasks done on time strike on either side, and at the bound itself")
  func figures() throws {
    let rated = [
      Self.dot(1, .excellent, 80, done: 5, of: 10), Self.dot(2, .excellent, 79, done: 5, of: 10),
      Self.dot(3, .completed, 70, done: 10, of: 10), Self.dot(4, .completed, 71, done: 10, of: 10),
      Self.dot(5, .good, 95, done: 0, of: 0),
    ]
    let odd = try Self.outliers(rated).odd.mapValues { odd in
      odd.map(\.clause.name).filter { $0.hasSuffix("Figures") }
    }
    #expect(odd[.person(ID(1))] == ["score.aboveFigures"])
    #expect(odd[.person(ID(3))] == ["score.belowFigures"])
    #expect([2, 4, 5].allSatisfy { (odd[.person(ID($0))] ?? []).isEmpty })
  }

  @Test("of random scores those away from the others are those a plain reckoning finds", arguments: 0..<40)
  func others(_ seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    let scores = (0..<next(30)).map { _ in next(4) == 0 ? next(101) : 80 + next(8) }
    let dots = scores.enumerated().map { Self.dot($0, .good, $1, done: 0, of: 0) }
    let odd = try Self.outliers(dots).odd
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

  @Test("an office's own bounds are those that strike for it; without any rulebook nothing does")
  func own() throws {
    let text = try RulebookFolder.text(of: Shipped.root + "/Rulebooks/review-hints.yaml")
    let stricter = text.replacing("tasks.onTimePercent >= 30", with: "tasks.onTimePercent >= 10")
      .replacing("rulebook: review-hints", with: "rulebook: review-hints-own")
      .replacing("from: 2018-01-01", with: "from: 2025-01-01")
    let book = try RulebookFile.read(stricter, name: "review-hints-own.yaml").get()
    let rated = [Self.dot(1, .good, 75, done: 6, of: 10), Self.dot(2, .good, 69, done: 6, of: 10)]
    #expect(try Self.outliers(rated).odd.isEmpty)
    let odd = try Self.outliers(rated, by: book).odd
    #expect(odd.mapValues { $0.map(\.clause.name) } == [.person(ID(1)): ["score.aboveFigures"]])
    #expect(odd[.person(ID(1))]?.first?.onTime == Quantity(60))
    #expect(ReviewHints(RulebookLibrary(), on: "2025-12-31") == nil)
    #expect(ReviewOutliers(rated + [Self.dot(3, .good, 0)], by: nil).odd.isEmpty)
  }

  @Test("the order in which a group is handed in never matters", arguments: 0..<20)
  func order(_ seed: Int) throws {
    var numbers = SeededNumbers(seed: seed)
    let dots = (0..<numbers.below(12)).map { number in
      let assigned = numbers.below(4)
      return Self.dot(
        number,
        ReviewClass.allCases.randomElement(using: &numbers) ?? .good,
        numbers.chance(80) ? 40 + numbers.below(61) : nil,
        done: assigned == 0 ? 0 : numbers.below(assigned + 1),
        of: assigned
      )
    }
    #expect(try Self.outliers(dots) == Self.outliers(dots.shuffled(using: &numbers)))
  }
}
