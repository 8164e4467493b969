import Basics

/// The names of places in the province, no two alike, and the codes made of their initials.
struct PlaceNames {
  private var taken: Set<String> = []
  private var codes: Set<String> = []
  private var random: SplitMix

  init(random: SplitMix) {
    self.random = random
  }

  /// A place in the plain or the mountains.
  ///
  /// The first in the mountains is Nà Ớt, whose code is NO.
  mutating func next(mountain: Bool) -> String {
    let heads = mountain ? PlaceNames.mountainHeads : PlaceNames.heads
    let tails = mountain ? PlaceNames.mountainTails : PlaceNames.tails
    if mountain, taken.insert("Nà Ớt").inserted { return "Nà Ớt" }
    for _ in 0..<60 {
      let (head, tail) = (heads[random.below(heads.count)], tails[random.below(tails.count)])
      if head != tail, taken.insert("\(head) \(tail)").inserted { return "\(head) \(tail)" }
    }
    // A large country has more places than two words can tell apart.
    var number = 2
    let name = "\(heads[random.below(heads.count)]) \(tails[random.below(tails.count)])"
    while !taken.insert("\(name) \(number)").inserted { number += 1 }
    return "\(name) \(number)"
  }

  /// The initials of a name, with a number behind them where an earlier unit has them already.
  mutating func code(_ name: String) -> String {
    var initials = ""
    for word in VietnameseName.searchWords(name) {
      if let first = word.first { initials += first.isNumber ? word : first.uppercased() }
    }
    return reserve(initials)
  }

  /// A code as it is, or numbered where it is taken.
  mutating func reserve(_ code: String) -> String {
    if codes.insert(code).inserted { return code }
    var number = 2
    while !codes.insert("\(code)\(number)").inserted { number += 1 }
    return "\(code)\(number)"
  }

  static let heads = [
    "Tân", "Phú", "Long", "An", "Bình", "Hòa", "Đông", "Thanh", "Vĩnh", "Mỹ", "Xuân", "Yên", "Đại", "Lương",
    "Hưng",
    "Thạnh", "Sơn", "Cẩm", "Quảng", "Trường", "Kim", "Ngọc", "Phước", "Diên", "Lạc", "Minh", "Hải", "Nghĩa",
    "Trung",
    "Đức", "Liên", "Hồng",
  ]
  static let tails = [
    "Lập", "Thịnh", "Hưng", "Phong", "Khê", "Điền", "Lộc", "Thọ", "Trạch", "Hội", "Châu", "Thắng", "Lâm",
    "Giang",
    "Quang", "Tiến", "Thành", "Mỹ", "Lạc", "Bình", "Hòa", "Phú", "Sơn", "Thủy", "Lý", "Trị", "Xá", "Đồng",
    "Lĩnh",
    "Nghĩa", "Khánh", "Vượng",
  ]
  static let mountainHeads = [
    "Nà", "Chiềng", "Mường", "Pá", "Nậm", "Co", "Tà", "Púng", "Háng", "Phiêng", "Hua", "Pa", "Sín", "Ea",
    "Ia", "Cư",
    "Đắk", "Krông", "Lũng", "Khuổi",
  ]
  static let mountainTails = [
    "Ớt", "Lìn", "Khoa", "Sại", "Bằng", "Mu", "Hịa", "Pó", "Lèo", "Chanh", "Sàng", "Bua", "Tòng", "Lả", "Cáy",
    "Ngựu",
    "Sung", "Hốc", "Nhùng", "Pẳn", "Mạ", "Kiết", "Mơ", "Đrơn", "Bung", "Vài", "Luông", "Mòn",
  ]
  /// Villages, numbered on within a commune when they run out.
  static let villages = [
    "Thượng", "Hạ", "Trung", "Đông", "Đoài", "Nam", "Bắc", "Chùa", "Đình", "Chợ", "Cầu", "Mới", "Giữa", "Bến",
    "Gò",
    "Vườn", "Đồi", "Suối", "Đập", "Trại",
  ]
  static let hamlets = [
    "Nà Lìn", "Pá Hốc", "Huổi Lương", "Co Mạ", "Phiêng Ban", "Nậm Cáy", "Hua Mường", "Lũng Pẳn", "Tà Sại",
    "Púng Bua",
    "Khuổi Vài", "Nà Mòn", "Bó Luông", "Pom Lót", "Háng Tủa", "Xá Nhùng", "Kéo Lả", "Nong Ỏ", "Cang Bó",
    "Huổi Ẳng",
  ]
}
