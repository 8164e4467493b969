import Glibc

/// Bytes that can be read again from any place, a block at a time.
package protocol FileBytes: Sendable {
  var size: Int { get }

  /// So many bytes from one place on; fewer only at the end.
  func read(at offset: Int, count: Int) throws -> [UInt8]
}

extension [UInt8]: FileBytes {
  package var size: Int { count }

  package func read(at offset: Int, count: Int) throws -> [UInt8] {
    Array(self[offset..<Swift.min(offset + count, self.count)])
  }
}

/// A file on this machine's disk without a name: it is gone when nobody holds it any more.
///
/// What somebody sends waits in one until it is kept; what is made here is written into one first.
package final class LooseFile: FileBytes {
  private let descriptor: Int32

  /// An empty one.
  package init() throws {
    var template = Array("/tmp/chibo-file-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileFault(number: errno) }
    unlink(template)
  }

  /// One that is there, which may lose its name afterwards.
  package init(reading path: String) throws {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault(number: errno) }
  }

  deinit { close(descriptor) }

  package var size: Int { Int(lseek(descriptor, 0, SEEK_END)) }

  package func append(_ bytes: ArraySlice<UInt8>) throws {
    try FileWriting.all(bytes, to: descriptor)
  }

  package func read(at offset: Int, count: Int) throws -> [UInt8] {
    let count = min(count, max(size - offset, 0))
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress?.advanced(by: done), count - done, offset + done)
      }
      guard got > 0 else { throw FileFault(number: errno) }
      done += got
    }
    return bytes
  }
}

/// This machine could not write or read a file.
package struct FileFault: Error, Hashable {
  package let number: Int32
}
