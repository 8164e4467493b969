import Basics
import Rules
package import Storage

/// Takes over the meetings that the cells of an office held before they kept them here: `meetings.csv`, and
/// `attendance.csv` with who was away, late or gone early.
///
/// An entry of the journal for each cell. Nothing is written when anything is refused, unless what is sound is to be
/// taken without the rest.
package struct MeetingTakeover: Sendable {
  package let source: ListSource
  package let acceptsValid: Bool
  package let isDryRun: Bool
  private let scratch: any Scratchpad

  package init(
    _ source: ListSource,
    acceptsValid: Bool = false,
    isDryRun: Bool = false,
    scratch: any Scratchpad
  ) {
    self.source = source
    self.acceptsValid = acceptsValid
    self.isDryRun = isDryRun
    self.scratch = scratch
  }

  /// Does it in one transaction, as deeds of `actor`.
  package func run(_ office: Office, as actor: Actor) async throws -> ImportReport {
    do {
      return try await office.database.write { db in
        let desk = try office.desk(db)
        let report = try scratch.use { stage in
          let run = MeetingTakeoverRun(
            db: db,
            desk: desk,
            actor: actor,
            today: office.clock.today,
            takeover: self
          )
          return try run.run(try StagedMeetings(stage))
        }
        if isDryRun || (!report.refused.isEmpty && !acceptsValid) { throw Stopped(report: report) }
        return report
      }
    } catch let stopped as Stopped {
      return stopped.report
    }
  }

  /// Ends the transaction with nothing written; what was found is told all the same.
  private struct Stopped: Error {
    let report: ImportReport
  }
}

/// One takeover while it runs: reads the lists, holds each cell's against the record, writes.
final class MeetingTakeoverRun {
  let db: any Connection
  let desk: Desk
  let actor: Actor
  let today: CivilDate
  let takeover: MeetingTakeover
  private(set) var report = ImportReport()
  /// Of which cell and day something could not be read: the meeting cannot be told without it.
  private(set) var broken: Set<String> = []
  private var files: [ListKind: String] = [:]
  private var refusedLines: Set<[Int]> = []

  init(db: any Connection, desk: Desk, actor: Actor, today: CivilDate, takeover: MeetingTakeover) {
    self.db = db
    self.desk = desk
    self.actor = actor
    self.today = today
    self.takeover = takeover
  }

  func run(_ stage: StagedMeetings) throws -> ImportReport {
    try read(into: stage)
    let isFirst = try !db.exists("SELECT 1 FROM meeting")
    if isFirst {
      // Nothing is looked up while nothing is there: the indexes are made at the end.
      let tables = [JournaledTable.meeting, .attendance, .minutes, .meetingScore].map(\.name)
      try db.expectBulk()
      try db.withoutIndexes(of: tables) { try take(stage, isFirst: true) }
    } else {
      try take(stage, isFirst: false)
    }
    report.refused.sort { ($0.place.list.number, $0.place.row) < ($1.place.list.number, $1.place.row) }
    report.accepted = max(report.read - refusedLines.count, 0)
    return report
  }

  private func read(into stage: StagedMeetings) throws {
    let staging = try stage.inserter()
    for list in try takeover.source.open() {
      files[list.kind] = list.name
      let missing = try list.readHeadings()
      for heading in list.unknown {
        let place = ListPlace(list: list.kind, file: list.name, row: 1, column: nil)
        report.warnings.append(Warning(place: place, advice: .unknownColumn(heading)))
      }
      for field in missing { refuse(list.kind, 1, Objection(field, .blank)) }
      if !missing.isEmpty { continue }
      while let (raw, shape) = try list.next() {
        var row = raw
        report.read += 1
        let objections = shape.map { [$0] } ?? row.understand()
        for objection in objections { refuse(row.kind, row.line, objection) }
        if objections.isEmpty {
          try staging.insert(StagedMeetings.values(row))
        } else {
          broken.insert(MeetingTakeoverRun.key(row))
        }
      }
    }
  }

  /// A cell and a day, whichever row names them.
  static func key(_ row: ListRow) -> String { row[.unit] + "\u{1f}" + row[.day] }

  private func take(_ stage: StagedMeetings, isFirst: Bool) throws {
    try stage.eachCell { cell in
      let judged = try MeetingsOfCell(run: self, isFirst: isFirst).judge(cell)
      guard let judged, !judged.meetings.isEmpty else { return }
      report.new += judged.meetings.reduce(0) { $0 + 1 + $1.marks.count }
      guard report.refused.isEmpty || takeover.acceptsValid else { return }
      let deed = TakeOverMeetings(
        unit: judged.unit,
        source: takeover.source.name,
        meetings: judged.meetings
      )
      report.entry = try desk.carryOut(Errand(deed, by: actor)).entry
    }
  }

  func refuse(_ row: ListRow, _ objection: Objection) { refuse(row.kind, row.line, objection) }

  private func refuse(_ kind: ListKind, _ line: Int, _ objection: Objection) {
    refusedLines.insert([kind.number, line])
    let place = ListPlace(
      list: kind,
      file: files[kind] ?? kind.rawValue,
      row: line,
      column: objection.field
    )
    report.refused.append(RefusedRow(place: place, refusal: objection.refusal))
  }
}
