// swift-tools-version: 6.2
import PackageDescription

// The lines below are the import table of docs/architecture.md; LayoutTests holds the sources to it.
// Only .ci/run sets NEWSWARD_STRICT: a newer compiler's new warning must not break a user's build.
let strict = Context.environment["NEWSWARD_STRICT"] != nil

let settings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .strictMemorySafety(),
    ] + (strict ? [.treatAllWarnings(as: .error)] : [])

let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], resources: Bool = false) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: dependencies + ["TestSupport"],
        exclude: resources ? ["Resources"] : [], swiftSettings: settings)
}

let package = Package(
    name: "newsward",
    products: [.executable(name: "newsward", targets: ["newsward"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CSpawn"),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        module("NewsModel"),
        module("Spawning", ["CSpawn"]),
        module("TextMatching"),
        module("StrictYAML", ["Yams"]),
        module("StrictJSON"),
        module("CharacterDecoding"),
        module("Fetching", ["CCurl", "NewsModel", logging]),
        module("FeedParsing", ["CharacterDecoding", "CLibXML2", "NewsModel"]),
        module("Extraction", ["CharacterDecoding", "NewsModel"]),
        module("Scoring", ["TextMatching", "NewsModel", crypto]),
        module("Stories", ["NewsModel", crypto]),
        module("Storage", ["CZstd", "NewsModel", logging, grdb]),
        module("Alerting", ["Fetching", "NewsModel", "Spawning", "StrictYAML", crypto, mustache]),
        module("NewsSources", ["Fetching", "FeedParsing", "NewsModel", "Spawning"]),
        module(
            "Pipeline",
            [
                "Fetching", "FeedParsing", "NewsSources", "Extraction", "Scoring", "Stories", "Storage", "Alerting",
                "NewsModel", "StrictJSON", logging, lifecycle,
            ]),
        module(
            "Dashboard", ["Storage", "NewsModel", logging, lifecycle, mustache, hummingbird, httpTypes, nio]),
        module("Newsroom", ["NewsModel", logging, lifecycle, hummingbird, httpTypes, nio]),
        .executableTarget(
            name: "newsward",
            dependencies: [
                "Pipeline", "Dashboard", "Newsroom", "NewsSources", "NewsModel", "StrictYAML", logging, lifecycle,
                signals, arguments,
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "newsward-benchmarks",
            dependencies: [
                "FeedParsing", "Scoring", "StrictJSON", "Stories", "Storage", "Pipeline", "NewsModel", logging,
            ],
            path: "Sources/Benchmarks",
            swiftSettings: settings),
        module(
            "Fuzzing", ["CharacterDecoding", "Extraction", "FeedParsing", "Scoring", "StrictJSON", "NewsModel"]),
        .target(
            name: "TestSupport", dependencies: ["NewsModel"], path: "Tests/TestSupport", swiftSettings: settings),
        tests("NewsModel", ["NewsModel"]),
        tests("TextMatching", ["TextMatching"]),
        tests("StrictYAML", ["StrictYAML"]),
        tests("StrictJSON", ["StrictJSON"]),
        tests("CharacterDecoding", ["CharacterDecoding"]),
        tests("Fetching", ["Fetching", "NewsModel", logging], resources: true),
        tests("FeedParsing", ["FeedParsing", "NewsModel"]),
        tests("Extraction", ["Extraction", "NewsModel"], resources: true),
        tests("Scoring", ["Scoring", "NewsModel"], resources: true),
        tests("Stories", ["Stories", "NewsModel"]),
        tests("Storage", ["Storage", "NewsModel", logging, grdb]),
        tests(
            "Alerting", ["Alerting", "Fetching", "NewsModel", "StrictYAML", logging, crypto], resources: true),
        tests("NewsSources", ["NewsSources", "FeedParsing", "Fetching", "NewsModel", logging]),
        tests("Pipeline", ["Pipeline", "NewsSources", "Storage", "NewsModel", logging, lifecycle]),
        tests("Dashboard", ["Dashboard", "Storage", "Fetching", "NewsModel", logging, lifecycle]),
        tests("Newsroom", ["Newsroom", "FeedParsing", "NewsModel"]),
        tests("Fuzzing", ["Fuzzing"]),
        tests("Layout"),
        // The built program is what these run, so it must be built with them.
        tests("EndToEnd", ["newsward"]),
    ]
)

// Needs the compiler's fuzzing runtime, so only `make fuzz` builds it, in a build folder of its own.
if Context.environment["NEWSWARD_FUZZ"] != nil {
    package.targets += [
        .executableTarget(
            name: "newsward-fuzz", dependencies: ["Fuzzing"], path: "Sources/FuzzDriver",
            swiftSettings: settings)
    ]
}
