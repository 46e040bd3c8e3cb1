/// The marks by which publishers say in a title that a text corrects an earlier one.
enum CorrectionMark {
    /// The title without its mark; nil for a title that has none.
    static func removed(from title: String) -> String? {
        guard title.utf8.count <= longestTitle else { return nil }
        let bytes = Array(title.utf8)
        let lower = bytes.map(lowered)
        let start = lower.firstIndex { $0 > 0x20 } ?? 0
        for mark in leading where lower[start...].starts(with: mark) {
            return String(decoding: bytes[(start + mark.count)...], as: UTF8.self)
        }
        for mark in bracketed {
            guard let place = firstPlace(of: mark, in: lower) else { continue }
            return String(decoding: bytes[..<place] + bytes[(place + mark.count)...], as: UTF8.self)
        }
        return nil
    }

    /// Bytes of a title that is looked through; a longer one is no title.
    private static let longestTitle = 2000

    /// Count at the start only: the words may stand in any sentence.
    private static let leading = [
        "correction:", "corrected:", "correcting:", "correction -", "correction--", "corrected-", "corrected -",
        "refile-corrected-", "정정:", "정정보도:", "정정 보도:", "바로잡습니다:",
    ].map { Array($0.utf8) }

    /// Count anywhere: Korean disclosures have the company's name before the mark.
    private static let bracketed = [
        "[기재정정]", "[첨부정정]", "[정정]", "(정정)", "<정정>", "[정정보도]", "(정정보도)", "[바로잡습니다]", "[correction]",
        "(correction)", "[corrected]", "(corrected)",
    ].map { Array($0.utf8) }

    private static func firstPlace(of mark: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= mark.count else { return nil }
        return (0...(bytes.count - mark.count)).first { bytes[$0...].starts(with: mark) }
    }
}
