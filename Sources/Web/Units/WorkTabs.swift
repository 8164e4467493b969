import Markup
import Phrases

/// The work with a unit's members.
enum WorkTab {
  case meetings, candidates, probation, transfers, secondments, residence, dues, badges, cases
}

/// The pages of the work with a unit's members side by side, as far as they open to the reader.
func workTabs(_ key: String, _ viewpoint: Viewpoint, current: WorkTab? = nil) -> HTML? {
  let tabs = works(key, viewpoint).map { work in
    Tab(work.title, work.path, isCurrent: current == work.tab)
  }
  return tabs.contains { $0.path.isOpen } ? tabsView(.memberWork, tabs) : nil
}

/// The work with a unit's members, each with where it is done.
func works(_ key: String, _ viewpoint: Viewpoint) -> [(tab: WorkTab, title: Phrase, path: Path)] {
  var works: [(tab: WorkTab, title: Phrase, path: Path)] = [
    (.meetings, .meetingsTitle, viewpoint.meetings(key)),
    (.candidates, .candidates, viewpoint.candidates(key)),
    (.probation, .probationTitle, viewpoint.probation(key)),
    (.transfers, .transfers, viewpoint.transfers(key)),
    (.secondments, .secondments, viewpoint.secondments(key)),
    (.residence, .residenceContact, viewpoint.residence(key)),
    (.dues, .duesTitle, viewpoint.dues(key)),
    (.badges, .badgeTitle, viewpoint.badges(key)),
  ]
  // What is open is open today.
  if viewpoint.time == .today { works.append((.cases, .casesTitle, viewpoint.cases(key))) }
  return works
}
