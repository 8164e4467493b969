import Basics
import Markup
import Phrases
import Records
import Rules

/// All that a body has to say a word on, one after the other, and one button for them together.
func ratingListView(_ model: RatingList, in frame: Frame) -> HTML {
  let back = frame.viewpoint.review(model.key, of: model.unit.key)
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.ratingListTitle.text) · \(model.unit.name)"),
    isLandscape: true,
    content: """
      \(unitHeading(
        model.unit, model.path, .ratingListMeaning, frame, topic: Phrase(verbatim: model.round.title),
        actions: ["<a class=\"button\" href=\"\(path: back)\">\(Phrase.backToRound)</a>"]
      ))
      \(told(model).map(messageView))
      \(standing(model, back))
      \(model.rows.isEmpty ? emptyView(.nothingToRate, why: .nothingToRateMeaning) : listForm(model, frame))
      """
  )
}

/// What stands against the whole, beside what is said at each subject.
private func told(_ model: RatingList) -> Message? {
  model.objections.said(ofRows: model.rows.count { !model.refusals($0).isEmpty }, besides: .votes)
}

private func standing(_ model: RatingList, _ back: Path) -> HTML {
  func place(_ count: Int, _ words: Phrase, _ state: ReviewState?) -> HTML? {
    if count == 0 { return nil }
    let number: HTML =
      state.map { "<a href=\"\(path: back.with("state", $0.rawValue))\">\(Phrase.number(count))</a>" }
      ?? "\(Phrase.number(count))"
    return "<div><dt>\(words)</dt><dd>\(number)</dd></div>"
  }
  return """
    <dl class="standing">\(place(model.all, .haveTheirTurn, nil))\(place(model.later, .waitForOthers, nil))\
    \(place(model.unassigned, Phrase.reviewState(ReviewState.assignFirst.rawValue), .assignFirst))</dl>
    """
}

private func listForm(_ model: RatingList, _ frame: Frame) -> HTML {
  let voters: HTML? =
    model.votes
    ? FormField(
      Field.votes.rawValue,
      Phrase.votersAtMeeting.text,
      value: model.values[Field.votes.rawValue] ?? "",
      hint: Phrase.votersAtMeetingHint.text,
      error: model.objections.said(.votes),
      isRequired: false,
      scope: "all"
    ).html : nil
  let action = Path.ratingList(model.key, of: model.unit.key)
  let pages = pager(model.previous, model.next, frame.query.without("after", "done", "fill"), frame)
  return """
    \(fillLinks(model, frame))<form class="panel rating-list" method="post" action="\(path: action)" data-draft>
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))
    <header><h2>\(Phrase.ratingListTitle)</h2>\
    <span class="aside">\(Phrase.range(model.firstSerial, model.firstSerial + model.rows.count - 1, of: model.all))</span></header>
    \(voters.map { "<div class=\"voters\">\($0)</div>" as HTML })
    <ol>\(model.rows, { row in rowView(row, model, frame) })</ol>
    <div class="actions sticky"><button class="button primary">\(Phrase.saveRatings)</button></div></form>
    \(pages.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })
    """
}

/// Every row begun with the same: a proposal to look through, saved by nobody but the reader.
private func fillLinks(_ model: RatingList, _ frame: Frame) -> HTML {
  let query = frame.query.without("fill", "done")
  let choices: [(ListedRating, Phrase)] = [(.proposed, .fillAsProposed), (.rule, .fillByRule)]
  let links = choices.map { fill, words -> HTML in
    let isOn = model.fill == fill
    let query = isOn ? query : query.with("fill", fill.rawValue)
    return """
      <a class="\(isOn ? "chip on" : "chip" as HTML)"\(attribute: "aria-current", isOn ? "true" : nil) \
      href="\(path: frame.here(query))">\(words)</a>
      """
  }
  return "<nav class=\"chips\" aria-label=\"\(Phrase.fillRows)\">\(links, \.self)</nav>"
}

private func rowView(_ row: RatingList.Row, _ model: RatingList, _ frame: Frame) -> HTML {
  let (line, key) = (row.line, row.key)
  let refused = model.refusals(row)
  func field(_ name: Field, _ label: Phrase, _ kind: FormField.Kind, _ value: String) -> HTML {
    FormField(
      "\(name.rawValue)-\(key)",
      label.text,
      kind: kind,
      value: value,
      error: refused.said(name),
      isRequired: false,
      scope: "row"
    ).html
  }
  let whole = refused.filter { $0.field == nil }
  let votes: HTML? =
    row.step == .evaluation && row.writer == nil
    ? field(.agreed, .agreedShort, .text, model.values["\(Field.agreed.rawValue)-\(key)"] ?? "") : nil
  return """
    <li\(refused.isEmpty ? nil : " class=\"wrong\"" as HTML)><fieldset><legend>\
    <a href="\(path: frame.viewpoint.review(model.key, line.subject))"><bdi lang="vi">\(line.name)</bdi></a> \
    <span class="detail">\(Phrase.reviewSort(line.way.sort.rawValue))\(postsView(row.posts)) · \(Phrase.reviewStep(row.step.rawValue))\
    \(row.writer.map { ", <bdi lang=\"vi\">\($0.name)</bdi>" as HTML })</span></legend>
    \(Form.hidden("subject", key))\(Form.hidden("step-\(key)", row.step.rawValue))\
    \(row.writer.map { Form.hidden("writer-\(key)", $0.key) })\
    \(row.proposed?.rating.map { Form.hidden("proposed-\(key)", $0.rawValue) })
    <p class="known">\(knownView(row))</p>
    \(whole.map { "<p class=\"error\">\(Phrase.refusal($0.refusal))</p>" as HTML }, \.self)
    <div class="fields">\(field(.rating, .reviewRating, .choice(choices(row)), model.rating(row)))\
    \(field(.general, .generalShort, .text, model.value(.general, row)))\
    \(field(.results, .resultsShort, .text, model.value(.results, row)))\(votes)\
    \(field(.reason, .whyShort, .text, model.reason(row)))</div></fieldset></li>
    """
}

/// What is known of a subject beside its fields: its tasks, what was said of it, what the rules give.
private func knownView(_ row: RatingList.Row) -> HTML {
  let line = row.line
  let done = line.facts.tasks.reduce(0) { $0 + ($1.key.isDone ? $1.value : 0) }
  let points = line.said.last { $0.points != nil && $0.isPassed }?.points
  let rule =
    line.byRule.map { Phrase.reviewClassShort($0.rawValue) }
    ?? (points == nil ? .needsPoints : .leftToPeople)
  let known: HTML? = points.map {
    "<span>\(Phrase.reviewPointsOf($0.score, $0.general, $0.results))</span>"
  }
  let own: HTML? =
    line.said.last { $0.step == .selfReview }?.rating.map {
      "<span>\(Phrase.ratedOneself): <b>\(Phrase.reviewClassShort($0.rawValue))</b></span>"
    }
  let proposed: HTML? = row.proposer.flatMap { proposer in
    row.proposed?.rating.map { rating in
      let vote: HTML? = row.proposed?.vote.map {
        " (\(Phrase.number($0.agreed))/\(Phrase.number($0.voters)))"
      }
      let words = Phrase.reviewClassShort(rating.rawValue)
      return "<span><bdi lang=\"vi\">\(proposer)</bdi>: <b>\(words)</b>\(vote)</span>"
    }
  }
  return """
    <span>\(Phrase.tasksDone(done, of: line.facts.assigned))</span>\(own)\(proposed)\(known)\
    <span>\(Phrase.byTheRules): <b>\(rule)</b></span>
    """
}

private func choices(_ row: RatingList.Row) -> [FormField.Choice] {
  var choices = [FormField.Choice("", Phrase.notChosen.text)]
  if let rating = row.proposed?.rating {
    let words = Phrase.asProposed(Phrase.reviewClassShort(rating.rawValue))
    choices.append(.init(ListedRating.proposed.rawValue, words.text))
  }
  choices.append(.init(ListedRating.rule.rawValue, Phrase.asTheRulesGive.text))
  return choices
    + ReviewClass.allCases.map { .init($0.rawValue, Phrase.reviewClass($0.rawValue).text) }
}
