import { describe, expect, it } from 'vitest';
import { markdownToHtml } from './markdown';

describe('Markdown written by people', () => {
  it('keeps the structure and starts titles at h2', () => {
    expect(markdownToHtml('# Titre\n\nUn *mot* et **deux**.')).toBe(
      '<h2>Titre</h2>\n<p>Un <em>mot</em> et <strong>deux</strong>.</p>\n',
    );
  });
  it('starts at h2 whatever the first level, and keeps the steps', () => {
    expect(markdownToHtml('### A\n\n#### B')).toBe('<h2>A</h2>\n<h3>B</h3>\n');
  });
  it('lets no script, handler or dangerous address through', () => {
    const html = markdownToHtml(
      '<script>alert(1)</script><p onclick="x()">a</p> [b](javascript:alert(1)) <iframe src="https://x"></iframe> <svg/onload=x>',
    );
    expect(html).not.toMatch(/<script|onclick|href=|<iframe|<svg/i);
  });
  it('shows our own pictures and none from elsewhere', () => {
    expect(markdownToHtml('![plan](/api/files/1)')).toContain('src="/api/files/1"');
    expect(markdownToHtml('![x](https://mouchard.example/p.png) ![y](//mouchard.example/p.png)')).not.toContain(
      'mouchard',
    );
  });
  it('marks links so that the other side learns nothing', () => {
    expect(markdownToHtml('[x](https://exemple.fr)')).toContain('rel="noopener noreferrer nofollow"');
  });
});

it('skips no title level, wherever the author started', () => {
  expect(markdownToHtml('### Un\n\n#### Deux')).toBe('<h2>Un</h2>\n<h3>Deux</h3>\n');
});
