import Glibc

/// A list being written: it stands under its own name only when it is whole.
///
/// Until then it is called `members.csv.part`. Whatever goes wrong, no one takes half a list for a whole.
struct UnfinishedFile {
  let path: String
  /// The list, as its errors name it.
  let name: String

  init(path: String) {
    self.path = path
    name = FileName.last(of: path)
  }

  var partPath: String { path + ".part" }

  /// The folder the list will lie in.
  var folder: String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes the file, empty, under its unfinished name.
  ///
  /// - Throws: a `SheetError` when it cannot be made.
  func begin() throws {
    let descriptor = try open()
    close(descriptor)
  }

  /// Makes the file and opens it for writing.
  func open() throws -> Int32 {
    let descriptor = Glibc.open(partPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw SheetError(file: name, reason: .cannotOpen(errno: errno))
    }
    return descriptor
  }

  /// Gives the whole list its name, once the medium holds all of it.
  func finish(line: Int?) throws {
    let descriptor = Glibc.open(partPath, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(line: line) }
    let isHeld = fsync(descriptor) == 0
    let code = errno
    close(descriptor)
    guard isHeld else { throw failure(code, line: line) }
    guard rename(partPath, path) == 0 else { throw failure(line: line) }
  }

  /// Takes away what was written so far.
  func discard() {
    unlink(partPath)
  }

  /// The error of the last call to the system.
  func failure(_ code: Int32 = errno, line: Int?) -> SheetError {
    SheetError(file: name, line: line, reason: .cannotWrite(errno: code))
  }
}
