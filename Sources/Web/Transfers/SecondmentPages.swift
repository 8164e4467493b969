import Basics
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// Who is lent to a unit and below, or is at home there and lent elsewhere: numbers that open to the rows.
struct SecondmentDesk: Sendable {
  struct Row: Sendable {
    var person: PersonLink
    var opensPerson: Bool
    var home: PlaceTold
    var host: PlaceTold
    var posts: [String]
    var span: Span
    var cited: String?
  }

  /// How many people and units one line of the summary counts.
  struct Line: Sendable {
    var kind: UnitKind?
    var post: String?
    var count: SecondmentCount
  }

  var unit: UnitLink
  var path: [UnitLink]
  var side: SecondmentQuestion.Side
  var kind: UnitKind?
  var post: String?
  var all: SecondmentCount
  var kinds: [Line]
  var posts: [Line]
  /// What the filters leave.
  var matching: SecondmentCount
  var rows: [Row]
  var firstSerial: Int
  var total: Int
  var previous: String?
  var next: String?
}

/// Secondments and taking part in the meetings of another cell.
struct SecondmentPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/secondments", use: desk)
  }

  /// `GET /units/:unit/secondments?side=home&kind=cell&post=secretary&after=50`.
  @Sendable func desk(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) { visit in
      try visit.secondmentDesk(key)
    } _: { model, frame in
      secondmentDeskView(model, in: frame)
    }
  }
}

extension Visit {
  fileprivate func secondmentDesk(_ key: String) throws -> SecondmentDesk {
    let unit = try unit(key)
    try require(.readPerson, on: unit)
    let path = try standing(of: unit)
    let whole = SecondmentQuestion(unit, try choice("side", SecondmentQuestion.Side.self) ?? .host, asOf)
    var question = whole
    question.kind = try choice("kind", UnitKind.self)
    question.post = asked.value("post")
    let store = SecondmentStore(db: db)
    let total = try store.size(question)
    let stretch = try Stretch(total, asked)
    let found = try store.page(question, stretch.range)
    let open = try opening(Set(found.flatMap { [$0.home, $0.host] }))
    return SecondmentDesk(
      unit: path.last?.link ?? UnitLink(key, ""),
      path: crumbs(path),
      side: question.side,
      kind: question.kind,
      post: question.post,
      all: try store.count(whole),
      kinds: try store.byKind(whole).map { SecondmentDesk.Line(kind: $0.kind, count: $0.count) },
      posts: try store.byPost(whole).map {
        SecondmentDesk.Line(kind: $0.kind, post: $0.post, count: $0.count)
      },
      matching: try store.count(question),
      rows: found.map { row in
        SecondmentDesk.Row(
          person: PersonLink(row.person.description, row.name),
          opensPerson: open.contains(row.home),
          home: place(row.home, row.homeName, open),
          host: place(row.host, row.hostName, open),
          posts: row.posts,
          span: row.span,
          cited: row.cited
        )
      },
      firstSerial: stretch.range.lowerBound + 1,
      total: total,
      previous: stretch.previous,
      next: stretch.next
    )
  }
}
