/// How a name that was taken down wrongly is put right.
enum Spelling {
  /// The name with one word spelled as the birth certificate has it; `nil` when nothing in it is ever mistaken.
  static func corrected(_ name: String) -> String? {
    var words = name.split(separator: " ").map(String.init)
    for index in words.indices.reversed() {
      guard let right = mistaken[words[index]] else { continue }
      words[index] = right
      let corrected = words.joined(separator: " ")
      return ReservedNames.contains(corrected) ? nil : corrected
    }
    return nil
  }

  private static let mistaken: [String: String] = [
    "Mỹ": "Mĩ", "Quý": "Quí", "Lý": "Lí", "Vy": "Vi", "Kỳ": "Kì", "Sĩ": "Sỹ", "Sỹ": "Sĩ", "Vĩ": "Vỹ",
    "Ly": "Li",
    "Hảo": "Hão", "Dung": "Dong", "Thùy": "Thúy", "Thúy": "Thùy", "Dũng": "Dụng", "Hoàng": "Huỳnh",
    "Vũ": "Võ",
    "Võ": "Vũ", "Hưởng": "Hưỡng", "Sua": "Súa", "Pó": "Phó", "Hặc": "Hắc", "Phước": "Phúc", "Trinh": "Trình",
    "Bảo": "Bão", "Liên": "Liền", "Diễm": "Diểm", "Nhung": "Nhũng", "Uyên": "Uyển", "Cường": "Cương",
  ]
}
