import Basics
package import Markup
import Phrases

/// A person's file.
package func personView(_ file: PersonFile, in frame: Frame) -> HTML {
  file.isOwn ? ownPageView(file, in: frame) : personFileView(file, in: frame)
}

private func personFileView(_ file: PersonFile, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  return page(
    frame,
    title: Phrase(verbatim: file.person.name),
    content: """
      <div class="heading"><div>\(crumbs(file.path, viewpoint))
      <h1><bdi class="name" lang="vi">\(file.person.name)</bdi></h1>
      \(identity(file, viewpoint))</div>
      <div class="actions">\(deedMenu(file.deeds))\(file.opensDues ? duesLink(file, viewpoint) : nil)\
      <a class="button" href="\(path: viewpoint.transfers(ofPerson: file.person.key))">\(Phrase.transfers)</a>\
      <button class="button" type="button" data-print hidden>\(Phrase.print)</button>\
      </div></div>
      \(file.transfers, { underWayView($0, viewpoint) })
      \(standing(file, viewpoint))
      <div class="columns wide-narrow">
      <div class="stack">\(lifeView(file, viewpoint))\(wayView(file, viewpoint))
      <section class="group" aria-labelledby="timeline"><header><h2 id="timeline">\(Phrase.timeline)</h2>\
      <span class="aside">\(Phrase.timelineOrder)</span></header>
      \(timelineView(file.timeline, viewpoint, personSentence))</section></div>
      <div class="stack">\(particularsView(file, viewpoint))\(file.seniority.map(seniorityView))\(identifiersView(file, viewpoint))\
      \(looksView(file, viewpoint))</div>
      </div>
      """
  )
}

private func duesLink(_ file: PersonFile, _ viewpoint: Viewpoint) -> HTML {
  "<a class=\"button\" href=\"\(path: viewpoint.personDues(file.person.key))\">\(Phrase.duesTitle)</a>"
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
    <div class="end"><dt>\(Phrase.stateTitle)</dt><dd>\(Phrase.standing(file.standing))\(stateBadges(file, viewpoint))</dd></div>
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
