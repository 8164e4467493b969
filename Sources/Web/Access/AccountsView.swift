package import Markup
import Phrases
import Records
import Rules

/// The accounts there are: who may sign in, what for, and since when nobody did.
package func accountsView(_ model: AccountsPage, in frame: Frame) -> HTML {
  page(
    frame.ofToday,
    title: .accounts,
    content: """
      <div class="heading"><div><h1>\(Phrase.accounts)</h1><p>\(Phrase.accountCount(model.count))</p></div>
      \(frame.viewpoint.isNow ? opening() : nil)</div>
      \(filters(model, frame))
      <section class="panel" aria-label="\(Phrase.accounts)">\
      \(model.lines.isEmpty
        ? emptyView(.noAccounts, why: .noAccountsMeaning, next: wider(frame))
        : table(model.lines, frame.viewpoint))\
      \(foot(model, frame))</section>
      \(frame.viewpoint.isNow ? requirement(model, frame) : nil)
      """
  )
}

extension Frame {
  /// The frame of a page about accounts, which are always of today: seen from elsewhere it says so.
  var ofToday: Frame {
    guard !viewpoint.isNow, message == nil else { return self }
    var frame = self
    frame.message = Message(.warning, Phrase.accountsAreOfToday.text, detail: Phrase.accountsReadOnly.text)
    return frame
  }
}

private func opening() -> HTML {
  """
  <div class="actions"><a class="button primary" href="\(path: .account("new"))">\
  \(Phrase.openAccount)…</a></div>
  """
}

private func filters(_ model: AccountsPage, _ frame: Frame) -> HTML {
  let asked = model.asked
  let all = FormField.Choice("", Phrase.any.text)
  let roles = Role.allCases.map {
    FormField.Choice($0.rawValue, Phrase.accountRole($0.rawValue).leading.text)
  }
  let states = AccountQuestion.State.allCases.map {
    FormField.Choice($0.rawValue, Phrase.accountState($0.rawValue).leading.text)
  }
  let fields = [
    FormField("q", Phrase.accountSearch.text, value: asked.search, isRequired: false),
    FormField(
      "role",
      Phrase.accountRoleTitle.text,
      kind: .choice([all] + roles),
      value: asked.role,
      isRequired: false
    ),
    FormField(
      "unit",
      Phrase.unitCodeOrName.text,
      kind: .lookup(Path("lookup", "units")),
      value: asked.unit,
      error: model.unitProblem.map { Phrase.refusal($0).leading.text + "." },
      isRequired: false
    ),
    FormField(
      "state",
      Phrase.accountState.text,
      kind: .choice([all] + states),
      value: asked.state,
      isRequired: false
    ),
  ]
  return """
    <form class="filters tools" method="get" action="\(path: .accounts)">\(fields, \.html)\
    \(frame.viewpoint.kept.pairs, Form.hidden)
    <button class="button">\(Phrase.narrowAccounts)</button>\(asked.isNarrow ? wider(frame) : nil)</form>
    """
}

private func wider(_ frame: Frame) -> HTML {
  "<a class=\"button\" href=\"\(path: frame.viewpoint.accounts)\">\(Phrase.allAccounts)</a>"
}

private func table(_ lines: [AccountsPage.Line], _ viewpoint: Viewpoint) -> HTML {
  Table(
    caption: Phrase.accounts.text,
    columns: [
      Column(Phrase.displayName.text),
      Column(Phrase.accountName.text),
      Column(Phrase.rightsOfAccount.text),
      Column(Phrase.accountState.text),
      Column(Phrase.lastSignIn.text),
    ],
    rows: lines
  ) { line, page in
    page.piece(
      """
      <tr><th scope="row"><a href="\(path: viewpoint.account(line.key))"><bdi lang="vi">\(line.displayName)</bdi></a></th>\
      <td class="whole">\(line.name)</td><td class="words">\(line.grants, { grantWords($0, viewpoint) })</td>\
      <td>\(states(line))</td>\
      <td class="whole">\(line.lastSignIn.map(momentText) ?? Phrase.neverSignedIn.text)</td></tr>

      """
    )
  }.html
}

private func grantWords(_ grant: GrantRow, _ viewpoint: Viewpoint) -> HTML {
  """
  <div>\(Phrase.accountRole(grant.role.rawValue).leading) · \(unitLink(grant.unit, viewpoint))</div>
  """
}

private func states(_ line: AccountsPage.Line) -> HTML {
  let locked: HTML? =
    line.isLocked ? "<span class=\"state bad\">\(Phrase.accountState("locked").leading)</span> " : nil
  let factor: HTML? = line.hasSecondFactor ? "<span class=\"tag\">\(Phrase.secondFactor)</span>" : nil
  return "\(locked)\(factor)"
}

private func foot(_ model: AccountsPage, _ frame: Frame) -> HTML? {
  let query = frame.query.without("after", "before")
  let pages = pager(model.previous, model.next, query, frame)
  return pages.map { "<footer class=\"table-foot\">\($0)</footer>" }
}

/// The one setting of the whole installation that stands here: which roles must have a second factor.
private func requirement(_ model: AccountsPage, _ frame: Frame) -> HTML {
  """
  <section class="group" aria-labelledby="required"><header>\
  <h2 id="required">\(Phrase.whoMustHaveIt)</h2></header>
  \(model.required.isEmpty ? "<p>\(Phrase.nobodyMust)</p>" : nil)
  <form class="form narrow" method="post" action="\(path: .account("required"))">\
  \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))
  <fieldset><legend class="unseen">\(Phrase.whoMustHaveIt)</legend>\
  <div class="choices">\(Role.allCases, { roleBox($0, model.required) })</div></fieldset>
  <p class="hint">\(Phrase.mustMeaning)</p>
  <div class="actions"><button class="button">\(Phrase.recordRoles)</button></div></form></section>
  """
}

private func roleBox(_ role: Role, _ required: Set<Role>) -> HTML {
  """
  <label for="must-\(role.rawValue)"><input type="checkbox" id="must-\(role.rawValue)" name="role" \
  value="\(role.rawValue)"\(flag: required.contains(role), "checked")> \
  \(Phrase.accountRole(role.rawValue).leading)</label>
  """
}
