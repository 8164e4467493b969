import Basics
import Markup
import Phrases
import Records

/// The list of long work.
func jobsView(_ model: JobsPage, in frame: Frame) -> HTML {
  let pager = pager(previous: nil, next: model.next.map { frame.here(Query(["after": $0])) })
  return page(
    frame,
    title: .jobs,
    content: """
      <div class="heading"><div><h1>\(Phrase.jobs)</h1>\
      <p>\(model.showsAccounts ? Phrase.jobsOfAll : Phrase.jobsMeaning)</p></div>
      <div class="actions">\(frame.viewer.importsLists ? importLink() : nil)</div></div>
      <section class="panel" aria-label="\(Phrase.jobs)">\
      \(model.rows.isEmpty ? emptyView(.noJobs, why: .noJobsMeaning) : jobTable(model.rows, model.showsAccounts))\
      \(pager.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      """
  )
}

private func importLink() -> HTML {
  "<a class=\"button\" href=\"\(path: .importLists)\">\(Phrase.importLists)</a>"
}

/// The way back to the list of work, and to the one piece a page is about.
func jobCrumbs(_ key: String? = nil, _ name: Phrase? = nil) -> HTML {
  """
  <nav aria-label="\(Phrase.path)"><ol class="crumbs"><li><a href="\(path: .jobs)">\(Phrase.jobs)</a></li>\
  \(key.map { "<li><a href=\"\(path: .job($0))\">\(name ?? Phrase.job)</a></li>" as HTML })</ol></nav>
  """
}

func jobTable(_ rows: [JobLine], _ showsAccounts: Bool) -> HTML {
  var columns = [
    Column(Phrase.job.text), Column(Phrase.jobState.text), Column(Phrase.jobMade.text),
    Column(Phrase.jobEnded.text),
  ]
  if showsAccounts { columns.append(Column(Phrase.account.text)) }
  return Table(caption: Phrase.jobs.text, columns: columns, rows: rows) { line, page in
    page.markup("<tr><th scope=\"row\"><a href=\"")
    page.path(.job(line.key))
    page.markup("\">")
    page.write(Phrase.jobKind(line.kind))
    page.markup("</a></th><td>")
    page.piece(stateView(line))
    page.markup("</td><td class=\"whole\">")
    page.text(momentText(line.made))
    page.markup("</td><td class=\"whole\">")
    if let ended = line.ended { page.text(momentText(ended)) }
    page.markup("</td>")
    if showsAccounts {
      page.markup("<td>")
      page.text(line.account)
      page.markup("</td>")
    }
    page.markup("</tr>\n")
  }.html
}

/// The state in words; the normal one has no mark.
private func stateView(_ line: JobLine) -> HTML {
  let words = Phrase.jobState(line.state.rawValue)
  switch line.state {
  case .done: return "\(words)"
  case .failed: return "<span class=\"state bad\">\(words)</span>"
  case .stopped: return "<span class=\"state watch\">\(words)</span>"
  case .waiting: return "<span class=\"state ring\">\(words)</span>"
  case .running:
    return
      "<span class=\"state ring\">\(words)</span> <span class=\"quiet\">\(Phrase.countedOf(line.done, line.total))</span>"
  }
}

/// One piece of long work.
func jobView(_ sheet: JobSheet, in frame: Frame) -> HTML {
  let line = sheet.line
  let title = Phrase.jobKind(line.kind)
  return page(
    frame,
    title: title,
    content: """
      <div class="heading"><div>\(jobCrumbs())<h1>\(title)</h1>\
      <p>\(line.account) · \(momentText(line.made))</p></div></div>
      \(line.state.isOver ? outcomeView(sheet, frame) : runningView(line, frame))
      """
  )
}

/// Work under way: script asks for the part in the middle now and then; without it a link does.
private func runningView(_ line: JobLine, _ frame: Frame) -> HTML {
  """
  <section class="group" aria-labelledby="progress"><header><h2 id="progress">\(Phrase.jobProgress)</h2></header>
  <div data-progress="\(path: .job(line.key, "progress"))" aria-live="polite">\(progressView(line))</div>
  <p class="quiet">\(Phrase.jobGoesOn)</p>
  <div class="actions"><a class="button" href="\(path: .job(line.key))" data-without-script>\(Phrase.seeProgress)</a>
  <form method="post" action="\(path: .job(line.key, "stop"))">\(Form.hidden("token", frame.viewer.token))\
  <button class="button">\(Phrase.stopJob)</button></form></div></section>
  """
}

/// How far it is: words first, then the same as a bar.
func progressView(_ line: JobLine) -> HTML {
  """
  <div class="job"\(flag: line.state.isOver, "data-over")><p><b>\(state(line))</b> \
  \(line.state == .running && line.done > 0 ? counted(line) : nil)</p>
  \(line.state == .running ? bar(line) : nil)\
  \(line.told.map { "<p class=\"quiet\">\(Phrase.jobToldAt(momentText($0)))</p>" as HTML })</div>
  """
}

private func state(_ line: JobLine) -> Phrase {
  if line.isStopping { return line.isHere ? .jobStops : .jobStopsElsewhere }
  return line.state == .running ? .jobStep(line.step ?? "") : .jobState(line.state.rawValue).leading
}

private func counted(_ line: JobLine) -> HTML {
  """
  <span class="num">\(Phrase.countedLines(line.done, line.total))</span>\
  \(line.secondsLeft.map { " <span class=\"quiet\">\(Phrase.timeLeft(seconds: $0))</span>" as HTML })
  """
}

private func bar(_ line: JobLine) -> HTML {
  guard let total = line.total, total > 0 else {
    return "<progress aria-label=\"\(Phrase.jobProgress)\"></progress>"
  }
  return """
    <progress aria-label="\(Phrase.jobProgress)" max="\(total)" value="\(min(line.done, total))"></progress>
    """
}

// MARK: What came of it

private func outcomeView(_ sheet: JobSheet, _ frame: Frame) -> HTML {
  switch sheet.outcome {
  case .none:
    return messageView(Message(.done, Phrase.jobState(sheet.line.state.rawValue).leading.text))
  case .stopped:
    return """
      \(messageView(Message(.warning, Phrase.jobStopped.text, detail: Phrase.nothingWasWritten.text)))
      \(repeatView(sheet, frame))
      """
  case .failed(let why, let words, let number):
    let said = words.isEmpty ? nil : Spoken.mine(words)
    let detail = [said, Phrase.jobFailureAdvice(why).text, number.map { Phrase.requestNumber($0).text }]
      .compactMap { $0 }.joined(separator: " ")
    return """
      \(messageView(Message(.refused, Phrase.jobFailure(why).text, detail: detail)))
      \(repeatView(sheet, frame))
      """
  case .verified(let entries, let head, let breaks):
    return verifiedView(entries, head, breaks, frame)
  case .written(let rows, let left, let entry, let preview):
    return writtenView(rows, left, entry, preview, frame)
  case .signed(let plan, let entry):
    let link = (Phrase.seePlan.text, Path.plan(plan))
    return messageView(Message(.done, Phrase.planJobDone(entry).text, link: link))
  case .preview(let summary, let problems, let warnings, let commit, let entry):
    return previewView(sheet, summary, problems, warnings, commit, entry, in: frame)
  }
}

private func repeatView(_ sheet: JobSheet, _ frame: Frame) -> HTML? {
  guard sheet.canRepeat else {
    return sheet.opensContents && sheet.line.kind.hasPrefix("import")
      ? "<div class=\"actions\">\(importLink())</div>" : nil
  }
  return """
    <form class="actions" method="post" action="\(path: .job(sheet.line.key, "again"))">\
    \(Form.hidden("token", frame.viewer.token))\
    <button class="button primary">\(sheet.needsPreview ? Phrase.previewAgain : Phrase.doAgain)</button></form>
    """
}

private func verifiedView(_ entries: Int, _ head: String, _ breaks: Int?, _ frame: Frame) -> HTML {
  """
  \(breaks.map { messageView(Message(.refused, Phrase.chainBreaks($0).text)) }
    ?? messageView(Message(.done, Phrase.chainVerified(entries).text)))
  <dl class="pairs"><dt>\(Phrase.chainHead)</dt><dd><code class="long">\(head)</code></dd></dl>
  \(frame.viewer.readsJournal ? journalLink(frame) : nil)
  """
}

private func journalLink(_ frame: Frame) -> HTML {
  """
  <div class="actions"><a class="button" href="\(path: frame.viewpoint.journal)">\(Phrase.seeJournal)</a></div>
  """
}

private func writtenView(_ rows: Int, _ left: Int, _ entry: Int, _ preview: String?, _ frame: Frame) -> HTML {
  let words = Phrase.listsTaken(rows).text
  let detail = left > 0 ? Phrase.rowsLeftOut(left).text : nil
  return """
    \(messageView(Message(.done, words, detail: detail)))
    <p><a href="\(path: frame.viewpoint.entry(entry))">\(Phrase.listsTakenIn(entry))</a></p>
    \(preview.map { key in
      "<div class=\"actions\"><a class=\"button\" href=\"\(path: .job(key))\">\(Phrase.seePreview)</a></div>" as HTML
    })
    """
}
