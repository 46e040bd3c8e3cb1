import Foundation
import NewsModel

/// Takes secrets out of what others answer, before it is kept.
extension Secret {
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
        let value = reveal()
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
