import Storage

/// The common dialect in SQLite's words: its types, and tables that keep to them.
enum SQLiteDialect {
  /// What a column holds, by SQLite's word for its type; a day is a text to it.
  static func kind(_ type: String) -> TableShape.Kind {
    switch type {
    case "INTEGER": .integer
    case "BLOB": .bytes
    default: .text
    }
  }

  /// New tables become STRICT; those clustered by a key of several columns have no hidden row number.
  static func translated(_ text: String) -> String {
    let isNew = text.hasPrefix("CREATE TABLE") || text.hasPrefix("CREATE TEMP TABLE")
    guard isNew || text.hasPrefix("ALTER TABLE") else { return text }
    var result = ""
    var word = ""
    func flush() {
      switch word {
      case "BIGINT": result += "INTEGER"
      case "DATE": result += "TEXT"
      case "BYTEA": result += "BLOB"
      default: result += word
      }
      word = ""
    }
    for letter in text {
      if letter.isASCII, letter.isLetter || letter == "_" {
        word.append(letter)
      } else {
        flush()
        result.append(letter)
      }
    }
    flush()
    while result.last?.isWhitespace == true || result.last == ";" { result.removeLast() }
    guard isNew else { return result }
    let clustered = result.contains("PRIMARY KEY (")
    return result + (clustered ? " STRICT, WITHOUT ROWID" : " STRICT")
  }
}
