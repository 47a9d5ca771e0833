/** The colours, in light and in dark. test/e2e measures that all text on the pages has a contrast of at least 4.5. */
const THEMES = {
  light: {
    paper: '#ffffff',
    ground: '#f6f6f4',
    ink: '#1c1d21',
    soft: '#5c5f68',
    line: '#e1e1dc',
    accent: '#3557b7',
    clear: '#1a6f40',
    'clear-bg': '#e4f4ea',
    ask: '#1a6080',
    'ask-bg': '#e2f1f7',
    review: '#7d5200',
    'review-bg': '#fdf0d5',
    escalate: '#a3262a',
    'escalate-bg': '#fce4e2',
    mark: '#ffd84d66',
    'mark-line': '#d49b00',
  },
  dark: {
    paper: '#1d1f24',
    ground: '#14151a',
    ink: '#ececf0',
    soft: '#a3a6b1',
    line: '#33363f',
    accent: '#9db4ff',
    clear: '#7fd6a2',
    'clear-bg': '#17352a',
    ask: '#84cbe6',
    'ask-bg': '#143341',
    review: '#f0c069',
    'review-bg': '#3a2c10',
    escalate: '#ff9d98',
    'escalate-bg': '#45191b',
    mark: '#ffd84d55',
    'mark-line': '#ffd84d',
  },
} as const

const variables = (theme: Readonly<Record<string, string>>): string =>
  Object.entries(theme)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')

/** One type scale, one spacing scale, two themes. Inlined, so that a page is one file and asks nobody for anything. */
export const STYLE = `
:root{color-scheme:light dark;${variables(THEMES.light)};--s1:4px;--s2:8px;--s3:12px;--s4:16px;--s5:24px;--s6:40px}
@media(prefers-color-scheme:dark){:root{${variables(THEMES.dark)}}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;-webkit-text-size-adjust:100%}
main{max-width:1080px;margin:0 auto;padding:var(--s5) var(--s4) var(--s6)}
h1{font-size:28px;line-height:1.2;margin:0 0 var(--s1);letter-spacing:-.01em;overflow-wrap:anywhere}
h2{font-size:20px;line-height:1.3;margin:var(--s6) 0 var(--s3);scroll-margin-top:var(--s4)}
h3,.h3{font-size:16px;line-height:1.4;margin:0 0 var(--s1);overflow-wrap:anywhere}
h4{font-size:14px;margin:var(--s3) 0 0}
p{margin:0 0 var(--s3)}
a{color:var(--accent);text-underline-offset:2px}
a:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
.soft{color:var(--soft)}.small{font-size:14px}.mono{font-family:ui-monospace,SFMono-Regular,Menlo,monospace;font-size:13px;overflow-wrap:anywhere}
.crumb{margin-bottom:var(--s4)}
.pill{display:inline-block;padding:2px 10px;border-radius:99px;font-size:14px;line-height:1.5;font-weight:600;white-space:nowrap}
.clear{color:var(--clear);background:var(--clear-bg)}.ask{color:var(--ask);background:var(--ask-bg)}.review{color:var(--review);background:var(--review-bg)}.escalate{color:var(--escalate);background:var(--escalate-bg)}
.card{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:var(--s4) var(--s5);margin-bottom:var(--s4)}
.card h3 a{overflow-wrap:normal}
.summary{border-left:6px solid currentColor;margin-top:var(--s4);padding-top:var(--s5);padding-bottom:var(--s5)}
.summary p,.summary div,.summary .h3{color:var(--ink)}.summary .pill.clear{color:var(--clear)}.summary .pill.ask{color:var(--ask)}.summary .pill.review{color:var(--review)}.summary .pill.escalate{color:var(--escalate)}
.summary .words{font-size:20px;line-height:1.35;font-weight:600}
.summary .counted{margin:var(--s4) 0 0;font-size:14px}.summary .note{color:var(--soft)}
.note{border-left:3px solid var(--line);padding-left:var(--s3);color:var(--soft);font-size:14px;margin:var(--s4) 0 0;max-width:88ch}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,400px),1fr));gap:var(--s4) var(--s5);align-items:start}
.two>.card{margin:0}.two .marked{margin-top:0}
.tags{display:flex;flex-wrap:wrap;gap:var(--s1) var(--s3);font-size:13px;color:var(--soft);margin:0 0 var(--s3)}.tags>*{overflow-wrap:anywhere}.tags b{font-weight:600}
.tags .strong{color:var(--escalate)}.tags .moderate{color:var(--review)}
.evidence{list-style:none;margin:0;padding:0}
.evidence>li{border-top:1px solid var(--line);padding:var(--s3) 0}
.evidence>li:first-child{border-top:0;padding-top:0}.evidence>li:last-child{padding-bottom:0}
.value{font-weight:600;overflow-wrap:anywhere}.value.long{font-weight:400}
.place,.place summary{font-size:13px;color:var(--soft);overflow-wrap:anywhere}
.marked{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,400px),1fr));gap:var(--s4);margin-top:var(--s4);align-items:start}
.marked figure{max-width:640px}.marked.whole figure{max-width:720px}
.sheet{position:relative;border:1px solid var(--line);border-radius:6px;overflow:hidden;background-color:#fff;background-repeat:no-repeat;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.sheet i{position:absolute;background:#ffd84d66;outline:2px solid #d49b00;border-radius:2px;mix-blend-mode:multiply}
figure{margin:0}figcaption{font-size:13px;color:var(--soft);margin-top:var(--s1);overflow-wrap:anywhere}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,240px),1fr));gap:var(--s2);margin-bottom:var(--s3)}
.pair>div{background:var(--ground);border-radius:6px;padding:var(--s3);font-size:14px;overflow-wrap:anywhere}
details{margin-top:var(--s2)}summary{cursor:pointer;font-size:14px;color:var(--soft);padding:2px 0}details ul{margin:var(--s2) 0 0;padding-left:20px;font-size:14px}details.place{margin-top:2px}details.place>div{padding:var(--s1) 0 0 var(--s4)}
details ul.evidence{padding-left:0}
ul.plain{margin:0;padding-left:20px}
table{border-collapse:separate;border-spacing:0;width:100%;background:var(--paper);border:1px solid var(--line);border-radius:10px}
th,td{text-align:left;vertical-align:top;padding:var(--s3) var(--s4);border-top:1px solid var(--line);font-size:15px;overflow-wrap:anywhere}
thead th{font-size:13px;color:var(--soft);font-weight:600;border-top:0}
.who{width:13.5em}.who .mono{white-space:nowrap}td:last-child{width:32%}.phone{display:none}
td a{font-weight:600}
.counts{display:flex;flex-wrap:wrap;gap:var(--s3);margin:var(--s4) 0;padding:0;list-style:none}
.counts li{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:var(--s3) var(--s4);min-width:120px;font-size:15px}
.counts b{display:block;font-size:28px;line-height:1.2}.counts a{color:inherit;text-decoration-thickness:2px}
.time{display:grid;grid-template-columns:minmax(120px,260px) 1fr;gap:var(--s2) var(--s4);font-size:14px;align-items:center}
.track{position:relative;height:22px;background:var(--ground);border-radius:4px}
.bar{position:absolute;top:3px;height:16px;min-width:4px;border-radius:4px;background:var(--accent);opacity:.85}
.bar.education{background:var(--clear)}.bar.interview{background:var(--review)}.bar.application{background:var(--ask)}.bar.profile{background:var(--soft)}
.years{position:relative;height:20px;font-size:12px;color:var(--soft);overflow:hidden}.years span{position:absolute;border-left:1px solid var(--soft);padding-left:3px;line-height:1.2}
.beside{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,360px);gap:var(--s5);align-items:start}
.numbered th:first-child{width:4.5em}.number{color:var(--soft)}@media(min-width:901px){.graph{position:sticky;top:var(--s4)}}table.numbered th:last-child{width:8em}table.reasons th:last-child{width:55%}table.reasons td:last-child,table.pairs td:last-child,table.numbered td:last-child{width:auto}table.pairs th:first-child{width:30%}table.pairs th:last-child{width:14em}.card>ul+p{margin:var(--s3) 0 0}
.graph svg{display:block;width:100%;height:auto;max-width:400px;margin:0 auto;color:var(--ink)}
.graph circle{fill:var(--paper);stroke:var(--accent);stroke-width:2}.graph text{fill:currentColor;text-anchor:middle;dominant-baseline:central;font-weight:600}
.graph line{stroke:var(--accent);opacity:.75}.graph .heavy{stroke-width:4}.graph .middling{stroke-width:2.5}.graph .light{stroke-width:1.2}
.graph .proposed{stroke:var(--soft);stroke-dasharray:7 5}.graph .apart{stroke:var(--soft);stroke-width:3;stroke-dasharray:.1 8;stroke-linecap:round}
.share{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,auto);gap:var(--s2) var(--s5);align-items:start}.beside-text{display:grid;gap:var(--s1);justify-items:end;max-width:22em}
.events{list-style:none;margin:0;padding:0}.events li{border-left:3px solid var(--line);padding:0 0 var(--s3) var(--s3);overflow-wrap:anywhere}
footer{margin-top:var(--s6);border-top:1px solid var(--line);padding-top:var(--s4);max-width:88ch}
@media(max-width:900px){.beside{grid-template-columns:minmax(0,1fr)}}
@media(max-width:640px){.share{grid-template-columns:minmax(0,1fr)}.beside-text{justify-items:start}main{padding:var(--s4) var(--s3) var(--s5)}h1{font-size:24px}.card{padding:var(--s4)}.counts{display:grid;grid-template-columns:1fr 1fr}.counts li{min-width:0}
table.stack thead{display:none}table.stack tr{display:block;padding:var(--s3) var(--s4);border-top:1px solid var(--line)}table.stack tr:first-child{border-top:0}
table.stack td{display:block;border:0;padding:2px 0;width:auto}.phone{display:inline;color:var(--soft)}.time{grid-template-columns:1fr;gap:var(--s1)}.time .track{margin-bottom:var(--s2)}}
@media print{:root{${variables(THEMES.light)}}body{background:#fff}.card,tr{break-inside:avoid}details:not([open]){display:none}a{color:inherit;text-decoration:none}}
`
