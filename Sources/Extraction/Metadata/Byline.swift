/// Reads who wrote an article.
enum Byline {
    /// The name alone: without "By", addresses and links; nil for what is no name.
    static func clean(_ text: String) -> String? {
        var line = LineBuilder()
        line.append(Array(text.utf8.prefix(400))[...])
        // "한빛일보 | 모아뉴스": what follows a bar is the site.
        let whole = line.finished()
        let name = whole.prefix { $0 != UInt8(ascii: "|") }
        var words = String(decoding: name, as: UTF8.self).split(separator: " ").filter {
            !$0.utf8.contains(UInt8(ascii: "@"))
        }
        if let first = words.first, ["by", "by:", "written", "글"].contains(first.lowercased()), words.count > 1 {
            words.removeFirst()
            if words.first?.lowercased() == "by", words.count > 1 { words.removeFirst() }
        }
        let trimmed = String(decoding: Array(words.joined(separator: " ").utf8)[...].strippingSigns, as: UTF8.self)
        guard trimmed.utf8.count >= 2, trimmed.utf8.count <= 160, !trimmed.utf8.elementsEqual("null".utf8) else {
            return nil
        }
        return trimmed
    }

    /// The reporter named at the head of a Korean article ("[더팩트|최문정 기자]", "(서울=연합뉴스) 김하나 기자 =") or in a
    /// line of its own ("김하나 기자 hana@example.kr"), with the role: "최문정 기자".
    static func korean(in line: ArraySlice<UInt8>) -> String? {
        guard let role = roles.first(where: { ByteSearch.contains(line.prefix(160), $0) }),
            let end = ByteSearch.first(of: role, in: line.prefix(160))
        else { return nil }
        var start = end
        // Two to four syllables of three bytes, right before the role.
        while start - 3 >= line.startIndex, isHangul(line[start - 3]), end - start < 12 { start -= 3 }
        guard end - start >= 6 else { return nil }
        return String(decoding: line[start..<end + role.count], as: UTF8.self)
    }

    private static func isHangul(_ byte: UInt8) -> Bool {
        byte >= 0xEA && byte <= 0xED
    }

    private static let roles = [" 기자", " 특파원", " 선임기자", " 논설위원", " 전문기자", " 인턴기자", " 객원기자", " 통신원"].map {
        Array($0.utf8)
    }
}

extension ArraySlice<UInt8> {
    /// Without blanks, brackets, bars and commas at both ends.
    var strippingSigns: ArraySlice<UInt8> {
        let signs = Array(" |,;:/[]()<>=-·".utf8.filter { $0 < 0x80 })
        var start = startIndex
        var end = endIndex
        while start < end, signs.contains(self[start]) { start += 1 }
        while end > start, signs.contains(self[end - 1]) { end -= 1 }
        return self[start..<end]
    }
}
