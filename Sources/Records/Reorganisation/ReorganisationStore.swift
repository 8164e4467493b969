package import Basics
package import Rules
package import Storage

/// Reads all units as they stand on the day of a plan, and the plans that were carried out.
package struct ReorganisationStore {
  package let db: any Connection

  package init(db: any Connection) {
    self.db = db
  }

  /// All units on the day, what each holds itself, and the people the steps name.
  package func tree(
    on day: CivilDate,
    for steps: [PlannedStep],
    _ knowledge: Knowledge = .now
  ) throws -> ReorganisedTree {
    let asOf = AsOf(day, knowledge)
    var places = try places(asOf)
    try db.each(
      """
      SELECT r.unit, count(*), count(CASE WHEN r.official_on <= \(day) THEN 1 END) FROM roll r
      WHERE \(Records.asOf("r", asOf)) GROUP BY r.unit
      """
    ) { row in
      let unit: ID<Unit> = try row[0]
      places[unit]?.members = try row[1]
      places[unit]?.officials = try row[2]
    }
    try db.each(
      "SELECT h.unit, h.post, count(*) FROM post h WHERE \(known("h", knowledge)) AND (h.end_on IS NULL OR h.end_on > \(day)) GROUP BY h.unit, h.post"
    ) { row in places[try row[0]]?.posts[try row[1]] = try row[2] }
    for (unit, matters) in try openMatters(asOf) { places[unit]?.openMatters = matters.count }
    return ReorganisedTree(
      on: day,
      Array(places.values),
      named: try named(steps.flatMap(\.step.people), asOf),
      seats: try seats(Set(steps.flatMap { $0.step.postsKept.map(\.person) }), asOf),
      others: try others(asOf)
    )
  }

  /// What a plan makes of the units it touches, by what was known then.
  package func outlook(of plan: ReorganisationPlan, _ knowledge: Knowledge) throws -> PlanOutlook {
    var tree = try tree(on: plan.effective, for: plan.steps, knowledge)
    let before = tree.named
    _ = tree.take(plan.steps)
    var matters: [String: OpenMatters] = [:]
    let open = try openMatters(AsOf(plan.effective, knowledge))
    for place in tree.origin.values {
      if let unit = place.id, let found = open[unit] { matters[place.code] = found }
    }
    return tree.outlook(named: before, matters: matters)
  }

  /// A plan held against the record as it is now.
  ///
  /// `regulations`: as shipped; an office's own versions go over them.
  package func sheet(
    of plan: ReorganisationPlan,
    _ regulations: RulebookLibrary,
    today: CivilDate
  ) throws -> BalanceSheet {
    var tree = try tree(on: plan.effective, for: plan.steps)
    var sheet = tree.take(plan.steps)
    var rights: [String: Int] = [:]
    try db.each(
      """
      SELECT u.code, count(DISTINCT g.account) FROM access_grant g JOIN unit u ON u.id = g.unit
      WHERE \(asOf("g", AsOf(today))) GROUP BY u.code
      """
    ) { row in rights[try row[0]] = try row[1] }
    let byUnit = try RegulationsByUnit(db, over: regulations, on: today)
    sheet.advisory = try tree.advice({ try byUnit.judges(for: $0) }, rights: rights)
    return sheet
  }

  private func places(_ asOf: AsOf) throws -> [ID<Unit>: ReorganisedTree.Place] {
    var places: [ID<Unit>: ReorganisedTree.Place] = [:]
    try db.each(
      """
      SELECT u.id, u.code, k.kind, n.name, s.sector, o.code FROM unit_kind k
      JOIN unit u ON u.id = k.unit
      JOIN unit_name n ON n.unit = k.unit AND \(Records.asOf("n", asOf))
      LEFT JOIN unit_sector s ON s.unit = k.unit AND \(Records.asOf("s", asOf))
      LEFT JOIN unit_parent p ON p.unit = k.unit AND \(Records.asOf("p", asOf))
      LEFT JOIN unit o ON o.id = p.parent
      WHERE \(Records.asOf("k", asOf))
      """
    ) { row in
      let unit: ID<Unit> = try row[0]
      places[unit] = ReorganisedTree.Place(
        code: try row[1],
        id: unit,
        kind: try row[2],
        name: try row[3],
        sector: try row[4],
        parent: try row[5]
      )
    }
    return places
  }

  /// Matters that are not over, by the unit that has them: candidates; transfers, at the side whose step is next;
  /// tasks still to be done; discipline entered and not yet confirmed; assessments by models that nobody has decided.
  private func openMatters(_ asOf: AsOf) throws -> [ID<Unit>: OpenMatters] {
    let knowledge = asOf.knowledge
    var open: [ID<Unit>: OpenMatters] = [:]
    func add(_ part: WritableKeyPath<OpenMatters, Int>, _ matters: SQL) throws {
      try db.each("SELECT m.unit, count(*) FROM (\(matters)) m GROUP BY m.unit") { row in
        open[try row[0], default: OpenMatters()][keyPath: part] += try row[1]
      }
    }
    try add(
      \.candidates,
      """
      SELECT c.unit AS unit FROM candidacy c
      WHERE \(known("c", knowledge)) AND (c.end_on IS NULL OR c.end_on > \(asOf.day))
      """
    )
    try add(
      \.transfers,
      """
      SELECT CASE WHEN t.state = 'sent' AND x.target IS NOT NULL THEN x.target ELSE x.source END AS unit
      FROM transfer_step t JOIN transfer x ON x.id = t.transfer
      WHERE \(known("t", knowledge)) AND t.end_on IS NULL AND t.state IN ('asked', 'sent')
      """
    )
    try add(
      \.tasks,
      """
      SELECT x.unit AS unit FROM task x
      WHERE \(known("x", knowledge)) AND (x.end_on IS NULL OR x.end_on > \(asOf.day)) AND x.ending IS NULL
        AND NOT EXISTS (
          SELECT 1 FROM task_progress p
          WHERE p.task = x.task AND p.quantity >= x.target AND \(known("p", knowledge)))
      """
    )
    try add(
      \.assessments,
      """
      SELECT t.unit AS unit FROM model_assessment t
      WHERE \(known("t", knowledge)) AND t.stage <> 'decided' AND (t.end_on IS NULL OR t.end_on > \(asOf.day))
      """
    )
    try add(\.cases, "SELECT d.body AS unit FROM discipline_matter d WHERE \(known("d", knowledge))")
    try add(\.cases, "SELECT d.body AS unit FROM unit_discipline_matter d WHERE \(known("d", knowledge))")
    return open
  }

  /// The members and candidates with these codes, where they are on the day.
  private func named(_ codes: [String], _ asOf: AsOf) throws -> [String: ReorganisedTree.Named] {
    guard !codes.isEmpty else { return [:] }
    let day = asOf.day
    var named: [String: ReorganisedTree.Named] = [:]
    for few in codes.sorted().chunks(of: 200) {
      let list = SQL.join(few.map { "\($0)" }, ", ")
      try db.each(
        """
        SELECT o.code, u.code, CASE WHEN r.official_on <= \(day) THEN 2 ELSE 1 END FROM person o
        JOIN roll r ON r.person = o.id AND \(Records.asOf("r", asOf)) JOIN unit u ON u.id = r.unit
        WHERE o.code IN (\(list))
        UNION ALL
        SELECT o.code, u.code, 0 FROM person o
        JOIN candidacy c ON c.person = o.id AND \(known("c", asOf.knowledge)) AND (c.end_on IS NULL OR c.end_on > \(day))
        JOIN unit u ON u.id = c.unit
        WHERE o.code IN (\(list))
        """
      ) { row in
        let standing: Int = try row[2]
        named[try row[0]] = ReorganisedTree.Named(
          in: try row[1],
          isMember: standing > 0,
          isOfficial: standing > 1,
          openMatters: standing > 0 ? 0 : 1
        )
      }
    }
    return named
  }

  /// The functions that these people hold on the day, or will.
  private func seats(_ codes: Set<String>, _ asOf: AsOf) throws -> [ReorganisedTree.Seat] {
    let day = asOf.day
    var seats: [ReorganisedTree.Seat] = []
    for few in codes.sorted().chunks(of: 200) {
      try db.each(
        """
        SELECT DISTINCT o.code, u.code, h.post FROM person o
        JOIN post h ON h.person = o.id AND \(known("h", asOf.knowledge))
        JOIN unit u ON u.id = h.unit
        WHERE o.code IN (\(SQL.join(few.map { "\($0)" }, ", "))) AND (h.end_on IS NULL OR h.end_on > \(day))
        ORDER BY o.code, u.code, h.post
        """
      ) { row in seats.append(ReorganisedTree.Seat(try row[2], of: try row[0], in: try row[1])) }
    }
    return seats
  }

  /// The days of the units that do not exist on a day.
  private func others(_ asOf: AsOf) throws -> [String: Span] {
    let day = asOf.day
    var others: [String: Span] = [:]
    try db.each(
      """
      SELECT u.code, min(k.start_on), CASE WHEN count(*) = count(k.end_on) THEN max(k.end_on) END
      FROM unit_kind k JOIN unit u ON u.id = k.unit WHERE \(known("k", asOf.knowledge)) GROUP BY u.code
      HAVING min(k.start_on) > \(day) OR (count(*) = count(k.end_on) AND max(k.end_on) <= \(day))
      """
    ) { row in others[try row[0]] = Span(from: try row[1], until: try row[2]) }
    return others
  }

  /// The entries of a plan, the newest first: annulled in this order, all of it is undone.
  package func entries(of plan: ID<Reorganisation>) throws -> [Int64] {
    try db.rows(
      "SELECT DISTINCT s.recorded FROM reorganisation_step s WHERE s.reorganisation = \(plan) ORDER BY s.recorded DESC"
    ) { try $0[0] }
  }

  /// The plan of which an entry took steps.
  package func plan(of entry: Int64) throws -> ID<Reorganisation>? {
    try db.value("SELECT s.reorganisation FROM reorganisation_step s WHERE s.recorded = \(entry) LIMIT 1")
  }
}

extension Array {
  /// In pieces of so many at most.
  func chunks(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
