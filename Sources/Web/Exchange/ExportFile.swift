import Glibc
import HTTPTypes
import Hummingbird
import Records
import Sheets

/// How a list is taken away.
enum ExportFormat: String, CaseIterable, Sendable {
  case csv, xlsx

  var type: String {
    switch self {
    case .csv: "text/csv; charset=utf-8"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }
  }
}

/// A list being written to a file that has no name any more once it is whole, and is then sent piece by piece:
/// however long it is, little of it is in memory.
final class ExportFile {
  private let folder: String
  private let path: String
  private var csv: CSVWriter?
  private var book: XLSXWriter?

  /// Begins a list under its headings.
  init(_ format: ExportFormat, title: String, columns: [XLSXColumn], created: Int64) throws {
    var template = Array("/tmp/chibo-list-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw ExportFault(number: errno) }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = folder + "/list"
    switch format {
    case .csv:
      csv = try CSVWriter(path: path, bom: true)
      try csv?.write(columns.map(\.heading))
    case .xlsx:
      book = try XLSXWriter(
        path: path,
        properties: .init(title: title, author: "Chibo", created: Int(created / 1000))
      )
      try book?.addSheet("list", columns: columns)
    }
  }

  deinit {
    csv = nil
    book = nil
    unlink(path)
    rmdir(folder)
  }

  func write(_ cells: [ListCell]) throws {
    try csv?.write(cells.map(\.text))
    try book?.write(cells.map(\.cell))
  }

  /// Ends the list.
  func finish() throws -> Finished {
    try csv?.close()
    try book?.close()
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ExportFault(number: errno) }
    return Finished(descriptor)
  }

  /// A whole list, open and without a name.
  final class Finished: Sendable {
    private let descriptor: Int32
    let size: Int

    fileprivate init(_ descriptor: Int32) {
      self.descriptor = descriptor
      size = Int(lseek(descriptor, 0, SEEK_END))
    }

    deinit { close(descriptor) }

    /// The bytes from one place on, up to a block of them.
    fileprivate func block(at offset: Int) throws -> [UInt8] {
      var bytes = [UInt8](repeating: 0, count: min(64 << 10, size - offset))
      let count = pread(descriptor, &bytes, bytes.count, offset)
      guard count == bytes.count else { throw ExportFault(number: errno) }
      return bytes
    }

    /// The list as an answer to be kept under a name.
    func response(_ name: String, _ format: ExportFormat) -> Response {
      let body = ResponseBody(contentLength: size) { writer in
        var offset = 0
        while offset < self.size {
          let block = try self.block(at: offset)
          offset += block.count
          try await writer.write(ByteBuffer(bytes: block))
        }
        try await writer.finish(nil)
      }
      let plain = name.unicodeScalars.map { scalar in
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)) ? scalar : "-"
      }
      let safe = String(String.UnicodeScalarView(plain))
      return Response(
        status: .ok,
        headers: [
          .contentType: format.type,
          .contentDisposition: "attachment; filename=\"\(safe).\(format.rawValue)\"",
          .cacheControl: "private, no-store",
          .contentTypeOptions: "nosniff",
        ],
        body: body
      )
    }
  }
}

/// A list that could not be written on this machine.
struct ExportFault: Error {
  let number: Int32
}
