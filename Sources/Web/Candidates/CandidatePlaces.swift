package import Basics
package import Markup

/// The addresses of candidates and of members on probation.
extension Viewpoint {
  /// The candidates of a unit and below.
  package func candidates(_ unit: String, _ query: Query = Query()) -> Path {
    opens.people ? Path("units", unit, "candidates").keeping(query).keeping(kept) : .closed
  }

  /// The same as a file, `csv` or `xlsx`.
  package func candidateFile(_ unit: String, _ format: String, _ query: Query = Query()) -> Path {
    Path("units", unit, "candidates." + format).keeping(query).keeping(kept)
  }

  /// How far one candidate has come.
  package func candidate(_ key: String) -> Path { Path("candidates", key).keeping(kept) }

  /// The members on probation of a unit and below, and when each is due.
  package func probation(_ unit: String, _ query: Query = Query()) -> Path {
    opens.people ? Path("units", unit, "probation").keeping(query).keeping(kept) : .closed
  }

  package func probationFile(_ unit: String, _ format: String, _ query: Query = Query()) -> Path {
    Path("units", unit, "probation." + format).keeping(query).keeping(kept)
  }

  /// Candidates and admissions of a period by age, sex, ethnicity and source; asked for one of them, the people.
  package func recruits(
    _ unit: String,
    from: CivilDate? = nil,
    until: CivilDate? = nil,
    _ query: Query = Query()
  ) -> Path {
    opens.people ? recruits("recruits", unit, from, until, query) : .closed
  }

  /// The same as a file, `csv` or `xlsx`: everybody, or the people of one number.
  package func recruitsFile(
    _ unit: String,
    _ format: String,
    from: CivilDate,
    until: CivilDate,
    _ query: Query = Query()
  ) -> Path {
    recruits("recruits." + format, unit, from, until, query)
  }

  private func recruits(
    _ page: String,
    _ unit: String,
    _ from: CivilDate?,
    _ until: CivilDate?,
    _ query: Query
  ) -> Path {
    Path("units", unit, page)
      .with("from", from?.description)
      .with("until", until?.description)
      .keeping(query)
      .keeping(kept)
  }
}

extension Path {
  /// The form by which somebody becomes a candidate of a cell; `person`: who was a member before.
  package static func beginCandidacy(_ unit: String, person: String? = nil) -> Path {
    Path("units", unit, "candidates", "new").with("person", person)
  }

  /// The form of a step, or of the step `correcting`.
  package static func candidateStep(_ person: String, _ step: String, correcting: String? = nil) -> Path {
    Path("candidates", person, "steps", step).with("fact", correcting)
  }

  /// The form of something else done about a candidate: `change`, `move`, `end`, `ceremony`.
  package static func candidateDeed(_ person: String, _ deed: String) -> Path {
    Path("candidates", person, deed)
  }

  package static func recognitionVote(_ person: String) -> Path { Path("people", person, "recognition-vote") }
}
