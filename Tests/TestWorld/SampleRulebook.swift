/// An office's own version of a regulation, as small as one can be.
package enum SampleRulebook {
  package static func text(_ name: String, from: String, bound: Int = 70) -> String {
    """
    rulebook: \(name)
    family: review
    title: {vi: Riêng, en: Own}
    documents:
      - {number: 7-QĐ/HU}
    from: \(from)
    facts:
      review.score: {vi: điểm, en: score, sort: points}
    rules:
      - rule: review
        title: {vi: Xếp loại, en: Review}
        subjects: [individual]
        outcomes:
          good: {vi: Tốt, en: Good}
        clauses:
          - {clause: good.score, level: good, number: "1", vi: a, en: a, require: review.score >= \(bound), confidence: U}
    """
  }
}
