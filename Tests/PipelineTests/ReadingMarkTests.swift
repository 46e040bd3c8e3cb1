import TestSupport
import Testing

@testable import Pipeline

@Suite("Marks of feeds that are being read")
struct ReadingMarkTests {
    private let feed = "http://a.invalid/feed?a=1 2"
    private let first = ReadingMark.Article(id: "a1", name: "http://a.invalid/a page")
    private let second = ReadingMark.Article(id: "a2", name: "제목")

    @Test("what is written is read again", arguments: [0, 1, 2])
    func roundTrip(deaths: Int) throws {
        var mark = ReadingMark(url: feed)
        for _ in 0..<deaths { mark.countDeath() }
        mark = mark.reaching(first)
        mark.begin()
        mark = mark.reaching(second)
        let read = try #require(ReadingMark(text: mark.text))
        #expect(read.url == feed && read.isReading && read.deaths == deaths)
        #expect(read.article == second && read.earlierArticle == first)
    }

    @Test("a file that is no mark is none", arguments: ["", "reading", "reading x y", "\n"])
    func damaged(text: String) {
        #expect(ReadingMark(text: text) == nil)
    }

    @Test("one death alone, a counted one, and a reading that ended do not add up")
    func deathsInARow() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let marks = ReadingMarks(dataFolder: folder.path)
        #expect(marks.takeSuspects().isEmpty)
        marks.begin(feed)
        #expect(marks.takeSuspects() == [.init(url: feed, deaths: 1)])
        #expect(marks.takeSuspects().isEmpty, "a death counts once")
        marks.begin(feed)
        #expect(marks.takeSuspects() == [.init(url: feed, deaths: 2)])
        await marks.reading(feed) { _ in }
        marks.begin(feed)
        #expect(marks.takeSuspects() == [.init(url: feed, deaths: 1)], "in a row only")
    }

    @Test("an article is named where two deaths in a row were on it, and only of a suspect")
    func articles() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let marks = ReadingMarks(dataFolder: folder.path)
        func die(at article: ReadingMark.Article) async -> ReadingMarks.Suspect? {
            // What a process leaves that dies in the middle: the mark as it stood then.
            var left: ReadingMark?
            await marks.reading(feed) { reach in
                reach(article)
                left = marks.mark(of: feed)
            }
            if let left { marks.write(left) }
            return marks.takeSuspects().first
        }
        #expect(await die(at: first) == .init(url: feed, deaths: 1), "the first reading is not so careful")
        #expect(await die(at: first) == .init(url: feed, deaths: 2))
        #expect(await die(at: first) == .init(url: feed, deaths: 3, article: first))
        #expect(await die(at: second) == .init(url: feed, deaths: 4), "another one")
    }
}
