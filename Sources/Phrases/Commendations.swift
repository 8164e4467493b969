package import Basics

/// Words about years in the Party and the badges for them.
extension Phrase {
  package static var badgeTitle: Phrase { Phrase(vi: "Huy hiệu Đảng", en: "Badges") }
  package static func badgeOf(_ years: Int) -> Phrase {
    Phrase(vi: "Huy hiệu \(years) năm tuổi Đảng", en: "Badge of \(years) years")
  }
  package static func badgeShort(_ years: Int) -> Phrase { Phrase(vi: "\(years) năm", en: "\(years) years") }
  package static func badgesOn(_ date: CivilDate) -> Phrase {
    Phrase(vi: "Huy hiệu Đảng đợt \(day(date))", en: "Badges of \(day(date))")
  }
  package static func badgesSentence(_ unit: String, _ date: CivilDate) -> Phrase {
    Phrase(
      vi: "Ai đủ tuổi Đảng vào đợt trao \(day(date)), chưa đủ ở đợt trước",
      en: "Who reaches a badge on \(day(date)) and had not on the award before"
    )
  }
  package static var badgeMoney: Phrase { Phrase(vi: "Tiền thưởng", en: "Money") }
  package static var badgeMoneyUnknown: Phrase { Phrase(vi: "chưa rõ", en: "unknown") }
  package static var badgeDecided: Phrase { Phrase(vi: "Ngày quyết định kết nạp", en: "Decision to admit") }
  package static var badgeNumber: Phrase { Phrase(vi: "Số huy hiệu", en: "Number of the badge") }
  package static func badgeNumberOf(_ name: String) -> Phrase {
    Phrase(vi: "Số huy hiệu của \(name)", en: "Number of the badge of \(name)")
  }
  package static var badgeState: Phrase { Phrase(vi: "Đã trao", en: "Awarded") }
  package static var upcomingAwards: Phrase { Phrase(vi: "Các đợt trao sắp tới", en: "Awards to come") }
  package static var awardDay: Phrase { Phrase(vi: "Đợt trao", en: "Day of award") }
  package static var allBadges: Phrase { Phrase(vi: "Mọi loại", en: "All badges") }
  package static var awardBadges: Phrase { Phrase(vi: "Ghi trao huy hiệu", en: "Record the awards") }
  package static var awardBadgesTitle: Phrase {
    Phrase(vi: "Ghi trao theo quyết định", en: "Record awards under a decision")
  }
  package static var awardBadgesMeaning: Phrase {
    Phrase(
      vi: "Đánh dấu người được trao, ghi số huy hiệu nếu có. Mỗi loại chỉ trao một lần cho một người.",
      en: "Tick who is awarded, with the badge's number when there is one. Nobody is awarded one badge twice."
    )
  }
  package static var noBadges: Phrase {
    Phrase(vi: "Không có ai trong đợt này", en: "Nobody on this day of award")
  }
  package static var noBadgesMeaning: Phrase {
    Phrase(
      vi: "Chỉ tính đảng viên chính thức có ngày quyết định kết nạp trong hồ sơ.",
      en: "Only official members whose day of decision is on record are counted."
    )
  }
  package static var noBadgeRule: Phrase {
    Phrase(
      vi: "Chưa biết quy định cho ngày trao này, nên chưa tính được.",
      en: "No rule is known for that day of award, so nothing is worked out."
    )
  }
  package static var countUnverified: Phrase {
    Phrase(
      vi: """
        Tuổi Đảng tính từ ngày quyết định kết nạp, khi đã là đảng viên chính thức (điểm đầu: chưa xác minh). Người \
        kết nạp lại chỉ tính lần hiện nay; thời gian bị đình chỉ chưa trừ vì chưa tìm thấy văn bản.
        """,
      en: """
        Years count from the decision to admit, once official (start of the count: not verified). Of somebody \
        re-admitted only the present membership counts; time suspended is not taken off, as no text was found.
        """
    )
  }
  package static var wasReadmitted: Phrase {
    Phrase(vi: "kết nạp lại: kiểm tra cách tính", en: "re-admitted: check the count")
  }
  package static var nextBadge: Phrase { Phrase(vi: "Huy hiệu kế tiếp", en: "Next badge") }
  package static func nextBadgeOn(_ years: Int, _ date: CivilDate) -> Phrase {
    Phrase(vi: "\(years) năm · đợt \(day(date))", en: "\(years) years · \(day(date))")
  }
  package static var seniorityTitle: Phrase { Phrase(vi: "Tuổi Đảng và huy hiệu", en: "Years and badges") }
  package static func seniority(_ years: Int, from date: CivilDate) -> Phrase {
    Phrase(
      vi: "\(years) năm tuổi Đảng, tính từ quyết định kết nạp ngày \(day(date))",
      en: "\(plural(years, "year", "years")) in the Party, from the decision of \(day(date))"
    )
  }
  package static var seniorityUnknown: Phrase {
    Phrase(
      vi: "Chưa rõ tuổi Đảng: hồ sơ chưa có ngày quyết định kết nạp.",
      en: "Years in the Party are not known: the day of the decision is not on record."
    )
  }
  package static func suspendedDays(_ days: Int, leftOut: Int) -> Phrase {
    leftOut == 0
      ? Phrase(
        vi: "Đã bị đình chỉ sinh hoạt \(grouped(days)) ngày; vẫn tính vào tuổi Đảng.",
        en: "Suspended for \(plural(days, "day", "days")); that time counts."
      )
      : Phrase(
        vi:
          "Đã bị đình chỉ sinh hoạt \(grouped(days)) ngày; \(grouped(leftOut)) ngày không tính vào tuổi Đảng.",
        en: "Suspended for \(plural(days, "day", "days")); \(grouped(leftOut)) of them do not count."
      )
  }
  package static var seniorityProbationary: Phrase {
    Phrase(
      vi: "Tuổi Đảng tính khi đã được công nhận chính thức.",
      en: "Years in the Party count once officially recognised."
    )
  }
  package static func awarded(_ years: Int, _ date: CivilDate) -> Phrase {
    Phrase(
      vi: "Đã được trao Huy hiệu \(years) năm tuổi Đảng, đợt \(day(date))",
      en: "Awarded the badge of \(years) years on \(day(date))"
    )
  }
}
