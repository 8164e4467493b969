/// What kind of book a file is, by its first bytes: only the zip archives of today can be read.
///
/// A book locked with a password is a container of the old kind with the archive inside it.
enum BookKind {
  /// - Throws: a `SheetError` naming `file` unless the file may be an archive.
  static func check(path: String, file: String) throws {
    let blocks = try FileBlocks(path: path, file: file)
    while blocks.bytes.count < oldBook.count, !blocks.atEnd { try blocks.more() }
    if blocks.bytes.starts(with: oldBook) {
      let isLocked = try holdsLockedBook(blocks)
      throw SheetError(file: file, reason: isLocked ? .lockedBook : .oldBook)
    }
    guard blocks.bytes.starts(with: [0x50, 0x4B]) else { throw SheetError(file: file, reason: .notABook) }
  }

  private static let oldBook: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// Whether the container holds a stream of the name that locked books use.
  private static func holdsLockedBook(_ blocks: FileBlocks) throws -> Bool {
    let sought = Array("EncryptedPackage".utf8.map { [$0, 0] }.joined())
    while true {
      let bytes = blocks.bytes
      if bytes.contains(sought) { return true }
      if blocks.atEnd { return false }
      blocks.start = max(blocks.start, blocks.end - sought.count)
      try blocks.more()
    }
  }
}
