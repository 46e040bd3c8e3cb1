import Foundation
import StrictYAML

/// Why a text is no matcher, in words that follow the file and line.
struct MatcherError: Error {
    let message: String
}

/// Reads `FIELD OPERATOR VALUE` in one pass over the text.
struct MatcherParser {
    let place: MatcherPlace
    /// Types that the lexicon knows; empty where they are not known.
    let eventTypes: Set<String>
    private static let longest = 1000

    func parse(_ text: String) throws(MatcherError) -> Matcher {
        guard text.utf8.count <= Self.longest else {
            throw MatcherError(message: "is longer than \(Self.longest) bytes")
        }
        // A Mac writes Hangul in pieces; the articles hold it whole.
        let trimmed = text.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespaces)
        let name = trimmed.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
        let field = try field(String(name))
        let afterName = trimmed.dropFirst(name.count).drop { $0 == " " }
        let operation = try operation(at: afterName, of: field, in: trimmed)
        let value = afterName.dropFirst(operation.rawValue.count).trimmingCharacters(in: .whitespaces)
        guard !value.isEmpty else {
            throw MatcherError(message: "\"\(trimmed)\" has no value after \(operation.rawValue)")
        }
        return try matcher(field, operation, value, trimmed)
    }

    private func field(_ name: String) throws(MatcherError) -> LabelField {
        let names = LabelField.names(in: place)
        if let field = LabelField(rawValue: name) {
            if field.isKnown(in: place) { return field }
            let where_ = place == .rule ? "routes and silences" : "rules"
            throw MatcherError(
                message: "\"\(name)\" is known only in \(where_); valid names: \(names.joined(separator: ", "))")
        }
        let meant = NearestName.of(name, among: names).map { " (did you mean \"\($0)\"?)" } ?? ""
        throw MatcherError(message: "unknown name \"\(name)\"\(meant); valid names: \(names.joined(separator: ", "))")
    }

    private func operation(
        at text: Substring, of field: LabelField, in whole: String
    ) throws(MatcherError) -> Matcher.Operation {
        // Longest first, so that `<=` is not read as `<`.
        let candidates = Matcher.Operation.allCases.sorted { $0.rawValue.count > $1.rawValue.count }
        guard let operation = candidates.first(where: { text.hasPrefix($0.rawValue) }) else {
            throw MatcherError(message: "\"\(whole)\" has no operator; valid ones: \(Self.list(allowed(for: field)))")
        }
        guard allowed(for: field).contains(operation) else {
            throw MatcherError(
                message:
                    "\(field.rawValue) cannot be tested with \(operation.rawValue); valid: \(Self.list(allowed(for: field)))"
            )
        }
        return operation
    }

    private func allowed(for field: LabelField) -> [Matcher.Operation] {
        switch field.kind {
        case .number: [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual]
        case .word: [.equal, .notEqual, .among]
        case .text: [.equal, .notEqual, .among, .contains]
        }
    }

    private static func list(_ operations: [Matcher.Operation]) -> String {
        operations.map(\.rawValue).joined(separator: ", ")
    }

    private func matcher(
        _ field: LabelField, _ operation: Matcher.Operation, _ value: String, _ whole: String
    ) throws(MatcherError) -> Matcher {
        if case .number(let range) = field.kind {
            guard let number = Double(value), number.isFinite, range.contains(number) else {
                let (least, most) = (Self.short(range.lowerBound), Self.short(range.upperBound))
                throw MatcherError(message: "\(field.rawValue) is a number from \(least) to \(most), not \"\(value)\"")
            }
            return Matcher(field: field, operation: operation, values: [], number: number, description: whole)
        }
        let texts = operation == .among ? try list(value, in: whole) : [Self.unquoted(value)]
        for text in texts { try check(text, of: field) }
        let values = texts.map { MatcherText($0, allowsPrefix: field == .type) }
        return Matcher(field: field, operation: operation, values: values, number: 0, description: whole)
    }

    private func list(_ value: String, in whole: String) throws(MatcherError) -> [String] {
        guard value.hasPrefix("["), value.hasSuffix("]") else {
            throw MatcherError(message: "\"\(whole)\" needs a list after in, such as [one, two]")
        }
        let items = value.dropFirst().dropLast().split(separator: ",").map {
            Self.unquoted($0.trimmingCharacters(in: .whitespaces))
        }
        guard !items.isEmpty, items.allSatisfy({ !$0.isEmpty }) else {
            throw MatcherError(message: "\"\(whole)\" has an empty place in its list")
        }
        return items
    }

    private func check(_ text: String, of field: LabelField) throws(MatcherError) {
        if case .word(let words) = field.kind, !words.contains(text) {
            let meant = NearestName.of(text, among: words).map { " (did you mean \"\($0)\"?)" } ?? ""
            throw MatcherError(
                message: "unknown \(field.rawValue) \"\(text)\"\(meant); valid names: \(words.joined(separator: ", "))")
        }
        guard field == .type else { return }
        guard text.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || "._*".utf8.contains($0) }),
            text.contains("."), !text.dropLast(text.hasSuffix(".*") ? 1 : 0).contains("*")
        else { throw MatcherError(message: "\"\(text)\" is no event type, such as legal.verdict or legal.*") }
        let wanted = MatcherText(text, allowsPrefix: true)
        if !eventTypes.isEmpty, !eventTypes.contains(where: { wanted.equals($0) }) {
            let meant = NearestName.of(text, among: eventTypes.sorted()).map { " (did you mean \"\($0)\"?)" } ?? ""
            throw MatcherError(message: "the lexicon has no event type \"\(text)\"\(meant)")
        }
    }

    private static func unquoted(_ text: String) -> String {
        for quote in ["\"", "'"] where text.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote) {
            return String(text.dropFirst().dropLast())
        }
        return text
    }

    private static func short(_ number: Double) -> String {
        String(Int(number))
    }
}

extension MappingReader {
    /// The `matchers` list of a rule, a route or a silence; what cannot be read is noted as a problem.
    func matchers(_ key: String, with parser: MatcherParser) -> [Matcher] {
        var found: [Matcher] = []
        for text in locatedStrings(key) {
            do throws(MatcherError) {
                let matcher = try parser.parse(text.value)
                if found.contains(matcher) { problem(at: text.location, "\"\(matcher)\" is there twice") }
                found.append(matcher)
            } catch {
                problem(at: text.location, error.message)
            }
        }
        return found
    }
}
