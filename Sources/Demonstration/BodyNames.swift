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
  static func section(_ sector: PlannedUnit.Sector, _ index: Int) -> Title {
    let stock: [String] =
      switch sector {
      case .police:
        [
          "Đội Tham mưu", "Đội Cảnh sát hình sự", "Đội Cảnh sát giao thông", "Đội Hậu cần",
          "Đội Quản lý hành chính",
        ]
      case .armedForces:
        ["Ban Tham mưu", "Ban Chính trị", "Ban Hậu cần", "Đại đội", "Tiểu đoàn bộ", "Phân đội thông tin"]
      case .borderGuard: ["Đội Vận động quần chúng", "Đội Vũ trang", "Đội Trinh sát", "Trạm kiểm soát"]
      case .school:
        ["Khoa Sư phạm", "Khoa Kinh tế", "Khoa Nông Lâm", "Phòng Đào tạo", "Phòng Hành chính", "Sinh viên"]
      case .health: ["Khoa Nội", "Khoa Ngoại", "Khoa Sản", "Khoa Nhi", "Phòng Điều dưỡng", "Khoa Dược"]
      case .enterprise: ["Phòng Kỹ thuật", "Phân xưởng", "Phòng Kế toán", "Văn phòng Công ty", "Đội Vận tải"]
      case .residential:
        ["Văn phòng", "Phòng Nội vụ", "Phòng Tư pháp", "Phòng Nông nghiệp", "Phòng Tài chính", "Thanh tra"]
      default:
        [
          "Văn phòng", "Phòng Tổ chức", "Phòng Kế hoạch", "Phòng Nghiệp vụ", "Thanh tra",
          "Trung tâm Thông tin",
        ]
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

  /// A body of the province's agencies and forces, large enough for a committee or with a grassroots cell.
  static func body(_ sector: PlannedUnit.Sector, _ index: Int) -> String {
    let stock: [String] =
      switch sector {
      case .police:
        [
          "Phòng Cảnh sát cơ động", "Phòng Tham mưu Công an tỉnh", "Phòng An ninh", "Trại tạm giam",
          "Phòng Hậu cần Công an tỉnh", "Phòng Cảnh sát hình sự", "Phòng Cảnh sát giao thông",
          "Phòng Kỹ thuật hình sự",
          "Phòng Quản lý xuất nhập cảnh", "Phòng Cảnh sát phòng cháy", "Thanh tra Công an tỉnh",
        ]
      case .armedForces:
        [
          "Trung đoàn Sông Giang", "Bộ Tham mưu tỉnh đội", "Phòng Chính trị tỉnh đội", "Tiểu đoàn Bộ binh",
          "Trường Quân sự tỉnh", "Đại đội Trinh sát", "Đại đội Thiết giáp", "Kho Quân khí",
          "Ban Quản lý doanh trại",
          "Bệnh xá Quân dân y",
        ]
      case .borderGuard:
        [
          "Đồn Biên phòng Nà Ớt", "Đồn Biên phòng Pá Hốc", "Tiểu đoàn Huấn luyện",
          "Cơ quan Bộ Chỉ huy Biên phòng",
          "Đồn Biên phòng Cửa khẩu Tà Sại", "Đồn Biên phòng Háng Tủa", "Trạm Kiểm soát Nậm Cáy",
          "Đại đội Cơ động",
        ]
      case .school:
        [
          "Trường Cao đẳng Sư phạm", "Trường Cao đẳng Nghề", "Trường Chuyên Sơn Giang",
          "Trường Phổ thông Dân tộc nội trú",
          "Khoa Kinh tế", "Khoa Nông Lâm", "Khoa Kỹ thuật", "Trung tâm Ngoại ngữ", "Thư viện Đại học",
          "Trung tâm Giáo dục thường xuyên", "Viện Nghiên cứu Miền núi",
        ]
      case .health:
        [
          "Bệnh viện Đa khoa tỉnh", "Bệnh viện Sản Nhi", "Trung tâm Kiểm soát bệnh tật",
          "Bệnh viện Y học cổ truyền",
          "Bệnh viện Phổi", "Bệnh viện Tâm thần", "Trung tâm Kiểm nghiệm", "Trung tâm Giám định Y khoa",
          "Trung tâm Cấp cứu 115", "Chi cục An toàn thực phẩm",
        ]
      case .enterprise:
        [
          "Công ty Cổ phần Cấp nước", "Công ty Thủy điện Sông Giang", "Công ty Chè Tân Lập",
          "Công ty Lâm nghiệp Pá Hốc",
          "Công ty Môi trường đô thị", "Công ty Xi măng Sơn Giang", "Công ty Xăng dầu",
          "Công ty May Sơn Giang",
          "Công ty Bảo hiểm", "Công ty Viễn thông", "Bưu điện tỉnh", "Công ty Điện lực",
          "Công ty Cao su Cư Mơ",
          "Công ty Cà phê Ea Bung", "Công ty Đường bộ", "Công ty Xây lắp", "Công ty Thủy lợi",
          "Công ty Xổ số",
          "Công ty Du lịch Sông Giang", "Ngân hàng Nông nghiệp", "Ngân hàng Đầu tư", "Công ty Gỗ Trường Sơn",
        ]
      default:
        [
          "Sở Tài chính", "Sở Nội vụ", "Sở Xây dựng", "Sở Công Thương", "Sở Tư pháp", "Sở Nông nghiệp",
          "Sở Y tế",
          "Văn phòng Tỉnh ủy", "Thanh tra tỉnh", "Mặt trận Tổ quốc tỉnh", "Hội Nông dân tỉnh",
          "Hội Phụ nữ tỉnh",
          "Tỉnh Đoàn", "Hội Chữ thập đỏ tỉnh", "Báo Sơn Giang", "Đài Phát thanh và Truyền hình",
          "Trường Chính trị tỉnh",
          "Viện Kiểm sát nhân dân tỉnh", "Tòa án nhân dân tỉnh", "Thi hành án dân sự tỉnh", "Cục Thống kê",
          "Kho bạc Nhà nước", "Bảo hiểm xã hội tỉnh", "Ban Dân tộc", "Sở Khoa học và Công nghệ", "Sở Văn hóa",
          "Ban Quản lý dự án tỉnh", "Liên minh Hợp tác xã tỉnh",
        ]
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
    return (
      numbered(entry.before, index / stock.count), numbered(entry.after, index / stock.count), entry.sector
    )
  }

  static func numbered(_ name: String, _ round: Int) -> String {
    round == 0 ? name : "\(name) số \(round + 1)"
  }
}
