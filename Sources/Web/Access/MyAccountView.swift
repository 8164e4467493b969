package import Markup
import Phrases
import Records
import Rules

/// One's own account and how the pages are for oneself.
package struct MyAccount: Sendable {
  package var account: AccountPage
  /// The key of one's own file, for a member.
  package var file: String?
  package var looksInYear: Int
  package var theme: Theme
  package var hasKeys: Bool
}

/// The page of one's own account.
package func myAccountView(_ model: MyAccount, in frame: Frame) -> HTML {
  var frame = frame
  let account = model.account
  frame.message = account.objections.said(besides: [.password, .new, .again]) ?? frame.message
  return page(
    frame,
    title: .yourAccount,
    content: """
      <div class="heading"><div><h1>\(Phrase.yourAccount)</h1>
      <p><bdi lang="vi">\(account.displayName)</bdi> · \(account.name)</p></div></div>
      <div class="columns wide-narrow">
      <div class="stack">\(rights(account, frame))\(aboutMe(model, frame))\(sessionsView(account.sessions))\
      \(signOutForm(frame))</div>
      <div class="stack">\(passwordForm(account, frame))\(factor(account))\(settings(model, frame))</div>
      </div>
      """
  )
}

private func group(_ id: StaticString, _ title: Phrase, _ content: HTML) -> HTML {
  """
  <section class="group" aria-labelledby="\(HTML(stringLiteral: id))"><header>\
  <h2 id="\(HTML(stringLiteral: id))">\(title)</h2></header>\(content)</section>
  """
}

private func rights(_ account: AccountPage, _ frame: Frame) -> HTML {
  let now = account.grants.filter { $0.time == .now }
  return group(
    "my-rights",
    .myRights,
    """
    \(account.grants.isEmpty ? "<p>\(Phrase.myRightsEmpty)</p>" : grantTable(account.grants, frame.viewpoint, of: nil))
    \(now, { mayDo($0) })<p><a href="\(path: frame.viewpoint.rights)">\(Phrase.allRights)</a></p>
    """
  )
}

/// What one right lets its holder do, opened when asked for.
private func mayDo(_ grant: GrantRow) -> HTML {
  let role = Phrase.accountRole(grant.role.rawValue)
  return """
    <details class="more"><summary>\(Phrase.youMayDo(role.text, grant.unit.name))</summary>\
    \(mayView(grant.role))</details>
    """
}

private func aboutMe(_ model: MyAccount, _ frame: Frame) -> HTML {
  let file: HTML =
    model.file.map { key in
      """
      <p>\(Phrase.ownFile(Phrase.looksInYear(model.looksInYear).text))</p>
      <p class="actions"><a class="button" href="\(path: frame.viewpoint.person(key))">\
      \(Phrase.openOwnFile)</a></p><p class="hint">\(Phrase.correctionInPerson)</p>
      """
    } ?? "<p>\(Phrase.noOwnFile)</p>"
  return group("about-me", .aboutMe, "\(file)<p class=\"hint\">\(Phrase.keptOfAccount)</p>")
}

private func signOutForm(_ frame: Frame) -> HTML {
  """
  <form class="account-deed" method="post" action="\(path: .myAccount("sign-out"))">\
  \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))\
  <button class="button">\(Phrase.signOutEverywhere)</button></form>
  """
}

private func passwordForm(_ account: AccountPage, _ frame: Frame) -> HTML {
  let fields = [
    FormField(
      "password",
      Phrase.oldPassword.text,
      kind: .password,
      error: account.objections.said(.password),
      autocomplete: "current-password"
    ),
    FormField(
      "new",
      Phrase.newPassword.text,
      kind: .password,
      hint: Phrase.passwordHint(Passwords.minimum).text,
      error: account.objections.said(.new),
      autocomplete: "new-password"
    ),
    FormField(
      "again",
      Phrase.newPasswordAgain.text,
      kind: .password,
      error: account.objections.said(.again),
      autocomplete: "new-password"
    ),
  ]
  return group(
    "password",
    .changePassword,
    """
    \(Form(
      action: .myAccount("password"),
      token: frame.viewer.token,
      button: Phrase.changePassword.text,
      fields: fields,
      hidden: [Query.Pair(name: "request", value: account.request)]
    ).html)<p class="hint">\(Phrase.otherDevicesOut)</p>
    """
  )
}

private func factor(_ account: AccountPage) -> HTML {
  let words: Phrase = account.factor == nil ? .turnOn : .turnOff
  let way: HTML = """
    <p class="actions"><a class="button" href="\(path: .myAccount("second-factor"))">\(words)…</a></p>
    """
  // Who must have it is not offered to turn it off.
  let isOffered = account.factor == nil || account.mustHaveFactor == nil
  return group("factor", .secondFactor, "<p>\(factorWords(account))</p>\(isOffered ? way : nil)")
}

/// Language, appearance and keys: kept in this browser.
private func settings(_ model: MyAccount, _ frame: Frame) -> HTML {
  group(
    "settings",
    .settings,
    """
    <form class="form" method="post" action="\(path: .settings)">\(Form.hidden("token", frame.viewer.token))\
    \(Form.hidden("back", Path.myAccount().text))
    <fieldset><legend>\(Phrase.language)</legend><div class="segments">\
    \(Language.offered, languageButton)</div></fieldset>
    <fieldset><legend>\(Phrase.appearance)</legend><div class="segments">\
    \(Theme.allCases, { themeButton($0, chosen: model.theme) })</div></fieldset>
    <fieldset aria-describedby="keys-hint"><legend>\(Phrase.shortcuts)</legend><div class="segments">\
    \(keysButton(.keysOn, "on", isChosen: model.hasKeys))\
    \(keysButton(.keysOff, "off", isChosen: !model.hasKeys))</div>\
    <p class="hint" id="keys-hint">\(Phrase.shortcutsMeaning)</p></fieldset></form>
    """
  )
}

private func keysButton(_ name: Phrase, _ value: StaticString, isChosen: Bool) -> HTML {
  """
  <button name="keys" value="\(HTML(stringLiteral: value))" \
  aria-pressed="\(isChosen ? "true" as HTML : "false")">\(name)</button>
  """
}
