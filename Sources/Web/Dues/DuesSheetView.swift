import Basics
import Markup
import Phrases
import Rules

/// A month's sheet of a cell, to be kept with the thumb: who paid is ticked, with the amount.
func sheetView(_ model: DuesPage, _ frame: Frame, keepsDraft: Bool) -> HTML {
  let draft = keepsDraft ? model.draft : nil
  guard model.mayKeep else {
    return """
      <section class="panel" aria-labelledby="sheet"><header><h2 id="sheet">\(Phrase.duesSheet)</h2></header>\
      <ul class="dues-sheet">\(model.rows, { readRow($0, model, frame.viewpoint) })</ul></section>
      """
  }
  let channels = ["cash", "portal"].map { FormField.Choice($0, Phrase.duesChannel($0).text) }
  return """
    <section class="panel" aria-labelledby="sheet"><header><h2 id="sheet">\(Phrase.duesSheet)</h2>\
    <span class="aside">\(Phrase.number(model.rows.count))</span></header>
    <form method="post" action="\(path: .dues(model.unit.key))" data-draft>
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))\
    \(Form.hidden("month", model.month.description))
    <p class="inside hint">\(Phrase.duesSheetMeaning(model.isNew))</p>
    <ul class="dues-sheet">\(model.rows, { sheetRow($0, draft, frame.viewpoint) })</ul>
    <div class="inside fields">
    \(FormField(
      "day", Phrase.duesPaidOn.text, kind: .day, value: draft?.values["day"] ?? frame.viewpoint.today.description,
      error: draft?.objections.said(.day), autocomplete: "off"
    ).html)
    \(FormField(
      "channel", Phrase.duesChannelTitle.text, kind: .choice(channels), value: draft?.values["channel"] ?? "cash"
    ).html)
    </div>
    <div class="inside dues-record"><button class="button primary">\(Phrase.recordDues(model.month))</button></div>
    </form></section>
    """
}

private func sheetRow(_ row: DuesPage.Row, _ draft: DuesPage.Draft?, _ viewpoint: Viewpoint) -> HTML {
  let key = row.person.key
  let isTicked = draft.map { $0.ticked.contains(key) } ?? row.isTicked
  let amount = draft?.values["amount-\(key)"] ?? row.amount
  let isWrong = draft != nil && isTicked && Dong.read(amount) ?? 0 < 1
  return """
    <li\(isWrong ? " class=\"wrong\"" as HTML : "")>\(Form.hidden("row", key))\
    <label class="payer" for="paid-\(key)"><input type="checkbox" id="paid-\(key)" name="paid" value="\(key)"\(flag: isTicked, "checked")>\
    <span>\(HTML(reserving: 128) { $0.name(row.person.name) })</span></label>\
    <label class="unseen" for="amount-\(key)">\(Phrase.duesOf(row.person.name))</label>\
    <input type="text" inputmode="numeric" id="amount-\(key)" name="amount-\(key)" value="\(amount)" \
    autocomplete="off"\(attribute: "aria-invalid", isWrong ? "true" : nil)>\
    \(why(row, viewpoint))\
    \(isWrong ? "<p class=\"error\">\(Phrase.refusal(amount.isEmpty ? .blank : .notAnAmount(amount)).leading).</p>" as HTML : nil)\
    </li>
    """
}

private func readRow(_ row: DuesPage.Row, _ model: DuesPage, _ viewpoint: Viewpoint) -> HTML {
  """
  <li><span>\(HTML(reserving: 128) { $0.name(row.person.name) })</span>\
  <b class="num">\(row.received == nil ? Phrase(verbatim: "–") : Phrase.dong(Int(row.amount) ?? 0))</b>\
  \(why(row, viewpoint))</li>
  """
}

/// What is owed and why, in one line that opens to the member's own dues.
private func why(_ row: DuesPage.Row, _ viewpoint: Viewpoint) -> HTML {
  var words: [HTML] = []
  if let received = row.received {
    words.append("<span>\(Phrase.receivedOn(received.day, received.channel).leading)</span>")
  }
  if row.reckoning.result != .excused {
    words.append("<span>\(owedWords(row.category, row.reckoning))</span>")
  }
  if let standing = row.reckoning.standing { words.append("<span>\(Phrase(standing.text))</span>") }
  if let reason = row.reason { words.append("<span>\(Phrase.goodReason): \(reason)</span>") }
  return """
    <small><a href="\(path: viewpoint.personDues(row.person.key))">\(words, \.self)</a>\
    \(unverifiedMark(row.reckoning))</small>
    """
}

/// The category and the amount a rule gives for it.
func owedWords(_ category: String?, _ reckoning: DuesReckoning) -> Phrase {
  guard let category else { return Phrase.duesUndeclared.leading }
  let kind = Phrase.duesCategory(category)
  return Phrase(verbatim: "\(kind): \(reckoningWords(reckoning))")
}

func reckoningWords(_ reckoning: DuesReckoning) -> Phrase {
  switch reckoning.result {
  case .owed(let amount): .dong(amount)
  case .exempt(let ground): Phrase(verbatim: ground)
  case .excused: .duesFigure("excused")
  case .undeclared: .duesUndeclared
  case .noRule: .duesNoRule
  case .missing: .notShown
  }
}

/// Says so where the rule, or the numbers it takes, are not verified.
func unverifiedMark(_ reckoning: DuesReckoning) -> HTML? {
  [reckoning.confidence, reckoning.standing?.confidence].compactMap(\.self).first(where: \.isUnverified)
    .map { confidenceView($0) }
}

/// What the rule says of how the member stood, marked where it is not verified.
func standingWords(_ reckoning: DuesReckoning) -> HTML? {
  reckoning.standing.map { clause in
    "\(Phrase(clause.text)) \(clause.confidence.isUnverified ? confidenceView(clause.confidence) : nil)"
  }
}
