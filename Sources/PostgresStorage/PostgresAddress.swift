import CLibPQ
import Storage

/// Where a served record is: libpq's own address, with what we ask of every connection beside it.
///
/// `postgres://user@host:5432/name?sslmode=verify-full`, or several hosts for a primary and its standbys.
struct PostgresAddress: Sendable {
  /// What the address says, and what it leaves to us, by libpq's keywords.
  private(set) var settings: [String: String]
  /// Whether a record is being made here, out of everybody's sight.
  var isBuilding = false

  /// What we ask for where an address is silent.
  private static let ours = [
    // Of several servers the one that can be written to.
    "target_session_attrs": "read-write",
    "connect_timeout": "5",
    // A server that vanished without a word is given up in seconds, not in hours.
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "20000",
    "application_name": "chibo",
  ]

  init(_ text: String) throws {
    var message: UnsafeMutablePointer<CChar>?
    guard let options = PQconninfoParse(text, &message) else {
      let reason = message.map { String(cString: $0) } ?? ""
      PQfreemem(message)
      throw StorageError.server("postgres://…", .address, reason: PostgresAddress.trimmed(reason))
    }
    defer { PQconninfoFree(options) }
    settings = PostgresAddress.ours
    var option = options
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val { settings[String(cString: keyword)] = String(cString: value) }
      option += 1
    }
    settings["client_encoding"] = "UTF8"
  }

  /// The database that is named; libpq takes the user's name where none is.
  var name: String? { settings["dbname"] }

  /// The same server, another database.
  func naming(_ database: String) -> PostgresAddress {
    var other = self
    other.settings["dbname"] = database
    return other
  }

  /// The address as people may read it: without a password.
  var shown: String {
    let user = settings["user"].map { "\($0)@" } ?? ""
    let hosts = (settings["host"] ?? settings["hostaddr"] ?? "").split(separator: ",")
    let ports = (settings["port"] ?? "").split(separator: ",", omittingEmptySubsequences: false)
    let places = hosts.enumerated().map { index, host in
      let port = ports.count == 1 ? ports.first : index < ports.count ? ports[index] : nil
      return port.map { $0.isEmpty ? "\(host)" : "\(host):\($0)" } ?? "\(host)"
    }
    return "postgres://\(user)\(places.joined(separator: ","))/\(name ?? "")"
  }

  /// What libpq or a server said, in one line.
  static func trimmed(_ message: String) -> String {
    message.split(whereSeparator: \.isNewline).joined(separator: "; ")
  }
}
