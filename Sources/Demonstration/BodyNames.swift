/// What the bodies that have a cell or a committee of their own are called.
enum BodyNames {
  /// A cell's name and, where it differs from its committee's, its sector.
  struct Title {
    var name: String
    var sector: PlannedUnit.Sector?
  }

  /// A village, or one of the schools and offices among the villages.
  static func village(_ index: Int, urban: Bool, people: Ethnicity) -> Title {
    switch index % 12 {
    case 4: return Title(name: numbered("Trường Tiểu học", index / 12), sector: .school)
    case 7: return Title(name: numbered("Trường Trung học cơ sở", index / 12), sector: .school)
    case 9: return Title(name: numbered("Trạm Y tế", index / 12), sector: .health)
    case 11: return Title(name: numbered("Hợp tác xã Nông nghiệp", index / 12), sector: .cooperative)
    default: break
    }
    if urban { return Title(name: "\(index % 2 == 0 ? "khu phố" : "tổ dân phố") \(index + 1)") }
    let stock = people == .kinh ? PlaceNames.villages : PlaceNames.hamlets
    let name = numbered(stock[index % stock.count], index / stock.count)
    return Title(name: "\(people == .kinh ? "thôn" : "bản") \(name)")
  }

  /// A part of a department, regiment, faculty or company.
  static func section(_ sector: PlannedUnit.Sector, _ index: Int, of body: String) -> Title {
    let stock: [String] =
      switch sector {
      case .police: ["Đội Tham mưu", "Đội Cảnh sát hình sự", "Đội Cảnh sát giao thông", "Đội Hậu cần", "Đội Quản lý hành chính"]
      case .armedForces: ["Ban Tham mưu", "Ban Chính trị", "Ban Hậu cần", "Đại đội", "Tiểu đoàn bộ", "Phân đội thông tin"]
      case .borderGuard: ["Đội Vận động quần chúng", "Đội Vũ trang", "Đội Trinh sát", "Trạm kiểm soát"]
      case .school: ["Khoa Sư phạm", "Khoa Kinh tế", "Khoa Nông Lâm", "Phòng Đào tạo", "Phòng Hành chính", "Sinh viên"]
      case .health: ["Khoa Nội", "Khoa Ngoại", "Khoa Sản", "Khoa Nhi", "Phòng Điều dưỡng", "Khoa Dược"]
      case .enterprise: ["Phòng Kỹ thuật", "Phân xưởng", "Phòng Kế toán", "Văn phòng Công ty", "Đội Vận tải"]
      case .residential: ["Văn phòng", "Phòng Nội vụ", "Phòng Tư pháp", "Phòng Nông nghiệp", "Phòng Tài chính", "Thanh tra"]
      default: ["Văn phòng", "Phòng Tổ chức", "Phòng Kế hoạch", "Phòng Nghiệp vụ", "Thanh tra", "Trung tâm Thông tin"]
      }
    let name = numbered(stock[index % stock.count], index / stock.count)
    return Title(name: name, sector: sector == .residential ? .agency : nil)
  }

  /// An office of a commune after the reform.
  static func communeOffice(_ index: Int) -> String {
    let stock = [
      "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Phòng Kinh tế", "Phòng Văn hóa – Xã hội",
      "Trung tâm Phục vụ hành chính công", "Ban Xây dựng Đảng", "Mặt trận Tổ quốc và các đoàn thể",
    ]
    return numbered(stock[index % stock.count], index / stock.count)
  }

  /// A body of a province's agencies and forces large enough for a committee.
  static func committee(_ sector: PlannedUnit.Sector, _ index: Int) -> String {
    let stock: [String] =
      switch sector {
      case .police: ["Phòng Cảnh sát cơ động", "Phòng Tham mưu", "Phòng An ninh", "Trại tạm giam", "Phòng Hậu cần"]
      case .armedForces: ["Trung đoàn 805", "Phòng Tham mưu", "Phòng Chính trị", "Tiểu đoàn Bộ binh 3", "Trường Quân sự"]
      case .borderGuard: ["Đồn Biên phòng Nà Ớt", "Đồn Biên phòng Pá Hốc", "Tiểu đoàn Huấn luyện", "Cơ quan Bộ Chỉ huy"]
      case .school: ["Trường Đại học Sư phạm", "Trường Cao đẳng Nghề", "Trường Chuyên Sơn Giang", "Trường Cao đẳng Y"]
      case .health: ["Bệnh viện Đa khoa tỉnh", "Bệnh viện Sản Nhi", "Trung tâm Kiểm soát bệnh tật", "Bệnh viện Y học cổ truyền"]
      case .enterprise: [
        "Công ty Cổ phần Cấp nước", "Công ty Thủy điện Sông Giang", "Công ty Chè Tân Lập", "Công ty Lâm nghiệp",
        "Công ty Môi trường đô thị", "Công ty Xi măng Sơn Giang",
      ]
      default: ["Sở Nông nghiệp", "Sở Tài chính", "Sở Nội vụ", "Sở Xây dựng", "Văn phòng Tỉnh ủy", "Sở Công Thương", "Sở Tư pháp"]
      }
    return numbered(stock[index % stock.count], index / stock.count)
  }

  /// A body with a grassroots cell of its own: its name before and after the reform, without the place.
  static func baseCell(_ index: Int) -> (before: String, after: String, sector: PlannedUnit.Sector) {
    let stock: [(before: String, after: String, sector: PlannedUnit.Sector)] = [
      ("Phòng Giáo dục và Đào tạo", "Trường Trung học phổ thông", .school),
      ("Công an", "Công an", .police),
      ("Ban Chỉ huy Quân sự", "Ban Chỉ huy Quân sự", .armedForces),
      ("Trung tâm Y tế", "Trạm Y tế", .health),
      ("Hợp tác xã Dịch vụ tổng hợp", "Hợp tác xã Dịch vụ tổng hợp", .cooperative),
      ("Chi cục Thuế", "Thuế cơ sở", .agency),
      ("Công ty TNHH Thương mại", "Công ty Cổ phần Thương mại", .enterprise),
      ("Ngân hàng Chính sách", "Phòng giao dịch Ngân hàng Chính sách", .enterprise),
    ]
    let entry = stock[index % stock.count]
    return (numbered(entry.before, index / stock.count), numbered(entry.after, index / stock.count), entry.sector)
  }

  static func numbered(_ name: String, _ round: Int) -> String {
    round == 0 ? name : "\(name) số \(round + 1)"
  }
}
