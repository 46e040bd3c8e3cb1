import Foundation
import StrictYAML
import Testing

struct RefusalTests {
    private func refusal(_ text: String) -> [String] {
        problems(text) { reader in
            for key in reader.keys { _ = reader.has(key) }
        }
    }

    @Test(arguments: [
        "a: &x 1", "a: *x", "a:\n  - &x b", "a: [b, &x c]", "--- &x\na: 1", "&x a: 1", "a: {b: *x}", "? &x a\n: b",
    ])
    func anchorsAndAliases(text: String) {
        let line = text.hasPrefix("a:\n") ? 2 : 1
        #expect(
            refusal(text) == [
                "a.yaml:\(line): anchors and aliases (& and *) are not read here; quote the value if it is text"
            ])
    }

    @Test(arguments: ["a: !!int 3", "a: !secret x", "a: [!x b]", "!x a: 1"])
    func tags(text: String) {
        #expect(refusal(text) == ["a.yaml:1: tags (!) are not read here; quote the value if it is text"])
    }

    @Test(arguments: [
        "a: R&D *bold* !important", "a: \"&x\"", "a: '*x'", "a: b # &x", "a: b & c", "a: |\n  &x\n  !y\nb: 1",
        "a: http://x/&y",
        "a: it's *fine*", "a: 'it''s &x'", "a: \"\\\" &x\"", "a: >-\n\n  &x\n", "a: x [&y]", "a-b: 1",
        "a: [b, 'c, &x']",
    ])
    func theSameSignsInsideTextAreFine(text: String) {
        #expect(refusal(text) == [])
    }

    @Test func structure() {
        #expect(refusal("%YAML 1.2\n---\na: 1") == ["a.yaml:1: directives such as %YAML are not read here"])
        #expect(refusal("---\na: 1\n") == [])
        #expect(refusal("a: 1\n---\nb: 2\n") == ["a.yaml:2: a second document (---) begins here; one file holds one"])
        #expect(refusal("a:\n  <<: {b: 1}\n") == ["a.yaml:2: merge keys (<<) are not read here"])
        #expect(refusal("a:\n  ? [b]\n  : c\n") == ["a.yaml:2: a key must be a word, not a list or a mapping"])
        #expect(refusal("a: 1\n\u{7}: 2\n") == ["a.yaml:2: holds the control character U+0007"])
        #expect(refusal("") == ["a.yaml: is empty"])
        #expect(refusal("# only a comment\n") == ["a.yaml: is empty"])
        #expect(refusal("- a\n- b\n") == ["a.yaml:1: must hold keys and values, such as \"key: value\""])
        #expect(refusal("\u{FEFF}a: 1\r\nb: 2\r\n") == [])
    }

    @Test func brokenSyntax() {
        #expect(refusal("a: b: c") == ["a.yaml:1: is not valid YAML: mapping values are not allowed in this context"])
        #expect(refusal("a:\n\t- b\n") == ["a.yaml:2: is not valid YAML: a tab in the indentation; use spaces"])
        #expect(refusal("a: \"b\nc: d\n").first?.hasPrefix("a.yaml:3: is not valid YAML: ") == true)
        #expect(refusal("a: [1, 2\nb: 3\n").first?.hasPrefix("a.yaml:2: is not valid YAML: ") == true)
    }

    @Test func depthAndSizeAreBounded() {
        let deepFlow = "a: " + String(repeating: "[", count: 200_000)
        #expect(refusal(deepFlow) == ["a.yaml:1: lists and mappings lie more than 32 deep in one another"])
        let deepBlock = "a:\n" + (1...400).map { String(repeating: " ", count: $0) + "b:\n" }.joined()
        #expect(refusal(deepBlock) == ["a.yaml:33: lists and mappings lie more than 32 deep in one another"])
        let deepList = "a:\n  " + String(repeating: "- ", count: 5000) + "b\n"
        #expect(refusal(deepList) == ["a.yaml:2: lists and mappings lie more than 32 deep in one another"])
        let large = "a: " + String(repeating: "x", count: YAMLFile.maximumBytes)
        #expect(refusal(large) == ["a.yaml: holds 4194307 bytes; at most 4194304 are read"])
    }

    /// Signs that open a quote or a block in the eyes of the scan, but not in those of the parser, hide no bomb.
    @Test(arguments: ["", "z: text\n  \"still text\n", "z:\n- a: |\n    b\n  c: d\n", "# comment\r", "z: 'a\n"])
    func aBombOfAliasesIsRefusedBeforeItIsParsed(prefix: String) {
        var text = prefix + "a0: &a0 [x]\n"
        for level in 1...30 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        text += "? *a30\n: x\n? *a30\n: y\n"
        #expect(refusal(text) == ["a.yaml: holds many anchors and aliases (& and *), which are not read here"])
    }

    @Test func blocksEndWhereTheirEntryEnds() {
        let anchors = "anchors and aliases (& and *) are not read here; quote the value if it is text"
        #expect(refusal("a:\n- b: |\n    &x\n  c: &y 1\n") == ["a.yaml:4: \(anchors)"])
        #expect(refusal("a:\n- |\n  &x\n- &y 1\n") == ["a.yaml:4: \(anchors)"])
        #expect(refusal("a:\n- - |\n    &x\n  - &y 1\n") == ["a.yaml:4: \(anchors)"])
        #expect(refusal("a:\n- - >\n    &x\n    *y\nb: 1\n") == [])
    }

    @Test func theNumberOfValuesIsBounded() {
        let text = "a: [" + String(repeating: "1,", count: 250_000) + "]"
        #expect(refusal(text) == ["a.yaml: holds more than 200000 values"])
    }

    @Test func filesThatCannotBeRead() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("strictyaml-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func read(_ file: String) -> String {
            do {
                return try YAMLFile.read(file: file) { $0.string("a") }
            } catch {
                return error.description.replacing(folder.path, with: "DIR")
            }
        }
        let file = folder.appendingPathComponent("a.yaml")
        #expect(read(file.path) == "DIR/a.yaml: there is no such file")
        #expect(read(folder.path) == "DIR: is not a regular file")
        try Data([0x61, 0x3A, 0x20, 0xFF]).write(to: file)
        #expect(read(file.path) == "DIR/a.yaml: is not UTF-8 text")
        try Data("a: 카카오".utf8).write(to: file)
        #expect(read(file.path) == "카카오")
        try FileManager.default.createSymbolicLink(
            at: folder.appendingPathComponent("link.yaml"), withDestinationURL: file)
        #expect(read(folder.appendingPathComponent("link.yaml").path) == "카카오")
        try Data(count: YAMLFile.maximumBytes + 1).write(to: file)
        #expect(read(file.path) == "DIR/a.yaml: holds 4194305 bytes; at most 4194304 are read")
    }

    @Test func problemsOfSeveralFilesKeepTheOrderOfTheFiles() {
        let errors = YAMLErrors([
            YAMLProblem(file: "b.yaml", line: 9, "later"),
            YAMLProblem(file: "a.yaml", line: 1, keyPath: "x.y", "other"),
            YAMLProblem(file: "b.yaml", line: 2, "earlier"), YAMLProblem(file: "b.yaml", line: 0, "whole"),
        ])
        #expect(errors.description == "b.yaml: whole\nb.yaml:2: earlier\nb.yaml:9: later\na.yaml:1: x.y: other")
    }
}
