import Markup
import Phrases
import Rules

/// The model of a rulebook on the rulebook's own page: for whom, what is asked, what is laid beside it.
func modelPanel(_ model: EvaluationModel) -> HTML {
  let profiles = model.profiles.map { profile -> HTML in
    "<li>\(Phrase(profile.text)) <small>\(confidenceView(profile.confidence))</small></li>"
  }
  let columns = [
    Column(Phrase.modelCriterion.text), Column(Phrase.asks.text), Column(Phrase.modelEvidence.text),
    Column(Phrase.confidence.text),
  ]
  let deciders = model.deciders.map { Phrase.unitKind($0.rawValue).text }.joined(separator: ", ")
  let criteria = Table(caption: Phrase.modelCriteria.text, columns: columns, rows: model.criteria) {
    criterion,
    page in
    let asks = [
      Phrase.modelLeast(.modelGrade(model.least(of: criterion).rawValue)).text, criterion.required?.text,
    ].compactMap(\.self).joined(separator: "; ")
    row(Phrase(criterion.text), criterion.number, asks, criterion.evidence, into: &page)
    page.cell(.confidence, confidenceView(criterion.confidence, criterion.sources))
    page.markup("</tr>\n")
  }
  let vetoes = Table(caption: Phrase.modelVetoes.text, columns: columns, rows: model.vetoes) { veto, page in
    let articles =
      veto.articles.count == model.prohibitions.count && !veto.articles.isEmpty
      ? Phrase.modelArticles.text
      : veto.articles.map { Phrase.modelArticle($0).text }.joined(separator: ", ")
    row(Phrase(veto.text), veto.number, articles, veto.evidence, into: &page)
    page.cell(.confidence, confidenceView(veto.confidence, veto.sources))
    page.markup("</tr>\n")
  }
  return """
    <section class="panel rules" aria-labelledby="model"><header><h2 id="model">\(Phrase.modelSection)</h2></header>
    <p class="inside">\(Phrase(model.text)) <span class="detail">§ \(model.number) · \
    \(confidenceView(model.confidence, model.sources)) · \(Phrase.modelDecider): \(deciders)</span></p>
    <ul class="found">\(profiles, \.self)</ul>\(criteria.html)\
    \(model.vetoes.isEmpty ? nil : "<h3 class=\"inside\">\(Phrase.modelVetoes)</h3>\(vetoes.html)" as HTML)</section>
    \(model.prohibitions.isEmpty ? nil : prohibitionsView(model.prohibitions))
    """
}

private func row(
  _ text: Phrase,
  _ number: String,
  _ asks: String,
  _ evidence: [ModelFigure],
  into page: inout HTML.Writer
) {
  page.markup("<tr><th scope=\"row\">")
  page.write(text)
  page.markup("<span class=\"detail\">§ ")
  page.text(number)
  page.markup("</span></th><td>")
  page.text(asks)
  page.markup("</td><td>")
  page.text(evidence.map { Phrase.modelFigure($0).text }.joined(separator: "; "))
  page.markup("</td>")
}
