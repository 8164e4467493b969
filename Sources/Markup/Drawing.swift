extension HTML.Writer {
  /// Opens a link around a shape, or a plain group, named for readers and under the pointer.
  mutating func open(_ path: Path?, label: String) {
    if let path, path.isOpen {
      markup("<a href=\"")
      self.path(path)
      markup("\"")
      attribute("aria-label", label)
      markup(">")
    } else {
      markup("<g>")
    }
    markup("<title>")
    text(label)
    markup("</title>")
  }

  mutating func close(_ path: Path?) {
    markup(path?.isOpen ?? false ? "</a>" : "</g>")
  }

  /// A rectangle, its places in tenths.
  mutating func rect(_ name: StaticString, x: Int, y: Int, width: Int, height: Int) {
    markup("<rect class=\"")
    markup(name)
    markup("\" x=\"")
    tenths(x)
    markup("\" y=\"")
    tenths(y)
    markup("\" width=\"")
    tenths(width)
    markup("\" height=\"")
    tenths(height)
    markup("\"/>")
  }

  /// A part of a lying bar that is as high as the drawing; its places are thousandths of the width there is.
  mutating func stretch(_ name: StaticString, from start: Int, long: Int) {
    markup("<rect class=\"")
    markup(name)
    markup("\" x=\"")
    tenths(start)
    markup("%\" width=\"")
    tenths(long)
    markup("%\" height=\"100%\"/>")
  }

  /// Words in the middle of a lying bar, their place in thousandths of the width there is.
  mutating func words(_ words: String, _ name: StaticString, at place: Int) {
    markup("<text class=\"")
    markup(name)
    markup("\" x=\"")
    tenths(place)
    markup("%\" y=\"50%\" dy=\".35em\">")
    text(words)
    markup("</text>")
  }

  /// Words in a drawing, their place in tenths.
  mutating func label(_ words: String, _ name: StaticString, x: Int, y: Int) {
    guard !words.isEmpty else { return }
    markup("<text class=\"")
    markup(name)
    markup("\" x=\"")
    tenths(x)
    markup("\" y=\"")
    tenths(y)
    markup("\">")
    text(words)
    markup("</text>")
  }

  /// An upright line, its place across in tenths.
  mutating func upright(_ name: StaticString, x: Int, from: Int, until: Int) {
    markup("<path class=\"")
    markup(name)
    markup("\" d=\"M")
    tenths(x)
    markup(" ")
    number(from)
    markup("V")
    number(until)
    markup("\"/>")
  }
}
