import CZlib
import HTTPTypes
import Hummingbird

/// What is sent made small, for browsers that take it so: files once, when the server starts, and large pages.
enum Gzip {
  /// Smaller pages are sent as they are: they fit into the first packets anyway.
  private static let least = 8192

  /// Whether the pages of the request now being answered may be made small.
  @TaskLocal static var isWanted = false

  static func isTaken(by request: Request) -> Bool {
    let offers = request.headers[.acceptEncoding]?.split(separator: ",") ?? []
    return offers.contains { offer in
      let words = offer.split(separator: ";").map { $0.filter { $0 != " " } }
      return words.first == "gzip" && !words.dropFirst().contains("q=0")
    }
  }

  /// Whether a page that answers this may be made small.
  ///
  /// Not one that was asked anything: what repeats a stranger's words beside what is secret must not have a telling
  /// length.
  static func isSafe(for request: Request) -> Bool {
    request.method == .get && !(request.head.path ?? "?").utf8.contains(UInt8(ascii: "?"))
  }

  /// A page made small, `nil` when it stays as it is.
  static func page(_ bytes: [UInt8]) -> [UInt8]? {
    isWanted && bytes.count >= least ? packed(bytes, Z_BEST_SPEED) : nil
  }

  /// The bytes in the gzip format; `nil` where that makes them no smaller.
  static func packed(_ bytes: [UInt8], _ level: Int32 = Z_BEST_COMPRESSION) -> [UInt8]? {
    var stream = z_stream()
    // 15 is the widest window; 16 more asks for the gzip format.
    let begun = deflateInit2_(
      &stream,
      level,
      Z_DEFLATED,
      15 + 16,
      8,
      Z_DEFAULT_STRATEGY,
      ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size)
    )
    guard begun == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let count: Int? = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        return deflate(&stream, Z_FINISH) == Z_STREAM_END ? target.count - Int(stream.avail_out) : nil
      }
    }
    guard let count, count < bytes.count else { return nil }
    return Array(output.prefix(count))
  }
}
