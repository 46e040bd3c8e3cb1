import Testing

@testable import Stories

struct FingerprintTests {
    @Test func equalWordsAreEqualText() {
        let a = Fingerprint(title: "Acme wins order", body: "Acme Inc. won an order worth $3 million on Monday.")
        let b = Fingerprint(title: "ACME WINS ORDER!", body: "Acme Inc won an order -- worth 3 million, on Monday")
        #expect(a == b)
        #expect(Fingerprint.similarity(a, b) == 1)
        let korean = Fingerprint(title: "가람전자 피소", body: "가람전자가 특허 소송을 당했다.")
        #expect(korean == Fingerprint(title: "가람 전자 피소", body: "가람전자가  특허소송을 당했다"))
    }

    @Test func isSmallAndTheSameOnEveryMachine() throws {
        let print = Fingerprint(title: "Acme wins order", body: "")
        #expect(print.bytes.count == 144)
        // A change here makes stored fingerprints worthless: raise the version then.
        let head: [UInt8] = [3, 2, 3, 0, 159, 150, 249, 190, 110, 10, 149, 189, 159, 150, 249, 190]
        #expect(Array(print.bytes.prefix(16)) == head)
        #expect(Fingerprint(bytes: print.bytes) == print)
        #expect(Fingerprint(bytes: Array(print.bytes.dropLast())) == nil)
        #expect(Fingerprint(bytes: [9] + print.bytes.dropFirst()) == nil)
        // Of version 2 the hashes say nothing, but the places do.
        let older = try #require(
            Fingerprint(bytes: [2, 2, 3, 0] + Array(repeating: 7, count: 12) + print.bytes[16...]))
        #expect(Fingerprint.similarity(older, print) == 1)
    }

    @Test(arguments: [Lines.english, Lines.korean])
    func aCopyWithAFewChangedWordsIsNear(_ words: [String]) {
        var lines = Lines(words: words, seed: 7)
        var found = 0
        for _ in 0..<100 {
            let text = lines.text(300)
            let near = lines.changed(text, share: 0.04)
            let share = Fingerprint.similarity(
                Fingerprint(title: "t", body: text.joined(separator: " ")),
                Fingerprint(title: "t", body: near.joined(separator: " ")))
            if share >= StoryIndex.nearShare { found += 1 }
        }
        #expect(found >= 97)
    }

    @Test(arguments: [Lines.english, Lines.korean])
    func unrelatedTextsAreFar(_ words: [String]) {
        // A weak hash family fails here: it takes unrelated texts for near ones.
        var lines = Lines(words: words, seed: 8)
        let prints = (0..<200).map { _ in Fingerprint(title: "t", body: lines.text(200).joined(separator: " ")) }
        var most = 0.0
        for (place, a) in prints.enumerated() {
            for b in prints[(place + 1)...] { most = max(most, Fingerprint.similarity(a, b)) }
        }
        #expect(most < 0.25)
    }

    @Test func theEstimateIsTheShareInCommon() {
        var lines = Lines(words: Lines.english, seed: 9)
        for share in [0.1, 0.3] {
            var (estimate, truth) = (0.0, 0.0)
            for _ in 0..<40 {
                let text = lines.text(400)
                let near = lines.changed(text, share: share)
                estimate += Fingerprint.similarity(
                    Fingerprint(title: "", body: text.joined(separator: " ")),
                    Fingerprint(title: "", body: near.joined(separator: " ")))
                truth += jaccard(text, near)
            }
            #expect(abs(estimate - truth) / 40 < 0.03)
        }
    }

    @Test func otherKindsAreNotCompared() {
        let headline = Fingerprint(title: "Acme wins order from Beta Motors", body: "")
        let text = Fingerprint(title: "Acme wins order from Beta Motors", body: "The order is worth much money.")
        let korean = Fingerprint(title: "가람전자 수주", body: "가람전자가 수주했다")
        #expect(Fingerprint.similarity(headline, text) == 0)
        #expect(Fingerprint.similarity(text, korean) == 0)
    }

    @Test func anyTextIsTaken() {
        for text in [
            "", " ", "!", "가", "\u{301}", "\u{1F468}\u{200D}\u{1F469}", "\u{0}", String(repeating: "a", count: 9999),
        ] {
            let print = Fingerprint(title: text, body: text)
            #expect(print.bytes.count == 144)
            #expect(Fingerprint.similarity(print, print) == 1)
        }
    }

    private func jaccard(_ a: [String], _ b: [String]) -> Double {
        func runs(_ words: [String]) -> Set<[String]> {
            Set((0...(words.count - 3)).map { Array(words[$0..<($0 + 3)]) })
        }
        return Double(runs(a).intersection(runs(b)).count) / Double(runs(a).union(runs(b)).count)
    }
}

/// Makes texts from a list of words, the same at every run.
struct Lines {
    static let english = (0..<600).map { "w\(String($0, radix: 7))x" }
    static let korean = (0..<600).map { number in
        String(
            String.UnicodeScalarView(
                [0, 7, 31].compactMap { Unicode.Scalar(0xAC00 + UInt32(number * ($0 + 11) % 9000)) }))
    }

    private let words: [String]
    private var state: UInt64

    init(words: [String], seed: UInt64) {
        self.words = words
        state = seed
    }

    mutating func number(_ below: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(below))
    }

    mutating func text(_ count: Int) -> [String] {
        (0..<count).map { _ in words[number(words.count)] }
    }

    mutating func changed(_ text: [String], share: Double) -> [String] {
        text.map { number(1000) < Int(share * 1000) ? words[number(words.count)] : $0 }
    }
}
