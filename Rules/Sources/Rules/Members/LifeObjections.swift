public import Basics

/// A fact of a life, by its place in it.
public enum Place: Hashable, Sendable {
  case term(Int)
  case affiliation(Int)
  case post(Int)
  case state(Int)
}

/// Something in a life that cannot be true, and the fact it is about.
public struct Finding: Hashable, Sendable {
  public let place: Place
  public let objection: Objection

  public init(_ place: Place, _ field: Field?, _ refusal: Refusal) {
    self.place = place
    objection = Objection(field, refusal)
  }
}

extension Life {
  /// What cannot be true in this life.
  ///
  /// A home is where a person counts: from the first one to the day of leaving there is exactly one on
  /// every day, and none outside a membership. Other ties and posts lie within a membership too. Every unit
  /// named exists on all days of the fact.
  /// `unit`: code and days of existence of a unit.
  public func findings(_ unit: (ID<Unit>) -> (code: String, existence: Span?)) -> [Finding] {
    var found = termFindings()
    found += homeFindings()
    for (index, fact) in affiliations.enumerated() {
      if let refusal = absence(of: fact.value.unit, during: fact.span, unit) {
        found.append(Finding(.affiliation(index), .unit, refusal))
      }
      if fact.value.role != .home, let refusal = stranded(fact.span) {
        found.append(Finding(.affiliation(index), .from, refusal))
      }
    }
    for (index, fact) in posts.enumerated() {
      if let refusal = stranded(fact.span) { found.append(Finding(.post(index), .from, refusal)) }
      if let refusal = absence(of: fact.value.unit, during: fact.span, unit) {
        found.append(Finding(.post(index), .unit, refusal))
      }
    }
    return found + stateFindings()
  }

  /// An exemption or suspension lies within a membership, and no two of one kind on one day.
  private func stateFindings() -> [Finding] {
    var found: [Finding] = []
    for (index, fact) in states.enumerated() {
      if let refusal = stranded(fact.span) { found.append(Finding(.state(index), .from, refusal)) }
      let isTwice = states[..<index].contains {
        $0.value.kind == fact.value.kind && $0.span.overlaps(fact.span)
      }
      if isTwice { found.append(Finding(.state(index), .from, .alreadyThere)) }
    }
    return found
  }

  /// Why a tie or a post cannot be: on some of its days the person is not a member.
  private func stranded(_ span: Span) -> Refusal? {
    if terms.contains(where: { $0.span.contains(span) }) { return nil }
    if let left = terms.first(where: { $0.span.contains(span.start) })?.span.end {
      return .homeAfterLeaving(left: left)
    }
    return .homeOutsideMembership(span)
  }

  private func absence(
    of id: ID<Unit>,
    during span: Span,
    _ unit: (ID<Unit>) -> (code: String, existence: Span?)
  ) -> Refusal? {
    let (code, existence) = unit(id)
    if let existence, existence.contains(span) { return nil }
    return .unitAbsent(unit: code, exists: existence, needed: span)
  }

  private func termFindings() -> [Finding] {
    var found: [Finding] = []
    for (index, term) in terms.enumerated() {
      let admitted = term.span.start
      for fact in particulars {
        guard let born = fact.value.born, born.earliest >= admitted else { continue }
        found.append(Finding(.term(index), .born, .bornAfterAdmission(born: born, admitted: admitted)))
        break
      }
      if let official = term.value.official {
        if official < admitted {
          let refusal = Refusal.officialBeforeAdmission(official: official, admitted: admitted)
          found.append(Finding(.term(index), .official, refusal))
        }
        if let left = term.span.end, official >= left {
          found.append(
            Finding(.term(index), .official, .officialAfterLeaving(official: official, left: left))
          )
        }
      }
      for (earlier, other) in terms.enumerated() where earlier < index && other.span.overlaps(term.span) {
        found.append(Finding(.term(index), .admitted, .overlappingMemberships(other.span, term.span)))
      }
    }
    return found
  }

  private func homeFindings() -> [Finding] {
    var found: [Finding] = []
    let homes = affiliations.indices.filter { affiliations[$0].value.role == .home }
      .sorted { affiliations[$0].span.start < affiliations[$1].span.start }
    var reached: [Int: CivilDate?] = [:]
    var previous: Int?
    for index in homes {
      let span = affiliations[index].span
      defer { previous = index }
      if let previous, affiliations[previous].span.overlaps(span) {
        found.append(
          Finding(.affiliation(index), .from, .overlappingHomes(affiliations[previous].span, span))
        )
        continue
      }
      guard let term = termIndex(ofHome: span) else {
        found.append(Finding(.affiliation(index), .from, outside(span)))
        continue
      }
      if let left = terms[term].span.end, span.end.map({ $0 > left }) ?? true {
        found.append(Finding(.affiliation(index), .until, .homeAfterLeaving(left: left)))
        reached[term] = .some(left)
        continue
      }
      if let end = reached[term], let end, end < span.start {
        found.append(Finding(.affiliation(index), .from, .gapBetweenHomes(from: end, until: span.start)))
      }
      reached[term] = .some(span.end)
    }
    for (term, end) in reached.sorted(by: { $0.key < $1.key }) {
      guard let end, end != terms[term].span.end else { continue }
      let last = homes.last { affiliations[$0].span.end == end }
      let refusal = Refusal.gapBetweenHomes(from: end, until: terms[term].span.end)
      found.append(Finding(last.map(Place.affiliation) ?? .term(term), .until, refusal))
    }
    return found
  }

  /// The membership a home begins in.
  private func termIndex(ofHome span: Span) -> Int? {
    terms.firstIndex { $0.span.contains(span.start) }
  }

  /// Why a home that begins in no membership cannot be.
  private func outside(_ span: Span) -> Refusal {
    if let next = terms.map(\.span.start).filter({ $0 > span.start }).min() {
      let earlier = terms.contains { $0.span.start <= span.start }
      if !earlier { return .homeBeforeAdmission(home: span.start, admitted: next) }
    }
    if let left = terms.compactMap(\.span.end).filter({ $0 <= span.start }).max() {
      return .homeAfterLeaving(left: left)
    }
    return .homeOutsideMembership(span)
  }
}
