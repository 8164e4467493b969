import Rules

/// Resolutions and tasks: their kinds, how far units and tasks have come, what is recorded of them.
extension Phrase {
  static func resolution(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .vague(let words, let number):
      Phrase(
        vi: "từ chung chung, chưa đếm được: \(quoted(words)); nêu chỉ tiêu bằng số (\(number))",
        en: "cannot be counted: \(quoted(words)) names no quantity; give a target in numbers (\(number))"
      )
    case .notSentHere:
      Phrase(
        vi: "nghị quyết này chưa được gửi đến đơn vị",
        en: "the resolution was not sent to this unit"
      )
    case .householdsOnlyCounted:
      Phrase(
        vi: "việc tuyên truyền đến hộ chỉ ghi số hộ, không ghi gì về hộ nào",
        en: "of passing on to households only their number is kept"
      )
    case .taskIs(let state):
      Phrase(
        vi: "nhiệm vụ \(taskState(state.rawValue).text.lowercasedFirst)",
        en: "the task is \(taskState(state.rawValue).text.lowercasedFirst)"
      )
    case .nobodyToSendTo:
      Phrase(
        vi: "không còn đơn vị nào bên dưới chưa được gửi",
        en: "there is no unit below to which it was not sent"
      )
    case .resolutionNotAbove:
      Phrase(
        vi: "không phải nghị quyết của đơn vị hoặc của cấp trên",
        en: "is neither the unit's own nor that of a level above"
      )
    case .notSilent:
      Phrase(
        vi: "đơn vị đã hồi âm, không cần nhắc",
        en: "the unit has been heard of; there is nothing to remind it of"
      )
    default: review(refusal)
    }
  }

  private static func quoted(_ words: [String]) -> String {
    words.map { "“\($0)”" }.joined(separator: ", ")
  }

  package static func resolutionKind(_ kind: String) -> Phrase {
    switch kind {
    case "resolution": Phrase(vi: "Nghị quyết", en: "Resolution")
    case "conclusion": Phrase(vi: "Kết luận", en: "Conclusion")
    case "directive": Phrase(vi: "Chỉ thị", en: "Directive")
    case "workProgramme": Phrase(vi: "Chương trình công tác", en: "Work programme")
    case "yearTheme": Phrase(vi: "Chủ đề năm", en: "Theme of the year")
    default: Phrase(verbatim: kind)
    }
  }

  package static func taskState(_ state: String) -> Phrase {
    switch state {
    case "late": Phrase(vi: "Quá hạn", en: "Late")
    case "underWay": Phrase(vi: "Đang thực hiện", en: "Under way")
    case "notBegun": Phrase(vi: "Chưa bắt đầu", en: "Not begun")
    case "doneLate": Phrase(vi: "Hoàn thành chậm", en: "Done late")
    case "onTime": Phrase(vi: "Hoàn thành đúng hạn", en: "Done on time")
    case "beyond": Phrase(vi: "Vượt mức", en: "Beyond requirement")
    case "carriedOver": Phrase(vi: "Chuyển kỳ sau", en: "Carried over")
    case "givenUp": Phrase(vi: "Dừng thực hiện", en: "Given up")
    default: Phrase(verbatim: state)
    }
  }

  package static func taskFigure(_ figure: String) -> Phrase {
    switch figure {
    case "tasks.assigned": Phrase(vi: "Nhiệm vụ được giao", en: "Tasks assigned")
    case "tasks.done": Phrase(vi: "Đã hoàn thành", en: "Done")
    case "tasks.onTime": Phrase(vi: "Đúng hạn", en: "On time")
    case "tasks.beyond": Phrase(vi: "Vượt mức", en: "Beyond requirement")
    case "tasks.late": Phrase(vi: "Chậm, quá hạn", en: "Late")
    default: Phrase(verbatim: figure)
    }
  }

  package static func taskMeasure(_ kind: String) -> Phrase {
    switch kind {
    case "quantity": Phrase(vi: "Chỉ tiêu bằng số", en: "A number")
    case "households":
      Phrase(vi: "Tuyên truyền đến hộ (chỉ đếm số hộ)", en: "Households reached (only counted)")
    case "evidence": Phrase(vi: "Làm xong hoặc chưa, có minh chứng", en: "Done or not, with evidence")
    default: Phrase(verbatim: kind)
    }
  }

  package static func cascadeStep(_ step: String) -> Phrase {
    switch step {
    case "silent": Phrase(vi: "Chưa hồi âm", en: "Silent")
    case "received": Phrase(vi: "Đã nhận", en: "Received")
    case "studied": Phrase(vi: "Đã học tập, quán triệt", en: "Studied")
    case "madeConcrete": Phrase(vi: "Đã cụ thể hóa", en: "Made concrete")
    case "reported": Phrase(vi: "Đã báo cáo", en: "Reported")
    default: Phrase(verbatim: step)
    }
  }

  package static func sendingScope(_ scope: String) -> Phrase {
    switch scope {
    case "directlyBelow": Phrase(vi: "Các đơn vị trực thuộc", en: "The units directly below")
    case "cells": Phrase(vi: "Tất cả chi bộ", en: "All cells")
    case "bases": Phrase(vi: "Tất cả tổ chức cơ sở đảng", en: "All base organisations")
    case "units": Phrase(vi: "Đơn vị được chọn", en: "Chosen units")
    default: Phrase(verbatim: scope)
    }
  }

  static func resolutionFact(_ code: String) -> Phrase {
    switch code {
    case "resolution": Phrase(vi: "Nghị quyết", en: "Resolution")
    case "resolutionSent": Phrase(vi: "Nghị quyết của cấp trên", en: "Resolution from above")
    case "task": Phrase(vi: "Nhiệm vụ", en: "Task")
    case "taskProgress": Phrase(vi: "Kết quả thực hiện", en: "Progress of a task")
    case "resolutionReminder": Phrase(vi: "Nhắc thực hiện nghị quyết", en: "Reminder of a resolution")
    default: reviewFact(code)
    }
  }

  static func resolutionField(_ field: String) -> Phrase {
    switch field {
    case "due", "taskDue": Phrase(vi: "Hạn hoàn thành", en: "Due")
    case "target": Phrase(vi: "Chỉ tiêu", en: "Target")
    case "counted": Phrase(vi: "Cách đo đếm", en: "How it is counted")
    case "measure": Phrase(vi: "Cách đếm", en: "Measure")
    case "weight": Phrase(vi: "Trọng số", en: "Weight")
    case "quantity": Phrase(vi: "Kết quả đến nay", en: "So far")
    case "answerer": Phrase(vi: "Người chịu trách nhiệm", en: "Who answers")
    case "title": Phrase(vi: "Trích yếu", en: "Title")
    case "text": Phrase(vi: "Nội dung", en: "Text")
    case "basis": Phrase(vi: "Căn cứ", en: "Basis")
    case "received": cascadeStep("received")
    case "studied": cascadeStep("studied")
    case "reported": cascadeStep("reported")
    case "members": Phrase(vi: "Số đảng viên tham gia", en: "Members who took part")
    case "all": Phrase(vi: "Tổng số đảng viên", en: "Members in all")
    case "scope": Phrase(vi: "Gửi đến", en: "Sent to")
    case "units": Phrase(vi: "Các đơn vị", en: "Units")
    case "ending": Phrase(vi: "Kết thúc", en: "Ending")
    case "task": Phrase(vi: "Nhiệm vụ", en: "Task")
    case "tasks": Phrase(vi: "Các nhiệm vụ", en: "Tasks")
    case "vote": Phrase(vi: "Biểu quyết", en: "Vote")
    case "meeting": Phrase(vi: "Buổi sinh hoạt", en: "Meeting")
    case "step": Phrase(vi: "Bước", en: "Step")
    case "told": Phrase(vi: "Kết quả đã báo", en: "What was told")
    case "file": Phrase(vi: "Tệp minh chứng", en: "File")
    default: reviewField(field)
    }
  }

  static func resolutionDeed(_ code: String) -> Phrase {
    switch code {
    case "enterResolution": enterResolution
    case "changeResolution": changeResolution
    case "sendResolution": sendResolution
    case "answerResolution": Phrase(vi: "Ghi việc thực hiện nghị quyết", en: "Resolution answered")
    case "assignTask": assignTask
    case "assignTasks": Phrase(vi: "Giao nhiệm vụ theo danh sách", en: "Give tasks by a list")
    case "tellTasks":
      Phrase(vi: "Báo kết quả nhiệm vụ theo danh sách", en: "Tell of the progress of many tasks")
    case "changeTask": changeTask
    case "tellProgress": tellProgress
    case "dropProgress": Phrase(vi: "Bỏ kết quả ghi nhầm", en: "Progress taken back")
    case "endTask": endTask
    case "remindUnit": Phrase(vi: "Nhắc đơn vị chưa hồi âm", en: "Remind a silent unit")
    default: followingDeed(code)
    }
  }

  package static var enterResolution: Phrase { Phrase(vi: "Nhập nghị quyết", en: "Enter a resolution") }
  package static var changeResolution: Phrase { Phrase(vi: "Sửa nghị quyết", en: "Correct the resolution") }
  package static var sendResolution: Phrase { Phrase(vi: "Gửi xuống cấp dưới", en: "Send down") }
  package static var assignTask: Phrase { Phrase(vi: "Giao nhiệm vụ", en: "Give a task") }
  package static var changeTask: Phrase { Phrase(vi: "Sửa nhiệm vụ", en: "Correct the task") }
  package static var tellProgress: Phrase { Phrase(vi: "Báo kết quả", en: "Tell of progress") }
  package static var endTask: Phrase { Phrase(vi: "Dừng hoặc chuyển kỳ sau", en: "Give up or carry over") }
}
