import Basics
import Rules

/// The functions of which the steps of a plan say who holds them on, by the units of the record.
struct Offices: Sendable {
  /// A function of a unit.
  struct Held: Hashable, Sendable {
    let unit: ID<Unit>
    let post: String
  }

  /// Those that end for everybody who is not named.
  let vacated: Set<Held>
  private let seats: [String: [(held: Held, unit: String?)]]

  init(_ tree: ReorganisedTree) {
    vacated = Set(
      tree.vacated.compactMap { office in
        tree.origin[office.unit]?.id.map { Held(unit: $0, post: office.post) }
      }
    )
    var seats: [String: [(held: Held, unit: String?)]] = [:]
    for seat in tree.seats {
      guard let unit = tree.origin[seat.origin]?.id else { continue }
      seats[seat.person, default: []].append((Held(unit: unit, post: seat.post), seat.unit))
    }
    self.seats = seats
  }

  /// The units in which somebody's function ends though the unit goes on.
  var units: [ID<Unit>] { Set(vacated.map(\.unit)).sorted() }

  /// What becomes of the functions of somebody whom a step names.
  func fates(of person: String, _ id: (String) -> ID<Unit>?) -> [Held: Inheritance.Fate] {
    var fates: [Held: Inheritance.Fate] = [:]
    for (held, unit) in seats[person] ?? [] {
      fates[held] = unit.flatMap(id).map { $0 == held.unit ? .stays : .passes(to: $0) } ?? .ends
    }
    return fates
  }
}
