import NewsModel
import Testing

@testable import Scoring

@Suite("Cues that are written alike are found once")
struct MergedCuesTests {
    private static let files = [
        "en/events.txt": """
        @up = rise/v; climb/v
        [a.x] party=any
        {rise/v, grow/v} .. profit/n
        @up .. sales/n
        rise/n .. cost/n
        [b.y] party=any
        {rise/v, soar/v} .. profit/n
        """
    ]

    @Test("one hit where several sets hold a word, and all rules fire as before")
    func once() throws {
        let joined = try Fixture.lexicon(Self.files)
        var builder = LexiconBuilder(keepsEntries: true)
        builder.read(LexiconFiles(texts: Self.files))
        let single = CompiledLexicon(builder, hash: "")
        for title in [
            "Alder rises, profit too", "Alder rises sales", "a rise of cost", "Alder climbs sales", "it soars profit",
        ] {
            func hits(_ lexicon: CompiledLexicon) -> Int {
                TextAnalysis(title, field: .title, lexicon: lexicon, language: .english).cues.count
            }
            func events(_ lexicon: CompiledLexicon) -> [[String]] {
                ArticleScorer(lexicon: lexicon, engine: "t").score(Fixture.article(title), now: Fixture.now).events.map
                {
                    [$0.type.rawValue] + $0.evidence.map(\.rule)
                }
            }
            #expect(hits(joined) <= hits(single))
            #expect(events(joined) == events(single))
            #expect(!events(joined).isEmpty)
        }
        let title = "Alder rises, profit too"
        #expect(TextAnalysis(title, field: .title, lexicon: joined, language: .english).cues.count == 2)
        #expect(TextAnalysis(title, field: .title, lexicon: single, language: .english).cues.count > 2)
    }
}
