import ArgumentParser
import Basics
import Demonstration
import Glibc
import Phrases
import Records
import RulebookFiles
import Rules
import Storage

struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Makes the fictional province of Sơn Giang, when it is not there, and serves it."
  )

  @OptionGroup var record: RecordOptions
  @Option(help: "How many members on 30 September 2025: 200 … 5,400,000.") var people: Int = 131_548
  @Option(help: "The history up to this day; else today.") var until: CivilDate?
  @Option(help: "Another province for another seed.") var seed: UInt64 = 2025
  @OptionGroup var serving: ServingOptions
  @Flag(name: .customLong("no-serve"), help: "Makes it and stops.") var noServe = false

  func validate() throws {
    if !DemonstrationPlan.sizes.contains(people) {
      throw ValidationError(
        "--people is \(DemonstrationPlan.sizes.lowerBound) … \(DemonstrationPlan.sizes.upperBound)"
      )
    }
  }

  func run() async throws {
    try await record.speaking {
      if try await !record.place.exists() { try await make() }
      if noServe { return }
      let database = try await record.open()
      Console.note(Phrase.demoSignIns.text)
      for name in DemonstrationSignIn.names { Console.note("  \(name) / \(DemonstrationSignIn.password)") }
      try await serve(database: database, serving)
      try database.close()
    }
  }

  private func make() async throws {
    let day = until ?? Clock.system.today
    guard let plan = DemonstrationPlan(people: people, seed: seed, until: day) else { return }
    Console.note(Phrase.demoMaking.text)
    let regulations = try shippedRulebooks().library
    let new = try await record.place.build()
    if regulations.books.isEmpty { Console.note(Phrase.demoWithoutRulebooks.text) }
    let began = ContinuousClock.now
    let deeds = try await new.filled { database in
      try await DemonstrationProvince(
        plan: plan,
        database: database,
        regulations: regulations
      ).fill { day, count in
        Console.progress(Phrase.demoProgress(day, count).text)
      }
    }
    Console.endProgress()
    let seconds = Int((ContinuousClock.now - began).components.seconds)
    Console.note(Phrase.demoMade(people, deeds, seconds).text)
  }
}
