import Glibc

/// The bytes of a file, brought in by blocks into a window that holds one row at a time.
///
/// The window slides: what lies before `start` is given up when more is asked for, so a file of any length
/// is read in the space of its longest row.
final class FileBlocks {
  private let file: String
  private let descriptor: Int32
  private let block: Int
  private var capacity: Int
  private var storage: UnsafeMutablePointer<UInt8>
  /// Where the bytes still wanted begin.
  var start = 0
  /// Where the bytes read so far end.
  private(set) var end = 0
  /// Whether the file has no more bytes than those in the window.
  private(set) var atEnd = false

  /// - Throws: a `SheetError` naming `file` when `path` cannot be opened.
  init(path: String, file: String, block: Int = 256 << 10) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SheetError(file: file, reason: .cannotOpen(errno: errno)) }
    self.file = file
    self.descriptor = descriptor
    self.block = block
    capacity = 2 * block
    storage = .allocate(capacity: capacity)
  }

  deinit {
    storage.deallocate()
    close(descriptor)
  }

  /// The bytes in the window that are still wanted.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: storage + start, count: end - start)
  }

  /// Brings in more bytes after those still wanted, or finds the end of the file.
  func more() throws {
    if start > 0 {
      memmove(storage, storage + start, end - start)
      end -= start
      start = 0
    }
    if capacity - end < block { grow() }
    while true {
      let count = read(descriptor, storage + end, block)
      if count > 0 {
        end += count
        return
      }
      if count == 0 {
        atEnd = true
        return
      }
      guard errno == EINTR else { throw SheetError(file: file, reason: .cannotRead(errno: errno)) }
    }
  }

  private func grow() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
    memcpy(larger, storage, end)
    storage.deallocate()
    storage = larger
    capacity *= 2
  }
}
