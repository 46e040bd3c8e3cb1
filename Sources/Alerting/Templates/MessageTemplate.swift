import Foundation
import Mustache
import NewsModel
import StrictYAML

/// A Mustache template for one alert, or for a whole body.
struct MessageTemplate: Sendable {
    /// Where it was read; for those of the program a bare name.
    let file: String
    let source: String
    /// True for a file of the user's, false for a template of the program.
    var isOfUser: Bool { file.contains("/") }
    private let templates: [Escaping: MustacheTemplate]

    /// Reads a template; `file` stands for it in problems.
    init(_ text: String, file: String) throws(YAMLErrors) {
        self.file = file
        source = text
        let tags = TemplateTags(checking: text, file: file)
        guard tags.problems.isEmpty else { throw YAMLErrors(tags.problems) }
        Escaping.register
        do {
            var compiled: [Escaping: MustacheTemplate] = [:]
            for escaping in Escaping.allCases { compiled[escaping] = try Self.compile(text, escaping) }
            templates = compiled
        } catch let error as MustacheTemplate.ParserError {
            let line = max(1, error.context.lineNumber - 1)
            throw YAMLErrors([
                YAMLProblem(file: file, line: line, "is no Mustache template: \(Self.words(for: error.error))")
            ])
        } catch {
            throw YAMLErrors([YAMLProblem(file: file, line: 0, "is no Mustache template")])
        }
    }

    /// The message for one alert, without the line break at its end.
    func render(_ alert: Alert, view: AlertView, escaping: Escaping) -> String {
        render(view.context(for: alert), escaping: escaping)
    }

    /// The message for the values of a context.
    func render(_ context: [String: Any], escaping: Escaping) -> String {
        guard let template = templates[escaping] else { return "" }
        var text = template.render(context)
        while text.hasSuffix("\n") { text.removeLast() }
        return text
    }

    /// The receiver chooses the escaping and puts it in front, so that a user's template cannot forget it.
    private static func compile(_ text: String, _ escaping: Escaping) throws -> MustacheTemplate {
        try MustacheTemplate(string: "{{% CONTENT_TYPE:\(escaping.rawValue)}}\n" + text)
    }

    private static func words(for error: any Error) -> String {
        switch error as? MustacheTemplate.Error {
        case .sectionCloseNameIncorrect: "a section is closed by another name"
        case .unfinishedName: "a tag has no end"
        case .expectedSectionEnd: "a section has no end"
        default: "\(error)"
        }
    }
}
