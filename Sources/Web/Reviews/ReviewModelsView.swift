import Basics
import Markup
import Phrases
import Records
import Rules

/// What models decided of a unit, and what its thematic meetings registered: beside its class, never within it unless a
/// regulation names it.
func modelsBesideClass(_ model: ReviewSubjectPage, _ frame: Frame) -> HTML? {
  guard let models = model.models, let unit = model.line.subject.unit else { return nil }
  let viewpoint = frame.viewpoint
  let items = models.map { decided -> HTML in
    let assessment = decided.assessment
    let words: HTML = """
      \(decided.title.map { Phrase($0) } ?? Phrase(verbatim: assessment.family)), \(String(assessment.year))
      """
    let path = viewpoint.assessment(decided.key)
    return """
      <li>\(path.isOpen ? "<a href=\"\(path: path)\">\(words)</a>" : words) \
      \(modelStateView(ModelAssessment.state(of: assessment)))\
      \(assessment.decision.map { " <small>\(Phrase.modelSigned($0.signer, $0.day))</small>" as HTML })</li>
      """
  }
  let outputs = figureLink(
    model.line.facts.outputsRegistered,
    viewpoint.outputs(unit.description, year: model.round.last.year)
  )
  return """
    <section class="panel" aria-labelledby="models"><header><h2 id="models">\(Phrase.modelsAndOutputs)</h2></header>
    <p class="inside quiet">\(Phrase.modelsAndOutputsMeaning)</p>
    <ul class="found">\(items.isEmpty ? "<li>\(Phrase.modelsNoneDecided)</li>" : "\(items, \.self)")\
    <li>\(Phrase.modelFigure(.outputsRegistered)): \(outputs)</li></ul></section>
    """
}
