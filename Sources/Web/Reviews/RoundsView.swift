import Basics
import Markup
import Phrases
import Records
import Rules

/// The rounds that reach a unit, the newest first.
func reviewRoundsView(_ model: ReviewRounds, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let open: [HTML] =
    model.mayOpen
    ? ["<a class=\"button primary\" href=\"\(path: .openRound(model.unit.key))\">\(Phrase.openRound)</a>"]
    : []
  let rows = Table(
    caption: Phrase.reviewsTitle.text,
    columns: [
      Column(Phrase.reviewRound.text), Column(Phrase.roundDays.text), Column(Phrase.roundHolder.text),
      Column(Phrase.roundState.text),
    ],
    rows: model.rows
  ) { row, page in
    let round = row.round
    let path = viewpoint.review(row.key, of: model.unit.key)
    page.markup("<tr><th scope=\"row\">")
    page.piece(
      model.seesDesk && path.isOpen
        ? "<a href=\"\(path: path)\"><bdi lang=\"vi\">\(round.title)</bdi></a>"
        : "<bdi lang=\"vi\">\(round.title)</bdi>"
    )
    page.piece("<span class=\"detail\">\(Phrase.reviewTerm(round.term.rawValue))</span></th>")
    page.cell(.roundDays, "\(Phrase.day(round.days.start)) – \(Phrase.day(round.last))")
    page.cell(.roundHolder, "<bdi lang=\"vi\">\(row.holder.name)</bdi>")
    page.cell(.roundState, roundState(row, model.own, frame))
    page.markup("</tr>\n")
  }
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.reviewsTitle) · \(model.unit.name)"),
    content: """
      \(unitHeading(model.unit, model.path, .reviewsMeaning, frame, topic: .reviewsTitle, actions: open))
      <section class="panel" aria-labelledby="rounds"><header><h2 id="rounds">\(Phrase.roundsTitle)</h2></header>
      \(model.rows.isEmpty ? emptyView(.noRounds, why: .noRoundsMeaning) : "<div class=\"stacks\">\(rows.html)</div>")
      </section>
      """
  )
}

private func roundState(_ row: ReviewRounds.Row, _ own: ReviewSubject?, _ frame: Frame) -> HTML {
  let own: HTML? = own.map { own in
    "<span class=\"detail\"><a href=\"\(path: frame.viewpoint.review(row.key, own))\">\(Phrase.myReview)</a></span>"
  }
  let words: HTML =
    if row.round.frozen != nil {
      "<span class=\"state good\">\(Phrase.roundPublished)</span>"
    } else if let sent = row.sentOn {
      "\(Phrase.sentUpOn(sent))"
    } else {
      "<span class=\"state ring\">\(Phrase.roundOpen)</span>"
    }
  return "\(words)\(own)"
}

/// The form by which a round is opened.
func roundFormView(_ model: RoundForm, in frame: Frame) -> HTML {
  func field(
    _ field: Field,
    _ label: Phrase,
    _ kind: FormField.Kind = .day,
    hint: Phrase? = nil,
    isRequired: Bool = true
  ) -> FormField {
    FormField(
      field.rawValue,
      label.text,
      kind: kind,
      value: model.values[field.rawValue] ?? "",
      hint: hint?.text,
      error: model.objections.said(field),
      isRequired: isRequired
    )
  }
  var term = FormField(
    "term",
    Phrase.reviewTermTitle.text,
    kind: .choice(ReviewTerm.allCases.map { .init($0.rawValue, Phrase.reviewTerm($0.rawValue).text) }),
    value: model.values["term"] ?? ""
  )
  term.error = model.objections.said(.subject)
  let bases = Cap.Base.allCases.map { FormField.Choice($0.rawValue, Phrase.capBase($0.rawValue).text) }
  let capHint = model.cap.map { cap in
    "\(Phrase(cap.text).text) (\(cap.clause))\(cap.confidence.isUnverified ? " · " + Phrase.unverifiedRule.text : "")"
  }
  var percent = field(.percent, .capPercent, .text, isRequired: false)
  percent.hint = capHint
  let fields = [
    term, field(.title, .roundTitle, .text, hint: .roundTitleHint),
    field(.from, .roundFrom), field(.until, .roundUntil),
    field(.day, .roundCounted, hint: .roundCountedHint),
    field(.selfBy, .selfByTitle, isRequired: false), field(.evaluateBy, .evaluateByTitle, isRequired: false),
    field(.decideBy, .decideByTitle, isRequired: false),
    field(.publishBy, .publishByTitle, isRequired: false),
    percent, field(.base, .capBaseTitle, .choice(bases), isRequired: false),
  ]
  let known: [Field] = [
    .title, .from, .until, .day, .selfBy, .evaluateBy, .decideBy, .publishBy, .percent, .base, .subject,
  ]
  return page(
    frame,
    title: .openRound,
    content: """
      \(unitHeading(model.unit, model.path, .openRoundMeaning, frame, topic: .openRound))
      \(model.objections.said(besides: known).map(messageView))
      <section class="panel"><div class="inside">\(Form(
        action: .openRound(model.unit.key), token: frame.viewer.token, button: Phrase.openRound.text, fields: fields,
        hidden: [Query.Pair(name: "request", value: model.request)]
      ).html)</div></section>
      """
  )
}
