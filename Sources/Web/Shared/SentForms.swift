import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Storage

/// Forms of people who are signed in, and what is said while something large is being written.
extension Reception {
  /// Carries out a form of somebody who is signed in: checks its token, then does it.
  func form(
    _ request: Request,
    _ body: @Sendable (_ form: [Query.Pair], _ token: [UInt8], Visitor) async throws -> Response
  ) async throws -> Response {
    try await form(request, filesUpTo: 0) { sent, token, visitor in try await body(sent.pairs, token, visitor)
    }
  }

  /// The same for a form with files, together no larger than so many bytes; nobody sends any who has not
  /// signed in.
  func form(
    _ request: Request,
    filesUpTo limit: Int,
    _ body: @Sendable (_ form: SentForm, _ token: [UInt8], Visitor) async throws -> Response
  ) async throws -> Response {
    let asked = Asked(request)
    let now = clock.now()
    let token = asked.cookies.session ?? []
    let found: Visitor?
    do {
      found = try await token.isEmpty ? nil : database.read { try SignIns.visitor(token, $0, now: now) }
    } catch let error as StorageError where error.isAbsence {
      return away(asked, try await FormBody.read(request, filesUpTo: limit, keepsFiles: false), error)
    }
    guard let visitor = found else {
      // Whoever is signed out sends no files; what else they typed is handed back.
      let kept = KeptForm(asked, try await FormBody.read(request, filesUpTo: limit, keepsFiles: false))
      return Language.$current.withValue(asked.cookies.language ?? .vi) {
        Answer.page(keptFormView(kept, theme: asked.cookies.theme), .unauthorized)
      }
    }
    let sent = try await FormBody.read(request, filesUpTo: limit)
    guard sent.pairs.first(where: { $0.name == "token" })?.value == Reception.proof(of: token) else {
      let kept = KeptForm(asked, sent)
      return try await answer(request) { _ in
        0
      } _: { _, guest, asked in
        Answer.page(keptFormView(kept, in: frame(guest, asked, nil)), .forbidden)
      }
    }
    do {
      return try await body(sent, token, visitor)
    } catch StorageError.busy {
      return try await busy(request, sent)
    } catch let error as StorageError where error.isAbsence {
      return away(asked, sent, error)
    }
  }

  /// Answers a form while nobody answers where the record is kept: what was typed is handed back, and may be sent
  /// again, as its token keeps it from being recorded twice.
  private func away(_ asked: Asked, _ sent: SentForm, _ error: StorageError) -> Response {
    let isUncertain = if case .uncertain = error { true } else { false }
    let token = asked.cookies.session.map(Reception.proof)
    var response = Language.$current.withValue(asked.cookies.language ?? .vi) {
      let kept = KeptForm(asked, sent)
      return Answer.page(
        awayFormView(kept, isUncertain: isUncertain, token: token, theme: asked.cookies.theme)
      )
    }
    response.busy()
    return response
  }

  // MARK: While somebody writes for long

  /// Answers a form that could not be taken yet: nothing was written, and what was typed is handed back.
  private func busy(_ request: Request, _ sent: SentForm) async throws -> Response {
    let kept = KeptForm(Asked(request), sent)
    var response = try await answer(request) { _ in
      0
    } _: { _, guest, asked in
      Answer.page(busyFormView(kept, in: frame(guest, asked, nil)))
    }
    if response.status == .ok { response.busy() }
    return response
  }

  /// Answers a page of which it could not be written down that somebody looked at it.
  func busy(_ request: Request) async throws -> Response {
    var response = try await answer(request) { _ in
      0
    } _: { _, guest, asked in
      let again = request.method == .get || request.method == .head ? request.head.path : nil
      return Answer.page(
        busyView(again: again.flatMap(Path.init(returning:)), in: frame(guest, asked, nil))
      )
    }
    if response.status == .ok { response.busy() }
    return response
  }
}

extension Response {
  /// Says that it is worth asking again soon.
  mutating func busy() {
    status = .serviceUnavailable
    headers[.retryAfter] = "5"
  }
}
