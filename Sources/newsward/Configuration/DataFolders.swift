import Foundation

/// Finds the folders that the program brings along: lexicons/, alerts/ and demo/.
struct DataFolders {
    /// Where the executable really is, links followed.
    let executable: String
    /// The checkout that it was built from.
    let checkout: String

    init(
        executable: String = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "",
        checkout: String = DataFolders.compiledInCheckout
    ) {
        self.executable = executable
        self.checkout = checkout
    }

    /// The path of a folder: the option, the configuration, ../share/newsward beside the executable, then the checkout.
    ///
    /// An option or a configured path is the last word: a typing error must not be papered over by another folder.
    func path(of name: String, option: String? = nil, configured: String? = nil) throws(CommandFailure) -> String {
        if let chosen = option ?? configured {
            guard Self.isFolder(chosen) else {
                let origin = option != nil ? "--\(name)" : "the configuration"
                throw CommandFailure(.configuration, "\(chosen) is not a folder; \(origin) names it for \(name)")
            }
            return chosen
        }
        let places = [
            URL(fileURLWithPath: executable).deletingLastPathComponent().deletingLastPathComponent()
                .appendingPathComponent("share/newsward/\(name)").path,
            checkout + "/" + name,
        ]
        if let found = places.first(where: Self.isFolder) { return found }
        throw CommandFailure(
            .configuration,
            "the folder \(name) was not found; tried \(places.joined(separator: " and ")). Name it with --\(name) FOLDER or install the program with `make install`"
        )
    }

    private static func isFolder(_ path: String) -> Bool { FileKind(path) == .folder }

    private static let compiledInCheckout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
}
