import Foundation

/// What stands at a path, links followed.
enum FileKind {
    case folder
    /// A file, a pipe, a device.
    case other

    /// Nil where nothing stands there.
    init?(_ path: String) {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: target) else { return nil }
        self = attributes[.type] as? FileAttributeType == .typeDirectory ? .folder : .other
    }
}

/// The outcome of `body`, so that what must be closed can be closed before it is thrown.
func attempt<Value: Sendable>(_ body: () async throws -> Value) async -> Result<Value, any Error> {
    do {
        return .success(try await body())
    } catch {
        return .failure(error)
    }
}
