package import Basics
package import Rules
package import Storage

extension HandoverItem.Kind: Coded {}

/// A line of the handover ledger, with the names of who signed.
package struct HandoverLine: Hashable, Sendable {
  package let id: ID<FactMark>
  package let item: HandoverItem
  package let giverName: String?
  package let receiverName: String?
  package let giver: ID<Unit>?
  package let receiver: ID<Unit>?
  package let givenBy: String?
  package let receivedBy: String?
}

/// How many lines of a ledger stand where.
package struct HandoverCounts: Hashable, Sendable {
  package var waiting = 0
  package var given = 0
  package var received = 0

  package var all: Int { waiting + given + received }

  package init() {}

  package init(_ states: [HandoverItem.State]) {
    waiting = states.count { $0 == .waiting }
    given = states.count { $0 == .given }
    received = states.count { $0 == .received }
  }
}

/// Reads the handover ledger of a plan and writes what changes in it.
package struct HandoverStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  static let columns: SQL = """
    t.unit, t.plan, t.kind, t.what, t.number, t.giver, t.receiver, t.answerable, t.given_on, t.given_by,
    t.received_on, t.received_by
    """
  static let width = 12

  static func item(_ row: Row, from first: Int) throws -> HandoverItem {
    let (given, received): (CivilDate?, CivilDate?) = (try row[first + 8], try row[first + 10])
    let (giver, receiver): (ID<Account>?, ID<Account>?) = (try row[first + 9], try row[first + 11])
    return HandoverItem(
      unit: try row[first],
      plan: try row[first + 1],
      kind: try row[first + 2],
      what: try row[first + 3],
      count: try row[first + 4],
      giver: try row[first + 5],
      receiver: try row[first + 6],
      answerable: try row[first + 7],
      given: given.map { HandoverItem.Signature(giver, $0) },
      received: received.map { HandoverItem.Signature(receiver, $0) }
    )
  }

  private static func row(_ item: HandoverItem) -> [SQLValue] {
    [
      item.unit.sqlValue, item.plan.sqlValue, item.kind.sqlValue, item.what.sqlValue, item.count.sqlValue,
      item.giver.sqlValue, item.receiver.sqlValue, item.answerable.sqlValue, (item.given?.day).sqlValue,
      (item.given?.account).sqlValue, (item.received?.day).sqlValue, (item.received?.account).sqlValue,
    ]
  }

  /// How many lines the ledger of a plan has, by how far they are.
  package func counts(of plan: ID<FactMark>) throws -> HandoverCounts {
    var counts = HandoverCounts()
    try db.each(
      """
      SELECT CASE WHEN t.received_on IS NOT NULL THEN 2 WHEN t.given_on IS NOT NULL THEN 1 ELSE 0 END, count(*)
      FROM handover t WHERE t.plan = \(plan) AND \(known("t")) GROUP BY 1
      """
    ) { row in
      switch try row[0] as Int {
      case 0: counts.waiting = try row[1]
      case 1: counts.given = try row[1]
      default: counts.received = try row[1]
      }
    }
    return counts
  }

  /// Some of the lines of a plan, those that are least far first.
  package func lines(of plan: ID<FactMark>, _ range: Range<Int>) throws -> [HandoverLine] {
    guard !range.isEmpty else { return [] }
    return try lines(
      """
      t.plan = \(plan) AND \(known("t"))
      ORDER BY CASE WHEN t.received_on IS NOT NULL THEN 2 WHEN t.given_on IS NOT NULL THEN 1 ELSE 0 END,
        t.giver, t.receiver, t.kind, t.id LIMIT \(range.count) OFFSET \(range.lowerBound)
      """
    )
  }

  /// The lines that some units, and those below them, give or receive.
  package func lines(
    of plan: ID<FactMark>,
    under units: [ID<Unit>],
    on day: CivilDate
  ) throws -> [HandoverLine] {
    guard !units.isEmpty else { return [] }
    let list = SQL.join(units.map { "\($0)" }, ", ")
    let below: SQL = """
      SELECT a.unit FROM ancestry a WHERE a.ancestor IN (\(list)) AND \(asOf("a", AsOf(day)))
      """
    return try lines(
      """
      t.plan = \(plan) AND \(known("t"))
        AND (g.id IN (\(list)) OR r.id IN (\(list)) OR g.id IN (\(below)) OR r.id IN (\(below)))
      ORDER BY t.giver, t.receiver, t.kind, t.id LIMIT 200
      """
    )
  }

  /// One line.
  package func line(_ id: ID<FactMark>) throws -> HandoverLine? {
    try lines("t.id = \(id) AND \(known("t"))").first
  }

  /// What is wanted of the lines stands in `rest`, which says as known when.
  private func lines(_ rest: SQL) throws -> [HandoverLine] {
    // any knowledge: a unit is called what it was called last, also one that has ended
    try db.rows(
      """
      SELECT t.id, \(HandoverStore.columns), g.id, r.id,
        (SELECT n.name FROM unit_name n WHERE n.unit = g.id AND n.superseded IS NULL
          ORDER BY n.start_on DESC LIMIT 1),
        (SELECT n.name FROM unit_name n WHERE n.unit = r.id AND n.superseded IS NULL
          ORDER BY n.start_on DESC LIMIT 1),
        a.display_name, b.display_name
      FROM handover t LEFT JOIN unit g ON g.code = t.giver LEFT JOIN unit r ON r.code = t.receiver
      LEFT JOIN account a ON a.id = t.given_by LEFT JOIN account b ON b.id = t.received_by
      WHERE \(rest)
      """
    ) { row in
      HandoverLine(
        id: try row[0],
        item: try HandoverStore.item(row, from: 1),
        giverName: try row[15],
        receiverName: try row[16],
        giver: try row[13],
        receiver: try row[14],
        givenBy: try row[17],
        receivedBy: try row[18]
      )
    }
  }

  /// Who is secretary of each of some units on a day, by the unit's code.
  func secretaries(on day: CivilDate, _ knowledge: Knowledge) throws -> [String: String] {
    var names: [String: String] = [:]
    try db.each(
      """
      SELECT u.code, p.name FROM post h JOIN unit u ON u.id = h.unit
      JOIN particulars p ON p.person = h.person AND \(asOf("p", AsOf(day, knowledge)))
      WHERE h.post = 'secretary' AND \(asOf("h", AsOf(day, knowledge)))
      """
    ) { row in names[try row[0]] = try row[1] }
    return names
  }

  func save(_ id: ID<FactMark>, _ item: HandoverItem, isNew: Bool, from day: CivilDate, _ work: Work) throws {
    if !isNew { try work.supersede(.handover, id) }
    try work.write(.handover, id, Span(open: day), HandoverStore.row(item))
  }

  func fact(_ id: ID<FactMark>) throws -> Fact<HandoverItem>? {
    try db.first(
      """
      SELECT t.id, t.start_on, t.end_on, \(HandoverStore.columns) FROM handover t
      WHERE t.id = \(id) AND \(known("t"))
      """
    ) { row in
      guard let span = Span(from: try row[1], until: try row[2]) else {
        throw StorageError.unreadable("span")
      }
      return Fact(try HandoverStore.item(row, from: 3), span, id: try row[0])
    }
  }
}
