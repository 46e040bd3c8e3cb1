/// The elements whose meaning matters to extraction; every other element is `unknown`.
enum HTMLTag: UInt8, CaseIterable {
    case unknown, document, text
    case a, abbr, address, area, article, aside, audio, b, base, bdi, bdo, big, blockquote, body, br, button, canvas
    case caption, center, cite, code, col, colgroup, data, datalist, dd, del, details, dfn, dialog, dir, div, dl, dt, em
    case embed, fieldset, figcaption, figure, font, footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header
    case hgroup, hr, html, i, iframe, img, input, ins, kbd, label, legend, li, link, main, map, mark, menu, meta, meter
    case nav, noembed, noframes, noscript, object, ol, optgroup, option, output, p, param, picture, pre, progress, q, rp
    case rt, ruby, s, samp, script, section, select, small, source, span, strike, strong, style, sub, summary, sup, svg
    case table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, `var`, video, wbr
    case xmp

    /// The element with a name given in any case; `unknown` for other names.
    init(name: some Collection<UInt8>) {
        self = Self.byName[Self.pack(name)] ?? .unknown
    }

    /// Elements that never have content, so they are never open.
    var isVoid: Bool { Self.void[Int(rawValue)] }
    /// Elements that stand on lines of their own.
    var isBlock: Bool { Self.block[Int(rawValue)] }
    /// Elements whose content the tokenizer reads as text up to their end tag.
    var isRawText: Bool { Self.rawText[Int(rawValue)] }
    /// Elements whose content is never article text.
    var isDropped: Bool { Self.dropped[Int(rawValue)] }
    var isHeading: Bool { rawValue >= HTMLTag.h1.rawValue && rawValue <= HTMLTag.h6.rawValue }

    /// The element's name in lower case.
    var nameBytes: [UInt8] { Self.names[Int(rawValue)] }

    private static let names: [[UInt8]] = allCases.map { Array("\($0)".utf8) }

    private static func pack(_ name: some Collection<UInt8>) -> UInt128 {
        guard name.count <= 12 else { return 0 }
        var key: UInt128 = 0
        for byte in name { key = key << 8 | UInt128(ASCII.lower(byte)) }
        return key
    }

    private static let byName: [UInt128: HTMLTag] = {
        var names: [UInt128: HTMLTag] = [:]
        for tag in allCases where tag.rawValue > HTMLTag.text.rawValue { names[pack(tag.nameBytes)] = tag }
        names[pack("image".utf8)] = .img
        return names
    }()

    private static func flags(_ tags: [HTMLTag]) -> [Bool] {
        var table = [Bool](repeating: false, count: allCases.count)
        for tag in tags { table[Int(tag.rawValue)] = true }
        return table
    }

    private static let void = flags([
        .area, .base, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .param, .source, .track, .wbr,
    ])
    private static let block = flags([
        .document, .address, .article, .aside, .blockquote, .body, .br, .caption, .center, .colgroup, .dd, .details,
        .dialog, .dir, .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .frameset, .h1, .h2, .h3, .h4,
        .h5, .h6, .head, .header, .hgroup, .hr, .html, .legend, .li, .main, .menu, .nav, .ol, .optgroup, .option, .p,
        .pre, .section, .select, .summary, .table, .tbody, .td, .tfoot, .th, .thead, .title, .tr, .ul, .xmp, .iframe,
        .video, .audio, .object, .canvas, .textarea, .noscript, .svg,
    ])
    private static let rawText = flags([.script, .style, .title, .textarea, .iframe, .noembed, .noframes, .xmp])
    private static let dropped = flags([
        .script, .style, .template, .iframe, .noembed, .noframes, .svg, .canvas, .object, .embed, .audio, .video,
        .select, .datalist, .option, .textarea, .button, .input, .map, .head, .title, .meta, .link, .dialog, .progress,
        .meter, .rp,
    ])
}
