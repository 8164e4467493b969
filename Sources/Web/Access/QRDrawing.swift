import CQrencode
import Markup
import Phrases

/// A text as a QR code, dark on white in every appearance, with the quiet zone that cameras need.
///
/// - Returns: `nil` for a text that is too long for one.
func qrDrawing(_ text: String, label: Phrase) -> HTML? {
  guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
  defer { QRcode_free(code) }
  let width = Int(code.pointee.width)
  let modules = UnsafeBufferPointer(start: code.pointee.data, count: width * width)
  let size = width + quiet * 2
  return """
    <svg class="qr" viewBox="0 0 \(size) \(size)" role="img" aria-label="\(label)">\
    <rect width="\(size)" height="\(size)" fill="#fff"/>\
    <path fill="#000" shape-rendering="crispEdges" d="\(outline(modules, width))"/></svg>
    """
}

private let quiet = 4

/// Each run of dark modules in a row as one box.
private func outline(_ modules: UnsafeBufferPointer<UInt8>, _ width: Int) -> HTML {
  HTML(reserving: 8192) { page in
    for row in 0..<width {
      var column = 0
      while column < width {
        let start = column
        while column < width, modules[row * width + column] & 1 == 1 { column += 1 }
        if column > start {
          page.markup("M")
          page.number(start + quiet)
          page.markup(" ")
          page.number(row + quiet)
          page.markup("h")
          page.number(column - start)
          page.markup("v1h-")
          page.number(column - start)
          page.markup("z")
        }
        column += 1
      }
    }
  }
}
