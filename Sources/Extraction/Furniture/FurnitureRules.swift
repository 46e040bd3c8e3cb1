/// What a line that is no article text is.
enum FurnitureKind {
    /// The reporter's address, alone or with the name.
    case contact
    case copyright
    /// A call to send tips, to subscribe, to join a channel.
    case appeal
    case caption
    /// Publication time, section, view and comment counts.
    case dateLine
    /// Buttons and menus: share, print, font size.
    case control
    /// A heading after which only other articles follow: "관련기사".
    case endMark
    /// The reporter's name alone.
    case byline
}

/// The furniture of news pages as tables of plain strings, matched on bytes. Add a line where an outlet needs it.
///
/// A rule only meets lines no heavier than its table's limit (see `TextWeight`), so that prose which happens to hold a phrase
/// stays.
enum FurnitureRules {
    struct Table {
        let kind: FurnitureKind
        let place: Place
        /// In Latin letters; a Hangul syllable counts two.
        let maximumWeight: Int
        let patterns: [[UInt8]]
    }

    enum Place {
        case anywhere, start, end, whole
    }

    static let tables: [Table] = [
        table(
            .copyright, .anywhere, 400,
            [
                "무단전재", "무단 전재", "재배포 금지", "재배포금지", "무단복제", "무단 복제", "저작권자", "ⓒ ", "©", "all rights reserved",
                "copyright ", "copyrights", "ai 학습 및 활용 금지", "ai학습 이용 금지", "may not be published, broadcast, rewritten",
                "저작권법의 보호",
            ]),
        table(
            .appeal, .start, 400,
            [
                "to post a comment", "your comments are subject", "if you do not want to comment", "댓글을 남기려면",
                "댓글 작성은 로그인",
            ]),
        table(.copyright, .start, 200, ["<저작권", "[저작권", "ⓒ", "(c)", "<ⓒ", "[ⓒ", "(ⓒ"]),
        table(
            .appeal, .anywhere, 200,
            [
                "제보를 기다립니다", "제보를 받습니다", "제보하기", "제보해 주세요", "제보해주세요", "기사제보", "제보전화", "제보 전화", "카카오톡 제보",
                "제보는 카카오톡", "구독하고", "구독하기", "채널 추가", "채널추가", "친구 추가", "친구추가", "뉴스레터 신청", "뉴스레터 구독", "무료 구독",
                "바로가기▶", "바로가기 ▶", "▶]", "에서 만나보세요", "홈에서 구독", "네이버에서 구독", "메인에서 바로",
                "기사 더보기", "기사 전체보기", "자세한 내용은 영상", "sign up for our newsletter", "subscribe to our", "follow us on",
                "tell us what you think", "share your thoughts",
                "download the app", "click here to", "for more information, visit", "like us on facebook", "read more:",
            ]),
        table(
            .appeal, .start, 160,
            [
                "▶카카오톡", "▶ 카카오톡", "▶이메일", "▶ 이메일", "▶전화", "▶ 전화", "▶뉴스 홈페이지", "▶네이버", "▶ 네이버", "▶유튜브", "▶ 유튜브",
                "▶페이스북", "▶ 페이스북", "▶인스타그램", "▶[", "▶ [", "▶▶", "☞", "☏", "※ '당신의 제보", "※ 제보", "[관련기사]", "관련기사 ",
                "[관련 기사]",
                "관련기사:", "[이슈]", "[주요뉴스]", "[핫이슈]", "이메일 :", "이메일:", "카카오톡 :", "카카오톡:", "전화 :", "추천 기사", "제보 :", "제보:",
                "read also:", "see also:", "also read:", "related:", "recommended:", "more:", "watch:", "photos:",
                "video:", "advertisement",
                "story continues below", "continue reading", "[ad]", "[광고]",
            ]),
        table(
            .control, .whole, 60,
            [
                "공유", "공유하기", "기사 공유", "기사공유", "기사 공유하기", "페이스북", "트위터", "카카오톡", "카카오스토리", "네이버블로그", "네이버 블로그", "밴드",
                "url복사", "url 복사", "링크복사", "링크 복사", "주소복사", "인쇄", "프린트", "스크랩", "본문 글씨 키우기", "본문 글씨 줄이기", "글자크기",
                "글자 크기",
                "글자크기 설정", "글씨크기", "가", "가가", "가 가", "작게", "크게", "보통", "닫기", "메뉴", "전체메뉴", "검색", "로그인", "회원가입", "마이페이지",
                "구독",
                "댓글", "댓글 0", "댓글쓰기", "좋아요", "싫어요", "추천", "추천해요", "슬퍼요", "화나요", "훈훈해요", "후속기사 원해요", "이전", "다음", "이전기사",
                "다음기사", "목록", "맨위로", "top", "음성으로 듣기", "기사 듣기", "요약", "요약봇", "번역", "즐겨찾기", "홈", "뉴스홈", "본문", "이미지 확대",
                "이미지 크게 보기", "사진 크게보기", "확대보기", "광고", "ad", "advertisement", "advertising", "share", "share this",
                "share this article", "tweet", "print", "email",
                "comments", "comment", "leave a comment", "view comments", "save", "menu", "search", "sign in",
                "log in", "subscribe", "skip to content",
                "skip to main content", "home", "next", "previous", "facebook", "twitter", "linkedin", "pinterest",
                "reddit", "whatsapp", "copy link", "close",
                "listen", "font size", "enlarge this image", "toggle caption", "hide caption", "reprints", "more",
                "back to top",
            ]),
        table(.control, .start, 60, ["공유하기", "글자크기", "글씨크기", "본문 글씨", "기사 읽어주기", "조회수", "댓글 ", "페이스북 ", "스크랩 "]),
        table(
            .endMark, .whole, 60,
            [
                "인기기사", "관련기사", "관련 기사", "관련뉴스", "관련 뉴스", "많이 본 뉴스", "많이 본 기사", "많이본 뉴스", "많이본 기사", "주요뉴스", "주요 뉴스",
                "주요기사",
                "주요 기사", "추천기사", "추천 기사", "추천뉴스", "최신기사", "최신 기사", "최신뉴스", "최신 뉴스", "이 시각 주요뉴스", "이 시각 인기기사",
                "오늘의 주요뉴스",
                "실시간 인기기사", "실시간 뉴스", "당신이 좋아할 만한 기사", "함께 보면 좋은 기사", "함께 본 기사", "이슈 기사", "다른기사 보기", "다른 기사 보기", "핫이슈",
                "핫뉴스", "인기뉴스", "인기 뉴스", "랭킹뉴스", "이 기사를 추천합니다", "이 기사와 함께 많이 읽은 기사", "기자의 다른 기사", "댓글을 입력해주세요",
                "related articles", "related stories",
                "related news", "related content", "most read", "most popular", "more from", "recommended for you",
                "you may also like",
                "trending now", "read next", "more stories", "latest news", "top stories", "from our partners",
                "recommended stories", "don't miss",
            ]),
        table(
            .caption, .end, 260,
            [
                "연합뉴스 제공", "/연합뉴스", "/뉴스1", "/뉴시스", "/로이터", "/ap", "/afp", "/epa", "자료사진", "사진 제공", "제공 사진", "사진기자",
                "/게티이미지뱅크",
                "자료제공", "=연합뉴스", "=뉴시스", "=뉴스1", "/사진공동취재단", "/사진=", "연합뉴스]", "뉴시스]", "뉴스1]", "연합뉴스)", "뉴시스)",
                "getty images",
                "/reuters", "/ap photo", "(ap photo)", "via getty", "캡처", "캡처]", "캡처)", "갈무리", "갈무리]", "게티이미지뱅크",
                "게티이미지뱅크]", "픽사베이", "제공]", "제공>",
            ]),
        table(
            .caption, .anywhere, 200,
            [
                "[사진=", "(사진=", "[사진 =", "(사진 =", "[사진:", "(사진:", "<사진=", "/사진=", "사진제공=", "사진 제공=", "사진=", "[자료=",
                "(자료=", "/자료=", "[출처=", "(출처=",
                "[이미지=", "(이미지=", "[그래픽=", "(그래픽=", "[photo=", "(사진제공", "[사진제공", "photo by ", "photo: ", "photograph: ",
                "photo credit", "image credit", "(사진 제공", "[사진 제공",
            ]),
        table(
            .caption, .start, 200,
            [
                "△사진", "▲사진", "▲ 사진", "사진 제공", "사진제공", "사진출처", "사진 출처", "사진은 ", "자료사진", "그래픽 ", "인포그래픽", "image:",
                "photo:", "[사진]", "<사진>", "<그래픽>", "(그래픽)",
            ]),
        table(
            .dateLine, .start, 120,
            [
                "입력 ", "입력:", "입력시간", "기사입력", "기사 입력", "등록 ", "등록:", "등록일", "승인 ", "승인:", "수정 ", "수정:", "최종수정", "최종 수정",
                "기사승인", "송고시간", "업데이트 ",
                "발행일", "게재일", "published ", "published:", "updated ", "updated:", "last updated", "posted ",
            ]),
    ]

    /// Marks of sites' own campaigns: a short line that starts with one is an appeal unless it ends a sentence.
    static let bulletsOfAppeals = ["▶", "☞", "▷", "►", "※", "◀"].map { Array($0.utf8) }

    private static func table(_ kind: FurnitureKind, _ place: Place, _ maximumWeight: Int, _ patterns: [String])
        -> Table
    {
        Table(kind: kind, place: place, maximumWeight: maximumWeight, patterns: patterns.map { Array($0.utf8) })
    }
}
