import { parseWithZod } from '@conform-to/zod/v4';
import { expect, it } from 'vitest';
import { MailingSend } from '@/lib/applications/mailing';

it('a mailing is sent only when its box is ticked', () => {
  const data = new FormData();
  data.set('mailingId', '01890a5d-ac96-774b-bcce-b302099a8057');
  data.set('version', '1');
  data.set('count', '2');
  expect(parseWithZod(data, { schema: MailingSend })).toMatchObject({ status: 'error', error: { sure: ['confirm'] } });
  data.set('sure', 'on');
  expect(parseWithZod(data, { schema: MailingSend }).status).toBe('success');
});
