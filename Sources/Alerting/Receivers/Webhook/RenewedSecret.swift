import Foundation
import NewsModel

/// A secret in a file that another program renews while this one runs; the last good one where it cannot be read.
struct RenewedSecret: Sendable {
    private let first: Secret
    /// nil where it comes from the environment, which stays as it is.
    private let file: String?

    init(_ first: Secret, file: String?) {
        self.first = first
        self.file = file
    }

    /// As the file has it now.
    var current: Secret {
        guard let file, let data = FileManager.default.contents(atPath: file), data.count <= 64 << 10,
            let text = String(validating: data, as: UTF8.self)?.trimmingCharacters(in: .whitespacesAndNewlines),
            !text.isEmpty
        else { return first }
        return Secret(text)
    }
}
