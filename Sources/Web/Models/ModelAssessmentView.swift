import Basics
import Markup
import Phrases
import Records
import Rules

/// One assessment: where it stands, its lines, and what the reader can say of them.
func modelAssessmentView(_ model: ModelAssessmentPage, in frame: Frame) -> HTML {
  let assessment = model.assessment
  let title = Phrase(model.book.title)
  let name = model.subject ?? model.unit
  let back = frame.viewpoint.models(
    model.unit.key,
    Query().with("year", String(assessment.year)).with("model", assessment.family)
  )
  return page(
    frame,
    title: Phrase(verbatim: "\(title) · \(name.name)"),
    content: """
      <div class="heading"><div>\(crumbs(model.path, frame.viewpoint))<h1><bdi lang="vi">\(name.name)</bdi></h1>\
      <p><a href="\(path: back)">\(title)</a> · \(Phrase.modelAssessmentOf(assessment.year))\
      \(model.profile.map { " · \(Phrase.modelProfile): \(Phrase($0.text))" as HTML })\
      \(model.subject == nil ? nil : " · \(Phrase.modelTakenOver(name.name))" as HTML)</p></div>
      <div class="actions"><button class="button small" type="button" data-print hidden>\(Phrase.print)</button></div></div>
      \(model.objections.said(besides: [.signer, .number, .day, .reason]).map(messageView))
      \(cameBack(model))\(standing(model))\(linesView(model, frame))\(returnForm(model, frame))\(articlesView(model))
      """
  )
}

private func cameBack(_ model: ModelAssessmentPage) -> HTML? {
  guard model.assessment.stage == .returned else { return nil }
  return model.assessment.back.map { messageView(Message(.warning, Phrase.modelCameBack.text, detail: $0)) }
}

/// Where it stands and what the model gives for the levels said last.
private func standing(_ model: ModelAssessmentPage) -> HTML {
  let assessment = model.assessment
  let outcome = assessment.decision.map(\.byModel) ?? model.outcome
  let gives: Phrase = outcome.map { .modelOutcome($0.rawValue) } ?? .modelOpen
  var pairs: [(Phrase, HTML)] = [
    (.modelStateTitle, modelStateView(ModelAssessment.state(of: assessment))),
    (.modelGives, "<b>\(gives.leading)</b>"),
  ]
  if let verifier = model.verifier {
    let on: HTML? = assessment.verified.map { ", \(Phrase.day($0))" }
    pairs.append((.modelVerifier, "<small><bdi lang=\"vi\">\(verifier)</bdi>\(on)</small>"))
  }
  if let decider = model.decider {
    pairs.append((.modelDecider, "<small><bdi lang=\"vi\">\(decider)</bdi></small>"))
  }
  if let sent = assessment.sent { pairs.append((.modelSentOn, "<small>\(Phrase.day(sent))</small>")) }
  let decided: HTML? = assessment.decision.map { decision in
    """
    <section class="panel" aria-labelledby="decided"><header><h2 id="decided">\(Phrase.modelDecision)</h2></header>
    <p class="inside"><b>\(Phrase.modelState(decision.isRecognised ? "recognised" : "notRecognised"))</b>\
    \(decision.number.map { " · <span class=\"code\">\($0)</span>" as HTML }) · \
    <bdi lang="vi">\(Phrase.modelSigned(decision.signer, decision.day))</bdi>\
    \(decision.reason.map { "<br>\(Phrase.modelWhyOtherwise): <bdi lang=\"vi\">\($0)</bdi>" as HTML })</p></section>
    """
  }
  return """
    <dl class="standing">\(pairs, { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>\
    <p class="quiet">§ \(model.model.number): \(Phrase(model.model.text)) \
    \(confidenceView(model.model.confidence, model.model.sources)). \(Phrase.modelProposal)</p>\(decided)
    """
}

/// The criteria and vetoes; where it is the reader's turn, as one form.
private func linesView(_ model: ModelAssessmentPage, _ frame: Frame) -> HTML {
  let criteria = model.items.filter { !$0.isVeto }
  let vetoes = model.items.filter(\.isVeto)
  let lists: HTML = """
    <section class="panel" aria-labelledby="criteria"><header><h2 id="criteria">\(Phrase.modelCriteria)</h2>\
    \(model.turn.map { "<span class=\"aside\">\(turnTitle($0))</span>" as HTML })</header>
    <ul class="plain-list criteria">\(criteria, { itemView($0, model) })</ul></section>
    \(vetoes.isEmpty ? nil : """
      <section class="panel" aria-labelledby="vetoes"><header><h2 id="vetoes">\(Phrase.modelVetoes)</h2></header>
      <ul class="plain-list criteria">\(vetoes, { itemView($0, model) })</ul></section>
      """ as HTML)
    """
  let unsure: HTML? =
    model.items.contains { $0.confidence.isUnverified }
    ? "<p class=\"quiet\">\(Phrase.modelUnverified)</p>" : nil
  guard let turn = model.turn else { return "\(lists)\(unsure)" }
  return """
    <form class="form" method="post" action="\(path: .assessment(model.key))" data-draft>\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", model.request))
    \(lists)\(unsure)\(actions(turn, model, frame))</form>
    """
}

private func turnTitle(_ turn: ModelAssessmentPage.Turn) -> Phrase {
  switch turn {
  case .score: .modelScoreTitle
  case .verify: .modelVerifyTitle
  case .decide: .modelDecideTitle
  }
}

private func itemView(_ item: ModelAssessmentPage.Item, _ model: ModelAssessmentPage) -> HTML {
  let least: HTML? = item.least.map { " · \(Phrase.modelLeast(.modelGrade($0.rawValue)))" }
  let levels = ModelStep.allCases.compactMap { step -> HTML? in
    guard let mark = item.marks[step] else { return nil }
    let note: HTML? = mark.note.map { ": <bdi lang=\"vi\">\($0)</bdi>" }
    return
      "<li><span class=\"quiet\">\(Phrase.modelStep(step.rawValue))</span> <b>\(levelWords(mark, item))</b>\(note)</li>"
  }
  return """
    <li id="i-\(item.name)"><div class="asked"><b>\(Phrase(item.text))</b>\
    <span class="detail">§ \(item.number)\(least) · \(confidenceView(item.confidence, item.sources))</span>\
    \(evidenceView(item, model))</div>
    <div class="said">\(levels.isEmpty ? "<p class=\"quiet\">\(Phrase.modelNotGraded)</p>" : "<ul class=\"plain-list\">\(levels, \.self)</ul>")\
    \(model.turn.map { levelFields(item, $0, model) })</div></li>
    """
}

private func levelWords(_ mark: ModelMark, _ item: ModelAssessmentPage.Item) -> String {
  guard item.isVeto else {
    return CriterionGrade(rank: mark.level).map { Phrase.modelGrade($0.rawValue).text } ?? ""
  }
  if mark.level == 0 { return Phrase.modelNotFound.text }
  let articles = mark.articles.map { Phrase.modelArticle($0).text }
  return ([Phrase.modelFound.text] + articles).joined(separator: ", ")
}

/// What the record shows, each number opening to what it counts.
private func evidenceView(_ item: ModelAssessmentPage.Item, _ model: ModelAssessmentPage) -> HTML? {
  guard !item.evidence.isEmpty else { return nil }
  let lines = item.evidence.map { figure -> HTML in
    let words = Phrase.modelFigure(figure)
    guard let count = model.figures[figure] else { return "<li>\(words): –</li>" }
    let path = evidencePath(figure, model)
    if figure == .workingRegulation {
      let state =
        count == 1
        ? "<span class=\"state good\">\(Phrase.yesWord)</span>"
        : "<span class=\"state watch\">\(Phrase.noWord)</span>" as HTML
      return path.isOpen
        ? "<li>\(words): <a href=\"\(path: path)\">\(state)</a></li>" : "<li>\(words): \(state)</li>"
    }
    return "<li>\(words): \(figureLink(count, path))\(share(figure, model))</li>"
  }
  let record: HTML? = item.finding?.record.map { truth in
    switch truth {
    case .met: "<span class=\"state good\">\(Phrase.modelRecordShows)</span>"
    case .notMet: "<span class=\"state bad\">\(Phrase.modelRecordRefutes)</span>"
    case .unknown: "<span class=\"state ring\">\(Phrase.modelRecordSilent)</span>"
    }
  }
  return
    "<ul class=\"plain-list evidence\" aria-label=\"\(Phrase.modelEvidence)\">\(lines, \.self)</ul>\(record)"
}

/// What part those present are of those obliged.
private func share(_ figure: ModelFigure, _ model: ModelAssessmentPage) -> HTML? {
  guard figure == .attendancePresent, let obliged = model.figures[.attendanceObliged],
    let present = model.figures[.attendancePresent]
  else { return nil }
  return " <span class=\"quiet\">\(Phrase.percent(present, of: obliged))</span>"
}

private func evidencePath(_ figure: ModelFigure, _ model: ModelAssessmentPage) -> Path {
  let key = model.assessment.subject.description
  let year = model.assessment.year
  switch figure {
  case .workingRegulation: return model.place.regulations(key)
  case .resolutionsAdopted, .resolutionsReceived, .resolutionsStudied: return model.place.resolutions(key)
  case .tasksAssigned, .tasksDone, .tasksOnTime:
    let query = Query().with("from", "\(year)-01-01").with("until", "\(year + 1)-01-01")
      .with("of", figure.rawValue)
    return model.place.tasks(key, query)
  case .meetingsRegular, .meetingsThematic, .attendanceObliged, .attendancePresent:
    return model.place.meetings(key, year: year)
  case .outputsRegistered: return model.place.outputs(key, year: year)
  case .membersDisciplined, .unitsDisciplined:
    return model.readsDiscipline ? model.place.disciplined(key, year: year) : .closed
  }
}

// MARK: What the reader says

private func levelFields(
  _ item: ModelAssessmentPage.Item,
  _ turn: ModelAssessmentPage.Turn,
  _ model: ModelAssessmentPage
) -> HTML {
  // Who decides begins with what was verified; who verifies looks for themselves.
  let known = item.marks[turn.step] ?? (turn == .decide ? item.marks[.verified] : nil)
  let own = item.marks[turn.step]
  func value(_ name: String, _ known: String?) -> String {
    model.values.isEmpty ? known ?? "" : model.values[name] ?? ""
  }
  let choices: [FormField.Choice] =
    item.isVeto
    ? [.init("0", Phrase.modelNotFound.text), .init("1", Phrase.modelFound.text)]
    : CriterionGrade.allCases.reversed().map { .init(String($0.rank), Phrase.modelGrade($0.rawValue).text) }
  let (level, note, articles) = ("level.\(item.name)", "note.\(item.name)", "articles.\(item.name)")
  let isOpen = model.objections.contains { $0.field == .mark } && value(level, nil).isEmpty
  let choice = FormField(
    level,
    Phrase.modelStep(turn.step.rawValue).text,
    kind: .choice([.init("", Phrase.modelNotGraded.text)] + choices),
    value: value(level, known.map { String($0.level) }),
    error: isOpen && !model.values.isEmpty ? Phrase.modelNotGraded.text : nil,
    isRequired: false
  )
  let tied: HTML? =
    item.articles.isEmpty
    ? nil
    : FormField(
      articles,
      Phrase.modelArticlesField.text,
      value: value(articles, known.map { $0.articles.map(String.init).joined(separator: ", ") }),
      hint: Phrase.modelArticlesHint.text,
      isRequired: false
    ).html
  let words = FormField(
    note,
    Phrase.modelNote.text,
    value: value(note, own?.note),
    isRequired: false,
    autocomplete: "off"
  )
  return "<div class=\"fields\">\(choice.html)\(tied)\(words.html)</div>"
}

private func actions(
  _ turn: ModelAssessmentPage.Turn,
  _ model: ModelAssessmentPage,
  _ frame: Frame
) -> HTML {
  switch turn {
  case .score:
    return """
      <div class="actions"><button class="button primary" name="step" value="send">\(Phrase.modelSendUp)</button>\
      <button class="button" name="step" value="keep">\(Phrase.modelKeepDraft)</button></div>
      """
  case .verify:
    return """
      <div class="actions"><button class="button primary" name="step" value="verify">\(Phrase.modelVerify)</button></div>
      """
  case .decide:
    func field(_ field: Field, _ label: Phrase, _ kind: FormField.Kind, _ first: String, _ must: Bool) -> HTML
    {
      FormField(
        field.rawValue,
        label.text,
        kind: kind,
        value: model.values[field.rawValue] ?? first,
        error: model.objections.said(field),
        isRequired: must,
        autocomplete: "off"
      ).html
    }
    let today = frame.viewpoint.today.description
    return """
      <section class="panel" aria-labelledby="decide"><header><h2 id="decide">\(Phrase.modelDecideTitle)</h2></header>
      <div class="inside stack"><div class="fields">\(field(.signer, .modelSigner, .text, model.reader, true))\
      \(field(.day, .modelDay, .day, today, true))\(field(.number, .modelNumber, .text, "", false))\
      \(field(.reason, .modelReason, .words, "", false))</div>
      <div class="actions"><button class="button primary" name="step" value="recognise">\(Phrase.modelRecognise)</button>\
      <button class="button" name="step" value="refuse">\(Phrase.modelRefuse)</button></div></div></section>
      """
  }
}

private func returnForm(_ model: ModelAssessmentPage, _ frame: Frame) -> HTML? {
  guard model.mayReturn else { return nil }
  let isSent = model.values["step"] == "return"
  return """
    <details class="panel story"\(flag: isSent, "open")><summary>\(Phrase.modelReturn)</summary>
    <form class="form inside" method="post" action="\(path: .assessment(model.key))">\
    \(Form.hidden("token", frame.viewer.token))\(Form.hidden("request", AccountForm.newRequest()))\
    \(FormField("reason", Phrase.modelWhyBack.text, kind: .words, value: isSent ? model.values["reason"] ?? "" : "", error: isSent ? model.objections.said(.reason) : nil, scope: "back").html)
    <div class="actions"><button class="button" name="step" value="return">\(Phrase.modelReturn)</button></div></form></details>
    """
}

/// The articles the vetoes are tied to, for whoever names one.
private func articlesView(_ model: ModelAssessmentPage) -> HTML? {
  let tied = Set(model.items.flatMap(\.articles))
  let articles = model.model.prohibitions.filter { tied.contains($0.article) }
  guard !articles.isEmpty else { return nil }
  return prohibitionsView(articles)
}

/// What members may not do, article by article, with how sure we are of each heading.
func prohibitionsView(_ articles: [Prohibition]) -> HTML {
  """
  <details class="panel story"><summary>\(Phrase.modelArticles)</summary>
  <ul class="found">\(articles, { article in
    """
    <li><b>\(Phrase.modelArticle(article.article))</b> \(Phrase(article.text)) \
    <small>\(confidenceView(article.confidence, article.sources))</small></li>
    """
  })</ul></details>
  """
}
