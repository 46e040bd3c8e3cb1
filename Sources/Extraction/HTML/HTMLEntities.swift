/// Character references: `&amp;`, `&#44032;`, `&#xAC00;`.
enum HTMLEntities {
    /// Appends the text of a source range to `output`, references decoded; what is no reference stays as it is.
    static func decode(_ bytes: [UInt8], _ range: Range<Int>, into output: inout [UInt8]) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte == UInt8(ascii: "&"), let found = reference(bytes, at: index, end: range.upperBound) {
                append(found.scalar, to: &output)
                index = found.next
            } else {
                output.append(byte)
                index += 1
            }
        }
    }

    /// Decodes a whole text, and once more where references are left that stood for references (`&amp;quot;`).
    static func decodeTwice(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
        var once: [UInt8] = []
        once.reserveCapacity(bytes.count)
        decode(bytes, 0..<bytes.count, into: &once)
        guard once.contains(UInt8(ascii: "&")) else { return once }
        var twice: [UInt8] = []
        twice.reserveCapacity(once.count)
        decode(once, 0..<once.count, into: &twice)
        return twice
    }

    /// Reads a reference at `&`. Names need their semicolon, or a Latin-1 name that no letter, digit or `=` follows.
    private static func reference(_ bytes: [UInt8], at start: Int, end: Int) -> (scalar: UInt32, next: Int)? {
        var index = start + 1
        guard index < end else { return nil }
        if bytes[index] == UInt8(ascii: "#") { return number(bytes, at: index + 1, end: end) }
        let limit = min(end, index + longestName)
        let nameStart = index
        while index < limit, ASCII.isLetter(bytes[index]) || ASCII.isDigit(bytes[index]) { index += 1 }
        guard index > nameStart, let scalar = named[Array(bytes[nameStart..<index])] else { return nil }
        if index < end, bytes[index] == UInt8(ascii: ";") { return (scalar, index + 1) }
        // `&copy=1` in an address is a parameter, not a sign.
        guard scalar <= 255, index == end || bytes[index] != UInt8(ascii: "=") else { return nil }
        return (scalar, index)
    }

    private static func number(_ bytes: [UInt8], at start: Int, end: Int) -> (scalar: UInt32, next: Int)? {
        var index = start
        let isHex = index < end && (bytes[index] | 0x20) == UInt8(ascii: "x")
        if isHex { index += 1 }
        let digitsStart = index
        var value: UInt32 = 0
        while index < end, let digit = ASCII.hexValue(bytes[index]), isHex || digit < 10 {
            value = min(value * (isHex ? 16 : 10) + UInt32(digit), 0x11_0000)
            index += 1
        }
        guard index > digitsStart else { return nil }
        if index < end, bytes[index] == UInt8(ascii: ";") { index += 1 }
        if value >= 0x80, value < 0xA0 { value = windows1252[Int(value) - 0x80] }
        return (value, index)
    }

    /// Appends one scalar as UTF-8. NUL, surrogates and numbers past U+10FFFF become U+FFFD, other controls a blank.
    static func append(_ value: UInt32, to output: inout [UInt8]) {
        guard value != 0, let scalar = Unicode.Scalar(value) else {
            output.append(contentsOf: [0xEF, 0xBF, 0xBD])
            return
        }
        if value < 0x20, value != 0x0A, value != 0x09 {
            output.append(0x20)
        } else {
            output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    /// What pages mean by numbers 128...159: the signs of Windows-1252.
    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
        0x9D,
        0x017E, 0x0178,
    ]

    private static let named: [[UInt8]: UInt32] = {
        var table: [[UInt8]: UInt32] = [:]
        for (offset, name) in latin1.split(whereSeparator: \.isWhitespace).enumerated() {
            table[Array(name.utf8)] = UInt32(160 + offset)
        }
        for pair in others.split(whereSeparator: \.isWhitespace) {
            let parts = pair.split(separator: "=")
            if parts.count == 2, let value = UInt32(parts[1]) { table[Array(parts[0].utf8)] = value }
        }
        return table
    }()

    private static let longestName = named.keys.map(\.count).max() ?? 0

    /// The names of U+00A0...U+00FF in order.
    private static let latin1 = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3
        acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml
        Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc
        Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml
        aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc
        otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
        """

    /// Names of HTML 4 outside Latin-1, and those of HTML 5 that are seen in news, as decimal code points.
    private static let others = """
        quot=34 amp=38 lt=60 gt=62 OElig=338 oelig=339 Scaron=352 scaron=353 Yuml=376 fnof=402 circ=710 tilde=732
        Alpha=913 Beta=914 Gamma=915 Delta=916 Epsilon=917 Zeta=918 Eta=919 Theta=920 Iota=921 Kappa=922
        Lambda=923 Mu=924 Nu=925 Xi=926 Omicron=927 Pi=928 Rho=929 Sigma=931 Tau=932 Upsilon=933 Phi=934 Chi=935
        Psi=936 Omega=937 alpha=945 beta=946 gamma=947 delta=948 epsilon=949 zeta=950 eta=951 theta=952 iota=953
        kappa=954 lambda=955 mu=956 nu=957 xi=958 omicron=959 pi=960 rho=961 sigmaf=962 sigma=963 tau=964
        upsilon=965 phi=966 chi=967 psi=968 omega=969 thetasym=977 upsih=978 piv=982 ensp=8194 emsp=8195
        thinsp=8201 zwnj=8204 zwj=8205 lrm=8206 rlm=8207 ndash=8211 mdash=8212 lsquo=8216 rsquo=8217 sbquo=8218
        ldquo=8220 rdquo=8221 bdquo=8222 dagger=8224 Dagger=8225 bull=8226 hellip=8230 permil=8240 prime=8242
        Prime=8243 lsaquo=8249 rsaquo=8250 oline=8254 frasl=8260 euro=8364 image=8465 weierp=8472 real=8476
        trade=8482 alefsym=8501 larr=8592 uarr=8593 rarr=8594 darr=8595 harr=8596 crarr=8629 lArr=8656 uArr=8657
        rArr=8658 dArr=8659 hArr=8660 forall=8704 part=8706 exist=8707 empty=8709 nabla=8711 isin=8712 notin=8713
        ni=8715 prod=8719 sum=8721 minus=8722 lowast=8727 radic=8730 prop=8733 infin=8734 ang=8736 and=8743
        or=8744 cap=8745 cup=8746 int=8747 there4=8756 sim=8764 cong=8773 asymp=8776 ne=8800 equiv=8801 le=8804
        ge=8805 sub=8834 sup=8835 nsub=8836 sube=8838 supe=8839 oplus=8853 otimes=8855 perp=8869 sdot=8901
        lceil=8968 rceil=8969 lfloor=8970 rfloor=8971 lang=9001 rang=9002 loz=9674 spades=9824 clubs=9827
        hearts=9829 diams=9830 apos=39 NewLine=10 Tab=9 excl=33 num=35 dollar=36 percnt=37 lpar=40 rpar=41 ast=42
        plus=43 comma=44 period=46 sol=47 colon=58 semi=59 equals=61 quest=63 commat=64 lsqb=91 lbrack=91 bsol=92
        rsqb=93 rbrack=93 Hat=94 lowbar=95 grave=96 lcub=123 lbrace=123 verbar=124 vert=124 rcub=125 rbrace=125
        centerdot=183 starf=9733 star=9734 bigstar=9733 phone=9742 female=9792 male=9794 check=10003 cross=10007
        ZeroWidthSpace=8203 NoBreak=8288 numsp=8199 puncsp=8200 hairsp=8202 dash=8208 horbar=8213 Vert=8214
        lsquor=8218 ldquor=8222 bullet=8226 nldr=8229 mldr=8230 caret=8257 rightarrow=8594 leftarrow=8592
        uparrow=8593 downarrow=8595 triangledown=9663 squ=9633 square=9633 blk14=9617 block=9608 vellip=8942
        ctdot=8943 half=189 frac13=8531 frac23=8532 frac15=8533 frac18=8539 frac38=8540 frac58=8541 frac78=8542
        numero=8470 copysr=8471 TRADE=8482 REG=174 COPY=169 AMP=38 LT=60 GT=62 QUOT=34 ccaron=269 Ccaron=268
        zcaron=382 Zcaron=381 amacr=257 emacr=275 imacr=299 omacr=333 umacr=363 abreve=259 gbreve=287 inodot=305
        scedil=351 Scedil=350 lstrok=322 Lstrok=321 nacute=324 sacute=347 zacute=378 zdot=380 aogon=261 eogon=281
        cacute=263 rcaron=345 ecaron=283 uring=367 odblac=337 udblac=369 utri=9653 dtri=9663 rtri=9657 ltri=9667
        utrif=9652 dtrif=9662 rtrif=9656 ltrif=9666 cir=9675 xcirc=9711 approx=8776 approxeq=8778 leq=8804
        geq=8805 pm=177 div=247
        """
}
