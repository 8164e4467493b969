import HTTPTypes
import Hummingbird
import Phrases

/// What a browser keeps for us: who is signed in, the appearance, and, before sign-in, the language and the
/// proof that the sign-in form was ours.
struct Cookies: Sendable {
  /// The token of the sign-in.
  var session: [UInt8]?
  var theme = Theme.system
  var language: Language?
  /// Whether single keys do things.
  var hasKeys = true
  /// The token of a sign-in that has its second step to do.
  var pending: [UInt8]?
  /// The token of the sign-in form.
  var door: String?

  init(_ request: Request) {
    for field in request.headers where field.name == .cookie { read(field.value) }
  }

  private mutating func read(_ header: String) {
    for piece in header.split(separator: ";") {
      let halves = piece.split(separator: "=", maxSplits: 1)
      guard halves.count == 2 else { continue }
      let value = halves[1]
      switch halves[0].drop(while: { $0 == " " }) {
      case "chibo": session = value.utf8.count == 64 ? Hex.bytes(value) : nil
      case "chibo-theme": theme = Theme(rawValue: String(value)) ?? .system
      case "chibo-keys": hasKeys = value != "off"
      case "chibo-second": pending = value.utf8.count == 64 ? Hex.bytes(value) : nil
      case "chibo-language": language = Language(rawValue: String(value))
      case "chibo-door": door = String(value)
      default: break
      }
    }
  }

  /// A line that sets a cookie, for pages only and for this site only.
  static func line(_ name: String, _ value: String, seconds: Int, isSecure: Bool) -> String {
    "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(seconds)\(isSecure ? "; Secure" : "")"
  }
}
