import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules
import Storage

/// The pages of a step on which it is chosen who and what goes where, and who holds which function on.
struct PlanSharePages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/reorganisations/:plan/steps/:step/:part", use: show)
    routes.post("/reorganisations/:plan/steps/:step/:part", use: take)
  }

  private var keeping: PlanKeeping { PlanKeeping(reception: reception) }

  /// What of a plan an address names.
  private struct Place: Sendable {
    let key: String
    let number: Int
    let part: String

    init(_ context: PageContext) {
      key = context.parameters.get("plan") ?? ""
      number = Int(digits: context.parameters.get("step") ?? "") ?? 0
      part = context.parameters.get("part") ?? ""
    }
  }

  /// One of the pages, as it was asked for or as it was sent.
  private enum Model: Sendable {
    case shares(PlanShares)
    case posts(PlanPosts)

    var edit: PlanEdit? {
      switch self {
      case .shares(let shares): shares.edit
      case .posts(let posts): posts.edit
      }
    }

    var writing: PlanWriting {
      switch self {
      case .shares(let shares): shares.writing
      case .posts(let posts): posts.writing
      }
    }

    var isWrong: Bool {
      switch self {
      case .shares(let shares): !shares.errors.isEmpty || !shares.objections.isEmpty
      case .posts(let posts): posts.isWrong
      }
    }

    mutating func take(_ objections: [Objection]) {
      switch self {
      case .shares(var shares):
        shares.objections = objections
        self = .shares(shares)
      case .posts(var posts):
        posts.objections = objections
        self = .posts(posts)
      }
    }

    func view(_ frame: Frame) -> HTML {
      switch self {
      case .shares(let shares): planSharesView(shares, in: frame)
      case .posts(let posts): planPostsView(posts, in: frame)
      }
    }
  }

  private static func model(_ visit: Visit, _ place: Place, _ form: AccountForm? = nil) throws -> Model {
    let writing = try visit.writing(place.key, version: form?.version)
    if place.part == "posts" { return .posts(try visit.posts(writing, place.number, form)) }
    guard let what = PlanShares.What(rawValue: place.part) else { throw PageFault.absent }
    var shares = try visit.shares(writing, place.number, what)
    if let form { shares.take(form, try visit.units(for: writing)) }
    return .shares(shares)
  }

  /// `GET /reorganisations/:plan/steps/2/people`, `…/units` or `…/posts`.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let place = Place(context)
    return try await reception.page(request, .units) {
      try $0.speaking { try PlanSharePages.model($0, place) }
    } _: {
      $0.view($1)
    }
  }

  /// `POST` of the same, with `version`, the choices, and what was pressed.
  @Sendable func take(_ request: Request, _ context: PageContext) async throws -> Response {
    let place = Place(context)
    let action = Path.planStep(place.key, place.number, place.part)
    return try await reception.sent(request) { form in
      do {
        var model = try await keeping.look(request, form) { try PlanSharePages.model($0, place, form) }
        if let edit = model.edit {
          switch try await keeping.keep(edit, on: model.writing, form) {
          case .kept(_, let receipt): return Answer.see(Path.plan(place.key).after(receipt))
          case .unchanged: return Answer.see(.plan(place.key))
          case .beside(let beside):
            return try await PlanStepPages(reception: reception).show(beside, action, request)
          case .refused(let objections): model.take(objections)
          }
        }
        let again = model
        let status: HTTPResponse.Status = again.isWrong ? .unprocessableContent : .ok
        return try await reception.page(answering: request, at: action, .units, status) { _ in
          again
        } _: {
          $0.view($1)
        }
      } catch let fault as PageFault {
        return try await reception.fault(request, fault)
      }
    }
  }
}
