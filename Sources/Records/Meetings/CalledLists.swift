package import Basics
package import Rules
package import Storage

/// Who was called at the meetings of a cell on the days of a stretch.
///
/// Who is on the list is asked anew only where somebody came, went, was excused or came back meanwhile: a year of a
/// cell is a handful of questions.
package final class CalledLists {
  private let db: any Connection
  private let unit: ID<Unit>
  /// The days on which the list may be another than on the day before.
  private let turns: [CivilDate]
  private var lists: [Int: [AttendeeLine]] = [:]

  package init(_ unit: ID<Unit>, _ period: Period, _ db: any Connection) throws {
    self.db = db
    self.unit = unit
    turns = try CalledLists.turns(of: unit, period, db)
  }

  package func list(on day: CivilDate) throws -> [AttendeeLine] {
    let stretch = turns.count { $0 <= day }
    if let known = lists[stretch] { return known }
    let list = try AttendeeStore(db: db).list(of: unit, AsOf(day))
    lists[stretch] = list
    return list
  }

  private static func turns(
    of unit: ID<Unit>,
    _ period: Period,
    _ db: any Connection
  ) throws -> [CivilDate] {
    // Everybody who was at home in the cell or took part in it on any day.
    var days: Set<CivilDate> = []
    try db.each(
      """
      SELECT a.start_on, a.end_on FROM ancestry a WHERE a.ancestor = \(unit) AND \(known("a"))
      UNION SELECT r.start_on, r.end_on FROM ancestry a
      JOIN roll r ON r.unit = a.unit AND \(known("r"))
      WHERE a.ancestor = \(unit) AND \(known("a"))
      UNION SELECT s.start_on, s.end_on FROM ancestry a
      JOIN roll r ON r.unit = a.unit AND \(known("r"))
      JOIN member_state s ON s.person = r.person AND \(known("s"))
      WHERE a.ancestor = \(unit) AND \(known("a"))
      UNION SELECT f.start_on, f.end_on FROM ancestry a
      JOIN roll r ON r.unit = a.unit AND \(known("r"))
      JOIN affiliation f ON f.person = r.person AND f.role = 'temporary' AND \(known("f"))
      WHERE a.ancestor = \(unit) AND \(known("a"))
      UNION SELECT f.start_on, f.end_on FROM ancestry a
      JOIN affiliation f ON f.unit = a.unit AND f.role IN ('temporary', 'host') AND \(known("f"))
      WHERE a.ancestor = \(unit) AND \(known("a"))
      UNION SELECT r.start_on, r.end_on FROM ancestry a
      JOIN affiliation f ON f.unit = a.unit AND f.role IN ('temporary', 'host') AND \(known("f"))
      JOIN roll r ON r.person = f.person AND \(known("r"))
      WHERE a.ancestor = \(unit) AND \(known("a"))
      """
    ) { row in
      let (start, end): (CivilDate, CivilDate?) = (try row[0], try row[1])
      for turn in [start, end].compactMap(\.self) where turn > period.from && turn < period.until {
        days.insert(turn)
      }
    }
    return days.sorted()
  }
}
