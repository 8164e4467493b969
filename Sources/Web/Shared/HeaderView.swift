import Basics
import Markup
import Phrases

/// The header: the mark, the unit in reach, the find box, the day shown and the viewer.
func headerView(_ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  return """
    <header class="top">
    <a class="brand" href="\(path: viewpoint.board)" aria-label="Chibo">\(markDrawing())<span>Chibo</span></a>
    <span class="scope"><bdi lang="vi">\(frame.viewer.unit.name)</bdi></span>
    <form class="finder" role="search" action="\(path: viewpoint.find)" method="get">
    <input type="search" name="q" aria-label="\(Phrase.find)" placeholder="\(Phrase.find)" \
    data-find autocomplete="off">\(viewpoint.kept.pairs, Form.hidden)<kbd aria-hidden="true">/</kbd>
    </form>
    \(dayControl(frame))
    \(personMenu(frame))
    </header>
    """
}

/// The mark: a drum seen from above, one member at the centre and a ring of them around.
func markDrawing() -> HTML {
  """
  <svg class="mark" viewBox="0 0 28 28" aria-hidden="true"><circle class="ring" cx="14" cy="14" r="12.4"/>\
  <circle class="bead" cx="14" cy="14" r="3.1"/>\(0..<8, markRay)</svg>
  """
}

private func markRay(_ index: Int) -> HTML {
  """
  <path class="ray" d="M12.6 8.6 14 3.6l1.4 5z" transform="rotate(\(index * 45) 14 14)"/>
  """
}

/// The day control: always there, a plain form, one day back and forth beside it.
private func dayControl(_ frame: Frame) -> HTML {
  let on = frame.viewpoint.on
  return """
    <div class="day" role="group" aria-label="\(Phrase.dayShown)">
    <a class="step" href="\(path: frame.here(on: on.adding(days: -1)))" rel="nofollow" \
    aria-label="\(Phrase.dayEarlier)">\(arrow(back: true))</a>
    <details data-day><summary>\(calendarDrawing())\(dayWords(frame.viewpoint))</summary>
    <form class="sheet" method="get" action="\(path: frame.path)">
    <div class="field"><label for="day-shown">\(Phrase.showAsItStood)</label>
    <input type="date" id="day-shown" name="on" value="\(on.description)" required></div>
    \(dayHidden(frame))
    <ul>\(offers(frame), { offerLink($0, frame) })</ul>
    <p class="hint">\(Phrase.allMovesTogether)</p>
    <button class="button primary">\(Phrase.showDay)</button>
    </form></details>
    <a class="step" href="\(path: frame.here(on: on.adding(days: 1)))" rel="nofollow" \
    aria-label="\(Phrase.dayLater)">\(arrow(back: false))</a>
    \(backToToday(frame))
    </div>
    """
}

private func dayHidden(_ frame: Frame) -> HTML {
  """
  \(frame.query.pairs, Form.hidden)\(frame.viewpoint.kept.without("on").pairs, Form.hidden)
  """
}

private func dayWords(_ viewpoint: Viewpoint) -> HTML {
  switch viewpoint.time {
  case .today:
    """
    <span>\(Phrase.asOf) <b>\(Phrase.day(viewpoint.on))</b></span> <small>\(Phrase.today)</small>
    """
  case .past: "<b>\(Phrase.viewingPast(viewpoint.on))</b>"
  case .planned: "<b>\(Phrase.plannedDay(viewpoint.on))</b>"
  }
}

private func backToToday(_ frame: Frame) -> HTML? {
  guard frame.viewpoint.time != .today else { return nil }
  return """
    <a class="back" href="\(path: frame.here(on: frame.viewpoint.today))">\(Phrase.backToToday)</a>
    """
}

/// The days one asks for most: today, the ends of the last quarters and years, and those of the page.
private func offers(_ frame: Frame) -> [DayOffer] {
  let today = frame.viewpoint.today
  let (year, month, _) = today.parts
  var offers = [DayOffer(today, Phrase.today.leading.text)]
  let quarter = (month - 1) / 3
  if quarter > 0, let begin = CivilDate(year: year, month: quarter * 3 + 1, day: 1) {
    offers.append(DayOffer(begin.adding(days: -1), Phrase.endOfQuarter(quarter).text))
  }
  for back in 1...2 {
    let begin = today.startOfYear.adding(months: -12 * (back - 1))
    offers.append(DayOffer(begin.adding(days: -1), Phrase.endOfYear(year - back).text))
  }
  return offers + frame.days
}

private func offerLink(_ offer: DayOffer, _ frame: Frame) -> HTML {
  """
  <li><a href="\(path: frame.here(on: offer.day))"\
  \(attribute: "aria-current", offer.day == frame.viewpoint.on ? "date" : nil)>\(offer.label) \
  <span>\(Phrase.day(offer.day))</span></a></li>
  """
}

/// Who is signed in, the language, the appearance, and the way out.
private func personMenu(_ frame: Frame) -> HTML {
  let viewer = frame.viewer
  return """
    <details class="viewer"><summary aria-label="\(viewer.name), \(Phrase.yourAccount)">\
    <span><b><bdi lang="vi">\(viewer.name)</bdi></b><small>\(viewer.role)</small></span></summary>
    <div class="sheet">
    <ul><li><a href="\(path: frame.viewpoint.myAccount)">\(Phrase.yourAccount)</a></li>\
    <li><a href="\(path: frame.viewpoint.rights)">\(Phrase.rightsTitle)</a></li></ul>
    \(viewer.importsLists || viewer.readsJournal ? workLinks(frame) : nil)
    <form method="post" action="\(path: .settings)">\(Form.hidden("token", viewer.token))\
    \(Form.hidden("back", frame.here(frame.query).text))
    <fieldset><legend>\(Phrase.language)</legend><div class="segments">\
    \(Language.offered, languageButton)</div></fieldset>
    <fieldset><legend>\(Phrase.appearance)</legend><div class="segments">\
    \(Theme.allCases, { themeButton($0, chosen: viewer.theme) })</div></fieldset>
    </form>
    <form method="post" action="\(path: .signOut)">\(Form.hidden("token", viewer.token))\
    <button class="button">\(Phrase.signOut)</button></form>
    </div></details>
    """
}

/// The ways to bringing in lists and to long work.
private func workLinks(_ frame: Frame) -> HTML {
  let kept = frame.viewpoint.kept
  return """
    <ul class="ways">\(frame.viewer.importsLists
      ? "<li><a href=\"\(path: .importLists.keeping(kept))\">\(Phrase.importLists)</a></li>" as HTML : nil)\
    <li><a href="\(path: .jobs.keeping(kept))">\(Phrase.jobs)</a></li></ul>
    """
}

func languageButton(_ language: Language) -> HTML {
  """
  <button name="language" value="\(language.rawValue)" lang="\(language.rawValue)" \
  aria-pressed="\(language == Language.current ? "true" as HTML : "false")">\(language.ownName)</button>
  """
}

func themeButton(_ theme: Theme, chosen: Theme) -> HTML {
  let name: Phrase =
    switch theme {
    case .system: .themeSystem
    case .light: .themeLight
    case .dark: .themeDark
    }
  return """
    <button name="theme" value="\(theme.rawValue)" \
    aria-pressed="\(theme == chosen ? "true" as HTML : "false")">\(name)</button>
    """
}

private func arrow(back: Bool) -> HTML {
  back
    ? """
    <svg class="arrow" viewBox="0 0 16 16" aria-hidden="true"><path d="M10 3.5 5.5 8l4.5 4.5"/></svg>
    """
    : """
    <svg class="arrow" viewBox="0 0 16 16" aria-hidden="true"><path d="M6 3.5 10.5 8 6 12.5"/></svg>
    """
}

private func calendarDrawing() -> HTML {
  """
  <svg class="calendar" viewBox="0 0 16 16" aria-hidden="true">\
  <rect x="1.7" y="3.2" width="12.6" height="11"/><path d="M1.7 6.8h12.6M5 1.4v3.2M11 1.4v3.2"/></svg>
  """
}
