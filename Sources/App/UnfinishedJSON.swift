import Glibc
import Storage

/// A JSON list written one value at a time, to a file or to standard output.
final class UnfinishedJSON {
  private let descriptor: Int32
  private let isFile: Bool
  private var isFirst = true
  private var buffer = "["

  init(_ path: String?) throws {
    isFile = path != nil
    descriptor = path.map { open($0, O_WRONLY | O_CREAT | O_TRUNC, 0o600) } ?? STDOUT_FILENO
    if descriptor < 0 { throw StorageError.cannotOpen(path ?? "", reason: String(cString: strerror(errno))) }
  }

  func write(_ value: JSON) throws {
    buffer += (isFirst ? "\n" : ",\n") + value.text
    isFirst = false
    if buffer.utf8.count > 65_536 { try flush() }
  }

  func close() throws {
    buffer += "\n]\n"
    try flush()
    if isFile, Glibc.close(descriptor) != 0 { throw StorageError.full }
  }

  private func flush() throws {
    let isWritten = buffer.withUTF8 { Console.write(UnsafeRawBufferPointer($0), to: descriptor) }
    buffer.removeAll(keepingCapacity: true)
    if !isWritten, isFile { throw StorageError.full }
  }
}
