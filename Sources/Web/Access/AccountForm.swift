import HTTPTypes
import Hummingbird
import Markup
import NIOPosix
import Phrases
import Records
import Rules
import Storage

/// A form about an account, as it was sent by somebody who is signed in.
struct AccountForm: Sendable {
  let pairs: [Query.Pair]
  /// The token of the sign-in.
  let token: [UInt8]
  let visitor: Visitor

  /// What was written in a field, without blanks around it; empty when there is no such field.
  func text(_ name: String) -> String {
    let value = Array(exact(name))
    guard let first = value.firstIndex(where: { !$0.isWhitespace }),
      let last = value.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(value[first...last])
  }

  /// What was written in a field, to the letter: for passwords.
  func exact(_ name: String) -> String { pairs.first { $0.name == name }?.value ?? "" }

  func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  /// The token by which a form that is sent twice does its deed once.
  var request: String? {
    let text = text("request")
    return text.utf8.count == 32 && Hex.bytes(text) != nil ? text : nil
  }

  /// A token for a form that is about to be shown.
  static func newRequest() -> String { Hex.text(Passwords.token().prefix(16)) }
}

extension Reception {
  /// Carries out a form of somebody who is signed in.
  func sent(
    _ request: Request,
    _ body: @Sendable (AccountForm) async throws -> Response
  ) async throws -> Response {
    try await form(request) { pairs, token, visitor in
      try await body(AccountForm(pairs: pairs, token: token, visitor: visitor))
    }
  }

  /// Carries out a form of somebody who keeps accounts; for all others there is no such place.
  func sentByKeeper(
    _ request: Request,
    _ body: @Sendable (AccountForm) async throws -> Response
  ) async throws -> Response {
    try await sent(request) { form in
      let today = clock.today
      let standing = try await database.read { try Standing.read(form.visitor, $0, today: today) }
      guard standing.keepsAccounts else { return try await fault(request, .absent) }
      return try await body(form)
    }
  }

  /// Answers a form with a page: once more with what was wrong in it, or with what is shown only once.
  ///
  /// `path`: the page's own place, where its links lead back to.
  func page<Model: Sendable>(
    answering request: Request,
    at path: Path,
    _ module: Module?,
    _ status: HTTPResponse.Status,
    _ read: @escaping @Sendable (Visit) throws -> Model,
    _ view: @Sendable (Model, Frame) -> HTML
  ) async throws -> Response {
    try await answer(request, read) { model, guest, asked in
      var frame = frame(guest, asked, module)
      frame.path = path
      frame.query = Query()
      return Answer.page(view(model, frame), status)
    }
  }

  /// Carries out a deed of the sender.
  /// - Returns: what came of it; the page that follows says so by its entry.
  func carryOut(_ deed: any Operation, _ form: AccountForm) async throws -> Receipt {
    let errand = Errand(deed, by: .account(form.visitor.account), request: form.request)
    return try await office.carryOut(errand)
  }
}

extension Path {
  /// This page after a deed, which it then says was done.
  func after(_ receipt: Receipt) -> Path { with("done", Int(receipt.entry)) }
}

extension [Objection] {
  /// What is said by a field, `nil` when nothing is wrong with it.
  func said(_ fields: Field...) -> String? {
    let own = filter { objection in objection.field.map(fields.contains) ?? false }
    return own.isEmpty
      ? nil : own.map { Phrase.refusal($0.refusal).leading.text + "." }.joined(separator: " ")
  }

  /// What is said of the form as a whole: all that stands by none of its fields.
  func said(besides fields: [Field]) -> Message? {
    let rest = filter { objection in !(objection.field.map(fields.contains) ?? false) }
    guard !rest.isEmpty else { return nil }
    let words = rest.map { Phrase.refusal($0.refusal).leading.text + "." }.joined(separator: " ")
    return Message(.refused, Phrase.refused.text, detail: words)
  }

  /// The same of a list sent as one: so many of its rows say by themselves what stands against them.
  func said(ofRows rows: Int, besides field: Field) -> Message? {
    if rows > 0 { return Message(.refused, Phrase.listRefused(rows).text) }
    return filter { objection in
      if case .ofSubject = objection.refusal { false } else { true }
    }
    .said(besides: [field])
  }
}

/// Passwords take their time: they are digested and compared on threads of their own, so that no page waits.
enum SlowPasswords {
  struct OutOfMemory: Error {}

  static func matches(_ password: String, _ digest: String) async -> Bool {
    (try? await NIOThreadPool.singleton.runIfActive { Passwords.matches(password, digest) }) ?? false
  }

  static func digest(_ password: String) async throws -> String {
    guard let digest = try await NIOThreadPool.singleton.runIfActive({ Passwords.digest(password) }) else {
      throw OutOfMemory()
    }
    return digest
  }
}
