import Hummingbird
import Markup
import NIOCore

/// A form as a browser sends it.
enum FormBody {
  /// No form of ours is larger.
  private static let limit = 16_384

  /// The names and values of a form.
  /// - Throws: `TooLarge` for more than any form of ours holds.
  static func read(_ request: Request) async throws -> [Query.Pair] {
    do {
      let buffer = try await request.body.collect(upTo: limit)
      return Asked.pairs(String(buffer: buffer))
    } catch is NIOTooManyBytesError {
      throw TooLarge()
    }
  }

  struct TooLarge: Error {}
}
