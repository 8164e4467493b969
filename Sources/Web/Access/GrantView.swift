package import Basics
package import Markup
import Phrases
package import Rules

/// A right about to be granted, with what it would allow.
package struct GrantPage: Sendable {
  package struct Preview: Sendable {
    package var role: Role
    package var unit: UnitLink
    package var unitCode: String
    package var span: Span
  }

  package var key: String
  /// Whose account.
  package var name: String
  package var draft: GrantDraft
  package var preview: Preview?
  package var request: String
  package var objections: [Objection]
}

/// A right about to be withdrawn.
package struct Withdrawal: Sendable {
  package var key: String
  package var name: String
  package var grant: GrantRow
  package var day: String
  package var request: String
  package var objections: [Objection]
}

/// The form in which a right is granted: first what it allows, then the button that records it.
package func grantView(_ model: GrantPage, in frame: Frame) -> HTML {
  var frame = frame
  frame.message = model.objections.said(besides: [.role, .unit, .from, .until])
  return page(
    frame,
    title: .grantTo(model.name),
    content: """
      \(heading(.grantTo(model.name), model.key, model.name))
      <div class="columns halves">
      <form class="form narrow" method="get" action="\(path: .account(model.key, "grant"))">\
      \(model.draft.fields(model.objections, mayBeNone: false), \.html)
      <div class="actions"><button class="button\(model.preview == nil ? " primary" as HTML : "")">\
      \(Phrase.seeWhatRoleMayDo)</button></div></form>
      \(model.preview.map { preview($0, model, frame) })
      </div>
      """
  )
}

private func preview(_ preview: GrantPage.Preview, _ model: GrantPage, _ frame: Frame) -> HTML {
  let role = Phrase.accountRole(preview.role.rawValue)
  let until = preview.span.end.map { Form.hidden("until", $0.description) }
  return """
    <section class="group" aria-labelledby="may"><header>\
    <h2 id="may">\(Phrase.mayDo(role.text, preview.unit.name))</h2></header>
    \(mayView(preview.role))
    <p>\(Phrase.span(preview.span).leading)</p>
    <form class="account-deed" method="post" action="\(path: .account(model.key, "grant"))">\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))\
    \(Form.hidden("role", preview.role.rawValue))\(Form.hidden("unit", preview.unitCode))\
    \(Form.hidden("from", preview.span.start.description))\(until)
    <button class="button primary">\(Phrase.recordGrant)</button></form></section>
    """
}

private func heading(_ title: Phrase, _ key: String, _ name: String) -> HTML {
  """
  <div class="heading"><div><nav aria-label="\(Phrase.path)"><ol class="crumbs">\
  <li><a href="\(path: .accounts)">\(Phrase.accounts)</a></li>\
  <li><a href="\(path: .account(key))"><bdi lang="vi">\(name)</bdi></a></li></ol></nav>
  <h1>\(title)</h1></div></div>
  """
}

/// The form in which a right is withdrawn, from a day on.
package func withdrawView(_ model: Withdrawal, in frame: Frame) -> HTML {
  var frame = frame
  frame.message = model.objections.said(besides: [.until])
  let role = Phrase.accountRole(model.grant.role.rawValue).leading
  return page(
    frame,
    title: .withdrawOf(model.name),
    content: """
      \(heading(.withdrawOf(model.name), model.key, model.name))
      <p>\(role) · \(unitLink(model.grant.unit, frame.viewpoint)) · \(Phrase.span(model.grant.span))</p>
      <form class="form narrow" method="post" \
      action="\(path: Path("accounts", model.key, "withdraw", model.grant.key))">\
      \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))
      \(FormField(
        "until",
        Phrase.withdrawFrom.text,
        kind: .day,
        value: model.day,
        hint: Phrase.withdrawMeaning.text,
        error: model.objections.said(.until)
      ).html)
      <div class="actions"><button class="button danger">\(Phrase.withdrawRight)</button>\
      <a class="button" href="\(path: .account(model.key))">\(Phrase.backWithoutDoing)</a></div></form>
      """
  )
}
