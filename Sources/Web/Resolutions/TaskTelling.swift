import Basics
import Hummingbird
import Markup
import Records
import Rules

/// The open tasks of a unit, told of in one list as its meeting goes through them.
struct TaskTelling: FormShownAgain {
  let unit: UnitLink
  let path: [UnitLink]
  let rows: [TaskLine]
  let count: Int
  let firstSerial: Int
  let previous: String?
  let next: String?
  let day: CivilDate
  let request: String
  var objections: [Objection] = []
  var values: [String: String] = [:]

  func value(_ field: Field, _ line: TaskLine) -> String {
    values["\(field.rawValue)-\(line.task.key)"] ?? ""
  }

  /// What stands against what was told of a task: of several of one person it stands at each that was written in.
  func refusals(_ line: TaskLine) -> [Objection] {
    objections.compactMap { objection in
      guard case .ofSubject(let subject, _, let refusal) = objection.refusal else { return nil }
      let isOf = subject.person != nil && subject.person == line.task.answerer
      return isOf && !value(.quantity, line).isEmpty ? Objection(objection.field, refusal) : nil
    }
  }
}

extension Visit {
  func taskTelling(_ key: String) throws -> TaskTelling {
    let unit = try unit(key)
    try require(.keepResolutions, on: unit)
    if !viewpoint.isNow { throw PageFault.absent }
    let path = try standing(of: unit)
    let open = try taskLines(TaskQuestion(.own(unit), asOf)).filter(\.standing.state.isOpen)
    let stretch = try Stretch(open.count, asked)
    return TaskTelling(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      rows: Array(open[stretch.range]),
      count: open.count,
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next,
      day: today,
      request: AccountForm.newRequest()
    )
  }
}

/// The list on which a unit tells how far its tasks have come.
struct TaskTellingPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/tasks/told", use: show)
    routes.post("/units/:unit/tasks/told", use: take)
  }

  /// `GET /units/:unit/tasks/told?after=50`.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) {
      try $0.taskTelling(key)
    } _: {
      taskTellingView($0, in: $1)
    }
  }

  /// `POST` with `day` and, of each `task` that is told of, `quantity-KEY` and `note-KEY`.
  @Sendable func take(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.sent(request) { form in
      guard let unit = ID<Rules.Unit>(key) else { return try await reception.fault(request, .absent) }
      return try await reception.answer(request, form, at: Path.tellTasks(key), .units) {
        try TaskTellingForm(form: form, unit: unit).deed()
      } again: {
        try $0.taskTelling(key)
      } _: {
        taskTellingView($0, in: $1)
      }
    }
  }
}

/// Reads the list's form: what was written of each task.
struct TaskTellingForm {
  let form: AccountForm
  let unit: ID<Rules.Unit>

  func deed() throws(Refused) -> TellTasks {
    var objections: [Objection] = []
    let said = form.text(Field.day.rawValue)
    let day = CivilDate(said) ?? CivilDate(list: said)
    if day == nil {
      objections.append(Objection(.day, said.isEmpty ? .blank : .notADay(String(said.prefix(40)))))
    }
    var told: [(task: ID<FactMark>, progress: TaskProgress)] = []
    for key in form.all("task") {
      let (text, note) = (form.text("quantity-\(key)"), form.text("note-\(key)"))
      guard let task = ID<FactMark>(key), !text.isEmpty || !note.isEmpty else { continue }
      guard let quantity = Quantity(written: text), quantity >= .zero else {
        objections.append(Objection(.quantity, text.isEmpty ? .blank : .notAnAmount(String(text.prefix(40)))))
        continue
      }
      objections += Written.text(note, .note, limit: 1000).filter { _ in !note.isEmpty }
      told.append((task, TaskProgress(quantity, note: note.isEmpty ? nil : note)))
    }
    try objections.raise()
    guard let day, !told.isEmpty else { throw Refused(nil, .nothingChanges) }
    return TellTasks(of: unit, told.map { TellTasks.Line($0.task, $0.progress, on: day) })
  }
}

extension [Objection] {
  /// Said once where it stands against each of so many: of one task given to many, and not of any one of them.
  func gathered(of count: Int) -> [Objection] {
    var (gathered, several): ([Objection], [Objection: Int]) = ([], [:])
    func plain(_ objection: Objection) -> Objection {
      guard case .ofSubject(_, _, let refusal) = objection.refusal else { return objection }
      return Objection(objection.field, refusal)
    }
    for objection in self { several[plain(objection), default: 0] += 1 }
    for objection in self {
      let plain = plain(objection)
      let said = several[plain] == count ? plain : objection
      if !gathered.contains(said) { gathered.append(said) }
    }
    return gathered
  }
}
