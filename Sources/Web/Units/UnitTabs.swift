import Basics
import Markup
import Phrases

/// The pages of a unit.
enum UnitTab {
  case overview, kinds, comparison, trees, vacancies, resolutions, tasks
}

/// The pages of a unit side by side; those of units below only where there are any.
func unitTabs(_ key: String, _ viewpoint: Viewpoint, current: UnitTab, vacancies: Int? = nil) -> HTML {
  let today = viewpoint.today
  let eve = viewpoint.on.startOfYear.adding(days: -1)
  let other = viewpoint.on == today ? eve : today
  return tabsView(
    .unitPages,
    [
      Tab(.overview, viewpoint.unit(key), isCurrent: current == .overview),
      Tab(.byKind, viewpoint.kinds(key), isCurrent: current == .kinds),
      Tab(
        .compared,
        viewpoint.unitsCompared(key, against: other, figure: "members.total"),
        isCurrent: current == .comparison
      ),
      Tab(.twoTrees, viewpoint.trees(key), isCurrent: current == .trees),
      Tab(.vacantPosts, viewpoint.vacancies(key), count: vacancies, isCurrent: current == .vacancies),
      Tab(.resolutionsTitle, viewpoint.resolutions(key), isCurrent: current == .resolutions),
      Tab(.tasksTitle, viewpoint.tasks(key), isCurrent: current == .tasks),
      Tab(.leaderBoard, viewpoint.leaderBoard(key), isCurrent: false),
      Tab(.followersTitle, viewpoint.followers(key), isCurrent: false),
      Tab(.modelsTitle, viewpoint.models(key), isCurrent: false),
      Tab(.regulationsTitle, viewpoint.regulations(key), isCurrent: false),
    ] + (viewpoint.opens.plans ? [Tab(.plansOfReorganisation, viewpoint.plans(key), isCurrent: false)] : [])
  )
}

/// The head of a page of a unit: where it stands, its name, what the page tells of it.
///
/// The work with members goes by its `topic`; the unit is then where the page stands.
func unitHeading(
  _ unit: UnitLink,
  _ path: [UnitLink],
  _ sentence: Phrase,
  _ frame: Frame,
  topic: Phrase? = nil,
  actions: [HTML] = []
) -> HTML {
  """
  <div class="heading"><div>\(crumbs(path, frame.viewpoint))\
  \(topic.map { "<h1>\($0)</h1>" as HTML } ?? "<h1><bdi lang=\"vi\">\(unit.name)</bdi></h1>")\
  \(topic == sentence ? nil : "<p>\(sentence)</p>")</div><div class="actions">\(actions, \.self)\
  <button class="button small" type="button" data-print hidden>\(Phrase.print)</button></div></div>
  """
}
