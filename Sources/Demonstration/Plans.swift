import Basics

/// What is decided on a day already, to take effect within sixty days.
extension History {
  /// A few transfers and new names of the weeks to come, decided by now.
  ///
  /// They are taken from the history as it will go on, as far as nothing that is still unknown stands between.
  mutating func planned() -> [PlannedEvent] {
    var ahead = self
    var touched: Set<String> = []
    var plans: [PlannedEvent] = []
    var (transfers, renamings) = (0, 0)
    while day.days(until: ahead.day) < 60 {
      ahead.advance()
      for event in ahead.events {
        let subjects = History.subjects(of: event.deed)
        // Many come and go in a unit without changing what it is.
        defer { touched.formUnion(History.people(movedBy: event.deed) ?? subjects) }
        guard day.days(until: event.day) >= 3, touched.isDisjoint(with: subjects) else { continue }
        switch event.deed {
        case .homesMoved(let people, let from, let to) where people.count == 1 && transfers < 6:
          guard existing(from) != nil, existing(to) != nil else { continue }
          transfers += 1
        case .unitRenamed(let unit, _) where renamings < 2:
          guard existing(unit) != nil else { continue }
          renamings += 1
        default: continue
        }
        guard let issuer = event.decision?.issuer, let body = existing(issuer) else { continue }
        let decision = decide(body, signed: day.adding(days: -random.below(8)), by: day)
        plans.append(PlannedEvent(day: event.day, decision: decision, deed: event.deed))
      }
    }
    return plans
  }

  private func existing(_ code: String) -> Int32? {
    units.firstIndex { $0.code == code && $0.exists }.map(Int32.init)
  }

  /// Those who move, where a deed is a move of homes and nothing else.
  private static func people(movedBy deed: PlannedDeed) -> Set<String>? {
    if case .homesMoved(let people, _, _) = deed { Set(people) } else { nil }
  }

  /// The people and units whose standing a deed changes.
  private static func subjects(of deed: PlannedDeed) -> Set<String> {
    switch deed {
    case .unitFounded(let unit): [unit.code]
    case .unitRenamed(let unit, _), .unitMoved(let unit, _), .sectorChanged(let unit, _),
      .unitEnded(let unit, _):
      [unit]
    case .admitted(let arrivals), .takenOver(let arrivals): Set(arrivals.map(\.person.code))
    case .readmitted(let arrival): [arrival.person.code]
    case .recognised(let people): Set(people.map(\.person))
    case .homesMoved(let people, let from, let to): Set(people + [from, to])
    case .membershipsEnded(let people, _): Set(people)
    case .postTaken(let person, _, _), .postLeft(let person, _, _), .affiliationBegun(let person, _, _),
      .affiliationEnded(let person, _, _), .birthCorrected(let person, _), .nameCorrected(let person, _):
      [person]
    }
  }
}
