import Basics
import Markup
import Phrases
import Records
import Rules

/// One subject of a round: the class with its reasons, who says what, and what the reader can say.
func reviewSubjectView(_ model: ReviewSubjectPage, in frame: Frame) -> HTML {
  let line = model.line
  return page(
    frame,
    title: Phrase(verbatim: "\(model.round.title) · \(line.name)"),
    content: """
      <div class="heading"><div>\(crumbs(model.path, frame.viewpoint))<h1><bdi lang="vi">\(line.name)</bdi></h1>\
      <p>\(Phrase.reviewSort(line.way.sort.rawValue)) · \(model.back.isOpen
        ? "<a href=\"\(path: model.back)\"><bdi lang=\"vi\">\(model.round.title)</bdi></a>"
        : "<bdi lang=\"vi\">\(model.round.title)</bdi>" as HTML)</p></div></div>
      \(model.objections.said(besides: reviewFields).map(messageView))
      \(assignFirst(model, frame))<div class="columns wide-narrow"><div class="stack">\(resultView(model, frame))\(periodsView(model, frame))\(modelsBesideClass(model, frame))\(followedView(model, frame))\(saidView(model))\
      \(mattersView(model, frame))</div>
      <div class="stack">\(formsView(model, frame))\(wayView(model, frame))\(pastView(model, frame))</div></div>
      """
  )
}

/// That nothing was assigned, and where it is assigned.
private func assignFirst(_ model: ReviewSubjectPage, _ frame: Frame) -> HTML? {
  guard model.line.state == .assignFirst, model.round.frozen == nil else { return nil }
  let path: Path? = model.assigns.map { .assignTask($0) }
  return messageView(
    Message(
      .warning,
      Phrase.reviewState("assignFirst").text,
      detail: Phrase.assignFirstMeaning.text,
      link: path.map { (Phrase.assignTask.text, $0) }
    )
  )
}

/// The class as it stands, what the rules give, and each clause with what was required and seen.
private func resultView(_ model: ReviewSubjectPage, _ frame: Frame) -> HTML {
  let line = model.line
  let decision = line.said.decision
  let rating: HTML =
    line.rating.map { "<b>\(Phrase.reviewClass($0.rawValue))</b>" }
    ?? "<span class=\"quiet\">\(Phrase.notRatedYet)</span>"
  var pairs: [(Phrase, HTML)] = [(.reviewRating, rating)]
  if let score = line.said.score { pairs.append((.reviewScore, "\(Phrase.reviewPoints(score))")) }
  if model.seesVerdict {
    let words: Phrase =
      line.byRule.map { .reviewClass($0.rawValue) } ?? (line.verdict == nil ? .noRuleThatDay : .undetermined)
    pairs.append((.byTheRules, "\(words)"))
  }
  if let reason = decision?.reason { pairs.append((.whyOtherwise, "<bdi lang=\"vi\">\(reason)</bdi>")) }
  let missing = (line.verdict?.missing ?? []).map { name in
    model.facts.first { $0.name == name }.map { Phrase($0.title).text } ?? name
  }
  let tests: HTML? =
    model.seesVerdict
    ? line.verdict.map { verdict in
      """
      \(missing.isEmpty ? nil : "<p class=\"inside quiet\">\(Phrase.missingFacts(missing.joined(separator: ", ")))</p>")\
      \(reviewTestsView(verdict, model, frame))
      """
    } : nil
  return """
    <section class="panel rules" aria-labelledby="result"><header><h2 id="result">\(Phrase.resultAndReasons)</h2>\
    \(model.book.map { "<span class=\"aside\">\(Phrase($0.title))</span>" as HTML })</header>
    <dl class="pairs inside">\(pairs, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" })</dl>
    \(tests == nil ? nil : "<p class=\"inside quiet\">\(Phrase.proposalOnly)</p>" as HTML)\(tests)</section>
    """
}

/// Who follows cells is judged by what became of them: how many stand in which class, and each of them.
private func followedView(_ model: ReviewSubjectPage, _ frame: Frame) -> HTML? {
  guard !model.followed.isEmpty else { return nil }
  let counts = ReviewClass.allCases.compactMap { rating -> String? in
    let count = model.followed.count { $0.rating == rating }
    return count == 0 ? nil : "\(Phrase.reviewClassShort(rating.rawValue).text): \(count)"
  }
  let items = model.followed.map { followed -> HTML in
    let path = frame.viewpoint.review(model.key, .organisation(followed.unit))
    let rating: Phrase = followed.rating.map { .reviewClassShort($0.rawValue) } ?? .notRatedYet
    return
      "<li><a href=\"\(path: path)\"><bdi lang=\"vi\">\(followed.name)</bdi></a> <small>\(rating)</small></li>"
  }
  return """
    <section class="panel" aria-labelledby="followed"><header><h2 id="followed">\(Phrase.cellsTheyFollow)</h2>\
    <span class="aside">\(counts.joined(separator: "; "))</span></header><ul class="found">\(items, \.self)</ul></section>
    """
}

/// What was said, in the order in which it was said.
private func saidView(_ model: ReviewSubjectPage) -> HTML {
  let items = model.marks.map { said, by -> HTML in
    let mark = said.mark
    let rating: HTML? = mark.rating.map { ": <b>\(Phrase.reviewClassShort($0.rawValue))</b>" }
    let score: HTML? = mark.points.map {
      " · \(Phrase.reviewPointsOf($0.score, $0.general, $0.results))"
    }
    let vote: HTML? = mark.vote.map { " · \(Phrase.agreedOf($0.agreed, $0.voters))" }
    return """
      <li><b>\(Phrase.reviewStep(mark.step.rawValue))</b>\(rating)\(score)\(vote)\
      \(mark.isPassed ? nil : " <span class=\"state ring\">\(Phrase.draftOnly)</span>")\
      \(mark.text.map { "<p><bdi lang=\"vi\">\($0)</bdi></p>" as HTML })\
      \(mark.reason.map { "<p>\(Phrase.whyOtherwise): <bdi lang=\"vi\">\($0)</bdi></p>" as HTML })\
      <small><bdi lang="vi">\(by)</bdi>, \(Phrase.day(said.day))</small></li>
      """
  }
  let why: Phrase = model.isOwn && model.round.frozen == nil ? .nothingSaidToYou : .nothingSaidMeaning
  return """
    <section class="panel" aria-labelledby="said"><header><h2 id="said">\(Phrase.whatWasSaid)</h2></header>
    \(items.isEmpty ? emptyView(.nothingSaid, why: why) : "<ul class=\"found\">\(items, \.self)</ul>")</section>
    """
}

private func wayView(_ model: ReviewSubjectPage, _ frame: Frame) -> HTML {
  let homes = model.homes.map { home -> HTML in
    """
    <li>\(unitLink(home.unit, frame.viewpoint)) <small>\(Phrase.day(home.days.start)) – \
    \(home.days.end.map { Phrase.day($0.adding(days: -1)).text } ?? "…")</small></li>
    """
  }
  return """
    <section class="panel" aria-labelledby="way"><header><h2 id="way">\(Phrase.evaluatorsInOrder)</h2></header>
    <div class="inside">\(stopsView(model.stops))</div>\
    \(homes.count > 1 ? "<h3 class=\"inside\">\(Phrase.whereInTheTime)</h3><ul class=\"found\">\(homes, \.self)</ul>" : nil)
    </section>
    """
}

private func pastView(_ model: ReviewSubjectPage, _ frame: Frame) -> HTML? {
  guard !model.past.isEmpty else { return nil }
  let items = model.past.map { past, merged -> HTML in
    let path = frame.viewpoint.review(past.round.description, past.subject)
    return """
      <li><a href="\(path: path)">\(Phrase.reviewTerm(past.term.rawValue)), \
      \(Phrase.day(past.days.end?.adding(days: -1) ?? past.days.start))</a> \
      <b>\(Phrase.reviewClassShort(past.rating.rawValue))</b>\
      \(merged.map { "<small><bdi lang=\"vi\">\($0)</bdi></small>" as HTML })</li>
      """
  }
  return """
    <section class="panel" aria-labelledby="past"><header><h2 id="past">\(Phrase.classesBefore)</h2></header>
    <ul class="found">\(items, \.self)</ul></section>
    """
}
