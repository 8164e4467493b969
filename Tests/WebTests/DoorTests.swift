import Basics
import HTTPTypes
import Records
import Rules
import TestWorld
import Testing

@Suite("The door")
struct DoorTests {
  @Test("who is not signed in is led to the door, and after it to where they were going")
  func leadsBack() async throws {
    let site = try await Site.small()
    try await site.account("ha", [(.officer, site.world.unit("QN"))])
    var browser = site.browser
    let turned = try await browser.get(site.path("HL") + "?on=2024-12-31")
    #expect(turned.status == 303)
    let door = try await browser.get(turned.location ?? "")
    #expect(door.status == 200)
    #expect(PageChecker(door.text).faults == [])
    let form: KeyValuePairs = [
      "account": "ha", "password": Site.password, "token": door.hidden("token") ?? "",
      "back": site.path("HL") + "?on=2024-12-31",
    ]
    let entered = try await browser.post("/sign-in", form)
    #expect(entered.status == 303)
    #expect(entered.location == site.path("HL") + "?on=2024-12-31")
    let cookie = entered.fields[values: .setCookie].first ?? ""
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"))
    #expect(try await browser.get(site.path("HL")).status == 200)
  }

  @Test("a wrong password and an unknown name are told in the same words")
  func wrong() async throws {
    let site = try await Site.small()
    try await site.account("ha", [(.officer, site.world.unit("QN"))])
    var texts: [String] = []
    for name in ["ha", "nobody"] {
      var browser = site.browser
      let door = try await browser.get("/sign-in")
      let token = door.hidden("token") ?? ""
      let page = try await browser.post("/sign-in", ["account": name, "password": "x", "token": token])
      #expect(page.status == 401)
      #expect(browser.cookies["chibo"] == nil)
      texts.append(page.text.replacing(token, with: "").replacing("value=\"\(name)\"", with: ""))
    }
    #expect(texts[0] == texts[1])
  }

  @Test("after five wrong passwords even the right one waits, until the pause is over by the clock")
  func pause() async throws {
    let site = try await Site.small()
    try await site.account("ha", [(.officer, site.world.unit("QN"))])
    var browser = site.browser
    let token = try await browser.get("/sign-in").hidden("token") ?? ""
    for _ in 0..<5 {
      _ = try await browser.post("/sign-in", ["account": "ha", "password": "x", "token": token])
    }
    let paused = try await browser.post(
      "/sign-in",
      ["account": "ha", "password": Site.password, "token": token]
    )
    #expect(paused.status == 429)
    site.world.clock.step(milliseconds: 2000)
    let entered = try await browser.post(
      "/sign-in",
      ["account": "ha", "password": Site.password, "token": token]
    )
    #expect(entered.status == 303)
  }

  @Test("a form sent from another site is refused, whatever it carries")
  func foreign() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN")
    let token = try await browser.get("/").hidden("token") ?? ""
    browser.site = "cross-site"
    #expect(try await browser.post("/sign-out", ["token": token]).status == 403)
    browser.site = nil
    #expect(try await browser.post("/sign-out", ["token": token]).status == 403)
    let form = "token=\(token)"
    let elsewhere: [HTTPField.Name: String] = [.origin: "https://elsewhere.test"]
    #expect(try await browser.send(.post, "/sign-out", form, elsewhere).status == 403)
    #expect(try await browser.get("/").status == 200)
    let own: [HTTPField.Name: String] = [.origin: "http://chibo.test"]
    #expect(try await browser.send(.post, "/sign-out", form, own).status == 303)
  }

  @Test("a form without the session's own token changes nothing and says so")
  func stale() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN")
    let page = try await browser.post("/sign-out", ["token": "0123"])
    #expect(page.status == 403)
    #expect(PageChecker(page.text).faults == [])
    #expect(try await browser.get("/").status == 200)
  }

  @Test("who signs out is out, and the next page is the door")
  func out() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN")
    let kept = browser.cookies
    let token = try await browser.get("/").hidden("token") ?? ""
    #expect(try await browser.post("/sign-out", ["token": token]).location == "/sign-in?notice=out")
    browser.cookies = kept
    #expect(try await browser.get("/").status == 303)
  }

  @Test("a session ends by the clock, and the door then says why it is shown")
  func ends() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN")
    site.world.clock.step(milliseconds: SignIns.lasts + 1)
    let turned = try await browser.get(site.path("HL"))
    #expect(turned.location?.contains("notice=ended") == true)
    #expect(try await browser.get(turned.location ?? "").text.contains("Phiên làm việc đã hết hạn."))
  }

  @Test("language and appearance are kept, and the way back never leads to another site")
  func settings() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN")
    let token = try await browser.get("/").hidden("token") ?? ""
    let spoken = try await browser.post("/settings", ["language": "en", "token": token, "back": "/find?q=a"])
    #expect(spoken.location == "/find?q=a")
    #expect(try await browser.get("/").text.contains("<html lang=\"en\""))
    let away = try await browser.post(
      "/settings",
      ["theme": "dark", "token": token, "back": "//elsewhere.test/"]
    )
    #expect(away.location == "/")
    #expect(try await browser.get("/").text.contains("data-theme=\"dark\""))
    var stranger = site.browser
    #expect(try await stranger.get("/sign-in?language=en").text.contains("<html lang=\"en\""))
    #expect(try await stranger.get("/sign-in").text.contains("<html lang=\"en\""))
  }

  @Test("a form larger than any of ours is not read to its end")
  func large() async throws {
    let site = try await Site.small()
    var browser = site.browser
    let body = "account=" + String(repeating: "a", count: 70_000)
    #expect(try await browser.send(.post, "/sign-in", body).status == 413)
  }
}
