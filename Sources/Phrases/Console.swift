import Basics

/// What the command says at a console.
extension Phrase {
  package static func noDatabase(_ path: String) -> Phrase {
    Phrase(
      vi: "Không có cơ sở dữ liệu “\(path)”. `chibo import` hoặc `chibo init` sẽ tạo.",
      en: "There is no record at “\(path)”. `chibo import` or `chibo init` makes one."
    )
  }
  package static func notADatabase(_ path: String) -> Phrase {
    Phrase(vi: "“\(path)” không phải là cơ sở dữ liệu của Chibo.", en: "“\(path)” is not a record of Chibo.")
  }
  package static func noPermission(_ path: String) -> Phrase {
    Phrase(vi: "Không có quyền ghi “\(path)”.", en: "There is no permission to write “\(path)”.")
  }
  package static func noFolder(_ path: String) -> Phrase {
    Phrase(vi: "Thư mục của “\(path)” không có.", en: "The folder of “\(path)” is not there.")
  }
  package static func isThereAlready(_ path: String) -> Phrase {
    Phrase(vi: "“\(path)” đã có; hãy chọn tên khác.", en: "“\(path)” is there already; choose another name.")
  }
  package static func cannotOpen(_ path: String, _ reason: String) -> Phrase {
    Phrase(vi: "Không mở được “\(path)”: \(reason).", en: "“\(path)” cannot be opened: \(reason).")
  }
  package static var diskFull: Phrase {
    Phrase(
      vi: "Ổ đĩa đã đầy. Không có gì bị mất; hãy giải phóng chỗ rồi làm lại.",
      en: "The disk is full. Nothing is lost; make room and try again."
    )
  }
  package static var busy: Phrase {
    Phrase(
      vi: "Cơ sở dữ liệu đang bận với việc khác. Hãy thử lại sau.",
      en: "The record is busy with other work. Try again in a moment."
    )
  }
  package static var readOnly: Phrase {
    Phrase(vi: "Cơ sở dữ liệu chỉ cho đọc.", en: "The record may only be read.")
  }
  package static func corrupt(_ what: String) -> Phrase {
    Phrase(
      vi: "Tệp dữ liệu bị hỏng (\(what)). Hãy phục hồi bản sao lưu.",
      en: "The file is damaged (\(what)). Restore a backup."
    )
  }
  package static func engineSays(_ what: String) -> Phrase {
    Phrase(vi: "Cơ sở dữ liệu báo: \(what).", en: "The database says: \(what).")
  }
  package static func serverUnreachable(_ address: String, _ reason: String) -> Phrase {
    Phrase(
      vi: "Không kết nối được với máy chủ của \(address): \(reason). Hãy kiểm tra máy chủ và địa chỉ.",
      en: "The server of \(address) cannot be reached: \(reason). "
        + "Look whether it runs and the address is right."
    )
  }
  package static func serverSignIn(_ address: String, _ reason: String) -> Phrase {
    Phrase(
      vi: "Máy chủ của \(address) không cho vào: \(reason). Đặt mật khẩu ở ~/.pgpass hoặc trong địa chỉ.",
      en: "The server of \(address) does not let us in: \(reason). "
        + "Put the password into ~/.pgpass or the address."
    )
  }
  package static func serverAddress(_ reason: String) -> Phrase {
    Phrase(
      vi: "Không hiểu địa chỉ: \(reason). Ví dụ: postgres://chibo@may-chu/chibo?sslmode=verify-full.",
      en: "The address cannot be read: \(reason). "
        + "For example: postgres://chibo@server/chibo?sslmode=verify-full."
    )
  }
  package static func serverMayNotCreate(_ address: String, _ reason: String) -> Phrase {
    Phrase(
      vi: "Chưa có cơ sở dữ liệu \(address) và không tạo được: \(reason). "
        + "Nhờ người quản trị máy chủ tạo bằng CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'.",
      en: "The database \(address) is not there and cannot be made: \(reason). "
        + "Ask the server's administrator for CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'."
    )
  }
  package static func serverVersion(_ address: String, _ version: String) -> Phrase {
    Phrase(
      vi: "Máy chủ của \(address) là PostgreSQL \(version); cần phiên bản 15 trở lên.",
      en: "The server of \(address) is PostgreSQL \(version); version 15 or later is needed."
    )
  }
  package static func serverEncoding(_ address: String, _ encoding: String) -> Phrase {
    Phrase(
      vi: "Cơ sở dữ liệu \(address) dùng mã \(encoding); cần UTF8.",
      en: "The database \(address) is encoded in \(encoding); UTF8 is needed."
    )
  }
  package static func serverLeft(_ address: String) -> Phrase {
    Phrase(
      vi: "Mất kết nối với \(address) giữa chừng. Không có gì được ghi; hãy làm lại.",
      en: "The connection to \(address) was lost on the way. Nothing was written; try again."
    )
  }
  package static func serverLeftUncertain(_ address: String) -> Phrase {
    Phrase(
      vi: "Mất kết nối với \(address) đúng lúc ghi. Hãy xem `chibo journal show` trước khi làm lại.",
      en: "The connection to \(address) was lost while writing. See `chibo journal show` before trying again."
    )
  }
  package static func needsMigration(_ path: String) -> Phrase {
    Phrase(
      vi: "“\(path)” của phiên bản trước. Chạy `chibo migrate --database \(path)`.",
      en: "“\(path)” is of an earlier version. Run `chibo migrate --database \(path)`."
    )
  }
  package static func noSuchFile(_ path: String) -> Phrase {
    Phrase(vi: "Không có “\(path)”.", en: "There is nothing at “\(path)”.")
  }
  package static func packUnusable(_ path: String, _ line: Int, _ reason: LanguagePack.Fault.Reason) -> Phrase
  {
    let what: Phrase =
      switch reason {
      case .heading:
        Phrase(
          vi: "dòng đầu phải là: language, mã, ltr hoặc rtl, tên ngôn ngữ",
          en: "the first line must be: language, code, ltr or rtl, the language's own name"
        )
      case .repeated: Phrase(vi: "cụm từ đã có ở trên", en: "the phrase stands there twice")
      case .hole:
        Phrase(vi: "bản dịch có chỗ trống không có trong bản tiếng Anh", en: "a hole that the English lacks")
      }
    return Phrase(
      vi: "Gói ngôn ngữ “\(path)”, dòng \(line): \(what).",
      en: "Language pack “\(path)”, line \(line): \(what)."
    )
  }
  package static func noLists(_ path: String, _ lists: [String]) -> Phrase {
    let names = lists.joined(separator: ", ")
    return Phrase(
      vi: "“\(path)” không có danh sách nào: \(names).",
      en: "“\(path)” holds none of the lists: \(names)."
    )
  }
  package static func sheet(_ file: String, _ line: Int?, _ words: String) -> Phrase {
    let place = line.map { "\(file):\($0)" } ?? file
    return Phrase(vi: "\(place): \(words)", en: "\(place): \(words)")
  }
  package static var notUTF8: Phrase {
    Phrase(vi: "không phải văn bản UTF-8; lưu lại dưới dạng UTF-8", en: "is not UTF-8 text; save it as UTF-8")
  }
  package static var unterminatedQuote: Phrase {
    Phrase(vi: "dấu nháy mở ra mà không đóng", en: "a quote opens here and never closes")
  }
  package static var damagedBook: Phrase {
    Phrase(vi: "không phải sổ .xlsx lành lặn", en: "is not a sound .xlsx book")
  }
  package static var oldBook: Phrase {
    Phrase(vi: "là sổ .xls kiểu cũ; lưu lại dưới dạng .xlsx", en: "is an old .xls book; save it as .xlsx")
  }
  package static var lockedBook: Phrase {
    Phrase(vi: "có mật khẩu; bỏ mật khẩu rồi thử lại", en: "is locked with a password; take it off")
  }
  package static var unreadableList: Phrase { Phrase(vi: "không đọc được", en: "cannot be read") }
  package static func notBalanced(_ difference: Int) -> Phrase {
    Phrase(vi: "Không cân: lệch \(difference).", en: "It does not balance: \(difference) apart.")
  }

  // MARK: Imports

  package static func importDone(_ read: Int, _ accepted: Int, _ refused: Int, _ warnings: Int) -> Phrase {
    Phrase(
      vi:
        "Đọc \(number(read)) dòng, nhận \(number(accepted)), từ chối \(number(refused)), cảnh báo \(number(warnings)).",
      en:
        "\(number(read)) rows read, \(number(accepted)) accepted, \(number(refused)) refused, \(number(warnings)) warnings."
    )
  }
  package static var nothingWritten: Phrase {
    Phrase(
      vi: "Chưa ghi gì cả. Sửa các dòng trên rồi nhập lại, hoặc dùng --accept-valid.",
      en: "Nothing was written. Mend the rows above and import again, or use --accept-valid."
    )
  }
  package static func andMore(_ count: Int) -> Phrase {
    Phrase(vi: "… và \(number(count)) dòng nữa", en: "… and \(number(count)) more")
  }
  package static var dryRun: Phrase {
    Phrase(vi: "Chạy thử: không ghi gì.", en: "A dry run: nothing is written.")
  }
  package static func refusedWritten(_ folder: String) -> Phrase {
    Phrase(
      vi: "Các dòng bị từ chối nằm ở “\(folder)”, kèm lý do.",
      en: "The refused rows are in “\(folder)”, with their reasons."
    )
  }

  // MARK: Keeping

  package static func ready(_ path: String) -> Phrase {
    Phrase(vi: "“\(path)” đã sẵn sàng.", en: "“\(path)” is ready.")
  }
  package static func migratedTo(_ names: [String], copy: String?) -> Phrase {
    if names.isEmpty { return Phrase(vi: "Đã ở phiên bản mới nhất.", en: "It is up to date.") }
    let list = names.joined(separator: ", ")
    guard let copy else { return Phrase(vi: "Đã nâng cấp: \(list).", en: "Migrated: \(list).") }
    return Phrase(
      vi: "Đã nâng cấp: \(list). Bản sao trước đó: “\(copy)”.",
      en: "Migrated: \(list). A copy from before is at “\(copy)”."
    )
  }
  package static func backedUp(_ path: String) -> Phrase {
    Phrase(vi: "Đã sao lưu vào “\(path)”.", en: "The backup is at “\(path)”.")
  }
  package static func restored(_ path: String, entries: Int, members: Int) -> Phrase {
    Phrase(
      vi:
        "Đã phục hồi vào “\(path)”: \(number(entries)) mục nhật ký, \(number(members)) đảng viên; đã kiểm tra.",
      en: "Restored to “\(path)”: \(number(entries)) entries, \(number(members)) members; verified."
    )
  }
  package static func rowsCopied(_ rows: Int) -> Phrase {
    Phrase(vi: "\(number(rows)) dòng", en: "\(number(rows)) rows")
  }
  package static func moved(
    _ rows: Int,
    _ tables: Int,
    _ entries: Int,
    _ figures: Int,
    _ head: String
  ) -> Phrase {
    Phrase(
      vi: "Đã chép \(number(rows)) dòng của \(tables) bảng; \(number(entries)) mục nhật ký đến \(head), "
        + "\(number(figures)) số liệu đều khớp.",
      en: "Copied \(number(rows)) rows of \(tables) tables; \(number(entries)) entries up to \(head) and "
        + "\(number(figures)) figures are the same."
    )
  }
  package static func copyDiffers(_ count: Int) -> Phrase {
    Phrase(
      vi: "Bản chép khác bản gốc ở \(number(count)) chỗ; không có gì được giữ lại.",
      en: "The copy differs from the record in \(number(count)) places; nothing of it is kept."
    )
  }
  package static func journalHolds(_ entries: Int, _ head: String) -> Phrase {
    Phrase(
      vi: "Nhật ký nguyên vẹn: \(number(entries)) mục, mã đầu \(head).",
      en: "The journal holds: \(number(entries)) entries, head \(head)."
    )
  }
  package static func journalBroken(_ count: Int) -> Phrase {
    Phrase(
      vi: "Nhật ký có \(count) chỗ sai.",
      en: "The journal has \(count) \(plural(count, "fault", "faults"))."
    )
  }
  package static func allChecked(_ count: Int) -> Phrase {
    Phrase(vi: "\(count) phép kiểm tra, không có lỗi.", en: "\(count) checks, nothing wrong.")
  }
  package static func passwordIs(_ account: String, _ password: String) -> Phrase {
    Phrase(
      vi: "Mật khẩu của \(account): \(password)\nChỉ hiện một lần này.",
      en: "The password of \(account): \(password)\nIt is shown this once."
    )
  }
  package static func accountDone(_ account: String) -> Phrase {
    Phrase(vi: "Xong: \(account).", en: "Done: \(account).")
  }

  // MARK: Serving

  package static func servingAt(_ address: String) -> Phrase {
    Phrase(vi: "Chibo chạy tại \(address)", en: "Chibo serves at \(address)")
  }
  package static func portTaken(_ port: Int) -> Phrase {
    Phrase(
      vi: "Cổng \(port) đã có chương trình khác dùng. Chọn cổng khác bằng --port.",
      en: "Port \(port) is taken by another program. Choose another one with --port."
    )
  }
}
