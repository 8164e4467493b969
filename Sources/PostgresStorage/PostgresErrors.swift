import CLibPQ
import Storage

extension StorageError {
  /// What a server said of a statement, in our words.
  static func said(by result: OpaquePointer?, on link: PostgresLink, sql: String) -> StorageError {
    func field(_ code: UInt8) -> String? {
      PQresultErrorField(result, Int32(code)).map { String(cString: $0) }
    }
    let state = field(UInt8(ascii: "C")) ?? ""
    let message = field(UInt8(ascii: "M")) ?? link.lastMessage
    if link.isBroken { return .disconnected(link.shown) }
    switch state {
    // The server goes down, or comes up.
    case "57P01", "57P02", "57P03": return .disconnected(link.shown)
    case "53100": return .full
    case "55P03", "57014", "40P01", "25P03": return .busy
    case "25006": return .readOnly
    // A value of another type than its column's.
    case "42804": return .constraint(message)
    case "XX001", "XX002": return .corrupt(message)
    default: break
    }
    // Constraints, and values that their column cannot hold.
    if state.hasPrefix("23") || state.hasPrefix("22") { return .constraint(message) }
    let number = Int(state, radix: 36) ?? 0
    return .engine(code: number, message: message.isEmpty ? state : message, sql: sql)
  }
}
