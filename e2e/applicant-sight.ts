import type { Page } from '@playwright/test';
import { MATRIX } from './permissions';
import { addressOf, sql } from './support';

type File = { id: string; call: string; title: string; email: string };

/** Of the matrix, what an applicant may open about themselves: their files, whatever is signed-in people's, their call. */
async function addresses({ id, call, title }: File): Promise<string[]> {
  const [found] = await sql<{ correction: string; section: string }>(
    `SELECT (SELECT c.id::text FROM correction c WHERE c.application_id = a.id ORDER BY created_at DESC LIMIT 1) AS correction,
       f.definition->'sections'->0->>'id' AS section FROM application a JOIN form_version f ON f.id = a.form_version_id WHERE a.id = $1::uuid`,
    [id],
  );
  const own: Record<string, string> = { '[id]': id, '[slug]': call, '[number]': '1' };
  own['[correction]'] = found?.correction ?? '';
  own['[section]'] = found?.section ?? '';
  const asked: string[] = [];
  for (const [route, access] of Object.entries(MATRIX)) {
    const mine = /my-applications|\/calls\/\[slug\]/.test(route) && !/\/admin\//.test(route);
    if (mine && !route.includes('[token]') && !route.includes('[transfer]'))
      asked.push(route.replace('[locale]', 'fr').replace(/\[\w+\]/g, (name) => own[name] ?? name));
    else if (access.who === 'signed-in' && !access.elsewhere) asked.push((await addressOf(route, access)) ?? '');
  }
  const words = encodeURIComponent(title);
  return [...asked, `/fr/search?q=${words}`, `/api/search?q=${words}&locale=fr`, '/fr/today'].filter(Boolean);
}

/**
 * A streamed payload as a set: the rows of React arrive in the order in which they are ready, numbered as they come, and
 * a view has a random key. Which rows there are, and every word in them, stays.
 */
const rowsOf = (payload: string): string =>
  payload
    .split('\n')
    .map((row) =>
      row
        .replace(/^[0-9a-f]*:/, '')
        .replace(/\$[A-Za-z]?[0-9a-f]+/g, '$')
        .replace(/"[\w-]{21}[a-z]"/g, '"key"'),
    )
    .sort()
    .join('\n');

/** A page as every tag with its attributes, every text and every row of its payload, whatever the order of streaming. */
function contentsOf(html: string): string {
  const pushed = [...html.matchAll(/self\.__next_f\.push\((\[.*?\])\)<\/script>/gs)].map(
    ([, json]) => (JSON.parse(json ?? '[]') as [number, string?])[1] ?? '',
  );
  const tags = html
    .replace(/<script\b[^>]*>.*?<\/script>/gs, '')
    .replace(/<!--.*?-->|<template[^>]*><\/template>|<div hidden id="S:[^>]*>|<\/\w+>/gs, '\n')
    .split(/(?=<)|\n/)
    .filter(Boolean)
    .sort();
  return `${tags.join('\n')}\n\n${rowsOf(pushed.join(''))}`;
}

/** A PDF without the moment it was typeset and what is drawn from it. */
const typeset = (pdf: string): string =>
  pdf
    .replace(/D:\d{14}Z|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\+00:00|Z)?/g, 'now')
    .replace(/\/ID ?\[[^\]]*\]|<xmpMM:\w+ID>[^<]*/g, 'id');

/**
 * Everything an applicant gets about a file, by address: pages, their payloads, JSON, PDF, mails. Nonces, keys of a view
 * and the order of streaming are set aside, and nothing else.
 */
export async function applicantSight(page: Page, file: File): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const address of await addresses(file)) {
    for (const rsc of address.startsWith('/api/') || address.endsWith('/pdf') ? [false] : [false, true]) {
      const answer = await page.request.get(address, { headers: rsc ? { RSC: '1' } : undefined });
      const nonce = /'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1];
      const body = (await answer.body()).toString('latin1');
      const plain = nonce ? body.replaceAll(nonce, 'nonce') : body;
      const type = answer.headers()['content-type'] ?? '';
      const content = type.startsWith('text/html') ? contentsOf(plain) : rsc ? rowsOf(plain) : typeset(plain);
      seen[`${address}${rsc ? ' (RSC)' : ''}`] = `${answer.status()} ${content}`;
    }
  }
  const mails = await sql('SELECT subject, text FROM outbox_message WHERE "to" = $1 ORDER BY created_at', [file.email]);
  return { ...seen, mails: JSON.stringify(mails) };
}

/** The addresses whose answers differ between two looks, each with the first words that do. */
export function differences(before: Record<string, string>, after: Record<string, string>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((address) => {
    const [one = '', other = ''] = [before[address], after[address]];
    if (one === other) return [];
    let at = 0;
    while (at < one.length && one[at] === other[at]) at++;
    return [
      `${address}: …${one.slice(Math.max(0, at - 60), at + 60)}… / …${other.slice(Math.max(0, at - 60), at + 60)}…`,
    ];
  });
}
