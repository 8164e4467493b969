import Basics

/// Reads what a clause asks for, as it is written in a rulebook.
///
///     review.score >= 90
///     tasks.beyond >= 30% of tasks.assigned
///     meeting.smallCell = 1 or meeting.minutes >= 90
///     probation.decided <= workingDays(probation.due, 30)
public struct ExpressionReader {
  private var tokens: [Token] = []
  private var next = 0
  /// The place of a fact in the rulebook.
  let places: [String: Int]

  init(_ text: String, places: [String: Int]) throws(RulebookFault.Reason) {
    self.places = places
    guard text.utf8.count <= 500 else { throw .tooLong(500) }
    tokens = try Token.split(text)
  }

  public static func condition(
    _ text: String,
    _ places: [String: Int]
  ) throws(RulebookFault.Reason) -> Condition {
    if text == "open" { return .open }
    var reader = try ExpressionReader(text, places: places)
    let condition = try reader.alternatives()
    try reader.end()
    return condition
  }

  public static func expression(
    _ text: String,
    _ places: [String: Int]
  ) throws(RulebookFault.Reason) -> Expression {
    var reader = try ExpressionReader(text, places: places)
    let expression = try reader.sum()
    try reader.end()
    return expression
  }

  private mutating func end() throws(RulebookFault.Reason) {
    if let token = peek { throw .unreadable(token.text) }
  }

  private var peek: Token? { next < tokens.count ? tokens[next] : nil }

  private mutating func take(_ token: Token) -> Bool {
    guard peek == token else { return false }
    next += 1
    return true
  }

  private mutating func alternatives() throws(RulebookFault.Reason) -> Condition {
    var parts = [try conjunction()]
    while take(.word("or")) { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws(RulebookFault.Reason) -> Condition {
    var parts = [try test()]
    while take(.word("and")) { parts.append(try test()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func test() throws(RulebookFault.Reason) -> Condition {
    let start = next
    if take(.sign("(")) {
      // A parenthesis opens a condition, or an amount: the one that can be read is meant.
      if let inner = try? alternatives(), take(.sign(")")), comparison == nil { return inner }
      next = start
    }
    let one = try sum()
    guard let comparison else { throw .noComparison }
    next += 1
    return .compare(one, comparison, try sum())
  }

  private var comparison: Comparison? {
    guard case .sign(let text) = peek else { return nil }
    return Comparison(rawValue: text)
  }

  private mutating func sum() throws(RulebookFault.Reason) -> Expression {
    var result = try product()
    while true {
      if take(.sign("+")) {
        result = .sum(result, try product())
      } else if take(.sign("-")) {
        result = .difference(result, try product())
      } else {
        return result
      }
    }
  }

  private mutating func product() throws(RulebookFault.Reason) -> Expression {
    var result = try factor()
    while true {
      if take(.sign("*")) {
        result = .product(result, try factor())
      } else if take(.sign("/")) {
        result = .quotient(result, try factor())
      } else {
        return result
      }
    }
  }

  private mutating func factor() throws(RulebookFault.Reason) -> Expression {
    guard let token = peek else { throw .unfinished }
    next += 1
    switch token {
    case .number(let text):
      guard let number = Quantity(text) else { throw .notANumber(text) }
      guard text.split(separator: ".").dropFirst().allSatisfy({ $0.utf8.count <= 4 }) else {
        throw .tooFine(text)
      }
      guard take(.sign("%")) else { return .number(number) }
      guard take(.word("of")) else { throw .shareOfNothing(text) }
      return .share(number, try factor())
    case .day(let text):
      guard let day = CivilDate(text) else { throw .notADay(text) }
      return .number(Quantity(day))
    case .sign("("):
      let inner = try sum()
      guard take(.sign(")")) else { throw .unfinished }
      return inner
    case .word(let name):
      if take(.sign("(")) { return try call(name) }
      guard let place = places[name] else { throw .unknownFact(name) }
      return .fact(place)
    case .sign(let text): throw .unreadable(text)
    }
  }

  private mutating func call(_ name: String) throws(RulebookFault.Reason) -> Expression {
    let one = try sum()
    if name == "floor" {
      guard take(.sign(")")) else { throw .unfinished }
      return .floor(one)
    }
    guard take(.sign(",")) else { throw .unfinished }
    let other = try sum()
    guard take(.sign(")")) else { throw .unfinished }
    switch name {
    case "least": return .least(one, other)
    case "most": return .most(one, other)
    case "months": return .months(one, other)
    case "workingDays": return .workingDays(one, other)
    case "years": return .years(one, other)
    default: throw .unreadable(name)
    }
  }
}

/// A piece of what a clause asks for.
private enum Token: Hashable {
  case number(String)
  case day(String)
  case word(String)
  case sign(String)

  var text: String {
    switch self {
    case .number(let text), .day(let text), .word(let text), .sign(let text): text
    }
  }

  static func split(_ text: String) throws(RulebookFault.Reason) -> [Token] {
    var tokens: [Token] = []
    var rest = text[...]
    while let first = rest.first {
      if first == " " {
        rest.removeFirst()
      } else if first.isASCII, first.isNumber {
        let piece = rest.prefix { ($0.isASCII && $0.isNumber) || $0 == "." }
        let longer = rest.prefix { ($0.isASCII && $0.isNumber) || $0 == "-" }
        if longer.count == 10, longer.split(separator: "-", omittingEmptySubsequences: false).count == 3 {
          tokens.append(.day(String(longer)))
          rest = rest.dropFirst(10)
        } else {
          tokens.append(.number(String(piece)))
          rest = rest.dropFirst(piece.count)
        }
      } else if first.isASCII, first.isLetter {
        let piece = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
        tokens.append(.word(String(piece)))
        rest = rest.dropFirst(piece.count)
      } else if let sign = [">=", "<=", "!=", ">", "<", "=", "(", ")", "+", "-", "*", "/", "%", ","]
        .first(where: { rest.hasPrefix($0) })
      {
        tokens.append(.sign(sign))
        rest = rest.dropFirst(sign.count)
      } else {
        throw .unreadable(String(first))
      }
    }
    guard !tokens.isEmpty else { throw .unfinished }
    return tokens
  }
}
