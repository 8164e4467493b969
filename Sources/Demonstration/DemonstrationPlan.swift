package import Basics

/// A fictional province with ten years of history: Sơn Giang, which is on no map and in which nobody lives.
///
/// First come the lists an office would have had on 1 January 2015, then what happened since, day by day. All of it
/// follows from the size and the seed: two plans with the same have the same history, and a plan that ends earlier has
/// the beginning of it. On 30 September 2025 the province has exactly the size asked for.
///
///     let plan = DemonstrationPlan(people: 131_548, seed: 1, until: lastDay)
///     plan.measure.superiorCommittees   // 107
///     for event in plan.events { … }    // from 2 January 2015 up to and including `lastDay`, then the plans
package struct DemonstrationPlan: Sendable {
  /// The sizes a province can have.
  package static let sizes = 200...6_000_000

  /// How the province says of itself that it is made up.
  package static let notice = (
    vietnamese: "Tỉnh Sơn Giang và mọi người, mọi tổ chức trong đó đều là hư cấu.",
    english: "The province of Sơn Giang, its people and its organisations are fictional."
  )

  /// The day of the taken-over lists, 1 January 2015; the history begins on the day after.
  package static let takenOver = Calendar.takenOver

  /// The day on which the sizes of `measure` hold, 30 September 2025.
  package static let measured = Calendar.measured

  package let seed: UInt64
  /// The last day of the history, itself included.
  package let until: CivilDate
  /// The size of everything on 30 September 2025.
  package let measure: Measure
  /// The lists as they were on 1 January 2015.
  package let opening: Opening

  /// A plan, or `nil` when the province would be smaller or larger than one can be.
  package init?(people: Int, seed: UInt64, until: CivilDate) {
    guard DemonstrationPlan.sizes.contains(people) else { return nil }
    self.seed = seed
    self.until = until
    measure = Measure(people: people)
    opening = Opening(history: History(measure: measure, seed: seed))
  }

  /// What happens, in order of day.
  ///
  /// Events after `until` are plans: decided by then, and not in effect yet.
  package var events: PlannedEvents {
    PlannedEvents(history: opening.history, until: until)
  }
}

/// The history of the province as a stream; nothing of it is kept but the day it has reached.
package struct PlannedEvents: Sequence, IteratorProtocol, Sendable {
  private var history: History
  private let until: CivilDate
  private var ahead: [PlannedEvent]?
  private var place = 0

  init(history: History, until: CivilDate) {
    self.history = history
    self.until = until
  }

  package mutating func next() -> PlannedEvent? {
    while true {
      let events = ahead ?? history.events
      if place < events.count {
        place += 1
        return events[place - 1]
      }
      if ahead != nil { return nil }
      place = 0
      if history.day < until {
        history.advance()
      } else {
        ahead = history.planned()
      }
    }
  }
}
