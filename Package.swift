// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let basics: Target.Dependency = .product(name: "Basics", package: "Rules")
let rules: Target.Dependency = .product(name: "Rules", package: "Rules")

let package = Package(
  name: "Chibo",
  products: [.executable(name: "chibo", targets: ["App"])],
  dependencies: [
    .package(path: "Rules"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
  ],
  targets: [
    // C libraries, from Debian's -dev packages.
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "COath", pkgConfig: "liboath", providers: [.apt(["liboath-dev"])]),
    .systemLibrary(name: "CQrencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // The layers, in the order in which each may know the one before.
    .target(name: "Storage", swiftSettings: settings),
    .target(name: "Markup", swiftSettings: settings),
    .target(name: "Phrases", dependencies: [basics, rules], swiftSettings: settings),
    .target(
      name: "SQLiteStorage",
      dependencies: [
        "Storage",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: settings
    ),
    .target(name: "PostgresStorage", dependencies: [basics, "Storage", "CLibPQ"], swiftSettings: settings),
    .target(name: "Sheets", dependencies: ["CXlsxWriter", "CZip", "CExpat"], swiftSettings: settings),
    .target(
      name: "Notation",
      dependencies: [basics, rules, .product(name: "Yams", package: "Yams")],
      swiftSettings: settings
    ),
    .target(name: "RulebookFiles", dependencies: [basics, rules, "Notation"], swiftSettings: settings),
    .target(
      name: "Records",
      dependencies: [
        basics, rules, "Storage", "Sheets", "Notation", "RulebookFiles", "CSodium", "COath",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: settings
    ),
    .target(name: "Demonstration", dependencies: [basics], swiftSettings: settings),
    .target(
      name: "Web",
      dependencies: [
        basics, rules, "Records", "Storage", "Sheets", "RulebookFiles", "Markup", "Phrases", "CQrencode",
        "CZlib",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "App",
      dependencies: [
        basics, rules, "Records", "Storage", "Sheets", "SQLiteStorage", "PostgresStorage", "RulebookFiles",
        "Phrases", "Web",
        "Demonstration",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),

    .target(
      name: "TestWorld",
      dependencies: [
        basics, rules, "Records", "RulebookFiles", "Storage", "SQLiteStorage", "PostgresStorage",
      ],
      path: "Tests/TestWorld",
      swiftSettings: settings
    ),
    .testTarget(
      name: "StorageTests",
      dependencies: ["Storage", "SQLiteStorage", "PostgresStorage", "TestWorld"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "RulebookFilesTests",
      dependencies: [basics, rules, "RulebookFiles", "TestWorld"],
      exclude: ["worked-examples.txt"],
      swiftSettings: settings
    ),
    .testTarget(name: "SheetsTests", dependencies: ["Sheets"], swiftSettings: settings),
    .testTarget(
      name: "DemonstrationTests",
      dependencies: [basics, "Demonstration"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "RecordsTests",
      dependencies: [
        basics, rules, "Records", "RulebookFiles", "Storage", "SQLiteStorage", "TestWorld",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "WebTests",
      dependencies: [
        basics, rules, "Records", "Storage", "RulebookFiles", "Markup", "Phrases", "Web", "TestWorld",
        .product(name: "Hummingbird", package: "hummingbird"),
      ],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
