import Phrases
import Rules

/// What a clause asks, in the words of its facts: `tasks done beyond requirement ≥ 30% of tasks assigned`.
struct ConditionTelling {
  let book: Rulebook

  func told(_ condition: Condition) -> String {
    switch condition {
    case .open: Phrase.openPlace.text
    case .compare(let one, let comparison, let other):
      "\(told(one)) \(comparison.sign) \(told(other, besides: one))"
    case .all(let parts): parts.map(told).joined(separator: " \(Phrase.andWord) ")
    case .any(let parts): parts.map(told).joined(separator: " \(Phrase.orWord) ")
    }
  }

  /// An amount beside another: a number that stands for a day is written as one.
  private func told(_ expression: Expression, besides other: Expression) -> String {
    if case .number(let number) = expression, case .fact(let place) = other {
      return book.facts[place].sort.text(number)
    }
    return told(expression)
  }

  func told(_ expression: Expression) -> String {
    switch expression {
    case .fact(let place): Phrase(book.facts[place].title).text
    case .number(let number): number.description
    case .share(let percent, let whole): Phrase.whole(percent.description, told(whole)).text
    case .sum(let one, let other): "\(told(one)) + \(told(other))"
    case .difference(let one, let other): "\(told(one)) − \(told(other))"
    case .product(let one, let other): "\(told(one)) × \(told(other))"
    case .quotient(let one, let other): "\(told(one)) / \(told(other))"
    case .floor(let one): "⌊\(told(one))⌋"
    case .least(let one, let other): "min(\(told(one)), \(told(other)))"
    case .most(let one, let other): "max(\(told(one)), \(told(other)))"
    case .months(let day, let count): Phrase.monthsAfter(told(count), told(day)).text
    case .workingDays(let day, let count): Phrase.workingDaysAfter(told(count), told(day)).text
    case .years(let from, let until): Phrase.yearsBetween(told(from), told(until)).text
    }
  }
}
