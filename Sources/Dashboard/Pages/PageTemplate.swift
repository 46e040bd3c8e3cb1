/// The page's text and look. Compiled in, so that the page never depends on a folder; no script, no inline style.
enum PageTemplate {
    static let firstPage = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="refresh" content="10">
        <title>Newsward</title>
        <link rel="stylesheet" href="/style.css">
        </head>
        <body>
        <header><h1>Newsward</h1><p>{{version}} · {{now}} · {{ready}}</p></header>
        <ul class="totals">
        <li><b>{{articleCount}}</b> articles</li><li><b>{{storyCount}}</b> stories</li><li><b>{{alertCount}}</b> alerts</li>
        <li><b>{{deliveredCount}}</b> delivered</li><li><b>{{waitingCount}}</b> waiting</li><li><b>{{deadCount}}</b> given up</li>
        </ul>
        <section><h2>Latest alerts</h2>
        {{#noAlerts}}<p>No alert yet.</p>{{/noAlerts}}
        <table>
        {{#alerts}}
        <tr><td class="when">{{when}}</td><td class="number {{level}}">{{severity}}</td><td><b>{{company}}</b> <small>{{companyID}}</small><br>{{events}}</td>
        <td>{{#hasLink}}<a href="{{link}}" rel="noreferrer noopener">{{title}}</a>{{/hasLink}}{{^hasLink}}{{title}}{{/hasLink}}<br><small>{{sources}} · revision {{revision}}: {{reason}}</small></td></tr>
        {{/alerts}}
        </table></section>
        <section><h2>Latest articles</h2>
        {{#noArticles}}<p>No article yet.</p>{{/noArticles}}
        <table>
        {{#articles}}
        <tr><td class="when">{{when}}</td><td>{{source}}</td><td>{{#hasLink}}<a href="{{link}}" rel="noreferrer noopener">{{title}}</a>{{/hasLink}}{{^hasLink}}{{title}}{{/hasLink}}<br><small>{{companies}}</small></td>
        <td class="number">{{sentiment}}</td><td>{{events}}<br><small>{{decision}}</small></td></tr>
        {{/articles}}
        </table></section>
        <section><h2>Receivers</h2>
        {{#noReceivers}}<p>No receiver configured.</p>{{/noReceivers}}
        <table>
        {{#receivers}}
        <tr><td><b>{{name}}</b></td><td class="{{level}}">{{health}}</td><td class="when">{{when}}</td></tr>
        {{/receivers}}
        </table></section>
        <section><h2>Feeds</h2>
        {{#noFeeds}}<p>No feed configured.</p>{{/noFeeds}}
        <table>
        {{#feeds}}
        <tr><td><b>{{source}}</b><br><small>{{url}}</small></td><td class="{{level}}">{{health}}</td><td>{{articles}} articles</td><td class="when">last {{checked}}<br>next {{next}}</td></tr>
        {{/feeds}}
        </table></section>
        </body>
        </html>

        """

    static let style = """
        :root { color-scheme: light dark; font-family: system-ui, "Noto Sans KR", sans-serif; line-height: 1.4; }
        body { max-width: 75rem; margin: 0 auto; padding: 1rem; }
        header p, small, .when { color: #777; }
        .totals { display: flex; flex-wrap: wrap; gap: 1.5rem; list-style: none; padding: 0; }
        .totals b { font-size: 1.4rem; }
        table { width: 100%; border-collapse: collapse; }
        td { border-top: 1px solid #8884; padding: .4rem .6rem .4rem 0; vertical-align: top; overflow-wrap: anywhere; }
        .when, .number { white-space: nowrap; overflow-wrap: normal; font-variant-numeric: tabular-nums; }
        .high { color: #c22; font-weight: 600; }
        .middle { color: #b60; font-weight: 600; }
        .low { color: #384; }

        """
}
