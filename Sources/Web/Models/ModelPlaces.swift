import Markup

// Models and working regulations.
extension Viewpoint {
  /// A unit's own assessments, and where the units below it stand in a year by a model.
  func models(_ unit: String, _ query: Query = Query()) -> Path {
    opens.models ? Path("units", unit, "models").keeping(query).keeping(kept) : .closed
  }

  /// One unit's assessment of one year.
  func assessment(_ key: String) -> Path {
    opens.models ? Path("models", key).keeping(kept) : .closed
  }

  func modelsFile(_ unit: String, _ format: String, _ query: Query) -> Path {
    opens.files && opens.models
      ? Path("units", unit, "models." + format).keeping(query).keeping(kept) : .closed
  }

  /// A unit's working regulation, and those of the units below it.
  func regulations(_ unit: String, _ query: Query = Query()) -> Path {
    opens.models ? Path("units", unit, "working-regulations").keeping(query).keeping(kept) : .closed
  }

  func regulationsFile(_ unit: String, _ format: String, _ query: Query) -> Path {
    opens.files && opens.models
      ? Path("units", unit, "working-regulations." + format).keeping(query).keeping(kept) : .closed
  }
}

extension Path {
  static func models(_ unit: String) -> Path { Path("units", unit, "models") }
  static func assessment(_ key: String) -> Path { Path("models", key) }
  static func regulations(_ unit: String) -> Path { Path("units", unit, "working-regulations") }
  static func regulationFile(_ unit: String, _ file: String) -> Path {
    Path("units", unit, "working-regulations", file)
  }
}
