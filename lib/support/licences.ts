/**
 * Licences administrations may use when they open data or software
 * (code des relations entre le public et l’administration, art. L. 323-2, D. 323-2-1 and D. 323-2-2).
 * `keeps`: those who change the work must publish their changes under the same terms.
 */
export type Licence = { id: string; name: string; kind: 'data' | 'code'; keeps: boolean };

export const LICENCES: readonly Licence[] = [
  { id: 'etalab-2.0', name: 'Licence Ouverte 2.0', kind: 'data', keeps: false },
  { id: 'ODbL-1.0', name: 'Open Database License 1.0', kind: 'data', keeps: true },
  { id: 'MIT', name: 'MIT', kind: 'code', keeps: false },
  { id: 'Apache-2.0', name: 'Apache 2.0', kind: 'code', keeps: false },
  { id: 'BSD-2-Clause', name: 'BSD 2-Clause', kind: 'code', keeps: false },
  { id: 'BSD-3-Clause', name: 'BSD 3-Clause', kind: 'code', keeps: false },
  { id: 'CECILL-B', name: 'CeCILL-B', kind: 'code', keeps: false },
  { id: 'EUPL-1.2', name: 'EUPL 1.2', kind: 'code', keeps: true },
  { id: 'CECILL-2.1', name: 'CeCILL 2.1', kind: 'code', keeps: true },
  { id: 'CECILL-C', name: 'CeCILL-C', kind: 'code', keeps: true },
  { id: 'GPL-3.0-or-later', name: 'GNU GPL 3.0', kind: 'code', keeps: true },
  { id: 'LGPL-3.0-or-later', name: 'GNU LGPL 3.0', kind: 'code', keeps: true },
  { id: 'AGPL-3.0-or-later', name: 'GNU AGPL 3.0', kind: 'code', keeps: true },
  { id: 'MPL-2.0', name: 'Mozilla Public License 2.0', kind: 'code', keeps: true },
];

/** Documentation is information: it takes the licences of data. */
export const licencesFor = (kind: 'code' | 'data' | 'documentation'): Licence[] =>
  LICENCES.filter((licence) => licence.kind === (kind === 'code' ? 'code' : 'data'));

export const isLicence = (kind: 'code' | 'data' | 'documentation', id: string): boolean =>
  licencesFor(kind).some((licence) => licence.id === id);

/** Whether an address looks like one that anyone can open: by its form only, nothing is fetched. */
export function publicAddress(text: string): boolean {
  try {
    const { protocol, hostname, username, port } = new URL(text);
    if (!/^https?:$/.test(protocol) || username || (port && port !== '443' && port !== '80')) return false;
    if (/^[\d.]+$|:|^localhost$|\.(local|internal|intra|lan|corp|home)$/i.test(hostname)) return false;
    return /\.[a-z]{2,}$/i.test(hostname) && !/(^|\.)(intranet|interne)\./i.test(hostname);
  } catch {
    return false;
  }
}

const FORGES =
  /^(github\.com|gitlab\.com|codeberg\.org|bitbucket\.org|framagit\.org|gitlab\..+|git\..+|forge\..+|code\..+)$/i;

/** What is wrong with the form of a publication's address: not public, or a forge's or a catalogue's home page. */
export function addressFault(
  kind: 'code' | 'data' | 'documentation',
  text: string,
): 'address_private' | 'address_incomplete' | null {
  if (!publicAddress(text)) return 'address_private';
  const { hostname, pathname } = new URL(text);
  const parts = pathname.split('/').filter(Boolean);
  if (kind === 'code' && FORGES.test(hostname) && parts.length < 2) return 'address_incomplete';
  if (kind === 'data' && /(^|\.)data\.gouv\.fr$/i.test(hostname) && parts.length < 2) return 'address_incomplete';
  return null;
}

/** Questions that lead to a licence: what one wants others to do, not the names of licences. */
export function suggestLicence(
  kind: 'code' | 'data' | 'documentation',
  wants: { changesShared: boolean; network: boolean },
): string {
  if (kind !== 'code') return wants.changesShared ? 'ODbL-1.0' : 'etalab-2.0';
  if (!wants.changesShared) return 'MIT';
  return wants.network ? 'AGPL-3.0-or-later' : 'EUPL-1.2';
}
