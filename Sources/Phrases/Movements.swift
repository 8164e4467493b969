/// What each line of the ledger counts. Moves within the unit cancel and are on no line.
extension Phrase {
  /// What exactly a line of the ledger counts, by its code, `transferredIn`.
  static func movementDefinition(_ code: String) -> Phrase {
    if let dot = code.firstIndex(of: ".") {
      let whom = state(String(code[code.index(after: dot)...]))
      return Phrase(
        vi: "\(movementDefinition(String(code[..<dot]))) Chỉ tính đảng viên \(whom).",
        en: "\(movementDefinition(String(code[..<dot]))) Of them, the \(whom) ones."
      )
    }
    return switch code {
    case "recognised":
      Phrase(
        vi: "Người được công nhận chính thức trong kỳ, khi đang sinh hoạt tại đơn vị hoặc đơn vị bên dưới.",
        en:
          "People recognised as official members in the period while their home was in the unit or below it."
      )
    case "takenOver":
      Phrase(
        vi: "Người đã là đảng viên từ trước, nơi sinh hoạt đầu tiên trong hồ sơ bắt đầu trong kỳ tại đây.",
        en: "People who were members before, and whose first home in this record began here in the period."
      )
    case "admitted":
      Phrase(
        vi: "Người được kết nạp lần đầu trong kỳ và bắt đầu sinh hoạt tại đơn vị hoặc đơn vị bên dưới.",
        en: "People admitted for the first time in the period, with their home in the unit or below it."
      )
    case "transferredIn":
      Phrase(
        vi: "Người chuyển sinh hoạt chính thức về đây trong kỳ từ một đơn vị bên ngoài.",
        en: "People whose home moved here in the period from a unit outside."
      )
    case "readmitted":
      Phrase(
        vi: "Người từng ra khỏi Đảng, được kết nạp lại trong kỳ và sinh hoạt tại đây.",
        en: "People whose earlier membership had ended, and who were admitted again here in the period."
      )
    case "reorganisedIn":
      Phrase(
        vi: "Người về đây trong kỳ do đơn vị của họ được sắp xếp lại, không phải do cá nhân chuyển.",
        en:
          "People who came in the period because their unit was reorganised, not by a transfer of their own."
      )
    case "transferredOut":
      Phrase(
        vi: "Người chuyển sinh hoạt chính thức trong kỳ sang đơn vị bên ngoài, kể cả ra ngoài hồ sơ này.",
        en: "People whose home moved outside in the period, out of this record included."
      )
    case "reorganisedOut":
      Phrase(
        vi: "Người rời đây trong kỳ do đơn vị của họ được sắp xếp lại, không phải do cá nhân chuyển.",
        en:
          "People who went in the period because their unit was reorganised, not by a transfer of their own."
      )
    default:
      Phrase(
        vi: "Người ra khỏi danh sách trong kỳ với lý do: \(movement(code).text.lowercased()).",
        en: "People who left the roll in the period, the reason being: \(movement(code).text.lowercased())."
      )
    }
  }
}
