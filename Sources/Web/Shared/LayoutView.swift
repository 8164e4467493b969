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
      \(attribute: "data-keys", frame.viewer.hasKeys ? nil : "off")>
      <a class="skip" href="#main">\(Phrase.skipToContent)</a>
      \(headerView(frame))
      \(modulesView(frame))
      <main id="main" class="page" tabindex="-1">
      \(knownNotice(frame))\(frame.message.map(messageView))
      \(content)
      </main>
      \(footerView(frame, title: title))
      \(keysView())
      </body>
      """
  )
}

/// The document itself, for pages with and without a viewer.
func document(title: String, theme: Theme, body: HTML) -> HTML {
  """
  <!doctype html>
  <html lang="\(Language.current.rawValue)" dir="ltr"\
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
  let viewer = frame.viewer
  let modules = viewer.modules.filter { $0 != .journal || viewer.readsJournal }
  return """
    <nav class="modules" aria-label="\(Phrase.modules)">\(modules, { moduleLink($0, frame) })</nav>
    """
}

private func moduleLink(_ module: Module, _ frame: Frame) -> HTML {
  let unit = frame.viewer.unit.key
  let (path, name, key): (Path, Phrase, String) =
    switch module {
    case .board: (frame.viewpoint.board, .board, "b")
    case .units: (frame.viewpoint.unit(unit), .units, "u")
    case .roll: (frame.viewpoint.roll(unit), .roll, "r")
    case .plans: (frame.viewpoint.plans, .plansTitle, "p")
    case .journal: (frame.viewpoint.journal, .journal, "l")
    case .accounts: (frame.viewpoint.accounts, .accounts, "k")
    }
  return """
    <a href="\(path: path)" data-go="\(key)"\
    \(attribute: "aria-current", frame.module == module ? "page" : nil)>\(name)</a>
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
    <p class="creed">\(Phrase.oneRecord)</p></footer>
    """
}

/// The list of keys, opened by `?` where there is script.
///
/// Each key has a visible control besides.
private func keysView() -> HTML {
  """
  <dialog class="keys" id="keys" aria-labelledby="keys-title">
  <h2 id="keys-title">\(Phrase.keys)</h2>
  <dl class="pairs">
  <dt><kbd>/</kbd></dt><dd>\(Phrase.keyFind)</dd>
  <dt><kbd>d</kbd></dt><dd>\(Phrase.keyDay)</dd>
  <dt><kbd>g</kbd> <kbd>b</kbd> <kbd>u</kbd> <kbd>r</kbd></dt><dd>\(Phrase.keyGo)</dd>
  <dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>\(Phrase.keyRows)</dd>
  <dt><kbd>x</kbd></dt><dd>\(Phrase.keyMark)</dd>
  <dt><kbd>f</kbd></dt><dd>\(Phrase.keyFilter)</dd>
  <dt><kbd>n</kbd> <kbd>N</kbd></dt><dd>\(Phrase.keyHit)</dd>
  <dt><kbd>Enter</kbd></dt><dd>\(Phrase.keyOpen)</dd>
  <dt><kbd>Esc</kbd></dt><dd>\(Phrase.keyClose)</dd>
  <dt><kbd>?</kbd></dt><dd>\(Phrase.keyAll)</dd>
  </dl>
  <form method="dialog"><button class="button">\(Phrase.close)</button></form>
  </dialog>
  """
}
