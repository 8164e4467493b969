/// The chance by which the demonstration's history unfolds: the same numbers from the same seed on every
/// machine, so that two offices showing the same province see the same people.
struct SplitMix: Sendable {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return SplitMix.stir(state)
  }

  /// A number from 0 up to, but not including, `count`.
  mutating func below(_ count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(max(count, 1))).high)
  }

  /// A number of the range, both ends included.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// Whether something that happens so many times in a hundred happens now.
  mutating func chance(_ percent: Int) -> Bool {
    below(100) < percent
  }

  /// A number that belongs to two others for good: what a person is called must not depend on when one asks.
  static func mark(_ one: UInt64, _ other: UInt64) -> UInt64 {
    stir(stir(one &+ 0x9E37_79B9_7F4A_7C15) ^ (other &* 0xD6E8_FEB8_6659_FD93 &+ 0x632B_E59B_D9B4_E019))
  }

  private static func stir(_ number: UInt64) -> UInt64 {
    var mixed = number
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
