import Basics
import Markup
import Phrases

/// What the record says of somebody, told to themselves in plain words.
func ownView(_ file: PersonFile, _ viewpoint: Viewpoint) -> HTML {
  let particulars = file.particulars
  let home = file.life.homes.first { $0.span.contains(viewpoint.on) }
  let posts = file.life.posts.filter { $0.span.contains(viewpoint.on) }
  let others = file.life.others.filter { $0.span.contains(viewpoint.on) }
  var sentences: [Phrase] = []
  if let home { sentences.append(.ownHome(file.standing, home.value.name, home.span.start)) }
  if let admitted = particulars.admitted {
    sentences.append(
      .ownAdmission(admitted, official: particulars.official, years: file.membershipAge?.years)
    )
  }
  for post in posts {
    sentences.append(.ownPost(Phrase.post(post.value.post).text, post.value.unit.name, post.span.start))
  }
  for other in others {
    sentences.append(.ownTie(Phrase.role(other.value.role).text, other.value.unit.name, other.span.start))
  }
  sentences.append(.ownLooks(file.looksInYear))
  return """
    <section class="own panel" aria-labelledby="own"><header><h2 id="own">\(Phrase.yourFile)</h2></header>
    <div class="inside">\(sentences, { "<p>\($0)</p>" })<p class="hint">\(Phrase.ownMistakes)</p>
    <p class="actions"><a class="button" href="\(path: .reportError(file.person.key))">\(Phrase.reportError)</a></p></div>
    </section>
    """
}
