import Testing

@Suite("The layout keeps to docs/architecture.md")
struct LayoutTests {
    @Test("modules import only what the table allows")
    func imports() throws {
        let files = try SourceFile.all(under: "Sources")
        #expect(files.count > 20)
        for file in files {
            for name in file.imports where name != "Swift" {
                if let objection = ImportTable.objection(to: name, in: file.module) {
                    Issue.record("\(file.path): \(objection)")
                }
            }
        }
    }

    @Test(
        "the table refuses what it does not hold",
        arguments: [
            ("GRDB", "Pipeline"), ("Scoring", "FeedParsing"), ("Yams", "Alerting"), ("Foundation", "NewsModel"),
            ("CCurl", "Alerting"), ("Alamofire", "Fetching"), ("NewsModel", "TextMatching"), ("Storage", "newsward"),
        ])
    func refusals(imported: String, module: String) {
        #expect(ImportTable.objection(to: imported, in: module) != nil)
    }

    @Test("every module of the tree is in the table")
    func modules() throws {
        for module in Set(try SourceFile.all(under: "Sources").map(\.module)) {
            #expect(ImportTable.own[module] != nil, "\(module) has no line in the import table")
        }
    }

    @Test("C pointers stay in their folders")
    func unsafe() throws {
        for file in try SourceFile.all(under: "Sources")
        where !ImportTable.cFacing.contains(where: { file.path.hasPrefix($0) }) {
            for line in file.code where line.text.contains("unsafe ") && !line.text.contains("\"") {
                // A byte buffer handed out for the length of a call is not C; a pointer that we keep would be.
                #expect(
                    line.text.contains("unsafe $0") || line.text.contains("// buffer:"),
                    "\(file.path):\(line.number) uses a pointer outside the C-facing folders")
            }
        }
    }

    @Test("no try!, no as!, no nonisolated(unsafe); @unchecked says why")
    func shortcuts() throws {
        for file in try SourceFile.all(under: "Sources") {
            for (number, text) in file.code {
                for word in ["try!", "as!", "nonisolated(unsafe)", "fatalError(", "Task.detached"] {
                    #expect(!text.contains(word), "\(file.path):\(number) holds \(word)")
                }
                if text.contains("@unchecked Sendable") {
                    let near = file.lines[max(0, number - 8)..<number].joined(separator: "\n").lowercased()
                    #expect(near.contains("because"), "\(file.path):\(number): @unchecked without its because")
                }
            }
        }
    }

    @Test("no file is longer than one concept needs")
    func lengths() throws {
        for file in try SourceFile.all(under: "Sources") + SourceFile.all(under: "Tests") {
            #expect(file.lines.count <= 600, "\(file.path) has \(file.lines.count) lines")
        }
    }

    @Test("no module has a public type of its own name; no bags")
    func names() throws {
        let files = try SourceFile.all(under: "Sources")
        for file in files {
            for (number, text) in file.code {
                for kind in ["struct", "class", "enum", "actor", "protocol"] {
                    #expect(
                        !text.contains("public \(kind) \(file.module) ")
                            && !text.contains("public \(kind) \(file.module):"),
                        "\(file.path):\(number) names a type after its module")
                }
            }
            let name = file.path.split(separator: "/").last.map(String.init) ?? ""
            for bag in ["Utils", "Utilities", "Helpers", "Common", "Types"] {
                #expect(!name.hasPrefix(bag + "."), "\(file.path) is a bag")
            }
        }
    }
}
