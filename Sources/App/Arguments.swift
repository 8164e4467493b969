public import ArgumentParser
public import Basics
package import Records
import Rules

// The package knows days, the command line knows arguments; only here do they meet.
// swift-format-ignore: AvoidRetroactiveConformances
extension CivilDate: @retroactive ExpressibleByArgument {
  public init?(argument: String) { self.init(list: argument) }
}

// swift-format-ignore: AvoidRetroactiveConformances
extension Role: @retroactive ExpressibleByArgument {}

extension MemberStanding: ExpressibleByArgument {}
