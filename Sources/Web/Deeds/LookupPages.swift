import Basics
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// Suggestions for a field that names a unit or a person: what script puts under it as one types.
struct LookupPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/lookup/units", use: units)
    routes.get("/lookup/people", use: people)
  }

  /// `GET /lookup/units?q=hoan`: up to a dozen units in reach, each as an option with its code.
  @Sendable func units(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.answer(request) { visit in
      let units = try visit.unitsNamed(visit.lookedUp)
      let above = try visit.namesAbove(units.map(\.unit))
      return units.map { unit in
        (code: unit.code, name: unit.name, kind: unit.kind.rawValue, above: above[unit.unit])
      }
    } _: { units, _, _ in
      Answer.page(
        """
        \(units, { unit in
          let about = [unit.name, Phrase.unitKindShort(unit.kind).text, unit.above].compactMap { $0 }
          return option(unit.code, about.joined(separator: " · "))
        })
        """
      )
    }
  }

  /// `GET /lookup/people?q=hanh`: up to a dozen members in reach, each as an option with their number.
  @Sendable func people(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.answer(request) { visit in
      try visit.peopleNamed(visit.lookedUp).map { ($0.code, "\($0.name) · \($0.unitName)") }
    } _: { people, _, _ in
      Answer.page("\(people, { option($0.0, $0.1) })")
    }
  }

  private func option(_ value: String, _ label: String) -> HTML {
    "<option value=\"\(value)\">\(label)</option>"
  }
}

extension Visit {
  fileprivate var lookedUp: String { String((asked.value("q") ?? "").prefix(100)) }
}
