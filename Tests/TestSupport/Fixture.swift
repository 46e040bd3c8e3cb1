import Foundation

/// The bytes of `Resources/NAME` in the folder of the test module that calls; `file` is the calling file.
public func fixture(_ name: String, file: String = #filePath) throws -> [UInt8] {
    var folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    while folder.path != "/" {
        let last = folder.lastPathComponent
        if last.hasSuffix("Tests"), last != "Tests" {
            return [UInt8](try Data(contentsOf: folder.appendingPathComponent("Resources/\(name)")))
        }
        folder.deleteLastPathComponent()
    }
    throw FixtureError(file: file)
}

/// A fixture was asked for outside a folder named <Module>Tests.
public struct FixtureError: Error, CustomStringConvertible {
    public let file: String

    public var description: String { "\(file) is not inside a folder named <Module>Tests" }
}
