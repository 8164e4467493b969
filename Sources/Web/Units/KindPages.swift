import Basics
import Hummingbird
import Markup
import Records
import Rules

/// What a unit consists of: the units below by kind and sector, the members by the sector of their home.
package struct KindPage: Sendable {
  /// The units of one kind in one sector.
  package struct Cell: Sendable {
    package var kind: String
    /// `nil`: none is recorded.
    package var sector: String?
    package var units: Int

    package init(kind: String, sector: String?, units: Int) {
      self.kind = kind
      self.sector = sector
      self.units = units
    }
  }

  package var unit: UnitLink
  package var path: [UnitLink]
  package var cells: [Cell]
  /// The members by sector, the largest first.
  package var members: [(sector: String?, count: Int)]

  package init(
    unit: UnitLink,
    path: [UnitLink],
    cells: [Cell],
    members: [(sector: String?, count: Int)]
  ) {
    self.unit = unit
    self.path = path
    self.cells = cells
    self.members = members
  }

  /// The kinds there are, from the highest.
  var kinds: [String] {
    UnitKind.allCases.map(\.rawValue).filter { kind in cells.contains { $0.kind == kind } }
  }

  /// The sectors there are, those without one last.
  var sectors: [String?] {
    let known: [String?] = Sector.allCases.map(\.rawValue)
    return (known + [nil]).filter { sector in cells.contains { $0.sector == sector } }
  }

  func count(_ kind: String?, _ sector: String??) -> Int {
    cells.reduce(0) { sum, cell in
      let isMeant = (kind == nil || cell.kind == kind) && (sector == nil || cell.sector == sector)
      return isMeant ? sum + cell.units : sum
    }
  }
}

/// The list behind one number of the table.
package struct KindList: Sendable {
  package struct Row: Sendable {
    package var unit: UnitLink
    package var kind: String
    package var sector: String?
    package var parent: UnitLink?
    package var homes: Int

    package init(unit: UnitLink, kind: String, sector: String?, parent: UnitLink?, homes: Int) {
      self.unit = unit
      self.kind = kind
      self.sector = sector
      self.parent = parent
      self.homes = homes
    }
  }

  package var unit: UnitLink
  package var path: [UnitLink]
  package var kind: String?
  /// The sector asked for; `none` for those without one.
  package var sector: String?
  package var isOfHomes: Bool
  package var count: Int
  package var homes: Int
  package var rows: [Row]
  package var firstSerial: Int
  package var previous: String?
  package var next: String?

  package init(
    unit: UnitLink,
    path: [UnitLink],
    kind: String?,
    sector: String?,
    isOfHomes: Bool,
    count: Int,
    homes: Int,
    rows: [Row],
    firstSerial: Int = 1,
    previous: String? = nil,
    next: String? = nil
  ) {
    self.unit = unit
    self.path = path
    self.kind = kind
    self.sector = sector
    self.isOfHomes = isOfHomes
    self.count = count
    self.homes = homes
    self.rows = rows
    self.firstSerial = firstSerial
    self.previous = previous
    self.next = next
  }
}

/// The table by kind and sector, and the lists it opens to.
struct KindPages: Sendable {
  let reception: Reception

  private enum Found: Sendable {
    case table(KindPage)
    case list(KindList)
  }

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/kinds", use: kinds)
  }

  /// `GET /units/:unit/kinds`, and with `kind=cell&sector=residential`, `list=units` or `list=homes` a list.
  @Sendable func kinds(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.page(request, .units) { visit -> Found in
      let unit = try visit.unit(key)
      try visit.require(.readFigures, on: unit)
      guard let question = try visit.kindQuestion(unit) else { return .table(try visit.kindPage(unit)) }
      return .list(try visit.kindList(question))
    } _: { found, frame in
      switch found {
      case .table(let model): kindView(model, in: frame)
      case .list(let model): kindListView(model, in: frame)
      }
    }
  }
}

extension Visit {
  fileprivate func kindQuestion(_ unit: ID<Unit>) throws -> KindQuestion? {
    let (kind, sector, list) = (asked.value("kind"), asked.value("sector"), asked.value("list"))
    guard kind != nil || sector != nil || list != nil else { return nil }
    var question = KindQuestion(unit: unit, asOf: asOf)
    if let kind {
      guard let known = UnitKind(rawValue: kind) else { throw PageFault.value(name: "kind", kind) }
      question.kind = known
    }
    if let sector, sector != "none" {
      guard let known = Sector(rawValue: sector) else { throw PageFault.value(name: "sector", sector) }
      question.sector = .one(known)
    } else if sector != nil {
      question.sector = .unrecorded
    }
    if let list, list != "units", list != "homes" { throw PageFault.value(name: "list", list) }
    question.isOfHomes = list == "homes"
    return question
  }

  fileprivate func kindPage(_ unit: ID<Unit>) throws -> KindPage {
    let path = try standing(of: unit)
    let store = KindStore(db: db)
    let (cells, members) = try kept(.kinds(unit, asOf)) {
      (try store.counts(below: unit, asOf), try store.members(of: unit, asOf))
    }
    return KindPage(
      unit: path.last?.link ?? UnitLink(unit.description, ""),
      path: crumbs(path),
      cells: cells.map {
        KindPage.Cell(kind: $0.kind.rawValue, sector: $0.sector?.rawValue, units: $0.units)
      },
      members: members.map { (sector: $0.key?.rawValue, count: $0.value) }.sorted {
        ($1.count, $0.sector ?? "~") < ($0.count, $1.sector ?? "~")
      }
    )
  }

  fileprivate func kindList(_ question: KindQuestion) throws -> KindList {
    let path = try standing(of: question.unit)
    let store = KindStore(db: db)
    let counts = try kept(.kindCount(question)) { try store.count(question) }
    let stretch = try Stretch(counts.units, asked)
    return KindList(
      unit: path.last?.link ?? UnitLink(question.unit.description, ""),
      path: crumbs(path),
      kind: question.kind?.rawValue,
      sector: asked.value("sector"),
      isOfHomes: question.isOfHomes,
      count: counts.units,
      homes: counts.homes,
      rows: try store.units(question, stretch.range).map { row in
        KindList.Row(
          unit: row.unit.link,
          kind: row.unit.kind.rawValue,
          sector: row.unit.sector?.rawValue,
          parent: row.parent.map { UnitLink($0.description, row.parentName ?? "") },
          homes: row.homes
        )
      },
      firstSerial: stretch.range.lowerBound + 1,
      previous: stretch.previous,
      next: stretch.next
    )
  }
}
