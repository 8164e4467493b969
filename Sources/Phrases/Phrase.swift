/// What the organisation says to a person, in the person's language.
///
/// Every visible string is a phrase with all languages side by side; one that lacks a language does not
/// compile. The language is ``Language/current`` when the phrase is made.
///
///     static var roll: Phrase { Phrase(vi: "Danh sách đảng viên", en: "Roll") }
package struct Phrase: Hashable, Sendable, CustomStringConvertible {
  /// The phrase in the language it was made in.
  package let text: String

  package init(vi: @autoclosure () -> String, en: @autoclosure () -> String) {
    switch Language.current {
    case .vi: text = vi()
    case .en: text = en()
    }
  }

  /// Words that are the same in every language: a name, a number, what somebody wrote.
  package init(verbatim text: String) {
    self.text = text
  }

  package var description: String { text }

  /// The phrase at the beginning of a line or a sentence, its first letter large.
  package var leading: Phrase {
    guard let first = text.first else { return self }
    return Phrase(verbatim: first.uppercased() + text.dropFirst())
  }
}
