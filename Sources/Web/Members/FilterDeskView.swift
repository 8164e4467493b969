package import Markup
import Phrases
package import Rules

/// The filters somebody keeps, where they are given other names and deleted.
package struct FilterDesk: Sendable {
  package var unit: UnitLink
  package var path: [UnitLink]
  package var saved: [SavedRoll]
  /// What was sent and refused.
  package var draft: Draft?

  package struct Draft: Sendable {
    /// The filter that was to be renamed; `nil` for a new one.
    package var key: String?
    package var name: String
    package var query: Query
    package var isForUnit: Bool
    package var refused: Refused

    package init(key: String?, name: String, query: Query, isForUnit: Bool, _ refused: Refused) {
      self.key = key
      self.name = name
      self.query = query
      self.isForUnit = isForUnit
      self.refused = refused
    }

    var error: String {
      refused.objections.map { Phrase.refusal($0.refusal).leading.text }.joined(separator: ". ")
    }
  }

  package init(unit: UnitLink, path: [UnitLink], saved: [SavedRoll], draft: Draft? = nil) {
    self.unit = unit
    self.path = path
    self.saved = saved
    self.draft = draft
  }
}

package func filterDeskView(_ desk: FilterDesk, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  return page(
    frame,
    title: .savedFilters,
    content: """
      <div class="heading"><div>\(crumbs(desk.path, viewpoint))<h1>\(Phrase.savedFilters)</h1>\
      <p>\(Phrase.savedFiltersMeaning(50))</p></div>\
      <div class="actions"><a class="button" href="\(path: viewpoint.roll(desk.unit.key))">\(Phrase.backToRoll)</a></div></div>
      \(desk.draft.flatMap { $0.key == nil ? again($0, desk, frame) : nil })
      \(desk.saved.isEmpty
        ? emptyView(.noSavedFilters, why: .noSavedFiltersMeaning)
        : "<ul class=\"panel filter-list\">\(desk.saved, { item($0, desk, frame) })</ul>")
      """
  )
}

/// A new one that was refused, with what was written.
private func again(_ draft: FilterDesk.Draft, _ desk: FilterDesk, _ frame: Frame) -> HTML {
  """
  <section class="panel inside" aria-label="\(Phrase.saveFilter)">\(savingForm(
    draft.query,
    name: draft.name,
    isForUnit: draft.isForUnit,
    error: draft.error,
    desk.unit,
    frame
  ))</section>
  """
}

private func item(_ saved: SavedRoll, _ desk: FilterDesk, _ frame: Frame) -> HTML {
  let draft = desk.draft.flatMap { $0.key == saved.key ? $0 : nil }
  let action = Path("units", desk.unit.key, "filters", saved.key).keeping(frame.viewpoint.kept)
  return """
    <li><div><a href="\(path: frame.viewpoint.roll(desk.unit.key, saved.query))"><b>\(saved.name)</b></a>\
    <small>\(saved.words)\(saved.isForUnit ? " · \(Phrase.onlyThisUnit(desk.unit.name))" as HTML : nil)</small></div>
    <form method="post" action="\(path: action)">\(Form.hidden("token", frame.viewer.token))
    <input type="text" name="name" value="\(draft?.name ?? saved.name)" required maxlength="60" \
    aria-label="\(Phrase.newNameOf(saved.name))"\
    \(attribute: "aria-invalid", draft == nil ? nil : "true")\
    \(attribute: "aria-describedby", draft == nil ? nil : "wrong-\(saved.key)")>
    <button class="button small" name="deed" value="rename">\(Phrase.renameFilter)</button>\
    <button class="button small danger" name="deed" value="delete" formnovalidate \
    aria-label="\(Phrase.deleteFilterNamed(saved.name))">\(Phrase.deleteFilter)</button>
    \(draft.map { "<p class=\"error\" id=\"wrong-\(saved.key)\">\($0.error)</p>" as HTML })</form></li>
    """
}
