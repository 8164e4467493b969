import Basics
import Markup
import Phrases

/// One condition on the roll: a field and the value it must have.
package struct RollFilter: Hashable, Sendable {
  /// The fields by which a roll can be filtered, as they stand in the address.
  package enum Field: String, CaseIterable, Sendable {
    case state
    case sex
    case ethnicity
    case age
    case partyAge
    case role
    case post
    case kind
    case sector
    case due
  }

  package var field: Field
  package var value: String

  package init(_ field: Field, _ value: String) {
    self.field = field
    self.value = value
  }

  /// The condition in words: `State: probationary`.
  var words: Phrase { .filtered(field.title, RollFilter.words(of: value, in: field)) }

  static func words(of value: String, in field: Field) -> Phrase {
    switch field {
    case .state: .state(value)
    case .sex: .sex(value)
    case .ethnicity: Phrase(verbatim: value)
    case .age: .ageBand(value)
    case .role: .role(value)
    case .post: .post(value)
    case .partyAge: .partyAgeBand(value)
    case .kind: .unitKindShort(value)
    case .sector: .sector(value)
    case .due: CivilDate(value).map { .day($0) } ?? Phrase(verbatim: value)
    }
  }
}

extension RollFilter.Field {
  var title: Phrase {
    switch self {
    case .state: .stateTitle
    case .sex: .sexTitle
    case .ethnicity: .ethnicity
    case .age: .ageTitle
    case .role: .roleTitle
    case .post: .postTitle
    case .partyAge: .partyAge
    case .kind: .kindOfCell
    case .sector: .sectorOfCell
    case .due: .dueBefore
    }
  }
}

/// A field the roll can be filtered by and the values it has there.
package struct RollOffer: Sendable {
  package var field: RollFilter.Field
  package var values: [String]

  package init(_ field: RollFilter.Field, _ values: [String]) {
    self.field = field
    self.values = values
  }
}

/// The find box of the roll, its filters as chips that can be taken off, and the ways out of the page.
func rollToolbar(_ roll: Roll, _ frame: Frame) -> HTML {
  """
  <header class="tools">
  <form class="finder" role="search" method="get" action="\(path: frame.path)">
  <input type="search" name="q" value="\(roll.search)" aria-label="\(Phrase.findInRoll)" \
  placeholder="\(Phrase.findInRoll)" autocomplete="off">\
  \(frame.query.without("q", "after", "before").pairs, Form.hidden)\(frame.viewpoint.kept.pairs, Form.hidden)\
  <kbd aria-hidden="true">n</kbd></form>
  \(foundLine(roll))
  <div class="chips">\(roll.filters, { chip($0, frame) })\(filterForm(roll, frame))\(saveForm(roll, frame))</div>
  <div class="actions push">\(files(roll, frame))\
  <a class="button small" href="\(path: frame.here(rollQuery(frame).with("print", "all")))" \
  rel="nofollow">\(Phrase.printAll(min(roll.matching, RollSheet.most)))</a></div>
  </header>
  \(savedChips(roll, frame))\(roleNote(roll))
  """
}

private func foundLine(_ roll: Roll) -> HTML? {
  guard !roll.search.isEmpty || !roll.filters.isEmpty else { return nil }
  return "<span class=\"aside\" role=\"status\">\(Phrase.matches(roll.matching))</span>"
}

/// What the roll is asked, but for the page of it that is shown.
func rollQuery(_ frame: Frame) -> Query { frame.query.without("after", "before", "print", "person") }

/// Said where those shown are not those who count.
private func roleNote(_ roll: Roll) -> HTML? {
  guard let role = roll.filters.first(where: { $0.field == .role && $0.value != "home" }) else { return nil }
  return
    "<p class=\"roll-note\" role=\"note\">\(Phrase.notCounted(RollFilter.words(of: role.value, in: .role).text))</p>"
}

private func chip(_ filter: RollFilter, _ frame: Frame) -> HTML {
  """
  <a class="chip on" href="\(path: without(filter, frame))" \
  aria-label="\(Phrase.removeFilter(filter.words.text))">\(filter.words) \
  <span aria-hidden="true">×</span></a>
  """
}

private func without(_ filter: RollFilter, _ frame: Frame) -> Path {
  frame.here(frame.query.without("after", "before").without(filter.field.rawValue, value: filter.value))
}

/// The further filters, in a form of their own behind one press.
private func filterForm(_ roll: Roll, _ frame: Frame) -> HTML? {
  guard !roll.offers.isEmpty else { return nil }
  let chosen = roll.offers.map { offer in
    (offer: offer, value: roll.filters.first { $0.field == offer.field }?.value ?? "")
  }
  let kept = frame.query.pairs.filter { pair in
    pair.name != "after" && pair.name != "before" && pair.name != RollFilter.Field.due.rawValue
      && !roll.offers.contains { $0.field.rawValue == pair.name }
  }
  let due = FormField(
    RollFilter.Field.due.rawValue,
    Phrase.dueBefore.text,
    kind: .day,
    value: roll.filters.first { $0.field == .due }?.value ?? "",
    isRequired: false
  )
  return """
    <details class="adder" data-filter><summary class="chip">\(Phrase.addFilter) \
    <kbd aria-hidden="true">f</kbd></summary>
    <form class="sheet filters" method="get" action="\(path: frame.path)">
    \(kept, Form.hidden)\(frame.viewpoint.kept.pairs, Form.hidden)
    <div class="fields">\(chosen, { choice($0.offer, $0.value) })\(due.html)</div>
    <button class="button primary">\(Phrase.apply)</button></form></details>
    """
}

private func choice(_ offer: RollOffer, _ value: String) -> HTML {
  let values = offer.values.map {
    FormField.Choice($0, RollFilter.words(of: $0, in: offer.field).leading.text)
  }
  return FormField(
    offer.field.rawValue,
    offer.field.title.text,
    kind: .choice([FormField.Choice("", Phrase.any.text)] + values),
    value: value,
    isRequired: false
  ).html
}

private func files(_ roll: Roll, _ frame: Frame) -> HTML {
  let query = rollQuery(frame).without("rows")
  return """
    \(frame.viewpoint.opens.files && roll.matching > 0 ? ["csv", "xlsx"] : [], { file($0, roll, query, frame.viewpoint) })
    """
}

private func file(_ format: String, _ roll: Roll, _ query: Query, _ viewpoint: Viewpoint) -> HTML {
  """
  <a class="button small" href="\(path: viewpoint.rollFile(roll.unit.key, format, query))" download \
  rel="nofollow">\(Phrase.exportRows(roll.matching, format.uppercased()))</a>
  """
}

/// Said when nobody is left: which filter to drop and what would then be found, or why nobody is there.
func rollEmpty(_ roll: Roll, _ frame: Frame) -> HTML {
  let conditions = roll.filters.count + (roll.search.isEmpty ? 0 : 1)
  guard conditions > 0 else { return emptyView(.rollEmpty, why: .rollEmptyMeaning) }
  let clear: HTML = """
    <a class="button" href="\(path: frame.viewpoint.roll(roll.unit.key))">\(Phrase.clearFilters)</a>
    """
  guard let advice = roll.advice else {
    return emptyView(.noMatch(conditions), why: .nothingFoundMeaning, next: clear)
  }
  let found = figureLink(advice.found, without(advice.filter, frame))
  return """
    <div class="empty"><p><b>\(Phrase.noMatch(conditions))</b></p>\
    <p>\(Phrase.withoutFilter(advice.filter.words.text)) \(found).</p>\(clear)</div>
    """
}
