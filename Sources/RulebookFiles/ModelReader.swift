import Notation
import Rules

/// Reads the model of a rulebook: whom it is for, what it grades, what it forbids, who recognises.
///
///     model:
///       number: "Bốn tốt"
///       vi: …
///       en: …
///       least: good
///       confidence: U
///       decides: [baseCommittee, superiorCommittee]
///       profiles: [{profile: cell, kinds: [cell], vi: …, en: …, confidence: V}]
///       criteria: [{criterion: meetings, number: …, vi: …, en: …, evidence: [meetings.regular], confidence: V, sources: [F2]}]
///       prohibitions: [{article: 1, vi: …, en: …, confidence: V, sources: [N2]}]
///       vetoes: [{veto: no.1, number: …, vi: …, en: …, articles: all, confidence: NF}]
struct ModelReader {
  let part: Part
  let book: Rulebook

  func read() -> EvaluationModel? {
    part.allow(
      "number",
      "vi",
      "en",
      "least",
      "confidence",
      "sources",
      "decides",
      "profiles",
      "criteria",
      "vetoes",
      "prohibitions"
    )
    let number = part.required("number")?.text
    let least = part.required("least")?.value(CriterionGrade.self)
    let deciders = part.required("decides")?.items.compactMap { $0.value(UnitKind.self) }
    guard let number, let text = part.wording, let least, let deciders, !deciders.isEmpty,
      let (confidence, sources) = footing(part),
      let profilePart = part.required("profiles"), let criteriaPart = part.required("criteria")
    else { return nil }
    let profiles = profilePart.items.compactMap(profile)
    let known = Set(profiles.map(\.name))
    var names: Set<String> = []
    for (item, name) in zip(profilePart.items, profiles.map(\.name)) where !names.insert(name).inserted {
      item.fault(.repeatedName(name))
    }
    let prohibitions = part["prohibitions"]?.items.compactMap(prohibition) ?? []
    var seen: Set<String> = []
    func once(_ name: String, _ item: Part) {
      if !seen.insert(name).inserted { item.fault(.repeatedName(name)) }
    }
    let criteria = criteriaPart.items.compactMap { item in
      let criterion = criterion(item, known)
      criterion.map { once($0.name, item) }
      return criterion
    }
    if criteriaPart.items.isEmpty { criteriaPart.fault(.missing("criterion")) }
    let articles = Set(prohibitions.map(\.article))
    let vetoes = (part["vetoes"]?.items ?? []).compactMap { item in
      let veto = veto(item, known, articles)
      veto.map { once($0.name, item) }
      return veto
    }
    return EvaluationModel(
      number: number,
      text: text,
      confidence: confidence,
      sources: sources,
      least: least,
      profiles: profiles,
      criteria: criteria,
      vetoes: vetoes,
      prohibitions: prohibitions,
      deciders: deciders
    )
  }

  /// How sure we are of a line, and by which sources: what is verified names one.
  private func footing(_ item: Part) -> (Confidence, [String])? {
    guard let confidence = item.required("confidence")?.value(Confidence.self) else { return nil }
    let sources = item["sources"]?.texts ?? []
    if confidence.isVerified, sources.isEmpty { item.fault(.verifiedWithoutSource) }
    return (confidence, sources)
  }

  /// A name as forms and addresses carry it.
  private func name(_ item: Part, _ key: String) -> String? {
    guard let part = item.required(key), let name = part.text else { return nil }
    if name.contains(where: { !$0.isASCII || !($0.isLetter || $0.isNumber || $0 == ".") }) {
      part.fault(.expected("a-z 0-9 ."))
    }
    return name
  }

  private func profile(_ item: Part) -> ModelProfile? {
    item.allow("profile", "kinds", "sectors", "vi", "en", "confidence", "sources")
    guard let name = name(item, "profile"), let text = item.wording, let (confidence, _) = footing(item),
      let kinds = item.required("kinds")?.items.compactMap({ $0.value(UnitKind.self) }), !kinds.isEmpty
    else { return nil }
    let sectors = item["sectors"]?.items.compactMap { $0.value(Sector.self) } ?? []
    return ModelProfile(name: name, text: text, kinds: kinds, sectors: sectors, confidence: confidence)
  }

  private func figures(_ item: Part) -> [ModelFigure] {
    item["evidence"]?.items.compactMap { $0.value(ModelFigure.self) } ?? []
  }

  private func profiles(_ item: Part, _ known: Set<String>) -> [String] {
    let names = item["profiles"]?.texts ?? []
    for name in names where !known.contains(name) { item.fault(.unknownSubject(name)) }
    return names
  }

  private func criterion(_ item: Part, _ known: Set<String>) -> ModelCriterion? {
    item.allow(
      "criterion",
      "number",
      "vi",
      "en",
      "least",
      "evidence",
      "require",
      "profiles",
      "confidence",
      "sources"
    )
    guard let name = name(item, "criterion"), let number = item.required("number")?.text,
      let text = item.wording, let (confidence, sources) = footing(item)
    else { return nil }
    return ModelCriterion(
      name: name,
      number: number,
      text: text,
      confidence: confidence,
      sources: sources,
      profiles: profiles(item, known),
      least: item["least"]?.value(CriterionGrade.self),
      evidence: figures(item),
      required: requirement(item, confidence)
    )
  }

  private func requirement(_ item: Part, _ confidence: Confidence) -> ModelCriterion.Requirement? {
    guard let required = item["require"], let words = required.text else { return nil }
    do throws(RulebookFault.Reason) {
      let condition = try ExpressionReader.condition(words, book.places)
      if condition == .open, confidence != .notFound { required.fault(.openAndNotMarked) }
      if condition != .open, condition.facts.isEmpty { required.fault(.nothingAsked) }
      return ModelCriterion.Requirement(condition: condition, text: words)
    } catch {
      required.fault(error)
      return nil
    }
  }

  private func veto(_ item: Part, _ known: Set<String>, _ articles: Set<Int>) -> ModelVeto? {
    item.allow(
      "veto",
      "number",
      "vi",
      "en",
      "evidence",
      "articles",
      "profiles",
      "confidence",
      "sources"
    )
    guard let name = name(item, "veto"), let number = item.required("number")?.text,
      let text = item.wording, let (confidence, sources) = footing(item)
    else { return nil }
    var tied: [Int] = []
    if let part = item["articles"] {
      if part.isValue, part.text == "all" {
        tied = articles.sorted()
      } else {
        for part in part.items {
          guard let text = part.text else { continue }
          guard let article = Int(text), articles.contains(article) else {
            part.fault(.unknownValue(text, allowed: articles.sorted().map(String.init)))
            continue
          }
          tied.append(article)
        }
      }
    }
    return ModelVeto(
      name: name,
      number: number,
      text: text,
      confidence: confidence,
      sources: sources,
      profiles: profiles(item, known),
      evidence: figures(item),
      articles: tied
    )
  }

  private func prohibition(_ item: Part) -> Prohibition? {
    item.allow("article", "vi", "en", "confidence", "sources")
    guard let part = item.required("article"), let text = part.text, let wording = item.wording,
      let (confidence, sources) = footing(item)
    else { return nil }
    guard let article = Int(text), article > 0 else {
      part.fault(.notANumber(text))
      return nil
    }
    return Prohibition(article: article, text: wording, confidence: confidence, sources: sources)
  }
}
