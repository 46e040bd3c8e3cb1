import Crypto
import Foundation
public import NewsModel

/// Signatures of Standard Webhooks 1.0: HMAC-SHA256 over `id.timestamp.body`, base64, with `v1,` in front.
public struct WebhookSignature: Sendable {
    private let keys: [SymmetricKey]

    /// Reads keys as the specification writes them: base64, with or without padding and the prefix `whsec_`.
    ///
    /// With several keys every message carries a signature of each, so that the other side can change keys at leisure.
    /// - Returns: nil where there is no key, or one is empty or no base64.
    public init?(keys texts: [String]) {
        var keys: [SymmetricKey] = []
        for text in texts {
            var base64 = text.hasPrefix("whsec_") ? String(text.dropFirst(6)) : text
            while base64.hasSuffix("=") { base64.removeLast() }
            base64 += String(repeating: "=", count: (4 - base64.count % 4) % 4)
            guard let bytes = Data(base64Encoded: base64), !bytes.isEmpty else { return nil }
            keys.append(SymmetricKey(data: bytes))
        }
        guard !keys.isEmpty else { return nil }
        self.keys = keys
    }

    /// The value of `webhook-signature`: one `v1,...` for each key, a space between them.
    public func header(id: String, timestamp: Int64, body: [UInt8]) -> String {
        keys.map { key in
            var code = HMAC<SHA256>(key: key)
            code.update(data: Array(Self.head(id, timestamp).utf8))
            code.update(data: body)
            return "v1," + Data(code.finalize()).base64EncodedString()
        }.joined(separator: " ")
    }

    /// True when one of the signatures in a header is right for one of the keys, compared in constant time, and the
    /// timestamp is at most five minutes off.
    public func verifies(header: String, id: String, timestamp: Int64, body: [UInt8], now: Timestamp) -> Bool {
        guard abs(now.seconds - timestamp) <= 300 else { return false }
        let content = Array(Self.head(id, timestamp).utf8) + body
        return header.split(separator: " ").contains { part in
            guard part.hasPrefix("v1,"), let code = Data(base64Encoded: String(part.dropFirst(3))) else { return false }
            return keys.contains { HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: content, using: $0) }
        }
    }

    /// What is signed in front of the body.
    private static func head(_ id: String, _ timestamp: Int64) -> String { "\(id).\(timestamp)." }
}
