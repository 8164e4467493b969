package import Basics
package import Rules
package import Storage

/// A resolution as a register names it.
package struct ResolutionLine: Hashable, Sendable {
  package let fact: Fact<Resolution>
  package let unitName: String

  package var resolution: Resolution { fact.value }
}

/// A unit that a resolution was sent to, as its names stand on the day, with all it said.
package struct CascadeLine: Hashable, Sendable {
  package let resolution: ID<FactMark>
  package let unit: ID<Unit>
  package let unitName: String
  package var answer: CascadeAnswer
}

/// Which resolutions a question is about.
package enum CascadeQuestion: Hashable, Sendable {
  case of(ID<FactMark>)
  case sentBy(ID<Unit>)
  case sentTo(ID<Unit>)
  /// Those sent to a unit and to the units below it.
  case sentBelow(ID<Unit>)
}

/// Reads resolutions and to whom they were sent: each list one question.
package struct ResolutionStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// A resolution as somebody sees to it on a day, or, once nobody does, as it was last.
  package func resolution(_ key: ID<FactMark>, _ asOf: AsOf) throws -> ResolutionLine? {
    try facts(key, asOf.knowledge).last { $0.fact.span.start <= asOf.day }
  }

  /// All who saw to a resolution one after the other.
  package func facts(_ key: ID<FactMark>, _ knowledge: Knowledge = .now) throws -> [ResolutionLine] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(Resolution.columns), (
        SELECT max(n.name) FROM unit_name n WHERE n.unit = t.unit AND \(known("n", knowledge))
          AND n.start_on <= t.start_on AND (n.end_on IS NULL OR n.end_on > t.start_on))
      FROM resolution t WHERE t.resolution = \(key) AND \(known("t", knowledge)) ORDER BY t.start_on, t.id
      """
    ) { try ResolutionStore.line($0) }
  }

  /// The resolutions of a unit on a day, the newest first.
  package func own(of unit: ID<Unit>, _ asOf: AsOf) throws -> [ResolutionLine] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(Resolution.columns), ''
      FROM resolution t WHERE t.unit = \(unit) AND \(Records.asOf("t", asOf)) ORDER BY t.start_on DESC, t.id DESC
      """
    ) { try ResolutionStore.line($0) }
  }

  /// The resolutions that were sent to a unit by a day.
  package func received(by unit: ID<Unit>, _ asOf: AsOf) throws -> [ResolutionLine] {
    try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(Resolution.columns), n.name
      FROM resolution t
      LEFT JOIN unit_name n ON n.unit = t.unit AND \(Records.asOf("n", asOf))
      WHERE \(Records.asOf("t", asOf)) AND EXISTS (
        SELECT 1 FROM resolution_sent s
        WHERE s.resolution = t.resolution AND s.unit = \(unit) AND \(Records.asOf("s", asOf)))
      ORDER BY t.start_on DESC, t.id DESC
      """
    ) { try ResolutionStore.line($0) }
  }

  /// The resolutions that units in and below one made to carry out another: whose, and since when.
  package func links(below unit: ID<Unit>, _ asOf: AsOf) throws -> [ResolutionLink] {
    try db.rows(
      """
      SELECT t.resolution, t.unit, t.parent, t.start_on
      FROM ancestry a
      JOIN resolution t ON t.unit = a.unit AND t.parent IS NOT NULL AND \(Records.asOf("t", asOf))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
      """
    ) { ResolutionLink(resolution: try $0[0], unit: try $0[1], parent: try $0[2], since: try $0[3]) }
  }

  /// Whether a resolution may be carried out by a unit: it is its own, that of a unit above, or was sent to it.
  package func concerns(_ key: ID<FactMark>, _ unit: ID<Unit>, on day: CivilDate) throws -> Bool {
    try db.exists(
      """
      SELECT 1 FROM resolution t
      JOIN ancestry a ON a.ancestor = t.unit AND a.unit = \(unit) AND \(asOf("a", AsOf(day)))
      WHERE t.resolution = \(key) AND \(known("t"))
      UNION ALL
      SELECT 1 FROM resolution_sent s WHERE s.resolution = \(key) AND s.unit = \(unit) AND \(known("s"))
      """
    )
  }

  /// The units in and below some.
  package func reached(below units: [ID<Unit>], _ asOf: AsOf) throws -> Set<ID<Unit>> {
    var found: Set<ID<Unit>> = []
    for unit in units {
      try db.each(
        "SELECT a.unit FROM ancestry a WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))"
      ) { row in found.insert(try row[0]) }
    }
    return found
  }

  /// Whether a resolution was sent to a unit in or below one of these.
  package func wasSent(_ key: ID<FactMark>, below units: [ID<Unit>], _ asOf: AsOf) throws -> Bool {
    try units.contains { unit in
      try db.exists(
        """
        SELECT 1 FROM resolution_sent s
        JOIN ancestry a ON a.unit = s.unit AND a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
        WHERE s.resolution = \(key) AND \(known("s", asOf.knowledge))
        """
      )
    }
  }

  /// The resolutions and tasks of a unit sent on to somebody who has since taken over.
  func sent(_ key: ID<FactMark>, to unit: ID<Unit>? = nil) throws -> [Fact<ResolutionSent>] {
    let narrowed: SQL = unit.map { "t.unit = \($0)" } ?? "1 = 1"
    return try db.rows(
      """
      SELECT t.id, t.start_on, t.end_on, \(ResolutionSent.columns) FROM resolution_sent t
      WHERE t.resolution = \(key) AND \(narrowed) AND \(known("t")) ORDER BY t.start_on, t.id
      """
    ) { row in try MeetingStore.fact(row) { try ResolutionSent($0, from: 3) } }
  }

  static func line(_ row: Row) throws -> ResolutionLine {
    let fact = try MeetingStore.fact(row) { try Resolution($0, from: 3) }
    let name: String? = try row[3 + Resolution.width]
    return ResolutionLine(fact: fact, unitName: name ?? "")
  }
}

/// That a unit made a resolution to carry out another.
package struct ResolutionLink: Hashable, Sendable {
  package let resolution: ID<FactMark>
  package let unit: ID<Unit>
  package let parent: ID<FactMark>
  package let since: CivilDate
}
