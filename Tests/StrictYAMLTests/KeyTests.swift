import StrictYAML
import Testing

struct KeyTests {
    @Test func unknownKeysNameTheValidOnes() {
        let found = problems("recever: a\nzzz: 1\ngroup_by: []\n") { reader in
            _ = reader.optionalString("receiver")
            _ = reader.strings("group_by")
        }
        #expect(
            found == [
                "a.yaml:1: unknown key \"recever\" (did you mean \"receiver\"?); valid names: receiver, group_by",
                "a.yaml:2: unknown key \"zzz\"; valid names: receiver, group_by",
            ])
    }

    @Test func missingKeys() {
        let found = problems("list:\n  - a: 1\n  - b: 2\nmap:\n  x: 1\n") { reader in
            _ = reader.string("name")
            _ = reader.mappings("list") { item in
                _ = item.optionalString("b")
                _ = item.integer("a", in: 0...9)
            }
            _ = reader.requiredMapping("map") { $0.requiredOneOf("x", Direction.self) }
            _ = reader.requiredMapping("other") { _ in }
        }
        #expect(
            found == [
                "a.yaml:1: missing key \"name\"",
                "a.yaml:1: missing key \"other\"",
                "a.yaml:3: list[2]: missing key \"a\"",
                "a.yaml:5: map.x: unknown value \"1\"; valid names: up, down",
            ])
    }

    @Test func allRepeatedKeysAreFoundAtOnce() {
        let text = """
            a: 1
            b: {x: 1, y: 2, x: 3}
            # a comment
            "a": 2
            list:
              - name: one
                other: two

                name: three
            a : 4
            """
        let found = problems(text) { reader in
            _ = reader.string("a")
            _ = reader.mapping("b") { ($0.string("x"), $0.string("y")) }
            _ = reader.mappings("list") { ($0.string("name"), $0.string("other")) }
        }
        #expect(
            found == [
                "a.yaml:2: key \"x\" is repeated (first in line 2)",
                "a.yaml:4: key \"a\" is repeated (first in line 1)",
                "a.yaml:9: key \"name\" is repeated (first in line 6)",
                "a.yaml:10: key \"a\" is repeated (first in line 1)",
            ])
    }

    @Test func equalKeysOfDifferentMappingsAreNotRepeated() throws {
        let text = "a:\n  name: 1\nb:\n  name: 2\nc:\n  - name: 3\n  - name: 4\n"
        let names = try value(text) { reader in
            [reader.mapping("a") { $0.string("name") }, reader.mapping("b") { $0.string("name") }].compactMap { $0 }
                + reader.mappings("c") { $0.string("name") }
        }
        #expect(names == ["1", "2", "3", "4"])
    }

    @Test func aRepeatedKeyBeyondTheLimitStillFails() {
        let text = String(repeating: "a: 1\n", count: 200)
        let found = problems(text) { _ = $0.string("a") }
        #expect(found == ["a.yaml:1: key \"a\" is repeated"])
    }

    @Test func locationsAndOwnProblems() {
        let found = problems("outer:\n  inner:\n    - one\n    - two\n") { reader in
            _ = reader.mapping("outer") { outer in
                let items = outer.locatedStrings("inner")
                #expect(items.map(\.location.line) == [3, 4])
                #expect(items.map(\.location.keyPath) == ["outer.inner[1]", "outer.inner[2]"])
                #expect(outer.location(of: "inner") == YAMLLocation(file: "a.yaml", line: 2, keyPath: "outer.inner"))
                #expect(outer.keys == ["inner"])
                if let last = items.last { outer.problem(at: last.location, "is not wanted") }
                outer.problem("inner", "is too short")
                outer.problem("is odd")
            }
        }
        #expect(
            found == [
                "a.yaml:2: outer.inner: is too short",
                "a.yaml:2: outer: is odd",
                "a.yaml:4: outer.inner[2]: is not wanted",
            ])
    }

    @Test func containersOfTheWrongKind() {
        let text = "list: one\nmap: [a]\nitems:\n  - just text\n  - [a]\nwords:\n  - a\n  - {b: 1}\n  -\nempty:\n"
        let found = problems(text) { reader in
            _ = reader.strings("list")
            _ = reader.mapping("map") { _ in }
            _ = reader.mappings("items") { _ in }
            _ = reader.strings("words")
            #expect(reader.strings("empty").isEmpty)
        }
        #expect(
            found == [
                "a.yaml:1: list: must be a list of texts, such as [one, two], not \"one\"",
                "a.yaml:2: map: must be a mapping (keys and values), not a list",
                "a.yaml:4: items[1]: must be a mapping (keys and values), not \"just text\"",
                "a.yaml:5: items[2]: must be a mapping (keys and values), not a list",
                "a.yaml:8: words[2]: must be a text, not a mapping",
                "a.yaml:9: words[3]: must not be empty",
            ])
    }

    @Test(arguments: [
        ("severty", "severity"), ("SEVERITY", "severity"), ("sevreity", "severity"), ("x", nil),
        ("relevant", "relevance"), ("relative", nil), ("", nil),
    ])
    func nearestName(name: String, expected: String?) {
        #expect(NearestName.of(name, among: ["severity", "relevance", "a"]) == expected)
    }
}

private enum Direction: String, CaseIterable {
    case up, down
}
