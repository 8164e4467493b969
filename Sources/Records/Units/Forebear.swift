package import Basics
package import Rules
import Storage

/// A unit from which another goes on.
package struct Forebear: Hashable, Sendable {
  package let unit: ID<Unit>
  /// The day on which something of it passed on.
  package let day: CivilDate
  /// Whether others took over from it as well, or it lives on itself.
  package let isShared: Bool
  /// Whether it went on itself: it gave a part away.
  package let lives: Bool
}

extension TreeStore {
  /// All units a unit goes on from, through every merger and division up to a day, those it took over from first.
  package func forebears(
    of unit: ID<Unit>,
    until day: CivilDate? = nil,
    _ knowledge: Knowledge = .now
  ) throws -> [Forebear] {
    var found: [Forebear] = []
    var (heirs, shared): ([ID<Unit>], Set<ID<Unit>>) = ([unit], [])
    while !heirs.isEmpty {
      let list = SQL.join(heirs.map { "\($0)" as SQL }, ", ")
      let until: SQL = day.map { "l.start_on <= \($0)" } ?? "1 = 1"
      let generation = try db.rows(
        """
        SELECT l.unit, l.start_on, l.successor,
          (SELECT count(*) FROM lineage o WHERE o.unit = l.unit AND \(known("o", knowledge))),
          (SELECT count(*) FROM unit_kind k WHERE k.unit = l.unit AND \(known("k", knowledge))
            AND k.start_on <= l.start_on AND (k.end_on IS NULL OR k.end_on > l.start_on))
        FROM lineage l WHERE l.successor IN (\(list)) AND \(known("l", knowledge)) AND \(until)
        ORDER BY l.start_on, l.unit, l.successor
        """
      ) { row in
        let (heir, heirs): (ID<Unit>, Int) = (try row[2], try row[3])
        let lives = try row[4] as Int > 0
        return Forebear(
          unit: try row[0],
          day: try row[1],
          isShared: heirs > 1 || lives || shared.contains(heir),
          lives: lives
        )
      }
      var new: [Forebear] = []
      for forebear in generation where forebear.unit != unit {
        if !(found + new).contains(where: { $0.unit == forebear.unit }) { new.append(forebear) }
      }
      found += new
      heirs = new.map(\.unit)
      shared.formUnion(new.filter(\.isShared).map(\.unit))
    }
    return found
  }
}
