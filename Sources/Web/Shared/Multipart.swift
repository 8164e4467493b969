import Glibc

/// Reads `multipart/form-data` as it arrives, however it is cut: tells of each part, its bytes and its end.
///
/// What is not exactly as browsers write it is refused rather than guessed at.
struct Multipart {
  /// What a part says of itself.
  struct Heading: Hashable, Sendable {
    var name: String
    /// The file's name without folders, `nil` for a plain field.
    var filename: String?
    var type: String?
  }

  enum Step {
    case part(Heading)
    case bytes(ArraySlice<UInt8>)
    case end
  }

  /// It is not what browsers send.
  struct Malformed: Error {}

  private enum Place {
    case preamble, line, heading, content, over
  }

  static let maximumParts = 200
  private static let maximumHeading = 8 << 10
  private static let maximumPreamble = 1 << 10

  private let delimiter: [UInt8]
  private var place = Place.preamble
  /// What arrived and could not be told yet.
  ///
  /// It begins with the end of a line, for the first delimiter stands on the first.
  private var rest: [UInt8] = Array("\r\n".utf8)
  private var parts = 0
  private var skipped = 0

  /// - Returns: `nil` unless the type is `multipart/form-data` with a boundary.
  init?(type: String) {
    let (value, parameters) = HeadingLine.value(type)
    guard value == "multipart/form-data", let boundary = parameters["boundary"],
      (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy({ $0 > 32 && $0 < 127 })
    else { return nil }
    delimiter = Array("\r\n--\(boundary)".utf8)
  }

  mutating func read(_ block: some Sequence<UInt8>, _ tell: (Step) throws -> Void) throws {
    rest.append(contentsOf: block)
    var start = 0
    while let next = try step(from: start, tell) { start = next }
    rest.removeFirst(done)
  }

  /// The stream has ended.
  /// - Throws: `Malformed` when the last part had not.
  func finish() throws {
    guard place == .over else { throw Malformed() }
  }

  /// How much of `rest` has been told.
  private var done = 0

  /// Takes one thing from what has arrived.
  /// - Returns: where it ends; `nil` when more must arrive first.
  private mutating func step(from start: Int, _ tell: (Step) throws -> Void) throws -> Int? {
    done = start
    switch place {
    case .preamble, .content: return try content(from: start, tell)
    case .line: return try line(from: start)
    case .heading: return try heading(from: start, tell)
    case .over:
      done = rest.count
      return nil
    }
  }

  private mutating func content(from start: Int, _ tell: (Step) throws -> Void) throws -> Int? {
    let found = find(delimiter, from: start)
    // Without a delimiter, the last bytes may be the beginning of one.
    let end = found ?? max(start, rest.count - delimiter.count + 1)
    if place == .content, end > start { try tell(.bytes(rest[start..<end])) }
    if place == .preamble {
      skipped += end - start
      if skipped > Multipart.maximumPreamble { throw Malformed() }
    }
    done = end
    guard found != nil else { return nil }
    if place == .content { try tell(.end) }
    place = .line
    return end + delimiter.count
  }

  /// What stands after a delimiter: two dashes at the very end, else nothing but the end of the line.
  private mutating func line(from start: Int) throws -> Int? {
    guard rest.count - start >= 2 else { return nil }
    if rest[start] == UInt8(ascii: "-"), rest[start + 1] == UInt8(ascii: "-") {
      place = .over
      return start + 2
    }
    var end = start
    while end < rest.count, rest[end] == UInt8(ascii: " ") || rest[end] == UInt8(ascii: "\t") { end += 1 }
    if end - start > 64 { throw Malformed() }
    guard rest.count - end >= 2 else { return nil }
    guard rest[end] == UInt8(ascii: "\r"), rest[end + 1] == UInt8(ascii: "\n") else { throw Malformed() }
    parts += 1
    if parts > Multipart.maximumParts { throw FormBody.TooLarge() }
    place = .heading
    return end + 2
  }

  private mutating func heading(from start: Int, _ tell: (Step) throws -> Void) throws -> Int? {
    guard let end = find(Array("\r\n\r\n".utf8), from: start) else {
      if rest.count - start > Multipart.maximumHeading { throw Malformed() }
      return nil
    }
    if end - start > Multipart.maximumHeading { throw Malformed() }
    try tell(.part(try HeadingLine.heading(rest[start..<end])))
    place = .content
    return end + 4
  }

  /// Where a pattern begins: its first byte is looked for, the rest is compared.
  private func find(_ pattern: [UInt8], from start: Int) -> Int? {
    rest.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let first = pattern.first else { return nil }
      var place = start
      while bytes.count - place >= pattern.count,
        let found = memchr(base.advanced(by: place), Int32(first), bytes.count - place - pattern.count + 1)
      {
        if memcmp(found, pattern, pattern.count) == 0 { return base.distance(to: UnsafeRawPointer(found)) }
        place = base.distance(to: UnsafeRawPointer(found)) + 1
      }
      return nil
    }
  }
}

/// The lines over a part, and what such a line says: a value and its parameters.
enum HeadingLine {
  /// Reads the lines over a part.
  static func heading(_ bytes: ArraySlice<UInt8>) throws -> Multipart.Heading {
    var heading: Multipart.Heading?
    var type: String?
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\r\n") {
      guard let colon = line.firstIndex(of: ":") else { throw Multipart.Malformed() }
      let text = line[line.index(after: colon)...]
      switch line[..<colon].lowercased() {
      case "content-disposition":
        let (value, parameters) = HeadingLine.value(String(text))
        guard value == "form-data", let name = parameters["name"], !name.isEmpty, heading == nil else {
          throw Multipart.Malformed()
        }
        heading = Multipart.Heading(name: name, filename: parameters["filename"].map(lastPart))
      case "content-type": type = HeadingLine.value(String(text)).value
      default: break
      }
    }
    guard var heading else { throw Multipart.Malformed() }
    heading.type = type
    return heading
  }

  /// Reads `value; name=word; name="words"`; the value and the names in small letters.
  static func value(_ text: String) -> (value: String, parameters: [String: String]) {
    var rest = Array(text.unicodeScalars)[...]
    func word(_ ends: (Unicode.Scalar) -> Bool) -> String {
      let piece = rest.prefix { !ends($0) }
      rest = rest.dropFirst(piece.count)
      return String(String.UnicodeScalarView(piece)).trimmed
    }
    let value = word { $0 == ";" }.lowercased()
    var parameters: [String: String] = [:]
    while rest.popFirst() != nil {
      let name = word { $0 == "=" || $0 == ";" }.lowercased()
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
      let isQuoted = rest.first == "\""
      let said = isQuoted ? quoted(&rest) : word { $0 == ";" }
      if isQuoted { _ = word { $0 == ";" } }
      if parameters[name] == nil { parameters[name] = said }
    }
    return (value, parameters)
  }

  /// Reads up to the closing quote; browsers write a quote in a name as `%22`, older ones as `\"`.
  private static func quoted(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
    rest = rest.dropFirst()
    var text = String.UnicodeScalarView()
    while let sign = rest.popFirst(), sign != "\"" {
      if sign == "\\", let next = rest.first, next == "\"" || next == "\\" {
        text.append(next)
        rest = rest.dropFirst()
      } else {
        text.append(sign)
      }
    }
    return String(text).replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
  }

  /// A file's name without the folders it lay in, and without signs that nobody sees.
  private static func lastPart(_ name: String) -> String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    let seen = last.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }
    return String(String(String.UnicodeScalarView(seen)).prefix(200))
  }
}

extension String {
  fileprivate var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first == " " || first == "\t" { rest = rest.dropFirst() }
    while let last = rest.last, last == " " || last == "\t" { rest = rest.dropLast() }
    return String(rest)
  }
}
