import StrictYAML
import Testing

private enum Colour: String, CaseIterable {
    case red, green, blue
}

struct ScalarTests {
    @Test func everyKindIsRead() throws {
        let text = """
            name: Newsward   # a comment
            quoted: "yes: # no"
            id: 005930
            port: 8080
            on: true
            wait: 90s
            colour: green
            block: |
              two
              &lines
            """
        try value(text) { reader in
            #expect(reader.string("name") == "Newsward")
            #expect(reader.string("quoted") == "yes: # no")
            #expect(reader.string("id") == "005930")
            #expect(reader.integer("port", in: 1...65535) == 8080)
            #expect(reader.bool("on", default: false))
            #expect(reader.duration("wait", default: 0) == 90)
            #expect(reader.oneOf("colour", default: Colour.red) == .green)
            #expect(reader.string("block") == "two\n&lines")
        }
    }

    @Test func missingKeysTakeTheirDefaults() throws {
        let found = try value("a: 1") { reader in
            (
                reader.integer("a", in: 0...9, default: 5), reader.integer("b", in: 0...9, default: 5),
                reader.optionalString("c"), reader.bool("d", default: true), reader.duration("e", default: 30),
                reader.oneOf("f", default: Colour.blue)
            )
        }
        #expect(found == (1, 5, nil, true, 30, .blue))
        let more = try value("a: x") { reader in
            _ = reader.string("a")
            return (
                reader.strings("g"), reader.optionalStrings("h"), reader.optionalOneOf("i", Colour.self),
                reader.optionalInteger("j", in: 0...1), reader.optionalDuration("k")
            )
        }
        #expect(more == ([], nil, nil, nil, nil))
    }

    @Test func illTypedValues() {
        let text = """
            port: high
            percent: 101
            quoted: "5"
            flag: yes
            wait: 5 minutes
            long: 3d
            colour: gren
            shade: pink
            text: [a]
            empty:
            nothing: ~
            count: {a: 1}
            when: soon
            """
        let found = problems(text) { reader in
            _ = reader.integer("port", in: 1...65535)
            _ = reader.integer("percent", in: 0...100, default: 0)
            _ = reader.integer("quoted", in: 0...9, default: 0)
            _ = reader.bool("flag", default: false)
            _ = reader.duration("wait", default: 0)
            _ = reader.duration("long", default: 0, in: 1...86_400)
            _ = reader.oneOf("colour", default: Colour.red)
            _ = reader.requiredOneOf("shade", Colour.self)
            _ = reader.string("text")
            _ = reader.string("empty")
            _ = reader.optionalString("nothing")
            _ = reader.integer("count", in: 0...9)
            _ = reader.parsed("when", "a moment such as 2026-11-25T09:00:00+09:00") { Int($0) }
        }
        #expect(
            found == [
                "a.yaml:1: port: must be a whole number from 1 to 65535, not \"high\"",
                "a.yaml:2: percent: must be a whole number from 0 to 100, not \"101\"",
                "a.yaml:3: quoted: must be a whole number from 0 to 9, without quotes",
                "a.yaml:4: flag: must be true or false, not \"yes\"",
                "a.yaml:5: wait: must be a duration such as 30s, 5m, 24h or 3d, not \"5 minutes\"",
                "a.yaml:6: long: must be a duration from 1s to 1d, not 3d",
                "a.yaml:7: colour: unknown value \"gren\" (did you mean \"green\"?); valid names: red, green, blue",
                "a.yaml:8: shade: unknown value \"pink\"; valid names: red, green, blue",
                "a.yaml:9: text: must be a text, not a list",
                "a.yaml:10: empty: must not be empty",
                "a.yaml:11: nothing: must not be empty",
                "a.yaml:12: count: must be a whole number from 0 to 9, not a mapping",
                "a.yaml:13: when: must be a moment such as 2026-11-25T09:00:00+09:00, not \"soon\"",
            ])
    }

    @Test func aLongValueIsCutInMessages() {
        let found = problems("n: " + String(repeating: "카", count: 100)) { _ = $0.integer("n", in: 0...1) }
        #expect(
            found == ["a.yaml:1: n: must be a whole number from 0 to 1, not \"\(String(repeating: "카", count: 59))…\""])
    }

    @Test(arguments: [
        ("30s", 30), ("5m", 300), ("24h", 86_400), ("3d", 259_200), ("0s", 0), ("10000d", 864_000_000),
    ])
    func durations(text: String, seconds: Int) {
        #expect(DurationText.seconds(text) == seconds)
    }

    @Test(arguments: ["", "5", "s", "-5s", "1.5h", "5 m", "5M", "10001d", "99999999999s", "٣s"])
    func notDurations(text: String) {
        #expect(DurationText.seconds(text) == nil)
    }

    @Test(arguments: [(0, "0s"), (90, "90s"), (300, "5m"), (7200, "2h"), (259_200, "3d")])
    func durationsAsText(seconds: Int, text: String) {
        #expect(DurationText.text(seconds: seconds) == text)
    }
}
