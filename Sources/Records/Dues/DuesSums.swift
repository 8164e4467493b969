import Rules

/// Whom a figure about dues counts: the members of a month, by how they stand.
package enum DuesFigure: String, Hashable, Sendable, CaseIterable {
  /// Who owes dues for the month.
  case owing
  /// Who paid.
  case paid
  /// Who owes and has not paid.
  case open
  /// Who owes nothing, on a ground somebody stated.
  case exempt
  /// Who owes nothing for how they stood on the first day of the month.
  case excused
  /// On what whose dues stand nobody declared.
  case undeclared
}

/// The dues of a month of a unit and below, in people and in đồng.
package struct DuesSums: Hashable, Sendable {
  package private(set) var counts: [DuesFigure: Int] = [:]
  /// What is owed by those of whom it is known how much.
  package private(set) var owed = 0
  /// Of how many who owe it is not known how much.
  package private(set) var unknown = 0
  package private(set) var received = 0

  package init() {}

  /// Adds people who are alike in what their dues stand on.
  mutating func add(
    _ basis: DuesBasis?,
    isExcused: Bool,
    amount: Int?,
    people: Int,
    paid: Int,
    received: Int
  ) {
    counts[.paid, default: 0] += paid
    self.received += received
    if basis?.category == .exempt {
      counts[.exempt, default: 0] += people
      return
    }
    if isExcused {
      counts[.excused, default: 0] += people
      return
    }
    if basis == nil { counts[.undeclared, default: 0] += people }
    counts[.owing, default: 0] += people
    counts[.open, default: 0] += people - paid
    if let amount { owed += amount * people } else { unknown += people }
  }

  package subscript(figure: DuesFigure) -> Int { counts[figure] ?? 0 }
}
