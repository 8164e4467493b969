package import Basics
package import Storage

/// Up to which entry of the journal an answer knows the record.
package enum Knowledge: Hashable, Sendable {
  /// All that is known now.
  case now
  /// What had been recorded when this entry was the last.
  case entry(Int64)
}

/// The two dates of every question: when it was true, and as known when.
package struct AsOf: Hashable, Sendable {
  package var day: CivilDate
  package var knowledge: Knowledge

  package init(_ day: CivilDate, _ knowledge: Knowledge = .now) {
    self.day = day
    self.knowledge = knowledge
  }
}

/// The row called `alias` is a version that was known.
///
/// Today's knowledge and an earlier one are two texts, never one with an `OR` between them, so that each
/// has the index made for it.
package func known(_ alias: StaticString, _ knowledge: Knowledge = .now) -> SQL {
  switch knowledge {
  case .now:
    "\(name: alias).superseded IS NULL"
  case .entry(let entry):
    """
    \(name: alias).recorded <= \(entry) AND (\(name: alias).superseded IS NULL
      OR \(name: alias).superseded > \(entry))
    """
  }
}

/// The days of the row called `alias` contain `day`.
package func holds(_ alias: StaticString, on day: CivilDate) -> SQL {
  "\(name: alias).start_on <= \(day) AND (\(name: alias).end_on IS NULL OR \(name: alias).end_on > \(day))"
}

/// The row called `alias` was known, and true on the day.
package func asOf(_ alias: StaticString, _ asOf: AsOf) -> SQL {
  "\(known(alias, asOf.knowledge)) AND \(holds(alias, on: asOf.day))"
}
