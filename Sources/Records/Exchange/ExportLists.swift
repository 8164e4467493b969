package import Basics
import Glibc
package import Rules
package import Storage

/// Gives the four lists back: imported into an empty record they are the same organisation, on every day.
package struct ExportLists: Sendable {
  package enum Form: String, CaseIterable, Hashable, Sendable {
    case csv, xlsx
  }

  package let folder: String
  package let form: Form

  /// - Throws: `StorageError.cannotOpen` when the folder cannot be made or written.
  package init(to folder: String, as form: Form) throws {
    self.folder = folder
    self.form = form
    if mkdir(folder, 0o755) != 0, errno != EEXIST { throw StorageError.cannotOpen(folder, reason: "folder") }
    if access(folder, W_OK) != 0 { throw StorageError.cannotOpen(folder, reason: "permission") }
  }

  /// Writes all lists as they are known now.
  /// - Returns: how many rows each holds.
  package func run(_ db: any Connection) throws -> [ListKind: Int] {
    let moment: Int64 = try db.value("SELECT coalesce(max(moment), 0) FROM entry") ?? 0
    let writer: any ListWriter =
      switch form {
      case .csv: try TextListWriter(folder: folder)
      case .xlsx: try BookListWriter(path: folder + "/chibo.xlsx", created: Int(moment / 1000))
      }
    do {
      return try write(db, to: writer)
    } catch {
      writer.abandon()
      throw error
    }
  }

  private func write(_ db: any Connection, to writer: any ListWriter) throws -> [ListKind: Int] {
    var counts: [ListKind: Int] = [:]
    for kind in ListKind.ofOrganisation {
      try writer.begin(kind)
      var count = 0
      let put: ([ListCell]) throws -> Void = { cells in
        count += 1
        try writer.write(cells)
      }
      switch kind {
      case .units: try units(db, put)
      case .members: try members(db, put)
      case .affiliations: try affiliations(db, put)
      case .posts: try posts(db, put)
      case .meetings, .attendance: break
      }
      counts[kind] = count
    }
    try writer.close()
    return counts
  }

  private func units(_ db: any Connection, _ put: ([ListCell]) throws -> Void) throws {
    let store = UnitStore(db: db)
    let ids: [ID<Unit>] = try db.rows(
      """
      SELECT u.id FROM unit u WHERE EXISTS (SELECT 1 FROM unit_kind k WHERE k.unit = u.id AND \(known("k")))
      ORDER BY u.code
      """
    ) { try $0[0] }
    for id in ids {
      guard let life = try store.life(id) else { continue }
      for piece in life.pieces() {
        let parent = try piece.parent.flatMap { try store.code(of: $0) }
        try put([
          .text(life.code), .text(piece.name), .text(piece.kind?.rawValue), .text(piece.sector?.rawValue),
          .text(parent), .day(piece.span.start), .day(piece.span.end), .text(piece.cited),
        ])
      }
    }
  }

  private func members(_ db: any Connection, _ put: ([ListCell]) throws -> Void) throws {
    try db.each(
      """
      SELECT o.code, p.name, p.born, p.sex, p.ethnicity, t.decided_on, t.start_on, t.official_on, t.end_on,
        t.reason, p.card, t.cited
      FROM membership_term t
      JOIN person o ON o.id = t.person
      JOIN particulars p ON p.person = t.person AND \(known("p"))
        AND (t.end_on IS NULL AND p.end_on IS NULL
          OR t.end_on IS NOT NULL AND p.start_on < t.end_on AND (p.end_on IS NULL OR p.end_on >= t.end_on))
      WHERE \(known("t")) ORDER BY o.code, t.start_on
      """
    ) { row in
      try put([
        .text(try row[0]), .text(try row[1]), .text(try row[2]), .text(try row[3]), .text(try row[4]),
        .day(try row[5]), .day(try row[6]), .day(try row[7]), .day(try row[8]), .text(try row[9]),
        .text(try row[10]), .text(try row[11]),
      ])
    }
  }

  private func affiliations(_ db: any Connection, _ put: ([ListCell]) throws -> Void) throws {
    try db.each(
      """
      SELECT o.code, u.code, f.role, f.start_on, f.end_on, f.cited
      FROM affiliation f JOIN person o ON o.id = f.person JOIN unit u ON u.id = f.unit
      WHERE \(known("f")) ORDER BY o.code, f.start_on, u.code, f.role, f.end_on NULLS LAST
      """
    ) { row in
      try put([
        .text(try row[0]), .text(try row[1]), .text(try row[2]), .day(try row[3]), .day(try row[4]),
        .text(try row[5]),
      ])
    }
  }

  private func posts(_ db: any Connection, _ put: ([ListCell]) throws -> Void) throws {
    try db.each(
      """
      SELECT o.code, u.code, p.post, p.start_on, p.end_on, p.cited
      FROM post p JOIN person o ON o.id = p.person JOIN unit u ON u.id = p.unit
      WHERE \(known("p")) ORDER BY o.code, p.start_on, u.code, p.post, p.end_on NULLS LAST
      """
    ) { row in
      try put([
        .text(try row[0]), .text(try row[1]), .text(try row[2]), .day(try row[3]), .day(try row[4]),
        .text(try row[5]),
      ])
    }
  }
}

/// A stretch of a unit's life on which nothing about it changes: one row of the list of units.
package struct UnitPiece: Hashable, Sendable {
  package let span: Span
  package let name: String?
  package let kind: UnitKind?
  package let sector: Sector?
  package let parent: ID<Unit>?
  /// What the facts that begin with it cite.
  package let cited: String?
}

extension UnitLife {
  /// The unit's life as rows of a list.
  package func pieces() -> [UnitPiece] {
    guard let existence else { return [] }
    let starts = Set(
      kinds.map(\.span.start) + names.map(\.span.start) + sectors.map(\.span.start)
        + parents.map(\.span.start)
        + sectors.compactMap(\.span.end) + parents.compactMap(\.span.end)
    ).filter(existence.contains).sorted()
    return starts.enumerated().compactMap { index, start in
      let end = index + 1 < starts.count ? starts[index + 1] : existence.end
      guard let span = Span(from: start, until: end) else { return nil }
      let cited =
        kinds.first { $0.span.start == start }?.cited ?? names.first { $0.span.start == start }?.cited
        ?? parents.first { $0.span.start == start }?.cited ?? sectors.first { $0.span.start == start }?.cited
      return UnitPiece(
        span: span,
        name: name(on: start),
        kind: kind(on: start),
        sector: sectors.first { $0.span.contains(start) }?.value,
        parent: parent(on: start),
        cited: cited
      )
    }
  }
}
