/// What the organisation says to a person, in the person's language.
///
/// Every visible string is a phrase with the languages of the house side by side; one that lacks one of them does
/// not compile. The language is ``Language/current`` when the phrase is made; that of a pack follows the English.
///
///     static var roll: Phrase { Phrase(vi: "Danh sách đảng viên", en: "Roll") }
package struct Phrase: Hashable, Sendable, CustomStringConvertible {
  /// The phrase in the language it was made in.
  package let text: String

  package init(vi: @autoclosure () -> String, en: @autoclosure () -> String) {
    switch Language.current {
    case .vi: text = vi()
    case .en: text = en()
    case .further(let pack): text = pack.translation(of: en())
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
