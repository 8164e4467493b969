package import Markup
import Phrases
import Records
import Rules

/// An account: what it may do, where it is signed in, and what can be done with it.
package func accountView(_ model: AccountPage, in frame: Frame) -> HTML {
  var frame = frame
  frame.message = model.objections.said(besides: [.password]) ?? frame.message
  let isNow = frame.viewpoint.isNow
  return page(
    frame.ofToday,
    title: Phrase(verbatim: model.displayName),
    content: """
      <div class="heading"><div><nav aria-label="\(Phrase.path)"><ol class="crumbs">\
      <li><a href="\(path: frame.viewpoint.accounts)">\(Phrase.accounts)</a></li></ol></nav>
      <h1><bdi lang="vi">\(model.displayName)</bdi></h1>
      <p>\(model.name)\(model.isLocked ? lockedState() : nil)</p></div>
      \(isNow ? granting(model) : nil)</div>
      <div class="columns wide-narrow">
      <div class="stack">\(grants(model, frame))\(sessionsView(model.sessions))\
      \(isNow ? facts(model) : nil)</div>
      <div class="stack">\(isNow ? deeds(model, frame) : facts(model))</div>
      </div>
      """
  )
}

private func granting(_ model: AccountPage) -> HTML {
  """
  <div class="actions"><a class="button" href="\(path: .account(model.key, "grant"))">\
  \(Phrase.grantRights)…</a></div>
  """
}

private func lockedState() -> HTML {
  " · <span class=\"state bad\">\(Phrase.accountState("locked").leading)</span>"
}

private func facts(_ model: AccountPage) -> HTML {
  """
  <section class="group" aria-labelledby="facts"><header><h2 id="facts">\(Phrase.account)</h2></header>
  <dl class="pairs"><dt>\(Phrase.accountName)</dt><dd>\(model.name)</dd>\
  <dt>\(Phrase.belongsTo)</dt><dd>\(model.member.map(memberWords) ?? "\(Phrase.noMember)")</dd>\
  <dt>\(Phrase.lastSignIn)</dt><dd>\(model.lastSignIn.map(momentText) ?? Phrase.neverSignedIn.text)</dd>\
  <dt>\(Phrase.passwordSince)</dt><dd>\(momentText(model.passwordSince))</dd>\
  <dt>\(Phrase.failedTries)</dt><dd>\(failures(model))</dd>\
  <dt>\(Phrase.secondFactor)</dt><dd>\(factorWords(model))</dd></dl></section>
  """
}

private func memberWords(_ member: (code: String, name: String)) -> HTML {
  "<bdi lang=\"vi\">\(member.name)</bdi> <span class=\"quiet\">\(member.code)</span>"
}

private func failures(_ model: AccountPage) -> Phrase {
  model.failures.map { .failedTries($0.count, momentText($0.last)) } ?? .none
}

/// Whether there is a second factor, since when, and which role asks for it.
func factorWords(_ model: AccountPage) -> HTML {
  let state: Phrase =
    model.factor.map { .factorOn(momentText($0.since), codesLeft: $0.codesLeft) } ?? .factorIsOff
  let demand: HTML? = model.mustHaveFactor.map { role in
    ". <span class=\"quiet\">\(Phrase.factorDemanded(Phrase.accountRole(role.rawValue).text))</span>"
  }
  return "\(state)\(demand)"
}

// MARK: Rights

private func grants(_ model: AccountPage, _ frame: Frame) -> HTML {
  """
  <section class="group" aria-labelledby="grants"><header>\
  <h2 id="grants">\(Phrase.rightsOfAccount)</h2><span class="aside"><a href="\(path: frame.viewpoint.rights)">\
  \(Phrase.allRights)</a></span></header>
  \(model.grants.isEmpty
    ? emptyView(.noGrants, why: .noGrantsMeaning)
    : grantTable(model.grants, frame.viewpoint, of: frame.viewpoint.isNow ? model.key : nil))</section>
  """
}

/// Rights by role, unit and days; with the way to withdraw each, when they are an account's to be changed.
func grantTable(_ grants: [GrantRow], _ viewpoint: Viewpoint, of account: String?) -> HTML {
  var columns = [
    Column(Phrase.accountRoleTitle.text), Column(Phrase.unit.text), Column(Phrase.grantDays.text),
    Column(Phrase.accountState.text),
  ]
  if account != nil { columns.append(Column(Phrase.withdrawRight.text)) }
  let table = Table(caption: Phrase.rightsOfAccount.text, columns: columns, rows: grants) { grant, page in
    page.piece(
      """
      <tr><th scope="row">\(Phrase.accountRole(grant.role.rawValue).leading)</th>\
      <td class="words">\(unitLink(grant.unit, viewpoint))</td>\
      <td class="whole">\(Phrase.span(grant.span))</td>\
      <td class="whole">\(timeWords(grant.time))</td>\(account.map { withdrawCell(grant, $0) })</tr>

      """
    )
  }
  return "<div class=\"panel\">\(table.html)</div>"
}

private func timeWords(_ time: GrantRow.Time) -> HTML {
  switch time {
  case .now: "\(Phrase.grantInForce)"
  case .past: "<span class=\"faint\">\(Phrase.grantEnded)</span>"
  case .planned: "<span class=\"tag plan\">\(Phrase.grantToCome)</span>"
  }
}

private func withdrawCell(_ grant: GrantRow, _ account: String) -> HTML {
  guard grant.time != .past else { return "<td></td>" }
  return """
    <td class="whole"><a href="\(path: Path("accounts", account, "withdraw", grant.key))">\(Phrase.withdrawRight)…</a></td>
    """
}

// MARK: Sign-ins

/// Where an account is signed in.
func sessionsView(_ sessions: [SessionRow]) -> HTML {
  """
  <section class="group" aria-labelledby="sessions"><header>\
  <h2 id="sessions">\(Phrase.openSignIns)</h2></header>
  \(sessions.isEmpty ? "<p class=\"hint\">\(Phrase.noOpenSignIns)</p>" : sessionTable(sessions))</section>
  """
}

private func sessionTable(_ sessions: [SessionRow]) -> HTML {
  let table = Table(
    caption: Phrase.openSignIns.text,
    columns: [
      Column(Phrase.sessionBegan.text), Column(Phrase.sessionEnds.text), Column(Phrase.language.text),
    ],
    rows: sessions
  ) { session, page in
    let mark: HTML? = session.isThisDevice ? " <span class=\"tag\">\(Phrase.thisDevice)</span>" : nil
    page.piece(
      """
      <tr><th scope="row">\(momentText(session.began))\(mark)</th>\
      <td class="whole">\(momentText(session.ends))</td>\
      <td class="whole">\(Language(rawValue: session.language)?.ownName ?? session.language)</td></tr>

      """
    )
  }
  return "<div class=\"panel\">\(table.html)</div>"
}

// MARK: Deeds

private func deeds(_ model: AccountPage, _ frame: Frame) -> HTML {
  """
  <section class="group" aria-labelledby="deeds"><header>\
  <h2 id="deeds">\(Phrase.accountDeeds)</h2></header><div class="account-deeds">
  \(passwordForm(model, frame))
  \(model.isLocked
    ? deed(model, frame, "unlock", .unlockAccount)
    : deed(model, frame, "lock", .lockAccount, hint: .lockMeaning, isGrave: true))
  \(model.sessions.isEmpty ? nil : deed(model, frame, "sign-out", .signOutEverywhere))
  \(model.factor == nil || model.isOwn
    ? nil : deed(model, frame, "second-factor", .takeFactorAway, hint: .takeFactorAwayMeaning, isGrave: true))
  </div></section>
  """
}

private func passwordForm(_ model: AccountPage, _ frame: Frame) -> HTML {
  """
  <div><h3>\(Phrase.resetPassword)</h3><p class="hint">\(Phrase.resetMeaning)</p>
  \(Form(
    action: .account(model.key, "password"),
    token: frame.viewer.token,
    button: Phrase.resetPassword.text,
    fields: passwordFields(model.objections),
    hidden: [Query.Pair(name: "request", value: model.request)]
  ).html)</div>
  """
}

/// A password that is made, or typed.
func passwordFields(_ objections: [Objection], how: String = "made") -> [FormField] {
  [
    FormField(
      "how",
      Phrase.passwordHow.text,
      kind: .choice([
        FormField.Choice("made", Phrase.passwordMade.text),
        FormField.Choice("typed", Phrase.passwordTyped.text),
      ]),
      value: objections.said(.password) == nil ? how : "typed"
    ),
    FormField(
      "password",
      Phrase.passwordIfTyped.text,
      kind: .password,
      hint: Phrase.passwordHint(Passwords.minimum).text,
      error: objections.said(.password),
      isRequired: false,
      autocomplete: "new-password"
    ),
  ]
}

private func deed(
  _ model: AccountPage,
  _ frame: Frame,
  _ name: String,
  _ words: Phrase,
  hint: Phrase? = nil,
  isGrave: Bool = false
) -> HTML {
  """
  <form class="account-deed" method="post" action="\(path: .account(model.key, name))">\
  \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))\
  \(hint.map { "<p class=\"hint\">\($0)</p>" as HTML })
  <button class="button\(isGrave ? " danger" as HTML : "")">\(words)</button></form>
  """
}
