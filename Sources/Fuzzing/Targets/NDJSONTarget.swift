import NewsModel
import StrictJSON

/// A line of NDJSON: refused at a place inside it, or read, and then written and read again as the same.
struct NDJSONTarget: FuzzTarget {
    static let name = "ndjson"
    static let seeds = [
        #"{"id":"a1","title":"Quillon Foundry cuts 120 jobs","body":"","language":"en","published_at":"2026-11-25"}"#,
        #"{"id":7,"title":"\u00e9\ud83d\ude00\n\"q\"","body":null,"extra":[1.5e-3,{"a":[true,false,null]}]}"#,
        #" [ -0 , "한글 \\ \/ \b\f\r\t" , {} , [ ] ] "#, "\"\\ud83d\"", "1E+2",
    ].map { Array($0.utf8) }

    private let members = JSONMembers(["id", "title", "body"])

    init() {}

    func check(_ bytes: [UInt8]) throws(FuzzFinding) {
        let element: JSONElement
        do {
            element = try JSONText.element(of: bytes)
        } catch {
            try FuzzFinding.unless(
                (0...bytes.count).contains(error.offset), "the problem lies outside the text: \(error)")
            try FuzzFinding.unless((try? members.read(bytes)) == nil, "members are read of what is no JSON")
            return
        }
        try FuzzFinding.unless(bytes.indices.contains(element.range), "the value lies outside the text")
        if let text = element.string(in: bytes) { try checkRoundTrip(text) }
        guard let found = try? members.read(bytes) else {
            return try FuzzFinding.unless(element.kind != .object, "an object is JSON, but its members are not read")
        }
        try FuzzFinding.unless(element.kind == .object, "members are read of a value that is no object")
        for case let member? in found {
            try FuzzFinding.unless(element.range.contains(member.range), "a member lies outside its object")
            if let text = member.string(in: bytes) { try checkRoundTrip(text) }
        }
    }

    private func checkRoundTrip(_ text: String) throws(FuzzFinding) {
        var json = JSONWriter()
        json.string(text)
        let again = try? JSONText.element(of: json.bytes).string(in: json.bytes)
        try FuzzFinding.unless(
            again?.utf8.elementsEqual(text.utf8) == true, "a string changes when it is written and read again")
    }
}
