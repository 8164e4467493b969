import Basics
import Markup
import Phrases
import Records
import Rules

/// Who leads a cell, on its front page: the posts held and those nobody holds.
struct CellFront: Sendable {
  var kind: String
  var path: [UnitLink]
  var posts: [PostHolder]
  var vacant: [VacantPost]
}

extension UnitKind {
  /// Whether it is where members are at home, so that its page tells of people and not of units.
  var isCell: Bool { [.cell, .baseCell, .subgroup].contains(self) }
}

extension Visit {
  /// The front of a cell; `nil` for an organisation that has units below it.
  func cellFront(_ here: TreeUnit?, _ path: [UnitLink]) throws -> CellFront? {
    guard let here, here.kind.isCell else { return nil }
    let posts = try allows(.readPerson, on: here.unit) ? holders(of: here.unit) : []
    return CellFront(
      kind: here.kind.rawValue,
      path: path,
      posts: posts,
      vacant: try allows(.readPerson, on: here.unit) ? vacant(here.unit, here.kind, posts) : []
    )
  }
}

/// The page at which the work of a cell begins: what waits, who they are, who leads, then how they came to be so many.
func cellBoardView(_ board: Board, _ cell: CellFront, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  return page(
    frame,
    title: Phrase(verbatim: board.unit.name),
    content: """
      <div class="heading"><div>\(cell.path.count > 1 ? crumbs(cell.path, viewpoint) : nil)\
      <h1><bdi lang="vi">\(board.unit.name)</bdi></h1>\
      <p class="subject">\(Phrase.unitKind(cell.kind).leading)</p></div>
      <div class="actions"><button class="button" type="button" data-print hidden>\(Phrase.printBoard)\
      </button></div></div>
      <div class="columns wide-narrow"><div class="stack">\
      \(board.duties.flatMap { dutiesView($0, board.unit, frame) })\
      \(cellWork(board.unit, board.counts, board.duties, viewpoint))</div>
      <div class="stack">\(cellMembers(board.counts, board.unit, viewpoint))\
      \(postsView(cell.posts, cell.vacant, viewpoint))</div></div>
      <section class="group" aria-labelledby="movement"><header>\
      <h2 id="movement">\(Phrase.ledgerOf(board.ledger.from, board.ledger.last))</h2></header>
      \(ledgerView(board.ledger, viewpoint))</section>
      """
  )
}

/// The members of a cell in four numbers, each opening to the people.
func cellMembers(_ counts: MemberCounts, _ unit: UnitLink, _ viewpoint: Viewpoint) -> HTML {
  func number(_ name: Phrase, _ count: Int, _ code: String) -> HTML {
    "<div><dt>\(name)</dt><dd>\(figureLink(count, viewpoint.figure(code, of: unit.key)))</dd></div>"
  }
  return """
    <section class="panel" aria-labelledby="members"><header>\
    <h2 id="members">\(Phrase.cellMembers)</h2></header>
    <dl class="facts inside">\(number(.cellAll, counts.total, "members.total"))\
    \(number(.official, counts.official, "members.official"))\
    \(number(.probationary, counts.probationary, "members.probationary"))\
    \(number(.women, counts.women, "members.women"))</dl>
    \(viewpoint.opens.people
      ? "<p class=\"inside actions\"><a class=\"button\" href=\"\(path: viewpoint.roll(unit.key))\">\(Phrase.openRoll)</a></p>"
      : nil)</section>
    """
}

/// The work with a cell's members, each with how many there are; `nil` where none opens to the reader.
func cellWork(
  _ unit: UnitLink,
  _ counts: MemberCounts,
  _ duties: Duties?,
  _ viewpoint: Viewpoint
) -> HTML? {
  let works = works(unit.key, viewpoint).filter(\.path.isOpen)
  guard !works.isEmpty else { return nil }
  let found: [WorkTab: Int?] = [
    .candidates: duties?.candidates, .probation: counts.probationary, .transfers: duties?.moving,
    .cases: duties?.cases?.count,
  ]
  return """
    <section class="panel" aria-labelledby="work"><header><h2 id="work">\(Phrase.memberWork)</h2></header>
    <ul class="works">\(works, { work($0.title, $0.path, found[$0.tab].flatMap(\.self)) })\
    \(viewpoint.opens.reviews ? work(.reviewsTitle, viewpoint.reviews(unit.key), nil) : nil)\
    \(viewpoint.opens.models
      ? "\(work(.modelsTitle, viewpoint.models(unit.key), nil))\(work(.regulationsTitle, viewpoint.regulations(unit.key), nil))" as HTML
      : nil)\
    \(viewpoint.opens.meetings
      ? work(.followersTitle, viewpoint.followers(unit.key), nil) : nil)\
    \(viewpoint.opens.resolutions
      ? "\(work(.resolutionsTitle, viewpoint.resolutions(unit.key), nil))\(work(.tasksTitle, viewpoint.tasks(unit.key), nil))" as HTML
      : nil)</ul></section>
    """
}

private func work(_ title: Phrase, _ path: Path, _ count: Int?) -> HTML {
  """
  <li><a href="\(path: path)"><span>\(title.leading)</span>\
  \(count.map { " <b>\(Phrase.number($0))</b>" as HTML })</a></li>
  """
}
