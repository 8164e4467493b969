import Basics
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// The list of decisions as it was asked for.
struct DecisionList: Sendable {
  struct Line: Sendable {
    let decision: DecisionLink
    let signer: String?
    let entries: Int
  }

  let lines: [Line]
  let next: String?
}

extension DecisionPages {
  private static let size = 50

  /// `GET /decisions?number=12&signed=2025-01-01&until=2025-12-31&issuer=HL&after=DAY.ID`.
  @Sendable func list(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.page(request, .decisions) { visit in
      guard !visit.standing.seeing.isEmpty else { throw PageFault.absent }
      return try visit.decisionList(size: DecisionPages.size)
    } _: { model, frame in
      decisionListView(model, in: frame)
    }
  }
}

extension Visit {
  fileprivate func decisionList(size: Int) throws -> DecisionList {
    var question = DecisionQuestion(today: today)
    question.number = String((asked.value("number") ?? "").prefix(60))
    question.from = try day("signed")
    question.until = try day("until")?.adding(days: 1)
    if let text = asked.value("issuer") {
      let found = try unitsNamed(text)
      let exact = try UnitStore(db: db).unit(code: text)
      guard let unit = exact ?? found.first?.unit else { throw PageFault.value(name: "issuer", text) }
      question.issuer = unit
    }
    if !standing.readsJournal { question.reach = standing.seeing.map(\.unit) }
    var after: (signed: CivilDate, id: ID<Decision>)?
    if let text = asked.value("after") {
      let halves = text.split(separator: ".")
      guard halves.count == 2, let signed = CivilDate(String(halves[0])),
        let id = ID<Decision>(String(halves[1]))
      else { throw PageFault.value(name: "after", text) }
      after = (signed, id)
    }
    let found = try DecisionStore(db: db).list(question, after: after, limit: size + 1)
    let shown = found.prefix(size)
    // One that only touched somebody who is elsewhere now is not this reader's to open.
    let mine = try shown.filter { try question.reach == nil || decisionPage($0.decision.id) != nil }
    return DecisionList(
      lines: mine.map {
        DecisionList.Line(decision: $0.decision.link, signer: $0.decision.text.signer, entries: $0.entries)
      },
      next: found.count > size
        ? shown.last.map { "\($0.decision.text.signed).\($0.decision.id)" } : nil
    )
  }
}

/// The page of decisions: what is searched for, and what was found.
func decisionListView(_ model: DecisionList, in frame: Frame) -> HTML {
  func written(_ name: String) -> String { frame.query.pairs.first { $0.name == name }?.value ?? "" }
  let fields = [
    FormField("number", Phrase.numberBegins.text, value: written("number"), isRequired: false),
    FormField("signed", Phrase.signedFrom.text, kind: .day, value: written("signed"), isRequired: false),
    FormField("until", Phrase.signedTo.text, kind: .day, value: written("until"), isRequired: false),
    FormField(
      "issuer",
      Phrase.issuer.text,
      kind: .lookup(Path("lookup", "units")),
      value: written("issuer"),
      isRequired: false
    ),
  ]
  return page(
    frame,
    title: .decisionsTitle,
    isLandscape: true,
    content: """
      <div class="heading"><div><h1>\(Phrase.decisionsTitle)</h1><p>\(Phrase.decisionsMeaning)</p></div>
      <div class="actions"><button class="button" type="button" data-print hidden>\(Phrase.print)</button></div></div>
      <section class="panel" aria-label="\(Phrase.decisionsTitle)">
      <form class="filters tools" method="get" action="\(path: frame.path)">\(fields, \.html)\
      \(frame.viewpoint.kept.pairs, Form.hidden)<button class="button primary">\(Phrase.searchDecisions)</button></form>
      \(model.lines.isEmpty
        ? emptyView(.noDecisions, why: .noDecisionsMeaning) : table(model.lines, frame.viewpoint))
      \(model.next.map { "<footer class=\"table-foot\">\(pager(previous: nil, next: next($0, frame)))</footer>" as HTML })
      </section>
      """
  )
}

private func next(_ cursor: String, _ frame: Frame) -> Path {
  frame.here(frame.query.without("after").with("after", cursor))
}

private func table(_ lines: [DecisionList.Line], _ viewpoint: Viewpoint) -> HTML {
  Table(
    caption: Phrase.decisionsTitle.text,
    columns: [
      Column(Phrase.decision.text), Column(Phrase.signer.text), Column(Phrase.carriedOutBy.text, .number),
    ],
    rows: lines,
    isDense: true
  ) { line, page in
    page.markup("<tr><th scope=\"row\">")
    page.piece(decisionView(line.decision, viewpoint))
    page.markup("</th><td>")
    page.text(line.signer ?? "")
    page.markup("</td><td class=\"num\">")
    page.write(Phrase.number(line.entries))
    page.markup("</td></tr>\n")
  }.html
}
