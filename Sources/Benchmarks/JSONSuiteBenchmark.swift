import Foundation
import StrictJSON

/// Reads every file of a folder as one JSON text and holds the answer against the file's name: `y_` must be read, `n_`
/// refused, `i_` is free and told. The naming is that of the JSON parsing test suite of N. Seriot.
struct JSONSuiteBenchmark: Benchmark {
    static let usage = "json FOLDER"
    private let folder: String

    init?(_ arguments: [String]) {
        guard arguments.count == 1 else { return nil }
        folder = arguments[0]
    }

    func run() throws {
        var right: [Character: Int] = ["y": 0, "n": 0]
        var all: [Character: Int] = ["y": 0, "n": 0]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".json") {
            guard let kind = name.first, name.dropFirst().first == "_" else { continue }
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
            let answer = Self.answer(bytes)
            if kind == "i" {
                print("\(name): \(answer ?? "read")")
            } else {
                all[kind, default: 0] += 1
                if (answer == nil) == (kind == "y") {
                    right[kind, default: 0] += 1
                } else {
                    print("WRONG \(name): \(answer ?? "read")")
                }
            }
        }
        print("y_ read     \(right["y", default: 0]) of \(all["y", default: 0])")
        print("n_ refused  \(right["n", default: 0]) of \(all["n", default: 0])")
    }

    /// Why the bytes are refused; nil where they are read.
    private static func answer(_ bytes: [UInt8]) -> String? {
        do {
            _ = try JSONText.element(of: bytes)
            return nil
        } catch {
            return error.description
        }
    }
}
