/// A condition laid flat: the forms that nearly every clause has, answered without following a tree.
struct Check: Sendable {
  private enum Form {
    /// A fact and a number.
    case number
    /// A fact and another.
    case fact
    /// A fact, or what is left of one after another, and a share of a third.
    case share
    case other
  }

  private let form: Form
  private let comparison: Comparison
  private let one: Int
  /// What is taken from the first; −1 for nothing.
  private let taken: Int
  private let other: Int
  /// The number, or the hundredths of the share, in millionths.
  private let amount: Int64
  private let condition: Condition

  init(_ condition: Condition) {
    self.condition = condition
    var form = Form.other
    var comparison = Comparison.equal
    var (one, taken, other, amount) = (0, -1, 0, Int64(0))
    if case .compare(let left, let compared, let right) = condition {
      comparison = compared
      switch (left, right) {
      case (.fact(let place), .number(let number)):
        (form, one, amount) = (.number, place, number.millionths)
      case (.fact(let place), .fact(let second)):
        (form, one, other) = (.fact, place, second)
      case (.fact(let place), .share(let percent, .fact(let whole))):
        (form, one, other, amount) = (.share, place, whole, percent.millionths)
      case (.difference(.fact(let place), .fact(let less)), .share(let percent, .fact(let whole))):
        (form, one, taken, other, amount) = (.share, place, less, whole, percent.millionths)
      default: break
      }
    }
    self.form = form
    self.comparison = comparison
    self.one = one
    self.taken = taken
    self.other = other
    self.amount = amount
  }

  @inline(__always)
  func truth(_ facts: UnsafeBufferPointer<Quantity?>, _ sight: () -> Sight) -> Truth {
    switch form {
    case .number:
      guard let first = facts[one] else { return .unknown }
      return comparison.holds(first, Quantity(millionths: amount)) ? .met : .notMet
    case .fact:
      guard let first = facts[one], let second = facts[other] else { return .unknown }
      return comparison.holds(first, second) ? .met : .notMet
    case .share:
      guard let first = facts[one], let whole = facts[other] else { return .unknown }
      var part = Int128(first.millionths)
      if taken >= 0 {
        guard let less = facts[taken] else { return .unknown }
        part -= Int128(less.millionths)
      }
      // Multiplied out on both sides, so that nothing is rounded.
      let holds = comparison.holds(part * 100_000_000, Int128(whole.millionths) * Int128(amount))
      return holds ? .met : .notMet
    case .other: return condition.truth(sight())
    }
  }
}
