import Storage

/// A conversation with PostgreSQL: our statements inside one transaction.
final class PostgresConnection: Connection {
  private let link: PostgresLink
  private var expectsBulk = false
  /// What gathers rows, in the order in which tables refer to each other.
  private var copiers: [PostgresCopier] = []
  private var gatheredBytes = 0
  private var shapes: [TableShape] = []
  private var cursors = 0
  /// How much is gathered before it is copied in.
  private static let most = 8 << 20

  init(_ link: PostgresLink) {
    self.link = link
  }

  func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
    let (text, values) = try asked(sql)
    let run = try link.ask(text, values)
    defer { run.finish() }
    while try run.advance() { try body(Row(run.row)) }
  }

  func execute(_ sql: SQL) throws -> Int {
    let (text, values) = rendered(sql)
    return try run(text, values)
  }

  @discardableResult
  func run(_ text: String, _ values: [SQLValue], typed: Bool = true) throws -> Int {
    try flush()
    return try link.execute(text, values, typed: typed)
  }

  func cursor(_ sql: SQL) throws -> any Cursor {
    let (text, values) = try asked(sql)
    cursors += 1
    let name = "c\(cursors)"
    _ = try link.execute("DECLARE \(name) NO SCROLL CURSOR FOR \(text)", values)
    return PostgresCursor(link, name)
  }

  func inserter(into table: String, _ columns: [String]) throws -> any Inserter {
    guard expectsBulk else { return PostgresInserter(self, into: table, columns) }
    if let kept = copiers.first(where: { $0.table == table && $0.columns == columns }) { return kept }
    if shapes.isEmpty { shapes = try tables() }
    guard let shape = shapes.first(where: { $0.name == table }) else {
      return PostgresInserter(self, into: table, columns)
    }
    let copier = try PostgresCopier(self, into: shape, columns)
    copiers.append(copier)
    let order = Dictionary(shapes.enumerated().map { ($1.name, $0) }) { first, _ in first }
    copiers.sort { order[$0.table, default: 0] < order[$1.table, default: 0] }
    return copier
  }

  // MARK: Very many rows

  func expectBulk() throws {
    // What is asked a million times is planned once.
    try link.command(
      """
      SET LOCAL statement_timeout = 0; SET LOCAL maintenance_work_mem = '256MB'; SET LOCAL plan_cache_mode = auto
      """
    )
    expectsBulk = true
  }

  /// Rows were gathered: copied in when there are enough of them.
  func gathered(_ bytes: Int) throws {
    gatheredBytes += bytes
    if gatheredBytes >= PostgresConnection.most { try flush() }
  }

  /// Copies in what was gathered, what is referred to before what refers to it.
  func flush() throws {
    guard gatheredBytes > 0 else { return }
    gatheredBytes = 0
    for copier in copiers { try copier.flush(link) }
  }

  /// From so many new rows on a table is not what the planner takes it for.
  private static let grown = 20_000

  /// Lets the planner see tables that grew by very many rows since it last looked, before it is asked again.
  private func analyseGrown() throws {
    for copier in copiers where copier.unseen > PostgresConnection.grown + copier.seen {
      copier.look()
      _ = try link.execute("ANALYZE \(PostgresDialect.quoted(copier.table))", [])
    }
  }

  func withoutIndexes(of tables: [String], _ fill: () throws -> Void) throws {
    let names = Set(tables)
    // What guards a key stays; what looks after references is put aside too and proved afterwards in one go.
    let indexes = try parts(
      of: names,
      """
      SELECT c.relname, t.relname, pg_get_indexdef(i.indexrelid) FROM pg_index i
      JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
      WHERE t.relnamespace = current_schema()::regnamespace
        AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)
      ORDER BY c.relname
      """
    )
    let references = try parts(
      of: names,
      """
      SELECT k.conname, t.relname, pg_get_constraintdef(k.oid) FROM pg_constraint k
      JOIN pg_class t ON t.oid = k.conrelid
      WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace ORDER BY k.conname
      """
    )
    for index in indexes { try run("DROP INDEX \(PostgresDialect.quoted(index.name))", []) }
    for reference in references {
      try run("\(altered(reference.table)) DROP CONSTRAINT \(PostgresDialect.quoted(reference.name))", [])
    }
    try fill()
    for index in indexes { try run(index.definition, []) }
    for reference in references {
      let name = PostgresDialect.quoted(reference.name)
      try run("\(altered(reference.table)) ADD CONSTRAINT \(name) \(reference.definition)", [])
    }
    // What was empty is full: questions are planned by what is there now.
    for table in tables { try run("ANALYZE \(PostgresDialect.quoted(table))", []) }
  }

  /// Parts of the schema that belong to some tables: each by its name, its table and how it is made.
  private func parts(
    of tables: Set<String>,
    _ question: SQL
  ) throws -> [(name: String, table: String, definition: String)] {
    try rows(question) { row in (name: try row[0], table: try row[1], definition: try row[2]) }
      .filter { tables.contains($0.table) }
  }

  private func altered(_ table: String) -> String { "ALTER TABLE \(PostgresDialect.quoted(table))" }

  // MARK: Shapes

  func tables() throws -> [TableShape] {
    let names: [String] = try rows(
      """
      SELECT relname FROM pg_class
      WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace ORDER BY relname
      """
    ) { try $0[0] }
    guard !names.isEmpty else { return [] }
    var columns: [String: [TableShape.Column]] = [:]
    try each(
      """
      SELECT c.relname, a.attname, a.atttypid::bigint FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
        AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY c.relname, a.attnum
      """
    ) { row in
      let kind = PostgresType.kind(UInt32(truncatingIfNeeded: try row[2] as Int64)) ?? .text
      columns[try row[0], default: []].append(TableShape.Column(name: try row[1], type: kind))
    }
    var keys: [String: [String]] = [:]
    try each(
      """
      SELECT c.relname, a.attname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      CROSS JOIN LATERAL unnest(k.conkey) WITH ORDINALITY AS p (number, place)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.number
      WHERE k.contype = 'p' AND k.connamespace = current_schema()::regnamespace ORDER BY c.relname, p.place
      """
    ) { row in keys[try row[0], default: []].append(try row[1]) }
    var references: [String: Set<String>] = [:]
    try each(
      """
      SELECT c.relname, r.relname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      JOIN pg_class r ON r.oid = k.confrelid
      WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace
      """
    ) { row in references[try row[0], default: []].insert(try row[1]) }
    return names.map { name in
      TableShape(
        name: name,
        columns: columns[name] ?? [],
        key: keys[name] ?? [],
        refersTo: references[name] ?? []
      )
    }.inOrderOfReference
  }

  /// A question as the server is asked it, once all that was gathered before is in and seen by its planner.
  private func asked(_ sql: SQL) throws -> (text: String, values: [SQLValue]) {
    try flush()
    try analyseGrown()
    return rendered(sql)
  }

  private func rendered(_ sql: SQL) -> (text: String, values: [SQLValue]) {
    let (text, values) = sql.rendered { "$\($0)" }
    return (PostgresDialect.translated(text), values)
  }
}
