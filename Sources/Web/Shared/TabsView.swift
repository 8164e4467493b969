import Markup
import Phrases

/// One of several ways to see the same, each an address of its own.
struct Tab {
  var title: Phrase
  var path: Path
  var count: Int?
  var isCurrent: Bool

  init(_ title: Phrase, _ path: Path, count: Int? = nil, isCurrent: Bool) {
    self.title = title
    self.path = path
    self.count = count
    self.isCurrent = isCurrent
  }
}

/// The ways side by side, the current one underlined; those that do not open to the reader are left out.
func tabsView(_ name: Phrase, _ tabs: [Tab]) -> HTML {
  """
  <nav class="tabs" aria-label="\(name)"><ul>\(tabs.filter(\.path.isOpen), tab)</ul></nav>
  """
}

private func tab(_ tab: Tab) -> HTML {
  """
  <li><a href="\(path: tab.path)"\(attribute: "aria-current", tab.isCurrent ? "page" : nil)>\(tab.title)\
  \(tab.count.map { " <span>\(Phrase.number($0))</span>" as HTML })</a></li>
  """
}
