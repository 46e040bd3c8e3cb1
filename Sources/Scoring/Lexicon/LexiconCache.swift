import Crypto
import Foundation

/// Keeps compiled lexicons in a folder, so that a start reads tables in place of compiling a hundred thousand terms.
///
/// An image names the lexicon files by their hash, and the program that made it; one that names others, is damaged or
/// was cut off counts as missing and is written anew. A folder that cannot be written costs only the time.
public struct LexiconCache: Sendable {
    private let folder: String
    private let program: String

    /// The order and meaning of the parts; others are another format.
    private static let format = "newsward lexicon 2"

    /// - Parameters:
    ///   - folder: made when it is missing.
    ///   - program: tells this build of the program from others, as another build may compile differently.
    public init(folder: String, program: String) {
        self.folder = folder
        self.program = program
    }

    /// The compiled lexicon of a folder, nil where there is none for these files and this program.
    func read(folder lexicons: String, hash: String) -> LexiconParts? {
        guard let content = content(lexicons, hash) else { return nil }
        var image = ImageReader(content)
        guard let parts = try? LexiconParts(&image), image.isAtEnd, parts.hash == hash else { return nil }
        return parts
    }

    /// What the image holds behind its seal, nil where the seal is not the one it should be. The file itself is let go of
    /// here: kept beside the tables it would be a tenth of what a start takes.
    private func content(_ lexicons: String, _ hash: String) -> [UInt8]? {
        let url = URL(fileURLWithPath: path(lexicons))
        guard let data = try? Data(contentsOf: url, options: .mappedIfSafe) else { return nil }
        let seal = seal(hash, data.dropFirst(Self.sealLength))
        guard data.prefix(Self.sealLength).elementsEqual(seal) else { return nil }
        return [UInt8](data.dropFirst(Self.sealLength))
    }

    /// Keeps a compiled lexicon: under a temporary name first, so that no reader sees half of it.
    func write(_ parts: LexiconParts, folder lexicons: String) {
        var image = ImageWriter()
        parts.write(to: &image)
        let content = Data(image.bytes)
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try? (Data(seal(parts.hash, content)) + content).write(
            to: URL(fileURLWithPath: path(lexicons)), options: .atomic)
    }

    /// One file for each lexicons folder, so that edited lexicons leave no old images behind.
    private func path(_ lexicons: String) -> String {
        let name = HexDigits.text(SHA256.hash(data: Data(URL(fileURLWithPath: lexicons).path.utf8)).prefix(8))
        return "\(folder)/lexicon-\(name).image"
    }

    private static let sealLength = SHA256.byteCount

    /// What an image begins with: a hash over format, program, lexicon and content.
    private func seal(_ hash: String, _ content: Data) -> [UInt8] {
        var hasher = SHA256()
        hasher.update(data: Data("\(Self.format)\n\(program)\n\(hash)\n".utf8))
        hasher.update(data: content)
        return Array(hasher.finalize())
    }
}
