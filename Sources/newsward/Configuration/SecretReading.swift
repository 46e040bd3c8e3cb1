import Foundation
import NewsModel
import StrictYAML

/// Reads the secrets that a part of newsward.yaml names. A relative path begins at the configuration's folder.
struct SecretReading {
    private let reader: MappingReader
    private let names: SecretNames

    init(_ reader: MappingReader) {
        self.reader = reader
        names = SecretNames(relativeTo: URL(fileURLWithPath: reader.file).deletingLastPathComponent())
    }

    /// The secret of one line that `KEY_file` or `KEY_env` names; nil where neither is there.
    func secret(_ key: String) -> Secret? {
        guard let text = names.text(reader, key) else { return nil }
        if reader.has("\(key)_file"), text.contains(where: \.isNewline) {
            reader.problem("\(key)_file", "must hold one line")
        }
        return Secret(text)
    }

    /// The lines of the file that a key names, without empty ones and spaces around; nil where there is no such key.
    func lines(ofFile key: String) -> [String]? {
        names.content(reader, ofFile: key).map { text in
            text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
                .filter { !$0.isEmpty }
        }
    }
}
