import Markup
import Phrases
import Rules

/// Why a file of a plan was not taken: each fault by its sheet, row and column.
struct PlanFileFaults: Sendable {
  /// Where it was handed in.
  struct Place: Sendable {
    let unit: String
    /// `nil` where a plan was to begin.
    let plan: String?
    let title: String
    let path: [UnitLink]
    let version: Int64
  }

  let place: Place
  let file: String
  let faults: [RulebookFault]
  /// What is wrong with the file as a whole.
  let words: Phrase?
}

func planFaultsView(_ model: PlanFileFaults, in frame: Frame) -> HTML {
  let place = model.place
  let words = model.words ?? .planFileFaults(model.file)
  let back: Path = place.plan.map { .plan($0) } ?? .newPlan(place.unit)
  return page(
    frame,
    title: .planFiles,
    content: """
      <div class="heading"><div>\(crumbs(place.path, frame.viewpoint))<h1>\(place.title)</h1></div></div>
      \(messageView(Message(.refused, words.text)))
      \(model.faults.isEmpty ? nil : """
        <section class="panel" aria-labelledby="faults"><header><h2 id="faults">\(Phrase.wrongInFile)</h2>\
        <span class="aside">\(Phrase.number(model.faults.count))</span></header>\(faultTable(model))</section>
        """)
      \(planFileView(place.unit, place.plan, version: place.version, in: frame))
      <p><a class="button" href="\(path: back)">\(place.plan == nil ? Phrase.newPlan : .backToPlan)</a></p>
      """
  )
}

private func faultTable(_ model: PlanFileFaults) -> HTML {
  Table(
    caption: Phrase.wrongInFile.text,
    columns: [
      Column(Phrase.sheetOfFile.text), Column(Phrase.rowOfFile.text, .number),
      Column(Phrase.columnOfFile.text), Column(Phrase.wrongInFile.text),
    ],
    rows: model.faults
  ) { fault, page in
    // A workbook's own name is that of a place on this machine: the sheet is what is meant.
    let sheet = fault.file.split(separator: "#").last.map(String.init) ?? fault.file
    page.markup("<tr><th scope=\"row\">")
    page.text(sheet)
    page.markup("</th><td class=\"num\">")
    page.write(Phrase.number(fault.line))
    page.markup("</td><td>")
    page.text(fault.column ?? "")
    page.markup("</td><td class=\"words\">")
    page.write(Phrase.rulebookFault(fault.reason).leading)
    page.markup("</td></tr>\n")
  }.html
}

/// Where a file of a plan is handed in, and an empty workbook beside it.
func planFileView(_ unit: String, _ plan: String?, version: Int64 = 0, in frame: Frame) -> HTML {
  let action: Path = plan.map { .plan($0, "file") } ?? .planFile(unit)
  return """
    <section class="panel" aria-labelledby="plan-file"><header><h2 id="plan-file">\(Phrase.planFiles)</h2>\
    <a class="aside" href="\(path: .planTemplate(unit))" download>\(Phrase.planTemplateBook)</a></header>
    <form class="form inside" method="post" action="\(path: action)" enctype="multipart/form-data">
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))\
    \(plan == nil ? nil : Form.hidden("version", String(version)))
    \(planFileField(nil))
    <div class="actions"><button class="button">\(Phrase.handInPlanFile)</button></div></form></section>
    """
}
