import Foundation
import StrictYAML

/// The message templates: those that come with the program, and over them those of `alerts/templates/`.
///
/// A template `NAME.LANGUAGE` serves receivers of that language, `NAME` all the others.
struct MessageTemplates: Sendable {
    private var templates: [String: MessageTemplate] = [:]
    /// Larger files are no message.
    private static let maximumBytes = 64 << 10

    /// The templates of the program alone.
    static let builtIn: MessageTemplates = {
        var templates = MessageTemplates()
        for (name, text) in DefaultTemplates.all {
            templates.templates[name] = try? MessageTemplate(text, file: name + ".mustache")
        }
        return templates
    }()

    /// Adds the `*.mustache` files of a folder, which need not exist.
    static func load(folder: String) throws(YAMLErrors) -> MessageTemplates {
        var templates = builtIn
        var problems: [YAMLProblem] = []
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names.sorted() where name.hasSuffix(".mustache") {
            let file = folder + "/" + name
            do throws(YAMLErrors) {
                templates.templates[String(name.dropLast(".mustache".count))] = try read(file)
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw YAMLErrors(problems) }
        return templates
    }

    func template(_ name: String, language: MessageLanguage) -> MessageTemplate? {
        templates["\(name).\(language.rawValue)"] ?? templates[name]
    }

    /// The names that a receiver may ask for, without the language.
    var names: [String] {
        let endings = MessageLanguage.allCases.map { "." + $0.rawValue }
        let bare = templates.keys.map { key in
            endings.first { key.hasSuffix($0) }.map { String(key.dropLast($0.count)) } ?? key
        }
        return Set(bare).sorted()
    }

    private static func read(_ file: String) throws(YAMLErrors) -> MessageTemplate {
        guard let data = FileManager.default.contents(atPath: file), data.count <= maximumBytes,
            let text = String(validating: data, as: UTF8.self)
        else {
            let message = "cannot be read as UTF-8 text of at most \(maximumBytes) bytes"
            throw YAMLErrors([YAMLProblem(file: file, line: 0, message)])
        }
        return try MessageTemplate(text, file: file)
    }
}
