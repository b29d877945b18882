import { describe, expect, it } from 'vitest';
import { addressFault, isLicence, LICENCES, licencesFor, publicAddress, suggestLicence } from '@/lib/support/licences';
import { DATASET_STATES, isStuck, mayMove, nextStates } from '@/lib/support/states';

describe('licences', () => {
  it('are of data or of code, and documentation takes those of data', () => {
    expect(isLicence('data', 'etalab-2.0')).toBe(true);
    expect(isLicence('code', 'etalab-2.0')).toBe(false);
    expect(licencesFor('documentation')).toEqual(licencesFor('data'));
    expect(isLicence('code', 'proprietary')).toBe(false);
  });

  it('are suggested from what one wants, always one that is allowed', () => {
    for (const kind of ['code', 'data', 'documentation'] as const)
      for (const changesShared of [true, false])
        for (const network of [true, false]) {
          const id = suggestLicence(kind, { changesShared, network });
          expect(isLicence(kind, id)).toBe(true);
          expect(LICENCES.find((licence) => licence.id === id)?.keeps).toBe(changesShared);
        }
  });
});

it('an address is public by its form: not an intranet, an address of the house, a password', () => {
  const open = [
    'https://github.com/etalab/x',
    'http://www.data.gouv.fr/fr/datasets/y',
    'https://gitlab.ministere.gouv.fr:443/z',
  ];
  const closed = [
    '',
    'ftp://x.fr',
    'https://10.0.0.1/x',
    'https://localhost/x',
    'https://git.intranet.agriculture.fr/x',
    'https://wiki.local/x',
    'https://u:p@x.fr/',
    'https://x.fr:8443/',
    'https://[::1]/',
    'javascript:alert(1)',
    'https://serveur/x',
  ];
  expect(open.map(publicAddress)).toEqual(open.map(() => true));
  expect(closed.map(publicAddress)).toEqual(closed.map(() => false));
});

describe('a data set', () => {
  it('goes from asked to opened, is refused and asked again, and never jumps from nothing to opened', () => {
    for (const [from, to] of [
      ['not_asked', 'asked'],
      ['asked', 'refused'],
      ['refused', 'asked'],
      ['asked', 'promised'],
      ['promised', 'available'],
      ['available', 'documented'],
      ['documented', 'opened'],
    ] as const)
      expect(mayMove(from, to), `${from} → ${to}`).toBe(true);
    expect(mayMove('not_asked', 'opened')).toBe(false);
    expect(mayMove('asked', 'documented')).toBe(false);
    expect(mayMove('nowhere', 'asked')).toBe(false);
    for (const state of DATASET_STATES) expect(nextStates(state).length).toBeGreaterThan(0);
  });

  it('is stuck after thirty days of waiting for someone', () => {
    const now = new Date('2026-09-30T12:00:00Z');
    const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
    expect([
      isStuck('asked', ago(31), now),
      isStuck('asked', ago(29), now),
      isStuck('available', ago(90), now),
    ]).toEqual([true, false, false]);
  });
});

it('a publication’s address names the repository or the data set, not the site', () => {
  const fault = (kind: 'code' | 'data', url: string) => addressFault(kind, url);
  expect(fault('code', 'https://github.com/etalab')).toBe('address_incomplete');
  expect(fault('code', 'https://code.gouv.fr/')).toBe('address_incomplete');
  expect(fault('code', 'https://gitlab.adullact.net/equipe/outil')).toBeNull();
  expect(fault('data', 'https://www.data.gouv.fr')).toBe('address_incomplete');
  expect(fault('data', 'https://www.data.gouv.fr/datasets/base-adresse')).toBeNull();
  expect(fault('data', 'https://10.0.0.1/x')).toBe('address_private');
});
