/// The texts that cells of a book refer to by number: each text is in the file once.
///
/// A book of a province has hundreds of thousands of them. They are kept one after the other in a single
/// run of bytes, and made into a string only for the row that is read.
final class SharedStrings: XMLListener {
  private var bytes: [UInt8] = []
  /// Where each text ends in `bytes`.
  private var ends: [UInt32] = []
  private var controls: [Int: UInt32] = [:]
  private var text: [UInt8] = []
  private var isInText = false
  private var phoneticDepth = 0

  /// The text with this number, and the first control character in it; `nil` when there is none.
  func text(at index: Int) -> (text: String, control: UInt32?)? {
    guard ends.indices.contains(index) else { return nil }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    let text = bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[start..<Int(ends[index])]), as: UTF8.self)
    }
    return (text, controls.isEmpty ? nil : controls[index])
  }

  override func open(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.letter == UInt8(ascii: "t") {
      isInText = phoneticDepth == 0
    } else if name == "si" {
      text.removeAll(keepingCapacity: true)
    } else if name == "rPh" {
      phoneticDepth += 1
    }
  }

  override func close(_ name: XMLName) {
    if name.letter == UInt8(ascii: "t") {
      isInText = false
    } else if name == "si" {
      append()
    } else if name == "rPh" {
      phoneticDepth -= 1
    }
  }

  override func text(_ more: UnsafeBufferPointer<UInt8>) {
    guard isInText else { return }
    guard text.count + more.count <= SheetLimits.cellBytes else { return fail() }
    text.append(contentsOf: more)
  }

  private func append() {
    text.withUnsafeBufferPointer { text in
      if SheetText.isPlain(text) {
        bytes.append(contentsOf: CellText.trimmed(text))
      } else {
        let (clean, control) = SheetText.clean(text)
        bytes.append(contentsOf: clean.utf8)
        controls[ends.count] = control
      }
    }
    ends.append(UInt32(bytes.count))
  }
}
