import Basics
import Markup
import Phrases

/// The head of a list on paper as offices write it: the organisation at the start, the Party and the day at the end.
///
/// It stands on paper only; on the screen the header says the same.
func paperHead(_ unit: UnitLink, path: [UnitLink], _ frame: Frame) -> HTML {
  let above = path.dropLast().last
  return """
    <div class="paper-head"><p>\(above.map { "<bdi lang=\"vi\">\($0.name)</bdi><br>" as HTML })\
    <b><bdi lang="vi">\(unit.name)</bdi></b></p>\
    <p><b>\(Phrase.partyOnPaper)</b><br><i>\(Phrase.dayOnPaper(frame.made.day))</i></p></div>
    """
}

/// Where a list on paper is signed: by whom it was drawn up, and for the committee.
func paperSigns() -> HTML {
  """
  <div class="paper-signs"><p><b>\(Phrase.drawnUpBy)</b><br><i>\(Phrase.signAndName)</i></p>\
  <p><b>\(Phrase.forTheCommittee)</b><br><i>\(Phrase.signSealAndName)</i></p></div>
  """
}
