/// What units of the fictional province lay down and give as tasks: made up, and each of them can be counted.
package enum TaskWords {
  /// A task, and how it is counted: so many of something, so many households, or what will show it.
  package struct Task: Sendable {
    package enum Measure: Sendable {
      case quantity(ClosedRange<Int>, of: String)
      case households(ClosedRange<Int>)
      case evidence(String)
    }

    package let text: String
    package let measure: Measure

    fileprivate init(_ text: String, _ range: ClosedRange<Int>, _ unit: String) {
      self.text = text
      measure = .quantity(range, of: unit)
    }

    fileprivate init(households text: String, _ range: ClosedRange<Int>) {
      self.text = text
      measure = .households(range)
    }

    fileprivate init(_ text: String, shownBy evidence: String) {
      self.text = text
      measure = .evidence(evidence)
    }
  }

  /// What a committee takes upon itself in its programme of the year.
  package static let ofCommittees = [
    Task("Dự sinh hoạt cùng chi bộ và góp ý tại chỗ", 20...48, "buổi"),
    Task("Kiểm tra chất lượng sinh hoạt chi bộ", 12...30, "chi bộ"),
    Task("Mở lớp bồi dưỡng nhận thức về Đảng", 2...4, "lớp"),
    Task("Ban hành kế hoạch thực hiện nghị quyết của Tỉnh ủy", shownBy: "Kế hoạch đã ký"),
    Task("Bồi dưỡng bí thư chi bộ mới", 15...60, "người"),
  ]

  /// What an organisation of the base does under a resolution of the province.
  package static func ofBases(_ sector: PlannedUnit.Sector?) -> [Task] {
    switch sector ?? .residential {
    case .residential, .cooperative:
      [
        Task("Trồng rừng gỗ lớn", 18...90, "ha"), Task("Tu sửa đường trục thôn", 2...7, "km"),
        Task(households: "Phổ biến chính sách lâm nghiệp đến hộ", 240...900),
        Task("Mở lớp tập huấn kỹ thuật", 2...5, "lớp"),
      ]
    default:
      [
        Task("Số hóa hồ sơ lưu trữ", 300...1_200, "hồ sơ"),
        Task("Giúp cơ sở kết nghĩa", 2...6, "đợt"),
        Task("Ban hành quy chế làm việc của cấp ủy", shownBy: "Quy chế đã ký"),
      ]
    }
  }

  /// What a cell gives its members.
  package static func ofCells(_ sector: PlannedUnit.Sector?) -> [Task] {
    switch sector ?? .residential {
    case .residential, .cooperative:
      [
        Task("Dọn vệ sinh đường thôn ngày thứ bảy", 6...12, "buổi"),
        Task("Nạo vét kênh nội đồng", 300...900, "m"),
        Task(households: "Phổ biến nghị quyết đến hộ trong thôn", 40...130),
        Task("Giới thiệu quần chúng học lớp nhận thức về Đảng", 1...3, "người"),
        Task("Trồng cây bóng mát dọc đường thôn", 60...240, "cây"),
      ]
    case .school:
      [
        Task("Dự giờ góp ý chuyên môn", 8...24, "tiết"),
        Task("Nhận giúp học sinh có nguy cơ bỏ học", 4...12, "học sinh"),
        Task("Phụ đạo ngoài giờ", 10...30, "buổi"),
      ]
    case .armedForces, .borderGuard, .police:
      [
        Task("Giúp dân thu hoạch, khắc phục mưa lũ", 4...12, "đợt"),
        Task("Kèm cặp chiến sĩ mới", 6...14, "người"),
      ]
    default:
      [
        Task("Số hóa hồ sơ của phòng", 120...480, "hồ sơ"),
        Task("Rút ngắn thời gian giải quyết thủ tục", 2...6, "thủ tục"),
        Task("Giúp đỡ thôn kết nghĩa", 2...4, "đợt"),
        Task("Giới thiệu quần chúng học lớp nhận thức về Đảng", 1...3, "người"),
      ]
    }
  }

  /// Why a task was given up.
  package static let reasons = [
    "Sáp nhập đơn vị, giao về đầu mối mới", "Không bố trí được kinh phí trong năm",
    "Cấp trên đã giao việc này cho cơ quan khác",
  ]

  /// A lasting number of a unit, from which what it does follows.
  package static func lot(_ code: String, _ seed: UInt64) -> UInt64 {
    code.utf8.reduce(seed &+ 77) { SplitMix.mark($0, UInt64($1)) }
  }

  /// One of the numbers that follow from another.
  package static func lot(_ lot: UInt64, _ part: Int) -> Int {
    Int(SplitMix.mark(lot, UInt64(part)) % 1_000_000)
  }
}
