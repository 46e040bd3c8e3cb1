import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Scoring

@Suite("Lexicon cache")
struct LexiconCacheTests {
    private static let texts = [
        "한별전자 주가 급락, 검찰 횡령 혐의로 대표 기소", "Alder profit did not rise", "누리은행, 새 대표에 정신아 내정", "(111110) $ALDR 5억→12억",
        "Alder sues rival over patent, shares fell 5%",
    ]

    private static func records(_ lexicon: CompiledLexicon) -> [ScoredRecord] {
        let scorer = ArticleScorer(lexicon: lexicon, engine: "newsward test")
        return texts.map { scorer.score(Fixture.article($0, $0 + ". " + $0), now: Fixture.now) }
    }

    /// The one image in a folder.
    private static func image(_ folder: TemporaryFolder) throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.count == 1)
        return folder.path + "/" + (names.first ?? "")
    }

    private static func bytes(_ path: String) -> [UInt8] {
        FileManager.default.contents(atPath: path).map(Array.init) ?? []
    }

    @Test("what was compiled and what was kept give the same records")
    func same() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let cache = LexiconCache(folder: folder.path + "/made/when missing", program: "1")
        let compiled = try CompiledLexicon.load(folder: Fixture.folder, cache: cache)
        let kept = try #require(cache.read(folder: Fixture.folder, hash: compiled.hash))
        let lexicon = CompiledLexicon(kept)
        #expect(lexicon.statistics == compiled.statistics)
        #expect(lexicon.companies(named: "a") == compiled.companies(named: "a"))
        #expect(Self.records(lexicon) == Self.records(compiled))
        #expect(Self.records(lexicon).contains { !$0.events.isEmpty && !$0.companies.isEmpty })
        #expect(Self.records(try CompiledLexicon.load(folder: Fixture.folder, cache: cache)) == Self.records(compiled))
    }

    @Test("an image is for its lexicon files and its program only")
    func key() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let cache = LexiconCache(folder: folder.path, program: "1")
        let lexicon = try CompiledLexicon.load(folder: Fixture.folder, cache: cache)
        #expect(cache.read(folder: Fixture.folder, hash: lexicon.hash) != nil)
        #expect(cache.read(folder: Fixture.folder, hash: "sha256:other") == nil)
        #expect(cache.read(folder: "/another", hash: lexicon.hash) == nil)
        let newer = LexiconCache(folder: folder.path, program: "2")
        #expect(newer.read(folder: Fixture.folder, hash: lexicon.hash) == nil)
    }

    @Test("a damaged or shortened image is not taken and is written anew")
    func damage() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let cache = LexiconCache(folder: folder.path, program: "1")
        let lexicon = try CompiledLexicon.load(folder: Fixture.folder, cache: cache)
        let path = try Self.image(folder)
        let whole = Self.bytes(path)
        let spoiled: [[UInt8]] = [
            [], Array(whole.prefix(10)), Array(whole.dropLast()), whole + [0], Array(whole.reversed()),
            Array(whole.prefix(whole.count / 2)) + [whole[whole.count / 2] ^ 1] + whole.dropFirst(whole.count / 2 + 1),
        ]
        for bytes in spoiled {
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            #expect(cache.read(folder: Fixture.folder, hash: lexicon.hash) == nil)
            let again = try CompiledLexicon.load(folder: Fixture.folder, cache: cache)
            #expect(again.statistics == lexicon.statistics)
            #expect(Self.bytes(path) == whole)
        }
    }

    @Test("a folder that cannot be made costs only the cache")
    func unwritable() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let file = folder.path + "/file"
        try Data().write(to: URL(fileURLWithPath: file))
        let cache = LexiconCache(folder: file + "/below a file", program: "1")
        let lexicon = try CompiledLexicon.load(folder: Fixture.folder, cache: cache)
        #expect(Self.records(lexicon) == Self.records(Fixture.lexicon))
        #expect(cache.read(folder: Fixture.folder, hash: lexicon.hash) == nil)
    }

    @Test("whatever the bytes of an image are, reading gives parts whose numbers stay inside their tables, or an error")
    func fuzz() throws {
        var image = ImageWriter()
        LexiconParts(try Self.smallBuilder(), hash: "h").write(to: &image)
        let whole = image.bytes
        var reader = ImageReader(whole)
        _ = try LexiconParts(&reader)
        var random = SplitMix(seed: 7)
        var taken = 0
        for round in 0..<400 {
            var bytes = whole
            if round % 4 == 0 { bytes.removeLast(Int(random.next() % UInt64(bytes.count))) }
            for _ in 0..<(1 + round % 3) where !bytes.isEmpty {
                bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
            }
            var reader = ImageReader(bytes)
            guard let parts = try? LexiconParts(&reader) else { continue }
            taken += 1
            // No trap is the point: a seal may be forged, a number may not lead out of a table.
            _ = Self.records(CompiledLexicon(parts))
        }
        #expect(taken > 0)
    }

    private static func smallBuilder() throws -> LexiconBuilder {
        var builder = LexiconBuilder()
        builder.read(try LexiconFiles.read(folder: Fixture.folder, extraCompanyFiles: []))
        return builder
    }
}
