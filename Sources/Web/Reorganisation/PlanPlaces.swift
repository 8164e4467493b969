package import Markup

/// The addresses of the forms of a plan.
extension Path {
  /// What belongs to a plan as a whole: `units`, `order`, `particulars`, `text`, `file`.
  static func plan(_ key: String, _ part: String) -> Path { Path("reorganisations", key, part) }
  static func newPlanStep(_ key: String) -> Path { Path("reorganisations", key, "steps", "new") }
  static func planStep(_ key: String, _ number: Int) -> Path {
    Path("reorganisations", key, "steps", String(number))
  }
  /// What of a step is chosen on a page of its own: `people`, `units`, `posts`.
  static func planStep(_ key: String, _ number: Int, _ part: String) -> Path {
    Path("reorganisations", key, "steps", String(number), part)
  }
  /// Where a plan is begun from a file.
  static func planFile(_ unit: String) -> Path { Path("units", unit, "reorganisations", "file") }
  /// An empty workbook with the codes of the units.
  static func planTemplate(_ unit: String) -> Path { Path("units", unit, "reorganisations", "plan.xlsx") }
}

extension Viewpoint {
  /// The plans of reorganisation of a unit and of those below it.
  package func plans(_ key: String) -> Path {
    opens.plans ? Path("units", key, "reorganisations").keeping(kept) : .closed
  }
}

extension Path {
  package static func plan(_ key: String) -> Path { Path("reorganisations", key) }
  /// The handover ledger of a plan.
  package static func handover(_ plan: String) -> Path { Path("reorganisations", plan, "handover") }
}
