import Basics
import Markup
import Phrases

/// Something that takes effect on a day to come.
struct PlanTold: Sendable {
  let day: CivilDate
  let subject: SubjectTold
  let fact: FactTold
  let begins: Bool
  let decision: DecisionLink?
  let entry: Int
  let mayWithdraw: Bool
}

/// The page of what takes effect next.
func plansView(_ plans: [PlanTold], in frame: Frame) -> HTML {
  page(
    frame,
    title: .plansTitle,
    isLandscape: true,
    content: """
      <div class="heading"><div><h1>\(Phrase.plansTitle)</h1><p>\(Phrase.plansMeaning)</p></div>
      <div class="actions"><button class="button" type="button" data-print hidden>\(Phrase.print)</button>\
      </div></div>
      <section class="panel" aria-label="\(Phrase.plansTitle)">\
      \(plans.isEmpty ? emptyView(.noPlans, why: .noPlansMeaning) : table(plans, frame.viewpoint))</section>
      """
  )
}

private func table(_ plans: [PlanTold], _ viewpoint: Viewpoint) -> HTML {
  Table(
    caption: Phrase.plansTitle.text,
    columns: [
      Column(Phrase.onDay.text, .number), Column(Phrase.subject.text), Column(Phrase.change.text),
      Column(Phrase.decision.text), Column(Phrase.deeds.text),
    ],
    rows: plans
  ) { plan, page in
    page.markup("<tr><td class=\"num whole\">")
    page.write(Phrase.day(plan.day))
    page.markup("</td><th scope=\"row\">")
    page.piece(subjectView(plan.subject, viewpoint))
    page.markup("</th><td>")
    let what = Phrase.fact(plan.fact.what).text
    page.write(plan.begins ? Phrase.begins(what) : .ends(what))
    page.markup("<br>")
    page.piece(factView(plan.fact, viewpoint))
    page.markup("</td><td>")
    if let decision = plan.decision { page.piece(decisionView(decision, viewpoint)) }
    page.markup("</td><td class=\"whole\">")
    if plan.mayWithdraw {
      page.piece("<a href=\"\(path: Path.annul(plan.entry))\">\(Phrase.withdrawPlan)</a>")
    }
    page.markup("</td></tr>\n")
  }.html
}
