import HTTPTypes
import Hummingbird
import Markup
import Records

/// A file that came with a form, on this machine's disk until it is kept or forgotten.
struct SentFile: Sendable {
  let field: String
  /// What the sender called it.
  let name: String
  let type: String
  let bytes: LooseFile
}

/// A form as a browser sends it.
struct SentForm: Sendable {
  var pairs: [Query.Pair] = []
  var files: [SentFile] = []
}

/// Reads forms, with and without files.
enum FormBody {
  /// No form of ours says more in words.
  static let limit = 64 << 10
  /// What may be handed in of lists, and of the scan of a decision.
  static let listLimit = 64 << 20
  static let scanLimit = 20 << 20

  /// More than a form may hold.
  struct TooLarge: Error {
    /// How many bytes of files it may, when it may have any.
    var files: Int?
  }

  /// The names and values of a form without files.
  /// - Throws: `TooLarge` for more than any form of ours holds.
  static func read(_ request: Request) async throws -> [Query.Pair] {
    try await read(request, filesUpTo: 0).pairs
  }

  /// A form, its files together no larger than so many bytes; a file that nobody chose is none.
  /// - Throws: `TooLarge`, or `Multipart.Malformed` when it is not what browsers send.
  ///
  /// With `keepsFiles` false they are counted and forgotten.
  static func read(
    _ request: Request,
    filesUpTo limit: Int,
    keepsFiles: Bool = true
  ) async throws -> SentForm {
    let type = request.headers[.contentType] ?? ""
    guard type.lowercased().hasPrefix("multipart/") else {
      return SentForm(pairs: try await words(request))
    }
    guard let parts = Multipart(type: type) else { throw Multipart.Malformed() }
    let promised = request.headers[.contentLength].flatMap { Int($0) }
    if let promised, promised > limit + 4 * FormBody.limit { throw TooLarge(files: limit) }
    var reading = Reading(parts: parts, limit: limit, keepsFiles: keepsFiles)
    for try await buffer in request.body { try reading.take(buffer.readableBytesView) }
    return try reading.finish()
  }

  private static func words(_ request: Request) async throws -> [Query.Pair] {
    var bytes: [UInt8] = []
    for try await buffer in request.body {
      bytes.append(contentsOf: buffer.readableBytesView)
      if bytes.count > FormBody.limit { throw TooLarge() }
    }
    return Asked.pairs(String(decoding: bytes, as: UTF8.self))
  }

  /// A form with parts, while it arrives.
  private struct Reading {
    var parts: Multipart
    let limit: Int
    let keepsFiles: Bool
    var form = SentForm()
    private var heading: Multipart.Heading?
    private var words: [UInt8] = []
    private var file: LooseFile?
    private var said = 0
    private var filed = 0

    init(parts: Multipart, limit: Int, keepsFiles: Bool) {
      self.parts = parts
      self.limit = limit
      self.keepsFiles = keepsFiles
    }

    mutating func take(_ block: some Sequence<UInt8>) throws {
      var parts = parts
      try parts.read(block) { try take($0) }
      self.parts = parts
    }

    private mutating func take(_ step: Multipart.Step) throws {
      switch step {
      case .part(let heading):
        self.heading = heading
        words = []
        file = heading.filename == nil ? nil : try LooseFile()
      case .bytes(let bytes):
        if let file {
          filed += bytes.count
          if filed > limit { throw TooLarge(files: limit) }
          if keepsFiles { try file.append(bytes) }
        } else {
          said += bytes.count
          if said > FormBody.limit { throw TooLarge() }
          words += bytes
        }
      case .end:
        guard let heading else { return }
        if let file {
          let name = heading.filename ?? ""
          let type = heading.type ?? "application/octet-stream"
          if !name.isEmpty {
            form.files.append(SentFile(field: heading.name, name: name, type: type, bytes: file))
          }
        } else {
          form.pairs.append(Query.Pair(name: heading.name, value: String(decoding: words, as: UTF8.self)))
        }
        self.heading = nil
        file = nil
      }
    }

    func finish() throws -> SentForm {
      try parts.finish()
      return form
    }
  }
}
