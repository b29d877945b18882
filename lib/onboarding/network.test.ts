import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerForm, readAnswer } from '@/lib/onboarding/answers';
import { hostsIn, isOpen, NETWORK_SITES, powerShellScript, readNetwork, shellScript } from '@/lib/onboarding/network';

const GOOD = [
  'cohorte-network-check 1',
  'date 2026-09-01T09:00:00Z',
  'https github.com ok 200',
  'https www.python.org ok 301',
  'port 22 github.com ok',
  'port 21 ftp.gnu.org ok',
  'proxy none',
  'end',
];
const good = GOOD.join('\n');

describe('the result of the network check', () => {
  it('is read: sites, ports, proxy', () => {
    const result = readNetwork(good.replace('proxy none', 'proxy http://proxy.interne:8080'));
    expect(result).toEqual({
      sites: [
        { host: 'github.com', ok: true },
        { host: 'www.python.org', ok: true },
      ],
      ports: [
        { port: 22, ok: true },
        { port: 21, ok: true },
      ],
      proxy: 'http://proxy.interne:8080',
      complete: true,
    });
    expect(result && isOpen(result)).toBe(true);
  });

  it('is read through what mails and terminals do to a text', () => {
    const cited = GOOD.map((line) => `> ${line.replace(/ /g, '\u00A0')}`).join('\r\n');
    expect(readNetwork(`\uFEFFBonjour,\r\n\r\n${cited}\r\n-- \r\nHugues`)).toEqual(readNetwork(good));
  });

  it('is not open when anything failed, is missing, or was cut short', () => {
    const open = (text: string) => {
      const result = readNetwork(text);
      return result !== null && isOpen(result);
    };
    expect(open(good.replace('port 22 github.com ok', 'port 22 github.com fail'))).toBe(false);
    expect(open(good.replace('https www.python.org ok 301', 'https www.python.org fail'))).toBe(false);
    for (let lines = 0; lines < GOOD.length; lines++) expect(open(GOOD.slice(0, lines).join('\n'))).toBe(false);
  });

  it('settles the line when open, leaves it when not, and is refused when it is something else', () => {
    const read = (answer: string) => readAnswer({ kind: 'network' }, AnswerForm.parse({ answer }), 0);
    expect(read(good)).toMatchObject({ ok: true, value: { state: 'done' } });
    expect(read(good.replace('end', ''))).toMatchObject({ ok: true, value: { state: 'no' } });
    expect(read('tout marche')).toEqual({ ok: false, reason: 'network_unreadable' });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (text) => void readNetwork(`cohorte-network-check 1\n${text}`)),
    );
  });
});

describe('the scripts', () => {
  it('never carry anything but host names', () => {
    expect(hostsIn('GitHub.com, www.python.org;$(rm -rf /) `id` a"b.fr https://x.fr -x.fr localhost é.fr')).toEqual([
      'github.com',
      'www.python.org',
    ]);
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const host of hostsIn(text)) expect(host).toMatch(/^[a-z0-9.-]+$/);
      }),
    );
  });

  it('runs in a plain shell and prints a result that is read, reachable or not', () => {
    const script = shellScript(['name.invalid']);
    const run = spawnSync('sh', ['-s'], {
      input: script,
      encoding: 'utf8',
      env: {
        ...process.env,
        https_proxy: '',
        HTTPS_PROXY: '',
        http_proxy: '',
        HTTP_PROXY: 'http://me:secret@proxy.invalid:3128',
      },
    });
    expect(run.stderr).toBe('');
    const result = readNetwork(run.stdout);
    expect(result).toMatchObject({
      complete: true,
      sites: [{ host: 'name.invalid', ok: false }],
      proxy: 'http://proxy.invalid:3128',
    });
    expect(run.stdout).not.toContain('secret');
  }, 60_000);

  it('asks the same of both systems', () => {
    const asked = (script: string) => NETWORK_SITES.filter((host) => script.includes(host));
    expect(asked(shellScript(NETWORK_SITES))).toEqual(NETWORK_SITES);
    expect(asked(powerShellScript(NETWORK_SITES))).toEqual(NETWORK_SITES);
    expect(powerShellScript(NETWORK_SITES)).not.toMatch(/[^\r]\n/);
  });
});
