import Foundation
import TestSupport
import Testing

@Suite("newsward feeds: the list is changed in place", .timeLimit(.minutes(3)))
struct FeedsCommandTests {
    private static let rss =
        "<rss version=\"2.0\"><channel><title>가람일보 \"증권\"</title><item><title>A</title></item></channel></rss>"
    private static let text = """
        # My desk. Hands off!
        data: data            # the folder
        dashboard:
          port: 0
        fetching:
          allow_networks: [127.0.0.0/8]
          host_spacing: 0s

        feeds:
          # Papers
          - url: "https://a.example/rss"   # the first
            source: A
            # read with care
            rank: 3

          # Wires
          - url: https://b.example/rss
            source: "B # not a comment"
          # an old one:
          # - url: "https://old.example/rss"
          #   source: Old

        catch_up: 0s          # at the end

        """

    private func inDesk(_ text: String = text, _ body: (TemporaryFolder, Program) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/newsward.yaml"))
        try await body(folder, Program(in: folder))
    }

    private func configuration(_ folder: TemporaryFolder) throws -> String {
        try String(contentsOfFile: folder.path + "/newsward.yaml", encoding: .utf8)
    }

    private func site(_ pages: [String: String]) throws -> LocalHTTPPeer {
        try LocalHTTPPeer { request in
            guard let text = pages[request.path] else { return .response(status: 404, headers: [], body: []) }
            return .response(status: 200, headers: [], body: Array(text.utf8))
        }
    }

    @Test("add writes one block behind the others, remove takes out one block; every other byte stays")
    func addAndRemove() async throws {
        try await inDesk { folder, program in
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o640], ofItemAtPath: folder.path + "/newsward.yaml")
            let added = try await program.run([
                "feeds", "add", "feed://c.example/rss?a=1", "--source", "C \"quoted\" \\ 다", "--rank", "2",
                "--language", "ko",
                "--pages", "--interval", "5m", "--folder", "한국", "--folder", "증권",
            ])
            #expect(added.status == 0, "\(added.errors)")
            #expect(added.errors == "added C \"quoted\" \\ 다, http://c.example/rss?a=1\n")
            let block = """
                  - url: "http://c.example/rss?a=1"
                    source: "C \\"quoted\\" \\\\ 다"
                    rank: 2
                    language: ko
                    pages: true
                    interval: 300s
                    folder: ["한국", "증권"]

                """
            let expected = Self.text.replacingOccurrences(
                of: "    source: \"B # not a comment\"\n", with: "    source: \"B # not a comment\"\n" + block)
            #expect(try configuration(folder) == expected)
            let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/newsward.yaml")[
                .posixPermissions]
            #expect(mode as? Int == 0o640)
            let listed = try await program.run(["feeds", "list"])
            #expect(
                listed.output.contains("http://c.example/rss?a=1  [한국 / 증권]  0 articles; not polled yet\n"),
                "\(listed.output)")

            let again = try await program.run(["feeds", "add", "http://c.example/rss?a=1", "--source", "C"])
            #expect(again.status == 2)
            #expect(again.errors == "newsward: the feed http://c.example/rss?a=1 is configured already\n")
            #expect(try await program.run(["feeds", "remove", "http://c.example/rss?a=1"]).status == 0)
            #expect(try configuration(folder) == Self.text)
            #expect(try await program.run(["feeds", "remove", "https://a.example/rss"]).status == 0)
            let without = Self.text.replacingOccurrences(
                of: """
                      - url: "https://a.example/rss"   # the first
                        source: A
                        # read with care
                        rank: 3

                    """, with: "")
            #expect(try configuration(folder) == without)
            let none = try await program.run(["feeds", "remove", "https://a.example/rss"])
            #expect(none.status == 2 && none.errors == "newsward: no such feed is configured: https://a.example/rss\n")
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains("tmp") }.isEmpty)
        }
    }

    @Test(
        "other shapes of a list: none, empty, dashes at the margin, Windows line ends; one line is left to the user",
        arguments: [
            ("data: data\n", "data: data\n\nfeeds:\n  - url: \"http://n.example/\"\n    source: \"N\"\n"),
            (
                "feeds: []  # none yet\ndata: data\n",
                "feeds:  # none yet\n  - url: \"http://n.example/\"\n    source: \"N\"\ndata: data\n"
            ),
            ("feeds:\n", "feeds:\n  - url: \"http://n.example/\"\n    source: \"N\"\n"),
            (
                "feeds:\n- url: http://a.example/\n  source: A\n# end\ndata: data",
                "feeds:\n- url: http://a.example/\n  source: A\n- url: \"http://n.example/\"\n  source: \"N\"\n# end\ndata: data"
            ),
            (
                "feeds:\r\n  -\r\n    url: http://a.example/\r\n    source: A\r\n",
                "feeds:\r\n  -\r\n    url: http://a.example/\r\n    source: A\r\n  - url: \"http://n.example/\"\r\n    source: \"N\"\r\n"
            ), ("feeds: [{url: http://a.example/, source: A}]\n", nil),
        ] as [(String, String?)])
    func shapes(old: String, new: String?) async throws {
        try await inDesk(old) { folder, program in
            let added = try await program.run(["feeds", "add", "http://n.example/", "--source", "N"])
            #expect(added.status == (new == nil ? 3 : 0), "\(added.errors)")
            #expect(try configuration(folder) == new ?? old)
            if new == nil {
                #expect(
                    added.errors.contains(
                        ":1: cannot be changed by a program: the list of feeds is written in one line"))
            }
        }
    }

    @Test("without --source the feed's title is taken; for a page its feeds are named; a bad address changes nothing")
    func titles() async throws {
        let peer = try site([
            "/rss": Self.rss, "/": "<html><link rel=alternate type=application/rss+xml href=/rss></html>",
            "/bare": "<html></html>",
        ])
        defer { peer.stop() }
        try await inDesk { folder, program in
            let page = try await program.run(["feeds", "add", peer.url + "/"])
            #expect(page.status == 4)
            #expect(page.errors == "newsward: \(peer.url)/ is no feed; add one of its feeds: \(peer.url)/rss\n")
            let wrong = try await program.run(["feeds", "add", "dart:list?corp_cls=Q", "--source", "D"])
            #expect(wrong.status == 2)
            #expect(wrong.errors.contains("the address must be an address whose corp_cls is one of Y, K, N, E"))
            let keyless = try await program.run(["feeds", "add", "dart:list"])
            #expect(keyless.status == 3, "what check would refuse is not written")
            #expect(keyless.errors.contains("dart: needs the key of OpenDART: sources.dart.key_file or key_env"))
            #expect(try configuration(folder) == Self.text)
            let feed = try await program.run(["feeds", "add", peer.url + "/rss"])
            #expect(feed.status == 0, "\(feed.errors)")
            #expect(try configuration(folder).contains("    source: \"가람일보 \\\"증권\\\"\"\n"))
            let silent = try await program.run(["feeds", "add", "http://127.0.0.1:1/rss"])
            #expect(silent.status == 0 && silent.errors.contains("its host stands for its title"), "\(silent.errors)")
        }
    }

    @Test("discover prints what it found, and what it is")
    func discover() async throws {
        let peer = try site([
            "/": "<html><link rel=alternate type=application/rss+xml href=/rss></html>", "/rss": Self.rss, "/x": "<p>",
        ])
        defer { peer.stop() }
        try await inDesk { _, program in
            let found = try await program.run(["feeds", "discover", peer.url + "/"])
            #expect(
                found.output == "\(peer.url)/rss  rss2, 1 entries (link rel=alternate)  가람일보 \"증권\"\n",
                "\(found.errors)")
            let none = try await program.run(["feeds", "discover", peer.url + "/x"])
            #expect(none.status == 0 && none.output.contains("(a usual path)"))
        }
        let bare = try site(["/": "<p>nothing"])
        defer { bare.stop() }
        try await inDesk { _, program in
            let none = try await program.run(["feeds", "discover", bare.url + "/"])
            #expect(none.status == 4 && none.errors == "newsward: no feed was found at \(bare.url)/\n")
        }
    }

    @Test("import and export: there and back, folders and settings included; duplicates and strangers are named")
    func exchange() async throws {
        let opml = """
            <opml version="1.0"><head><title>T</title></head><body>
            <outline text="한국"><outline text="증권"><outline text="A &amp; B" xmlUrl="https://n.example/rss?a=1&amp;b=2"/></outline>
            <outline title="C" xmlurl="http://user:pass@c.example/"/></outline>
            <outline text="again" xmlUrl="http://user:pass@c.example/"/>
            <outline text="there" xmlUrl="https://a.example/rss"/>
            <outline text="evil" xmlUrl="exec:touch /tmp/evil"/>
            </body></opml>
            """
        try await inDesk { folder, program in
            try Data(opml.utf8).write(to: URL(fileURLWithPath: folder.path + "/in.opml"))
            let dry = try await program.run(["feeds", "import", "in.opml", "--dry-run"])
            #expect(dry.output == "https://n.example/rss?a=1&b=2  A & B\nhttp://c.example/  C\n", "\(dry.errors)")
            #expect(try configuration(folder) == Self.text)
            let imported = try await program.run(["feeds", "import", "in.opml"])
            #expect(imported.status == 0)
            #expect(
                imported.errors == """
                    in.opml, line 6: xmlUrl must be an http or https address; it was passed over
                    in.opml, line 4: http://c.example/ stands on line 3 already
                    configured already: https://a.example/rss
                    2 feeds added, 1 configured already, 2 passed over

                    """)
            _ = try await program.run(["feeds", "add", "exec:/bin/true"])
            let exported = try await program.run(["feeds", "export"])
            #expect(exported.errors == "1 sources that are no feeds were left out\n")
            #expect(!exported.output.contains("pass") && !exported.output.contains("exec:"))
            try Data(exported.output.utf8).write(to: URL(fileURLWithPath: folder.path + "/out.opml"))
            try Data("data: data\n".utf8).write(to: URL(fileURLWithPath: folder.path + "/other.yaml"))
            let back = try await program.run(["--config", "other.yaml", "feeds", "import", "out.opml"])
            #expect(back.errors == "4 feeds added, 0 configured already, 0 passed over\n")
            let again = try await program.run(["--config", "other.yaml", "feeds", "export", "--opml-version", "2.0"])
            func withoutDate(_ text: String) -> String { text.replacing(/<dateCreated>.*<\/dateCreated>/, with: "") }
            #expect(withoutDate(again.output) == withoutDate(exported.output))
            let broken = try await program.run(
                ["feeds", "import", "-"], input: "<opml>\n<body>\n<outline xmlUrl='a&b'/>")
            #expect(broken.status == 4)
            #expect(broken.errors.contains("newsward: standard input, line 3: "), "\(broken.errors)")
        }
    }

    @Test("a running daemon makes the change and polls the new feed; a change that breaks something is undone")
    func daemon() async throws {
        let news = try NewsPeer(items: [PollTests.old])
        defer { news.stop() }
        let peer = try site(["/rss": Self.rss])
        defer { peer.stop() }
        let place = try Workplace(feed: news.feedURL, hook: news.hookURL)
        defer { place.folder.remove() }
        _ = try await place.program.run(["poll"])
        news.publish(PollTests.new)
        let daemon = try place.program.start(["run"])
        await news.wait { $0.count == 1 }
        let added = try await place.program.run(["feeds", "add", peer.url + "/rss", "--source", "Second"])
        #expect(added.status == 0 && added.errors.contains("; the daemon polls it"), "\(added.errors)")
        let soon = try await place.program.run(["feeds", "poll", news.feedURL])
        #expect(soon.errors == "due now; the daemon polls within seconds\n")
        let status = try await place.program.run(["status"])
        #expect(status.output.contains("\"source\":\"Second\""))
        let before = try String(contentsOfFile: place.folder.path + "/newsward.yaml", encoding: .utf8)
        try place.write("alerts/rules.yaml", "rules:\n  - name: x\n    matcher: [\"severity >= 20\"]\n")
        let refused = try await place.program.run(["feeds", "remove", peer.url + "/rss"])
        #expect(refused.status == 3 && refused.errors.contains("unknown key \"matcher\""), "\(refused.errors)")
        #expect(try String(contentsOfFile: place.folder.path + "/newsward.yaml", encoding: .utf8) == before)
        daemon.signal(SIGTERM)
        #expect(await daemon.outcome().status == 0)
    }

    @Test("exec: and file: through the built program; feeds check looks at them; feeds poll polls one")
    func otherSources() async throws {
        let news = try NewsPeer(items: [])
        defer { news.stop() }
        let place = try Workplace(feed: news.feedURL, hook: news.hookURL)
        defer { place.folder.remove() }
        let inbox = try FileManager.default.url(
            for: .itemReplacementDirectory, in: .userDomainMask,
            appropriateFor: URL(fileURLWithPath: place.folder.path),
            create: true
        ).path
        defer { try? FileManager.default.removeItem(atPath: inbox) }
        try place.write("feed.xml", Self.rss)
        #expect(try await place.program.run(["feeds", "add", "exec:/bin/cat feed.xml"]).status == 0)
        let folder = try await place.program.run(["feeds", "add", "file:" + inbox, "--source", "Inbox"])
        #expect(folder.status == 0, "\(folder.errors)")
        let checked = try await place.program.run(["feeds", "check"])
        #expect(checked.output.contains("rss2, 1 entries"), "\(checked.output)")
        let first = try await place.program.run(["feeds", "poll", "exec:/bin/cat feed.xml", "file:" + inbox])
        #expect(first.status == 0 && first.errors.contains("2 feeds polled: 1 articles stored"), "\(first.errors)")
        let file = inbox + "/a.txt"
        try Data("Briskwater Foods recalls 40,000 jars\n\nBriskwater Foods said it will recall the jars.\n".utf8)
            .write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: file)
        let second = try await place.program.run(["feeds", "poll", "file:" + inbox])
        #expect(second.errors.contains("1 feeds polled: 1 articles stored, 1 alerts."), "\(second.errors)")
        #expect(news.notices.first?.body.contains("XXXX:BRISK") == true)
        #expect(FileManager.default.fileExists(atPath: file), "left where it is, as the default says")
    }
}
