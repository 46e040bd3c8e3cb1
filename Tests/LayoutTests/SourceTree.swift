import Foundation

/// The Swift files of this checkout, as text.
struct SourceFile {
    /// Relative to the checkout: `Sources/Fetching/FetchError.swift`.
    let path: String
    let lines: [Substring]

    /// The module that it belongs to: the folder below Sources.
    var module: String { String(path.split(separator: "/")[1]) }

    /// Module names on its import lines.
    var imports: [String] {
        lines.compactMap { line in
            let words = line.split(separator: " ")
            guard let position = words.firstIndex(of: "import"), position <= 2, words.count > position + 1,
                words[..<position].allSatisfy({ $0 == "public" || $0.hasPrefix("@") })
            else { return nil }
            let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "typealias", "let", "var"]
            let name = kinds.contains(words[position + 1]) ? words[position + 2] : words[position + 1]
            return String(name.prefix { $0 != "." })
        }
    }

    /// Lines without comments, each with its number.
    var code: [(number: Int, text: Substring)] {
        lines.enumerated().compactMap { index, line in
            let text = line.drop { $0 == " " }
            return text.hasPrefix("//") || text.isEmpty ? nil : (index + 1, line)
        }
    }

    static func all(under folder: String) throws -> [SourceFile] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let start = root.appendingPathComponent(folder)
        let found = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
        var files: [SourceFile] = []
        while let url = found?.nextObject() as? URL {
            guard url.pathExtension == "swift" else { continue }
            let text = try String(contentsOf: url, encoding: .utf8)
            let path = String(url.path.dropFirst(root.path.count + 1))
            files.append(SourceFile(path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false)))
        }
        return files.sorted { $0.path < $1.path }
    }
}
