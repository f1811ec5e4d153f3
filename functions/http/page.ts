/** A whole page without script, with its own few lines of style, so that it stands when nothing else loads. */
import { createHash } from 'node:crypto'
import { safeHeaders } from './apiHeaders.ts'
import type { HttpReply } from './event.ts'
import { type Html, html, trusted } from './html.ts'

const style = `
:root{color-scheme:light;--ink:#1b1b1b;--blue:#00566b;--line:#5b6b73;--soft:#eef3f5;--red:#b3261e}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:#fff;font:1.125rem/1.5 "Source Sans 3","Segoe UI",system-ui,sans-serif}
header,main,footer{max-width:42rem;margin:0 auto;padding:1rem}
.balk{border-bottom:4px solid var(--blue)}
.balk p{margin:0;font-weight:600}
h1{font-size:1.75rem;line-height:1.25;margin:1rem 0}
h2{font-size:1.25rem;margin:2rem 0 .5rem}
a{color:var(--blue)}
label,legend{font-weight:600;padding:0}
fieldset{border:0;padding:0;margin:2rem 0}
.veld{margin:1.5rem 0}
.hulp{margin:.25rem 0;color:#414b50}
input,select,textarea{font:inherit;color:inherit;background:#fff;border:1px solid var(--line);border-radius:2px}
input:not([type=radio],[type=hidden]),select,textarea{display:block;width:100%;min-height:2.75rem;padding:.5rem}
.keuze{display:flex;gap:.75rem;align-items:center;min-height:2.75rem}
.keuze label{font-weight:400}
.keuze input{accent-color:var(--blue);width:1.5rem;height:1.5rem;margin:0;flex:none}
button{font:inherit;font-weight:600;min-height:3rem;padding:.5rem 1.5rem;margin:0 .5rem .5rem 0;color:#fff;background:var(--blue);border:2px solid var(--blue);border-radius:2px;cursor:pointer}
button.tweede{color:var(--blue);background:#fff}
:focus-visible{outline:3px solid #ffb612;outline-offset:2px}
.fouten{border:3px solid var(--red);padding:1rem;margin:1.5rem 0}
.fouten h2{margin-top:0}
.fout{color:var(--red);font-weight:600;margin:.25rem 0}
.lokveld{position:absolute;left:-100rem}
.tekst{white-space:pre-line}
.let-op{background:var(--soft);border-left:6px solid var(--blue);padding:1rem}
dt{font-weight:600;margin-top:1rem}dd{margin:0;overflow-wrap:anywhere}
footer{border-top:1px solid #c9d3d8;margin-top:3rem;font-size:1rem}
`
const styleHash = createHash('sha256').update(style).digest('base64')

/** @param formAction origins besides our own that a form of the page may lead to, by redirect too. */
export function toPage(
  statusCode: number,
  {
    title,
    brand,
    main,
    formAction = [],
  }: { title: string; brand: string; main: Html; formAction?: readonly string[] },
): HttpReply {
  const { html: body } = html`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
<title>${title} - ${brand}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
<header class="balk"><p>${brand}</p></header>
<main>${main}</main>
</body>
</html>
`
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    'img-src data:',
    ["form-action 'self'", ...formAction].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    statusCode,
    headers: {
      ...safeHeaders,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': policy.join('; '),
      'Referrer-Policy': 'same-origin',
    },
    body,
  }
}
