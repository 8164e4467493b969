import Basics
import Markup
import Phrases
import Rules

/// The form of an own version: the text, what would change, and the decision that puts it in force.
func ownVersionView(_ model: OwnVersion, in frame: Frame) -> HTML {
  let draft = model.draft
  let viewpoint = frame.viewpoint
  let fields: [Field] = [.number, .signed, .signer, .basis, .value]
  let message = draft.objections.said(besides: fields).map(messageView)
  return page(
    frame,
    title: .ownVersion,
    content: """
      <div class="heading"><div><nav aria-label="\(Phrase.rulebooks)"><ol class="crumbs"><li>\
      <a href="\(path: viewpoint.rulebooks)">\(Phrase.rulebooks)</a></li><li>\
      <a href="\(path: viewpoint.rulebook(model.source.name))">\(Phrase(model.source.title))</a></li></ol></nav>\
      <h1>\(Phrase.ownVersion)</h1><p>\(Phrase.ownVersionMeaning(model.unitName))</p></div></div>
      \(message)\(faultsView(model))
      \(model.preview.map { previewView($0, model.source, viewpoint) })
      <form class="form" method="post" action="\(path: .ownVersion(model.source.name))" data-draft>
      \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))
      \(textField(model))
      <section class="panel" aria-labelledby="try"><header><h2 id="try">\(Phrase.previewChanges)</h2></header>\
      <div class="inside form">
      \(FormField(
        "subject", Phrase.subjectJudged.text, kind: .text, value: draft.subject,
        hint: Phrase.subjectHint.text, isRequired: false, autocomplete: "off"
      ).html)
      \(FormField("facts", Phrase.factsToTry.text, kind: .words, value: draft.facts, hint: Phrase.factsToTryHint.text, isRequired: false).html)
      <div class="actions"><button class="button" name="step" value="preview">\(Phrase.previewChanges)</button></div>
      </div></section>
      <section class="panel" aria-labelledby="decided"><header><h2 id="decided">\(Phrase.decision)</h2></header>\
      <div class="inside form">
      \(FormField(
        "number", Phrase.decisionNumber.text, kind: .text, value: draft.number,
        error: draft.objections.said(.number), isRequired: false, autocomplete: "off"
      ).html)
      \(FormField(
        "signed", Phrase.signedOn.text, kind: .day, value: draft.signed,
        error: draft.objections.said(.signed), isRequired: false, autocomplete: "off"
      ).html)
      \(FormField("signer", Phrase.signer.text, kind: .text, value: draft.signer, isRequired: false, autocomplete: "off").html)
      \(FormField("basis", Phrase.basis.text, kind: .text, value: draft.basis, isRequired: false, autocomplete: "off").html)
      <div class="actions"><button class="button primary" name="step" value="record">\(Phrase.putInForce)</button>\
      </div></div></section></form>
      """
  )
}

private func textField(_ model: OwnVersion) -> HTML {
  let error = model.draft.objections.said(.value)
  return """
    <div class="\(error == nil ? "field" : "field wrong" as HTML)"><label for="text">\(Phrase.rulebookText)</label>\
    <textarea id="text" name="text" class="told-code" rows="24" spellcheck="false" autocomplete="off"\
    \(attribute: "aria-describedby", error == nil ? nil : "text-error")>
    \(model.draft.text)</textarea>\
    \(error.map { "<p class=\"error\" id=\"text-error\">\($0)</p>" as HTML })</div>
    """
}

private func faultsView(_ model: OwnVersion) -> HTML? {
  let faults = model.faults.map { Phrase.rulebookFault($0) } + (model.isNameTaken ? [.nameTaken] : [])
  guard !faults.isEmpty else { return nil }
  return """
    <div class="message refused" role="status"><ul class="reasons">\(faults, { "<li>\($0)</li>" })</ul></div>
    """
}

private func resultText(_ words: Wording?) -> Phrase { words.map { Phrase($0) } ?? .undetermined }

private func previewView(_ preview: OwnVersion.Preview, _ source: Rulebook, _ viewpoint: Viewpoint) -> HTML {
  let facts: HTML? = preview.facts.map { facts in
    """
    <section class="panel" aria-labelledby="tried"><header><h2 id="tried">\(Phrase.factsOtherwise)</h2></header>\
    <dl class="inside pairs"><dt>\(Phrase.before)</dt><dd>\(resultText(facts.before))</dd><dt>\(Phrase.after)</dt>\
    <dd>\(resultText(facts.after))</dd></dl></section>
    """
  }
  return """
    \(facts)
    <section class="panel" aria-labelledby="otherwise"><header><h2 id="otherwise">\(Phrase.unitsOtherwise)</h2>\
    <span class="aside">\(Phrase.unitsJudged(preview.units.count, of: preview.judged))</span></header>\
    \(preview.units.isEmpty
      ? "<p class=\"inside quiet\">\(Phrase.noUnitOtherwise)</p>" : unitsTable(preview.units, viewpoint))</section>
    \(changesPanel(preview.changes, of: preview.book, since: source))
    """
}

private func unitsTable(_ units: [OwnVersion.Preview.Otherwise], _ viewpoint: Viewpoint) -> HTML {
  Table(
    caption: Phrase.unitsOtherwise.text,
    columns: [
      Column(Phrase.unit.text), Column(Phrase.rulebook.text), Column(Phrase.before.text),
      Column(Phrase.after.text),
    ],
    rows: Array(units.prefix(200))
  ) { row, page in
    page.markup("<tr><th scope=\"row\">")
    page.unit(row.unit, viewpoint)
    page.markup("</th><td>")
    page.write(Phrase(row.rule))
    page.markup("</td><td>")
    page.write(resultText(row.before))
    page.markup("</td><td>")
    page.write(resultText(row.after))
    page.markup("</td></tr>\n")
  }.html
}
