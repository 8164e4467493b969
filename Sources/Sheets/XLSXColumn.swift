/// One column of a sheet that is written: its heading, and what people may put under it.
package struct XLSXColumn: Sendable {
  /// What the cells of a column hold, so that a cell still empty takes what is typed as that.
  package enum Content: Hashable, Sendable {
    /// Text, also where it is all digits: `0123` stays `0123`.
    case text
    /// Days, shown as the book shows days.
    case day
    /// Whole numbers.
    case number
  }

  /// The heading, in the first row.
  package var heading: String
  /// How many characters wide the column is shown.
  package var width: Double
  /// What its cells hold.
  package var content: Content
  /// The only values that may be chosen in the column; none when anything may be typed.
  package var choices: [String]

  /// A column under `heading`.
  package init(_ heading: String, width: Double = 14, content: Content = .text, choices: [String] = []) {
    self.heading = heading
    self.width = width
    self.content = content
    self.choices = choices
  }

  /// Why the choices cannot be offered; `nil` when they can.
  var objection: SheetError.Reason? {
    if let wrong = choices.first(where: { $0.utf8.contains(UInt8(ascii: ",")) }) {
      return .choiceWithComma(wrong)
    }
    let length = choices.reduce(choices.count - 1) { $0 + $1.utf16.count }
    return length > SheetLimits.choiceCharacters ? .choicesTooLong(limit: SheetLimits.choiceCharacters) : nil
  }
}
