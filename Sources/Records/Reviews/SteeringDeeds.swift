package import Basics
package import Rules
import Storage

/// Assigns a member of a standing committee to steer the review of a unit below in a round.
package struct AssignSteering: Operation {
  package static let operation = "assignSteering"
  package var steering: ReviewSteering

  package init(_ steering: ReviewSteering) {
    self.steering = steering
  }

  package var said: [(name: String, value: String?)] {
    [
      ("round", steering.round.description), ("unit", steering.unit.description),
      ("body", steering.body.description), ("person", steering.person.description),
      ("ground", steering.ground),
    ]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let round = try work.openRound(steering.round).value
    try work.require(.holdReviews, on: steering.body)
    let tree = TreeStore(db: work.db)
    let path = try tree.path(to: steering.unit, AsOf(round.counted)).map(\.unit)
    if !path.contains(round.unit) { throw Refused(.unit, .notInRound) }
    var objections: [Objection] = []
    if let ground = steering.ground { objections += Written.text(ground, .ground, limit: 200) }
    let store = SteeringStore(db: work.db)
    let isAbove = steering.unit != steering.body && path.contains(steering.body)
    if try !isAbove || !store.isOfStandingCommittee(steering.person, of: steering.body, on: work.today) {
      objections.append(Objection(.person, .notOfStandingCommittee))
    }
    if try store.steers(steering.person, steering.unit, in: round.key, AsOf(work.today)) {
      objections.append(Objection(.person, .alreadyThere))
    }
    try objections.raise()
    let id: ID<FactMark> = work.draw()
    try work.write(.reviewSteering, id, Span(open: work.today), steering.row)
    return id.number
  }
}

/// Ends an assignment to steer a review: what was attended stays.
package struct EndSteering: Operation {
  package static let operation = "endSteering"
  package var steering: ID<FactMark>

  package init(_ steering: ID<FactMark>) {
    self.steering = steering
  }

  package var said: [(name: String, value: String?)] { [("steering", steering.description)] }

  package func perform(_ work: Work) throws -> Int64? {
    guard let old = try SteeringStore(db: work.db).fact(steering) else {
      throw Refused(nil, .unknownValue(steering.description, allowed: []))
    }
    try work.require(.holdReviews, on: old.value.body)
    if old.span.end != nil { throw Refused(nil, .nothingChanges) }
    // Assigned and ended on one day it holds on that day alone.
    let end = max(work.today, old.span.start.adding(days: 1))
    var new = old
    new.span = Span(from: old.span.start, until: end) ?? old.span
    try work.save(.reviewSteering, from: [old], to: [new], \.value.row)
    return steering.number
  }
}

/// Opens the published results of a round to members, changes to which of them, or closes them again.
package struct ListResults: Operation {
  package static let operation = "listResults"
  package var round: ID<FactMark>
  /// `nil` closes them.
  package var audience: ReviewListing.Audience?

  package init(_ round: ID<FactMark>, to audience: ReviewListing.Audience?) {
    self.round = round
    self.audience = audience
  }

  package var said: [(name: String, value: String?)] {
    [("round", round.description), ("audience", audience?.rawValue)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let known = try work.knownRound(round).value
    try work.require(.holdReviews, on: known.unit)
    if known.frozen == nil { throw Refused(nil, .reviewsNotSent) }
    let old = try SteeringStore(db: work.db).listing(of: round)
    if old?.value.audience == audience { throw Refused(nil, .nothingChanges) }
    if var ended = old {
      let end = max(work.today, ended.span.start.adding(days: 1))
      ended.span = Span(from: ended.span.start, until: end) ?? ended.span
      try work.save(.reviewListing, from: old.map { [$0] } ?? [], to: [ended], \.value.row)
    }
    if let audience {
      let listing = ReviewListing(round: round, unit: known.unit, audience: audience)
      try work.write(.reviewListing, work.draw(), Span(open: work.today), listing.row)
    }
    return round.number
  }
}
