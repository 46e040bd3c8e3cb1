import Dashboard
import NewsModel
import Testing

struct FeedStatusTests {
    private func health(_ change: (inout FeedState) -> Void) -> String {
        var state = FeedState(url: "https://a.example/rss")
        change(&state)
        return FeedStatus(feed: Feed(url: state.url, source: "A"), state: state).health
    }

    @Test func theHealthOfAFeedInWords() {
        let noon = Timestamp(seconds: 1_764_039_600)
        #expect(health { _ in } == "not polled yet")
        #expect(health { $0.succeededAt = noon } == "ok")
        #expect(
            health {
                $0.succeededAt = noon
                $0.rhythm.gapCount = 2
            } == "ok; 2 times entries may have been missed")
        #expect(
            health {
                $0.errorCount = 3
                $0.lastError = "status 500"
                $0.rhythm.gapCount = 1
            } == "3 failed polls in a row: status 500; 1 times entries may have been missed")
        #expect(
            health {
                $0.lastError = "status 410"
                $0.disabledReason = "gone"
            } == "stopped: gone")
    }

    @Test func anAddressIsShownWithoutItsPassword() {
        let url = "https://user:secret@a.example/rss"
        let status = FeedStatus(feed: Feed(url: url, source: "A"), state: FeedState(url: url))
        #expect(status.shownURL == "https://a.example/rss")
        var json = JSONWriter()
        status.write(to: &json)
        #expect(!json.text.contains("secret"))
    }
}
