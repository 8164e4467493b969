/// The words of Kinh names, and how often each is heard.
///
/// A word written several times is that much more frequent.
enum KinhNames {
  /// Family names with their weight in a thousand.
  static let families: [(word: String, weight: Int)] = [
    ("Nguyễn", 310), ("Trần", 108), ("Lê", 94), ("Phạm", 70), ("Hoàng", 36), ("Huỳnh", 20), ("Phan", 44),
    ("Vũ", 26), ("Võ", 24), ("Đặng", 22), ("Bùi", 20), ("Đỗ", 18), ("Hồ", 14), ("Ngô", 14), ("Dương", 12),
    ("Lý", 7), ("Đinh", 9), ("Mai", 8), ("Trịnh", 8), ("Đoàn", 8), ("Lưu", 7), ("Cao", 8), ("Tạ", 6),
    ("Chu", 5),
    ("Thái", 5), ("Tô", 5), ("Hà", 7), ("Lâm", 5), ("Quách", 3), ("Vương", 4), ("Kiều", 4), ("Nghiêm", 3),
    ("Phùng", 5), ("Đào", 7), ("Trương", 10), ("Triệu", 3), ("Lại", 3), ("Đàm", 3), ("Tống", 3), ("Thân", 2),
    ("Khổng", 2), ("Lương", 6), ("Bạch", 2), ("Từ", 2), ("Doãn", 2), ("Nhữ", 1), ("Mạc", 2), ("La", 2),
    ("Giáp", 1),
    ("Cù", 2), ("Ninh", 2), ("Tăng", 2), ("Văn", 2), ("Tôn", 1), ("Quản", 1), ("Ông", 1), ("Ứng", 1),
  ]

  static let menMiddle = [
    "Hữu", "Đức", "Minh", "Quang", "Ngọc", "Xuân", "Công", "Đình", "Quốc", "Thanh", "Anh", "Hoàng", "Duy",
    "Tuấn",
    "Việt", "Bá", "Trọng", "Thế", "Viết", "Mạnh", "Tiến", "Gia", "Khắc", "Hồng", "Phước", "Chí", "Huy",
    "Nhật",
    "Sỹ", "Tấn", "Trung", "Thành", "Bảo", "Hải", "Vĩnh", "Đăng", "Kim", "Như", "Tất", "Danh",
  ]

  static let womenMiddle = [
    "Thanh", "Thu", "Ngọc", "Kim", "Hồng", "Minh", "Bích", "Mỹ", "Phương", "Thúy", "Hoài", "Lan", "Diệu",
    "Tuyết",
    "Ánh", "Cẩm", "Như", "Khánh", "Quỳnh", "Bảo", "Hải", "Mai", "Vân", "Thùy", "Xuân", "Tố", "Lệ", "Hà",
    "Kiều",
    "Tú",
  ]

  static let menGiven = [
    "Hùng", "Hùng", "Dũng", "Dũng", "Cường", "Tuấn", "Tuấn", "Minh", "Nam", "Hải", "Sơn", "Thắng", "Long",
    "Bình",
    "Hòa", "Đức", "Trung", "Kiên", "Quân", "Quang", "Thành", "Tâm", "Phúc", "Lộc", "Thọ", "An", "Khang",
    "Bảo",
    "Việt", "Tiến", "Tùng", "Toàn", "Vinh", "Hiếu", "Nghĩa", "Trí", "Tín", "Lâm", "Phong", "Giang", "Hà",
    "Đạt",
    "Khánh", "Khoa", "Luận", "Lực", "Mạnh", "Nhân", "Phương", "Quý", "Sáng", "Tài", "Thái", "Thịnh", "Thuận",
    "Tú",
    "Vũ", "Vượng", "Xuân", "Đông", "Ẩn", "Bách", "Bằng", "Chiến", "Chương", "Công", "Đoàn", "Hậu", "Hoàng",
    "Huy",
    "Khải", "Kỳ", "Lợi", "Lương", "Ngọc", "Nhật", "Phú", "Quyết", "Quyền", "Sĩ", "Tấn", "Thạch", "Thiện",
    "Thanh",
    "Thủy", "Trường", "Tuyên", "Văn", "Vĩ", "Ước", "Hưởng", "Điền", "Đỉnh", "Đệ", "Định", "Khiêm", "Hiển",
    "Lãm",
    "Án", "Bổn", "Bường", "Cảnh", "Cần", "Cẩn", "Chất", "Chính", "Chung", "Cự", "Doanh", "Dụ", "Dương", "Đại",
    "Đảm",
    "Đăng", "Đằng", "Đính", "Đồng", "Đường", "Giáp", "Hạ", "Hạnh", "Hiệp", "Hiện", "Hội", "Hồng", "Hợi",
    "Hợp", "Huân",
    "Huấn", "Hữu", "Kha", "Khánh", "Kiểm", "Lạc", "Lai", "Lạng", "Lập", "Lịch", "Liêm", "Liệu", "Luân",
    "Lượng", "Mẫn",
    "Mão", "Mùi", "Năm", "Ngãi", "Nghị", "Nguyên", "Ngữ", "Nhẫn", "Nhu", "Ninh", "Phán", "Phấn", "Phi",
    "Phụng",
    "Quảng", "Quế", "Quyến", "Sâm", "Siêu", "Soạn", "Sửu", "Tạo", "Tân", "Thảo", "Thế", "Thi", "Thoại",
    "Thông", "Thư",
    "Thức", "Thương", "Tích", "Tình", "Tỉnh", "Tính", "Toán", "Triển", "Triều", "Trình", "Trọng", "Trực",
    "Tuyến", "Tư",
    "Tường", "Tỵ", "Uẩn", "Uy", "Vang", "Viên", "Viễn", "Vịnh", "Vọng", "Xá", "Yên",
  ]

  static let womenGiven = [
    "Hương", "Hương", "Lan", "Lan", "Hoa", "Hạnh", "Hạnh", "Hà", "Hồng", "Hằng", "Thảo", "Phương", "Trang",
    "Linh",
    "Mai", "Nga", "Ngọc", "Nhung", "Oanh", "Thủy", "Thúy", "Thu", "Tuyết", "Vân", "Yến", "Xuân", "Loan",
    "Liên",
    "Lý", "Mận", "Đào", "Cúc", "Bích", "Ánh", "Anh", "Bình", "Châu", "Chi", "Dung", "Duyên", "Giang", "Hiền",
    "Hòa",
    "Huệ", "Huyền", "Khánh", "Lệ", "Ly", "Minh", "My", "Mỹ", "Na", "Ngà", "Ngân", "Nguyệt", "Nhàn", "Nữ",
    "Phượng",
    "Quyên", "Quỳnh", "Sen", "Tâm", "Thanh", "Thắm", "Thơm", "Thoa", "Thư", "Thương", "Tình", "Trinh", "Tươi",
    "Uyên", "Vui", "Vy", "Ý", "Đan", "Điệp", "Diễm", "Diệu", "Hảo", "Hậu", "Hiếu", "Là", "Lụa", "Mùi",
    "Nghĩa",
    "Nụ", "Ái", "Ước", "Thêu", "Dịu", "Bưởi", "Nhã", "Nhiễu", "Chuyên",
    "An", "Ân", "Ba", "Bảy", "Bé", "Bền", "Bốn", "Cam", "Cẩm", "Chiên", "Chín", "Chinh", "Chúc", "Cương",
    "Dậu", "Dần",
    "Diễn", "Dự", "Dương", "Đông", "Đức", "Gái", "Gấm", "Hải", "Hai", "Hân", "Hiên", "Hiển", "Hoan", "Hoàn",
    "Hội",
    "Hợp", "Huế", "Hường", "Khoa", "Khuyên", "Kiều", "Lài", "Lành", "Lâm", "Lê", "Lĩnh", "Lộc", "Lợi",
    "Luyến", "Luyện",
    "Lương", "Lựu", "Mão", "Mến", "Miên", "Mơ", "Mười", "Năm", "Nết", "Ngát", "Ngoan", "Nguyên", "Nhạn",
    "Nhâm", "Nhi",
    "Nhường", "Ninh", "Phúc", "Quế", "Quý", "Sáu", "Sự", "Sương", "Tám", "Tần", "Thái", "Thanh", "Thành",
    "Thân", "Thi",
    "Thiện", "Thìn", "Thịnh", "Thoan", "Thoại", "Thuần", "Thuận", "Thục", "Thường", "Tiến", "Toàn", "Trâm",
    "Trà",
    "Trúc", "Tuyến", "Tuyền", "Tư", "Tỵ", "Vinh", "Viên", "Xoan", "Xuyến", "Yên",
  ]

  /// Given names that came with the new century.
  static let youngMen = [
    "An", "Bình", "Chiến", "Công", "Cường", "Dũng", "Dương", "Đại", "Đông", "Đức", "Giang", "Hải", "Hùng",
    "Khánh",
    "Khoa", "Kiên", "Lâm", "Long", "Lộc", "Mạnh", "Minh", "Nam", "Nghĩa", "Nhân", "Phong", "Phúc", "Quang",
    "Quốc",
    "Sơn", "Tài", "Tâm", "Thành", "Thắng", "Tiến", "Toàn", "Trung", "Trường", "Tuấn", "Tú", "Việt", "Vinh",
    "Khôi", "Khang", "Bảo", "Phát", "Thịnh", "Đăng", "Duy", "Huy", "Nguyên", "Quân", "Hoàng", "Vũ", "Kiệt",
    "Nhật",
    "Anh", "Đạt", "Hưng", "Thiên", "Tùng", "Hiếu",
  ]

  static let youngWomen = [
    "Ái", "An", "Băng", "Dung", "Dương", "Đan", "Hà", "Hằng", "Hiền", "Hòa", "Huyền", "Hương", "Khánh", "Lam",
    "Lan",
    "Loan", "Ly", "Mai", "Minh", "Nga", "Ngà", "Nhã", "Như", "Nhung", "Oanh", "Phương", "Phượng", "Quyên",
    "Tâm",
    "Thanh", "Thu", "Thúy", "Thủy", "Tú", "Tuyết", "Vân", "Yến", "Ý",
    "Anh", "Chi", "Trâm", "Vy", "Ngân", "Nhi", "Thảo", "Trang", "My", "Hân", "Uyên", "Quỳnh", "Ngọc", "Diệp",
    "Giang",
    "Thư", "Linh", "Châu", "Tiên", "Khuê",
  ]
}
