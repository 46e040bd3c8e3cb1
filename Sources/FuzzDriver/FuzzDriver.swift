import CLibFuzzer
import Foundation
import Fuzzing

/// `newsward-fuzz TARGET CORPUS [libFuzzer's options]`: mutates inputs, led by the coverage that they reach, until one
/// breaks a promise. Built by `make fuzz` only.
@main
struct FuzzDriver {
    /// Set once, before the first input comes.
    private static let target: any FuzzTarget = {
        guard let name = CommandLine.arguments.dropFirst().first,
            let kind = FuzzTargets.all.first(where: { $0.name == name })
        else { fail("usage: newsward-fuzz TARGET CORPUS [options]; targets: \(FuzzTargets.all.map { $0.name })") }
        do { return try kind.init() } catch { fail("\(error)") }
    }()

    static func main() throws {
        let kind = type(of: target)
        guard CommandLine.arguments.count > 2 else { fail("say which folder keeps the inputs that were found") }
        let corpus = URL(fileURLWithPath: CommandLine.arguments[2])
        try FileManager.default.createDirectory(at: corpus, withIntermediateDirectories: true)
        for (number, seed) in kind.seeds.enumerated() {
            try Data(seed).write(to: corpus.appendingPathComponent("seed-\(number)"))
        }
        var count = CommandLine.argc - 1
        unsafe CommandLine.unsafeArgv[1] = CommandLine.unsafeArgv[0]
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv + 1
        exit(
            unsafe LLVMFuzzerRunDriver(&count, &arguments) { data, size in
                unsafe FuzzDriver.check(Array(UnsafeBufferPointer(start: data, count: size)))
                return 0
            })
    }

    private static func check(_ bytes: [UInt8]) {
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
