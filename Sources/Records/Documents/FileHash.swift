package import Storage

/// The address of a file: the BLAKE2b-256 digest of its bytes, as `b2sum -l 256` gives it.
///
/// The same bytes are one file, whatever anybody called them.
package struct FileHash: Hashable, Sendable, CustomStringConvertible {
  package let bytes: [UInt8]

  /// The digest of all the bytes, read a block at a time.
  package init(of file: some FileBytes) throws {
    let digest = Digest()
    var offset = 0
    while offset < file.size {
      let block = try file.read(at: offset, count: FileStore.chunk)
      block.withUnsafeBufferPointer { digest.add($0) }
      offset += block.count
    }
    bytes = digest.finish()
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads sixty-four hexadecimal digits, as an address writes it.
  package init?(_ text: String) {
    guard text.utf8.count == 2 * Digest.size else { return nil }
    var bytes: [UInt8] = []
    var rest = text.utf8.makeIterator()
    while let high = rest.next(), let low = rest.next() {
      guard let high = FileHash.value(high), let low = FileHash.value(low) else { return nil }
      bytes.append(high << 4 | low)
    }
    self.bytes = bytes
  }

  package var description: String { bytes.hex }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

extension FileHash: Bindable, Readable {
  package var sqlValue: SQLValue { .bytes(bytes) }
  package static var sqlNull: SQLValue { .bytes(nil) }

  package static func read(_ row: Row, _ column: Int) throws -> FileHash {
    FileHash(bytes: try [UInt8].read(row, column))
  }
}
