import { html, Markup } from './html.ts'
import { STYLE } from './style.ts'

/** A whole page in one file. The policy forbids scripts and every request, so a hostile file's text stays text. `style`: more rules of our own making. */
export function frame(title: string, body: Markup, style = ''): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style>
          ${new Markup(STYLE)}${new Markup(style)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html> `.text
}
