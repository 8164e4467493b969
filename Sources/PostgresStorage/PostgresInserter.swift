import Storage

/// Rows for one table, each written at once.
final class PostgresInserter: Inserter {
  private let connection: PostgresConnection
  private let text: String

  init(_ connection: PostgresConnection, into table: String, _ columns: [String]) {
    self.connection = connection
    text = PostgresInserter.text(table, columns)
  }

  static func text(_ table: String, _ columns: [String]) -> String {
    let marks = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    let names = columns.map(PostgresDialect.quoted).joined(separator: ", ")
    return "INSERT INTO \(PostgresDialect.quoted(table)) (\(names)) VALUES (\(marks))"
  }

  func insert(_ values: [SQLValue]) throws {
    try connection.run(text, values, typed: false)
  }
}

/// Very many rows for one table, gathered and copied in when there are enough of them, or when anything else is
/// asked of the connection.
final class PostgresCopier: Inserter {
  let table: String
  let columns: [String]
  private let kinds: [TableShape.Kind]
  private let connection: PostgresConnection
  private var rows = PostgresBytes()
  /// The first few rows: not worth copying while no more come.
  private var few: [[SQLValue]] = []
  private let text: String
  /// How many rows were written since the planner last looked, and before.
  private(set) var unseen = 0
  private(set) var seen = 0

  /// The planner looks at the table now.
  func look() {
    seen += unseen
    unseen = 0
  }

  init(_ connection: PostgresConnection, into shape: TableShape, _ columns: [String]) throws {
    table = shape.name
    self.columns = columns
    self.connection = connection
    text = PostgresInserter.text(shape.name, columns)
    kinds = try columns.map { name in
      guard let column = shape.columns.first(where: { $0.name == name }) else {
        throw StorageError.engine(code: 0, message: "no column \(name)", sql: shape.name)
      }
      return column.type
    }
  }

  func insert(_ values: [SQLValue]) throws {
    unseen += 1
    if rows.bytes.isEmpty {
      few.append(values)
      if few.count > PostgresCopier.fewest {
        begin()
        for row in few { try add(row) }
        few = []
      }
      return try connection.gathered(1)
    }
    let before = rows.bytes.count
    try add(values)
    try connection.gathered(rows.bytes.count - before)
  }

  /// From so many rows on they are copied.
  private static let fewest = 8

  private func begin() {
    // The signature of the form, no flags, nothing more at the head.
    rows.add("PGCOPY\n")
    rows.add(UInt8(0xff))
    rows.add("\r\n\0")
    rows.add(Int32(0))
    rows.add(Int32(0))
  }

  private func add(_ values: [SQLValue]) throws {
    rows.add(Int16(values.count))
    for (index, value) in values.enumerated() { try rows.add(value, framed: true, as: kinds[index]) }
  }

  /// Writes what was gathered.
  func flush(_ link: PostgresLink) throws {
    for row in few { _ = try link.execute(text, row, typed: false) }
    few = []
    guard !rows.bytes.isEmpty else { return }
    rows.add(Int16(-1))
    defer { rows.removeAll() }
    try link.copy(into: table, columns, rows.bytes)
  }
}
