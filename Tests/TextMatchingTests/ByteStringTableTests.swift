import Testing

@testable import TextMatching

@Suite("ByteStringTable")
struct ByteStringTableTests {
    @Test("numbers strings in the order in which they first come")
    func numbers() {
        var table = ByteStringTable()
        #expect(table.insert([1, 2]) == (0, true))
        #expect(table.insert([]) == (1, true))
        #expect(table.insert([1, 2]) == (0, false))
        #expect(table.insert([1]) == (2, true))
        #expect(table.count == 3)
        #expect(table.number(of: []) == 1)
        #expect(table.number(of: [2]) == nil)
        #expect(table.contains([1]) && !table.contains([2, 1]))
    }

    @Test("keeps all strings when it grows")
    func growth() {
        var table = ByteStringTable()
        let strings = (0..<5000).map { Array("term \($0 * 7)".utf8) }
        for (number, string) in strings.enumerated() { #expect(table.insert(string) == (number, true)) }
        for (number, string) in strings.enumerated() { #expect(table.number(of: string) == number) }
        #expect(table.number(of: Array("term 1".utf8)) == nil)
    }

    @Test("gives the strings as ranges of one pool")
    func pool() {
        var table = ByteStringTable(capacity: 100)
        for string in [[7, 8], [], [9]] as [[UInt8]] { _ = table.insert(string) }
        #expect(table.pool == [7, 8, 9])
        #expect(table.starts == [0, 2, 2, 3])
    }
}
