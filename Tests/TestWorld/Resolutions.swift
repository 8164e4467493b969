package import Basics
package import Records
package import Rules

/// Resolutions and tasks in few words.
extension World {
  @discardableResult
  package func resolve(
    _ title: String,
    by unit: String,
    on day: CivilDate,
    _ kind: ResolutionKind = .resolution,
    under parent: ID<FactMark>? = nil
  ) async throws -> ID<FactMark> {
    let draft = ResolutionDraft(kind, title, on: day, parent: parent)
    return ID(try await carryOut(EnterResolution(of: self.unit(unit), draft)).result ?? 0)
  }

  @discardableResult
  package func assign(
    _ what: String,
    to unit: String,
    by person: ID<Person>? = nil,
    under resolution: ID<FactMark>? = nil,
    from begins: CivilDate = "2025-01-02",
    due: CivilDate = "2025-06-30",
    _ measure: TaskMeasure = .evidence("Biên bản nghiệm thu"),
    weight: Int = 1
  ) async throws -> ID<FactMark> {
    let draft = TaskDraft(
      what,
      of: self.unit(unit),
      by: person,
      under: resolution,
      from: begins,
      due: due,
      measure,
      weight: weight
    )
    return ID(try await carryOut(AssignTask(draft)).result ?? 0)
  }

  /// Tells how much of a task there is so far.
  package func tell(
    _ task: ID<FactMark>,
    _ quantity: Int,
    on day: CivilDate,
    note: String? = nil
  ) async throws {
    let progress = TaskProgress(Quantity(quantity), note: note)
    try await carryOut(TellProgress(task, progress, on: day))
  }

  package func tasks(_ scope: TaskQuestion.Scope, on day: CivilDate) async throws -> [TaskLine] {
    try await read { try TaskStore(db: $0).lines(TaskQuestion(scope, AsOf(day))) }
  }

  package func standing(_ task: ID<FactMark>, on day: CivilDate) async throws -> TaskStanding? {
    try await tasks(.task(task), on: day).first?.standing
  }
}
