package import Basics
package import Rules

/// Transfers several members at once, each to their unit, from one day on: all of them, or none.
///
/// It is one entry of the journal and is taken back as one. Refused, it says of each person why.
package struct TransferMembers: Operation {
  package static let operation = "transferMembers"

  /// One member and the unit they move to.
  package struct Move: Hashable, Sendable {
    package let person: ID<Person>
    package let unit: ID<Unit>

    package init(_ person: ID<Person>, to unit: ID<Unit>) {
      self.person = person
      self.unit = unit
    }
  }

  package var moves: [Move]
  /// The first day in the new home.
  package var day: CivilDate

  package init(_ moves: [Move], day: CivilDate) {
    self.moves = moves
    self.day = day
  }

  package var said: [(name: String, value: String?)] {
    [("day", day.description)] + moves.map { (name: $0.person.description, value: $0.unit.description) }
  }

  package func perform(_ work: Work) throws -> Int64? {
    var objections: [Objection] = []
    let names = try NameStore(db: work.db).particulars(of: moves.map(\.person), .now)
    if moves.isEmpty { objections.append(Objection(.person, .blank)) }
    for move in moves {
      do {
        try work.require(.transfer, on: move.person)
        try work.require(.transfer, on: move.unit)
        try TransferStore(db: work.db).demandNonePending(move.person)
        try work.change(move.person) { try $0.moveHome(to: move.unit, on: day, cited: work.cited) }
      } catch let refused as Refused {
        let name = names[move.person]?.last?.value.name ?? move.person.description
        objections += refused.objections.map {
          Objection(.person, .ofPerson(move.person, name: name, $0.refusal))
        }
      }
    }
    try objections.raise()
    return moves.first?.unit.number
  }
}
