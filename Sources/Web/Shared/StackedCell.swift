import Markup
import Phrases

extension HTML.Writer {
  /// A cell of a table of class `stacks`, which on a phone stands under the name of its column.
  mutating func cell(_ head: Phrase, _ piece: HTML?) {
    markup("<td")
    if let piece {
      attribute("data-head", head.text)
      markup(">")
      self.piece(piece)
    } else {
      markup(">")
    }
    markup("</td>")
  }
}
