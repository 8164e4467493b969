// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
  name: "Rules",
  products: [
    .library(name: "Basics", targets: ["Basics"]),
    .library(name: "Rules", targets: ["Rules"]),
  ],
  targets: [
    .target(name: "Basics", swiftSettings: settings),
    .target(name: "Rules", dependencies: ["Basics"], swiftSettings: settings),
    .testTarget(name: "BasicsTests", dependencies: ["Basics"], swiftSettings: settings),
    .testTarget(name: "RulesTests", dependencies: ["Rules", "Basics"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
