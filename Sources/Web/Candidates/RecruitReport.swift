package import Basics

/// Candidates and admissions of a period, counted by what reports ask for.
package struct RecruitReport: Sendable {
  /// By what people are told apart.
  package enum Dimension: String, CaseIterable, Sendable {
    case source, sex, age, ethnicity
  }

  /// One line of the report.
  package struct Line: Sendable {
    package var value: String
    package var begun: Int
    package var admitted: Int

    package init(_ value: String, begun: Int, admitted: Int) {
      self.value = value
      self.begun = begun
      self.admitted = admitted
    }
  }

  package var unit: UnitLink
  package var path: [UnitLink]
  package var from: CivilDate
  package var until: CivilDate
  package var parts: [(dimension: Dimension, lines: [Line])]
  package var begun: Int
  package var admitted: Int
  package var takesFiles: Bool

  package init(
    unit: UnitLink,
    path: [UnitLink],
    from: CivilDate,
    until: CivilDate,
    parts: [(dimension: Dimension, lines: [Line])],
    begun: Int,
    admitted: Int,
    takesFiles: Bool = false
  ) {
    self.takesFiles = takesFiles
    self.unit = unit
    self.path = path
    self.from = from
    self.until = until
    self.parts = parts
    self.begun = begun
    self.admitted = admitted
  }
}

/// The people behind one number of the report.
package struct RecruitPeople: Sendable {
  package struct Row: Sendable {
    package var person: PersonLink
    package var unitName: String
    package var day: CivilDate
    package var sex: String
    package var age: Int?
    package var ethnicity: String
    package var source: String

    package init(
      person: PersonLink,
      unitName: String,
      day: CivilDate,
      sex: String,
      age: Int?,
      ethnicity: String,
      source: String
    ) {
      self.person = person
      self.unitName = unitName
      self.day = day
      self.sex = sex
      self.age = age
      self.ethnicity = ethnicity
      self.source = source
    }
  }

  package var unit: UnitLink
  package var path: [UnitLink]
  package var list: String
  package var dimension: RecruitReport.Dimension?
  package var value: String
  package var from: CivilDate
  package var until: CivilDate
  package var count: Int
  package var rows: [Row]
  package var firstSerial: Int
  package var previous: String?
  package var next: String?
  package var takesFiles: Bool

  package init(
    unit: UnitLink,
    path: [UnitLink],
    list: String,
    dimension: RecruitReport.Dimension?,
    value: String,
    from: CivilDate,
    until: CivilDate,
    count: Int,
    rows: [Row],
    firstSerial: Int = 1,
    previous: String? = nil,
    next: String? = nil,
    takesFiles: Bool = false
  ) {
    self.takesFiles = takesFiles
    self.unit = unit
    self.path = path
    self.list = list
    self.dimension = dimension
    self.value = value
    self.from = from
    self.until = until
    self.count = count
    self.rows = rows
    self.firstSerial = firstSerial
    self.previous = previous
    self.next = next
  }
}
