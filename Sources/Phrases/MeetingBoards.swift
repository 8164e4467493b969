package import Basics
package import Rules

/// The boards of meetings, resolutions and tasks: what each cell did with what was due, and what leaders look at.
extension Phrase {
  package static var meetingDeskTitle: Phrase {
    Phrase(vi: "Sinh hoạt, biên bản, chấm điểm", en: "Meetings, minutes, scores")
  }
  package static func deskMonth(_ month: Month) -> Phrase {
    Phrase(vi: "Tháng \(month.number)/\(month.year)", en: "\(month.number)/\(month.year)")
  }
  package static func deskQuarter(_ quarter: Int, _ year: Int) -> Phrase {
    Phrase(vi: "Quý \(quarter)/\(year)", en: "Q\(quarter)/\(year)")
  }
  package static func deskSentence(_ isThematic: Bool, _ time: Phrase) -> Phrase {
    isThematic
      ? Phrase(
        vi:
          "Sinh hoạt chuyên đề \(time.text.lowercasedFirst): từng chi bộ đã họp, nộp biên bản, chấm điểm đến đâu.",
        en: "Thematic meetings of \(time.text): which cells met, filed minutes, scored."
      )
      : Phrase(
        vi:
          "Sinh hoạt thường kỳ \(time.text.lowercasedFirst): từng chi bộ đã họp, nộp biên bản, chấm điểm đến đâu.",
        en: "Regular meetings of \(time.text): which cells met, filed minutes, scored."
      )
  }
  package static func meetingProgress(_ state: String) -> Phrase {
    switch state {
    case "missed": Phrase(vi: "Không họp", en: "Missed")
    case "unsigned": Phrase(vi: "Chưa ký biên bản", en: "Minutes not filed")
    case "awaited": Phrase(vi: "Chưa đến kỳ họp", en: "Still to come")
    case "unscored": Phrase(vi: "Chưa chấm điểm", en: "Not scored")
    case "scored": Phrase(vi: "Cấp trên chưa chấm", en: "Not scored from above")
    case "confirmed": Phrase(vi: "Đã xong", en: "Complete")
    case "notDue": Phrase(vi: "Chưa thành lập", en: "Not there yet")
    default: Phrase(verbatim: state)
    }
  }
  package static var deskStates: Phrase { Phrase(vi: "Lọc theo tình trạng", en: "By state") }
  package static var deskTimes: Phrase { Phrase(vi: "Tháng, quý", en: "Months and quarters") }
  package static var presentShare: Phrase { Phrase(vi: "Có mặt", en: "Present") }
  package static var minutesFiled: Phrase { Phrase(vi: "Biên bản", en: "Minutes") }
  package static func filedAfter(_ days: Int) -> Phrase {
    days == 0
      ? Phrase(vi: "ký trong ngày", en: "the same day")
      : Phrase(vi: "ký sau \(grouped(days)) ngày", en: "after \(plural(days, "day", "days"))")
  }
  package static func unfiledFor(_ days: Int) -> Phrase {
    Phrase(vi: "\(grouped(days)) ngày chưa ký", en: "\(plural(days, "day", "days")) without")
  }
  package static var ownScoreShort: Phrase { Phrase(vi: "Tự chấm", en: "Own score") }
  package static var superiorScoreShort: Phrase { Phrase(vi: "Cấp trên chấm", en: "From above") }
  package static func criteriaMet(_ met: Int, _ all: Int) -> Phrase {
    Phrase(vi: "\(met)/\(all) tiêu chí", en: "\(met) of \(all)")
  }
  package static var filedLate: Phrase { Phrase(vi: "quá hạn", en: "late") }

  // MARK: The leader's board

  package static var leaderBoard: Phrase { Phrase(vi: "Bảng điều hành", en: "Leader's board") }
  package static func leaderBoardSentence(_ day: CivilDate) -> Phrase {
    Phrase(
      vi: "Nghị quyết, nhiệm vụ và sinh hoạt của các đơn vị bên dưới, đến ngày \(Phrase.day(day)).",
      en: "Resolutions, tasks and meetings of the units below, by \(Phrase.day(day))."
    )
  }
  package static var resolutionsByState: Phrase {
    Phrase(vi: "Nghị quyết đã gửi xuống", en: "Resolutions sent down")
  }
  package static var silentUnits: Phrase { Phrase(vi: "Đơn vị chưa hồi âm", en: "Silent units") }
  package static var noneSilent: Phrase {
    Phrase(vi: "Mọi đơn vị đã hồi âm.", en: "Every unit has been heard of.")
  }
  package static var nothingSentDown: Phrase {
    Phrase(vi: "Chưa gửi nghị quyết nào xuống dưới.", en: "No resolution was sent down.")
  }
  package static var daysSinceSent: Phrase { Phrase(vi: "Số ngày từ khi gửi", en: "Days since it was sent") }
  package static var lastReminder: Phrase { Phrase(vi: "Lần nhắc gần nhất", en: "Last reminder") }
  package static var tasksByUnit: Phrase { Phrase(vi: "Nhiệm vụ theo đơn vị", en: "Tasks by unit") }
  package static var dueThisMonth: Phrase { Phrase(vi: "Đến hạn tháng này", en: "Due this month") }
  package static var tasksOpenShort: Phrase { Phrase(vi: "Đang làm", en: "Open") }
  package static var tasksDoneShort: Phrase { Phrase(vi: "Hoàn thành", en: "Done") }
  package static func heatMap(_ year: Int) -> Phrase {
    Phrase(
      vi: "Sinh hoạt và nhiệm vụ từng tháng năm \(year)",
      en: "Meetings and tasks month by month, \(year)"
    )
  }
  package static var heatMapMeaning: Phrase {
    Phrase(
      vi: "Dòng trên: chi bộ đã họp trên số phải họp. Dòng dưới: nhiệm vụ hoàn thành trong tháng.",
      en: "Above: cells that met of those that had to. Below: tasks done in the month."
    )
  }
  package static func tasksDoneIn(_ count: Int) -> Phrase {
    Phrase(vi: "\(grouped(count)) việc xong", en: "\(grouped(count)) done")
  }
  package static func duesInMonth(_ month: Month) -> Phrase {
    Phrase(vi: "Đến hạn \(deskMonth(month).text.lowercasedFirst)", en: "Due in \(deskMonth(month).text)")
  }
  package static func doneInMonth(_ month: Month) -> Phrase {
    Phrase(
      vi: "Hoàn thành \(deskMonth(month).text.lowercasedFirst)",
      en: "Done in \(deskMonth(month).text)"
    )
  }

  // MARK: Programmes

  package static var programmesTitle: Phrase {
    Phrase(vi: "Chủ đề năm, chương trình công tác", en: "Year themes and programmes")
  }
  package static func programmesSentence(_ year: Int) -> Phrase {
    Phrase(
      vi: "Của đơn vị và các đơn vị bên dưới trong năm \(year).",
      en: "Of the unit and those below it in \(year)."
    )
  }
  package static var noProgrammes: Phrase {
    Phrase(vi: "Năm này chưa có chủ đề, chương trình nào", en: "No theme or programme this year")
  }
  package static var noProgrammesMeaning: Phrase {
    Phrase(
      vi: "Nhập nghị quyết loại chủ đề năm hoặc chương trình công tác để có ở đây.",
      en: "Resolutions entered as a year theme or a work programme appear here."
    )
  }
}
