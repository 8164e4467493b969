package import Basics
package import Rules

/// Why something cannot be, in words that say what was asked and what stands against it.
extension Phrase {
  package static func refusal(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .blank: Phrase(vi: "bắt buộc phải có, đang để trống", en: "must be given and is blank")
    case .tooLong(let limit): Phrase(vi: "dài quá \(limit) ký tự", en: "is longer than \(limit) characters")
    case .notADay(let text):
      Phrase(
        vi: "“\(text)” không phải là một ngày; viết 2025-09-30 hoặc 30/9/2025",
        en: "“\(text)” is not a day; write 2025-09-30 or 30/9/2025"
      )
    case .notABirthDate(let text):
      Phrase(
        vi: "“\(text)” không phải là ngày sinh; viết 30/9/1957, 9/1957 hoặc 1957",
        en: "“\(text)” is not a date of birth; write 30/9/1957, 9/1957 or 1957"
      )
    case .unknownValue(let text, let allowed): unknownValue(text, allowed)
    case .wrongFile(let name):
      Phrase(
        vi: "“\(name)” không phải tệp PDF, JPEG hay PNG",
        en: "“\(name)” is not a PDF, JPEG or PNG file"
      )
    case .controlCharacter: Phrase(vi: "có ký tự điều khiển", en: "has a control character in it")
    case .unreadableRow: Phrase(vi: "không đọc được", en: "cannot be read")
    case .wrongNumberOfFields(let expected, let found):
      Phrase(
        vi: "dòng có \(found) ô, phải có \(expected)",
        en: "the row has \(found) fields, not \(expected)"
      )
    case .repeatedRow(let line): Phrase(vi: "lặp lại dòng \(line)", en: "repeats row \(line)")
    case .hangsOnRefusedRow:
      Phrase(vi: "phụ thuộc vào một dòng bị từ chối", en: "hangs on a row that was refused")
    default: relation(refusal)
    }
  }

  private static func unknownValue(_ text: String, _ allowed: [String]) -> Phrase {
    let list = allowed.joined(separator: ", ")
    if list.isEmpty { return Phrase(vi: "“\(text)” không dùng được", en: "“\(text)” cannot be used") }
    return Phrase(vi: "“\(text)” không có trong: \(list)", en: "“\(text)” is not one of: \(list)")
  }

  /// What is named and is not there, or is there already; and days.
  private static func relation(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .unknownUnit(let code): Phrase(vi: "không có đơn vị “\(code)”", en: "there is no unit “\(code)”")
    case .unknownPerson(let code):
      Phrase(vi: "không có đảng viên “\(code)”", en: "there is no person “\(code)”")
    case .unknownDecision(let number):
      Phrase(vi: "không có quyết định “\(number)”", en: "there is no decision “\(number)”")
    case .unknownAccount(let name):
      Phrase(vi: "không có tài khoản “\(name)”", en: "there is no account “\(name)”")
    case .unknownEntry(let entry):
      Phrase(vi: "không có mục nhật ký \(entry)", en: "there is no entry \(entry)")
    case .several(let text, let count):
      Phrase(vi: "“\(text)” khớp với \(count) kết quả", en: "“\(text)” can mean \(count) of them")
    case .codeTaken(let code): Phrase(vi: "mã “\(code)” đã được dùng", en: "the code “\(code)” is taken")
    case .accountTaken(let name):
      Phrase(vi: "tài khoản “\(name)” đã có", en: "the account “\(name)” exists already")
    case .decisionNumberTaken(let number):
      Phrase(vi: "quyết định số “\(number)” đã có", en: "a decision “\(number)” exists already")
    case .identifierTaken(let value, nil):
      Phrase(
        vi: "mã “\(value)” đang thuộc một người ở đơn vị ngoài phạm vi của tài khoản này",
        en: "“\(value)” belongs to somebody outside this account's reach"
      )
    case .identifierTaken(let value, .some(let person)):
      Phrase(vi: "mã “\(value)” đang thuộc \(person)", en: "“\(value)” belongs to \(person)")
    case .differs(let recorded, let given):
      Phrase(
        vi: "hồ sơ ghi “\(recorded)”, danh sách ghi “\(given)”",
        en: "the record has “\(recorded)”, the list says “\(given)”"
      )
    case .tooMany(let limit):
      Phrase(vi: "chỉ lưu được \(limit); xóa bớt trước", en: "only \(limit) are kept; delete one first")
    case .nothingChanges: Phrase(vi: "không có gì thay đổi", en: "nothing would change")
    case .endNotAfterStart(let start, let end):
      Phrase(vi: "kết thúc \(day(end)) không sau \(day(start))", en: "\(end) is not after \(start)")
    case .unitAbsent(let unit, let exists, let needed): unitAbsent(unit, exists, needed)
    case .dayOutsideFact(let span):
      Phrase(vi: "ngoài thời gian \(self.span(span))", en: "lies outside \(span)")
    default: tree(refusal)
    }
  }

  /// The sentence about a unit that is not there on some day.
  package static func unitAbsent(_ unit: String, _ exists: Span?, _ needed: Span) -> Phrase {
    guard let exists else {
      return Phrase(vi: "đơn vị “\(unit)” không tồn tại", en: "the unit “\(unit)” does not exist")
    }
    let untilVi = exists.end.map { " đến \(day($0))" } ?? ""
    let untilEn = exists.end.map { " until \($0)" } ?? ""
    return Phrase(
      vi: "đơn vị “\(unit)” tồn tại từ \(day(exists.start))\(untilVi)",
      en: "the unit “\(unit)” existed from \(exists.start)\(untilEn)"
    )
  }

  private static func tree(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .wrongParent(let kind, nil):
      Phrase(
        vi: "\(unitKind(kind.rawValue)) phải trực thuộc một đơn vị trên mọi ngày",
        en: "a \(unitKind(kind.rawValue)) must stand under a unit on every day"
      )
    case .wrongParent(let kind, .some(let parent)):
      Phrase(
        vi: "\(unitKind(kind.rawValue)) không thể trực thuộc \(unitKind(parent.rawValue))",
        en: "a \(unitKind(kind.rawValue)) cannot stand under a \(unitKind(parent.rawValue))"
      )
    case .parentAbsent(let unit, let from):
      Phrase(
        vi: "đơn vị cấp trên “\(unit)” không tồn tại từ \(day(from))",
        en: "the unit above, “\(unit)”, does not exist from \(from)"
      )
    case .ownAncestor(let unit):
      Phrase(vi: "“\(unit)” sẽ trực thuộc chính nó", en: "“\(unit)” would stand under itself")
    case .gapInUnit(let from, let until):
      Phrase(vi: "trống từ \(day(from)) đến \(day(until))", en: "there is a gap from \(from) until \(until)")
    case .overlapInUnit(let span): Phrase(vi: "chồng lên \(self.span(span))", en: "overlaps \(span)")
    case .stillHasUnits(let count, let on):
      Phrase(
        vi: "ngày \(day(on)) vẫn còn \(count) đơn vị",
        en: "\(count) units would still be in it on \(on)"
      )
    case .stillHasMembers(let count, let on):
      Phrase(
        vi: "ngày \(day(on)) vẫn còn \(count) người sinh hoạt",
        en: "\(count) people would still belong to it on \(on)"
      )
    case .stillHasPosts(let count, let on):
      Phrase(
        vi: "ngày \(day(on)) vẫn còn \(count) chức vụ",
        en: "\(count) posts would still be held in it on \(on)"
      )
    case .wasDisciplined(let on):
      Phrase(
        vi: "đơn vị bị kỷ luật từ \(day(on)), nên phải tồn tại vào ngày ấy",
        en: "the unit was disciplined from \(on), so it must be there on that day"
      )
    default: life(refusal)
    }
  }

  private static func life(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .bornAfterAdmission(let born, let admitted):
      Phrase(
        vi: "sinh \(birth(born)), không trước ngày kết nạp \(day(admitted))",
        en: "born \(born), not before admission on \(admitted)"
      )
    case .officialBeforeAdmission(let official, let admitted):
      Phrase(
        vi: "chính thức \(day(official)) trước ngày kết nạp \(day(admitted))",
        en: "official on \(official), before admission on \(admitted)"
      )
    case .officialAfterLeaving(let official, let left):
      Phrase(
        vi: "chính thức \(day(official)) nhưng ra khỏi danh sách \(day(left))",
        en: "official on \(official), but left on \(left)"
      )
    case .overlappingMemberships(let one, let other):
      Phrase(
        vi: "hai lần là đảng viên chồng nhau: \(span(one)), \(span(other))",
        en: "two memberships overlap: \(one), \(other)"
      )
    case .overlappingHomes(let one, let other):
      Phrase(
        vi: "hai nơi sinh hoạt chính thức chồng nhau: \(span(one)), \(span(other))",
        en: "two homes overlap: \(one), \(other)"
      )
    case .gapBetweenHomes(let from, let until):
      Phrase(
        vi: "không có nơi sinh hoạt chính thức từ \(day(from))\(until.map { " đến \(day($0))" } ?? "")",
        en: "there is no home from \(from)\(until.map { " until \($0)" } ?? " on")"
      )
    case .homeBeforeAdmission(let home, let admitted):
      Phrase(
        vi: "nơi sinh hoạt từ \(day(home)), trước ngày kết nạp \(day(admitted))",
        en: "a home from \(home), before admission on \(admitted)"
      )
    case .homeAfterLeaving(let left):
      Phrase(vi: "đã ra khỏi danh sách từ \(day(left))", en: "left on \(left)")
    case .homeOutsideMembership(let span):
      Phrase(vi: "không là đảng viên trong \(self.span(span))", en: "is not a member during \(span)")
    case .notAMember(let on): Phrase(vi: "không là đảng viên ngày \(day(on))", en: "is not a member on \(on)")
    case .alreadyAMember(let since):
      Phrase(vi: "đã là đảng viên từ \(day(since))", en: "has been a member since \(since)")
    case .alreadyOfficial(let since):
      Phrase(vi: "đã là đảng viên chính thức từ \(day(since))", en: "has been official since \(since)")
    case .alreadyThere: Phrase(vi: "đã có rồi", en: "is so already")
    case .noSuchRole: Phrase(vi: "không có vào ngày đó", en: "is not so on that day")
    case .laterFact(let fact): laterFact(fact)
    case .againstClause, .stillOpen, .noneOpen, .waitsFor, .moreThanAll, .ownEntry, .bodyNotAbove,
      .notYourOwn:
      way(refusal)
    default: transfer(refusal)
    }
  }

  private static func laterFact(_ fact: Refusal.LaterFact) -> Phrase {
    let what: Phrase =
      switch fact.kind {
      case .membership: Phrase(vi: "lần là đảng viên", en: "membership")
      case .home: Phrase(vi: "nơi sinh hoạt chính thức", en: "home")
      case .role: Phrase(vi: "mối liên hệ", en: "affiliation")
      case .post: Phrase(vi: "chức vụ", en: "post")
      case .state: Phrase(vi: "miễn hoặc đình chỉ sinh hoạt", en: "exemption or suspension")
      case .name: Phrase(vi: "tên gọi", en: "name")
      case .kind: Phrase(vi: "loại", en: "kind")
      case .parent: Phrase(vi: "đơn vị cấp trên", en: "unit above")
      }
    return Phrase(
      vi: "sau đó có \(what) \(span(fact.span))",
      en: "a later \(what) contradicts it: \(fact.span)"
    )
  }

  static func rights(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .notAllowed:
      Phrase(vi: "tài khoản này không có quyền làm việc này ở đây", en: "this account may not do this here")
    case .changedSince(let entry):
      Phrase(vi: "đã được thay đổi ở mục nhật ký \(entry)", en: "was changed meanwhile, in entry \(entry)")
    case .standsOn(let entry, let operation):
      Phrase(
        vi: "mục nhật ký \(entry) dựa vào đó: \(self.operation(operation))",
        en: "entry \(entry) stands on it: \(self.operation(operation))"
      )
    case .alreadyAnnulled(let entry):
      Phrase(vi: "đã bị hủy ở mục nhật ký \(entry)", en: "was annulled in entry \(entry)")
    case .cannotAnnul(let operation):
      Phrase(
        vi: "không thể hủy: \(self.operation(operation))",
        en: "cannot be annulled: \(self.operation(operation))"
      )
    case .weakPassword(let minimum):
      Phrase(
        vi: "mật khẩu phải có ít nhất \(minimum) ký tự",
        en: "a password needs at least \(minimum) characters"
      )
    default: entering(refusal)
    }
  }

  /// What stands in the way of somebody who wants to come in.
  private static func entering(_ refusal: Refusal) -> Phrase {
    switch refusal {
    case .severalUnits(let text, let names):
      Phrase(
        vi: "“\(text)” có ở nhiều đơn vị, hãy viết mã: \(names.joined(separator: ", "))",
        en: "“\(text)” could be several units, write the code: \(names.joined(separator: ", "))"
      )
    case .wrongPassword: Phrase(vi: "mật khẩu không đúng", en: "is not the password")
    case .tooManyTries(let seconds):
      Phrase(verbatim: "\(tooManyTries) \(tryAgainIn(max(1, (seconds + 59) / 60)))")
    case .passwordsDiffer:
      Phrase(vi: "hai lần nhập không giống nhau", en: "is not the same as the first time")
    case .wrongCode:
      Phrase(
        vi: "mã không đúng hoặc đã dùng; chờ mã kế tiếp trên điện thoại",
        en: "is wrong or was used; wait for the next code on the phone"
      )
    case .secondFactorRequired(let role):
      Phrase(
        vi: "vai trò \(accountRole(role.rawValue)) bắt buộc có xác thực hai bước",
        en: "the role of \(accountRole(role.rawValue)) must have two-step sign-in"
      )
    case .notAnAmount(let text):
      Phrase(
        vi: "“\(text)” không phải số tiền; viết số đồng chẵn, như 100.000",
        en: "“\(text)” is not an amount; write whole đồng, such as 100,000"
      )
    case .noIncomeNeeded:
      Phrase(vi: "nhóm này không cần kê khai mục này", en: "is not asked of this category")
    case .dayAhead(let on): Phrase(vi: "ngày \(day(on)) chưa đến", en: "\(on) is still to come")
    case .notOnSheet(let name):
      Phrase(
        vi: "\(name) không sinh hoạt ở đây vào ngày đầu tháng",
        en: "\(name) is not at home here on the first day of the month"
      )
    case .badgeTaken(let years, let on):
      Phrase(
        vi: "đã được trao Huy hiệu \(years) năm tuổi Đảng ngày \(day(on))",
        en: "was awarded the badge of \(years) years on \(on)"
      )
    case .badgeNotReached(let years, let name):
      Phrase(
        vi: "\(name) chưa đủ \(years) năm tuổi Đảng vào ngày trao, hoặc chưa rõ ngày quyết định kết nạp",
        en: "\(name) has not \(years) years in the Party on that day, or their decision is not known"
      )
    case .unsoundRulebook(let fault): rulebookFault(fault)
    case .noSecondFactor: Phrase(vi: "chưa bật xác thực hai bước", en: "two-step sign-in is not on")
    default: candidacy(refusal)
    }
  }
}
