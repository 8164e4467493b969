/// A further language: its words for the English ones, as an office that speaks it hands them in.
///
/// A phrase with something in it is written with holes, `{}` for anything and `{#}` for a number; the answer takes
/// them up in order, or by their place: `{2}`. What a pack does not have is said in English.
///
///     Units                      الوحدات
///     {#} of {#}                 {1} من {2}
///     {#} Nov {#}                {} نوفمبر {}
package final class LanguagePack: Sendable {
  /// Its code in addresses and pages: `ar`.
  package let code: String
  package let isRightToLeft: Bool
  /// What the language calls itself.
  package let ownName: String
  private let words: [String: String]
  private let patterns: [Pattern]

  /// Why a pack cannot be taken, and where.
  package struct Fault: Error, Equatable {
    package enum Reason: Sendable {
      case heading
      case repeated
      /// The answer takes up a hole that the English does not have.
      case hole
    }

    /// The row, counted from 0 behind the heading; `nil` for the heading itself.
    package var row: Int?
    package var reason: Reason

    package init(row: Int?, reason: Reason) {
      self.row = row
      self.reason = reason
    }
  }

  /// - Parameters:
  ///   - code: two or three small letters, none of the house's own languages.
  ///   - direction: `ltr` or `rtl`.
  ///   - ownName: what the language calls itself.
  ///   - words: the English and the answer, in the order in which patterns are tried.
  /// - Throws: a ``Fault`` for what cannot be used.
  package init(
    code: String,
    direction: String,
    ownName: String,
    words: [(english: String, answer: String)]
  ) throws {
    let isCode = (2...3).contains(code.utf8.count) && code.utf8.allSatisfy { (97...122).contains($0) }
    guard isCode, !["vi", "en"].contains(code), ["ltr", "rtl"].contains(direction), !ownName.isEmpty
    else { throw Fault(row: nil, reason: .heading) }
    self.code = code
    self.ownName = ownName
    isRightToLeft = direction == "rtl"
    var plain: [String: String] = [:]
    var patterns: [Pattern] = []
    var seen: Set<String> = []
    for (row, word) in words.enumerated() {
      guard seen.insert(word.english).inserted else { throw Fault(row: row, reason: .repeated) }
      if word.answer.isEmpty { continue }
      let pattern = Pattern(word.english, word.answer)
      guard pattern.isSound else { throw Fault(row: row, reason: .hole) }
      if pattern.holes.isEmpty { plain[word.english] = word.answer } else { patterns.append(pattern) }
    }
    self.words = plain
    self.patterns = patterns
  }

  /// An English phrase in this language; itself where the pack has nothing for it, kept from being turned round.
  func translation(of english: String) -> String {
    if let word = words[english] { return word }
    let bytes = Array(english.utf8)
    for pattern in patterns {
      if let answer = pattern.answer(to: bytes) { return answer }
    }
    return isRightToLeft && english.utf8.contains(32) ? "\u{2066}\(english)\u{2069}" : english
  }
}

extension LanguagePack: Hashable {
  package static func == (one: LanguagePack, other: LanguagePack) -> Bool { one.code == other.code }

  package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

/// A phrase with holes, and the answer that takes them up.
private struct Pattern: Sendable {
  enum Piece: Sendable {
    case text(String)
    case hole(Int)
  }

  /// The text before, between and behind the holes.
  let literals: [[UInt8]]
  /// For each hole, whether only a number fits.
  let holes: [Bool]
  let pieces: [Piece]

  init(_ english: String, _ answer: String) {
    var literals: [[UInt8]] = [[]]
    var holes: [Bool] = []
    for piece in Pattern.pieces(english) {
      switch piece {
      case .text(let text): literals[literals.count - 1] += Array(text.utf8)
      case .hole(let number):
        holes.append(number == -1)
        literals.append([])
      }
    }
    self.literals = literals
    self.holes = holes
    var next = 0
    pieces = Pattern.pieces(answer).map { piece in
      guard case .hole(let number) = piece else { return piece }
      if number > 0 { return .hole(number - 1) }
      next += 1
      return .hole(next - 1)
    }
  }

  /// Whether the answer takes up only holes that there are.
  var isSound: Bool {
    pieces.allSatisfy { piece in
      if case .hole(let number) = piece { holes.indices.contains(number) } else { true }
    }
  }

  /// The answer to a text that fits, `nil` to any other.
  func answer(to text: [UInt8]) -> String? {
    guard text.starts(with: literals[0]) else { return nil }
    var place = literals[0].count
    var found: [Range<Int>] = []
    for (index, isNumber) in holes.enumerated() {
      let behind = literals[index + 1]
      let isLast = index == holes.count - 1
      let end = isLast ? Pattern.end(of: behind, in: text) : Pattern.place(of: behind, in: text, after: place)
      guard let end, end > place else { return nil }
      if isNumber, !text[place..<end].allSatisfy(Pattern.isOfNumber) { return nil }
      found.append(place..<end)
      place = end + behind.count
    }
    return pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .hole(let number): String(decoding: text[found[number]], as: UTF8.self)
      }
    }.joined()
  }

  private static func end(of literal: [UInt8], in text: [UInt8]) -> Int? {
    text.count >= literal.count && text.suffix(literal.count).elementsEqual(literal)
      ? text.count - literal.count : nil
  }

  private static func place(of literal: [UInt8], in text: [UInt8], after start: Int) -> Int? {
    guard !literal.isEmpty, start < text.count - literal.count else { return nil }
    return (start + 1...text.count - literal.count).first { place in
      text[place..<place + literal.count].elementsEqual(literal)
    }
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
  }

  /// A text as what stands in it and its holes: `{}` is the hole 0, `{#}` the hole −1, `{2}` the hole 2.
  private static func pieces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      let number: Int? = name.isEmpty ? 0 : name == "#" ? -1 : Int(name)
      guard let number else { break }
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      pieces.append(.hole(number))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }
}
