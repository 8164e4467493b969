package import Basics
import Rules
import Sheets

/// Empty lists to fill in: headings, the values a column may have, one example.
package enum ListTemplates {
  /// Writes them: four text lists with an example row each, and one book whose columns offer their values.
  ///
  /// `vietnamese`: whether headings are in Vietnamese.
  package static func write(to folder: String, vietnamese: Bool, today: CivilDate) throws {
    let export = try ExportLists(to: folder, as: .csv)
    let book = try XLSXWriter(
      path: export.folder + "/chibo.xlsx",
      properties: .init(title: "Chibo", author: "Chibo", created: 1)
    )
    for kind in ListKind.ofOrganisation {
      let headings = kind.columns.map { vietnamese ? $0.vietnamese : $0.field.rawValue }
      let text = try CSVWriter(path: export.folder + "/" + kind.rawValue + ".csv", bom: true)
      try text.write(headings)
      for row in example(kind) { try text.write(row) }
      try text.close()
      let columns = zip(kind.columns, headings).map { column, heading in
        XLSXColumn(
          heading,
          width: 18,
          content: column.field.isDay ? .day : .text,
          choices: choices(column.field)
        )
      }
      try book.addSheet(kind.rawValue, columns: columns)
      for row in example(kind) {
        try book.write(
          zip(kind.columns, row).map { column, cell in
            cell.isEmpty ? .empty : column.field.isDay ? .day(cell) : .text(cell)
          }
        )
      }
    }
    try book.close()
  }

  private static func choices(_ field: Field) -> [String] {
    switch field {
    case .kind: UnitKind.codes
    case .sector: Sector.codes
    case .sex: Sex.codes
    case .role: AffiliationRole.codes
    case .reason: LeavingReason.codes
    default: []
    }
  }

  /// A whole small organisation, so that the template can be imported as it stands.
  private static func example(_ kind: ListKind) -> [[String]] {
    switch kind {
    case .units:
      [
        ["T", "Đảng bộ tỉnh Ví Dụ", "province", "", "", "2015-01-01", "", ""],
        ["X1", "Đảng bộ xã Ví Dụ", "superiorCommittee", "residential", "T", "2015-01-01", "", "01-QĐ/TU"],
        ["X1-C1", "Chi bộ thôn Một", "baseCell", "residential", "X1", "2015-01-01", "", "02-QĐ/ĐU"],
      ]
    case .members:
      [
        [
          "0001", "Nguyễn Văn Ví", "5/1970", "M", "Kinh", "1999-05-10", "1999-05-19", "2000-05-19", "", "",
          "00000001", "10-QĐ/HU",
        ]
      ]
    case .affiliations: [["0001", "X1-C1", "home", "2015-01-01", "", ""]]
    case .posts: [["0001", "X1-C1", "secretary", "2020-06-01", "", "05-QĐ/ĐU"]]
    case .meetings, .attendance: []
    }
  }
}
