import Basics
import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Phrases
import Records
import RulebookFiles
import Rules
import Sheets
import Storage

/// A plan as a file: handed in, taken away, and an empty workbook to fill in.
struct PlanFilePages: Sendable {
  let reception: Reception
  /// No plan is larger.
  static let limit = 8 << 20
  /// The largest text that goes on from page to page in a form.
  static let longest = 18 << 10

  func add(to routes: some RouterMethods<PageContext>) {
    routes.get("/units/:unit/reorganisations/plan.xlsx", use: template)
    routes.post("/units/:unit/reorganisations/file", use: begin)
    routes.get("/reorganisations/:plan/plan.xlsx", use: book)
    routes.get("/reorganisations/:plan/plan.yaml", use: text)
    routes.post("/reorganisations/:plan/file", use: handIn)
  }

  // MARK: Taken away

  /// `GET /units/:unit/reorganisations/plan.xlsx`: a workbook without steps, with the codes of the units.
  @Sendable func template(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.answer(request) { visit in
      let unit = try visit.unit(key)
      try visit.require(.foundUnit, on: unit)
      let day = visit.today.adding(days: 1 - visit.today.parts.day).adding(months: 1)
      return (day: day, units: try AllotmentStore(db: visit.db).units(below: unit, on: day))
    } _: { found, _, _ in
      try PlanFilePages.book(ReorganisationPlan(effective: found.day, steps: []), found.units)
    }
  }

  /// `GET /reorganisations/:plan/plan.xlsx`.
  @Sendable func book(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("plan") ?? ""
    return try await reception.answer(request) { visit in
      let draft = try visit.planToRead(key)
      let plan = try PlanReader.sound(draft.body, isDraft: true)
      return (
        plan: plan, units: try AllotmentStore(db: visit.db).units(below: draft.unit, on: plan.effective)
      )
    } _: { found, _, _ in
      try PlanFilePages.book(found.plan, found.units)
    }
  }

  private static func book(_ plan: ReorganisationPlan, _ units: [PlanUnit]) throws -> Response {
    let folder = try LooseFolder()
    let path = folder.path + "/plan.xlsx"
    try PlanBookWriter.write(plan, units: units, to: path, vietnamese: Language.current == .vi)
    let file = try LooseFile(reading: path)
    return Answer.planFile(try file.read(at: 0, count: file.size), "plan.xlsx", ExportFormat.xlsx.type)
  }

  /// `GET /reorganisations/:plan/plan.yaml`.
  @Sendable func text(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("plan") ?? ""
    return try await reception.answer(request) {
      try $0.planToRead(key).body
    } _: { body, _, _ in
      Answer.planFile(Array(body.utf8), "plan.yaml", "application/yaml; charset=utf-8")
    }
  }

  // MARK: Handed in

  /// What a file says, as the text that is kept.
  private enum Handed: Sendable {
    case plan(String)
    case faults([RulebookFault])
    case wrong(Phrase)
  }

  private static func read(_ files: [SentFile]) throws -> Handed {
    guard let file = files.first(where: { $0.field == "plan" }) else { return .wrong(.noFileChosen) }
    let name = file.name.lowercased()
    do {
      if name.hasSuffix(".xlsx") {
        let folder = try LooseFolder()
        try folder.put(file.bytes, as: "plan.xlsx")
        return .plan(PlanWriter.text(try PlanReader.read(book: folder.path + "/plan.xlsx")))
      }
      guard name.hasSuffix(".yaml") || name.hasSuffix(".yml") else { return .wrong(.notAPlanFile(file.name)) }
      let bytes = try file.bytes.read(at: 0, count: min(file.bytes.size, 500_000))
      let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
      _ = try PlanReader.read(text, name: file.name)
      return .plan(text)
    } catch let faults as RulebookFaults {
      return .faults(faults.faults)
    } catch is SheetError {
      return .wrong(.planFileFaults(file.name))
    }
  }

  /// `POST /reorganisations/:plan/file` with `version` and the file `plan`.
  @Sendable func handIn(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("plan") ?? ""
    return try await reception.form(request, filesUpTo: PlanFilePages.limit) { sent, token, visitor in
      let form = AccountForm(pairs: sent.pairs, token: token, visitor: visitor)
      let keeping = PlanKeeping(reception: reception)
      do {
        let writing = try await keeping.look(request, form) { try $0.writing(key, version: form.version) }
        switch try PlanFilePages.read(sent.files) {
        case .plan(let text):
          // Where both versions are shown, the text goes along in the form.
          let pairs =
            sent.pairs + (text.utf8.count > Self.longest ? [] : [Query.Pair(name: "body", value: text)])
          let asText = AccountForm(pairs: pairs, token: token, visitor: visitor)
          switch try await keeping.keep(.text(text), on: writing, asText) {
          case .kept(_, let receipt): return Answer.see(Path.plan(key).after(receipt))
          case .unchanged: return Answer.see(.plan(key))
          case .refused(let objections):
            let words = objections.map { Phrase.refusal($0.refusal).leading.text }.joined(separator: ". ")
            return try await told(sent.files, [], Phrase(verbatim: words), writing, request)
          case .beside(let beside):
            guard text.utf8.count <= Self.longest else {
              let refusal = Refusal.changedSince(entry: Int(writing.version))
              return try await told(sent.files, [], Phrase.refusal(refusal).leading, writing, request)
            }
            return try await PlanStepPages(reception: reception).show(beside, .plan(key, "text"), request)
          }
        case .faults(let faults): return try await told(sent.files, faults, nil, writing, request)
        case .wrong(let words): return try await told(sent.files, [], words, writing, request)
        }
      } catch let fault as PageFault {
        return try await reception.fault(request, fault)
      }
    }
  }

  /// `POST /units/:unit/reorganisations/file` with the file `plan`: a new plan, called as the file is.
  @Sendable func begin(_ request: Request, _ context: PageContext) async throws -> Response {
    let key = context.parameters.get("unit") ?? ""
    return try await reception.form(request, filesUpTo: PlanFilePages.limit) { sent, token, visitor in
      let form = AccountForm(pairs: sent.pairs, token: token, visitor: visitor)
      do {
        let unit = try await PlanKeeping(reception: reception).look(request, form) { visit in
          let unit = try visit.unit(key)
          try visit.require(.foundUnit, on: unit)
          return (id: unit, path: visit.crumbs(try visit.standing(of: unit, on: visit.today)))
        }
        let place = PlanFileFaults.Place(
          unit: key,
          plan: nil,
          title: Phrase.newPlan.text,
          path: unit.path,
          version: 0
        )
        switch try PlanFilePages.read(sent.files) {
        case .plan(let text):
          let name = sent.files.first?.name ?? ""
          let title = name.split(separator: ".").dropLast().joined(separator: ".")
          let deed = SavePlan(nil, unit: unit.id, title: title.isEmpty ? name : title, body: text)
          let receipt = try await reception.carryOut(deed, form)
          return Answer.see(Path.plan(ID<FactMark>(receipt.result ?? 0).description).after(receipt))
        case .faults(let faults): return try await told(sent.files, faults, nil, place, request)
        case .wrong(let words): return try await told(sent.files, [], words, place, request)
        }
      } catch let fault as PageFault {
        return try await reception.fault(request, fault)
      }
    }
  }

  private func told(
    _ files: [SentFile],
    _ faults: [RulebookFault],
    _ words: Phrase?,
    _ writing: PlanWriting,
    _ request: Request
  ) async throws -> Response {
    let place = PlanFileFaults.Place(
      unit: writing.unit.description,
      plan: writing.key,
      title: writing.title,
      path: writing.path,
      version: writing.later?.version ?? writing.version
    )
    return try await told(files, faults, words, place, request)
  }

  private func told(
    _ files: [SentFile],
    _ faults: [RulebookFault],
    _ words: Phrase?,
    _ place: PlanFileFaults.Place,
    _ request: Request
  ) async throws -> Response {
    let name = files.first?.name ?? ""
    let path: Path = place.plan.map { .plan($0) } ?? .newPlan(place.unit)
    return try await reception.page(answering: request, at: path, .units, .unprocessableContent) { _ in
      PlanFileFaults(place: place, file: name, faults: faults, words: words)
    } _: {
      planFaultsView($0, in: $1)
    }
  }
}

extension Visit {
  /// A plan that the visitor may read.
  fileprivate func planToRead(_ key: String) throws -> PlanDraft {
    guard let id = ID<FactMark>(key), let found = try DraftStore(db: db).draft(id) else {
      throw PageFault.absent
    }
    try require(.readPlans, on: found.fact.value.unit)
    return found.fact.value
  }
}

extension Answer {
  fileprivate static func planFile(_ bytes: [UInt8], _ name: String, _ type: String) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: type,
        .contentDisposition: "attachment; filename=\"\(name)\"",
        .cacheControl: "private, no-store",
        .contentTypeOptions: "nosniff",
      ],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    )
  }
}
