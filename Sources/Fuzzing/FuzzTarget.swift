/// One part of the program that must hold what it promises whatever bytes it gets. A file each in Targets/.
public protocol FuzzTarget: Sendable {
    /// What `newsward-fuzz` calls it: `scorer-ko`.
    static var name: String { get }
    /// Inputs to start from, written for the project.
    static var seeds: [[UInt8]] { get }

    init() throws

    /// Runs the part over the bytes. A trap is a finding too.
    func check(_ bytes: [UInt8]) throws(FuzzFinding)
}

/// A promise that did not hold.
public struct FuzzFinding: Error, Sendable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) {
        self.description = description
    }

    /// Throws a finding where `holds` is false.
    static func unless(_ holds: Bool, _ promise: @autoclosure () -> String) throws(FuzzFinding) {
        if !holds { throw FuzzFinding(promise()) }
    }
}

/// All targets, by their names.
public enum FuzzTargets {
    public static let all: [any FuzzTarget.Type] = [
        NDJSONTarget.self, KoreanScorerTarget.self, EnglishScorerTarget.self, XMLFeedTarget.self, JSONFeedTarget.self,
        DateTarget.self, URLTarget.self, PageTarget.self, CharsetTarget.self,
    ]
}
