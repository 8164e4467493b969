import Basics
import Markup
import Phrases
import Rules

/// On a member's own page: the way to report an error, what came of earlier reports, and who may see the file.
func ownRecordView(_ file: PersonFile, _ viewpoint: Viewpoint) -> HTML? {
  guard let own = file.own else { return nil }
  return """
    <section class="group" aria-labelledby="own-reports"><header><h2 id="own-reports">\(Phrase.yourReports)</h2></header>
    \(own.reports.isEmpty
      ? "<p>\(Phrase.nothingReported)</p>" : "<ul class=\"reports\">\(own.reports, reportItem)</ul>")
    </section>
    <section class="group" aria-labelledby="seers"><header><h2 id="seers">\(Phrase.whoCanSee)</h2></header>
    \(own.seers.isEmpty ? "<p>\(Phrase.nobodyCanSee)</p>" : "<ul class=\"looks\">\(own.seers, seerItem)</ul>")
    <p class="hint">\(Phrase.whoCanSeeMeaning)</p></section>
    """
}

private func seerItem(_ seer: OwnRecord.Seer) -> HTML {
  """
  <li><span><b>\(Phrase.accountRole(seer.role).leading)</b> <bdi lang="vi">\(seer.unit)</bdi></span> \
  <span class="quiet whole">\(Phrase.accountsCount(seer.count))</span></li>
  """
}

private func reportItem(_ report: Dated<ErrorReport>) -> HTML {
  let said = report.value
  let kind: HTML =
    switch said.state {
    case .open: "watch"
    case .accepted: "good"
    case .declined: "ring"
    }
  return """
    <li><p><b>\(Phrase.reportTopic(said.topic.rawValue).leading)</b> \
    <span class="state \(kind)">\(Phrase.reportState(said.state.rawValue).leading)</span></p>
    <p>\(Phrase.whatIsRight): <bdi lang="vi">\(said.right)</bdi> \
    <span class="quiet whole">\(Phrase.day(report.span.start))</span></p>\
    \(said.answer.map { "<p>\(Phrase.answerTitle): <bdi lang=\"vi\">\($0)</bdi></p>" as HTML })</li>
    """
}
