import Foundation

/// A text that must not reach logs, errors, exports or the screen. Printing it in any way shows a stand-in.
struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let value: String

    init(_ value: String) {
        self.value = value
    }

    /// The text itself, for the one place that sends it.
    func reveal() -> String { value }

    var description: String { "[secret]" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: []) }

    /// The text with every trace of the secrets replaced: each as a whole, and what follows the host in a URL.
    static func remove(_ secrets: [Secret], from text: String) -> String {
        guard !text.isEmpty else { return text }
        var cleaned = text
        for secret in secrets {
            for part in secret.parts { cleaned = replace(part, in: cleaned) }
        }
        return cleaned
    }

    /// The secret itself, and for a URL also what stands behind its host, longest first.
    private var parts: [String] {
        var parts = [value]
        if let scheme = value.range(of: "://"), let slash = value[scheme.upperBound...].firstIndex(of: "/") {
            parts.append(String(value[slash...]))
            parts += value[slash...].split { "/?&=".contains($0) }.map(String.init).sorted { $0.count > $1.count }
        }
        // Short pieces (`v1`, `hooks`) are no secrets, and would tear holes into every message.
        return parts.filter { $0.utf8.count >= 8 }
    }

    private static func replace(_ part: String, in text: String) -> String {
        let wanted = Array(part.utf8)
        var rest = Array(text.utf8)[...]
        var result: [UInt8] = []
        while rest.count >= wanted.count {
            if rest.starts(with: wanted) {
                result += Array("[secret]".utf8)
                rest = rest.dropFirst(wanted.count)
            } else if let byte = rest.popFirst() {
                result.append(byte)
            }
        }
        return String(decoding: result + rest, as: UTF8.self)
    }
}
