package import Basics
package import Rules
package import Storage

/// Counts what the record shows of a unit and below in a year: what is laid beside the criteria of a model.
package struct ModelEvidence {
  package let db: any Connection
  let library: RulebookLibrary

  /// - Parameters:
  ///   - db: The record.
  ///   - library: The regulations as they hold for the unit.
  package init(db: any Connection, by library: RulebookLibrary) {
    self.db = db
    self.library = library
  }

  /// Every figure, on the last day of the year, or today while it goes on: a constant number of questions.
  package func figures(of unit: ID<Unit>, in year: Int, _ asOf: AsOf) throws -> [ModelFigure: Int] {
    guard let period = Period(year: year) else { return [:] }
    var figures: [ModelFigure: Int] = [:]
    let held = try RegulationStore(db: db).standing(of: unit, asOf)?.facts ?? RegulationFacts(adopted: nil)
    let state = RegulationReading(library, on: asOf.day)?.state(on: held)
    figures[.workingRegulation] = state == .current ? 1 : 0
    try countResolutions(of: unit, period, asOf, &figures)
    let tasks = try TaskStore(db: db).lines(TaskQuestion(.below(unit), asOf, due: period)).map(
      \.standing.state
    )
    for (figure, task) in [
      (ModelFigure.tasksAssigned, TaskFigure.assigned), (.tasksDone, .done), (.tasksOnTime, .onTime),
    ] {
      figures[figure] = tasks.count { task.counts($0) }
    }
    try countMeetings(of: unit, year, period, asOf, &figures)
    try countDisciplines(of: unit, period, asOf, &figures)
    return figures
  }

  private func countResolutions(
    of unit: ID<Unit>,
    _ period: Period,
    _ asOf: AsOf,
    _ figures: inout [ModelFigure: Int]
  ) throws {
    figures[.resolutionsAdopted] = try db.value(
      """
      SELECT count(DISTINCT t.resolution) FROM resolution t
      WHERE t.unit = \(unit) AND \(known("t", asOf.knowledge)) AND t.start_on >= \(period.from)
        AND t.start_on < \(period.until)
      """
    )
    try db.each(
      """
      SELECT count(DISTINCT t.resolution), count(DISTINCT CASE WHEN t.studied IS NOT NULL THEN t.resolution END)
      FROM resolution_sent t
      WHERE t.unit = \(unit) AND \(known("t", asOf.knowledge)) AND t.received >= \(period.from)
        AND t.received < \(period.until)
      """
    ) { row in
      figures[.resolutionsReceived] = try row[0]
      figures[.resolutionsStudied] = try row[1]
    }
  }

  private func countMeetings(
    of unit: ID<Unit>,
    _ year: Int,
    _ period: Period,
    _ asOf: AsOf,
    _ figures: inout [ModelFigure: Int]
  ) throws {
    var (regular, thematic, obliged, present) = (0, 0, 0, 0)
    for month in try MeetingLists(db: db).months(below: unit, in: year, asOf) {
      if month.kind.countsForQuarter { thematic += month.count }
      if month.kind.countsForMonth { regular += month.count }
      obliged += month.obliged
      present += month.present
    }
    (figures[.meetingsRegular], figures[.meetingsThematic]) = (regular, thematic)
    // Of nobody obliged nothing can be said.
    if obliged > 0 { (figures[.attendanceObliged], figures[.attendancePresent]) = (obliged, present) }
    figures[.outputsRegistered] = try db.value(
      """
      SELECT count(*) FROM ancestry a
      JOIN meeting m ON m.unit = a.unit AND m.start_on >= \(period.from) AND m.start_on < \(period.until)
        AND m.stage = 'closed' AND m.kind IN ('thematic', 'combined') AND \(known("m", asOf.knowledge))
      JOIN meeting_output t ON t.meeting = m.id AND \(known("t", asOf.knowledge))
      WHERE a.ancestor = \(unit) AND \(Records.asOf("a", asOf))
      """
    )
  }

  private func countDisciplines(
    of unit: ID<Unit>,
    _ period: Period,
    _ asOf: AsOf,
    _ figures: inout [ModelFigure: Int]
  ) throws {
    let lists = DisciplinedLists(db: db)
    figures[.membersDisciplined] = try lists.memberCount(of: unit, period, asOf)
    figures[.unitsDisciplined] = try lists.unitCount(of: unit, period, asOf)
  }
}

extension [ModelFigure: Int] {
  /// The same by the names of facts, as a model's rulebook asks for them.
  package var facts: [String: Quantity] {
    [String: Quantity](uniqueKeysWithValues: map { ($0.key.rawValue, Quantity($0.value)) })
  }
}
