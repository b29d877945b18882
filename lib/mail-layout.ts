const asHtml = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

export type MailParts = {
  lang: string;
  title: string;
  paragraphs: string[];
  action?: { label: string; url: string };
  code?: string;
  footer: string;
};

/** The text and HTML of a mail from the same parts, so that neither says more than the other. */
export function mailBodies({ lang, title, paragraphs, action, code, footer }: MailParts): {
  text: string;
  html: string;
} {
  const text = [title, ...paragraphs, code, action && `${action.label} :\n${action.url}`, '-- ', footer]
    .filter(Boolean)
    .join('\n\n');
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${asHtml(title)}</title></head>
<body style="margin:0;padding:24px;background:#faf9f5;color:#1a1a1a;font:17px/1.5 system-ui,sans-serif">
<div role="article" lang="${lang}" style="max-width:36em;margin:0 auto">
<h1 style="font-size:22px;line-height:1.3">${asHtml(title)}</h1>
${paragraphs.map((line) => `<p style="white-space:pre-line">${asHtml(line)}</p>`).join('\n')}
${code ? `<p style="font-size:28px;letter-spacing:4px;font-variant-numeric:tabular-nums"><strong>${asHtml(code)}</strong></p>` : ''}
${action ? `<p><a href="${asHtml(action.url)}" style="display:inline-block;padding:12px 20px;background:#1b3a6b;color:#fff;text-decoration:none">${asHtml(action.label)}</a></p>` : ''}
<hr style="border:0;border-top:1px solid #bbb"><p style="font-size:14px;color:#444">${asHtml(footer)}</p></div></body></html>`;
  return { text, html };
}
