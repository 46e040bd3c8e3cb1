import Foundation
import Fuzzing

/// `newsward-fuzz TARGET CORPUS [libFuzzer's options]`: mutates inputs, led by the coverage that they reach, until one
/// breaks a promise. Built by `make fuzz` only.
enum FuzzRun {
    private static let target: any FuzzTarget = {
        guard let name = CommandLine.arguments.dropFirst().first,
            let kind = FuzzTargets.all.first(where: { $0.name == name })
        else {
            let names = FuzzTargets.all.map { $0.name }.joined(separator: ", ")
            fail("usage: newsward-fuzz TARGET CORPUS [options of libFuzzer]; targets: \(names)")
        }
        do { return try kind.init() } catch { fail("\(name): \(error)") }
    }()

    /// Writes the target's seeds into the corpus.
    static func prepare() {
        let kind = type(of: target)
        guard CommandLine.arguments.count > 2 else {
            fail("say which folder keeps the inputs: newsward-fuzz TARGET CORPUS")
        }
        let corpus = URL(fileURLWithPath: CommandLine.arguments[2])
        do {
            try FileManager.default.createDirectory(at: corpus, withIntermediateDirectories: true)
            for (number, seed) in kind.seeds.enumerated() {
                try Data(seed).write(to: corpus.appendingPathComponent("seed-\(number)"))
            }
        } catch {
            fail("\(corpus.path): \(error.localizedDescription)")
        }
    }

    /// Ends the process where the target's promise does not hold; libFuzzer then keeps the input.
    static func check(_ bytes: [UInt8]) {
        do {
            try target.check(bytes)
        } catch {
            FileHandle.standardError.write(Data("\(type(of: target).name): \(error)\n".utf8))
            abort()
        }
    }

    private static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(2)
    }
}
