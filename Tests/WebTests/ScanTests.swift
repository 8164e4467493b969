import Basics
import HTTPTypes
import Records
import Rules
import Storage
import TestWorld
import Testing

@Suite("The paper of a decision")
struct ScanTests {
  private static let pdf = "%PDF-1.4 quyết định"

  private static func multipart(_ values: [String: String], _ file: String, called name: String) -> String {
    var body = ""
    for (field, value) in values {
      body += "--B\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n"
    }
    body += "--B\r\nContent-Disposition: form-data; name=\"scan\"; filename=\"\(name)\"\r\n"
    return body + "Content-Type: application/pdf\r\n\r\n\(file)\r\n--B--\r\n"
  }

  private static let type = [HTTPField.Name.contentType: "multipart/form-data; boundary=B"]

  @Test("it comes with the form, survives the preview, and opens to whoever may see the decision")
  func scan() async throws {
    let site = try await Site.small()
    let world = site.world
    let browser = try await site.visitor(.officer, in: "HL")
    let path = "/deeds/transfer?person=\(world.person("Nguyễn An"))"
    var form = try await DeedForm(browser, path)
    let values = [
      "unit": "C2", "day": "2025-11-03", "number": "8-QĐ/HU", "signed": "2025-11-01", "issuer": "HL",
    ]
    let hidden = ["token": form.token, "request": form.request, "seen": form.seen, "step": "preview"]
    let body = Self.multipart(values.merging(hidden) { $1 }, Self.pdf, called: "Quyết định 8.pdf")
    let preview = try await form.browser.send(.post, path, body, Self.type)
    #expect(preview.status == 200, "\(DeedForm.errors(preview.text))")
    let kept = try #require(preview.hidden("scan"))
    let done = try await form.send("record", values.merging(["scan": kept]) { $1 })
    #expect(done.status == 303)
    let decision = try await world.read { try DecisionStore(db: $0).find("8-QĐ/HU").first }
    let key = try #require(decision?.id)
    let scans = try await world.read { try DecisionStore(db: $0).scans(of: key) }
    #expect(scans.map(\.name) == ["Quyết định 8.pdf"])
    let file = try await form.browser.get("/decisions/\(key)/scans/\(scans[0].file)")
    #expect(file.status == 200 && file.text == Self.pdf)
    #expect(file.fields[.contentType] == "application/pdf")
    let opened = try await form.browser.get("/decisions/\(key)")
    #expect(opened.text.contains("/decisions/\(key)/scans/\(scans[0].file)"))
    let proof = [
      "token": try #require(opened.hidden("token")), "request": try #require(opened.hidden("request")),
    ]
    let more = Self.multipart(proof, Self.pdf + " 2", called: "Phụ lục.pdf")
    #expect(try await form.browser.send(.post, "/decisions/\(key)/scans", more, Self.type).status == 303)
    #expect(try await form.browser.get("/decisions/\(key)").text.contains("Phụ lục.pdf"))
    var stranger = try await site.visitor(.officer, in: "DH")
    #expect(try await stranger.get("/decisions/\(key)/scans/\(scans[0].file)").status == 404)
  }

  @Test("a file that is none of the kinds taken is refused, whatever it is called, and the rest is kept")
  func wrongFile() async throws {
    let site = try await Site.small()
    let world = site.world
    let path = "/deeds/transfer?person=\(world.person("Nguyễn An"))"
    var form = try await DeedForm(try await site.visitor(.officer, in: "HL"), path)
    let values = ["unit": "C2", "number": "8-QĐ/HU", "token": form.token, "request": form.request]
    let body = Self.multipart(values, "<html>", called: "a.pdf")
    let page = try await form.browser.send(.post, path, body, Self.type)
    #expect(page.status == 422)
    #expect(page.text.contains("không phải tệp PDF"))
    #expect(page.text.contains("value=\"8-QĐ/HU\""))
  }
}
