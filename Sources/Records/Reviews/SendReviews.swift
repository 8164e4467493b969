package import Basics
package import Rules
import Storage

/// Sends a unit's reviews up: from now on they change only when they are sent back.
///
/// Everybody it evaluates has its word, the units below have sent theirs, and nobody is over a cap.
package struct SendReviews: Operation {
  package static let operation = "sendReviews"
  package var round: ID<FactMark>
  package var unit: ID<Unit>

  package init(_ round: ID<FactMark>, of unit: ID<Unit>) {
    self.round = round
    self.unit = unit
  }

  package var said: [(name: String, value: String?)] {
    [("round", round.description), ("unit", unit.description)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let round = try work.openRound(round).value
    try work.require(.keepReviews, on: unit)
    if let sent = try ReviewStore(db: work.db).sent(by: unit, in: round.key) {
      throw Refused(nil, .reviewsSent(on: sent.span.start))
    }
    let sheet = ReviewSheet(db: work.db, round, by: try work.regulations(for: round.unit))
    let objections = try sheet.objections(toSendingFrom: unit)
    try objections.raise()
    let id: ID<FactMark> = work.draw()
    let sent = ReviewsSent(round: round.key, unit: unit)
    try work.write(.reviewSent, id, Span(open: work.today), sent.row)
    return id.number
  }
}

/// Sends a unit's reviews back to it, with what is to be looked at again.
package struct SendReviewsBack: Operation {
  package static let operation = "sendReviewsBack"
  package var round: ID<FactMark>
  package var unit: ID<Unit>
  package var reason: String

  package init(_ round: ID<FactMark>, to unit: ID<Unit>, because reason: String) {
    self.round = round
    self.unit = unit
    self.reason = reason
  }

  package var said: [(name: String, value: String?)] {
    [("round", round.description), ("unit", unit.description), ("reason", reason)]
  }

  package func perform(_ work: Work) throws -> Int64? {
    let round = try work.openRound(round).value
    let store = ReviewStore(db: work.db)
    guard let old = try store.sent(by: unit, in: round.key) else {
      throw Refused(nil, .reviewsNotSent)
    }
    let above: ID<Unit>? = try work.db.value(
      "SELECT u.parent FROM unit_parent u WHERE u.unit = \(unit) AND \(asOf("u", AsOf(round.counted)))"
    )
    // At the top of the round, whoever holds it takes it back.
    let judge = unit == round.unit ? unit : above ?? unit
    try work.require(unit == round.unit ? .holdReviews : .keepReviews, on: judge)
    try Written.text(reason, .reason, limit: 1000).raise()
    if unit != round.unit, let sent = try store.sent(by: judge, in: round.key) {
      throw Refused(nil, .reviewsSent(on: sent.span.start))
    }
    var new = old
    new.value.back = reason
    // Sent and sent back on one day: it holds on that day alone.
    new.span = Span(from: old.span.start, until: max(work.today, old.span.start.adding(days: 1))) ?? old.span
    try work.save(.reviewSent, from: [old], to: [new], \.value.row)
    return old.id?.number
  }
}

extension ReviewSheet {
  /// A unit directly below another, in which somebody is reviewed.
  package struct UnitBelow: Hashable, Sendable {
    package let unit: ID<Unit>
    package let code: String
    package let name: String
  }

  package func unitsBelow(_ unit: ID<Unit>) throws -> [UnitBelow] {
    try db.rows(
      """
      SELECT a.unit, x.code, n.name FROM ancestry a JOIN unit x ON x.id = a.unit
      JOIN unit_kind k ON k.unit = a.unit AND \(Records.asOf("k", asOf)) AND k.kind <> 'subgroup'
      JOIN unit_name n ON n.unit = a.unit AND \(Records.asOf("n", asOf))
      WHERE a.ancestor = \(unit) AND a.depth = 1 AND \(Records.asOf("a", asOf))
        AND EXISTS (
          SELECT 1 FROM ancestry h JOIN roll r ON r.unit = h.unit AND \(Records.asOf("r", asOf))
          WHERE h.ancestor = a.unit AND \(Records.asOf("h", asOf)))
      ORDER BY n.sort_key, x.code
      """
    ) { row in UnitBelow(unit: try row[0], code: try row[1], name: try row[2]) }
  }

  /// Why the reviews of a unit cannot leave it: somebody waits for its word, a unit below has not sent its own, or
  /// more are rated highest than the cap allows.
  func objections(toSendingFrom unit: ID<Unit>) throws -> [Objection] {
    let desk = try desk(of: unit)
    if desk.lines.isEmpty { return [Objection(nil, .notAnEvaluator)] }
    var objections: [Objection] = []
    let silent = try silentUnits(below: unit, try ReviewStore(db: db).sent(in: round.key))
    if !silent.isEmpty { objections.append(Objection(nil, .waitsForUnits(silent))) }
    let waiting = desk.waiting.count
    if waiting > 0 { objections.append(Objection(nil, .notRated(waiting))) }
    guard let cap = round.cap else { return objections }
    for standing in desk.standings(under: cap).values where standing.capped.over > 0 {
      objections.append(
        Objection(.rating, .overCap(standing.capped.over, allowed: standing.capped.allowed))
      )
    }
    return objections
  }

  /// The codes of the units directly below that have not sent their reviews, and have some to send.
  func silentUnits(below unit: ID<Unit>, _ sent: [Fact<ReviewsSent>]) throws -> [String] {
    let done = Set(sent.filter { $0.span.end == nil }.map(\.value.unit))
    let silent = try unitsBelow(unit).filter { !done.contains($0.unit) }
    let quiet = try quietUnits(among: silent.map(\.unit))
    return silent.filter { !quiet.contains($0.unit) }.map(\.code).sorted()
  }
}
