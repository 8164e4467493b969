package import Markup
import Phrases
package import Rules

/// The door after the right password: what is left to do.
package struct SecondStep: Sendable {
  package var organisation: String
  package var account: String
  package var token: String
  package var back: String?
  /// The secret to be set up; `nil` for somebody who has one and owes a code.
  package var secret: [UInt8]?
  /// The role that asks for it.
  package var role: Role?
  package var objections: [Objection] = []
  /// Whether something large is being written, so that the step could not be taken.
  package var isBusy = false
}

/// The page of the second step.
package func secondStepView(_ model: SecondStep) -> HTML {
  guard let secret = model.secret else { return codeView(model) }
  let enrolment = Enrolment(
    account: model.account,
    secret: secret,
    request: AccountForm.newRequest(),
    objections: model.objections
  )
  let role = Phrase.accountRole(model.role?.rawValue ?? "").text
  return doorView(
    .secondFactor,
    organisation: model.organisation,
    content: """
      \(model.isBusy ? busyNotice() : nil)\(model.objections.said(besides: [.code]).map(messageView))
      <p>\(Phrase.mustEnrol(role))</p>\(setup(enrolment))
      \(codeForm(enrolment, .secondStep, token: model.token, back: model.back))
      """,
    foot: startAgain()
  )
}

private func codeView(_ model: SecondStep) -> HTML {
  let code = FormField(
    "code",
    Phrase.codeFromPhone.text,
    error: model.objections.said(.code),
    autocomplete: "one-time-code"
  )
  let form = Form(
    action: .secondStep,
    token: model.token,
    button: Phrase.signIn.text,
    fields: [code],
    hidden: model.back.map { [Query.Pair(name: "back", value: $0)] } ?? []
  )
  return doorView(
    .secondStep,
    organisation: model.organisation,
    content: """
      \(model.isBusy ? busyNotice() : nil)<p>\(Phrase.codeWithin)</p>\(form.html)<p class="hint">\(Phrase.lostPhone)</p>
      """,
    foot: startAgain()
  )
}

/// The recovery codes, shown at the door before one goes on.
package func enrolledAtDoor(_ codes: [String], _ model: SecondStep) -> HTML {
  let path = model.back.flatMap(Path.init(returning:)) ?? Path()
  return doorView(
    .factorOnNow,
    organisation: model.organisation,
    content: """
      \(recoveryView(codes))
      <p class="actions"><a class="button primary" href="\(path: path)">\(Phrase.goOnFromCodes)</a></p>
      """,
    foot: ""
  )
}

private func startAgain() -> HTML {
  "<p class=\"languages\"><a href=\"\(path: .signIn)\">\(Phrase.startAgain)</a></p>"
}
