import Basics
package import Markup
import Phrases
import Records
package import Rules
import Storage

/// An account about to be opened, as it was written in the form.
package struct NewAccount: Sendable {
  package var account = ""
  package var name = ""
  package var person = ""
  package var isMade = true
  package var role = ""
  package var unit = ""
  package var from: String
  package var until = ""
  package var request: String
  package var objections: [Objection] = []

  package init(from: String, request: String) {
    self.from = from
    self.request = request
  }

  init(_ form: AccountForm) {
    account = form.text("account")
    name = form.text("name")
    person = form.text("person")
    isMade = form.text("how") != "typed"
    role = form.text("role")
    unit = form.text("unit")
    from = form.text("from")
    until = form.text("until")
    request = form.request ?? AccountForm.newRequest()
  }

  func with(_ objections: [Objection]) -> NewAccount {
    var draft = self
    draft.objections = objections
    return draft
  }

  /// The deed, with all that stands against what was written.
  func deed(_ digest: String, _ reader: AccountReader) throws -> (AddAccount, [Objection]) {
    var objections: [Objection] = []
    var deed = AddAccount(name: account, displayName: name, password: digest)
    if !person.isEmpty {
      deed.person = try LifeStore(db: reader.db).person(code: person)
      if deed.person == nil { objections.append(Objection(.person, .unknownPerson(person))) }
    }
    if !role.isEmpty {
      let draft = GrantDraft(role: role, unit: unit, from: from, until: until)
      switch try draft.right(reader) {
      case .success(let right): deed.right = right
      case .failure(let refused): objections += refused.objections
      }
    }
    return (deed, objections)
  }
}

/// The form in which an account is opened: all of it, or nothing, is written down.
package func newAccountView(_ model: NewAccount, in frame: Frame) -> HTML {
  let fields: [Field] = [.account, .name, .person, .password, .role, .unit, .from, .until]
  var frame = frame
  frame.message = model.objections.said(besides: fields)
  return page(
    frame,
    title: .openAccount,
    content: """
      <div class="heading"><div><nav aria-label="\(Phrase.path)"><ol class="crumbs">\
      <li><a href="\(path: .accounts)">\(Phrase.accounts)</a></li></ol></nav>
      <h1>\(Phrase.openAccount)</h1></div></div>
      <form class="form narrow" method="post" action="\(path: .accounts)">\
      \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))
      \(whose(model), \.html)
      \(passwordFields(model.objections, how: model.isMade ? "made" : "typed"), \.html)
      <fieldset class="form"><legend>\(Phrase.firstRight)</legend>\(right(model), \.html)
      <p class="hint"><a href="\(path: .rights)">\(Phrase.allRights)</a></p></fieldset>
      <div class="actions"><button class="button primary">\(Phrase.openAccount)</button>\
      <a class="button" href="\(path: .accounts)">\(Phrase.backWithoutDoing)</a></div></form>
      """
  )
}

private func whose(_ model: NewAccount) -> [FormField] {
  [
    FormField(
      "account",
      Phrase.accountName.text,
      value: model.account,
      hint: Phrase.accountNameHint.text,
      error: model.objections.said(.account),
      autocomplete: "off"
    ),
    FormField(
      "name",
      Phrase.displayName.text,
      value: model.name,
      error: model.objections.said(.name),
      autocomplete: "off"
    ),
    FormField(
      "person",
      Phrase.memberNumber.text,
      value: model.person,
      hint: Phrase.memberNumberHint.text,
      error: model.objections.said(.person),
      isRequired: false,
      autocomplete: "off"
    ),
  ]
}

private func right(_ model: NewAccount) -> [FormField] {
  let draft = GrantDraft(role: model.role, unit: model.unit, from: model.from, until: model.until)
  return draft.fields(model.objections, mayBeNone: true)
}

/// A password that is shown this once, or word that it was shown before.
package func passwordShownView(
  _ account: String,
  _ password: String?,
  key: String,
  in frame: Frame
) -> HTML {
  page(
    frame,
    title: .passwordShown(account),
    content: """
      <section class="plain"><h1>\(Phrase.passwordShown(account))</h1>
      \(password.map(once) ?? "<p>\(Phrase.shownBefore)</p>")
      <p class="actions"><a class="button" href="\(path: .account(key))">\(Phrase.toTheAccount)</a></p>
      </section>
      """
  )
}

private func once(_ password: String) -> HTML {
  "<div class=\"once\"><code>\(password)</code><p>\(Phrase.shownOnce)</p></div>"
}
