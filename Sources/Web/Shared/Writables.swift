package import Markup
package import Phrases

extension Phrase: Writable {
  /// A phrase is text like any other: it is escaped.
  package func write(into writer: inout HTML.Writer) {
    writer.text(text)
  }
}
