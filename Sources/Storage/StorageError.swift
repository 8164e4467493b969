/// What can go wrong between the record and its engine.
package enum StorageError: Error, Sendable, Equatable {
  /// The database, or its folder, cannot be opened or written.
  case cannotOpen(String, reason: String)
  /// There is no database at this address.
  case missing(String)
  /// The file at this address is not a database of ours.
  case notADatabase(String)
  /// Somebody else holds the database and did not let go in time.
  case busy
  /// No room is left where the database lives.
  case full
  /// The database may only be read.
  case readOnly
  /// A server does not let us in, or to what we need.
  case server(String, ServerProblem, reason: String)
  /// The server went away before the end: nothing was written.
  case disconnected(String)
  /// The server went away while it was asked to make the work lasting: it may be written, or not.
  case uncertain(String)
  /// A constraint of the schema refused a row.
  case constraint(String)
  /// The file is damaged.
  case corrupt(String)
  /// A column held nothing where something was asked for.
  case unexpectedNull(column: Int)
  /// A value in a column could not be understood.
  case unreadable(String)
  /// Anything else an engine says, with the statement.
  case engine(code: Int, message: String, sql: String)
}

extension StorageError {
  /// Whether the record could not be reached just now: worth asking again soon.
  package var isAbsence: Bool {
    switch self {
    case .disconnected, .uncertain, .server(_, .unreachable, _): true
    default: false
    }
  }
}

/// Why a database server is of no use to us.
package enum ServerProblem: Sendable, Equatable {
  /// Nobody answers at any of its addresses.
  case unreachable
  /// It does not know us, or our password is wrong.
  case signIn
  /// The address cannot be read.
  case address
  /// The database is not there, and we may not make it.
  case mayNotCreate
  /// It is older than what we need.
  case version
  /// Its texts are not kept in UTF-8.
  case encoding
}
