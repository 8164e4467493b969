import Glibc

/// A folder on this machine's disk for the work of a moment: it goes, with what is in it, when nobody holds it.
package final class LooseFolder: Sendable {
  package let path: String

  package init() throws {
    var template = Array("/tmp/chibo-folder-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileFault(number: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    guard let listing = opendir(path) else { return }
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { unlink(path + "/" + name) }
    }
    closedir(listing)
    rmdir(path)
  }

  /// Puts a kept file into the folder.
  package func put(_ hash: FileHash, as name: String, from store: FileStore) throws {
    let descriptor = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileFault(number: errno) }
    defer { close(descriptor) }
    try store.copyOut(hash) { piece in try FileWriting.all(piece, to: descriptor) }
  }

  /// Puts what somebody sent into the folder.
  package func put(_ bytes: any FileBytes, as name: String) throws {
    let descriptor = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileFault(number: errno) }
    defer { close(descriptor) }
    var offset = 0
    while offset < bytes.size {
      let piece = try bytes.read(at: offset, count: 64 << 10)
      try FileWriting.all(piece[...], to: descriptor)
      offset += piece.count
    }
  }
}

/// Writing to an open file until all of it is written.
enum FileWriting {
  static func all(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws {
    try bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        guard count > 0 else { throw FileFault(number: errno) }
        done += count
      }
    }
  }
}
