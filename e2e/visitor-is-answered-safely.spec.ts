import { expect, test } from '@playwright/test';
import { sql } from './support';

/** What every response says, what a client cannot make it say, and what happens to who asks too often. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'strict-transport-security': /max-age=\d{8}/,
};

test('every kind of response carries the security headers: pages, errors, redirections, files, scripts', async ({
  page,
}) => {
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(request.url()));
  await page.goto('/fr/challenges');
  const parts = [...asked].filter((url) => /_next\/static|fonts|favicon/.test(url));
  expect(parts.some((url) => /\.css(\?|$)/.test(url)) && parts.some((url) => /\.js(\?|$)/.test(url))).toBe(true);
  const kinds = [
    '/',
    '/fr',
    '/fr/nowhere',
    '/api/nowhere',
    '/api/health',
    '/api/data/cohorts.csv',
    '/favicon.svg',
    '/fr/admin',
  ];
  for (const address of [...kinds, ...parts]) {
    const response = await page.request.get(address, { maxRedirects: 0 });
    for (const [name, value] of Object.entries(ALWAYS))
      expect(response.headers()[name], `${name} of ${address}`).toMatch(value);
    expect(response.headers()['x-powered-by'], address).toBeUndefined();
  }
});

test('what a client sends under our own names has no effect', async ({ request, baseURL }) => {
  const headers = {
    'x-nonce': 'bm9uY2U=',
    'content-security-policy': "script-src 'unsafe-inline'",
    'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
    'x-forwarded-host': 'attacker.invalid',
    'x-done': 'layout.product',
  };
  const response = await request.get('/fr/sign-in', { headers });
  const [policy, body] = [response.headers()['content-security-policy'] ?? '', await response.text()];
  expect(policy).toContain("'strict-dynamic'");
  expect(policy).not.toContain('bm9uY2U=');
  expect(policy).not.toContain("script-src 'unsafe-inline'");
  expect(body).not.toContain('attacker.invalid');
  const admin = await request.get('/fr/admin', { headers, maxRedirects: 0 });
  expect(new URL(admin.headers().location ?? '', baseURL).pathname).toBe('/fr/sign-in');
});

for (const javaScriptEnabled of [true, false]) {
  test(`who asks for a code too often is told to wait: 429 and Retry-After, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    const page = await (await browser.newContext({ javaScriptEnabled, locale: 'fr-FR' })).newPage();
    const email = `souvent-${Math.random().toString(36).slice(2)}@demo.invalid`;
    // Ten already, in this window and, should it end meanwhile, in the next.
    await sql(
      `INSERT INTO rate_limit (key, window_start, count)
       SELECT $1, to_timestamp(floor(extract(epoch FROM now()) / 180) * 180 + step), 10 FROM unnest(ARRAY[0, 180]) step`,
      [`sign-in:mail:${email}`],
    );
    await page.goto('/fr/sign-in');
    await page.getByLabel('Adresse électronique').fill(email);
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Recevoir mon code' }).click();
    const answer = await answered;
    expect(answer.status()).toBe(429);
    expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
    await expect(page.getByText(/Trop d’essais en peu de temps/).first()).toBeVisible();
    await expect(page.getByLabel('Adresse électronique')).toHaveValue(email);
    expect(await sql('SELECT 1 FROM outbox_message WHERE "to" = $1', [email])).toEqual([]);
  });
}
