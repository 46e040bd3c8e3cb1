import Foundation

/// A file that only grows, by whole lines, and is opened again when somebody renamed or removed it.
///
/// Confined to its `FileReceiver`, which calls it one line at a time.
struct AppendOnlyFile {
    let path: String
    /// Waits after each delivery until its lines have reached the disk.
    let syncs: Bool
    private var handle: FileHandle?
    private var inode: UInt64?

    init(path: String, syncs: Bool) {
        self.path = path
        self.syncs = syncs
    }

    /// Appends lines, each with one write, so that two processes never mix theirs.
    ///
    /// Where a write fails half-way, the file is cut back to whole lines.
    mutating func append(_ lines: [[UInt8]]) throws {
        let handle = try openHandle()
        let before = try handle.seekToEnd()
        do {
            for line in lines { try handle.write(contentsOf: Data(line)) }
            if syncs { try handle.synchronize() }
        } catch {
            try? handle.truncate(atOffset: before)
            close()
            throw error
        }
    }

    mutating func close() {
        try? handle?.close()
        handle = nil
        inode = nil
    }

    /// The open file, as long as it still is the one under its path.
    private mutating func openHandle() throws -> FileHandle {
        if let handle, let inode, currentInode() == inode { return handle }
        close()
        for _ in 0..<3 {
            try createIfMissing()
            let before = currentInode()
            let opened = try FileHandle(forUpdating: URL(fileURLWithPath: path))
            // Rotated between the two looks: then this may be the old file.
            guard let before, currentInode() == before else {
                try? opened.close()
                continue
            }
            // A write then always goes to the end, whoever else writes or cuts the file.
            _ = fcntl(opened.fileDescriptor, F_SETFL, fcntl(opened.fileDescriptor, F_GETFL) | O_APPEND)
            _ = fcntl(opened.fileDescriptor, F_SETFD, FD_CLOEXEC)
            try closeTornLine(in: opened)
            (handle, inode) = (opened, before)
            return opened
        }
        throw CocoaError(.fileWriteUnknown)
    }

    /// A crash in the middle of a write leaves half a line: it must not swallow the next one.
    private func closeTornLine(in handle: FileHandle) throws {
        let end = try handle.seekToEnd()
        guard end > 0 else { return }
        try handle.seek(toOffset: end - 1)
        if try handle.read(upToCount: 1) != Data([0x0A]) { try handle.write(contentsOf: Data([0x0A])) }
    }

    private func createIfMissing() throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        do {
            try Data().write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        } catch {
            // Another process made it first.
            guard FileManager.default.fileExists(atPath: path) else { throw error }
        }
    }

    private func currentInode() -> UInt64? {
        let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: resolved)
        return (attributes?[.systemFileNumber] as? NSNumber)?.uint64Value
    }
}
