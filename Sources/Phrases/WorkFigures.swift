/// The figures of tasks and resolutions: their names, and what exactly each counts.
extension Phrase {
  package static func workFigure(_ code: String) -> Phrase {
    switch code {
    case "tasks.assigned": Phrase(vi: "Nhiệm vụ được giao", en: "Tasks assigned")
    case "tasks.done": Phrase(vi: "Nhiệm vụ đã hoàn thành", en: "Tasks done")
    case "tasks.onTime": Phrase(vi: "Nhiệm vụ hoàn thành đúng hạn", en: "Tasks done on time")
    case "tasks.beyond": Phrase(vi: "Nhiệm vụ hoàn thành vượt mức", en: "Tasks done beyond requirement")
    case "tasks.late": Phrase(vi: "Nhiệm vụ chậm, quá hạn", en: "Tasks late")
    case "tasks.due": Phrase(vi: "Nhiệm vụ còn phải làm, trong hạn", en: "Tasks still to be done in time")
    case "resolutions.sent": Phrase(vi: "Lượt nghị quyết cấp trên gửi", en: "Resolutions sent down")
    case "resolutions.received":
      Phrase(vi: "Lượt nghị quyết đã tiếp nhận", en: "Resolutions received")
    case "resolutions.studied":
      Phrase(vi: "Lượt nghị quyết đã học tập, quán triệt", en: "Resolutions studied")
    case "resolutions.concrete":
      Phrase(vi: "Lượt nghị quyết đã cụ thể hóa", en: "Resolutions made concrete")
    default: Phrase(verbatim: code)
    }
  }

  package static func workDefinition(_ code: String) -> Phrase {
    switch code {
    case "tasks.assigned":
      Phrase(
        vi: """
          Nhiệm vụ của đơn vị và các đơn vị bên dưới có hạn trong kỳ, đã giao tính đến ngày này; nhiệm vụ tính cho \
          đơn vị chịu trách nhiệm vào ngày đến hạn. Kiểm điểm của từng đơn vị, từng người đọc cùng số này.
          """,
        en: """
          Tasks of the unit and those below it that are due in the period and were given by the day, each counted \
          for the unit that answers for it on its last day. The reviews of units and people read the same.
          """
      )
    case "tasks.done":
      Phrase(
        vi: "Trong số nhiệm vụ được giao: đã đạt chỉ tiêu tính đến ngày này, đúng hạn hoặc chậm.",
        en: "Of the tasks assigned: those that had reached what was asked by the day, in time or late."
      )
    case "tasks.onTime":
      Phrase(
        vi: "Trong số nhiệm vụ đã hoàn thành: đạt chỉ tiêu chậm nhất vào ngày đến hạn.",
        en: "Of the tasks done: those that had reached what was asked by their last day."
      )
    case "tasks.beyond":
      Phrase(
        vi: "Trong số nhiệm vụ hoàn thành đúng hạn: vượt chỉ tiêu.",
        en: "Of the tasks done on time: those with more than was asked."
      )
    case "tasks.late":
      Phrase(
        vi: "Trong số nhiệm vụ được giao: hoàn thành sau hạn, hoặc đã quá hạn mà chưa xong.",
        en: "Of the tasks assigned: those done after their last day, or not done and past it."
      )
    case "tasks.due":
      Phrase(
        vi: "Trong số nhiệm vụ được giao: chưa xong và chưa đến hết ngày hạn.",
        en: "Of the tasks assigned: those not done whose last day is not over."
      )
    case "resolutions.sent":
      Phrase(
        vi: """
          Mỗi nghị quyết cấp trên đã gửi cho đơn vị hoặc một đơn vị bên dưới, tính đến ngày này, là một lượt: gửi cho \
          mười chi bộ là mười lượt.
          """,
        en: """
          Each resolution from above that was sent to the unit or one below it by the day, once for each unit: sent \
          to ten cells it counts ten times.
          """
      )
    case "resolutions.received":
      Phrase(
        vi: "Trong số lượt đã gửi: đơn vị đã hồi âm, từ xác nhận tiếp nhận trở đi.",
        en: "Of those sent: the ones of which the unit has been heard, from receipt on."
      )
    case "resolutions.studied":
      Phrase(
        vi: "Trong số lượt đã gửi: đơn vị đã tổ chức học tập, quán triệt tính đến ngày này.",
        en: "Of those sent: the ones the unit's members had studied by the day."
      )
    case "resolutions.concrete":
      Phrase(
        vi: "Trong số lượt đã gửi: đơn vị đã có nghị quyết hoặc nhiệm vụ của mình để thực hiện.",
        en: "Of those sent: the ones under which the unit has a resolution or a task of its own."
      )
    default:
      Phrase(
        vi: "Số liệu này chưa có lời định nghĩa.",
        en: "No definition of this figure is recorded."
      )
    }
  }

  package static var sentOn: Phrase { Phrase(vi: "Ngày gửi", en: "Sent") }
  package static var duePeriod: Phrase { Phrase(vi: "Hạn trong kỳ", en: "Due within") }
  package static var subjectOfWork: Phrase {
    Phrase(vi: "Nhiệm vụ, nghị quyết", en: "Task or resolution")
  }
  package static var workFigures: Phrase {
    Phrase(vi: "Số liệu gồm cả các đơn vị bên dưới", en: "Figures, units below included")
  }
}
