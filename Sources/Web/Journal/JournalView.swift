package import Markup
import Phrases

/// A page of the journal, newest first, and whether its chain holds.
package struct JournalPage: Sendable {
  /// What the last verification found.
  package enum Chain: Sendable {
    case holds(entries: Int, at: Moment, head: String)
    case breaks(at: Int)
    case unchecked
  }

  package var chain: Chain
  package var entries: [JournalRow]
  /// Those who wrote, to choose from.
  package var writers: [FormField.Choice]
  package var previous: String?
  package var next: String?

  package init(
    chain: Chain,
    entries: [JournalRow],
    writers: [FormField.Choice] = [],
    previous: String? = nil,
    next: String? = nil
  ) {
    self.chain = chain
    self.entries = entries
    self.writers = writers
    self.previous = previous
    self.next = next
  }
}

/// One line of the journal.
package struct JournalRow: Sendable {
  package var sequence: Int
  package var moment: Moment
  package var account: String
  /// The operation's code, such as `merge`.
  package var operation: String
  /// What it said, in short.
  package var summary: String
  package var decision: DecisionLink?
  /// The hash in hexadecimal; its first twelve digits are shown.
  package var hash: String

  package init(
    sequence: Int,
    moment: Moment,
    account: String,
    operation: String,
    summary: String,
    decision: DecisionLink?,
    hash: String
  ) {
    self.sequence = sequence
    self.moment = moment
    self.account = account
    self.operation = operation
    self.summary = summary
    self.decision = decision
    self.hash = hash
  }
}

/// The journal.
package func journalView(_ model: JournalPage, in frame: Frame) -> HTML {
  let query = frame.query.without("after", "before")
  let pager = pager(model.previous, model.next, query, frame)
  return page(
    frame,
    title: .journalTitle,
    isLandscape: true,
    content: """
      <div class="heading"><div><h1>\(Phrase.journalTitle)</h1><p>\(Phrase.journalMeaning)</p></div>
      <div class="actions"><button class="button" type="button" data-print hidden>\(Phrase.print)</button>\
      </div></div>
      \(chainView(model.chain, frame))
      <section class="panel" aria-label="\(Phrase.journalTitle)">\(filters(model.writers, frame))\
      \(model.entries.isEmpty
        ? emptyView(.journalEmpty, why: .journalEmptyMeaning)
        : table(model.entries, frame.viewpoint))\
      \(pager.map { "<footer class=\"table-foot\">\($0)</footer>" as HTML })</section>
      """
  )
}

/// The operations of the journal that have words, as they are chosen among.
private let operations = [
  "import", "admit", "recognise", "transfer", "transferMembers", "askTransfer", "sendTransfer",
  "receiveTransfer", "returnTransfer", "withdrawTransfer", "second", "askComment", "receiveComment",
  "exemptResidence", "endMembership", "beginRole", "endRole", "holdPost",
  "leavePost",
  "correctParticulars", "recordIdentifier", "endIdentifier", "foundUnit", "renameUnit", "putRulebookInForce",
  "changeUnit",
  "moveUnit",
  "endUnit", "reorganise", "absorb", "savePlan", "takePlanOn", "closePlan", "reopenPlan",
  "drawUpHandover", "addHandover", "answerForHandover", "signHandover", "attachScan", "annul", "addAccount",
  "lockAccount", "resetPassword", "grantRights",
  "withdrawRights", "receiveDues", "passDuesOn", "declareDues", "excuseUnpaidDues", "awardBadges",
  "beginCandidacy", "changeCandidacy", "moveCandidacy", "recordCandidateStep",
  "endCandidacy", "admitCandidate", "recordRecognitionVote",
  "callMeeting", "changeMeeting", "cancelMeeting", "openMeeting", "closeMeeting", "reopenMeeting", "callRoll",
  "recordMeetingVote", "putItem", "dropItem", "handOutPaper", "writeMinutes", "signMinutes", "addToMinutes",
  "scoreMeeting", "allowMeetingMode", "takeOverMeetings",
  "enterResolution", "changeResolution", "sendResolution", "answerResolution", "assignTask", "assignTasks",
  "changeTask",
  "tellProgress", "tellTasks", "dropProgress", "endTask", "remindUnit",
  "assignFollower", "endFollowing", "leaveVisitNote", "addVisitItem", "closeVisitItem",
  "openRound", "changeRound", "publishRound", "rateSubject", "rateSubjects", "stateForReview", "sendReviews",
  "sendReviewsBack", "raiseMatter", "answerMatter", "assignSteering", "endSteering",
  "listResults",
]

/// By what the journal is narrowed: who, what, when, under which decision.
private func filters(_ writers: [FormField.Choice], _ frame: Frame) -> HTML {
  func written(_ name: String) -> String { frame.query.pairs.first { $0.name == name }?.value ?? "" }
  let any = FormField.Choice("", Phrase.any.text)
  let deeds = operations.map { FormField.Choice($0, Phrase.operation($0).text) }
  let standing = [any, FormField.Choice("yes", Phrase.notAnnulled.text)]
  let fields: [(String, Phrase, FormField.Kind)] = [
    ("account", .account, .choice([any] + writers)), ("operation", .operationTitle, .choice([any] + deeds)),
    ("from", .deedField("", "from"), .day), ("until", .signedTo, .day), ("number", .numberBegins, .text),
    ("standing", .stateTitle, .choice(standing)),
  ]
  let shown = fields.map {
    FormField($0.0, $0.1.text, kind: $0.2, value: written($0.0), isRequired: false)
  }
  return """
    <form class="filters tools" method="get" action="\(path: frame.path)">\(shown, \.html)\
    \(frame.viewpoint.kept.pairs, Form.hidden)<button class="button primary">\(Phrase.narrowJournal)</button></form>
    """
}

/// What the last verification found, and the button for the next one.
private func chainView(_ chain: JournalPage.Chain, _ frame: Frame) -> HTML {
  """
  <form class="chain" method="post" action="\(path: .verifyJournal)">\(Form.hidden("token", frame.viewer.token))\
  \(chainLine(chain))<button class="button small">\(Phrase.verifyChain)</button></form>
  """
}

private func chainLine(_ chain: JournalPage.Chain) -> HTML {
  switch chain {
  case .holds(let entries, let moment, let head):
    """
    <p class="balance"><span class="state good">\(Phrase.chainHolds(entries, momentText(moment)))</span> \
    <span>\(Phrase.chainHead(String(head.prefix(12))))</span></p>
    """
  case .breaks(let sequence):
    "<div class=\"message refused\" role=\"alert\"><p><b>\(Phrase.chainBreaks(sequence))</b></p></div>"
  case .unchecked:
    "<p class=\"balance\"><span class=\"state ring\">\(Phrase.chainUnchecked)</span></p>"
  }
}

private func table(_ entries: [JournalRow], _ viewpoint: Viewpoint) -> HTML {
  Table(
    caption: Phrase.journalTitle.text,
    columns: [
      Column(Phrase.sequence.text, .number),
      Column(Phrase.momentTitle.text),
      Column(Phrase.account.text),
      Column(Phrase.operationTitle.text),
      Column(Phrase.decision.text),
      Column(Phrase.hash.text),
    ],
    rows: entries,
    isDense: true
  ) { entry, page in write(entry, viewpoint, into: &page) }.html
}

private func write(_ entry: JournalRow, _ viewpoint: Viewpoint, into page: inout HTML.Writer) {
  page.markup("<tr id=\"entry-")
  page.number(entry.sequence)
  page.markup("\"><td class=\"num\"><a href=\"")
  page.path(viewpoint.entry(entry.sequence))
  page.markup("\">")
  page.write(Phrase.number(entry.sequence))
  page.markup("</a></td><td class=\"whole\">")
  page.text(momentText(entry.moment))
  page.markup("</td><td>")
  page.text(entry.account)
  page.markup("</td><th scope=\"row\"><b>")
  page.write(Phrase.operation(entry.operation))
  page.markup("</b> <span class=\"quiet\">")
  page.text(entry.summary)
  page.markup("</span></th><td class=\"whole\">")
  if let decision = entry.decision { page.piece(decisionView(decision, viewpoint)) }
  page.markup("</td><td><code>")
  page.text(String(entry.hash.prefix(12)))
  page.markup("</code></td></tr>\n")
}
