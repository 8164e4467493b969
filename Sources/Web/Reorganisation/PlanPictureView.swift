import Basics
import Markup
import Phrases
import Records
import Rules

/// The picture of a plan: where members go, as bands and as a table.
func planPictureView(_ sight: PlanSight, _ viewpoint: Viewpoint) -> HTML {
  let picture = sight.picture
  let moved = sight.outlook.moved
  guard !picture.bands.isEmpty else { return planNobodyMoves() }
  let left = picture.left.map { node($0, sight, isAfter: false, viewpoint) }
  let right = picture.right.map { node($0, sight, isAfter: true, viewpoint) }
  let bands = picture.bands.map { band in
    FlowBand(
      from: band.from,
      to: band.to,
      amount: band.amount.members,
      amountLabel: Phrase.number(band.amount.members).text,
      label: Phrase.planBand(band.amount.members, left[band.from].title, right[band.to].title).text,
      path: sight.people(.members, from: picture.left[band.from].extent, to: picture.right[band.to].extent),
      isHeld: picture.right[band.to].extent == .nowhere
    )
  }
  let sentence = Phrase.planFlow(moved, picture.left.count, picture.right.count).text
  return """
    <section class="panel" aria-labelledby="flow"><header><h2 id="flow">\(Phrase.whereMembersGo(moved))</h2>\
    <span class="aside">\(Phrase.bandsOpen)</span></header>
    \(focusLine(sight))
    <div class="inside">\(Chart.flow(left, right, bands, sentence: sentence).html)</div>
    \(bandTable(sight, left, right))</section>
    """
}

private func planNobodyMoves() -> HTML {
  """
  <section class="panel" aria-labelledby="flow"><header><h2 id="flow">\(Phrase.whereMembersGo(0))</h2></header>\
  \(emptyView(.planNobodyMoves, why: .planNobodyMovesMeaning))</section>
  """
}

/// Of which unit alone the picture and the sheet tell, and the way back to all.
private func focusLine(_ sight: PlanSight) -> HTML? {
  guard let focus = sight.focus, let plan = sight.plan else { return nil }
  return """
    <p class="inside">\(Phrase.planWithin(sight.outlook.names[focus] ?? focus)) \
    <a href="\(path: .plan(plan))">\(Phrase.planWhole)</a></p>
    """
}

private func node(
  _ place: PlanPicture.Place,
  _ sight: PlanSight,
  isAfter: Bool,
  _ viewpoint: Viewpoint
) -> FlowNode {
  switch place.extent {
  case .unit:
    let mark = place.line.map { Phrase.planMark($0.mark, isAfter: isAfter) }
    return FlowNode(
      [place.name, mark.map { $0.text.isEmpty ? "" : "(\($0.text))" } ?? ""].filter { !$0.isEmpty }
        .joined(separator: " "),
      Phrase.members(place.members).text,
      path: sight.people(.members, from: isAfter ? nil : place.extent, to: isAfter ? place.extent : nil)
    )
  case .below(let code):
    let path = sight.plan.map { Path.plan($0).with("in", code) } ?? .closed
    return FlowNode(place.name, Phrase.planUnitsWith(place.units, place.members).text, path: path)
  case .others:
    return FlowNode(Phrase.planOtherUnits(place.units).text, Phrase.members(place.members).text)
  case .nowhere: return FlowNode(Phrase.planNowhere.text, Phrase.members(place.members).text)
  }
}

/// The same as a table, for those to whom a picture says nothing, and for a phone.
private func bandTable(_ sight: PlanSight, _ left: [FlowNode], _ right: [FlowNode]) -> HTML {
  let picture = sight.picture
  return """
    <div class="stacks bands">\(Table(
      caption: Phrase.whereMembersGo(sight.outlook.moved).text,
      columns: [
        Column(Phrase.planFrom.text), Column(Phrase.planTo.text), Column(Phrase.officialMembers.text, .number),
        Column(Phrase.probationaryMembers.text, .number), Column(Phrase.planMembers.text, .number),
      ],
      rows: picture.bands,
      isDense: true
    ) { band, page in
      let (from, to) = (picture.left[band.from].extent, picture.right[band.to].extent)
      page.markup("<tr><th scope=\"row\">")
      page.text(left[band.from].title)
      page.markup("</th>")
      page.cell(.planTo, "\(right[band.to].title)")
      for (kind, head) in [
        (PassingKind.official, Phrase.officialMembers), (.probationary, .probationaryMembers), (.members, .planMembers),
      ] {
        page.markup("<td class=\"num\"")
        page.attribute("data-head", head.text)
        page.markup(">")
        page.figure(kind.count(band.amount), sight.people(kind, from: from, to: to))
        page.markup("</td>")
      }
      page.markup("</tr>\n")
    }.html)</div>
    """
}
