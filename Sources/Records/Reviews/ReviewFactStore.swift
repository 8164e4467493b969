import Basics
import Rules
import Storage

/// Counts what the record knows of the subjects of a round: tasks, disciplines, limitations, units below.
struct ReviewFactStore {
  let sheet: ReviewSheet
  let reviewed: ReviewSheet.Reviewed
  let tree: ReviewTree

  private var db: any Connection { sheet.db }
  private var round: ReviewRound { sheet.round }
  private var knowledge: Knowledge { sheet.asOf.knowledge }

  /// What was counted, by whom it is of.
  struct Collected {
    var ofPeople: [ID<Person>: ReviewFacts] = [:]
    var ofUnits: [ID<Unit>: ReviewFacts] = [:]
    /// What was stated and pointed out, which is of a subject and not of the unit in all.
    var ofSubjects: [ReviewSubject: ReviewFacts] = [:]
    /// How subjects were rated in the shorter rounds of the year.
    var periods: [ReviewSubject: [PeriodRatings.Rating]] = [:]
    /// The units each person leads.
    var led: [ID<Person>: [ID<Unit>]] = [:]

    /// What a review reads of a subject; of who leads a unit, the unit's tasks and the units below it.
    func facts(of way: ReviewItinerary) -> ReviewFacts {
      var facts = ReviewFacts()
      switch way.subject {
      case .person(let person):
        facts = ofPeople[person] ?? facts
        if way.sort == .leader, let led = led[person] {
          facts.tasks = [:]
          for unit in led {
            let unit = ofUnits[unit] ?? ReviewFacts()
            facts.tasks.merge(unit.tasks, uniquingKeysWith: +)
            facts.units += unit.units
            facts.unitsNotCompleted += unit.unitsNotCompleted
          }
        }
      case .organisation(let unit), .collective(let unit): facts = ofUnits[unit] ?? facts
      }
      if let own = ofSubjects[way.subject] {
        facts.limitations = own.limitations
        facts.remedied = own.remedied
        facts.stated = own.stated
      }
      facts.periods = PeriodRatings(periods[way.subject] ?? [])
      return facts
    }
  }

  func collect() throws -> Collected {
    var collected = Collected()
    for (unit, node) in tree.nodes {
      if let head = node.head { collected.led[head, default: []].append(unit) }
    }
    try countTasks(&collected)
    try countDisciplines(&collected)
    try countUnits(&collected)
    try countLimitations(&collected)
    collected.periods = try PeriodStore(sheet: sheet, reviewed: reviewed).ratings()
    try countModels(&collected)
    return collected
  }

  private var people: SQL { reviewed.people }
  /// The units of the scope, and those its people lead.
  private var units: SQL { "\(reviewed.units) UNION \(sheet.ledBy(reviewed))" }

  /// The tasks due in the time, of whoever answered for them on their last day.
  private func countTasks(_ collected: inout Collected) throws {
    for (column, set) in [("answerer", people), ("unit", units)] as [(StaticString, SQL)] {
      let span: SQL = """
        \(known("t", knowledge)) AND t.due >= \(round.days.start) AND t.due <= \(round.last)
          AND t.start_on <= t.due AND (t.end_on IS NULL OR t.end_on > t.due)
        """
      var told: [ID<FactMark>: [(day: CivilDate, quantity: Quantity)]] = [:]
      try db.each(
        """
        SELECT p.task, p.start_on, p.quantity FROM task_progress p
        WHERE p.task IN (SELECT t.task FROM task t WHERE t.\(name: column) IN (\(set)) AND \(span))
          AND \(known("p", knowledge)) AND p.start_on <= \(round.last)
        ORDER BY p.start_on, p.id
        """
      ) { row in
        let key: ID<FactMark> = try row[0]
        told[key, default: []].append((try row[1], try row[2]))
      }
      try db.each(
        "SELECT \(AssignedTask.columns) FROM task t WHERE t.\(name: column) IN (\(set)) AND \(span)"
      ) {
        row in
        let task = try AssignedTask(row, from: 0)
        let state = TaskStanding(task, told[task.key] ?? [], on: round.last).state
        if "\(column)" == "unit" {
          collected.ofUnits[task.unit, default: ReviewFacts()].tasks[state, default: 0] += 1
        } else if let person = task.answerer {
          collected.ofPeople[person, default: ReviewFacts()].tasks[state, default: 0] += 1
        }
      }
    }
  }

  private func countDisciplines(_ collected: inout Collected) throws {
    let within: SQL = """
      \(known("d", knowledge)) AND d.start_on >= \(round.days.start) AND d.start_on <= \(round.last)
      """
    try db.each(
      "SELECT d.person, count(*) FROM discipline d WHERE d.person IN (\(people)) AND \(within) GROUP BY d.person"
    ) { row in collected.ofPeople[try row[0], default: ReviewFacts()].disciplines = try row[1] }
    try db.each(
      """
      SELECT p.unit, count(DISTINCT d.person) FROM post p
      JOIN discipline d ON d.person = p.person AND \(within)
      WHERE p.unit IN (\(units)) AND \(asOf("p", sheet.asOf)) AND \(ReviewSheet.leading("p")) GROUP BY p.unit
      """
    ) { row in collected.ofUnits[try row[0], default: ReviewFacts()].peopleDisciplined = try row[1] }
    try db.each(
      """
      SELECT u.parent, count(DISTINCT d.unit) FROM unit_parent u
      JOIN unit_discipline d ON d.unit = u.unit AND \(within)
      WHERE u.parent IN (\(units)) AND \(asOf("u", sheet.asOf)) GROUP BY u.parent
      """
    ) { row in collected.ofUnits[try row[0], default: ReviewFacts()].unitsDisciplined = try row[1] }
  }

  /// The units directly below, and those of them that were rated lowest.
  private func countUnits(_ collected: inout Collected) throws {
    try db.each(
      """
      SELECT u.parent, count(*), count(m.id) FROM unit_parent u
      JOIN unit_kind k ON k.unit = u.unit AND \(asOf("k", sheet.asOf)) AND k.kind <> 'subgroup'
      LEFT JOIN review_mark m ON m.subject = u.unit AND m.round = \(round.key) AND \(known("m", knowledge))
        AND m.about = 'organisation' AND m.step = 'decision' AND m.rating = 'notCompleted'
      WHERE u.parent IN (\(units)) AND \(asOf("u", sheet.asOf)) GROUP BY u.parent
      """
    ) { row in
      let unit: ID<Unit> = try row[0]
      collected.ofUnits[unit, default: ReviewFacts()].units = try row[1]
      collected.ofUnits[unit, default: ReviewFacts()].unitsNotCompleted = try row[2]
    }
  }

  /// What earlier rounds pointed out and was still to be put right, and what was put right since; what was stated.
  private func countLimitations(_ collected: inout Collected) throws {
    for set in ["t.person IN (\(people))" as SQL, "t.subject IN (\(units))"] {
      try db.each(
        """
        SELECT \(ReviewSubject.columns), t.answered FROM review_matter t
        WHERE \(set) AND \(known("t", knowledge)) AND t.kind = 'limitation' AND t.round <> \(round.key)
          AND t.start_on <= \(round.last) AND (t.answered IS NULL OR t.answered >= \(round.days.start))
        """
      ) { row in
        let subject = try ReviewSubject(row, from: 0)
        let answered: CivilDate? = try row[3]
        collected.ofSubjects[subject, default: ReviewFacts()].limitations += 1
        if let answered, answered <= round.last {
          collected.ofSubjects[subject, default: ReviewFacts()].remedied += 1
        }
      }
      try db.each(
        """
        SELECT \(ReviewSubject.columns), t.name, t.quantity FROM review_statement t
        WHERE \(set) AND \(known("t", knowledge)) AND t.round = \(round.key)
        """
      ) { row in
        let subject = try ReviewSubject(row, from: 0)
        let name: String = try row[3]
        collected.ofSubjects[subject, default: ReviewFacts()].stated[name] = try row[4]
      }
    }
  }

  /// Models by which units were recognised for years of the time, and what their thematic meetings registered in it.
  private func countModels(_ collected: inout Collected) throws {
    try db.each(
      """
      SELECT t.subject, count(DISTINCT t.family) FROM model_assessment t
      WHERE t.subject IN (\(units)) AND t.year >= \(round.days.start.year) AND t.year <= \(round.last.year)
        AND t.recognised = 1 AND \(known("t", knowledge)) GROUP BY t.subject
      """
    ) { row in collected.ofUnits[try row[0], default: ReviewFacts()].modelsRecognised = try row[1] }
    try db.each(
      """
      SELECT a.ancestor, count(*) FROM ancestry a
      JOIN meeting m ON m.unit = a.unit AND m.start_on >= \(round.days.start) AND m.start_on <= \(round.last)
        AND m.stage = 'closed' AND m.kind IN ('thematic', 'combined') AND \(known("m", knowledge))
      JOIN meeting_output t ON t.meeting = m.id AND \(known("t", knowledge))
      WHERE a.ancestor IN (\(units)) AND \(asOf("a", sheet.asOf)) GROUP BY a.ancestor
      """
    ) { row in collected.ofUnits[try row[0], default: ReviewFacts()].outputsRegistered = try row[1] }
  }
}
