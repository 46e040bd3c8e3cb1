/// The message templates that come with the program. The files of `alerts/templates/` are the same, to be edited.
enum DefaultTemplates {
    static let all: [String: String] = [
        "text.en": textEnglish, "text.ko": textKorean, "line.en": lineEnglish, "line.ko": lineKorean,
        "slack.en": slackEnglish, "slack.ko": slackKorean, "html.en": htmlEnglish, "html.ko": htmlKorean,
        "markdown.en": markdownEnglish, "markdown.ko": markdownKorean,
    ]

    private static let textEnglish = """
        {{#is_resolved}}[resolved] {{/is_resolved}}[{{severity}} {{severity_word}}] {{company}}{{#company_id}} ({{company_id}}){{/company_id}} - {{sentiment}} {{score}}{{#is_update}} - update {{revision}}: {{reason}}{{/is_update}}
          {{title}}
        {{#events}}
          * {{words}}{{#phase}}, {{phase}}{{/phase}}{{^is_fact}}, {{fact_level}}{{/is_fact}} [{{event_severity}}]{{#evidence}}: "{{evidence}}"{{/evidence}}
        {{/events}}
        {{#more_events}}
          * and {{more_events}} more
        {{/more_events}}
          {{#source}}{{source}}, {{/source}}{{#published}}{{published}}{{/published}}{{^published}}seen {{updated}}{{/published}}{{#several}} - {{source_count}} source{{#several_sources}}s{{/several_sources}}{{#first_seen}}, first {{first_seen}}{{/first_seen}}{{#best_rank}}, best rank {{best_rank}}{{/best_rank}}{{/several}}
        {{#url}}
          {{url}}
        {{/url}}

        """

    private static let textKorean = """
        {{#is_resolved}}[해소] {{/is_resolved}}[{{severity}} {{severity_word}}] {{company}}{{#company_id}} ({{company_id}}){{/company_id}} - {{sentiment}} {{score}}{{#is_update}} - {{revision}}차 알림: {{reason}}{{/is_update}}
          {{title}}
        {{#events}}
          * {{words}}{{#phase}}, {{phase}}{{/phase}}{{^is_fact}}, {{fact_level}}{{/is_fact}} [{{event_severity}}]{{#evidence}}: "{{evidence}}"{{/evidence}}
        {{/events}}
        {{#more_events}}
          * 외 {{more_events}}건
        {{/more_events}}
          {{#source}}{{source}}, {{/source}}{{#published}}{{published}}{{/published}}{{^published}}수집 {{updated}}{{/published}}{{#several}} - 출처 {{source_count}}곳{{#first_seen}}, 최초 {{first_seen}}{{/first_seen}}{{#best_rank}}, 최고 순위 {{best_rank}}{{/best_rank}}{{/several}}
        {{#url}}
          {{url}}
        {{/url}}

        """

    private static let lineEnglish = """
        {{#is_resolved}}[resolved] {{/is_resolved}}[{{severity}}] {{company}}{{#company_id}} ({{company_id}}){{/company_id}} {{sentiment}} {{score}} | {{#events}}{{words}}{{#phase}}, {{phase}}{{/phase}}; {{/events}}{{title}}{{#is_update}} | update {{revision}}: {{reason}}{{/is_update}} | {{#source}}{{source}}, {{/source}}{{#published}}{{published}}{{/published}}{{^published}}seen {{updated}}{{/published}}{{#several}}, {{source_count}} source{{#several_sources}}s{{/several_sources}}{{#first_seen}}, first {{first_seen}}{{/first_seen}}{{#best_rank}}, best rank {{best_rank}}{{/best_rank}}{{/several}}{{#url}} | {{url}}{{/url}}

        """

    private static let lineKorean = """
        {{#is_resolved}}[해소] {{/is_resolved}}[{{severity}}] {{company}}{{#company_id}} ({{company_id}}){{/company_id}} {{sentiment}} {{score}} | {{#events}}{{words}}{{#phase}}, {{phase}}{{/phase}}; {{/events}}{{title}}{{#is_update}} | {{revision}}차 알림: {{reason}}{{/is_update}} | {{#source}}{{source}}, {{/source}}{{#published}}{{published}}{{/published}}{{^published}}수집 {{updated}}{{/published}}{{#several}}, 출처 {{source_count}}곳{{#first_seen}}, 최초 {{first_seen}}{{/first_seen}}{{#best_rank}}, 최고 순위 {{best_rank}}{{/best_rank}}{{/several}}{{#url}} | {{url}}{{/url}}

        """

    private static let slackEnglish = """
        {{#is_resolved}}[resolved] {{/is_resolved}}*{{company}}*{{#company_id}} ({{company_id}}){{/company_id}} - severity {{severity}} ({{severity_word}}), {{sentiment}} {{score}}{{#is_update}} - update {{revision}}: {{reason}}{{/is_update}}
        {{#url}}<{{url}}|{{title}}>{{/url}}{{^url}}{{title}}{{/url}}
        {{#events}}
        • {{words}}{{#phase}}, {{phase}}{{/phase}}{{^is_fact}}, {{fact_level}}{{/is_fact}} ({{event_severity}}){{#evidence}}: _{{evidence}}_{{/evidence}}
        {{/events}}
        {{#more_events}}
        • and {{more_events}} more
        {{/more_events}}
        {{#source}}{{source}}, {{/source}}{{#published}}{{published}}{{/published}}{{^published}}seen {{updated}}{{/published}}{{#several}} - {{source_count}} source{{#several_sources}}s{{/several_sources}}{{#first_seen}}, first {{first_seen}}{{/first_seen}}{{#best_rank}}, best rank {{best_rank}}{{/best_rank}}{{/several}}

        """

    private static let slackKorean = """
        {{#is_resolved}}[해소] {{/is_resolved}}*{{company}}*{{#company_id}} ({{company_id}}){{/company_id}} - 위험 {{severity}} ({{severity_word}}), {{sentiment}} {{score}}{{#is_update}} - {{revision}}차 알림: {{reason}}{{/is_update}}
        {{#url}}<{{url}}|{{title}}>{{/url}}{{^url}}{{title}}{{/url}}
        {{#events}}
        • {{words}}{{#phase}}, {{phase}}{{/phase}}{{^is_fact}}, {{fact_level}}{{/is_fact}} ({{event_severity}}){{#evidence}}: _{{evidence}}_{{/evidence}}
        {{/events}}
        {{#more_events}}
        • 외 {{more_events}}건
        {{/more_events}}
        {{#source}}{{source}}, {{/source}}{{#published}}{{published}}{{/published}}{{^published}}수집 {{updated}}{{/published}}{{#several}} - 출처 {{source_count}}곳{{#first_seen}}, 최초 {{first_seen}}{{/first_seen}}{{#best_rank}}, 최고 순위 {{best_rank}}{{/best_rank}}{{/several}}

        """

    private static let htmlEnglish = """
        {{#is_resolved}}[resolved] {{/is_resolved}}<b>{{company}}</b>{{#company_id}} ({{company_id}}){{/company_id}} - severity {{severity}} ({{severity_word}}), {{sentiment}} {{score}}{{#is_update}} - update {{revision}}: {{reason}}{{/is_update}}
        {{#url}}<a href="{{url}}">{{title}}</a>{{/url}}{{^url}}{{title}}{{/url}}
        {{#events}}
        • {{words}}{{#phase}}, {{phase}}{{/phase}}{{^is_fact}}, {{fact_level}}{{/is_fact}} ({{event_severity}}){{#evidence}}: <i>{{evidence}}</i>{{/evidence}}
        {{/events}}
        {{#more_events}}
        • and {{more_events}} more
        {{/more_events}}
        {{#source}}{{source}}, {{/source}}{{#published}}{{published}}{{/published}}{{^published}}seen {{updated}}{{/published}}{{#several}} - {{source_count}} source{{#several_sources}}s{{/several_sources}}{{#first_seen}}, first {{first_seen}}{{/first_seen}}{{#best_rank}}, best rank {{best_rank}}{{/best_rank}}{{/several}}

        """

    private static let htmlKorean = """
        {{#is_resolved}}[해소] {{/is_resolved}}<b>{{company}}</b>{{#company_id}} ({{company_id}}){{/company_id}} - 위험 {{severity}} ({{severity_word}}), {{sentiment}} {{score}}{{#is_update}} - {{revision}}차 알림: {{reason}}{{/is_update}}
        {{#url}}<a href="{{url}}">{{title}}</a>{{/url}}{{^url}}{{title}}{{/url}}
        {{#events}}
        • {{words}}{{#phase}}, {{phase}}{{/phase}}{{^is_fact}}, {{fact_level}}{{/is_fact}} ({{event_severity}}){{#evidence}}: <i>{{evidence}}</i>{{/evidence}}
        {{/events}}
        {{#more_events}}
        • 외 {{more_events}}건
        {{/more_events}}
        {{#source}}{{source}}, {{/source}}{{#published}}{{published}}{{/published}}{{^published}}수집 {{updated}}{{/published}}{{#several}} - 출처 {{source_count}}곳{{#first_seen}}, 최초 {{first_seen}}{{/first_seen}}{{#best_rank}}, 최고 순위 {{best_rank}}{{/best_rank}}{{/several}}

        """

    private static let markdownEnglish = """
        {{#is_resolved}}[resolved] {{/is_resolved}}**{{company}}**{{#company_id}} ({{company_id}}){{/company_id}} - severity {{severity}} ({{severity_word}}), {{sentiment}} {{score}}{{#is_update}} - update {{revision}}: {{reason}}{{/is_update}}
        {{#url}}[{{title}}]({{url}}){{/url}}{{^url}}{{title}}{{/url}}
        {{#events}}
        • {{words}}{{#phase}}, {{phase}}{{/phase}}{{^is_fact}}, {{fact_level}}{{/is_fact}} ({{event_severity}}){{#evidence}}: _{{evidence}}_{{/evidence}}
        {{/events}}
        {{#more_events}}
        • and {{more_events}} more
        {{/more_events}}
        {{#source}}{{source}}, {{/source}}{{#published}}{{published}}{{/published}}{{^published}}seen {{updated}}{{/published}}{{#several}} - {{source_count}} source{{#several_sources}}s{{/several_sources}}{{#first_seen}}, first {{first_seen}}{{/first_seen}}{{#best_rank}}, best rank {{best_rank}}{{/best_rank}}{{/several}}

        """

    private static let markdownKorean = """
        {{#is_resolved}}[해소] {{/is_resolved}}**{{company}}**{{#company_id}} ({{company_id}}){{/company_id}} - 위험 {{severity}} ({{severity_word}}), {{sentiment}} {{score}}{{#is_update}} - {{revision}}차 알림: {{reason}}{{/is_update}}
        {{#url}}[{{title}}]({{url}}){{/url}}{{^url}}{{title}}{{/url}}
        {{#events}}
        • {{words}}{{#phase}}, {{phase}}{{/phase}}{{^is_fact}}, {{fact_level}}{{/is_fact}} ({{event_severity}}){{#evidence}}: _{{evidence}}_{{/evidence}}
        {{/events}}
        {{#more_events}}
        • 외 {{more_events}}건
        {{/more_events}}
        {{#source}}{{source}}, {{/source}}{{#published}}{{published}}{{/published}}{{^published}}수집 {{updated}}{{/published}}{{#several}} - 출처 {{source_count}}곳{{#first_seen}}, 최초 {{first_seen}}{{/first_seen}}{{#best_rank}}, 최고 순위 {{best_rank}}{{/best_rank}}{{/several}}

        """
}
