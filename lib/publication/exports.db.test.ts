import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSession } from '@/lib/auth/commands';
import { db, disconnect, rows, transaction } from '@/lib/db';
import { assignRole } from '@/lib/people/commands/roles';
import { personalData } from '@/lib/publication/exports';
import { type PersonViewer, visitor } from '@/lib/viewer';
import { makeChallenge, makePosition } from '@/prisma/factories/challenges';
import { makeOrganisation, makeViewer } from '@/prisma/factories/people';
import { testDatabase } from '@/prisma/test-db';

testDatabase();
afterAll(disconnect);

describe('"my data"', () => {
  let me: PersonViewer;
  let other: PersonViewer;
  let text = '';
  beforeAll(async () => {
    me = await makeViewer(db, 'coordinator');
    other = await makeViewer(db, 'coordinator');
    const body = await makeOrganisation(db);
    for (const person of [me, other]) {
      await db.affiliation.create({ data: { personId: person.id, organisationId: body.id } });
      await transaction((tx) => openSession(tx, visitor, person.id, { ip: '', userAgent: 'Navigateur' }, new Date()));
      const challenge = await makeChallenge(db);
      await makePosition(db, challenge, { fellowId: person.id });
      await db.outboxMessage.create({
        data: {
          key: person.id,
          to: person.email,
          template: 'x',
          subject: `À ${person.name}`,
          text: 'Bonjour',
          html: '',
        },
      });
      await assignRole(
        person,
        { email: `nouveau.${person.id}@exemple.invalid`, name: `Protégé de ${person.name}`, kind: 'coach' },
        () => new Date(),
      );
    }
    const { cohortId } = await makeChallenge(db);
    const opensAt = new Date(0);
    const call = await db.call.create({
      data: { cohortId, slug: 'appel', title: 'Appel', opensAt, closesAt: new Date(1) },
    });
    const form = await db.formVersion.create({ data: { callId: call.id, number: 1, definition: {} } });
    const file = { callId: call.id, formVersionId: form.id, state: 'selected' as const, labels: ['fragile'] };
    await db.application.create({
      data: { ...file, ownerId: me.id, title: 'Mon projet', answers: { pitch: 'Le mien' } },
    });
    await db.application.create({ data: { ...file, ownerId: other.id, title: 'Un autre projet' } });
    text = JSON.stringify(await personalData(me));
  });

  test('holds the person, their roles, affiliations, sessions, seats, mails and acts', async () => {
    const data = await personalData(me);
    expect(data?.person).toMatchObject({ id: me.id, email: me.email });
    expect(Object.keys(data?.about ?? {})).toEqual(
      expect.arrayContaining(['affiliation', 'position', 'role_assignment', 'session']),
    );
    expect(data?.mails).toMatchObject([{ subject: `À ${me.name}` }]);
    expect(data?.events.map((event) => event.name)).toEqual(
      expect.arrayContaining(['session.opened', 'role.assigned']),
    );
  });
  test('holds nothing of anyone else, not even of those one acted on', () => {
    for (const alien of [other.id, other.name, other.email, 'nouveau.', 'Protégé', 'Un autre projet'])
      expect(text).not.toContain(alien);
  });
  test('holds no secret: no session token, no hash', async () => {
    const [session] = await rows<{ session_token: string }>('SELECT session_token FROM session WHERE person_id = $1', [
      me.id,
    ]);
    expect(text).not.toContain(session?.session_token);
    expect(text).not.toMatch(/token|hash|storageKey|storage_key/);
  });
  test('does not tell a decision that is not published', async () => {
    const [file] = (await personalData(me))?.about.application ?? [];
    expect(file).toMatchObject({ title: 'Mon projet', answers: { pitch: 'Le mien' } });
    expect(file).not.toHaveProperty('state');
    expect(text).not.toContain('fragile');
  });
  test('is for those who signed in', async () => {
    expect(await personalData(visitor)).toBeNull();
  });
});
