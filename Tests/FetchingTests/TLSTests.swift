import Fetching
import Foundation
import TestSupport
import Testing

/// Certificates against a real TLS server, `openssl s_server`, with keys made for the run.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: TLSServer.program)))
struct TLSTests {
    private func outcome(
        certificate: TLSServer.Certificate, trusted: Bool = true
    ) async throws -> (error: FetchError?, document: FetchedDocument?) {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let server = try TLSServer(certificate, folder: folder.path)
        defer { server.stop() }
        var result: (FetchError?, FetchedDocument?)
        try await withFetcher(loopback { if trusted { $0.caFile = server.authorityFile } }) { fetcher in
            do {
                result.1 = try await fetcher.fetch(.page(url: "https://127.0.0.1:\(server.port)/secret?token=canary"))
            } catch let error as FetchError {
                result.0 = FetchError(
                    code: error.code, message: error.message.replacing("127.0.0.1:\(server.port)", with: "HOST"))
            }
        }
        return result
    }

    @Test func fetchesFromTheOneItTrusts() async throws {
        let (error, document) = try await outcome(certificate: .good)
        #expect(error == nil)
        #expect(document?.status == 200)
    }

    @Test(arguments: [
        (TLSServer.Certificate.expired, true, "its certificate has expired"),
        (.otherHost, true, "its certificate is for another host"),
        (.signedByItself, true, "its certificate is signed by itself"),
        (.good, false, "its certificate is signed by no authority that this machine trusts"),
    ])
    func refuses(certificate: TLSServer.Certificate, trusted: Bool, reason: String) async throws {
        let (error, _) = try await outcome(certificate: certificate, trusted: trusted)
        #expect(error == FetchError(code: .tls, message: "No trusted connection to HOST: \(reason)"))
        #expect(error?.isTransient == true)
    }

    @Test func refusesPlainHTTPAtATLSURL() async throws {
        let peer = try LocalHTTPPeer { _ in .ok("x") }
        defer { peer.stop() }
        try await withFetcher { fetcher in
            let error = await fetcher.failure(of: .page(url: "https://127.0.0.1:\(peer.port)/"))
            #expect(error?.code == .tls)
        }
        #expect(peer.requests.isEmpty)
    }

    @Test func refusesTheStepFromHTTPSToHTTP() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let plain = try LocalHTTPPeer { _ in .ok("x") }
        defer { plain.stop() }
        let answer = "HTTP/1.0 302 Found\r\nLocation: \(plain.url)/\r\nContent-Length: 0\r\n\r\n"
        try Data(answer.utf8).write(to: URL(fileURLWithPath: folder.path + "/go"))
        let server = try TLSServer(.good, folder: folder.path, sendsFiles: true)
        defer { server.stop() }
        try await withFetcher(loopback { $0.caFile = server.authorityFile }) { fetcher in
            let error = await fetcher.failure(of: .page(url: "https://127.0.0.1:\(server.port)/go"))
            #expect(
                error
                    == FetchError(
                        code: .insecureRedirect,
                        message: "127.0.0.1:\(server.port) redirects from https to http, which is refused"))
        }
        #expect(plain.connectionCount == 0)
    }
}
