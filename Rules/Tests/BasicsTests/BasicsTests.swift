import Basics
import Testing

@Suite("Days")
struct CivilDateTests {
  @Test("of two centuries are each read back as they were written")
  func roundTrip() throws {
    let first = try #require(CivilDate(year: 1890, month: 1, day: 1))
    let last = try #require(CivilDate(year: 2109, month: 12, day: 31))
    var day = first
    var wrong: [CivilDate] = []
    while day <= last {
      let parts = day.parts
      if CivilDate(year: parts.year, month: parts.month, day: parts.day) != day { wrong.append(day) }
      if CivilDate(day.description) != day { wrong.append(day) }
      day = day.adding(days: 1)
    }
    #expect(wrong.isEmpty)
    #expect(first.days(until: last) == 80_352)
  }

  @Test(
    "that do not exist, or are written otherwise, are not read",
    arguments: [
      "2025-02-29", "2025-13-01", "2025-1-1", "31/4/2025", "", "2025-09-30 ", "+025-01-01", "30-9-2025",
      "0/1/2025",
    ]
  )
  func refused(text: String) {
    #expect(CivilDate(list: text) == nil)
  }

  @Test("of lists may be written the Vietnamese way")
  func vietnamese() {
    #expect(CivilDate(list: "30/9/2025")?.description == "2025-09-30")
    #expect(CivilDate(list: "29/02/2024")?.description == "2024-02-29")
  }

  @Test("twelve months later are the same day, or the last of a shorter month")
  func months() {
    #expect(CivilDate("2024-02-29")?.adding(months: 12).description == "2025-02-28")
    #expect(CivilDate("2024-01-31")?.adding(months: 1).description == "2024-02-29")
    #expect(CivilDate("2024-03-15")?.adding(months: -15).description == "2022-12-15")
  }

  @Test("of birth may lack the day or the month and are never filled up")
  func loose() {
    #expect(LooseDate(list: "5/1957")?.description == "1957-05")
    #expect(LooseDate(list: "1957")?.description == "1957")
    #expect(LooseDate(list: "12/5/1957")?.description == "1957-05-12")
    #expect(LooseDate(list: "1957")?.latest.description == "1957-12-31")
    #expect(LooseDate(list: "13/1957") == nil)
    #expect(LooseDate(list: "57") == nil)
  }
}

@Suite("Identities")
struct IDTests {
  @Test(
    "are read back from their thirteen letters",
    arguments: [0, 1, Int64.max, 123_456_789_012_345] as [Int64]
  )
  func roundTrip(number: Int64) {
    let id = ID<CivilDate>(number)
    #expect(id.description.count == 13)
    #expect(ID<CivilDate>(id.description) == id)
    #expect(ID<CivilDate>(id.description.lowercased()) == id)
  }
}

@Suite("Names in a register")
struct VietnameseNameTests {
  @Test("stand by given name, then family, then middle, letters before tones within a word")
  func order() {
    let register = [
      "Trần Văn An", "Lê Thị Ân", "Nguyễn Đức Bình", "Phạm Văn Dũng", "Phạm Văn Đào", "Hà An", "Hà Bình An",
      "Hạ An", "Lò Thị Hành", "Quàng Văn Hạnh", "Đinh Công Ước",
    ]
    let sorted = register.sorted {
      VietnameseName.sortKey($0).utf8.lexicographicallyPrecedes(VietnameseName.sortKey($1).utf8)
    }
    #expect(
      sorted == [
        "Hà An", "Hà Bình An", "Hạ An", "Trần Văn An", "Lê Thị Ân", "Nguyễn Đức Bình", "Phạm Văn Dũng",
        "Phạm Văn Đào", "Lò Thị Hành", "Quàng Văn Hạnh", "Đinh Công Ước",
      ]
    )
  }

  @Test("tones go ngang, huyền, hỏi, ngã, sắc, nặng")
  func tones() {
    let tones = ["ma", "mà", "mả", "mã", "má", "mạ"]
    let keys = tones.map(VietnameseName.sortKey)
    #expect(keys == keys.sorted())
    #expect(Set(keys).count == 6)
  }

  @Test("are found without marks, composed or decomposed, whatever the capitals")
  func search() {
    #expect(VietnameseName.searchKey("Đặng Thùy  Ước") == "dang thuy uoc")
    #expect(VietnameseName.searchKey("ĐẶNG") == "dang")
    #expect(VietnameseName.searchKey("\u{0110}a\u{0323}\u{0306}ng") == "dang")
    #expect(VietnameseName.searchKey("Y Bliêng Êban") == "y blieng eban")
    #expect(VietnameseName.searchKey("K'Brơih Ñuôl") == "k'broih nuol")
  }

  @Test(
    "a name with a sign in it is found with the sign, without it, and by what stands behind it",
    arguments: [
      ("H'Ngun Niê", ["h'ngun", "hngun", "ngun", "H’Ngun", "nie"]),
      ("Y Bliêng Êban", ["y", "eban"]),
      ("Công ty Bắc-Nam (chi nhánh)", ["bac-nam", "bacnam", "nam", "(chi", "chi"]),
      ("CL-C14", ["cl-c14", "clc14", "c14"]),
    ]
  )
  func signs(name: String, typed: [String]) {
    let words = VietnameseName.nameWords(name)
    for typed in typed {
      #expect(
        VietnameseName.searchWords(typed).allSatisfy { wanted in words.contains { $0.hasPrefix(wanted) } }
      )
    }
    #expect(
      !VietnameseName.searchWords("gun").allSatisfy { wanted in words.contains { $0.hasPrefix(wanted) } }
    )
    #expect(VietnameseName.searchWords(" ' – ").isEmpty)
  }

  @Test("keep composed and decomposed spellings at one place")
  func normalForms() {
    #expect(VietnameseName.sortKey("H\u{1EA1}nh") == VietnameseName.sortKey("Ha\u{0323}nh"))
  }
}
