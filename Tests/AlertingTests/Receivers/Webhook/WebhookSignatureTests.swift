import NewsModel
import Testing

@testable import Alerting

private let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
private let id = "msg_p5jXN8AQM9LWM0D4loKWxJek"
private let body = Array("{\"test\": 2432232314}".utf8)
private let stamp: Int64 = 1_614_265_330
private let expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="

struct WebhookSignatureTests {
    @Test(arguments: [secret, "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", secret + "==", secret + "="])
    func theVectorOfTheSpecification(key: String) throws {
        let signature = try #require(WebhookSignature(keys: [key]))
        #expect(signature.header(id: id, timestamp: stamp, body: body) == expected)
    }

    @Test(arguments: [[], [""], ["whsec_"], ["whsec_not base64!"], [secret, ""]])
    func badKeys(keys: [String]) {
        #expect(WebhookSignature(keys: keys) == nil)
    }

    @Test func unpaddedKeys() throws {
        let padded = try #require(WebhookSignature(keys: ["whsec_YWJjZA=="]))
        let bare = try #require(WebhookSignature(keys: ["YWJjZA"]))
        #expect(padded.header(id: "a", timestamp: 1, body: []) == bare.header(id: "a", timestamp: 1, body: []))
    }

    @Test func severalKeysGiveSeveralSignatures() throws {
        let other = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX"
        let both = try #require(WebhookSignature(keys: [other, secret]))
        let header = both.header(id: id, timestamp: stamp, body: body)
        #expect(header.split(separator: " ").count == 2)
        #expect(header.hasSuffix(" " + expected))
        let now = Timestamp(seconds: stamp)
        for key in [other, secret] {
            let verifier = try #require(WebhookSignature(keys: [key]))
            #expect(verifier.verifies(header: header, id: id, timestamp: stamp, body: body, now: now))
        }
    }

    @Test func whatWasTamperedWithIsRefused() throws {
        let signature = try #require(WebhookSignature(keys: [secret]))
        let now = Timestamp(seconds: stamp)
        #expect(signature.verifies(header: "v2,x \(expected)", id: id, timestamp: stamp, body: body, now: now))
        #expect(!signature.verifies(header: expected, id: id + "x", timestamp: stamp, body: body, now: now))
        #expect(!signature.verifies(header: expected, id: id, timestamp: stamp + 1, body: body, now: now))
        #expect(!signature.verifies(header: expected, id: id, timestamp: stamp, body: body + [32], now: now))
        #expect(!signature.verifies(header: "v1,AAAA", id: id, timestamp: stamp, body: body, now: now))
        #expect(!signature.verifies(header: "", id: id, timestamp: stamp, body: body, now: now))
        for offset: Int64 in [300, -300] {
            #expect(
                signature.verifies(
                    header: expected, id: id, timestamp: stamp, body: body, now: now.adding(seconds: offset)))
        }
        for offset: Int64 in [301, -301] {
            #expect(
                !signature.verifies(
                    header: expected, id: id, timestamp: stamp, body: body, now: now.adding(seconds: offset)))
        }
    }
}
