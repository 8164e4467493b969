import Basics
import Markup
import Phrases

/// The life of a person in the organisation, drawn: membership, cells, posts, and what else there was.
func lifeView(_ file: PersonFile, _ viewpoint: Viewpoint) -> HTML? {
  let life = file.life
  let spans =
    life.states.map(\.span) + life.homes.map(\.span) + life.others.map(\.span)
    + life.posts.map(\.span)
  guard let first = spans.map(\.start).filter({ $0 > .earliest }).min() else { return nil }
  let from = min(first, viewpoint.on).startOfYear
  let ends = spans.compactMap(\.end).filter { $0 < viewpoint.today.adding(months: 120) }
  let until = max(ends.max() ?? viewpoint.today, viewpoint.today, viewpoint.on).adding(months: 6)
  let chart = Chart.life(
    lanes(life, viewpoint),
    years: years(from, until),
    from: Int(from.number),
    until: Int(until.number),
    shown: Int(viewpoint.on.number),
    shownLabel: viewpoint.time == .today ? Phrase.today.text : Phrase.day(viewpoint.on).text,
    sentence: Phrase.lifeSentence(file.person.name, from, viewpoint.on).text
  )
  return """
    <section class="panel" aria-labelledby="life"><header><h2 id="life">\(Phrase.lifeTitle)</h2></header>
    <div class="inside wide" tabindex="0" role="group" aria-labelledby="life">\(chart.html)</div></section>
    """
}

private func lanes(_ life: PersonFile.Life, _ viewpoint: Viewpoint) -> [Lane] {
  let states = life.states.map { state in
    band(state.span, Phrase.state(state.value).leading, state.value == "official" ? .light : .middle)
  }
  let homes = life.homes.map { home in
    band(home.span, Phrase(verbatim: home.value.name), .light, viewpoint.unit(home.value.key))
  }
  let posts = life.posts.map { post in
    band(
      post.span,
      Phrase(verbatim: "\(Phrase.post(post.value.post).leading), \(post.value.unit.name)"),
      short: Phrase.post(post.value.post).leading,
      post.value.post == "secretary" ? .strong : .middle,
      viewpoint.unit(post.value.unit.key)
    )
  }
  let others = life.others.map { other in
    band(
      other.span,
      Phrase(verbatim: "\(Phrase.role(other.value.role).leading), \(other.value.unit.name)"),
      short: Phrase.role(other.value.role).leading,
      .middle,
      viewpoint.unit(other.value.unit.key)
    )
  }
  return [
    Lane(Phrase.membership.text, states),
    Lane(Phrase.cell.text, homes),
    Lane(Phrase.postTitle.text, posts),
    Lane(Phrase.otherLife.text, others),
  ].filter { !$0.bands.isEmpty }
}

private func band(
  _ span: Span,
  _ label: Phrase,
  short: Phrase? = nil,
  _ shade: Band.Shade,
  _ path: Path? = nil
) -> Band {
  Band(
    from: Int(span.start.number),
    until: span.end.map { Int($0.number) },
    labels: [label.text] + (short.map { [$0.text] } ?? []),
    sentence: "\(label), \(Phrase.span(span))",
    shade: shade,
    path: path
  )
}

/// The years on the axis, so many that their names stand clear of each other.
private func years(_ from: CivilDate, _ until: CivilDate) -> [YearMark] {
  let step = max(1, (until.year - from.year) / 11 + 1)
  return stride(from: from.year, through: until.year, by: step).compactMap { year in
    CivilDate(year: year, month: 1, day: 1).map { YearMark(day: Int($0.number), label: String(year)) }
  }
}

/// What happened, newest first: the day, the fact, its decision or list, when it was written down.
///
/// Whoever reads their own life is told by what each stands, and no more of how it is kept.
func timelineView(
  _ events: [LifeEvent],
  _ viewpoint: Viewpoint,
  isOwn: Bool = false,
  _ sentence: (LifeEvent) -> Phrase
) -> HTML {
  """
  <ol class="timeline">\(events, { event($0, viewpoint, sentence($0), isOwn: isOwn) })</ol>
  """
}

private func event(_ event: LifeEvent, _ viewpoint: Viewpoint, _ sentence: Phrase, isOwn: Bool) -> HTML {
  let kept: HTML? =
    isOwn ? nil : " \(event.recorded.map(recordedView)) \(event.entry.flatMap { entryLink($0, viewpoint) })"
  let source = event.source.map { isOwn ? originView($0, viewpoint) : sourceView($0, viewpoint) }
  let kind: HTML = event.isPlanned ? "planned" : event.corrects == nil ? "fact" : "correction"
  return """
    <li class="\(kind)"><time datetime="\(event.day.description)">\(Phrase.day(event.day))</time>\
    <span class="dot" aria-hidden="true"></span><div><p>\(sentence)\
    \(event.isPlanned ? tag(.planned, "plan") : nil)\(event.corrects == nil ? nil : tag(.corrected, "note"))</p>\
    \(event.corrects.map { correction($0, event) })\
    <p class="cited">\(source)\(kept)</p></div></li>
    """
}

/// What was written, and what is since the correction.
private func correction(_ old: String, _ event: LifeEvent) -> HTML {
  func words(_ value: String) -> String {
    event.code == "sex" ? Phrase.sex(value).text : personValue(value, event.code)
  }
  return "<p class=\"before\">\(changeView(words(old), words(event.value)))</p>"
}

private func tag(_ words: Phrase, _ kind: StaticString) -> HTML {
  " <span class=\"tag \(HTML(stringLiteral: kind))\">\(words)</span>"
}
