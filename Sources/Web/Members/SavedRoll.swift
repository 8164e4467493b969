import Basics
package import Markup
import Phrases
import Records
import Rules

/// Filters of the roll that somebody keeps under a name.
package struct SavedRoll: Sendable {
  package var key: String
  package var name: String
  package var query: Query
  /// Whether it is for one unit only.
  package var isForUnit: Bool

  package init(key: String, name: String, query: Query, isForUnit: Bool) {
    self.key = key
    self.name = name
    self.query = query
    self.isForUnit = isForUnit
  }

  /// What it leaves on a roll, in words.
  var words: String {
    let words = query.pairs.map { pair in
      RollFilter.Field(rawValue: pair.name).map { RollFilter($0, pair.value).words.text } ?? "“\(pair.value)”"
    }
    return words.joined(separator: " · ")
  }

  /// Whether a roll is asked exactly this.
  func isAsked(_ query: Query) -> Bool { Set(self.query.pairs) == Set(query.pairs) }
}

extension SavedRoll {
  init(_ saved: SavedFilter) {
    self.init(
      key: String(saved.id),
      name: saved.name,
      query: SavedRoll.query(Asked.pairs(saved.query)),
      isForUnit: saved.unit != nil
    )
  }

  /// Of what was asked that which narrows a roll: all else belongs to one look at it.
  static func query(_ pairs: [Query.Pair]) -> Query {
    var query = Query()
    for pair in pairs where pair.name == "q" || RollFilter.Field(rawValue: pair.name) != nil {
      if !pair.value.isEmpty { query.append(pair.name, pair.value) }
    }
    return query
  }
}

extension Visit {
  /// The filters the visitor keeps, for the rolls of a unit.
  func savedFilters(for unit: ID<Unit>) throws -> [SavedRoll] {
    try SavedFilters(db: db).all(of: visitor.account).filter { $0.unit == nil || $0.unit == unit }
      .map(SavedRoll.init)
  }
}

/// The saved filters above the roll, the one in force marked.
func savedChips(_ roll: Roll, _ frame: Frame) -> HTML? {
  guard !roll.saved.isEmpty else { return nil }
  let asked = SavedRoll.query(frame.query.pairs)
  return """
    <nav class="saved chips" aria-label="\(Phrase.savedFilters)"><b>\(Phrase.savedFilters)</b>\
    \(roll.saved, { savedChip($0, asked, roll, frame.viewpoint) })\
    <a class="chip bare" href="\(path: frame.viewpoint.savedFilters(roll.unit.key))">\(Phrase.manageFilters)</a></nav>
    """
}

private func savedChip(_ saved: SavedRoll, _ asked: Query, _ roll: Roll, _ viewpoint: Viewpoint) -> HTML {
  let isHere = saved.isAsked(asked)
  return """
    <a class="chip\(isHere ? " on" as HTML : "")" href="\(path: viewpoint.roll(roll.unit.key, saved.query))"\
    \(attribute: "aria-current", isHere ? "true" : nil)>\(saved.name)</a>
    """
}

/// Keeps the filters in force under a name.
func saveForm(_ roll: Roll, _ frame: Frame) -> HTML? {
  let asked = SavedRoll.query(frame.query.pairs)
  guard !asked.pairs.isEmpty, !roll.saved.contains(where: { $0.isAsked(asked) }) else { return nil }
  return """
    <details class="adder"><summary class="chip">\(Phrase.saveFilter)</summary>
    <div class="sheet">\(savingForm(asked, name: "", isForUnit: false, error: nil, roll.unit, frame))</div></details>
    """
}

/// The form that keeps some filters, wherever it stands.
func savingForm(
  _ query: Query,
  name: String,
  isForUnit: Bool,
  error: String?,
  _ unit: UnitLink,
  _ frame: Frame
) -> HTML {
  let field = FormField("name", Phrase.filterName.text, value: name, error: error)
  return """
    <form class="form" method="post" action="\(path: frame.viewpoint.savedFilters(unit.key))">
    \(Form.hidden("token", frame.viewer.token))\(query.pairs, Form.hidden)
    \(field.html)
    <p class="tick"><input type="checkbox" id="f-only" name="only" value="1"\(flag: isForUnit, "checked")> \
    <label for="f-only">\(Phrase.onlyThisUnit(unit.name))</label></p>
    <button class="button primary">\(Phrase.saveFilter)</button></form>
    """
}
