package import Markup
import Phrases

/// The page at which a person comes in.
package struct SignIn: Sendable {
  /// Why the page is shown again, or at all.
  package enum Notice: Sendable {
    /// The name or the password was wrong; so many tries are left, when that is told.
    case wrong(triesLeft: Int?)
    /// There were too many tries; so many minutes must pass.
    case paused(minutes: Int)
    case locked
    case signedOut
    case sessionEnded
    /// Something large is being written, and nobody can come in just now.
    case busy
  }

  /// The organisation whose record this is.
  package var organisation: String
  package var notice: Notice?
  /// The name as it was last written, kept.
  package var account: String
  /// Where the person was going: an address of this site.
  package var back: String?
  package var token: String

  package init(
    organisation: String,
    notice: Notice? = nil,
    account: String = "",
    back: String? = nil,
    token: String
  ) {
    self.organisation = organisation
    self.notice = notice
    self.account = account
    self.back = back
    self.token = token
  }
}

/// The sign-in page.
package func signInView(_ model: SignIn) -> HTML {
  doorView(
    .signIn,
    organisation: model.organisation,
    content: """
      \(model.notice.flatMap(noticeView))
      \(form(model).html)
      <p class="hint">\(Phrase.resetInPerson)</p>
      """,
    foot: """
      <nav class="languages" aria-label="\(Phrase.language)">\(Language.offered, { languageLink($0, model) })\
      </nav>
      """
  )
}

/// A page before anybody is signed in: what is asked on one side, the drum on the other.
func doorView(_ title: Phrase, organisation: String, content: HTML, foot: HTML) -> HTML {
  document(
    title: "\(title) · Chibo",
    theme: .system,
    body: """
      <body class="door">
      <main id="main" class="door-form">
      <p class="brand">\(markDrawing())<span>Chibo</span></p>
      <div class="door-middle">
      <h1>\(title)</h1>
      <p class="lead"><bdi lang="vi">\(organisation)</bdi> · \(Phrase.organisationRecord)</p>
      \(content)
      </div>
      \(foot)
      </main>
      <aside class="door-drum">\(drumDrawing())
      <p class="saying">\(Phrase.whoBelongs)</p><p>\(Phrase.readingIsWritten)</p></aside>
      </body>
      """
  )
}

private func form(_ model: SignIn) -> Form {
  Form(
    action: .signIn,
    token: model.token,
    button: Phrase.signIn.text,
    fields: [
      FormField("account", Phrase.accountName.text, value: model.account, autocomplete: "username"),
      FormField(
        "password",
        Phrase.password.text,
        kind: .password,
        error: model.notice.flatMap(problem),
        autocomplete: "current-password"
      ),
    ],
    hidden: model.back.map { [Query.Pair(name: "back", value: $0)] } ?? []
  )
}

/// What is said beside the password, in one sentence that tells no one which of the two was wrong.
private func problem(_ notice: SignIn.Notice) -> String? {
  guard case .wrong(let left) = notice else { return nil }
  return [Phrase.wrongNameOrPassword.text, left.map { Phrase.triesLeft($0).text }]
    .compactMap { $0 }
    .joined(separator: " ")
}

private func noticeView(_ notice: SignIn.Notice) -> HTML? {
  switch notice {
  case .wrong: nil
  case .paused(let minutes):
    messageView(Message(.refused, Phrase.tooManyTries.text, detail: Phrase.tryAgainIn(minutes).text))
  case .locked:
    messageView(Message(.refused, Phrase.accountLocked.text, detail: Phrase.accountLockedMeaning.text))
  case .signedOut: messageView(Message(.done, Phrase.signedOut.text))
  case .sessionEnded:
    messageView(Message(.warning, Phrase.sessionEnded.text, detail: Phrase.signInAgain.text))
  case .busy: busyNotice()
  }
}

/// Says at the door that one must wait a little.
func busyNotice() -> HTML {
  messageView(Message(.warning, Phrase.busyNow.text, detail: Phrase.doorWaits.text))
}

private func languageLink(_ language: Language, _ model: SignIn) -> HTML {
  let path = Path.signIn.with("language", language.rawValue).with("back", model.back)
  return """
    <a href="\(path: path)" lang="\(language.rawValue)" hreflang="\(language.rawValue)"\
    \(attribute: "aria-current", language == Language.current ? "true" : nil)>\(language.ownName)</a>
    """
}

/// The mark at full size: the star of a bronze drum, a ring of beads, rings of rays.
func drumDrawing() -> HTML {
  """
  <svg class="drum" viewBox="0 0 320 320" aria-hidden="true">
  <circle class="hair" cx="160" cy="160" r="150"/><circle class="hair" cx="160" cy="160" r="128"/>
  <circle class="hair" cx="160" cy="160" r="98"/><circle class="hair" cx="160" cy="160" r="66"/>
  <circle class="core" cx="160" cy="160" r="17"/>
  \(0..<14, starRay)\(0..<42, bead)\(0..<72, chevron)\(0..<120, tick)
  </svg>
  """
}

private func starRay(_ index: Int) -> HTML {
  "<path class=\"core\" d=\"M155.4 140 160 100l4.6 40z\" transform=\"\(turn(index * 3600 / 14))\"/>"
}

private func bead(_ index: Int) -> HTML {
  "<circle class=\"hair\" cx=\"160\" cy=\"78\" r=\"3.6\" transform=\"\(turn(index * 3600 / 42))\"/>"
}

private func chevron(_ index: Int) -> HTML {
  "<path class=\"hair\" d=\"M156 55 160 39l4 16\" transform=\"\(turn(index * 3600 / 72))\"/>"
}

private func tick(_ index: Int) -> HTML {
  "<path class=\"hair\" d=\"M160 28V16\" transform=\"\(turn(index * 30))\"/>"
}

/// A turn around the middle, in tenths of a degree.
private func turn(_ tenths: Int) -> HTML {
  HTML { writer in
    writer.markup("rotate(")
    writer.tenths(tenths)
    writer.markup(" 160 160)")
  }
}
