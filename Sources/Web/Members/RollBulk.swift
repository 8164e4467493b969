import Markup
import Phrases

/// What can be done with the marked rows: how many they are and on which pages, and the deeds that take them.
///
/// Marks last over the pages of a roll where there is script; without it those of the page shown are sent.
func bulkView(_ roll: Roll, _ frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  let isToday = viewpoint.time == .today && viewpoint.known == nil
  return """
    <div class="bulk">
    <span data-marked hidden role="status"><b data-marked-count>0</b> \(Phrase.markedWord)\
    <span data-marked-pages data-words="\(Phrase.onPages)"></span></span>\
    \(viewpoint.opens.files ? exports(roll) : nil)\
    <button class="button small" data-marked name="print" value="marked">\(Phrase.printMarked)</button>\
    \(isToday && viewpoint.opens.transfers ? deed("transfer", .transferMarked, viewpoint) : nil)\
    \(isToday && viewpoint.opens.recognitions ? deed("recognise", .recogniseMarked, viewpoint) : nil)\
    <button class="button small quiet" type="button" data-unmark hidden>\(Phrase.unmarkAll)</button>\
    \(roll.matching > 0 ? markAll(roll) : nil)</div>
    """
}

private func exports(_ roll: Roll) -> HTML {
  """
  <button class="button small" data-marked \
  formaction="\(path: Path("units", roll.unit.key, "roll.csv"))">\(Phrase.exportMarked)</button>
  """
}

private func deed(_ name: String, _ words: Phrase, _ viewpoint: Viewpoint) -> HTML {
  """
  <button class="button small" data-marked formaction="\(path: viewpoint.deed(name))">\(words)</button>
  """
}

/// Marks everybody whom the filters leave; more than an address holds are sent by the filters themselves.
private func markAll(_ roll: Roll) -> HTML {
  let tooMany = roll.matching > Roll.mostMarked
  return """
    <button class="button small quiet" type="button" data-mark-all hidden\(flag: tooMany, "disabled")\
    \(attribute: "aria-describedby", tooMany ? "mark-limit" : nil)>\(Phrase.markAll(roll.matching))</button>\
    \(tooMany ? "<small id=\"mark-limit\" data-mark-limit hidden>\(Phrase.tooManyMarked(Roll.mostMarked))</small>" : nil)
    """
}
