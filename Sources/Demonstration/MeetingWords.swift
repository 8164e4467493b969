/// What cells of a sector talk about, where and when they meet, and why somebody is away: made up, organisational only.
struct MeetingWords {
  let places: [String]
  /// When they meet, in minutes since midnight.
  let begins: [Int]
  let themes: [String]
  /// What the month's leadership was about.
  let work: [String]
  /// What was concluded.
  let conclusions: [String]
  let reasons: [String]

  /// A theme of the programme of thematic meetings, and what it is without its name.
  static func programme(_ theme: String) -> String { "Chi bộ 35 – " + theme }

  init(_ sector: PlannedUnit.Sector) {
    switch sector {
    case .residential, .cooperative: self = .residential
    case .school: self = .school
    case .health: self = .health
    case .enterprise: self = .enterprise
    case .armedForces, .borderGuard, .police: self = .forces
    case .agency, .other: self = .agency
    }
  }

  private init(
    _ places: [String],
    _ begins: [Int],
    themes: [String],
    work: [String],
    conclusions: [String],
    reasons: [String]
  ) {
    self.places = places
    self.begins = begins
    self.themes = themes
    self.work = work
    self.conclusions = conclusions
    self.reasons = reasons + ["Ốm, đang điều trị", "Việc gia đình", "Đi học tập trung"]
  }

  private static let residential = MeetingWords(
    ["Nhà văn hóa thôn", "Nhà sinh hoạt cộng đồng", "Nhà văn hóa"],
    [19 * 60, 19 * 60 + 30, 20 * 60],
    themes: [
      "Nêu gương của đảng viên trong xây dựng nông thôn mới", "Giữ rừng, phòng cháy mùa khô hanh",
      "Phát triển lâm nghiệp gắn với chế biến", "Giữ vệ sinh đường làng, phân loại rác tại hộ",
      "Tạo nguồn kết nạp đảng viên từ đoàn viên ở thôn", "Chi bộ với phòng, chống thiên tai",
    ],
    work: [
      "thu hoạch vụ hè thu và chuẩn bị giống vụ mới", "tu sửa đường trục thôn và kênh mương nội đồng",
      "vận động tiêm phòng đàn gia súc", "làm vệ sinh, trồng hoa hai bên đường thôn",
      "phòng, chống thiên tai, rà soát nhà ở vùng trũng", "rà soát hộ nghèo theo tiêu chuẩn mới",
    ],
    conclusions: [
      "mỗi đảng viên phụ trách một đoạn đường, hoàn thành trước ngày 25",
      "ban công tác mặt trận họp dân trong tuần tới, bí thư dự và báo cáo lại",
      "chi đoàn giới thiệu hai đoàn viên dự lớp nhận thức về Đảng",
      "tổ thủy lợi kiểm tra kênh trước ngày 20, báo cáo chi bộ tại kỳ họp sau",
    ],
    reasons: ["Đi làm ăn xa", "Chăm người nhà nằm viện", "Trông rừng theo ca"]
  )

  private static let agency = MeetingWords(
    ["Phòng họp cơ quan", "Phòng họp tầng 2", "Hội trường nhỏ"],
    [7 * 60 + 30, 14 * 60, 16 * 60],
    themes: [
      "Cải cách thủ tục hành chính trong thời gian hẹn trả", "Trách nhiệm nêu gương của cán bộ lãnh đạo",
      "Chuyển đổi số trong công việc của từng phòng", "Kỷ luật giờ làm việc và văn hóa công sở",
      "Thực hành tiết kiệm trong chi thường xuyên", "Quy định về những điều đảng viên không được làm",
    ],
    work: [
      "giải quyết hồ sơ đúng hẹn", "hoàn thành báo cáo quý gửi cấp trên",
      "sắp xếp lại phòng chuyên môn theo đề án", "số hóa hồ sơ lưu trữ",
      "tiếp công dân và trả lời đơn thư", "rà soát văn bản hết hiệu lực",
    ],
    conclusions: [
      "văn phòng đôn đốc hồ sơ trễ hẹn hằng tuần, báo cáo cấp ủy thứ sáu",
      "mỗi phòng đăng ký một việc cụ thể, báo cáo kết quả tại kỳ họp sau",
      "phân công hai đảng viên giúp đỡ quần chúng ưu tú", "hoàn thành số hóa hồ sơ trước ngày 30",
    ],
    reasons: ["Đi công tác", "Họp ở cấp trên", "Trực cơ quan"]
  )

  private static let school = MeetingWords(
    ["Phòng hội đồng", "Phòng họp nhà trường"],
    [16 * 60 + 30, 17 * 60, 14 * 60],
    themes: [
      "Đổi mới sinh hoạt tổ chuyên môn", "Chăm lo học sinh vùng khó đến lớp đủ buổi",
      "Đạo đức nhà giáo và nêu gương của đảng viên", "Trường học an toàn, không bạo lực",
      "Tạo nguồn kết nạp đảng viên là giáo viên trẻ", "Dạy học theo chương trình mới",
    ],
    work: [
      "chuẩn bị khai giảng và phân công giảng dạy", "kiểm tra giữa kỳ và phụ đạo học sinh",
      "duy trì sĩ số các lớp bán trú", "hội giảng chào mừng ngày Nhà giáo",
      "tu sửa phòng học trước mùa mưa", "tổng kết học kỳ",
    ],
    conclusions: [
      "mỗi đảng viên nhận giúp một học sinh có nguy cơ bỏ học",
      "tổ chuyên môn dự giờ hai tiết mỗi tuần, báo cáo cấp ủy cuối tháng",
      "công đoàn và đoàn trường kiểm tra bếp ăn bán trú hằng tuần",
      "giới thiệu một giáo viên trẻ học lớp nhận thức về Đảng",
    ],
    reasons: ["Coi thi ở trường bạn", "Tập huấn chuyên môn", "Trực trường"]
  )

  private static let health = MeetingWords(
    ["Phòng giao ban", "Phòng họp bệnh viện"],
    [14 * 60, 16 * 60],
    themes: [
      "Y đức và thái độ phục vụ người bệnh", "An toàn người bệnh trong ca trực đêm",
      "Tiết kiệm thuốc, vật tư y tế", "Nêu gương của đảng viên là trưởng khoa",
    ],
    work: [
      "khám, chữa bệnh và tiêm chủng theo kế hoạch", "phòng dịch mùa mưa",
      "rút ngắn thời gian chờ khám", "bảo đảm thuốc và vật tư ca trực",
    ],
    conclusions: [
      "khoa khám bệnh niêm yết thời gian chờ, báo cáo hằng tuần",
      "mỗi kíp trực có một đảng viên chịu trách nhiệm", "kiểm kê thuốc trước ngày 25",
    ],
    reasons: ["Trực cấp cứu", "Tập huấn tuyến trên"]
  )

  private static let enterprise = MeetingWords(
    ["Phòng họp công ty", "Phòng truyền thống"],
    [7 * 60, 16 * 60 + 30],
    themes: [
      "An toàn lao động tại xưởng", "Đảng viên đi đầu trong cải tiến kỹ thuật",
      "Giữ việc làm cho người lao động", "Tiết kiệm điện và nguyên liệu",
    ],
    work: [
      "hoàn thành kế hoạch sản xuất tháng", "bảo dưỡng thiết bị và huấn luyện an toàn",
      "thương lượng thỏa ước lao động tập thể", "chăm lo bữa ăn ca",
    ],
    conclusions: [
      "mỗi tổ đăng ký một sáng kiến trong quý", "công đoàn kiểm tra bữa ăn ca hằng tuần",
      "giới thiệu một công nhân ưu tú học lớp nhận thức về Đảng",
    ],
    reasons: ["Làm ca", "Đi công trường", "Đi công tác"]
  )

  private static let forces = MeetingWords(
    ["Hội trường đơn vị", "Phòng giao ban đơn vị"],
    [7 * 60 + 30, 14 * 60, 19 * 60 + 30],
    themes: [
      "Chấp hành kỷ luật, xây dựng nếp sống chính quy", "Đảng viên gương mẫu trong huấn luyện",
      "Đơn vị giúp dân thu hoạch và khắc phục mưa lũ", "Giữ bí mật công tác",
    ],
    work: [
      "huấn luyện theo kế hoạch và trực sẵn sàng", "giúp dân khắc phục mưa lũ",
      "kiểm tra nền nếp, chế độ trong ngày", "hội thao và kiểm tra sức khỏe",
    ],
    conclusions: [
      "chỉ huy kiểm tra quân tư trang trước ngày 15", "mỗi đảng viên kèm cặp một chiến sĩ mới",
      "hoàn thành vườn rau đơn vị trước cuối tháng",
    ],
    reasons: ["Trực chỉ huy", "Đi tuần tra", "Đi công tác"]
  )
}
