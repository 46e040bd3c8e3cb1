import NewsModel
import TestSupport
import Testing

@testable import Scoring

/// Unrelated text: whole sentences, on lines of their own, in which the scorer finds nothing: no company, no cue, no term.
/// A sentence with a name or a cue may rightly change what is said: it may be the one that the event is about.
@Suite("Unrelated text never removes an event, nor gives it to another company")
struct ConcatenationTests {
    private static let korean = [
        "내일은", "우산을", "챙기자", "하늘이", "맑다", "커피", "한 잔을", "마셨다", "노을", "창밖", "고양이가", "잔다", "3시", "봄날",
    ]
    private static let english = [
        "tomorrow", "the sky", "is blue", "take", "an umbrella", "coffee", "a cat", "sleeps", "at 3 pm", "we walk",
        "home", "slowly",
    ]

    private static func sentences(_ random: inout SplitMix, _ language: Language) -> String {
        let words = language == .korean ? korean : english
        return (0...random.next() % 4).map { _ in
            (0...random.next() % 8).map { _ in words[Int(random.next() % UInt64(words.count))] }.joined(separator: " ")
        }.joined(separator: ".\n") + "."
    }

    private func events(_ title: String, _ body: String, _ language: Language) -> Set<String> {
        let record = Fixture.record(title, body, language)
        return Set(record.events.map { "\($0.type.rawValue) \($0.phase?.rawValue ?? "-") \($0.companyName ?? "-")" })
    }

    @Test("in the body, before and behind, whatever it is", arguments: EventTests.cases.map(\.text))
    func concatenation(_ text: String) {
        let language: Language = text.unicodeScalars.contains { Syllable.isSyllable($0.value) } ? .korean : .english
        var random = SplitMix(seed: UInt64(text.utf8.count))
        let asTitle = events(text, "", language)
        let asBody = events("", text, language)
        for _ in 0..<8 {
            let (before, after) = (Self.sentences(&random, language), Self.sentences(&random, language))
            let nothing = Fixture.record(before, after, language)
            #expect(
                nothing.companies.isEmpty && nothing.events.isEmpty && nothing.evidence.isEmpty, "\(before)\(after)")
            #expect(events(text, before, language).isSuperset(of: asTitle), "\(before)")
            #expect(events("", text + "\n" + after, language).isSuperset(of: asBody), "\(after)")
            #expect(events("", before + "\n" + text, language).isSuperset(of: asBody), "\(before)")
            #expect(
                events("", before + "\n" + text + "\n" + after, language).isSuperset(of: asBody), "\(before) \(after)")
        }
    }

    @Test("two texts with events keep the types of both", arguments: 0..<60)
    func together(_ round: Int) {
        var random = SplitMix(seed: UInt64(round))
        let texts = EventTests.cases.map(\.text).filter { $0.unicodeScalars.contains { Syllable.isSyllable($0.value) } }
        let text = texts[Int(random.next() % UInt64(texts.count))]
        let unrelated = Self.sentences(&random, .korean)
        let joined = Fixture.record("", text + "\n" + unrelated + "\n" + text, .korean)
        #expect(Set(joined.eventTypes).isSuperset(of: Fixture.record("", text, .korean).eventTypes))
    }
}
