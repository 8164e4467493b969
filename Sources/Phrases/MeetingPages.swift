package import Basics
package import Rules

/// The pages of meetings: calling them, holding them, minutes, quality, boards.
extension Phrase {
  package static var meetingsTitle: Phrase { Phrase(vi: "Sinh hoạt chi bộ", en: "Meetings") }
  package static var meetingsModule: Phrase { Phrase(vi: "Sinh hoạt", en: "Meetings") }
  package static func meetingsOf(_ unit: String, _ year: Int) -> Phrase {
    Phrase(vi: "Sinh hoạt năm \(year) của \(unit)", en: "Meetings of \(unit) in \(year)")
  }
  package static func meetingOn(_ kind: String, _ on: CivilDate) -> Phrase {
    Phrase(vi: "\(kind) ngày \(day(on))", en: "\(kind), \(day(on))")
  }
  package static var yearTitle: Phrase { Phrase(vi: "Năm", en: "Year") }
  package static var noMeetings: Phrase { Phrase(vi: "Chưa có buổi sinh hoạt nào", en: "No meeting yet") }
  package static var noMeetingsMeaning: Phrase {
    Phrase(
      vi: "Buổi sinh hoạt có ở đây khi bí thư triệu tập.",
      en: "A meeting is here once the secretary calls it."
    )
  }
  package static var noCells: Phrase { Phrase(vi: "Không có chi bộ nào", en: "No cells") }
  package static var noCellsMeaning: Phrase {
    Phrase(
      vi: "Vào ngày này đơn vị không có chi bộ trực thuộc.",
      en: "On this day no cell stands below this unit."
    )
  }

  // Duty.
  package static var meetingDuty: Phrase { Phrase(vi: "Chế độ sinh hoạt trong năm", en: "Duty of the year") }
  package static var monthlyMeetings: Phrase {
    Phrase(vi: "Thường kỳ từng tháng", en: "Regular, month by month")
  }
  package static var thematicMeetings: Phrase {
    Phrase(vi: "Chuyên đề từng quý", en: "Thematic, quarter by quarter")
  }
  package static var quartersThematic: Phrase { Phrase(vi: "Chuyên đề quý", en: "Thematic") }
  package static func quarter(_ quarter: Int) -> Phrase { Phrase(vi: "Quý \(quarter)", en: "Q\(quarter)") }
  package static var monthMissed: Phrase { Phrase(vi: "thiếu", en: "missed") }
  package static var monthAhead: Phrase { Phrase(vi: "–", en: "–") }
  package static func monthsMissed(_ count: Int) -> Phrase {
    count == 0
      ? Phrase(vi: "không thiếu tháng nào", en: "no month missed")
      : Phrase(vi: "thiếu \(count) tháng", en: "\(count) months missed")
  }
  package static func presentOf(_ part: Int, _ whole: Int) -> Phrase {
    Phrase(verbatim: "\(grouped(part))/\(grouped(whole))")
  }
  package static var minutesSignedState: Phrase { Phrase(vi: "Biên bản đã ký", en: "Minutes signed") }
  package static var minutesOpenState: Phrase { Phrase(vi: "Biên bản chưa ký", en: "Minutes not signed") }
  package static var allowedModes: Phrase {
    Phrase(vi: "Hình thức được phép", en: "Allowed manners of meeting")
  }
  package static var meetingBoard: Phrase {
    Phrase(
      vi: "Chi bộ đã sinh hoạt theo tháng",
      en: "Cells that met, by month"
    )
  }
  package static var meetingBoardMeaning: Phrase {
    Phrase(
      vi: "số chi bộ đã sinh hoạt / phải sinh hoạt",
      en: "cells that met / cells that had to"
    )
  }
  package static var comingMeetings: Phrase { Phrase(vi: "Sắp sinh hoạt", en: "Coming meetings") }

  // The form.
  package static var changeMeeting: Phrase { Phrase(vi: "Đổi lịch sinh hoạt", en: "Change the meeting") }
  package static var cancelMeeting: Phrase { Phrase(vi: "Hủy buổi sinh hoạt", en: "Cancel the meeting") }
  package static var cancelWhy: Phrase { Phrase(vi: "Vì sao hủy", en: "Why it is cancelled") }
  package static var notChosen: Phrase { Phrase(vi: "Chưa chọn", en: "Not chosen") }
  package static func meetingFormField(_ field: String) -> Phrase {
    switch field {
    case "kind": Phrase(vi: "Loại buổi sinh hoạt", en: "Kind of meeting")
    case "day": Phrase(vi: "Ngày", en: "Day")
    case "reason": Phrase(vi: "Lý do chọn giờ riêng", en: "Why a time of its own")
    default: meetingField(field)
    }
  }
  package static var themeHint: Phrase {
    Phrase(
      vi: "Bắt buộc với sinh hoạt chuyên đề",
      en: "Needed for a thematic meeting"
    )
  }
  package static var modeHint: Phrase {
    Phrase(
      vi: "Trực tuyến, kết hợp và theo tổ đảng: khi cấp ủy cấp trên đã cho phép",
      en: "Online, in part online and by sub-groups: once a committee above has allowed it"
    )
  }
  package static var slotHint: Phrase {
    Phrase(
      vi: "Ví dụ: họp buổi tối vì đảng viên đi rừng ban ngày",
      en: "Such as an evening, because members work in the forest by day"
    )
  }
  package static var preparesMeeting: Phrase {
    Phrase(vi: "Chuẩn bị cho buổi", en: "Prepares the meeting of")
  }
  package static var preparesHint: Phrase {
    Phrase(
      vi: "Chỉ khi đây là họp chi ủy",
      en: "For a meeting of the committee only"
    )
  }
  package static var preparesThis: Phrase {
    Phrase(
      vi: "Cuộc họp này thống nhất nội dung cho một buổi sinh hoạt: mở buổi ấy",
      en: "This meeting agrees the content of another: open that one"
    )
  }

  // One meeting.
  package static var meetingFacts: Phrase { Phrase(vi: "Thông tin", en: "About it") }
  package static var meetingTime: Phrase { Phrase(vi: "Thời gian", en: "Time") }
  package static var meetingLength: Phrase { Phrase(vi: "Thời lượng", en: "Duration") }
  package static func minutesLong(_ minutes: Int) -> Phrase {
    Phrase(vi: "\(minutes) phút", en: "\(minutes) minutes")
  }
  package static var yourMark: Phrase { Phrase(vi: "Bạn", en: "You") }
  package static var openMeeting: Phrase { Phrase(vi: "Khai mạc", en: "Open the meeting") }
  package static var openMeetingHint: Phrase {
    Phrase(
      vi: "Từ đây điểm danh và ghi từng nội dung.",
      en: "From here on the roll is called and each item noted."
    )
  }
  package static var closeMeeting: Phrase { Phrase(vi: "Bế mạc", en: "Close the meeting") }
  package static var closeMeetingHint: Phrase {
    Phrase(
      vi: "Khi mọi đảng viên phải dự đã được điểm danh.",
      en: "Once everybody who was to come has been called."
    )
  }
  package static var reopenMeeting: Phrase { Phrase(vi: "Mở lại", en: "Open it again") }
  package static var reopenMeetingHint: Phrase {
    Phrase(
      vi: "Được mở lại cho đến khi có người ký biên bản.",
      en: "It can be opened again until somebody signs the minutes."
    )
  }
  package static func meetingClock(_ step: String) -> Phrase {
    step == "open" ? Phrase(vi: "Khai mạc lúc", en: "Opened at") : Phrase(vi: "Bế mạc lúc", en: "Closed at")
  }

  // Roll call.
  package static var rollCall: Phrase { Phrase(vi: "Điểm danh", en: "Roll call") }
  package static var stillToCallShort: Phrase { Phrase(vi: "chưa điểm danh", en: "still to call") }
  package static var notCalledYet: Phrase { Phrase(vi: "chưa điểm danh", en: "not called yet") }
  package static func ofObliged(_ count: Int) -> Phrase {
    Phrase(vi: "trên \(grouped(count)) đảng viên phải dự", en: "of \(grouped(count)) obliged to come")
  }
  package static var quorumReached: Phrase { Phrase(vi: "Đủ túc số", en: "Quorum") }
  package static var quorumMissing: Phrase { Phrase(vi: "Chưa đủ túc số", en: "No quorum yet") }
  package static func quorumWhy(_ needed: Int?, of obliged: Int) -> Phrase {
    guard let needed else { return Phrase(vi: "Cách tính", en: "How it is counted") }
    return Phrase(vi: "Túc số \(needed) trên \(obliged): vì sao", en: "Quorum \(needed) of \(obliged): why")
  }
  /// Of whom attendance is counted.
  package static func rollMade(_ call: RollCall) -> Phrase {
    func count(_ attending: Attending) -> Int { call.listed[attending] ?? 0 }
    let roll = count(.home) + count(.away) + count(.exempt) + count(.suspended)
    return Phrase(
      vi: """
        Danh sách \(roll), trừ \(count(.exempt)) được miễn, \(count(.suspended)) bị đình chỉ, \(count(.away)) đang \
        sinh hoạt nơi khác, cộng \(count(.temporary)) sinh hoạt tạm thời ở đây
        """,
      en: """
        \(roll) on the roll, less \(count(.exempt)) exempt, \(count(.suspended)) suspended, \(count(.away)) \
        elsewhere for a time, plus \(count(.temporary)) here for a time
        """
    )
  }
  package static var recordMarks: Phrase { Phrase(vi: "Ghi điểm danh", en: "Record the marks") }
  package static var otherMarks: Phrase { Phrase(vi: "Đến muộn, về sớm", en: "Late, or left early") }
  package static var whyAway: Phrase { Phrase(vi: "Lý do vắng", en: "Why away") }
  package static var noVote: Phrase { Phrase(vi: "dự bị, không biểu quyết", en: "on probation, no vote") }
  package static func notExpected(_ count: Int) -> Phrase {
    Phrase(vi: "\(count) người không phải dự", en: "\(count) not expected")
  }
  package static var marksSent: Phrase { Phrase(vi: "Đã ghi hết vào hồ sơ", en: "Everything is recorded") }
  package static var marksWaiting: Phrase {
    Phrase(
      vi: "chưa gửi được, đang giữ trên máy này",
      en: "not sent yet, kept on this device"
    )
  }
  package static var marksRefused: Phrase { Phrase(vi: "Máy chủ không nhận:", en: "Refused:") }
  package static var markConflict: Phrase { Phrase(vi: "Người khác đã ghi:", en: "Somebody else recorded:") }
  package static var markAgain: Phrase { Phrase(vi: "Ghi theo tôi:", en: "Record mine:") }
  package static var marksNeedSignIn: Phrase {
    Phrase(
      vi: "Phiên đăng nhập đã hết. Điểm danh vẫn giữ trên máy này; đăng nhập lại để gửi.",
      en: "The sign-in has ended. The marks are kept on this device; sign in again to send them."
    )
  }
  package static var turnoutTitle: Phrase { Phrase(vi: "Số đảng viên dự", en: "Turnout") }
  package static var rollShort: Phrase { Phrase(vi: "Danh sách", en: "On the roll") }
  package static var cellsTitle: Phrase { Phrase(vi: "Chi bộ", en: "Cells") }
  package static var exemptShort: Phrase { Phrase(vi: "Miễn, đình chỉ", en: "Exempt") }
  package static var awayShort: Phrase { Phrase(vi: "Tạm đi", en: "Away") }
  package static var hereShort: Phrase { Phrase(vi: "Tạm đến", en: "Here for a time") }
  package static var obligedShort: Phrase { Phrase(vi: "Phải dự", en: "Obliged") }
  package static var rateShort: Phrase { Phrase(vi: "Tỷ lệ dự", en: "Rate") }
  package static var guestsTitle: Phrase { Phrase(vi: "Tham dự", en: "Guests") }

  // Agenda, votes, papers.
  package static var agendaTitle: Phrase { Phrase(vi: "Chương trình", en: "Agenda") }
  package static var itemDone: Phrase { Phrase(vi: "xong", en: "done") }
  package static var itemNow: Phrase { Phrase(vi: "đang bàn", en: "now") }
  package static var itemNote: Phrase {
    Phrase(
      vi: "Ghi diễn biến, ý kiến, kết luận",
      en: "What was said and concluded"
    )
  }
  package static var itemChange: Phrase { Phrase(vi: "Sửa, đổi thứ tự, bỏ", en: "Change, move, drop") }
  package static var itemTitle: Phrase { Phrase(vi: "Nội dung", en: "Item") }
  package static var itemPlace: Phrase { Phrase(vi: "Thứ tự", en: "Place") }
  package static var itemPlaceHint: Phrase {
    Phrase(vi: "Để trống là cuối chương trình", en: "Blank: at the end")
  }
  package static var dropItem: Phrase { Phrase(vi: "Bỏ khỏi chương trình", en: "Take it off") }
  package static var keepNote: Phrase { Phrase(vi: "Lưu ghi chép", en: "Keep the note") }
  package static var itemFinished: Phrase { Phrase(vi: "Xong, sang mục sau", en: "Done, go on") }
  package static var addItem: Phrase { Phrase(vi: "Thêm nội dung", en: "Add an item") }
  package static var votesTitle: Phrase { Phrase(vi: "Biểu quyết", en: "Votes") }
  package static var recordVote: Phrase { Phrase(vi: "Ghi biểu quyết", en: "Record a vote") }
  package static var proposal: Phrase { Phrase(vi: "Nội dung biểu quyết", en: "Proposal") }
  package static var itemOfVote: Phrase { Phrase(vi: "Thuộc mục", en: "Item") }
  package static var noItem: Phrase { Phrase(vi: "Không thuộc mục nào", en: "None") }
  package static var voteMannerTitle: Phrase { Phrase(vi: "Hình thức", en: "Manner") }
  package static func voteField(_ field: String) -> Phrase {
    switch field {
    case "officials": Phrase(vi: "Có quyền biểu quyết", en: "With a vote")
    case "present": Phrase(vi: "Có mặt", en: "Present")
    case "agreed": Phrase(vi: "Tán thành", en: "For")
    case "against": Phrase(vi: "Không tán thành", en: "Against")
    default: Phrase(vi: "Ý kiến khác", en: "Abstained")
    }
  }
  package static func voteNumbers(_ vote: MeetingVote) -> Phrase {
    Phrase(
      vi: """
        \(voteManner(vote.manner.rawValue)): tán thành \(vote.agreed), không tán thành \(vote.against), ý kiến khác \
        \(vote.abstained); có mặt \(vote.present) trên \(vote.officials) đảng viên có quyền biểu quyết
        """,
      en: """
        \(voteManner(vote.manner.rawValue)): \(vote.agreed) for, \(vote.against) against, \(vote.abstained) \
        abstained; \(vote.present) present of \(vote.officials) with a vote
        """
    )
  }
  package static func voteTold(_ vote: MeetingVote, _ outcome: String?) -> Phrase {
    let end = outcome.map { " – \($0)" } ?? ""
    return Phrase(
      vi: "Biểu quyết “\(vote.proposal)”. \(voteNumbers(vote).text)\(end).",
      en: "Vote on “\(vote.proposal)”. \(voteNumbers(vote).text)\(end)."
    )
  }
  package static var papersTitle: Phrase { Phrase(vi: "Tài liệu", en: "Papers") }
  package static var noPapers: Phrase { Phrase(vi: "Chưa gửi tài liệu nào", en: "No papers handed out yet") }
  package static var handOutPaper: Phrase { Phrase(vi: "Gửi tài liệu", en: "Hand out a paper") }
  package static var paperTitle: Phrase { Phrase(vi: "Tên tài liệu", en: "Title") }
  package static var paperKindTitle: Phrase { Phrase(vi: "Loại tài liệu", en: "Kind of paper") }
  package static var paperFile: Phrase { Phrase(vi: "Tệp", en: "File") }
  package static var paperFileHint: Phrase {
    Phrase(
      vi: "PDF, JPEG hoặc PNG, đến 20 MB",
      en: "PDF, JPEG or PNG, up to 20 MB"
    )
  }
  package static func paperKind(_ kind: String) -> Phrase {
    kind == "draftResolution"
      ? Phrase(vi: "Dự thảo nghị quyết", en: "Draft resolution") : Phrase(vi: "Tài liệu", en: "Paper")
  }
  package static func leadTime(_ minutes: Int) -> Phrase {
    if minutes < 0 { return Phrase(vi: "sau giờ họp", en: "after it began") }
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    return Phrase(vi: "trước \(hours) giờ \(rest) phút", en: "\(hours) h \(rest) min before")
  }

  // Quality.
  package static var meetingQuality: Phrase {
    Phrase(vi: "Chất lượng buổi sinh hoạt", en: "Quality of the meeting")
  }
  package static var scoreOwn: Phrase { Phrase(vi: "Chi bộ tự chấm", en: "Score it yourself") }
  package static var scoreFromAbove: Phrase { Phrase(vi: "Chấm của cấp trên", en: "Score it from above") }
  package static var scoreNote: Phrase { Phrase(vi: "Nhận xét", en: "Comment") }
}
