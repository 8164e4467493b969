import Basics
package import Markup

/// The addresses of meetings.
extension Viewpoint {
  /// The meetings of a cell in a year; of a committee, which of its cells met in which month.
  package func meetings(_ unit: String, year: Int? = nil) -> Path {
    opens.meetings
      ? Path("units", unit, "meetings").with("year", year.map(String.init)).keeping(kept) : .closed
  }

  /// One meeting: before it, while it is held, afterwards.
  package func meeting(_ key: String) -> Path { Path("meetings", key).keeping(kept) }

  /// The minutes of a meeting, as they are printed.
  package func minutes(_ meeting: String) -> Path { Path("meetings", meeting, "minutes").keeping(kept) }

  /// What is proposed for the meetings of a cell, or by a unit for those below it.
  package func themes(_ unit: String, _ query: Query = Query()) -> Path {
    Path("units", unit, "themes").keeping(query).keeping(kept)
  }

  /// The same as a file, `csv` or `xlsx`.
  func themesFile(_ unit: String, _ format: String) -> Path {
    opens.files && opens.meetings ? Path("units", unit, "themes." + format).keeping(kept) : .closed
  }

  /// Who opened which paper of a meeting.
  func paperReaders(_ meeting: String) -> Path { Path("meetings", meeting, "readers").keeping(kept) }

  /// The invitation to a meeting, as it is printed.
  package func invitation(_ meeting: String) -> Path { Path("meetings", meeting, "invitation").keeping(kept) }
}

extension Viewpoint {
  /// What the thematic meetings of a unit made in a year; narrowed to the meetings of one state.
  package func outputs(_ unit: String, year: Int? = nil, state: String? = nil) -> Path {
    guard opens.meetings else { return .closed }
    return Path("units", unit, "outputs").with("year", year.map(String.init)).with("state", state)
      .keeping(kept)
  }

  /// The same as a file.
  func outputsFile(_ unit: String, _ format: String, year: Int, state: String?) -> Path {
    guard opens.files, opens.meetings else { return .closed }
    return Path("units", unit, "outputs." + format).with("year", year).with("state", state).keeping(kept)
  }
}

extension Viewpoint {
  /// Who took part in the meetings of a unit in a year: of a cell by person, of a committee by unit.
  package func attendance(_ unit: String, year: Int? = nil) -> Path {
    guard opens.meetings else { return .closed }
    return Path("units", unit, "attendance").with("year", year.map(String.init)).keeping(kept)
  }

  /// The same as a file.
  func attendanceFile(_ unit: String, _ format: String, year: Int) -> Path {
    guard opens.files, opens.meetings else { return .closed }
    return Path("units", unit, "attendance." + format).with("year", year).keeping(kept)
  }

  /// The meetings of a year at which one person was called.
  func attendance(ofPerson key: String, year: Int? = nil) -> Path {
    Path("people", key, "attendance").with("year", year.map(String.init)).keeping(kept)
  }
}

extension Path {
  /// How minutes are worded in a unit and below.
  static func minutesTemplate(_ unit: String) -> Path { Path("units", unit, "minutes-template") }
  /// How a cell may meet.
  static func meetingModes(_ unit: String) -> Path { Path("units", unit, "meetings", "modes") }
  /// The form by which a meeting of a cell is called.
  static func newMeeting(_ unit: String) -> Path { Path("units", unit, "meetings", "new") }
  /// Where something is proposed for the meetings of a unit.
  static func themes(_ unit: String) -> Path { Path("units", unit, "themes") }
  /// A meeting, or one of the deeds on it: `roll`, `items`, `votes`, `papers`, `scores`, `stage`, `change`.
  static func meeting(_ key: String, _ rest: String...) -> Path { Path(segments: ["meetings", key] + rest) }
}
