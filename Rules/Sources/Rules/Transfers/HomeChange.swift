public import Basics

extension Life {
  /// Moves the home to another unit from a day on, for as long as the home of that day would have lasted.
  /// - Throws: `Refused` when there is no home that day, when it is there already, or when the next one would be
  ///   that very unit.
  public mutating func moveHome(to unit: ID<Unit>, on day: CivilDate, cited: String?) throws(Refused) {
    guard let index = affiliations.firstIndex(where: { $0.value.role == .home && $0.span.contains(day) })
    else {
      throw Refused(.day, .notAMember(on: day))
    }
    if affiliations[index].value.unit == unit { throw Refused(.unit, .alreadyThere) }
    let home = affiliations[index]
    if let next = affiliations.first(where: { $0.value.role == .home && $0.span.start > day }),
      next.span.start == home.span.end, next.value.unit == unit
    {
      throw Refused(.day, .laterFact(.init(.home, next.span)))
    }
    let moved = Affiliation(unit, .home)
    if let before = home.span.cut(at: day), let after = Span(from: day, until: home.span.end) {
      affiliations[index].span = before
      affiliations.append(Fact(moved, after, cited: cited))
    } else if let before = affiliations.firstIndex(where: { $0.value == moved && $0.span.end == day }),
      let joined = Span(from: affiliations[before].span.start, until: home.span.end)
    {
      // On the very day they came, back to where they came from: they never went.
      affiliations[before].span = joined
      affiliations.remove(at: index)
    } else {
      // On the very day the home began: it is another home from the start.
      affiliations[index].value = moved
      affiliations[index].cited = cited
      affiliations[index].line = nil
    }
  }
}
