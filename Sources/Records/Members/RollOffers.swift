package import Basics
package import Rules
import Storage

/// The values by which a roll can be narrowed, as they occur on it.
package struct RollOffers: Hashable, Sendable {
  package var ethnicities: [String]
  package var posts: [String]
}

extension RollStore {
  /// The ethnicities and posts that occur among the members of a unit and below on the day, the most
  /// frequent first.
  package func offers(_ unit: ID<Unit>, _ asOf: AsOf) throws -> RollOffers {
    let ethnicities: [String] = try db.rows(
      """
      SELECT r.ethnicity, count(*) AS number FROM ancestry a JOIN roll r ON r.unit = a.unit
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf)) AND \(Records.asOf("r", asOf))
        AND r.ethnicity IS NOT NULL
      GROUP BY r.ethnicity ORDER BY number DESC, r.ethnicity LIMIT 60
      """
    ) { try $0[0] }
    let posts: [String] = try db.rows(
      """
      SELECT h.post, count(*) AS number FROM ancestry a JOIN post h ON h.unit = a.unit
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf)) AND \(Records.asOf("h", asOf))
      GROUP BY h.post ORDER BY number DESC, h.post LIMIT 60
      """
    ) { try $0[0] }
    return RollOffers(ethnicities: ethnicities, posts: posts)
  }
}
