import Basics
import Rules
import Storage

/// What a rulebook would object to in the units and people an import took.
struct ImportAdvice {
  let run: ImportRun

  func add() throws {
    try sizes()
    try namesakes()
  }

  /// Cells with too few official members, base cells and committees of the wrong size, as of today.
  private func sizes() throws {
    let db = run.work.db
    let now = AsOf(run.work.today)
    var sizes: [(unit: ID<Unit>, kind: UnitKind, line: Int, members: Int, officials: Int)] = []
    try db.each(
      """
      SELECT k.unit, k.kind, n.line, CAST(coalesce(sum(s.members), 0) AS BIGINT),
        CAST(coalesce(sum(s.officials), 0) AS BIGINT)
      FROM unit_kind k
      JOIN unit_name n ON n.unit = k.unit AND \(asOf("n", now))
      JOIN ancestry a ON a.ancestor = k.unit AND \(asOf("a", now))
      LEFT JOIN (
        SELECT r.unit AS unit, count(*) AS members, count(CASE WHEN r.official_on <= \(now.day) THEN 1 END) AS officials
        FROM roll r WHERE \(asOf("r", now)) GROUP BY r.unit
      ) s ON s.unit = a.unit
      WHERE k.recorded = \(run.work.entry) AND \(asOf("k", now))
        AND k.kind IN ('cell', 'baseCell', 'baseCommittee')
      GROUP BY k.unit, k.kind, n.line
      ORDER BY n.line
      """
    ) { row in
      let unit: ID<Unit> = try row[0]
      guard let line: Int = try row[2] else { return }
      sizes.append((unit, try row[1], line, try row[3], try row[4]))
    }
    for (unit, kind, line, members, officials) in sizes {
      let objections = try run.regulations.judges(for: unit)
        .objections(to: kind, members: members, officials: officials, on: run.work.today)
      for objection in objections { run.warn(run.place(.units, line, nil), .rule(objection)) }
    }
  }

  /// People with one name, one sex and one full date of birth: perhaps one person twice.
  private func namesakes() throws {
    try run.work.db.each(
      """
      SELECT d.line, o.code FROM (
        SELECT t.line AS line, t.person AS person, t.recorded AS recorded,
          min(t.person) OVER (PARTITION BY t.search_key, t.born, t.sex) AS first
        FROM particulars t WHERE \(known("t")) AND length(t.born) = 10
      ) d
      JOIN person o ON o.id = d.first
      WHERE d.person <> d.first AND d.recorded = \(run.work.entry)
      ORDER BY d.line
      """
    ) { row in
      guard let line: Int = try row[0] else { return }
      run.warn(run.place(.members, line, .name), .namesake(code: try row[1]))
    }
  }
}
