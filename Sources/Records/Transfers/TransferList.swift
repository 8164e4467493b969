package import Basics
package import Rules
package import Storage

/// Which transfers of a unit and below are asked for.
package struct TransferQuestion: Hashable, Sendable {
  package enum Side: String, Hashable, Sendable, CaseIterable {
    /// Of members who leave a unit there.
    case leaving
    /// Of members who come to a unit there, as far as that side may know of them.
    case coming
  }

  package var unit: ID<Unit>
  package var side: Side
  /// Those that wait for a step; else those that are over.
  package var isPending: Bool
  package var asOf: AsOf

  package init(_ unit: ID<Unit>, _ side: Side, isPending: Bool, _ asOf: AsOf) {
    self.unit = unit
    self.side = side
    self.isPending = isPending
    self.asOf = asOf
  }
}

/// A transfer as a list shows it: how it stood on the day, with all names in it.
package struct TransferLine: Hashable, Sendable {
  package let id: ID<Transfer>
  package let request: TransferRequest
  package let step: TransferStep
  /// Since when it stands so.
  package let since: CivilDate
  package let name: String
  package let born: LooseDate?
  package let card: String?
  package let sourceName: String
  package let targetName: String?
}

/// Somebody who takes part in a unit for a time.
package struct TemporaryStay: Hashable, Sendable {
  package let person: ID<Person>
  package let name: String
  package let span: Span
  package let host: ID<Unit>
  package let hostName: String
  package let home: ID<Unit>
  package let homeName: String
  /// What it was for, when it was asked for as a transfer.
  package let event: TransferEvent?
}

/// Lists transfers: one question each, whatever their number.
package struct TransferLists {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  package func count(_ question: TransferQuestion) throws -> Int {
    try db.count("SELECT count(*) \(rows(question))")
  }

  /// Those that wait, the longest first; those that are over, the newest first.
  package func page(_ question: TransferQuestion, _ range: Range<Int>) throws -> [TransferLine] {
    let order: SQL = question.isPending ? "t.start_on, x.id" : "t.start_on DESC, x.id DESC"
    return try lines(
      rows(question),
      question.asOf,
      "ORDER BY \(order) LIMIT \(range.count) OFFSET \(range.lowerBound)"
    )
  }

  /// All transfers of a person, the newest first.
  package func transfers(of person: ID<Person>, _ asOf: AsOf) throws -> [TransferLine] {
    try lines(
      """
      FROM transfer_step t JOIN transfer x ON x.id = t.transfer
      WHERE t.person = \(person) AND \(Records.asOf("t", asOf))
      """,
      asOf,
      "ORDER BY x.asked_on DESC, x.id DESC"
    )
  }

  /// One transfer as it stands on a day; `nil` before it was asked for.
  package func line(_ transfer: ID<Transfer>, _ asOf: AsOf) throws -> TransferLine? {
    try lines(
      """
      FROM transfer_step t JOIN transfer x ON x.id = t.transfer
      WHERE t.transfer = \(transfer) AND \(Records.asOf("t", asOf))
      """,
      asOf,
      ""
    ).first
  }

  private func rows(_ question: TransferQuestion) -> SQL {
    let asOf = question.asOf
    let (column, states): (SQL, SQL) =
      switch (question.side, question.isPending) {
      case (.leaving, true): ("x.source", "t.state IN ('asked', 'sent')")
      case (.leaving, false): ("x.source", "t.state NOT IN ('asked', 'sent')")
      case (.coming, true): ("x.target", "(t.state = 'sent' OR t.state = 'asked' AND x.asker = 'target')")
      // What was given up before a letter went out, the other side never knew.
      case (.coming, false):
        ("x.target", "t.state NOT IN ('asked', 'sent') AND (t.sent_on IS NOT NULL OR x.asker = 'target')")
      }
    return """
      FROM transfer_step t JOIN transfer x ON x.id = t.transfer
      JOIN ancestry a ON a.unit = \(column) AND a.ancestor = \(question.unit) AND \(Records.asOf("a", asOf))
      WHERE \(Records.asOf("t", asOf)) AND \(states)
      """
  }

  private func lines(_ rows: SQL, _ asOf: AsOf, _ order: SQL) throws -> [TransferLine] {
    try db.rows(
      """
      SELECT x.id, t.start_on, \(TransferStore.request), \(TransferStore.step),
        (SELECT n.name FROM particulars n WHERE n.person = x.person AND \(known("n", asOf.knowledge))
          ORDER BY n.start_on DESC LIMIT 1),
        (SELECT n.born FROM particulars n WHERE n.person = x.person AND \(known("n", asOf.knowledge))
          ORDER BY n.start_on DESC LIMIT 1),
        (SELECT n.card FROM particulars n WHERE n.person = x.person AND \(known("n", asOf.knowledge))
          ORDER BY n.start_on DESC LIMIT 1),
        (SELECT m.name FROM unit_name m WHERE m.unit = x.source AND \(known("m", asOf.knowledge))
          ORDER BY m.start_on DESC LIMIT 1),
        (SELECT m.name FROM unit_name m WHERE m.unit = x.target AND \(known("m", asOf.knowledge))
          ORDER BY m.start_on DESC LIMIT 1)
      \(rows) \(order)
      """
    ) { row in
      TransferLine(
        id: try row[0],
        request: try TransferStore.request(row, at: 2),
        step: try TransferStore.step(row, at: 13),
        since: try row[1],
        name: try (row[18] as String?) ?? "",
        born: try row[19],
        card: try row[20],
        sourceName: try (row[21] as String?) ?? "",
        targetName: try row[22]
      )
    }
  }
}

extension TransferLists {
  /// How many take part for a time in a unit or below, wherever their home is.
  package func stayCount(in unit: ID<Unit>, _ asOf: AsOf) throws -> Int {
    try db.count("SELECT count(*) \(stayRows(unit, asOf))")
  }

  /// Those who do, the first to end first; those without an end last.
  package func stays(in unit: ID<Unit>, _ asOf: AsOf, _ range: Range<Int>) throws -> [TemporaryStay] {
    try db.rows(
      """
      SELECT f.person, f.start_on, f.end_on, f.unit, r.unit,
        (SELECT n.name FROM particulars n WHERE n.person = f.person AND \(known("n", asOf.knowledge))
          ORDER BY n.start_on DESC LIMIT 1),
        (SELECT m.name FROM unit_name m WHERE m.unit = f.unit AND \(Records.asOf("m", asOf)) LIMIT 1),
        (SELECT m.name FROM unit_name m WHERE m.unit = r.unit AND \(Records.asOf("m", asOf)) LIMIT 1),
        (SELECT x.event FROM transfer_step t JOIN transfer x ON x.id = t.transfer
          WHERE t.person = f.person AND t.state = 'received' AND x.kind = 'temporary' AND t.start_on = f.start_on
            AND \(known("t", asOf.knowledge)) LIMIT 1)
      \(stayRows(unit, asOf))
      ORDER BY CASE WHEN f.end_on IS NULL THEN 1 ELSE 0 END, f.end_on, r.sort_key, f.person, f.id
      LIMIT \(range.count) OFFSET \(range.lowerBound)
      """
    ) { row in
      guard let span = Span(from: try row[1], until: try row[2]) else {
        throw StorageError.unreadable("span")
      }
      return TemporaryStay(
        person: try row[0],
        name: try (row[5] as String?) ?? "",
        span: span,
        host: try row[3],
        hostName: try (row[6] as String?) ?? "",
        home: try row[4],
        homeName: try (row[7] as String?) ?? "",
        event: try row[8]
      )
    }
  }

  private func stayRows(_ unit: ID<Unit>, _ asOf: AsOf) -> SQL {
    """
    FROM ancestry a JOIN affiliation f ON f.unit = a.unit AND f.role = 'temporary'
    JOIN roll r ON r.person = f.person AND \(Records.asOf("r", asOf))
    WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf)) AND \(Records.asOf("f", asOf))
    """
  }
}
