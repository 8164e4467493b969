import Basics
import Markup
import Rules
import Web

// What somebody keeps for themselves, the roll on paper, and one's own file.
extension Sample {
  static let savedRolls = [
    SavedRoll(
      key: "1",
      name: "Nữ dưới 30 tuổi",
      query: Query(["sex": "F", "age": "18-30"]),
      isForUnit: false
    ),
    SavedRoll(key: "2", name: "Tạm thời", query: Query(["role": "temporary"]), isForUnit: true),
  ]

  static var rollSheet: RollSheet {
    var rows = rollRows
    rows[0].ties = ["Chi bộ Bản Nà Lò"]
    return RollSheet(
      unit: commune,
      path: [province, commune],
      filters: [RollFilter(.sex, "F"), RollFilter(.due, "2027-01-01")],
      matching: 2_345,
      counts: MemberCounts(total: 2_345, official: 2_300, probationary: 45, women: 900),
      rows: rows
    )
  }

  /// The file as the person sees it, with particulars that changed and were corrected.
  static var ownFile: PersonFile {
    var file = person
    var trace = ParticularTrace()
    trace.since = day("2013-01-01")
    trace.earlier = [("Lò Thị Hành", day("2013-01-01"))]
    trace.corrections = [("Lò Hạnh", "Lò Thị Hạnh", day("2020-05-05"), 1_204)]
    file.particulars.traces = ["name": trace]
    file.identifiers = [
      IdentifierLine(
        system: "handbook",
        value: "ST-0012-77",
        span: span("2024-01-01"),
        source: .decision(DecisionLink(key: nil, number: "12-CV/TU", signed: nil, issuer: nil))
      )
    ]
    file.isOwn = true
    file.earlierLooks = "17"
    return file
  }
}
