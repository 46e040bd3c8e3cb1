extension Array {
    /// The elements of one sentence, by halving: the array must be in the order of the text.
    ///
    /// Filtering the whole array for each sentence would take quadratic time on long texts.
    func inSentence(_ sentence: Int, _ number: (Element) -> Int) -> ArraySlice<Element> {
        let first = firstIndex(from: sentence, number)
        return self[first..<Swift.max(first, firstIndex(from: sentence + 1, number))]
    }

    private func firstIndex(from sentence: Int, _ number: (Element) -> Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if number(self[middle]) < sentence { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
