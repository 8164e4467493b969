import Markup

// Resolutions and tasks.
extension Viewpoint {
  /// The resolutions of a unit, its own and those from above.
  func resolutions(_ unit: String) -> Path {
    opens.resolutions ? Path("units", unit, "resolutions").keeping(kept) : .closed
  }

  func resolution(_ key: String) -> Path { Path("resolutions", key).keeping(kept) }

  /// The tasks of a unit and below, narrowed by a query.
  func tasks(_ unit: String, _ query: Query = Query()) -> Path {
    opens.resolutions ? Path("units", unit, "tasks").keeping(query).keeping(kept) : .closed
  }

  func task(_ key: String) -> Path { Path("tasks", key).keeping(kept) }

  /// What one person answers for.
  func tasks(ofPerson key: String, _ query: Query = Query()) -> Path {
    Path("people", key, "tasks").keeping(query).keeping(kept)
  }

  /// The year themes and work programmes of a unit and below, of a year.
  func programmes(_ unit: String, year: Int? = nil) -> Path {
    opens.resolutions
      ? Path("units", unit, "programmes").with("year", year.map(String.init)).keeping(kept) : .closed
  }

  /// What a leader looks at: resolutions, tasks and meetings of the units below.
  func leaderBoard(_ unit: String, year: Int? = nil) -> Path {
    opens.resolutions && opens.meetings
      ? Path("units", unit, "board").with("year", year.map(String.init)).keeping(kept) : .closed
  }

  /// The units a resolution was sent to that have come so far.
  func resolution(_ key: String, step: String) -> Path { resolution(key).with("step", step) }

  /// The same lists as files.
  func resolutionsFile(_ unit: String, _ format: String) -> Path {
    opens.files && opens.resolutions ? Path("units", unit, "resolutions." + format).keeping(kept) : .closed
  }

  func tasksFile(_ unit: String, _ format: String, _ query: Query) -> Path {
    opens.files && opens.resolutions
      ? Path("units", unit, "tasks." + format).keeping(query).keeping(kept) : .closed
  }
}

extension Path {
  static func enterResolution(_ unit: String) -> Path { Path("units", unit, "resolutions", "new") }
  static func resolution(_ key: String, _ deed: String) -> Path { Path("resolutions", key, deed) }
  static func answer(_ key: String, _ unit: String, _ step: String) -> Path {
    Path("resolutions", key, "units", unit, step)
  }
  static func assignTask(_ unit: String, under resolution: String? = nil) -> Path {
    Path("units", unit, "tasks", "new").with("resolution", resolution)
  }
  /// One task for each of several members.
  static func assignTasks(_ unit: String, under resolution: String? = nil) -> Path {
    Path("units", unit, "tasks", "members").with("resolution", resolution)
  }
  /// How far the open tasks of a unit have come, told in one list.
  static func tellTasks(_ unit: String) -> Path { Path("units", unit, "tasks", "told") }
  static func task(_ key: String, _ deed: String) -> Path { Path("tasks", key, deed) }
  static func evidence(_ task: String, _ file: String) -> Path { Path("tasks", task, "files", file) }
}
