import Hummingbird
package import Markup
import Phrases
package import Rules

/// The table of rights, for everybody.
struct RightsPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/rights", use: rights)
  }

  /// `GET /rights`: every deed and every role, with the visitor's own roles marked.
  @Sendable func rights(_ request: Request, _ context: PageContext) async throws -> Response {
    try await reception.page(request, nil) { visit in
      Set(visit.standing.places.map(\.role))
    } _: { own, frame in
      rightsView(own, in: frame)
    }
  }
}

/// Who may do what where, as a table of deeds and roles.
package func rightsView(_ own: Set<Role>, in frame: Frame) -> HTML {
  page(
    frame,
    title: .rightsTitle,
    content: """
      <div class="heading"><div><h1>\(Phrase.rightsTitle)</h1><p>\(Phrase.rightsMeaning)</p></div>
      <div class="actions"><button class="button" type="button" data-print hidden>\(Phrase.print)</button>\
      </div></div>
      <section class="panel" aria-label="\(Phrase.rightsTitle)"><div class="scroll" tabindex="0" role="group" \
      aria-label="\(Phrase.rightsTitle)"><table class="table dense"><caption class="unseen">\
      \(Phrase.rightsTitle)</caption><thead><tr><th scope="col">\(Phrase.rightsDeed)</th>\
      \(Role.allCases, { roleHead($0, own) })</tr></thead>
      <tbody data-rows>\(Deed.allCases, { deedRow($0, own) })</tbody></table></div></section>
      <p class="hint">\(Phrase.ownFileOnly)</p>
      """
  )
}

private func roleHead(_ role: Role, _ own: Set<Role>) -> HTML {
  """
  <th scope="col"\(attribute: "class", own.contains(role) ? "yours" : nil)>\
  \(Phrase.accountRole(role.rawValue).leading)\
  \(own.contains(role) ? "<br><b>\(Phrase.yourRole)</b>" : nil)</th>
  """
}

private func deedRow(_ deed: Deed, _ own: Set<Role>) -> HTML {
  "<tr><th scope=\"row\">\(Phrase.deed(deed).leading)</th>\(Role.allCases, { cell($0, deed, own) })</tr>\n"
}

private func cell(_ role: Role, _ deed: Deed, _ own: Set<Role>) -> HTML {
  let relations = Rights.relations(role, deed)
  return """
    <td class="whole\(own.contains(role) ? " yours" as HTML : "")">\
    <span\(attribute: "class", relations.isEmpty ? "faint" : nil)>\(Phrase.reach(relations))</span></td>
    """
}

/// What one role may do where it is granted, as a list: said before it is granted, and to who has it.
func mayView(_ role: Role) -> HTML {
  let deeds = Deed.allCases.filter { !Rights.relations(role, $0).isEmpty }
  if deeds.isEmpty { return "<p>\(Phrase.mayDoNothing)</p>" }
  return "<ul class=\"may\">\(deeds, { mayItem($0, role) })</ul>"
}

private func mayItem(_ deed: Deed, _ role: Role) -> HTML {
  let relations = Rights.relations(role, deed)
  let narrower: HTML? =
    relations.contains(.own) && relations.contains(.below)
    ? nil : " <span class=\"quiet\">(\(Phrase.reach(relations)))</span>"
  return "<li>\(Phrase.deed(deed).leading)\(narrower)</li>"
}
