package import Basics
import Rules
import Storage

/// Two people who may be one: somebody who was here, and somebody who came.
///
/// A human decides.
package struct AlikePeople: Hashable, Sendable {
  /// Why they may be one.
  package enum Reason: String, Hashable, Sendable, Comparable {
    case code, card, identifier, birth

    package static func < (one: Reason, other: Reason) -> Bool { one.rank < other.rank }

    private var rank: Int { [Reason.code, .card, .identifier, .birth].firstIndex(of: self) ?? 0 }
  }

  package struct Someone: Hashable, Sendable {
    package let code: String
    package let name: String
    package let born: LooseDate?
    /// The unit they belong to, or belonged to last.
    package let unit: String?
  }

  package let reasons: [Reason]
  package let here: Someone
  package let there: Someone

  /// No more pairs are looked for by one reason: whoever has more looks for what went wrong before.
  static let limit = 5_000
}

/// Looks for those who may be the same person, among all who came by one entry and all who were here.
struct AlikeSearch {
  let work: Work

  private struct Pair: Hashable {
    let here: ID<Person>
    let there: ID<Person>
  }

  /// The pairs, the surest first; those with the same code or identifier are known from writing.
  func run(_ rows: AbsorbedRows) throws -> [AlikePeople] {
    var found: [Pair: Set<AlikePeople.Reason>] = [:]
    for (here, there) in rows.sameCodes { found[Pair(here: here, there: there), default: []].insert(.code) }
    for (here, there) in rows.sameIdentifiers {
      found[Pair(here: here, there: there), default: []].insert(.identifier)
    }
    for (condition, reason) in AlikeSearch.clues {
      try work.db.each(
        """
        SELECT DISTINCT b.person, a.person FROM particulars a
        JOIN particulars b ON \(condition) AND b.recorded < \(work.entry) AND \(known("b"))
        WHERE a.recorded = \(work.entry) AND \(known("a"))
        ORDER BY a.person, b.person LIMIT \(AlikePeople.limit)
        """
      ) { row in
        found[Pair(here: try row[0], there: try row[1]), default: []].insert(reason)
      }
    }
    return try told(found)
  }

  /// The same card; or the same name, tones and all, and the same birth as far as it is known.
  private static let clues: [(condition: SQL, reason: AlikePeople.Reason)] = [
    ("b.card = a.card AND b.card IS NOT NULL", .card),
    ("b.born = a.born AND b.search_key = a.search_key AND b.sort_key = a.sort_key", .birth),
  ]

  private func told(_ found: [Pair: Set<AlikePeople.Reason>]) throws -> [AlikePeople] {
    let people = Set(found.keys.flatMap { [$0.here, $0.there] }).sorted()
    var known: [ID<Person>: AlikePeople.Someone] = [:]
    let names = NameStore(db: work.db)
    for few in people.chunks(of: LifeBatch.size).map(Array.init) {
      let (codes, homes) = (try names.codes(of: few), try names.homes(of: few, today: work.today))
      let particulars = try names.particulars(of: few, .now)
      for person in few {
        let said = particulars[person]?.value(around: work.today)
        known[person] = AlikePeople.Someone(
          code: codes[person] ?? "",
          name: said?.name ?? "",
          born: said?.born,
          unit: try homes[person].flatMap { try UnitStore(db: work.db).code(of: $0) }
        )
      }
    }
    let pairs = found.compactMap { pair, reasons -> AlikePeople? in
      guard let here = known[pair.here], let there = known[pair.there] else { return nil }
      return AlikePeople(reasons: reasons.sorted(), here: here, there: there)
    }
    return pairs.sorted { one, other in
      guard let first = one.reasons.first, let second = other.reasons.first, first != second else {
        return (one.there.code, one.here.code) < (other.there.code, other.here.code)
      }
      return first < second
    }
  }
}
