/// Judges single lines of a page.
enum FurnitureLine {
    /// What kind of furniture a line is, or nil for article text.
    static func kind(of line: [UInt8], weight: Int) -> FurnitureKind? {
        guard weight <= 400 else { return nil }
        let bare = lowered(line)[...].trimmed
        if bare.isEmpty { return .control }
        // Sentences only fall to captions and appeals that say so at their ends or starts.
        for table in FurnitureRules.tables where weight <= table.maximumWeight {
            if matches(table, bare, weight: weight) { return table.kind }
        }
        if isContact(bare, weight: weight) { return .contact }
        if isDateLine(bare, weight: weight) { return .dateLine }
        if isCreditLine(bare, weight: weight) || isProvidedPicture(bare, weight: weight)
            || isMarkedCaption(bare, weight: weight)
        {
            return .caption
        }
        if weight <= 40, isReporterName(bare) { return .byline }
        if weight <= 160, !endsSentence(bare),
            FurnitureRules.bulletsOfAppeals.contains(where: { ByteSearch.hasPrefix(bare, $0) }),
            holdsLink(bare)
        {
            return .appeal
        }
        return nil
    }

    private static func matches(_ table: FurnitureRules.Table, _ line: ArraySlice<UInt8>, weight: Int) -> Bool {
        switch table.place {
        case .anywhere:
            table.patterns.contains { ByteSearch.contains(line, $0) }
                && !(table.kind != .caption && isReport(line, weight))
        case .start:
            table.patterns.contains { ByteSearch.hasPrefix(line, $0) }
                && !(weight > 80 && endsSentence(line) && table.kind == .dateLine)
        case .end: table.patterns.contains { ByteSearch.hasSuffix(line, $0) }
        case .whole: wholeMatches(table.patterns, line)
        }
    }

    /// A sentence of a report, which ends in "다." where a call to readers ends in "니다.": it may speak of a subscription.
    private static func isReport(_ line: ArraySlice<UInt8>, _ weight: Int) -> Bool {
        weight > 50 && ByteSearch.hasSuffix(line, reportEnd) && !ByteSearch.hasSuffix(line, politeEnd)
    }

    private static let reportEnd = Array("다.".utf8)
    private static let politeEnd = Array("니다.".utf8)

    /// A whole line, brackets and marks around it left out.
    private static func wholeMatches(_ patterns: [[UInt8]], _ line: ArraySlice<UInt8>) -> Bool {
        let core = line.strippingMarks
        return !core.isEmpty && patterns.contains { $0.count == core.count && core.elementsEqual($0) }
    }

    /// True for a line that ends as a sentence does: in Korean "다.", in any language a full stop, question or quotation mark.
    static func endsSentence(_ line: ArraySlice<UInt8>) -> Bool {
        var end = line.endIndex
        while end > line.startIndex, [0x20, 0x22, 0x27, 0x29, 0x5D].contains(line[end - 1]) { end -= 1 }
        let closing: [[UInt8]] = [[0xE2, 0x80, 0x9D], [0xE2, 0x80, 0x99]]
        while closing.contains(where: { ByteSearch.hasSuffix(line[line.startIndex..<end], $0) }) { end -= 3 }
        guard end > line.startIndex else { return false }
        if line[end - 1] == UInt8(ascii: ".") || line[end - 1] == UInt8(ascii: "?")
            || line[end - 1] == UInt8(ascii: "!")
        {
            return true
        }
        return ByteSearch.hasSuffix(line[line.startIndex..<end], [0xE2, 0x80, 0xA6])
    }

    /// An e-mail address with little else around it.
    private static func isContact(_ line: ArraySlice<UInt8>, weight: Int) -> Bool {
        guard weight <= 90, let at = line.firstIndex(of: UInt8(ascii: "@")), at > line.startIndex,
            at + 1 < line.endIndex,
            isAddressByte(line[at - 1]), isAddressByte(line[at + 1])
        else { return false }
        var start = at
        while start > line.startIndex, isAddressByte(line[start - 1]) { start -= 1 }
        var end = at + 1
        while end < line.endIndex, isAddressByte(line[end]) { end += 1 }
        let rest = TextWeight.of(line[line.startIndex..<start]) + TextWeight.of(line[end...])
        return line[at..<end].contains(UInt8(ascii: ".")) && rest <= 45 && !(endsSentence(line) && rest > 20)
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
    }

    /// "경제 | 2024-04-16 13:50": a date with little else around it.
    private static func isDateLine(_ line: ArraySlice<UInt8>, weight: Int) -> Bool {
        guard weight <= 60, !endsSentence(line) else { return false }
        let digits = line.count { ASCII.isDigit($0) }
        return digits >= 6 && digits * 3 >= weight - 18
            && PageDate.timestamp(in: String(decoding: line, as: UTF8.self), defaultOffset: 0) != nil
    }

    /// "… 나서고 있다. /이동률 기자", "… 전경. /더미전자": a sentence and then a slash with a name.
    private static func isCreditLine(_ line: ArraySlice<UInt8>, weight: Int) -> Bool {
        guard weight <= 260, let slash = line.lastIndex(of: UInt8(ascii: "/")), slash > line.startIndex + 6 else {
            return false
        }
        let name = line[(slash + 1)...].trimmed
        guard !name.isEmpty, name.count <= 40, TextWeight.of(name) <= 30, !endsSentence(name) else { return false }
        if name.contains(where: { ASCII.isDigit($0) }) { return false }
        let before = line[line.startIndex..<slash]
        if endsSentence(before.trimmed) { return true }
        return roles.contains { ByteSearch.hasSuffix(name, $0) }
    }

    /// "… 시험 주행을 하고 있다. 누리모빌리티 제공": a sentence and then who gave the picture.
    private static func isProvidedPicture(_ line: ArraySlice<UInt8>, weight: Int) -> Bool {
        guard weight <= 260, providers.contains(where: { ByteSearch.hasSuffix(line, $0) }),
            let stop = line.lastIndex(of: UInt8(ascii: "."))
        else { return false }
        return TextWeight.of(line[stop...]) <= 44
    }

    private static let providers = [" 제공", " 캡처", " 기자", "뉴스1", "뉴시스", "연합뉴스", " 갈무리", " 사진", " 그래픽"].map {
        Array($0.utf8)
    }

    /// "▲ 더미전자 본사 전경": the triangle also opens items of lists, so a word of captions must stand in the line.
    private static func isMarkedCaption(_ line: ArraySlice<UInt8>, weight: Int) -> Bool {
        weight <= 200 && captionMarks.contains { ByteSearch.hasPrefix(line, $0) }
            && captionWords.contains { ByteSearch.contains(line, $0) }
    }

    private static let captionMarks = ["▲", "△", "▼", "◆"].map { Array($0.utf8) }
    private static let captionWords = ["사진", "제공", "모습", "전경", "캡처", "조감도", "로고", "ⓒ"].map { Array($0.utf8) }

    private static let roles = ["기자", "특파원", "작가"].map { Array($0.utf8) }

    /// "최문정 기자", "산업부 김하나 기자", "By Jane Doe".
    private static func isReporterName(_ line: ArraySlice<UInt8>) -> Bool {
        let core = line.strippingMarks
        let blanks = core.count { $0 == 0x20 }
        if roles.contains(where: { ByteSearch.hasSuffix(core, $0) }), core.count <= 60, blanks <= 4 { return true }
        return ByteSearch.hasPrefix(core, Array("by ".utf8)) && core.count <= 40 && blanks <= 4
    }

    private static func holdsLink(_ line: ArraySlice<UInt8>) -> Bool {
        linkWords.contains { ByteSearch.contains(line, $0) } || ByteSearch.hasSuffix(line, Array("보기".utf8))
    }

    private static let linkWords = ["http", "www.", "구독", "클릭", "제보", "바로가기", "채널"].map { Array($0.utf8) }

    private static func lowered(_ line: [UInt8]) -> [UInt8] {
        line.map(ASCII.lower)
    }
}

extension ArraySlice<UInt8> {
    /// Without brackets, bullets, bars and blanks at both ends, so that "[인기기사]" is "인기기사".
    var strippingMarks: ArraySlice<UInt8> {
        var slice = self
        var changed = true
        while changed, !slice.isEmpty {
            changed = false
            for mark in Self.marks {
                if ByteSearch.hasPrefix(slice, mark) {
                    slice = slice.dropFirst(mark.count)
                    changed = true
                }
                if ByteSearch.hasSuffix(slice, mark) {
                    slice = slice.dropLast(mark.count)
                    changed = true
                }
            }
        }
        return slice
    }

    private static let marks = [
        " ", "[", "]", "<", ">", "(", ")", "|", "·", "•", "▶", "◀", "■", "□", "◆", "◇", "▷", "☞", "-", "*", "#", ":",
        "【", "】",
        "〈", "〉", "《", "》", "+", "▼", "▲", "●", "○",
    ].map { Array($0.utf8) }
}
