package import Basics
package import Rules
import Storage

/// What is said of a round when it is opened.
package struct RoundDraft: Hashable, Sendable {
  package var term: ReviewTerm
  package var title: String
  package var days: Span
  package var counted: CivilDate
  package var deadlines: ReviewRound.Deadlines
  package var cap: ReviewRound.ChosenCap?

  package init(
    _ term: ReviewTerm,
    _ title: String,
    _ days: Span,
    counted: CivilDate,
    deadlines: ReviewRound.Deadlines = ReviewRound.Deadlines(),
    cap: ReviewRound.ChosenCap? = nil
  ) {
    self.term = term
    self.title = title
    self.days = days
    self.counted = counted
    self.deadlines = deadlines
    self.cap = cap
  }

  var said: [(name: String, value: String?)] {
    [
      ("term", term.rawValue), ("title", title), ("from", days.start.description),
      ("until", days.end?.description), ("day", counted.description),
      ("selfBy", deadlines.selfReview?.description), ("evaluateBy", deadlines.evaluation?.description),
      ("decideBy", deadlines.decision?.description), ("publishBy", deadlines.publication?.description),
      ("percent", cap?.percent.description), ("base", cap?.base.rawValue),
    ]
  }

  fileprivate func round(_ key: ID<FactMark>, of unit: ID<Unit>) -> ReviewRound {
    ReviewRound(
      key: key,
      unit: unit,
      term: term,
      title: title,
      days: days,
      counted: counted,
      deadlines: deadlines,
      cap: cap
    )
  }
}

/// Opens a round of review in a unit and below: everybody on the roll of the day counted is reviewed in it once.
package struct OpenRound: Operation {
  package static let operation = "openRound"
  package var unit: ID<Unit>
  package var draft: RoundDraft

  package init(of unit: ID<Unit>, _ draft: RoundDraft) {
    self.unit = unit
    self.draft = draft
  }

  package var said: [(name: String, value: String?)] { [("unit", unit.description)] + draft.said }

  package func perform(_ work: Work) throws -> Int64? {
    try work.require(.holdReviews, on: unit)
    let key: ID<FactMark> = work.draw()
    let round = draft.round(key, of: unit)
    try work.objections(to: round).raise()
    try work.write(.reviewRound, work.draw(), Span(open: work.today), round.row)
    return key.number
  }
}

/// Changes the dates, the title or the cap of a round that is not published.
package struct ChangeRound: Operation {
  package static let operation = "changeRound"
  package var round: ID<FactMark>
  package var draft: RoundDraft

  package init(_ round: ID<FactMark>, _ draft: RoundDraft) {
    self.round = round
    self.draft = draft
  }

  package var said: [(name: String, value: String?)] { [("round", round.description)] + draft.said }

  package func perform(_ work: Work) throws -> Int64? {
    let old = try work.openRound(round)
    try work.require(.holdReviews, on: old.value.unit)
    var new = old
    new.value = draft.round(round, of: old.value.unit)
    try work.objections(to: new.value).raise()
    if new == old { throw Refused(nil, .nothingChanges) }
    // Who is reviewed, and where, does not change under those who have begun.
    if new.value.counted != old.value.counted || new.value.days != old.value.days,
      try !ReviewStore(db: work.db).sent(in: round).isEmpty
    {
      throw Refused(.day, .reviewsSent(on: work.today))
    }
    try work.save(.reviewRound, from: [old], to: [new], \.value.row)
    return round.number
  }
}

/// Publishes a round: its results are frozen with their digest, and those reviewed may read them.
///
/// As the unit that holds it would send its reviews up: all below have sent theirs, and nobody is over a cap.
package struct PublishRound: Operation {
  package static let operation = "publishRound"
  package var round: ID<FactMark>

  package init(_ round: ID<FactMark>) {
    self.round = round
  }

  package var said: [(name: String, value: String?)] { [("round", round.description)] }

  package func perform(_ work: Work) throws -> Int64? {
    let old = try work.openRound(round)
    try work.require(.holdReviews, on: old.value.unit)
    let library = try work.regulations(for: old.value.unit)
    let sheet = ReviewSheet(db: work.db, old.value, by: library)
    try sheet.objections(toSendingFrom: old.value.unit).raise()
    let (hash, waiting) = try ReviewResults(db: work.db, old.value, by: library).digest()
    if waiting > 0 { throw Refused(nil, .notRated(waiting)) }
    var new = old
    // What this entry itself writes is the round alone: the results are known as they were before it.
    new.value.frozen = work.entry - 1
    new.value.hash = hash
    try work.save(.reviewRound, from: [old], to: [new], \.value.row)
    return round.number
  }
}

extension Work {
  /// A round that is not published.
  func openRound(_ key: ID<FactMark>) throws -> Fact<ReviewRound> {
    let found = try knownRound(key)
    if found.value.frozen != nil { throw Refused(nil, .roundPublished) }
    return found
  }

  func knownRound(_ key: ID<FactMark>) throws -> Fact<ReviewRound> {
    guard let found = try ReviewStore(db: db).round(key) else {
      throw Refused(nil, .unknownValue(key.description, allowed: []))
    }
    return found
  }

  /// Why a round cannot be so.
  fileprivate func objections(to round: ReviewRound) throws -> [Objection] {
    var objections = round.objections + Written.text(round.title, .title, limit: 200)
    let (code, existence) = try UnitStore(db: db).existence(round.unit)
    if existence?.contains(round.counted) != true {
      let refusal = Refusal.unitAbsent(unit: code, exists: existence, needed: Span(open: round.counted))
      objections.append(Objection(.day, refusal))
      return objections
    }
    // Nobody is reviewed twice over the same time: no other round reaches the unit, or is held below it.
    let twin: Int64? = try db.value(
      """
      SELECT t.round FROM review_round t JOIN ancestry a
        ON ((a.unit = \(round.unit) AND a.ancestor = t.unit) OR (a.ancestor = \(round.unit) AND a.unit = t.unit))
        AND \(asOf("a", AsOf(round.counted)))
      WHERE t.round <> \(round.key) AND \(known("t")) AND t.term = \(round.term)
        AND t.begins < \(round.days.end ?? round.counted) AND t.ends > \(round.days.start) LIMIT 1
      """
    )
    if twin != nil { objections.append(Objection(.from, .alreadyThere)) }
    return objections
  }
}
