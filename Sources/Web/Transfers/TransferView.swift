import Basics
import Markup
import Phrases
import Rules

/// One transfer: who, from where to where, how far it has come, and what the reader may do about it.
func transferView(_ model: TransferPage, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let told = model.told
  return page(
    frame,
    title: .transfersOf(told.person.name),
    content: """
      <div class="heading"><div><nav aria-label="\(Phrase.path)"><ol class="crumbs"><li>\
      \(backLink(model, viewpoint))</li></ol></nav>
      <h1>\(Phrase.transferTitle)</h1>
      <p class="subject">\(personView(told.person, opens: told.opensPerson, viewpoint))</p></div>
      <div class="actions">\(model.moves, { moveButton($0, told.key) })\
      <button class="button" type="button" data-print hidden>\(Phrase.print)</button></div></div>
      <dl class="standing">
      <div class="end"><dt>\(Phrase.stateTitle)</dt><dd>\(Phrase.transferState(told.step.state.rawValue).leading) \
      <small>\(sinceView(told))</small></dd></div>
      <div><dt>\(Phrase.leavesUnit)</dt><dd>\(placeView(told.source, viewpoint))</dd></div>
      <div><dt>\(Phrase.comesToUnit)</dt><dd>\(placeView(told.whereTo, viewpoint))</dd></div>
      </dl>
      <div class="columns wide-narrow"><div class="stack">
      <section class="panel" aria-labelledby="steps"><header><h2 id="steps">\(Phrase.theSteps)</h2></header>
      \(stepsView(told, viewpoint))</section>
      \(consequence(told))</div>
      <div class="stack">\(termsView(model))\(personFacts(model))\(matterMeetingsView(model.meetings, viewpoint))</div></div>
      """
  )
}

private func backLink(_ model: TransferPage, _ viewpoint: Viewpoint) -> HTML {
  let told = model.told
  if model.isOwn || told.opensPerson {
    return
      "<a href=\"\(path: viewpoint.transfers(ofPerson: told.person.key))\">\(Phrase.allTheirTransfers)</a>"
  }
  guard let key = told.target?.key else { return "\(Phrase.transfers)" }
  return "<a href=\"\(path: viewpoint.transfers(key))\">\(Phrase.transfers)</a>"
}

/// The step that leads on is the one primary button.
private func moveButton(_ move: TransferMove, _ key: String) -> HTML {
  let isOnward = [.send, .receive, .arrived].contains(move)
  return """
    <a class="button\(isOnward ? " primary" as HTML : "")" href="\(path: .transfer(key, move))">\
    \(Phrase.transferStep(move.rawValue))…</a>
    """
}

private func sinceView(_ told: TransferTold) -> HTML {
  told.step.state.isPending ? "\(Phrase.waitsSince(told.since, told.days))" : "\(Phrase.day(told.since))"
}

/// What is known of each step, in order.
private func stepsView(_ told: TransferTold, _ viewpoint: Viewpoint) -> HTML {
  let (request, step) = (told.request, told.step)
  var pairs: [(Phrase, HTML)] = [
    (.eventTitle, occasionView(request)),
    (.kindOfTransfer, "\(Phrase.transferKind(request.kind.rawValue).leading)"),
  ]
  if let until = request.until { pairs.append((.temporaryUntil, "\(Phrase.day(until))")) }
  pairs.append(
    (
      .askedOn,
      "\(Phrase.day(request.asked)) <small class=\"quiet\">\(Phrase.transferAsker(request.asker.rawValue))</small>"
    )
  )
  if let letter = step.letter, let sent = step.sent {
    pairs.append((.theLetter, "\(Phrase.letterOf(letter, sent))"))
  }
  if let presented = step.presented { pairs.append((.presentedOn, "\(Phrase.day(presented))")) }
  if step.state == .received {
    pairs.append((request.outside == nil ? .hereFrom : .firstDayGone, "\(Phrase.day(told.since))"))
  }
  if step.state.isPending { pairs.append((.waitsOn, waitingView(told))) }
  if let reason = step.reason { pairs.append((.whyTitle, "<bdi lang=\"vi\">\(reason)</bdi>")) }
  if let note = request.note { pairs.append((.noteTitle, "<bdi lang=\"vi\">\(note)</bdi>")) }
  return "<dl class=\"pairs inside\">\(pairs, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" })</dl>"
}

/// Where the member counts meanwhile.
private func consequence(_ told: TransferTold) -> HTML? {
  guard told.step.state.isPending else { return nil }
  let words: Phrase = told.request.kind == .temporary ? .stayCountedAtHome : .countedAt(told.source.name)
  return "<p class=\"quiet\">\(words)</p>"
}

private func termsView(_ model: TransferPage) -> HTML? {
  let told = model.told
  var pairs: [(Phrase, HTML)] = told.terms.map { term in
    let clause = term.clause.map {
      "<small class=\"detail\">\(Phrase($0.text)) · § \($0.number)</small>" as HTML
    }
    return (term.part == .asking ? .askingTerm : .presentingTerm, "\(termView(term))\(clause)")
  }
  if told.request.kind == .temporary { pairs.append((.windowTitle, windowView(model.window))) }
  guard !pairs.isEmpty else { return nil }
  return """
    <section class="group" aria-labelledby="terms"><header><h2 id="terms">\(Phrase.theTerms)</h2></header>\
    <dl class="pairs">\(pairs, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" })</dl></section>
    """
}

/// What the letter says of the member.
private func personFacts(_ model: TransferPage) -> HTML {
  var pairs: [(Phrase, HTML)] = []
  if let born = model.born { pairs.append((.born, "\(Phrase.birth(born))")) }
  if let card = model.card { pairs.append((.card, "\(card)")) }
  if let admitted = model.admitted { pairs.append((.admittedOn, "\(Phrase.day(admitted))")) }
  if let official = model.official { pairs.append((.officialSince, "\(Phrase.day(official))")) }
  return """
    <section class="group" aria-labelledby="who"><header><h2 id="who">\(Phrase.member)</h2></header>\
    <dl class="pairs">\(pairs, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" })</dl></section>
    """
}

/// That a transfer is under way, on the person's file.
func underWayView(_ told: TransferTold, _ viewpoint: Viewpoint) -> HTML {
  """
  <div class="message" role="note"><p><b>\(Phrase.transferUnderWay(told.source.name, told.whereTo.name))</b></p>\
  <p>\(Phrase.waitsOn): \(waitingView(told)), \(Phrase.waitsSince(told.since, told.days)). \
  <a href="\(path: viewpoint.transfer(told.key))">\(Phrase.transferTitle)</a></p></div>
  """
}

/// All transfers of one person, the newest first.
func personTransfersView(_ model: PersonTransfers, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let ask: HTML? =
    model.mayAsk
    ? "<a class=\"button primary\" href=\"\(path: .askTransfer(model.person.key))\">\(Phrase.askForTransfer)…</a>"
    : nil
  return page(
    frame,
    title: .transfersOf(model.person.name),
    isLandscape: true,
    content: """
      <div class="heading"><div>\(crumbs(model.path, viewpoint))<h1>\(Phrase.transferTitle)</h1>
      <p class="subject">\(personLink(model.person, viewpoint))</p></div><div class="actions">\(ask)</div></div>
      <section class="panel" aria-labelledby="listed"><header>\
      <h2 id="listed">\(Phrase.allTheirTransfers)</h2></header>
      \(model.rows.isEmpty
        ? emptyView(.noTransfers, why: .noTransfersMeaning)
        : transferTable(model.rows, caption: .allTheirTransfers, namesPerson: false, viewpoint))</section>
      """
  )
}
