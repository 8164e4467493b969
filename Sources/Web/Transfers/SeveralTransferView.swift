import Basics
import Markup
import Phrases
import Rules

/// The form by which several members are transferred at once, or what it would come to.
func severalTransferView(_ model: SeveralTransfer, in frame: Frame) -> HTML {
  var frame = frame
  let fields: [Field] = [.unit, .day, .number, .signed, .signer]
  let refused = model.rows.count { !$0.refusals.isEmpty }
  let general = model.objections.said(besides: fields)
  frame.message =
    general
    ?? (refused == 0
      ? nil : Message(.refused, Phrase.refused.text, detail: Phrase.refusedPeople(refused).text))
  return page(
    frame,
    title: .transferSeveral,
    content: """
      <div class="heading"><div>\(crumbs(model.path, frame.viewpoint))<h1>\(Phrase.transferSeveral)</h1>
      <p class="subject">\(unitLink(model.unit, frame.viewpoint))</p></div></div>
      \(model.preview.map { previewView($0, model, frame) } ?? formView(model, frame))
      """
  )
}

private func formView(_ model: SeveralTransfer, _ frame: Frame) -> HTML {
  let tooMany: HTML? =
    model.total > model.rows.count
    ? "<p class=\"hint\">\(Phrase.tooManyForOneForm(model.rows.count))</p>" : nil
  return """
    <p>\(Phrase.transferSeveralMeaning)</p>\(tooMany)
    <form class="form deed" method="post" action="\(path: .transferSeveral(model.unit.key))" novalidate>
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))
    <section class="panel" aria-labelledby="who"><header><h2 id="who">\(Phrase.members)</h2></header>
    \(rowsTable(model))</section>
    <section class="panel"><div class="fields">\(field(
      .unit, .sameForAll, .lookup(Path("lookup", "units")), model, hint: .sameForAllHint, isRequired: false
    ))\(field(.day, .deedField("transfer", "day"), .day, model, hint: .fromThisDayCounted))</div>
    <fieldset class="decision-fields"><legend>\(Phrase.decisionCarriedOut)</legend>
    <p class="hint">\(Phrase.decisionHint)</p>
    <div class="fields">\(field(.number, .decisionNumber, .text, model))\
    \(field(.signed, .signedOn, .day, model, isRequired: false))\
    \(field(.signer, .signer, .text, model, isRequired: false))</div></fieldset>
    <div class="actions"><button class="button primary" name="step" value="preview">\(Phrase.seeWhatChanges)</button>
    <a class="button" href="\(path: frame.viewpoint.transfers(model.unit.key))">\(Phrase.notDoing)</a></div></section>
    </form>
    """
}

private func field(
  _ field: Field,
  _ label: Phrase,
  _ kind: FormField.Kind,
  _ model: SeveralTransfer,
  hint: Phrase? = nil,
  isRequired: Bool = true
) -> HTML {
  let candidates = model.candidates[field] ?? []
  let own = FormField(
    field.rawValue,
    label.text,
    kind: kind,
    value: model.values[field] ?? "",
    hint: hint?.text,
    error: model.objections.said(field),
    isRequired: isRequired,
    autocomplete: "off"
  )
  return "\(own.html)\(candidates.isEmpty ? nil : candidatesView(candidates, field.rawValue))"
}

private func rowsTable(_ model: SeveralTransfer) -> HTML {
  Table(
    caption: Phrase.members.text,
    columns: [
      Column(Phrase.marked.text), Column(Phrase.member.text), Column(Phrase.cell.text),
      Column(Phrase.comesToUnit.text), Column(Phrase.cannotGo.text),
    ],
    rows: model.rows
  ) { row, page in
    let key = row.person.key
    page.piece(
      """
      <tr><td><input type="checkbox" name="person" value="\(key)" aria-label="\(Phrase.markToGo(row.person.name))"\
      \(flag: row.isMarked, "checked")></td><th scope="row">
      """
    )
    page.name(row.person.name)
    page.piece(
      """
      <span class="detail">\(row.code)</span></th><td><bdi lang="vi">\(row.cell.name)</bdi></td><td>\
      <input type="text" name="unit.\(key)" value="\(row.place)" aria-label="\(Phrase.goesTo(row.person.name))" \
      list="to-\(key)" data-lookup="\(path: Path("lookup", "units"))" autocomplete="off">\
      <datalist id="to-\(key)"></datalist></td><td>\
      \(row.refusals, { "<span class=\"state bad\">\(Phrase.refusal($0).leading)</span>" })</td></tr>

      """
    )
  }.html
}

private func previewView(_ preview: SeveralTransfer.Preview, _ model: SeveralTransfer, _ frame: Frame) -> HTML
{
  """
  <section class="panel" aria-labelledby="changes"><header><h2 id="changes">\(Phrase.whatWouldChange)</h2>\
  <span class="aside">\(Phrase.previewIsNotDone)</span></header>
  \(movesTable(preview))</section>
  <section class="panel" aria-labelledby="counts"><header><h2 id="counts">\(Phrase.headcounts)</h2></header>
  \(countsTable(preview, frame.viewpoint))</section>
  <p><b>\(Phrase.countsFrom(preview.day))</b> \(Phrase.decisionNumber): \(preview.number)</p>
  <form class="deed-record" method="post" action="\(path: .transferSeveral(model.unit.key))">
  \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))\
  \(model.values.sorted { $0.key.rawValue < $1.key.rawValue }.filter { $0.key != .person }, { Form.hidden($0.key.rawValue, $0.value) })
  \(model.rows.filter(\.isMarked), { hidden($0) })
  <div class="actions"><button class="button primary" name="step" value="record">\
  \(Phrase.recordTransferOf(preview.moves.count, preview.day))</button>
  <button class="button" name="step" value="edit">\(Phrase.backToEditing)</button></div></form>
  """
}

private func hidden(_ row: SeveralTransfer.Row) -> HTML {
  "\(Form.hidden("person", row.person.key))\(row.place.isEmpty ? nil : Form.hidden("unit.\(row.person.key)", row.place))"
}

private func movesTable(_ preview: SeveralTransfer.Preview) -> HTML {
  Table(
    caption: Phrase.whatWouldChange.text,
    columns: [Column(Phrase.member.text), Column(Phrase.leavesUnit.text), Column(Phrase.comesToUnit.text)],
    rows: preview.moves
  ) { move, page in
    page.markup("<tr><th scope=\"row\">")
    page.name(move.person.name)
    page.piece(
      "</th><td><bdi lang=\"vi\">\(move.from.name)</bdi></td><td><b><bdi lang=\"vi\">\(move.to)</bdi></b></td></tr>\n"
    )
  }.html
}

private func countsTable(_ preview: SeveralTransfer.Preview, _ viewpoint: Viewpoint) -> HTML {
  Table(
    caption: Phrase.headcounts.text,
    columns: [
      Column(Phrase.unit.text), Column(Phrase.before.text, .number), Column(Phrase.after.text, .number),
    ],
    rows: preview.counts
  ) { count, page in
    page.markup("<tr><th scope=\"row\"><bdi lang=\"vi\">")
    page.text(count.unit.name)
    page.markup("</bdi></th><td class=\"num\">")
    page.figure(count.before, viewpoint.figure("members.total", of: count.unit.key, on: preview.day))
    page.markup("</td><td class=\"num\"><b>")
    page.write(Phrase.number(count.after))
    page.markup("</b></td></tr>\n")
  }.html
}
