import Basics
import Hummingbird
import Markup
import Records
import Rules
import Sheets

/// Who took part over a year: of a unit, of a person, and as a file.
struct AttendancePages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/attendance", use: year)
    routes.files(of: "attendance") { request, key, format in
      try await reception.take(request, format) { try $0.exportAttendance(key, format) }
    }
    routes.get("/people/:person/attendance", use: person)
  }

  /// `GET /units/:unit/attendance?year=2025`.
  @Sendable func year(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .meetings) {
      try $0.attendanceYear(key)
    } _: {
      attendanceView($0, in: $1)
    }
  }

  /// `GET /people/:person/attendance?year=2025`; a look of somebody else is written down.
  @Sendable func person(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("person") ?? ""
    return try await reception.page(request, nil, isLogged: true) {
      try $0.personAttendance(key)
    } _: {
      personAttendanceView($0, in: $1)
    }
  }
}

extension Visit {
  /// Of a cell a row for each mark; of a committee one for each unit directly below.
  fileprivate func exportAttendance(_ key: String, _ format: ExportFormat) throws -> TakenList {
    let unit = try unit(key)
    try require(.exportLists, on: unit)
    let model = try attendanceYear(key)
    let name = "attendance-\(try standing(of: unit).last?.code ?? "")-\(model.year)"
    let file = try model.isCell ? marksFile(model, format, name) : ratesFile(model, format, name)
    let people = model.people.compactMap { ID<Person>($0.person.key) }.sorted()
    let count = model.isCell ? model.people.map(\.marks.count).reduce(0, +) : model.rows.count
    try logList(of: unit, on: asOf.day, count: count, named: people)
    return TakenList(try file.finish(), name: name)
  }

  private func marksFile(
    _ model: AttendanceYear,
    _ format: ExportFormat,
    _ title: String
  ) throws -> ExportFile {
    let columns = [
      XLSXColumn("person", width: 18), XLSXColumn("name", width: 34), XLSXColumn("day", content: .day),
      XLSXColumn("meeting", width: 14), XLSXColumn("mark", width: 12), XLSXColumn("obliged", width: 9),
    ]
    let file = try ExportFile(format, title: title, columns: columns, created: moment)
    for person in model.people {
      for mark in person.marks {
        try file.write([
          .text(person.code), .text(person.person.name), .day(mark.day), .text(mark.kind.rawValue),
          .text(mark.mark.rawValue), .text(mark.isObliged ? "yes" : "no"),
        ])
      }
    }
    return file
  }

  private func ratesFile(
    _ model: AttendanceYear,
    _ format: ExportFormat,
    _ title: String
  ) throws -> ExportFile {
    let columns = [
      XLSXColumn("unitName", width: 44), XLSXColumn("meetings", content: .number),
      XLSXColumn("obliged", content: .number), XLSXColumn("present", content: .number),
      XLSXColumn("unexcused", content: .number), XLSXColumn("withoutQuorum", content: .number),
    ]
    let file = try ExportFile(format, title: title, columns: columns, created: moment)
    for row in model.rows {
      try file.write([
        .text(row.unit.name), .number(row.meetings), .number(row.obliged), .number(row.present),
        .number(row.unexcused), .number(row.withoutQuorum),
      ])
    }
    return file
  }
}
