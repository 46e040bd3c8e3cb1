/// The choice of a character set for some bytes, with what was odd about it.
struct CharsetChoice {
    let bytes: [UInt8]
    /// The set that was chosen.
    private(set) var charset = Charset.utf8
    /// The bytes of the byte order mark.
    private(set) var markLength = 0
    /// True where the bytes are known to be valid UTF-8.
    private(set) var isValidUTF8 = false
    private(set) var problems: [String] = []
    /// What decided.
    private(set) var reason = CharsetReason.validUTF8

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func choose(override: String?, contentType: String?, declaration: TextDecoder.Declaration) {
        if let mark = ByteOrderMark.find(in: bytes) {
            charset = mark.charset
            markLength = mark.length
            reason = .byteOrderMark
            isValidUTF8 = charset.method == .utf8 && UTF8Repair.isValid(bytes)
            return
        }
        if let override {
            if let wanted = Charset(label: override) {
                charset = wanted
                reason = .configured
                return
            }
            problems.append("the configured character set \"\(Self.shown(override))\" is not known")
        }
        if let wide = ByteOrderMark.guessWide(bytes) {
            charset = wide
            reason = .zeroBytes
            return
        }
        let server = contentType.flatMap(CharsetDeclaration.inContentType).flatMap { known($0, "the server's") }
        let document = declared(declaration).flatMap { known($0, "the document's") }
        chooseNarrow(server: server, document: document)
    }

    private mutating func chooseNarrow(server: Charset?, document: Charset?) {
        let declared = server ?? document
        isValidUTF8 = UTF8Repair.isValid(bytes)
        if isValidUTF8 {
            chooseUTF8(declared, by: server == nil ? .document : .server)
            return
        }
        guard let declared else {
            charset = guess()
            reason = .guessed
            return
        }
        charset = declared
        reason = server == nil ? .document : .server
        if declared.method == Charset.windows1252.method, !declared.holds(bytes) { charset = .windows1252 }
        if declared.method == .utf8 {
            reconsiderUTF8(document: document)
        } else if let server, server.method == Charset.windows1252.method, document == .korean,
            KoreanDecoding.looksKorean(bytes)
        {
            // Servers with a default of ISO-8859-1 are common, and no bytes ever fail to read as that.
            charset = .korean
            reason = .document
            problems.append("the server says \(server.name), but the document is euc-kr as it says itself")
        }
    }

    /// Valid UTF-8 wins over what is declared. ASCII alone is told as what is declared, because some sets
    /// (ISO-2022-JP) spell all they hold in ASCII.
    private mutating func chooseUTF8(_ declared: Charset?, by whose: CharsetReason) {
        guard let declared, declared.method != .utf8 else { return }
        if bytes.contains(where: { $0 >= 0x80 }) {
            problems.append("declared as \(declared.name), but the bytes are utf-8")
        } else {
            charset = declared
            reason = whose
        }
    }

    /// Bytes that are declared as UTF-8 and mostly are not.
    private mutating func reconsiderUTF8(document: Charset?) {
        let census = UTF8Repair.census(of: bytes)
        guard census.broken > census.wellFormed else { return }
        if let document, document.method != .utf8 {
            (charset, reason) = (document, .document)
        } else {
            (charset, reason) = (guess(), .guessed)
        }
        problems.append("declared as utf-8, but the bytes are \(charset.name)")
    }

    private func guess() -> Charset {
        let census = UTF8Repair.census(of: bytes)
        if census.wellFormed >= census.broken * 4 { return .utf8 }
        return KoreanDecoding.looksKorean(bytes) ? .korean : .windows1252
    }

    private func declared(_ declaration: TextDecoder.Declaration) -> String? {
        switch declaration {
        case .xml: CharsetDeclaration.inXML(bytes)
        case .html: CharsetDeclaration.inHTML(bytes)
        case .none: nil
        }
    }

    /// The set of a label; notes a label that is not known.
    private mutating func known(_ label: String, _ whose: String) -> Charset? {
        guard let found = Charset(label: label) else {
            problems.append("\(whose) character set \"\(Self.shown(label))\" is not known")
            return nil
        }
        // What could be read so far is one byte a character, so this cannot be true.
        return found.isWide ? nil : found
    }

    private static func shown(_ label: String) -> String {
        String(decoding: label.utf8.prefix(40), as: UTF8.self)
    }
}
