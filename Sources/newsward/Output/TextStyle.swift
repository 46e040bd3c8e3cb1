import NewsModel

/// Colours and columns of text output.
struct TextStyle {
    let usesColor: Bool

    func bold(_ text: String) -> String { wrap(text, "1") }
    func faint(_ text: String) -> String { wrap(text, "2") }

    /// `-0.42 negative`, red or green.
    func feeling(_ sentiment: Sentiment) -> String {
        let text =
            "\(Self.sign(sentiment.score))\(ReportPrinter.decimals(sentiment.score)) \(sentiment.sentimentClass.rawValue)"
        switch sentiment.sentimentClass {
        case .positive: return wrap(text, "32")
        case .negative: return wrap(text, "31")
        case .neutral: return text
        }
    }

    func signed(_ weight: Double) -> String {
        wrap("\(Self.sign(weight))\(ReportPrinter.decimals(weight))", weight < 0 ? "31" : "32")
    }

    func severity(_ value: Int) -> String {
        value >= 70 ? wrap("\(value)", "31;1") : value >= 40 ? wrap("\(value)", "33") : "\(value)"
    }

    private func wrap(_ text: String, _ code: String) -> String {
        usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    private static func sign(_ value: Double) -> String {
        value < -0.004 ? "-" : value > 0.004 ? "+" : " "
    }

    /// Text filled with spaces to a width in terminal columns; Hangul takes two.
    static func padded(_ text: String, to width: Int) -> String {
        let clean = oneLine(text)
        let columns = clean.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
        return clean + String(repeating: " ", count: max(0, width - columns))
    }

    /// Text that can neither break the line nor drive the terminal.
    static func oneLine(_ text: String) -> String {
        StderrLogHandler.oneLine(text)
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF:
            true
        default: false
        }
    }
}
