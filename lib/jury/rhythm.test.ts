import { expect, test } from 'vitest';
import { hearingTimes, welcomedAt } from './rhythm';
import { stageSettings } from './stage-input';

const settings = stageSettings.parse({});
const local = (date: Date) =>
  date.toLocaleTimeString('fr', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' });

test('the rhythm of cohort 4: ten minutes among jurors, twenty of hearing, ten of deliberation, fifteen of pause', () => {
  const times = hearingTimes('2020-03-24-am', 3, settings, 'Europe/Paris');
  expect(times.map(({ from, to }) => `${local(from)}–${local(to)}`)).toEqual([
    '09:00–09:40',
    '09:55–10:35',
    '10:50–11:30',
  ]);
  expect(local(welcomedAt(times[1]!, settings).from)).toBe('10:05');
  expect(local(welcomedAt(times[1]!, settings).to)).toBe('10:25');
});

test('hours are local hours, summer and winter', () => {
  const [winter] = hearingTimes('2020-03-27-pm', 1, settings, 'Europe/Paris');
  const [summer] = hearingTimes('2020-03-30-pm', 1, settings, 'Europe/Paris');
  expect([winter!.from.toISOString(), summer!.from.toISOString()]).toEqual([
    '2020-03-27T13:00:00.000Z',
    '2020-03-30T12:00:00.000Z',
  ]);
});
