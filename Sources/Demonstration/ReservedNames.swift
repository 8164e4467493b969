/// Names that belong to public figures; nobody in the demonstration bears them.
enum ReservedNames {
  static func contains(_ name: String) -> Bool {
    all.contains(name)
  }

  private static let all: Set<String> = [
    "Hồ Chí Minh", "Tôn Đức Thắng", "Trần Phú", "Lê Hồng Phong", "Hà Huy Tập", "Nguyễn Văn Cừ", "Lê Duẩn",
    "Lê Đức Thọ", "Phạm Văn Đồng", "Phạm Hùng", "Võ Nguyên Giáp", "Võ Chí Công", "Võ Văn Kiệt",
    "Nguyễn Văn Linh",
    "Đỗ Mười", "Lê Đức Anh", "Lê Khả Phiêu", "Nông Đức Mạnh", "Trần Đức Lương", "Phan Văn Khải",
    "Nguyễn Văn An",
    "Nguyễn Minh Triết", "Nguyễn Tấn Dũng", "Nguyễn Phú Trọng", "Trương Tấn Sang", "Nguyễn Sinh Hùng",
    "Trần Đại Quang", "Nguyễn Xuân Phúc", "Nguyễn Thị Kim Ngân", "Nguyễn Thị Bình", "Nguyễn Thị Định",
    "Nguyễn Thị Doan", "Đặng Thị Ngọc Thịnh", "Võ Thị Ánh Xuân", "Võ Văn Thưởng", "Vương Đình Huệ",
    "Phạm Minh Chính",
    "Tô Lâm", "Lương Cường", "Trần Thanh Mẫn", "Trần Cẩm Tú", "Trương Thị Mai", "Tòng Thị Phóng",
    "Lê Minh Hưng",
    "Nguyễn Hòa Bình", "Nguyễn Duy Ngọc", "Phan Đình Trạc", "Phan Văn Giang", "Lương Tam Quang",
    "Bùi Thanh Sơn",
    "Nguyễn Trọng Nghĩa", "Trịnh Văn Quyết", "Lê Minh Khái", "Lê Hoài Trung", "Nguyễn Văn Nên",
    "Hoàng Trung Hải",
    "Bùi Thị Minh Hoài", "Đỗ Văn Chiến", "Nguyễn Xuân Thắng", "Nguyễn Khắc Định", "Nguyễn Thanh Nghị",
    "Trần Hồng Hà", "Nguyễn Chí Dũng", "Mai Văn Chính", "Hồ Đức Phớc", "Trần Lưu Quang", "Trần Quốc Vượng",
    "Nguyễn Thiện Nhân", "Phùng Quang Thanh", "Ngô Xuân Lịch", "Đinh Thế Huynh", "Lê Hồng Anh",
    "Phạm Quang Nghị",
    "Nguyễn Văn Bình", "Hoàng Bình Quân", "Trần Quốc Tỏ", "Phạm Gia Khiêm", "Nguyễn Tiến Hải",
    "Trần Hưng Đạo",
    "Lê Lợi", "Nguyễn Trãi", "Nguyễn Huệ", "Nguyễn Du", "Nguyễn Ái Quốc", "Lý Tự Trọng", "Võ Thị Sáu",
    "Nguyễn Thị Minh Khai", "Hoàng Văn Thụ", "Phan Đăng Lưu", "Nguyễn Văn Trỗi", "Phan Bội Châu",
    "Phan Châu Trinh",
    "Hoàng Quốc Việt", "Nguyễn Lương Bằng", "Nguyễn Hữu Thọ", "Huỳnh Tấn Phát", "Trần Văn Trà",
    "Nguyễn Chí Thanh",
    "Văn Tiến Dũng", "Hoàng Văn Thái", "Chu Văn An", "Đào Duy Tùng", "Bùi Thị Xuân",
  ]
}
