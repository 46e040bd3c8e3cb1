import Foundation
import NewsModel

/// A piece of text that is repeated until it fills a megabyte.
struct HostileText {
    let name: String
    let language: Language
    let piece: String

    func repeated(bytes: Int) -> String {
        String(repeating: piece, count: max(1, bytes / max(1, piece.utf8.count)))
    }

    /// Terms of each lexicon file, each as words in one sentence and as sentences of their own, and texts that no
    /// lexicon knows.
    static func all(_ lexicons: String) -> [HostileText] {
        var texts: [HostileText] = []
        for (folder, language) in [
            ("ko", Language.korean), ("en", .english), ("companies", .korean), ("companies", .english),
        ] {
            let path = lexicons + "/" + folder
            for file in (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] {
                guard let content = try? String(contentsOfFile: path + "/" + file, encoding: .utf8) else { continue }
                let terms = LexiconTerms.sample(of: content, isCompanies: folder == "companies")
                let label = "\(folder)/\(file) \(language.rawValue)"
                for term in terms + [terms.joined(separator: " ")] {
                    let short = term.prefix(40)
                    texts.append(HostileText(name: "\(label): \(short)", language: language, piece: term + " "))
                    texts.append(HostileText(name: "\(label): \(short).", language: language, piece: term + ". "))
                }
            }
        }
        return texts + plain
    }

    private static let plain: [HostileText] = [
        "a", " ", "\n", ".", ",", "?", "\"", "' ", "5 ", "5% ", "+5% ", "EUR 5 mn ", "5억 ", "1,234.5 ", "from 5 to 6 ",
        "(035720) ", "$NVDA ", "NASDAQ: NVDA ", "삼성전자 ", "삼성전자·", "\"삼성전자\" ", "Apple ", "Alpha Beta ", "Alpha. ",
        "A-", "a&b ", "U.S. ", "美", "美中 ", "가", "가 ", "가가가가가가가 ", "が", "é", "\u{0301}", "→ ", "…", "😀", "정신아 대표 ",
        "새 대표에 정신아 내정 ", "Tim Cook CEO appointed ", "profit not rise but fell ", "영업이익 28% 급감했지만 ",
        "하지만 ", "but ", "not ", "Apple sues Samsung ", "삼성전자, SK하이닉스에 매각 ",
    ].flatMap { piece in
        [Language.korean, .english].map {
            HostileText(name: "plain \($0.rawValue): \(piece)", language: $0, piece: piece)
        }
    }
}

/// Takes terms out of the text of a lexicon file and writes them as a text would.
enum LexiconTerms {
    /// The first line after each section head, and lines at even distances.
    static func sample(of content: String, isCompanies: Bool) -> [String] {
        let lines = content.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty && !$0.hasPrefix("#") }
        var chosen = stride(from: 0, to: lines.count, by: max(1, lines.count / 8)).map { lines[$0] }
        for (head, line) in zip(lines, lines.dropFirst()) where head.hasPrefix("[") { chosen.append(line) }
        return chosen.filter { !$0.hasPrefix("[") && !$0.hasPrefix("@") }.compactMap { line in
            let fields = line.components(separatedBy: "|")
            let field = isCompanies && fields.count > 1 && fields[0].contains(":") ? fields[1] : fields[0]
            let text = plain(field)
            return text.isEmpty ? nil : text
        }
    }

    /// A term without marks and braces: the first of its alternatives.
    private static func plain(_ term: String) -> String {
        var text = ""
        var depth = 0
        var isSkipping = false
        for character in term {
            switch character {
            case "(": depth += 1
            case ")": depth -= 1
            case "{": isSkipping = false
            case "}": isSkipping = false
            case "," where !isSkipping && depth == 0: isSkipping = true
            case "~", "@": break
            default: if depth == 0, !isSkipping { text.append(character) }
            }
        }
        let words = text.split(separator: " ").map { word -> String in
            switch word {
            case "..", "&": ""
            case "<company>", "<rater>": "삼성전자"
            case "<person>": "정신아 대표"
            case "<number>": "5"
            case "<percent>": "5%"
            case "<money>": "5억원"
            default: word.split(separator: "/").first.map(String.init) ?? ""
            }
        }
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
