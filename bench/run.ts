import { command } from '../scripts/words';
import { benchJury, type JuryFigure } from './jury';
import { benchRoom } from './jury-room';
import { benchPages } from './pages';
import { benchRush, FULL } from './rush';

const round = (value: number) => Math.round(value * 100) / 100;

/** `npm run bench [-- rush | jury] [--json]`: figures of one run on this machine (jury: `--mathematics` or `--room` alone); with --json the last line is one object. */
command(async () => {
  const [name = 'pages'] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
  const json = process.argv.includes('--json');
  if (name === 'jury')
    return printJury(
      [
        ...(process.argv.includes('--room') ? [] : await benchJury()),
        ...(process.argv.includes('--mathematics') ? [] : await benchRoom()),
      ],
      json,
    );
  if (name === 'rush') return printRush(json);
  if (name !== 'pages') throw new Error(`unknown bench: ${name}`);
  const figures = await benchPages();
  console.table(
    Object.fromEntries(
      Object.entries(figures.pages).map(([page, figure]) => [
        page,
        {
          'requests/s': Math.round(figure.requestsPerSecond),
          'CPU ms': round(figure.cpuMs),
          'database CPU ms': round(figure.databaseCpuMs),
          'p50 ms': round(figure.p50),
          'p95 ms': round(figure.p95),
          statements: figure.queries ?? '',
          'JS KB': figure.weight ? round(figure.weight.javascript) : '',
          'CSS KB': figure.weight ? round(figure.weight.css) : '',
        },
      ]),
    ),
  );
  for (const [ratio, value] of Object.entries(figures.ratios)) console.log(`${ratio}: ${round(value)}`);
  console.log(figures.fallsShort.length ? `Falls short: ${figures.fallsShort.join('; ')}` : 'Every budget is kept.');
  if (json) console.log(JSON.stringify(figures));
  return 0;
});

function printJury(figures: JuryFigure[], json: boolean): number {
  for (const { name, cpuMs, wallMs, floor, proof } of figures) {
    console.log(`${name}: ${Math.round(cpuMs)} ms CPU, ${Math.round(wallMs)} ms`);
    console.log(`  floor: ${Math.round(floor.cpuMs)} ms CPU, ${floor.name}`);
    console.log(
      `  ${Object.entries(proof)
        .map(([key, value]) => `${key} ${value}`)
        .join(', ')}`,
    );
  }
  const short = figures.flatMap(({ fallsShort }) => fallsShort);
  console.log(short.length ? `Falls short: ${short.join('; ')}` : 'Every figure holds.');
  if (json) console.log(JSON.stringify({ figures, fallsShort: short }));
  return 0;
}

/** `--small` is the same evening with a tenth of its people. */
async function printRush(json: boolean): Promise<number> {
  const tenth = { drafts: 100, sendings: 30, late: 4, kills: 3 };
  const { figures, table, lines, broken } = await benchRush(process.argv.includes('--small') ? tenth : FULL);
  console.table(table);
  for (const line of lines) console.log(line);
  console.log(
    `accepted ${figures.accepted}, refused late ${figures.refusedLate}, lost ${figures.lost}, duplicates ${figures.duplicates}; ${figures.cpuMs} ms CPU a request, p50 ${figures.p50} ms, p95 ${figures.p95} ms`,
  );
  console.log(broken.length ? `Broken: ${broken.join('; ')}` : 'Every invariant holds.');
  if (json) console.log(JSON.stringify(figures));
  return figures.lost || figures.duplicates || broken.length ? 1 : 0;
}
