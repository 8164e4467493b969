/// The peoples of the province, each with names of its own kind.
enum Ethnicity: UInt8, CaseIterable, Sendable {
  case kinh, thai, muong, tay, nung, hmong, dao, khoMu, hoa, ede, giaRai, coHo

  /// As lists write it.
  var title: String {
    switch self {
    case .kinh: "Kinh"
    case .thai: "Thái"
    case .muong: "Mường"
    case .tay: "Tày"
    case .nung: "Nùng"
    case .hmong: "Mông"
    case .dao: "Dao"
    case .khoMu: "Khơ Mú"
    case .hoa: "Hoa"
    case .ede: "Ê Đê"
    case .giaRai: "Gia Rai"
    case .coHo: "Cơ Ho"
    }
  }

  /// The peoples who are the majority of one mountain commune or another, the most frequent most often.
  static let ofTheMountains: [Ethnicity] = [
    .thai, .muong, .tay, .hmong, .thai, .dao, .nung, .ede, .thai, .khoMu, .muong, .hmong, .tay, .giaRai,
    .coHo,
  ]
}
