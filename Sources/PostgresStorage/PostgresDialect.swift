/// The common dialect in PostgreSQL's words.
enum PostgresDialect {
  /// Texts are compared byte by byte, as everywhere else in the house, whatever the database was made with.
  static func translated(_ text: String) -> String {
    guard isDefinition(text) else { return text }
    var result = ""
    var word = ""
    for letter in text {
      if letter.isASCII, letter.isLetter || letter == "_" {
        word.append(letter)
      } else {
        result += word == "TEXT" ? "TEXT COLLATE \"C\"" : word
        word = ""
        result.append(letter)
      }
    }
    return result + (word == "TEXT" ? "TEXT COLLATE \"C\"" : word)
  }

  /// Whether a statement makes, changes or removes a part of the schema: done once, not kept prepared.
  static func isDefinition(_ text: String) -> Bool {
    ["CREATE", "ALTER", "DROP", "ANALYZE"].contains { text.hasPrefix($0) }
  }

  /// A name as it stands in a statement.
  static func quoted(_ name: String) -> String {
    "\"\(name.replacing("\"", with: "\"\""))\""
  }
}
