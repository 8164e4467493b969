import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import RulebookFiles
import Rules
import Storage

/// The form by which an office copies a regulation, changes it, sees what would change, and puts it in force.
struct OwnVersionPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/rulebooks/:book/version", use: show)
    routes.post("/rulebooks/:book/version", use: take)
  }

  /// `GET /rulebooks/:book/version`: a copy of the regulation, to be changed.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let name = context.parameters.get("book") ?? ""
    return try await reception.page(request, .rulebooks) { visit in
      try visit.ownVersion(of: name, nil)
    } _: { model, frame in
      ownVersionView(model, in: frame)
    }
  }

  /// `POST /rulebooks/:book/version` with `text`, the decision, and `step`: `preview` or `record`.
  @Sendable func take(_ request: Request, _ context: PageContext) async throws -> Response {
    let name = context.parameters.get("book") ?? ""
    let folder = reception.rulebooks
    return try await reception.sent(request) { form in
      var draft = OwnVersion.Draft(form)
      if form.text("step") == "record", draft.book(folder) != nil {
        do {
          return Answer.see(try await record(draft, form))
        } catch let refused as Refused {
          draft.objections = refused.objections
        }
      }
      let kept = draft
      let isSound = kept.objections.isEmpty && kept.book(folder) != nil && form.text("step") != "record"
      return try await reception.page(
        answering: request,
        at: .ownVersion(name),
        .rulebooks,
        isSound ? .ok : .unprocessableContent
      ) { visit in
        try visit.ownVersion(of: name, kept)
      } _: { model, frame in
        ownVersionView(model, in: frame)
      }
    }
  }

  private func record(_ draft: OwnVersion.Draft, _ form: AccountForm) async throws -> Path {
    let today = reception.clock.today
    let standing = try await reception.database.read { try Standing.read(form.visitor, $0, today: today) }
    guard let keeper = standing.rulebookKeeper else { throw Refused(nil, .notAllowed(.fileDecisions)) }
    let deed = PutRulebookInForce(unit: keeper.unit, text: draft.text)
    let errand = Errand(
      deed,
      by: .account(form.visitor.account),
      under: try draft.decision(issuer: keeper.unit),
      request: form.request
    )
    let receipt = try await reception.office.carryOut(errand)
    return Path.rulebook(draft.book(reception.rulebooks)?.name ?? "").after(receipt)
  }
}

extension Standing {
  /// The unit whose regulations this visitor may write: the highest in which they file decisions.
  var rulebookKeeper: Place? { places.first { Rights.allows($0.role, .fileDecisions, on: .own) } }
}

extension Visit {
  var rulebookKeeper: Standing.Place? { standing.rulebookKeeper }

  /// The regulations that hold for the visitor: those shipped, and over them those of their unit and of the units
  /// above it.
  func regulations() throws -> RulebookLibrary {
    let unit = standing.places.first?.unit ?? standing.home.flatMap { ID<Unit>($0.key) }
    return try unit.map(regulations) ?? rulebooks.library
  }

  /// The regulations that hold for a unit.
  func regulations(for unit: ID<Unit>) throws -> RulebookLibrary {
    try kept(.rulebooks(unit, asOf)) {
      try OwnRulebookStore(db: db).library(over: rulebooks.library, for: unit, asOf)
    }
  }

  /// The form of an own version, with what would change when a draft was sent.
  fileprivate func ownVersion(
    of name: String,
    _ draft: OwnVersion.Draft?
  ) throws -> OwnVersion {
    guard let keeper = rulebookKeeper else { throw PageFault.notYours }
    let library = try regulations()
    guard let source = library.book(named: name) else { throw PageFault.absent }
    let own = try OwnRulebookStore(db: db).holding(for: keeper.unit, asOf).last { $0.name == name }
    let text = own?.body ?? rulebooks.texts[name] ?? ""
    var model = OwnVersion(
      source: source,
      unitName: keeper.name,
      draft: draft ?? OwnVersion.Draft(text: own == nil ? OwnVersion.copy(text, of: name, today) : text),
      request: AccountForm.newRequest()
    )
    guard let draft else { return model }
    model.faults = draft.faults
    guard let book = draft.book(rulebooks) else {
      model.isNameTaken = draft.faults.isEmpty
      return model
    }
    let sizes = try OwnRulebookStore(db: db).sizes(below: keeper.unit, asOf)
    model.preview = OwnVersion.Preview(book, source, sizes, draft, library.calendar, today: today)
    return model
  }
}
