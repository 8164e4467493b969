import CLibPQ
import Glibc
import Storage

/// One connection to a server: used by one thread only, its statements kept prepared by their text.
final class PostgresLink {
  let connection: OpaquePointer
  let shown: String
  private var prepared: [String: Prepared] = [:]

  /// A statement the server keeps ready.
  private struct Prepared {
    let name: String
    /// What its values are, as the server sees it; empty where they say so themselves.
    let kinds: [TableShape.Kind?]
  }

  /// The answer that is still being received; whoever speaks next takes the rest of it in first.
  private var receiving: PostgresRun?
  /// The most statements kept prepared.
  private static let mostPrepared = 1000

  init(_ address: PostgresAddress) throws {
    shown = address.shown
    let names = Array(address.settings.keys)
    var keywords = names.map { UnsafePointer(strdup($0)) }
    var values = names.map { UnsafePointer(strdup(address.settings[$0] ?? "")) }
    defer { for text in keywords + values { free(UnsafeMutablePointer(mutating: text)) } }
    keywords.append(nil)
    values.append(nil)
    guard let made = PQconnectdbParams(keywords, values, 0) else {
      throw StorageError.server(shown, .unreachable, reason: "")
    }
    connection = made
    guard PQstatus(made) == CONNECTION_OK else {
      let reason = PostgresAddress.trimmed(lastMessage)
      let isUnknown = PQconnectionNeedsPassword(made) == 1 || PQconnectionUsedPassword(made) == 1
      PQfinish(made)
      throw StorageError.server(shown, isUnknown ? .signIn : .unreachable, reason: reason)
    }
    PQsetNoticeReceiver(made, PostgresLink.notice, Unmanaged.passUnretained(self).toOpaque())
    do {
      try demandSuitable()
      try command(PostgresLink.customs)
      if address.isBuilding { try command(PostgresLink.building) }
    } catch {
      PQfinish(made)
      throw error
    }
  }

  func close() { PQfinish(connection) }

  /// Whether the server had doubts about what it was last asked to make lasting.
  private var isWarned = false

  /// Notices are for nobody; a warning may be that a commit did not reach the standby it had to reach.
  private static let notice: PQnoticeReceiver = { link, result in
    guard let link, let severity = PQresultErrorField(result, Int32(UInt8(ascii: "V"))) else { return }
    if String(cString: severity) == "WARNING" {
      Unmanaged<PostgresLink>.fromOpaque(link).takeUnretainedValue().isWarned = true
    }
  }

  /// What holds on every connection: short questions need no compiled plans, each is planned for the unit and the
  /// word it is about, a cell or a country, and nobody waits for ever.
  private static let customs = """
    SET jit = off; SET plan_cache_mode = force_custom_plan; SET cursor_tuple_fraction = 1.0;
    SET lock_timeout = '10s'; SET statement_timeout = '10min'; SET idle_in_transaction_session_timeout = '15min';
    SET synchronous_commit = on
    """

  /// What holds while a record is made: it stands apart, and is made lasting at the end.
  private static let building = """
    SET search_path = \(PostgresDatabase.apart); SET synchronous_commit = off; SET statement_timeout = 0
    """

  private func demandSuitable() throws {
    let version = PQserverVersion(connection)
    if version < 150_000 { throw StorageError.server(shown, .version, reason: "\(version / 10_000)") }
    let encoding = PQparameterStatus(connection, "server_encoding").map { String(cString: $0) } ?? ""
    if encoding != "UTF8" { throw StorageError.server(shown, .encoding, reason: encoding) }
  }

  var lastMessage: String { PQerrorMessage(connection).map { String(cString: $0) } ?? "" }

  var isBroken: Bool { PQstatus(connection) != CONNECTION_OK }

  /// Whether a transaction is open, sound or not.
  var isInTransaction: Bool { PQtransactionStatus(connection) != PQTRANS_IDLE }

  // MARK: Speaking

  /// Runs statements without values or rows.
  func command(_ text: String) throws {
    try fallSilent()
    let result = PQexec(connection, text)
    defer { PQclear(result) }
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return
    default: throw StorageError.said(by: result, on: self, sql: text)
    }
  }

  /// Ends a transaction for good.
  ///
  /// A server that waits for a standby gives up after a while, keeps the work, and only warns: nobody knows then
  /// whether it will outlive that server.
  /// - Throws: `uncertain` then, and when the server went away instead of answering.
  func commit() throws {
    try fallSilent()
    isWarned = false
    let result = PQexec(connection, "SET LOCAL statement_timeout = '60s'; COMMIT")
    defer { PQclear(result) }
    if PQresultStatus(result) == PGRES_COMMAND_OK {
      // The server's word for a transaction in which something failed.
      guard String(cString: PQcmdStatus(result)) == "COMMIT" else {
        throw StorageError.engine(code: 0, message: "ROLLBACK", sql: "COMMIT")
      }
      if isWarned { throw StorageError.uncertain(shown) }
      return
    }
    let error = StorageError.said(by: result, on: self, sql: "COMMIT")
    if case .disconnected = error { throw StorageError.uncertain(shown) }
    throw error
  }

  /// Runs a statement to its end.
  ///
  /// `typed`: whether the values say their types, else the server takes those of their columns.
  ///
  /// Gives how many rows it changed.
  func execute(_ text: String, _ values: [SQLValue], typed: Bool = true) throws -> Int {
    try fallSilent()
    if PostgresDialect.isDefinition(text) {
      PQclear(try once(text, values))
      return 0
    }
    let statement = try statement(text, values, typed)
    let result = try PostgresLink.parameters(values, statement.kinds) { count, pointers, lengths, formats in
      PQexecPrepared(connection, statement.name, count, pointers, lengths, formats, 1)
    }
    defer { PQclear(result) }
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return Int(String(cString: PQcmdTuples(result))) ?? 0
    default: throw StorageError.said(by: result, on: self, sql: text)
    }
  }

  /// Runs a statement that is not kept prepared.
  /// - Returns: its answer, to be cleared by whoever asked.
  func once(_ text: String, _ values: [SQLValue] = []) throws -> OpaquePointer? {
    try fallSilent()
    let result = try PostgresLink.parameters(values) { count, pointers, lengths, formats in
      PQexecParams(connection, text, count, values.map(PostgresType.of), pointers, lengths, formats, 1)
    }
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return result
    default:
      defer { PQclear(result) }
      throw StorageError.said(by: result, on: self, sql: text)
    }
  }

  /// Asks a question whose rows are received one by one.
  func ask(_ text: String, _ values: [SQLValue]) throws -> PostgresRun {
    try fallSilent()
    let isSent = try PostgresLink.parameters(values) { count, pointers, lengths, formats in
      PQsendQueryPrepared(connection, try statement(text, values).name, count, pointers, lengths, formats, 1)
    }
    guard isSent == 1 else { throw StorageError.said(by: nil, on: self, sql: text) }
    PQsetSingleRowMode(connection)
    let run = PostgresRun(self, text)
    receiving = run
    return run
  }

  /// Whoever was being answered takes in the rest, so that something else can be asked.
  private func fallSilent() throws {
    try receiving?.takeIn()
    receiving = nil
  }

  /// An answer is complete.
  func ended(_ run: PostgresRun) {
    if receiving === run { receiving = nil }
  }

  /// Asks the server to break off what it is doing for us.
  func callOff() {
    guard let cancel = PQgetCancel(connection) else { return }
    var message = [CChar](repeating: 0, count: 256)
    PQcancel(cancel, &message, Int32(message.count))
    PQfreeCancel(cancel)
  }

  // MARK: Preparing

  /// The prepared statement of this text and, unless the server is to know them, these types of values.
  private func statement(_ text: String, _ values: [SQLValue], _ typed: Bool = true) throws -> Prepared {
    let types = typed ? values.map(PostgresType.of) : []
    let key = types.isEmpty ? text : "\(types.map(String.init).joined(separator: ",")) \(text)"
    if let kept = prepared[key] { return kept }
    if prepared.count >= PostgresLink.mostPrepared {
      try command("DEALLOCATE ALL")
      prepared.removeAll()
    }
    let name = "s\(prepared.count)"
    try demandDone(PQprepare(connection, name, text, Int32(types.count), types), text)
    let made = Prepared(name: name, kinds: typed ? [] : try kinds(of: name, values.count, text))
    prepared[key] = made
    return made
  }

  /// What the server takes the values of a prepared statement for.
  private func kinds(of name: String, _ count: Int, _ text: String) throws -> [TableShape.Kind?] {
    let result = PQdescribePrepared(connection, name)
    let kinds = (0..<Int32(count)).map { PostgresType.kind(PQparamtype(result, $0)) }
    try demandDone(result, text)
    return kinds
  }

  private func demandDone(_ result: OpaquePointer?, _ text: String) throws {
    defer { PQclear(result) }
    if PQresultStatus(result) != PGRES_COMMAND_OK { throw StorageError.said(by: result, on: self, sql: text) }
  }

  /// Lays values out as libpq takes them, all in binary form.
  private static func parameters<Result>(
    _ values: [SQLValue],
    _ kinds: [TableShape.Kind?] = [],
    _ body: (Int32, [UnsafePointer<CChar>?], [Int32], [Int32]) throws -> Result
  ) throws -> Result {
    var laid = PostgresBytes()
    var places: [Int?] = []
    var lengths: [Int32] = []
    for (number, value) in values.enumerated() {
      let start = laid.bytes.count
      let length = try laid.add(value, framed: false, as: kinds.isEmpty ? nil : kinds[number])
      places.append(length == nil ? nil : start)
      lengths.append(Int32(length ?? 0))
    }
    // An empty text has an address too.
    laid.add(UInt8(0))
    return try laid.bytes.withUnsafeBytes { raw in
      let base = raw.assumingMemoryBound(to: CChar.self).baseAddress
      let pointers = places.map { place in place.flatMap { base?.advanced(by: $0) } }
      let formats = [Int32](repeating: 1, count: values.count)
      return try body(Int32(values.count), pointers, lengths, formats)
    }
  }

  // MARK: Copying

  /// Hands over rows in PostgreSQL's binary form for copying.
  func copy(into table: String, _ columns: [String], _ rows: [UInt8]) throws {
    try fallSilent()
    let names = columns.map(PostgresDialect.quoted).joined(separator: ", ")
    let text = "COPY \(PostgresDialect.quoted(table)) (\(names)) FROM STDIN (FORMAT binary)"
    let begun = PQexec(connection, text)
    defer { PQclear(begun) }
    guard PQresultStatus(begun) == PGRES_COPY_IN else {
      throw StorageError.said(by: begun, on: self, sql: text)
    }
    let isSent = rows.withUnsafeBytes { raw in
      PQputCopyData(connection, raw.assumingMemoryBound(to: CChar.self).baseAddress, Int32(raw.count))
    }
    if isSent != 1 || PQputCopyEnd(connection, nil) != 1 {
      throw StorageError.said(by: nil, on: self, sql: text)
    }
    var failure: StorageError?
    while let result = PQgetResult(connection) {
      if PQresultStatus(result) != PGRES_COMMAND_OK {
        failure = failure ?? StorageError.said(by: result, on: self, sql: text)
      }
      PQclear(result)
    }
    if let failure { throw failure }
  }
}
