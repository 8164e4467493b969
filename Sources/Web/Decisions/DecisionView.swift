package import Basics
package import Markup
import Phrases

/// A decision opened: its act, and every change of the record it carried out.
package struct DecisionPage: Sendable {
  package var decision: DecisionLink
  package var effective: CivilDate?
  package var signer: String?
  package var basis: String?
  package var changes: [Change]
  /// Its papers, in the order in which they were handed in.
  package var scans: [Paper] = []
  /// What the form that adds a paper is known by; `nil` for those who may not add one.
  package var request: String?

  /// A paper of the decision as a file.
  package struct Paper: Sendable {
    package let file: String
    package let name: String
  }

  /// One change: of a person or a unit, in words of their timeline.
  package struct Change: Sendable {
    package enum Subject: Sendable {
      case person(PersonLink)
      case unit(UnitLink)
    }

    package var subject: Subject
    package var event: LifeEvent

    package init(subject: Subject, event: LifeEvent) {
      self.subject = subject
      self.event = event
    }
  }

  package init(
    decision: DecisionLink,
    effective: CivilDate?,
    signer: String?,
    basis: String?,
    changes: [Change]
  ) {
    self.decision = decision
    self.effective = effective
    self.signer = signer
    self.basis = basis
    self.changes = changes
  }
}

/// A decision's page.
package func decisionPageView(_ model: DecisionPage, in frame: Frame) -> HTML {
  func pair(_ name: Phrase, _ value: Phrase?) -> HTML? {
    value.map { "<dt>\(name)</dt><dd>\($0)</dd>" }
  }
  let decision = model.decision
  return page(
    frame,
    title: Phrase(verbatim: "\(Phrase.decision) \(decision.number)"),
    content: """
      <div class="heading"><div><h1>\(Phrase.decision) <bdi>\(decision.number)</bdi></h1></div>
      <div class="actions"><button class="button" type="button" data-print hidden>\(Phrase.print)</button>\
      </div></div>
      <section class="group" aria-label="\(Phrase.decision)"><dl class="pairs">\
      \(pair(.decisionNumber, Phrase(verbatim: decision.number)))\
      \(pair(.signedOn, decision.signed.map { .day($0) }))\
      \(pair(.effectiveOn, model.effective.map { .day($0) }))\
      \(pair(.issuer, decision.issuer.map { Phrase(verbatim: $0) }))\
      \(pair(.signer, model.signer.map { Phrase(verbatim: $0) }))\
      \(pair(.basis, model.basis.map { Phrase(verbatim: $0) }))</dl></section>
      <section class="panel" aria-labelledby="changes"><header>\
      <h2 id="changes">\(Phrase.decisionChanged)</h2>\
      <span class="aside">\(Phrase.number(model.changes.count))</span></header>
      \(model.changes.isEmpty
        ? emptyView(.notCarriedOut, why: .notCarriedOutMeaning)
        : table(model.changes, frame.viewpoint))</section>
      \(scansView(model, frame))
      """
  )
}

/// The papers of a decision, and for those who file decisions a form that adds one.
private func scansView(_ model: DecisionPage, _ frame: Frame) -> HTML? {
  guard let key = model.decision.key else { return nil }
  let list: HTML =
    model.scans.isEmpty
    ? "<p class=\"quiet\">\(Phrase.noScan)</p>"
    : "<ul class=\"ways\">\(model.scans, { scanLink($0, key, frame) })</ul>"
  return """
    <section class="group" aria-labelledby="scans"><header><h2 id="scans">\(Phrase.scans)</h2></header>
    \(list)\(model.request.map { scanForm(key, $0, frame) })</section>
    """
}

private func scanLink(_ scan: DecisionPage.Paper, _ key: String, _ frame: Frame) -> HTML {
  let path = Path("decisions", key, "scans", scan.file).keeping(frame.viewpoint.kept)
  return "<li><a href=\"\(path: path)\"><bdi>\(scan.name)</bdi></a></li>"
}

private func scanForm(_ key: String, _ request: String, _ frame: Frame) -> HTML {
  let field = FormField(
    "scan",
    Phrase.addScan.text,
    kind: .file(".pdf,.jpg,.jpeg,.png"),
    hint: Phrase.scanHint.text
  )
  return """
    <form class="form" method="post" action="\(path: Path("decisions", key, "scans"))" \
    enctype="multipart/form-data">
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", request))
    \(field.html)
    <div class="actions"><button class="button">\(Phrase.addScan)</button></div></form>
    """
}

private func table(_ changes: [DecisionPage.Change], _ viewpoint: Viewpoint) -> HTML {
  Table(
    caption: Phrase.decisionChanged.text,
    columns: [
      Column(Phrase.effectiveOn.text, .number),
      Column(Phrase.subject.text),
      Column(Phrase.change.text),
    ],
    rows: changes,
    isDense: true
  ) { change, page in
    page.markup("<tr><td class=\"num whole\">")
    page.write(Phrase.day(change.event.day))
    page.markup("</td><th scope=\"row\">")
    switch change.subject {
    case .person(let person):
      page.person(person, viewpoint)
      page.markup("</th><td>")
      page.write(personSentence(change.event))
    case .unit(let unit):
      page.unit(unit, viewpoint)
      page.markup("</th><td>")
      page.write(Phrase.unitEvent(change.event.code, change.event.value))
    }
    page.markup("</td></tr>\n")
  }.html
}
