import NewsModel

/// Takes the furniture out of an article's lines and keeps what it says about the article.
struct FurnitureFilter {
    private(set) var kept: [Line] = []
    /// The reporter, as the text names them.
    private(set) var byline: String?
    /// The first date line's moment.
    private(set) var date: Timestamp?
    /// How many lines were taken out.
    private(set) var dropped = 0

    /// - Parameters:
    ///   - title: lines equal to it are dropped.
    ///   - defaultOffset: the zone of date lines that name none, in seconds east of UTC.
    init(_ lines: [Line], title: String?, defaultOffset: Int) {
        let proseTotal = lines.reduce(0) { $0 + ($1.isProse ? $1.weight : 0) }
        let titleKey = title.map(TitleCleaner.normalized) ?? []
        var proseSeen = 0
        var inTail = false
        var seen: Set<[UInt8]> = []
        for (index, line) in lines.enumerated() {
            if line.isProse { proseSeen += line.weight }
            let kind = FurnitureLine.kind(of: line.bytes, weight: line.weight)
            note(kind, line, defaultOffset)
            if kind == .endMark, proseSeen * 10 >= proseTotal * 9, proseSeen > 0 {
                dropped += lines.count - index
                break
            }
            let isRepeat = line.weight <= 260 && !seen.insert(line.bytes).inserted
            let isTitle = line.weight < 300 && !titleKey.isEmpty && TitleCleaner.normalized(line.text) == titleKey
            if kind == .contact || kind == .copyright || kind == .appeal {
                inTail = inTail || proseSeen * 10 >= proseTotal * 9
            }
            if kind != nil || isRepeat || isTitle || inTail && !line.isProse {
                dropped += 1
            } else {
                kept.append(line)
            }
        }
        stripLead()
    }

    private mutating func note(_ kind: FurnitureKind?, _ line: Line, _ defaultOffset: Int) {
        switch kind {
        case .dateLine: date = date ?? PageDate.timestamp(in: line.text, defaultOffset: defaultOffset)
        case .byline, .contact: byline = byline ?? Byline.korean(in: line.bytes[...]) ?? english(line)
        default: break
        }
    }

    private func english(_ line: Line) -> String? {
        let lead = line.bytes.prefix(3).map(ASCII.lower)
        return lead.elementsEqual("by ".utf8) ? Byline.clean(line.text) : nil
    }

    /// Cuts "[더팩트|최문정 기자]" and "(서울=연합뉴스) 김하나 기자 =" from the first paragraphs, which is where the reporter stands.
    private mutating func stripLead() {
        for index in kept.indices.prefix(3) {
            guard let end = Self.leadEnd(kept[index].bytes) else { continue }
            byline = Byline.korean(in: kept[index].bytes[..<end]) ?? byline
            let rest = Array(kept[index].bytes[end...].trimmed)
            if rest.isEmpty { kept.remove(at: index) } else { kept[index] = Line(rest) }
            return
        }
    }

    /// The end of a reporter's tag at the head of a paragraph, or nil.
    static func leadEnd(_ bytes: [UInt8]) -> Int? {
        guard let first = bytes.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "("),
            let close = bytes.prefix(90).firstIndex(
                of: first == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ")"))
        else { return nil }
        let tag = bytes[...close]
        let names = reporterWords.contains { ByteSearch.contains(tag, $0) }
        if first == UInt8(ascii: "["), names { return close + 1 }
        let agency = tag.contains(UInt8(ascii: "="))
        // "(서울=연합뉴스) 김하나 기자 = 더미전자가 ..."
        let after = bytes[(close + 1)...].prefix(70)
        if agency || first == UInt8(ascii: "["), let sign = after.firstIndex(of: UInt8(ascii: "=")),
            reporterWords.contains(where: { ByteSearch.contains(after[..<sign], $0) })
        {
            return sign + 1
        }
        return agency && bytes.count > close + 1 && TextWeight.of(tag) <= 40 && !tag.contains(where: ASCII.isDigit)
            ? close + 1 : nil
    }

    private static let reporterWords = ["기자", "특파원"].map { Array($0.utf8) }
}
