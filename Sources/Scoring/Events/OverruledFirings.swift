import NewsModel

/// Drops what `unless=` tells to drop: a broker's report where the same company also got a new target price.
struct OverruledFirings {
    let lexicon: CompiledLexicon

    private struct Place: Hashable {
        var field: TextField
        /// A title is one thought, so all its sentences count as one.
        var sentence: Int
        var company: Int?
    }

    /// Gives a refusal to each firing whose company has one of the types of its rule's `unless=` in the same place.
    ///
    /// - Parameter owners: the company of each firing, nil where it has none.
    func refuse(_ firings: inout [RuleFiring], owners: [Int?]) {
        let yielding = firings.indices.filter {
            firings[$0].refusal == nil && !lexicon.rules[firings[$0].rule].unless.isEmpty
        }
        guard !yielding.isEmpty else { return }
        var types: [Place: Set<EventType>] = [:]
        for index in firings.indices where firings[index].refusal == nil {
            types[place(firings[index], owners[index]), default: []].insert(lexicon.rules[firings[index].rule].type)
        }
        for index in yielding {
            let told = types[place(firings[index], owners[index])] ?? []
            if let type = lexicon.rules[firings[index].rule].unless.first(where: told.contains) {
                firings[index].refusal = .overruled(type)
            }
        }
    }

    private func place(_ firing: RuleFiring, _ company: Int?) -> Place {
        Place(field: firing.field, sentence: firing.field == .title ? 0 : firing.sentence, company: company)
    }
}
