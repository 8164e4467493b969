package import Basics
import Markup
import Phrases
import Records
package import Rules
import Sheets

/// A task or a resolution behind a figure, by name.
package struct CountedWork: Hashable, Sendable {
  package var key: String
  package var title: String
  package var unit: UnitLink
  package var person: PersonLink?
  /// The last day of a task; when a resolution was sent.
  package var day: CivilDate
  /// How the task stands; `nil` of a resolution.
  package var state: TaskState?
  /// How far the unit has come with the resolution; `nil` of a task.
  package var step: CascadeStep?
}

extension FigureQuestion {
  /// The tasks or resolutions a figure counts.
  func work(_ figure: FigureName, _ visit: Visit) throws -> [WorkCounted] {
    let days = period ?? WorkFigureStore.period(around: asOf.day)
    return try visit.kept(.work(figure, unit, asOf, days)) {
      try WorkFigureStore(db: visit.db).counted(figure, unit, asOf, days)
    }
  }
}

extension Visit {
  /// Some of what a figure counts, by name: four questions.
  func named(_ counted: some Collection<WorkCounted>, _ figure: FigureName) throws -> [CountedWork] {
    let counted = Array(counted)
    let names = NameStore(db: db)
    let titles = try WorkFigureStore(db: db).titles(of: counted, figure, asOf.knowledge)
    let units = try names.names(of: Array(Set(counted.map(\.unit))), asOf.knowledge)
    let people = try names.particulars(of: Array(Set(counted.compactMap(\.person))), asOf.knowledge)
    return counted.map { one in
      CountedWork(
        key: one.key.description,
        title: titles[one.key] ?? "",
        unit: UnitLink(one.unit.description, units[one.unit]?.value(around: asOf.day) ?? ""),
        person: one.person.map { person in
          PersonLink(person.description, people[person]?.value(around: asOf.day)?.name ?? "")
        },
        day: one.day,
        state: one.state,
        step: one.step
      )
    }
  }

  /// The tasks or resolutions of a figure as a file.
  func exportWork(
    _ question: FigureQuestion,
    _ figure: FigureName,
    _ format: ExportFormat
  ) throws -> ExportFile.Finished {
    let columns = [
      XLSXColumn(figure.countsTasks ? "task" : "resolution", width: 18), XLSXColumn("title", width: 60),
      XLSXColumn("unitName", width: 40), XLSXColumn("name", width: 34),
      XLSXColumn(figure.countsTasks ? "due" : "sent", content: .day), XLSXColumn("state", width: 14),
    ]
    let file = try ExportFile(format, title: question.code, columns: columns, created: moment)
    let counted = try question.work(figure, self)
    for start in stride(from: 0, to: counted.count, by: 500) {
      for row in try named(counted[start..<min(start + 500, counted.count)], figure) {
        try file.write([
          .text(row.key), .text(row.title), .text(row.unit.name), .text(row.person?.name), .day(row.day),
          .text(row.state?.rawValue ?? row.step?.rawValue),
        ])
      }
    }
    let people = Set(counted.compactMap(\.person)).sorted()
    try logList(
      of: question.unit,
      on: question.asOf.day,
      count: counted.count,
      named: people.count > 5000 ? nil : people
    )
    return try file.finish()
  }
}

/// The tasks or resolutions behind a figure.
func workTable(_ rows: [CountedWork], _ caption: Phrase, from first: Int, _ viewpoint: Viewpoint) -> HTML {
  let areTasks = rows.first?.state != nil
  let numbered = rows.enumerated().map { (serial: first + $0.offset, row: $0.element) }
  let table = Table(
    caption: caption.text,
    columns: [
      Column(Phrase.serial.text, .number),
      Column((areTasks ? Phrase.taskWhat : .resolutionTitle).text),
      Column(Phrase.unit.text),
      Column((areTasks ? Phrase.taskDue : .sentOn).text, order: .ascending),
      Column(Phrase.stateTitle.text),
    ],
    rows: numbered,
    isDense: true
  ) { numbered, page in
    let row = numbered.row
    page.markup("<tr><td class=\"num quiet\">")
    page.write(Phrase.number(numbered.serial))
    page.markup("</td><th scope=\"row\">")
    page.piece(workName(row, viewpoint))
    page.markup("</th>")
    let person: HTML? = row.person.map {
      "<span class=\"detail\"><bdi lang=\"vi\">\($0.name)</bdi></span>"
    }
    page.cell(.unit, "\(HTML(reserving: 128) { $0.unit(row.unit, viewpoint) })\(person)")
    page.cell(areTasks ? .taskDue : .sentOn, "<span class=\"whole\">\(Phrase.day(row.day))</span>")
    page.cell(.stateTitle, "\(workState(row))")
    page.markup("</tr>\n")
  }
  return "<div class=\"stacks\">\(table.html)</div>"
}

/// A task or a resolution by its name, which opens it.
func workName(_ row: CountedWork, _ viewpoint: Viewpoint) -> HTML {
  let path = row.state == nil ? viewpoint.resolution(row.key) : viewpoint.task(row.key)
  return "<a href=\"\(path: path)\"><bdi lang=\"vi\">\(row.title)</bdi></a>"
}

func workState(_ row: CountedWork) -> Phrase {
  if let state = row.state { return .taskState(state.rawValue) }
  return .cascadeStep(row.step?.rawValue ?? "")
}
