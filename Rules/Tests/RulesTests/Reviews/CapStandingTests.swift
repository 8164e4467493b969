import Testing

@testable import Rules

@Suite("The cap on the highest class")
struct CapStandingTests {
  private static let caps = [
    (percent: 20, base: Cap.Base.good), (20, .goodOrBetter), (25, .good), (15, .goodOrBetter), (100, .good),
  ]

  @Test("nobody is moved down while there is room, and what stays within the cap stays so (D06)")
  func room() throws {
    for (percent, base) in Self.caps {
      let cap = ReviewRound.ChosenCap(Quantity(percent), of: base)
      for good in 0...70 {
        for excellent in 0...20 {
          let standing = try #require(CapStanding([.good: good, .excellent: excellent], under: cap))
          // Counted plainly: one after the other is moved down until the share is kept.
          var (kept, moved) = (excellent, 0)
          func fits() -> Bool {
            let of = base == .good ? good + moved : good + excellent
            return kept * 100 <= percent * of
          }
          while kept > 0, !fits() {
            kept -= 1
            moved += 1
          }
          #expect(
            standing.toMoveDown == moved,
            "\(good) good, \(excellent) excellent, \(percent) % of \(base)"
          )
          #expect((standing.capped.over == 0) == (moved == 0))
          // As many places are left as can be filled one by one.
          var left = 0
          while moved == 0, left < good,
            (excellent + left + 1) * 100 <= percent * (base == .good ? good - left - 1 : good + excellent)
          {
            left += 1
          }
          #expect(standing.left == left, "\(good) good, \(excellent) excellent, \(percent) % of \(base)")
        }
      }
    }
  }

  @Test("60 rated good or better, 12 of them proposed highest: 9 by one base and 12 by the other (D06)")
  func workedExample() throws {
    let classes: [ReviewClass: Int] = [.good: 48, .excellent: 12]
    let narrow = try #require(CapStanding(classes, under: .init(Quantity(20), of: .good)))
    #expect(narrow.capped.allowed == 9 && narrow.capped.over == 3)
    #expect(narrow.toMoveDown == 2 && narrow.capped.finalExcellent == 10 && narrow.capped.finalGood == 50)
    #expect(narrow.withOneMovedDown?.capped.over == 2)
    let wide = try #require(CapStanding(classes, under: .init(Quantity(20), of: .goodOrBetter)))
    #expect(wide.capped.allowed == 12 && wide.capped.over == 0 && wide.toMoveDown == 0)
  }
}
