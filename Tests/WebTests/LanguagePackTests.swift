import Markup
import Phrases
import Testing
import Web

@Suite("Language packs")
struct LanguagePackTests {
  private func pack(
    _ words: [(english: String, answer: String)],
    _ direction: String = "rtl"
  ) throws -> LanguagePack {
    try LanguagePack(code: "ar", direction: direction, ownName: "العربية", words: words)
  }

  private func said(_ pack: LanguagePack, _ phrase: () -> Phrase) -> String {
    Language.$current.withValue(.further(pack)) { phrase().text }
  }

  @Test(
    "a phrase the pack has is said in its language, any other in English and kept from being turned round"
  )
  func words() throws {
    let pack = try pack([("Units", "المنظمات"), ("Roll", "")])
    #expect(said(pack) { .units } == "المنظمات")
    #expect(said(pack) { .roll } == "Roll")
    #expect(said(pack) { .skipToContent } == "\u{2066}Skip to content\u{2069}")
    let leftToRight = try self.pack([], "ltr")
    #expect(said(leftToRight) { .skipToContent } == "Skip to content")
  }

  @Test("what stands in a phrase stands in its translation, where that language puts it")
  func holes() throws {
    let pack = try pack([
      ("{#} Nov {#}", "{} نوفمبر {}"), ("{#}–{#} of {#}", "{3} ({1}–{2})"),
      ("Viewing {} — read only", "عرض {}"),
    ])
    #expect(said(pack) { .day(Sample.day("2026-11-20")) } == "20 نوفمبر 2026")
    #expect(said(pack) { .range(1, 50, of: 1_532) } == "1,532 (1–50)")
    #expect(said(pack) { .viewingPast(Sample.day("2024-11-01")) } == "عرض 1 نوفمبر 2024")
  }

  @Test("a hole for a number takes nothing else, and no hole takes nothing at all")
  func numbersOnly() throws {
    let pack = try pack([("{#} Nov {#}", "x"), ("Renamed {}", "y")], "ltr")
    #expect(said(pack) { Phrase(vi: "", en: "In Nov 2024") } == "In Nov 2024")
    #expect(said(pack) { Phrase(vi: "", en: "Renamed ") } == "Renamed ")
    #expect(said(pack) { Phrase(vi: "", en: "Renamed A") } == "y")
  }

  @Test(
    "a pack that cannot be used says where",
    arguments: [
      ("vi", "ltr", [], nil, LanguagePack.Fault.Reason.heading),
      ("ar", "up", [], nil, .heading),
      ("AR", "rtl", [], nil, .heading),
      ("ar", "rtl", [("Units", "a"), ("Units", "b")], 1, .repeated),
      ("ar", "rtl", [("Units", "a"), ("{} of {}", "{3}")], 1, .hole),
    ] as [(String, String, [(String, String)], Int?, LanguagePack.Fault.Reason)]
  )
  func faults(
    code: String,
    direction: String,
    words: [(String, String)],
    row: Int?,
    reason: LanguagePack.Fault.Reason
  ) {
    #expect(throws: LanguagePack.Fault(row: row, reason: reason)) {
      try LanguagePack(
        code: code,
        direction: direction,
        ownName: "x",
        words: words.map { (english: $0.0, answer: $0.1) }
      )
    }
  }

  @Test(
    "every page is sound HTML from right to left, and offers the language by its own name",
    arguments: Sample.pages()
  )
  func pages(page: SamplePage) throws {
    let pack = try pack([("Units", "المنظمات"), ("{#} Nov {#}", "{} نوفمبر {}")])
    let text = Language.$packs.withValue([pack]) { page.html(in: .further(pack)).text }
    #expect(PageChecker(text).faults == [])
    #expect(text.hasPrefix("<!doctype html>\n<html lang=\"ar\" dir=\"rtl\""))
  }

  @Test("a language is known by its code only where its pack is offered")
  func offered() throws {
    let pack = try pack([])
    #expect(Language(rawValue: "ar") == nil)
    Language.$packs.withValue([pack]) {
      #expect(Language(rawValue: "ar") == .further(pack))
      #expect(Language.offered.map(\.rawValue) == ["vi", "en", "ar"])
    }
  }
}
