import Markup
import Phrases

extension HTML.Writer {
  /// A cell of a table of class `stacks`, which on a phone stands under the name of its column; numbers stand at its end.
  mutating func cell(_ head: Phrase, _ piece: HTML?, isNumber: Bool = false) {
    markup(isNumber ? "<td class=\"num\"" : "<td")
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
