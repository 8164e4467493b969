import Basics
import Hummingbird
import Markup
import Records
import Rules
import Sheets

/// The tasks of a unit and of a person, a task, the file that shows it is done, and the list as a file.
struct TaskPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/tasks", use: unitTasks)
    routes.files(of: "tasks", use: tasksFile)
    routes.get("/people/:person/tasks", use: personTasks)
    routes.get("/tasks/:task", use: task)
    routes.get("/tasks/:task/files/:file", use: evidence)
  }

  /// `GET /units/:unit/tasks?state=late&resolution=…&of=tasks.onTime&from=2025-01-01&until=2026-01-01`.
  @Sendable func unitTasks(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) { visit in
      try visit.unitTasks(key)
    } _: { model, frame in
      taskDeskView(model, in: frame)
    }
  }

  /// `GET /people/:person/tasks`.
  @Sendable func personTasks(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("person") ?? ""
    return try await reception.page(request, nil) { visit in
      try visit.personTasks(key)
    } _: { model, frame in
      taskDeskView(model, in: frame)
    }
  }

  /// `GET /tasks/:task`.
  @Sendable func task(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("task") ?? ""
    return try await reception.page(request, nil) { visit in
      try visit.taskPage(key)
    } _: { model, frame in
      taskView(model, in: frame)
    }
  }

  /// `GET /tasks/:task/files/:hash`: what shows that a task is done, for whoever may read the task.
  @Sendable func evidence(_ request: Request, _ context: PageContext) async throws -> Response {
    let (key, text) = (context.parameters.get("task") ?? "", context.parameters.get("file") ?? "")
    return try await reception.answer(request) { visit in
      let task = try visit.readableTask(key).task
      guard let hash = FileHash(text),
        let told = try TaskStore(db: visit.db).progress(of: task.key).first(where: { $0.file == hash }),
        let file = try FileStore(db: visit.db).file(hash)
      else { throw PageFault.absent }
      return (file: file, name: told.name ?? "")
    } _: { found, _, _ in
      reception.give(found.file, as: found.name)
    }
  }

  @Sendable func tasksFile(
    _ request: Request,
    _ key: String,
    _ format: ExportFormat
  ) async throws -> Response {
    try await reception.take(request, format) { visit in
      let unit = try visit.unit(key)
      try visit.require(.readResolutions, on: unit)
      try visit.require(.exportLists, on: unit)
      let code = try visit.standing(of: unit).last?.code ?? ""
      let name = "tasks-\(code)-\(visit.asOf.day)"
      return TakenList(try visit.exportTasks(unit, format, name), name: name)
    }
  }
}

extension Visit {
  fileprivate func exportTasks(
    _ unit: ID<Unit>,
    _ format: ExportFormat,
    _ title: String
  ) throws -> ExportFile.Finished {
    let columns = [
      XLSXColumn("task", width: 18), XLSXColumn("text", width: 60), XLSXColumn("unitName", width: 40),
      XLSXColumn("person", width: 30), XLSXColumn("resolution", width: 40), XLSXColumn("from", content: .day),
      XLSXColumn("due", content: .day), XLSXColumn("measure", width: 12), XLSXColumn("target", width: 12),
      XLSXColumn("counted", width: 30), XLSXColumn("weight", content: .number),
      XLSXColumn("quantity", width: 12), XLSXColumn("state", width: 14), XLSXColumn("done", content: .day),
    ]
    let file = try ExportFile(format, title: title, columns: columns, created: moment)
    let filter = try TaskFilter(self)
    let isOwn = filter.isOwn || filter.figure != nil
    let rows = try tasks(of: isOwn ? .own(unit) : .below(unit), filter).shown
    for line in rows {
      let task = line.task
      try file.write([
        .text(task.key.description), .text(task.what), .text(line.unitName), .text(line.answererName),
        .text(line.resolutionTitle), .day(task.begins), .day(task.due), .text(task.measure.kind.rawValue),
        .text(task.measure.target.description), .text(task.measure.counted), .number(task.weight),
        .text(line.standing.quantity.description), .text(line.standing.state.rawValue),
        .day(line.standing.doneOn),
      ])
    }
    let people = Set(rows.compactMap(\.task.answerer)).sorted()
    try logList(of: unit, on: asOf.day, count: rows.count, named: people.count > 5000 ? nil : people)
    return try file.finish()
  }
}
