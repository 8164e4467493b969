import HTTPTypes
import Hummingbird
import Logging
import Markup
import Phrases
import Records
import Storage

/// The edge of the server, which every request passes: refuses forms sent from elsewhere, writes faults down
/// once, and never lets one out to a visitor.
struct Edge: RouterMiddleware {
  typealias Context = PageContext

  let files: StaticFiles

  @concurrent
  func handle(
    _ request: Request,
    context: PageContext,
    next: @concurrent (Request, PageContext) async throws -> Response
  ) async throws -> Response {
    if request.method == .get, let file = files.response(to: request, at: request.uri.path) { return file }
    if request.method != .get, request.method != .head, !Edge.isOurs(request) {
      return Edge.plain(request, .forbidden, .foreignForm)
    }
    do {
      guard Gzip.isTaken(by: request), Gzip.isSafe(for: request) else {
        return try await next(request, context)
      }
      return try await Gzip.$isWanted.withValue(true) { try await next(request, context) }
    } catch let large as FormBody.TooLarge {
      let meaning = large.files.map { Phrase.filesUpTo(megabytes: $0 >> 20) }
      return Edge.plain(request, .contentTooLarge, .tooLarge, meaning)
    } catch is Multipart.Malformed {
      return Edge.plain(request, .badRequest, .brokenForm, .brokenFormMeaning)
    } catch StorageError.busy {
      context.logger.warning("the record is busy", metadata: ["path": "\(request.uri.path)"])
      var response = Edge.plain(request, .serviceUnavailable, .busyNow, .busyNowMeaning)
      response.busy()
      return response
    } catch let error as StorageError where error.isAbsence {
      context.logger.warning("the record is away", metadata: ["error": "\(error)"])
      var response = Edge.plain(request, .serviceUnavailable, .recordAway, .recordAwayMeaning)
      response.busy()
      return response
    } catch let error as HTTPError where error.status.code < 500 {
      // Asked for in a way in which nothing is there, such as a form's address without a form.
      return Edge.plain(request, .notFound, .notFound, .notFoundMeaning)
    } catch is CancellationError {
      return Edge.plain(request, .serviceUnavailable, .busyNow, .busyNowMeaning)
    } catch {
      let number = Hex.text(Passwords.token().prefix(4))
      context.logger.error(
        "a page could not be made",
        metadata: ["request": "\(number)", "path": "\(request.uri.path)", "error": "\(error)"]
      )
      return speaking(request) { Answer.page(failureView(request: number), .internalServerError) }
    }
  }

  /// Whether a form was sent by a page of this very site.
  ///
  /// Browsers say so themselves; one that does not must name the site as the form's origin.
  private static func isOurs(_ request: Request) -> Bool {
    switch request.headers[.fetchSite] {
    case "same-origin", "none": return true
    case .some: return false
    case nil: break
    }
    guard let origin = request.headers[.origin], let host = request.head.authority else { return false }
    return origin == "http://" + host || origin == "https://" + host
  }

  private static func plain(
    _ request: Request,
    _ status: HTTPResponse.Status,
    _ title: @autoclosure () -> Phrase,
    _ meaning: @autoclosure () -> Phrase? = nil
  ) -> Response {
    let isPage = request.method == .get || request.method == .head
    let again = isPage ? Path(returning: request.head.path ?? "/") : nil
    return speaking(request) { Answer.page(plainView(title(), meaning(), again: again), status) }
  }
}

/// In the language the visitor last chose, as far as it is known without asking the record.
private func speaking(_ request: Request, _ body: () -> Response) -> Response {
  Language.$current.withValue(Cookies(request).language ?? .vi, operation: body)
}
