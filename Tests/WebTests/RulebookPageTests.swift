import Basics
import HTTPTypes
import Rules
import TestWorld
import Testing
import Web

@Suite("Rulebooks on pages")
struct RulebookPageTests {
  @Test("the library shows what is in force on the day chosen, and the other versions apart")
  func library() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.secretary, in: "C1", language: "en")
    let then = try await browser.get("/rulebooks?on=2025-08-29").text
    let inForce = then.prefix(upTo: then.firstRange(of: "id=\"others\"")?.lowerBound ?? then.startIndex)
    #expect(inForce.contains("/rulebooks/review-2023"))
    #expect(!inForce.contains("/rulebooks/review-2025?"))
    let next = try await browser.get("/rulebooks?on=2025-08-30").text
    let later = next.prefix(upTo: next.firstRange(of: "id=\"others\"")?.lowerBound ?? next.startIndex)
    #expect(later.contains("/rulebooks/review-2025?"))
    #expect(!later.contains("/rulebooks/review-2023"))
  }

  @Test("what is not verified is marked on a rulebook's page, and what changed is told in words")
  func book() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "HL", language: "en")
    let page = try await browser.get("/rulebooks/review-2025")
    #expect(page.status == 200)
    #expect(page.text.contains("text not found") && page.text.contains("not verified"))
    #expect(page.text.contains("tasks done beyond requirement ≥ 30% of tasks assigned"))
    #expect(page.text.contains("id=\"changes\""))
    #expect(try await browser.get("/rulebooks/review-1999").status == 404)
  }

  @Test("the judge tried by hand says the result, the missing facts, and why")
  func trial() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "HL", language: "en")
    let path =
      "/rulebooks/review-2025/judge?subject=individual&on=2025-12-31&review.score=91&tasks.assigned=40"
    let open = try await browser.get(path).text
    // What is not known may be left empty.
    let form = open.firstRange(of: "id=\"stated\"").map { String(open[$0.lowerBound...]) } ?? " required"
    #expect(!form.contains(" required"))
    #expect(open.contains("Undetermined") && open.contains("Missing: tasks done"))
    let rest = "&tasks.done=40&tasks.onTime=40&tasks.beyond=11&limitations.noted=2&limitations.remedied=2"
    let told = try await browser.get(path + rest).text
    #expect(told.contains("Result of the rules: Completed well"))
    #expect(told.contains("11 = 27.5% of 40"))
    let wrong = try await browser.get(path + "&tasks.done=many").text
    #expect(wrong.contains("Write a number") && wrong.contains("many"))
  }

  @Test("a rule that reads figures takes them from the record, and the finding opens to their rows")
  func recorded() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "HL", language: "en")
    let page = try await browser.get("/rulebooks/charter-2025/judge?subject=cellForm&unit=C1").text
    #expect(page.contains("/figures/members.official"))
    #expect(page.contains("Result of the rules"))
    #expect(try await browser.get("/rulebooks/charter-2025/judge?subject=cellForm&unit=NONE").status == 404)
  }

  @Test("a rulebook does not judge on a day on which it is not in force")
  func otherDay() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "HL", language: "en")
    let page = try await browser.get("/rulebooks/review-2023/judge?on=2025-08-30&tasks.assigned=3").text
    #expect(page.contains("not in force on the day shown"))
    #expect(!page.contains("Result of the rules"))
  }
}

extension RulebookPageTests {
  private func draft(_ page: String) -> String {
    let open =
      page.firstRange(of: "spellcheck=\"false\" autocomplete=\"off\">\n")?.upperBound ?? page.startIndex
    let close = page[open...].firstRange(of: "</textarea>")?.lowerBound ?? page.endIndex
    return String(page[open..<close]).replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
      .replacing("&gt;", with: ">").replacing("&lt;", with: "<").replacing("&amp;", with: "&")
  }

  @Test("an office copies a regulation, sees which units would be judged otherwise, and puts it in force")
  func ownVersion() async throws {
    let site = try await Site.small()
    var browser = try await site.visitor(.officer, in: "QN", language: "en")
    let path = "/rulebooks/charter-2025/version"
    let copied = draft(try await browser.get(path).text)
    #expect(copied.contains("rulebook: charter-2025-rieng") && copied.contains("replaces: charter-2025"))
    let changed = copied.replacing("until: 3, outcome: tooFew", with: "until: 1, outcome: tooFew")
      .replacing("from: 3, until: 9", with: "from: 1, until: 9")
    let token = try #require(try await browser.get(path).hidden("token"))
    func post(_ values: [String: String]) async throws -> Browser.Page {
      let body = Browser.body(values.merging(["token": token]) { _, own in own })
      return try await browser.send(.post, path, body, [.contentType: "application/x-www-form-urlencoded"])
    }
    let preview = try await post(["text": changed, "step": "preview"])
    #expect(preview.status == 200)
    #expect(preview.text.contains("Units judged otherwise"))
    let broken = try await post(["text": changed.replacing("from: 1, until: 9", with: "from: 2, until: 9")])
    #expect(broken.status == 422 && broken.text.contains("nothing is said from 1 to 2"))
    let unsigned = try await post(["text": changed, "step": "record"])
    #expect(unsigned.status == 422)
    let sent = ["text": changed, "step": "record", "number": "9-QĐ/TU", "signed": "2026-01-05"]
    let done = try await post(sent)
    #expect(done.status == 303)
    let library = try await browser.get("/rulebooks").text
    #expect(library.contains("/rulebooks/charter-2025-rieng"))
    var secretary = try await site.visitor(.secretary, in: "C1", language: "en")
    #expect(try await secretary.get("/rulebooks/charter-2025-rieng").status == 200)
    #expect(try await secretary.get(path).status == 404)
  }
}
