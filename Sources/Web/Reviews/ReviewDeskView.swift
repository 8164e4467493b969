import Basics
import Markup
import Phrases
import Records
import Rules

/// What a body has before it in a round: classes and cap, whom it waits for, each subject with its way.
func reviewDeskView(_ model: ReviewDeskPage, in frame: Frame) -> HTML {
  let round = model.round
  return page(
    frame,
    title: Phrase(verbatim: "\(round.title) · \(model.unit.name)"),
    isLandscape: true,
    content: """
      \(unitHeading(
        model.unit, model.path, .reviewDeskMeaning(model.unit.name, round.counted), frame,
        topic: Phrase(verbatim: round.title), actions: deskActions(model, frame)
      ))
      \(model.objections.said(besides: [.reason]).map(messageView))
      \(reviewTabs(model.key, model.unit.key, round, .desk, frame))
      \(deadlines(model, frame.viewpoint))
      \(model.isQuiet && model.sentOn == nil ? "<p class=\"quiet\">\(Phrase.countsAsSentMeaning)</p>" as HTML : nil)
      \(capView(model, frame))
      \(comparedView(model, frame))
      \(belowView(model, frame))
      \(stateChips(model, frame))
      <section class="panel" aria-labelledby="subjects"><header><h2 id="subjects">\(Phrase.whoEvaluatesWhom)</h2>\
      \(model.rows.isEmpty ? nil : "<span class=\"aside\">\(Phrase.range(model.firstSerial, model.firstSerial + model.rows.count - 1, of: model.all))</span>")</header>
      \(model.rows.isEmpty ? emptyView(.nobodyReviewed, why: .nobodyReviewedMeaning) : subjectTable(model, frame))\
      \(pager(model.previous, model.next, frame.query.without("after", "before"), frame).map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      \(matterMeetingsView(model.meetings, frame.viewpoint))
      """
  )
}

private func deskActions(_ model: ReviewDeskPage, _ frame: Frame) -> [HTML] {
  func form(_ step: String, _ words: Phrase, isPrimary: Bool) -> HTML {
    """
    <form method="post" action="\(path: .review(model.key, of: model.unit.key))">\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))\
    <button class="\(isPrimary ? "button primary" : "button" as HTML)" name="step" value="\(step)">\(words)</button></form>
    """
  }
  var actions: [HTML] = []
  if model.mayKeep, model.sentOn == nil, model.waiting > 0 {
    let list = frame.viewpoint.ratingList(model.key, of: model.unit.key)
    actions.append("<a class=\"button primary\" href=\"\(path: list)\">\(Phrase.ratingListTitle)</a>")
  }
  if model.mayKeep, model.sentOn == nil, model.waiting == 0, !model.isQuiet,
    (model.states[.assignFirst] ?? 0) < model.states.values.reduce(0, +)
  {
    actions.append(form("send", .sendReviews, isPrimary: !model.mayHold))
  }
  if model.mayHold { actions.append(form("publish", .publishRound, isPrimary: true)) }
  return actions + fileLinks { frame.viewpoint.reviewsFile(model.unit.key, $0, round: model.key) }
}

/// The days by which each step is done; those that are over and not done stand out.
private func deadlines(_ model: ReviewDeskPage, _ viewpoint: Viewpoint) -> HTML {
  let all: [(Phrase, CivilDate?)] = [
    (.selfByTitle, model.round.deadlines.selfReview), (.evaluateByTitle, model.round.deadlines.evaluation),
    (.decideByTitle, model.round.deadlines.decision), (.publishByTitle, model.round.deadlines.publication),
  ]
  let known = all.compactMap { title, day in day.map { (title, $0) } }
  let state: HTML =
    if model.round.frozen != nil {
      "<span class=\"state good\">\(Phrase.roundPublished)</span>"
    } else if let sent = model.sentOn {
      "<span class=\"state good\">\(Phrase.sentUpOn(sent))</span>"
    } else if model.isQuiet {
      "<span class=\"state good\">\(Phrase.countsAsSent)</span>"
    } else {
      "<span class=\"state ring\">\(Phrase.waitingCount(model.waiting, unassigned: model.states[.assignFirst] ?? 0))</span>"
    }
  let steeringPath = viewpoint.steering(model.key, of: model.unit.key)
  let steering: HTML? =
    model.steering.assigned == 0
    ? nil
    : """
    <div><dt>\(Phrase.steeringTitle)</dt><dd><small><a href="\(path: steeringPath)">\(Phrase.steeringCount(model.steering.attended, of: model.steering.assigned))</a></small></dd></div>
    """
  let odd: HTML? =
    model.odd == 0
    ? nil
    : """
    <div><dt>\(Phrase.scoresTitle)</dt><dd><small><a href="\(path: viewpoint.scores(model.key, of: model.unit.key))">\
    \(Phrase.worthALookCount(model.odd))</a></small></dd></div>
    """
  let back: HTML? =
    model.sentOn == nil
    ? model.sent?.back.map { reason in
      messageView(Message(.warning, Phrase.cameBack.text, detail: reason))
    } : nil
  let hash: HTML? = model.round.hash.map { hash in
    "<p class=\"quiet\">\(Phrase.roundHash): <code class=\"long\">\(hash)</code></p>"
  }
  return """
    \(back)<dl class="standing"><div><dt>\(Phrase.roundState)</dt><dd>\(state)</dd></div>\
    <div><dt>\(Phrase.roundHolder)</dt><dd><small><bdi lang="vi">\(model.holder.name)</bdi></small></dd></div>\
    \(known, { title, day in "<div><dt>\(title)</dt><dd><small>\(Phrase.day(day))</small></dd></div>" })\
    \(steering)\(odd)</dl>\(hash)
    """
}

/// Units below that have sent their reviews, and those that have not.
private func belowView(_ model: ReviewDeskPage, _ frame: Frame) -> HTML? {
  guard !model.below.isEmpty else { return nil }
  let silent = model.below.count(where: \.isSilent)
  let items = model.below.sorted { ($0.isSilent ? 0 : 1) < ($1.isSilent ? 0 : 1) }.map {
    below -> HTML in
    let path = frame.viewpoint.review(model.key, of: below.unit.key)
    let state: HTML =
      below.sentOn.map { "\(Phrase.sentUpOn($0))" }
      ?? (below.isQuiet
        ? "<span title=\"\(Phrase.countsAsSentMeaning)\">\(Phrase.countsAsSent)</span>"
        : "<span class=\"state watch\">\(Phrase.notSentYet)</span>")
    let back: HTML? = model.mayKeep && below.sentOn != nil ? sendBack(below, model, frame) : nil
    return """
      <li><a href="\(path: path)"><bdi lang="vi">\(below.unit.name)</bdi></a> <small>\(state)\
      \(below.back.map { " · \(Phrase.cameBack): \($0)" as HTML })</small>\(back)</li>
      """
  }
  return """
    <details class="panel story"\(flag: silent > 0 && model.below.count <= 12, "open")><summary>\
    \(Phrase.unitsSent(model.below.count - silent, of: model.below.count))</summary>\
    <ul class="found">\(items, \.self)</ul></details>
    """
}

private func sendBack(_ below: ReviewDeskPage.Below, _ model: ReviewDeskPage, _ frame: Frame) -> HTML {
  """
  <details><summary>\(Phrase.sendReviewsBack)</summary><form class="form" method="post" \
  action="\(path: .review(model.key, of: model.unit.key))">\(Form.hidden("token", frame.viewer.token))\
  \(Form.hidden("request", AccountForm.newRequest()))\(Form.hidden("unit", below.unit.key))\
  \(FormField("reason", Phrase.whySentBack.text, scope: below.unit.key).html)\
  <button class="button" name="step" value="back">\(Phrase.sendReviewsBack)</button></form></details>
  """
}

private func stateChips(_ model: ReviewDeskPage, _ frame: Frame) -> HTML? {
  let all = model.states.values.reduce(0, +)
  guard all > 0 else { return nil }
  let (filter, rest) = (model.filter, frame.query.ofAllReviewed)
  func chip(_ words: HTML, _ query: Query, isOn: Bool) -> HTML {
    """
    <a class="\(isOn ? "chip on" : "chip" as HTML)"\(attribute: "aria-current", isOn ? "true" : nil) \
    href="\(path: frame.here(query).at("whom"))">\(words)</a>
    """
  }
  let chips = ReviewState.allCases.filter { (model.states[$0] ?? 0) > 0 || filter.state == $0 }.map { state in
    let isOn = filter.state == state
    return chip(
      "\(Phrase.reviewState(state.rawValue)) \(Phrase.number(model.states[state] ?? 0))",
      isOn ? rest : rest.with("state", state.rawValue),
      isOn: isOn
    )
  }
  let among = [
    filter.group.map { Phrase.capGroup($0).text },
    filter.rating.map { Phrase.reviewClassShort($0.rawValue).text },
  ]
  .compactMap(\.self).joined(separator: ": ")
  let isOfAll = filter.state == nil && among.isEmpty
  return """
    <nav class="chips" id="whom" aria-label="\(Phrase.roundState)">\
    \(chip("\(Phrase.allOfThem) \(Phrase.number(all))", rest, isOn: isOfAll))\(chips, \.self)\
    \(among.isEmpty ? nil : chip("\(among) \(Phrase.number(model.all))", rest, isOn: true))</nav>
    """
}

private func subjectTable(_ model: ReviewDeskPage, _ frame: Frame) -> HTML {
  let table = Table(
    caption: Phrase.whoEvaluatesWhom.text,
    columns: [
      Column(Phrase.reviewSubject.text), Column(Phrase.evaluatorsInOrder.text),
      Column(Phrase.byTheRules.text),
      Column(Phrase.reviewRating.text), Column(Phrase.roundState.text),
    ],
    rows: model.rows,
    isDense: true
  ) { row, page in
    let line = row.line
    page.markup("<tr><th scope=\"row\"><a href=\"")
    page.path(frame.viewpoint.review(model.key, line.subject))
    page.markup("\"><bdi lang=\"vi\">")
    page.text(line.name)
    page.markup("</bdi></a>")
    page.piece(
      """
      <span class="detail">\(Phrase.reviewSort(line.way.sort.rawValue))\
      \(line.subject.person == nil ? nil : " · <bdi lang=\"vi\">\(line.unitName)</bdi>")\(postsView(row.posts))</span></th>
      """
    )
    page.cell(.evaluatorsInOrder, stopsView(row.bodies))
    page.cell(.byTheRules, "\(byRule(line))\(periodsInShort(line.facts.periods))")
    page.cell(.reviewRating, ratingView(row))
    page.cell(.roundState, stateView(line.state))
    page.markup("</tr>\n")
  }
  return "<div class=\"stacks\">\(table.html)</div>"
}

/// The evaluators one after the other; each ground once, below those it names.
func stopsView(_ stops: [ReviewStop]) -> HTML {
  guard !stops.isEmpty else { return "<span class=\"state bad\">\(Phrase.nobodyEvaluates)</span>" }
  let items = stops.enumerated().map { place, stop -> HTML in
    let route = stop.evaluation.route
    let isLast = place + 1 == stops.count || stops[place + 1].evaluation.route != route
    let trouble: HTML? = stop.evaluation.trouble.map { trouble in
      "<span class=\"state bad\">\(trouble == .nobody ? Phrase.nobodyEvaluates : .wouldRateOneself)</span>"
    }
    let unsure: HTML? = route.confidence.isUnverified ? " · \(Phrase.unverifiedRule)" : nil
    let ground: HTML? =
      isLast
      ? "<span class=\"detail\" title=\"\(Phrase(route.text).text)\">§ \(route.number)\(unsure)</span>" : nil
    return """
      <li>\(stop.isDone ? "<b>✓</b> " as HTML : nil)<bdi lang="vi">\(stop.name)</bdi>\(trouble)\
      \(stop.isDecider ? " (\(Phrase.decides))" as HTML : nil)\(ground)</li>
      """
  }
  return "<ol class=\"plain-list stops\">\(items, \.self)</ol>"
}

private func byRule(_ line: ReviewLine) -> HTML {
  guard let verdict = line.verdict else { return "<span class=\"quiet\">\(Phrase.noRuleThatDay)</span>" }
  guard let rating = line.byRule else {
    return verdict.isUndetermined ? "<span class=\"state ring\">\(Phrase.undetermined)</span>" : "–"
  }
  return "\(Phrase.reviewClassShort(rating.rawValue))"
}

private func ratingView(_ row: ReviewDeskPage.Row) -> HTML {
  guard let rating = row.rating else { return "–" }
  let score: HTML? = row.line.said.score.map { "<span class=\"detail\">\(Phrase.reviewPoints($0))</span>" }
  let differs = row.line.byRule.map { $0 != rating } ?? false
  let words = Phrase.reviewClassShort(rating.rawValue)
  return "\(differs ? "<span class=\"state watch\">\(words)</span>" : "<b>\(words)</b>" as HTML)\(score)"
}

private func stateView(_ state: ReviewState) -> HTML {
  let words = Phrase.reviewState(state.rawValue)
  switch state {
  case .assignFirst, .noEvaluator: return "<span class=\"state bad\">\(words)</span>"
  case .decided: return "<span class=\"state good\">\(words)</span>"
  case .open: return "<span class=\"state ring\">\(words)</span>"
  case .reviewedSelf, .evaluated: return "\(words)"
  }
}
