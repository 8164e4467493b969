import Basics
package import Markup
package import Phrases

/// A whole page: header, modules, messages, what the page is about, and the line that closes it on paper.
///
/// With `isLandscape` it prints across, as wide lists do.
package func page(
  _ frame: Frame,
  title: Phrase,
  isLandscape: Bool = false,
  content: HTML
) -> HTML {
  let time: HTML =
    switch frame.viewpoint.time {
    case .today: "today"
    case .past: "past"
    case .planned: "plan"
    }
  return document(
    title: pageTitle(title, frame.viewpoint),
    theme: frame.viewer.theme,
    body: """
      <body data-time="\(time)"\(flag: isLandscape, "data-landscape")\
      \(attribute: "data-keys", frame.viewer.hasKeys ? nil : "off")\
      \(flag: frame.viewer.isAtHand, "data-hand")>
      <a class="skip" href="#main">\(Phrase.skipToContent)</a>
      \(headerView(frame))
      \(modulesView(frame))
      \(networkLine())
      <main id="main" class="page" tabindex="-1">
      \(knownNotice(frame))\(frame.message.map(messageView))
      \(content)
      </main>
      \(footerView(frame, title: title))
      \(keysView(modules(frame).map { place(of: $0, frame).key }))
      </body>
      """
  )
}

/// The document itself, for pages with and without a viewer.
func document(title: String, theme: Theme, body: HTML) -> HTML {
  """
  <!doctype html>
  <html lang="\(Language.current.rawValue)" dir="\(Language.current.isRightToLeft ? "rtl" as HTML : "ltr")"\
  \(attribute: "data-theme", theme == .system ? nil : theme.rawValue)>
  <head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>\(title)</title>
  <link rel="stylesheet" href="\(path: .stylesheet)">
  <link rel="icon" href="\(path: .mark)" type="image/svg+xml">
  <script type="module" src="\(path: .script)"></script>
  </head>
  \(body)
  </html>

  """
}

private func pageTitle(_ title: Phrase, _ viewpoint: Viewpoint) -> String {
  viewpoint.time == .today
    ? "\(title) · Chibo"
    : "\(title) · \(Phrase.day(viewpoint.on)) · Chibo"
}

/// The modules there are, but for those the viewer may not open.
private func modulesView(_ frame: Frame) -> HTML {
  let find: HTML? =
    frame.viewer.isAtHand
    ? "<a class=\"seek\" href=\"\(path: frame.viewpoint.find.keeping(frame.viewpoint.kept))\">\(Phrase.findVerb)</a>"
    : nil
  let own: HTML? =
    !frame.viewer.modules.contains(.board) && frame.viewer.isAtHand
    ? """
    <a href="\(path: frame.viewpoint.board)"\(attribute: "aria-current", frame.isOwnPage ? "page" : nil)>\(Phrase.ownFile)</a>
    """ : nil
  return """
    <nav class="modules" aria-label="\(Phrase.modules)">\(own)\(modules(frame), { moduleLink($0, frame) })\(find)</nav>
    """
}

private func modules(_ frame: Frame) -> [Module] {
  frame.viewer.modules.filter { $0 != .journal || frame.viewer.readsJournal }
}

private func moduleLink(_ module: Module, _ frame: Frame) -> HTML {
  let (path, name, key) = place(of: module, frame)
  return """
    <a href="\(path: path)" data-go="\(key)"\
    \(attribute: "aria-current", frame.module == module ? "page" : nil)>\(name)</a>
    """
}

/// Where a module begins, what it is called, and the letter that leads there after `g`.
private func place(of module: Module, _ frame: Frame) -> (path: Path, name: Phrase, key: String) {
  let unit = frame.viewer.unit.key
  let place: (Path, Phrase, String) =
    switch module {
    case .board: (frame.viewpoint.board, .board, "b")
    case .units: (frame.viewpoint.unit(unit), .units, "u")
    case .roll: (frame.viewpoint.roll(unit), .roll, "r")
    case .candidates: (frame.viewpoint.candidates(unit), .candidatesModule, "h")
    case .meetings: (frame.viewpoint.meetings(unit), .meetingsModule, "m")
    case .reviews: (frame.viewpoint.reviews(unit), .reviewsModule, "v")
    case .decisions: (frame.viewpoint.decisions, .decisionsTitle, "q")
    case .plans: (frame.viewpoint.plans, .plansTitle, "p")
    case .journal: (frame.viewpoint.journal, .journal, "l")
    case .rulebooks: (frame.viewpoint.rulebooks, .rulebooks, "y")
    case .accounts: (frame.viewpoint.accounts, .accounts, "k")
    }
  return place
}

/// What script says of the network and of what was typed, in the reader's language; empty until it does.
private func networkLine() -> HTML {
  """
  <div class="network" role="status" data-network data-gone="\(Phrase.networkGone)" \
  data-held="\(Phrase.networkHeld)" data-back="\(Phrase.networkBack)" data-kept="\(Phrase.draftKept)" \
  data-discard="\(Phrase.draftDiscard)"></div>
  """
}

/// Said on every page that leaves out what was recorded later.
private func knownNotice(_ frame: Frame) -> HTML? {
  guard let known = frame.viewpoint.known else { return nil }
  let now = Viewpoint(today: frame.viewpoint.today, on: frame.viewpoint.on)
  return """
    <div class="message past" role="note"><p><b>\(Phrase.knownAt(momentText(known.moment)))</b> \
    \(Phrase.knownAtMeaning) \
    <a href="\(path: frame.path.keeping(frame.query).keeping(now.kept))">\(Phrase.asKnownNow)</a></p></div>
    """
}

func messageView(_ message: Message) -> HTML {
  let kind: HTML =
    switch message.kind {
    case .done: "done"
    case .warning: "warning"
    case .refused: "refused"
    }
  return """
    <div class="message \(kind)" role="status"\(attribute: "data-recorded", message.request)>\
    <p><b>\(message.text)</b>\(message.link.map(messageLink))</p>\(message.detail.map(paragraph))</div>
    """
}

private func messageLink(_ text: String, _ path: Path) -> HTML { " <a href=\"\(path: path)\">\(text)</a>" }

func paragraph(_ text: String) -> HTML { "<p>\(text)</p>" }

func momentText(_ moment: Moment) -> String {
  Phrase.moment(moment.day, hour: moment.hour, minute: moment.minute).text
}

private func footerView(_ frame: Frame, title: Phrase) -> HTML {
  let line = Phrase.printLine(
    title.text,
    on: frame.viewpoint.on,
    printed: momentText(frame.made),
    by: frame.viewer.name
  )
  return """
    <footer class="foot"><p class="print-line">\(line)</p>\
    <p class="creed">\(Phrase.oneRecord)</p>\
    <button class="plain-button push" type="button" data-open-keys hidden>\(Phrase.keys)</button></footer>
    """
}
