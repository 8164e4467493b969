import Basics
import HTTPTypes
import Hummingbird
import Markup
import Records
import Rules

/// The handover ledger of a plan: what passes from whom to whom, and who signed for it.
struct HandoverSheet: Sendable {
  struct Row: Sendable {
    let key: String
    let item: HandoverItem
    let giver: UnitLink
    let receiver: UnitLink
    let givenBy: String?
    let receivedBy: String?
    /// Whether the reader may sign next, and as which side.
    let offers: HandoverItem.State?
  }

  /// What was typed in the form of a line, and what is wrong with it.
  struct Draft: Sendable {
    var what = ""
    var giver = ""
    var receiver = ""
    var answerable = ""
    /// The line it is about; `nil`: a new one.
    var item: String?
    var objections: [Objection] = []
  }

  let plan: String
  let title: String
  let unit: UnitLink
  let path: [UnitLink]
  let effective: CivilDate
  let today: CivilDate
  let counts: HandoverCounts
  let rows: [Row]
  let mayWrite: Bool
  var draft = Draft()
  var previous: String?
  var next: String?
  var request = ""
}

/// The pages of the handover ledger.
struct HandoverPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/reorganisations/:plan/handover", use: show)
    routes.post("/reorganisations/:plan/handover", use: take)
  }

  /// `GET /reorganisations/:plan/handover?after=50`.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("plan") ?? ""
    return try await reception.page(request, .units) {
      try $0.handover(key, HandoverSheet.Draft())
    } _: {
      handoverView($0, in: $1)
    }
  }

  /// `POST /reorganisations/:plan/handover` with `step`: `draw`, `add`, `answer`, `given` or `received`.
  @Sendable func take(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("plan") ?? ""
    return try await reception.sent(request) { form in
      var draft = HandoverSheet.Draft(
        what: form.text("note"),
        giver: form.text("source"),
        receiver: form.text("outside"),
        answerable: form.text("person"),
        item: form.text("item").isEmpty ? nil : form.text("item")
      )
      do {
        if let deed = HandoverPages.deed(form.text("step"), key, draft) {
          let receipt = try await reception.carryOut(deed, form)
          return Answer.see(Path.handover(key).after(receipt))
        }
      } catch let refused as Refused {
        draft.objections = refused.objections
      }
      let kept = draft
      return try await reception.page(answering: request, at: .handover(key), .units, .unprocessableContent) {
        try $0.handover(key, kept)
      } _: {
        handoverView($0, in: $1)
      }
    }
  }

  private static func deed(_ step: String, _ plan: String, _ draft: HandoverSheet.Draft) -> (any Operation)? {
    guard let plan = ID<FactMark>(plan) else { return nil }
    let item = draft.item.flatMap { ID<FactMark>($0) }
    switch step {
    case "draw": return DrawUpHandover(plan)
    case "add":
      return AddHandover(
        plan,
        what: draft.what,
        giver: draft.giver,
        receiver: draft.receiver,
        answerable: draft.answerable
      )
    case "answer": return item.map { AnswerForHandover($0, draft.answerable) }
    case "given": return item.map { SignHandover($0, .given) }
    case "received": return item.map { SignHandover($0, .received) }
    default: return nil
    }
  }
}

extension Visit {
  fileprivate func handover(_ key: String, _ draft: HandoverSheet.Draft) throws -> HandoverSheet {
    guard let id = ID<FactMark>(key), let found = try DraftStore(db: db).draft(id) else {
      throw PageFault.absent
    }
    var sheet = try handoverSheet(id, of: found.fact.value, limit: nil)
    sheet.draft = draft
    sheet.request = AccountForm.newRequest()
    return sheet
  }

  /// The ledger of a plan: a page of it, or its first lines.
  ///
  /// Who does not read plans sees the lines their own units give or receive.
  func handoverSheet(_ id: ID<FactMark>, of kept: PlanDraft, limit: Int?) throws -> HandoverSheet {
    let store = HandoverStore(db: db)
    let reads = try allows(.readPlans, on: kept.unit)
    let own =
      reads
      ? [] : standing.places.filter { Rights.allows($0.role, .sendTransfer, on: .own) }.map(\.unit)
    let ownLines = try reads ? [] : store.lines(of: id, under: own, on: today)
    if !reads, ownLines.isEmpty { throw PageFault.absent }
    let counts = try reads ? store.counts(of: id) : HandoverCounts(ownLines.map(\.item.state))
    let stretch =
      try limit.map { (range: 0..<min($0, counts.all), previous: nil, next: nil) } ?? pageOf(counts.all)
    let lines = try reads ? store.lines(of: id, stretch.range) : Array(ownLines[stretch.range])
    var planned: [String: String] = [:]
    if case .success(let plan) = PlanDesk.Draft(body: kept.body).read {
      for step in plan.steps {
        if case .found(let code, let name, _, _, _) = step.step { planned[code] = name }
      }
    }
    let path = try reads ? standing(of: kept.unit, on: today) : []
    return HandoverSheet(
      plan: id.description,
      title: kept.title,
      unit: path.last?.link ?? UnitLink(kept.unit.description, ""),
      path: crumbs(path),
      effective: kept.effective,
      today: today,
      counts: counts,
      rows: try lines.map { try row($0, kept.unit, planned) },
      mayWrite: try viewpoint.isNow && kept.state != .withdrawn && allows(.foundUnit, on: kept.unit),
      previous: stretch.previous,
      next: stretch.next
    )
  }

  private func pageOf(_ count: Int) throws -> (range: Range<Int>, previous: String?, next: String?) {
    let stretch = try Stretch(count, asked)
    return (stretch.range, stretch.previous, stretch.next)
  }

  private func row(
    _ line: HandoverLine,
    _ office: ID<Unit>,
    _ planned: [String: String]
  ) throws -> HandoverSheet.Row {
    func side(_ unit: ID<Unit>?, _ name: String?, _ code: String) -> UnitLink {
      UnitLink(unit?.description ?? "", name ?? planned[code] ?? code)
    }
    var offers: HandoverItem.State?
    if viewpoint.isNow {
      switch line.item.state {
      case .waiting where try allows(.sendTransfer, on: line.giver ?? office): offers = .given
      case .given
      where try line.item.given?.account != visitor.account
        && allows(.receiveTransfer, on: line.receiver ?? office):
        offers = .received
      default: break
      }
    }
    return HandoverSheet.Row(
      key: line.id.description,
      item: line.item,
      giver: side(line.giver, line.giverName, line.item.giver),
      receiver: side(line.receiver, line.receiverName, line.item.receiver),
      givenBy: line.givenBy,
      receivedBy: line.receivedBy,
      offers: offers
    )
  }
}
