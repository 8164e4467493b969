import HTTPTypes
import Hummingbird
import Records
import Storage

extension Reception {
  /// Keeps a file that was sent in the record; what refers to it must be written soon.
  func keep(_ file: SentFile) async throws -> KeptFile {
    // All of it is read here, before the one writer is taken.
    let hash = try FileHash(of: file.bytes)
    let moment = clock.now()
    return try await database.write { db in
      try FileStore(db: db).keep(file.bytes, hash, type: file.type, at: moment)
    }
  }

  /// Gives a kept file out under a name, to be saved, never to be shown as a page of ours.
  func give(_ file: KeptFile, as name: String) -> Response {
    let database = database
    let body = ResponseBody(contentLength: file.size) { writer in
      var number = 0
      while true {
        let next = number
        let chunk = try await database.read { db in try FileStore(db: db).chunk(next, of: file.hash) }
        guard let chunk else { break }
        try await writer.write(ByteBuffer(bytes: chunk))
        number += 1
      }
      try await writer.finish(nil)
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: file.type,
        .contentDisposition: "attachment; \(Answer.filename(name))",
        .cacheControl: "private, no-store",
        .contentTypeOptions: "nosniff",
        .contentSecurityPolicy: "sandbox",
      ],
      body: body
    )
  }
}

extension Answer {
  /// A file's name as a browser is told it: in plain letters, and in its own.
  static func filename(_ name: String) -> String {
    let plain = String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { scalar in
          let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
          return isPlain || scalar == "." ? scalar : "-"
        }
      )
    )
    let own = name.utf8.map { byte in
      let isPlain = byte > 47 && byte < 58 || byte > 64 && byte < 91 || byte > 96 && byte < 123 || byte == 46
      return isPlain ? String(Unicode.Scalar(byte)) : "%" + Hex.text([byte]).uppercased()
    }
    return "filename=\"\(plain)\"; filename*=UTF-8''\(own.joined())"
  }
}
