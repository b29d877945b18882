import { gzipSync } from 'node:zlib';

export type Weight = { javascript: number; css: number; html: number; thirdParty: string[] };

/** What a browser downloads for a page at first: kilobytes after gzip of its scripts, styles and HTML, and requests elsewhere. */
export async function weigh(url: string, headers: Record<string, string>): Promise<Weight> {
  const html = await (await fetch(url, { headers })).text();
  const found = (pattern: RegExp) => [...new Set([...html.matchAll(pattern)].map((match) => match[1] ?? ''))];
  // `nomodule` is for browsers that know no modules: the others do not ask for it.
  const scripts = found(/<script(?![^>]*\bnomodule)[^>]+src="([^"]+)"/gi);
  const styles = found(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g);
  const size = async (links: string[]) => {
    let total = 0;
    for (const link of links)
      total += gzipSync(Buffer.from(await (await fetch(new URL(link, url))).arrayBuffer())).length;
    return total / 1_024;
  };
  const elsewhere = [...scripts, ...styles].filter((link) => new URL(link, url).origin !== new URL(url).origin);
  return {
    javascript: await size(scripts),
    css: await size(styles),
    html: gzipSync(html).length / 1_024,
    thirdParty: elsewhere,
  };
}
