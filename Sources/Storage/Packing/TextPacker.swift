import Foundation
internal import GRDB
import Synchronization

/// Keeps long texts small in the file. SQL has it as `packed(TEXT or its bytes)` and `unpacked(BLOB)` on
/// every connection.
final class TextPacker: Sendable {
    /// No record is as long; a damaged length must not ask for all memory.
    private static let longest = 256 << 20

    /// Nil where memory was short at the start.
    private let frames = Mutex(ZstdFrames())

    func packed(_ text: Data) throws -> Data {
        guard let frame = frames.withLock({ $0?.frame(of: text.span) }) else {
            throw DatabaseError(resultCode: .SQLITE_NOMEM, message: "A record could not be packed.")
        }
        return Data(frame)
    }

    func unpacked(_ frame: Data) throws -> String {
        let content = frames.withLock { $0?.content(of: frame.span, longest: Self.longest) }
        guard let content else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "A packed record is damaged.")
        }
        return String(decoding: content, as: UTF8.self)
    }

    /// Makes the two functions known to a connection.
    func register(in db: Database) {
        db.add(
            function: DatabaseFunction("packed", argumentCount: 1, pure: true) { values in
                try Data.fromDatabaseValue(values[0]).map { try self.packed($0) }
            })
        db.add(
            function: DatabaseFunction("unpacked", argumentCount: 1, pure: true) { values in
                try Data.fromDatabaseValue(values[0]).map { try self.unpacked($0) }
            })
    }
}
