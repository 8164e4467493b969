public import ArgumentParser
public import Basics
public import Rules

extension CivilDate: @retroactive ExpressibleByArgument {
  public init?(argument: String) { self.init(list: argument) }
}

extension Role: @retroactive ExpressibleByArgument {}
