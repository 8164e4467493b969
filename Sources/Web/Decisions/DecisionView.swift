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
      """
  )
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
