import Basics
import Markup
import Phrases

/// A person's particulars, each with since when it is so, what it was before and how it was corrected.
func particularsView(_ file: PersonFile, _ viewpoint: Viewpoint) -> HTML {
  let known = file.particulars
  func pair(_ name: Phrase, _ value: Phrase?, _ code: String? = nil) -> HTML {
    let trace = code.flatMap { code in known.traces[code].flatMap { traceView($0, code, viewpoint) } }
    return "<dt>\(name)</dt><dd>\(value ?? .unknown)\(trace)</dd>"
  }
  return """
    <section class="group" aria-labelledby="particulars"><header>\
    <h2 id="particulars">\(Phrase.particulars)</h2></header>
    <dl class="pairs">\(pair(.name, Phrase(verbatim: file.person.name), "name"))\
    \(pair(.born, known.born.map { .birth($0) }, "born"))\(pair(.sexTitle, .sex(known.sex), "sex"))\
    \(pair(.ethnicity, known.ethnicity.map { Phrase(verbatim: $0) }, "ethnicity"))\
    \(pair(.card, known.card.map { Phrase(verbatim: $0) }, "card"))\
    \(pair(.admittedOn, known.admitted.map { .day($0) }))\
    \(pair(.officialSince, known.official.map { .day($0) }))\
    \(known.others, { "<dt>\($0.name)</dt><dd>\($0.value)</dd>" })</dl></section>
    """
}

func traceView(_ trace: ParticularTrace, _ code: String, _ viewpoint: Viewpoint) -> HTML? {
  guard trace.since != nil || !trace.earlier.isEmpty || !trace.corrections.isEmpty else { return nil }
  func words(_ value: String) -> String {
    code == "sex" ? Phrase.sex(value).text : personValue(value, code)
  }
  return """
    <small class="trace">\(trace.since.map { "<span>\(Phrase.sinceDay($0))</span>" as HTML })\
    \(trace.earlier, { "<span>\(Phrase.wasUntil(words($0.value), $0.until))</span>" })\
    \(trace.corrections, { item in
      "<span>\(Phrase.correctedOn(item.day)): \(changeView(words(item.old), words(item.new))) \(entryLink(item.entry, viewpoint))</span>"
    })</small>
    """
}

/// What was written, and what is.
func changeView(_ old: String, _ new: String) -> HTML {
  """
  <span class="change">\(Phrase.wasWritten) <del>\(old)</del> \
  <span aria-hidden="true">→</span> <span class="unseen">\(Phrase.nowWritten)</span> <ins>\(new)</ins></span>
  """
}

/// The entry of the journal that says so, for those who read the journal.
func entryLink(_ entry: Int, _ viewpoint: Viewpoint) -> HTML? {
  let path = viewpoint.entry(entry)
  guard path.isOpen else { return nil }
  return "<a class=\"entry\" href=\"\(path: path)\">\(Phrase.byEntry(entry))</a>"
}

/// What other systems call the person.
func identifiersView(_ file: PersonFile, _ viewpoint: Viewpoint) -> HTML? {
  guard !file.identifiers.isEmpty else { return nil }
  return """
    <section class="group" aria-labelledby="identifiers"><header>\
    <h2 id="identifiers">\(Phrase.identifiers)</h2></header>
    <dl class="pairs">\(file.identifiers, { identifier($0, viewpoint) })</dl></section>
    """
}

private func identifier(_ line: IdentifierLine, _ viewpoint: Viewpoint) -> HTML {
  """
  <dt>\(Phrase.system(line.system).leading)</dt><dd><bdi class="whole">\(line.value)</bdi>\
  <small class="trace"><span>\(Phrase.span(line.span))</span>\
  \(line.source.map { "<span>\(sourceView($0, viewpoint))</span>" as HTML })</small></dd>
  """
}
