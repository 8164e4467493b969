import Basics
import HTTPTypes
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// The forms of deeds: filled in, previewed, carried out.
///
/// Without script each step is a page; nothing typed is lost on the way.
struct DeedPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/deeds/:kind", use: show)
    routes.post("/deeds/:kind", use: take)
  }

  /// `GET /deeds/transfer?person=…`: the form as it stands at first.
  @Sendable func show(_ request: Request, _ context: PageContext) async throws -> Response {
    let kind = DeedKind(rawValue: context.parameters.get("kind") ?? "")
    let token = AccountForm.newRequest()
    return try await reception.page(request, nil) { visit in
      guard let kind else { throw PageFault.absent }
      let draft = try visit.draft(kind, nil, request: token)
      if case .entry(let entry) = draft.target { try visit.requireAnnulling(entry) }
      return draft.sheet
    } _: { sheet, frame in
      deedFormView(sheet, in: frame)
    }
  }

  private enum Step: String {
    case preview, record, edit
  }

  /// What came of a form that was sent.
  private enum Outcome: Sendable {
    case page(DeedSheet, HTTPResponse.Status)
    case done(Path)
    case fault(PageFault)
  }

  /// `POST /deeds/transfer?person=…` with the fields, `seen`, `request`, and `step`: `preview`, `record`, `edit`.
  @Sendable func take(_ request: Request, _ context: PageContext) async throws -> Response {
    guard let kind = DeedKind(rawValue: context.parameters.get("kind") ?? "") else {
      return try await reception.fault(request, .absent)
    }
    let asked = Asked(request)
    return try await reception.form(request, filesUpTo: FormBody.scanLimit) { sent, token, visitor in
      let (pairs, wrongFile) = try await scanned(sent)
      func value(_ name: String) -> String? { pairs.first { $0.name == name }?.value }
      let sent = value("request").flatMap { $0.utf8.count == 32 ? $0 : nil }
      let step = value("pick") == nil ? value("step").flatMap(Step.init(rawValue:)) ?? .preview : .preview
      let attempt = Attempt(
        reception: reception,
        asked: asked,
        token: token,
        kind: kind,
        pairs: pairs,
        request: sent ?? AccountForm.newRequest()
      )
      let outcome: Outcome
      do {
        outcome = try await Self.outcome(attempt, step, wrongFile)
      } catch let fault as PageFault {
        outcome = .fault(fault)
      }
      switch outcome {
      case .done(let path): return Answer.see(path)
      case .fault(let fault): return try await reception.fault(request, fault)
      case .page(let sheet, let status):
        return try await reception.answer(request) { _ in
          0
        } _: { _, guest, asked in
          Answer.page(deedFormView(sheet, in: reception.frame(guest, asked, nil)), status)
        }
      }
    }
  }

  /// The form's words, the scan that came along kept and named among them; else why it is not taken.
  private func scanned(_ sent: SentForm) async throws -> ([Query.Pair], Refusal?) {
    guard let file = sent.files.first(where: { $0.field == Field.scan.rawValue }) else {
      return (sent.pairs, nil)
    }
    let kept: KeptFile
    do {
      kept = try await reception.keep(scan: file)
    } catch let refused as Refused {
      return (sent.pairs, refused.objections.first?.refusal)
    }
    let name = String(
      String.UnicodeScalarView(file.name.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 })
    )
    let pair = Query.Pair(name: Field.scan.rawValue, value: "\(kept.hash):\(name.prefix(200))")
    return ([pair] + sent.pairs.filter { $0.name != Field.scan.rawValue }, nil)
  }

  private static func outcome(
    _ attempt: Attempt,
    _ step: Step,
    _ wrongFile: Refusal?
  ) async throws -> Outcome {
    if let done = try await attempt.earlier() { return .done(done) }
    var draft = try await attempt.draft()
    if let wrongFile { draft.sheet.objections.append(Objection(.scan, wrongFile)) }
    if step == .edit {
      draft.sheet.objections = []
      return .page(draft.sheet, .ok)
    }
    guard draft.sheet.objections.isEmpty else { return .page(draft.sheet, .unprocessableContent) }
    do {
      if step == .record { return .done(try await attempt.record(draft)) }
      draft.sheet.preview = try await attempt.rehearse(draft)
      return .page(draft.sheet, .ok)
    } catch let refused as Refused {
      draft.sheet.objections = refused.objections
      let isChanged = refused.objections.contains { objection in
        if case .changedSince = objection.refusal { true } else { false }
      }
      if isChanged {
        draft.sheet.meanwhile = try await attempt.meanwhile(draft)
        // What the form is sent with next was filled in with this before one's eyes.
        draft.sheet.seen = try await attempt.head()
      }
      return .page(draft.sheet, isChanged ? .conflict : .unprocessableContent)
    }
  }
}
