import NewsModel
import TextMatching

/// Names whose first part stands in the name before them only: `한별생명·화재` is 한별생명 and 한별화재.
struct SharedNamePart {
    let lexicon: CompiledLexicon
    let analysis: TextAnalysis

    private static let dot: [UInt8] = [0xC2, 0xB7]
    /// A longer word is no part of a name.
    private static let longestWord = 60

    /// The companies that are named so, in the order of the text.
    func mentions() -> [CompanyMention] {
        guard analysis.text.hasHangul else { return [] }
        return analysis.names.indices.compactMap(mention(afterName:))
    }

    private func mention(afterName index: Int) -> CompanyMention? {
        let hit = analysis.names[index]
        let next = Int(hit.lastWord) + 1
        guard analysis.text.holds(Self.dot, at: Int(hit.end)), analysis.words.indices.contains(next) else { return nil }
        let word = analysis.words[next]
        guard Int(word.start) == Int(hit.end) + Self.dot.count, analysis.text.isHangul(at: Int(word.start)),
            Int(word.end - word.start) <= Self.longestWord
        else { return nil }
        if analysis.names.indices.contains(index + 1), analysis.names[index + 1].start < word.end { return nil }
        for part in sharedParts(of: hit).reversed() {
            guard let name = name(part, before: word) else { continue }
            let shift = word.start - Int32(part.count)
            let written = TermHit(
                payload: name.payload, start: word.start, end: name.end + shift, tailEnd: name.tailEnd + shift,
                firstWord: Int32(next), lastWord: Int32(next))
            return CompanyMention(
                of: Int(lexicon.names[Int(name.payload)].company), at: written, in: analysis)
        }
        return nil
    }

    /// The names that a name begins with, the shortest first: 한별 of 한별생명.
    private func sharedParts(of hit: TermHit) -> [ArraySlice<UInt8>] {
        lexicon.automaton.matches(in: analysis.text.bytes, from: Int(hit.start)).compactMap { match in
            let uses = Int(lexicon.useStart[match.pattern])..<Int(lexicon.useStart[match.pattern + 1])
            guard match.end < Int(hit.end), uses.contains(where: { lexicon.uses[$0].kind == .name }) else { return nil }
            return analysis.text.bytes[Int(hit.start)..<match.end]
        }
    }

    /// The name that a part and a word make together, particles after it left off.
    private func name(_ part: ArraySlice<UInt8>, before word: Word) -> TermHit? {
        // The normal form has small letters only, names in Latin ask for capitals.
        let capitals = part.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? $0 - 0x20 : $0 }
        let joined = capitals + analysis.text.bytes[Int(word.start)..<Int(word.end)]
        let reading = TextAnalysis(
            String(decoding: joined, as: UTF8.self), field: .title, lexicon: lexicon, language: .korean)
        guard let name = reading.names.first, name.start == 0, Int(name.end) > part.count,
            !lexicon.names[Int(name.payload)].isAmbiguous
        else { return nil }
        return name
    }
}
