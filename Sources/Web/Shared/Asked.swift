import Hummingbird
import Markup

/// What a request asks: the names and values after the question mark, and what its cookies say.
struct Asked: Sendable {
  let path: String
  /// In the order in which they stand in the address.
  let pairs: [Query.Pair]
  let cookies: Cookies

  init(_ request: Request) {
    let address = request.head.path ?? "/"
    let mark = address.utf8.firstIndex(of: UInt8(ascii: "?"))
    path = String(address[..<(mark ?? address.endIndex)])
    pairs = mark.map { Asked.pairs(address[address.utf8.index(after: $0)...]) } ?? []
    cookies = Cookies(request)
  }

  /// The first value of a name, `nil` when there is none or nothing was written.
  func value(_ name: String) -> String? {
    guard let value = pairs.first(where: { $0.name == name })?.value, !value.isEmpty else { return nil }
    return value
  }

  /// Every value of a name.
  func values(_ name: String) -> [String] {
    pairs.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
  }

  /// What was asked but for the day and the knowledge, which every address keeps by itself.
  var query: Query {
    var query = Query()
    for pair in pairs where !Asked.passing.contains(pair.name) && !pair.value.isEmpty {
      query.append(pair.name, pair.value)
    }
    return query
  }

  /// What every address keeps by itself, and what is said once.
  private static let passing: Set<String> = ["on", "known", "done"]

  /// Reads `name=value&name=value`, as an address and a form write it.
  static func pairs(_ text: some StringProtocol) -> [Query.Pair] {
    text.split(separator: "&").prefix(1000).map { piece in
      let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return Query.Pair(name: decoded(halves[0]), value: halves.count > 1 ? decoded(halves[1]) : "")
    }
  }

  private static func decoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
      return String(text)
    }
    var bytes: [UInt8] = []
    var rest = text.utf8.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.next().flatMap(Hex.value), let low = rest.next().flatMap(Hex.value) else {
          bytes.append(byte)
          continue
        }
        bytes.append(high << 4 | low)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Bytes written as two digits each.
enum Hex {
  static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    guard text.utf8.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count / 2)
    var digits = text.utf8.makeIterator()
    while let high = digits.next(), let low = digits.next() {
      guard let high = value(high), let low = value(low) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  static func text(_ bytes: some Sequence<UInt8>) -> String {
    var text: [UInt8] = []
    for byte in bytes {
      for half in [byte >> 4, byte & 15] {
        text.append(half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") + half - 10)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
