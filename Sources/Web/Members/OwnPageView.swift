import Basics
import Markup
import Phrases
import Records
import Rules

/// A member's own page: what concerns them now, then their record with where each line comes from.
func ownPageView(_ file: PersonFile, in frame: Frame) -> HTML {
  let viewpoint = frame.viewpoint
  var frame = frame
  frame.isOwnPage = true
  return page(
    frame,
    title: Phrase(verbatim: file.person.name),
    content: """
      <div class="heading"><div>\(crumbs(file.path, viewpoint))
      <h1><bdi class="name" lang="vi">\(file.person.name)</bdi></h1>\(whereOne(file, viewpoint))</div>
      <div class="actions">\(deedMenu(file.deeds))\
      <button class="button" type="button" data-print hidden>\(Phrase.print)</button></div></div>
      <div class="columns wide-narrow own">
      <div class="stack">\(ownMatters(file, viewpoint))\(ownParticulars(file, viewpoint))\
      \(ownPlaces(file, viewpoint))\(wayView(file, viewpoint))</div>
      <div class="stack">\(ownDuesView(file, viewpoint))\(file.seniority.map(seniorityView))\
      \(ownRecordView(file, viewpoint))\(looksView(file, viewpoint))</div></div>
      \(ownStory(file, viewpoint))
      """
  )
}

/// What somebody is today, and where, in one line.
private func whereOne(_ file: PersonFile, _ viewpoint: Viewpoint) -> HTML {
  let home = file.life.homes.first { $0.span.contains(viewpoint.on) }
  return """
    <p class="subject"><b>\(Phrase.standing(file.standing))</b>\
    \(home.map { ", <bdi lang=\"vi\">\($0.value.name)</bdi>" as HTML })\(stateBadges(file, viewpoint))</p>
    """
}

// MARK: What concerns them now

/// What concerns a member now, line by line, each leading to more.
private func ownMatters(_ file: PersonFile, _ viewpoint: Viewpoint) -> HTML {
  let open = file.own?.reports.filter { $0.value.state == .open }.count ?? 0
  let last = file.own?.reports.last
  return """
    <section class="panel" aria-labelledby="own"><header><h2 id="own">\(Phrase.yourMatters)</h2></header>
    <ol class="duties">
    \(file.transfers.isEmpty
      ? matter(.transferTitle, viewpoint.transfers(ofPerson: file.person.key), "\(Phrase.noTransferUnderWay)")
      : "\(file.transfers, { transferMatter($0, viewpoint) })")
    \((file.own?.page.meetings ?? []).prefix(2), { line in
      matter(
        .meetingKind(line.meeting.kind.rawValue), viewpoint.meeting(line.id.description),
        "\(Phrase.day(line.day)), \(line.meeting.begins.description)\(line.meeting.place.map { ", \($0)" as HTML })"
      )
    })
    \(file.own?.page.cell.map { cell in
      matter(.themesTitle, viewpoint.themes(cell.description), "\(Phrase.themesAll)")
    })
    \(file.own?.page.attendance.map { came in
      matter(
        .myAttendance, viewpoint.attendance(ofPerson: file.person.key),
        "\(Phrase.cameTo(came.present, of: came.obliged))"
      )
    })
    \(file.own?.page.tasks.map { tasks in
      matter(
        .myTasks, viewpoint.tasks(ofPerson: file.person.key), "\(Phrase.tasksOpen(tasks.open, tasks.late))"
      )
    })
    \(ownReview(file, viewpoint))
    \(file.own?.page.following.map { following in
      matter(
        .myFollowing, viewpoint.following(ofPerson: file.person.key),
        "\(Phrase.cellsFollowed(following.cells, following.owed))"
      )
    })
    \(file.own?.page.results.map { results in
      matter(.resultsTitle, viewpoint.results(results.round, of: results.unit), "\(Phrase.roundPublished)")
    })
    \(file.own?.page.steering.map { steering in
      matter(
        .mySteering, viewpoint.steering(byPerson: file.person.key),
        "\(Phrase.steeringCount(steering.attended, of: steering.assigned).leading)"
      )
    })
    \(file.own?.page.dues.map { duesMatter($0, file, viewpoint) })
    \(file.seniority?.next.map { next in
      matter(.nextBadge, "#seniority", "\(Phrase.nextBadgeOn(next.years, next.day))")
    })
    \(last.map { last in
      matter(
        .yourReports, "#own-reports",
        open > 0
          ? "\(Phrase.reportsWaiting(open))"
          : "\(Phrase.reportTopic(last.value.topic.rawValue).leading): \(Phrase.reportState(last.value.state.rawValue))"
      )
    })
    \(matter(.whoLooked, "#looks", "\(Phrase.looksInYear(file.looksInYear))"))
    </ol></section>
    """
}

/// The last round in which they are reviewed.
private func ownReview(_ file: PersonFile, _ viewpoint: Viewpoint) -> HTML? {
  guard let review = file.own?.page.review, let subject = ReviewSubject("person", file.person.key) else {
    return nil
  }
  let state: Phrase = review.isPublished ? .roundPublished : .roundOpen
  return matter(
    .myReview,
    viewpoint.review(review.round, subject),
    "<bdi lang=\"vi\">\(review.title)</bdi> · \(state)"
  )
}

private func matter(_ title: Phrase, _ path: Path, _ says: HTML) -> HTML {
  "<li><a href=\"\(path: path)\"><b>\(title)</b> <span>\(says)</span></a></li>"
}

private func matter(_ title: Phrase, _ place: StaticString, _ says: HTML) -> HTML {
  "<li><a href=\"\(HTML(stringLiteral: place))\"><b>\(title)</b> <span>\(says)</span></a></li>"
}

/// A transfer under way: where to, on whom it waits, and by when.
private func transferMatter(_ told: TransferTold, _ viewpoint: Viewpoint) -> HTML {
  let part: TransferTerm.Part = told.step.state == .asked ? .asking : .presenting
  let term = told.terms.first { $0.part == part }
  let name: Phrase = part == .asking ? .askingTerm : .presentingTerm
  return matter(
    .transferTitle,
    viewpoint.transfer(told.key),
    """
    <bdi lang="vi">\(told.whereTo.name)</bdi><small class="detail">\(Phrase.waitsOn): \(waitingView(told)), \
    \(Phrase.waitsSince(told.since, told.days))</small>\
    \(term.map { "<small class=\"detail\">\(name): \(termView($0))</small>" as HTML })
    """
  )
}

private func duesMatter(_ dues: OwnDues, _ file: PersonFile, _ viewpoint: Viewpoint) -> HTML {
  let months = dues.unpaid.map { Phrase.monthName($0).text }.joined(separator: ", ")
  return matter(
    .duesTitle,
    viewpoint.personDues(file.person.key),
    dues.unpaid.isEmpty
      ? "\(Phrase.nothingUnpaid)" : "<span class=\"state watch\">\(Phrase.unpaidFor(months))</span>"
  )
}

// MARK: The record

/// What the record says of a member, each with by what it stands there and the way to say that it is wrong.
private func ownParticulars(_ file: PersonFile, _ viewpoint: Viewpoint) -> HTML {
  let known = file.particulars
  let sources = file.own?.page.sources ?? [:]
  func line(_ name: Phrase, _ value: Phrase?, _ code: String, of day: CivilDate? = nil) -> HTML {
    let event = file.timeline.first { $0.code == code && $0.day == day }
    let trace = known.traces[code].flatMap { traceView($0, code, viewpoint) }
    return originLine(
      name,
      "\(value ?? .unknown)\(trace)",
      value == nil ? nil : sources[code] ?? event?.source,
      topic: code,
      file,
      viewpoint
    )
  }
  return """
    <section class="panel" aria-labelledby="particulars"><header>\
    <h2 id="particulars">\(Phrase.yourRecord)</h2></header>
    <dl class="origins">\(line(.name, Phrase(verbatim: file.person.name), "name"))\
    \(line(.born, known.born.map { .birth($0) }, "born"))\(line(.sexTitle, .sex(known.sex), "sex"))\
    \(line(.ethnicity, known.ethnicity.map { Phrase(verbatim: $0) }, "ethnicity"))\
    \(line(.card, known.card.map { Phrase(verbatim: $0) }, "card"))\
    \(line(.admittedOn, known.admitted.map { .day($0) }, "admitted", of: known.admitted))\
    \(line(.officialSince, known.official.map { .day($0) }, "official", of: known.official))\
    \(known.others, { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>" })\
    \(file.identifiers, { identifierLine($0, viewpoint) })</dl>
    \(viewpoint.isNow ? reportView(file) : nil)</section>
    """
}

private func reportView(_ file: PersonFile) -> HTML {
  """
  <div class="inside stack"><p class="hint">\(Phrase.ownMistakes)</p>
  <p class="actions"><a class="button primary" href="\(path: .reportError(file.person.key))">\(Phrase.reportError)…</a></p>
  </div>
  """
}

/// One line of one's own record.
private func originLine(
  _ name: Phrase,
  _ value: HTML,
  _ source: Source?,
  topic: String,
  _ file: PersonFile,
  _ viewpoint: Viewpoint
) -> HTML {
  let report = Path.reportError(file.person.key).with("topic", topic)
  // Nothing is written from another day.
  let wrong: HTML? =
    viewpoint.isNow
    ? """
    <dd class="wrong"><a href="\(path: report)" aria-label="\(Phrase.isWrongNamed(name))">\(Phrase.isWrong)</a></dd>
    """ : nil
  return """
    <div><dt>\(name)</dt><dd>\(value)\(source.map { originView($0, viewpoint) })</dd>\(wrong)</div>
    """
}

private func identifierLine(_ line: IdentifierLine, _ viewpoint: Viewpoint) -> HTML {
  """
  <div><dt>\(Phrase.system(line.system).leading)</dt><dd><bdi class="whole">\(line.value)</bdi>\
  \(line.source.map { originView($0, viewpoint) })</dd></div>
  """
}

/// By what a line stands, in a member's words: a decision, or the list first taken over.
func originView(_ source: Source, _ viewpoint: Viewpoint) -> HTML {
  switch source {
  case .decision(let decision): "<small class=\"origin\">\(decisionView(decision, viewpoint))</small>"
  case .list(let name, let row): "<small class=\"origin\">\(Phrase.byList(name, row))</small>"
  }
}

/// The cells and posts of a member, those of today first, each with by what it stands.
private func ownPlaces(_ file: PersonFile, _ viewpoint: Viewpoint) -> HTML {
  let life = file.life
  func source(_ codes: [String], _ span: Span, of value: String? = nil) -> Source? {
    file.timeline.first { event in
      codes.contains(event.code) && event.day == span.start && (value.map { event.value == $0 } ?? true)
    }?.source
  }
  func line(_ name: Phrase, _ unit: UnitLink, _ span: Span, _ source: Source?, _ topic: String) -> HTML {
    originLine(
      name,
      "<bdi lang=\"vi\">\(unit.name)</bdi><small class=\"trace\">\(Phrase.span(span).leading)</small>",
      source,
      topic: topic,
      file,
      viewpoint
    )
  }
  // Of a past day nothing is told that began later.
  func isTold(_ span: Span) -> Bool { span.start <= viewpoint.on || viewpoint.time == .today }
  let posts = life.posts.filter { isTold($0.span) }.reversed().map { post in
    line(
      Phrase.post(post.value.post).leading,
      post.value.unit,
      post.span,
      source(["postBegan"], post.span, of: post.value.post),
      "post"
    )
  }
  let homes = life.homes.filter { isTold($0.span) }.reversed().map { home in
    line(.cell, home.value, home.span, source(["home", "takenOver", "admitted"], home.span), "unit")
  }
  let others = life.others.filter { isTold($0.span) }.reversed().map { other in
    line(
      Phrase.role(other.value.role).leading,
      other.value.unit,
      other.span,
      source([other.value.role], other.span),
      "unit"
    )
  }
  return """
    <section class="panel" aria-labelledby="places"><header><h2 id="places">\(Phrase.yourPlaces)</h2></header>
    <dl class="origins">\(homes, \.self)\(posts, \.self)\(others, \.self)</dl></section>
    """
}

/// Everything that happened, folded away: the lines above are what most look for.
private func ownStory(_ file: PersonFile, _ viewpoint: Viewpoint) -> HTML {
  """
  <details class="story panel"><summary>\(Phrase.timeline) <span class="quiet">\(Phrase.timelineOrder)</span></summary>
  <div class="inside">\(timelineView(file.timeline, viewpoint, isOwn: true, personSentence))</div></details>
  """
}
