import Foundation
import Mustache
import NewsModel
import StrictYAML

/// A Mustache template for one alert.
struct MessageTemplate: Sendable {
    /// How values are escaped in what the template makes.
    enum Escaping: String, Sendable {
        case text = "NEWSWARD_TEXT"
        case slack = "NEWSWARD_SLACK"
    }

    private let templates: [Escaping: MustacheTemplate]

    /// Reads a template; `file` stands for it in problems.
    init(_ text: String, file: String) throws(YAMLErrors) {
        let tags = TemplateTags(checking: text, file: file)
        guard tags.problems.isEmpty else { throw YAMLErrors(tags.problems) }
        Self.registerEscaping
        do {
            templates = [.text: try Self.compile(text, .text), .slack: try Self.compile(text, .slack)]
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
        guard let template = templates[escaping] else { return "" }
        var text = template.render(view.context(for: alert))
        while text.hasSuffix("\n") { text.removeLast() }
        return text
    }

    /// The receiver chooses the escaping and puts it in front, so that a user's template cannot forget it.
    private static func compile(_ text: String, _ escaping: Escaping) throws -> MustacheTemplate {
        try MustacheTemplate(string: "{{% CONTENT_TYPE:\(escaping.rawValue)}}\n" + text)
    }

    private static let registerEscaping: Void = {
        MustacheContentTypes.register(PlainText(), named: Escaping.text.rawValue)
        MustacheContentTypes.register(SlackEscaping(), named: Escaping.slack.rawValue)
    }()

    private static func words(for error: any Error) -> String {
        switch error as? MustacheTemplate.Error {
        case .sectionCloseNameIncorrect: "a section is closed by another name"
        case .unfinishedName: "a tag has no end"
        case .expectedSectionEnd: "a section has no end"
        default: "\(error)"
        }
    }
}

/// Values are cleaned already; plain text has nothing to escape.
private struct PlainText: MustacheContentType {
    func escapeText(_ text: String) -> String { text }
}

private struct SlackEscaping: MustacheContentType {
    func escapeText(_ text: String) -> String { SlackText.escape(text) }
}
