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

extension Path {
  /// The form by which a meeting of a cell is called.
  static func newMeeting(_ unit: String) -> Path { Path("units", unit, "meetings", "new") }
  /// Where something is proposed for the meetings of a unit.
  static func themes(_ unit: String) -> Path { Path("units", unit, "themes") }
  /// A meeting, or one of the deeds on it: `roll`, `items`, `votes`, `papers`, `scores`, `stage`, `change`.
  static func meeting(_ key: String, _ rest: String...) -> Path { Path(segments: ["meetings", key] + rest) }
}
