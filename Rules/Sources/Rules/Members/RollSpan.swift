public import Basics

/// How a stay on a unit's roll began.
public enum Arrival: String, Hashable, Sendable, CaseIterable {
  case admitted
  /// Admitted a second time.
  case readmitted
  /// Already a member elsewhere, or earlier than homes are known.
  case takenOver
  /// From another unit of this record.
  case transferred
  /// The same stay, after a particular changed.
  case continued
}

/// One stay on the roll of one unit: a home with what the roll needs of the person on those days.
///
/// Derived from the person's life, never entered; every members figure and the roll read it.
public struct RollSpan: Hashable, Sendable {
  public var span: Span
  public var unit: ID<Unit>
  public var membership: ID<Membership>?
  public var admitted: CivilDate
  public var official: CivilDate?
  public var sex: Sex?
  public var born: LooseDate?
  public var ethnicity: String?
  public var name: String
  public var arrival: Arrival
  /// Why the stay ended for good; `nil` while it goes on, or when another home follows.
  public var reason: LeavingReason?

  public init(
    span: Span,
    unit: ID<Unit>,
    membership: ID<Membership>?,
    admitted: CivilDate,
    official: CivilDate?,
    sex: Sex?,
    born: LooseDate?,
    ethnicity: String?,
    name: String,
    arrival: Arrival,
    reason: LeavingReason?
  ) {
    self.span = span
    self.unit = unit
    self.membership = membership
    self.admitted = admitted
    self.official = official
    self.sex = sex
    self.born = born
    self.ethnicity = ethnicity
    self.name = name
    self.arrival = arrival
    self.reason = reason
  }
}

extension Life {
  /// The stays on the roll that follow from this life.
  public func rollSpans() -> [RollSpan] {
    var result: [RollSpan] = []
    let homes = affiliations.filter { $0.value.role == .home }.sorted { $0.span.start < $1.span.start }
    let ordered = terms.sorted { $0.span.start < $1.span.start }
    for (ordinal, term) in ordered.enumerated() {
      var isFirst = true
      for home in homes where term.span.contains(home.span.start) {
        let arrival: Arrival =
          if !isFirst {
            .transferred
          } else if home.span.start > term.span.start {
            .takenOver
          } else {
            ordinal == 0 ? .admitted : .readmitted
          }
        isFirst = false
        let leaves = home.span.end != nil && home.span.end == term.span.end
        let reason = leaves ? (term.value.reason ?? .left) : nil
        result += stays(home: home, term: term, arrival: arrival, reason: reason)
      }
    }
    return result
  }

  /// A home cut where a particular changes on one of its days.
  private func stays(
    home: Fact<Affiliation>,
    term: Fact<Term>,
    arrival: Arrival,
    reason: LeavingReason?
  ) -> [RollSpan] {
    let pieces = particulars.compactMap { fact in
      home.span.intersection(fact.span).map { Dated(fact.value, $0) }
    }.joined()
    return pieces.enumerated().map { index, piece in
      RollSpan(
        span: piece.span,
        unit: home.value.unit,
        membership: term.value.membership,
        admitted: term.span.start,
        official: term.value.official,
        sex: piece.value.sex,
        born: piece.value.born,
        ethnicity: piece.value.ethnicity,
        name: piece.value.name,
        arrival: index == 0 ? arrival : .continued,
        reason: index == pieces.count - 1 ? reason : nil
      )
    }
  }
}
