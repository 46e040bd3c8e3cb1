import Foundation

/// Tells folders on network file systems, whose locks and shared memory SQLite's write-ahead log cannot rely on.
enum NetworkFileSystem {
    private static let kinds: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "glusterfs", "fuse.glusterfs", "fuse.sshfs", "fuse.s3fs",
    ]

    /// The kind of network file system that a folder is on; nil on a local disk, and where the system does not say.
    static func kind(of folder: String) -> String? {
        guard let mounts = FileManager.default.contents(atPath: "/proc/self/mounts") else { return nil }
        let path = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
        return kind(of: path, mounts: String(decoding: mounts, as: UTF8.self))
    }

    /// The same for the text of /proc/self/mounts: the longest mount point above the path decides, the last of equals.
    static func kind(of path: String, mounts: String) -> String? {
        var best = (length: -1, kind: "")
        for line in mounts.utf8.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: " "))
            guard fields.count >= 3 else { continue }
            // The file writes a blank as \040.
            let point = (String(fields[1]) ?? "").replacingOccurrences(of: "\\040", with: " ")
            let isAbove = path == point || point == "/" || path.hasPrefix(point + "/")
            if isAbove && point.utf8.count >= best.length {
                best = (point.utf8.count, String(fields[2]) ?? "")
            }
        }
        return kinds.contains(best.kind) ? best.kind : nil
    }
}
