/// Which styles of a book show a number as a day.
///
/// In a book a day is a number like any other; only the format of its cell tells.
final class NumberFormats: XMLListener {
  private var customIsDay: [Int: Bool] = [:]
  private var styles: [Int] = []
  private var isInCellStyles = false

  /// For each style of a cell, whether it shows a day.
  var showsDay: [Bool] {
    styles.map { customIsDay[$0] ?? Self.isBuiltInDay($0) }
  }

  override func open(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "cellXfs" {
      isInCellStyles = true
    } else if name == "xf", isInCellStyles {
      styles.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
    } else if name == "numFmt", let id = attributes["numFmtId"].flatMap({ Int($0) }) {
      customIsDay[id] = Self.isDay(format: attributes["formatCode"] ?? "")
    }
  }

  override func close(_ name: XMLName) {
    if name == "cellXfs" { isInCellStyles = false }
  }

  /// Whether a format that every spreadsheet knows by its number shows a day or a time.
  static func isBuiltInDay(_ id: Int) -> Bool {
    switch id {
    case 14...22, 27...36, 45...47, 50...58: true
    default: false
    }
  }

  /// Whether a format has a year, month, day or hour in it, outside quotes, brackets and escapes.
  static func isDay(format: String) -> Bool {
    if format.lowercased() == "general" { return false }
    var characters = format.unicodeScalars.makeIterator()
    while let character = characters.next() {
      switch character {
      case "\"": while let inside = characters.next(), inside != "\"" {}
      case "[": while let inside = characters.next(), inside != "]" {}
      case "\\", "_", "*": _ = characters.next()
      case "y", "Y", "m", "M", "d", "D", "h", "H": return true
      default: continue
      }
    }
    return false
  }
}
