import Foundation
import StrictJSON
import TestSupport
import Testing

@Suite("Agreement with Foundation's reader")
struct AgreementTests {
    /// Writes a random valid document, in every spelling that the grammar allows.
    private struct Writer {
        var random: SplitMix
        var text = ""

        mutating func pick(_ choices: [String]) -> String { choices[Int(random.next() % UInt64(choices.count))] }

        mutating func space() { text += pick(["", "", "", " ", "\t", "\n", "\r\n"]) }

        mutating func value(_ depth: Int) {
            space()
            switch random.next() % (depth > 5 ? 4 : 6) {
            case 0: text += pick(["null", "true", "false"])
            case 1: text += pick(["0", "-0", "7", "-12", "3.25", "1e3", "1E-2", "0.5e+1", "123456789"])
            case 2, 3: string(pick(["id", "a", ""]))
            case 4: list("[", "]", depth) { $0.value(depth + 1) }
            default:
                var number = 0
                list("{", "}", depth) { writer in
                    // Names differ: Foundation and we choose differently among equal ones.
                    number += 1
                    writer.space()
                    writer.string("k\(number)")
                    writer.space()
                    writer.text += ":"
                    writer.value(depth + 1)
                }
            }
            space()
        }

        mutating func list(_ open: String, _ close: String, _ depth: Int, _ item: (inout Writer) -> Void) {
            text += open
            let count = Int(random.next() % 4)
            for index in 0..<count {
                if index > 0 { text += "," }
                item(&self)
            }
            if count == 0 { space() }
            text += close
        }

        mutating func string(_ start: String) {
            text += "\"" + start
            for _ in 0..<random.next() % 6 {
                text += pick([
                    "a", "한", "é", "😀", "\\n", "\\\"", "\\\\", "\\/", "\\u0041", "\\ud55c", "\\ud83d\\ude00", "\u{7F}",
                    "'",
                    "}", "[", "\u{2028}", "\\u001f",
                ])
            }
            text += "\""
        }
    }

    private func document(_ seed: UInt64) -> [UInt8] {
        var writer = Writer(random: SplitMix(seed: seed))
        writer.value(0)
        return Array(writer.text.utf8)
    }

    private func foundation(_ bytes: [UInt8]) -> Any? {
        try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
    }

    @Test("random valid documents are read, and their strings are the same", arguments: 0..<400)
    func valid(_ seed: Int) throws {
        let bytes = document(UInt64(seed))
        let element = try JSONText.element(of: bytes)
        let value = try #require(foundation(bytes), "Foundation refuses \(String(decoding: bytes, as: UTF8.self))")
        switch element.kind {
        case .string: #expect(element.string(in: bytes) == value as? String)
        case .object:
            let object = try #require(value as? [String: Any])
            for (name, member) in object {
                let found = try #require(try JSONMembers([name]).read(bytes)?.first ?? nil)
                #expect(found.string(in: bytes) == member as? String)
            }
        case .array: #expect(value is [Any])
        case .null: #expect(value is NSNull)
        case .number, .bool: #expect(value is NSNumber)
        }
    }

    @Test("mutated documents never trap, and what is read is JSON to Foundation too", arguments: 0..<400)
    func mutated(_ seed: Int) {
        var random = SplitMix(seed: 0xBEEF + UInt64(seed))
        var bytes = document(UInt64(seed))
        for _ in 0...random.next() % 3 where !bytes.isEmpty {
            let place = Int(random.next() % UInt64(bytes.count))
            switch random.next() % 4 {
            case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(Array("\"\\,{}[]:0-.eu\u{1}".utf8)[Int(random.next() % 14)], at: place)
            default: bytes.removeSubrange(place...)
            }
        }
        guard (try? JSONText.element(of: bytes)) != nil else { return }
        // Foundation refuses half a surrogate pair, which the grammar allows.
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        if text.contains("\\ud") { return }
        #expect(foundation(bytes) != nil, "\(String(decoding: bytes, as: UTF8.self))")
    }
}
