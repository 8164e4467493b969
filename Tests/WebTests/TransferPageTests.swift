import Basics
import HTTPTypes
import Records
import Rules
import TestWorld
import Testing

@Suite("Transfers on pages")
struct TransferPageTests {
  private static let asking = [
    "kind": "official", "event": "newJob", "happened": "2025-09-15", "day": "2025-10-01", "unit": "C4",
  ]

  /// Fills a form in and sends it.
  private static func send(
    _ browser: inout Browser,
    _ path: String,
    _ values: [String: String]
  ) async throws -> Browser.Page {
    let form = try await browser.get(path)
    try #require(form.status == 200, "\(path) gave \(form.status)")
    #expect(PageChecker(form.text).faults == [], "\(path)")
    var all = values
    all["token"] = form.hidden("token")
    all["request"] = form.hidden("request")
    let page = try await browser.send(
      .post,
      path,
      Browser.body(all),
      [.contentType: "application/x-www-form-urlencoded"]
    )
    if page.status != 303 { #expect(PageChecker(page.text).faults == [], "\(path)") }
    return page
  }

  private static func member(_ site: Site, _ name: String) async throws -> Browser {
    try await site.account("own", [(.member, site.world.unit("C1"))], person: site.world.person(name))
    return try await site.signedIn("own")
  }

  @Test("a member asks for their own, their cell sends them on, the other cell receives them")
  func way() async throws {
    let site = try await Site.small()
    var member = try await Self.member(site, "Nguyễn An")
    var source = try await site.visitor(.secretary, in: "C1")
    var target = try await site.visitor(.secretary, in: "C4")
    var third = try await site.visitor(.secretary, in: "C3")
    let own = site.path(of: "Nguyễn An") + "/transfers"
    #expect(try await member.get(own).text.contains("Đề nghị chuyển sinh hoạt"))
    let done = try await Self.send(&member, own + "/new", Self.asking)
    #expect(done.status == 303)
    let place = String((done.location ?? "").prefix { $0 != "?" })
    #expect(try await member.get(done.location ?? "").text.contains("Đã đề nghị"))
    #expect(try await member.get(site.path(of: "Nguyễn An")).text.contains("cấp giấy giới thiệu, từ"))
    // The other side knows nothing before the letter is out.
    #expect(try await target.get(place).status == 404)
    #expect(try await !target.get(site.path("C4", "/transfers")).text.contains("Nguyễn"))
    #expect(try await source.get(site.path("C1", "/transfers?side=leaving")).text.contains(place))
    #expect(try await member.get(place + "/send").status == 404)
    let sent = try await Self.send(&source, place + "/send", ["letter": "7-GT", "day": "2025-10-10"])
    #expect(sent.status == 303)
    let list = try await target.get(site.path("C4", "/transfers"))
    #expect(list.text.contains(place) && PageChecker(list.text).faults == [])
    let letter = try await target.get(place)
    #expect(PageChecker(letter.text).faults == [])
    #expect(letter.text.contains("số 7-GT, ngày 10/10/2025"))
    // What the letter says, and no more.
    #expect(try await target.get(site.path(of: "Nguyễn An")).status == 404)
    #expect(try await third.get(place).status == 404)
    let received = try await Self.send(
      &target,
      place + "/receive",
      ["presented": "2025-10-20", "day": "2025-11-01"]
    )
    #expect(received.status == 303)
    #expect(try await target.get(site.path(of: "Nguyễn An")).status == 200)
    #expect(try await site.world.members(site.world.unit("C4"), on: "2025-11-01") == 3)
    #expect(try await target.get(site.path("C4", "/transfers?side=coming&state=over")).text.contains(place))
    // The member sees that the others looked.
    #expect(try await member.get(site.path(of: "Nguyễn An")).text.contains("Tài khoản secretary.c4"))
  }

  @Test("a form that cannot be taken says so by its field, keeps what was written, and is mended in one go")
  func wrong() async throws {
    let site = try await Site.small()
    var member = try await Self.member(site, "Nguyễn An")
    let form = site.path(of: "Nguyễn An") + "/transfers/new"
    let blank = try await Self.send(&member, form, ["day": "2025-10-01", "note": "Theo gia đình"])
    #expect(blank.status == 422)
    for field in ["kind", "event", "happened", "unit"] {
      #expect(blank.text.contains("id=\"f-\(field)-error\""), "\(field)")
    }
    #expect(blank.text.contains("Theo gia đình"))
    var values = Self.asking
    values["unit"] = "chi bo"
    let several = try await Self.send(&member, form, values)
    #expect(several.status == 422 && several.text.contains("value=\"unit:C4\""))
    values["unit"] = "C1"
    #expect(try await Self.send(&member, form, values).text.contains("Đã có rồi"))
    values["unit"] = "khu pho 4"
    #expect(try await Self.send(&member, form, values).status == 303)
    let again = try await Self.send(&member, form, Self.asking)
    #expect(again.status == 422 && again.text.contains("Đang có đề nghị chuyển sinh hoạt từ 01/10/2025"))
  }

  @Test("the side somebody is to come to asks by their number and whole name together, or finds nobody")
  func fetching() async throws {
    let site = try await Site.small()
    var target = try await site.visitor(.secretary, in: "C4", language: "en")
    let form = site.path("C4", "/transfers/new")
    var values = Self.asking
    values["unit"] = nil
    values["code"] = "QN1004"
    values["name"] = "Nguyễn Văn Ân"
    let wrong = try await Self.send(&target, form, values)
    #expect(wrong.status == 422 && wrong.text.contains("There is no person"))
    values["name"] = "nguyen an"
    let done = try await Self.send(&target, form, values)
    #expect(done.status == 303)
    #expect(try await target.get(done.location ?? "").text.contains("asked for where they come"))
    #expect(try await target.get(site.path(of: "Nguyễn An")).status == 404)
  }

  @Test("a slow letter is late, and a year without a calendar says so")
  func terms() async throws {
    let site = try await Site.small()
    let world = site.world
    world.clock.set("2026-12-20")
    func ask(_ name: String, _ happened: CivilDate, _ day: CivilDate) async throws {
      let deed = AskTransfer(
        person: world.person(name),
        to: world.unit("C4"),
        event: .move,
        happened: happened,
        day: day
      )
      let transfer = ID<Transfer>(try await world.carryOut(deed).result ?? 0)
      try await world.carryOut(SendTransfer(transfer, letter: "1", day: day))
    }
    try await ask("Nguyễn An", "2026-02-01", "2026-08-01")
    try await ask("Nguyễn Ân", "2026-12-01", "2026-12-18")
    var desk = try await site.visitor(.officer, in: "QN")
    let list = try await desk.get(site.path("QN", "/transfers")).text
    #expect(list.contains("quá hạn"))
    #expect(list.contains("chưa có lịch làm việc năm 2027"))
    #expect(try await desk.get(site.path("QN", "/transfers?on=2026-08-03")).text.contains("còn hạn"))
  }

  @Test("a list of transfers asks a constant number of questions, however long it is")
  func constant() async throws {
    let site = try await Site.small()
    let world = site.world
    var desk = try await site.visitor(.officer, in: "QN")
    func count() async throws -> Int {
      site.recorded.forget()
      #expect(try await desk.get(site.path("QN", "/transfers?side=leaving")).status == 200)
      return site.recorded.statements.count
    }
    func ask(_ name: String) async throws {
      let deed = AskTransfer(
        person: world.person(name),
        to: world.unit("C4"),
        event: .move,
        happened: "2025-09-01",
        day: "2025-10-01"
      )
      try await world.carryOut(deed)
    }
    try await ask("Nguyễn An")
    let few = try await count()
    for name in ["Nguyễn Ân", "Nguyễn Ấn", "Lò Thị Hạnh", "Hồ Văn Ía", "Võ Y Ly"] { try await ask(name) }
    #expect(try await count() == few)
    #expect(few < 30)
  }

  @Test("several are previewed with the totals before and after; who cannot go is named, and nothing is done")
  func several() async throws {
    let site = try await Site.small()
    let world = site.world
    var desk = try await site.visitor(.officer, in: "QN")
    let form = site.path("C1", "/transfers/several")
    let (an, uoc) = (world.person("Nguyễn An"), world.person("Đặng Thùy Ước"))
    var values = [
      "unit.\(an)": "C4", "unit.\(uoc)": "C1", "day": "2025-10-01", "number": "9-QĐ/TU",
      "signed": "2025-09-25",
      "step": "preview",
    ]
    let refused = try await Self.send(&desk, form, values)
    #expect(refused.status == 422 && refused.text.contains("1 người chưa chuyển được"))
    #expect(refused.text.contains("Đã có rồi"))
    values["unit.\(uoc)"] = "ban dong"
    let preview = try await Self.send(&desk, form, values)
    #expect(preview.status == 200, "\(DeedForm.errors(preview.text))")
    #expect(preview.text.contains("Ghi: chuyển 2 người từ 01/10/2025"))
    #expect(try await world.members(world.unit("C1"), on: "2025-10-01") == 3)
    values["step"] = "record"
    let done = try await Self.send(&desk, form, values)
    #expect(done.status == 303)
    #expect(try await world.members(world.unit("C1"), on: "2025-10-01") == 1)
    #expect(try await desk.get(done.location ?? "").status == 200)
    let nobody = try await Self.send(
      &desk,
      form,
      ["day": "2025-10-01", "number": "9-QĐ/TU", "step": "preview"]
    )
    #expect(nobody.status == 422 && nobody.text.contains("Chưa chọn ai"))
    var secretary = try await site.visitor(.secretary, in: "C1")
    #expect(try await secretary.get(form).status == 404)
  }

  @Test("who is here for a time stands on a list of their own until the day it ends")
  func stays() async throws {
    let site = try await Site.small()
    let world = site.world
    let deed = AskTransfer(
      person: world.person("Nguyễn An"),
      to: world.unit("C4"),
      kind: .temporary,
      event: .study,
      happened: "2025-09-01",
      until: "2025-12-20",
      day: "2025-10-01"
    )
    let transfer = ID<Transfer>(try await world.carryOut(deed).result ?? 0)
    try await world.carryOut(SendTransfer(transfer, letter: "1", day: "2025-10-02"))
    try await world.carryOut(ReceiveTransfer(transfer, presented: "2025-10-05", day: "2025-10-05"))
    var host = try await site.visitor(.secretary, in: "C4")
    let list = try await host.get(site.path("C4", "/transfers?side=temporary")).text
    #expect(list.contains("Chi bộ thôn Ẩm Hồ") && list.contains("còn 47 ngày"))
    // Under three months it is no transfer for a time by the rule, and the list says by which clause.
    #expect(list.contains("Từ 3 tháng trở lên"))
    #expect(PageChecker(list).faults == [])
    #expect(
      try await !host.get(site.path("C4", "/transfers?side=temporary&on=2025-12-20")).text.contains("Ẩm Hồ")
    )
  }
}
