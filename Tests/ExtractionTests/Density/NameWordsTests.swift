import Testing

@testable import Extraction

struct NameWordsTests {
    private func words(_ markup: String) -> NameWords {
        NameWords(document: HTMLTreeBuilder.document(Array(markup.utf8)), node: 1)
    }

    @Test func `names are cut at signs, digits and capitals`() {
        let found = words("<div id=articleBody2 class='related-links snsShare'>")
        #expect(found.article == 2)
        #expect(found.furniture == 4)
        #expect(found.isCertainFurniture)
    }

    @Test func `a part of a word means nothing`() {
        let found = words("<div class='shareholder advance commentary navy'>")
        #expect(found.furniture == 0)
        #expect(!found.isCertainFurniture)
    }

    @Test func `captions are named by one word or by two`() {
        #expect(words("<p class=photo_caption>").isCaption)
        #expect(words("<em class=img_desc>").isCaption)
        #expect(!words("<div class='img box desc'>").isCaption)
        #expect(!words("<div class=description>").isCaption)
    }
}
