/// An address on this site: segments and a query, encoded once, right for any text.
///
/// A path is always of this site: it begins with a single slash, so nothing a visitor sends can turn a
/// link into one that leads elsewhere.
///
///     Path("units", "Đ/1").with("q", "a b")   // /units/%C4%90%2F1?q=a%20b
///
/// A page keeps the day it shows by joining a ready ``Query`` to every path it writes.
package struct Path: Hashable, Sendable {
  private(set) var bytes: [UInt8]
  private var hasQuery = false

  /// The path through these segments, each encoded by itself; without any, the front page.
  package init(_ segments: String...) {
    self.init(segments: segments)
  }

  package init(segments: [String]) {
    bytes = []
    bytes.reserveCapacity(64)
    // An empty segment would make a double slash, which at the front leads to another site.
    for segment in segments where !segment.isEmpty {
      bytes.append(UInt8(ascii: "/"))
      // A segment of dots alone would be read as a step up the tree.
      let dots = segment == "." || segment == ".."
      PercentEncoding.append(segment, to: &bytes, dots: dots)
    }
    if bytes.isEmpty { bytes.append(UInt8(ascii: "/")) }
  }

  /// An address that a form carried back, `nil` unless it surely leads to a page of this site.
  package init?(returning text: String) {
    let isPlain = text.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "\\") }
    guard isPlain, text.hasPrefix("/"), !text.hasPrefix("//") else { return nil }
    bytes = Array(text.utf8)
    hasQuery = text.contains("?")
  }

  /// Nowhere: where a link would stand for somebody to whom it does not open, its words stand alone.
  package static let closed: Path = {
    var path = Path()
    path.bytes = []
    return path
  }()

  /// Whether it leads anywhere.
  package var isOpen: Bool { !bytes.isEmpty }

  /// The path as a browser sends it.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The same path asking one thing more.
  package func with(_ name: String, _ value: String) -> Path {
    guard isOpen else { return self }
    var path = self
    path.beginPair()
    PercentEncoding.append(name, to: &path.bytes)
    path.bytes.append(UInt8(ascii: "="))
    PercentEncoding.append(value, to: &path.bytes)
    return path
  }

  /// The same path asking one thing more, when there is a value.
  package func with(_ name: String, _ value: String?) -> Path {
    guard let value else { return self }
    return with(name, value)
  }

  package func with(_ name: String, _ value: Int) -> Path {
    with(name, String(value))
  }

  /// The same path with a ready query joined to it.
  package func keeping(_ query: Query) -> Path {
    guard isOpen, !query.bytes.isEmpty else { return self }
    var path = self
    path.beginPair()
    path.bytes.append(contentsOf: query.bytes)
    return path
  }

  /// The same path at one place of its page; nothing more can be asked behind it.
  package func at(_ place: StaticString) -> Path {
    guard isOpen else { return self }
    var path = self
    path.bytes.append(UInt8(ascii: "#"))
    path.bytes.append(contentsOf: "\(place)".utf8)
    return path
  }

  private mutating func beginPair() {
    bytes.append(UInt8(ascii: hasQuery ? "&" : "?"))
    hasQuery = true
  }
}

/// The part of an address that asks: names and values in order, encoded once and joined to many paths.
package struct Query: Hashable, Sendable {
  /// The names and values, as they were given.
  package private(set) var pairs: [Pair] = []
  private(set) var bytes: [UInt8] = []

  /// One thing asked.
  package struct Pair: Hashable, Sendable {
    package let name: String
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  package init() {}

  package init(_ pairs: KeyValuePairs<String, String?>) {
    for (name, value) in pairs {
      if let value { append(name, value) }
    }
  }

  package mutating func append(_ name: String, _ value: String) {
    pairs.append(Pair(name: name, value: value))
    if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
    PercentEncoding.append(name, to: &bytes)
    bytes.append(UInt8(ascii: "="))
    PercentEncoding.append(value, to: &bytes)
  }

  package func with(_ name: String, _ value: String) -> Query {
    var query = self
    query.append(name, value)
    return query
  }

  /// The same query without anything of these names.
  package func without(_ names: String...) -> Query {
    var query = Query()
    for pair in pairs where !names.contains(pair.name) { query.append(pair.name, pair.value) }
    return query
  }

  /// The same query without one value of a name that may stand several times.
  package func without(_ name: String, value: String) -> Query {
    var query = Query()
    for pair in pairs where pair.name != name || pair.value != value { query.append(pair.name, pair.value) }
    return query
  }
}

/// How text is written in an address: letters, digits and `-._~` as they are, all else by its bytes.
enum PercentEncoding {
  static func append(_ text: String, to bytes: inout [UInt8], dots: Bool = false) {
    for byte in text.utf8 {
      if isPlain(byte), !(dots && byte == UInt8(ascii: ".")) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(digit(byte >> 4))
        bytes.append(digit(byte & 15))
      }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default:
      false
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
