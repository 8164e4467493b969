package import Basics
import Rules
package import Storage

/// Something recorded that has not begun, or not ended, yet: until its day it can be withdrawn.
package struct Plan: Hashable, Sendable {
  package let day: CivilDate
  package let subject: Subject
  package let fact: Dated<FactValue>
  /// Whether it begins on the day; else it ends on it.
  package let begins: Bool
  /// The entry that recorded it.
  package let entry: Int64
  package let decision: FiledDecision?
}

/// Tells what takes effect next.
package struct PlanStore {
  let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// What is known to begin or end after a day, the nearest first.
  ///
  /// `limit`: no more than so many of each kind of fact.
  package func plans(after today: CivilDate, limit: Int = 500) throws -> [Plan] {
    var plans: [Plan] = []
    for told in ToldTable.all {
      let table = told.table.name
      try db.each(
        """
        SELECT t.id, \(told.column), t.start_on, t.end_on, \(told.values), x.day, x.entry, e.decision
        FROM takes_effect x
        JOIN \(name: table) t ON t.recorded = x.entry AND \(known("t")) AND (t.start_on = x.day OR t.end_on = x.day)
        JOIN entry e ON e.seq = x.entry
        WHERE x.day > \(today) ORDER BY x.day, x.entry, t.id LIMIT \(limit)
        """
      ) { row in
        guard let span = Span(from: try row[2], until: try row[3]) else {
          throw StorageError.unreadable("span")
        }
        let last = 4 + told.width
        let day: CivilDate = try row[last]
        plans.append(
          Plan(
            day: day,
            subject: told.subject(try row[1]),
            fact: Dated(try told.value(row), span),
            begins: span.start == day,
            entry: try row[last + 1],
            decision: try (row[last + 2] as ID<Decision>?).flatMap { try DecisionStore(db: db).decision($0) }
          )
        )
      }
    }
    return plans.sorted { ($0.day, $0.entry) < ($1.day, $1.entry) }
  }
}
