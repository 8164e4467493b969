package import Rules

/// What a form or a list may say in words.
package enum Written {
  /// Why a text cannot be taken: blank, too long, or with a control character in it.
  package static func text(_ text: String, _ field: Field, limit: Int = 300) -> [Objection] {
    if text.allSatisfy(\.isWhitespace) { return [Objection(field, .blank)] }
    if text.count > limit { return [Objection(field, .tooLong(limit: limit))] }
    if text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
      return [Objection(field, .controlCharacter)]
    }
    return []
  }
}
