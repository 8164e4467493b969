import Basics
import Markup
import Phrases
import Records
import Rules

/// A deed's form, or what it would change, or what others changed meanwhile.
func deedFormView(_ sheet: DeedSheet, in frame: Frame) -> HTML {
  let title = Phrase.deed(sheet.kind.rawValue)
  return page(
    frame,
    title: title,
    content: """
      <div class="heading"><div>\(crumbs(sheet.path, frame.viewpoint))<h1>\(title)</h1>
      \(about(sheet, frame.viewpoint))</div></div>
      \(sheet.corrects.map(correcting))\(sheet.answersReport ? answering() : nil)\(notice(sheet, frame))
      <div class="columns wide-narrow">
      <div class="stack">\(sheet.preview.map { previewView($0, sheet, frame) } ?? formView(sheet, frame))</div>
      <div class="stack">\(beside(sheet, frame.viewpoint))</div>
      </div>
      """
  )
}

private func about(_ sheet: DeedSheet, _ viewpoint: Viewpoint) -> HTML? {
  if let entry = sheet.annulled {
    let words = Phrase.operation(entry.operation)
    return """
      <p>\(Phrase.entryTitle(entry.sequence)): <b>\(words)</b>, \(momentText(entry.moment)), \
      <bdi>\(entry.account)</bdi>\(entry.decision.map { "<br>\(decisionView($0, viewpoint))" as HTML })</p>
      """
  }
  guard sheet.subjects.count > 1 else {
    return sheet.subjects.first.map { "<p class=\"subject\">\(subjectView($0, viewpoint))</p>" }
  }
  return "<p class=\"subject\">\(Phrase.people(sheet.subjects.count))</p>"
}

private func correcting(_ entry: Int64) -> HTML {
  "<div class=\"message warning\" role=\"note\"><p><b>\(Phrase.correcting(Int(entry)))</b></p></div>"
}

private func answering() -> HTML {
  "<div class=\"message warning\" role=\"note\"><p><b>\(Phrase.answeringReport)</b></p></div>"
}

/// Why the deed was not carried out, or not yet.
private func notice(_ sheet: DeedSheet, _ frame: Frame) -> HTML? {
  if sheet.objections.contains(where: { if case .changedSince = $0.refusal { true } else { false } }) {
    return meanwhile(sheet, frame.viewpoint)
  }
  guard !sheet.objections.isEmpty else { return nil }
  let shown = Set(sheet.kind.fields.map(\.field) + decisionFields.map(\.field))
  let general = sheet.objections.filter { objection in objection.field.map { !shown.contains($0) } ?? true }
  let standing = general.compactMap { objection -> (entry: Int, operation: String)? in
    guard case .standsOn(let entry, let operation) = objection.refusal else { return nil }
    return (entry, operation)
  }
  let others = general.filter { if case .standsOn = $0.refusal { false } else { true } }
  return """
    <div class="message refused" role="alert" tabindex="-1"><p><b>\(Phrase.mendForm)</b></p>\
    \(others.isEmpty ? nil : "<ul class=\"reasons\">\(others, { "<li>\(Phrase.refusal($0.refusal).leading)</li>" })</ul>")\
    \(standing.isEmpty ? nil : standsOn(standing))</div>
    """
}

private func standsOn(_ entries: [(entry: Int, operation: String)]) -> HTML {
  """
  <p>\(Phrase.standOnIt)</p><ul class="reasons">\(entries.reversed(), { standing($0.entry, $0.operation) })</ul>\
  <p>\(Phrase.standOnItMeaning)</p>
  """
}

private func standing(_ entry: Int, _ operation: String) -> HTML {
  """
  <li><a href="\(path: Path.annul(entry))">\(Phrase.entryTitle(entry)): \(Phrase.operation(operation))</a></li>
  """
}

/// Both versions side by side: what others recorded, and what is written here.
private func meanwhile(_ sheet: DeedSheet, _ viewpoint: Viewpoint) -> HTML {
  """
  <div class="message warning" role="alert"><p><b>\(Phrase.changedMeanwhile)</b></p>\
  <p>\(Phrase.changedMeanwhileMeaning)</p></div>
  <div class="columns halves meanwhile">
  <section class="panel" aria-labelledby="theirs"><header><h2 id="theirs">\(Phrase.theirChange)</h2></header>\
  \(changesTable(sheet.meanwhile, caption: .theirChange, viewpoint))</section>
  <section class="panel" aria-labelledby="yours"><header><h2 id="yours">\(Phrase.yourChange)</h2></header>\
  <dl class="pairs inside">\(sheet.kind.fields.compactMap { written($0, sheet) }, { $0 })</dl></section></div>
  """
}

private func written(_ asked: DeedField, _ sheet: DeedSheet) -> HTML? {
  guard let value = sheet.values[asked.field], !value.isEmpty else { return nil }
  return
    "<dt>\(Phrase.deedField(sheet.kind.rawValue, asked.field.rawValue))</dt><dd>\(words(value, asked, sheet))</dd>"
}

/// What is written in a field, in words where it is a code or a day.
private func words(_ value: String, _ asked: DeedField, _ sheet: DeedSheet) -> Phrase {
  switch asked.control {
  case .day: CivilDate(value).map { .day($0) } ?? Phrase(verbatim: value)
  case .choice(.sexes): .sex(value)
  case .choice(.kinds), .choice(.kindsBelow): .unitKind(value)
  case .choice(.sectors): .sector(value)
  case .choice(.reasons): .reason(value)
  case .choice(.ties): .fact(value)
  case .choice(.waysOut): .reason(value)
  case .choice(.exemptionExtents): .stateExtent(value)
  case .choice(.exemptionGrounds): .exemptionGround(value)
  case .choice(.disciplineForms): .disciplineForm(value)
  case .choice(.unitDisciplineForms): .unitDisciplineForm(value)
  case .choice(.deletionGrounds): .deletionGround(value)
  default: Phrase(verbatim: value)
  }
}

// MARK: The form

let decisionFields: [DeedField] = [
  DeedField(.number, .text), DeedField(.signed, .day, isRequired: false),
  DeedField(.issuer, .unit, isRequired: false), DeedField(.signer, .text, isRequired: false),
  DeedField(.basis, .text, isRequired: false),
]

private func formView(_ sheet: DeedSheet, _ frame: Frame) -> HTML {
  """
  <form class="form deed panel" method="post" action="\(path: action(frame))" data-draft="\(sheet.request)" \
  enctype="multipart/form-data" novalidate>
  \(hidden(sheet, frame))
  <div class="fields">\(sheet.kind.fields, { deedFieldView($0, sheet) })</div>
  \(sheet.kind.decision == .none ? nil : decisionPart(sheet))
  <div class="actions"><button class="button primary" name="step" value="preview">\(Phrase.seeWhatChanges)</button>
  <a class="button" href="\(path: back(sheet, frame.viewpoint))">\(Phrase.notDoing)</a></div>
  </form>
  """
}

private func action(_ frame: Frame) -> Path { frame.here(frame.query) }

private func hidden(_ sheet: DeedSheet, _ frame: Frame) -> HTML {
  """
  \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", sheet.request))\
  \(Form.hidden("seen", String(sheet.seen)))\(sheet.corrects.map { Form.hidden("corrects", String($0)) })
  """
}

private func decisionPart(_ sheet: DeedSheet) -> HTML {
  let isRequired = sheet.kind.decision == .required
  let fields = decisionFields.map {
    DeedField($0.field, $0.control, isRequired: isRequired && $0.field == .number)
  }
  return """
    <fieldset class="decision-fields"><legend>\(Phrase.decisionCarriedOut)</legend>
    <p class="hint">\(Phrase.decisionHint)</p>
    <div class="fields">\(fields, { deedFieldView($0, sheet) })\
    \(sheet.kind == .discipline || sheet.kind == .disciplineUnit ? nil : scanField(sheet))</div></fieldset>
    """
}

/// The paper: a file to choose, and the one that came along before.
private func scanField(_ sheet: DeedSheet) -> HTML {
  let kept = sheet.values[.scan].flatMap { value in value.isEmpty ? nil : value }
  let name = kept?.split(separator: ":", maxSplits: 1).last.map(String.init)
  let field = FormField(
    Field.scan.rawValue,
    Phrase.deedField(sheet.kind.rawValue, Field.scan.rawValue).text,
    kind: .file(".pdf,.jpg,.jpeg,.png"),
    hint: name.map { Phrase.scanKept($0).text } ?? Phrase.scanHint.text,
    error: sheet.objection(to: .scan).map { Phrase.refusal($0).leading.text },
    isRequired: false
  )
  return "\(kept.map { Form.hidden(Field.scan.rawValue, $0) })\(field.html)"
}

private func back(_ sheet: DeedSheet, _ viewpoint: Viewpoint) -> Path {
  switch sheet.subjects.first {
  case .person(let person) where sheet.subjects.count == 1: viewpoint.person(person.key)
  case .unit(let unit): viewpoint.unit(unit.key)
  default:
    sheet.annulled.flatMap { viewpoint.opens.journal ? viewpoint.entry($0.sequence) : nil } ?? viewpoint.board
  }
}

// MARK: What it would change

private func previewView(_ preview: DeedSheet.Preview, _ sheet: DeedSheet, _ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  return """
    <section class="panel" aria-labelledby="changes"><header><h2 id="changes">\(Phrase.whatWouldChange)</h2>\
    <span class="aside">\(Phrase.previewIsNotDone)</span></header>
    \(preview.changes.isEmpty
      ? "<p class=\"inside\">\(Phrase.nothingWouldChange)</p>"
      : changesTable(preview.changes, caption: .whatWouldChange, viewpoint))</section>
    \(preview.counts.isEmpty ? nil : countsView(preview.counts, viewpoint))
    \(preview.duplicates.isEmpty ? nil : duplicatesView(preview.duplicates, viewpoint))
    \(preview.advice.isEmpty ? nil : adviceView(preview.advice))
    \(preview.decision.map { citedView($0, preview.isFiled, viewpoint) })
    \(preview.day.map { dayView($0, viewpoint) })
    <form class="deed-record" method="post" action="\(path: action(frame))" data-draft-of="\(sheet.request)">
    \(hidden(sheet, frame))\(sheet.values.sorted { $0.key.rawValue < $1.key.rawValue }, { Form.hidden($0.key.rawValue, $0.value) })
    <div class="actions"><button class="button primary" name="step" value="record">\
    \(Phrase.recordDeed(sheet.kind.rawValue, preview.day))</button>
    <button class="button" name="step" value="edit">\(Phrase.backToEditing)</button></div></form>
    """
}

private func countsView(_ counts: [DeedSheet.Count], _ viewpoint: Viewpoint) -> HTML {
  let table = Table(
    caption: Phrase.headcounts.text,
    columns: [
      Column(Phrase.unit.text), Column(Phrase.onDay.text, .number), Column(Phrase.before.text, .number),
      Column(Phrase.after.text, .number),
    ],
    rows: counts,
    isDense: true
  ) { count, page in
    page.markup("<tr><th scope=\"row\">")
    page.unit(count.unit, viewpoint)
    page.markup("</th><td class=\"num whole\">")
    page.write(Phrase.day(count.day))
    page.markup("</td><td class=\"num\">")
    page.figure(count.before, viewpoint.figure("members.total", of: count.unit.key, on: count.day))
    page.markup("</td><td class=\"num\"><b>")
    page.write(Phrase.number(count.after))
    page.markup("</b></td></tr>\n")
  }
  return """
    <section class="panel" aria-labelledby="counts"><header><h2 id="counts">\(Phrase.headcounts)</h2></header>\
    \(table.html)</section>
    """
}

/// Those who may be the one about to be admitted, with why; a human decides.
private func duplicatesView(_ duplicates: [ProbableDuplicate], _ viewpoint: Viewpoint) -> HTML {
  """
  <div class="message warning" role="note"><p><b>\(Phrase.duplicatesTitle)</b></p>\
  <ul class="reasons">\(duplicates, { duplicateItem($0, viewpoint) })</ul></div>
  """
}

private func duplicateItem(_ duplicate: ProbableDuplicate, _ viewpoint: Viewpoint) -> HTML {
  let why = duplicate.reasons.map { Phrase.duplicateReason($0).text }.joined(separator: "; ")
  switch duplicate.whereabouts {
  case .elsewhere(let committee):
    return "<li>\(Phrase.duplicateElsewhere(committee)) <small>\(why)</small></li>"
  case .known(let person, let code, let name, let born, _, let unitName):
    let about = [code, born.map { Phrase.birth($0).text }, unitName].compactMap { $0 }
      .joined(separator: " · ")
    return """
      <li>\(personLink(PersonLink(person.description, name), viewpoint)) <small>\(about)</small><br>\
      <small>\(Phrase.duplicateGrade(duplicate.grade).leading): \(why)</small></li>
      """
  }
}

private func adviceView(_ advice: [Advice]) -> HTML {
  """
  <div class="message warning" role="note"><p><b>\(Phrase.advised)</b></p>\
  <ul class="reasons">\(advice, { "<li>\(Phrase.advice($0).leading)</li>" })</ul><p>\(Phrase.advisedMeaning)</p></div>
  """
}

private func citedView(_ decision: DecisionLink, _ isFiled: Bool, _ viewpoint: Viewpoint) -> HTML {
  """
  <p>\(decisionView(decision, viewpoint)) <span class="quiet">\(isFiled ? Phrase.decisionFiled : .decisionNew)</span></p>
  """
}

private func dayView(_ day: CivilDate, _ viewpoint: Viewpoint) -> HTML {
  let more: Phrase? = day < viewpoint.today ? .dayIsPast : day > viewpoint.today ? .dayIsAhead : nil
  return "<p><b>\(Phrase.countsFrom(day))</b>\(more.map { " \($0)" as HTML })</p>"
}

/// Beside the form: what is so now, or whom it is about.
private func beside(_ sheet: DeedSheet, _ viewpoint: Viewpoint) -> HTML? {
  if sheet.subjects.count > 1 {
    return """
      <section class="group" aria-labelledby="people"><header><h2 id="people">\(Phrase.severalPeople)</h2></header>\
      <ul class="found">\(sheet.subjects, { "<li>\(subjectView($0, viewpoint))</li>" })</ul></section>
      """
  }
  guard !sheet.facts.isEmpty else { return nil }
  return """
    <section class="group" aria-labelledby="as-is"><header><h2 id="as-is">\(Phrase.asItIs)</h2></header>\
    \(factList(sheet.facts, viewpoint))</section>
    """
}
