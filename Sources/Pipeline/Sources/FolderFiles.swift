import Foundation
import NewsModel

/// The files of a folder that somebody drops news into.
struct FolderFiles: Sendable {
    let path: String
    let maximumBytes: Int
    let now: @Sendable () -> Timestamp

    /// A file as it was when it was read.
    struct Mark: Sendable, Hashable {
        let name: String
        let size: Int
        /// Milliseconds since 1970.
        let modified: Int64
    }

    /// Milliseconds for which a file must have been left alone: somebody may still be writing it.
    static let settlingTime: Int64 = 2000
    /// More files than this are an archive, not a place to drop things.
    static let maximumFiles = 10_000
    static let doneFolder = "done"

    struct Failure: Error {
        let message: String
    }

    /// All files that are there to be read, by name, whether they are settled or not.
    ///
    /// Hidden files, and those with the endings of unfinished ones, are not: write under such a name and rename.
    func marks() throws(Failure) -> [Mark] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw Failure(message: "the folder \(path) cannot be read")
        }
        guard names.count <= Self.maximumFiles else {
            throw Failure(
                message:
                    "the folder \(path) holds \(names.count) files, more than \(Self.maximumFiles): set processed: move"
            )
        }
        return names.filter(Self.isMeantForReading).sorted().compactMap(mark)
    }

    /// True where nobody has written to it for a while.
    func isSettled(_ mark: Mark) -> Bool {
        abs(now().milliseconds - mark.modified) >= Self.settlingTime
    }

    /// The bytes of a file; nil where it has changed since, or is gone.
    func read(_ mark: Mark) -> [UInt8]? {
        guard let data = FileManager.default.contents(atPath: path + "/" + mark.name), data.count == mark.size,
            self.mark(mark.name) == mark
        else { return nil }
        return Array(data)
    }

    /// Moves a file that is still as it was into `done/`, beside what has its name there already.
    func moveToDone(_ mark: Mark) {
        guard self.mark(mark.name) == mark else { return }
        let manager = FileManager.default
        let folder = path + "/" + Self.doneFolder
        // Where moving fails the file stays, and stays known as read.
        try? manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var target = folder + "/" + mark.name
        var number = 1
        while manager.fileExists(atPath: target), number < 10_000 {
            target = "\(folder)/\(mark.name).\(number)"
            number += 1
        }
        try? manager.moveItem(atPath: path + "/" + mark.name, toPath: target)
    }

    /// The present mark of a regular file; nil for folders, links and what is gone.
    private func mark(_ name: String) -> Mark? {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path + "/" + name),
            attributes[.type] as? FileAttributeType == .typeRegular, let size = attributes[.size] as? NSNumber,
            let date = attributes[.modificationDate] as? Date
        else { return nil }
        let modified = Int64((date.timeIntervalSince1970 * 1000).rounded(.down))
        return Mark(name: name, size: size.intValue, modified: modified)
    }

    private static func isMeantForReading(_ name: String) -> Bool {
        let unfinished = ["~", ".tmp", ".part", ".partial", ".crdownload", ".swp"]
        // A name with a line end could not be told from two in the list of files read.
        return !name.hasPrefix(".") && !unfinished.contains { name.lowercased().hasSuffix($0) }
            && !name.unicodeScalars.contains { $0.value < 0x20 }
    }
}
