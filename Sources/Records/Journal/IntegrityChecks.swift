import Basics
package import Rules
package import Storage

/// A place where something that must be true is not.
package struct IntegrityFault: Hashable, Sendable {
  package let check: IntegrityCheck
  /// The code of the person or unit, or the identity of the fact.
  package let subject: String
  /// On which day, or in which table.
  package let detail: String
}

/// Looks through the whole record, as known now, for what cannot be.
package struct IntegrityChecks {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// Runs every check.
  package func run(_ checks: [IntegrityCheck] = IntegrityCheck.allCases) throws -> [IntegrityFault] {
    try checks.flatMap { try faults($0) }
  }

  private func faults(_ check: IntegrityCheck) throws -> [IntegrityFault] {
    switch check {
    case .ancestry: return try DerivedRecount(db: db).ancestryFaults()
    case .roll: return try DerivedRecount(db: db).rollFaults()
    case .findable: return try DerivedRecount(db: db).nameFaults()
    case .absorbedJournal: return try absorbedFaults()
    default:
      return try IntegrityChecks.queries(check).flatMap { query in
        try db.rows(query) { row in
          IntegrityFault(check: check, subject: try row[0], detail: try (row[1] as String?) ?? "")
        }
      }
    }
  }

  private func absorbedFaults() throws -> [IntegrityFault] {
    let journals = AbsorbedJournals(db: db)
    return try journals.all().compactMap { journal in
      try journals.fault(in: journal).map {
        IntegrityFault(check: .absorbedJournal, subject: journal.origin, detail: "#\($0)")
      }
    }
  }

  /// The questions a check asks: each finds the subjects for which it does not hold, and where.
  package static func queries(_ check: IntegrityCheck) -> [SQL] {
    switch check {
    case .oneVersion: dated.map(twoVersions)
    case .reference: JournaledTable.all.flatMap { table in table.references.map { dangling(table, $0) } }
    case .oneKind: [overlap("unit_kind", "unit"), gap("unit_kind", "unit")]
    case .oneName: [overlap("unit_name", "unit"), uncovered("unit_name", "unit", by: "unit_kind", "unit")]
    case .oneParent: [overlap("unit_parent", "unit")]
    case .rightParent: UnitKind.allCases.flatMap(wrongParents)
    case .oneMembership: [overlap("membership_term", "person")]
    case .oneParticulars:
      [overlap("particulars", "person"), uncovered("particulars", "person", by: "membership_term", "person")]
    case .recognition: [recognition]
    case .oneHome: [twoHomes]
    case .noGap: [gapAfterHome]
    case .homeInMembership: [homeOutside]
    case .tieInMembership: [tieOutside("affiliation"), tieOutside("post")]
    case .stateInMembership: [tieOutside("member_state"), stateTwice]
    case .oneOpenCase: LeavingChecks.severalOpen
    case .leavingDone: LeavingChecks.undone
    case .twoPeople: LeavingChecks.onePerson
    case .unitDiscipline: LeavingChecks.ofUnits
    case .oneIdentifier: [sharedIdentifier]
    case .oneTransfer: TransferChecks.queries
    case .oneDues:
      [
        overlap("dues_payment", "person"), overlap("dues_basis", "person"), overlap("dues_reason", "person"),
        overlap("dues_passed", "unit"),
      ]
    case .oneBadge: [twiceAwarded]
    case .candidateOrMember: CandidateChecks.candidateOrMember
    case .stepOfCandidacy: [CandidateChecks.lostStep]
    case .unitThere:
      [unitAbsent("affiliation"), unitAbsent("post"), unitAbsent("candidacy"), TaskChecks.orphans]
    case .ancestry, .roll, .findable, .absorbedJournal: []
    }
  }

  private static let dated = JournaledTable.all.filter(\.isDated)

  private static func twoVersions(_ table: JournaledTable) -> SQL {
    """
    SELECT CAST(t.id AS TEXT), '\(name: table.name)' FROM \(name: table.name) t WHERE \(known("t"))
    GROUP BY t.id HAVING count(*) > 1
    """
  }

  private static func dangling(
    _ table: JournaledTable,
    _ reference: (column: StaticString, identity: Identity)
  ) -> SQL {
    """
    SELECT CAST(t.id AS TEXT), '\(name: table.name).\(name: reference.column)' FROM \(name: table.name) t
    WHERE t.\(name: reference.column) IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM \(name: reference.identity.table.name) i WHERE i.id = t.\(name: reference.column))
    """
  }

  /// Two facts of one owner on one day.
  private static func overlap(_ table: StaticString, _ owner: StaticString) -> SQL {
    """
    SELECT o.code, CAST(b.start_on AS TEXT) FROM \(name: table) a
    JOIN \(name: table) b ON b.\(name: owner) = a.\(name: owner) AND b.id <> a.id
      AND (b.start_on > a.start_on OR b.start_on = a.start_on AND b.id > a.id)
      AND (a.end_on IS NULL OR a.end_on > b.start_on) AND \(known("b"))
    JOIN \(name: owner) o ON o.id = a.\(name: owner)
    WHERE \(known("a"))
    """
  }

  /// A fact ends, none follows at once, and one comes later.
  private static func gap(_ table: StaticString, _ owner: StaticString) -> SQL {
    """
    SELECT o.code, CAST(a.end_on AS TEXT) FROM \(name: table) a
    JOIN \(name: owner) o ON o.id = a.\(name: owner)
    WHERE \(known("a")) AND a.end_on IS NOT NULL
      AND EXISTS (SELECT 1 FROM \(name: table) b WHERE b.\(name: owner) = a.\(name: owner) AND b.start_on > a.end_on
        AND \(known("b")))
      AND NOT EXISTS (SELECT 1 FROM \(name: table) b WHERE b.\(name: owner) = a.\(name: owner)
        AND b.start_on <= a.end_on AND (b.end_on IS NULL OR b.end_on > a.end_on) AND \(known("b")))
    """
  }

  /// A day of `other` on which the owner has no fact in `table`: its first, or one after a fact's end.
  private static func uncovered(
    _ table: StaticString,
    _ owner: StaticString,
    by other: StaticString,
    _ column: StaticString
  ) -> SQL {
    """
    SELECT o.code, CAST(d.day AS TEXT) FROM (
      SELECT k.\(name: column) AS owner, k.start_on AS day FROM \(name: other) k WHERE \(known("k"))
      UNION
      SELECT k.\(name: column), t.end_on FROM \(name: other) k
      JOIN \(name: table) t ON t.\(name: owner) = k.\(name: column) AND \(known("t"))
        AND t.end_on > k.start_on AND (k.end_on IS NULL OR t.end_on < k.end_on)
      WHERE \(known("k"))
    ) d
    JOIN \(name: column) o ON o.id = d.owner
    WHERE NOT EXISTS (SELECT 1 FROM \(name: table) t WHERE t.\(name: owner) = d.owner AND \(known("t"))
      AND t.start_on <= d.day AND (t.end_on IS NULL OR t.end_on > d.day))
    """
  }

  /// Units of a kind that stand under a kind they may not, under a unit that is not there, or under none,
  /// on some day.
  private static func wrongParents(_ kind: UnitKind) -> [SQL] {
    let allowed = kind.parents.compactMap { $0 }
    let names = SQL.join(allowed.map { "\($0)" }, ", ")
    let isWrong: SQL = allowed.isEmpty ? "1 = 1" : "p.kind NOT IN (\(names))"
    let under: SQL = """
      FROM unit_kind k
      JOIN unit_parent f ON f.unit = k.unit AND \(known("f"))
        AND (k.end_on IS NULL OR f.start_on < k.end_on) AND (f.end_on IS NULL OR f.end_on > k.start_on)
      """
    let wrong: SQL = """
      SELECT o.code, CAST(f.start_on AS TEXT) \(under)
      JOIN unit_kind p ON p.unit = f.parent AND \(known("p")) AND \(isWrong)
        AND (k.end_on IS NULL OR p.start_on < k.end_on) AND (p.end_on IS NULL OR p.end_on > k.start_on)
        AND (f.end_on IS NULL OR p.start_on < f.end_on) AND (p.end_on IS NULL OR p.end_on > f.start_on)
      JOIN unit o ON o.id = k.unit
      WHERE \(known("k")) AND k.kind = \(kind)
      """
    // A day under a parent that is not there: the first under it, or one on which the parent's kind ends.
    let absent: SQL = """
      SELECT o.code, CAST(d.day AS TEXT) FROM (
        SELECT k.unit AS unit, f.parent AS parent, f.start_on AS day \(under)
        WHERE \(known("k")) AND k.kind = \(kind) AND f.start_on >= k.start_on
        UNION
        SELECT k.unit, f.parent, k.start_on \(under)
        WHERE \(known("k")) AND k.kind = \(kind) AND f.start_on < k.start_on
        UNION
        SELECT k.unit, f.parent, p.end_on \(under)
        JOIN unit_kind p ON p.unit = f.parent AND \(known("p")) AND p.end_on > k.start_on AND p.end_on > f.start_on
          AND (k.end_on IS NULL OR p.end_on < k.end_on) AND (f.end_on IS NULL OR p.end_on < f.end_on)
        WHERE \(known("k")) AND k.kind = \(kind)
      ) d
      JOIN unit o ON o.id = d.unit
      WHERE NOT EXISTS (SELECT 1 FROM unit_kind q WHERE q.unit = d.parent AND \(known("q"))
        AND q.start_on <= d.day AND (q.end_on IS NULL OR q.end_on > d.day))
      """
    if kind.parents.contains(nil) { return [wrong, absent] }
    let none: SQL = """
      SELECT o.code, CAST(d.day AS TEXT) FROM (
        SELECT k.unit AS unit, k.start_on AS day FROM unit_kind k WHERE \(known("k")) AND k.kind = \(kind)
        UNION
        SELECT k.unit, f.end_on \(under)
        WHERE \(known("k")) AND k.kind = \(kind) AND f.end_on > k.start_on AND (k.end_on IS NULL OR f.end_on < k.end_on)
      ) d
      JOIN unit o ON o.id = d.unit
      WHERE NOT EXISTS (SELECT 1 FROM unit_parent f WHERE f.unit = d.unit AND \(known("f"))
        AND f.start_on <= d.day AND (f.end_on IS NULL OR f.end_on > d.day))
      """
    return [wrong, absent, none]
  }

  private static let recognition: SQL = """
    SELECT o.code, CAST(t.official_on AS TEXT) FROM membership_term t JOIN person o ON o.id = t.person
    WHERE \(known("t")) AND (t.official_on < t.start_on OR t.official_on >= t.end_on)
    """

  private static let twoHomes: SQL = """
    SELECT o.code, CAST(b.start_on AS TEXT) FROM affiliation a
    JOIN affiliation b ON b.person = a.person AND b.role = 'home' AND b.id <> a.id AND \(known("b"))
      AND (b.start_on > a.start_on OR b.start_on = a.start_on AND b.id > a.id)
      AND (a.end_on IS NULL OR a.end_on > b.start_on)
    JOIN person o ON o.id = a.person
    WHERE a.role = 'home' AND \(known("a"))
    """

  private static let gapAfterHome: SQL = """
    SELECT o.code, CAST(a.end_on AS TEXT) FROM affiliation a
    JOIN membership_term t ON t.person = a.person AND \(known("t"))
      AND t.start_on <= a.start_on AND (t.end_on IS NULL OR t.end_on > a.start_on)
    JOIN person o ON o.id = a.person
    WHERE a.role = 'home' AND \(known("a")) AND a.end_on IS NOT NULL AND (t.end_on IS NULL OR t.end_on > a.end_on)
      AND NOT EXISTS (SELECT 1 FROM affiliation b WHERE b.person = a.person AND b.role = 'home' AND \(known("b"))
        AND b.start_on = a.end_on)
    """

  private static let homeOutside: SQL = """
    SELECT o.code, CAST(a.start_on AS TEXT) FROM affiliation a JOIN person o ON o.id = a.person
    WHERE a.role = 'home' AND \(known("a")) AND NOT EXISTS (
      SELECT 1 FROM membership_term t WHERE t.person = a.person AND \(known("t")) AND t.start_on <= a.start_on
        AND (t.end_on IS NULL OR a.end_on IS NOT NULL AND a.end_on <= t.end_on))
    """

  /// A tie other than the home, or a post, on a day on which its person is no member.
  private static func tieOutside(_ table: StaticString) -> SQL {
    let isTie: SQL = "\(table)" == "affiliation" ? "f.role <> 'home' AND " : ""
    return """
      SELECT o.code, CAST(f.start_on AS TEXT) FROM \(name: table) f JOIN person o ON o.id = f.person
      WHERE \(isTie)\(known("f")) AND NOT EXISTS (
        SELECT 1 FROM membership_term t WHERE t.person = f.person AND \(known("t")) AND t.start_on <= f.start_on
          AND (t.end_on IS NULL OR f.end_on IS NOT NULL AND f.end_on <= t.end_on))
      """
  }

  /// Two exemptions, or two suspensions, of one person on one day.
  private static let stateTwice: SQL = """
    SELECT o.code, CAST(b.start_on AS TEXT) FROM member_state a
    JOIN member_state b ON b.person = a.person AND b.state = a.state AND b.id <> a.id AND \(known("b"))
      AND (b.start_on > a.start_on OR b.start_on = a.start_on AND b.id > a.id)
      AND (a.end_on IS NULL OR a.end_on > b.start_on)
    JOIN person o ON o.id = a.person
    WHERE \(known("a"))
    """

  /// One value of one system with two people on one day.
  private static let sharedIdentifier: SQL = """
    SELECT o.code, CAST(b.start_on AS TEXT) FROM identifier a
    JOIN identifier b ON b.system = a.system AND b.value = a.value AND b.id <> a.id AND \(known("b"))
      AND (b.start_on > a.start_on OR b.start_on = a.start_on AND b.id > a.id)
      AND (a.end_on IS NULL OR a.end_on > b.start_on)
    JOIN person o ON o.id = b.person
    WHERE \(known("a"))
    """

  /// One badge of one person in two awards.
  private static let twiceAwarded: SQL = """
    SELECT o.code, CAST(b.start_on AS TEXT) FROM badge_award a
    JOIN badge_award b ON b.person = a.person AND b.years = a.years AND b.id > a.id AND \(known("b"))
    JOIN person o ON o.id = a.person
    WHERE \(known("a"))
    """

  private static func unitAbsent(_ table: StaticString) -> SQL {
    """
    SELECT o.code, CAST(f.start_on AS TEXT) FROM \(name: table) f JOIN person o ON o.id = f.person
    WHERE \(known("f")) AND NOT (
      EXISTS (SELECT 1 FROM unit_kind k WHERE k.unit = f.unit AND \(known("k")) AND k.start_on <= f.start_on
        AND (k.end_on IS NULL OR k.end_on > f.start_on))
      AND (EXISTS (SELECT 1 FROM unit_kind k WHERE k.unit = f.unit AND \(known("k")) AND k.end_on IS NULL)
        OR f.end_on IS NOT NULL AND EXISTS (
          SELECT 1 FROM unit_kind k WHERE k.unit = f.unit AND \(known("k")) AND k.end_on >= f.end_on)))
    """
  }
}
