import HTTPTypes
import Hummingbird
import Markup
import Phrases

/// A form that came when its sender was no longer, or newly, signed in, or when it could not be written: what was
/// typed is handed back, to be sent again as it is.
struct KeptForm: Sendable {
  let action: Path
  let pairs: [Query.Pair]
  /// Whether a file came along, which has to be chosen again.
  let hadFile: Bool

  /// What a page must not repeat.
  private static let secret: Set<String> = ["token", "password", "old", "new", "again", "code", "secret"]

  init(_ asked: Asked, _ form: SentForm) {
    action = (Path(returning: asked.path) ?? Path()).keeping(asked.query)
    // The code of a deed's form is a unit's, and no secret.
    let isDeed = asked.path.hasPrefix("/deeds/")
    pairs = form.pairs.filter { pair in
      let isSecret = KeptForm.secret.contains(pair.name) && !(isDeed && pair.name == "code")
      return !isSecret && !pair.name.lowercased().contains("password")
    }
    hadFile = !form.files.isEmpty
  }
}

/// The page for somebody whose sign-in has ended: to sign in again beside it, and send the form from here.
func keptFormView(_ kept: KeptForm, theme: Theme) -> HTML {
  let signIn = Path.signIn.with("notice", "ended")
  return document(
    title: "\(Phrase.sessionEnded) · Chibo",
    theme: theme,
    body: """
      <body><main id="main" class="page"><section class="plain"><h1>\(Phrase.sessionEnded)</h1>
      <p>\(Phrase.formIsKept)</p>\(fileNotice(kept))
      <p class="actions"><a class="button primary" href="\(path: signIn)" target="_blank" rel="noopener">\
      \(Phrase.signInBeside)</a></p>
      \(again(kept, token: nil, isPrimary: false))</section></main></body>
      """
  )
}

/// The page for somebody who signed in anew since the form was opened.
func keptFormView(_ kept: KeptForm, in frame: Frame) -> HTML {
  handedBackView(kept, .formTooOld, .formIsFromBefore, in: frame)
}

/// The page for somebody whose form came while something large was being written.
func busyFormView(_ kept: KeptForm, in frame: Frame) -> HTML {
  handedBackView(kept, .busyNow, .formWaits, in: frame)
}

private func handedBackView(_ kept: KeptForm, _ title: Phrase, _ meaning: Phrase, in frame: Frame) -> HTML {
  page(
    frame,
    title: title,
    content: """
      <section class="plain"><h1>\(title)</h1><p>\(meaning)</p>
      \(fileNotice(kept))
      \(again(kept, token: frame.viewer.token, isPrimary: true))</section>
      """
  )
}

/// The page for somebody whose form came while nobody answered where the record is kept.
func awayFormView(_ kept: KeptForm, isUncertain: Bool, token: String?, theme: Theme) -> HTML {
  document(
    title: "\(Phrase.recordAway) · Chibo",
    theme: theme,
    body: """
      <body><main id="main" class="page"><section class="plain"><h1>\(Phrase.recordAway)</h1>
      <p>\(isUncertain ? Phrase.formIsUncertain : Phrase.formWaitsForRecord)</p>
      \(fileNotice(kept))
      \(again(kept, token: token, isPrimary: true))</section></main></body>
      """
  )
}

private func fileNotice(_ kept: KeptForm) -> HTML? {
  kept.hadFile ? "<p>\(Phrase.fileIsNotKept)</p>" : nil
}

private func again(_ kept: KeptForm, token: String?, isPrimary: Bool) -> HTML {
  """
  <form method="post" action="\(path: kept.action)">\(token.map { Form.hidden("token", $0) })\
  \(kept.pairs, Form.hidden)<button class="button\(isPrimary ? " primary" as HTML : "")">\
  \(Phrase.sendAgain)</button></form>
  """
}
