package import Basics
package import Markup

/// What stands around a page: who looks, from which day, in which module, and where the page is.
package struct Frame: Sendable {
  package var viewer: Viewer
  package var viewpoint: Viewpoint
  package var module: Module?
  /// The page's own path, without its query.
  package var path: Path
  /// What the page was asked, but for the day shown and the knowledge: filters, sorting, a period.
  package var query: Query
  package var message: Message?
  /// Further days offered in the day control, such as those on which plans take effect.
  package var days: [DayOffer]
  /// Whether it is the viewer's own page, at which a member begins.
  package var isOwnPage = false
  /// When the page was made, for the line under a printed page.
  package var made: Moment

  package init(
    viewer: Viewer,
    viewpoint: Viewpoint,
    module: Module?,
    path: Path,
    query: Query = Query(),
    message: Message? = nil,
    days: [DayOffer] = [],
    made: Moment
  ) {
    self.viewer = viewer
    self.viewpoint = viewpoint
    self.module = module
    self.path = path
    self.query = query
    self.message = message
    self.days = days
    self.made = made
  }

  /// This same page on another day.
  package func here(on day: CivilDate) -> Path {
    path.keeping(query).keeping(viewpoint.moved(to: day).kept)
  }

  /// This same page with another query, on the day shown.
  package func here(_ query: Query) -> Path {
    path.keeping(query).keeping(viewpoint.kept)
  }
}

/// Who looks at a page: a name, what they are here for, and what they may see.
package struct Viewer: Sendable {
  package var name: String
  /// The role of the grant in words, such as an officer of the organisation committee.
  package var role: String
  /// The highest unit in reach, where the board begins.
  package var unit: UnitLink
  package var readsJournal: Bool
  package var importsLists: Bool
  /// The parts of the site that the viewer may open, but for the journal.
  package var modules: [Module]
  /// Whether they work from a phone in the hand before all: secretaries of cells, and members.
  package var isAtHand: Bool
  package var theme: Theme
  /// Whether single keys do things.
  package var hasKeys: Bool
  /// Proof that a form comes from a page of this session.
  package var token: String

  package init(
    name: String,
    role: String,
    unit: UnitLink,
    readsJournal: Bool,
    importsLists: Bool = false,
    modules: [Module] = Module.allCases,
    isAtHand: Bool = false,
    theme: Theme = .system,
    hasKeys: Bool = true,
    token: String
  ) {
    self.name = name
    self.role = role
    self.unit = unit
    self.readsJournal = readsJournal
    self.importsLists = importsLists
    self.modules = modules
    self.isAtHand = isAtHand
    self.theme = theme
    self.hasKeys = hasKeys
    self.token = token
  }
}

/// Light, dark, or as the device is set.
package enum Theme: String, CaseIterable, Sendable {
  case system
  case light
  case dark
}

/// The parts of the site that stand under the header.
package enum Module: String, CaseIterable, Sendable {
  case board
  case units
  case roll
  case candidates
  case meetings
  case reviews
  case decisions
  case plans
  case rulebooks
  case journal
  case accounts
}

/// What happened, what it means and what to do: said on the page that follows a deed.
package struct Message: Sendable {
  package enum Kind: Sendable {
    case done
    case warning
    case refused
  }

  package var kind: Kind
  package var text: String
  package var detail: String?
  /// What can be done about it.
  package var link: (text: String, path: Path)?
  /// The token of the form that led to it, so that its draft is thrown away.
  package var request: String?

  package init(
    _ kind: Kind,
    _ text: String,
    detail: String? = nil,
    link: (text: String, path: Path)? = nil,
    request: String? = nil
  ) {
    self.kind = kind
    self.text = text
    self.detail = detail
    self.link = link
    self.request = request
  }
}

/// A day offered in the day control, with why one would look at it.
package struct DayOffer: Sendable {
  package var day: CivilDate
  package var label: String

  package init(_ day: CivilDate, _ label: String) {
    self.day = day
    self.label = label
  }
}
