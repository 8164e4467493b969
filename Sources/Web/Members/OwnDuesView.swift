import Markup
import Phrases
import Records
import Rules

/// What a member owes a month and why, what was received last, what is open.
func ownDuesView(_ file: PersonFile, _ viewpoint: Viewpoint) -> HTML? {
  guard let dues = file.own?.page.dues else { return nil }
  let reckoning = dues.reckoning
  let clause: HTML? = reckoning.clause.map { clause in
    """
    <dt>\(Phrase.clause)</dt><dd>\(Phrase(clause.text)) <small class="detail">§ \(clause.number)\
    \(unverifiedMark(reckoning).map { " \($0)" as HTML })</small></dd>
    """
  }
  let months = dues.unpaid.map { Phrase.monthName($0).text }.joined(separator: ", ")
  return """
    <section class="group" aria-labelledby="own-dues"><header><h2 id="own-dues">\(Phrase.yourDues)</h2></header>
    <dl class="pairs"><dt>\(Phrase.duesRequiredNow(dues.month))</dt><dd><b>\(reckoningWords(reckoning).leading)</b></dd>\
    \(clause)\
    \(dues.last.map { last in
      "<dt>\(Phrase.lastPaid)</dt><dd>\(Phrase.paidForMonth(last.amount, last.month, last.day))</dd>" as HTML
    })\
    <dt>\(Phrase.stillOpen)</dt><dd>\(dues.unpaid.isEmpty ? "\(Phrase.nothingUnpaid)" : "<span class=\"state watch\">\(months)</span>")</dd></dl>
    <p class="actions"><a class="button" href="\(path: viewpoint.personDues(file.person.key))">\
    \(Phrase.duesMonthByMonth)</a></p></section>
    """
}
