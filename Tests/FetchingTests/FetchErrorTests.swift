import Testing

@testable import Fetching

struct FetchErrorTests {
    @Test(arguments: FetchError.Code.allCases)
    func saysWhatMayWorkLater(code: FetchError.Code) {
        let transient: Set<FetchError.Code> = [
            .dns, .connectFailed, .tls, .timeout, .truncated, .unaskedNotModified, .hostPaused, .cancelled,
        ]
        #expect(FetchError(code: code, message: "x").isTransient == transient.contains(code))
    }

    @Test func describesItselfByItsMessage() {
        #expect(
            "\(FetchError(code: .dns, message: "The name a.example cannot be looked up"))"
                == "The name a.example cannot be looked up")
    }

    @Test func oldLibrariesAreRefused() {
        #expect(
            CurlLibrary.refusal(ofVersion: 0x07_56_00, text: "7.86.0")?.message
                == "libcurl 7.86.0 is too old: Newsward needs 7.87.0 or later. Install a newer libcurl.")
        #expect(CurlLibrary.refusal(ofVersion: 0x07_57_00, text: "7.87.0") == nil)
        #expect(CurlLibrary.refusal(ofVersion: 0x08_00_00, text: "8.0.0") == nil)
        #expect(HTTPFetcher.libraryFailure == nil)
        #expect(HTTPFetcher.libraryVersion.contains("."))
    }
}
