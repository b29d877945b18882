import { marked } from 'marked';
import sanitize from 'sanitize-html';

/** The text's highest title becomes h2, whatever its author started from: no level is skipped under the page's h1. */
function shiftedTitles(html: string): Record<string, string> {
  const top = Math.min(...[...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1])), 6);
  return Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, `h${Math.min(5, Math.max(2, level - top + 2))}`]),
  );
}

/** People's Markdown to safe HTML: no script, no style, no picture from elsewhere; titles start at h2. */
export function markdownToHtml(text: string): string {
  const html = marked.parse(text, { async: false, gfm: true, breaks: true });
  return sanitize(html, {
    allowedTags: [
      'h2',
      'h3',
      'h4',
      'h5',
      'p',
      'br',
      'hr',
      'a',
      'strong',
      'em',
      'del',
      'code',
      'pre',
      'ul',
      'ol',
      'li',
      'blockquote',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'img',
    ],
    allowedAttributes: {
      a: ['href', 'rel'],
      img: ['src', 'alt', 'loading'],
      th: ['align'],
      td: ['align'],
      table: ['tabindex'],
    },
    allowedSchemes: ['https', 'http', 'mailto', 'tel'],
    allowProtocolRelative: false,
    transformTags: {
      ...shiftedTitles(html),
      a: sanitize.simpleTransform('a', { rel: 'noopener noreferrer nofollow' }),
      img: sanitize.simpleTransform('img', { loading: 'lazy' }),
      // A table wider than the page scrolls in itself: it has to be reached by keyboard.
      table: sanitize.simpleTransform('table', { tabindex: '0' }),
    },
    exclusiveFilter: (frame) => frame.tag === 'img' && !/^\/(?!\/)/.test(frame.attribs.src ?? ''),
  });
}

export function Markdown({ text }: { text: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the only place that does, and what goes in went through the sanitizer above.
  return <div className="prose" dangerouslySetInnerHTML={{ __html: markdownToHtml(text) }} />;
}
