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
    // Most have a task of their own or below; only of the rest it is asked whose people have one elsewhere.
    let free = try withoutBusy(units, "EXISTS (SELECT 1 FROM task t WHERE t.unit = b.unit AND \(span))")
    func tasks(of person: SQL) -> SQL {
      """
      EXISTS (SELECT 1 FROM task t WHERE t.answerer = \(person) AND \(span))
        OR EXISTS (
          SELECT 1 FROM post s JOIN task t ON t.unit = s.unit AND \(span)
          WHERE s.person = \(person) AND s.post = 'secretary' AND \(Records.asOf("s", asOf)))
      """
    }
    return Set(
      try withoutBusy(
        free,
        """
        EXISTS (SELECT 1 FROM post p WHERE p.unit = b.unit AND \(Records.asOf("p", asOf)) AND (\(tasks(of: "p.person"))))
          OR EXISTS (
            SELECT 1 FROM roll r WHERE r.unit = b.unit AND \(Records.asOf("r", asOf)) AND (\(tasks(of: "r.person"))))
        """
      )
    )
  }

  /// Those of these units that have no unit in or below them, called `b`, of which this is true.
  private func withoutBusy(_ units: [ID<Unit>], _ isBusy: SQL) throws -> [ID<Unit>] {
    if units.isEmpty { return [] }
    return try db.rows(
      """
      SELECT u.id FROM unit u WHERE u.id IN (\(SQL.join(units.map { "\($0)" as SQL }, ", "))) AND NOT EXISTS (
        SELECT 1 FROM ancestry b WHERE b.ancestor = u.id AND \(Records.asOf("b", asOf)) AND (\(isBusy)))
      """
    ) { try $0[0] }
  }

  /// Whether the regulation leaves everybody unrated to whom nothing was assigned.
  private var ratesOnlyTheAssigned: Bool {
    ReviewSort.allCases.allSatisfy { sort in
      guard let verdict = judge(sort)?.verdict(ReviewFacts().facts(sort, score: nil)) else { return false }
      return verdict.findings.contains { $0.clause.part == .precondition && $0.truth == .notMet }
    }
  }
}
