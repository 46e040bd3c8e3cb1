import NewsModel

/// The places where a Korean headline says who speaks in it: `...-키움증권`, `[NH투자증권]`, `DS證 "..."`.
struct SignaturePlace {
    private let title: TextAnalysis
    private let bytes: [UInt8]

    /// - Parameter title: a headline; other fields are never signed.
    init(_ title: TextAnalysis) {
        self.title = title
        bytes = title.text.bytes
    }

    /// Behind a dash at the end of the headline: anybody may stand there.
    func follows(dash start: Int32, lastWord: Int32) -> Bool {
        ends(lastWord) && (byte(start - 1) == Self.dash || (byte(start - 1) == 0x20 && byte(start - 2) == Self.dash))
    }

    /// In brackets at the end of the headline.
    func isBracketed(start: Int32, lastWord: Int32) -> Bool {
        ends(lastWord) && (byte(start - 1) == UInt8(ascii: "[") || byte(start - 1) == UInt8(ascii: "("))
    }

    /// Before what it says.
    func precedesQuote(end: Int32) -> Bool {
        byte(end) == Self.quote || (byte(end) == 0x20 && byte(end + 1) == Self.quote)
    }

    private static let dash = UInt8(ascii: "-")
    private static let quote = UInt8(ascii: "\"")

    private func ends(_ lastWord: Int32) -> Bool {
        title.field == .title && Int(lastWord) == title.words.count - 1
    }

    private func byte(_ at: Int32) -> UInt8? {
        bytes.indices.contains(Int(at)) ? bytes[Int(at)] : nil
    }
}
