import Basics
package import Markup
import Phrases

/// A person's file.
package func personView(_ file: PersonFile, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  return page(
    frame,
    title: Phrase(verbatim: file.person.name),
    content: """
      <div class="heading"><div>\(crumbs(file.path, viewpoint))
      <h1><bdi class="name" lang="vi">\(file.person.name)</bdi></h1>
      \(identity(file, viewpoint))</div>
      <div class="actions">\(deedMenu(file.deeds))\
      <button class="button" type="button" data-print hidden>\(Phrase.print)</button>\
      </div></div>
      \(standing(file, viewpoint))
      <div class="columns wide-narrow">
      <div class="stack">\(lifeView(file, viewpoint))
      <section class="group" aria-labelledby="timeline"><header><h2 id="timeline">\(Phrase.timeline)</h2>\
      <span class="aside">\(Phrase.timelineOrder)</span></header>
      \(timelineView(file.timeline, viewpoint, personSentence))</section></div>
      <div class="stack">\(particulars(file))\(looksView(file))</div>
      </div>
      """
  )
}

/// What happened to a person, as a sentence: codes in words, all else as written.
func personSentence(_ event: LifeEvent) -> Phrase {
  let value = personValue(event.value, event.code)
  return .personEvent(event.code, event.place.map { "\(value), \($0)" } ?? value)
}

/// What an event says, in words where it is a code or a day.
func personValue(_ value: String, _ code: String) -> String {
  switch code {
  case "postBegan", "postEnded": Phrase.post(value).text
  case "born": LooseDate(value).map { Phrase.birth($0).text } ?? value
  default: value
  }
}

private func identity(_ file: PersonFile, _ viewpoint: Viewpoint) -> HTML {
  let particulars = file.particulars
  let years = particulars.born.flatMap { born in
    born.day == nil ? nil : viewpoint.on.years(since: born.earliest)
  }
  return """
    <ul class="identity">\(particulars.card.map(cardItem))\(particulars.born.map { bornItem($0, years) })\
    <li>\(Phrase.sex(particulars.sex))\(particulars.ethnicity.map { ", \($0)" as HTML })</li></ul>
    """
}

private func cardItem(_ card: String) -> HTML {
  "<li>\(Phrase.card) <b class=\"whole\">\(card)</b></li>"
}

private func bornItem(_ born: LooseDate, _ years: Int?) -> HTML {
  let age: HTML? = years.map { ", \(Phrase.yearsOld($0))" }
  return "<li>\(Phrase.born) <b>\(Phrase.birth(born))</b>\(age)</li>"
}

/// What a person is on the day shown, as a strip.
private func standing(_ file: PersonFile, _ viewpoint: Viewpoint) -> HTML {
  let homes = file.life.homes.filter { $0.span.contains(viewpoint.on) }
  let posts = file.life.posts.filter { $0.span.contains(viewpoint.on) }
  return """
    <dl class="standing">
    <div class="end"><dt>\(Phrase.stateTitle)</dt><dd>\(Phrase.standing(file.standing))</dd></div>
    \(homes, { strip(.cell, unitLink($0.value, viewpoint)) })
    \(posts, { strip(.postTitle, postWords($0, viewpoint)) })
    \(file.membershipAge.map { strip(.partyAge, "\(Phrase.yearsAndMonths($0.years, $0.months))") })
    \(file.particulars.admitted.map { strip(.admittedOn, "\(Phrase.day($0))") })
    \(file.particulars.official.map { strip(.officialSince, "\(Phrase.day($0))") })
    </dl>
    """
}

private func postWords(
  _ post: Dated<(post: String, unit: UnitLink)>,
  _ viewpoint: Viewpoint
) -> HTML {
  """
  \(Phrase.post(post.value.post).leading) <small>\(unitLink(post.value.unit, viewpoint))</small>
  """
}

private func strip(_ name: Phrase, _ value: HTML) -> HTML {
  "<div><dt>\(name)</dt><dd>\(value)</dd></div>"
}

private func particulars(_ file: PersonFile) -> HTML {
  let known = file.particulars
  func pair(_ name: Phrase, _ value: Phrase?) -> HTML {
    "<dt>\(name)</dt><dd>\(value ?? .unknown)</dd>"
  }
  return """
    <section class="group" aria-labelledby="particulars"><header>\
    <h2 id="particulars">\(Phrase.particulars)</h2></header>
    <dl class="pairs">\(pair(.name, Phrase(verbatim: file.person.name)))\
    \(pair(.born, known.born.map { .birth($0) }))\(pair(.sexTitle, .sex(known.sex)))\
    \(pair(.ethnicity, known.ethnicity.map { Phrase(verbatim: $0) }))\
    \(pair(.card, known.card.map { Phrase(verbatim: $0) }))\
    \(pair(.admittedOn, known.admitted.map { .day($0) }))\
    \(pair(.officialSince, known.official.map { .day($0) }))\
    \(known.others, { "<dt>\($0.name)</dt><dd>\($0.value)</dd>" })</dl></section>
    """
}

/// The list of readings, which the person concerned sees too.
private func looksView(_ file: PersonFile) -> HTML {
  """
  <section class="group" aria-labelledby="looks"><header><h2 id="looks">\(Phrase.whoLooked)</h2>\
  <span class="aside">\(Phrase.looksInYear(file.looksInYear))</span></header>
  \(file.looks.isEmpty ? "<p class=\"hint\">\(Phrase.nobodyLooked)</p>" : lookList(file.looks))
  <p class="hint">\(Phrase.sameListSeen)</p></section>
  """
}

private func lookList(_ looks: [Look]) -> HTML { "<ul class=\"looks\">\(looks, lookItem)</ul>" }

private func lookItem(_ look: Look) -> HTML {
  """
  <li><span><b><bdi lang="vi">\(look.who)</bdi></b> \(look.role)</span> \
  <span class="quiet whole">\(momentText(look.moment))</span>\
  \(look.purpose.map { "<small>\($0)</small>" as HTML })</li>
  """
}
