/// The words of the names of one people, in the order in which that people says them.
struct NameStock: Sendable {
  let families: [String]
  let menMiddle: [String]
  let womenMiddle: [String]
  let menGiven: [String]
  let womenGiven: [String]
}

extension NameStock {
  static let thai = NameStock(
    families: [
      "Lò", "Lò", "Quàng", "Quàng", "Lường", "Cà", "Tòng", "Vì", "Hà", "Cầm", "Điêu", "Bạc", "Lù", "Mè",
    ],
    menMiddle: ["Văn", "Văn", "Văn", "Văn", "Xuân", "Minh"],
    womenMiddle: ["Thị", "Thị", "Thị", "Thị", "Thị Thu"],
    menGiven: [
      "Hặc", "Ọi", "Pâng", "Panh", "Inh", "Ún", "Hươi", "Thoản", "Chựa", "Dọn", "Xôm", "Tiến", "Sơn", "Thắng",
      "Ánh",
      "Phanh", "Biên", "Pọm", "Hiêng", "Toan", "Thương", "Khặn", "Lả", "Muôn",
    ],
    womenGiven: [
      "Hạnh", "Ơn", "Xiên", "Pỏm", "Hương", "Lả", "Dung", "Ín", "Hoan", "Phượng", "Xuân", "Piếng", "Tiên",
      "Ngoan",
      "Ọi", "Thiết", "Biển", "Chựa", "Yên", "Mẩy",
    ]
  )
  static let muong = NameStock(
    families: ["Bùi", "Bùi", "Bùi", "Đinh", "Quách", "Hà", "Bạch", "Xa", "Phùng"],
    menMiddle: ["Văn", "Văn", "Công", "Đình", "Thanh"],
    womenMiddle: ["Thị", "Thị", "Thị", "Thị Thanh", "Thị Kim"],
    menGiven: [
      "Nhàn", "Dậu", "Thiểu", "Ngợi", "Thơi", "Diện", "Chấn", "Ịu", "Quyển", "Sơn", "Tình", "Lịch", "Khuyên",
    ],
    womenGiven: [
      "Nhẹn", "Thiển", "Dơn", "Ẻn", "Thơ", "Mến", "Lựu", "Hiền", "Bình", "Ngần", "Thín", "Dự", "Huê",
    ]
  )
  static let tay = NameStock(
    families: ["Nông", "Nông", "Hoàng", "Ma", "Bế", "Lương", "Vi", "Đàm", "Lục", "Hứa", "Triệu", "Lộc"],
    menMiddle: ["Văn", "Văn", "Đức", "Ích", "Quốc"],
    womenMiddle: ["Thị", "Thị", "Thị", "Thị Bích"],
    menGiven: [
      "Chất", "Đoan", "Thuật", "Lưỡng", "Khoan", "Sầm", "Tuyển", "Thăng", "Dìn", "Lành", "Hữu", "Chức",
    ],
    womenGiven: [
      "Nhình", "Coóng", "Lén", "Tuyến", "Chắp", "Thiêm", "Nguyền", "Bưu", "Kiềm", "Dín", "Sỉnh", "Lợi",
    ]
  )
  static let nung = NameStock(
    families: ["Nông", "Hoàng", "Lý", "Vi", "Lương", "Mông", "Chu", "Lăng", "Hứa"],
    menMiddle: ["Văn", "Văn", "A", "Chí"],
    womenMiddle: ["Thị", "Thị", "Thị Mỹ"],
    menGiven: ["Páo", "Slảo", "Sình", "Dẻn", "Cắm", "Thàng", "Vảng", "Hỷ", "Lường", "Quyền", "Chóng"],
    womenGiven: ["Phấn", "Lảy", "Slấy", "Nhói", "Mủi", "Dảo", "Xấm", "Cói", "Hính", "Nắng"]
  )
  static let hmong = NameStock(
    families: [
      "Giàng", "Vàng", "Sùng", "Thào", "Mùa", "Hạng", "Lầu", "Ly", "Cháng", "Má", "Vừ", "Sính", "Cứ", "Hờ",
    ],
    menMiddle: ["A", "A", "A", "A", "Seo", "Páo", "Chứ"],
    womenMiddle: ["Thị", "Thị", "Thị"],
    menGiven: [
      "Pó", "Dơ", "Chua", "Sình", "Của", "Páo", "Lử", "Tủa", "Vảng", "Sà", "Chinh", "Thề", "Dế", "Nhè",
      "Sáng", "Phử",
    ],
    womenGiven: [
      "Mỷ", "Dợ", "Sua", "Ca", "Mo", "Chở", "Dính", "Pằng", "Xúa", "Mái", "Say", "Dí", "Chía", "Ganh",
    ]
  )
  static let dao = NameStock(
    families: ["Triệu", "Bàn", "Đặng", "Phùng", "Lý", "Tẩn", "Chảo", "Phàn"],
    menMiddle: ["Văn", "Tài", "Phù", "Kim", "Sành", "Quầy"],
    womenMiddle: ["Thị", "Mùi", "Tả", "Thị"],
    menGiven: ["Phấu", "Liều", "Sinh", "Phin", "Chòi", "Vạn", "Tình", "Kiêm", "Hín", "Phẩu", "Quẩy"],
    womenGiven: ["Mẩy", "Pham", "Lai", "Coi", "Sển", "Ghển", "Chiệp", "Viện", "Khé", "Phẩy"]
  )
  static let khoMu = NameStock(
    families: ["Quàng", "Lò", "Moong", "Cụt", "Lữ", "Ven", "Xeo"],
    menMiddle: ["Văn", "Văn", "Phò", "May"],
    womenMiddle: ["Thị", "Thị"],
    menGiven: ["Nghệ", "Oanh", "Thoong", "Phùm", "Khăm", "Ót", "Chiên", "Mằn", "Dúa"],
    womenGiven: ["Ỏn", "Ngân", "Chăn", "Hoài", "Lún", "Phiu", "Ve", "Dần"]
  )
  static let hoa = NameStock(
    families: ["Trần", "Lâm", "Quách", "Huỳnh", "Lý", "Vương", "Tăng", "Lưu", "Mạch", "Châu", "Tiêu", "Ngũ"],
    menMiddle: ["Chí", "Gia", "Vĩnh", "Cẩm", "Kiến", "Diệu"],
    womenMiddle: ["Mỹ", "Tú", "Bội", "Lệ", "Tuyết", "Huệ"],
    menGiven: ["Cường", "Hưng", "Phát", "Xương", "Nghiệp", "Đạt", "Hoa", "Lương", "Huy", "Minh"],
    womenGiven: ["Linh", "Nghi", "Phân", "Dung", "Quân", "Anh", "Châu", "Hà", "San", "Trân"]
  )
  static let ede = NameStock(
    families: [
      "Êban", "Niê", "Niê", "Mlô", "Kbuôr", "Ayŭn", "Knul", "Byă", "Ênuôl", "Hmok", "Niê Kdăm", "Kpơr",
    ],
    menMiddle: [],
    womenMiddle: [],
    menGiven: [
      "Bliêng", "Wăn", "Thinh", "Nuên", "Bhiông", "Djă", "Krêc", "Sĭu", "Moan", "Khoa", "Lô", "Tuyên",
    ],
    womenGiven: ["Ngun", "Bliăk", "Yăm", "Lan", "Đuê", "Wơn", "Nhơh", "Rim", "Mrư", "Dim", "Krông"]
  )
  static let giaRai = NameStock(
    families: ["Siu", "Rơ Chăm", "Rơ Mah", "Kpă", "Ksor", "Nay", "Rah Lan", "Rơ Châm"],
    menMiddle: [],
    womenMiddle: [],
    menGiven: ["Blôt", "Blêl", "Thuih", "Phơr", "Hyuh", "Bơk", "Khưn", "Plin", "Jú", "Tơt", "Alôn", "Chăn"],
    womenGiven: ["Yam", "Phyêt", "Blơi", "Ngel", "Nhới", "Bum", "Lia", "Nga", "Rưn"]
  )
  static let coHo = NameStock(
    families: [],
    menMiddle: [],
    womenMiddle: [],
    menGiven: [
      "Brơih", "Đêl", "Brẻo", "Tiên", "Wẻo", "Sriêng", "Thế", "Nhím", "Breo", "Dũng", "Plối", "Sơn",
    ],
    womenGiven: ["Nhớp", "Sụp", "Hiền", "Glỏi", "Brẹo", "Tuyền", "Thởi", "Mlin", "Dèm", "Hoàng"]
  )
}
