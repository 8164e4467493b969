import Basics
import Rules
import Storage

/// Writes the rows of another record into ours while they come, a block at a time.
struct AbsorbedRows {
  private let work: Work
  private let other: OtherRecord
  /// What stands before a code that is taken here.
  private let prefix: String
  private let journal: ID<AbsorbedJournalMark>
  private(set) var renamed: [Renamed] = []
  /// Whose codes are those of people here: ours, and the one who came.
  private(set) var sameCodes: [(here: ID<Person>, there: ID<Person>)] = []
  /// Identifiers that are somebody's here already, and did not come.
  private(set) var sameIdentifiers: [(here: ID<Person>, there: ID<Person>)] = []
  private(set) var count = 0
  private var files: Set<[UInt8]> = []
  private var beside: [String: any Inserter] = [:]

  init(_ work: Work, _ other: OtherRecord, prefix: String) {
    self.work = work
    self.other = other
    self.prefix = prefix
    journal = work.draw()
  }

  mutating func take(_ block: RowPipe.Block) throws {
    count += block.rows.count
    switch Parcel.all[block.table] {
    case .files:
      for row in block.rows {
        guard case .bytes(.some(let hash)) = row[0] else { continue }
        let isHere = try work.db.exists("SELECT 1 FROM file WHERE hash = \(hash)")
        if isHere { continue }
        files.insert(hash)
        try add(row, to: "file", ["hash", "size", "type", "kept"])
      }
    case .chunks:
      for row in block.rows {
        guard case .bytes(.some(let hash)) = row[0], files.contains(hash) else { continue }
        try add(row, to: "file_chunk", ["hash", "number", "bytes"])
      }
    case .words: for row in block.rows { try add(row, to: "name_word", ["word", "person"]) }
    case .payloads: for row in block.rows { try add(row, to: "absorbed_payload", ["entry", "body"]) }
    case .lines: try keep(block.rows)
    case .facts(let table): try take(block.rows, into: table)
    }
  }

  private mutating func add(_ row: [SQLValue], to table: StaticString, _ columns: [StaticString]) throws {
    let inserter = try beside["\(table)"] ?? work.db.inserter(table, columns)
    beside["\(table)"] = inserter
    try inserter.insert(row)
  }

  // MARK: Facts

  private mutating func take(_ rows: [[SQLValue]], into table: JournaledTable) throws {
    var rows = rows
    switch "\(table.name)" {
    case "unit": try rename(&rows, .unit)
    case "person": try rename(&rows, .person)
    case "account":
      for index in rows.indices {
        // Always with its origin: nobody here is meant by it, and nobody signs in by it.
        if case .text(.some(let name)) = rows[index][1] { rows[index][1] = .text(prefix + name) }
        rows[index][3] = ID<Person>.sqlNull
      }
    case "identifier": rows = try free(rows)
    default: break
    }
    for row in rows {
      guard case .integer(.some(let id)) = row[0] else { throw StorageError.unreadable("id") }
      if table.isDated {
        try work.write(table, ID(id), try AbsorbedRows.span(row), Array(row[3...]))
      } else {
        try work.insert(table, ID<FactMark>(id), Array(row[1...]))
      }
    }
  }

  private static func span(_ row: [SQLValue]) throws -> Span {
    guard let start = try day(row[1]), let span = Span(from: start, until: try day(row[2])) else {
      throw StorageError.unreadable("span")
    }
    return span
  }

  private static func day(_ value: SQLValue) throws -> CivilDate? {
    switch value {
    case .text(.some(let text)), .day(.some(let text)):
      guard let day = CivilDate(text) else { throw StorageError.unreadable("day") }
      return day
    default: return nil
    }
  }

  /// Puts the origin before codes that are taken here.
  private mutating func rename(_ rows: inout [[SQLValue]], _ kind: Renamed.Kind) throws {
    let codes = rows.compactMap { row -> String? in
      if case .text(let code) = row[1] { code } else { nil }
    }
    let table: StaticString = kind == .unit ? "unit" : "person"
    var taken: [String: Int64] = [:]
    let list = SQL.join(codes.map { "\($0)" }, ", ")
    try work.db.each(
      "SELECT t.code, t.id FROM \(name: table) t WHERE t.code IN (\(list)) AND t.recorded < \(work.entry)"
    ) { row in taken[try row[0]] = try row[1] }
    for index in rows.indices {
      guard case .text(.some(let code)) = rows[index][1], let here = taken[code],
        case .integer(.some(let there)) = rows[index][0]
      else { continue }
      rows[index][1] = .text(prefix + code)
      renamed.append(Renamed(kind: kind, from: code, to: prefix + code))
      if kind == .person { sameCodes.append((here: ID(here), there: ID(there))) }
    }
  }

  /// The identifiers that are nobody's here on any of their days.
  private mutating func free(_ rows: [[SQLValue]]) throws -> [[SQLValue]] {
    // The columns: identity, two days, person, system, value.
    let values = Set(
      rows.compactMap { row -> String? in if case .text(let value) = row[5] { value } else { nil } }
    )
    let list = SQL.join(values.sorted().map { "\($0)" }, ", ")
    let holders = try work.db.rows(
      """
      SELECT i.person, i.system, i.value, i.start_on, i.end_on FROM identifier i
      WHERE i.value IN (\(list)) AND \(known("i")) AND i.recorded < \(work.entry)
      """
    ) { row in
      (
        person: try row[0] as ID<Person>, system: SQLValue.text(try row[1]), value: SQLValue.text(try row[2]),
        span: Span(from: try row[3], until: try row[4])
      )
    }
    return try rows.filter { row in
      let span = try AbsorbedRows.span(row)
      let holder = holders.first {
        $0.system == row[4] && $0.value == row[5] && $0.span?.overlaps(span) ?? false
      }
      guard let holder, case .integer(.some(let there)) = row[3] else { return true }
      sameIdentifiers.append((here: holder.person, there: ID(there)))
      return false
    }
  }

  // MARK: The journal

  /// Says whose journal follows.
  func open(origin: ID<Unit>) throws {
    try work.insert(
      .absorbedJournal,
      journal,
      [other.installation.sqlValue, origin.sqlValue, other.entries.sqlValue, other.head.sqlValue]
    )
  }

  private mutating func keep(_ rows: [[SQLValue]]) throws {
    for row in rows {
      let line: ID<AbsorbedJournalMark> = work.draw()
      try work.insert(.absorbedEntry, line, [journal.sqlValue] + row[..<13])
      try add([line.sqlValue, row[13]], to: "absorbed_payload", ["entry", "body"])
    }
  }

  var number: Int64 { journal.number }
}

/// What identifies the journal of another installation, and its lines.
enum AbsorbedJournalMark {}

/// A code that was taken here, and what it is now.
package struct Renamed: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case unit, person
  }

  package let kind: Kind
  package let from: String
  package let to: String

  package init(kind: Kind, from: String, to: String) {
    self.kind = kind
    self.from = from
    self.to = to
  }
}
