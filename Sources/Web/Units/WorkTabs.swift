import Markup
import Phrases

/// The work with a unit's members.
enum WorkTab {
  case candidates, probation, transfers, secondments, residence, dues, badges, cases
}

/// The pages of the work with a unit's members side by side, as far as they open to the reader.
func workTabs(_ key: String, _ viewpoint: Viewpoint, current: WorkTab? = nil) -> HTML? {
  var tabs = [
    Tab(.candidates, viewpoint.candidates(key), isCurrent: current == .candidates),
    Tab(.probationTitle, viewpoint.probation(key), isCurrent: current == .probation),
    Tab(.transfers, viewpoint.transfers(key), isCurrent: current == .transfers),
    Tab(.secondments, viewpoint.secondments(key), isCurrent: current == .secondments),
    Tab(.residenceContact, viewpoint.residence(key), isCurrent: current == .residence),
    Tab(.duesTitle, viewpoint.dues(key), isCurrent: current == .dues),
    Tab(.badgeTitle, viewpoint.badges(key), isCurrent: current == .badges),
  ]
  // What is open is open today.
  if viewpoint.time == .today {
    tabs.append(Tab(.casesTitle, viewpoint.cases(key), isCurrent: current == .cases))
  }
  return tabs.contains { $0.path.isOpen } ? tabsView(.memberWork, tabs) : nil
}
