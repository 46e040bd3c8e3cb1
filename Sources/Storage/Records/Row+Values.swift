import Foundation
internal import GRDB
internal import NewsModel

extension Row {
    /// A moment from a column that is never NULL.
    func moment(_ column: String) -> Timestamp {
        Timestamp(milliseconds: self[column])
    }

    /// A moment from a column that may be NULL.
    func optionalMoment(_ column: String) -> Timestamp? {
        (self[column] as Int64?).map(Timestamp.init(milliseconds:))
    }

    /// A list from a JSON column.
    func list(_ column: String) throws -> [String] {
        try JSONColumn.list(from: self[column])
    }

    /// Bytes from a BLOB column.
    func bytes(_ column: String) -> [UInt8] {
        [UInt8](self[column] as Data)
    }
}
