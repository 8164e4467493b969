package import Markup
import Phrases
import Records
package import Rules

/// Setting a second factor up: the secret to be scanned, and a code that shows it was.
package struct Enrolment: Sendable {
  /// The account's name, as the app on the phone will show it.
  package var account: String
  package var secret: [UInt8]
  /// The role for which it must be set up.
  package var role: Role?
  package var request: String
  package var objections: [Objection] = []
}

/// The page on which one sets up one's second factor.
package func enrolView(_ model: Enrolment, in frame: Frame) -> HTML {
  var frame = frame
  frame.message = model.objections.said(besides: [.code])
  return page(
    frame,
    title: .turnOn,
    content: """
      \(ownHeading(.turnOn))
      <p>\(Phrase.secondFactorMeaning)</p>
      \(setup(model))\(codeForm(model, .myAccount("second-factor"), token: frame.viewer.token))
      """
  )
}

func ownHeading(_ title: Phrase) -> HTML {
  """
  <div class="heading"><div><nav aria-label="\(Phrase.path)"><ol class="crumbs">\
  <li><a href="\(path: .myAccount())">\(Phrase.yourAccount)</a></li></ol></nav>
  <h1>\(title)</h1></div></div>
  """
}

/// The steps with the secret, as a picture and as letters.
func setup(_ model: Enrolment) -> HTML {
  let key = OneTimeCodes.text(model.secret)
  let shown = stride(from: 0, to: key.count, by: 4).map { String(key.dropFirst($0).prefix(4)) }
  return """
    <ol class="setup"><li>\(Phrase.scanCode)\
    \(qrDrawing(address(model.account, key), label: .scanLabel))</li>
    <li>\(Phrase.orTypeKey): <code class="long">\(shown.joined(separator: " "))</code></li>
    <li>\(Phrase.thenTypeCode)</li></ol>
    """
}

/// What the picture says, as apps for such codes read it.
private func address(_ account: String, _ key: String) -> String {
  let path = Path("totp", "Chibo:" + account)
    .with("secret", key)
    .with("issuer", "Chibo")
    .with("algorithm", "SHA1")
    .with("digits", OneTimeCodes.digits)
    .with("period", Int(OneTimeCodes.seconds))
  return "otpauth:/" + path.text
}

func codeForm(_ model: Enrolment, _ action: Path, token: String, back: String? = nil) -> HTML {
  let code = FormField(
    "code",
    Phrase.sixDigits.text,
    error: model.objections.said(.code),
    autocomplete: "one-time-code"
  )
  var hidden = [
    Query.Pair(name: "secret", value: OneTimeCodes.text(model.secret)),
    Query.Pair(name: "request", value: model.request),
  ]
  if let back { hidden.append(Query.Pair(name: "back", value: back)) }
  let form = Form(action: action, token: token, button: Phrase.turnOn.text, fields: [code], hidden: hidden)
  return form.html
}

/// Recovery codes, shown this once; none when they were shown before.
func recoveryView(_ codes: [String]) -> HTML {
  guard !codes.isEmpty else { return "<p>\(Phrase.codesShownBefore)</p>" }
  return """
    <div class="once"><h2>\(Phrase.recoveryCodes)</h2><ul class="codes">\
    \(codes, { "<li><code>\($0)</code></li>" })</ul><p>\(Phrase.recoveryMeaning)</p>
    <button class="button" type="button" data-print hidden>\(Phrase.print)</button></div>
    """
}

/// The page that follows on setting up.
package func enrolledView(_ codes: [String], in frame: Frame) -> HTML {
  page(
    frame,
    title: .factorOnNow,
    content: """
      <section class="plain"><h1>\(Phrase.factorOnNow)</h1>\(recoveryView(codes))
      <p class="actions"><a class="button" href="\(path: .myAccount())">\(Phrase.yourAccount)</a></p></section>
      """
  )
}

/// The page on which one turns one's second factor off: it asks for both factors.
package func factorOffView(_ model: AccountPage, in frame: Frame) -> HTML {
  var frame = frame
  frame.message = model.objections.said(besides: [.password, .code])
  let fields = [
    FormField(
      "password",
      Phrase.password.text,
      kind: .password,
      error: model.objections.said(.password),
      autocomplete: "current-password"
    ),
    FormField(
      "code",
      Phrase.codeFromPhone.text,
      error: model.objections.said(.code),
      autocomplete: "one-time-code"
    ),
  ]
  let form = Form(
    action: .myAccount("second-factor", "off"),
    token: frame.viewer.token,
    button: Phrase.turnOff.text,
    fields: fields,
    hidden: [Query.Pair(name: "request", value: model.request)]
  )
  let title: Phrase = model.mustHaveFactor == nil ? .turnOff : .secondFactor
  return page(
    frame,
    title: title,
    content: """
      \(ownHeading(title))<p>\(factorWords(model))</p>
      \(model.mustHaveFactor == nil ? "<div class=\"account-deed\">\(form.html)</div>" : nil)
      """
  )
}
