/// What an entry said, read back: names and values in the order they were said in.
struct Said {
  private(set) var pairs: [(name: String, value: String)] = []

  init(_ json: String) {
    var signs = Array(json.unicodeScalars)[...]
    var texts: [String] = []
    while let sign = signs.popFirst() {
      if sign == "\"" { texts.append(Said.text(&signs)) }
    }
    for index in stride(from: 0, to: texts.count - 1, by: 2) {
      pairs.append((texts[index], texts[index + 1]))
    }
  }

  /// Reads up to the closing quote.
  private static func text(_ signs: inout ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    while let sign = signs.popFirst(), sign != "\"" {
      guard sign == "\\" else {
        text.append(sign)
        continue
      }
      switch signs.popFirst() {
      case "n": text.append("\n")
      case "t": text.append("\t")
      case "r": text.append("\r")
      case "u":
        let digits = String(String.UnicodeScalarView(signs.prefix(4)))
        signs = signs.dropFirst(4)
        if let number = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(number) { text.append(scalar) }
      case let other?: text.append(other)
      case nil: break
      }
    }
    return String(text)
  }

  /// What reviews say is for whoever evaluates: the journal tells of whom and in which step something was said, and
  /// keeps the words.
  private static let withheld: [String: Set<String>] = [
    "rateSubject": ["rating", "general", "results", "votes", "text", "reason"], "rateSubjects": ["subjects"],
    "stateForReview": ["quantity", "note"], "raiseMatter": ["text"], "answerMatter": ["text"],
  ]

  /// As much of it as a page of the journal shows.
  func shown(of operation: String) -> Said {
    guard let withheld = Said.withheld[operation] else { return self }
    var shown = self
    shown.pairs.removeAll { withheld.contains($0.name) }
    return shown
  }

  /// The values by their names; of several with one name, the first.
  var byName: [String: String] {
    Dictionary(pairs.map { ($0.name, $0.value) }) { first, _ in first }
  }

  /// In short: the first values that a person can read.
  var summary: String {
    let readable = pairs.filter { pair in
      !pair.value.isEmpty && !(pair.value.utf8.count == 13 && pair.value.utf8.first == UInt8(ascii: "0"))
    }
    let text = readable.prefix(4).map(\.value).joined(separator: " · ")
    return text.count > 90 ? text.prefix(89) + "…" : text
  }
}
