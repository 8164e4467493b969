import Basics
import Rules

/// A value of a JSON text; numbers stay exact.
enum JSONValue: Hashable {
  case null
  case flag(Bool)
  case number(String)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  subscript(name: String) -> JSONValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }
}

/// Reads a JSON text, strictly: what is not JSON, or says a name twice, is refused with its line.
struct JSONReader {
  struct Fault: Error {
    let line: Int
  }

  private let bytes: [UInt8]
  private var next = 0
  private var depth = 0

  static func read(_ bytes: [UInt8]) throws(Fault) -> JSONValue {
    var reader = JSONReader(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.next = 3 }
    let value = try reader.value()
    reader.skip()
    guard reader.next == bytes.count else { throw reader.fault }
    return value
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var fault: Fault {
    Fault(line: 1 + bytes[..<min(next, bytes.count)].count { $0 == UInt8(ascii: "\n") })
  }

  private var peek: UInt8? { next < bytes.count ? bytes[next] : nil }

  private mutating func skip() {
    while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { next += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    next += 1
    return true
  }

  private mutating func value() throws(Fault) -> JSONValue {
    skip()
    guard depth < 64, let first = peek else { throw fault }
    depth += 1
    defer { depth -= 1 }
    switch first {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try list()
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default:
      for (word, value) in [("true", JSONValue.flag(true)), ("false", .flag(false)), ("null", .null)]
      where bytes[next...].starts(with: word.utf8) {
        next += word.utf8.count
        return value
      }
      throw fault
    }
  }

  private mutating func object() throws(Fault) -> JSONValue {
    next += 1
    var members: [String: JSONValue] = [:]
    skip()
    if take("}") { return .object(members) }
    repeat {
      skip()
      guard peek == UInt8(ascii: "\"") else { throw fault }
      let name = try string()
      skip()
      guard take(":"), members[name] == nil else { throw fault }
      members[name] = try value()
      skip()
    } while take(",")
    guard take("}") else { throw fault }
    return .object(members)
  }

  private mutating func list() throws(Fault) -> JSONValue {
    next += 1
    var values: [JSONValue] = []
    skip()
    if take("]") { return .list(values) }
    repeat {
      values.append(try value())
      skip()
    } while take(",")
    guard take("]") else { throw fault }
    return .list(values)
  }

  private mutating func number() throws(Fault) -> JSONValue {
    let start = next
    while let byte = peek, "+-.eE0123456789".utf8.contains(byte) { next += 1 }
    let text = String(decoding: bytes[start..<next], as: UTF8.self)
    let digits = text.drop { $0 == "-" }
    let isPadded = digits.count > 1 && digits.first == "0" && digits.dropFirst().first?.isNumber == true
    guard !isPadded, Quantity(text) != nil else { throw fault }
    return .number(text)
  }

  private mutating func string() throws(Fault) -> String {
    next += 1
    var text: [UInt8] = []
    while let byte = peek {
      next += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else { throw fault }
        return string
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw fault
      default: text.append(byte)
      }
    }
    throw fault
  }

  private mutating func escape(into text: inout [UInt8]) throws(Fault) {
    guard let byte = peek else { throw fault }
    next += 1
    let plain: [UInt8: UInt8] = [
      UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F, UInt8(ascii: "b"): 8,
      UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9,
    ]
    if let meant = plain[byte] {
      text.append(meant)
      return
    }
    guard byte == UInt8(ascii: "u") else { throw fault }
    var code = try hexadecimal()
    if (0xD800..<0xDC00).contains(code) {
      guard take("\\"), take("u") else { throw fault }
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else { throw fault }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw fault }
    text += Array(String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal() throws(Fault) -> UInt32 {
    guard next + 4 <= bytes.count,
      let code = UInt32(String(decoding: bytes[next..<next + 4], as: UTF8.self), radix: 16)
    else { throw fault }
    next += 4
    return code
  }
}
