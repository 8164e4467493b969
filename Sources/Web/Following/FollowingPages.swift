import Basics
import Hummingbird
import Records
import Rules
import Sheets

/// Who follows which cells, the meetings they were to come to, and the page of one follower.
struct FollowingPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/followers", use: followers)
    routes.get("/units/:unit/visits", use: visits)
    routes.files(of: "visits", use: visitsFile)
    routes.get("/people/:person/following", use: following)
  }

  /// `GET /units/:unit/followers?by=cell&from=2025-01-01&until=2026-01-01`.
  @Sendable func followers(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .meetings) {
      try $0.followersPage(key)
    } _: {
      followersView($0, in: $1)
    }
  }

  /// `GET /units/:unit/visits?follower=…&cell=…&of=visits.absent`.
  @Sendable func visits(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .meetings) {
      try $0.visitsPage(key)
    } _: {
      visitsView($0, in: $1)
    }
  }

  /// `GET /people/:person/following`: what a follower has to do.
  @Sendable func following(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("person") ?? ""
    return try await reception.page(request, nil) {
      try $0.followingPage(key)
    } _: {
      followingView($0, in: $1)
    }
  }

  @Sendable func visitsFile(
    _ request: Request,
    _ key: String,
    _ format: ExportFormat
  ) async throws -> Response {
    try await reception.take(request, format) { visit in
      let unit = try visit.unit(key)
      try visit.require(.readMeetings, on: unit)
      try visit.require(.exportLists, on: unit)
      let code = try visit.standing(of: unit).last?.code ?? ""
      let question = try visit.visitQuestion(.below(unit))
      let lines = try VisitStore(db: visit.db).lines(question, limit: 100_000)
      let name = "visits-\(code)-\(visit.asOf.day)"
      let columns = [
        XLSXColumn("day", content: .day), XLSXColumn("unitName", width: 40), XLSXColumn("kind", width: 14),
        XLSXColumn("person", width: 30), XLSXColumn("state", width: 14), XLSXColumn("meeting", width: 18),
      ]
      let file = try ExportFile(format, title: name, columns: columns, created: visit.moment)
      for line in lines {
        try file.write([
          .day(line.day), .text(line.unitName), .text(line.kind.rawValue), .text(line.followerName),
          .text(line.state.rawValue), .text(line.meeting.description),
        ])
      }
      let people = Set(lines.map(\.follower)).sorted()
      try visit.logList(
        of: unit,
        on: visit.asOf.day,
        count: lines.count,
        named: people.count > 5000 ? nil : people
      )
      return TakenList(try file.finish(), name: name)
    }
  }
}
