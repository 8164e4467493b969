package import Basics
package import Rules
package import Storage

/// A meeting that somebody who follows the cell was to come to, and whether they did.
package struct VisitLine: Hashable, Sendable {
  package let meeting: ID<FactMark>
  package let day: CivilDate
  package let kind: MeetingKind
  package let unit: ID<Unit>
  package let unitName: String
  package let follower: ID<Person>
  package let followerName: String
  package let state: VisitState
}

/// Which meetings a count or a list of visits is about: of cells below a unit or of one follower, over a period.
package struct VisitQuestion: Hashable, Sendable {
  package enum Scope: Hashable, Sendable {
    case below(ID<Unit>)
    case person(ID<Person>)
  }

  package var scope: Scope
  package var period: Period
  package var asOf: AsOf
  package var follower: ID<Person>?
  package var unit: ID<Unit>?
  package var figure: VisitFigure

  package init(
    _ scope: Scope,
    _ period: Period,
    _ asOf: AsOf,
    follower: ID<Person>? = nil,
    unit: ID<Unit>? = nil,
    _ figure: VisitFigure = .assigned
  ) {
    self.scope = scope
    self.period = period
    self.asOf = asOf
    self.follower = follower
    self.unit = unit
    self.figure = figure
  }
}

/// How many meetings somebody was to come to in one cell, by what became of them.
package struct VisitCount: Hashable, Sendable {
  package let follower: ID<Person>
  package let followerName: String
  package let unit: ID<Unit>
  package let unitName: String
  package let state: VisitState
  package let count: Int
}

/// Counts and lists the meetings that followers were to come to: those held while they followed the cell.
///
/// The cells are those of the day asked about; a committee's own preparation is none of them.
package struct VisitStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// How many there are by follower, cell and what became of them.
  package func counts(_ question: VisitQuestion) throws -> [VisitCount] {
    let asOf = question.asOf
    return try db.rows(
      """
      SELECT v.follower, \(VisitStore.person(asOf)), v.unit, \(VisitStore.unit(asOf)), v.state, count(*)
      FROM (\(VisitStore.source(question))) v WHERE \(VisitStore.condition(question))
      GROUP BY v.follower, v.unit, v.state ORDER BY v.follower, v.unit, v.state
      """
    ) { row in
      let (follower, unit): (String?, String?) = (try row[1], try row[3])
      return VisitCount(
        follower: try row[0],
        followerName: follower ?? "",
        unit: try row[2],
        unitName: unit ?? "",
        state: try row[4],
        count: try row[5]
      )
    }
  }

  package func count(_ question: VisitQuestion) throws -> Int {
    try db.value(
      "SELECT count(*) FROM (\(VisitStore.source(question))) v WHERE \(VisitStore.condition(question))"
    ) ?? 0
  }

  /// The meetings themselves, the newest first: a stretch of them.
  package func lines(_ question: VisitQuestion, from first: Int = 0, limit: Int) throws -> [VisitLine] {
    let asOf = question.asOf
    return try db.rows(
      """
      SELECT v.meeting, v.day, v.kind, v.unit, \(VisitStore.unit(asOf)), v.follower, \(VisitStore.person(asOf)),
        v.state
      FROM (\(VisitStore.source(question))) v WHERE \(VisitStore.condition(question))
      ORDER BY v.day DESC, v.meeting, v.follower LIMIT \(limit) OFFSET \(first)
      """
    ) { row in
      let (unit, follower): (String?, String?) = (try row[4], try row[6])
      return VisitLine(
        meeting: try row[0],
        day: try row[1],
        kind: try row[2],
        unit: try row[3],
        unitName: unit ?? "",
        follower: try row[5],
        followerName: follower ?? "",
        state: try row[7]
      )
    }
  }

  /// Every meeting held while somebody followed its cell, once for each of them, with what became of it.
  private static func source(_ question: VisitQuestion) -> SQL {
    let (asOf, period) = (question.asOf, question.period)
    let knowledge = asOf.knowledge
    let (scope, narrowed): (SQL, SQL) =
      switch question.scope {
      case .below(let unit):
        (
          "ancestry a JOIN following f ON f.unit = a.unit",
          "a.ancestor = \(unit) AND \(Records.asOf("a", asOf))"
        )
      case .person(let person): ("following f", "f.follower = \(person)")
      }
    return """
      SELECT DISTINCT t.id AS meeting, t.start_on AS day, t.kind AS kind, t.unit AS unit, f.follower AS follower,
        CASE
          WHEN EXISTS (SELECT 1 FROM attendance x WHERE x.meeting = t.id AND x.person = f.follower
            AND x.mark IN ('excused', 'absent') AND \(known("x", knowledge))) THEN 'absent'
          WHEN EXISTS (SELECT 1 FROM visit_note w WHERE w.meeting = t.id AND w.follower = f.follower
            AND \(known("w", knowledge))) THEN 'noted'
          WHEN EXISTS (SELECT 1 FROM attendance x WHERE x.meeting = t.id AND x.person = f.follower
            AND \(known("x", knowledge))) THEN 'noNote'
          ELSE 'absent' END AS state
      FROM \(scope)
      JOIN meeting t ON t.unit = f.unit AND t.start_on >= \(period.from) AND t.start_on < \(period.until)
        AND t.stage = 'closed' AND t.kind <> 'preparation' AND f.start_on <= t.start_on
        AND (f.end_on IS NULL OR f.end_on > t.start_on) AND \(known("t", knowledge))
      WHERE \(narrowed) AND \(known("f", knowledge))
      """
  }

  private static func condition(_ question: VisitQuestion) -> SQL {
    let follower: SQL = question.follower.map { "v.follower = \($0)" } ?? "1 = 1"
    let unit: SQL = question.unit.map { "v.unit = \($0)" } ?? "1 = 1"
    let state: SQL =
      switch question.figure {
      case .assigned: "1 = 1"
      case .attended: "v.state <> 'absent'"
      case .absent: "v.state = 'absent'"
      case .noNote: "v.state = 'noNote'"
      }
    return "\(follower) AND \(unit) AND \(state)"
  }

  private static func unit(_ asOf: AsOf) -> SQL {
    """
    (SELECT n.name FROM unit_name n WHERE n.unit = v.unit AND \(known("n", asOf.knowledge))
      AND n.start_on <= \(asOf.day) ORDER BY n.start_on DESC LIMIT 1)
    """
  }

  private static func person(_ asOf: AsOf) -> SQL {
    """
    (SELECT p.name FROM particulars p WHERE p.person = v.follower AND \(known("p", asOf.knowledge))
      ORDER BY p.start_on DESC LIMIT 1)
    """
  }
}

extension VisitState: Coded {}
