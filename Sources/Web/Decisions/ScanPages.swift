import Basics
import Hummingbird
import Markup
import Phrases
import Records
import Rules

/// The kinds of file that the paper of a decision may be.
enum ScanType: String {
  case pdf = "application/pdf"
  case jpeg = "image/jpeg"
  case png = "image/png"

  /// What a file is, by how it begins, whatever its sender calls it.
  init?(_ beginning: [UInt8]) {
    if beginning.starts(with: Array("%PDF-".utf8)) {
      self = .pdf
    } else if beginning.starts(with: [0xff, 0xd8, 0xff]) {
      self = .jpeg
    } else if beginning.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]) {
      self = .png
    } else {
      return nil
    }
  }
}

extension Reception {
  /// Keeps a file that was sent as a paper.
  /// - Throws: `Refused` for a file of another kind, whatever its sender calls it.
  func keep(scan file: SentFile) async throws -> KeptFile {
    guard let type = ScanType(try file.bytes.read(at: 0, count: 8)) else {
      throw Refused(.scan, .wrongFile(String(file.name.prefix(80))))
    }
    return try await keep(
      SentFile(field: file.field, name: file.name, type: type.rawValue, bytes: file.bytes)
    )
  }
}

/// The papers of decisions: looked at, and added to a decision that is on file.
struct ScanPages: Sendable {
  let reception: Reception

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/decisions/:decision/scans/:file", use: scan)
    routes.post("/decisions/:decision/scans", use: attach)
  }

  /// `GET /decisions/:decision/scans/:hash`: the file, for whoever may see the decision.
  @Sendable func scan(_ request: Request, _ context: PageContext) async throws -> Response {
    let (key, text) = (context.parameters.get("decision") ?? "", context.parameters.get("file") ?? "")
    return try await reception.answer(request) { visit in
      guard let id = ID<Decision>(key), let hash = FileHash(text), try visit.decisionPage(id) != nil,
        let scan = try DecisionStore(db: visit.db).scans(of: id).first(where: { $0.file == hash }),
        let file = try FileStore(db: visit.db).file(hash)
      else { throw PageFault.absent }
      return (file: file, name: scan.name)
    } _: { found, _, _ in
      reception.give(found.file, as: found.name)
    }
  }

  /// `POST /decisions/:decision/scans` with `scan`, `token`, `request`.
  @Sendable func attach(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("decision") ?? ""
    return try await reception.form(request, filesUpTo: FormBody.scanLimit) { sent, _, visitor in
      guard let id = ID<Decision>(key) else { return try await reception.fault(request, .absent) }
      guard let file = sent.files.first(where: { $0.field == Field.scan.rawValue }) else {
        return try await refused(request, Objection(.scan, .blank))
      }
      let token = sent.pairs.first { $0.name == "request" }?.value
      do {
        let kept = try await reception.keep(scan: file)
        let operation = AttachScan(to: id, Scan(kept.hash, name: String(file.name.prefix(200))))
        let receipt = try await reception.office.carryOut(
          Errand(operation, by: .account(visitor.account), request: token)
        )
        return Answer.see(Path("decisions", key).with("done", Int(receipt.entry)))
      } catch let refusal as Refused {
        if refusal.objections.contains(where: { $0.field == nil }) {
          return try await reception.fault(request, .absent)
        }
        return try await refused(request, refusal.objections.first ?? Objection(.scan, .blank))
      }
    }
  }

  private func refused(_ request: Request, _ objection: Objection) async throws -> Response {
    try await reception.answer(request) { _ in
      0
    } _: { _, guest, asked in
      let reason = Phrase.refusal(objection.refusal).leading
      return Answer.page(refusedView([reason], in: reception.frame(guest, asked, nil)), .unprocessableContent)
    }
  }
}
