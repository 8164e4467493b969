/// The peoples of the province, each with names of its own kind.
enum Ethnicity: UInt8, CaseIterable, Sendable {
  case kinh, thái, mường, tày, nùng, mông, dao, khơMú, hoa, êĐê, giaRai, cơHo

  /// As lists write it.
  var title: String {
    switch self {
    case .kinh: "Kinh"
    case .thái: "Thái"
    case .mường: "Mường"
    case .tày: "Tày"
    case .nùng: "Nùng"
    case .mông: "Mông"
    case .dao: "Dao"
    case .khơMú: "Khơ Mú"
    case .hoa: "Hoa"
    case .êĐê: "Ê Đê"
    case .giaRai: "Gia Rai"
    case .cơHo: "Cơ Ho"
    }
  }

  /// The peoples who are the majority of one mountain commune or another, the most frequent most often.
  static let ofTheMountains: [Ethnicity] = [
    .thái, .mường, .tày, .mông, .thái, .dao, .nùng, .êĐê, .thái, .khơMú, .mường, .mông, .tày, .giaRai, .cơHo,
  ]
}
