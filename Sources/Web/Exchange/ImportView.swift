import Markup
import Phrases
import Records

/// The page of bringing in lists.
struct ImportPage: Sendable {
  /// What was wrong with what was chosen.
  let error: String?
  /// What this account sent lately.
  let jobs: [JobLine]
}

/// Where lists are handed in, the templates beside it, and what was sent lately.
func importView(_ model: ImportPage, in frame: Frame) -> HTML {
  page(
    frame,
    title: .importLists,
    content: """
      <div class="heading"><div><h1>\(Phrase.importLists)</h1><p>\(Phrase.importListsMeaning)</p></div></div>
      <div class="columns wide-narrow">
      <section class="panel" aria-labelledby="hand-in"><header><h2 id="hand-in">\(Phrase.listsToBringIn)</h2></header>
      <form class="form inside" method="post" action="\(path: .importLists)" enctype="multipart/form-data">
      \(Form.hidden("token", frame.viewer.token))
      \(fileField(model.error))
      <div class="actions"><button class="button primary">\(Phrase.previewLists)</button></div>
      </form></section>
      <section class="group" aria-labelledby="templates"><header><h2 id="templates">\(Phrase.templates)</h2></header>
      <p class="quiet">\(Phrase.templatesMeaning)</p>
      <ul class="ways">\(templateLink(.wholeBook, "chibo.xlsx"))\
      \(ListKind.ofOrganisation, { templateLink(.list($0.rawValue), $0.rawValue + ".csv") })</ul></section>
      </div>
      \(model.jobs.isEmpty ? nil : recent(model.jobs))
      """
  )
}

/// The field takes files that are chosen and files that are dropped on it, as browsers do by themselves.
private func fileField(_ error: String?) -> HTML {
  """
  <div class="field\(error == nil ? "" as HTML : " wrong")"><label for="f-lists">\(Phrase.chooseLists)</label>
  <input class="drop" type="file" id="f-lists" name="lists" multiple required accept=".xlsx,.csv" \
  aria-describedby="f-lists-hint\(error == nil ? "" as HTML : " f-lists-error")"\
  \(attribute: "aria-invalid", error == nil ? nil : "true")\(flag: error != nil, "autofocus")>
  <p class="hint" id="f-lists-hint">\(Phrase.chooseListsHint(megabytes: FormBody.listLimit >> 20))</p>
  \(error.map { "<p class=\"error\" id=\"f-lists-error\">\($0)</p>" as HTML })</div>
  """
}

private func templateLink(_ name: Phrase, _ file: String) -> HTML {
  """
  <li><a href="\(path: .template(file))" download>\(name)</a> <span class="quiet">\(file)</span></li>
  """
}

private func recent(_ jobs: [JobLine]) -> HTML {
  """
  <section class="panel" aria-labelledby="recent"><header><h2 id="recent">\(Phrase.recentImports)</h2>\
  <a class="aside" href="\(path: .jobs)">\(Phrase.allJobs)</a></header>\(jobTable(jobs, false))</section>
  """
}
