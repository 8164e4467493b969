import Basics
import Markup
import Phrases

/// Facts before and after, each in one row, those of one subject together.
func changesTable(_ changes: [ChangeTold], caption: Phrase, _ viewpoint: Viewpoint) -> HTML {
  let several = Set(changes.map(\.subject)).count > 1
  var columns = [Column(Phrase.about.text), Column(Phrase.before.text), Column(Phrase.after.text)]
  if several { columns.insert(Column(Phrase.subject.text), at: 0) }
  return Table(caption: caption.text, columns: columns, rows: changes) { change, page in
    page.markup("<tr>")
    if several {
      page.markup("<th scope=\"row\">")
      page.piece(subjectView(change.subject, viewpoint))
      page.markup("</th><td>")
    } else {
      page.markup("<th scope=\"row\">")
    }
    page.write(Phrase.fact(change.after?.what ?? change.before?.what ?? ""))
    page.markup(several ? "</td>" : "</th>")
    page.markup("<td>")
    page.piece(change.before.map { factView($0, beside: change.after, viewpoint) } ?? quiet(.notThere))
    page.markup("</td><td>")
    page.piece(change.after.map { factView($0, beside: change.before, viewpoint) } ?? quiet(.noLonger))
    page.markup("</td></tr>\n")
  }.html
}

private func quiet(_ phrase: Phrase) -> HTML { "<span class=\"faint\">\(phrase)</span>" }

func subjectView(_ subject: SubjectTold, _ viewpoint: Viewpoint) -> HTML {
  switch subject {
  case .person(let person): personLink(person, viewpoint)
  case .unit(let unit): unitLink(unit, viewpoint)
  case .account(let name): "<bdi>\(name)</bdi>"
  }
}

/// What a fact says and on which days; what differs from the other version stands out.
func factView(_ fact: FactTold, beside other: FactTold? = nil, _ viewpoint: Viewpoint) -> HTML {
  let value = factValue(fact, viewpoint)
  let isNewValue = other.map { $0.value != fact.value || $0.unit != fact.unit } ?? false
  let isNewSpan = other.map { $0.span != fact.span } ?? false
  let details = fact.details.map { detail in
    (detail: detail, isNew: other.map { !$0.details.contains(detail) } ?? false)
  }
  return """
    \(value.map { emphasised($0, isNewValue) })\(details, { detailView($0.detail, $0.isNew) })\
    <small class="days">\(emphasised("\(Phrase.span(fact.span))", isNewSpan))</small>
    """
}

private func emphasised(_ piece: HTML, _ isNew: Bool) -> HTML { isNew ? "<b>\(piece)</b>" : piece }

private func factValue(_ fact: FactTold, _ viewpoint: Viewpoint) -> HTML? {
  switch fact.what {
  case "kind": "\(Phrase.unitKind(fact.value).leading)"
  case "sector": "\(Phrase.sector(fact.value).leading)"
  case "post": "\(Phrase.post(fact.value).leading)\(fact.unit.map { ", \(unitLink($0, viewpoint))" as HTML })"
  case "grant":
    "\(Phrase.accountRole(fact.value).leading)\(fact.unit.map { ", \(unitLink($0, viewpoint))" as HTML })"
  case "term": nil
  case "leavingCase": "\(Phrase.reason(fact.value).leading)"
  case "matter", "discipline":
    "\(Phrase.disciplineForm(fact.value).leading)\(fact.unit.map { ", \(unitLink($0, viewpoint))" as HTML })"
  case "unitMatter", "unitDiscipline":
    "\(Phrase.unitDisciplineForm(fact.value).leading)\(fact.unit.map { ", \(unitLink($0, viewpoint))" as HTML })"
  case "exempt", "suspended": fact.unit.map { unitLink($0, viewpoint) }
  case "errorReport": "\(Phrase.reportTopic(fact.value).leading)"
  case "duesBasis": "\(Phrase.duesCategory(fact.value))"
  case "duesPassed": "\(Phrase.dong(Int(fact.value) ?? 0))"
  case "badge": "\(Phrase.badgeOf(Int(fact.value) ?? 0))"
  case "candidateStep": "\(Phrase.candidateStep(fact.value).leading)"
  case "meeting": "\(Phrase.meetingKind(fact.value).leading)"
  case "itemMatter": "\(Phrase.agendaMatter(fact.value).leading)"
  case "meetingPermission": "\(Phrase.meetingMode(fact.value).leading)"
  case "meetingScore": "\(Phrase.meetingCriterion(fact.value).leading)"
  default: fact.unit.map { unitLink($0, viewpoint) } ?? "<bdi lang=\"vi\">\(fact.value)</bdi>"
  }
}

private func detailView(_ detail: FactTold.Detail, _ isNew: Bool) -> HTML {
  let words: Phrase =
    if detail.field == "born", let born = LooseDate(detail.value) {
      .birth(born)
    } else if let day = CivilDate(detail.value) {
      .day(day)
    } else {
      .detail(detail.field, detail.value)
    }
  return """
    <small class="detail">\(Phrase.deedField("", detail.field)): \(emphasised("\(words)", isNew))</small>
    """
}

/// What is so of a subject, as a list beside the form.
func factList(_ facts: [FactTold], _ viewpoint: Viewpoint) -> HTML {
  "<dl class=\"pairs as-is\">\(facts, { factPair($0, viewpoint) })</dl>"
}

private func factPair(_ fact: FactTold, _ viewpoint: Viewpoint) -> HTML {
  "<dt>\(Phrase.fact(fact.what))</dt><dd>\(factView(fact, viewpoint))</dd>"
}
