import Glibc
import HTTPTypes
import Hummingbird
import Records

/// The files every page needs (its look, its modules, its mark), read once when the server starts.
///
/// Only what was read then is ever given out: an address is a name in this list, never a way into a folder.
package struct StaticFiles: Sendable {
  private struct File: Sendable {
    let body: ByteBuffer
    let fields: HTTPFields
    let tag: String
    /// The same made small, for text.
    let packed: ByteBuffer?
  }

  private let files: [String: File]

  /// No files at all.
  package static let none = StaticFiles(files: [:])

  private init(files: [String: File]) {
    self.files = files
  }

  /// The files of a folder that a page can use.
  /// - Returns: `nil` when there is no such folder, or nothing of use in it.
  package init?(folder: String) {
    guard let listing = opendir(folder) else { return nil }
    defer { closedir(listing) }
    var files: [String: File] = [:]
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard let type = StaticFiles.type(of: name), let bytes = StaticFiles.bytes(of: folder + "/" + name)
      else {
        continue
      }
      let tag = "\"\(Hex.text(Passwords.kept(bytes).prefix(12)))\""
      files["/" + name] = File(
        body: ByteBuffer(bytes: bytes),
        fields: [
          .contentType: type, .eTag: tag, .cacheControl: "no-cache", .contentTypeOptions: "nosniff",
          .vary: "Accept-Encoding",
        ],
        tag: tag,
        packed: type.hasPrefix("text/") ? Gzip.packed(bytes).map { ByteBuffer(bytes: $0) } : nil
      )
    }
    if files.isEmpty { return nil }
    self.files = files
  }

  func response(to request: Request, at path: String) -> Response? {
    guard let file = files[path] else { return nil }
    if request.headers[.ifNoneMatch] == file.tag {
      return Response(status: .notModified, headers: file.fields, body: ResponseBody())
    }
    if let packed = file.packed, Gzip.isTaken(by: request) {
      var fields = file.fields
      fields[.contentEncoding] = "gzip"
      return Response(status: .ok, headers: fields, body: ResponseBody(byteBuffer: packed))
    }
    return Response(status: .ok, headers: file.fields, body: ResponseBody(byteBuffer: file.body))
  }

  private static func type(of name: String) -> String? {
    guard !name.hasPrefix("."), let dot = name.lastIndex(of: ".") else { return nil }
    switch name[dot...] {
    case ".css": return "text/css; charset=utf-8"
    case ".js": return "text/javascript; charset=utf-8"
    case ".svg": return "image/svg+xml"
    case ".woff2": return "font/woff2"
    case ".png": return "image/png"
    case ".txt": return "text/plain; charset=utf-8"
    default: return nil
    }
  }

  private static func bytes(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = read(descriptor, &block, block.count)
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes.append(contentsOf: block[..<count])
    }
  }
}
