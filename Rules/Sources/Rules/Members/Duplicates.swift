public import Basics

/// How sure it is that two are one person; the surest first.
public enum DuplicateGrade: Int, Hashable, Sendable, CaseIterable, Comparable {
  case certain, likely, possible

  public static func < (one: DuplicateGrade, other: DuplicateGrade) -> Bool { one.rawValue < other.rawValue }
}

/// Why two may be one person.
public enum DuplicateReason: Hashable, Sendable {
  /// The same identifier in another system, named by its code.
  case identifier(system: String)
  case card
  /// The same name, marks aside, and dates of birth that can be the same day.
  case nameAndBirth
  /// The same full date of birth, and names of which one word differs.
  case nearName

  /// How much it says; a date that is only a year agrees with a tenth of a village.
  public func grade(isExact: Bool) -> DuplicateGrade {
    switch self {
    case .identifier, .card: .certain
    case .nameAndBirth: isExact ? .likely : .possible
    case .nearName: .possible
    }
  }
}

/// Tells of two sets of particulars whether they may be of one person.
///
/// It proposes; whoever admits somebody decides.
public enum Duplicates {
  /// Why these may be one person, the surest reason first; empty when nothing speaks for it.
  public static func reasons(_ one: Particulars, _ other: Particulars) -> [DuplicateReason] {
    var reasons: [DuplicateReason] = []
    if let card = one.card.map(Identifier.plain), !card.isEmpty, card == other.card.map(Identifier.plain) {
      reasons.append(.card)
    }
    guard let born = one.born, let otherBorn = other.born else { return reasons }
    let (name, otherName) = (VietnameseName.searchKey(one.name), VietnameseName.searchKey(other.name))
    if name == otherName, born.agrees(with: otherBorn) {
      reasons.append(.nameAndBirth)
    } else if born.day != nil, born == otherBorn, differsInOneWord(name, otherName) {
      reasons.append(.nearName)
    }
    return reasons
  }

  /// How sure a reason is between the two.
  public static func grade(
    _ reasons: [DuplicateReason],
    _ one: Particulars,
    _ other: Particulars
  ) -> DuplicateGrade? {
    let isExact = one.born?.day != nil && one.born == other.born
    return reasons.map { $0.grade(isExact: isExact) }.min()
  }

  /// Whether one word of a name was changed, left out or added, the others standing in their order.
  static func differsInOneWord(_ one: String, _ other: String) -> Bool {
    let (words, others) = (one.split(separator: " "), other.split(separator: " "))
    let (short, long) = words.count <= others.count ? (words, others) : (others, words)
    guard long.count > 1, long.count - short.count <= 1, words != others else { return false }
    let begin = zip(short, long).prefix { $0 == $1 }.count
    let rest = short.count == long.count ? 1 : 0
    return short.dropFirst(begin + rest) == long.dropFirst(begin + 1)
  }
}

extension LooseDate {
  /// Whether both can mean the same day.
  public func agrees(with other: LooseDate) -> Bool {
    guard year == other.year else { return false }
    if let month, let theirs = other.month, month != theirs { return false }
    if let day, let theirs = other.day, day != theirs { return false }
    return true
  }
}
