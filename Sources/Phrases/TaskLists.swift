import Basics

/// Tasks given and told of many at once.
extension Phrase {
  package static func openTasks(_ count: Int) -> Phrase {
    count == 0
      ? Phrase(vi: "chưa có nhiệm vụ", en: "no open task")
      : Phrase(vi: "đang có \(count) nhiệm vụ", en: "\(count) open \(count == 1 ? "task" : "tasks")")
  }
  package static var taskMembersHint: Phrase {
    Phrase(
      vi:
        "Mỗi người được chọn nhận nhiệm vụ chung ở trên, trừ khi có việc riêng ghi dưới tên; đã chọn sẵn những người chưa có nhiệm vụ.",
      en:
        "Each of those chosen is given the task above, unless one of their own is written below their name; chosen at first: those with no open task."
    )
  }
  package static var taskOfAll: Phrase {
    Phrase(vi: "Như nhiệm vụ chung", en: "The task of all")
  }
  package static func ownTask(of name: String) -> Phrase {
    Phrase(vi: "Việc riêng của \(name)", en: "\(name)'s own task")
  }
  package static var tellTasksTitle: Phrase {
    Phrase(vi: "Ghi tiến độ theo danh sách", en: "Tell progress in one list")
  }
  package static var tellTasksMeaning: Phrase {
    Phrase(
      vi: "Ghi kết quả đến nay của nhiều nhiệm vụ cùng lúc; dòng để trống thì giữ như đã ghi.",
      en: "How far many tasks have come, at once; a row left blank stays as it is."
    )
  }
  package static var backToTasks: Phrase { Phrase(vi: "Về danh sách nhiệm vụ", en: "Back to the tasks") }
  package static var saveProgress: Phrase { Phrase(vi: "Lưu tiến độ", en: "Save progress") }
  package static var soFarNow: Phrase { Phrase(vi: "Đến nay", en: "So far") }
  package static var noOpenTasks: Phrase {
    Phrase(vi: "Không còn nhiệm vụ nào đang thực hiện", en: "No task is open")
  }
}
