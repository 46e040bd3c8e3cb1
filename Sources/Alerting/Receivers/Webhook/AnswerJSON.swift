import Foundation

/// The answer of a service, read as a JSON object.
struct AnswerJSON {
    private let root: [String: Any]

    /// nil for anything but a JSON object.
    init?(_ answer: WebhookAnswer) {
        guard let value = try? JSONSerialization.jsonObject(with: Data(answer.body)),
            let root = value as? [String: Any]
        else { return nil }
        self.root = root
    }

    func bool(_ path: String...) -> Bool? { value(path) as? Bool }

    /// A finite number, also where it is written as a text.
    func number(_ path: String...) -> Double? {
        let found = value(path)
        let number = (found as? NSNumber)?.doubleValue ?? (found as? String).flatMap(Double.init)
        return number.flatMap { $0.isFinite ? $0 : nil }
    }

    private func value(_ path: [String]) -> Any? {
        var found: Any? = root
        for key in path { found = (found as? [String: Any])?[key] }
        return found
    }
}
