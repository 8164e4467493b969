import Basics
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("What a deed's form does with what is written in it")
struct DeedAnswerTests {
  @Test("what cannot be read or cannot be is told by the field, and nothing typed is lost")
  func refused() async throws {
    let site = try await Site.small()
    let browser = try await site.visitor(.officer, in: "QN")
    var form = try await DeedForm(browser, DeedTests.path("transfer", "Nguyễn An", site.world))
    let page = try await form.send(
      "preview",
      ["unit": "không có đâu", "day": "31/2/2025", "signer": "Lê <b>Bá"]
    )
    #expect(page.status == 422)
    #expect(
      DeedForm.errors(page.text).prefix(3) == [
        "Không có đơn vị “không có đâu”",
        "“31/2/2025” không phải là một ngày; viết 2025-09-30 hoặc 30/9/2025",
        "Bắt buộc phải có, đang để trống",
      ]
    )
    #expect(page.text.contains("value=\"không có đâu\""))
    #expect(page.text.contains("value=\"Lê &lt;b&gt;Bá\""))
    let same = try await form.send(
      "preview",
      DeedTests.decision.merging(["unit": "C1", "day": "2025-11-03"]) { $1 }
    )
    #expect(same.status == 422)
    #expect(DeedForm.errors(same.text).first == "Đã có rồi")
  }

  @Test("a name that several units have is asked about, and the one pressed is taken")
  func several() async throws {
    let site = try await Site.small()
    let browser = try await site.visitor(.officer, in: "QN")
    var form = try await DeedForm(browser, DeedTests.path("transfer", "Nguyễn An", site.world))
    let values = DeedTests.decision.merging(["unit": "chi bộ thôn", "day": "2025-11-03"]) { $1 }
    let asked = try await form.send("preview", values)
    #expect(asked.status == 422)
    #expect(asked.text.contains("name=\"pick\" value=\"unit:C3\""))
    let taken = try await form.send("preview", values.merging(["pick": "unit:C3"]) { $1 })
    #expect(taken.status == 200)
    #expect(taken.text.contains("name=\"unit\" value=\"C3\""))
  }

  @Test("a decision on file is found by its number alone")
  func filedDecision() async throws {
    let site = try await Site.small()
    let world = site.world
    let filed = DecisionText(
      number: "77-QĐ/HU",
      signed: "2025-10-01",
      issuer: world.unit("HL"),
      signer: "Cao Lỗ"
    )
    try await world.carryOut(
      TransferMember(person: world.person("Nguyễn An"), to: world.unit("C2"), day: "2025-10-05"),
      under: filed
    )
    let browser = try await site.visitor(.officer, in: "HL")
    var form = try await DeedForm(browser, DeedTests.path("transfer", "Nguyễn Ân", world))
    let preview = try await form.send("preview", ["unit": "C2", "day": "2025-10-05", "number": "77-QĐ/HU"])
    #expect(preview.status == 200, "\(DeedForm.errors(preview.text))")
    #expect(preview.text.contains("đã có trong hồ sơ"))
    let done = try await form.send("record", ["unit": "C2", "day": "2025-10-05", "number": "77-QĐ/HU"])
    #expect(done.status == 303)
    #expect(try await world.read { try $0.count("SELECT count(*) FROM decision") } == 1)
  }

  @Test("whose sign-in ended in the middle signs in again, and sends what was typed as it was")
  func signedOut() async throws {
    let site = try await Site.small()
    let world = site.world
    var form = try await DeedForm(
      try await site.visitor(.officer, in: "QN"),
      DeedTests.path("transfer", "Nguyễn An", world)
    )
    let values = DeedTests.decision.merging(["unit": "C3", "day": "2025-11-03"]) { $1 }
    let session = form.browser.cookies.removeValue(forKey: "chibo")
    let kept = try await form.send("preview", values)
    #expect(kept.status == 401)
    for value in values.values { #expect(kept.text.contains("value=\"\(value)\"")) }
    #expect(session.map { !kept.text.contains($0) } ?? false)
    form.browser = try await site.signedIn("officer.qn")
    let again = try await form.send("preview", values)
    #expect(again.status == 403 && again.text.contains("Điều bạn viết còn nguyên"))
    // The page brought a token of the new sign-in.
    #expect(try await form.send("preview", values).status == 200)
  }

  @Test("two officers at one person: the second sees what the first did beside their own, and decides")
  func twoOfficers() async throws {
    let site = try await Site.small()
    let world = site.world
    let one = try await site.visitor(.officer, in: "QN")
    let other = try await site.visitor(.officer, in: "HL")
    var first = try await DeedForm(one, DeedTests.path("transfer", "Nguyễn An", world))
    var second = try await DeedForm(other, DeedTests.path("transfer", "Nguyễn An", world))
    _ = try await first.carryOut(DeedTests.decision.merging(["unit": "C3", "day": "2025-11-03"]) { $1 })
    let values = DeedTests.decision.merging(["unit": "C2", "day": "2025-11-10", "number": "9-QĐ/HU"]) { $1 }
    let told = try await second.send("record", values)
    #expect(told.status == 409)
    #expect(told.text.contains("Người khác vừa ghi") && told.text.contains("Chi bộ thôn Ưu Điềm"))
    #expect(told.text.contains("name=\"unit\" value=\"C2\"") || told.text.contains("value=\"C2\""))
    // Having seen both, the second goes on: from the first one's cell to the other.
    _ = try await second.carryOut(values)
    let life = try await world.read { try LifeStore(db: $0).life(world.person("Nguyễn An")) }
    let homes = life?.affiliations.filter { $0.value.role == .home }.map(\.value.unit)
    #expect(homes == [world.unit("C1"), world.unit("C3"), world.unit("C2")])
  }

  @Test("an annulment tells what it takes back, and is refused with the list of what stands on it")
  func annulment() async throws {
    let site = try await Site.small()
    let world = site.world
    let person = world.person("Nguyễn An")
    let first = try await world.transfer(person, to: world.unit("C2"), on: "2025-10-01").entry
    let second = try await world.transfer(person, to: world.unit("C3"), on: "2025-10-10").entry
    let browser = try await site.visitor(.officer, in: "QN")
    var form = try await DeedForm(browser, "/deeds/annul?entry=\(first)")
    let refused = try await form.send("preview", ["reason": "Nhầm người"])
    #expect(refused.status == 422)
    #expect(refused.text.contains("/deeds/annul?entry=\(second)"))
    var newest = try await DeedForm(browser, "/deeds/annul?entry=\(second)")
    let done = try await newest.carryOut(["reason": "Nhầm chi bộ"])
    #expect(done.status == 200)
    let life = try await world.read { try LifeStore(db: $0).life(person) }
    #expect(life?.home(on: "2025-10-20")?.value.unit == world.unit("C2"))
  }

  @Test("a correction takes the entry back and does the deed again, filled in as it was")
  func correction() async throws {
    let site = try await Site.small()
    let world = site.world
    let person = world.person("Nguyễn An")
    let text = DecisionText(number: "5-QĐ/HU", signed: "2025-09-20", issuer: world.unit("HL"))
    let wrong = try await world.carryOut(
      TransferMember(person: person, to: world.unit("C2"), day: "2025-10-01"),
      under: text
    ).entry
    let browser = try await site.visitor(.officer, in: "QN")
    var form = try await DeedForm(browser, "/deeds/transfer?person=\(person)&corrects=\(wrong)")
    let opened = try await form.browser.get(form.path)
    #expect(opened.text.contains("name=\"unit\" value=\"C2\"") || opened.text.contains("value=\"C2\""))
    #expect(opened.text.contains("value=\"5-QĐ/HU\""))
    _ = try await form.carryOut([
      "unit": "C3", "day": "2025-10-02", "number": "5-QĐ/HU", "signed": "2025-09-20", "issuer": "HL",
    ])
    let life = try await world.read { try LifeStore(db: $0).life(person) }
    #expect(life?.home(on: "2025-10-01")?.value.unit == world.unit("C1"))
    #expect(life?.home(on: "2025-10-02")?.value.unit == world.unit("C3"))
    #expect(life?.affiliations.count { $0.value.unit == world.unit("C2") } == 0)
  }

  @Test("several marked members are transferred in one go, an entry each, or none of them")
  func bulk() async throws {
    let site = try await Site.small()
    let world = site.world
    let people = ["Nguyễn An", "Nguyễn Ân"].map { world.person($0) }
    let path = "/deeds/transfer?" + people.map { "person=\($0)" }.joined(separator: "&")
    let browser = try await site.visitor(.officer, in: "QN")
    let head = try await world.head()
    var form = try await DeedForm(browser, path)
    let done = try await form.carryOut(
      DeedTests.decision.merging(["unit": "C2", "day": "2025-11-03"]) { $1 }
    )
    #expect(done.status == 200)
    #expect(try await world.head() == head + 2)
    var again = try await DeedForm(
      browser,
      "/deeds/transfer?person=\(people[0])&person=\(world.person("Nguyễn Ấn"))"
    )
    let refused = try await again.send(
      "record",
      DeedTests.decision.merging(["unit": "C2", "day": "2025-11-04"]) { $1 }
    )
    #expect(refused.status == 422)
    #expect(try await world.head() == head + 2)
  }

  @Test("what is recorded for a day to come stands among the plans until it is withdrawn")
  func plans() async throws {
    let site = try await Site.small()
    let world = site.world
    var browser = try await site.visitor(.officer, in: "QN")
    #expect(try await browser.get("/plans").text.contains("Chưa có gì sắp có hiệu lực"))
    let entry = try await world.transfer(world.person("Nguyễn An"), to: world.unit("C3"), on: "2026-01-01")
      .entry
    let listed = try await browser.get("/plans").text
    #expect(listed.contains("01/01/2026") && listed.contains("Chi bộ thôn Ưu Điềm"))
    #expect(listed.contains("/deeds/annul?entry=\(entry)"))
    var other = try await site.visitor(.officer, in: "DH")
    #expect(try await !other.get("/plans").text.contains("Ưu Điềm"))
    var form = try await DeedForm(browser, "/deeds/annul?entry=\(entry)")
    _ = try await form.carryOut(["reason": "Hoãn"])
    #expect(try await browser.get("/plans").text.contains("Chưa có gì sắp có hiệu lực"))
  }
}
