import Rules
import Testing

/// The cap on the highest level.
@Suite struct CapTests {
  @Test("48 good and 12 proposed: 9 of the good, 12 of all, and 10 once two become good")
  func workedExample() throws {
    let good = try #require(Capped(percent: Quantity(20), base: .good, good: 48, excellent: 12))
    #expect([good.allowed, good.over, good.finalExcellent, good.finalGood] == [9, 3, 10, 50])
    let better = try #require(Capped(percent: Quantity(20), base: .goodOrBetter, good: 48, excellent: 12))
    #expect([better.allowed, better.over, better.finalExcellent, better.finalGood] == [12, 0, 12, 48])
  }

  @Test("the final number is the largest for which the cap holds, found by trying every number")
  func largest() throws {
    for base in Cap.Base.allCases {
      for percent in [0, 1, 20, 25, 33, 100] {
        for good in 0...40 {
          for excellent in [0, 1, 5, 17, 40] {
            let capped = try #require(
              Capped(percent: Quantity(percent), base: base, good: good, excellent: excellent)
            )
            let all = good + excellent
            let tried = (0...excellent).last { few in
              few * 100 <= percent * (base == .good ? all - few : all)
            }
            #expect(capped.finalExcellent == tried)
            #expect(capped.finalGood == all - (tried ?? 0))
            #expect(capped.over == max(excellent - capped.allowed, 0))
          }
        }
      }
    }
  }

  @Test("a cap of half a per cent is exact, and nobody is counted below nothing")
  func odd() throws {
    let share = try #require(Quantity("0.5"))
    let half = try #require(
      Capped(percent: share, base: .good, good: 200, excellent: 3)
    )
    #expect(half.allowed == 1)
    #expect(Capped(percent: Quantity(20), base: .good, good: -1, excellent: 3) == nil)
    #expect(Capped(percent: Quantity(-1), base: .good, good: 1, excellent: 3) == nil)
  }
}
