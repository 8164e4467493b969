import Basics
package import Rules

/// One of the lists in which an office hands over what it has: its units and people, or the meetings of its cells.
package enum ListKind: String, CaseIterable, Hashable, Sendable {
  case units, members, affiliations, posts
  case meetings, attendance

  /// The four lists of an organisation.
  package static let ofOrganisation: [ListKind] = [.units, .members, .affiliations, .posts]
  /// The meetings held before they were kept here, and who was away from them.
  package static let ofMeetings: [ListKind] = [.meetings, .attendance]

  /// A column: its field, whether a list must have it, and its Vietnamese heading.
  package struct Column: Hashable, Sendable {
    package let field: Field
    package let isRequired: Bool
    package let vietnamese: String

    fileprivate init(_ field: Field, _ vietnamese: String, required: Bool = false) {
      self.field = field
      isRequired = required
      self.vietnamese = vietnamese
    }
  }

  package var columns: [Column] {
    switch self {
    case .units:
      [
        Column(.code, "mã", required: true), Column(.name, "tên", required: true),
        Column(.kind, "loại", required: true), Column(.sector, "lĩnh vực"), Column(.parent, "trực thuộc"),
        Column(.from, "từ ngày", required: true), Column(.until, "đến ngày"), Column(.decision, "quyết định"),
      ]
    case .members:
      [
        Column(.person, "mã đảng viên", required: true), Column(.name, "họ và tên", required: true),
        Column(.born, "ngày sinh"), Column(.sex, "giới tính"), Column(.ethnicity, "dân tộc"),
        Column(.decided, "ngày quyết định"), Column(.admitted, "ngày kết nạp", required: true),
        Column(.official, "ngày chính thức"), Column(.left, "ngày ra khỏi đảng"), Column(.reason, "lý do"),
        Column(.card, "số thẻ"), Column(.decision, "quyết định"),
      ]
    case .affiliations:
      [
        Column(.person, "mã đảng viên", required: true), Column(.unit, "mã đơn vị", required: true),
        Column(.role, "vai trò", required: true), Column(.from, "từ ngày", required: true),
        Column(.until, "đến ngày"), Column(.decision, "quyết định"),
      ]
    case .posts:
      [
        Column(.person, "mã đảng viên", required: true), Column(.unit, "mã đơn vị", required: true),
        Column(.post, "chức vụ", required: true), Column(.from, "từ ngày", required: true),
        Column(.until, "đến ngày"), Column(.decision, "quyết định"),
      ]
    case .meetings:
      [
        Column(.unit, "mã đơn vị", required: true), Column(.day, "ngày", required: true),
        Column(.kind, "loại sinh hoạt", required: true), Column(.begins, "bắt đầu", required: true),
        Column(.closed, "kết thúc"), Column(.mode, "hình thức"), Column(.place, "địa điểm"),
        Column(.theme, "chuyên đề"), Column(.chair, "chủ trì"), Column(.taker, "thư ký"),
        Column(.prepares, "chuẩn bị cho ngày"), Column(.others, "số còn lại"),
        Column(.text, "nội dung biên bản"), Column(.signed, "đã ký biên bản"), Column(.own, "chi bộ tự chấm"),
        Column(.superior, "cấp trên chấm"),
      ]
    case .attendance:
      [
        Column(.unit, "mã đơn vị", required: true), Column(.day, "ngày", required: true),
        Column(.kind, "loại sinh hoạt"), Column(.person, "mã đảng viên", required: true),
        Column(.mark, "điểm danh", required: true), Column(.reason, "lý do"),
      ]
    }
  }

  /// The columns of a roll: those of `members`, and where the member is at home.
  package static let rollColumns: [(name: String, vietnamese: String)] =
    ListKind.members.columns.map { ($0.field.rawValue, $0.vietnamese) }
    + [("unit", "mã đơn vị"), ("unitName", "tên đơn vị"), ("role", "vai trò")]

  /// Its number among the lists.
  var number: Int {
    switch self {
    case .units: 0
    case .members: 1
    case .affiliations: 2
    case .posts: 3
    case .meetings: 4
    case .attendance: 5
    }
  }
}
