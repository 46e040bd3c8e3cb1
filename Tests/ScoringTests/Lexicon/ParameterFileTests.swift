import Foundation
import NewsModel
import Testing

@testable import Scoring

@Suite("parameters.txt")
struct ParameterFileTests {
    @Test("[all] holds for both languages, [ko] and [en] for one, and what is not named keeps its value")
    func sections() throws {
        let lexicon = try Fixture.lexicon([
            "parameters.txt":
                "[all]\nnegation | -0.5\nwidest pair | 9\n[ko]\npositive own | 1 2 3 4\n[en]\nnegation | -1"
        ])
        let (korean, english) = (lexicon.parameters(of: .korean), lexicon.parameters(of: .english))
        #expect(korean.negation == -0.5 && english.negation == -1)
        #expect(korean.widestPair == 9 && english.widestPair == 9)
        #expect(korean.positive.own == [1, 2, 3, 4] && english.positive.own == ScoringParameters().positive.own)
        #expect(korean.scale == ScoringParameters().scale)
    }

    @Test("a number changes the score")
    func effect() throws {
        func score(_ parameters: String) throws -> Double {
            let lexicon = try Fixture.lexicon([
                "ko/polarity.txt": "강세/n | 2", "parameters.txt": parameters,
            ])
            return ArticleScorer(lexicon: lexicon, engine: "t").score(Fixture.article("강세"), now: Fixture.now).sentiment
                .score
        }
        #expect(try score("[ko]\nscale | 12") < score(""))
        #expect(try score("[en]\nscale | 12") == score(""))
    }

    @Test(
        "what cannot be read is named with its line",
        arguments: [
            ("negation | 1", "1: a value before any section; begin with [all], [ko] or [en]"),
            ("[de]", "1: unknown section [de]; sections are [all] [ko] [en]"),
            ("[ko]\nscale | 0", "2: write scale | one number from 0.1 to 100.0"),
            ("[ko]\nscale", "2: write scale | one number from 0.1 to 100.0"),
            ("[ko]\nnegation | nan", "2: write negation | one number from -2.0 to 1.0"),
            ("[en]\npositive own | 1 2 3", "2: write positive own | 4 numbers from -20.0 to 20.0"),
        ])
    func problems(text: String, problem: String) {
        #expect(Fixture.problems(["parameters.txt": text]) == ["parameters.txt:" + problem])
    }

    @Test("an unknown name is answered with all names")
    func unknown() throws {
        let problem = try #require(Fixture.problems(["parameters.txt": "[all]\nspeed | 1"]).first)
        #expect(problem.hasPrefix("parameters.txt:2: unknown parameter `speed`; there are movement, negation, "))
        for parameter in ScoringParameters.named { #expect(problem.contains(parameter.name)) }
    }

    @Test("the project's own file names every number")
    func shipped() throws {
        let path = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../lexicons/parameters.txt")
            .standardized
        let lines = LexiconLine.lines(of: try String(contentsOf: path, encoding: .utf8), file: "parameters.txt")
        for parameter in ScoringParameters.named {
            #expect(lines.contains { $0.term == parameter.name }, "\(parameter.name)")
        }
    }
}
