/// One thing that is otherwise in a version of a regulation than in another.
public struct RulebookChange: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case added
    case removed
    case changed
  }

  public let kind: Kind
  /// What it is about: a rule and one of its clauses, or the whole book.
  public let rule: String?
  public let clause: String?
  /// What of it: `required`, `confidence`, `days`.
  public let field: String
  public let before: String?
  public let after: String?
}

extension Rulebook {
  /// What this version changed against another, clause by clause.
  public func changes(since earlier: Rulebook) -> [RulebookChange] {
    var changes: [RulebookChange] = []
    func note(_ rule: String?, _ clause: String?, _ field: String, _ before: String?, _ after: String?) {
      guard before != after else { return }
      let kind: RulebookChange.Kind = before == nil ? .added : after == nil ? .removed : .changed
      changes.append(
        RulebookChange(kind: kind, rule: rule, clause: clause, field: field, before: before, after: after)
      )
    }
    note(nil, nil, "days", "\(earlier.span)", "\(span)")
    note(nil, nil, "documents", earlier.documentNumbers, documentNumbers)
    let old = earlier.clausesByName
    let new = clausesByName
    for name in (rules + earlier.rules).map(\.name).unique {
      let before = earlier.rules.first { $0.name == name }
      let after = rules.first { $0.name == name }
      note(name, nil, "outcomes", before?.outcomeNames, after?.outcomeNames)
    }
    for key in (clauseKeys + earlier.clauseKeys).unique {
      guard let before = old[key], let after = new[key] else {
        note(key.rule, key.clause, "required", old[key]?.required, new[key]?.required)
        continue
      }
      note(key.rule, key.clause, "required", before.required, after.required)
      note(key.rule, key.clause, "clause", before.number, after.number)
      note(key.rule, key.clause, "confidence", before.confidence.rawValue, after.confidence.rawValue)
      note(key.rule, key.clause, "subjects", before.subjectNames, after.subjectNames)
    }
    let (lines, oldLines) = (model?.toldLines ?? [:], earlier.model?.toldLines ?? [:])
    for name in (lines.keys.sorted() + oldLines.keys.sorted()).unique {
      note("model", name, "required", oldLines[name], lines[name])
    }
    for outcome in (caps + earlier.caps).map(\.outcome).unique {
      let before = earlier.caps.first { $0.outcome == outcome }
      let after = caps.first { $0.outcome == outcome }
      note(nil, nil, "cap", before.map(\.told), after.map(\.told))
    }
    return changes
  }

  private struct ClauseKey: Hashable {
    let rule: String
    let clause: String
  }

  private var clauseKeys: [ClauseKey] {
    clauses.map { ClauseKey(rule: $0.rule.name, clause: $0.clause.name) }
  }

  private var clausesByName: [ClauseKey: Clause] {
    Dictionary(zip(clauseKeys, clauses.map(\.clause))) { first, _ in first }
  }

  private var documentNumbers: String { documents.map(\.number).joined(separator: ", ") }
}

extension Rule {
  fileprivate var outcomeNames: String { outcomes.map(\.name).joined(separator: ", ") }
}

extension Clause {
  fileprivate var subjectNames: String { subjects.joined(separator: ", ") }
}

extension EvaluationModel {
  /// Each criterion and veto in a line, by its name, and the grade asked of all.
  fileprivate var toldLines: [String: String] {
    var lines = ["least": "\(least.rawValue) (\(confidence.rawValue))"]
    for criterion in criteria {
      let parts = [criterion.number, least(of: criterion).rawValue, criterion.required?.text].compactMap(
        \.self
      )
      lines[criterion.name] = "\(parts.joined(separator: "; ")) (\(criterion.confidence.rawValue))"
    }
    for veto in vetoes {
      let articles = veto.articles.map(String.init).joined(separator: ", ")
      lines[veto.name] = "\(veto.number); \(articles) (\(veto.confidence.rawValue))"
    }
    return lines
  }
}

extension Cap {
  fileprivate var told: String { "\(outcome) ≤ \(percent)% \(base.rawValue) (\(confidence.rawValue))" }
}

extension Sequence where Element: Hashable {
  /// Each once, in the order of the first.
  fileprivate var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
