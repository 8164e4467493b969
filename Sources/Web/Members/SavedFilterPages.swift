import Basics
import Hummingbird
import Markup
import Phrases
import Records
import Rules
import Storage

/// The filters somebody keeps for rolls: saved from a roll, given another name, deleted.
struct SavedFilterPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/filters", use: list)
    routes.post("/units/:unit/filters", use: save)
    routes.post("/units/:unit/filters/:filter", use: change)
  }

  /// `GET /units/:unit/filters`.
  @Sendable func list(_ request: Request, _ context: PageContext) async throws -> Response {
    try await page(request, context.parameters.get("unit") ?? "")
  }

  private func page(
    _ request: Request,
    _ key: String,
    _ draft: FilterDesk.Draft? = nil
  ) async throws -> Response {
    var response = try await reception.page(request, .roll) { visit in
      let unit = try visit.unit(key)
      try visit.require(.readRoll, on: unit)
      let path = try visit.standing(of: unit)
      return FilterDesk(
        unit: path.last?.link ?? UnitLink(unit.description, ""),
        path: visit.crumbs(path),
        saved: try visit.savedFilters(for: unit),
        draft: draft
      )
    } _: { desk, frame in
      filterDeskView(desk, in: frame)
    }
    if draft != nil, response.status == .ok { response.status = .unprocessableContent }
    return response
  }

  /// `POST /units/:unit/filters` with `name`, the filters, and `only` for this unit's roll alone.
  @Sendable func save(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.form(request) { form, _, visitor in
      let query = SavedRoll.query(form.filter { $0.name != "name" })
      let name = form.first { $0.name == "name" }?.value ?? ""
      let isForUnit = form.contains { $0.name == "only" }
      guard let unit = ID<Unit>(key) else { return try await reception.fault(request, .absent) }
      let today = reception.clock.today
      do {
        try await reception.database.write { db in
          guard try Reach(db: db, today: today).allows(visitor.account, .readRoll, on: unit) else {
            throw Refused(nil, .notAllowed(.readRoll))
          }
          try SavedFilters(db: db).save(
            visitor.account,
            name,
            SavedRoll.text(query),
            for: isForUnit ? unit : nil
          )
        }
      } catch let refused as Refused {
        let draft = FilterDesk.Draft(key: nil, name: name, query: query, isForUnit: isForUnit, refused)
        return try await page(request, key, draft)
      }
      return Answer.see(Viewpoint.kept(Asked(request), Path("units", key, "roll").keeping(query)))
    }
  }

  /// `POST /units/:unit/filters/:filter` with `name` and `deed` either `rename` or `delete`.
  @Sendable func change(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    let filter = context.parameters.get("filter") ?? ""
    return try await reception.form(request) { form, _, visitor in
      guard let id = Int64(filter) else { return try await reception.fault(request, .absent) }
      let name = form.first { $0.name == "name" }?.value ?? ""
      let isDeleted = form.contains { $0.name == "deed" && $0.value == "delete" }
      do {
        try await reception.database.write { db in
          let filters = SavedFilters(db: db)
          if isDeleted {
            try filters.delete(id, of: visitor.account)
          } else {
            try filters.rename(id, of: visitor.account, name)
          }
        }
      } catch let refused as Refused {
        let draft = FilterDesk.Draft(key: filter, name: name, query: Query(), isForUnit: false, refused)
        return try await page(request, key, draft)
      }
      return Answer.see(Viewpoint.kept(Asked(request), Path("units", key, "filters")))
    }
  }
}

extension SavedRoll {
  /// The filters as an address writes them.
  static func text(_ query: Query) -> String {
    String(Path().keeping(query).text.drop { $0 == "/" || $0 == "?" })
  }
}

extension Viewpoint {
  /// The way to a page from a form's address, on the day that address names.
  fileprivate static func kept(_ asked: Asked, _ path: Path) -> Path {
    path.with("on", asked.value("on")).with("known", asked.value("known"))
  }
}
