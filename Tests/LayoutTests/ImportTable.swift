/// The import table of docs/architecture.md: what each module may import of ours and of others.
enum ImportTable {
    /// Our modules that each module may import, beside `NewsModel`.
    static let own: [String: Set<String>] = [
        "NewsModel": [],
        "TextMatching": [],
        "Spawning": ["CSpawn"],
        "StrictYAML": [],
        "StrictJSON": [],
        "CharacterDecoding": [],
        "Fetching": ["CCurl"],
        "FeedParsing": ["CLibXML2", "CharacterDecoding"],
        "Extraction": ["CharacterDecoding"],
        "Scoring": ["TextMatching"],
        "Stories": [],
        "Storage": ["CZstd"],
        "Alerting": ["Fetching", "Spawning", "StrictYAML"],
        "NewsSources": ["Fetching", "FeedParsing", "Spawning"],
        "Pipeline": [
            "Fetching", "FeedParsing", "NewsSources", "Extraction", "Scoring", "Stories", "Storage", "Alerting",
            "StrictJSON",
        ],
        "Dashboard": ["Storage"],
        "Newsroom": [],
        "newsward": ["Pipeline", "Dashboard", "Newsroom", "NewsSources", "StrictYAML"],
        // Tries modules with made-up bytes, from outside the program.
        "Fuzzing": ["CharacterDecoding", "Extraction", "FeedParsing", "Scoring", "StrictJSON"],
        "FuzzDriver": ["Fuzzing"],
        // Measures modules from outside the program.
        "Benchmarks": ["FeedParsing", "Scoring", "StrictJSON", "Stories", "Storage", "Pipeline"],
    ]

    /// Modules that may not even import `NewsModel`.
    static let withoutModel: Set<String> = [
        "NewsModel", "Spawning", "TextMatching", "StrictYAML", "StrictJSON", "CharacterDecoding",
    ]

    /// Libraries of others that only the named modules may import.
    static let others: [String: Set<String>] = [
        "Yams": ["StrictYAML"],
        "Crypto": ["Alerting", "Stories", "Scoring"],
        "Mustache": ["Alerting", "Dashboard"],
        "Hummingbird": ["Dashboard", "Newsroom"],
        "HummingbirdCore": ["Dashboard", "Newsroom"],
        "HTTPTypes": ["Dashboard", "Newsroom"],
        "NIOCore": ["Dashboard", "Newsroom"],
        "ServiceLifecycle": ["Pipeline", "Dashboard", "Newsroom", "newsward"],
        "UnixSignals": ["newsward"],
        "GRDB": ["Storage"],
        "ArgumentParser": ["newsward"],
    ]

    /// Part of the toolchain, or logging: free for all but the modules that stay with the standard library.
    static let free: Set<String> = ["Foundation", "Logging", "Synchronization", "Glibc", "Dispatch"]

    /// Modules with nothing but the standard library.
    static let standardLibraryOnly: Set<String> = ["NewsModel", "TextMatching", "StrictJSON"]

    /// Folders in which C pointers may be used, the word `unsafe` with them.
    static let cFacing = [
        "Sources/Fetching/Curl/", "Sources/FeedParsing/XML/",
        "Sources/CharacterDecoding/Iconv/", "Sources/FuzzDriver/", "Sources/Alerting/Receivers/Exec/Process/",
        "Sources/NewsSources/Commands/Process/", "Sources/NewsModel/JSON/Sink/",
        "Sources/Storage/Packing/", "Sources/Spawning/",
    ]

    /// The reason why `module` may not import `imported`; nil where it may.
    static func objection(to imported: String, in module: String) -> String? {
        if imported == "NewsModel" {
            return withoutModel.contains(module) ? "\(module) may not import NewsModel" : nil
        }
        if let allowed = own[module], allowed.contains(imported) { return nil }
        if own[imported] != nil || imported.hasPrefix("C") && imported != "Crypto" && imported != "CommonCrypto" {
            return "\(module) may not import \(imported): the table has no such arrow"
        }
        if let importers = others[imported] {
            return importers.contains(module)
                ? nil : "only \(importers.sorted().joined(separator: ", ")) may import \(imported)"
        }
        if free.contains(imported) {
            return standardLibraryOnly.contains(module) ? "\(module) stays with the standard library" : nil
        }
        return "\(imported) is not in the table"
    }
}
