package import Basics
package import Rules
import Storage

extension ReviewSheet {
  /// Those of these units that have nothing to rate in the round: they need not press send, and nobody waits for them.
  ///
  /// Nothing can be rated where nothing was assigned, if the regulation says so. A unit is quiet while no task of the
  /// time is of the unit or of one below it, nor of anybody at home or with a post there, nor of a unit they lead. Once
  /// one is assigned it has to send like the others.
  package func quietUnits(among units: [ID<Unit>]) throws -> Set<ID<Unit>> {
    guard !units.isEmpty, ratesOnlyTheAssigned else { return [] }
    let span: SQL = """
      \(known("t", asOf.knowledge)) AND t.due >= \(round.days.start) AND t.due <= \(round.last)
        AND t.start_on <= t.due AND (t.end_on IS NULL OR t.end_on > t.due)
      """
    func tasks(of person: SQL) -> SQL {
      """
      EXISTS (SELECT 1 FROM task t WHERE t.answerer = \(person) AND \(span))
        OR EXISTS (
          SELECT 1 FROM post s JOIN task t ON t.unit = s.unit AND \(span)
          WHERE s.person = \(person) AND s.post = 'secretary' AND \(Records.asOf("s", asOf)))
      """
    }
    let busy = Set(
      try db.rows(
        """
        SELECT u.id FROM unit u WHERE u.id IN (\(SQL.join(units.map { "\($0)" as SQL }, ", "))) AND EXISTS (
          SELECT 1 FROM ancestry b WHERE b.ancestor = u.id AND \(Records.asOf("b", asOf)) AND (
            EXISTS (SELECT 1 FROM task t WHERE t.unit = b.unit AND \(span))
            OR EXISTS (
              SELECT 1 FROM post p WHERE p.unit = b.unit AND \(Records.asOf("p", asOf)) AND (\(tasks(of: "p.person"))))
            OR EXISTS (
              SELECT 1 FROM roll r WHERE r.unit = b.unit AND \(Records.asOf("r", asOf)) AND (\(tasks(of: "r.person"))))))
        """
      ) { try $0[0] as ID<Unit> }
    )
    return Set(units).subtracting(busy)
  }

  /// Whether the regulation leaves everybody unrated to whom nothing was assigned.
  private var ratesOnlyTheAssigned: Bool {
    ReviewSort.allCases.allSatisfy { sort in
      guard let verdict = judge(sort)?.verdict(ReviewFacts().facts(sort, score: nil)) else { return false }
      return verdict.findings.contains { $0.clause.part == .precondition && $0.truth == .notMet }
    }
  }
}
